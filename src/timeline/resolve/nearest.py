"""What lacks its year, month or day: the reading nearest to the anchor, and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from timeline.errors import MissingAnchorError, OutOfRangeError
from timeline.model import Basis, Precision
from timeline.model.expression import Direction, Fields
from timeline.resolve.context import Context
from timeline.resolve.placed import Placed, stop
from timeline.resolve.years import in_year

PENALTY = {"future": 180, "past": 340}
"""Days added to the distance of the other reading where the words around announce something (将, will), or tell what
has happened (said, took effect)."""


def yearless(fields: Fields, context: Context, direction: Direction | None) -> Placed:
    """Return the reading of a date without its year: in the year whose heading stands above, or the nearest.

    Where only the year of publication is known, the same day in full elsewhere or the name of what happens tells the
    year, and a weekday, until a date of that year was read; then a weekday that does not fit is a misprint.
    """
    if headed := _in_headed_year(fields, context):
        return headed
    if context.published is None:
        listed = context.in_row and context.paragraph == context.paragraph_here
        named = context.full_days.get((fields.month or 0, fields.day or 0)) or (fields.day and context.named_year)
        year = named or (listed and context.stated_year) or context.year or context.year_before()
        confirmed = context.month is not None and context.month[0] == year
        if year is not None and fields.weekday and fields.day and not confirmed:
            year = _year_of_weekday(fields, year)
        if year is None:
            raise MissingAnchorError("has no year, and the publication is not known")
        basis: Basis = ("inferred" if context.inferred else "completed") if context.year else "inherited"
        return in_year(fields, year, basis, str(year))
    known: Placed | None = context.readings.get((fields, direction))
    if known is None:
        known = _nearest_year(fields, context, direction)
        context.readings[fields, direction] = known
    inherited = _in_stated_year(fields, context, direction) or _in_tale(fields, known, context, direction)
    inherited = inherited or _in_named_year(fields, known, context) or _beside_stated(fields, known, context)
    return inherited if inherited and inherited.start != known.start else known


UNSURE = 90
"""Days from the publication beyond which a year that the text names weighs more than what is nearest."""
REVIEWED = 4
"""Up to this month what bears the name of the year before (2024年度表彰大会) is held."""
NEIGHBOURS = 60
"""Days between a date and the full one stated before that it goes with: 2027年7月23日 …… 大会前一周的7月16日."""
REACH = 8
"""Sentences after a full date in which it still tells the year of its neighbours."""


def _is_unsure(known: Placed, context: Context) -> bool:
    """Return whether the nearest date lies so far from the publication that it is little more than a guess."""
    return abs((known.start - context.require()).days) > UNSURE


def _in_named_year(fields: Fields, known: Placed, context: Context) -> Placed | None:
    """Return the reading in the year that heads the name of what happens (11月29日，2024年度…颁奖仪式), else None."""
    year = context.named_year
    if year is None or not fields.day or not _is_unsure(known, context):
        return None
    reviewed = known.start.year == year + 1 and known.start.month <= REVIEWED and known.start <= context.require()
    found = None if reviewed else next(iter(_existing(fields, (year,))), None)
    return found and found._replace(basis="inherited", anchor=str(year), reason="year of the name")


def _beside_stated(fields: Fields, known: Placed, context: Context) -> Placed | None:
    """Return the reading next to a full date that was stated shortly before, else None."""
    day = context.day
    stated = day is not None and 0 <= context.here - context.year_sentence <= REACH
    if day is None or not stated or not fields.day or not _is_unsure(known, context):
        return None
    found = _existing(fields, (day.year - 1, day.year, day.year + 1))
    near = next((one for one in found if abs((one.start.date() - day).days) <= NEIGHBOURS), None)
    return near and near._replace(basis="inherited", anchor=day.isoformat(), reason="beside the date stated before")


HALF_YEAR = timedelta(days=180)
"""A date more than so long before the tale is of the year after: 12月31日……1月1日."""
NEWS_DAYS = 45
"""A date so near to the publication is news, not part of what was told of an earlier year."""


def _in_tale(fields: Fields, known: Placed, context: Context, direction: Direction | None) -> Placed | None:
    """Return the next such date of a tale of a past year (2024年5月13日……6月5日被逮捕), else None."""
    tale = context.tale
    if tale is None or context.here > context.tale_sentence + 1 or direction == "future":
        return None
    published = context.require()
    near = timedelta(days=NEWS_DAYS)
    if tale.precision is Precision.MONTH and (fields.day or direction):
        return None
    if known.start - near <= published <= stop(known) + near:
        return None
    told = [one for one in _existing(fields, (tale.start.year, tale.start.year + 1)) if one.start <= published]
    best = next((one for one in told if tale.start - stop(one) < HALF_YEAR), None)
    return best and best._replace(basis="inherited", anchor=tale.start.date().isoformat(), reason="told on")


NEWS_YEARS = 3
"""A quarter or half behind a year not so far back is of that year: 2024年营收百亿元，其中下半年占六成."""
LONG_AGO = 2
"""So many years back, a year at the head of a passage dates even days (1976年，……7月28日)."""


def _in_stated_year(fields: Fields, context: Context, direction: Direction | None) -> Placed | None:
    """Return the reading in the year that is in force, else None: 2019年3月入学，6月休学.

    将 does not speak against a year that itself lies ahead: 将于明年7月23日开幕，8月8日闭幕.
    """
    year = context.year_in_force()
    if year is None and (fields.quarter or fields.half) and context.year_sentence == context.here:
        year = context.stated_year if (context.stated_year or 0) > context.require().year - NEWS_YEARS else None
    if year is None or not context.leads:
        return None
    published = context.require()
    with_month = context.month is not None and context.month[0] == year and context.sentence == context.here
    since = datetime(*context.month, 1) if with_month and context.month else datetime(year, 1, 1)
    if direction == "future" and not (with_month and since > published):
        return None
    if fields.day and not with_month and published.year - year < LONG_AGO:
        return None
    found = [*_existing(fields, (year, year + 1))]
    later = [one for one in found if stop(one) > since and (one.start <= published or since > published)]
    best = next(iter(later or found), None)
    return best and best._replace(basis="inherited", anchor=str(year), reason="year stated before")


def _in_headed_year(fields: Fields, context: Context) -> Placed | None:
    """Return the reading in the year whose heading stands above, unless the sentence or a weekday speaks against it."""
    if not context.periods or context.year_in_force() is not None:
        return None
    year = context.periods[-1].year
    placed = in_year(fields, year, "completed", str(year))._replace(reason="year of the heading")
    fits = not (fields.weekday and fields.day) or placed.start.isoweekday() == fields.weekday
    return placed if fits else None


def _nearest_year(fields: Fields, context: Context, direction: Direction | None) -> Placed:
    base = context.require().year
    candidates = list(_existing(fields, range(base - 1, base + 2)))
    if len(candidates) < 3:
        candidates = list(_existing(fields, range(base - 8, base + 9)))
    if fields.weekday and fields.day:
        candidates = [one for one in candidates if one.start.isoweekday() == fields.weekday] or candidates
    period = fields.quarter or fields.half or fields.months
    return choose(candidates, context, direction, NEXT_PERIOD if period else NEXT_YEAR)


NEXT_YEAR = 2
"""How many times farther a date of the next year is: that year is named where it is meant (明年3月, next March)."""
NEXT_PERIOD = 12
"""The same of its quarters, halves and runs of months: results are told of those that are over."""


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


def choose(candidates: list[Placed], context: Context, direction: Direction | None, next_year: int = 1) -> Placed:
    """Return the candidate nearest to the publication; an announcement makes the past farther.

    Args:
        candidates: In order of time.
        next_year: How many times farther one of the year after is, where nothing is announced.
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
        ahead *= next_year if direction is None and future.start.year > published.year else 1
        best, readings = (past if behind <= ahead else future), (past.start, future.start)
    side = "before" if best is past else "after"
    reason = f"nearest, {side} publication" + (f", announced as {direction}" if direction else "")
    return best._replace(basis=context.basis, anchor=context.stamp, readings=readings, reason=reason)


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
