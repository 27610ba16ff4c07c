"""A small bilingual list of what titles speak of, by which reports in two languages are recognised as one."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from timeline.lexicon.forms import FormIndex
from timeline.lexicon.load import load_rules
from timeline.lexicon.schema import Rule


class Concept(Rule):
    """One meaning with its words in Chinese and English."""

    role: Literal["head", "name", "act", "generic", "topic"]
    """`head`: a noun that ends the name of a happening (论坛), two different ones are two happenings; `name`: a series
    known by it alone (广交会), otherwise like a head noun; `act`: what is done (成立), left out when names are
    compared; `generic`: a head that fits every happening (活动); `topic`: what it is about (电影)."""
    zh: tuple[str, ...] = Field(min_length=1)
    """Chinese words, simplified."""
    en: tuple[str, ...] = Field(min_length=1)
    """English words, lower case."""


@cache
def load_concepts() -> FormIndex[Concept]:
    """Return the shipped concepts and names as an index to scan folded, lower-cased text with."""
    rules = (*load_rules("concepts", "concept", Concept), *load_rules("names", "concept", Concept))
    return FormIndex({form: rule for rule in rules for form in (*rule.zh, *rule.en)})
