"""Something doubtful, reported instead of swallowed."""

from __future__ import annotations

from pydantic import Field

from timeline.model.base import Model


class Issue(Model):
    """Doubt about an input or a passage, with its place; never fatal."""

    code: str
    """Stable name of the kind of doubt, such as `no-anchor` or `unreadable-input`."""
    message: str
    """One sentence for a person: what, and what would help."""
    source: str | None = None
    """The input it happened in."""
    start: int | None = Field(default=None, ge=0)
    """First character of the passage in the source text, if there is one."""
    end: int | None = Field(default=None, ge=0)
    """One past the last character of the passage."""
