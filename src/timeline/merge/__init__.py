"""Several reports of one happening become one event; then the events are put in order."""

from timeline.merge.merge import Merged, merge_mentions

__all__ = ["Merged", "merge_mentions"]
