"""icalendar (PyPI), strict: an error in any property fails."""

from __future__ import annotations

import icalendar

from tests.programs.entries import assert_same, by_icalendar, expected, programme


def test_reads_the_same() -> None:
    """Every entry is read without an error, and is what the JSON says."""
    text = programme().to_ics()
    calendar = icalendar.Calendar.from_ical(text.encode())
    assert [error for component in calendar.walk() for error in component.errors] == []
    assert_same(by_icalendar(text), expected(programme()))
