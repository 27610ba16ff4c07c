"""Reader of tables with a head line: one article a row, each named by the line it begins at."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BufferedReader

from timeline.errors import UnreadableInputError
from timeline.model import Issue, Options, RawDocument
from timeline.read.record import find_fields, make_document
from timeline.read.rows import Rows

DELIMITERS = ",\t;|"
"""What may stand between cells; in doubt the first."""


def read_stream(stream: BufferedReader, source: str, format: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield the document of each row; a row that holds none is an issue.

    Raises:
        UnreadableInputError: The head line names no column for the text.
    """
    limit = options.limits.bytes_per_record
    csv.field_size_limit(max(limit, csv.field_size_limit()))
    rows = Rows(stream, limit)
    first = next(rows, "")
    table = csv.reader(rows, delimiter=max(DELIMITERS, key=first.count), strict=True)
    names = _names(first, options)
    while True:
        name = f"{source}#{rows.number + 1}"
        try:
            cells = next(table, None)
        except csv.Error as error:
            cells, rows.trouble = [], rows.trouble or f"broken: {error}"
        if rows.trouble:
            yield Issue(code="broken-record", message=rows.trouble, source=name)
            rows.trouble = None
        elif cells:
            yield make_document(dict(zip(names, cells, strict=False)), name, options.fields)
        if cells is None:
            return


def _names(head: str, options: Options) -> list[str]:
    """Return the names of the columns."""
    delimiter = max(DELIMITERS, key=head.count)
    names = [name.strip() for name in next(csv.reader([head], delimiter=delimiter), [])]
    if find_fields(names, options.fields).get("text") not in names:
        shown = ", ".join(names[:20])
        raise UnreadableInputError(f"no column for the text; name it with fields, such as text=body; there are {shown}")
    return names
