"""Names for rows and sentences that name no event of their own: 时间：, When:, 活动, the event takes place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.antecedent import find_antecedent, find_labelled_name, find_name_in
from timeline.extract.confidence import score
from timeline.extract.draft import Draft
from timeline.extract.heading import find_heading
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Article

BARE = 2
"""Characters of a Chinese head noun that names nothing by itself: 活动, 展览; 运动会 may."""


CHANGED = re.compile(r"^(?:原[定订]的?|新的?|new |original )")
"""What a label says of a date that moves: 新的比赛日期."""


class Name(NamedTuple):
    """A name found for a draft."""

    title: str
    kind: str
    doubtful: bool = False
    """Whether the draft has another date than what bears the name."""


def name_labels(drafts: Sequence[Draft], main: Draft | None, article: Article) -> None:
    """Name rows and sentences that name no event of their own.

    The name is that of a label beside (活动名称：…); of the heading over a row; of the headline, where it names a
    gathering of the same kind or there is no main event; of what was named before, where the main event comes later; of
    the main event; of a gathering before, with a date or without; at last the headline. Without any, the doubt costs
    confidence.
    """
    named = sorted(
        (draft for draft in drafts if draft.gathering and not draft.unnamed), key=lambda draft: draft.sentence
    )
    for draft in drafts:
        folded = CHANGED.sub("", draft.words.vocabulary.fold_name(draft.title))
        labelled = words_pattern("label").fullmatch(folded) is not None
        if draft.kind != "deadline" and (draft.unnamed or labelled or _is_plain(folded, draft)):
            placed = draft.unnamed and draft.words.sentence.role == "row"
            is_label = labelled or placed or bool(draft.words.columns)
            name = _find_name(draft, named, main, article, is_label)
            if name is not None:
                draft.title, draft.kind = name.title, name.kind
            if name.doubtful if name else draft.unnamed:
                draft.signs = [*draft.signs, ("no-title", 1.0)]
                draft.confidence = score(draft.signs)


def _find_name(
    draft: Draft, named: Sequence[Draft], main: Draft | None, article: Article, is_label: bool
) -> Name | None:
    """Return the name for a draft without one, or None; see `name_labels` for the order.

    Args:
        named: The gatherings that have names, in the order of their sentences.
    """
    head_in, row = draft.words.vocabulary.head_in, draft.words.sentence.role == "row"
    if is_label and row and (labelled := find_labelled_name(article, draft)):
        head = head_in(labelled)
        return Name(labelled, head.kind if head else draft.kind)
    if is_label and row and (heading := find_heading(article, draft)):
        return Name(*heading)
    headline = article.info.title or ""
    head = head_in(headline)
    programme = main is not None and is_label and main.words.sentence.role == "row"
    if head and (main is None or main is draft or programme or head.kind == draft.kind != main.kind):
        return Name(find_name_in(headline, draft.words.vocabulary) or headline, head.kind)
    if main is not None and main is not draft and (before := find_antecedent(article, draft)):
        nearer = draft.words.is_latin and not row and main.when.earliest != draft.when.earliest
        if main.sentence > draft.sentence or nearer:
            return Name(*before)
    source = main or _named_before(named, draft)
    if source is not None and source is not draft:
        return _after(draft, source, is_label or main is None)
    if before := find_antecedent(article, draft):
        return Name(*before)
    return Name(headline, draft.kind) if _is_other(headline, draft) else None


def _after(draft: Draft, source: Draft, is_label: bool) -> Name | None:
    """Return the name of another event; another date speaks against it, unless a label says so."""
    same = source.when.earliest == draft.when.earliest or is_label
    if not same and draft.unnamed:
        return Name(draft.title, draft.kind)
    return Name(source.title, source.kind, doubtful=not same)


def _named_before(named: Sequence[Draft], draft: Draft) -> Draft | None:
    """Return the last gathering that an earlier sentence names, however little else speaks for it."""
    index = bisect_left(named, draft.sentence, key=lambda other: other.sentence)
    return named[index - 1] if index else None


def _is_other(headline: str, draft: Draft) -> bool:
    """Return whether there is a headline that is not the sentence of the draft itself."""
    return bool(headline) and draft.words.sentence.text not in headline


def _is_plain(name: str, draft: Draft) -> bool:
    """Return whether a title is a bare head noun (活动) or only points back (the event)."""
    pointing = words_pattern("anaphor").match(name)
    noun = name[pointing.end() :] if pointing else name
    bare = noun in draft.words.vocabulary.suffixes and (" " not in noun if noun.isascii() else len(noun) <= BARE)
    return (bare and draft.words.sentence.role != "row") or (pointing is not None and not noun)
