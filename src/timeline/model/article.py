"""One news item inside a document."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from timeline.model.base import Model
from timeline.model.sentence import Sentence
from timeline.model.span import Span
from timeline.model.stated import StatedEvent

PublishedBasis = Literal["header", "caller", "dateline", "metadata", "filename", "vote", "inferred"]
"""Where `published` was read, in order of trust; `vote` and `inferred` come from dates and event names in the text."""

StampKind = Literal["header", "dateline", "metadata", "filename", "update"]
"""`header` the item's own date line; `dateline` as in 新华社北京1月14日电; `metadata` front matter or page fields;
`filename` a date in the file's name; `update` a later change of the page (never taken as publication when another
stamp exists)."""


class Stamp(Model):
    """A passage that says when (or where) the article appeared; found by `read`, understood by `resolve`."""

    kind: StampKind
    """Where it stands."""
    text: str
    """The passage as printed, folded like `Sentence.view`."""
    span: Span | None = None
    """Its place in the raw document; None for a file name and for what stands outside the text."""
    place: str | None = None
    """The city of a dateline."""


class ArticleInfo(Model):
    """What a timeline keeps of an article."""

    id: str
    """Hash of the article's text and nothing else."""
    source: str
    """The input as given plus the POSIX path inside it; of identical articles the first in order."""
    copies: tuple[str, ...] = ()
    """Other sources that hold the identical article."""
    start: int = Field(ge=0)
    """First character in the source text."""
    end: int = Field(ge=0)
    """One past the last character."""
    title: str | None = None
    """The headline as printed, wraps joined."""
    publisher: str | None = None
    """Who published it, as printed."""
    url: str | None = None
    """Its address, if known."""
    published: str | None = None
    """ISO 8601 day or minute, local, as stated."""
    published_basis: PublishedBasis | None = None
    """Where `published` was read."""
    zone: str | None = None
    """Zone database name of the publisher's local time, if known."""
    language: str = "und"
    """BCP 47 tag: zh-Hans, zh-Hant, en, mul (several) or und."""

    @property
    def published_day(self) -> date | None:
        """The day of publication."""
        return date.fromisoformat(self.published[:10]) if self.published and len(self.published) >= 10 else None


class Article(Model):
    """An article as read: its record, its stamps and its sentences in order."""

    info: ArticleInfo
    """What the timeline keeps of it."""
    text: str
    """The raw characters [info.start, info.end) of the document."""
    sentences: tuple[Sentence, ...] = ()
    """Sentences in reading order, title first; dropped page furniture is not among them."""
    stamps: tuple[Stamp, ...] = ()
    """Dates of the page itself, best first as met; never events."""
    dropped: tuple[tuple[Span, str], ...] = ()
    """Passages left out of the sentences, each with the reason in a word."""
    left_out: tuple[tuple[str, str], ...] = ()
    """Passages of its file that never came into the document's text, each with the reason in a word; those of a whole
    file stand with its first article."""
    stated: tuple[StatedEvent, ...] = ()
    """Events that the article states in fields of their own."""

    @property
    def id(self) -> str:
        """Hash of the article's text."""
        return self.info.id
