"""Patterns of the words around an expression that tell a time from a look-alike."""

from __future__ import annotations

import re
from functools import cache

from timeline.lexicon.load import load_rules
from timeline.lexicon.schema import Rule

REACH = 32
"""How far before an expression a pattern may begin."""


class PatternRule(Rule):
    """Words that stand right behind an expression, or right before it where the pattern ends with `$`."""

    pattern: str
    """Regular expression."""
    cased: bool = False
    """Whether capitals differ from small letters."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rules = load_rules("evidence", "pattern", PatternRule)
    return {rule.id: re.compile(rule.pattern, 0 if rule.cased else re.IGNORECASE) for rule in rules}


def follows(name: str, text: str, end: int) -> bool:
    """Return whether the words of the pattern `name` begin at `end`."""
    return _patterns()[name].match(text, end) is not None


def precedes(name: str, text: str, start: int) -> bool:
    """Return whether the words of the pattern `name` end at `start`."""
    return _patterns()[name].search(text[max(0, start - REACH) : start]) is not None
