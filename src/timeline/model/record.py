"""The file: a timeline as plain data."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from timeline.model.article import ArticleInfo
from timeline.model.base import Model
from timeline.model.event import Event, Extension
from timeline.model.issue import Issue

SCHEMA: Literal["timeline/1"] = "timeline/1"


class TimelineRecord(Model):
    """What `events.json` holds."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    schema_: Literal["timeline/1"] = Field(default=SCHEMA, alias="schema")
    """Version of this format; older ones are read for ever."""
    name: str = ""
    """Name of the timeline, shown by calendars."""
    articles: tuple[ArticleInfo, ...] = ()
    """The articles read, by id."""
    events: tuple[Event, ...] = ()
    """Events at or above the threshold, in order of time."""
    candidates: tuple[Event, ...] = ()
    """Events below the threshold: kept, not written to calendars."""
    issues: tuple[Issue, ...] = ()
    """Doubts met on the way."""
    extensions: tuple[Extension, ...] = ()
    """What another program's calendar says of itself beyond the standard, to be written back."""
