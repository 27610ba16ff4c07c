"""What each atom says: a token read as stated fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from timeline.find.clock import read_english_clock
from timeline.find.numerals import number
from timeline.find.scan import Token
from timeline.find.signed import read_signed, read_year_words
from timeline.model.expression import Shift, SlashOrder

Said = dict[str, Any]
WEEKDAYS = "一二三四五六日天"
WEEKDAY_NAMES = {name: number for number, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], 1)}


class Atom(NamedTuple):
    """A token with its meaning."""

    slot: str
    """Letter that decides what it may stand beside; see `compose.JOINS`."""
    start: int
    """First character."""
    end: int
    """One past the last character."""
    said: Said
    """Fields stated, as of `Fields`."""
    token: Token
    """Where it comes from."""
    last: Said | None = None
    """Fields of the last unit, where the atom is a range (3-5日)."""
    listed: tuple[tuple[Said, int, int], ...] = ()
    """Earlier items of a list that share the unit (4、5日), each with its place."""


PIVOT = 50
"""Two-digit years below it are of this century."""
ROC_YEARS = (100, 150)
"""Bare years before a month that count from 1911 (Taiwan: 114年12月21日)."""
LIMITS = {"month": (1, 12), "day": (1, 31), "quarter": (1, 4), "week": (1, 53)}


def read_atom(token: Token) -> Atom | None:
    """Return the meaning of a token; None where its numbers cannot be what the unit says."""
    reader = READERS.get(token.kind)
    return reader(token) if reader else None


def weekday(text: str) -> int:
    """Return the weekday that the last character names."""
    return min(WEEKDAYS.index(text[-1]), 6) + 1


def _simple(token: Token, slot: str, said: Said) -> Atom:
    return Atom(slot, token.start, token.end, said, token)


def _year(token: Token) -> Atom | None:
    era = token.rule.value or 0
    years = [(value + era, start, end) for value, start, end in token.numbers]
    slot = "Y"
    for position, (value, start, end) in enumerate(token.numbers):
        printed = token.text[start - token.start : end - token.start]
        if era or value >= 1000:
            slot = "y" if "千" in printed else slot
            continue
        if printed.isdigit() and ROC_YEARS[0] <= value <= ROC_YEARS[1]:
            years[position] = (value + 1911, start, end)
            slot = "y"
            continue
        if len(printed) != 2 or "十" in printed or "两" in printed:
            return None
        century = 2000 if value < PIVOT else 1900
        years[position] = (value + century, start, end)
        if printed[0] not in "0零〇":
            slot = "y"
    if not years or years[-1][0] > 2500:
        return None
    return _spread(token, slot, "year", years)


def _era(token: Token) -> Atom | None:
    """Return a year named with its era: 44 BC, AD 79, ROC 114."""
    year = token.numbers[-1][0] * (token.rule.value or 1) + token.rule.offset if token.numbers else 0
    return _simple(token, "Y", {"year": year}) if year else None


def _unit(token: Token) -> Atom | None:
    if token.rule.value is not None and not token.numbers:
        return _simple(token, SLOTS[token.kind], {token.kind: token.rule.value})
    low, high = LIMITS[token.kind]
    numbers = list(token.numbers)
    if not numbers or not low <= numbers[-1][0] <= high:
        return None
    while numbers and not low <= numbers[0][0] <= high:
        numbers.pop(0)
    return _spread(token, SLOTS[token.kind], token.kind, numbers)


def _spread(token: Token, slot: str, field: str, numbers: list[tuple[int, int, int]]) -> Atom | None:
    """Return an atom for one number, a range or a list of numbers before one unit."""
    start = numbers[0][1] if numbers[0][1] != token.numbers[0][1] else token.start
    if len(numbers) == 1:
        return Atom(slot, start, token.end, {field: numbers[0][0]}, token)
    if token.spread == "range" and len(numbers) == 2:
        if numbers[0][0] >= numbers[1][0] and field in ("year", "week"):
            return None
        return Atom(slot, start, token.end, {field: numbers[0][0]}, token, {field: numbers[1][0]})
    listed = tuple(({field: value}, begin, end) for value, begin, end in numbers[:-1])
    return Atom(slot, start, token.end, {field: numbers[-1][0]}, token, None, listed)


_HOURS = re.compile(r"[点时]")
_QUARTERS = {"一": 15, "二": 30, "三": 45, "1": 15, "2": 30, "3": 45}


def _clock(token: Token) -> Atom | None:
    if token.rule.value is not None:
        return _simple(token, "t", {"hour": token.rule.value, "meridiem": True})
    if token.rule.id.startswith("en."):
        read = read_english_clock(token.text)
        return read and Atom("t", token.start, token.end, read[0], token, read[1])
    values = [value for value, _, _ in token.numbers]
    text = token.text
    said: Said = {}
    last: Said | None = None
    unit = _HOURS.search(text)
    if unit:
        hours = [value for value, _, end in token.numbers if end - token.start <= unit.start()]
        rest = values[len(hours) :]
        if len(hours) == 2:
            last = {"hour": hours[1]}
        said["hour"] = hours[0]
    else:
        said["hour"], rest = values[0], values[1:]
    target = last if last is not None else said
    if "半" in text:
        target["minute"] = 30
    elif text.endswith("刻"):
        target["minute"] = _QUARTERS.get(text[-2], 15)
    elif rest:
        target["minute"] = rest[0]
    if "m" in text and not _meridiem(said, "p" in text):
        return None
    if said["hour"] > 24 or (last and last["hour"] > 24) or target.get("minute", 0) > 59:
        return None
    if said["hour"] > 12 or said["hour"] == 0 or (":" in text and text[0] == "0"):
        said["meridiem"] = True
    return Atom("t", token.start, token.end, said, token, last)


def _meridiem(said: Said, afternoon: bool) -> bool:
    """Turn a 12-hour clock into a 24-hour one; False where the hour is no 12-hour one."""
    if said["hour"] > 12:
        return afternoon
    said["hour"] = said["hour"] % 12 + (12 if afternoon else 0)
    said["meridiem"] = True
    return True


def _date(token: Token) -> Atom | None:
    values = [value for value, _, _ in token.numbers]
    if len(values) == 1:
        values = [values[0] // 10000, values[0] // 100 % 100, values[0] % 100]
    if len(values) < 3:
        return None
    year, month, day = values[:3]
    order: SlashOrder | None = None
    if year < 1000:
        month, day, year = values
        year += 0 if year >= 1000 else 2000 if year < PIVOT else 1900
        order = _order(month, day) if "/" in token.text else None
        if month > 12 or ("." in token.text and day <= 12):
            month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    said: Said = {"year": year, "month": month, "day": day} | ({"order": order} if order else {})
    if len(values) >= 5:
        said |= {"hour": values[3], "minute": values[4], "meridiem": True}
    return _simple(token, "D", said)


def _order(first: int, second: int) -> SlashOrder | None:
    """Return what two numbers tell of the order of month and day; None where it makes no difference."""
    if first > 12:
        return "day-first"
    return "month-first" if second > 12 else None if first == second else "open"


def _slash(token: Token) -> Atom | None:
    month, day = (value for value, _, _ in token.numbers)
    order = _order(month, day)
    if month > 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    said: Said = {"month": month, "day": day, "slash": True}
    return _simple(token, "S", said | ({"order": order} if order else {}))


def _relative(token: Token) -> Atom:
    rule = token.rule
    shift = Shift(rule.unit, rule.offset, rule.base, exact=False)  # type: ignore[arg-type]
    said: Said = {"shift": shift}
    if token.numbers and rule.unit == "day":
        said["day"] = token.numbers[0][0]
    if rule.part:
        said["part"] = rule.part
    if rule.third:
        said["third"] = rule.third
    if rule.name:
        said["season"] = rule.name
    if rule.unit == "week" and token.text[-1] in WEEKDAYS:
        said["weekday"] = weekday(token.text)
        return _simple(token, "w", said)
    slot = {"year": "Y", "month": "M", "week": "W", "weekend": "W", "day": "D"}.get(rule.unit or "", "x")
    last = {"shift": shift._replace(offset=shift.offset + rule.value)} if rule.value else None
    return Atom(slot, token.start, token.end, said, token, last)


def _stretch(token: Token) -> Atom:
    """Return how much of a unit is meant from its beginning or end (the last two months of 1997)."""
    unit: Any = token.text.rpartition(" ")[2].removesuffix("s")
    return _simple(token, "o", {"stretch": Shift(unit, token.numbers[-1][0] * (token.rule.value or 1))})


def _third(token: Token) -> Atom:
    """Read a third of a month or year, or the run of two (中下旬), whose last the rule names."""
    slot = "h" if token.rule.id.startswith("en.") else "x"
    last = {"third": token.rule.name} if token.rule.name else None
    return Atom(slot, token.start, token.end, {"third": token.rule.third}, token, last)


def _month_pair(token: Token) -> Atom | None:
    """Read two months in a row as one word: 七八月."""
    first, second = (number(char) or 0 for char in token.text[:2])
    if second != first + 1:
        return None
    return Atom("M", token.start, token.end, {"month": first}, token, {"month": second})


def _number(token: Token) -> Atom | None:
    if not token.numbers or token.text in ("a", "an"):
        return None
    return _simple(token, "n", {"number": token.numbers[0][0]})


def _years(token: Token) -> Atom | None:
    value = token.numbers[-1][0] if token.numbers else token.rule.value or 0
    if token.kind == "century":
        return _simple(token, "C", {"year": (value - 1) * 100 or 1, "years": 100}) if value else None
    if value % 10 or 100 <= value < 1000:
        return None
    return _simple(token, "E", {"year": value if value >= 1000 else 1900 + value, "years": 10})


def _period(token: Token) -> Atom | None:
    plan = re.search("十([一二三四五六七八九])五", token.text)
    if plan is None:
        return None
    number = 10 + "一二三四五六七八九".index(plan[1]) + 1
    return _simple(token, "P", {"year": 1966 + (number - 3) * 5, "years": 5})


_LUNAR = re.compile(
    "(?:[农阴夏旧]历)?(闰?)(?:([正冬腊一二三四五六七八九十]+|[0-9]+)月|(大年))?(?:初|廿|([0-9]+))?([一二三四五六七八九十]*)"
)
LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}


def _lunar(token: Token) -> Atom | None:
    """Read a date of the Chinese calendar."""
    match = _LUNAR.match(token.text)
    if match is None:
        return None
    leap, month, new_year, digits, day = match.groups()
    said: Said = {"lunar": True}
    if month or new_year:
        said["month"] = LUNAR_MONTHS.get(month or "正") or number(month)
    if leap:
        said["leap"] = True
    if digits or day or "廿" in token.text:
        said["day"] = int(digits) if digits else (20 if "廿" in token.text else 0) + (number(day) or 0 if day else 0)
    return _simple(token, "F", said)


def _nth_weekday(token: Token) -> Atom | None:
    nth = token.rule.value or (token.numbers[0][0] if token.numbers else 0)
    said = {"nth": nth, "weekday": WEEKDAY_NAMES[token.text.split()[-1][:3]]}
    return _simple(token, "k", said) if nth in (-1, 1, 2, 3, 4, 5) else None


def _signed(token: Token) -> Atom | None:
    said = read_signed(token.text)
    return None if said is None else _simple(token, "D" if "day" in said else "M", said)


def _year_words(token: Token) -> Atom | None:
    year = read_year_words(token.text)
    return None if year is None else _simple(token, "Y", {"year": year})


READERS: dict[str, Callable[[Token], Atom | None]] = {
    "year": _year,
    "era": _era,
    "month": _unit,
    "month-pair": _month_pair,
    "day": _unit,
    "quarter": _unit,
    "half": _unit,
    "week": _unit,
    "weekday": lambda token: _simple(token, "w", {"weekday": token.rule.value or weekday(token.text)}),
    "half-month": lambda token: _simple(token, "u", {"half": token.rule.value}),
    "months": lambda token: (
        _simple(token, "x", {"months": token.numbers[-1][0] * (token.rule.value or 1)})
        if token.numbers and token.numbers[-1][0] * (token.rule.value or 1) <= 12
        else None
    ),
    "nth-weekday": _nth_weekday,
    "season": lambda token: _simple(token, "x", {"season": token.rule.name}),
    "third": _third,
    "lean": lambda token: _simple(token, "h", {"lean": token.rule.third}),
    "part": lambda token: _simple(token, "p", {"part": token.rule.part}),
    "clock": _clock,
    "date": _date,
    "signed": _signed,
    "year-words": _year_words,
    "slash": _slash,
    "around": lambda token: _simple(token, "o", {"around": token.rule.unit}),
    "stretch": _stretch,
    "relative": _relative,
    "number": _number,
    "decade": _years,
    "century": _years,
    "period": _period,
    "holiday": lambda token: _simple(token, "F", {"holiday": token.rule.name}),
    "lunar": _lunar,
    "cycle": lambda token: _simple(token, "Y", {"cycle": token.text.removeprefix("农历").removesuffix("年")}),
    "zone": lambda token: _simple(token, "z", {"zone": token.rule.name}),
    "modifier": lambda token: _simple(
        token, "r", {"offset": token.rule.offset} | ({token.rule.name: True} if token.rule.name else {})
    ),
}
SLOTS = {"month": "M", "day": "D", "quarter": "q", "half": "q", "week": "k"}
