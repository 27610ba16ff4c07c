"""What English reports say: who does what, what it is called, where, and what has changed."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.extract.reports import events
from timeline.model import EventMention

FILE = Path(__file__).parents[1] / "cases" / "english.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]


def read(event: EventMention) -> dict[str, Any]:
    """Return what a case may say of an event."""
    return {
        "title": event.title,
        "kind": event.kind,
        "start": event.when.start,
        "status": event.status,
        "place": event.place and event.place.name,
        "organizers": [organizer.name for organizer in event.organizers],
    }


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_a_report_is_read_as_a_reader_would(case: dict[str, Any]) -> None:
    """One event with the fields of the case, or the titles it lists."""
    found = events(case["text"])
    if "titles" in case:
        assert [event.title for event in found] == case["titles"]
        return
    [event] = found
    expected = {name: value for name, value in case.items() if name not in ("what", "text")}
    assert {name: read(event)[name] for name in expected} == expected
