"""Figures, lives, hearsay, conditions, targets, habits, the past, adverts and page furniture give no event."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.extract.reports import events
from timeline.extract.reading import AGAINST

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "negatives.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("sign", "text"), [(sign, text) for sign, case in CASES.items() for text in case["texts"]])
def test_nothing_happens(sign: str, text: str) -> None:
    """A date beside such words states no event."""
    assert events(text) == [], sign


def test_every_sign_against_an_event_has_cases() -> None:
    """No sign is without sentences that show it."""
    assert set(CASES) == AGAINST
