"""Weekdays: 周五, the second Friday."""

from __future__ import annotations

from timeline.find.atom import Atom, Said, simple
from timeline.find.scan import Token
from timeline.model.expression import Shift

WEEKDAYS = "一二三四五六日天"
WEEKDAY_NAMES = {name: number for number, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], 1)}

SATURDAY = 6


def weekday(text: str) -> int:
    """Return the weekday that the last character names."""
    return min(WEEKDAYS.index(text[-1]), 6) + 1


def read_weekday(token: Token) -> Atom:
    """Return a weekday, the one a week before the last or behind the coming one, or the weekend its Saturday tells."""
    if token.rule.offset:
        number = next(number for name, number in WEEKDAY_NAMES.items() if f" {name}" in f" {token.text}")
        away = Shift("week", token.rule.offset)
        return simple(token, "w", {"weekday": number, "occurrence": token.rule.offset, "away": away})
    return simple(token, "w", {"weekday": token.rule.value or weekday(token.text)} | _around(token))


def _around(token: Token) -> Said:
    return {"around": token.rule.unit} if token.rule.unit else {}


def read_nth_weekday(token: Token) -> Atom | None:
    """Return which of a month's weekdays, or weekends, is meant; None where a month has not so many."""
    nth = token.rule.value or (token.numbers[0][0] if token.numbers else 0)
    said = {"nth": nth, "weekday": WEEKDAY_NAMES.get(token.text.split()[-1][:3], SATURDAY)} | _around(token)
    return simple(token, "k", said) if nth in (-1, 1, 2, 3, 4, 5) else None
