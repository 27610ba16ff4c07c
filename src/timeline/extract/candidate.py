"""A phrase that may be a place, and the place made of it."""

from __future__ import annotations

from typing import NamedTuple

from timeline.extract.clauses import Range
from timeline.extract.words import Words
from timeline.model import Place

HELD = (
    "conference",
    "exhibition",
    "festival",
    "ceremony",
    "competition",
    "sport",
    "training",
    "signing",
    "visit",
    "premiere",
    "other",
)
"""Kinds of which the words between 在 and the predicate are a place whatever they are."""


class Candidate(NamedTuple):
    """A phrase that may be a place."""

    range: Range
    """Where it stands."""
    adjacent: bool
    """Whether the predicate of a gathering follows (Chinese) or precedes it (English)."""


def to_place(words: Words, region: Range) -> Place | None:
    name = region.cut(words.sentence.text).strip(
        " ，,。.、|()（）" if region.cut(words.view).count("(") != region.cut(words.view).count(")") else " ，,。.、|"
    )
    return Place(name=name) if name else None
