"""Guards of a rule: what must, or must not, stand before and after its forms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from timeline.lexicon.times import TimeRule

LONGEST_LOOK = 60
"""Longer looks ahead are left to `allowed`: compiled behind every word they would cost more than they save."""

LOOK_BACK = 8
"""Characters before a word that `allowed` looks at."""


def before(rule: TimeRule, word: str = "") -> str:
    """Return the looks behind of a rule, to stand behind `word`; each alternative has its own, as widths differ."""
    parts = [f"(?<!{one}{re.escape(word)})" for one in alternatives(rule.unless_before)]
    wanted = [f"(?<={one}{re.escape(word)})" for one in alternatives(rule.if_before)]
    return "".join(parts) + (f"(?:{'|'.join(wanted)})" if wanted else "")


def after(rule: TimeRule) -> str:
    """Return the lookaheads of a rule."""
    return (f"(?={rule.if_after})" if rule.if_after else "") + (f"(?!{rule.unless_after})" if rule.unless_after else "")


def alternatives(pattern: str | None) -> list[str]:
    """Return the alternatives of a guard written as (?:a|b|c)."""
    return pattern.removeprefix("(?:").removesuffix(")").split("|") if pattern else []


def looks_around(word: str, rules: Iterable[TimeRule]) -> str | None:
    """Return the looks around a word to compile behind it, None where its rules differ in them or they are too long."""
    first, *others = {before(rule, word) + after(rule) for rule in rules}
    return first if not others and len(first) <= LONGEST_LOOK else None


def allowed(rule: TimeRule, view: str, start: int, end: int) -> bool:
    """Return whether the text around lets the rule of a word apply."""
    if rule.unless_before and _behind(rule.unless_before).search(view[max(0, start - LOOK_BACK) : start]):
        return False
    if rule.if_before and not _behind(rule.if_before).search(view[max(0, start - LOOK_BACK) : start]):
        return False
    if rule.unless_after and _compiled(rule.unless_after).match(view, end):
        return False
    return not (rule.if_after and not _compiled(rule.if_after).match(view, end))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _behind(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})$")
