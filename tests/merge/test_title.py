"""What a title is taken apart into."""

from __future__ import annotations

import pytest

from timeline.merge.title import Title


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("第十五届茶博会", {"#15"}),
        ("12th Harbour Regatta", {"#12"}),
        ("2026年茶博会第03场", {"#3", "2026"}),
        ("零点开放 00:00", {"0"}),
    ],
)
def test_numbers(text: str, numbers: set[str]) -> None:
    """Editions keep their mark, other numbers stand without leading zeros, and zero is a number."""
    assert Title(text).numbers == numbers
