"""A timeline over time: the union of states, a new state that continues an old one, and what changed between two."""

from timeline.history.carry import carry, replaced_times
from timeline.history.compare import SEQUENCED, Change, changed_fields, compare
from timeline.history.unite import unite, unite_articles

__all__ = ["SEQUENCED", "Change", "carry", "changed_fields", "compare", "replaced_times", "unite", "unite_articles"]
