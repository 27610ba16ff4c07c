"""A timeline that takes programs to their limits, and what each of its entries has to look like, by the JSON.

A program's test turns what the program understood into the same `Entry`, so that one comparison says titles, places,
days, times and all-day flags at once.
"""

from __future__ import annotations

import json
from calendar import monthrange
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import icalendar

from tests.hand_made import make_event, make_line, make_when, sampler
from timeline.timeline import Timeline


class Entry(NamedTuple):
    """One entry of a calendar, as a person sees it."""

    title: str
    place: str
    all_day: bool
    start: str
    """The first day, or the moment in UTC."""
    end: str
    """The last day, counted in, or the moment in UTC at which it ends; the start where no end is stated."""
    cancelled: bool


def programme(*, backslashes: bool = True) -> Timeline:
    """Return events of every shape, with texts and zones that are hard to get right.

    Args:
        backslashes: Whether one text holds a backslash before an N, which some programs lose when they write it.
    """
    moments = {
        "Before the epoch": make_when("1965-08-01T10:00", zone="Europe/London"),
        "夏令时": make_when("1988-07-01T09:30/1988-07-01T11:00", zone="Asia/Shanghai"),
        "After 2038": make_when("2060-01-15T20:00/2060-01-16T01:00", zone="America/New_York"),
        "Clocks go back": make_when("2026-10-25T00:30/2026-10-25T04:00", zone="Europe/Berlin"),
        "World": make_when("2026-05-05T12:00", zone="UTC"),
    }
    texts = ['Fair; with, marks: "x"', "👨‍👩‍👧 à la 港口", "معرض الكتاب ‏2026", "“引号”，《書名號》、「話」。"]
    texts += ["C:\\News\\new \\N"] if backslashes else []
    events = [make_event(title, when) for title, when in moments.items()]
    events += [make_event(text, "2026-04-01/2026-04-03", place={"name": f"Hall 1, {text}"}) for text in texts]
    return make_line(*sampler(), *events, name="港口; a, b")


def expected(line: Timeline) -> dict[str, Entry]:
    """Return the entries by id, from the JSON of the timeline."""
    shown = ("month", "week", "day", "part", "hour", "minute")
    events = json.loads(line.to_json())["events"]
    return {event["id"]: _entry(event) for event in events if event["when"]["precision"] in shown}


def assert_same(read: dict[str, Entry], wanted: dict[str, Entry]) -> None:
    """Compare what a program read with what it should; behind a title may stand words about the time."""
    assert read.keys() == wanted.keys()
    plain = {id: entry._replace(title=entry.title[: len(wanted[id].title)]) for id, entry in read.items()}
    assert plain == wanted


def _entry(event: dict[str, Any]) -> Entry:
    when = event["when"]
    first, last = when["start"] or when["end"], when["end"] or when["start"]
    timed = "T" in first and when["zone"] is not None
    if timed:
        start, end = (moment(value, when["zone"]) for value in (first, last))
    else:
        start, end = _days(first[:10], last[:10], when["mod"])
    place = event["place"]["name"] if event["place"] else ""
    return Entry(event["title"], place, not timed, start, end, event["status"] == "cancelled")


def moment(local: str, zone: str) -> str:
    """Return a clock time in a zone as UTC."""
    return utc(datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)))


def utc(aware: datetime) -> str:
    """Return an aware time as UTC, to the minute."""
    return f"{aware.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def _days(first: str, last: str, mod: str | None) -> tuple[str, str]:
    """Return the days of a month or of a third of it; other days as they are."""
    if len(first) > 7:
        return first, last
    begin, end = THIRDS.get(mod, (1, 31))
    return f"{first}-{begin:02}", f"{last}-{min(end, monthrange(int(last[:4]), int(last[5:]))[1])}"


THIRDS: dict[str | None, tuple[int, int]] = {"start": (1, 10), "mid": (11, 20), "end": (21, 31)}


def by_icalendar(text: str) -> dict[str, Entry]:
    """Return the entries of a calendar by id, as icalendar understands them."""
    return {str(event["UID"]): _read(event) for event in icalendar.Calendar.from_ical(text.encode()).walk("VEVENT")}


def _read(event: Any) -> Entry:
    start = event.decoded("DTSTART")
    end = event.decoded("DTEND", start)
    timed = isinstance(start, datetime)
    first, last = (utc(start), utc(end)) if timed else (str(start), str(end - timedelta(days=1)))
    cancelled = event["STATUS"] == "CANCELLED"
    return Entry(str(event["SUMMARY"]), str(event.get("LOCATION", "")), not timed, first, last, cancelled)
