"""Dates taken over from the main event: 会上, 活动期间, at the conference; the hours of its programme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from timeline.extract.clauses import Range, Scope, split_clauses
from timeline.extract.draft import Draft
from timeline.extract.frame import find_frame
from timeline.extract.reading import draft_event
from timeline.extract.words import Words
from timeline.model import Article, TimeMention

GATHERINGS = ("conference", "exhibition", "festival", "ceremony", "competition", "sport", "training")
STRONG = 0.75
"""Strength a predicate needs to state an event without a date of its own."""
SAYS_DAY = re.compile(r"[日号號月年天周週昨今明]|day|[A-Z][a-z]{2}")
"""What a time that names its own day holds."""
RECALLED = 365
"""Days before the publication from which on a happening is the past of another one."""
CLAUSES = 4
"""Clauses after a reference in which events are looked for."""


def find_main(drafts: Iterable[Draft], article: Article) -> Draft | None:
    """Return the event the article is about: the surest gathering, the earlier one where two are equal."""
    candidates = [
        draft
        for draft in drafts
        if draft.kind in GATHERINGS and draft.gathering and draft.confidence >= 0.5 and not _is_past(draft, article)
    ]
    return min(candidates, key=lambda draft: (-_weight(draft), draft.sentence, draft.span.start), default=None)


def _is_past(draft: Draft, article: Article) -> bool:
    """Return whether a happening lies so far back that an article only recalls it."""
    published = article.info.published_day
    return published is not None and (published - draft.when.latest).days > RECALLED


def _weight(draft: Draft) -> float:
    lead = 0.3 if draft.sentence < 6 else 0.0
    return draft.confidence + lead + (0.2 if draft.words.sentence.role in ("body", "title") else 0.0)


def inherit_dates(
    article: Article,
    mentions: Sequence[TimeMention],
    drafts: Sequence[Draft],
    main: Draft | None,
    words_of: dict[int, Words],
) -> list[Draft]:
    """Return the events that take their date from a gathering which the sentence points back to."""
    found: list[Draft] = []
    gatherings = _by_paragraph(drafts)
    taken = {draft.sentence for draft in drafts}
    for mention in mentions:
        if mention.refers_to != "event" or mention.sentence in taken:
            continue
        before = gatherings.get(article.sentences[mention.sentence].paragraph, ())
        source = next((draft for draft in before if draft.sentence <= mention.sentence), main)
        if source is None:
            continue
        taken.add(mention.sentence)
        known = words_of.get(mention.sentence)
        words = known or Words(article.sentences[mention.sentence], source.words.vocabulary)
        found += [draft for scope in _scopes(words, mention, source) if (draft := _read(article, words, scope, source))]
    return found


def _scopes(words: Words, mention: TimeMention, source: Draft) -> Iterator[Scope]:
    """Yield the clauses after the reference one by one: in 会上，A发布X，B揭晓Y each states an event."""
    at = Range(mention.local.start, mention.local.end)
    when = source.when.model_copy(update={"basis": "inherited", "text": mention.text})
    dated = mention.model_copy(update={"when": when})
    clauses = [clause for clause in split_clauses(words.sentence) if clause.end > at.end]
    for number, clause in enumerate(clauses[:CLAUSES]):
        if any(clause.start <= hit.start < clause.end for hit in words.predicates):
            before = clauses[number - 1 : number] if number else []
            yield Scope(dated, at, (*before, clause), len(before))


def _read(article: Article, words: Words, scope: Scope, source: Draft) -> Draft | None:
    """Return the event that one clause states, where its predicate is strong and it has a name."""
    frame = find_frame(words, scope)
    strong = frame.predicate is not None and frame.predicate.rule.strength >= STRONG
    quoted = any(mark in frame.name.cut(words.view) for mark in "“《")
    if frame.head is None and not quoted and frame.kind not in ("signing", "ceremony"):
        return None
    if not strong or frame.name.is_empty or frame.clause != scope.clauses[-1] or scope.mention.when is None:
        return None
    draft = draft_event(article, words, scope, frame, scope.mention.when)
    draft.part_of = source
    return draft


def _by_paragraph(drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    """Return the gatherings of each paragraph, the last one first: what 会上 there points back to."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.kind in GATHERINGS and draft.confidence >= 0.5:
            found.setdefault(draft.words.sentence.paragraph, []).insert(0, draft)
    return found


def move_hours(drafts: Iterable[Draft], main: Draft | None, article: Article) -> None:
    """Give the hours of a programme (上午9:00-12:00 特邀报告) the day of the coming main event, not of publication."""
    published = article.info.published_day
    stated = article.stated[0].when if len(article.stated) == 1 else None
    when = stated or (main.when if main else None)
    if when is None or published is None or when.earliest <= published:
        return
    day = (when.start or "")[:10]
    for draft in drafts:
        listed = draft.words.sentence.role in ("heading", "row") and not SAYS_DAY.search(draft.when.text)
        if listed and len(day) == 10 and draft.when.earliest == draft.when.latest == published:
            start, end = draft.when.start or "", draft.when.end
            moved = {"start": day + start[10:], "end": day + end[10:] if end else None}
            draft.when = draft.when.model_copy(update=moved)
            draft.status = "scheduled" if draft.status == "held" else draft.status
