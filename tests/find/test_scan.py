"""The atoms of a view."""

from __future__ import annotations

import pytest

from timeline.find.scan import Scanner, scanner
from timeline.lexicon.times import time_rules


@pytest.mark.parametrize(
    "view", ["2025年5月26日上午9时至11:30,周五(30日)", "6月7、8、14日和2025-06-08 10:00", "前三季度至3/4"]
)
def test_a_view_without_letters_needs_no_latin_forms(view: str) -> None:
    """The smaller pattern finds in it what that of all forms finds."""
    assert list(scanner(view).tokens(view)) == list(Scanner(time_rules()).tokens(view))
