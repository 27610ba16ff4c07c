"""A first date in brackets beside the one that replaces it: 5月30日（原定5月23日）, May 30 (moved from May 23)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.extract.clauses import Range
from timeline.extract.draft import Draft
from timeline.extract.words import Words
from timeline.model import TimeMention

REACH = 60
"""Characters from a bracket to its date, and from the date to the end of the bracket."""


def find_replaced(dates: Sequence[TimeMention], words: Words) -> Mapping[int, TimeMention]:
    """Return the first dates in brackets of a sentence, each under the begin of the date that replaces it.

    That is the date before the bracket, else the one behind it.
    """
    if len(dates) < 2 or "(" not in words.view:
        return {}
    firsts = {index for index, date in enumerate(dates) if date.when is not None and _is_first(date, words)}
    pairs = {index - 1 if index else 1: index for index in sorted(firsts)}
    return {dates[new].local.start: dates[old] for new, old in pairs.items() if new not in firsts}


def keep_replaced(draft: Draft, old: TimeMention) -> None:
    """Make an event one that was moved from a first date."""
    assert old.when is not None
    draft.previous = (old.when,)
    draft.status = "cancelled" if draft.status == "cancelled" else "postponed"


def _is_first(date: TimeMention, words: Words) -> bool:
    """Return whether a date stands in brackets of its own, behind a word that makes it a first one."""
    opened = words.view.rfind("(", max(0, date.local.start - REACH), date.local.start)
    if opened < 0 or words.view.find(")", opened, date.local.start) >= 0:
        return False
    closed = words.view.find(")", date.local.end, date.local.end + REACH)
    return closed >= 0 and "original" in words.effects([Range(opened, date.local.start)])
