"""Comma-separated values (RFC 4180): one event a row, for spreadsheets.

UTF-8, CRLF, a header, no byte-order mark. A cell that a spreadsheet would take for a formula is written behind an
apostrophe; line ends inside a cell become spaces.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from timeline.formats.content_line import clean_text
from timeline.formats.description import unwrap
from timeline.formats.entry import address_of, readable
from timeline.formats.json import left_out
from timeline.formats.options import WriteOptions
from timeline.model import ArticleInfo, Event, TimelineRecord

__all__ = ["left_out", "write"]

COLUMNS = (
    *("id", "title", "kind", "status", "start", "end", "precision", "mod", "part", "zone", "edtf", "place"),
    *("organizers", "confidence", "part_of", "evidence", "publisher", "published", "source", "url"),
)
FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
"""First characters, of either width, that make a spreadsheet calculate."""


def write(record: TimelineRecord, options: WriteOptions) -> Iterator[str]:
    """Yield the header, then one row an event."""
    articles = {article.id: article for article in record.articles}
    yield _row(COLUMNS)
    for event in readable(record.events):
        data = _cells(event, articles)
        yield _row(tuple(data.get(column, "") for column in COLUMNS))


def _cells(event: Event, articles: Mapping[str, ArticleInfo]) -> dict[str, str]:
    """Return the cells by column; what is not known is left out."""
    when, passage = event.when, event.evidence[0]
    article = articles.get(passage.article)
    told = article.model_dump(include={"publisher", "published", "source"}) if article else {}
    known = {
        **event.model_dump(include={"id", "title", "kind", "status", "part_of"}),
        **when.model_dump(include={"start", "end", "precision", "mod", "part", "zone", "edtf"}),
        **told,
        "place": event.place and event.place.name,
        "organizers": "; ".join(organizer.name for organizer in event.organizers),
        "confidence": f"{event.confidence:g}",
        "evidence": passage.text,
        "url": address_of(event, articles),
    }
    return {column: _safe(str(value)) for column, value in known.items() if value is not None}


def _safe(cell: str) -> str:
    """Return a cell on one line that no spreadsheet takes for a formula."""
    cell = unwrap(clean_text(cell))
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _row(cells: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
