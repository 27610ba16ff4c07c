"""The order of a timeline."""

from __future__ import annotations

from timeline.lexicon.script import fold
from timeline.model import When


def order_key(when: When, title: str, tail: str) -> tuple[object, ...]:
    """Return the key of an event: first and last moment, coarse before fine, then the title and a last word.

    Vague times have no order of their own (is 2022 before May 2022?); keys put what may begin first before the rest.
    """
    return when.earliest, when.start or "", when.latest, when.precision.rank, fold(title).lower(), tail
