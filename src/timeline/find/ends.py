"""The two ends of a range: each lends the other what only it says."""

from __future__ import annotations

from timeline.find.atom import Said
from timeline.model.expression import Shift

CLOCK_FIELDS = {"hour", "minute", "meridiem", "part"}
DATE_FIELDS = {"year", "month", "day", "weekday", "shift"}


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
