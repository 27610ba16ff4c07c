"""An event as an entry of a calendar: what iCalendar and JSCalendar have in common.

An entry is never finer than the text: a day is an all-day entry; a week or a month an all-day span that says so; a time
of day without a known zone an all-day entry with the time in its title. What is coarser than a month is left out unless
`vague` is `span`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from timeline.formats.content_line import cut_text, uri
from timeline.formats.options import WriteOptions
from timeline.formats.wording import language_of, say_vague
from timeline.formats.zone import find_zone
from timeline.model import ArticleInfo, Event, Precision, TimelineRecord, When

TITLE_UNITS = 255
"""UTF-16 code units that every client keeps of a title or place."""

COARSEST = {None: Precision.MONTH, "span": Precision.YEAR, "omit": Precision.DAY}
"""By the choice for vague times, the coarsest precision that is written."""

CLOCK = Precision.MINUTE.length
"""Characters of a time that names an hour and minute."""

DAY = timedelta(days=1)
INSTANT = timedelta(microseconds=1)


def written(events: Sequence[Event], options: WriteOptions) -> Sequence[Event]:
    """Return the events precise enough to be written, in the order given."""
    least = COARSEST[options.vague].rank
    fine = [event for event in events if event.when.precision.rank >= least]
    return fine if len(fine) < len(events) else events


def left_out(record: TimelineRecord, options: WriteOptions) -> int:
    """Return how many events are too vague to be written."""
    return len(record.events) - len(written(record.events, options))


def cited(events: Iterable[Event], articles: Iterable[ArticleInfo]) -> list[ArticleInfo]:
    """Return the articles that the events quote."""
    ids = {passage.article for event in events for passage in event.evidence}
    return [article for article in articles if article.id in ids]


def summary(event: Event) -> str:
    """Return the title, followed in brackets by what the calendar's grid cannot show of the time."""
    timed = is_timed(event.when)
    if event.when.mod is None and (timed or event.when.precision == Precision.DAY):
        return cut_text(event.title, TITLE_UNITS)
    language = language_of(event.title)
    vague = say_vague(event.when, language, timed=timed)
    if not vague:
        return cut_text(event.title, TITLE_UNITS)
    suffix = f" ({vague})" if language == "en" else f"（{vague}）"
    return cut_text(event.title, TITLE_UNITS - len(suffix)) + suffix


def is_timed(when: When) -> bool:
    """Return whether an entry carries the time of day: it is stated, and its zone is known."""
    return len(when.start or when.end or "") == CLOCK and find_zone(when.zone) is not None


def status(event: Event) -> str:
    """Return `cancelled`, `tentative` for a postponed event without a new date, or `confirmed`."""
    if event.status == "postponed" and not event.previous:
        return "tentative"
    return "cancelled" if event.status == "cancelled" else "confirmed"


def address_of(event: Event, articles: Mapping[str, ArticleInfo]) -> str | None:
    """Return the address of the first article that states the event and has one."""
    for evidence in event.evidence:
        article = articles.get(evidence.article)
        if article and article.url and (address := uri(article.url)):
            return address
    return None


def readable(events: Iterable[Event]) -> list[Event]:
    """Return the events of a list for readers: by the first day named, then the time of day, without hidden ones."""
    visible = [event for event in events if "hidden" not in event.edited]
    return sorted(visible, key=lambda event: (days(event.when)[0], event.when.start or event.when.end or ""))


def days(when: When) -> tuple[date, date | None]:
    """Return the first day of an all-day entry and the day after its last; None beyond year 9999.

    An open time is shown at the unit it names.
    """
    first, last = when.start or when.end or "", when.end or when.start or ""
    if len(first) == Precision.DAY.length:
        return date.fromisoformat(first), _day_after(date.fromisoformat(last))
    begin, stop = named(when).interval
    assert begin is not None
    return begin.date(), _day_after((stop - INSTANT).date()) if stop else None


def _day_after(day: date) -> date | None:
    return day + DAY if day < date.max else None


def named(when: When) -> When:
    """Return the units that are named, without what makes them open at one side."""
    if when.mod not in ("before", "after"):
        return when
    return when.model_copy(update={"mod": None, "start": when.start or when.end})
