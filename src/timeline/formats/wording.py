"""Times in words, in the language of a title: what a calendar's grid cannot show is said."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from timeline.lexicon.script import simplify_table
from timeline.model import Precision, When
from timeline.model.when import SUBYEAR_CODES

Language = Literal["zh-Hans", "zh-Hant", "en"]

MONTHS: tuple[str, ...] = ("January", "February", "March", "April", "May", "June")
MONTHS += ("July", "August", "September", "October", "November", "December")

HAN = re.compile("[\u3400-\u9fff]")


@lru_cache(maxsize=256)
def language_of(text: str) -> Language:
    """Return the language in which to speak beside `text`: Chinese where it holds a Chinese character."""
    if text.isascii() or not HAN.search(text):
        return "en"
    simplified, traditional = _scripts()
    if traditional.isdisjoint(text):
        return "zh-Hans"
    return "zh-Hant" if len(traditional.intersection(text)) > len(simplified.intersection(text)) else "zh-Hans"


@cache
def _scripts() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that only the simplified and only the traditional script has."""
    table = simplify_table()
    return frozenset(map(chr, set(table.values()) - set(table))), frozenset(map(chr, table))


def say_when(when: When, language: Language) -> str:
    """Return the whole time in words, exactly as precise as it is.

    Examples:
        >>> say_when(When(start="2026-06", precision="month", mod="start"), "zh-Hans")
        '2026年6月上旬'
        >>> say_when(When(start="2026-03-13", end="2026-03-17", precision="day"), "en")
        '13–17 March 2026'
    """
    words = WORDS[language]
    text = words.stretch(when)
    if when.part:
        text = words.join_part(text, words.parts[when.part])
    return words.mods[when.mod].format(text) if when.mod in OPEN else text


def say_vague(when: When, language: Language, *, timed: bool) -> str:
    """Return what a calendar's grid does not show of the time, or nothing where it shows all.

    Args:
        timed: Whether the entry carries the time of day itself.
    """
    words = WORDS[language]
    if when.precision.rank < Precision.DAY.rank:
        return words.no_day.format(say_when(when, language))
    if when.mod in ("before", "after"):
        return say_when(when, language)
    finest = words.parts[when.part] if when.part else "" if when.precision == Precision.DAY else _clock(when)
    if when.mod == "approx":
        return words.mods["approx"].format(finest or words.stretch(when))
    return "" if timed else finest


def brief_when(when: When) -> str:
    """Return the time for a narrow column, in figures and alike in every language.

    Examples:
        >>> brief_when(When(start="2026-03-13", end="2026-03-17", precision="day"))
        '2026-03-13–17'
        >>> brief_when(When(start="2026-01", end="2026-03", precision="quarter"))
        '2026 Q1'
    """
    text = _code(when) or _brief_stretch(when)
    if when.part or when.mod in ("start", "mid", "end"):
        text += f" {when.part or WORDS['en'].adjectives[when.mod or '']}"
    return {"approx": "~{}", "before": "…{}", "after": "{}…"}.get(when.mod or "", "{}").format(text)


OPEN = ("approx", "before", "after")


def _clock(when: When) -> str:
    """Return the time of day, as a range where an end on the same day is stated."""
    first, last = when.start or when.end or "", when.end
    if last is None or not when.start or last[:10] != first[:10]:
        return first[11:]
    return f"{first[11:]}–{last[11:]}"


def _code(when: When) -> str:
    """Return `2026 Q1` or `2026 H2` where the months are exactly those of a quarter or half."""
    if not when.start or not when.end or when.start[:4] != when.end[:4]:
        return ""
    code = SUBYEAR_CODES.get((when.precision, when.start[5:], when.end[5:]))
    return f"{when.start[:4]} {SUBYEAR_NAMES[code]}" if code else ""


SUBYEAR_NAMES = {"33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4", "40": "H1", "41": "H2"}


def _brief_stretch(when: When) -> str:
    first, last = ((value or "").replace("T", " ") for value in (when.start or when.end, when.end))
    if not last or last == first:
        return first
    for cut in (11, 8, 5):
        if first[:cut] == last[:cut] and len(first) > cut:
            return f"{first}–{last[cut:]}"
    return f"{first}–{last}"


def _english_unit(value: str) -> str:
    """Return one unit: `2026`, `March 2026`, `13 March 2026`, `13 March 2026, 14:00`."""
    if len(value) == 4:
        return value
    month = f"{MONTHS[int(value[5:7]) - 1]} {value[:4]}"
    day = f"{int(value[8:10])} {month}" if len(value) > 7 else month
    return f"{day}, {value[11:]}" if len(value) > 10 else day


def _english(when: When) -> str:
    first, last = when.start or when.end or "", when.end
    if code := _code(when):
        year, name = code.split()
        return f"{name} {year}" if name[0] == "Q" else f"{'first' if name == 'H1' else 'second'} half of {year}"
    if when.precision == Precision.WEEK:
        return f"the week of {_english_range(first, last) if last else _english_unit(first)}"
    adjective = WORDS["en"].adjectives.get(when.mod or "")
    head = f"{adjective}{'-' if adjective == 'mid' else ' '}" if adjective else ""
    if last is None or last == first:
        return head + _english_unit(first)
    return head + _english_range(first, last)


def _english_range(first: str, last: str) -> str:
    """Return a range that says a common year, month or day once."""
    if len(first) > 10 and first[:10] == last[:10]:
        return f"{_english_unit(first)}–{last[11:]}"
    if len(first) == 10 and first[:7] == last[:7]:
        return f"{int(first[8:])}–{_english_unit(last)}"
    if len(first) in (7, 10) and first[:4] == last[:4]:
        return f"{_english_unit(first)[:-5]} – {_english_unit(last)}"
    return f"{_english_unit(first)} – {_english_unit(last)}"


def _chinese_unit(value: str) -> str:
    """Return one unit: `2026年`, `2026年3月`, `2026年3月13日`, `2026年3月13日14:00`."""
    text = f"{int(value[:4])}年"
    text += f"{int(value[5:7])}月" if len(value) > 4 else ""
    text += f"{int(value[8:10])}日" if len(value) > 7 else ""
    return text + value[11:]


def _chinese(when: When, week: str) -> str:
    first, last = when.start or when.end or "", when.end
    if code := _code(when):
        year, name = code.split()
        part = f"第{'一二三四'[int(name[1]) - 1]}季度" if name[0] == "Q" else {"H1": "上半年", "H2": "下半年"}[name]
        return f"{int(year)}年{part}"
    text = _chinese_unit(first)
    if last is not None and last != first:
        text += f"至{_chinese_rest(first, last)}"
    if when.precision == Precision.WEEK:
        return text + week
    if when.precision == Precision.MONTH and when.mod in THIRDS:
        return text + THIRDS[when.mod]
    return text + WORDS["zh-Hans"].adjectives.get(when.mod or "", "")


def _chinese_rest(first: str, last: str) -> str:
    """Return the later unit without the year, month or day that it shares with the earlier one."""
    if len(first) > 10 and first[:10] == last[:10]:
        return last[11:]
    for cut, sign in ((7, "月"), (4, "年")):
        if len(first) > cut and first[:cut] == last[:cut]:
            return _chinese_unit(last).split(sign, 1)[1]
    return _chinese_unit(last)


THIRDS = {"start": "上旬", "mid": "中旬", "end": "下旬"}


class Words(NamedTuple):
    """One language: how it speaks of times."""

    stretch: Callable[[When], str]
    """The time without part of the day and without about, by, from."""
    join_part: Callable[[str, str], str]
    """Day and part of the day."""
    no_day: str
    """Frame for a time that names no day."""
    parts: dict[str, str]
    """Parts of the day."""
    adjectives: dict[str, str]
    """Start, middle and end of a unit."""
    mods: dict[str | None, str]
    """Frames for approximate and open times, the named unit counting in."""


CHINESE_PARTS = {"dawn": "凌晨", "morning": "上午", "noon": "中午", "afternoon": "下午", "evening": "晚上"}

WORDS: dict[Language, Words] = {
    "zh-Hans": Words(
        stretch=lambda when: _chinese(when, "这一周"),
        join_part=lambda day, part: day + part,
        no_day="{}，日期不详",
        parts={**CHINESE_PARTS, "night": "夜间"},
        adjectives={"start": "初", "mid": "中", "end": "末"},
        mods={"approx": "约{}", "before": "{}前", "after": "{}起"},
    ),
    "zh-Hant": Words(
        stretch=lambda when: _chinese(when, "這一週"),
        join_part=lambda day, part: day + part,
        no_day="{}，日期不詳",
        parts={**CHINESE_PARTS, "night": "夜間"},
        adjectives={"start": "初", "mid": "中", "end": "末"},
        mods={"approx": "約{}", "before": "{}前", "after": "{}起"},
    ),
    "en": Words(
        stretch=_english,
        join_part=lambda day, part: f"{day}, {part}",
        no_day="{}, day not given",
        parts={part: part for part in ("dawn", "morning", "noon", "afternoon", "evening", "night")},
        adjectives={"start": "early", "mid": "mid", "end": "late"},
        mods={"approx": "about {}", "before": "by {}", "after": "from {}"},
    ),
}
