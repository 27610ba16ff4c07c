"""The calendar of the five sample documents is taken by other programs as it is meant."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from ical.calendar_stream import IcsCalendarStream

import timeline as tl
from tests.formats.test_ics import exact, expected_days, khal, run
from tests.quality.measure import DOCUMENTS, EVALUATION

pytestmark = pytest.mark.skipif(not EVALUATION.is_dir(), reason="no sample documents beside this checkout")

__all__ = ["khal"]


@pytest.fixture(scope="module")
def line() -> tl.Timeline:
    """The timeline of all five documents."""
    return tl.build_timeline(tl.read_articles(DOCUMENTS["articles"][1]), name="Five documents")


def test_ical_reads_titles_and_days(line: tl.Timeline) -> None:
    """ical, which is strict, has each event of a day or finer with the JSON's title and days."""
    events = {event.uid: event for event in IcsCalendarStream.calendar_from_ics(line.to_ics()).events}
    assert exact(line)
    for id, event in exact(line).items():
        read = events[id]
        assert (read.summary or "").startswith(event.title)
        if isinstance(read.dtstart, datetime):
            assert read.dtstart.replace(tzinfo=None).isoformat(timespec="minutes") == event.when.start
        else:
            assert (read.dtstart, read.end - timedelta(days=1)) == expected_days(event)


def test_khal_takes_every_event_once(line: tl.Timeline, khal: list[str], tmp_path: Path) -> None:
    """khal imports the file twice, doubles nothing, and lists each event of a day or finer under its title."""
    line.write(tmp_path / "news.ics")
    for _ in range(2):
        run([*khal, "import", "--batch", "-a", "news", str(tmp_path / "news.ics")])
    coarse = [event for event in line if event.when.precision in ("year", "half", "season", "quarter")]
    assert len(list((tmp_path / "vdir").glob("*.ics"))) == len(line) - len(coarse)
    span = [min(event.when.earliest for event in line), max(event.when.latest for event in line) + timedelta(days=1)]
    form = "{uid}|{title}"
    listed = run([*khal, "list", "--once", "--notstarted", "-df", "", "-f", form, *(day.isoformat() for day in span)])
    titles = dict(row.split("|", 1) for row in listed.splitlines() if "|" in row)
    assert [event.title for id, event in exact(line).items() if not titles[id].startswith(event.title)] == []
