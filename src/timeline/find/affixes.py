"""Words left and right of an expression: they open it at one side, count from now, or tell past from future."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from timeline.lexicon.evidence import follows
from timeline.lexicon.times import link_rules
from timeline.model.expression import Direction

HINT_REACH = {"zh": 14, "en": 48}
"""How far before an expression a word may tell its direction."""
DIRECTIONS: tuple[Direction, ...] = ("future", "past")
HINTS = (*DIRECTIONS, "present")
"""Roles of the words that tell a direction, or that there is none."""
CLAUSE = re.compile("[。;!?\n]|[.][ ]")


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
        forms = _longest_first(rule.forms)
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


EN_BORDERS = {
    "past": r"(?<![a-z])(?<!be )(?<!is )(?<!are )(?:{})(?![a-z])",
    "future": r"(?<![a-z])(?<!be )(?:{})(?![a-z])",
    "present": r"(?<![a-z])(?:{})(?![a-z])",
}
"""What may not stand before an English word of direction: will be held and is closed are not past."""


@cache
def _hints(language: str, side: str) -> dict[str, re.Pattern[str]]:
    found: dict[str, list[str]] = {}
    for rule in link_rules():
        if rule.role in HINTS and rule.id.startswith(language) and rule.side == side:
            found.setdefault(rule.role, []).extend(rule.forms)
    borders = EN_BORDERS if language == "en" else {}
    patterns = {role: borders.get(role, "(?:{})").format(_longest_first(forms)) for role, forms in found.items()}
    return {role: re.compile(pattern) for role, pattern in patterns.items()}


def _longest_first(forms: Iterable[str]) -> str:
    """Return the pattern of any of these forms."""
    return "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))


NOWHERE = (-1, 0)


def _place(match: re.Match[str]) -> tuple[int, int]:
    """Return the rank of a word: the later the nearer, the longer the surer (was expected)."""
    return match.end(), match.end() - match.start()


def direction_of(view: str, start: int, end: int, language: str) -> Direction | None:
    """Return where the words of the clause before (or just behind) an expression place it; the nearest word decides."""
    reach = HINT_REACH[language]
    if not _hinted(language).search(view, max(0, start - reach), end + reach // 3 + 1):
        return _reported(view, end, language)
    before = CLAUSE.split(view[max(0, start - reach) : start])[-1]
    behind = view[end : end + reach // 3].lstrip()
    left, right = _hints(language, "left"), _hints(language, "right")
    ends = {role: max(map(_place, words.finditer(before)), default=NOWHERE) for role, words in left.items()}
    if max(ends.values(), default=NOWHERE) > NOWHERE:
        nearest = max(HINTS, key=lambda role: ends.get(role, NOWHERE))
        return next((role for role in DIRECTIONS if role == nearest), None)
    for role in DIRECTIONS:
        if any(side[role].match(behind) for side in (left, right) if role in side):
            return role
    return _reported(view, end, language)


def _reported(view: str, end: int, language: str) -> Direction | None:
    """Return `past` where news says what was said on the day (27日宣布)."""
    return "past" if language == "zh" and follows("zh.evidence.reported", view, end) else None


@cache
def _hinted(language: str) -> re.Pattern[str]:
    """Return the pattern of any word that tells a direction."""
    rules = [rule for rule in link_rules() if rule.role in DIRECTIONS and rule.id.startswith(language)]
    return re.compile(_longest_first(form for rule in rules for form in rule.forms))
