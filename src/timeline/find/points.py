"""Atoms side by side become points in time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.find.atom import Atom, Said
from timeline.find.joins import MONTH_BEHIND, MONTH_NAMES, gap_role, joins
from timeline.find.units import full_year
from timeline.lexicon.evidence import follows

CLOSING = re.compile(r"[ ]?[)\]〕]")


class Point(NamedTuple):
    """A maximal run of atoms that speak of one point (or one range with a shared unit)."""

    first: Said
    last: Said | None
    start: int
    end: int
    after: int
    """Index of the first atom not taken."""
    slot: str
    """Slot of its last atom."""
    atom: Atom
    """The leading atom."""
    listed: tuple[tuple[Said, int, int], ...] = ()
    open: bool = False
    """Whether a bracket opened inside it is still open at its end."""


def parse_point(
    view: str, atoms: Sequence[Atom], index: int, *, bound: bool = False, head: Atom | None = None
) -> Point:
    """Return the longest point that begins with the atom at `index`.

    The date in brackets behind a holiday or lunar day takes its place: 大年初五（2月2日）.

    Args:
        head: What the first atom says after all, where it is a bare number.
        bound: Whether it ends a range of days, so that the hours in brackets behind it belong to each of them.
    """
    atom = head or atoms[index]
    first, last = dict(atom.said), dict(atom.last) if atom.last else None
    previous, position, opened, end = atom, index, -1, atom.end
    listed: tuple[tuple[Said, int, int], ...] = ()
    if atom.listed:
        listed = tuple(
            (dict(said), start if n else atom.start, stop) for n, (said, start, stop) in enumerate(atom.listed)
        )
    while position + 1 < len(atoms):
        following = atoms[position + 1]
        role = gap_role(view, previous.end, following.start)
        if bound and role == "open" and following.slot == "t":
            break
        if not joins(previous, following, role, view):
            break
        if role == "open" and previous.slot == "F":
            first = {}
        said = _reinterpret(first, following, view)
        if said is None or (following.slot != "E" and not _agrees(first, said)) or not _settle_number(first, said):
            break
        if following.listed:
            listed = (*listed, *_with_base(first, following, atom.start))
        if following.last:
            last = dict(following.last)
            if last.keys() <= {"third", "month"}:
                last |= {key: first[key] for key in ("year", "month", "shift") if key in first and key not in last}
        elif last is not None and following.slot in "YnM" and previous.slot != "Y":
            last |= {key: value for key, value in said.items() if key in ("year", "month")}
        first |= said
        if role == "about":
            first["about"] = True
        if role == "open":
            opened = previous.end
        elif role == "close":
            opened = -1
        previous, position, end = following, position + 1, following.end
        if previous.slot == "n":
            previous = previous._replace(slot="Y" if "year" in said else "D")
    if opened >= 0:
        closing = CLOSING.match(view, end)
        end, opened = (closing.end(), -1) if closing else (end, opened)
    return Point(first, last, atom.start, end, position + 1, previous.slot, atom, listed, opened >= 0)


def _settle_number(first: Said, said: Said) -> bool:
    """Turn a bare number into what the atom behind it makes of it; False where it can be no such thing."""
    if "number" not in first:
        return True
    value: int = first["number"]
    if "month" in said:
        first["day" if 1 <= value <= 31 else "year"] = value
    elif "part" not in said:
        first["year"] = value
    elif 1 <= value <= 12:
        first["hour"] = value
    else:
        return False
    del first["number"]
    return True


def _with_base(first: Said, following: Atom, start: int) -> list[tuple[Said, int, int]]:
    """Return the earlier items of a list, the first of them with the fields said before it."""
    items = []
    for number, (said, begin, stop) in enumerate(following.listed):
        items.append((first | said if number == 0 else dict(said), start if number == 0 else begin, stop))
    return items


_DAY_BEHIND = re.compile(rf"[ ]?(?:[-–—,;)!?]|$|[.](?:[ ]|$)|(?:to|until|through|and|at|from|between) |{MONTH_NAMES})")
_HOURS_BEHIND = re.compile(rf"[ ]?[-–—][ ]?(?:1[0-2]|0?[1-9])(?![0-9:]|[.][0-9]|[ ]?(?:{MONTH_NAMES}))")


def _reinterpret(first: Said, atom: Atom, view: str) -> Said | None:
    """Return what an atom says after `first`: a bare number becomes a day or a year, a decade falls in its century."""
    if atom.slot == "E" and first.get("years") == 100:
        return {"year": first["year"] + atom.said["year"] % 100, "years": 10}
    if atom.slot != "n":
        return atom.said
    value: int = atom.said["number"]
    if "month" in first and "day" not in first and 1 <= value <= 31:
        return {"day": value}
    if "year" not in first and value < 100 and len(atom.token.text) == 2 and view[atom.start - 1] in "'’‘":
        return {"year": full_year(value)}
    if "year" not in first and 1000 <= value <= 2200 and len(atom.token.text) == 4 and _is_year(view, atom.end, value):
        return {"year": value}
    if "day" in first or not 1 <= value <= 31:
        return None
    if "weekday" in first and _is_day(view, atom):
        return {"day": value}
    if first.keys() & {"part", "hour"} and MONTH_BEHIND.match(view, atom.end):
        return {"day": value}
    return None


def _is_year(view: str, end: int, value: int) -> bool:
    """Return whether a number of four digits behind a month or day is its year: small ones may count things."""
    return value >= 1500 or follows("shared.evidence.free", view, end)


def _is_day(view: str, number: Atom) -> bool:
    """Return whether the number behind a weekday is a day: an ordinal, or digits that begin no hours (Monday 3-8)."""
    text = number.token.text
    if text[0].isdigit() and not text.isdigit():
        return True
    return _DAY_BEHIND.match(view, number.end) is not None and not (
        text.isdigit() and int(text) <= 12 and _HOURS_BEHIND.match(view, number.end)
    )


def _agrees(first: Said, said: Said) -> bool:
    """Return whether the fields of a further atom add to those already said."""
    return all(first.get(key, value) == value or key == "meridiem" for key, value in said.items())
