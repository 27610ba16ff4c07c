"""A phrase that may be a place, and the place made of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.extract.clauses import Range
from timeline.extract.words import Words
from timeline.model import Place

MARKS = " ，,。.、|"
INSIDE = re.compile(r"(?<=[室厅廳馆館楼樓场場园園院店])[中内內里裡]$")
"""What says that something is inside a venue: 教室中."""
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
    """Return a region as a place, without marks at its ends and what stays open of a bracket."""
    view = region.cut(words.view)
    marks = MARKS if view.count("(") == view.count(")") else MARKS + "()（）"
    name = INSIDE.sub("", region.cut(words.sentence.text).strip(marks))
    return Place(name=name) if name else None
