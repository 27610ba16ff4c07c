"""The day that a label states for what a page is about: 活动时间：5月26日, or a heading When and the day below it."""

from __future__ import annotations

import re
from functools import cache

from timeline.lexicon.layout import layout_pattern
from timeline.model import Sentence

LONGEST = 40
"""Characters of a label, with the bullet before it."""


def is_label(sentence: Sentence) -> bool:
    """Return whether a line is such a label and nothing else."""
    return len(sentence.view) <= LONGEST and _label().fullmatch(sentence.view) is not None


def is_labelled(sentence: Sentence, start: int) -> bool:
    """Return whether such a label stands right before a position, at the beginning of its line."""
    return start <= LONGEST and _label().fullmatch(sentence.view, 0, start) is not None


@cache
def _label() -> re.Pattern[str]:
    """The label, with the number or bullet of its item before it."""
    item = r"\W{0,4}(?:[(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)、.]\s?)?"
    return re.compile(rf"{item}{layout_pattern('held')}\W{{0,4}}", re.IGNORECASE)
