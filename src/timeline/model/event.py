"""A dated happening: as one report states it, and as the timeline keeps it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from timeline.model.base import Model
from timeline.model.when import When

Status = Literal["scheduled", "held", "postponed", "cancelled"]
"""As of the newest report."""

PARAMETERS = r'(;[A-Za-z0-9-]+=("[^"\x00-\x08\x0a-\x1f]*"|[^":;\x00-\x08\x0a-\x1f]*))*'
Extension = Annotated[str, Field(pattern=rf"^[Xx]-[A-Za-z0-9-]+{PARAMETERS}:[^\x00-\x08\x0a-\x1f]*$")]
"""An X- property as an unfolded content line (RFC 5545 3.8.8.2)."""

CORE_KINDS = (
    "conference",
    "exhibition",
    "festival",
    "ceremony",
    "launch",
    "policy",
    "publication",
    "signing",
    "competition",
    "deadline",
    "training",
    "visit",
    "premiere",
    "incident",
    "sport",
    "other",
)
"""The kinds every lexicon knows; `kind` itself is an open string."""


class Evidence(Model):
    """The clause that states an event, at most 300 characters (white space not counted)."""

    article: str
    """Id of the article it stands in."""
    start: int = Field(ge=0)
    """First character in the source text of that article's document."""
    end: int = Field(ge=0)
    """One past the last character."""
    text: str
    """The characters [start, end) exactly as they stand there."""
    before: str = ""
    """A few characters before it, so that it can be shown and checked without the file."""
    after: str = ""
    """A few characters after it."""
    link: str | None = None
    """Address of the page with the text fragment that leads a browser to the passage, where the page's is known."""


class Place(Model):
    """Where an event takes place."""

    name: str
    """As printed, wraps joined."""
    basis: Literal["stated", "dateline", "edit"] = "stated"
    """`dateline`: only the city of the dateline is known."""


class Organizer(Model):
    """Who holds an event."""

    name: str
    """As printed, wraps joined."""
    role: Literal["host", "organizer", "co-organizer", "supporter", "advisor", "issuer", "party"] = "host"
    """主办 host; 承办 organizer; 协办 co-organizer; 支持 supporter; 指导 advisor; the issuer of a policy or report;
    a party to a signing."""


class EventBody(Model):
    """What a mention and an event have in common."""

    title: str
    """The proper name as printed, or a short plain clause where none stands there."""
    aliases: tuple[str, ...] = ()
    """Other names: short forms, other languages."""
    kind: str = "other"
    """Class of the happening; `CORE_KINDS` or a user's own."""
    status: Status = "held"
    """As of the (newest) report."""
    confidence: float = Field(ge=0, le=1)
    """Documented deterministic score, not a probability."""
    when: When
    """When it happens."""
    previous: tuple[When, ...] = ()
    """Dates that a postponement replaced, oldest first."""
    place: Place | None = None
    """Where."""
    organizers: tuple[Organizer, ...] = ()
    """By whom."""
    edition: int | None = None
    """15 for 第十五届."""
    theme: str | None = None
    """The motto, without its quotes."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """The passages that state it, best first for a mention, by article and offset for an event."""


class EventMention(EventBody):
    """One report of a happening, before coreference."""

    key: str
    """Unique among the mentions of one run: article id, offset of the evidence inside the article, and a number."""
    part_of: str | None = None
    """Key of the mention (of the same article) that this is a part of."""


class Event(EventBody):
    """One happening, with the evidence of all its reports."""

    id: str
    """UUIDv5 of the earliest-published article that states it and the offset of its evidence inside that article."""
    part_of: str | None = None
    """Id of the event it is a part of; kept when that event is not in the selection."""
    sequence: int = Field(default=0, ge=0)
    """Raised by one whenever date, place or status change in an update (RFC 5545 3.8.7.4)."""
    updated: str = Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")
    """UTC time of the newest evidence, `2026-01-18T22:28:00Z`."""
    edited: tuple[str, ...] = ()
    """Names of the fields a person changed, or `hidden`."""
    extensions: tuple[Extension, ...] = ()
    """What another program's calendar says of it beyond the standard, to be written back."""
