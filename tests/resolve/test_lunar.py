"""The Chinese calendar, checked against lunar-python in every year of the table."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from lunar_python import LunarYear, Solar

from timeline.errors import OutOfRangeError
from timeline.resolve.lunar import (
    ANIMALS,
    lunar_to_gregorian,
    lunar_year,
    lunar_year_of,
    sexagenary_year,
    solar_term,
    zodiac_year,
)

YEARS = range(1900, 2101)


def test_every_month_begins_and_ends_as_lunar_python_says() -> None:
    """The first and the last day of each month, leap months among them, 1900-2100."""
    for year in YEARS:
        for month in LunarYear.fromYear(year).getMonthsInYear():
            number, leap = abs(month.getMonth()), month.isLeap()
            first = date.fromisoformat(Solar.fromJulianDay(month.getFirstJulianDay()).toYmd())
            last = first + timedelta(days=month.getDayCount() - 1)
            assert lunar_to_gregorian(year, number, 1, leap) == first, (year, number, leap)
            assert lunar_to_gregorian(year, number, -1, leap) == last, (year, number, leap)


def test_every_solar_term_is_as_lunar_python_says() -> None:
    """The day of each of the 24 terms, 1900-2100."""
    names = "小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 "
    names += "小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪"
    for year in YEARS:
        table = Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()
        for index, name in enumerate([*names.split(), "DONG_ZHI"]):
            assert solar_term(year, index).isoformat() == table[name].toYmd(), (year, name)


def test_years_of_the_sixty_year_cycle_are_as_lunar_python_says() -> None:
    """干支 and zodiac of a year lead back to it from its own midsummer."""
    for year in YEARS:
        lunar = LunarYear.fromYear(year)
        summer = date(year, 7, 1)
        assert sexagenary_year(lunar.getGanZhi(), summer) == year
        assert zodiac_year(ANIMALS[(year - 4) % 12], summer) == year


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (2025, 12, 23, date(2026, 2, 10)),
        (2024, 12, -1, date(2025, 1, 28)),
        (2023, 12, -1, date(2024, 2, 9)),
        (2025, 8, 15, date(2025, 10, 6)),
    ],
)
def test_known_days(year: int, month: int, day: int, expected: date) -> None:
    """小年 of the north, two last days of 腊月 (one of 29 days, one of 30), and 中秋."""
    assert lunar_to_gregorian(year, month, day) == expected


def test_the_last_day_of_the_twelfth_month_is_the_day_before_new_year() -> None:
    """除夕 is the 29th or the 30th, whichever comes last."""
    for year in range(1900, 2100):
        assert (lunar_year(year + 1).first - lunar_to_gregorian(year, 12, -1)).days == 1


def test_leap_months_are_told_apart() -> None:
    """闰六月 of 2025 follows the sixth month; other months of that year have no leap twin."""
    assert lunar_to_gregorian(2025, 6, 1, leap=True) == date(2025, 7, 25)
    with pytest.raises(OutOfRangeError, match="no leap month 5"):
        lunar_to_gregorian(2025, 5, 1, leap=True)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1899, 1, 1), (2101, 1, 1), (2025, 13, 1), (2025, 0, 1), (2025, 1, 31), (2024, 12, 30)]
)
def test_what_the_calendar_does_not_have_is_refused(year: int, month: int, day: int) -> None:
    """Years outside the table, a 13th month, a 30th of a short month."""
    with pytest.raises(OutOfRangeError):
        lunar_to_gregorian(year, month, day)


def test_the_lunar_year_changes_at_spring_festival() -> None:
    """January belongs to the year before; outside the table the Gregorian year stands."""
    assert lunar_year_of(date(2025, 1, 28)) == 2024
    assert lunar_year_of(date(2025, 1, 29)) == 2025
    assert lunar_year_of(date(9999, 1, 1)) == 9999


@pytest.mark.parametrize(
    ("animal", "anchor", "expected"),
    [
        ("龙", date(2025, 1, 10), 2024),
        ("蛇", date(2025, 12, 20), 2025),
        ("马", date(2025, 12, 20), 2026),
        ("龙", date(2018, 6, 1), 2012),
    ],
)
def test_zodiac_years_are_the_nearest(animal: str, anchor: date, expected: int) -> None:
    """A year of an animal is the nearest of its cycle; at the same distance the past one."""
    assert zodiac_year(animal, anchor) == expected


def test_stem_and_branch_must_go_together() -> None:
    """甲丑 does not exist, nor does a thirteenth animal."""
    assert sexagenary_year("甲辰", date(2025, 6, 1)) == 2024
    with pytest.raises(OutOfRangeError):
        sexagenary_year("甲丑", date(2025, 6, 1))
    with pytest.raises(OutOfRangeError):
        zodiac_year("猫", date(2025, 6, 1))


def test_the_table_is_what_the_script_writes() -> None:
    """The kept script reproduces the shipped table byte by byte."""
    script = Path(__file__).parents[2] / "scripts/make_lunar.py"
    assert subprocess.run([sys.executable, str(script), "--check"], check=False).returncode == 0
