"""CSV, JSON Lines, JSCalendar and JSON-LD: what each says of an event."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.hand_made import make_event, make_line, make_when, sampler
from timeline.errors import UnknownSuffixError
from timeline.formats import csv as csv_format
from timeline.formats import jscalendar, jsonl, jsonld
from timeline.formats import json as json_format
from timeline.formats.options import WriteOptions
from timeline.lexicon.colors import CSS3_NAMES
from timeline.model import Evidence, Organizer, Place
from timeline.timeline import Timeline, load_timeline


def rows_of(line: Timeline) -> list[dict[str, str]]:
    """Return the rows of the CSV by column."""
    text = "".join(csv_format.write(line.record, WriteOptions()))
    assert text.count("\n") == text.count("\r\n") == len(line) + 1
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv() -> None:
    """One event a row, absent values empty."""
    event = make_event(
        'Fair, with "marks"',
        "2026-03",
        place=Place(name="Pier"),
        organizers=(Organizer(name="City"), Organizer(name="Port")),
        evidence=(Evidence(article="a1", start=0, end=9, text="It opens\n in March."),),
    )
    (row,) = rows_of(make_line(event))
    assert {key: value for key, value in row.items() if value} == {
        "id": event.id,
        "title": 'Fair, with "marks"',
        "kind": "conference",
        "status": "scheduled",
        "start": "2026-03",
        "precision": "month",
        "edtf": "2026-03",
        "place": "Pier",
        "organizers": "City; Port",
        "confidence": "0.9",
        "evidence": "It opens in March.",
        "publisher": "Harbour Daily",
        "published": "2026-01-19T06:28",
        "source": "news/a.txt",
        "url": "https://news.example/2026/01/19",
    }


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "=cmd|' /C calc'!A0"])
def test_csv_holds_no_formula(title: str) -> None:
    """A cell that a spreadsheet would calculate is text."""
    (row,) = rows_of(make_line(make_event("x", "2026-03-13").model_copy(update={"title": title})))
    assert row["title"] == f"'{title}"


def test_jsonl() -> None:
    """Each line is an event as in the library's own JSON."""
    line = sampler()
    rows = [json.loads(row) for row in "".join(jsonl.write(line.record, WriteOptions())).splitlines()]
    events = json.loads(line.to_json())["events"]
    assert sorted(rows, key=lambda row: row["id"]) == sorted(events, key=lambda event: event["id"])


def test_jsonl_fits_the_schema() -> None:
    """Each line is valid by the schema of an event in the library's own JSON."""
    schema = json_format.schema()
    validator = jsonschema.Draft202012Validator({"$ref": "#/$defs/Event", "$defs": schema["$defs"]})
    for row in jsonl.write(sampler().record, WriteOptions()):
        validator.validate(json.loads(row))


def group_of(line: Timeline, **options: Any) -> dict[str, Any]:
    """Return the JSCalendar group."""
    group: dict[str, Any] = json.loads("".join(jscalendar.write(line.record, WriteOptions(**options))))
    return group


def test_jscalendar() -> None:
    """All-day entries float and last days, timed ones have their zone and duration; words say the rest."""
    group = group_of(sampler())
    assert (group["@type"], group["title"], group["updated"]) == ("Group", "Harbour", "2026-01-18T22:28:00Z")
    names = ("start", "timeZone", "duration", "showWithoutTime", "status")
    entries = {entry["title"]: [entry.get(name) for name in names] for entry in group["entries"]}
    assert entries["Open day"] == ["2026-03-13T00:00:00", None, "P1D", True, "confirmed"]
    assert entries["Book fair"] == ["2026-03-13T00:00:00", None, "P5D", True, "confirmed"]
    assert entries["Forum"] == ["2026-03-13T14:00:00", "Asia/Shanghai", "PT210M", None, "confirmed"]
    assert entries["Launch"] == ["2026-03-13T14:00:00", "Asia/Shanghai", "PT0M", None, "confirmed"]
    assert entries["Spring fair (March 2026, day not given)"] == [
        "2026-03-01T00:00:00",
        None,
        "P31D",
        True,
        "confirmed",
    ]
    assert entries["灯会（晚上）"] == ["2026-03-03T00:00:00", None, "P1D", True, "cancelled"]
    assert len(entries) == 11
    assert len(group_of(sampler(), vague="span")["entries"]) == 13


UTC_TIME = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"}
TEXT = {"type": "string"}
JSCALENDAR = {
    "type": "object",
    "required": ["@type", "uid", "updated", "entries"],
    "additionalProperties": False,
    "properties": {
        **{"@type": {"const": "Group"}, "uid": {"minLength": 1, "maxLength": 255}, "updated": UTC_TIME},
        **{"prodId": TEXT, "title": TEXT, "source": {"type": "string", "format": "uri"}},
        "entries": {"type": "array", "items": {"$ref": "#/$defs/Event"}},
    },
    "$defs": {
        "Event": {
            "type": "object",
            "required": ["@type", "uid", "updated", "start"],
            "additionalProperties": False,
            "properties": {
                **{"@type": {"const": "Event"}, "uid": {"minLength": 1, "maxLength": 255}, "updated": UTC_TIME},
                **{"title": TEXT, "description": TEXT, "descriptionContentType": {"const": "text/plain"}},
                "sequence": {"type": "integer", "minimum": 0},
                "start": {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}$"},
                "timeZone": {"type": ["string", "null"]},
                "duration": {"type": "string", "pattern": "^P([0-9]+D|T[0-9]+[MS])$"},
                "showWithoutTime": {"type": "boolean"},
                "status": {"enum": ["confirmed", "cancelled", "tentative"]},
                "freeBusyStatus": {"enum": ["free", "busy"]},
                "keywords": {"additionalProperties": {"const": True}},
                "color": {"enum": sorted(CSS3_NAMES)},
                "locations": {"additionalProperties": {"required": ["@type", "name"]}},
                "links": {"additionalProperties": {"required": ["@type", "href"]}},
                "relatedTo": {"additionalProperties": {"properties": {"relation": {"const": {"parent": True}}}}},
            },
        }
    },
}
"""RFC 8984 4 and 5 as far as we use it: what is mandatory, of which type, and nothing that the RFC does not name."""


@pytest.mark.parametrize("line", [sampler(), Timeline()], ids=["sampler", "empty"])
def test_jscalendar_fits_the_standard(line: Timeline) -> None:
    """A group and its events hold what RFC 8984 demands, in its forms, and nothing else."""
    options = {"vague": "span", "colors": True, "source_url": "https://cal.example/a b.jscal"}
    group = group_of(line, **options)
    jsonschema.Draft202012Validator(JSCALENDAR).validate(group)
    assert len({entry["uid"] for entry in group["entries"]}) == len(line)


def test_jscalendar_duration_is_elapsed_time() -> None:
    """Over a change of clocks the duration is the time that passes."""
    when = make_when("2026-03-28T22:00/2026-03-29T06:00", zone="Europe/Berlin")
    (entry,) = group_of(make_line(make_event("Night", when)))["entries"]
    assert entry["duration"] == "PT420M"


def test_jscalendar_details() -> None:
    """Place, link, parent and kind have their properties; an empty timeline is a group without entries."""
    parent = "22222222-0000-5000-8000-000000000000"
    event = make_event("Talk", "2026-03-13", place=Place(name="Pier"), part_of=parent, sequence=2)
    (entry,) = group_of(make_line(event))["entries"]
    assert entry["locations"] == {"1": {"@type": "Location", "name": "Pier"}}
    assert entry["links"] == {"1": {"@type": "Link", "href": "https://news.example/2026/01/19"}}
    assert entry["relatedTo"] == {parent: {"@type": "Relation", "relation": {"parent": True}}}
    assert (entry["uid"], entry["sequence"], entry["keywords"]) == (event.id, 2, {"conference": True})
    assert group_of(Timeline())["entries"] == []


def nodes_of(line: Timeline) -> list[dict[str, Any]]:
    """Return the nodes of the JSON-LD graph."""
    graph: list[dict[str, Any]] = json.loads("".join(jsonld.write(line.record, WriteOptions())))["@graph"]
    return graph


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        (make_when("2026"), "2026", None),
        (make_when("2026-01/2026-03", precision="quarter"), "2026-01", "2026-03"),
        (make_when("2026-03"), "2026-03", None),
        (make_when("2026-03-13/2026-03-17"), "2026-03-13", "2026-03-17"),
        (make_when("2026-03-13T14:00"), "2026-03-13T14:00", None),
        (make_when("2026-03-13T14:00", zone="Asia/Shanghai"), "2026-03-13T14:00:00+08:00", None),
    ],
)
def test_jsonld_dates(when: Any, start: str, end: str | None) -> None:
    """Dates are as precise as the text."""
    (node,) = nodes_of(make_line(make_event("x", when)))
    assert (node["startDate"], node.get("endDate")) == (start, end)


def test_jsonld_dates_are_iso_8601() -> None:
    """Every date is a year, month, day or minute, the latter with its offset where the zone is known."""
    date = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}[+-][0-9]{2}:[0-9]{2})?)?)?)?"
    nodes = nodes_of(sampler())
    found = [node[name] for node in nodes for name in ("startDate", "endDate") if name in node]
    assert len(found) > len(nodes)
    assert [value for value in found if not re.fullmatch(date, value)] == []


def test_jsonld_status() -> None:
    """Postponed without, rescheduled with a new date; cancelled stays cancelled."""
    before = (make_when("2026-03-13"),)
    events = [
        make_event("a", "2026-04-01"),
        make_event("b", "2026-04-02", status="postponed"),
        make_event("c", "2026-04-03", status="scheduled", previous=before),
        make_event("d", "2026-04-04", status="cancelled", previous=before),
    ]
    nodes = nodes_of(make_line(*events))
    assert [node["eventStatus"].rpartition("/")[2] for node in nodes] == [
        *("EventScheduled", "EventPostponed", "EventRescheduled", "EventCancelled")
    ]
    assert nodes[2]["previousStartDate"] == ["2026-03-13"]


def test_jsonld_report() -> None:
    """The report is the subject's news article; what is not known is left out."""
    (node,) = nodes_of(make_line(make_event("x", "2026-04-01")))
    assert node["subjectOf"][0]["publisher"] == {"@type": "Organization", "name": "Harbour Daily"}
    assert {"location", "organizer", "endDate", "superEvent"} & set(node) == set()


def test_written_by_suffix(tmp_path: Path) -> None:
    """Each format is written by its suffix, and only what can be read back is read."""
    for suffix in ("csv", "jsonl", "jsonld", "jscal", "html", "ics", "json"):
        sampler().write(tmp_path / f"news.{suffix}")
        assert (tmp_path / f"news.{suffix}").stat().st_size > 1000
    with pytest.raises(UnknownSuffixError, match="cannot be read back"):
        load_timeline(tmp_path / "news.csv")
