"""Events made by hand for tests of what comes after merging."""

from __future__ import annotations

from typing import Any

from timeline.model import ArticleInfo, Event, Evidence, Place, When
from timeline.timeline import Timeline

ARTICLE = ArticleInfo(
    id="a1",
    source="news/a.txt",
    start=0,
    end=400,
    title="Harbour plans its spring",
    publisher="Harbour Daily",
    url="https://news.example/2026/01/19",
    published="2026-01-19T06:28",
    published_basis="header",
    language="en",
)


def make_when(edtf: str, **fields: Any) -> When:
    """Return a time from `2026-03-13` or `2026-03-13/2026-03-17`; the precision follows from the length."""
    start, _, end = edtf.partition("/")
    precision = {4: "year", 7: "month", 10: "day", 16: "minute"}[len(start)]
    return When.model_validate({"start": start, "end": end or None, "precision": precision, **fields})


def make_event(name: str, when: When | str, **fields: Any) -> Event:
    """Return an event whose id follows from its name."""
    if isinstance(when, str):
        when = make_when(when)
    given = {
        "id": f"11111111-0000-5000-8000-{abs(hash_of(name)):012d}",
        "title": name,
        "kind": "conference",
        "status": "scheduled",
        "confidence": 0.9,
        "when": when,
        "updated": "2026-01-18T22:28:00Z",
        "evidence": (Evidence(article="a1", start=10, end=22, text="It takes place."),),
    }
    return Event.model_validate(given | fields)


def hash_of(name: str) -> int:
    """Return a number below 10**12 that is the same in every process."""
    return int.from_bytes(name.encode("utf-8", "surrogatepass")) % 10**12


def make_line(*events: Event, name: str = "Harbour") -> Timeline:
    """Return a timeline of the events with the one article that they quote."""
    return Timeline.of(events, name=name, articles=[ARTICLE])


def sampler() -> Timeline:
    """Return one event of each shape that formats treat differently."""
    shanghai = {"zone": "Asia/Shanghai"}
    return make_line(
        make_event("Open day", "2026-03-13", place=Place(name="Old Customs House")),
        make_event("Book fair", "2026-03-13/2026-03-17", organizers=({"name": "City Library"},)),
        make_event("Launch", make_when("2026-03-13T14:00", **shanghai)),
        make_event("Forum", make_when("2026-03-13T14:00/2026-03-13T17:30", **shanghai)),
        make_event("Call", make_when("2026-07-01T09:00", zone="America/New_York")),
        make_event("Reading", make_when("2026-03-13T19:00")),
        make_event("灯会", make_when("2026-03-03", precision="part", part="evening"), status="cancelled"),
        make_event("元宵燈會與廟會", make_when("2026-03-09/2026-03-15", precision="week"), status="postponed"),
        make_event("Spring fair", "2026-03"),
        make_event("影展", make_when("2026-06", mod="mid")),
        make_event("Survey", make_when("2026-01/2026-03", precision="quarter")),
        make_event("Anniversary", "2026"),
        make_event("Entries close", make_when("2026-05-20", mod="before")),
    )
