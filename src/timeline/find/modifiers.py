"""An expression with the words around it: before, after and about, past and future, the article of a decade."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase

from timeline.find.affixes import left_word, right_word
from timeline.find.chinese_tense import chinese_direction
from timeline.find.english_tense import english_direction
from timeline.find.fields import settle, timex_type
from timeline.find.points import Point
from timeline.find.scan import Token
from timeline.model import Mod
from timeline.model.expression import Direction, Fields, TimeExpression

MODS: dict[str, Mod] = {"before": "before", "after": "after", "approx": "approx"}
OPENERS = frozenset({*MODS, "from", "between"})
CLOSERS = frozenset({*MODS, "starting"})

WITH_ARTICLE = "ECx"
"""Slots of English decades, centuries, seasons and months of a year, to which the article before them belongs."""


def modified(view: str, point: Point, fields: Fields, final: Fields | None, end: int) -> Iterator[TimeExpression]:
    """Yield the earlier items of a list, then the expression with the words around it."""
    rule = point.atom.token.rule.id
    start, stop = point.start, end
    mod: str | None = "approx" if point.first.get("about") else None
    if found := left_word(view, start, OPENERS):
        role, begin = found
        mod = role if role in MODS else None
        if mod or final or right_word(view, end, CLOSERS):
            start = begin
    if found := right_word(view, end, CLOSERS):
        mod, end = found
        if mod == "starting":
            mod = None if fields.hour is not None else "after"
    if final is not None and mod == "after":
        mod = None
    direction = direction_of(view, point, stop, fields, final, mod)
    if start == point.start and point.atom.slot in WITH_ARTICLE and view.endswith(" the ", 0, start):
        start -= len("the ")
    for said, begin, stop in point.listed:
        item = settle(said)
        if item:
            yield TimeExpression(begin, stop, timex_type(item), rule, item, direction=direction)
    if point.listed:
        start = point.listed[-1][2] + 1
    kind, side, period = timex_type(fields), MODS.get(mod or ""), point.atom.slot == "P"
    yield TimeExpression(start, end, kind, rule, fields, final, side, direction=direction, period=period)


def direction_of(
    view: str, point: Point, end: int, fields: Fields, final: Fields | None, mod: str | None
) -> Direction | None:
    """Return where the words around an expression place it; what reaches to now is past."""
    if final is not None and final.shift is not None and final.shift.offset <= 0:
        return "past"
    if not _is_english(point.atom.token):
        return chinese_direction(view, point.start, end)
    named = fields.day or fields.month or fields.shift or fields.nth
    bare = (fields.weekday is not None or fields.hour is not None) and not named
    return english_direction(view, point.start, end, bare=bare, term=mod == "before")


def _is_english(token: Token) -> bool:
    return token.rule.id.startswith("en.") or token.text[0] in ascii_lowercase
