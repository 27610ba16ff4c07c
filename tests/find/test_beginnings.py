"""The characters that a form may begin with."""

from __future__ import annotations

import pytest

from timeline.find.beginnings import beginnings


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("月份?", "月"),
        ("_[点时]半", "点时"),
        ("半?(?:小时|钟头)", "半小钟"),
        ("后(?=青年|女)", "后"),
        (" ?o['’]?clock", " o"),
    ],
)
def test_beginnings(form: str, expected: str) -> None:
    """Optional pieces, classes and alternatives all count, up to the first that must stand."""
    assert beginnings(form) == frozenset(expected)


@pytest.mark.parametrize("form", ["", "半?", "{n}日", "(?:(?:a|b)c)?", "[0-9]年", r"\s日"])
def test_what_is_not_clear_is_not_told(form: str) -> None:
    """A form that may be empty, or begins with what is not spelled out, gives no set to look for."""
    assert beginnings(form) is None
