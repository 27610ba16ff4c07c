"""Month and day at the head of line after line, which prove each other: 5.13, 5.20, 6.1."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby, pairwise

from timeline.find.expressions import find_expressions
from timeline.lexicon.layout import layout_pattern
from timeline.model import Sentence
from timeline.model.expression import Fields, TimeExpression

LEAST = 3
"""So many lines make a series."""
REACH = 3
"""Lines over a series in which its heading is looked for."""
LAST_SECTION = 12
"""Chapters have no more sections; a series has a greater day."""
RULE = "shared.date.series"
HEAD = re.compile(
    r"\W{0,3}(?P<date>(?P<first>[0-9]{1,2}([./])[0-9]{1,2})"
    r"(?:\s?[-~–—至]{1,2}\s?(?P<last>[0-9]{1,2}\3[0-9]{1,2}))?)(?=$|[\s:,、(|\u4e00-\u9fff])(?![日月号元%])"
)
"""A line's head: month and day, or a range of them."""

Found = list[tuple[TimeExpression, ...]]
Day = tuple[int, int]


def find_in_article(sentences: Sequence[Sentence]) -> Found:
    """Return the time expressions of each sentence of an article, with those that only their series shows.

    Examples:
        >>> lines = ("5.13 签约", "5.20 开工", "6.1 落成")
        >>> rows = [Sentence(text=line, view=line, segments=((0, 0),)) for line in lines]
        >>> [[(one.first.month, one.first.day) for one in found] for found in find_in_article(rows)]
        [[(5, 13)], [(5, 20)], [(6, 1)]]
    """
    found: Found = [find_expressions(sentence) for sentence in sentences]
    heads = {index: head for index, one in enumerate(sentences) if (head := HEAD.match(one.view))}
    days = [_day(head["first"]) for head in heads.values()]
    if is_series(days) and not _is_counted(sentences, next(iter(heads))):
        for index, head in heads.items():
            found[index] = _with_head(found[index], head)
    return found


def is_series(days: Sequence[Day]) -> bool:
    """Return whether numbers at the heads of lines are days: in order, none impossible, not counted one by one."""
    steps = list(pairwise(days))
    if len(days) < LEAST or not all(map(_exists, days)) or max(day for _, day in days) <= LAST_SECTION:
        return False
    rising = sum(one < other for one, other in steps)
    counted = sum(other in ((one[0], one[1] + 1), (one[0] + 1, 1)) for one, other in steps)
    ordered = max(rising, len(steps) - rising) * 4 >= len(steps) * 3
    return ordered and counted * 2 <= len(steps) and not _are_sections(days)


def _are_sections(days: Sequence[Day]) -> bool:
    """Return whether all that have several entries begin anew with one: 1.1, 1.15, 2.1, 2.20."""
    opened = [list(group) for _, group in groupby(sorted(set(days)), key=lambda day: day[0])]
    several = [group[0][1] for group in opened if len(group) > 1]
    return len(several) > 1 and set(several) == {1}


def _is_counted(sentences: Sequence[Sentence], first: int) -> bool:
    """Return whether the lines over a series say that its numbers are prices, sections or the like."""
    return any(_counted().search(one.view) for one in sentences[max(0, first - REACH) : first])


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"^\W{{0,4}}[^,。;]{{0,16}}{layout_pattern('counted')}\W{{0,4}}$", re.IGNORECASE)


def _with_head(found: tuple[TimeExpression, ...], head: re.Match[str]) -> tuple[TimeExpression, ...]:
    """Return the expressions of a line with the one at its head, unless it is known already."""
    start, end = head.span("date")
    if found and found[0].start < end:
        return found
    last = _fields(_day(head["last"])) if head["last"] and _exists(_day(head["last"])) else None
    return (TimeExpression(start, end, "DATE", RULE, first=_fields(_day(head["first"])), last=last), *found)


def _day(text: str) -> Day:
    month, day = re.split("[./]", text)
    return int(month), int(day)


def _exists(day: Day) -> bool:
    return 1 <= day[0] <= 12 and 1 <= day[1] <= 31


def _fields(day: Day) -> Fields:
    return Fields(month=day[0], day=day[1])
