"""The list for a terminal: date, kind, title, place and source in columns.

Columns are aligned by the cells a terminal uses (Unicode Standard Annex 11: wide and full-width characters take two).
Controls and direction marks are taken out, so that a title cannot move the cursor or turn the line around.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from timeline.formats.entry import readable
from timeline.formats.options import WriteOptions
from timeline.formats.wording import brief_when
from timeline.model import Event, TimelineRecord

UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")
WIDEST = (36, 25, 24, 56, 24, 30)
"""Cells at most for id, date, kind, title, place and source."""


def write(record: TimelineRecord, options: WriteOptions, *, ids: bool = False) -> Iterator[str]:
    """Yield one line an event, by the first day it names, with its id if asked."""
    sources = {article.id: article.publisher or article.source.rpartition("/")[2] for article in record.articles}
    rows = [(event.id if ids else "", *_row(event, sources)) for event in readable(record.events)]
    yield from table(rows, WIDEST)


def left_out(record: TimelineRecord, options: WriteOptions) -> int:
    """Return 0: every event is listed."""
    return 0


def table(rows: list[tuple[str, ...]], widest: tuple[int, ...]) -> Iterator[str]:
    """Yield the rows as lines with aligned columns; what is wider than its column ends in an ellipsis."""
    cells = [[shorten(safe(cell), most) for cell, most in zip(row, widest, strict=True)] for row in rows]
    widths = [max(map(cell_width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (cell + " " * (width - cell_width(cell)) for cell, width in zip(row, widths, strict=True) if width)
        yield "  ".join(padded).rstrip() + "\n"


def safe(text: str) -> str:
    """Return the text on one line, without anything that a terminal obeys."""
    return " ".join(UNSAFE.sub(" ", text).split())


def cell_width(text: str) -> int:
    """Return how many cells of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shorten(text: str, most: int) -> str:
    """Return the text in at most `most` cells."""
    if cell_width(text) <= most:
        return text
    used = 1
    for position, character in enumerate(text):
        used += _cells(character)
        if used > most:
            return text[:position].rstrip() + "…"
    return text


def _row(event: Event, sources: dict[str, str]) -> tuple[str, ...]:
    names = dict.fromkeys(sources.get(passage.article, "") for passage in event.evidence)
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    source = shorten(next(iter(names)), WIDEST[-1] - len(more)) + more
    kind = f"{event.kind} ({event.status})" if event.status in ("postponed", "cancelled") else event.kind
    return brief_when(event.when), kind, event.title, event.place.name if event.place else "", source
