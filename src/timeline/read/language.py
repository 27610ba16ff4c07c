"""The language of a text, from its characters alone."""

from __future__ import annotations

import re
from functools import cache
from operator import ne

from timeline.lexicon.script import simplify_table
from timeline.read.clean import IDEOGRAPH

SAMPLE = 20_000
"""So many characters are looked at."""

SCRIPT_SAMPLE = 2_000
"""So many Chinese characters tell the script."""

SECOND = 0.2
"""From this share of the text on, a second language counts."""

TRADITIONAL = 0.04
"""From this share of traditional characters on, Chinese is taken to be in traditional script."""


def guess_language(text: str) -> str:
    """Return `zh-Hans`, `zh-Hant`, `en`, `mul` (Chinese and English) or `und` (too little to tell).

    A Chinese character weighs as much as half an English word.
    """
    sample = text[:SAMPLE]
    chinese = "".join(_chinese().findall(sample))
    words = len(_words().findall(sample))
    if len(chinese) + words < 3:
        return "und"
    share = len(chinese) / (len(chinese) + 2 * words)
    if SECOND < share < 1 - SECOND:
        return "mul"
    if share < 0.5:
        return "en"
    shown = chinese[:SCRIPT_SAMPLE]
    traditional = sum(map(ne, shown, shown.translate(simplify_table())))
    return "zh-Hant" if traditional >= TRADITIONAL * len(shown) else "zh-Hans"


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(rf"[{IDEOGRAPH}]+")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z]{2,30}")
