"""Stated fields + anchor → a place on the calendar."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import datetime, timedelta

from timeline.errors import MissingAnchorError, OutOfRangeError, ResolveError
from timeline.model import Precision
from timeline.model.expression import Direction, Fields, Shift
from timeline.resolve.bare import bare_clock, bare_day, bare_lunar_day, bare_weekday
from timeline.resolve.context import Context
from timeline.resolve.lunar import sexagenary_year, zodiac_year
from timeline.resolve.nearest import occurrence, yearless
from timeline.resolve.placed import Placed, add, last_day, stop
from timeline.resolve.relative import shifted
from timeline.resolve.years import in_year


def place(fields: Fields, context: Context, direction: Direction | None = None) -> Placed:
    """Return where a stated point lies.

    Raises:
        MissingAnchorError: It counts from a day nobody gave.
        OutOfRangeError: There is no such day, or it lies outside years 1-9999.
        ResolveError: It says too little.
    """
    try:
        day = _place_day(fields, _moved_back(fields, context), direction)
        placed = _with_clock(fields, day, context.clock if context.halved else None)
        if fields.away is not None:
            return _moved(placed, fields.away)
        if fields.stretch is not None:
            return _stretch(placed, fields.stretch)
        return _around(placed, fields.around) if fields.around else placed
    except (ValueError, OverflowError) as error:
        raise OutOfRangeError(f"no such day: {error}") from error


def _place_day(fields: Fields, context: Context, direction: Direction | None) -> Placed:
    if fields.holiday is not None:
        fields = fields._replace(zone=fields.zone or context.zone)
    if fields.cycle is not None:
        fields = _of_cycle(fields, fields.cycle, context)
    if fields.occurrence is not None:
        return occurrence(fields, fields.occurrence, context)
    if fields.shift is not None:
        if fields.day is not None and fields.shift.unit in ("day", "week", "weekend"):
            return _named_day(fields, fields.shift, context, direction)
        return shifted(fields, fields.shift, context, direction)
    if fields.year is not None:
        return in_year(fields, fields.year, "explicit", None)
    if (
        fields.month is not None
        or fields.quarter
        or fields.half
        or fields.season
        or fields.months
        or (fields.third and not (fields.day or fields.weekday or fields.part))
        or fields.holiday
    ):
        return yearless(fields, context, direction)
    if fields.day is not None:
        return bare_lunar_day(fields, context) if fields.lunar else bare_day(fields, context, direction)
    if fields.weekday is not None:
        return bare_weekday(fields.weekday, context, direction)
    if fields.week is not None:
        return in_year(fields, context.require().year, context.basis, context.stamp)
    if fields.hour is not None or fields.part is not None:
        return bare_clock(fields, context, direction)
    raise ResolveError("says too little")


def _named_day(fields: Fields, shift: Shift, context: Context, direction: Direction | None) -> Placed:
    """Return a relative day that is also given as a date (今天（27日）); the date wins where they differ."""
    stated = fields._replace(shift=None)
    try:
        placed = shifted(fields, shift, context)
    except MissingAnchorError:
        return _place_day(stated, context, direction)
    agrees = placed.start.day == fields.day and fields.month in (None, placed.start.month)
    return placed if agrees and fields.year is None else _place_day(stated, context, direction)


def _of_cycle(fields: Fields, name: str, context: Context) -> Fields:
    """Return the fields with the year of a cycle that is nearest to the publication."""
    published = context.published or (datetime(context.year, 7, 1) if context.year else context.require())
    nearest = zodiac_year if len(name) == 1 else sexagenary_year
    return fields._replace(year=nearest(name if len(name) == 1 else name[:2], published.date()))


def _moved_back(fields: Fields, context: Context) -> Context:
    """Return the context from which the bare weekday of a day before Wednesday's vote is read.

    The verbs around tell on which side of the publication the day before lies, not the vote.
    """
    away = fields.away
    named = fields.weekday is None or fields.day or fields.shift or fields.occurrence
    if away is None or away.offset > 0 or named or context.published is None:
        return context
    return replace(context, published=add(context.published, away.unit, -away.offset))


def _moved(placed: Placed, shift: Shift) -> Placed:
    """Return the day a distance away from a placed one."""
    if placed.precision.rank < Precision.DAY.rank:
        raise ResolveError("counts from something coarser than a day")
    return placed._replace(start=add(placed.start, shift.unit, shift.offset), end=None, readings=())


def _stretch(placed: Placed, part: Shift) -> Placed:
    """Return so many days, weeks or months at the beginning of a unit, or at its end where the number is negative."""
    after = stop(placed)
    begin = placed.start if part.offset > 0 else add(after, part.unit, part.offset)
    end = add(placed.start, part.unit, part.offset) if part.offset > 0 else after
    if begin < placed.start or end > after:
        raise ResolveError("is more than the whole")
    unit = Precision.MONTH if part.unit == "month" else Precision.DAY
    last = add(end, unit, -1)
    return placed._replace(start=begin, end=last if last > begin else None, precision=unit, readings=())


def _around(placed: Placed, unit: str) -> Placed:
    """Return the week or weekend that holds a day."""
    monday = placed.start - timedelta(days=placed.start.weekday())
    sunday = monday + timedelta(days=6)
    if unit == "weekend":
        return placed._replace(start=sunday - timedelta(days=1), end=sunday, precision=Precision.DAY, readings=())
    return placed._replace(start=monday, end=sunday, precision=Precision.WEEK, readings=())


def _with_clock(fields: Fields, placed: Placed, clock: int | None = None) -> Placed:
    """Return the day with the part or the time said with it.

    Args:
        clock: Hour last stated; a bare 两点半 behind 下午一点 is in the afternoon too.
    """
    if placed.precision is not Precision.DAY:
        return placed
    if fields.hour is not None:
        precision = Precision.HOUR if fields.minute is None else Precision.MINUTE
        hour = fields.hour
        carried = clock is not None and fields.day is None and fields.shift is None and not fields.meridiem
        if carried and hour < (clock or 0) <= hour + 12 < 24:
            hour += 12
        step = timedelta(hours=hour, minutes=fields.minute or 0)
        return placed._replace(
            start=placed.start + step, precision=precision, readings=tuple(one + step for one in placed.readings)
        )
    if fields.part is not None:
        return placed._replace(precision=Precision.PART, part=fields.part)
    return placed


def follow(fields: Fields, first: Placed, context: Context, direction: Direction | None) -> Placed:
    """Return the last unit of a range: what it leaves out is taken from the first, never before it."""
    if fields.shift is not None and fields.shift.base == "context":
        return place(fields, context.at(last_day(first)), direction)
    if fields.shift is not None or fields.year is not None:
        return place(fields, context, direction)
    try:
        return _with_clock(fields, _follow_day(fields, first, context, direction))
    except (ValueError, OverflowError) as error:
        raise OutOfRangeError(f"no such day: {error}") from error


def _follow_day(fields: Fields, first: Placed, context: Context, direction: Direction | None) -> Placed:
    start = first.start
    day = start.replace(hour=0, minute=0)
    if fields.lunar:
        years = [in_year(fields, year, first.basis, None) for year in range(start.year - 1, start.year + 2)]
        return next((placed for placed in years if placed.start >= day), years[-1])
    if fields.month is not None or fields.quarter or fields.half or fields.season:
        placed = in_year(fields, start.year, first.basis, None)
        return placed if placed.start >= day else in_year(fields, start.year + 1, first.basis, None)
    if fields.day is not None:
        same = fields.day >= day.day and fields.day <= monthrange(day.year, day.month)[1]
        month = day.replace(day=1) if same else add(day.replace(day=1), "month", 1)
        return Placed(month.replace(day=fields.day), None, Precision.DAY, first.basis)
    if fields.weekday is not None:
        return Placed(day + timedelta(days=(fields.weekday - 1 - day.weekday()) % 7), None, Precision.DAY, first.basis)
    if fields.hour is not None:
        time = timedelta(hours=fields.hour, minutes=fields.minute or 0)
        if day + time < start:
            later = (
                timedelta(hours=12)
                if not fields.meridiem and fields.hour < 12 and day + time + timedelta(hours=12) > start
                else timedelta(days=1)
            )
            day += later
        return Placed(day, None, Precision.DAY, first.basis)
    if fields.part is not None:
        return Placed(day, None, Precision.DAY, first.basis)
    return place(fields, context, direction)
