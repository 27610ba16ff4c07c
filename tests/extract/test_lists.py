"""Tables, timetables, chronologies, notices and calendars of our own, and the events in them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.extract.reports import page_events
from timeline.model import EventMention

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "lists.toml").read_text(encoding="utf-8"))["case"]


def shown(event: EventMention) -> str:
    """Return an event on one line: when, what, where."""
    start, end = event.when.start or "", event.when.end
    place = f" @ {event.place.name}" if event.place else ""
    return f"{start}{f'/{end}' if end else ''} {event.title}{place}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_lists(case: dict[str, object]) -> None:
    """Every dated row is an event of its own, with the day, the name and the place that belong to it."""
    found = page_events(str(case["text"]), str(case.get("published", "2026-03-10")))
    assert [shown(event) for event in found] == case["events"]
