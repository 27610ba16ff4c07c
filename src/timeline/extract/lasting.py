"""How long something lasts, stated beside its first or last day: 为期三天, runs for ten days, a three-day fair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

from timeline.extract.draft import Draft
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Article, Precision, Sentence, TimeMention

KINDS = ("conference", "exhibition", "festival", "competition", "sport", "training", "visit", "other")
"""Kinds of what may last."""
LENGTH = re.compile(r"P([0-9]{1,3})([DW])")
"""A length of whole days or weeks, as TIMEX3 writes it; a month is not so exact."""
DAYS = {"D": 1, "W": 7}
BESIDE = 12
"""Characters between a length and the name it stands before: the three-day international Loom Fair."""
REACH = 2
"""Sentences after a happening in which its length may be told."""


def extend_by_length(drafts: Sequence[Draft], mentions: Iterable[TimeMention], article: Article) -> None:
    """Give what begins (or ends) on a stated day its last (or first) day, where a length is stated with it."""
    for mention in mentions:
        length = LENGTH.fullmatch(mention.timex.value or "") if mention.timex.type == "DURATION" else None
        if length is None or mention.timex.mod:
            continue
        days = int(length[1]) * DAYS[length[2]]
        draft = _told_of(drafts, mention)
        if draft and days > 1 and _says_how_long(article.sentences[mention.sentence], mention, draft):
            _extend(draft, timedelta(days=days - 1))


def _says_how_long(sentence: Sentence, mention: TimeMention, draft: Draft) -> bool:
    """Return whether the words before a length say that something lasts so long, or it stands before the name."""
    before = sentence.view[: mention.local.start].lower()
    for language in ("zh", "en"):
        found = words_pattern("lasting", language).finditer(before, max(0, len(before) - 24))
        if any(match.end() == len(before) for match in found):
            return True
    named = sentence.text.find(draft.title, mention.local.end)
    return "-" in mention.text and 0 <= named - mention.local.end <= BESIDE


def _told_of(drafts: Sequence[Draft], mention: TimeMention) -> Draft | None:
    """Return the happening a length speaks of: the nearest one of its sentence, else the last one shortly before."""
    here = [draft for draft in drafts if draft.sentence == mention.sentence]
    if here:
        nearest = min(here, key=lambda draft: _distance(draft, mention))
        return nearest if _may_last(nearest) else None
    before = [draft for draft in drafts if mention.sentence - REACH <= draft.sentence < mention.sentence]
    return before[-1] if before and _may_last(before[-1]) and before[-1].gathering else None


def _distance(draft: Draft, mention: TimeMention) -> int:
    return max(draft.span.start - mention.local.end, mention.local.start - draft.span.end, 0)


def _may_last(draft: Draft) -> bool:
    """Return whether a happening is of one whole day so far, and of a kind that may last longer."""
    exact = draft.when.precision is Precision.DAY and draft.when.end is None and draft.when.mod is None
    return exact and draft.kind in KINDS


def _extend(draft: Draft, more: timedelta) -> None:
    """Make a day the first of several, or the last where the happening is told to end on it."""
    day = draft.when.earliest
    if draft.phase == "end":
        first = (day - more).isoformat()
        draft.when = draft.when.model_copy(update={"start": first, "end": day.isoformat()})
    else:
        draft.when = draft.when.until((day + more).isoformat())
