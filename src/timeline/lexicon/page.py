"""What pages are marked with: words in the class and id of an element, names of `<meta>`, types of events."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Literal

from pydantic import Field

from timeline.lexicon.load import load_rules
from timeline.lexicon.schema import Rule

PageRole = Literal["navigation", "related", "comments", "share", "promotion", "consent", "footer"]
"""What an element that is no part of the article is: menus and paths; lists of other pages; what readers wrote; buttons
to pass it on; advertising and appeals; banners that ask for consent; the foot."""


FieldRole = Literal["published", "updated", "title", "origin", "publisher"]
"""What a `<meta>` tells: the publication, the last change, the headline, where the text is from, whose site it is."""


class FieldRule(Rule):
    """Names of `<meta>` that tell one thing, the most trusted first."""

    role: FieldRole
    """What they tell."""
    names: tuple[str, ...]
    """Values of `name`, `property` or `itemprop`, in lower case."""


class EventTypeRule(Rule):
    """Types of schema.org that are an event of one kind."""

    kind: str
    """Kind of the happening; `other` where the type leaves it open."""
    types: tuple[str, ...]
    """Names of the types."""


class PageRule(Rule):
    """Words of one role."""

    role: PageRole
    """What they tell."""
    words: tuple[str, ...]
    """In lower case, as they stand between the signs of a name: `related-news`, `relatedNews` hold `related`."""
    examples: tuple[str, ...] = Field(min_length=1)
    """Names in which one is found."""


@cache
def event_types() -> dict[str, str]:
    """Return type of schema.org → kind."""
    return {name: rule.kind for rule in load_rules("page", "event", EventTypeRule) for name in rule.types}


@cache
def page_words() -> dict[str, PageRole]:
    """Return word → role."""
    return {word: rule.role for rule in load_rules("page", "rule", PageRule) for word in rule.words}


@cache
def page_fields(role: FieldRole) -> tuple[str, ...]:
    """Return the names of `<meta>` that tell one thing, the most trusted first."""
    return tuple(name for rule in load_rules("page", "field", FieldRule) for name in rule.names if rule.role == role)


def page_role(name: str) -> PageRole | None:
    """Return what the class or id of an element tells, or None.

    Examples:
        >>> page_role("article__relatedNews col-3")
        'related'
        >>> page_role("navigable-story")
    """
    words = page_words()
    return next((words[word] for word in _words(name) if word in words), None)


def _words(name: str) -> list[str]:
    """Return the words of a name, and each two neighbours as one."""
    parts = [part.lower() for part in _word().findall(name[:400])]
    return parts + [one + other for one, other in pairwise(parts)]


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[A-Z]?[a-z]{1,40}|[A-Z]{1,40}")
