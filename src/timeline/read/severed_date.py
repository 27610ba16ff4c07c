"""A date that a line break severs: inside a number, before its unit, or between two of its parts."""

from __future__ import annotations

import re
from functools import cache

NUMERIC_SIGNS = ("-", "/", ".")
"""What parts the numbers of a date: 2026-05-03."""


def severs_date(before: str, after: str) -> bool:
    """Return whether the break between two lines stands inside a date."""
    if after[:1] in NUMERIC_SIGNS and _numeric_head().match(after):
        return _numeric_tail().search(before) is not None
    head = _date_head().match(after)
    if head is None:
        return False
    tail = _date_tail().search(before)
    if tail is None:
        return False
    if tail[4]:
        return bool(head[1]) and head[2] in "时時點点"
    if head[2] == "午":
        return tail[2] is not None
    if tail[1] is None:
        return tail[3] is not None and bool(head[1])
    same_digits = not head[1] or head[1].isdecimal()
    return same_digits and len(tail[1]) + len(head[1]) <= (4 if head[2] == "年" else 2)


@cache
def _numeric_tail() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?:[-/.](?:1[0-2]|0?[1-9]))?$")


@cache
def _numeric_head() -> re.Pattern[str]:
    return re.compile(r"[-/.](?:3[01]|[12][0-9]|0[1-9])(?![0-9])")


@cache
def _date_tail() -> re.Pattern[str]:
    """What the part of a date before a break ends with: digits, 上 of 上午, or the unit of a year or month."""
    return re.compile(
        r"(?:(?<![0-9０-９.,/-])([0-9０-９]{1,4}) ?|[日号號] ?([上中下])"
        r"|[0-9０-９〇零一二三四五六七八九十去今明本上下当同] ?([年月])"
        r"|[0-9０-９〇零一二三四五六七八九十] ?([日号號]))$"
    )


@cache
def _date_head() -> re.Pattern[str]:
    """What the part of a date behind a break begins with: the rest of a number and its unit, or the rest of 上午."""
    return re.compile(r" ?([0-9０-９]{0,3}|[一二三四五六七八九十廿]{1,3}) ?([年月日時时點点號午]|号(?!楼|线|樓|線))")
