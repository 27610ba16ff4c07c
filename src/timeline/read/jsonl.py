"""Reader of JSON Lines: one article a line, each named by its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BufferedReader
from typing import Any

from timeline.model import Issue, Options, RawDocument
from timeline.read.json_text import load_json
from timeline.read.record import make_document
from timeline.read.rows import Rows


def read_stream(stream: BufferedReader, source: str, format: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield the document of each line; a line that holds none is an issue."""
    rows = Rows(stream, options.limits.bytes_per_record)
    while True:
        line = next(rows, None)
        name = f"{source}#{rows.number}"
        if rows.trouble:
            yield Issue(code="broken-record", message=rows.trouble, source=name)
            rows.trouble = None
        if line is None:
            return
        if line.strip():
            yield _read_line(line, name, options)


def _read_line(line: str, source: str, options: Options) -> RawDocument | Issue:
    if _is_deeper(line, options.limits.depth):
        message = f"beyond the limit depth of {options.limits.depth}; raise it to read this"
        return Issue(code="broken-record", message=message, source=source)
    try:
        record: Any = load_json(line)
    except (ValueError, RecursionError) as error:
        return Issue(code="broken-record", message=f"not JSON: {error}"[:200], source=source)
    if not isinstance(record, dict):
        return Issue(code="broken-record", message="not a JSON object with the fields of an article", source=source)
    return make_document(record, source, options.fields)


def _is_deeper(line: str, limit: int) -> bool:
    """Return whether values stand deeper within values than the limit."""
    depth = 0
    for match in _brackets().finditer(line):
        depth += 1 if match.group() in "[{" else -1 if match.group() in "]}" else 0
        if depth > limit:
            return True
    return False


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r'[][{}]|"(?:[^"\\]|\\.)*+"?+')
