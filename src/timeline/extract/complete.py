"""Who holds the events of an article, as its other sentences say: 主办单位：…, 此届论坛由…主办."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.extract.about import gatherings_in, rows_in, spoken_of
from timeline.extract.clauses import Range
from timeline.extract.draft import Draft
from timeline.extract.names import is_organization
from timeline.extract.organizers import beside_role, names_in
from timeline.extract.words import Words
from timeline.lexicon.vocabulary import Vocabulary
from timeline.model import Article, Organizer

FIELD = re.compile(r"\W{0,4}(?:[0-9一二三四五六七八九十]{1,2}[、.)])?\W{0,2}[^:,。]{2,8}:")
"""A line that is a field and its value, after which more values may follow on lines of their own."""
SIGNS = (
    *("办", "发布机", "发布单位", "发文", "发机关", "指导单位", "支持单位", "发起"),
    *("sted by", "nized by", "nised by", "sored by", "rganizer", "rganiser", "ost:", "osts:"),
)
"""What every sentence with a role word holds; looked for first, since role words are many."""
ISSUED = ("publication", "policy")
"""Kinds that have an issuer."""


def complete_organizers(drafts: Sequence[Draft], main: Draft | None, article: Article, vocabulary: Vocabulary) -> None:
    """Give events the organizers that labels and later sentences state.

    A sentence speaks of the gathering named last before it, a label far from any of the main event and of the dated
    rows of a notice.
    """
    gatherings, rows = gatherings_in(drafts), rows_in(drafts)
    hosted = {draft.sentence for draft in rows if draft.hosted and draft.organizers}
    own = {id(draft): {known.role for known in draft.organizers} for draft in drafts}
    for index, organizer in _organizers(article, vocabulary):
        issued = [draft for draft in drafts if draft.kind in ISSUED] if organizer.role == "issuer" else []
        for draft in [*issued, *spoken_of(gatherings, main, index, rows)]:
            own_row = index not in hosted or draft.sentence == index  # the hosts of a dated row are its own
            if own_row and (draft.completed or not draft.organizers or not draft.hosted):
                kept = draft.organizers if draft.completed else ()
                draft.organizers, draft.completed = (*kept, organizer), True
            elif own_row and organizer.role not in own[id(draft)]:  # A will hold it … B承办, C协办
                draft.organizers = (*draft.organizers, organizer)
    for draft in drafts:
        draft.organizers = tuple(dict.fromkeys(draft.organizers))


def _organizers(article: Article, vocabulary: Vocabulary) -> Iterator[tuple[int, Organizer]]:
    """Yield the organizers that labels and sentences state, with the index of their sentence."""
    label: Label | None = None
    for index, sentence in enumerate(article.sentences):
        if not (label or _names_role(sentence.view)):
            continue
        found, label = _in_sentence(Words(sentence, vocabulary), label)
        yield from ((index, organizer) for organizer in found)


def _names_role(view: str) -> bool:
    return any(sign in view for sign in SIGNS)


class Label(NamedTuple):
    """A role whose names go on in the lines below."""

    role: str
    alone: bool
    """Whether the label had its line for itself; else only organisations go on after its first value."""


def _in_sentence(words: Words, label: Label | None) -> tuple[list[Organizer], Label | None]:
    """Return the organizers of a sentence, and the label that speaks for the next line, if any."""
    whole = Range(0, len(words.view))
    if words.roles:
        hit = words.roles[0]
        if words.view[hit.end :].strip("单位方机构者为是: ") == "" and hit.start < 6:
            return [], Label(hit.rule.role, alone=True)
        found = [item for hit in words.roles for item in beside_role(words, hit, whole)]
        return found, Label(hit.rule.role, alone=False) if FIELD.match(words.view) and found else None
    if label and len(words.view) <= 60 and not re.search(r"[。:]", words.view):
        found = [item for item in names_in(words, whole, label.role) if label.alone or is_organization(item.name)]
        return found, label if found else None
    return [], None
