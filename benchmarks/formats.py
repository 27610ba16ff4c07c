"""Writing and reading a calendar, as a multiple of a hand-built string with correct folding, in one run.

    python benchmarks/formats.py [EVENTS]

Both sides write the same properties of the same events, about 1 KB each; the yardstick is the least that a correct
writer can do: it knows its texts need no cleaning, has no zones, no options and no words about time. "Again" is the
same timeline once more, "50 changed" one in which as many events were edited.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
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
            f"DESCRIPTION:“{_escape(event.evidence[0].text)}”\\n— Harbour Daily · Harbour plans its spring",
            f"LOCATION:{_escape(event.place.name if event.place else '')}",
            f"CATEGORIES:{event.kind}",
            "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT",
            f"SEQUENCE:{event.sequence}",
            "URL:https://news.example/2026/01/19/spring",
            f"X-TIMELINE-EDTF:{event.when.edtf}",
            f"X-TIMELINE-EVENT:{_escape(json.dumps(_unseen(event), ensure_ascii=False))}",
            "END:VEVENT",
        )
        parts += [_fold(line) for line in lines]
    parts.append("END:VCALENDAR\r\n")
    return "".join(parts)


def _unseen(event: Event) -> dict[str, object]:
    """Return what no property holds."""
    when, passage = event.when, event.evidence[0]
    return {
        "confidence": event.confidence,
        "when": {"start": when.start, "precision": when.precision, "zone": when.zone},
        "place": {"name": event.place.name if event.place else ""},
        "evidence": [{"article": passage.article, "start": passage.start, "end": passage.end}],
    }


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


def fastest(work: Callable[[], object], rounds: int) -> float:
    """Return the least processor time of some rounds, in seconds."""
    times = []
    for _ in range(rounds):
        begin = process_time()
        work()
        times.append(process_time() - begin)
    return min(times)


def main() -> None:
    """Print one line for each way of writing and reading."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    line = make_line(count)
    calendar, text = line.to_ics().encode(), line.to_json().encode()
    yardstick = fastest(lambda: by_hand(line), ROUNDS)
    fresh = iter([make_line(count) for _ in range(ROUNDS)])
    changed = line.edit({event.id: Edit(title="Another title") for event in line[:: max(1, count // 50)]})
    print(f"{count} events; yardstick {len(by_hand(line).encode()) / 1e6:.1f} MB in {yardstick:.3f} s")
    for name, work, rounds in (
        ("write ics", lambda: next(fresh).to_ics(), ROUNDS),
        ("write ics again", line.to_ics, ROUNDS),
        ("write ics, 50 changed", changed.to_ics, 1),
        ("write json", line.to_json, ROUNDS),
        ("write ics with icalendar", lambda: by_icalendar(line), 1),
        ("read ics", lambda: ics_reader.read(calendar, "x.ics"), 2),
        ("read json", lambda: json_format.read(text, "x.json"), 2),
        ("read ics with icalendar", lambda: icalendar.Calendar.from_ical(calendar), 1),
    ):
        seconds = fastest(work, rounds)
        print(f"{name:<26} {seconds:7.3f} s  {seconds / yardstick:6.1f} times the yardstick")


if __name__ == "__main__":
    main()
