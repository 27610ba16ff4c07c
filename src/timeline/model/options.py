"""What a caller may set; nothing here is read from the machine."""

from __future__ import annotations

from pydantic import Field

from timeline.model.base import Model


class Options(Model):
    """Settings of one run, the same for every article."""

    published: str | None = Field(default=None, pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$")
    """Publication day (or minute) of articles that do not state their own; basis `caller`."""
    timezone: str | None = None
    """Zone database name for articles whose publisher does not tell it."""
    min_confidence: float = Field(default=0.5, ge=0, le=1)
    """Events below it are candidates: kept in the JSON, not written to calendars."""
    now: str | None = None
    """UTC time used as DTSTAMP where no article has a date; never the machine's clock."""
    lexicons: tuple[str, ...] = ()
    """Paths of a user's own rule files, read after the shipped ones."""
