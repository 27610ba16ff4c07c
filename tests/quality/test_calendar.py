"""The calendar of the five sample documents is taken by other programs as it is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

import timeline as tl
from tests.programs.entries import assert_same, expected
from tests.programs.test_ical import by_ical
from tests.programs.test_khal import Khal, shown
from tests.quality.measure import DOCUMENTS, EVALUATION

pytestmark = pytest.mark.skipif(not EVALUATION.is_dir(), reason="no sample documents beside this checkout")


@pytest.fixture(scope="module")
def line() -> tl.Timeline:
    """The timeline of all five documents."""
    return tl.build_timeline(tl.read_articles(DOCUMENTS["articles"][1]), name="Five documents")


def test_ical_reads_the_same(line: tl.Timeline) -> None:
    """ical, which is strict, has each event with the JSON's title, place, days and times."""
    assert expected(line)
    assert_same(by_ical(line.to_ics()), expected(line))


def test_khal_takes_every_event_once(line: tl.Timeline, tmp_path: Path) -> None:
    """khal imports the file twice, doubles nothing, and lists each event as the JSON has it."""
    khal = Khal(tmp_path)
    for _ in range(2):
        khal.bring(line, tmp_path / "news.ics")
    assert len(list(khal.folder.glob("*.ics"))) == len(expected(line))
    assert_same(khal.entries(line), shown(line))
