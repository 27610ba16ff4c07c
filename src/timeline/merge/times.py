"""Whether two stated times may be the time of one happening."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from timeline.model import Precision, When

FAR = 4_000_000
"""Stands for a day that is not stated, beyond the calendar's last."""
VAGUE = {Precision.MONTH: 0.8, Precision.WEEK: 0.9}


class Time(NamedTuple):
    """A stated time in day numbers, cheap to compare."""

    first: int
    """Day number of the first day it may lie on; 0 where it is open."""
    last: int
    """Day number of the last day, inclusive; `FAR` where it is open."""
    exact: bool
    """Whether it names days (or finer) and is closed at both sides."""
    clock: tuple[datetime, datetime] | None
    """Half-open range where a time or part of the day is stated."""
    weight: float
    """What an agreement with it is worth: 1 for a day, less for vaguer times."""

    @property
    def days(self) -> int:
        """How many days it may span."""
        return self.last - self.first + 1


def read_time(when: When) -> Time:
    """Return a stated time in day numbers."""
    return _read(when.start, when.end, when.precision, when.mod, when.part)


@lru_cache(maxsize=65536)
def _read(start: str | None, end: str | None, precision: Precision, mod: str | None, part: str | None) -> Time:
    when = When.model_validate({"start": start, "end": end, "precision": precision, "mod": mod, "part": part})
    begin, stop = when.interval
    first = begin.toordinal() if begin else 0
    last = when.latest.toordinal() if stop else FAR
    fine = precision.rank > Precision.DAY.rank
    clock = (begin, stop) if fine and when.is_exact and begin and stop else None
    return Time(first, last, when.is_exact, clock, 1.0 if when.is_exact else VAGUE.get(precision, 0.5))


def agreement(a: Time, b: Time) -> float:
    """Return how well two times agree, 0 (they contradict each other) to 1 (they say the same).

    Exact times agree when they share the first day and no clock times stand against it; a single day inside the span of
    the other agrees less, the last one (a closing) more than those between. A vague time agrees with what begins in it.
    Times open at one side agree with their bound only.
    """
    if a.exact and b.exact:
        return _agreement_of_days(a, b)
    if FAR in (a.last, b.last) or not (a.first and b.first):
        return _agreement_of_bounds(a, b)
    if a.exact or b.exact:
        exact, vague = (a, b) if a.exact else (b, a)
        return vague.weight if vague.first <= exact.first <= vague.last else 0.0
    wide, narrow = (a, b) if a.days >= b.days else (b, a)
    if wide.first <= narrow.first and narrow.last <= wide.last:
        return min(a.weight, b.weight)
    return 0.4 if wide.first <= narrow.last and narrow.first <= wide.last else 0.0


def _agreement_of_days(a: Time, b: Time) -> float:
    if a.first == b.first:
        return 1.0 if _clocks_agree(a, b) else 0.0
    wide, narrow = (a, b) if a.days >= b.days else (b, a)
    if narrow.days > 1 or not wide.first <= narrow.first <= wide.last:
        return 0.0
    return 0.8 if narrow.last == wide.last else 0.5


def _clocks_agree(a: Time, b: Time) -> bool:
    """Return whether clock times allow one beginning: the same one, or one within the stated range of the other."""
    if a.clock is None or b.clock is None or a.clock[0] == b.clock[0]:
        return True
    return _holds(a.clock, b.clock) or _holds(b.clock, a.clock)


def _holds(outer: tuple[datetime, datetime], inner: tuple[datetime, datetime]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _agreement_of_bounds(a: Time, b: Time) -> float:
    if (a.first, a.last) == (b.first, b.last):
        return 1.0
    bounds = {(a.first, a.last)[0 if a.last == FAR else 1], (b.first, b.last)[0 if b.last == FAR else 1]}
    return 0.8 if len(bounds) == 1 else 0.0
