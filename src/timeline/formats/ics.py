"""iCalendar (RFC 5545, with RFC 7986 for name, refresh interval and source).

How an event becomes an entry is said in `entry.py`. No entry blocks time (TRANSP:TRANSPARENT) and none rings.

STATUS (3.8.1.11): CANCELLED for a cancelled event; TENTATIVE for a postponed one without a new date; CONFIRMED for all
others. A calendar must hold a component (3.6), so an empty timeline is a calendar with the definition of UTC alone:
clients keep the subscription and show nothing.

What no property holds (confidence, offsets, how a date was reached) goes into X-TIMELINE-EVENT, and the articles into
X-TIMELINE-ARTICLE, both JSON: reading the file back loses nothing of the events in it.

Lines are written here and not by icalendar, whose folding and escaping take most of the time and err at the edges.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from timeline.formats.carrier import article_carrier, carrier
from timeline.formats.content_line import cut_text, escape_text, fold, uri
from timeline.formats.description import describe
from timeline.formats.entry import TITLE_UNITS, address_of, is_timed, left_out, status, summary, written
from timeline.formats.ics_reader import read
from timeline.formats.ics_times import time_lines
from timeline.formats.kept import MOST, keep_text
from timeline.formats.options import WriteOptions
from timeline.formats.zone import UTC_NAMES, zone_lines
from timeline.model import ArticleInfo, Event, TimelineRecord

__all__ = ["event_lines", "left_out", "read", "write"]

PRODID = "-//article-timeline//timeline 1//EN"


def write(record: TimelineRecord, options: WriteOptions) -> Iterator[str]:
    """Yield the calendar: its properties, its zones, then each event."""
    events = written(record.events, options)
    articles = {article.id: article for article in record.articles}
    yield "".join(map(fold, _head(record, options)))
    for lines in _zones(events):
        yield "".join(map(fold, lines))
    is_kept = len(events) <= MOST
    for event in events:
        yield keep_text(event, articles, _entry) if is_kept else _entry(event, articles)
    yield "END:VCALENDAR\r\n"


def _entry(event: Event, articles: Mapping[str, ArticleInfo]) -> str:
    return "".join(map(fold, event_lines(event, articles)))


def event_lines(event: Event, articles: Mapping[str, ArticleInfo]) -> Iterator[str]:
    """Yield the unfolded lines of one VEVENT."""
    stamp = event.updated.replace("-", "").replace(":", "")
    title, description = summary(event), describe(event, articles)
    yield "BEGIN:VEVENT"
    yield f"UID:{escape_text(event.id)}"
    yield f"DTSTAMP:{stamp}"
    yield from time_lines(event.when)
    yield f"SUMMARY:{escape_text(title)}"
    yield f"DESCRIPTION:{escape_text(description)}"
    if event.place:
        yield f"LOCATION:{escape_text(cut_text(event.place.name, TITLE_UNITS))}"
    yield f"CATEGORIES:{escape_text(event.kind)}"
    yield f"STATUS:{status(event).upper()}"
    yield "TRANSP:TRANSPARENT"
    yield f"SEQUENCE:{event.sequence}"
    yield f"LAST-MODIFIED:{stamp}"
    if address := address_of(event, articles):
        yield f"URL:{address}"
    if event.part_of:
        yield f"RELATED-TO:{escape_text(event.part_of)}"
    yield f"X-TIMELINE-EDTF:{escape_text(event.when.edtf)}"
    yield f"X-TIMELINE-EVENT:{escape_text(carrier(event, title, description))}"
    yield "END:VEVENT"


def _head(record: TimelineRecord, options: WriteOptions) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN")
    if record.name:
        yield f"NAME:{escape_text(record.name)}"
        yield f"X-WR-CALNAME:{escape_text(record.name)}"
    if options.refresh:
        yield f"REFRESH-INTERVAL;VALUE=DURATION:{options.refresh}"
        yield f"X-PUBLISHED-TTL:{options.refresh}"
    if options.source_url and (source := uri(options.source_url)):
        yield f"SOURCE;VALUE=URI:{source}"
    for article in record.articles:
        yield f"X-TIMELINE-ARTICLE:{escape_text(article_carrier(article))}"


def _zones(events: Sequence[Event]) -> Iterator[Iterator[str]]:
    """Yield the definition of each zone used, by name; that of UTC where there is no event at all."""
    if not events:
        yield zone_lines(ZoneInfo("Etc/UTC"), [datetime(1970, 1, 1)])
    used: dict[str, list[datetime]] = {}
    for when in (event.when for event in events):
        if is_timed(when) and when.zone and when.zone not in UTC_NAMES:
            moments = (when.start, when.end)
            used.setdefault(when.zone, []).extend(datetime.fromisoformat(moment) for moment in moments if moment)
    for name in sorted(used):
        yield zone_lines(ZoneInfo(name), used[name])
