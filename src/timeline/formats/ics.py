"""iCalendar (RFC 5545, with RFC 7986 for name, refresh interval and source).

How an event becomes an entry is said in `entry.py`. No entry blocks time (TRANSP:TRANSPARENT) and none rings.

STATUS (3.8.1.11): CANCELLED for a cancelled event; TENTATIVE for a postponed one without a new date; CONFIRMED for all
others. A calendar must hold a component (3.6), so an empty timeline is a calendar with the definition of UTC alone:
clients keep the subscription and show nothing.

COLOR (RFC 7986 5.9) is a CSS3 name by kind, where colours are wanted.

What no property holds (confidence, offsets, how a date was reached) goes into X-TIMELINE-EVENT, and the articles quoted
into X-TIMELINE-ARTICLE, both JSON: reading the file back loses nothing of the events in it. X- properties that another
program's calendar brought along are written back.

Lines are written here and not by icalendar, whose folding and escaping take most of the time and err at the edges.
Whatever the number of events, no more than one is held as text at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from zoneinfo import ZoneInfo

from timeline.formats.carrier import article_carrier, carrier
from timeline.formats.content_line import clean_text, cut_text, escape_text, fold, uri
from timeline.formats.description import describe
from timeline.formats.entry import TITLE_UNITS, address_of, is_timed, left_out, status, summary, written
from timeline.formats.ics_reader import read
from timeline.formats.ics_times import time_lines
from timeline.formats.kept import MOST, keep_text
from timeline.formats.options import WriteOptions
from timeline.formats.zone import UTC_NAMES, zone_lines
from timeline.model import ArticleInfo, Event, TimelineRecord

__all__ = ["article_line", "event_text", "left_out", "read", "write"]

PRODID = "-//article-timeline//timeline 1//EN"


def write(record: TimelineRecord, options: WriteOptions) -> Iterator[str]:
    """Yield the calendar: its properties, the articles quoted, its zones, then each event."""
    events = written(record.events, options)
    quoted, years = _survey(events)
    articles = {article.id: article for article in record.articles if article.id in quoted}
    is_kept, color_of = len(events) <= MOST, cache(options.color_of)
    yield from map(fold, _head(record, options))
    for article in articles.values():
        yield keep_text(article, [], article_line, article) if is_kept else article_line(article)
    if not events:
        yield from map(fold, zone_lines(ZoneInfo("Etc/UTC"), {1970}))
    for name in sorted(years):
        yield from map(fold, zone_lines(ZoneInfo(name), years[name]))
    for event in events:
        color = color_of(event.kind)
        if is_kept:
            context = [color, *[articles.get(passage.article) for passage in event.evidence]]
            yield keep_text(event, context, event_text, event, articles, color)
        else:
            yield event_text(event, articles, color)
    yield "END:VCALENDAR\r\n"


def event_text(event: Event, articles: Mapping[str, ArticleInfo], color: str | None) -> str:
    """Return one VEVENT, its lines folded."""
    stamp = event.updated.replace("-", "").replace(":", "")
    title, description = clean_text(summary(event)), clean_text(describe(event, articles))
    return "".join(
        (
            "BEGIN:VEVENT\r\n",
            _text("UID", event.id),
            f"DTSTAMP:{stamp}\r\n",
            *map(fold, time_lines(event.when)),
            fold(f"SUMMARY:{escape_text(title)}"),
            fold(f"DESCRIPTION:{escape_text(description)}"),
            _text("LOCATION", cut_text(event.place.name, TITLE_UNITS)) if event.place else "",
            _text("CATEGORIES", event.kind),
            f"STATUS:{status(event).upper()}\r\nTRANSP:TRANSPARENT\r\n",
            f"SEQUENCE:{event.sequence}\r\nLAST-MODIFIED:{stamp}\r\n",
            fold(f"URL:{address}") if (address := address_of(event, articles)) else "",
            _text("RELATED-TO", event.part_of) if event.part_of else "",
            f"COLOR:{color}\r\n" if color else "",
            *map(fold, event.extensions),
            f"X-TIMELINE-EDTF:{event.when.edtf}\r\n",
            fold(f"X-TIMELINE-EVENT:{escape_text(carrier(event, title, description))}"),
            "END:VEVENT\r\n",
        )
    )


def article_line(article: ArticleInfo) -> str:
    """Return the line that holds an article."""
    return fold(f"X-TIMELINE-ARTICLE:{escape_text(article_carrier(article))}")


def _text(name: str, value: str) -> str:
    """Return a property whose value is any text, folded."""
    return fold(f"{name}:{escape_text(clean_text(value))}")


def _head(record: TimelineRecord, options: WriteOptions) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN")
    if name := options.name or record.name:
        yield f"NAME:{escape_text(clean_text(name))}"
        yield f"X-WR-CALNAME:{escape_text(clean_text(name))}"
    if options.zone:
        yield f"X-WR-TIMEZONE:{options.zone}"
    if options.refresh:
        yield f"REFRESH-INTERVAL;VALUE=DURATION:{options.refresh}"
        yield f"X-PUBLISHED-TTL:{options.refresh}"
    if options.source_url:
        yield f"SOURCE;VALUE=URI:{uri(options.source_url)}"
    for line in record.extensions:
        if not (options.zone and line.upper().startswith("X-WR-TIMEZONE")):
            yield line


def _survey(events: Iterable[Event]) -> tuple[set[str], dict[str, set[int]]]:
    """Return the ids of the articles quoted, and by zone the years of its times, in one pass."""
    quoted: set[str] = set()
    years: dict[str, set[int]] = defaultdict(set)
    for event in events:
        quoted.update([passage.article for passage in event.evidence])
        when = event.when
        if is_timed(when) and when.zone and when.zone not in UTC_NAMES:
            years[when.zone].update(int(moment[:4]) for moment in (when.start, when.end) if moment)
    return quoted, years
