"""Each technique that the benchmark measures can be switched off, and is on again afterwards."""

from __future__ import annotations

import pytest

from benchmarks.ablation import TECHNIQUES, switched_off
from tests.extract.reports import events

TEXT = "3月6日，第二届江州养老论坛在江州举行。会上，江州大学发布《江州养老报告》。"


@pytest.mark.parametrize("technique", TECHNIQUES)
def test_a_technique_can_be_switched_off(technique: str) -> None:
    """What is replaced is there to be replaced, and extraction works without it."""
    before = events(TEXT)
    with switched_off(technique):
        found = events(TEXT)
    assert found[:1] == before[:1]
    assert events(TEXT) == before


def test_a_technique_switched_off_is_off() -> None:
    """Without inheritance what happened at the forum has no date."""
    with switched_off("inheritance"):
        assert [event.when.basis for event in events(TEXT)] == ["completed"]
    assert [event.when.basis for event in events(TEXT)] == ["completed", "inherited"]
