"""Amounts of time: a distance from the anchor (三天前), a window (past two weeks), a term (一年内), or a duration."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from timeline.find.affixes import left_word, right_word
from timeline.find.english_tense import english_direction
from timeline.find.numerals import ORDINALS
from timeline.find.scan import Token
from timeline.lexicon.evidence import precedes
from timeline.model.expression import Direction, Fields, Quantity, Shift, TimeExpression, Unit
from timeline.model.mention import TimexType

RIGHT = frozenset({"ago", "earlier", "later", "hence", "within"})
LEFT = frozenset({"past-window", "future-window", "behind-window", "in"})
STATED = Fields(shift=Shift("day", 0, "context", exact=False))
"""The day stated before, from which 此后一周 counts."""
SMALLER: dict[Unit, tuple[Unit, int]] = {
    "century": ("year", 100),
    "decade": ("year", 10),
    "year": ("month", 12),
    "month": ("day", 30),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
"""What half a unit is counted in."""
LARGEST = 10_000


def read_amount(view: str, token: Token) -> Iterator[TimeExpression]:
    """Yield the expression of an atom that says an amount."""
    unit: Unit = token.rule.unit or "year"  # type: ignore[assignment]
    amount = count(token)
    if inner := _INNER.search(token.text):
        window: Direction = "past" if inner[1] in ("past", "previous", "last") else "future"
        yield TimeExpression(
            token.start, token.end, "DURATION", token.rule.id, quantity=Quantity(amount, unit), window=window
        )
    elif amount <= LARGEST and not _is_ordinal(token.text):
        expression = amount_at(view, token.start, token.end, Quantity(amount, unit), token.rule.id)
        if token.numbers or not token.rule.value or expression.window:
            yield expression


HALF = re.compile(" and a half")


def count(token: Token) -> float:
    """Return how many units an amount says; 0 where it does not say (several, for years)."""
    said = token.numbers[0 if HALF.search(token.text) else -1][0] if token.numbers else 1 if token.rule.value else 0
    return said * (token.rule.value or 1) + (0.5 if "半" in token.text or "half" in token.text else 0)


_INNER = re.compile("[ ](past|previous|last|next|coming|upcoming|following)[ ]")


def _is_ordinal(text: str) -> bool:
    """Return whether a text begins with an English ordinal: the first week is no amount."""
    word = text.partition(" ")[0].rpartition("-")[2]
    return word in ORDINALS or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")))


def amount_at(view: str, start: int, end: int, quantity: Quantity, rule: str) -> TimeExpression:
    """Return what an amount means between the words around it."""
    if quantity.amount and (found := right_word(view, end, RIGHT)):
        role, end = found
        fields = AFFIXED[role](quantity)
        return TimeExpression(start, end, _type(quantity), rule, fields)
    found = left_word(view, start, LEFT)
    if found and found[0] == "in" and quantity.amount and not view.endswith("the ", 0, start):
        if precedes("en.evidence.record", view, found[1]) or english_direction(view, found[1], end) == "past":
            return TimeExpression(start, end, "DURATION", rule, quantity=quantity)
        return TimeExpression(found[1], end, _type(quantity), rule, distance(quantity, 1))
    if found and found[0] != "in" and not _is_verb(view, found[1]):
        window: Direction = "past" if found[0] == "past-window" else "future"
        origin = STATED if found[0] == "behind-window" else Fields()
        return TimeExpression(found[1], end, "DURATION", rule, origin, quantity=quantity, window=window)
    return TimeExpression(start, end, "DURATION", rule, quantity=quantity)


def _is_verb(view: str, start: int) -> bool:
    """Return whether the word of a window is the verb last: it will last six weeks."""
    return view.startswith("last", start) and precedes("en.evidence.modal", view, start)


AWAY = {"back": -1, "forth": 1}


def away(view: str, token: Token, start: int) -> Shift | None:
    """Return how far an amount leads from the point that begins at `start`: two weeks before Christmas."""
    found = left_word(view, start, frozenset(AWAY))
    unit: Unit = token.rule.unit or "year"  # type: ignore[assignment]
    if not found or view[token.end : found[1]].strip() or not count(token) or unit in ("second", "minute", "hour"):
        return None
    return Shift(unit, AWAY[found[0]] * int(count(token)))


def _type(quantity: Quantity) -> TimexType:
    return "TIME" if quantity.unit in ("second", "minute", "hour") else "DATE"


def distance(quantity: Quantity, sign: int) -> Fields:
    """Return the point so far from now; half units are counted in the next smaller one."""
    amount, unit = quantity
    if amount != int(amount) and unit in SMALLER:
        unit, factor = SMALLER[unit]
        amount *= factor
    return Fields(shift=Shift(unit, sign * int(amount)))


def _from_stated(quantity: Quantity, sign: int) -> Fields:
    """Return the point so far from the last stated one."""
    fields = distance(quantity, sign)
    return fields._replace(shift=fields.shift and fields.shift._replace(base="context"))


def _due(quantity: Quantity) -> Fields:
    """Return the very day a term ends on."""
    fields = distance(quantity, 1)
    return fields._replace(shift=fields.shift and fields.shift._replace(due=True))


AFFIXED: dict[str, Callable[[Quantity], Fields]] = {
    "ago": lambda quantity: distance(quantity, -1),
    "earlier": lambda quantity: _from_stated(quantity, -1),
    "later": lambda quantity: _from_stated(quantity, 1),
    "hence": lambda quantity: distance(quantity, 1),
    "within": _due,
}
"""What the word behind an amount makes of it."""
