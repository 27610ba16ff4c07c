"""What a reader checks first in the five sample documents."""

from __future__ import annotations

import pytest

import timeline as tl
from tests.quality.measure import DOCUMENTS, EVALUATION

FOOTER = 3012
"""Where the article of document 002 ends."""

pytestmark = pytest.mark.skipif(not EVALUATION.is_dir(), reason="no sample documents beside this checkout")


@pytest.fixture(scope="module")
def lines() -> dict[str, tl.Timeline]:
    """The timeline of each document, by the number its name begins with."""
    paths = sorted(DOCUMENTS["articles"][1].iterdir())
    return {path.name[:3]: tl.build_timeline(tl.read_articles(path)) for path in paths}


def states(event: tl.Event, start: int, end: int) -> bool:
    """Return whether a passage of the event's evidence lies in a range of the document."""
    return any(evidence.start < end and start < evidence.end for evidence in event.evidence)


def test_association_is_one_event_of_two_languages(lines: dict[str, tl.Timeline]) -> None:
    """The founding that a Chinese and an English item report is one event with evidence from both."""
    chinese, english = (640, 665), (3734, 3850)
    founding = [event for event in lines["004"].of_kind("launch") if states(event, *chinese) or states(event, *english)]
    assert [event.when.start for event in founding] == ["2026-01-17"]
    assert states(founding[0], *chinese) and states(founding[0], *english)


def test_year_is_voted_where_no_full_date_stands(lines: dict[str, tl.Timeline]) -> None:
    """Without a full date anywhere, names of events tell the year."""
    assert {(event.when.start or "")[:4] for event in lines["000"]} == {"2025"}


def test_footer_gives_nothing(lines: dict[str, tl.Timeline]) -> None:
    """The related news below the article are other pages' news."""
    assert [event.title for event in lines["002"] if any(evidence.end > FOOTER for evidence in event.evidence)] == []


def test_two_happenings_of_one_evening_stay_apart(lines: dict[str, tl.Timeline]) -> None:
    """Both events of the evening of 13 March are there."""
    evening = [event for event in lines["001"] if event.when.start == "2026-03-13" and event.when.part == "evening"]
    assert [sum(states(event, *passage) for event in evening) for passage in ((2503, 2554), (2728, 2739))] == [1, 1]


def test_deadline_is_found(lines: dict[str, tl.Timeline]) -> None:
    """The call for stories is due on 20 March."""
    assert "2026-03-20" in [event.when.start for event in lines["004"].of_kind("deadline")]
