"""Units named by their numbers: years, months, days, quarters, decades, centuries; alone, in ranges and lists."""

from __future__ import annotations

import re

from timeline.find.atom import Atom, simple
from timeline.find.numerals import number
from timeline.find.scan import Token

PIVOT = 50
"""Two-digit years below it are of this century."""
ROC_YEARS = (100, 150)
"""Bare years before a month that count from 1911 (Taiwan: 114年12月21日)."""
LIMITS = {"month": (1, 12), "day": (1, 31), "quarter": (1, 4), "week": (1, 53)}
SLOTS = {"month": "M", "day": "D", "quarter": "q", "half": "q", "week": "k"}


def full_year(value: int) -> int:
    """Return the year that two digits mean."""
    return value + (2000 if value < PIVOT else 1900)


def read_year(token: Token) -> Atom | None:
    """Return years before their unit; two digits are of the nearer century, some of three the ROC's."""
    era = token.rule.value or 0
    years = [(value + era, start, end) for value, start, end in token.numbers]
    slot = "Y"
    for position, (value, start, end) in enumerate(token.numbers):
        printed = token.text[start:end]
        if era or value >= 1000:
            slot = "y" if "千" in printed else slot
            continue
        if printed.isdigit() and ROC_YEARS[0] <= value <= ROC_YEARS[1]:
            years[position] = (value + 1911, start, end)
            slot = "y"
            continue
        if len(printed) != 2 or "十" in printed or "两" in printed:
            return None
        years[position] = (full_year(value), start, end)
        if printed[0] not in "0零〇" and not token.text.startswith("fy"):
            slot = "y"
    if not years or years[-1][0] > 2500:
        return None
    return spread(token, slot, "year", years)


def read_era(token: Token) -> Atom | None:
    """Return a year named with its era: 44 BC, AD 79, ROC 114."""
    year = token.numbers[-1][0] * (token.rule.value or 1) + token.rule.offset if token.numbers else 0
    return simple(token, "Y", {"year": year}) if year else None


def read_unit(token: Token) -> Atom | None:
    """Return months, days, quarters, halves or weeks; None where no such one is."""
    if token.rule.value is not None and not token.numbers:
        return simple(token, SLOTS[token.kind], {token.kind: token.rule.value})
    if token.text.startswith(("a ", "an ")):
        return None
    low, high = LIMITS[token.kind]
    numbers = list(token.numbers)
    if not numbers or not low <= numbers[-1][0] <= high:
        return None
    while numbers and not low <= numbers[0][0] <= high:
        numbers.pop(0)
    return spread(token, SLOTS[token.kind], token.kind, numbers)


def spread(token: Token, slot: str, field: str, numbers: list[tuple[int, int, int]]) -> Atom | None:
    """Return an atom for one number, a range or a list of numbers before one unit."""
    start = token.start + (numbers[0][1] if numbers[0][1] != token.numbers[0][1] else 0)
    if len(numbers) == 1:
        return Atom(slot, start, token.end, {field: numbers[0][0]}, token)
    if token.spread == "range" and len(numbers) == 2:
        if numbers[0][0] >= numbers[1][0] and field in ("year", "week"):
            return None
        return Atom(slot, start, token.end, {field: numbers[0][0]}, token, {field: numbers[1][0]})
    listed = tuple(({field: value}, token.start + begin, token.start + end) for value, begin, end in numbers[:-1])
    return Atom(slot, start, token.end, {field: numbers[-1][0]}, token, None, listed)


def read_month_pair(token: Token) -> Atom | None:
    """Read two months in a row as one word: 七八月."""
    first, second = (number(char) or 0 for char in token.text[:2])
    if second != first + 1:
        return None
    return Atom("M", token.start, token.end, {"month": first}, token, {"month": second})


def read_years(token: Token) -> Atom | None:
    """Return a decade or a century."""
    value = token.numbers[-1][0] if token.numbers else token.rule.value or 0
    if token.kind == "century":
        return simple(token, "C", {"year": (value - 1) * 100 or 1, "years": 100}) if value else None
    if value % 10 or 100 <= value < 1000:
        return None
    return simple(token, "E", {"year": value if value >= 1000 else 1900 + value, "years": 10})


def read_period(token: Token) -> Atom | None:
    """Return a five-year plan: 十四五."""
    plan = re.search("十([一二三四五六七八九])五", token.text)
    if plan is None:
        return None
    number = 10 + "一二三四五六七八九".index(plan[1]) + 1
    return simple(token, "P", {"year": 1966 + (number - 3) * 5, "years": 5})
