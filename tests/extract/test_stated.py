"""Events that stand in fields of their own."""

from __future__ import annotations

import json
from typing import Any

import pytest

import timeline as tl

BODY = "<h1>滨江书市开幕</h1><p>滨江书市在江城公园开幕，八十余家书店带来三万多册图书，市民可以免费入场参观选购。</p>"


def build(*nodes: dict[str, Any], body: str = BODY, head: str = "") -> tl.Timeline:
    """Return the timeline of a page with some nodes of JSON-LD."""
    script = json.dumps([{"@context": "https://schema.org", **node} for node in nodes], ensure_ascii=False)
    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="pubdate" content="2026-03-02">'
        f'<link rel="canonical" href="https://news.example.org/a">{head}'
        f'<script type="application/ld+json">{script}</script></head><body>{body}</body></html>'
    )
    return tl.build_timeline(tl.read_articles(page.encode()))


def times(**fields: str) -> list[tuple[str | None, str | None, str | None]]:
    """Return start, end and zone of the event with some fields."""
    line = build({"@type": "Event", "name": "江城灯会", **fields})
    return [(event.when.start, event.when.end, event.when.zone) for event in line]


def test_event() -> None:
    """Its name, dates, place, organizers and kind are those of the fields, and the fields are the evidence."""
    (event,) = build(
        {
            "@type": "ExhibitionEvent",
            "name": "江城古籍展",
            "startDate": "2026-04-10",
            "endDate": "2026-06-28",
            "location": {"@type": "Place", "name": "江城图书馆"},
            "organizer": [{"@type": "Organization", "name": "江城文旅局"}, "书香会"],
        }
    )
    assert (event.title, event.kind, event.status, event.when.edtf) == (
        "江城古籍展", "exhibition", "scheduled", "2026-04-10/2026-06-28",
    )  # fmt: skip
    assert event.place and event.place.name == "江城图书馆"
    assert [organizer.name for organizer in event.organizers] == ["江城文旅局", "书香会"]
    (evidence,) = event.evidence
    assert evidence.text.startswith(
        "name: 江城古籍展\nstartDate: 2026-04-10\nendDate: 2026-06-28\nlocation: 江城图书馆"
    )
    assert evidence.link is None


def test_link_leads_to_the_name_on_the_page() -> None:
    """The fields are not shown, so the link leads to the name, where that is."""
    body = BODY + "<p>同期举办的江城古籍展也将开放。</p>"
    line = build({"@type": "Event", "name": "江城古籍展", "startDate": "2026-04-10"}, body=body)
    links = {evidence.link for event in line for evidence in event.evidence}
    assert f"https://news.example.org/a#:~:text={''.join(f'%{byte:02X}' for byte in '江城古籍展'.encode())}" in links


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"startDate": "2026-04-10T19:30+08:00"}, ("2026-04-10T19:30", None, "Asia/Shanghai")),
        ({"startDate": "2026-04-10T19:30:00+01:00"}, ("2026-04-10T19:30", None, None)),
        ({"startDate": "2026-04-10T11:30:00Z"}, ("2026-04-10T19:30", None, "Asia/Shanghai")),
        ({"startDate": "2026-04-10 19:30"}, ("2026-04-10T19:30", None, "Asia/Shanghai")),
        ({"startDate": "2026-04-10T00:00:00+08:00"}, ("2026-04-10", None, "Asia/Shanghai")),
        (
            {"startDate": "2026-04-10T19:30+08:00", "endDate": "2026-04-10T21:00+08:00"},
            ("2026-04-10T19:30", "2026-04-10T21:00", "Asia/Shanghai"),
        ),
        ({"startDate": "2026-04-10T09:00", "endDate": "2026-04-12"}, ("2026-04-10", "2026-04-12", "Asia/Shanghai")),
        ({"startDate": "2026-04-10", "endDate": "2026-04-10"}, ("2026-04-10", None, "Asia/Shanghai")),
        ({"startDate": "2026-04-10", "endDate": "2026-04-01"}, ("2026-04-10", None, "Asia/Shanghai")),
        ({"startDate": "2026-04"}, ("2026-04", None, "Asia/Shanghai")),
    ],
)
def test_times(fields: dict[str, str], expected: tuple[str | None, ...]) -> None:
    """A time is as fine as printed, in the local time of the event; midnight is a day without hour."""
    assert times(**fields) == [expected]


@pytest.mark.parametrize("start", ["2026-02-30", "TBA", "", "10 April 2026", "2026-04-10T25:00", "20260410"])
def test_no_time(start: str) -> None:
    """What is no day of the calendar in ISO 8601 is no event, and nothing else is lost."""
    assert times(startDate=start) == []


def test_status() -> None:
    """Cancelled and postponed are as the fields say; one that was moved keeps the date it had."""
    fields = {"@type": "Event", "startDate": "2026-04-10"}
    line = build(
        {**fields, "name": "江城灯会", "eventStatus": "https://schema.org/EventCancelled"},
        {**fields, "name": "古籍展", "eventStatus": "EventPostponed"},
        {**fields, "name": "风筝节", "eventStatus": "EventRescheduled", "previousStartDate": "2026-03-20"},
    )
    found = {event.title: (event.status, [when.edtf for when in event.previous]) for event in line}
    assert found == {
        "江城灯会": ("cancelled", []),
        "古籍展": ("postponed", []),
        "风筝节": ("scheduled", ["2026-03-20"]),
    }


def test_fields_and_prose_are_one_event() -> None:
    """What the text says too is one event, with both passages."""
    body = BODY + "<p>第十二届江城灯会将于2026年4月10日在滨江公园开幕。</p>"
    (event,) = build({"@type": "Festival", "name": "第十二届江城灯会", "startDate": "2026-04-10"}, body=body)
    assert event.when.edtf == "2026-04-10" and len(event.evidence) == 2
