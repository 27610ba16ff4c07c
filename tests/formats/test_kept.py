"""Entries of unchanged events are kept, and never outlive a change."""

from __future__ import annotations

import gc

import pytest

from benchmarks.formats import fastest
from benchmarks.formats import make_line as make_line_of_many
from tests.hand_made import ARTICLE, make_event, make_line, sampler
from timeline.edits import Edit
from timeline.formats import ics, kept
from timeline.formats.kept import keep_text
from timeline.timeline import Timeline


def test_made_once() -> None:
    """The text of one event in one context is made once, in another context again."""
    made: list[str] = []

    def make() -> str:
        made.append(event.title)
        return f"{event.title} {len(made)}"

    event = make_event("Fair", "2026-03-13")
    assert [keep_text(event, ["teal", ARTICLE.model_copy()], make) for _ in range(2)] == ["Fair 1", "Fair 1"]
    assert keep_text(event, ["navy", ARTICLE], make) == "Fair 2"
    assert keep_text(event.model_copy(), ["navy", ARTICLE], make) == "Fair 3"


def test_a_change_is_written() -> None:
    """Another title under the same id, and another article behind the passage, are seen at once."""
    event = make_event("Fair", "2026-03-13")
    assert "SUMMARY:Fair" in make_line(event).to_ics()
    renamed = event.model_copy(update={"title": "Market"})
    assert "SUMMARY:Market" in make_line(renamed).to_ics()
    elsewhere = ARTICLE.model_copy(update={"publisher": "Pier Post"})
    assert "Pier Post" in Timeline.of([event], articles=[elsewhere]).to_ics()
    assert "Pier Post" not in make_line(event).to_ics()


def test_kept_texts_go_with_their_events() -> None:
    """Nothing is held for events and articles that nobody holds."""
    gc.collect()
    before = len(kept._texts)
    line = Timeline.of(sampler(), articles=[ARTICLE.model_copy()])
    line.to_ics()
    assert len(kept._texts) == before + 12
    del line
    gc.collect()
    assert len(kept._texts) == before


def test_large_calendars_are_only_streamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a number of events nothing is kept, and the bytes are the same."""
    line = sampler()
    expected = line.to_ics()
    monkeypatch.setattr(ics, "MOST", 3)
    again = Timeline.of([event.model_copy() for event in line], name=line.name, articles=line.articles)
    before = len(kept._texts)
    assert again.to_ics() == expected
    assert len(kept._texts) == before


def test_writing_again_costs_a_fraction() -> None:
    """A timeline written before, of which few events were changed, costs about a tenth of the first time.

    The bound leaves room for the noise of a busy machine; `benchmarks/formats.py` measures.
    """
    line = make_line_of_many(1000)
    first = fastest(Timeline.to_ics, 1, lambda: line)
    assert fastest(Timeline.to_ics, 5, lambda: line) <= first / 6
    edits = {event.id: Edit(title="Another title") for event in line[::200]}
    assert fastest(Timeline.to_ics, 5, lambda: line.edit(edits)) <= first / 6
