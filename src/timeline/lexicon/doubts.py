"""Words by which a text denies or only supposes what it says."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from timeline.lexicon.forms import FormIndex
from timeline.lexicon.load import load_rules
from timeline.lexicon.schema import Rule


class Doubt(Rule):
    """Words that take back what is said beside them."""

    effect: Literal["denied", "supposed"]
    """Whether it is said not to be so, or only to be so perhaps or on a condition."""
    reach: Literal["act", "after", "sentence"]
    """Of what they speak: of what is done after them in their clause (不会…举行), of all that follows in their sentence
    (否认…), of the whole of it (…的说法不实)."""
    forms: tuple[str, ...] = Field(min_length=1)
    """Surface forms, simplified; English ones in lower case."""


@cache
def load_doubts() -> FormIndex[Doubt]:
    """Return the shipped rules as an index to scan folded, lower-cased text with."""
    rules = load_rules("doubts", "doubt", Doubt)
    return FormIndex({form: rule for rule in rules for form in rule.forms})
