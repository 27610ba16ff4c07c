"""JSON Lines (jsonlines.org): one event a line, each with the keys it has in the library's own JSON.

For pipes and databases: articles, candidates and issues are in the `.json` alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.formats.entry import readable
from timeline.formats.json import left_out, to_data
from timeline.formats.options import WriteOptions
from timeline.model import TimelineRecord

__all__ = ["left_out", "write"]


def write(record: TimelineRecord, options: WriteOptions) -> Iterator[str]:
    """Yield one line an event."""
    for event in readable(record.events):
        yield json.dumps(to_data(event), ensure_ascii=False, allow_nan=False) + "\n"
