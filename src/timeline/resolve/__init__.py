"""Time expressions + anchors → dates; a document's stamps → its publication day."""

from timeline.resolve.anchor import resolve_published
from timeline.resolve.expressions import resolve_expressions

__all__ = ["resolve_expressions", "resolve_published"]
