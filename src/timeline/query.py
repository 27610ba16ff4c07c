"""What a query asks of an event: days and moments as a caller gives them, and texts whatever their script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime

from timeline.errors import OptionError
from timeline.formats.zone import find_zone
from timeline.lexicon.script import fold
from timeline.model import Event, When

Moment = str | date | datetime
"""A point in time as a caller gives it: ISO 8601 text or a date or datetime."""


def days_of(bound: Moment) -> tuple[date, date]:
    """Return the first and last day of a year, month or day."""
    text = bound.isoformat()[:10] if isinstance(bound, date) else bound
    precision = {4: "year", 7: "month", 10: "day"}.get(len(text))
    try:
        when = When.model_validate({"start": text, "precision": precision})
    except ValueError as error:
        raise OptionError(f"{bound!r} is no date; give a year, month or day such as '2026-03'") from error
    return when.earliest, when.latest


def moment_of(now: Moment) -> datetime:
    """Return the moment meant; a day is its first moment."""
    if isinstance(now, datetime):
        return now
    try:
        return datetime.fromisoformat(now.isoformat() if isinstance(now, date) else now)
    except ValueError as error:
        raise OptionError(f"{now!r} is no moment; give one such as '2026-03-13T14:00'") from error


def is_over(event: Event, now: datetime) -> bool:
    stop = event.when.interval[1]
    zone = find_zone(event.when.zone)
    local = now.astimezone(zone) if now.tzinfo and zone else now
    return stop is not None and stop <= local.replace(tzinfo=None)


def texts_of(event: Event) -> Iterable[str]:
    yield from (event.title, *event.aliases, event.theme or "", event.place.name if event.place else "")
    yield from (organizer.name for organizer in event.organizers)
    yield from (passage.text for passage in event.evidence)


def contains(texts: Iterable[str], part: str) -> bool:
    wanted = _fold(part)
    return any(wanted in _fold(text) for text in texts)


def _fold(text: str) -> str:
    return fold(unicodedata.normalize("NFKC", text)).casefold()
