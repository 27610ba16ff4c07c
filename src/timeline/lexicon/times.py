"""Schema of the words and patterns that name times."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from timeline.lexicon.holidays import holiday_names
from timeline.lexicon.load import load_rules
from timeline.lexicon.schema import Rule
from timeline.model import Mod, Model, Part
from timeline.model.expression import Base

Kind = Literal[
    "year",
    "month",
    "month-pair",
    "day",
    "weekday",
    "week",
    "quarter",
    "half",
    "half-month",
    "months",
    "season",
    "part",
    "third",
    "lean",
    "clock",
    "date",
    "dotted",
    "slash",
    "signed",
    "nth-weekday",
    "year-words",
    "around",
    "stretch",
    "number",
    "relative",
    "relative-part",
    "modifier",
    "unit",
    "quantity",
    "era",
    "decade",
    "century",
    "period",
    "holiday",
    "lunar",
    "cycle",
    "vague",
    "event",
    "set",
    "zone",
    "veto",
]
"""What an atom says. `veto` says nothing: a look-alike that must not be read as a time."""


class TimeExample(Model):
    """A sentence and what must be read in it."""

    text: str
    """The sentence."""
    anchor: str = "2025-05-27"
    """ISO day it is read on."""
    expect: str | None = None
    """EDTF of the first reading; null where no date may be found."""


class TimeRule(Rule):
    """Surface forms of one atom and what they say.

    A form is literal text, in which `{n}` stands for a number or a list or range of numbers, `{h}` `{m}` `{s}` for the
    parts of a clock time, `{Y}` `{M}` `{D}` for the parts of a date, and `_` for optional white space.
    """

    kind: Kind
    """What the atom says."""
    forms: tuple[str, ...] = Field(min_length=1)
    """Spellings, simplified script, half width, lower case."""
    value: int | None = None
    """Number of the month, weekday, quarter, half, week or solar term; hours added for a clock time (12 for p.m.); how
    many units more a relative word spans."""
    unit: str | None = None
    """Unit of a relative word, a unit or a quantity."""
    offset: int = 0
    """How many units from the anchor."""
    base: Base = "now"
    """What a relative word counts from."""
    part: Part | None = None
    """Part of the day."""
    third: Literal["start", "mid", "end"] | None = None
    """Part of the month or year; of a `lean` the side towards which it points (earlier this year)."""
    name: str | None = None
    """Id of a season or holiday, zone name, PRESENT_REF of a vague word, or recurrence of a set."""
    mod: Mod | None = None
    """Modifier that comes with the word."""
    unless_before: str | None = None
    """Regular expression; no match where it matches the text just before."""
    unless_after: str | None = None
    """Regular expression; no match where it matches the text just after."""
    if_after: str | None = None
    """Regular expression that must match just after."""
    if_before: str | None = None
    """Regular expression that must match just before (fixed length)."""
    alone: bool = True
    """Whether it is a time where nothing else stands beside it."""
    examples: tuple[TimeExample, ...] = ()
    """Sentences that show the rule."""


class LinkRule(Rule):
    """Words between or around atoms."""

    role: Literal[
        "range",
        "list",
        "join",
        "at",
        "about",
        "comma",
        "cell",
        "open",
        "close",
        "before",
        "after",
        "approx",
        "starting",
        "from",
        "between",
        "moved",
        "on",
        "year",
        "past",
        "future",
        "present",
        "participle",
        "irregular",
        "undecided",
        "ago",
        "later",
        "earlier",
        "hence",
        "within",
        "in",
        "past-window",
        "future-window",
        "behind-window",
        "back",
        "forth",
    ]
    """Between atoms: `range` 至, `list` 和, `join` of, `at` and `about` before an hour, `comma`, `cell` the bar
    between a weekday's column and the date's, `open` and `close`.

    Around an expression: `before`, `after` and `starting` open a time at one side, `approx` 约, `from` and `between`
    begin a range, `moved` two times of which the later holds, `on` and `year` are evidence that a bare slash or number
    is a date, `past` and `future` tell the direction, `participle` the past unless a modal verb governs it, `irregular`
    that of bare weekdays and clock times alone; `present` and `undecided` (was expected) leave it open.

    Around an amount: `ago`, `earlier`, `later`, `hence` (from now), `within`, `in`, `past-window` (in the last),
    `future-window`, `behind-window` (此后); `back` and `forth` stand between an
    amount and the point it counts from (two weeks before Christmas).
    """
    forms: tuple[str, ...] = Field(min_length=1)
    """Spellings."""
    side: Literal["between", "left", "right"] = "between"
    """Where it stands: between two atoms, or left or right of the expression."""
    unless_after: str | None = None
    """Regular expression; a right word is none where it matches behind it."""


@cache
def time_rules() -> tuple[TimeRule, ...]:
    """Return the atoms of all languages."""
    return load_rules("times", "time", TimeRule) + load_rules("lunar", "time", TimeRule) + _holiday_rules()


def _holiday_rules() -> tuple[TimeRule, ...]:
    """Return the names of holidays as atoms, those of one holiday with the same guards in one rule."""
    forms: dict[tuple[str, str | None, str | None], list[str]] = {}
    for name in holiday_names():
        forms.setdefault((name.id, name.unless_before, name.unless_after), []).append(name.form)
    return tuple(
        TimeRule(id=holiday, kind="holiday", forms=tuple(names), name=holiday, unless_before=before, unless_after=after)
        for (holiday, before, after), names in forms.items()
    )


@cache
def link_rules() -> tuple[LinkRule, ...]:
    """Return the linking words of all languages."""
    return load_rules("links", "link", LinkRule)
