"""Numbers as printed: Arabic, Chinese and English words."""

from __future__ import annotations

import re
from functools import cache

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "元": 1, "正": 1}
TENS = {"十": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
DECADES = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]


@cache
def english_words() -> dict[str, int]:
    """Return the English cardinals up to 99 and the ordinals up to 31st."""
    words = {word: number for number, word in enumerate(ONES)}
    words |= {word: number for number, word in enumerate(ORDINALS, 1)}
    for tens, word in enumerate(DECADES, 2):
        words[word] = tens * 10
        words |= {f"{word}{gap}{ONES[one]}": tens * 10 + one for one in range(1, 10) for gap in "- "}
    for tens, word in ((20, "twenty"), (30, "thirty")):
        words |= {f"{word}{gap}{ORDINALS[one - 1]}": tens + one for one in range(1, 10) for gap in "- "}
    return words | {
        "thirtieth": 30,
        "a": 1,
        "an": 1,
        "a couple of": 2,
        "couple of": 2,
        "a couple": 2,
        "couple": 2,
        "a dozen": 12,
        "half a": 0,
        "half an": 0,
        "several": 0,
        "a few": 0,
        "few": 0,
        "many": 0,
    }


def chinese_number(text: str) -> int:
    """Return the value of a Chinese numeral, read by places (二十三) or digit by digit (二〇二五).

    Examples:
        >>> chinese_number("二〇二五"), chinese_number("二十三"), chinese_number("两千零四"), chinese_number("廿六")
        (2025, 23, 2004, 26)
    """
    if not any(char in TENS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total = current = 0
    for char in text:
        if char in "廿卅":
            total += TENS[char]
        elif char in TENS:
            total += (current or 1) * TENS[char]
            current = 0
        else:
            current = DIGITS[char]
    return total + current


def number(text: str) -> int | None:
    """Return the value of a number in any spelling, None for an indefinite one (几, several)."""
    if text.isascii() and text.isdigit():
        return int(text)
    if text.isascii() and text[:1].isdigit():
        return int(re.match(r"[0-9]+", text).group())  # type: ignore[union-attr]
    if text[:1].isascii():
        return english_words().get(" ".join(text.split()))
    if all(char in DIGITS or char in TENS for char in text):
        return chinese_number(text)
    return None
