"""Front matter that states an event."""

from __future__ import annotations

import pytest

import timeline as tl


def build(matter: str, body: str = "Come and see the looms of the county.") -> tl.Timeline:
    """Return the timeline of a Markdown page with some front matter."""
    return tl.build_timeline(tl.read_articles(f"---\n{matter}\n---\n\n{body}\n".encode()))


@pytest.mark.parametrize(
    "matter",
    [
        "title: River Loom Meetup\nstart_date: 2026-04-18\nend_date: 2026-04-19\nvenue: Loom Hall\n"
        "organizer: River Guild",
        "title: 'River Loom Meetup'\ndate: 2026-04-18\nend: 2026-04-19\nlocation: Loom Hall\nhost: River Guild\n"
        "publishDate: 2026-03-01",
    ],
)
def test_the_fields_of_an_event_page_are_an_event(matter: str) -> None:
    """Its name, days, place and organizer are those of the fields; publication is another field."""
    [event] = build(matter)
    assert (event.title, event.when.start, event.when.end) == ("River Loom Meetup", "2026-04-18", "2026-04-19")
    assert event.place is not None
    assert event.place.name == "Loom Hall"
    assert [organizer.name for organizer in event.organizers] == ["River Guild"]


@pytest.mark.parametrize(
    "matter",
    [
        "title: A note on looms\ndate: 2026-04-18",
        "title: A note on looms\ndate: 2026-04-18\nlocation: Leeds",
        "title: A note on looms\nstart: soon\nlocation: Leeds",
        "start_date: 2026-04-18",
        "title: 織機大會回顧\nstart_date: 2026-04-18\nvenue: 江州會堂",
        "title: LoomCon recap\nstart_date: 2026-04-18\nvenue: Loom Hall",
    ],
)
def test_other_front_matter_is_no_event(matter: str) -> None:
    """A lone date is that of publication, a begin must be a day, and an event has a name."""
    assert list(build(matter)) == []


def test_hours_in_the_text_are_of_the_day_stated() -> None:
    """A programme without days is of the one event that the front matter states."""
    line = build(
        "title: 織機茶會\nstart_date: 2026-04-18\npublished: 2026-03-01\nlocation: 江州會堂",
        "- 14:00-15:00 織造講座\n- 15:00-16:00 茶點",
    )
    assert {event.when.earliest.isoformat() for event in line} == {"2026-04-18"}
