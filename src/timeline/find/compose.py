"""Atoms side by side become points in time, points become ranges: a grammar of neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from timeline.find.atoms import PIVOT, Atom, Said
from timeline.lexicon.evidence import follows
from timeline.lexicon.times import link_rules
from timeline.model.expression import Fields, Shift

DIRECT = "direct"
LONGEST_LINK = 16
CLOSING = re.compile(r"[ ]?[)\]〕]")

JOINS: dict[str, str] = {
    # slots of two neighbours: roles of the text between them, d direct, j join, c comma, o open bracket, b close
    "YM": "djc", "Yt": "dcj", "Yw": "c", "yM": "dj", "Yx": "dj", "Yq": "djo", "Yk": "dj", "YF": "dj", "YL": "dj",
    "MD": "dj", "Mt": "dcobj", "Mn": "djc", "Mx": "d", "MY": "djc", "Mk": "dj", "ML": "d", "Mu": "d",
    "Dw": "dcob", "Dp": "dbj", "Dt": "dcobj", "DD": "o", "DM": "doj", "Dn": "dcj", "Dz": "dob", "DY": "djc", "DF": "o",
    "wD": "odcj", "wM": "odcj", "wp": "dbj", "wt": "dbjco", "wW": "dj", "wn": "djc", "wz": "db",
    "Ww": "djc", "WD": "o", "Wp": "d", "WM": "o",
    "pW": "dj", "pt": "dbjoc", "pD": "jc", "pM": "jc", "pn": "j", "pw": "j", "pz": "d",
    "tp": "dj", "tw": "djc", "tM": "djc", "tD": "djc", "tn": "j", "tz": "do",
    "zM": "dj", "zn": "dj", "zD": "dj", "zt": "d", "zY": "d", "zp": "d", "zw": "djc",
    "hM": "dj", "hY": "dj", "hn": "dj", "hW": "dj", "hx": "dj", "hw": "d", "hD": "d", "hp": "d", "hr": "d",
    "qn": "djc", "qY": "djc", "xn": "djc", "xY": "djc", "nq": "dj",
    "nM": "dj", "np": "j", "tr": "dc", "nF": "dj", "nx": "dj",
    "Fn": "djc", "FY": "djc", "Fp": "d", "Ft": "d", "FM": "o", "Fw": "o",
    "rw": "d", "rM": "d", "rx": "d", "rF": "d", "rq": "d", "rp": "d",
    "CE": "d", "hE": "dj", "hC": "dj", "Ex": "d",
    "kM": "dj", "kY": "dj", "kn": "dj", "oM": "dj", "on": "dj", "oD": "d", "oS": "d",
    "oF": "dj", "oY": "dj", "oW": "dj", "ox": "dj", "oq": "dj",
    "St": "dcobj", "Sw": "dcob", "Sp": "dbj", "wS": "odcj", "tS": "djc", "pS": "j", "SS": "o", "Sz": "d", "zS": "d",
    "DS": "o", "WS": "o",
}  # fmt: skip
ROLES = {"d": DIRECT, "j": "join", "c": "comma", "o": "open", "b": "close"}
LATIN_ONLY = {
    "Mt",
    "tw",
    "Yt",
    "Yw",
    "tM",
    "tD",
    "tn",
    "tp",
    "wM",
    "nM",
    "Mn",
    "Dn",
    "pD",
    "pM",
    "pw",
    "pn",
    "np",
    "MY",
    "qn",
    "DY",
    "tS",
    "pS",
}


@cache
def links() -> dict[str, str]:
    """Return what may stand between two atoms, by text, with its role."""
    return {form: rule.role for rule in link_rules() if rule.side == "between" for form in rule.forms} | {"": DIRECT}


def gap_role(view: str, start: int, end: int) -> str | None:
    """Return the role of the text between two atoms, None where it parts them."""
    if end - start > LONGEST_LINK:
        return None
    return links().get(" ".join(view[start:end].split()))


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
        if not _joins(previous, following, role, view):
            break
        said = _reinterpret(first, following, view)
        if said is None or (following.slot != "E" and not _agrees(first, said, role)):
            break
        if "number" in first and "month" in said:
            value = first.pop("number")
            first["day" if 1 <= value <= 31 else "year"] = value
        elif "number" in first and "part" in said:
            if not 1 <= first["number"] <= 12:
                break
            first["hour"] = first.pop("number")
        elif "number" in first:
            first["year"] = first.pop("number")
        if following.listed:
            listed = (*listed, *_with_base(first, following, atom.start))
        if following.last:
            last = dict(following.last)
            if last.keys() <= {"third", "month"}:
                last |= {key: first[key] for key in ("year", "month", "shift") if key in first and key not in last}
        elif last is not None and following.slot in "YnM" and previous.slot != "Y":
            last |= {key: value for key, value in said.items() if key in ("year", "month")}
        first |= said
        if role == "open":
            opened = previous.end
        elif role == "close":
            opened = -1
        slot = following.slot if following.slot != "n" else "Y" if "year" in said else "D"
        previous, position, end = following._replace(slot=slot), position + 1, following.end
    if opened >= 0:
        closing = CLOSING.match(view, end)
        end, opened = (closing.end(), -1) if closing else (end, opened)
    return Point(first, last, atom.start, end, position + 1, previous.slot, atom, listed, opened >= 0)


def _with_base(first: Said, following: Atom, start: int) -> list[tuple[Said, int, int]]:
    """Return the earlier items of a list, the first of them with the fields said before it."""
    items = []
    for number, (said, begin, stop) in enumerate(following.listed):
        items.append((first | said if number == 0 else dict(said), start if number == 0 else begin, stop))
    return items


def _joins(previous: Atom, following: Atom, role: str | None, view: str) -> bool:
    pair = previous.slot + following.slot
    allowed = JOINS.get(pair)
    if pair == "nM" and "month" not in following.said:
        return False
    if pair == "pW" and following.said["shift"].unit != "week":
        return False
    if pair == "nM" and view[previous.end : following.start].strip() not in ("", "of"):
        return False
    if role == "at":
        role = "join" if following.slot == "t" else None
    if not allowed or role is None or not any(ROLES[letter] == role for letter in allowed):
        return False
    if following.slot == "t" and role == "comma" and following.token.rule.id == "zh.clock":
        return False
    if pair == "wn" and role == "comma" and not _MONTH_BEHIND.match(view, following.end):
        return False
    if pair in ("nF", "nx", "nq") and len(previous.token.text) != 4:
        return False
    if pair == "DM" and role == DIRECT:
        return "shift" in previous.said or previous.token.rule.id.startswith("en.")
    return (
        role == "open" or pair not in LATIN_ONLY or not (previous.token.rule.id + following.token.rule.id).count("zh.")
    )


_MONTH_NAMES = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTH_BEHIND = re.compile(rf"[ ]?(?:[-–/][ ]?[0-9]{{1,2}}[ ])?(?:of )?(?:{_MONTH_NAMES})")
"""What makes the number behind `Thursday,` a day."""
_DAY_BEHIND = re.compile(rf"[ ]?(?:[-–—,;)!?]|$|[.](?:[ ]|$)|(?:to|until|through|and|at|from|between) |{_MONTH_NAMES})")
_HOURS_BEHIND = re.compile(rf"[ ]?[-–—][ ]?(?:1[0-2]|0?[1-9])(?![0-9:]|[.][0-9]|[ ]?(?:{_MONTH_NAMES}))")


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
        return {"year": value + (2000 if value < PIVOT else 1900)}
    if "year" not in first and 1000 <= value <= 2200 and len(atom.token.text) == 4 and _is_year(view, atom.end, value):
        return {"year": value}
    if "day" in first or not 1 <= value <= 31:
        return None
    if "weekday" in first and _is_day(view, atom):
        return {"day": value}
    if first.keys() & {"part", "hour"} and _MONTH_BEHIND.match(view, atom.end):
        return {"day": value}
    return None


def _is_year(view: str, end: int, value: int) -> bool:
    """Return whether a number of four digits behind a month or day is its year: small ones may count things."""
    return value >= 1500 or follows("shared.evidence.free", view, end)


def _is_day(view: str, number: Atom) -> bool:
    """Return whether the number behind a weekday is a day: an ordinal, or digits that begin no hours (Monday 3-8)."""
    text = number.token.text
    if not text.isdigit():
        return text[-2:] in ("st", "nd", "rd", "th")
    return _DAY_BEHIND.match(view, number.end) is not None and not (
        int(text) <= 12 and _HOURS_BEHIND.match(view, number.end)
    )


def _agrees(first: Said, said: Said, role: str | None) -> bool:
    """Return whether the fields of a further atom add to those already said."""
    return all(first.get(key, value) == value or key == "meridiem" for key, value in said.items())


def settle(said: Said) -> Fields | None:
    """Return the fields of a point, a part of the day added to its hour; None where they say nothing."""
    said = {key: value for key, value in said.items() if key not in ("number", "offset", "nearest", "slash")}
    part, hour = said.get("part"), said.get("hour")
    if part and hour is not None and not (said.get("meridiem") and hour not in (0, 12)):
        said["meridiem"] = True
        said["hour"], shifted = hour_of(part, hour)
        if shifted is False:
            return None
    return Fields(**said) if said else None


def hour_of(part: str, hour: int) -> tuple[int, bool]:
    """Return the hour on the 24-hour clock, and whether the two agree."""
    if part in ("evening", "night") and hour in (0, 12):
        return 24, True
    if part in ("afternoon", "evening", "night") and hour < 12:
        if part == "night" and hour < 5:
            return hour, True
        return hour + 12, True
    if part == "dawn" and hour == 12:
        return 0, True
    if part == "noon" and hour < 4:
        return hour + 12, True
    return hour, True


def shifted(said: Said) -> Said:
    """Return fields in which this/last/next before a weekday, month or season became a shift."""
    if "offset" not in said:
        return said
    offset = said["offset"]
    rest = {key: value for key, value in said.items() if key not in ("offset", "nearest")}
    recurs = {"month", "season", "holiday"} & rest.keys() or (said.keys() & {"nearest", "stated"} and "weekday" in rest)
    if offset and recurs and "year" not in rest and "day" not in rest:
        return rest | {"occurrence": offset}
    rest.pop("stated", None)
    unit: Any = (
        "week" if "weekday" in rest else "year" if {"month", "season", "holiday", "quarter"} & rest.keys() else "day"
    )
    return rest | {"shift": Shift(unit, offset, "now", exact=False)}


def lend(first: Said, last: Said, trailing: bool) -> tuple[Said, Said] | None:
    """Return both units of a range, each with what only the other one says (June 3 to 5, 2025; 9 to 11 am; 3-5 June).

    None where the two cannot be the ends of one range.

    Args:
        trailing: Whether the last unit names its hour before its day (3:00 to 4:00 tomorrow), so that the day holds for
            both.
    """
    first, last = dict(first), dict(last)
    if "number" in last and not _take_number(last, first):
        return None
    if "number" in first and not _take_number(first, last):
        return None
    if "month" in last and "day" in first and "month" not in first and "shift" not in first:
        first["month"] = last["month"]
        if first["day"] > last.get("day", 31):
            first["month"] = (last["month"] - 2) % 12 + 1
    if "shift" not in first and "year" not in first and first.keys() & {"month", "quarter", "half"}:
        first |= _year_of(first, last)
    if last.keys() == {"third"} or (last.keys() == {"lunar", "day"} and "lunar" in first):
        last |= {key: first[key] for key in ("year", "month", "shift", "cycle") if key in first}
    if "year" in last and "day" in last and "month" not in last and "month" in first:
        last["month"] = first["month"]
    if trailing and first.keys() <= CLOCK_FIELDS:
        first |= {key: value for key, value in last.items() if key in DATE_FIELDS}
    if _same_half(first, last):
        first["hour"] += 12
    return first, last


def _year_of(first: Said, last: Said) -> Said:
    """Return the year of a range's first unit, which only its last one says (11月28日至明年2月8日)."""
    earlier: bool = first.get("month", 1) > last.get("month", 12)
    if "year" in last:
        return {"year": last["year"] - earlier}
    shift: Shift | None = last.get("shift")
    if shift and shift.unit == "year" and shift.base == "now":
        return {"shift": shift._replace(offset=shift.offset - earlier)}
    return {}


CLOCK_FIELDS = {"hour", "minute", "meridiem", "part"}
DATE_FIELDS = {"year", "month", "day", "weekday", "shift"}


def _same_half(first: Said, last: Said) -> bool:
    """Return whether a bare hour is in the half of the day that only the other end names (7 to 9 p.m.)."""
    if "hour" not in first or first.get("meridiem") or first.get("part") or not last.get("meridiem"):
        return False
    hour: int = first["hour"]
    return hour < 12 and hour + 12 <= last.get("hour", 0)


def _take_number(said: Said, other: Said) -> bool:
    """Turn the bare number of one end into the unit that the other end says."""
    value = said["number"]
    if "day" in other and "day" not in said and 1 <= value <= 31:
        said["day"] = said.pop("number")
    elif "hour" in other and 0 <= value <= 24:
        said["hour"] = said.pop("number")
        later = other["hour"] % 12
        if other.get("meridiem") and other["hour"] >= 12 and value < 12 and value <= (later or 12):
            said["hour"] += 12
        said["meridiem"] = other.get("meridiem", False)
    elif 1500 <= value <= 2200 and "month" not in other and ("year" in other or 1500 <= other.get("number", 0) <= 2200):
        said["year"] = said.pop("number")
    else:
        return False
    return True
