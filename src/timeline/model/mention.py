"""A time expression found in a sentence, with its reading."""

from __future__ import annotations

from typing import Literal

from timeline.model.base import Model
from timeline.model.span import Span
from timeline.model.when import When

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
"""TIMEX3 types; only DATE and TIME can date an event."""


class Timex(Model):
    """TIMEX3 attributes (TimeML 1.2.1)."""

    type: TimexType
    """DATE, TIME, DURATION or SET."""
    value: str
    """Normalized value: `2026-W10`, `2026-Q1`, `XXXX-WXX-5`, `P2W`, `2026-03-13TAF`; `X` where nothing is said."""
    mod: str | None = None
    """START MID END APPROX BEFORE AFTER, or null."""


class TimeMention(Model):
    """A time expression as printed, its TIMEX3 form and, where it could be placed, its `when`."""

    span: Span
    """Place in the raw document (or in the string given to `find_times`)."""
    text: str
    """The expression as printed, wraps joined."""
    sentence: int = 0
    """Index of the sentence in the article."""
    local: Span
    """Place in that sentence's `text`."""
    timex: Timex
    """TIMEX3 attributes."""
    rule: str
    """Id of the lexicon rule (or the leading one, where several were composed)."""
    when: When | None = None
    """The reading chosen, or null: a duration, a set, a missing anchor, or an open reference to an event."""
    refers_to: Literal["event"] | None = None
    """`event` for 会上, 活动期间, at the meeting: its time is that of the main event, which `extract` knows."""
    readings: tuple[When, ...] = ()
    """Both candidates where the text leaves past or future open, past first."""
    anchor: str | None = None
    """ISO day (or minute) the reading counts from; null for an explicit date."""
    reason: str | None = None
    """Why this reading was chosen, in a few words, or why there is none."""
    recurrence: str | None = None
    """For a SET the iCalendar recurrence rule (RFC 5545 3.3.10), such as `FREQ=WEEKLY;BYDAY=FR`."""
