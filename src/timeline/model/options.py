"""What a caller may set; nothing here is read from the machine."""

from __future__ import annotations

from pydantic import Field

from timeline.model.base import Model
from timeline.model.limits import Limits

FIELDS = ("text", "title", "published", "updated", "publisher", "url")
"""What a record of a corpus may say of an article."""


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
    fields: dict[str, str] = Field(default_factory=dict)
    """What the fields of a corpus are called there: `{"text": "body", "published": "date"}`, the names being
    those of `FIELDS`; for those left out the usual ones are tried."""
    limits: Limits = Limits()
    """How much of an input is read at most."""
