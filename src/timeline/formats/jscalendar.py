"""JSCalendar (RFC 8984): a Group whose entries are Events, as precise as in iCalendar (see `entry.py`).

An all-day entry has `showWithoutTime` and a duration in days, and no time zone: it floats (section 4.7.1). The group's
uid is a UUIDv5 of the timeline's name, so that a file written again is the same group.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from timeline.formats.content_line import clean_text, uri
from timeline.formats.description import describe
from timeline.formats.entry import address_of, days, is_timed, left_out, status, summary, written
from timeline.formats.options import WriteOptions
from timeline.model import ArticleInfo, Event, TimelineRecord, When

__all__ = ["left_out", "write"]

PRODID = "-//article-timeline//timeline 1//EN"
NEVER = "1970-01-01T00:00:00Z"
"""When a group without events was updated; the property is mandatory (section 4.1.6)."""


def write(record: TimelineRecord, options: WriteOptions) -> Iterator[str]:
    """Yield the group, one entry at a time."""
    articles = {article.id: article for article in record.articles}
    head: dict[str, Any] = {
        "@type": "Group",
        "uid": str(uuid5(NAMESPACE_URL, f"urn:article-timeline:{record.name}")),
        "prodId": PRODID,
        "title": clean_text(options.name or record.name),
    }
    head["updated"] = max((event.updated for event in written(record.events, options)), default=NEVER)
    if options.source_url and (source := uri(options.source_url)):
        head["source"] = source
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "entries": ['
    for number, event in enumerate(written(record.events, options)):
        yield (",\n" if number else "\n") + json.dumps(to_entry(event, articles, options), ensure_ascii=False)
    yield "\n]}\n"


def to_entry(event: Event, articles: Mapping[str, ArticleInfo], options: WriteOptions) -> dict[str, Any]:
    """Return one event as a JSCalendar object."""
    entry: dict[str, Any] = {
        "@type": "Event",
        "uid": event.id,
        "updated": event.updated,
        "sequence": event.sequence,
        "title": clean_text(summary(event)),
        "description": clean_text(describe(event, articles)),
        "descriptionContentType": "text/plain",
        **_times(event.when),
        "status": status(event),
        "freeBusyStatus": "free",
        "keywords": {clean_text(event.kind): True},
    }
    if color := options.color_of(event.kind):
        entry["color"] = color
    if event.place:
        entry["locations"] = {"1": {"@type": "Location", "name": clean_text(event.place.name)}}
    if address := address_of(event, articles):
        entry["links"] = {"1": {"@type": "Link", "href": address}}
    if event.part_of:
        entry["relatedTo"] = {event.part_of: {"@type": "Relation", "relation": {"parent": True}}}
    return entry


def _times(when: When) -> dict[str, Any]:
    """Return start, zone and duration (sections 4.2, 4.7)."""
    if not is_timed(when):
        first, after = days(when)
        length = (after - first).days if after else 1
        return {"start": f"{first}T00:00:00", "timeZone": None, "duration": f"P{length}D", "showWithoutTime": True}
    zone, start = ZoneInfo(when.zone or ""), when.start or when.end or ""
    begin, end = (datetime.fromisoformat(value).replace(tzinfo=zone) for value in (start, when.end or start))
    seconds = max(0, round(end.timestamp() - begin.timestamp()))
    duration = f"PT{seconds}S" if seconds % 60 else f"PT{seconds // 60}M"
    return {"start": f"{start}:00", "timeZone": when.zone, "duration": duration}
