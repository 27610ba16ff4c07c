"""When something happens, exactly as precise as the text says it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, Literal

from dateutil.relativedelta import relativedelta
from pydantic import Field, computed_field, model_validator

from timeline.model.base import Model

ISO = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9])?)?)?$"

Part = Literal["dawn", "morning", "noon", "afternoon", "evening", "night"]
"""Part of a day: dawn 0-6 (凌晨), morning 6-12, noon 11-13, afternoon 12-18, evening 19-24, night 20-24 o'clock."""

Mod = Literal["start", "mid", "end", "approx", "before", "after"]
"""TIMEX3 modifier. `before` and `after` make the time open at that side, the named unit counting in."""

Basis = Literal["explicit", "completed", "relative", "inherited", "inferred"]
"""How a date was reached: a full date stands there; year or month from the anchor; counted (昨日, next Friday);
taken from an earlier sentence, a heading or the main event; the anchor itself was inferred."""


class Precision(StrEnum):
    """Unit of a date, from coarse to fine."""

    YEAR = "year"
    HALF = "half"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    PART = "part"
    HOUR = "hour"
    MINUTE = "minute"

    rank: int
    """Position from coarse (0) to fine."""

    def __init__(self, _: str) -> None:
        self.rank = len(type(self))  # of those named before

    @property
    def length(self) -> int:
        """Characters of the ISO form that `start` and `end` have at this precision."""
        return LENGTHS[self]


LENGTHS = {
    Precision.YEAR: 4,
    Precision.HALF: 7,
    Precision.SEASON: 7,
    Precision.QUARTER: 7,
    Precision.MONTH: 7,
    Precision.WEEK: 10,
    Precision.DAY: 10,
    Precision.PART: 10,
    Precision.HOUR: 16,
    Precision.MINUTE: 16,
}
PART_HOURS: dict[str, tuple[int, int]] = {
    "dawn": (0, 6),
    "morning": (6, 12),
    "noon": (11, 13),
    "afternoon": (12, 18),
    "evening": (19, 24),
    "night": (20, 24),
}
MONTH_THIRDS = {"start": (1, 10), "mid": (11, 20), "end": (21, 31)}
YEAR_PARTS = {"start": (1, 3), "mid": (5, 8), "end": (10, 12)}
SUBYEAR_CODES = {
    (Precision.QUARTER, "01", "03"): "33",
    (Precision.QUARTER, "04", "06"): "34",
    (Precision.QUARTER, "07", "09"): "35",
    (Precision.QUARTER, "10", "12"): "36",
    (Precision.HALF, "01", "06"): "40",
    (Precision.HALF, "07", "12"): "41",
}
"""ISO 8601-2 sub-year groupings whose code says exactly the months meant."""


class When(Model):
    """A resolved time: what the text states, never finer.

    `start` and `end` are ISO 8601 cut to the precision, local, without offset; `end` is inclusive and null when one
    unit says it all. `start` is null only for an open `before`.

    Examples:
        >>> When(start="2026-03", precision="month", basis="explicit", text="2026年3月").edtf
        '2026-03'
        >>> When(start="2026-03-13", end="2026-03-17", precision="day", basis="explicit", text="…").latest
        datetime.date(2026, 3, 17)
    """

    start: str | None = Field(pattern=ISO)
    """First unit, ISO 8601 cut to the precision; null only where `mod` is `before`."""
    end: str | None = Field(default=None, pattern=ISO)
    """Last unit, inclusive; null when one unit says it all."""
    precision: Precision
    """The unit the text states."""
    mod: Mod | None = None
    """TIMEX3 modifier."""
    part: Part | None = None
    """Part of the day, where the precision is `part`."""
    zone: str | None = None
    """Zone database name: stated in the text, or the article's."""
    basis: Basis = "explicit"
    """How the date was reached."""
    text: str = ""
    """The expression as printed."""

    @model_validator(mode="before")
    @classmethod
    def _drop_derived(cls, data: Any) -> Any:
        """Take the derived `edtf` out of what is read back from a file."""
        return {key: value for key, value in data.items() if key != "edtf"} if isinstance(data, dict) else data

    @model_validator(mode="after")
    def _check(self) -> When:
        for value in (self.start, self.end):
            if value is not None and len(value) != self.precision.length:
                raise ValueError(f"{value!r} is not as fine as {self.precision.value!r}")
            if value is not None and not _is_date(value):
                raise ValueError(f"{value!r} is not a day of the calendar")
        if self.start is None and (self.end is None or self.mod != "before"):
            raise ValueError("a time without start is an end with mod 'before'")
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"end {self.end!r} is before start {self.start!r}")
        return self

    @computed_field  # type: ignore[prop-decorator]
    @property
    def edtf(self) -> str:
        """The date as ISO 8601-2 (EDTF): an interval where two units are stated, `~` where it is approximate."""
        if self.start is None:
            return f"../{_edtf_unit(self, self.end or '')}"
        if self.mod == "after":
            return f"{_edtf_unit(self, self.start)}/.."
        if self.mod == "before":
            return f"../{_edtf_unit(self, self.end or self.start)}"
        return _edtf(self, self.start)

    @property
    def earliest(self) -> date:
        """First day it may lie on; `date.min` where it is open."""
        begin = self.interval[0]
        return begin.date() if begin else date.min

    @property
    def latest(self) -> date:
        """Last day it may lie on, inclusive; `date.max` where it is open."""
        stop = self.interval[1]
        return (stop - timedelta(microseconds=1)).date() if stop else date.max

    @property
    def interval(self) -> tuple[datetime | None, datetime | None]:
        """Half-open pair of naive local datetimes; None where it is open or beyond year 9999.

        A range of clock times ends at the moment it names: 9:00 to 11:30 does not last till 11:31.
        """
        return _interval(self.start, self.end, self.precision, self.mod, self.part)

    def until(self, last: str) -> When:
        """Return the time with the day `last` as its last one; a clock time becomes a day."""
        day = {"start": (self.start or last)[:10], "end": last, "precision": Precision.DAY, "part": None}
        return When.model_validate({**self.model_dump(), **day})

    @property
    def is_exact(self) -> bool:
        """Whether it names a day or finer and is open at neither side."""
        return self.precision.rank >= Precision.DAY.rank and self.mod not in ("before", "after")


def _is_date(value: str) -> bool:
    """Return whether an ISO string of any precision names a real day in years 1-9999."""
    try:
        date(int(value[:4]), int(value[5:7] or 1), int(value[8:10] or 1))
    except ValueError:
        return False
    return True


@lru_cache(4096)
def _interval(
    start: str | None, end: str | None, precision: Precision, mod: Mod | None, part: Part | None
) -> tuple[datetime | None, datetime | None]:
    """Return the half-open pair of a time; the same days are asked for again and again when events are compared."""
    first = None if start is None or mod == "before" else _bounds(start, precision, mod, part)[0]
    if mod == "after":
        return first, None
    clocked = precision.rank >= Precision.HOUR.rank and end not in (None, start)
    if clocked and end is not None and first is not None:
        return first, _bounds(end, precision, mod, part)[0]
    last = end or start
    return first, None if last is None else _bounds(last, precision, mod, part)[1]


def _bounds(value: str, precision: Precision, mod: Mod | None, part: Part | None) -> tuple[datetime, datetime | None]:
    """Return the half-open range of one unit named by `value`; the stop is None beyond year 9999."""
    begin = datetime(int(value[:4]), int(value[5:7] or 1), int(value[8:10] or 1))
    if len(value) == 16:
        begin = begin.replace(hour=int(value[11:13]), minute=int(value[14:16]))
    if mod in MONTH_THIRDS and precision == Precision.MONTH:
        return _third(begin, MONTH_THIRDS[mod or ""])
    if mod in YEAR_PARTS and precision == Precision.YEAR:
        first, last = YEAR_PARTS[mod or ""]
        return begin.replace(month=first), _later(begin.replace(month=last), MONTH)
    if part and precision == Precision.PART:
        first, last = PART_HOURS[part]
        return begin.replace(hour=first), _later(begin, timedelta(hours=last))
    return begin, _later(begin, STEPS[precision])


DAY = timedelta(days=1)
MONTH = relativedelta(months=1)
STEPS: dict[Precision, timedelta | relativedelta] = {
    Precision.YEAR: relativedelta(years=1),
    Precision.HALF: MONTH,
    Precision.SEASON: MONTH,
    Precision.QUARTER: MONTH,
    Precision.MONTH: MONTH,
    Precision.WEEK: DAY,
    Precision.DAY: DAY,
    Precision.PART: DAY,
    Precision.HOUR: timedelta(hours=1),
    Precision.MINUTE: timedelta(minutes=1),
}
"""From the start of the unit that `start` and `end` name to its end."""


def _third(begin: datetime, days: tuple[int, int]) -> tuple[datetime, datetime | None]:
    first, last = days
    last = min(last, monthrange(begin.year, begin.month)[1])
    return begin.replace(day=first), _later(begin.replace(day=last), DAY)


def _later(moment: datetime, step: timedelta | relativedelta) -> datetime | None:
    try:
        return moment + step
    except (ValueError, OverflowError):
        return None


def _edtf(when: When, start: str) -> str:
    """Return the EDTF of a time closed at both sides."""
    bounded = (when.mod in MONTH_THIRDS and when.precision == Precision.MONTH) or (
        when.mod in YEAR_PARTS and when.precision == Precision.YEAR
    )
    if bounded:
        first, last = when.earliest.isoformat(), when.latest.isoformat()
        return f"{first}~/{last}~"
    if when.end is None:
        return _edtf_unit(when, start)
    code = SUBYEAR_CODES.get((when.precision, start[5:], when.end[5:])) if start[:4] == when.end[:4] else None
    if code:
        return f"{start[:4]}-{code}" + ("~" if when.mod == "approx" else "")
    return f"{_edtf_unit(when, start)}/{_edtf_unit(when, when.end)}"


def _edtf_unit(when: When, value: str) -> str:
    """Return one unit: seconds spelled out for a time of day (ISO 8601-2 has no reduced form), `~` for approximate."""
    full = f"{value}:00" if len(value) == 16 else value
    return f"{full}~" if when.mod == "approx" else full
