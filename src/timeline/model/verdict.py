"""What became of a date: an event, or a reason why not."""

from __future__ import annotations

from typing import Literal

from timeline.model.base import Model
from timeline.model.event import EventMention
from timeline.model.issue import Issue
from timeline.model.mention import TimeMention


class Verdict(Model):
    """The answer that extraction gave to one resolved date."""

    mention: TimeMention
    """The date."""
    outcome: Literal["event", "change", "anchor", "none"]
    """An event, a change to one, an anchor for other dates, or nothing."""
    reason: str
    """Which rule decided."""


class Extraction(Model):
    """All that one article yields."""

    events: tuple[EventMention, ...] = ()
    """Reports of happenings, in reading order."""
    verdicts: tuple[Verdict, ...] = ()
    """One for each date, in reading order."""
    issues: tuple[Issue, ...] = ()
    """Doubts."""
