"""English as news writes it: sentences and their readings, in order."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import timeline

DATA = tomllib.loads((Path(__file__).parents[1] / "cases/times_en.toml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(text, expect, id=f"{group}-{number}")
    for group, cases in DATA.items()
    if group != "anchor"
    for number, (text, expect) in enumerate(cases.items())
]


@pytest.mark.parametrize(("text", "expect"), CASES)
def test_a_sentence_of_news_is_read_as_a_reader_would(text: str, expect: list[str]) -> None:
    """Each dated mention has the expected EDTF, and there is no other."""
    found = [mention.when.edtf for mention in timeline.find_times(text, anchor=DATA["anchor"]) if mention.when]
    assert found == expect
