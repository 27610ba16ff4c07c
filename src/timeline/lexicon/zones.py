"""Signs of the publisher's zone."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from timeline.lexicon.load import load_rules
from timeline.lexicon.schema import Rule


class ZoneRule(Rule):
    """Words that tell in which zone a Chinese publisher sits."""

    zone: str
    """Zone database name."""
    forms: tuple[str, ...] = Field(min_length=1)
    """Names of places, offices and papers, simplified script, lower case."""


@cache
def zone_rules() -> tuple[ZoneRule, ...]:
    """Return the signs of all zones."""
    return load_rules("zones", "zone", ZoneRule)
