"""Past or future, as the words of a Chinese clause tell it: 将于, 27日宣布."""

from __future__ import annotations

import re
from functools import cache

from timeline.find.affixes import longest_first
from timeline.lexicon.evidence import follows
from timeline.lexicon.times import link_rules
from timeline.model.expression import Direction

REACH = 14
"""How far before an expression a word may tell its direction."""
DIRECTIONS: tuple[Direction, ...] = ("future", "past")
CLAUSE = re.compile("[。;!?\n]|[.][ ]")
NOWHERE = (-1, 0)


def chinese_direction(view: str, start: int, end: int) -> Direction | None:
    """Return where the words of the clause before (or just behind) an expression place it; the nearest word decides."""
    if _hinted().search(view, max(0, start - REACH), end + REACH // 3 + 1):
        before = CLAUSE.split(view[max(0, start - REACH) : start])[-1]
        behind = view[end : end + REACH // 3].lstrip()
        left, right = _hints("left"), _hints("right")
        places = {role: max(map(_place, words.finditer(before)), default=NOWHERE) for role, words in left.items()}
        if max(places.values(), default=NOWHERE) > NOWHERE:
            return max(DIRECTIONS, key=lambda role: places.get(role, NOWHERE))
        for role in DIRECTIONS:
            if any(side[role].match(behind) for side in (left, right) if role in side):
                return role
    told = follows("zh.evidence.reported", view, end) or follows("zh.evidence.over", view, end)
    return "past" if told else None


@cache
def _hints(side: str) -> dict[str, re.Pattern[str]]:
    found: dict[str, list[str]] = {}
    for rule in link_rules():
        if rule.role in DIRECTIONS and rule.id.startswith("zh") and rule.side == side:
            found.setdefault(rule.role, []).extend(rule.forms)
    return {role: re.compile(longest_first(forms)) for role, forms in found.items()}


@cache
def _hinted() -> re.Pattern[str]:
    """Return the pattern of any word that tells a direction."""
    rules = [rule for rule in link_rules() if rule.role in DIRECTIONS and rule.id.startswith("zh")]
    return re.compile(longest_first(form for rule in rules for form in rule.forms))


def _place(match: re.Match[str]) -> tuple[int, int]:
    """Return the rank of a word: the later the nearer, the longer the surer."""
    return match.end(), match.end() - match.start()
