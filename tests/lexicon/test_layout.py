"""Words that tell what a passage is on a page."""

from __future__ import annotations

import re

import pytest

from timeline.lexicon.layout import LayoutRule, layout_pattern, layout_rules
from timeline.lexicon.script import fold


@pytest.mark.parametrize("rule", layout_rules(), ids=lambda rule: rule.id)
def test_examples(rule: LayoutRule) -> None:
    """Every rule is found in its examples."""
    for example in rule.examples:
        assert re.search(layout_pattern(rule.role), example.lower()), example


@pytest.mark.parametrize("rule", layout_rules(), ids=lambda rule: rule.id)
def test_forms_are_folded(rule: LayoutRule) -> None:
    """Forms are written as the matching view is, or they would never match."""
    assert [fold(form) for form in rule.forms] == list(rule.forms)
