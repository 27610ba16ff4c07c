"""ical (PyPI), the strict library behind Home Assistant's calendars."""

from __future__ import annotations

from datetime import datetime, timedelta

from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from ical.event import EventStatus as Status

from tests.programs.entries import Entry, assert_same, expected, programme, utc


def test_reads_the_same() -> None:
    """Every entry is read, and is what the JSON says."""
    assert_same(by_ical(programme().to_ics()), expected(programme()))


def by_ical(text: str) -> dict[str, Entry]:
    """Return the entries of a calendar by id, as ical understands them."""
    return {event.uid: _entry(event) for event in IcsCalendarStream.calendar_from_ics(text).events}


def _entry(event: Event) -> Entry:
    start, end = event.dtstart, event.end
    if isinstance(start, datetime) and isinstance(end, datetime):
        first, last = utc(start), utc(end)
    else:
        first, last = str(start), str(end - timedelta(days=1))
    timed = isinstance(start, datetime)
    cancelled = event.status == Status.CANCELLED
    return Entry(event.summary or "", event.location or "", not timed, first, last, cancelled)
