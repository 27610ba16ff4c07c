"""Words in the names of elements."""

from __future__ import annotations

import pytest

from timeline.lexicon.load import load_rules
from timeline.lexicon.page import PageRule, page_role

RULES = load_rules("page", "rule", PageRule)


@pytest.mark.parametrize(("name", "rule"), [(name, rule) for rule in RULES for name in rule.examples])
def test_examples(name: str, rule: PageRule) -> None:
    """Every example tells the role of its rule."""
    assert page_role(name) == rule.role


@pytest.mark.parametrize("name", ["article-body", "navigable", "headline", "commentary", "adapted", "content", ""])
def test_other_names(name: str) -> None:
    """A word must stand there whole."""
    assert page_role(name) is None
