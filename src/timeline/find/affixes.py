"""Words left and right of an expression: they open it at one side, or count from now."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from timeline.lexicon.times import link_rules

LONGEST = 24
"""No word that may stand left of an expression is longer."""


@cache
def _left() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Return the words that may stand left of an expression with their roles, by last character, longest first."""
    forms: dict[str, frozenset[str]] = {}
    for rule in link_rules():
        if rule.side == "left":
            forms |= {form: forms.get(form, frozenset()) | {rule.role} for form in rule.forms}
    by_last: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for form in sorted(forms, key=len, reverse=True):
        by_last.setdefault(form[-1], []).append((form, forms[form]))
    return {last: tuple(words) for last, words in by_last.items()}


def left_word(view: str, start: int, roles: frozenset[str]) -> tuple[str, int] | None:
    """Return the role and the start of the longest word of these roles that ends just before `start`."""
    before = view[max(0, start - LONGEST - 1) : start]
    text = before.rstrip().removesuffix(" the")
    for word, held in _left().get(text[-1:], ()):
        if text.endswith(word) and (found := roles & held) and _borders(text, word):
            return min(found), start - len(before) + len(text) - len(word)
    return None


def _borders(text: str, word: str) -> bool:
    """Return whether a Latin word is not the end of a longer one."""
    return not (
        word[0].isascii()
        and len(text) > len(word)
        and text[-len(word) - 1].isascii()
        and text[-len(word) - 1].isalpha()
    )


@cache
def _right(roles: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of the words of these roles; each has a named group of its own."""
    parts = []
    for number, rule in enumerate(link_rules()):
        if rule.side != "right" or rule.role not in roles:
            continue
        forms = longest_first(rule.forms)
        border = "(?![a-z])" if rule.id.startswith("en.") else ""
        guard = f"(?!{rule.unless_after})" if rule.unless_after else ""
        name = f"{rule.role.replace('-', '_')}__{number}"
        parts.append(f"(?P<{name}>{forms}){border}{guard}")
    return re.compile(f"[ ]?(?:{'|'.join(parts)})")


def right_word(view: str, end: int, roles: frozenset[str]) -> tuple[str, int] | None:
    """Return the role and the end of a word of these roles that begins at `end`."""
    match = _right(roles).match(view, end)
    if match is None or match.lastgroup is None:
        return None
    return match.lastgroup.partition("__")[0].replace("_", "-"), match.end()


def longest_first(forms: Iterable[str]) -> str:
    """Return the pattern of any of these forms."""
    return "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))
