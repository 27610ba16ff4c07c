"""What lacks its year, month or day: the reading nearest to the anchor, and why."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import datetime, timedelta

from timeline.errors import MissingAnchorError, OutOfRangeError
from timeline.model import Basis, Precision
from timeline.model.expression import Direction, Fields
from timeline.resolve.context import Context
from timeline.resolve.placed import Placed, add, stop
from timeline.resolve.years import in_year, month_start

PENALTY = {"future": 180, "past": 340}
"""Days added to the distance of the other reading where the words around announce something (将, will), or tell what
has happened (said, took effect)."""


def yearless(fields: Fields, context: Context, direction: Direction | None) -> Placed:
    if context.published is None:
        year = context.year or context.stated_year
        if year is not None and fields.weekday and fields.day:
            year = _year_of_weekday(fields, year)
        if year is None:
            raise MissingAnchorError("has no year, and the publication is not known")
        basis: Basis = ("inferred" if context.inferred else "completed") if context.year else "inherited"
        return in_year(fields, year, basis, str(year))
    known: Placed | None = context.readings.get((fields, direction))
    if known is None:
        known = _nearest_year(fields, context, direction)
        context.readings[fields, direction] = known
    return known


def _nearest_year(fields: Fields, context: Context, direction: Direction | None) -> Placed:
    base = context.require().year
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
            yield in_year(fields, year, "completed", None)
        except (ValueError, OutOfRangeError):
            continue


def _choose(candidates: list[Placed], context: Context, direction: Direction | None) -> Placed:
    """Return the candidate nearest to the publication; an announcement makes the past farther.

    Args:
        candidates: In order of time.
    """
    published = context.require().replace(hour=0, minute=0)
    if not candidates:
        raise OutOfRangeError("there is no such day in any near year")
    past = future = None
    no_readings: tuple[datetime, ...] = ()
    for placed in candidates:
        if placed.start > published:
            future = placed
            break
        if stop(placed) > published:
            return placed._replace(basis=context.basis, anchor=context.stamp, reason="holds the publication day")
        past = placed
    if past is None or future is None:
        best, readings = past or future or candidates[0], no_readings
    else:
        behind = (published - stop(past)).days + (PENALTY["future"] if direction == "future" else 0)
        ahead = (future.start - published).days + (PENALTY["past"] if direction == "past" else 0)
        best, readings = (past if behind <= ahead else future), (past.start, future.start)
    side = "before" if best is past else "after"
    reason = f"nearest, {side} publication" + (f", announced as {direction}" if direction else "")
    return best._replace(basis=context.basis, anchor=context.stamp, readings=readings, reason=reason)


def bare_day(fields: Fields, context: Context, direction: Direction | None) -> Placed:
    """Return a day without month: in the month stated before, else nearest to the publication."""
    day = fields.day or 1
    if context.month is not None and context.day is not None:
        year, month = context.month
        ahead = month_start(year, month + 1)
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
    published = context.require()
    candidates = []
    for offset in range(-2, 3):
        first = add(published.replace(day=1, hour=0, minute=0), "month", offset)
        if day <= monthrange(first.year, first.month)[1]:
            candidates.append(Placed(first.replace(day=day), None, Precision.DAY))
    if direction == "future":
        candidates = [
            placed for placed in candidates if stop(placed) > published.replace(hour=0, minute=0)
        ] or candidates
    return _of_weekday(fields, _choose(candidates, context, None), context)


def _of_weekday(fields: Fields, placed: Placed, context: Context) -> Placed:
    """Return the nearest day of that number which falls on the weekday stated with it; as it was where none is near."""
    if fields.weekday in (None, placed.start.isoweekday()):
        return placed
    months = (add(placed.start.replace(day=1), "month", step * side) for step in range(1, 12) for side in (-1, 1))
    number = fields.day or 1
    days = (month.replace(day=number) for month in months if number <= monthrange(month.year, month.month)[1])
    found = [day for day in days if day.isoweekday() == fields.weekday]
    return placed._replace(start=found[0], readings=(), reason="nearest on that weekday") if found else placed


def _nearer(later: datetime, context: Context) -> bool:
    """Return whether the next month's day is no farther from the publication than a fortnight."""
    return context.published is not None and abs((later - context.published).days) <= 14


def bare_weekday(weekday: int, context: Context, direction: Direction | None) -> Placed:
    """Return the day a bare weekday points at: the one of the anchor's week, unless the words say past or future.

    Weeks start on Monday (ISO 8601). On the anchor's own weekday the anchor itself is meant.
    """
    basis: Basis = "inferred" if context.inferred else "relative"
    if context.published is None and context.day is not None:
        base, basis = datetime.combine(context.day, datetime.min.time()), "inherited"
    else:
        base = context.require().replace(hour=0, minute=0)
    anchor = base.date().isoformat() if basis == "inherited" else context.stamp
    ahead = (weekday - 1 - base.weekday()) % 7
    future, past = base + timedelta(days=ahead), base + timedelta(days=ahead - 7)
    if ahead == 0:
        return Placed(base, None, Precision.DAY, basis, anchor=anchor, reason="the publication day itself")
    if direction is None:
        best, reason = (future if weekday - 1 > base.weekday() else past), "of the same week"
    else:
        best, reason = (future if direction == "future" else past), f"nearest in the {direction}"
    return Placed(best, None, Precision.DAY, basis, anchor=anchor, readings=(past, future), reason=reason)


def occurrence(fields: Fields, side: int, context: Context) -> Placed:
    """Return the last one that ended before the publication day (side -1), or the first that begins after it (1)."""
    counted = fields.stated and context.day is not None
    base = datetime.combine(context.day, datetime.min.time()) if counted and context.day else context.require()
    day = base.replace(hour=0, minute=0, second=0, microsecond=0)
    if fields.month or fields.season or fields.holiday:
        found = [*_existing(fields, range(day.year - 2, day.year + 3))]
    else:
        number = fields.weekday or day.isoweekday()
        nearest = day + timedelta(days=(number - 1 - day.weekday()) % 7)
        found = [Placed(nearest + timedelta(weeks=weeks), None, Precision.DAY) for weeks in (-1, 0, 1)]
    past, future = [one for one in found if stop(one) <= day], [one for one in found if one.start > day]
    if not (past if side < 0 else future):
        raise OutOfRangeError("there is no such day in any near year")
    best, reason = (past[-1], "the last before publication") if side < 0 else (future[0], "the next after publication")
    basis: Basis = "inferred" if context.inferred else "relative"
    return best._replace(basis=basis, anchor=context.stamp, reason=reason)


def bare_clock(context: Context) -> Placed:
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
    published = context.require().replace(hour=0, minute=0)
    return Placed(published, None, Precision.DAY, "inferred" if context.inferred else "completed", anchor=context.stamp)
