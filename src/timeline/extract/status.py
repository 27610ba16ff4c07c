"""Whether it is to come, has been, was moved or called off, as of the article."""

from __future__ import annotations

from datetime import date

from timeline.model import Status, When


def decide_status(effects: set[str], kind: str, when: When, published: date | None) -> Status:
    """Return the status that cues and dates tell.

    Args:
        effects: Effects of the cues in the clauses of the event.
        kind: Kind of the event; a deadline is never held.
        when: Its date.
        published: Publication day; without one only the words decide.
    """
    if "cancelled" in effects:
        return "cancelled"
    if "postponed" in effects:
        return "postponed"
    if kind == "deadline":
        return "scheduled"
    if published is None:
        return "scheduled" if "future" in effects else "held"
    if when.earliest > published:
        return "scheduled"
    if "future" in effects and when.end is None and when.earliest <= published <= when.latest:
        return "scheduled"  # in the month, or on the day, that has begun
    return "held"
