"""The input as given."""

from __future__ import annotations

from typing import Literal

from timeline.model.base import Model


class RawDocument(Model):
    """One decoded input; all offsets of the library count code points of its `text`."""

    source: str
    """The input as the caller named it, plus the POSIX path inside a folder."""
    text: str
    """The text exactly as decoded: newlines as they are, a byte-order mark taken off and not counted."""
    encoding: str = "utf-8"
    """The encoding the bytes were read with."""
    kind: Literal["text", "markdown"] = "text"
    """What the text may hold besides prose."""
