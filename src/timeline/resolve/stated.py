"""Events in fields → their time: ISO 8601, never finer than printed."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from timeline.model import Article, Precision, When
from timeline.resolve.offset import to_local

PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY, 16: Precision.MINUTE}
"""By length of the value."""

DAY = 10
"""Length of a day."""


def resolve_stated(article: Article) -> Article:
    """Return an article whose stated events have their time; one whose begin is no day of the calendar is left out."""
    if not article.stated:
        return article
    zone = article.info.zone
    stated = [
        event.model_copy(update={"when": when, "moved_from": _read_when(event.previous, None, zone)})
        for event in article.stated
        if (when := _read_when(event.start, event.end, zone))
    ]
    return article.model_copy(update={"stated": tuple(stated)})


def _read_when(start: str | None, end: str | None, zone: str | None) -> When | None:
    """Return the time from `start` to `end`, both as printed, or None where it is none."""
    first, last = _local(start, zone), _local(end, zone)
    if first is None:
        return None
    if last is not None and (first[DAY:] in ("", "T00:00") or last[DAY:] in ("", "T23:59")):
        first, last = first[:DAY], last[:DAY]
    elif first[DAY:] == "T00:00":
        first = first[:DAY]
    if last is not None and (len(last) != len(first) or last <= first):
        last = None
    known = zone if len(first) <= DAY or _is_there(start or "", zone) else None
    try:
        return When(start=first, end=last, precision=PRECISIONS[len(first)], zone=known, text=start or "")
    except (ValidationError, KeyError):
        return None


def _local(printed: str | None, zone: str | None) -> str | None:
    """Return a moment without its offset, to the minute; one in UTC as local time of the publisher, where known."""
    if printed is None:
        return None
    value = printed.replace(" ", "T", 1)[:16]
    if len(value) < 16 or not printed.endswith("Z"):
        return value
    try:
        return to_local(datetime.fromisoformat(value), printed, zone).isoformat(timespec="minutes")
    except ValueError:
        return None


def _is_there(printed: str, zone: str | None) -> bool:
    """Return whether a moment is printed in the local time of a zone: without offset, in UTC, or with its offset."""
    if zone is None or len(printed) < 17:
        return True
    try:
        moment = datetime.fromisoformat(printed)
    except ValueError:
        return False
    offset = moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    return moment.tzinfo is None or printed.endswith("Z") or moment.utcoffset() == offset
