"""Placeholders in the forms of rules."""

from __future__ import annotations

from timeline.find.placeholders import needs_latin


def test_a_form_with_letters_left_out_needs_none() -> None:
    """Optional letters and escapes are no letters; placeholders are none either."""
    assert needs_latin("{n} days")
    assert not needs_latin("{n}_年")
    assert not needs_latin(r"{D}(?:st|nd)?\s")
