"""Times of iCalendar, out and in: DATE, DATE-TIME, DURATION (RFC 5545 3.3.4-3.3.6), DTSTART and DTEND (3.8.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from timeline.formats.entry import days, is_timed
from timeline.formats.zone import UTC_NAMES
from timeline.model import When

STAMP = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})[0-9]{2}Z?)?")
DURATION = re.compile(
    r"\+?P(?:([0-9]{1,5})W)?(?:([0-9]{1,6})D)?(?:T(?:([0-9]{1,7})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9})S)?)?"
)


def time_lines(when: When) -> Iterator[str]:
    """Yield DTSTART and, where an end is stated or the span is longer than a day, DTEND (exclusive)."""
    if is_timed(when):
        yield from _timed(when)
        return
    first, after = days(when)
    yield f"DTSTART;VALUE=DATE:{_compact(first)}"
    if after:
        yield f"DTEND;VALUE=DATE:{_compact(after)}"


def _timed(when: When) -> Iterator[str]:
    """Yield the stated moments; a second one stated is the end itself, and without one there is no DTEND."""
    start = when.start or when.end or ""
    for name, value in (("DTSTART", start), ("DTEND", when.end)):
        if value and not (name == "DTEND" and value <= start):
            stamp = value.replace("-", "").replace(":", "") + "00"
            yield f"{name}:{stamp}Z" if when.zone in UTC_NAMES else f"{name};TZID={when.zone}:{stamp}"


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def read_moment(value: str) -> date | datetime:
    """Return a DATE or a DATE-TIME as its clock shows it.

    Raises:
        ValueError: It is neither.
    """
    match = STAMP.fullmatch(value.strip())
    if not match:
        raise ValueError(f"{value[:40]!r} is no date")
    year, month, day, hour, minute = match.groups()
    if hour is None:
        return date(int(year), int(month), int(day))
    return datetime(int(year), int(month), int(day), int(hour), int(minute))


def read_duration(value: str) -> timedelta:
    """Return a DURATION.

    Raises:
        ValueError: It is none, or runs backwards.
    """
    match = DURATION.fullmatch(value.strip())
    if not match:
        raise ValueError(f"{value[:40]!r} is no duration")
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
