"""Writing and reading a calendar, as a multiple of a hand-built string with correct folding, in one run.

    python benchmarks/formats.py [EVENTS]

The yardstick writes what a person sees of the same events, about 1 KB each, and is the least that a correct writer can
do: it knows that its texts need no cleaning, has no zones, no options, no words about time and nothing that brings
evidence and precision back. "Again" is the same timeline once more, "50 changed" one in which as many events were
edited. Other libraries are measured where they are installed (`requirements.txt`).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from time import process_time

import icalendar

from timeline.edits import Edit
from timeline.formats import ics_reader
from timeline.formats import json as json_format
from timeline.model import ArticleInfo, Event, Evidence, Place, When
from timeline.timeline import Timeline

ROUNDS = 5


def make_line(count: int) -> Timeline:
    """Return a timeline of `count` events in both languages, days and times of day."""
    events = [_make_event(number) for number in range(count)]
    article = ArticleInfo(
        id="a",
        source="news/harbour.txt",
        start=0,
        end=9000,
        title="Harbour plans its spring",
        publisher="Harbour Daily",
        url="https://news.example/2026/01/19/spring",
        published="2026-01-19T06:28",
    )
    return Timeline.of(events, name="Benchmark", articles=[article])


def _make_event(number: int) -> Event:
    day = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
    timed = number % 4 == 0
    passage = "第十二届港口文化周将于下周五在老海关大楼开幕；主办方说，届时有三十多家书店参加，" * 4
    english = "The twelfth Harbour Week opens at the Old Customs House on Friday, with thirty bookshops, a fair; " * 3
    return Event(
        id=f"11111111-0000-5000-8000-{number:012}",
        title=f"港口文化周，第{number}场" if number % 2 else f"Harbour Week, session {number}",
        kind="festival",
        confidence=0.9,
        when=When.model_validate(
            {
                "start": f"{day}T14:00" if timed else day,
                "precision": "minute" if timed else "day",
                "zone": "Asia/Shanghai",
            }
        ),
        place=Place(name="老海关大楼" if number % 2 else "Old Customs House, Pier 3"),
        evidence=(Evidence(article="a", start=0, end=160, text=passage if number % 2 else english),),
        updated="2026-01-18T22:28:00Z",
    )


def by_hand(line: Timeline) -> str:
    """Return the calendar as a hand-built string: the yardstick."""
    parts = ["BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n"]
    for event in line:
        start = (event.when.start or "").replace("-", "").replace(":", "")
        value = f";TZID=Asia/Shanghai:{start}00" if "T" in start else f";VALUE=DATE:{start}"
        lines = (
            "BEGIN:VEVENT",
            f"UID:{event.id}",
            "DTSTAMP:" + event.updated.replace("-", "").replace(":", ""),
            "DTSTART" + value,
            f"SUMMARY:{_escape(event.title)}",
            f"DESCRIPTION:“{_escape(event.evidence[0].text)}”\\n{SOURCE}",
            f"LOCATION:{_escape(event.place.name if event.place else '')}",
            f"CATEGORIES:{event.kind}",
            "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT",
            f"SEQUENCE:{event.sequence}",
            "LAST-MODIFIED:" + event.updated.replace("-", "").replace(":", ""),
            "URL:https://news.example/2026/01/19/spring",
            "END:VEVENT",
        )
        parts += [_fold(line) for line in lines]
    parts.append("END:VCALENDAR\r\n")
    return "".join(parts)


SOURCE = "— Harbour Daily · Harbour plans its spring · 2026-01-19 06:28 · news/harbour.txt\\nhttps://news.example/2026/01/19/spring"
"""The last lines of each description, escaped."""


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> str:
    """Return the line folded at 75 octets, never inside a character."""
    data = line.encode()
    pieces: list[bytes] = []
    while len(data) > 75:
        cut = 75 if not pieces else 74
        while data[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(data[:cut])
        data = data[cut:]
    return b"\r\n ".join([*pieces, data]).decode() + "\r\n"


def by_icalendar(line: Timeline) -> str:
    """Return the calendar as icalendar builds it, for comparison."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//bench//EN")
    calendar.add("version", "2.0")
    for event in line:
        component = icalendar.Event()
        component.add("uid", event.id)
        component.add("dtstamp", event.when.interval[0])
        component.add("dtstart", event.when.interval[0] if "T" in (event.when.start or "") else event.when.earliest)
        component.add("summary", event.title)
        component.add("description", event.evidence[0].text)
        component.add("location", event.place.name if event.place else "")
        component.add("categories", [event.kind])
        component.add("status", "CONFIRMED")
        component.add("transp", "TRANSPARENT")
        component.add("sequence", event.sequence)
        component.add("url", "https://news.example/2026/01/19/spring")
        calendar.add_component(component)
    data: bytes = calendar.to_ical()
    return data.decode()


def by_ical(line: Timeline) -> str:
    """Return the calendar as ical builds it."""
    from ical.calendar import Calendar
    from ical.calendar_stream import IcsCalendarStream
    from ical.event import Event as Entry

    calendar = Calendar()
    for event in line:
        begin = event.when.interval[0] if "T" in (event.when.start or "") else event.when.earliest
        entry = Entry(
            uid=event.id,
            dtstamp=STAMP,
            dtstart=begin,
            summary=event.title,
            description=event.evidence[0].text,
            location=event.place.name if event.place else "",
            categories=[event.kind],
        )
        calendar.events.append(entry)
    return IcsCalendarStream.calendar_to_ics(calendar)


def by_ics(line: Timeline) -> str:
    """Return the calendar as ics builds it."""
    from ics import Calendar
    from ics import Event as Entry

    calendar = Calendar()
    for event in line:
        entry = Entry(uid=event.id, name=event.title, begin=event.when.interval[0], created=STAMP)
        entry.description, entry.location = event.evidence[0].text, event.place.name if event.place else ""
        entry.categories = {event.kind}
        calendar.events.add(entry)
    return str(calendar.serialize())


STAMP = datetime(2026, 1, 18, 22, 28, tzinfo=UTC)


def fastest(work: Callable[[Timeline], object], rounds: int, make: Callable[[], Timeline]) -> float:
    """Return the least processor time of some rounds, in seconds; making what is worked on does not count."""
    times = []
    for _ in range(rounds):
        line = make()
        begin = process_time()
        work(line)
        times.append(process_time() - begin)
    return min(times)


def main() -> None:
    """Print one line for each way of writing and reading."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    line = make_line(count)
    calendar, text = line.to_ics().encode(), line.to_json().encode()
    changed = line.edit({event.id: Edit(title="Another title") for event in line[:: max(1, count // 50)]})
    yardstick = fastest(by_hand, ROUNDS, lambda: line)
    print(f"{count} events; yardstick {len(by_hand(line).encode()) / 1e6:.1f} MB in {yardstick:.3f} s")
    for name, work, rounds, make in (
        ("write ics", Timeline.to_ics, ROUNDS, lambda: make_line(count)),
        ("write ics again", Timeline.to_ics, ROUNDS, lambda: line),
        ("write ics, 50 changed", Timeline.to_ics, 1, lambda: changed),
        ("write json", Timeline.to_json, ROUNDS, lambda: line),
        ("write ics with icalendar", by_icalendar, 1, lambda: line),
        ("write ics with ical", by_ical, 1, lambda: line),
        ("write ics with ics", by_ics, 1, lambda: line),
        ("read ics", lambda _: ics_reader.read(calendar, "x.ics"), 2, lambda: line),
        ("read json", lambda _: json_format.read(text, "x.json"), 2, lambda: line),
        ("read ics with icalendar", lambda _: icalendar.Calendar.from_ical(calendar), 1, lambda: line),
    ):
        try:
            seconds = fastest(work, rounds, make)
        except ImportError as error:
            print(f"{name:<26} {error.name} is not installed")
            continue
        print(f"{name:<26} {seconds:7.3f} s  {seconds / yardstick:6.1f} times the yardstick")


if __name__ == "__main__":
    main()
