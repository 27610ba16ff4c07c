"""The input as given."""

from __future__ import annotations

from typing import Literal

from timeline.model.base import Model


class Fields(Model):
    """What the fields of a page, feed item or record say of its article, beside its text."""

    title: str | None = None
    """The headline, as printed."""
    publisher: str | None = None
    """Who published it, as printed."""
    url: str | None = None
    """Its address, http or https."""
    published: str | None = None
    """The moment of publication as printed there: a full date in any form, ISO 8601 at best."""
    updated: str | None = None
    """The moment of its last change, likewise."""


class RawDocument(Model):
    """One decoded input; all offsets of the library count code points of its `text`."""

    source: str
    """The input as the caller named it, plus the POSIX path inside a folder, plus `#` and the name of a record."""
    text: str
    """A text file exactly as decoded: newlines as they are, a byte-order mark taken off and not counted. Of any other
    file the text taken out."""
    encoding: str = "utf-8"
    """The encoding the bytes were read with."""
    kind: Literal["text", "markdown", "extracted"] = "text"
    """What the text may hold besides prose. Where it is `extracted`, nothing, and a blank line ends a paragraph."""
    fields: Fields = Fields()
    """What is known of the article without reading its text."""
