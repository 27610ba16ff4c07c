"""Which events a sentence without a date of its own speaks of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from timeline.extract.draft import Draft
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Article

LEAST = 0.45
"""Confidence that an event needs before other sentences are read for it."""
AHEAD = 2
"""Sentences before the first event in which it may be brought in: X是由A主办的竞赛。比赛从…"""
BLOCK = 4
"""Lines after a dated row in which the labels are those of its own notice."""
NOTICE = 31
"""Days around the main event, or the surest row, within which the other rows of a notice or programme lie."""
REACH = 8
"""Sentences after an event in which a label or an anaphoric sentence still speaks of it."""


def gatherings_in(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the gatherings sure enough for other sentences to be read for them."""
    return [draft for draft in drafts if draft.gathering and draft.confidence >= LEAST]


def rows_in(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the dated rows that labels may speak of: none of old times."""
    rows = (draft for draft in drafts if draft.words.sentence.role == "row" and draft.kind != "deadline")
    return [row for row in rows if all(sign != "distant" for sign, _ in row.signs)]


def spoken_of(gatherings: Sequence[Draft], main: Draft | None, index: int, rows: Sequence[Draft]) -> list[Draft]:
    """Return the events that a sentence without a date of its own speaks of."""
    place = bisect_right(gatherings, index, key=lambda draft: draft.sentence)
    near = gatherings[place - 1] if place else None
    since = near.sentence if near is not None else -1
    beside = [row for row in rows if since < row.sentence < index <= row.sentence + BLOCK and _is_field(row)]
    if beside and near is not None and near.words.sentence.role != "row":
        return beside
    if near is not None and index - near.sentence <= REACH and near.words.sentence.role != "row":
        return [near]
    coming = gatherings[place] if place < len(gatherings) else None
    if near is None and coming is not None and coming.sentence - index <= AHEAD:
        return [coming]
    if main is not None and main.words.sentence.role != "row":
        return [main]
    surest = main or max(rows, key=lambda row: row.confidence, default=None)
    return [row for row in rows if surest and _days_between(row, surest) <= NOTICE]


def _days_between(one: Draft, other: Draft) -> int:
    """Return the days between two events, at most 0 where they may overlap."""
    return max((one.when.earliest - other.when.latest).days, (other.when.earliest - one.when.latest).days)


def of_section(drafts: Sequence[Draft], article: Article, index: int) -> list[Draft]:
    """Return the events of the section a label stands in, where its heading names them."""
    near = [draft for draft in drafts if draft.sentence < index <= draft.sentence + BLOCK]
    headed = [draft for draft in near if draft.words.sentence is not article.sentences[draft.sentence]]
    return [draft for draft in headed if draft.words.sentence is headed[-1].words.sentence]


def _is_field(row: Draft) -> bool:
    """Return whether a row is the date of a notice: 时间：5月5日."""
    return words_pattern("label").fullmatch(row.words.vocabulary.fold_name(row.title)) is not None
