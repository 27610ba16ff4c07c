"""Any text, time and address survives the way into a file and through other programs."""

from __future__ import annotations

from urllib.parse import unquote

import icalendar
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from tests.hand_made import ARTICLE, make_event, make_line, make_when
from timeline.formats import ics_reader, text
from timeline.formats import json as format
from timeline.formats.content_line import clean_text, cut_text, escape_text, fold
from timeline.formats.description import describe
from timeline.formats.files import SUFFIXES, format_of
from timeline.formats.options import WriteOptions
from timeline.model import Event, Evidence, Organizer, Place, When
from timeline.timeline import Timeline

PROFILE = settings(derandomize=True, max_examples=40, deadline=None)
TRAPS = [
    "\\N\\n\\",
    "a\\;b\\,c",
    "\r\n \t",
    "\u2028\u2029\x85",
    "\x00\x07\x0b\x1f\x7f",
    "‮abc‬",
    "👨‍👩‍👧" * 60,
    "BEGIN:VEVENT\r\n",
]

texts = st.text(max_size=300) | st.text("\\nN;,:\"'\r\n\t ^中é😀\x00\x85\u2028", max_size=120) | st.sampled_from(TRAPS)
long_texts = st.builds(lambda text, times: (text * times)[:10_000], texts, st.integers(1, 200))


def event_of(title: str, place: str, theme: str) -> Event:
    """Return an event that carries the three texts."""
    return make_event("x", "2026-03-13", id="11111111-0000-5000-8000-000000000001").model_copy(
        update={"title": title, "place": Place(name=place), "theme": theme}
    )


def expected(event: Event) -> tuple[str, str, str]:
    """Return title, place and description as a reader should have them."""
    return (
        clean_text(cut_text(event.title, 255)),
        clean_text(cut_text(event.place.name if event.place else "", 255)),
        clean_text(describe(event, {})),
    )


@PROFILE
@given(texts, texts, long_texts)
@example("C:\\News", "C:\\new\\", "\\N")
def test_icalendar_brings_text_back(title: str, place: str, theme: str) -> None:
    """icalendar reads title, place and description exactly as they were, cleaned."""
    event = event_of(title, place, theme).model_copy(update={"title": "A" + title})
    (component,) = icalendar.Calendar.from_ical(Timeline.of([event]).to_ics()).walk("VEVENT")
    assert tuple(str(component[name]) for name in ("SUMMARY", "LOCATION", "DESCRIPTION")) == expected(event)


@PROFILE
@given(texts, texts, long_texts)
@example("C:\\News", "C:\\new\\", "\\N")
def test_ical_brings_text_back(title: str, place: str, theme: str) -> None:
    """ical reads title, place and description exactly as they were, cleaned."""
    event = event_of(title, place, theme).model_copy(update={"title": "A" + title})
    (read,) = IcsCalendarStream.calendar_from_ics(Timeline.of([event]).to_ics()).events
    assert (read.summary, read.location or "", read.description) == expected(event)


@PROFILE
@given(texts, texts, long_texts, st.text(max_size=80))
@example("C:\\News", "C:\\new\\", "\\N", " \\N%")
def test_our_reader_brings_everything_back(title: str, place: str, passage: str, path: str) -> None:
    """Any title, place, passage and address is read back as it was, and a second export has the same bytes."""
    article = ARTICLE.model_copy(update={"url": f"https://news.example/x{path}", "title": title})
    evidence = (Evidence(article="a1", start=0, end=len(passage), text=passage),)
    event = make_event("x", "2026-03-13", evidence=evidence).model_copy(
        update={"title": title, "place": Place(name=place)}
    )
    line = Timeline.of([event], name=clean_text(title), articles=[article])
    text = line.to_ics()
    again = Timeline(ics_reader.read(text.encode(), "x.ics"))
    assert again == line
    assert again.to_ics() == text


@PROFILE
@given(st.text(max_size=200))
@example('新闻 %E4 %zz ?a=[1]&b={2}\\^`|"<>')
def test_addresses_come_back(path: str) -> None:
    """An address is ASCII without spaces, and decoding it gives the path that was meant."""
    article = ARTICLE.model_copy(update={"url": f"https://news.example/x{path}"})
    line = Timeline.of([make_event("x", "2026-03-13")], articles=[article])
    (component,) = line.to_calendar().walk("VEVENT")
    (read,) = IcsCalendarStream.calendar_from_ics(line.to_ics()).events
    if "URL" in component:
        address = str(component["URL"])
        assert address == str(read.url)
        assert address.isascii() and address.isprintable() and " " not in address
        if "%" not in path:
            assert unquote(address).startswith("https://news.example/x")


@PROFILE
@given(st.text())
def test_escaping_is_undone_by_the_standard(text: str) -> None:
    """Reading the escapes from left to right (RFC 5545 3.3.11) gives the text back."""
    pieces = iter(escape_text(clean_text(text)))
    plain = "".join(
        {"n": "\n", "N": "\n"}.get(follow := next(pieces), follow) if sign == "\\" else sign for sign in pieces
    )
    assert plain == clean_text(text)


@PROFILE
@given(st.text("ab中😀é\u0301", max_size=400))
def test_folding_is_undone(text: str) -> None:
    """Lines are at most 75 octets of whole UTF-8, and joining them gives the line back."""
    folded = fold(f"X:{text}")
    assert all(len(piece) <= 75 and piece.decode() is not None for piece in folded.encode().split(b"\r\n"))
    assert folded.replace("\r\n ", "")[:-2] == f"X:{text}"


@PROFILE
@given(texts, texts, st.lists(texts, max_size=3), st.floats(0, 1))
def test_json_brings_everything_back(title: str, passage: str, names: list[str], confidence: float) -> None:
    """The library's own file loses nothing, whatever stands in it."""
    event = make_event("x", make_when("2026-03", mod="mid"), confidence=confidence).model_copy(
        update={
            "title": title,
            "organizers": tuple(Organizer(name=name) for name in names),
            "evidence": (Evidence(article="a1", start=0, end=len(passage), text=passage),),
        }
    )
    line = make_line(event, name=title)
    assert Timeline(format.read(line.to_json().encode(), "x.json")) == line


days = st.dates().map(str)


@PROFILE
@given(st.lists(days, min_size=1, max_size=8), st.sampled_from([None, "span", "omit"]))
def test_any_days_come_back(starts: list[str], vague: str | None) -> None:
    """All-day entries begin on their day, whatever the year."""
    line = make_line(*(make_event(f"{number}", day) for number, day in enumerate(starts)))
    text = line.to_ics(options=WriteOptions.model_validate({"vague": vague}))
    found = {str(event["UID"]): event.decoded("DTSTART") for event in icalendar.Calendar.from_ical(text).walk("VEVENT")}
    assert found == {event.id: event.when.earliest for event in line}


UNITS = {"year": 4, "half": 7, "season": 7, "quarter": 7, "month": 7, "week": 10, "day": 10, "part": 10}


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Draw any time that the model allows."""
    precision = draw(st.sampled_from([*UNITS, "hour", "minute"]))
    moments = sorted(draw(st.lists(st.datetimes(), min_size=1, max_size=2)))
    first, last = (
        moment.isoformat(timespec="minutes")[: UNITS.get(precision, 16)] for moment in (moments[0], moments[-1])
    )
    mod = draw(st.sampled_from([None, "start", "mid", "end", "approx", "before", "after"]))
    return When.model_validate(
        {
            "start": None if mod == "before" and draw(st.booleans()) else first,
            "end": last if len(moments) > 1 or mod == "before" else None,
            "precision": precision,
            "mod": mod,
            "part": draw(st.sampled_from(["dawn", "night"])) if precision == "part" else None,
            "zone": draw(st.sampled_from([None, "Asia/Shanghai", "America/New_York", "Mars/Olympus", "UTC"])),
        }
    )


@PROFILE
@given(st.lists(whens(), max_size=4), st.sampled_from(["Fair", "書展", "书展"]))
def test_any_time_can_be_written(times: list[When], title: str) -> None:
    """Every format takes every time; what is written as a calendar, or as JSON, comes back equal."""
    events = [make_event(f"e{at}", when).model_copy(update={"title": title}) for at, when in enumerate(times)]
    line, options = make_line(*events), WriteOptions(vague="span")
    for name in sorted(set(SUFFIXES.values())):
        assert "".join(format_of("", name).write(line.record, options)) or name == "jsonl"
    assert len(list(text.write(line.record, options))) == len(line)
    assert Timeline(ics_reader.read(line.to_ics(options=options).encode(), "x.ics")).events == line.events
    assert Timeline(format.read(line.to_json().encode(), "x.json")) == line
