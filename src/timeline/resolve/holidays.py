"""Holidays of a year: the day itself, or the whole break."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta, weekday

from timeline.errors import OutOfRangeError
from timeline.lexicon.holidays import (
    Area,
    EasterDay,
    FixedDay,
    Holiday,
    LunarDay,
    NthWeekday,
    Rest,
    SolarTermDay,
    holidays,
    official_breaks,
)
from timeline.resolve.lunar import lunar_to_gregorian, solar_term

BREAK = ".break"
AREAS: dict[str, Area] = {
    "Asia/Shanghai": "CN",
    "Asia/Hong_Kong": "HK",
    "Asia/Macau": "MO",
    "Asia/Taipei": "TW",
    "America/New_York": "US",
    "Europe/London": "GB",
}
"""Where a publisher sits, by zone."""
BRIDGES = {1: (-2, 0), 2: (-2, 0), 3: (0, 0), 4: (0, 2), 5: (0, 2), 6: (0, 2), 7: (-1, 1)}
"""Three-day breaks of mainland China by ISO weekday of the holiday, as offsets: a Tuesday or Thursday is bridged to the
weekend, a Wednesday stands alone, a weekend day is made up for on Monday (State Council notices since 2008)."""


def resolve_holiday(holiday_id: str, year: int, area: Area = "CN") -> tuple[date, date]:
    """Return first and last day, both inclusive, of a holiday or its break.

    The day itself for a plain id, twice the same. With `.break` behind the id the official break of the area where its
    calendar is kept (`breaks.toml`), by rule otherwise, the day alone where the area has no rule.

    Args:
        holiday_id: Id of the lexicon, such as `shared.holiday.national-day` or `shared.holiday.national-day.break`.
        year: Gregorian year. Days of the twelfth lunar month belong to the year in which they fall (除夕 of 2026 is
            the eve of the spring festival of 2026).
        area: Where the text was published: some names mean another day elsewhere.
    Raises:
        OutOfRangeError: The year has no such day, or the calendar is not known for it.

    Examples:
        >>> resolve_holiday("shared.holiday.national-day.break", 2025)
        (datetime.date(2025, 10, 1), datetime.date(2025, 10, 8))
    """
    holiday = holiday_of(holiday_id.removesuffix(BREAK), area)
    try:
        day = day_of(holiday, year)
        return _break(holiday, day, year, area) if holiday_id.endswith(BREAK) else (day, day)
    except (ValueError, OverflowError) as error:
        raise OutOfRangeError(f"{holiday_id!r} is not known in {year!r}: {error}") from error


def holiday_of(holiday_id: str, area: Area) -> Holiday:
    """Return the holiday that an id stands for in an area."""
    holiday = holidays()[holiday_id]
    return holidays()[holiday.instead[area]] if area in holiday.instead else holiday


def day_of(holiday: Holiday, year: int) -> date:
    """Return the day of a holiday in a Gregorian year."""
    match holiday.day:
        case FixedDay(month=month, day=day):
            return date(year, month, day)
        case NthWeekday(month=month, weekday=number, nth=nth, offset=offset):
            edge = relativedelta(day=31 if nth < 0 else 1, weekday=weekday(number - 1)(nth))
            return date(year, month, 1) + edge + timedelta(days=offset)
        case LunarDay(month=month, day=day):
            return lunar_to_gregorian(year - (month == 12), month, day)
        case SolarTermDay(term=term):
            return solar_term(year, term)
        case EasterDay(offset=offset):
            return easter(year) + timedelta(days=offset)


def _break(holiday: Holiday, day: date, year: int, area: Area) -> tuple[date, date]:
    official = official_breaks().get((area, year))
    announced = official and official.days.get(holiday.id.rpartition(".")[2])
    first, last = announced or _by_rule(holiday.rest.get(area, (0, 0)), day)
    return first, last


def _by_rule(rest: Rest, day: date) -> tuple[date, date]:
    """Return the break around a day where no official calendar is kept."""
    if rest == "weekend":
        return _with_weekend(day)
    before, after = BRIDGES[day.isoweekday()] if rest == "bridge" else rest
    return day + timedelta(days=before), day + timedelta(days=after)


def _with_weekend(day: date) -> tuple[date, date]:
    """Return the day with the weekend that it touches."""
    number = day.isoweekday()
    first = day - timedelta(days={1: 2, 7: 1}.get(number, 0))
    return first, day + timedelta(days={5: 2, 6: 1}.get(number, 0))
