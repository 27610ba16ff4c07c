"""Numbers in every spelling."""

from __future__ import annotations

import pytest

from timeline.find.numerals import number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025", 2025),
        ("二〇二五", 2025),
        ("二零二五", 2025),
        ("两千零四", 2004),
        ("二十三", 23),
        ("十", 10),
        ("廿六", 26),
        ("卅一", 31),
        ("一百一十四", 114),
        ("3rd", 3),
        ("twenty-third", 23),
        ("twenty first", 21),
        ("a couple of", 2),
    ],
)
def test_a_number_is_read_in_its_spelling(text: str, value: int) -> None:
    """Arabic digits, Chinese numerals by place or digit by digit, English words."""
    assert value == number(text)


def test_an_indefinite_number_has_no_value() -> None:
    """几 and words that are no numbers say no amount."""
    assert number("几") is None
    assert number("lots") is None
