"""The examples run from anywhere, and show what their articles hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"


def run(script: str, folder: Path, *arguments: str) -> str:
    """Run an example in `folder` and return what it prints."""
    command = [sys.executable, str(EXAMPLES / script), *arguments]
    environment = os.environ | {"PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("script", sorted(path.name for path in EXAMPLES.glob("*.py")))
def test_example_runs(script: str, tmp_path: Path) -> None:
    """Every script of the folder runs without arguments and prints something."""
    assert run(script, tmp_path).strip()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """What `build_calendar.py` printed, and the folder it wrote to."""
    folder = tmp_path_factory.mktemp("built")
    return run("build_calendar.py", folder, str(folder)), folder


@pytest.fixture(scope="module")
def events(built: tuple[str, Path]) -> list[dict[str, Any]]:
    """The events of the JSON file."""
    record = json.loads((built[1] / "news.json").read_text(encoding="utf-8"))
    return list(record["events"])


def test_build_calendar_writes_both_files(built: tuple[str, Path], events: list[dict[str, Any]]) -> None:
    """Twelve articles are read, and the calendar holds at least the events of a day or finer."""
    printed, folder = built
    assert f"{len(events)} events from 12 articles" in printed
    fine = [event for event in events if event["when"]["precision"] in ("day", "part", "hour", "minute")]
    assert (folder / "news.ics").read_bytes().count(b"BEGIN:VEVENT") >= len(fine)


def test_nothing_comes_from_a_footer_or_an_essay(events: list[dict[str, Any]]) -> None:
    """Related news, a page footer and a text without dates give no event."""
    titles = " ".join(event["title"] for event in events)
    assert [word for word in ("地铁三号线", "马拉松", "樱花节", "中考", "豆浆") if word in titles] == []


def test_a_changed_event_is_one_event(events: list[dict[str, Any]]) -> None:
    """The race announced in one article and postponed in another stands once, at its new day, the old one kept."""
    races = [event for event in events if "龙舟赛" in event["title"]]
    assert [(race["status"], race["when"]["start"], race["previous"][0]["start"]) for race in races] == [
        ("postponed", "2026-06-28", "2026-06-14")
    ]


def test_a_founding_in_two_languages_is_one_event(events: list[dict[str, Any]]) -> None:
    """The alliance that a Chinese and an English item report is one event with evidence from both."""
    kinds = ("launch", "conference")
    founded = [event for event in events if event["when"]["start"] == "2026-01-18" and event["kind"] in kinds]
    assert [len({evidence["article"] for evidence in event["evidence"]}) for event in founded] == [2]
