"""iCalendar in: our own files without loss, files of others with issues, hostile files at the cost of an issue."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import process_time
from typing import Any

import icalendar
import pytest

from tests.hand_made import make_event, make_line, make_when, sampler
from timeline.errors import FormatError
from timeline.formats.ics_reader import read
from timeline.formats.options import WriteOptions
from timeline.model import Event, Evidence, Organizer, Place, TimelineRecord
from timeline.timeline import Timeline, load_timeline


def load(text: str | bytes) -> TimelineRecord:
    """Return what a calendar holds."""
    return read(text if isinstance(text, bytes) else text.encode(), "x.ics")


def calendar(*lines: str, end: str = "\r\n") -> str:
    """Return a calendar with one event of these lines."""
    event = ["BEGIN:VEVENT", "UID:u1", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT"]
    return end.join(["BEGIN:VCALENDAR", "VERSION:2.0", *event, "END:VCALENDAR", ""])


def codes(record: TimelineRecord) -> list[str]:
    """Return the codes of the issues."""
    return [issue.code for issue in record.issues]


def test_our_own_file_comes_back(tmp_path: Path) -> None:
    """Events and articles read back equal, and writing again gives the same bytes."""
    options = WriteOptions(vague="span")
    sampler().write(tmp_path / "news.ics", options=options)
    again = load_timeline(tmp_path / "news.ics")
    assert again == sampler()
    assert again.to_ics(options=options).encode() == (tmp_path / "news.ics").read_bytes()


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "x" * 400},
        {"title": " “quoted” \\N; \x07"},
        {"aliases": ("a", "b"), "edition": 12, "theme": "“海”", "confidence": 0.123},
        {"status": "postponed", "previous": (make_when("2026-03", mod="mid", text="3月中旬"),), "sequence": 4},
        {"organizers": (Organizer(name="“x”\n\n“y”"), Organizer(name="z", role="advisor"))},
        {"place": Place(name="廳" * 300, basis="dateline"), "edited": ("place",), "part_of": "p1"},
        {"evidence": tuple(Evidence(article="a1", start=n, end=n + 9, text=f"{n}" * 290) for n in range(40))},
        {"evidence": (Evidence(article="a1", start=0, end=9, text="a\r\n b\u2028“c”", before="<", after=">"),)},
        {"when": make_when("2026-03-13", precision="part", part="noon", basis="inherited", text="当日中午")},
    ],
)
def test_nothing_of_an_event_is_lost(fields: dict[str, Any]) -> None:
    """Whatever stands in a field comes back, beyond what programs show too."""
    event = make_event("x", "2026-03-13").model_copy(update=fields)
    assert Timeline(load(make_line(event).to_ics())).events == (event,)


def test_survives_icalendar() -> None:
    """icalendar reads and writes the file again, and nothing of the events is lost."""
    text = icalendar.Calendar.from_ical(sampler().to_ics()).to_ical()
    assert {event.id: event for event in load(text).events} == {
        event.id: event for event in sampler() if event.title not in ("Survey", "Anniversary")
    }


def test_moved_by_a_person() -> None:
    """An event of ours that was moved or renamed with another program is read as it stands now."""
    text = make_line(make_event("Fair", "2026-03-13")).to_ics()
    text = (
        text.replace("20260313", "20260320")
        .replace("20260314", "20260321")
        .replace("SUMMARY:Fair", "SUMMARY:Book fair")
    )
    record = load(text)
    (event,) = record.events
    assert (event.title, event.when.edtf, event.edited) == ("Book fair", "2026-03-20", ("date",))
    assert codes(record) == ["changed-elsewhere"]


def test_an_end_that_a_program_added_is_no_move() -> None:
    """khal gives an hour to what has no stated end; the event stays as it was."""
    event = make_event("Talk", make_when("2026-03-13T14:00", zone="Asia/Shanghai"))
    text = make_line(event).to_ics()
    start = "DTSTART;TZID=Asia/Shanghai:20260313T140000\r\n"
    record = load(text.replace(start, f"{start}DTEND;TZID=Asia/Shanghai:20260313T150000\r\n"))
    assert (record.events, record.issues) == ((event,), ())


FOREIGN = [
    (("DTSTART;VALUE=DATE:20260313",), "2026-03-13", None, []),
    (("DTSTART;VALUE=DATE:20260313", "DTEND;VALUE=DATE:20260318"), "2026-03-13/2026-03-17", None, []),
    (("DTSTART;VALUE=DATE:20260313", "DURATION:P2D"), "2026-03-13/2026-03-14", None, []),
    (("DTSTART:20260313T060000Z", "DURATION:PT1H30M"), "2026-03-13T06:00:00/2026-03-13T07:30:00", "UTC", []),
    (
        ("DTSTART;TZID=China Standard Time:20260313T140000",),
        "2026-03-13T14:00:00",
        "Asia/Shanghai",
        ["windows-zone"],
    ),
    (("DTSTART;TZID=Asia/Shanghai:20260313T140000",), "2026-03-13T14:00:00", "Asia/Shanghai", ["undefined-zone"]),
    (
        ("DTSTART;TZID=/cal.example/20260101/Asia/Shanghai:20260313T140000",),
        "2026-03-13T14:00:00",
        "Asia/Shanghai",
        ["undefined-zone"],
    ),
    (("DTSTART:20260313T140000",), "2026-03-13T14:00:00", None, ["unknown-zone"]),
    (
        ("DTSTART;TZID=Nowhere:20260313T140000",),
        "2026-03-13T14:00:00",
        None,
        ["undefined-zone", "unknown-zone"],
    ),
    (("DTSTART;VALUE=DATE:20260313", "RRULE:FREQ=SECONDLY"), "2026-03-13", None, ["recurrence"]),
]


@pytest.mark.parametrize(("lines", "edtf", "zone", "expected"), FOREIGN)
def test_times_of_others(lines: tuple[str, ...], edtf: str, zone: str | None, expected: list[str]) -> None:
    """Ends are read as iCalendar means them; what is unusual is an issue."""
    record = load(calendar("SUMMARY:x", *lines))
    assert (record.events[0].when.edtf, record.events[0].when.zone, codes(record)) == (edtf, zone, expected)


def test_fields_of_others() -> None:
    """Title, place, status, kind and stamps are taken over; the SUMMARY line is the evidence."""
    lines = (
        "DTSTART;VALUE=DATE:20260313",
        "LOCATION:Pier\\, 3",
        "STATUS:CANCELLED",
        "CATEGORIES:Conference",
        "SEQUENCE:7",
    )
    text = calendar("SUMMARY;LANGUAGE=en:Fair\\; with \\N li", " nes", *lines, end="\n")
    record = load(text)
    (event,) = record.events
    assert event.title == "Fair; with \n lines"
    assert (event.place, event.status, event.kind, event.sequence) == (
        Place(name="Pier, 3"),
        "cancelled",
        "conference",
        7,
    )
    assert event.updated == "2026-01-01T00:00:00Z"
    (passage,) = event.evidence
    assert text[passage.start : passage.end] == passage.text == "SUMMARY;LANGUAGE=en:Fair\\; with \\N li\n nes"
    assert codes(record) == ["line-ends"]


def test_extensions_are_kept(tmp_path: Path) -> None:
    """X- properties of other programs, of the calendar and of an event, come back from JSON and from a calendar."""
    lines = ('X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE="a:b":geo:1,2', "x-note:a\\, b\x07", "X-NOTE:" + "长" * 30)
    text = calendar("SUMMARY:x", "DTSTART:20260313", *lines).replace("VERSION:2.0", "VERSION:2.0\r\nX-WR-CALDESC:News")
    line = Timeline(load(text))
    assert line.record.extensions == ("X-WR-CALDESC:News",)
    assert line[0].extensions == (lines[0], "x-note:a\\, b", lines[2])
    line.write(tmp_path / "x.json")
    written = load_timeline(tmp_path / "x.json").to_ics()
    assert Timeline(load(written)) == line
    assert Timeline(load(written)).to_ics() == written
    (component,) = line.to_calendar().walk("VEVENT")
    assert str(component["X-APPLE-STRUCTURED-LOCATION"]) == "geo:1,2"


@pytest.mark.parametrize("line", ["X-A:b\r\nATTENDEE:c", "X-A:b\nc", "ATTENDEE:c", "X-A", 'X-A;B="c:d', "X-A:\0"])
def test_an_extension_is_one_x_property(line: str) -> None:
    """Nothing else can be brought into a calendar by way of a JSON file."""
    with pytest.raises(ValueError, match="extensions"):
        make_event("x", "2026-03-13", extensions=(line,))


def test_folds_inside_characters() -> None:
    """A fold that cuts a character is healed and noted."""
    data = calendar("SUMMARY:书展", "DTSTART;VALUE=DATE:20260313").encode()
    cut = data.index("展".encode()) + 1
    record = load(data[:cut] + b"\r\n " + data[cut:])
    assert (record.events[0].title, codes(record)) == ("书展", ["broken-fold"])


@pytest.mark.parametrize(
    "lines",
    [
        ("SUMMARY:no start",),
        ("SUMMARY:x", "DTSTART:20261341T000000Z"),
        ("SUMMARY:x", "DTSTART:soon"),
        ("SUMMARY:x", "DTSTART:20260313", "DURATION:forever"),
        ("SUMMARY:x", "DTSTART:99991231", "DURATION:P99999D"),
    ],
)
def test_one_bad_event_costs_one_event(lines: tuple[str, ...]) -> None:
    """The others are read, and the issue names the place."""
    text = calendar(*lines).replace(
        "END:VCALENDAR", "BEGIN:VEVENT\r\nUID:u2\r\nDTSTART:20260313\r\nEND:VEVENT\r\nEND:VCALENDAR"
    )
    record = load(text)
    assert ([event.id for event in record.events], codes(record)) == (["u2"], ["bad-event"])
    assert record.issues[0].start == text.replace("\r\n", "\n").index("BEGIN:VEVENT")


@pytest.mark.parametrize(
    "zone", ["", "UTC+08:00", "../../etc/passwd", "Asia", "zone.tab", "\u0416", "x" * 5000, "America/New York"]
)
def test_a_bad_zone_costs_an_issue(zone: str) -> None:
    """A time whose zone is none keeps its day and its clock, and says that its zone is not known."""
    record = load(calendar("SUMMARY:x", f'DTSTART;TZID="{zone}":20260313T140000'))
    (event,) = record.events
    assert (event.when.start, event.when.zone) == ("2026-03-13T14:00", None)
    assert codes(record)[-1] == "unknown-zone"
    assert "DTSTART;VALUE=DATE:20260313" in Timeline(record).to_ics()


def test_alarms_are_not_events() -> None:
    """What stands inside an event in a component of its own does not speak for it."""
    alarm = ("BEGIN:VALARM", "SUMMARY:alarm", "DTSTART:20200101", "END:VALARM")
    (event,) = load(calendar(*alarm, "SUMMARY:x", "DTSTART:20260313")).events
    assert (event.title, event.when.edtf) == ("x", "2026-03-13")


BAD_ZONE = "BEGIN:VEVENT\r\nUID:{0}\r\nDTSTART;TZID={0}/a/b:20260313T140000\r\nEND:VEVENT\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n" * 100_000,
        "BEGIN:VCALENDAR\r\nSUMMARY:x" + "\r\n " * 500_000,
        "BEGIN:VCALENDAR\r\n" + "X;A=" * 250_000,
        "BEGIN:VCALENDAR\r\n" + 'X;A="' * 250_000,
        "BEGIN:VCALENDAR\r\n" + ";" * 1_000_000,
        "BEGIN:VCALENDAR\r\nX:" + "\\" * 1_000_000,
        calendar("DTSTART:20260313", "SUMMARY:" + "书" * 1_000_000),
        calendar("DTSTART:20260313", "X-TIMELINE-EVENT:" + "[" * 1_000_000),
        calendar("DTSTART:20260313", "X-TIMELINE-EVENT:" + '{"evidence":' * 100_000),
        calendar("DTSTART:20260313", "X-A:b" + ",c" * 500_000),
        calendar("DTSTART:20260313", "SEQUENCE:" + "9" * 1_000_000),
        calendar(
            "DTSTART:20260313", "RRULE:FREQ=SECONDLY;INTERVAL=1;COUNT=2147483647", "RDATE:" + "20260101," * 99_999
        ),
        calendar("DTSTART:20260313", "DURATION:P" + "9" * 1_000_000 + "D"),
        "BEGIN:VCALENDAR\r\n" + "".join(BAD_ZONE.format(number) for number in range(5000)),
        "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Bomb\r\n"
        + "BEGIN:DAYLIGHT\r\nDTSTART:00010101T000000\r\nRRULE:FREQ=SECONDLY\r\nEND:DAYLIGHT\r\n" * 10_000
        + "END:VTIMEZONE\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\nUID:u\r\nDTSTART:1\r\nEND:VEVENT\r\n" * 10_000,
    ],
    ids=[
        *("nesting", "folds", "parameters", "quotes", "semicolons", "backslashes", "title", "deep list", "deep object"),
        *("extension", "digits", "recurrence", "duration", "zones", "rules of a zone", "bad events"),
    ],
)
def test_hostile_files_cost_little(text: str) -> None:
    """A megabyte of one pattern is read in time linear in its size."""
    begin = process_time()
    record = load(text)
    assert process_time() - begin < 5
    assert len(record.issues) <= 2 * text.count("BEGIN:VEVENT")
    assert all(event.sequence < 2**31 for event in record.events)


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"hello", b"BEGIN:VCARD\r\nEND:VCARD\r\n"])
def test_refuses_what_is_no_calendar(data: bytes) -> None:
    """A file without a calendar is refused."""
    with pytest.raises(FormatError, match="not a calendar"):
        load(data)


def test_shown_by_the_command_line(tmp_path: Path) -> None:
    """A calendar is an input like any timeline file."""
    sampler().write(tmp_path / "news.ics")
    command = [sys.executable, "-m", "timeline", "show", str(tmp_path / "news.ics")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert len(done.stdout.splitlines()) == 11


def test_ids_are_unique() -> None:
    """Of two events with one id the first is kept."""
    text = calendar("SUMMARY:x", "DTSTART:20260313")
    event = text[text.index("BEGIN:VEVENT") : text.index("END:VCALENDAR")]
    record = load(text.replace("END:VCALENDAR", f"{event}END:VCALENDAR"))
    assert (len(record.events), codes(record)) == (1, ["event-twice"])
    assert isinstance(record.events[0], Event)
