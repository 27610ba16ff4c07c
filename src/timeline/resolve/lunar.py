"""The Chinese calendar from 1900 to 2100: lunar months, solar terms, sexagenary and zodiac years.

A lunar year bears the number of the Gregorian year in which it begins; its twelfth month mostly lies in the next one.
The table holds days of China Standard Time (GB/T 33661-2017 defines them); no astronomy is computed here.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from timeline.errors import OutOfRangeError

FIRST_YEAR, LAST_YEAR = 1900, 2100
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"
TERM_BASES = (3, 18)
"""Days that the table counts from, for the first and the second solar term of a Gregorian month."""


class LunarYear(NamedTuple):
    """One line of the table."""

    first: date
    """First day of the first month."""
    months: str
    """Lengths in order, `l` for 30 days and `s` for 29, a leap month in upper case behind the month it repeats."""
    terms: str
    """Offsets of the 24 solar terms of the Gregorian year."""


def lunar_to_gregorian(year: int, month: int, day: int, leap: bool = False) -> date:
    """Return the Gregorian day of a lunar date.

    Args:
        year: Gregorian year in which the lunar year begins: 腊月 of 2025 lies in 2026.
        month: 1-12.
        day: 1-30, or -1 for the last day of the month (除夕 is day -1 of month 12).
        leap: Whether the leap month of that number is meant.
    Raises:
        OutOfRangeError: The year is not in the table, or has no such month or day.

    Examples:
        >>> lunar_to_gregorian(2025, 12, 23)
        datetime.date(2026, 2, 10)
    """
    entry = lunar_year(year)
    index = _month_index(entry, month, leap)
    length = _length(entry.months[index])
    if not (1 <= day <= length or day == -1):
        raise OutOfRangeError(f"lunar month {month!r} of {year!r} has {length} days, not {day!r}")
    before = sum(map(_length, entry.months[:index]))
    return entry.first + timedelta(days=before + (length if day == -1 else day) - 1)


def solar_term(year: int, index: int) -> date:
    """Return the day of a solar term in a Gregorian year; 0 is 小寒 in January, 6 清明, 23 冬至.

    Raises:
        OutOfRangeError: The year is not in the table.
    """
    return date(year, index // 2 + 1, TERM_BASES[index % 2] + int(lunar_year(year).terms[index]))


def lunar_year_of(day: date) -> int:
    """Return the lunar year that a Gregorian day lies in; outside the table the Gregorian year."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return day.year
    return day.year if day >= lunar_year(day.year).first else day.year - 1


def sexagenary_year(name: str, anchor: date) -> int:
    """Return the year named by stem and branch (甲辰) that is nearest to the anchor, the past one of two.

    Raises:
        OutOfRangeError: Stem and branch do not go together.
    """
    stem, branch = STEMS.find(name[:1]), BRANCHES.find(name[1:2])
    if min(stem, branch) < 0 or (stem - branch) % 2:
        raise OutOfRangeError(f"{name!r} is no year of the sixty-year cycle")
    return _nearest((6 * stem - 5 * branch) % 60, 60, lunar_year_of(anchor))


def zodiac_year(animal: str, anchor: date) -> int:
    """Return the year of an animal (龙, simplified) that is nearest to the anchor, the past one of two.

    Raises:
        OutOfRangeError: No year bears that animal.
    """
    index = ANIMALS.find(animal) if len(animal) == 1 else -1
    if index < 0:
        raise OutOfRangeError(f"{animal!r} is no animal of the zodiac")
    return _nearest(index, 12, lunar_year_of(anchor))


def lunar_year(year: int) -> LunarYear:
    """Return the table's line of a year, or raise `OutOfRangeError`."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise OutOfRangeError(f"the Chinese calendar is known from {FIRST_YEAR} to {LAST_YEAR}, not in {year!r}")
    return _table()[year]


@cache
def _table() -> dict[int, LunarYear]:
    """Return the table, read once."""
    text = (files("timeline.lexicon") / "shared" / "lunar.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return {int(year): LunarYear(date.fromisoformat(f"{year}-{first}"), *rest) for year, first, *rest in rows}


def _length(mark: str) -> int:
    return 30 if mark in "lL" else 29


def _month_index(entry: LunarYear, month: int, leap: bool) -> int:
    """Return the position of a month in the year."""
    plain = [index for index, mark in enumerate(entry.months) if mark.islower()]
    if not 1 <= month <= len(plain):
        raise OutOfRangeError(f"a lunar year has months 1-12, not {month!r}")
    index = plain[month - 1]
    if not leap:
        return index
    if not entry.months[index + 1 : index + 2].isupper():
        raise OutOfRangeError(f"the lunar year of {entry.first.year} has no leap month {month!r}")
    return index + 1


def _nearest(position: int, cycle: int, year: int) -> int:
    """Return the year at `position` of a cycle (0 is the year 4) nearest to `year`, the past one of two."""
    distance = (position - (year - 4)) % cycle
    return year + (distance if 2 * distance < cycle else distance - cycle)
