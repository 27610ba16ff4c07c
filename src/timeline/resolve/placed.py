"""A place on the calendar, and steps from one to another."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import NamedTuple

from timeline.errors import OutOfRangeError
from timeline.model import Basis, Part, Precision

DAYS = {"day": 1, "week": 7, "weekend": 7}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


class Placed(NamedTuple):
    """A unit of the calendar, or a run of units."""

    start: datetime
    """First moment of the first unit."""
    end: datetime | None
    """First moment of the last unit, where there are several."""
    precision: Precision
    """The unit."""
    basis: Basis = "explicit"
    """How it was reached."""
    part: Part | None = None
    """Part of the day."""
    third: str | None = None
    """start, mid, end."""
    anchor: str | None = None
    """What it counts from."""
    readings: tuple[datetime, ...] = ()
    """Both candidates, past first, where the text leaves them open."""
    reason: str | None = None
    """Why this one."""


def add(base: datetime, unit: str, offset: int) -> datetime:
    """Return `base` moved by so many units; months and years keep the day, cut to the month's length.

    Raises:
        OutOfRangeError: The result falls outside years 1-9999.
    """
    try:
        if unit in DAYS:
            return base + timedelta(days=DAYS[unit] * offset)
        if unit not in MONTHS:
            return base + timedelta(**{f"{unit}s": offset})
        year, month = divmod(base.year * 12 + base.month - 1 + MONTHS[unit] * offset, 12)
        day = base.day if base.day <= 28 else min(base.day, monthrange(year, month + 1)[1])
        return base.replace(year=year, month=month + 1, day=day)
    except (ValueError, OverflowError) as error:
        raise OutOfRangeError("falls outside years 1-9999") from error


def stop(placed: Placed) -> datetime:
    """Return the first moment after a placed time."""
    last = placed.end or placed.start
    length = {Precision.YEAR: "year", Precision.DAY: "day", Precision.WEEK: "day"}.get(placed.precision, "month")
    return add(last, length, 1)


def last_day(placed: Placed) -> date:
    """Return the last day of a placed time."""
    return (
        (stop(placed) - timedelta(days=1)).date()
        if placed.precision.rank <= Precision.DAY.rank
        else placed.start.date()
    )
