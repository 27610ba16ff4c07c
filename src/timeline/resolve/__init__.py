"""Time expressions + anchors → dates; a document's stamps → its publication day."""

from timeline.resolve.anchor import resolve_published
from timeline.resolve.expressions import resolve_expressions
from timeline.resolve.stated import resolve_stated

__all__ = ["resolve_expressions", "resolve_published", "resolve_stated"]
