"""ical (PyPI), the strict library behind Home Assistant's calendars."""

from __future__ import annotations

from datetime import datetime, timedelta

from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from ical.event import EventStatus as Status

from tests.programs.entries import Entry, bare, expected, programme, utc


def test_reads_the_same() -> None:
    """Every entry is read, and is what the JSON says."""
    calendar = IcsCalendarStream.calendar_from_ics(programme().to_ics())
    assert {event.uid: _entry(event) for event in calendar.events} == expected(programme())


def _entry(event: Event) -> Entry:
    start, end = event.dtstart, event.end
    if isinstance(start, datetime) and isinstance(end, datetime):
        first, last = utc(start), utc(end)
    else:
        first, last = str(start), str(end - timedelta(days=1))
    timed = isinstance(start, datetime)
    cancelled = event.status == Status.CANCELLED
    return Entry(bare(event.summary or ""), event.location or "", not timed, first, last, cancelled)
