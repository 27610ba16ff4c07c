"""The input as given."""

from __future__ import annotations

from typing import Literal

from timeline.model.base import Model
from timeline.model.stated import StatedEvent


class Metadata(Model):
    """What a file says about its article outside the article's text, as printed there."""

    title: str | None = None
    """The headline."""
    publisher: str | None = None
    """Who published it."""
    url: str | None = None
    """Its address."""
    published: str | None = None
    """When it was published."""
    updated: str | None = None
    """When it was changed last."""


class RawDocument(Model):
    """One decoded input; all offsets of the library count code points of its `text`."""

    source: str
    """The input as the caller named it, plus the POSIX path inside a folder, plus `#` and the record inside a file."""
    text: str
    """The text exactly as decoded: newlines as they are, a byte-order mark taken off and not counted. For pages, PDFs
    and records the text taken out."""
    encoding: str = "utf-8"
    """The encoding the bytes were read with."""
    kind: Literal["text", "markdown", "extracted"] = "text"
    """What the text may hold besides prose. Where it is `extracted`, nothing, and a blank line ends a paragraph."""
    metadata: Metadata = Metadata()
    """What the file says about it elsewhere."""
    left_out: tuple[tuple[str, str], ...] = ()
    """Passages of the file that are not in `text`, each with the reason in a word: running heads, navigation."""
    stated: tuple[StatedEvent, ...] = ()
    """Events in fields of their own; the passages that hold them stand behind the prose and are not read as such."""
