"""Sentences and what their time expressions are read as."""

from __future__ import annotations

import pytest

import timeline
from tests.time_cases import TimeCase, read_cases

FILES = ("times", "times_zh", "times_hard", "passages_zh")
CASES = [case for name in FILES for case in read_cases(name)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_an_expression_is_found_and_placed(case: TimeCase) -> None:
    """Every marked expression is found exactly, nothing else is dated, and each is read as the case says."""
    found = timeline.find_times(case.text, anchor=case.anchor)
    mentions = [one for one in found if one.timex.value[-4:] != "_REF"]
    assert case.marked == tuple("".join(one.text.split()) for one in mentions)
    assert case.expect == tuple(one.when.edtf if one.when else one.timex.value for one in mentions)
    assert case.issues == tuple(issue.code for issue in found.issues)
