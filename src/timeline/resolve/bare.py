"""A day, weekday or clock time said alone: it belongs to what the text spoke of, else to the publication."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta

from timeline.errors import ResolveError
from timeline.model import Basis, Precision
from timeline.model.expression import Direction, Fields
from timeline.resolve.context import Context
from timeline.resolve.nearest import choose
from timeline.resolve.placed import Placed, add, stop
from timeline.resolve.years import in_year

NEAR = 60
"""Days between a stated date and the publication within which later paragraphs still count from it."""
RUN = 14
"""Days of a run within which a weekday can say one of them."""
HALF = 15
"""A smaller day number means the next month where that is so near, and the same month farther: 30日……2日."""
EVENING = 18
"""Hour from which a following 凌晨, or an hour before `DAWN`, is of the next day."""
DAWN = 6
NOON = 12
"""Hour to which a clock time behind a night is of the next day."""


def bare_day(fields: Fields, context: Context, direction: Direction | None) -> Placed:
    """Return a day without month: beside the date stated before, else nearest to the publication."""
    number = fields.day or 1
    stated = _of_month(number, context) or _of_heading(number, context) or _beside(number, context)
    if stated is not None and not _is_report(stated, context, direction):
        anchor = (context.day or stated).isoformat()
        return Placed(_midnight(stated), None, Precision.DAY, "inherited", anchor=anchor, reason="month stated before")
    published = context.require().replace(hour=0, minute=0)
    firsts = (add(published.replace(day=1), "month", offset) for offset in range(-2, 3))
    candidates = [
        Placed(first.replace(day=number), None, Precision.DAY)
        for first in firsts
        if number <= monthrange(first.year, first.month)[1]
    ]
    if direction == "future":
        candidates = [placed for placed in candidates if stop(placed) > published] or candidates
    return _of_weekday(fields, choose(candidates, context, None), context)


def _day_of_clock(day: date, fields: Fields, context: Context) -> date:
    """Return the day beside the last stated one on which a clock time lies: the next where the night goes on."""
    if context.clocked is not None and fields.hour is not None:
        begin, end = context.clocked
        time = timedelta(hours=fields.hour, minutes=fields.minute or 0)
        near = (_midnight(begin.date()) + time, _midnight(end.date()) + time)
        return min(near, key=lambda moment: max(begin - moment, moment - end, timedelta())).date()
    small = fields.part == "dawn" or (fields.part is None and fields.hour is not None and fields.hour < DAWN)
    clock = context.clock if context.moment is None else context.moment.hour
    late = small and (clock or 0) >= EVENING
    woken = context.night and fields.hour is not None and fields.meridiem and fields.hour <= NOON
    return day + timedelta(days=late or woken)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time())


def _of_month(number: int, context: Context) -> date | None:
    """Return the day in the month that the sentence named last, or that is all a text without anchor names."""
    spoken = context.month_sentence == context.here or (context.published is None and context.day is None)
    return _day(*context.month, number) if spoken and context.month else None


def _of_heading(number: int, context: Context) -> date | None:
    """Return the day in the month whose heading stands above, where no date of the sentence is nearer."""
    period = context.periods[-1] if context.periods and context.sentence != context.here else None
    return _day(period.year, period.month, number) if period and period.month else None


def _day(year: int, month: int, number: int) -> date | None:
    """Return a day of a month, which may be one of the year before (0) or after (13); None where there is none."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not MINYEAR <= year <= MAXYEAR or number > monthrange(year, month)[1]:
        return None
    return date(year, month, number)


def _beside(number: int, context: Context) -> date | None:
    """Return the day in the month of the date stated before or next to it; None where that one is far away."""
    last = context.day
    if last is None or not _holds(last, context):
        return None
    first = context.first or last
    near = [_day(last.year, month, number) for month in (last.month - 1, last.month, last.month + 1)]
    days = [day for day in near if day is not None]
    within = [day for day in days if first <= day <= last]
    same = [day for day in days if (day.year, day.month) == (last.year, last.month)]
    ahead = [day for day in days if day > last and (day - last).days <= HALF]
    if within:
        return within[0]
    if same and not (ahead and (first - same[0]).days > HALF):
        return same[0]
    return min(ahead or days, key=lambda day: abs(day - last), default=None)


def _holds(day: date, context: Context) -> bool:
    """Return whether the text still speaks of the time of a stated day."""
    if context.published is None or context.paragraph == context.paragraph_here:
        return True
    return abs((day - context.published.date()).days) <= NEAR


def _is_report(day: date, context: Context, direction: Direction | None) -> bool:
    """Return whether a day said to be past cannot be the one after the publication: 将于6月8日……记者27日获悉."""
    return direction == "past" and context.published is not None and day > context.published.date()


def _of_weekday(fields: Fields, placed: Placed, context: Context) -> Placed:
    """Return the nearest day of that number which falls on the weekday stated with it; as it was where none is near."""
    if fields.weekday in (None, placed.start.isoweekday()):
        return placed
    months = (add(placed.start.replace(day=1), "month", step * side) for step in range(1, 12) for side in (-1, 1))
    number = fields.day or 1
    days = (month.replace(day=number) for month in months if number <= monthrange(month.year, month.month)[1])
    found = [day for day in days if day.isoweekday() == fields.weekday]
    return placed._replace(start=found[0], readings=(), reason="nearest on that weekday") if found else placed


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
    within = _in_run(weekday, context) if direction != "past" else None
    if within is not None:
        return within
    if context.weekday_sentence == context.here and context.day is not None and direction is None:
        return _next_weekday(weekday, context.day)
    future, past = base + timedelta(days=ahead), base + timedelta(days=ahead - 7)
    if ahead == 0:
        return Placed(base, None, Precision.DAY, basis, anchor=anchor, reason="the publication day itself")
    if direction is None:
        best, reason = (future if weekday - 1 > base.weekday() else past), "of the same week"
    else:
        best, reason = (future if direction == "future" else past), f"nearest in the {direction}"
    return Placed(best, None, Precision.DAY, basis, anchor=anchor, readings=(past, future), reason=reason)


def _in_run(weekday: int, context: Context) -> Placed | None:
    """Return the weekday among the days of a run to come: the fair runs July 23-28 … at 4 p.m. Saturday."""
    if context.run is None or context.published is None:
        return None
    first, last = context.run
    day = first + timedelta(days=(weekday - 1 - first.weekday()) % 7)
    ahead = first > context.published.date() and (last - first).days < RUN
    if not ahead or not first <= day <= last or day + timedelta(weeks=1) <= last:
        return None
    reason = "among the days stated before"
    return Placed(_midnight(day), None, Precision.DAY, "inherited", anchor=first.isoformat(), reason=reason)


def _next_weekday(weekday: int, day: date) -> Placed:
    """Return the weekday that follows one named in the same sentence: 上周六开赛，周日收官."""
    following = _midnight(day) + timedelta(days=(weekday - 1 - day.weekday()) % 7)
    reason = "behind the weekday stated before"
    return Placed(following, None, Precision.DAY, "relative", anchor=day.isoformat(), reason=reason)


def bare_lunar_day(fields: Fields, context: Context) -> Placed:
    """Return a day of the lunar month stated before: 大年初一……初四.

    Raises:
        ResolveError: No lunar month was stated.
    """
    if context.lunar_month is None or context.day is None:
        raise ResolveError("is of a lunar month, and none was stated before")
    stated = _midnight(context.day)
    whole = fields._replace(month=context.lunar_month)
    days = [in_year(whole, year, "inherited", None) for year in (stated.year - 1, stated.year)]
    best = min(days, key=lambda placed: abs(placed.start - stated))
    return best._replace(anchor=context.day.isoformat(), reason="lunar month stated before")


def bare_clock(fields: Fields, context: Context, direction: Direction | None) -> Placed:
    """Return the day of a clock time: beside the last one stated, else that of publication.

    In a programme the day that a label states goes before what prose tells in between.
    """
    day = context.day
    if context.in_row and context.held and (day is None or (context.is_told and context.sentence != context.here)):
        day = context.held
    if day is not None and _goes_on(day, context, direction):
        reason = "date stated before"
        start = _midnight(_day_of_clock(day, fields, context))
        return Placed(start, None, Precision.DAY, "inherited", anchor=day.isoformat(), reason=reason)
    published = context.require().replace(hour=0, minute=0)
    guessed = context.inferred or context.in_row
    return Placed(published, None, Precision.DAY, "inferred" if guessed else "completed", anchor=context.stamp)


def _goes_on(day: date, context: Context, direction: Direction | None) -> bool:
    """Return whether the clock times of a further sentence can be those of a stated day; in prose tense may gainsay."""
    if context.published is None or context.sentence == context.here or context.is_programme or context.in_row:
        return True
    published = context.published.date()
    ahead = direction == "future" and (published - day).days > NEAR
    return not (ahead or (direction == "past" and day > published))
