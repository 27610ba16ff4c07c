"""Habits: 每周五, every May."""

from __future__ import annotations

from timeline.find.scan import Token
from timeline.find.weekdays import WEEKDAY_NAMES, WEEKDAYS, weekday
from timeline.model.expression import TimeExpression

WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
OTHER = 2
"""Interval of every other day."""
HABIT_REACH = 12
"""How far behind 每天 or every year a clock time or a yearless day still belongs to the habit."""


def recurrence(token: Token) -> str:
    """Return the recurrence rule of a set (RFC 5545 3.3.10): what the lexicon names, or its unit and numbers."""
    if token.rule.name:
        return token.rule.name
    parts = [f"FREQ={FREQUENCIES[token.rule.unit or 'day']}"]
    values = [value for value, _, _ in token.numbers]
    if token.text.startswith("every "):
        day = WEEKDAY_NAMES.get(token.text.split()[-1][:3])
        parts.append(f"INTERVAL={values[0] if values else OTHER}")
        return ";".join([*parts, f"BYDAY={WEEKDAY_CODES[day - 1]}"] if day else parts)
    if token.rule.unit == "week" and token.text[-1] in WEEKDAYS:
        days = [weekday(char) for char in token.text if char in WEEKDAYS]
        parts.append(f"BYDAY={','.join(WEEKDAY_CODES[days[0] - 1 : days[-1]])}")
    elif token.rule.unit == "month" and values and values[0] <= 31:
        parts.append(f"BYMONTHDAY={values[0]}")
    elif token.rule.unit == "year" and values and values[0] <= 12:
        parts.append(f"BYMONTH={values[0]}")
        parts += [f"BYMONTHDAY={day}" for day in values[1:2] if day <= 31 and "第" not in token.text]
    return ";".join(parts)


def habitual(expression: TimeExpression, unit: str) -> TimeExpression:
    """Return a bare clock time, or a yearless day behind what recurs each year, as part of the habit named before it.

    Args:
        unit: Unit in which the habit recurs.
    """
    fields = expression.first
    if expression.mod or fields.year or fields.shift or fields.holiday or fields.season:
        return expression
    if (
        fields.hour is not None
        or fields.part
        or (fields.weekday and not fields.day)
        or (fields.month and expression.last is None and unit not in ("day", "week"))
    ):
        return expression._replace(type="SET")
    return expression
