"""What was said, as the fields of a point."""

from __future__ import annotations

from typing import Any

from timeline.find.atom import Said
from timeline.model.expression import Fields, Shift
from timeline.model.mention import TimexType

UNSETTLED = frozenset({"number", "offset", "nearest", "slash", "about"})
"""What atoms say that is no field of a point."""


def settle(said: Said) -> Fields | None:
    """Return the fields of a point, a part of the day added to its hour; None where they say nothing."""
    if not said.keys().isdisjoint(UNSETTLED):
        said = {key: value for key, value in said.items() if key not in UNSETTLED}
    part, hour = said.get("part"), said.get("hour")
    if part and hour is not None and not (said.get("meridiem") and hour not in (0, 12)):
        said = said | {"meridiem": True, "hour": hour_of(part, hour)}
    return Fields(**said) if said else None


def hour_of(part: str, hour: int) -> int:
    """Return the hour on the 24-hour clock of an hour in a part of the day."""
    if part in ("evening", "night") and hour in (0, 12):
        return 24
    if part in ("afternoon", "evening", "night") and hour < 12:
        if part == "night" and hour < 5:
            return hour
        return hour + 12
    if part == "dawn" and hour == 12:
        return 0
    if part == "noon" and hour < 4:
        return hour + 12
    return hour


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
    if "year" in rest and "day" in rest:
        return rest
    unit: Any = (
        "week" if "weekday" in rest else "year" if {"month", "season", "holiday", "quarter"} & rest.keys() else "day"
    )
    return rest | {"shift": Shift(unit, offset, "now", exact=False)}


def timex_type(fields: Fields) -> TimexType:
    """Return the TIMEX3 type of a point: `TIME` where it says a time of day, `DATE` where a day or a longer time."""
    timed = (
        fields.hour is not None or fields.part or (fields.shift and fields.shift.unit in ("hour", "minute", "second"))
    )
    return "TIME" if timed else "DATE"
