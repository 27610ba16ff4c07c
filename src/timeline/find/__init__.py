"""Sentences → time expressions: what is said, without calendar arithmetic."""

from timeline.find.expressions import find_expressions
from timeline.find.series import find_in_article

__all__ = ["find_expressions", "find_in_article"]
