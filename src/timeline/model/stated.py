"""An event that a document states in fields of its own: schema.org in a page, a row of a table that says so."""

from __future__ import annotations

from timeline.model.base import Model
from timeline.model.event import Status
from timeline.model.span import Span
from timeline.model.when import When


class StatedEvent(Model):
    """An event in fields, as printed there; `read` takes it out, `resolve` dates it, `extract` makes it a report."""

    name: str
    """What it is called."""
    start: str
    """Its begin in ISO 8601, cut to what is known, with the offset from UTC where that is stated."""
    end: str | None = None
    """Its end likewise; a day is included."""
    previous: str | None = None
    """The begin that it was moved from."""
    kind: str | None = None
    """Class of the happening where the fields tell it."""
    status: Status | None = None
    """Where the fields tell it."""
    place: str | None = None
    """Where it takes place."""
    organizers: tuple[str, ...] = ()
    """By whom it is held."""
    span: Span
    """The passage in the document that holds the fields, one `name: value` a line."""
    when: When | None = None
    """Its time, once resolved."""
    moved_from: When | None = None
    """The time of `previous`, once resolved."""
