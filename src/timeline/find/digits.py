"""Dates printed in digits alone: 2025-06-08, 06/08/2025, 6/8."""

from __future__ import annotations

from timeline.find.atom import Atom, Said, simple
from timeline.find.scan import Token
from timeline.find.units import full_year
from timeline.model.expression import SlashOrder


def read_date(token: Token) -> Atom | None:
    """Return a date with its year, and the clock behind it; the year first, or last with month and day by evidence.

    Without any year stand the days that head the lines of a schedule: 928上午.
    """
    values = [value for value, _, _ in token.numbers]
    if len(values) == 1:
        values = [values[0] // 10000, values[0] // 100 % 100, values[0] % 100]
        values = values if values[0] else values[1:]
    if len(values) == 2:
        return simple(token, "D", {"month": values[0], "day": values[1]})
    year, month, day = values[:3]
    year += token.rule.value or 0
    order: SlashOrder | None = None
    if year < 1000:
        month, day, year = values
        year = year if year >= 1000 else full_year(year)
        order = _order(month, day) if "/" in token.text else None
        if month > 12 or ("." in token.text and day <= 12):
            month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    said: Said = {"year": year, "month": month, "day": day} | ({"order": order} if order else {})
    if len(values) >= 5:
        said |= {"hour": values[3], "minute": values[4], "meridiem": True}
    return simple(token, "D", said)


def read_dotted(token: Token) -> Atom | None:
    """Return a range of days with dots, day first: 12.-16.10.2021, 28.9.-3.10.2021."""
    values = [value for value, _, _ in token.numbers]
    if len(values) < 4:
        return None
    *first, last_day, last_month, year = values
    day, month = first if len(first) == 2 else (first[0], last_month)
    if not (1 <= month <= last_month <= 12 and 1 <= day <= 31 and 1 <= last_day <= 31):
        return None
    last: Said = {"year": year, "month": last_month, "day": last_day}
    return simple(token, "D", {"year": year, "month": month, "day": day})._replace(last=last)


def read_slash(token: Token) -> Atom | None:
    """Return month and day joined by a slash."""
    month, day = (value for value, _, _ in token.numbers)
    order = _order(month, day)
    if month > 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    said: Said = {"month": month, "day": day, "slash": token.rule.id.startswith("shared.")}
    return simple(token, "S", said | ({"order": order} if order else {}))


def _order(first: int, second: int) -> SlashOrder | None:
    """Return what two numbers tell of the order of month and day; None where it makes no difference."""
    if first > 12:
        return "day-first"
    return "month-first" if second > 12 else None if first == second else "open"
