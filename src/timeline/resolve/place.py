"""Stated fields + anchor → a place on the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from timeline.errors import MissingAnchorError, OutOfRangeError, ResolveError
from timeline.model import Basis, Part, Precision
from timeline.model.expression import Direction, Fields, Shift
from timeline.resolve.context import Context
from timeline.resolve.holidays import AREAS, resolve_holiday
from timeline.resolve.lunar import lunar_to_gregorian, sexagenary_year, zodiac_year

PAST_PENALTY = 180
"""Days added to the distance of a past reading where the words around announce something (将, will)."""
SEASONS = {
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14), "summer-holiday": (7, 8),
    "winter-holiday": (1, 2),
}  # fmt: skip
"""First and last month; 13 and 14 are January and February of the year after."""


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


def place(fields: Fields, context: Context, direction: Direction | None = None) -> Placed:
    """Return where a stated point lies.

    Raises:
        MissingAnchorError: It counts from a day nobody gave.
        OutOfRangeError: There is no such day, or it lies outside years 1-9999.
        ResolveError: It says too little.
    """
    try:
        placed = _with_clock(fields, _place_day(fields, context, direction), context.clock)
        if fields.away is not None:
            return _moved(placed, fields.away)
        return _around(placed, fields.around) if fields.around else placed
    except (ValueError, OverflowError) as error:
        raise OutOfRangeError(f"no such day: {error}") from error


def _place_day(fields: Fields, context: Context, direction: Direction | None) -> Placed:
    if fields.holiday is not None:
        fields = fields._replace(zone=fields.zone or context.zone)
    if fields.cycle is not None:
        fields = _of_cycle(fields, fields.cycle, context)
    if fields.shift is not None:
        if fields.day is not None and fields.shift.unit in ("day", "week"):
            return _named_day(fields, fields.shift, context, direction)
        return _shifted(fields, fields.shift, context)
    if fields.year is not None:
        return _in_year(fields, fields.year, "explicit", None)
    if (
        fields.month is not None
        or fields.quarter
        or fields.half
        or fields.season
        or fields.months
        or fields.third
        or fields.holiday
    ):
        return _yearless(fields, context, direction)
    if fields.day is not None:
        return _bare_day(fields, context, direction)
    if fields.weekday is not None:
        return _bare_weekday(fields.weekday, context, direction)
    if fields.week is not None:
        return _in_year(fields, _published(context).year, context.basis, _stamp(context))
    if fields.hour is not None or fields.part is not None:
        return _bare_clock(context)
    raise ResolveError("says too little")


def _published(context: Context) -> datetime:
    if context.published is None:
        raise MissingAnchorError("counts from the publication, which is not known")
    return context.published


def _stamp(context: Context) -> str | None:
    if context.published is None:
        return None
    return context.published.isoformat(timespec="minutes") if context.timed else context.published.date().isoformat()


# ---- relative -----------------------------------------------------------------------------------------------------


def _shifted(fields: Fields, shift: Shift, context: Context) -> Placed:
    basis: Basis = "inferred" if context.inferred else "relative"
    if shift.base == "context" and context.day is None and shift.unit in ("day", "week"):
        raise MissingAnchorError("counts from a date stated before, and there is none")
    if shift.base == "context":
        base, anchor = _context_base(shift, context)
        basis = "inherited" if shift.offset == 0 else "relative"
    elif context.published is None and shift.unit in ("year", "decade", "century") and context.year:
        base, anchor = datetime(context.year, 1, 1), str(context.year)
    else:
        base, anchor = _published(context), _stamp(context) or ""
    placed = _distant(base, shift, context) if shift.exact else _named(fields, base, shift)
    return placed._replace(basis=basis, anchor=anchor)


def _named_day(fields: Fields, shift: Shift, context: Context, direction: Direction | None) -> Placed:
    """Return a relative day that is also given as a date (今天（27日）, 上周六（9月21日）): the date wins where they differ."""
    stated = fields._replace(shift=None)
    try:
        placed = _shifted(fields, shift, context)
    except MissingAnchorError:
        return _place_day(stated, context, direction)
    agrees = placed.start.day == fields.day and fields.month in (None, placed.start.month)
    return placed if agrees and fields.year is None else _place_day(stated, context, direction)


def _context_base(shift: Shift, context: Context) -> tuple[datetime, str]:
    if context.day is not None and shift.unit in ("day", "week", "weekend"):
        return datetime.combine(context.day, datetime.min.time()), context.day.isoformat()
    if shift.unit == "month" and context.month is not None:
        return datetime(*context.month, 1), "{:04}-{:02}".format(*context.month)
    if shift.unit == "year" and context.stated_year is not None:
        return datetime(context.stated_year, 1, 1), str(context.stated_year)
    base = _published(context)
    return base, _stamp(context) or ""


def _distant(base: datetime, shift: Shift, context: Context) -> Placed:
    """Return the point a counted distance away (三天前), as fine as its unit."""
    unit, offset = shift.unit, shift.offset
    if unit in ("second", "minute", "hour"):
        if not context.timed:
            raise MissingAnchorError("counts in hours from a publication whose hour is not known")
        moment = base + timedelta(**{f"{unit}s": offset})
        return Placed(moment.replace(second=0, microsecond=0), None, Precision.MINUTE)
    moment = add(base, unit, offset)
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if shift.due:
        return Placed(day, None, Precision.DAY)
    if unit == "month":
        return Placed(day.replace(day=1), None, Precision.MONTH)
    if unit in ("year", "decade", "century"):
        return Placed(day.replace(day=1, month=1), None, Precision.YEAR)
    return Placed(day, None, Precision.DAY)


DAYS = {"day": 1, "week": 7, "weekend": 7}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


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


def _named(fields: Fields, base: datetime, shift: Shift) -> Placed:
    """Return a named unit near the anchor (last week, 明年) with what is said inside it."""
    day = base.replace(hour=0, minute=0, second=0, microsecond=0)
    unit = shift.unit
    if unit == "day":
        return Placed(add(day, "day", shift.offset), None, Precision.DAY)
    if unit in ("week", "weekend"):
        monday = add(day, "week", shift.offset) - timedelta(days=day.weekday())
        if unit == "weekend":
            return Placed(monday + timedelta(days=5), monday + timedelta(days=6), Precision.DAY)
        if fields.weekday:
            return Placed(monday + timedelta(days=fields.weekday - 1), None, Precision.DAY)
        return Placed(monday, monday + timedelta(days=6), Precision.WEEK, third=fields.third)
    if unit == "month":
        month = add(day.replace(day=1), "month", shift.offset)
        return _in_year(fields._replace(month=month.month), month.year, "relative", None)
    if unit == "quarter":
        month = add(day.replace(day=1), "quarter", shift.offset)
        return _in_year(fields._replace(quarter=(month.month - 1) // 3 + 1), month.year, "relative", None)
    if unit == "half":
        month = add(day.replace(day=1), "half", shift.offset)
        return _in_year(fields._replace(half=(month.month - 1) // 6 + 1), month.year, "relative", None)
    year = add(day.replace(day=1), unit, shift.offset).year
    if unit == "decade":
        return _in_year(Fields(years=10), year // 10 * 10, "relative", None)
    return _in_year(fields, year, "relative", None)


# ---- in a year ----------------------------------------------------------------------------------------------------


def _in_year(fields: Fields, year: int, basis: Basis, anchor: str | None) -> Placed:
    """Return what the fields say inside a known year."""
    first = datetime(year, 1, 1)
    if fields.years > 1:
        return Placed(
            first,
            datetime(min(year + fields.years - 1, 9999), 1, 1),
            Precision.YEAR,
            basis,
            third=fields.third,
            anchor=anchor,
        )
    if fields.holiday is not None:
        return _days(resolve_holiday(fields.holiday, year, AREAS.get(fields.zone or "", "CN")), basis, anchor)
    if fields.lunar and fields.month is not None:
        return _lunar(fields, fields.month, year, basis, anchor)
    if fields.month is not None and fields.day is not None:
        return Placed(datetime(year, fields.month, fields.day), None, Precision.DAY, basis, anchor=anchor)
    if fields.month is not None:
        if fields.week:
            return _week(datetime(year, fields.month, 1), "month", fields.week, basis, anchor)
        return Placed(datetime(year, fields.month, 1), None, Precision.MONTH, basis, third=fields.third, anchor=anchor)
    months = _months(fields)
    if months:
        precision, begin, stop = months
        return Placed(_month(year, begin), _month(year, stop), precision, basis, third=None, anchor=anchor)
    if fields.week:
        return _week(first, "year", fields.week, basis, anchor)
    return Placed(first, None, Precision.YEAR, basis, third=fields.third, anchor=anchor)


def _of_cycle(fields: Fields, name: str, context: Context) -> Fields:
    """Return the fields with the year of a cycle that is nearest to the publication."""
    published = context.published or (datetime(context.year, 7, 1) if context.year else _published(context))
    nearest = zodiac_year if len(name) == 1 else sexagenary_year
    return fields._replace(year=nearest(name if len(name) == 1 else name[:2], published.date()))


def _lunar(fields: Fields, month: int, year: int, basis: Basis, anchor: str | None) -> Placed:
    """Return a day, or all days, of a lunar month."""
    first = lunar_to_gregorian(year, month, fields.day or 1, fields.leap)
    last = first if fields.day else lunar_to_gregorian(year, month, -1, fields.leap)
    return _days((first, last), basis, anchor)


def _days(span: tuple[date, date], basis: Basis, anchor: str | None) -> Placed:
    first, last = (datetime.combine(day, datetime.min.time()) for day in span)
    return Placed(first, last if last > first else None, Precision.DAY, basis, anchor=anchor)


def _months(fields: Fields) -> tuple[Precision, int, int] | None:
    if fields.quarter:
        return Precision.QUARTER, fields.quarter * 3 - 2, fields.quarter * 3
    if fields.half:
        return Precision.HALF, fields.half * 6 - 5, fields.half * 6
    if fields.months:
        return Precision.MONTH, 1, fields.months
    if fields.season in SEASONS:
        return Precision.SEASON, *SEASONS[fields.season]
    return None


def _month(year: int, month: int) -> datetime:
    return datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _week(first: datetime, unit: str, number: int, basis: Basis, anchor: str | None) -> Placed:
    """Return a numbered week of the month or year that begins on `first`, -1 for its last.

    A week belongs where its Thursday lies (ISO 8601).
    """
    thursday = first + timedelta(days=(3 - first.weekday()) % 7)
    if number < 0:
        after = add(first, unit, 1)
        thursday = after - timedelta(days=(after.weekday() - 4) % 7 + 1)
        number = 1
    monday = thursday - timedelta(days=3) + timedelta(weeks=number - 1)
    return Placed(monday, monday + timedelta(days=6), Precision.WEEK, basis, anchor=anchor)


# ---- without a year -----------------------------------------------------------------------------------------------


def _yearless(fields: Fields, context: Context, direction: Direction | None) -> Placed:
    if context.published is None:
        year = context.year or context.stated_year
        if year is not None and fields.weekday and fields.day:
            year = _year_of_weekday(fields, year)
        if year is None:
            raise MissingAnchorError("has no year, and the publication is not known")
        basis: Basis = ("inferred" if context.inferred else "completed") if context.year else "inherited"
        return _in_year(fields, year, basis, str(year))
    base = context.published.year
    candidates = list(_existing(fields, range(base - 1, base + 2)))
    if len(candidates) < 3:
        candidates = list(_existing(fields, range(base - 8, base + 9)))
    if fields.weekday and fields.day:
        candidates = [one for one in candidates if one.start.isoweekday() == fields.weekday] or candidates
    return _choose(candidates, context, direction)


def _year_of_weekday(fields: Fields, year: int) -> int:
    """Return the year, or its neighbour, in which the day is the weekday said with it; the year itself if none is."""
    placed = [*_existing(fields, (year, year - 1, year + 1))]
    return next((one.start.year for one in placed if one.start.isoweekday() == fields.weekday), year)


def _existing(fields: Fields, years: Iterable[int]) -> Iterable[Placed]:
    """Yield the readings that exist (29 February does not in every year)."""
    for year in years:
        try:
            yield _in_year(fields, year, "completed", None)
        except (ValueError, OutOfRangeError):
            continue


def _choose(candidates: list[Placed], context: Context, direction: Direction | None) -> Placed:
    """Return the candidate nearest to the publication; an announcement makes the past farther.

    Args:
        candidates: In order of time.
    """
    published = _published(context).replace(hour=0, minute=0)
    if not candidates:
        raise OutOfRangeError("there is no such day in any near year")
    past = future = None
    for placed in candidates:
        if placed.start > published:
            future = placed
            break
        if _stop(placed) > published:
            return placed._replace(basis=context.basis, anchor=_stamp(context), reason="holds the publication day")
        past = placed
    if past is None or future is None:
        best, readings = past or future or candidates[0], ()
    else:
        behind = (published - _stop(past)).days + (PAST_PENALTY if direction == "future" else 0)
        ahead = (future.start - published).days + (PAST_PENALTY if direction == "past" else 0)
        best, readings = (past if behind <= ahead else future), (past.start, future.start)
    side = "before" if best is past else "after"
    reason = f"nearest, {side} publication" + (f", announced as {direction}" if direction else "")
    return best._replace(basis=context.basis, anchor=_stamp(context), readings=readings, reason=reason)


def _stop(placed: Placed) -> datetime:
    """Return the first moment after a placed time."""
    last = placed.end or placed.start
    length = {Precision.YEAR: "year", Precision.DAY: "day", Precision.WEEK: "day"}.get(placed.precision, "month")
    return add(last, length, 1)


def _bare_day(fields: Fields, context: Context, direction: Direction | None) -> Placed:
    day = fields.day or 1
    if context.month is not None and context.day is not None:
        year, month = context.month
        ahead = _month(year, month + 1)
        same = day <= monthrange(year, month)[1]
        near = context.published is None or abs((datetime(year, month, 1) - context.published).days) > 60
        if same and (
            day >= context.day.day or near or not _nearer(datetime(ahead.year, ahead.month, min(day, 28)), context)
        ):
            found = datetime(year, month, day)
        else:
            found = ahead.replace(day=day)
        return Placed(
            found, None, Precision.DAY, "inherited", anchor=context.day.isoformat(), reason="month stated before"
        )
    published = _published(context)
    candidates = []
    for offset in range(-2, 3):
        month_start = add(published.replace(day=1, hour=0, minute=0), "month", offset)
        if day <= monthrange(month_start.year, month_start.month)[1]:
            candidates.append(Placed(month_start.replace(day=day), None, Precision.DAY))
    if direction == "future":
        candidates = [
            placed for placed in candidates if _stop(placed) > published.replace(hour=0, minute=0)
        ] or candidates
    return _of_weekday(fields, _choose(candidates, context, None), context)


def _of_weekday(fields: Fields, placed: Placed, context: Context) -> Placed:
    """Return the nearest day of that number which falls on the weekday stated with it; as it was where none is near."""
    if fields.weekday in (None, placed.start.isoweekday()):
        return placed
    months = (add(placed.start.replace(day=1), "month", offset) for offset in (-1, 1, -2, 2, -3, 3))
    days = (
        month.replace(day=fields.day) for month in months if (fields.day or 1) <= monthrange(month.year, month.month)[1]
    )
    found = [day for day in days if day.isoweekday() == fields.weekday]
    return placed._replace(start=found[0], readings=(), reason="nearest on that weekday") if found else placed


def _nearer(later: datetime, context: Context) -> bool:
    """Return whether the next month's day is no farther from the publication than a fortnight."""
    return context.published is not None and abs((later - context.published).days) <= 14


def _bare_weekday(weekday: int, context: Context, direction: Direction | None) -> Placed:
    """Return the day a bare weekday points at: the one of the anchor's week, unless the words say past or future.

    Weeks start on Monday (ISO 8601). On the anchor's own weekday the anchor itself is meant.
    """
    basis: Basis = "inferred" if context.inferred else "relative"
    if context.published is None and context.day is not None:
        base, anchor, basis = datetime.combine(context.day, datetime.min.time()), context.day.isoformat(), "inherited"
    else:
        base, anchor = _published(context).replace(hour=0, minute=0), _stamp(context)
    ahead = (weekday - 1 - base.weekday()) % 7
    future, past = base + timedelta(days=ahead), base + timedelta(days=ahead - 7)
    if ahead == 0:
        return Placed(base, None, Precision.DAY, basis, anchor=anchor, reason="the publication day itself")
    if direction is None:
        best, reason = (future if weekday - 1 > base.weekday() else past), "of the same week"
    else:
        best, reason = (future if direction == "future" else past), f"nearest in the {direction}"
    return Placed(best, None, Precision.DAY, basis, anchor=anchor, readings=(past, future), reason=reason)


def _bare_clock(context: Context) -> Placed:
    day = context.day
    if day is not None:
        return Placed(
            datetime.combine(day, datetime.min.time()),
            None,
            Precision.DAY,
            "inherited",
            anchor=day.isoformat(),
            reason="date stated before",
        )
    published = _published(context).replace(hour=0, minute=0)
    return Placed(
        published, None, Precision.DAY, "inferred" if context.inferred else "completed", anchor=_stamp(context)
    )


def _moved(placed: Placed, shift: Shift) -> Placed:
    """Return the day a distance away from a placed one."""
    if placed.precision.rank < Precision.DAY.rank:
        raise ResolveError("counts from something coarser than a day")
    return placed._replace(start=add(placed.start, shift.unit, shift.offset), end=None, readings=())


def _around(placed: Placed, unit: str) -> Placed:
    """Return the week or weekend that holds a day."""
    monday = placed.start - timedelta(days=placed.start.weekday())
    sunday = monday + timedelta(days=6)
    if unit == "weekend":
        return placed._replace(start=sunday - timedelta(days=1), end=sunday, precision=Precision.DAY, readings=())
    return placed._replace(start=monday, end=sunday, precision=Precision.WEEK, readings=())


# ---- time of day --------------------------------------------------------------------------------------------------


def _with_clock(fields: Fields, placed: Placed, clock: int | None = None) -> Placed:
    """Return the day with the part or the time said with it.

    Args:
        clock: Hour last stated; a bare 两点半 behind 下午一点 is in the afternoon too.
    """
    if placed.precision is not Precision.DAY:
        return placed
    if fields.hour is not None:
        precision = Precision.HOUR if fields.minute is None else Precision.MINUTE
        carried = clock is not None and placed.basis == "inherited" and not fields.meridiem
        if carried and fields.hour < (clock or 0) <= fields.hour + 12 < 24:
            fields = fields._replace(hour=fields.hour + 12)
        step = timedelta(hours=fields.hour, minutes=fields.minute or 0)
        return placed._replace(
            start=placed.start + step, precision=precision, readings=tuple(one + step for one in placed.readings)
        )
    if fields.part is not None:
        return placed._replace(precision=Precision.PART, part=fields.part)
    return placed


def follow(fields: Fields, first: Placed, context: Context, direction: Direction | None) -> Placed:
    """Return the last unit of a range: what it leaves out is taken from the first, never before it."""
    if fields.shift is not None or fields.year is not None:
        return place(fields, context, direction)
    try:
        return _with_clock(fields, _follow_day(fields, first, context, direction))
    except (ValueError, OverflowError) as error:
        raise OutOfRangeError(f"no such day: {error}") from error


def _follow_day(fields: Fields, first: Placed, context: Context, direction: Direction | None) -> Placed:
    start = first.start
    day = start.replace(hour=0, minute=0)
    if fields.month is not None or fields.quarter or fields.half or fields.season:
        placed = _in_year(fields, start.year, first.basis, None)
        return placed if placed.start >= day else _in_year(fields, start.year + 1, first.basis, None)
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


def last_day(placed: Placed) -> date:
    """Return the last day of a placed time."""
    return (
        (_stop(placed) - timedelta(days=1)).date()
        if placed.precision.rank <= Precision.DAY.rank
        else placed.start.date()
    )
