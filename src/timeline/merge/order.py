"""The order of a timeline."""

from __future__ import annotations

from datetime import date

from timeline.model import When


def order_key(when: When, tail: str) -> tuple[date, date, int, str]:
    """Return the key of a time on the timeline: first day, last day, coarse before fine, then a last word (the id).

    Vague times have no order of their own (is 2022 before May 2022?); the key puts what may begin first first.
    """
    return when.earliest, when.latest, when.precision.rank, tail
