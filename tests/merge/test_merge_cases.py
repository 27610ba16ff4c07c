"""The cases of tests/cases/merges.toml: which reports are one happening, and what is said of it."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.merge.reports import article, mention, when
from timeline.merge import Merged, merge_mentions
from timeline.model import Event, EventMention, When
from timeline.model.event import EventBody

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "merges.toml").read_text(encoding="utf-8")
)["case"]
ARTICLES = [article(key, f"2026-03-0{at}T08:00") for at, key in enumerate("abcdef", start=1)]
STEP = 500
"""Characters between the passages of two rows."""


def time_of(text: str) -> When:
    """Return a time as a case writes it."""
    first, _, last = text.partition("/")
    return when(first, last or None)


def mentions_of(case: dict[str, Any]) -> list[EventMention]:
    """Return the rows of a case as mentions."""
    rows = case["reports"]
    keys = [f"{row.get('in', 'abcdef'[at])}:{at * STEP}:0" for at, row in enumerate(rows)]
    return [
        mention(
            row["title"],
            time_of(row["on"]),
            article=key[0],
            at=at * STEP,
            place=row.get("place"),
            text=row.get("text"),
            kind=row.get("kind", "other"),
            aliases=tuple(row.get("aliases", ())),
            previous=tuple(time_of(old) for old in row.get("was", ())),
            status=row.get("status", "held"),
            confidence=row.get("sure", 0.8),
            part_of=keys[row["part_of"]] if "part_of" in row else None,
        )
        for at, (row, key) in enumerate(zip(rows, keys, strict=True))
    ]


def rows_of(event: Event) -> list[int]:
    """Return the numbers of the rows that an event was made of."""
    return sorted(passage.start // STEP for passage in event.evidence)


def outcome(merged: Merged, case: dict[str, Any]) -> dict[str, Any]:
    """Return what merging says of all that a case expects."""
    events = sorted((*merged.events, *merged.candidates), key=rows_of)
    numbers = {event.id: number for number, event in enumerate(events)}
    said = {
        "events": [rows_of(event) for event in events],
        "titles": [event.title for event in events],
        "times": [event.when.edtf for event in events],
        "kinds": [event.kind for event in events],
        "places": [event.place and event.place.name for event in events],
        "statuses": [event.status for event in events],
        "parts": [[number, numbers[event.part_of]] for number, event in enumerate(events) if event.part_of],
        "issues": [issue.message.split("'")[1] for issue in merged.issues],
    }
    return {name: value for name, value in said.items() if name in case}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    """The reports become the events that a careful reader would list, in whatever order they come."""
    mentions = mentions_of(case)
    merged = merge_mentions(mentions, ARTICLES)
    expected = {name: value for name, value in case.items() if name not in ("id", "says", "reports")}
    assert outcome(merged, case) == expected, case["says"]
    shuffled = mentions[:]
    random.Random(1).shuffle(shuffled)
    assert merge_mentions(shuffled, ARTICLES[::-1]) == merged


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_merging_what_was_merged_changes_nothing(case: dict[str, Any]) -> None:
    """The events of a case, merged once more as mentions, stay as many and say the same."""
    first = merge_mentions(mentions_of(case), ARTICLES)
    events = (*first.events, *first.candidates)
    fields = [event.model_dump(include=set(EventBody.model_fields)) for event in events]
    again = merge_mentions([EventMention(key=str(at), **values) for at, values in enumerate(fields)], ARTICLES)
    states = [
        sorted((rows_of(event), event.title, event.when.edtf, event.status) for event in merged)
        for merged in (events, (*again.events, *again.candidates))
    ]
    assert states[0] == states[1]
