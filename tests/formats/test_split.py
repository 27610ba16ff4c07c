"""One timeline as several files."""

from __future__ import annotations

from tests.hand_made import make_event, make_line
from timeline.model import Evidence


def test_by_year() -> None:
    """Each event is in the part of the year it begins in."""
    line = make_line(make_event("a", "2025-12-31"), make_event("b", "2026-03"), make_event("c", "2026-05-01"))
    parts = {label: [event.title for event in part] for label, part in line.split("year").items()}
    assert parts == {"2025": ["a"], "2026": ["b", "c"]}


def test_by_size() -> None:
    """Each part stays below a megabyte, nothing is lost and no id changes."""
    passage = (Evidence(article="a1", start=0, end=9, text="中文" * 140),)
    line = make_line(*(make_event(f"e{number}", "2026-03-13", evidence=passage) for number in range(1200)))
    parts = list(line.split("size").values())
    assert len(parts) > 1
    assert all(len(part.to_ics().encode()) < 1_000_000 for part in parts)
    assert [event.id for part in parts for event in part] == [event.id for event in line]
