"""What is said inside a known year: months, quarters, weeks, holidays, lunar dates."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from timeline.model import Basis, Precision
from timeline.model.expression import Fields
from timeline.resolve.holidays import AREAS, resolve_holiday
from timeline.resolve.lunar import lunar_to_gregorian
from timeline.resolve.placed import Placed, add

DAY = timedelta(days=1)
THIRDS = {
    10: {"start": (0, 3), "mid": (4, 6), "end": (7, 9)},
    100: {"start": (0, 33), "mid": (34, 66), "end": (67, 99)},
}
"""Years of a decade and of a century that their beginning, middle and end mean."""
SEASONS = {
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14), "summer-holiday": (7, 8),
    "winter-holiday": (1, 2), "winter-spring": (12, 17),
}  # fmt: skip
"""First and last month; 13 to 17 are January to May of the year after."""


def in_year(fields: Fields, year: int, basis: Basis, anchor: str | None) -> Placed:
    """Return what the fields say inside a known year."""
    first = datetime(year, 1, 1)
    if fields.years > 1:
        thirds = THIRDS.get(fields.years, {})
        begin, end = thirds.get(fields.third or "", (0, fields.years - 1))
        last = datetime(min(year + end, 9999), 1, 1)
        return Placed(datetime(year + begin, 1, 1), last, Precision.YEAR, basis, anchor=anchor)
    if fields.holiday is not None:
        return _days(resolve_holiday(fields.holiday, year, AREAS.get(fields.zone or "", "CN")), basis, anchor)
    if fields.lunar and fields.month is not None:
        return _lunar(fields, fields.month, year, basis, anchor)
    if fields.month is not None and fields.day is not None:
        return Placed(datetime(year, fields.month, fields.day), None, Precision.DAY, basis, anchor=anchor)
    if fields.month is not None:
        if fields.half:
            return _half_month(datetime(year, fields.month, 1), fields.half, basis, anchor)
        if fields.nth and fields.weekday:
            day = _nth(year, fields.month, fields.weekday, fields.nth)
            return Placed(day, None, Precision.DAY, basis, anchor=anchor)
        if fields.week:
            return _week(datetime(year, fields.month, 1), "month", fields.week, basis, anchor)
        return Placed(datetime(year, fields.month, 1), None, Precision.MONTH, basis, third=fields.third, anchor=anchor)
    months = _months(fields)
    if months:
        precision, begin, stop = months
        return Placed(month_start(year, begin), month_start(year, stop), precision, basis, third=None, anchor=anchor)
    if fields.week:
        return _week(first, "year", fields.week, basis, anchor)
    return Placed(first, None, Precision.YEAR, basis, third=fields.third, anchor=anchor)


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


def month_start(year: int, month: int) -> datetime:
    return datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _half_month(first: datetime, half: int, basis: Basis, anchor: str | None) -> Placed:
    """Return the days to the 15th of the month that begins on `first`, or those after it."""
    middle = first.replace(day=15)
    begin, end = (first, middle) if half == 1 else (middle + DAY, add(first, "month", 1) - DAY)
    return Placed(begin, end, Precision.DAY, basis, anchor=anchor)


def _nth(year: int, month: int, weekday: int, nth: int) -> datetime:
    """Return the nth weekday of a month, -1 for the last."""
    edge = month_start(year, month + 1 if nth < 0 else month)
    ahead = (weekday - 1 - edge.weekday()) % 7
    return edge + timedelta(days=ahead, weeks=nth if nth < 0 else nth - 1)


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


def _lunar(fields: Fields, month: int, year: int, basis: Basis, anchor: str | None) -> Placed:
    """Return a day, or all days, of a lunar month."""
    first = lunar_to_gregorian(year, month, fields.day or 1, fields.leap)
    last = first if fields.day else lunar_to_gregorian(year, month, -1, fields.leap)
    return _days((first, last), basis, anchor)


def _days(span: tuple[date, date], basis: Basis, anchor: str | None) -> Placed:
    first, last = (datetime.combine(day, datetime.min.time()) for day in span)
    return Placed(first, last if last > first else None, Precision.DAY, basis, anchor=anchor)
