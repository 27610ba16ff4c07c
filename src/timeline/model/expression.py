"""A time expression as said: fields stated, nothing computed."""

from __future__ import annotations

from typing import Literal, NamedTuple

from timeline.model.mention import TimexType
from timeline.model.when import Mod, Part

Unit = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century"
]
"""What a shift or a quantity counts in."""

Base = Literal["now", "context", "period"]
"""What a shift counts from: `now` the publication (昨日), `context` the last stated date (次日), `period` the quarter
that the sentence speaks of, else the last stated year (a year earlier)."""

SlashOrder = Literal["month-first", "day-first", "open"]
"""Order of month and day in a date of numbers and strokes; `open` dates are read month first."""

Direction = Literal["past", "future"]
"""Where the words around the expression place it (将 / held, said)."""


class Shift(NamedTuple):
    """A distance from the anchor: 昨日 is (day, -1), 去年 (year, -1), 次日 (day, 1, context)."""

    unit: Unit
    """Unit of the distance."""
    offset: int
    """How many, negative for the past."""
    base: Base = "now"
    """What it counts from."""
    exact: bool = True
    """False where a whole named unit is meant (last week), True for a point so far away (a week ago)."""
    due: bool = False
    """True where the very day is meant on which a term ends (一年内), however long the unit."""


class Quantity(NamedTuple):
    """An amount of time: 两周, three days."""

    amount: float
    """How many; 0.5 for half, NaN-free; 0 where not said (several)."""
    unit: Unit
    """Unit of the amount."""


class Fields(NamedTuple):
    """What is said of one point in time; None where nothing is said."""

    year: int | None = None
    """Full year, 1-9999; negative for one before year 1 (44 BC is -44), which no calendar here holds."""
    month: int | None = None
    """1-12; for a lunar date the lunar month."""
    day: int | None = None
    """1-31; for a lunar date the lunar day."""
    weekday: int | None = None
    """ISO 8601: Monday 1 to Sunday 7."""
    week: int | None = None
    """Number of a week in its year or month, -1 for the last."""
    nth: int | None = None
    """Which weekday of a month, -1 for the last (the second Tuesday of June)."""
    quarter: int | None = None
    """1-4."""
    half: int | None = None
    """1-2."""
    season: str | None = None
    """Id of a season: spring, summer, autumn, winter, or a trade season such as summer-holiday."""
    part: Part | None = None
    """Part of the day."""
    hour: int | None = None
    """0-24 as printed, after the part of the day (下午2时) was added where it stands with it."""
    minute: int | None = None
    """0-59."""
    third: Literal["start", "mid", "end"] | None = None
    """初, 中旬, 底; early, mid, late."""
    lean: Literal["start", "end"] | None = None
    """`start` for earlier this year, `end` for later this year: a shade that does not narrow the unit."""
    shift: Shift | None = None
    """Distance from the anchor."""
    holiday: str | None = None
    """Id of a holiday."""
    lunar: bool = False
    """Whether month and day are of the Chinese calendar."""
    leap: bool = False
    """Whether the lunar month is a leap month."""
    cycle: str | None = None
    """Year of the sixty-year cycle (甲辰) or its animal (龙)."""
    years: int = 1
    """How many years `year` stands for: 10 for a decade, 100 for a century, 5 for a plan period."""
    months: int = 0
    """How many months from January are meant: 9 for 前三季度; 0 where nothing of the kind is said."""
    occurrence: Literal[-1, 1] | None = None
    """The last one before, or the first one after, the publication (last Christmas, this coming Friday)."""
    stated: bool = False
    """Whether the occurrence counts from the last stated day (the following Sunday)."""
    order: SlashOrder | None = None
    """How the numbers of 3/4 or 3/4/2025 stand: only other dates of the text can settle `open`."""
    around: Unit | None = None
    """`week` or `weekend` where all of the one that holds the day is meant (the week of June 3)."""
    stretch: Shift | None = None
    """How many days, weeks or months at the beginning, or negative at the end, of the unit are meant; no base."""
    away: Shift | None = None
    """Distance from the point itself (two weeks before Christmas); its base says nothing."""
    zone: str | None = None
    """Zone database name stated with the clock time."""
    meridiem: bool = False
    """Whether the hour is fixed to one half of the day (p.m., 24-hour clock, or a part of the day)."""


class TimeExpression(NamedTuple):
    """A time expression in a sentence, not yet on the calendar."""

    start: int
    """First character in the sentence's text."""
    end: int
    """One past the last character."""
    type: TimexType
    """DATE, TIME, DURATION or SET."""
    rule: str
    """Id of the leading lexicon rule."""
    first: Fields = Fields()
    """The point, the first unit of a range, or where a window counts from if not from the publication (此后一周)."""
    last: Fields | None = None
    """The last unit of a range, inclusive; coarser fields may be left out (3月13日至17日)."""
    mod: Mod | None = None
    """approx, before or after; START, MID, END of a month or year stand in the fields."""
    quantity: Quantity | None = None
    """The amount of a duration or of a window (过去三年)."""
    window: Direction | None = None
    """`past` for 过去三年 and in the last three years, `future` for 未来两天."""
    direction: Direction | None = None
    """Hint from the words around it."""
    refers_to: Literal["event"] | None = None
    """`event` for 会上, 活动期间, at the meeting."""
    vague: str | None = None
    """PRESENT_REF, PAST_REF or FUTURE_REF for 目前, 近日, recently."""
    recurrence: str | None = None
    """RFC 5545 recurrence rule of a SET."""
    in_title: bool = False
    """Whether it stands inside 《…》: it names a work or a report."""
    period: bool = False
    """Whether it names a plan period (“十四五”期间)."""
    gloss: tuple[int, int] | None = None
    """Place in the sentence's text of the same moment by another clock, in brackets."""
