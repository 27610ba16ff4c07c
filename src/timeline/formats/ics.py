"""iCalendar (RFC 5545, with RFC 7986 for name, refresh interval and source).

An event is never finer in the calendar than in the text: a day is an all-day entry; a week or a month an all-day span
that says so; a time of day without a known zone an all-day entry with the time in its title. What is coarser than a
month is left out unless `vague` is `span`. No entry blocks time (TRANSP:TRANSPARENT) and none rings.

STATUS (3.8.1.11): CANCELLED for a cancelled event; TENTATIVE for a postponed one without a new date; CONFIRMED for all
others. A calendar must hold a component (3.6), so an empty timeline is a calendar with the definition of UTC alone:
clients keep the subscription and show nothing.

Lines are written here and not by icalendar, whose folding and escaping take most of the time and err at the edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from timeline.formats.content_line import cut_text, escape_text, fold, uri
from timeline.formats.description import describe
from timeline.formats.options import WriteOptions
from timeline.formats.wording import language_of, say_vague
from timeline.formats.zone import UTC_NAMES, find_zone, zone_lines
from timeline.model import ArticleInfo, Event, Precision, TimelineRecord, When

PRODID = "-//article-timeline//timeline 1//EN"
TITLE_UNITS = 255
"""UTF-16 code units that every client keeps of a title or place."""

COARSEST = {None: Precision.MONTH, "span": Precision.YEAR, "omit": Precision.DAY}
"""By the choice for vague times, the coarsest precision that is written."""


def write(record: TimelineRecord, options: WriteOptions) -> Iterator[str]:
    """Yield the calendar: its properties, its zones, then each event."""
    events = written(record.events, options)
    articles = {article.id: article for article in record.articles}
    yield "".join(map(fold, _head(record.name, options)))
    for lines in _zones(events):
        yield "".join(map(fold, lines))
    for event in events:
        yield "".join(map(fold, event_lines(event, articles)))
    yield "END:VCALENDAR\r\n"


def written(events: Iterable[Event], options: WriteOptions) -> list[Event]:
    """Return the events precise enough to be written, in the order given."""
    least = COARSEST[options.vague].rank
    return [event for event in events if event.when.precision.rank >= least]


def left_out(record: TimelineRecord, options: WriteOptions) -> int:
    """Return how many events are too vague to be written."""
    return len(record.events) - len(written(record.events, options))


def event_lines(event: Event, articles: Mapping[str, ArticleInfo]) -> Iterator[str]:
    """Yield the unfolded lines of one VEVENT."""
    stamp = event.updated.replace("-", "").replace(":", "")
    yield "BEGIN:VEVENT"
    yield f"UID:{escape_text(event.id)}"
    yield f"DTSTAMP:{stamp}"
    yield from time_lines(event.when)
    yield f"SUMMARY:{escape_text(summary(event))}"
    yield f"DESCRIPTION:{escape_text(describe(event, articles))}"
    if event.place:
        yield f"LOCATION:{escape_text(cut_text(event.place.name, TITLE_UNITS))}"
    yield f"CATEGORIES:{escape_text(event.kind)}"
    yield f"STATUS:{status(event)}"
    yield "TRANSP:TRANSPARENT"
    yield f"SEQUENCE:{event.sequence}"
    yield f"LAST-MODIFIED:{stamp}"
    if address := address_of(event, articles):
        yield f"URL:{address}"
    if event.part_of:
        yield f"RELATED-TO:{escape_text(event.part_of)}"
    yield f"X-TIMELINE-EDTF:{escape_text(event.when.edtf)}"
    yield "END:VEVENT"


def summary(event: Event) -> str:
    """Return the title, followed in brackets by what the calendar's grid cannot show of the time."""
    language = language_of(event.title)
    vague = say_vague(event.when, language, timed=is_timed(event.when))
    if not vague:
        return cut_text(event.title, TITLE_UNITS)
    suffix = f" ({vague})" if language == "en" else f"（{vague}）"
    return cut_text(event.title, TITLE_UNITS - len(suffix)) + suffix


def is_timed(when: When) -> bool:
    """Return whether an entry carries the time of day: it is stated, and its zone is known."""
    return when.precision.rank >= Precision.HOUR.rank and find_zone(when.zone) is not None


def status(event: Event) -> str:
    """Return the STATUS of an event."""
    if event.status == "postponed" and not event.previous:
        return "TENTATIVE"
    return "CANCELLED" if event.status == "cancelled" else "CONFIRMED"


def address_of(event: Event, articles: Mapping[str, ArticleInfo]) -> str | None:
    """Return the address of the first article that states the event and has one."""
    for evidence in event.evidence:
        article = articles.get(evidence.article)
        if article and article.url and (address := uri(article.url)):
            return address
    return None


def time_lines(when: When) -> Iterator[str]:
    """Yield DTSTART and, where an end is stated or the span is longer than a day, DTEND (exclusive)."""
    if is_timed(when):
        yield from _timed(when)
        return
    first, after = days(when)
    yield f"DTSTART;VALUE=DATE:{_compact(first)}"
    if after:
        yield f"DTEND;VALUE=DATE:{_compact(after)}"


def days(when: When) -> tuple[date, date | None]:
    """Return the first day of an all-day entry and the day after its last; None beyond year 9999.

    An open time is shown at the unit it names.
    """
    first, last = named(when).earliest, named(when).latest
    return first, None if last == date.max else last + timedelta(days=1)


def named(when: When) -> When:
    """Return the units that are named, without what makes them open at one side."""
    if when.mod not in ("before", "after"):
        return when
    return when.model_copy(update={"mod": None, "start": when.start or when.end})


def _timed(when: When) -> Iterator[str]:
    """Yield the stated moments; a second one stated is the end itself, and without one there is no DTEND."""
    start = when.start or when.end or ""
    for name, value in (("DTSTART", start), ("DTEND", when.end)):
        if value and not (name == "DTEND" and value <= start):
            stamp = value.replace("-", "").replace(":", "") + "00"
            yield f"{name}:{stamp}Z" if when.zone in UTC_NAMES else f"{name};TZID={when.zone}:{stamp}"


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def _head(name: str, options: WriteOptions) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN")
    if name:
        yield f"NAME:{escape_text(name)}"
        yield f"X-WR-CALNAME:{escape_text(name)}"
    if options.refresh:
        yield f"REFRESH-INTERVAL;VALUE=DURATION:{options.refresh}"
        yield f"X-PUBLISHED-TTL:{options.refresh}"
    if options.source_url and (source := uri(options.source_url)):
        yield f"SOURCE;VALUE=URI:{source}"


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
