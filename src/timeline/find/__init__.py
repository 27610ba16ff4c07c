"""Sentence → time expressions: what is said, without calendar arithmetic."""

from timeline.find.expressions import find_expressions

__all__ = ["find_expressions"]
