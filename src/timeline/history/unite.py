"""The union of several states of a timeline, by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from timeline.model import ArticleInfo, Event, EventBody, Evidence, TimelineRecord


def unite(records: Sequence[TimelineRecord]) -> TimelineRecord:
    """Return the union by id: the newer state of an event with the evidence of all.

    What is an event in one record is no candidate; the name is the first that is given.
    """
    shown = {event.id for record in records for event in record.events}
    states: dict[str, list[Event]] = defaultdict(list)
    for event in chain.from_iterable((*record.events, *record.candidates) for record in records):
        states[event.id].append(event)
    events = [_newest(group) if len(group) > 1 else group[0] for group in states.values()]
    return TimelineRecord(
        name=next((record.name for record in records if record.name), ""),
        articles=unite_articles(article for record in records for article in record.articles),
        events=tuple(event for event in events if event.id in shown),
        candidates=tuple(event for event in events if event.id not in shown),
        issues=tuple(dict.fromkeys(issue for record in records for issue in record.issues)),
        extensions=tuple(dict.fromkeys(line for record in records for line in record.extensions)),
    )


def unite_articles(articles: Iterable[ArticleInfo]) -> tuple[ArticleInfo, ...]:
    """Return one record for each id: the first source in order, the others as copies."""
    found: dict[str, ArticleInfo] = {}
    for article in sorted(articles, key=lambda article: (article.id, article.source, article.model_dump_json())):
        first = found.setdefault(article.id, article)
        copies = tuple(sorted({*first.copies, *article.copies, article.source} - {first.source}))
        if copies != first.copies:
            found[article.id] = first.model_copy(update={"copies": copies})
    return tuple(found.values())


def _newest(states: list[Event]) -> Event:
    newest = max(states, key=lambda event: (event.sequence, event.updated, event.model_dump_json(exclude={"evidence"})))
    return newest.model_copy(update={"evidence": unite_evidence(states)})


def unite_evidence(states: Iterable[EventBody]) -> tuple[Evidence, ...]:
    """Return the passages of all states once, by article and offset."""
    passages = dict.fromkeys(chain.from_iterable(event.evidence for event in states))
    return tuple(sorted(passages, key=lambda passage: (passage.article, passage.start, passage.end, passage.text)))
