"""Numbers and words that look like times and are none."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

import timeline

DATA = tomllib.loads((Path(__file__).parents[1] / "cases/lookalikes.toml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(text, id=f"{group['id']}-{language}-{number}")
    for group in DATA["group"]
    for language in ("zh-Hans", "zh-Hant", "en")
    for number, text in enumerate(group.get(language, ()))
]


@pytest.mark.parametrize("text", CASES)
def test_a_look_alike_is_not_dated(text: str) -> None:
    """No mention of a look-alike is placed on the calendar, whatever the anchor."""
    for anchor in (date(2025, 5, 27), date(2026, 1, 3)):
        dated = [mention.text for mention in timeline.find_times(text, anchor=anchor) if mention.when]
        assert dated == []


def test_the_list_is_long_enough() -> None:
    """At least 170 look-alikes, in both scripts and in English, none twice."""
    texts = [case.values[0] for case in CASES]
    assert len(texts) == len(set(texts)) >= 170
