"""vobject (PyPI), the library of Radicale and of several desktop programs."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.programs.entries import Entry, assert_same, expected, programme, utc

vobject = pytest.importorskip("vobject")


def test_reads_the_same() -> None:
    """Every entry is read and valid, and is what the JSON says."""
    calendar = vobject.readOne(programme().to_ics())
    assert calendar.validate(raiseException=True)
    assert_same({event.uid.value: _entry(event) for event in calendar.vevent_list}, expected(programme()))


def _entry(event: Any) -> Entry:
    start = event.dtstart.value
    end = event.dtend.value if hasattr(event, "dtend") else start
    timed = isinstance(start, datetime)
    first, last = (utc(start), utc(end)) if timed else (str(start), str(end - timedelta(days=1)))
    place = event.location.value if hasattr(event, "location") else ""
    return Entry(event.summary.value, place, not timed, first, last, event.status.value == "CANCELLED")
