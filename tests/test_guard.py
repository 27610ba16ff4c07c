"""A defect of ours costs the article it shows in, and is reported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import timeline as tl
from timeline import guard, pipeline

FAIR = "March 3, 2026\n\nThe {name} Tea Fair will open on March 13, 2026.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles, with the guard that users have."""
    for name in ("Cedar", "Harbour", "Meadow"):
        (tmp_path / f"{name}.txt").write_text(FAIR.format(name=name))
    monkeypatch.setattr(pipeline, "guarded", guard.guarded)
    return tmp_path


def break_step(monkeypatch: pytest.MonkeyPatch, name: str, word: str) -> None:
    """Make a step of the pipeline fail on what contains a word."""
    step = getattr(pipeline, name)

    def broken(subject: Any, *args: Any, **kwargs: Any) -> Any:
        if word in subject.text:
            raise IndexError("string index out of range")
        return step(subject, *args, **kwargs)

    monkeypatch.setattr(pipeline, name, broken)


@pytest.mark.parametrize("name", ["extract_events", "read_document"])
def test_a_defect_costs_one_article(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The others give their events, and an issue names the source and the place of the defect."""
    break_step(monkeypatch, name, "Harbour")
    line = tl.build_timeline(tl.read_articles(folder))
    assert sorted(event.title for event in line) == ["Cedar Tea Fair", "Meadow Tea Fair"]
    (issue,) = line.issues
    assert issue.code == guard.DEFECT
    assert issue.source is not None and issue.source.endswith("Harbour.txt")
    assert "IndexError: string index out of range (in broken, line" in issue.message


def test_reading_goes_on_behind_a_defect(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is iterated leaves the broken document out."""
    break_step(monkeypatch, "read_document", "Harbour")
    articles = tl.read_articles(folder)
    assert len(list(articles)) == 2
    assert [issue.code for issue in articles.issues] == [guard.DEFECT]


def test_a_wrong_call_is_raised() -> None:
    """What the caller can mend is no defect."""

    def wrong() -> None:
        raise tl.OptionError("no such zone")

    with pytest.raises(tl.OptionError):
        guard.guarded("a.txt", wrong)
