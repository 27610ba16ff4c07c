"""Years that a text names beside what has none: 11月29日，2024年度…颁奖仪式; the same day in full elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from timeline.model import Sentence
from timeline.model.expression import Fields, TimeExpression


def named_year(sentence: Sentence, found: Sequence[TimeExpression]) -> int | None:
    """Return the year that heads, or stands in, the name of what a sentence tells behind its date without one.

    None where the sentence states other years, or where the year is no part of a name (2024年，……; 2024年以来).
    """
    dated = next((one for one in found if one.first.year is None and one.first.day), None)
    years = [one for one in found if one.first.year is not None]
    if dated is None or len({one.first.year for one in years}) != 1 or years[-1].start < dated.end:
        return None
    only = years[-1]
    bare = only.first == Fields(year=only.first.year) and not (only.last or only.mod or only.period)
    between = sentence.view[dated.end : only.start]
    if not bare or between.count(",") > 1 or _parted().search(between):
        return None
    return only.first.year if _goes_on().match(sentence.view, only.end) else None


def full_days(expressions: Sequence[Sequence[TimeExpression]]) -> dict[tuple[int, int], int]:
    """Return the year of each month and day that a text states in full, but for those it states in several years."""
    stated: dict[tuple[int, int], set[int]] = {}
    ends = (end for found in expressions for one in found for end in (one.first, one.last) if end)
    for end in ends:
        if end.year and end.month and end.day and not end.lunar:
            stated.setdefault((end.month, end.day), set()).add(end.year)
    return {day: min(years) for day, years in stated.items() if len(years) == 1}


@cache
def _parted() -> re.Pattern[str]:
    """What stands between a date and a year that is no part of a name: the end of a statement, 截至 or 比."""
    return re.compile(r"[;。!?]|(?:自|从|截至|比|较|于|到|至|在)$")


@cache
def _goes_on() -> re.Pattern[str]:
    """How a name goes on behind its year."""
    return re.compile(
        r"度?[“《(]?(?![初末底中间起前后内里以至到来度是的将共])[\u4e00-\u9fff]{2}[^,;。]{0,60}"
        r"(?:会|式|赛|节|展|班|周|月|日|礼|坛|活动|培训|考试|评选|论坛|演练)"
    )
