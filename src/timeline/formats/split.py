"""One timeline as several, for programs that stop at a size: by year, or in parts of less than a megabyte.

Ids stay as they are, so an event that moves to another part is still the same event.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from timeline.formats.entry import cited, days
from timeline.formats.ics import article_line, event_text
from timeline.lexicon.colors import CSS3_NAMES
from timeline.model import Event, TimelineRecord

Split = Literal["year", "size"]

LIMIT = 960_000
"""Octets of entries in a part; with its head and zones it stays below a megabyte."""


def split_record(record: TimelineRecord, by: Split) -> Iterator[tuple[str, TimelineRecord]]:
    """Yield the parts, each with its label, a year or a number from 1, and with the articles that it quotes."""
    groups = _by_year(record) if by == "year" else _by_size(record)
    for label, events in groups:
        articles = tuple(cited(events, record.articles))
        yield label, record.model_copy(update={"events": tuple(events), "articles": articles})


def _by_year(record: TimelineRecord) -> Iterator[tuple[str, list[Event]]]:
    ordered = sorted(record.events, key=_year)
    for year, events in groupby(ordered, key=_year):
        yield f"{year:04}", list(events)


def _year(event: Event) -> int:
    """Return the year of the first day named."""
    return days(event.when)[0].year


def _by_size(record: TimelineRecord) -> Iterator[tuple[str, list[Event]]]:
    articles = {article.id: article for article in record.articles}
    sizes = {article.id: len(article_line(article).encode()) for article in record.articles}
    number, size = 1, 0
    part: list[Event] = []
    quoted: set[str] = set()
    for event in record.events:
        octets = len(event_text(event, articles, LONGEST).encode())
        needed = {passage.article for passage in event.evidence} & sizes.keys()
        if part and size + octets + sum(sizes[id] for id in needed - quoted) > LIMIT:
            yield str(number), part
            number, size, part, quoted = number + 1, 0, [], set()
        part.append(event)
        size += octets + sum(sizes[id] for id in needed - quoted)
        quoted |= needed
    yield str(number), part


LONGEST = max(CSS3_NAMES, key=len)
"""The colour with which a calendar is as large as it can be."""
