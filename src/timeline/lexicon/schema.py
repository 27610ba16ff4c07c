"""What every rule of every lexicon has; each noun adds its own fields in a module beside this one."""

from __future__ import annotations

from pydantic import Field

from timeline.model import Model


class Rule(Model):
    """One rule: surface forms and what they mean.

    Simplified and traditional spellings need not both be listed: matching happens on the simplified, half-width view.
    """

    id: str = Field(pattern=r"^(zh|en|shared)(\.[a-z0-9_-]+)+$")
    """Language, topic, name: `zh.week.last`. Parallel rules of two languages differ in the first part only."""
    source: str | None = None
    """Standard or reference the rule comes from, where there is one."""
    note: str | None = None
    """Why it is so, where that is not plain."""
