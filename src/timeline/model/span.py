"""A place in a text."""

from __future__ import annotations

from pydantic import Field

from timeline.model.base import Model


class Span(Model):
    """Half-open range [start, end) of code points.

    Which text it counts in is said by the field that holds it: the raw document, or a sentence.
    """

    start: int = Field(ge=0)
    """First character."""
    end: int = Field(ge=0)
    """One past the last character."""

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def slice(self, text: str) -> str:
        """Return the characters of `text` in this range."""
        return text[self.start : self.end]
