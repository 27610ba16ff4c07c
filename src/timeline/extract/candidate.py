"""A phrase that may be a place, and the place made of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.extract.clauses import Range
from timeline.extract.words import Words
from timeline.model import Place

MARKUP = re.compile(r"[{}<>\\]|=\"|https?:|\]\(")
"""What no name holds."""
LONGEST_GAP = 12
"""Characters of markup that a name may be printed with; the address of a link inside it parts two names."""
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
    place = named_place(region.cut(words.sentence.text).strip(marks))
    raw = words.sentence.raw_span(*region)
    printed = raw.end - raw.start - (region.end - region.start) <= LONGEST_GAP
    return place if printed else None


def named_place(name: str) -> Place | None:
    """Return a place by its name, unless that is empty or holds markup."""
    name = INSIDE.sub("", name.strip())
    return Place(name=name) if name and not MARKUP.search(name) else None
