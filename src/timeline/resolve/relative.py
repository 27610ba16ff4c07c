"""What counts from an anchor: 昨日, next Friday, 三天前."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.errors import MissingAnchorError
from timeline.model import Basis, Precision
from timeline.model.expression import Direction, Fields, Shift
from timeline.resolve.context import Context
from timeline.resolve.placed import Placed, add
from timeline.resolve.years import in_year

CLOCK_UNITS = frozenset({"second", "minute", "hour"})


def shifted(fields: Fields, shift: Shift, context: Context, direction: Direction | None = None) -> Placed:
    loose = shift.exact or (shift.unit == "month" and fields.third is not None)
    if loose and shift.base == "context" and not (context.is_near(direction) and _precedes(context, shift)):
        shift = shift._replace(base="now")
    if _is_told(shift, context):
        shift = shift._replace(base="context")
    basis: Basis = "inferred" if context.inferred else "relative"
    if shift.base == "context" and context.day is None and context.published is None and shift.unit == "day":
        raise MissingAnchorError("counts from a date stated before, and there is none")
    if shift.base == "period":
        shift = _of_period(shift, context)
    if shift.base == "context":
        base, anchor = _context_base(shift, context)
        basis = "inherited" if shift.offset == 0 else "relative"
    elif context.published is None and shift.unit in ("year", "decade", "century") and context.year:
        base, anchor = datetime(context.year, 1, 1), str(context.year)
    else:
        base, anchor = context.require(), context.stamp or ""
    timed = context.timed or (shift.base == "context" and context.moment is not None)
    placed = _distant(base, shift, timed) if shift.exact else _named(fields, base, shift)
    return placed._replace(basis=basis, anchor=anchor)


LONG_PAST = timedelta(days=30)
"""Behind a day so long before the publication 两天前 counts from that day."""


def _is_told(shift: Shift, context: Context) -> bool:
    """Return whether some days or weeks ago are told of a day stated before, long past."""
    if not (shift.exact and shift.offset < 0 and shift.base == "now" and shift.unit in ("day", "week")):
        return False
    if context.day is None or context.published is None or context.paragraph != context.paragraph_here:
        return False
    return context.published.date() - context.day > LONG_PAST


def _precedes(context: Context, shift: Shift) -> bool:
    """Return whether the stated day may be what a time counts from: years earlier than a day to come are none."""
    ahead = context.day is not None and context.published is not None and context.day > context.published.date()
    return not (ahead and shift.offset < 0)


def _of_period(shift: Shift, context: Context) -> Shift:
    """Return a year's distance as that of the quarter the sentence speaks of: up from a year earlier."""
    if context.quarter is not None and context.quarter_sentence == context.here:
        return shift._replace(unit="quarter", offset=4 * shift.offset, base="context")
    return shift._replace(base="context")


def _context_base(shift: Shift, context: Context) -> tuple[datetime, str]:
    if context.moment is not None and shift.unit in CLOCK_UNITS:
        return context.moment, context.moment.isoformat(timespec="minutes")
    if context.day is not None and shift.unit in ("day", "week", "weekend"):
        return datetime.combine(context.day, datetime.min.time()), context.day.isoformat()
    if shift.unit == "quarter":
        return _quarter_base(context)
    if shift.unit == "month" and context.month is not None:
        return datetime(*context.month, 1), "{:04}-{:02}".format(*context.month)
    if shift.unit == "year" and context.stated_year is not None:
        return datetime(context.stated_year, 1, 1), str(context.stated_year)
    base = context.require()
    return base, context.stamp or ""


def _quarter_base(context: Context) -> tuple[datetime, str]:
    """Return the quarter last stated, or the last one that had ended at the publication: the one news reports on."""
    if context.quarter is not None:
        year, number = context.quarter
        return datetime(year, number * 3 - 2, 1), f"{year:04}-Q{number}"
    return add(context.require(), "quarter", -1), context.stamp or ""


def _distant(base: datetime, shift: Shift, timed: bool) -> Placed:
    """Return the point a counted distance away (三天前), as fine as its unit.

    Args:
        timed: Whether the hour and minute of `base` are known.
    """
    unit, offset = shift.unit, shift.offset
    if unit in CLOCK_UNITS:
        if not timed:
            raise MissingAnchorError("counts in hours from a moment whose hour is not known")
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
        return in_year(fields._replace(month=month.month), month.year, "relative", None)
    if unit == "quarter":
        month = add(day.replace(day=1), "quarter", shift.offset)
        return in_year(fields._replace(quarter=(month.month - 1) // 3 + 1), month.year, "relative", None)
    if unit == "half":
        month = add(day.replace(day=1), "half", shift.offset)
        return in_year(fields._replace(half=(month.month - 1) // 6 + 1), month.year, "relative", None)
    year = add(day.replace(day=1), unit, shift.offset).year
    if unit == "decade":
        return in_year(Fields(years=10), year // 10 * 10, "relative", None)
    return in_year(fields, year, "relative", None)
