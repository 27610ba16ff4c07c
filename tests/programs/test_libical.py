"""libical (Debian), the C library of GNOME's, KDE's and Thunderbird's calendars, called as it is."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.programs.entries import Entry, assert_same, expected, programme, utc


class Time(ctypes.Structure):
    """struct icaltimetype of libical 3."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        *(("is_date", ctypes.c_int), ("is_daylight", ctypes.c_int), ("zone", ctypes.c_void_p)),
    )


@pytest.fixture(scope="module")
def library() -> Any:
    """Return libical 3 with the types of the functions used."""
    try:
        library = ctypes.CDLL("libical.so.3")
    except OSError:
        pytest.skip("libical 3 is not installed")
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    for name, result, arguments in (
        ("icalparser_parse_string", pointer, [text]),
        ("icalrestriction_check", number, [pointer]),
        ("icalcomponent_count_errors", number, [pointer]),
        ("icalcomponent_string_to_kind", number, [text]),
        ("icalcomponent_get_first_component", pointer, [pointer, number]),
        ("icalcomponent_get_next_component", pointer, [pointer, number]),
        ("icalcomponent_get_uid", text, [pointer]),
        ("icalcomponent_get_summary", text, [pointer]),
        ("icalcomponent_get_location", text, [pointer]),
        ("icalcomponent_get_status", number, [pointer]),
        ("icalproperty_status_to_string", text, [number]),
        ("icalcomponent_get_dtstart", Time, [pointer]),
        ("icalcomponent_get_dtend", Time, [pointer]),
        ("icaltime_as_timet_with_zone", ctypes.c_long, [Time, pointer]),
        ("icalcomponent_free", None, [pointer]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def test_reads_the_same(library: Any) -> None:
    """The calendar breaks none of libical's rules, and every entry is what the JSON says."""
    calendar = library.icalparser_parse_string(programme().to_ics().encode())
    try:
        assert library.icalcomponent_count_errors(calendar) == 0
        assert library.icalrestriction_check(calendar) == 1
        assert_same(dict(_entries(library, calendar)), expected(programme()))
    finally:
        library.icalcomponent_free(calendar)


def _entries(library: Any, calendar: int) -> Iterator[tuple[str, Entry]]:
    kind = library.icalcomponent_string_to_kind(b"VEVENT")
    event = library.icalcomponent_get_first_component(calendar, kind)
    while event:
        yield library.icalcomponent_get_uid(event).decode(), _entry(library, event)
        event = library.icalcomponent_get_next_component(calendar, kind)


def _entry(library: Any, event: int) -> Entry:
    start, end = library.icalcomponent_get_dtstart(event), library.icalcomponent_get_dtend(event)
    title, place = (getattr(library, f"icalcomponent_get_{name}")(event) or b"" for name in ("summary", "location"))
    if start.is_date:
        first, last = date(start.year, start.month, start.day), date(end.year, end.month, end.day) - timedelta(days=1)
        days = (str(first), str(last))
    else:
        days = (_moment(library, start), _moment(library, end))
    status = library.icalproperty_status_to_string(library.icalcomponent_get_status(event))
    return Entry(title.decode(), place.decode(), bool(start.is_date), *days, status == b"CANCELLED")


def _moment(library: Any, time: Time) -> str:
    seconds = library.icaltime_as_timet_with_zone(time, time.zone)
    return utc(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds))
