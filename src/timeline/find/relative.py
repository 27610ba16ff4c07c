"""Times told from another: next week, 上月下旬, the last two months of a year."""

from __future__ import annotations

from typing import Any

from timeline.find.atom import Atom, Said, simple
from timeline.find.scan import Token
from timeline.find.weekdays import WEEKDAYS, weekday
from timeline.model.expression import Shift


def read_relative(token: Token) -> Atom:
    """Return the unit that a word counts from now or from what was said before."""
    rule = token.rule
    shift = Shift(rule.unit, rule.offset, rule.base, exact=False)  # type: ignore[arg-type]
    said: Said = {"shift": shift}
    if token.numbers and rule.unit == "day":
        said["day"] = token.numbers[0][0]
    if rule.part:
        said["part"] = rule.part
    if rule.third:
        said["third"] = rule.third
    if rule.name:
        said["season"] = rule.name
    if rule.unit == "week" and token.text[-1] in WEEKDAYS:
        said["weekday"] = weekday(token.text)
        return simple(token, "w", said)
    slot = {"year": "Y", "month": "M", "week": "W", "weekend": "W", "day": "D"}.get(rule.unit or "", "x")
    last = {"shift": shift._replace(offset=shift.offset + rule.value)} if rule.value else None
    return Atom(slot, token.start, token.end, said, token, last)


def read_stretch(token: Token) -> Atom:
    """Return how much of a unit is meant from its beginning or end (the last two months of 1997)."""
    unit: Any = token.text.rpartition(" ")[2].removesuffix("s")
    return simple(token, "o", {"stretch": Shift(unit, token.numbers[-1][0] * (token.rule.value or 1))})


def read_third(token: Token) -> Atom:
    """Read a third of a month or year, or the run of two (中下旬), whose last the rule names."""
    slot = "h" if token.rule.id.startswith("en.") else "x"
    last = {"third": token.rule.name} if token.rule.name else None
    return Atom(slot, token.start, token.end, {"third": token.rule.third}, token, last)
