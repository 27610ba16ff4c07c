"""Holidays and their breaks: by kind, by area, by the official calendars."""

from __future__ import annotations

from datetime import date

import pytest
from lunar_python.util import HolidayUtil

from timeline.errors import OutOfRangeError
from timeline.lexicon.holidays import holiday_names, holidays, official_breaks
from timeline.resolve.holidays import resolve_holiday

DAYS = [
    ("new-year", 2026, "2026-01-01"),
    ("spring-festival", 2026, "2026-02-17"),
    ("new-year-eve-lunar", 2026, "2026-02-16"),
    ("new-year-eve-lunar", 2025, "2025-01-28"),
    ("lantern", 2026, "2026-03-03"),
    ("qingming", 2026, "2026-04-05"),
    ("dragon-boat", 2025, "2025-05-31"),
    ("qixi", 2025, "2025-08-29"),
    ("mid-autumn", 2026, "2026-09-25"),
    ("double-ninth", 2025, "2025-10-29"),
    ("little-new-year", 2026, "2026-02-10"),
    ("laba", 2025, "2025-01-07"),
    ("buddha-birthday", 2025, "2025-05-05"),
    ("easter", 2026, "2026-04-05"),
    ("good-friday", 2025, "2025-04-18"),
    ("mothers-day", 2025, "2025-05-11"),
    ("fathers-day", 2025, "2025-06-15"),
    ("thanksgiving", 2025, "2025-11-27"),
    ("black-friday", 2025, "2025-11-28"),
    ("mlk-day", 2026, "2026-01-19"),
    ("presidents-day", 2026, "2026-02-16"),
    ("memorial-day", 2026, "2026-05-25"),
    ("labor-day", 2026, "2026-09-07"),
    ("columbus-day", 2025, "2025-10-13"),
    ("election-day", 2024, "2024-11-05"),
    ("winter-solstice", 2025, "2025-12-21"),
    ("insects-awaken", 2026, "2026-03-05"),
]

BREAKS = [
    ("national-day", 2025, "CN", "2025-10-01", "2025-10-08"),
    ("spring-festival", 2026, "CN", "2026-02-15", "2026-02-23"),
    ("new-year", 2018, "CN", "2017-12-30", "2018-01-01"),
    ("spring-festival", 2026, "TW", "2026-02-14", "2026-02-22"),
    ("spring-festival", 2024, "HK", "2024-02-10", "2024-02-13"),
    ("easter", 2026, "HK", "2026-04-03", "2026-04-06"),
    ("national-day", 2026, "TW", "2026-10-09", "2026-10-11"),
    ("memorial-day", 2026, "US", "2026-05-23", "2026-05-25"),
    ("thanksgiving", 2025, "US", "2025-11-27", "2025-11-30"),
    ("mid-autumn", 2029, "CN", "2029-09-22", "2029-09-24"),
    ("dragon-boat", 2027, "CN", "2027-06-09", "2027-06-09"),
    ("national-day", 2031, "CN", "2031-10-01", "2031-10-07"),
    ("lantern", 2026, "CN", "2026-03-03", "2026-03-03"),
]

OFFICIAL_NAMES = {
    "元旦节": "new-year",
    "春节": "spring-festival",
    "清明节": "qingming",
    "劳动节": "labour-day",
    "端午节": "dragon-boat",
    "中秋节": "mid-autumn",
    "国庆节": "national-day",
    "国庆中秋": "national-day",
}


@pytest.mark.parametrize(("name", "year", "expected"), DAYS)
def test_each_kind_of_holiday_finds_its_day(name: str, year: int, expected: str) -> None:
    """Fixed days, numbered weekdays, lunar days, solar terms and days counted from Easter."""
    day = date.fromisoformat(expected)
    assert resolve_holiday(f"shared.holiday.{name}", year) == (day, day)


@pytest.mark.parametrize(("name", "year", "area", "first", "last"), BREAKS)
def test_a_break_is_official_where_known_and_by_rule_otherwise(
    name: str, year: int, area: str, first: str, last: str
) -> None:
    """The kept calendar of the area decides; without it the area's rule; without a rule the day alone."""
    expected = date.fromisoformat(first), date.fromisoformat(last)
    assert resolve_holiday(f"shared.holiday.{name}.break", year, area) == expected  # type: ignore[arg-type]


def test_the_calendars_of_mainland_china_are_those_that_lunar_python_keeps() -> None:
    """Every day off of 2015-2026 lies in the break of its holiday, and every break begins with one."""
    off: dict[tuple[str, int], list[date]] = {}
    for year in range(2014, 2027):
        for entry in HolidayUtil.getHolidays(str(year)):
            target, name = int(entry.getTarget()[:4]), OFFICIAL_NAMES.get(entry.getName())
            if name and not entry.isWork() and target >= 2015:
                off.setdefault((name, target), []).append(date.fromisoformat(entry.getDay()))
    assert len(off) > 75
    for (name, year), days in off.items():
        first, last = official_breaks()["CN", year].days[name]
        assert first <= min(days) and last >= max(days), (name, year)
        assert name in ("national-day", "mid-autumn") or (first, last) == (min(days), max(days)), (name, year)


def test_every_official_break_touches_its_holiday() -> None:
    """No table row is shifted: the break holds the day or ends next to it."""
    for (area, year), entry in official_breaks().items():
        for name, (first, last) in entry.days.items():
            day = resolve_holiday(f"shared.holiday.{name}", year, area)[0]  # type: ignore[arg-type]
            assert first <= day <= last, (area, year, name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("national-day", "2025-10-10"), ("fathers-day", "2025-08-08"), ("children-day", "2025-04-04")],
)
def test_a_name_may_mean_another_day_in_taiwan(name: str, expected: str) -> None:
    """國慶, 父親節 and 兒童節 are other days there."""
    assert resolve_holiday(f"shared.holiday.{name}", 2025, "TW")[0].isoformat() == expected


def test_every_holiday_resolves_in_every_year_of_the_lunar_table() -> None:
    """Days fall in the year asked for, breaks hold or touch their day."""
    for holiday_id in holidays():
        for year in range(1901, 2101):
            day = resolve_holiday(holiday_id, year)[0]
            first, last = resolve_holiday(f"{holiday_id}.break", year)
            assert day.year == year or holiday_id.endswith(("laba", "little-new-year", "little-new-year-south"))
            assert first <= last


def test_a_year_without_the_calendar_is_refused() -> None:
    """Before 1900 the spring festival is not known; a fixed day still is."""
    with pytest.raises(OutOfRangeError, match="1900 to 2100"):
        resolve_holiday("shared.holiday.spring-festival", 1800)
    assert resolve_holiday("shared.holiday.christmas", 1800)[0] == date(1800, 12, 25)


def test_no_spelling_names_two_holidays() -> None:
    """Forms are unique, lower case, simplified, and `instead` points at holidays that exist."""
    forms = [name.form for name in holiday_names()]
    assert len(forms) == len(set(forms))
    assert all(form == form.lower() for form in forms)
    assert all(other in holidays() for holiday in holidays().values() for other in holiday.instead.values())
