"""English sentences and the TIMEX3 tags that their time expressions get."""

from __future__ import annotations

import pytest

import timeline
from tests.time_cases import TimeCase, read_cases

CASES = list(read_cases("timex_en", anchor="1989-11-02"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_an_expression_is_tagged_as_timex3(case: TimeCase) -> None:
    """Every marked expression is found exactly, nothing else is, and type, value and modifier are those of the case."""
    mentions = timeline.find_times(case.text, anchor=case.anchor)
    assert case.marked == tuple("".join(one.text.split()) for one in mentions)
    timexes = [one.timex for one in mentions]
    assert case.expect == tuple(" ".join(filter(None, (one.type, one.value, one.mod))) for one in timexes)
