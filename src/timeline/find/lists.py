"""Days in a list, of which one names the month or year of all: 12 and 13 July; September 20 and 21, 2024."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.find.affixes import left_word
from timeline.find.atom import Atom, Said
from timeline.find.evidence import is_free
from timeline.find.fields import settle, timex_type
from timeline.find.hours import BETWEEN
from timeline.find.joins import gap_role
from timeline.find.points import Point, parse_point
from timeline.model.expression import TimeExpression

LONGEST_LIST = 16
"""Days of a list before the one that names the month."""


def earlier_day(view: str, atoms: Sequence[Atom], point: Point) -> tuple[list[TimeExpression], int] | None:
    """Return the first day of a list whose month only the last one names (12 and 13 July), and the next index."""
    value = point.first.get("number", 0)
    if point.first.keys() != {"number"} or not 1 <= value <= 31 or left_word(view, point.start, BETWEEN):
        return None
    last = _last_of_list(view, atoms, point)
    fields = last and settle({key: last[key] for key in ("year", "month") if key in last} | {"day": value})
    if not fields:
        return None
    return [TimeExpression(point.start, point.end, "DATE", point.atom.token.rule.id, fields)], point.after


def _last_of_list(view: str, atoms: Sequence[Atom], point: Point) -> Said | None:
    """Return the last day of a list of bare numbers, which names the month of all (16, 18 and 20 June)."""
    roles: set[str | None] = set()
    stop = min(len(atoms), point.after + LONGEST_LIST)
    while point.after < stop and atoms[point.after].slot == "n":
        roles.add(gap_role(view, point.end, atoms[point.after].start))
        point = parse_point(view, atoms, point.after)
        if point.first.keys() != {"number"}:
            break
    return point.first if {"day", "month"} <= point.first.keys() and {"list"} <= roles <= {"list", "comma"} else None


def rest_of_list(view: str, atoms: Sequence[Atom], point: Point) -> tuple[list[TimeExpression], int, int | None]:
    """Return the further days of a list (September 20 and 21, 2024), the next atom's index and the year said last."""
    found: list[TimeExpression] = []
    year: int | None = None
    while point.after < len(atoms):
        head = as_day(atoms[point.after], point)
        if head is None or gap_role(view, point.end, head.start) not in ("list", "comma"):
            break
        item = parse_point(view, atoms, point.after, head=head)
        borrows = "month" in point.first and "month" not in item.first and item.first.keys() & {"year", "lunar"}
        shared = {"month": point.first["month"]} if borrows else {}
        fields = settle(shared | item.first)
        if fields is None or not (item.first.keys() & {"year", "lunar"} or is_free(view, item.end)):
            break
        year = item.first.get("year", year)
        found.append(TimeExpression(item.start, item.end, timex_type(fields), point.atom.token.rule.id, fields))
        point = item._replace(first=point.first | item.first)
    return found, point.after, year


def as_day(atom: Atom, point: Point) -> Atom | None:
    """Return a bare number, or lunar day, behind a day or a year as one more (June 3 to 5, 2025; in 2007 and 2009)."""
    if atom.slot == "n" and point.first.keys() == {"year"} and 1900 <= atom.said["number"] <= 2100:
        return atom._replace(slot="Y", said={"year": atom.said["number"]})
    if atom.said.keys() == {"lunar", "day"} and "lunar" in point.first:
        return atom
    if atom.slot != "n" or "day" not in point.first or not 1 <= atom.said["number"] <= 31:
        return None
    return atom._replace(slot="D", said={"day": atom.said["number"]})
