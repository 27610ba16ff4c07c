"""TIMEX3 values (TimeML 1.2.1)."""

from __future__ import annotations

from datetime import date

from timeline.model import Precision, Timex, When
from timeline.model.expression import Fields, Quantity, TimeExpression

PARTS = {"dawn": "NI", "morning": "MO", "noon": "MI", "afternoon": "AF", "evening": "EV", "night": "NI"}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
UNITS = {
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "weekend": "WE",
    "quarter": "Q",
    "decade": "DE",
    "century": "CE",
}
CLOCK_UNITS = {"hour": "H", "minute": "M", "second": "S"}
SETS = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}


def timex_of(expression: TimeExpression, when: When | None) -> Timex:
    """Return the TIMEX3 attributes of an expression and its reading."""
    if expression.type == "SET":
        return Timex.trusted(type="SET", value=_period(expression.recurrence or ""))
    if expression.vague:
        return Timex.trusted(type="DATE", value=expression.vague)
    if expression.quantity:
        return Timex.trusted(type="DURATION", value=duration(expression.quantity))
    shade = expression.first.third or expression.first.lean if expression.last is None else None
    mod = expression.mod or shade
    value = value_of(when, expression.first) if when else open_value(expression.first)
    if when and when.end and expression.last and expression.last.season in SEASONS:
        value += f"/{_year_of_winter(when.end)}-{SEASONS[expression.last.season]}"
    return Timex.trusted(type=expression.type, value=value, mod=mod.upper() if mod else None)


def _year_of_winter(month: str) -> int:
    """Return the year in which the season began that ends with this month: that of a winter is the one before."""
    return int(month[:4]) - (int(month[5:7]) < WINTER_END)


WINTER_END = 3
"""Month that follows the winter."""


def _period(recurrence: str) -> str:
    """Return how long a recurrence takes to come round (RFC 5545 3.3.10: FREQ and INTERVAL)."""
    parts = dict(part.split("=", 1) for part in recurrence.split(";") if part)
    unit = SETS.get(parts.get("FREQ", ""))
    return f"P{parts.get('INTERVAL', '1')}{unit}" if unit else "XXXX"


def duration(quantity: Quantity) -> str:
    """Return an amount as an ISO 8601 duration, `X` where the number is not said."""
    amount = f"{quantity.amount:g}" if quantity.amount else "X"
    if quantity.unit in CLOCK_UNITS:
        return f"PT{amount}{CLOCK_UNITS[quantity.unit]}"
    return f"P{amount}{UNITS.get(quantity.unit, 'D')}"


def value_of(when: When, fields: Fields) -> str:
    """Return the value of a placed time, a range as start/end."""
    start = when.start or when.end or ""
    shift = fields.shift
    if fields.around == "weekend" or (shift and shift.unit == "weekend"):
        return f"{_week(when)}-WE"
    if shift and shift.unit == "week" and shift.exact and not shift.due:
        return _week(when)
    if when.precision is Precision.SEASON and fields.season in SEASONS:
        return f"{start[:4]}-{SEASONS[fields.season]}"
    if when.end is None or when.start is None:
        return _unit(when, start, fields)
    year, month = start[:4], int(start[5:7] or 1)
    if when.precision is Precision.QUARTER and int(when.end[5:7]) - month == 2:
        return f"{year}-Q{(month + 2) // 3}"
    if when.precision is Precision.HALF:
        return f"{year}-H{(month + 5) // 6}"
    if when.precision is Precision.WEEK:
        return _week(when)
    if when.precision is Precision.YEAR and _is_decade(fields):
        return year[:3]
    if when.precision is Precision.YEAR and fields.years == 100:
        return year[:2]
    return f"{_unit(when, start, fields)}/{_unit(when, when.end, fields)}"


def _is_decade(fields: Fields) -> bool:
    named = fields.years == 10 and fields.year is not None and fields.year % 10 == 0
    return named or (fields.shift is not None and fields.shift.unit == "decade" and not fields.shift.exact)


def _week(when: When) -> str:
    """Return the ISO 8601 week of a time that has at least one end."""
    return "{}-W{:02}".format(*date.fromisoformat((when.start or when.end or "")[:10]).isocalendar()[:2])


def _unit(when: When, value: str, fields: Fields) -> str:
    if when.precision is Precision.PART and when.part:
        return f"{value}T{PARTS[when.part]}"
    return value[:13] if when.precision is Precision.HOUR else value


def open_value(fields: Fields) -> str:
    """Return what is said, `X` where nothing is."""
    if fields.weekday and not fields.day:
        return f"XXXX-WXX-{fields.weekday}"
    year = "XXXX" if not fields.year else f"BC{-fields.year:04}" if fields.year < 0 else f"{fields.year:04}"
    date = year
    if fields.month or fields.day or fields.hour is not None or fields.part:
        date += f"-{fields.month:02}" if fields.month else "-XX"
    if fields.day or fields.hour is not None or fields.part:
        date += f"-{fields.day:02}" if fields.day else "-XX"
    if fields.hour is not None:
        return f"{date}T{fields.hour:02}" + (f":{fields.minute:02}" if fields.minute is not None else "")
    return f"{date}T{PARTS[fields.part]}" if fields.part else date
