"""The atoms of a view."""

from __future__ import annotations

import pytest

from timeline.find.scan import Scanner, needs_latin, scanner
from timeline.lexicon.times import time_rules


@pytest.mark.parametrize(
    "view", ["2025年5月26日上午9时至11:30,周五(30日)", "6月7、8、14日和2025-06-08 10:00", "前三季度至3/4"]
)
def test_a_view_without_letters_needs_no_latin_forms(view: str) -> None:
    """The smaller pattern finds in it what that of all forms finds."""
    assert list(scanner(view).tokens(view)) == list(Scanner(time_rules()).tokens(view))


def test_a_form_with_letters_left_out_needs_none() -> None:
    """Optional letters and escapes are no letters; placeholders are none either."""
    assert needs_latin("{n} days")
    assert not needs_latin("{n}_年")
    assert not needs_latin(r"{D}(?:st|nd)?\s")
