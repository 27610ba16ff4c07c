"""A moment printed with its offset from UTC → the publisher's local time."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo


def to_local(moment: datetime, text: str, zone: str | None) -> datetime:
    """Return the local time of a moment in a zone; as it is where its text states no offset, or no zone is known.

    Args:
        moment: Local time at the offset stated.
        text: The moment as printed: `2026-05-20T23:30:00Z` is 7:30 of the next day in Shanghai.

    Examples:
        >>> to_local(datetime(2026, 5, 20, 23, 30), "2026-05-20T23:30:00Z", "Asia/Shanghai")
        datetime.datetime(2026, 5, 21, 7, 30)
    """
    match = _offset().search(text)
    if match is None or zone is None:
        return moment
    hours, minutes = int(match["hours"] or 0), int(match["minutes"] or 0)
    if hours > 14 or minutes > 59:
        return moment
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if match["sign"] == "-" else 1)
    try:
        return moment.replace(tzinfo=timezone(offset)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    except OverflowError:
        return moment


@cache
def _offset() -> re.Pattern[str]:
    """What stands behind a time of day: Z, GMT, +08:00, -0500; the name of a zone in brackets may follow."""
    return re.compile(
        r"[0-9]:[0-9]{2}(?:\.[0-9]{1,9})?\s?(?:Z|(?:UTC|GMT)?(?:(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2}))"
        r"|UTC|GMT)(?![0-9A-Za-z])"
    )
