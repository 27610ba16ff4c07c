"""iCalendar: what is written for each kind of time, and that other programs read the same."""

from __future__ import annotations

import re
from pathlib import Path

import icalendar
import pytest
from ical.calendar_stream import IcsCalendarStream

from tests.hand_made import ARTICLE, make_event, make_line, make_when, sampler
from timeline.errors import OptionError
from timeline.formats.options import WriteOptions
from timeline.model import Event, Evidence, Place, When
from timeline.timeline import Timeline


def lines_of(event: Event, *names: str) -> list[str]:
    """Return the unfolded lines of one event whose property has one of the names."""
    text = make_line(event).to_ics(vague="span").replace("\r\n ", "")
    body = text[text.index("BEGIN:VEVENT") : text.index("END:VEVENT")]
    return [line for line in body.split("\r\n") if line.partition(":")[0].partition(";")[0] in names]


TIMES = [
    ("day", make_when("2026-03-13"), ["DTSTART;VALUE=DATE:20260313", "DTEND;VALUE=DATE:20260314"], "day"),
    ("days", make_when("2026-02-27/2026-03-01"), ["DTSTART;VALUE=DATE:20260227", "DTEND;VALUE=DATE:20260302"], "days"),
    (
        "timed",
        make_when("2026-03-13T14:00", zone="Asia/Shanghai"),
        ["DTSTART;TZID=Asia/Shanghai:20260313T140000"],
        "timed",
    ),
    (
        "from to",
        make_when("2026-03-13T14:00/2026-03-13T17:30", zone="Asia/Shanghai"),
        ["DTSTART;TZID=Asia/Shanghai:20260313T140000", "DTEND;TZID=Asia/Shanghai:20260313T173000"],
        "from to",
    ),
    ("utc", make_when("2026-03-13T14:00", zone="UTC"), ["DTSTART:20260313T140000Z"], "utc"),
    (
        "no zone",
        make_when("2026-03-13T14:00/2026-03-13T17:30"),
        ["DTSTART;VALUE=DATE:20260313", "DTEND;VALUE=DATE:20260314"],
        "no zone (14:00–17:30)",
    ),
    (
        "wrong zone",
        make_when("2026-03-13T14:00", zone="Mars/Olympus"),
        ["DTSTART;VALUE=DATE:20260313", "DTEND;VALUE=DATE:20260314"],
        "wrong zone (14:00)",
    ),
    (
        "part",
        make_when("2026-03-13", precision="part", part="evening"),
        ["DTSTART;VALUE=DATE:20260313", "DTEND;VALUE=DATE:20260314"],
        "part (evening)",
    ),
    (
        "晚会",
        make_when("2026-03-13", precision="part", part="evening"),
        ["DTSTART;VALUE=DATE:20260313", "DTEND;VALUE=DATE:20260314"],
        "晚会（晚上）",
    ),
    (
        "about",
        make_when("2026-03-13T14:00", zone="Asia/Shanghai", mod="approx"),
        ["DTSTART;TZID=Asia/Shanghai:20260313T140000"],
        "about (about 14:00)",
    ),
    (
        "week",
        make_when("2026-03-09/2026-03-15", precision="week"),
        ["DTSTART;VALUE=DATE:20260309", "DTEND;VALUE=DATE:20260316"],
        "week (the week of 9–15 March 2026, day not given)",
    ),
    (
        "month",
        make_when("2026-12"),
        ["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20270101"],
        "month (December 2026, day not given)",
    ),
    (
        "中旬",
        make_when("2026-06", mod="mid"),
        ["DTSTART;VALUE=DATE:20260611", "DTEND;VALUE=DATE:20260621"],
        "中旬（2026年6月中旬，日期不详）",
    ),
    (
        "博覽會開幕",
        make_when("2026-06", mod="end"),
        ["DTSTART;VALUE=DATE:20260621", "DTEND;VALUE=DATE:20260701"],
        "博覽會開幕（2026年6月下旬，日期不詳）",
    ),
    (
        "quarter",
        make_when("2026-01/2026-03", precision="quarter"),
        ["DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20260401"],
        "quarter (Q1 2026, day not given)",
    ),
    (
        "by",
        make_when("2026-06-30", mod="before"),
        ["DTSTART;VALUE=DATE:20260630", "DTEND;VALUE=DATE:20260701"],
        "by (by 30 June 2026)",
    ),
    (
        "open",
        When.model_validate({"start": None, "end": "2026-06", "precision": "month", "mod": "before"}),
        ["DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260701"],
        "open (by June 2026, day not given)",
    ),
    ("last day", make_when("9999-12-31"), ["DTSTART;VALUE=DATE:99991231"], "last day"),
]


@pytest.mark.parametrize(("title", "when", "times", "summary"), TIMES, ids=[case[0] for case in TIMES])
def test_times(title: str, when: When, times: list[str], summary: str) -> None:
    """An entry is as precise as the text; what its days cannot show stands in its title, and the EDTF beside it."""
    event = make_event(title, when)
    assert lines_of(event, "DTSTART", "DTEND") == times
    assert [line.replace("\\,", ",") for line in lines_of(event, "SUMMARY")] == [f"SUMMARY:{summary}"]
    assert lines_of(event, "X-TIMELINE-EDTF") == [f"X-TIMELINE-EDTF:{when.edtf}"]
    assert lines_of(event, "TRANSP") == ["TRANSP:TRANSPARENT"]


@pytest.mark.parametrize(
    ("vague", "missing"),
    [
        (None, {"Survey", "Anniversary"}),
        ("span", set()),
        ("omit", {"Survey", "Anniversary", "Spring fair", "影展", "元宵燈會與廟會"}),
    ],
)
def test_vague(vague: str | None, missing: set[str], tmp_path: Path) -> None:
    """Coarser than a month is left out, unless asked for; with omit everything without a day is; all are counted."""
    options = WriteOptions.model_validate({"vague": vague})
    issues = sampler().write(tmp_path / "x.ics", options=options)
    written = {title.partition(" (")[0].partition("（")[0] for title in titles_in((tmp_path / "x.ics").read_bytes())}
    assert {event.title for event in sampler()} - written == missing
    assert [issue.message.split()[0] for issue in issues] == ([str(len(missing))] if missing else [])


def titles_in(data: bytes) -> list[str]:
    """Return the titles that icalendar reads."""
    return [str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(data).walk("VEVENT")]


def test_fields() -> None:
    """Everything that is known has its property."""
    event = make_event(
        "Fair; with, marks\\N",
        "2026-03-13",
        place=Place(name="Hall 1, Pier"),
        part_of="22222222-0000-5000-8000-000000000000",
        sequence=3,
    )
    names = ("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "LOCATION", "CATEGORIES", "STATUS", "URL")
    assert lines_of(event, *names, "RELATED-TO") == [
        f"UID:{event.id}",
        "DTSTAMP:20260118T222800Z",
        "SUMMARY:Fair\\; with\\, marks\\\\N",
        "LOCATION:Hall 1\\, Pier",
        "CATEGORIES:conference",
        "STATUS:CONFIRMED",
        "SEQUENCE:3",
        "LAST-MODIFIED:20260118T222800Z",
        "URL:https://news.example/2026/01/19",
        "RELATED-TO:22222222-0000-5000-8000-000000000000",
    ]


def test_status() -> None:
    """Cancelled is CANCELLED; postponed is TENTATIVE until it has a new date; the rest is CONFIRMED."""
    moved = make_event("moved", "2026-04-01", status="postponed", previous=(make_when("2026-03-13"),))
    assert lines_of(moved, "STATUS") == ["STATUS:CONFIRMED"]
    for status, expected in (
        *(("scheduled", "CONFIRMED"), ("held", "CONFIRMED")),
        *(("postponed", "TENTATIVE"), ("cancelled", "CANCELLED")),
    ):
        assert lines_of(make_event("x", "2026-03-13", status=status), "STATUS") == [f"STATUS:{expected}"]


def test_description() -> None:
    """The description is plain text: facts, each passage quoted on one line, its source and link."""
    passage = Evidence(article="a1", start=0, end=9, text="It opens\n   on Friday; <b>free</b>.")
    event = make_event(
        "Fair",
        "2026-04-01",
        status="postponed",
        previous=(make_when("2026-03"),),
        theme="Salt",
        organizers=({"name": "City Library"}, {"name": "Port", "role": "supporter"}),
        place={"name": "Harbour", "basis": "dateline"},
        evidence=(passage,),
    )
    (component,) = make_line(event).to_calendar().walk("VEVENT")
    assert str(component["DESCRIPTION"]).split("\n") == [
        "Postponed",
        "Instead of: March 2026",
        "Theme: Salt",
        "Host: City Library",
        "Supporter: Port",
        "Place taken from the dateline",
        "",
        "“It opens on Friday; <b>free</b>.”",
        "— Harbour Daily · Harbour plans its spring · 2026-01-19 06:28 · news/a.txt",
        "https://news.example/2026/01/19",
    ]


def test_description_in_chinese() -> None:
    """Wraps inside Chinese vanish, and the words are those of the title's script."""
    passage = Evidence(article="a1", start=0, end=9, text="書展將於\n三月 開幕")
    event = make_event("國際書展", "2026-03-13", status="cancelled", evidence=(passage,), theme="海")
    (component,) = make_line(event).to_calendar().walk("VEVENT")
    assert str(component["DESCRIPTION"]).split("\n")[:4] == ["已取消", "主題：海", "", "「書展將於三月 開幕」"]


def test_description_of_many_reports() -> None:
    """A description stays below 8,000 octets; further reports are counted."""
    passages = tuple(Evidence(article="a1", start=n, end=n + 9, text="x" * 290) for n in range(40))
    (component,) = make_line(make_event("Fair", "2026-03-13", evidence=passages)).to_calendar().walk("VEVENT")
    text = str(component["DESCRIPTION"])
    assert len(text.encode()) < 8000
    assert text.endswith("more reports")


def test_long_title_and_place() -> None:
    """Titles and places are cut at 255 UTF-16 units, and the words about the time are kept."""
    event = make_event("😀 long " * 60, "2026-03", place=Place(name="廳" * 300))
    (component,) = make_line(event).to_calendar().walk("VEVENT")
    for name in ("SUMMARY", "LOCATION"):
        assert len(str(component[name]).encode("utf-16-le")) // 2 <= 255
    assert str(component["SUMMARY"]).endswith("… (March 2026, day not given)")


def test_head() -> None:
    """The calendar says its name twice, how often to ask again and where; no METHOD, no byte-order mark."""
    options = WriteOptions(refresh="PT6H", source_url="https://cal.example/新闻.ics")
    line = Timeline.of([make_event("x", "2026-03-13")], name="News; 新闻")
    head = line.to_ics(options=options).partition("BEGIN:VEVENT")[0]
    assert head.split("\r\n")[:-1] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//article-timeline//timeline 1//EN",
        "CALSCALE:GREGORIAN",
        "NAME:News\\; 新闻",
        "X-WR-CALNAME:News\\; 新闻",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "SOURCE;VALUE=URI:https://cal.example/%E6%96%B0%E9%97%BB.ics",
    ]


def test_colors() -> None:
    """Events have the colour of their kind where asked; a chosen one wins, and an unknown kind has none."""
    line = make_line(*(make_event(kind, "2026-03-13", kind=kind) for kind in ("sport", "visit", "regatta")))
    for colors, expected in (
        (False, []),
        (True, ["forestgreen", "cadetblue"]),
        ({"visit": "teal", "regatta": "navy"}, ["forestgreen", "teal", "navy"]),
    ):
        found = re.findall("COLOR:(.*)\r", line.to_ics(colors=colors))
        assert sorted(found) == sorted(expected)


def test_settings() -> None:
    """Name and zone are the caller's; a setting that is unknown or wrong is refused with its value."""
    head = sampler().to_ics(name="Town", zone="Asia/Shanghai", refresh=None).partition("BEGIN:V")[2]
    assert "X-WR-CALNAME:Town\r\nX-WR-TIMEZONE:Asia/Shanghai\r\nX-TIMELINE" in head
    for settings, reason in (
        ({"colour": True}, "colour: extra inputs"),
        ({"zone": "Mars/Olympus"}, "zone: no zone; .* not 'Mars/Olympus'"),
        ({"colors": {"sport": "greenish"}}, "colors: 'greenish' is no colour"),
        ({"source_url": "calendar.ics"}, "source_url: no absolute address"),
    ):
        with pytest.raises(OptionError, match=reason):
            sampler().to_ics(**settings)


def test_articles_are_those_quoted() -> None:
    """A calendar holds the articles that its events quote, and no other that was read."""
    other = ARTICLE.model_copy(update={"id": "b"})
    line = Timeline.of([make_event("x", "2026-03-13")], articles=[ARTICLE, other])
    assert line.to_ics().count("X-TIMELINE-ARTICLE") == 1


@pytest.mark.parametrize("refresh", ["", "P", "PT", "1D", "P1Y", "-P1D", "P1D\nX:1"])
def test_refuses_a_malformed_refresh(refresh: str) -> None:
    """Several programs refuse the whole file for it, so a wrong duration is refused here."""
    with pytest.raises(ValueError, match="refresh"):
        WriteOptions(refresh=refresh)


def test_empty() -> None:
    """An empty timeline holds one component, the zone UTC, and no event; programs read it."""
    text = Timeline().to_ics()
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert icalendar.Calendar.from_ical(text).walk("VEVENT") == []
    assert IcsCalendarStream.calendar_from_ics(text).events == []


def test_no_line_is_too_long_and_ends_are_crlf() -> None:
    """Every line ends in CR LF and takes at most 75 octets; every line is whole UTF-8."""
    data = sampler().to_ics(vague="span").encode()
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert all(line.decode() for line in lines[:-1])


def test_ids_and_stamps_are_given_and_never_made() -> None:
    """The same timeline is the same text each time."""
    assert sampler().to_ics() == sampler().to_ics()
    events = sampler().to_calendar().walk("VEVENT")
    assert {str(event["UID"]) for event in events} <= {event.id for event in sampler()}


def test_article_of_unknown_id() -> None:
    """Evidence whose article is not among the articles is quoted without a source."""
    line = Timeline.of([make_event("x", "2026-03-13")])
    (component,) = line.to_calendar().walk("VEVENT")
    assert str(component["DESCRIPTION"]) == "“It takes place.”"
    assert "URL" not in component
    assert ARTICLE.url
