"""schema.org Event as JSON-LD 1.1: dates exactly as precise as the text (ISO 8601 cut to year, month, day or minute).

`eventStatus` is EventCancelled; EventPostponed while there is no new date; EventRescheduled, with `previousStartDate`,
once there is one; EventScheduled for all others, those held included, since schema.org has no word for them. The
reports are `subjectOf`, as NewsArticle. An event without a stated begin has no `startDate`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from timeline.formats.content_line import clean_text, uri
from timeline.formats.description import unwrap
from timeline.formats.entry import is_timed, readable
from timeline.formats.json import left_out
from timeline.formats.options import WriteOptions
from timeline.model import ArticleInfo, Event, TimelineRecord, When

__all__ = ["left_out", "write"]


def write(record: TimelineRecord, options: WriteOptions) -> Iterator[str]:
    """Yield a graph, one event at a time."""
    articles = {article.id: article for article in record.articles}
    yield '{"@context": "https://schema.org", "@graph": ['
    for number, event in enumerate(readable(record.events)):
        yield (",\n" if number else "\n") + json.dumps(to_node(event, articles), ensure_ascii=False)
    yield "\n]}\n"


def to_node(event: Event, articles: Mapping[str, ArticleInfo]) -> dict[str, Any]:
    """Return one event as a node."""
    reports = dict.fromkeys(passage.article for passage in event.evidence)
    node: dict[str, Any] = {
        "@type": "Event",
        "identifier": event.id,
        "name": event.title,
        "alternateName": list(event.aliases),
        "startDate": _date(event.when, event.when.start),
        "endDate": _date(event.when, event.when.end),
        "eventStatus": f"https://schema.org/{_status(event)}",
        "previousStartDate": [_date(when, when.start) for when in event.previous if when.start],
        "location": {"@type": "Place", "name": event.place.name} if event.place else None,
        "organizer": [{"@type": "Organization", "name": organizer.name} for organizer in event.organizers],
        "description": unwrap(event.evidence[0].text),
        "keywords": event.kind,
        "superEvent": {"@type": "Event", "identifier": event.part_of} if event.part_of else None,
        "subjectOf": [_article(articles[id]) for id in reports if id in articles],
    }
    return _known(node)


def _known(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node without what is not known, its texts clean."""
    return {
        key: clean_text(value) if isinstance(value, str) else value
        for key, value in node.items()
        if value not in (None, [])
    }


def _status(event: Event) -> str:
    if event.status == "cancelled":
        return "EventCancelled"
    if event.previous:
        return "EventRescheduled"
    return "EventPostponed" if event.status == "postponed" else "EventScheduled"


def _date(when: When, value: str | None) -> str | None:
    """Return a date as stated; a time of day with the offset of its zone, where that is known."""
    if value is None or not is_timed(when):
        return value
    return datetime.fromisoformat(value).replace(tzinfo=ZoneInfo(when.zone or "")).isoformat()


def _article(article: ArticleInfo) -> dict[str, Any]:
    return _known(
        {
            "@type": "NewsArticle",
            "headline": article.title,
            "url": uri(article.url) if article.url else None,
            "datePublished": article.published,
            "inLanguage": None if article.language == "und" else article.language,
            "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else None,
        }
    )
