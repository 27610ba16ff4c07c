"""Dates of the Chinese calendar: 农历正月初八, 闰六月十五."""

from __future__ import annotations

import re

from timeline.find.atom import Atom, Said, simple
from timeline.find.numerals import number
from timeline.find.scan import Token

_LUNAR = re.compile(
    "(?:[农阴夏旧]历)?(闰?)(?:([正冬腊一二三四五六七八九十]+|[0-9]+)月|(大年))?(?:初|廿|([0-9]+))?([一二三四五六七八九十]*)"
)
LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}


def read_lunar(token: Token) -> Atom | None:
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
    return simple(token, "F", said)
