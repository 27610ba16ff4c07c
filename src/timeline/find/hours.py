"""Hours of a day: bare numbers beside it (Tuesday from 7 to 7:30), or told by their length (2pm for two hours)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.find.affixes import left_word
from timeline.find.amounts import count
from timeline.find.atom import Atom, Said
from timeline.find.ends import lend
from timeline.find.evidence import is_free
from timeline.find.fields import shifted
from timeline.find.joins import DIRECT, gap_role, gap_text
from timeline.find.points import Point, parse_point

BETWEEN = frozenset({"between"})
RANGE_HEADS = frozenset({"between", "from"})
HOUR_DAY = (DIRECT, "join", "comma")
"""Roles of what may stand between hours and their day."""
HOURLESS = frozenset("DwpFWY")
"""Slots behind which two bare numbers joined by a range word are hours."""
LASTING = frozenset({"for", ", for", "(", ", lasting", "lasting"})
"""What may stand between a clock time and the hours that follow it."""
HOUR_LINKS = frozenset({"", ",", "from", ", from", "between", "at", "@"})
"""What may stand between a day and its hours."""
MINUTES = {"hour": 60, "minute": 1}
DAY = 24 * 60


def lasting(view: str, atoms: Sequence[Atom], point: Point) -> tuple[Said, Said, int, int] | None:
    """Return first and last moment of a clock time with its length, its end and the index of the next atom.

    None where no length stands behind it, or it reaches into the next day.
    """
    if "hour" not in point.first or point.last or point.after == len(atoms):
        return None
    token = atoms[point.after].token
    minutes = MINUTES.get(token.rule.unit or "", 0)
    if token.kind != "quantity" or not minutes or gap_text(view, point.end, token.start) not in LASTING:
        return None
    stop = point.first["hour"] * 60 + point.first.get("minute", 0) + int(count(token) * minutes)
    if not count(token) or stop >= DAY:
        return None
    last: Said = {"hour": stop // 60, "meridiem": True}
    if stop % 60 or "minute" in point.first:
        last["minute"] = stop % 60
    return point.first, last, token.end, point.after + 1


def hours_ahead(view: str, atoms: Sequence[Atom], point: Point) -> tuple[Point, int] | None:
    """Return hours with the day behind them (between 4 and 9 yesterday; 5 to 6 p.m. Monday), and the next index."""
    if point.first.keys() != {"number"} or point.after + 1 >= len(atoms):
        return None
    stop, day = atoms[point.after], atoms[point.after + 1]
    role = gap_role(view, point.end, stop.start)
    if stop.slot not in "nt" or not (role == "range" or (role == "list" and left_word(view, point.start, BETWEEN))):
        return None
    behind = parse_point(view, atoms, point.after + 1)
    if gap_role(view, stop.end, day.start) not in HOUR_DAY or not behind.first.keys() & {"day", "weekday", "shift"}:
        return None
    if stop.slot == "n" and left_word(view, point.start, RANGE_HEADS) is None:
        return None
    pair = lend({"hour": point.first["number"]}, _as_hour(stop), trailing=False)
    if pair is None or "hour" in behind.first or not _are_hours(*pair):
        return None
    said = shifted(behind.first)
    return point._replace(first=said | pair[0], last=pair[1], end=behind.end), behind.after


def hours_behind(view: str, atoms: Sequence[Atom], point: Point) -> tuple[Said, Said, int, int] | None:
    """Return day and hours of a range of bare hours (Tuesday from 7 to 7:30), its end and the next index."""
    index = point.after
    if point.slot not in HOURLESS or point.last or index + 1 >= len(atoms) or "hour" in point.first:
        return None
    begin, stop = atoms[index], atoms[index + 1]
    gap = gap_text(view, point.end, begin.start)
    if gap not in HOUR_LINKS or begin.slot not in "nt" or stop.slot not in "nt" or begin.slot + stop.slot == "tt":
        return None
    role = gap_role(view, begin.end, stop.start)
    if role != "range" and not (role == "list" and gap == "between"):
        return None
    if stop.slot == "n" and not is_free(view, stop.end):
        return None
    pair = lend(_as_hour(begin), _as_hour(stop), trailing=False)
    if pair is None or not _are_hours(*pair):
        return None
    return point.first | pair[0], pair[1], stop.end, index + 2


def _are_hours(first: Said, last: Said) -> bool:
    """Return whether two numbers are likely hours and no score: they rise, or go from the morning to the afternoon."""
    begin, end = first["hour"], last["hour"]
    rising = (begin, first.get("minute", 0)) < (end, last.get("minute", 0))
    return max(begin, end) <= 24 and (rising or (begin >= 8 and end <= 7))


def _as_hour(atom: Atom) -> Said:
    return {"hour": atom.said["number"]} if atom.slot == "n" else atom.said
