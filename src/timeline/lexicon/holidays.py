"""Schema of the holidays: what day each is, what it is called, how long one is off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from timeline.lexicon.load import load_rules
from timeline.lexicon.schema import Rule
from timeline.model import Model

Area = Literal["CN", "HK", "MO", "TW", "US", "GB"]
"""Where a holiday is official: ISO 3166-1 code."""

Rest = Literal["bridge", "weekend"] | tuple[int, int]
"""`bridge` the three-day rule of mainland China, `weekend` the weekend next to the day, or first and last day as
offsets from the day itself."""


class FixedDay(Model):
    """The same day every year."""

    kind: Literal["fixed"]
    """Tells the kinds apart."""
    month: int = Field(ge=1, le=12)
    """Month."""
    day: int = Field(ge=1, le=31)
    """Day of the month."""


class NthWeekday(Model):
    """A numbered weekday of a month."""

    kind: Literal["nth_weekday"]
    """Tells the kinds apart."""
    month: int = Field(ge=1, le=12)
    """Month."""
    weekday: int = Field(ge=1, le=7)
    """ISO 8601: Monday 1 to Sunday 7."""
    nth: int = Field(ge=-1, le=5)
    """Which one, -1 for the last."""
    offset: int = 0
    """Days after it: 1 for the day after Thanksgiving."""


class LunarDay(Model):
    """A day of the Chinese calendar."""

    kind: Literal["lunar"]
    """Tells the kinds apart."""
    month: int = Field(ge=1, le=12)
    """Lunar month."""
    day: int = Field(ge=-1, le=30)
    """Lunar day, -1 for the last of the month."""


class SolarTermDay(Model):
    """One of the 24 solar terms."""

    kind: Literal["solar_term"]
    """Tells the kinds apart."""
    term: int = Field(ge=0, le=23)
    """0 小寒 to 23 冬至."""


class EasterDay(Model):
    """A day counted from (western) Easter Sunday."""

    kind: Literal["easter"]
    """Tells the kinds apart."""
    offset: int
    """Days after Easter Sunday, negative before."""


class Guarded(Model):
    """Names that are mostly something else (五一路, 十一个): they count only in the right surroundings."""

    forms: tuple[str, ...]
    """Spellings."""
    unless_before: str
    """Regular expression; no match where it matches the character just before."""
    unless_after: str
    """Regular expression; no match where it matches the text just after."""


class Holiday(Rule):
    """A day with a name, each fact once."""

    day: Annotated[FixedDay | NthWeekday | LunarDay | SolarTermDay | EasterDay, Field(discriminator="kind")]
    """Which day of a year."""
    forms: tuple[str, ...] = ()
    """Names, simplified script, half width, lower case; none where another holiday stands for it (see `instead`)."""
    unless_before: str | None = None
    """Regular expression; no match where it matches the character just before."""
    unless_after: str | None = None
    """Regular expression; no match where it matches the text just after."""
    guarded: Guarded | None = None
    """Names with guards of their own."""
    rest: dict[Area, Rest] = Field(default_factory=dict)
    """Length of the break by area, where no official calendar is kept."""
    instead: dict[Area, str] = Field(default_factory=dict)
    """Areas where the same name means another holiday, and its id."""


class OfficialBreaks(Rule):
    """The official calendar of one area and year."""

    area: Area
    """Where it holds."""
    year: int
    """Year of the holidays; a break may begin in December before."""
    days: dict[str, tuple[date, date]]
    """First and last day off, both inclusive, by the last part of the holiday's id."""


class HolidayWords(Rule):
    """Words around the names of holidays."""

    forms: tuple[str, ...]
    """Words behind a name that make it the whole break."""
    unless_after: str
    """Regular expression; where it matches just after a Chinese name, that is the name of a street or school."""


class HolidayName(NamedTuple):
    """One spelling of a holiday or of its break."""

    id: str
    """Id of the holiday, with `.break` behind it for the break."""
    form: str
    """Spelling."""
    unless_before: str | None
    """Regular expression that must not match just before."""
    unless_after: str | None
    """Regular expression that must not match just after."""


@cache
def holidays() -> dict[str, Holiday]:
    """Return all holidays by id."""
    return {holiday.id: holiday for holiday in load_rules("holidays", "holiday", Holiday)}


@cache
def official_breaks() -> dict[tuple[str, int], OfficialBreaks]:
    """Return the official calendars by area and year."""
    return {(entry.area, entry.year): entry for entry in load_rules("breaks", "break", OfficialBreaks)}


@cache
def holiday_names() -> tuple[HolidayName, ...]:
    """Return every spelling of every holiday, and of its break where it has one."""
    return tuple(name for holiday in holidays().values() for name in _names(holiday))


def _names(holiday: Holiday) -> Iterator[HolidayName]:
    (words,) = load_rules("holidays", "words", HolidayWords)
    for form in holiday.forms:
        guards = (holiday.unless_after, None if form.isascii() else words.unless_after)
        yield from _with_break(
            holiday, form, holiday.unless_before, "|".join(filter(None, guards)) or None, words.forms
        )
    if holiday.guarded:
        guard = holiday.guarded
        for form in guard.forms:
            after = f"{guard.unless_after}|{words.unless_after}"
            yield from _with_break(holiday, form, guard.unless_before, after, words.forms)


def _with_break(
    holiday: Holiday, form: str, before: str | None, after: str | None, words: tuple[str, ...]
) -> Iterator[HolidayName]:
    for spelling in {form: None, form.replace("'", "’"): None}:
        yield HolidayName(holiday.id, spelling, before, after)
        if holiday.rest:
            for word in words:
                if word.isascii() == form.isascii():
                    yield HolidayName(f"{holiday.id}.break", spelling + word, before, None)
