"""The number of the edition that a name states."""

from __future__ import annotations

import re

EDITION = re.compile(
    r"第([0-9]{1,4}|[一二三四五六七八九十百]{1,6})(?:届|次|季|期)|(?<![0-9])([0-9]{1,3})(?:st|nd|rd|th)\b"
)
DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")}


def find_edition(name: str) -> int | None:
    """Return the number of the edition a name states: 15 for 第十五届.

    Examples:
        >>> find_edition("第二十一届河湾博览会")
        21
        >>> find_edition("the 7th Harbour Forum")
        7
    """
    match = EDITION.search(name)
    if match is None:
        return 1 if "首届" in name else None
    value = match[1] or match[2]
    return int(value) if value.isdigit() else _chinese_number(value)


def _chinese_number(value: str) -> int:
    total, digit = 0, 0
    for character in value:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = DIGITS[character]
    return total + digit
