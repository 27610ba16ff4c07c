"""One file of every version of the schema is kept as it was written: never changed, read for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.formats import json as format
from timeline.model.record import SCHEMA
from timeline.timeline import Timeline, load_timeline

SAMPLES = sorted((Path(__file__).parent / "samples").glob("timeline-*.json"))


def test_every_version_has_a_sample() -> None:
    """Whoever raises the version keeps a file of it here."""
    newest = int(SCHEMA.removeprefix("timeline/"))
    assert [path.stem for path in SAMPLES] == [f"timeline-{number}" for number in range(1, newest + 1)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_is_read(path: Path) -> None:
    """What the file says is understood, and written again it is a file of the newest version with the same content."""
    line = load_timeline(path)
    assert (line.name, len(line.articles), len(line.candidates), len(line.issues)) == ("河口", 1, 1, 1)
    assert [(event.title, event.when.edtf, event.status, event.sequence, event.edited) for event in line] == [
        ("开幕式", "2026-05-09~", "held", 0, ()),
        ("第五届河口摄影周", "2026-05-09/2026-05-12", "postponed", 1, ()),
        ("Night of slides", "2026-05-10T19:30:00", "scheduled", 2, ("place", "title")),
        ("Harbour walk", "2026-05-11~/2026-05-20~", "cancelled", 1, ("hidden",)),
    ]
    fair, talk = line[1], line[2]
    assert ([when.edtf for when in fair.previous], fair.edition, fair.theme) == (["2026-04-18"], 5, "潮与光")
    assert [(organizer.name, organizer.role) for organizer in fair.organizers] == [
        ("河口市文化馆", "host"),
        ("河口日报", "supporter"),
    ]
    assert (talk.part_of, talk.place and talk.place.basis) == (fair.id, "edit")
    assert fair.evidence[0].text == "第五届河口摄影周延期至5月9日举行"
    assert format.read(line.to_json().encode(), "again.json") == line.record


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_is_continued(path: Path) -> None:
    """An old state can be updated: with no news nothing changes."""
    line = load_timeline(path)
    again = Timeline().update(line)
    assert (again.events, again.candidates, again.articles) == (line.events, line.candidates, line.articles)
