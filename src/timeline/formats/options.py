"""What a caller may choose about the files written."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from timeline.model.base import Model

Vague = Literal["span", "omit"]
"""What becomes of events without a day in a calendar: `span` writes all of them as all-day spans, `omit` none; without
a choice weeks and months are written and anything coarser is left out."""


class WriteOptions(Model):
    """Settings of one export, the same for every event."""

    vague: Vague | None = None
    """What becomes of events without a day, in calendars."""
    refresh: str | None = Field(default="P1D", pattern=r"^P([0-9]+[WD]|T[0-9]+[HMS]|[0-9]+DT[0-9]+[HMS])$")
    """How often a subscriber should ask again (RFC 7986 5.7), an ISO 8601 duration; None says nothing."""
    source_url: str | None = None
    """Where the calendar itself can be fetched (RFC 7986 5.8)."""
