"""A timeline over time: the union of two states, carrying ids into a new state, and what changed between two.

An event of the new state is the same as one of the old when it has its id, rests on a passage of it, or is the same
happening by the rules of merging. It then keeps the old id. Of two states the one with the newer report is believed;
the absence of a report changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from timeline.merge.coreference import relate
from timeline.merge.report import Report, gather_reports
from timeline.model import ArticleInfo, Event, EventBody, EventMention, Evidence, Issue, Model, TimelineRecord, When

SEQUENCED = ("when", "place", "status")
"""Fields whose change raises SEQUENCE (RFC 5545 3.8.7.4)."""

TOLD = ("title", "kind", "status", "when", "place", "organizers", "edition", "theme", "part_of")
"""Fields in which two states are compared, in the order told."""


class Change(Model):
    """What became of one event between two states."""

    before: Event | None
    """The event in the old state; None where it came."""
    after: Event | None
    """The event in the new state; None where it went."""
    fields: tuple[str, ...] = ()
    """For an event of both states the fields that differ, `evidence` for further reports."""

    @property
    def event(self) -> Event:
        """The event in its newest state."""
        event = self.after or self.before
        assert event is not None
        return event


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
        copies = {*first.copies, *article.copies, article.source} - {first.source}
        found[article.id] = first.model_copy(update={"copies": tuple(sorted(copies))})
    return tuple(found.values())


def _newest(states: list[Event]) -> Event:
    newest = max(states, key=lambda event: (event.sequence, event.updated, event.model_dump_json(exclude={"evidence"})))
    return newest.model_copy(update={"evidence": _all_evidence(states)})


def _all_evidence(states: Iterable[EventBody]) -> tuple[Evidence, ...]:
    """Return the passages of all states once, by article and offset."""
    passages = dict.fromkeys(chain.from_iterable(event.evidence for event in states))
    return tuple(sorted(passages, key=lambda passage: (passage.article, passage.start, passage.end, passage.text)))


def carry(new: TimelineRecord, old: TimelineRecord) -> TimelineRecord:
    """Return the new state with the ids, sequences and edits of the old one, and all that only the old one knows.

    Where two old events have become one, the id of the one published first stays, and an issue names the other.
    """
    fresh, known = (*new.events, *new.candidates), (*old.events, *old.candidates)
    articles = unite_articles((*new.articles, *old.articles))
    matches = match_events(fresh, known, {article.id: article.published or "9999" for article in articles})
    kept = {id: group[0].id for id, group in matches.items()}
    gone = {event.id for group in matches.values() for event in group}
    states = [_carry_event(event, matches.get(event.id, []), kept) for event in fresh]
    states += [event for event in known if event.id not in gone]
    shown = {kept.get(event.id, event.id) for event in new.events} | {event.id for event in old.events}
    return TimelineRecord(
        name=new.name or old.name,
        articles=articles,
        events=tuple(event for event in states if event.id in shown),
        candidates=tuple(event for event in states if event.id not in shown),
        issues=(*new.issues, *_merged_issues(matches)),
        extensions=new.extensions or old.extensions,
    )


def match_events(
    fresh: Sequence[Event], known: Sequence[Event], published: Mapping[str, str]
) -> dict[str, list[Event]]:
    """Return for each new event that continues old ones these old ones, the one published first in front.

    An old event is continued by one new event: the one with its id, else one that rests on a passage of it and has its
    title or time, else the best by the rules of merging. A new event that rests on passages of several old ones which
    are one happening continues them all.
    """
    matches: dict[str, list[Event]] = defaultdict(list)
    taken: set[str] = set()
    for find, absorbs in ((_by_id, False), (_by_passage, False), (_by_likeness, False), (_by_merging, True)):
        left = [event for event in known if event.id not in taken]
        for event, other in find([event for event in fresh if (event.id in matches) == absorbs], left):
            if other.id not in taken and (absorbs or event.id not in matches):
                taken.add(other.id)
                matches[event.id].append(other)
    for group in matches.values():
        group.sort(key=lambda event: (min(published.get(item.article, "9999") for item in event.evidence), event.id))
    return dict(matches)


def _by_id(fresh: Sequence[Event], known: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    ids = {event.id: event for event in known}
    yield from ((event, ids[event.id]) for event in fresh if event.id in ids)


def _by_passage(fresh: Sequence[Event], known: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """Yield pairs that share a passage and the title or the time, those that share both first."""
    pairs = _sharing_passages(fresh, known)
    scored = [((one.title == other.title) + _is_same_time(one.when, other.when), one, other) for one, other in pairs]
    yield from ((one, other) for score, one, other in sorted(scored, key=lambda pair: -pair[0]) if score)


def _by_merging(fresh: Sequence[Event], known: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """Yield pairs that share a passage and are one happening by their names."""
    for one, other in _sharing_passages(fresh, known):
        if one.title == other.title or relate(_report(one), _report(other)).is_same:
            yield one, other


def _sharing_passages(fresh: Sequence[Event], known: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    places: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for event in known:
        for passage in event.evidence:
            places[passage.article, passage.start].append(event)
    for event in fresh:
        for passage in event.evidence:
            yield from ((event, other) for other in places.get((passage.article, passage.start), ()))


def _by_likeness(fresh: Sequence[Event], known: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """Yield pairs that merging would take for one happening, the surest first."""
    months: dict[int, list[tuple[Event, Report]]] = defaultdict(list)
    for event in known:
        report = _report(event)
        for month in _months(event, 0):
            months[month].append((event, report))
    pairs: list[tuple[float, Event, Event]] = []
    for event in fresh:
        mine = _report(event)
        near = {id(other): (other, report) for month in _months(event, 1) for other, report in months.get(month, ())}
        for other, report in near.values():
            relation = relate(mine, report)
            if relation.is_same:
                pairs.append((relation.score, event, other))
    yield from ((event, other) for _, event, other in sorted(pairs, key=lambda pair: -pair[0]))


def _months(event: Event, margin: int) -> set[int]:
    """Return the months, counted from year 0, that the stated and the replaced times touch, at most two years."""
    found: set[int] = set()
    for when in (event.when, *event.previous):
        first, last = (int(value[:4]) * 12 + int(value[5:7] or 1) for value in _bounds(when))
        found.update(range(first - margin, min(last, first + 24) + margin + 1))
    return found


def _bounds(when: When) -> tuple[str, str]:
    """Return the first and the last month named, as ISO text."""
    first, last = when.start or when.end or "", when.end or when.start or ""
    return (first[:7] if len(first) > 4 else f"{first}-01"), (last[:7] if len(last) > 4 else f"{last}-12")


def _report(event: Event) -> Report:
    """Return an event as merging compares it."""
    body = {name: getattr(event, name) for name in EventBody.model_fields}
    (report,) = gather_reports([EventMention.model_construct(key=event.id, part_of=event.part_of, **body)])
    return report


def _carry_event(new: Event, olds: Sequence[Event], kept: Mapping[str, str]) -> Event:
    """Return an event as it stands after the new state."""
    if new.part_of:
        new = new.model_copy(update={"part_of": kept.get(new.part_of, new.part_of)})
    if not olds:
        return new
    old = olds[0]
    newer, older = (new, old) if new.updated >= old.updated else (old, new)
    state = newer.model_copy(
        update={
            "id": old.id,
            "when": _believed_when(newer.when, older.when),
            "aliases": tuple(dict.fromkeys(name for name in (*newer.aliases, *older.aliases) if name != newer.title)),
            "confidence": max(new.confidence, old.confidence),
            "evidence": _all_evidence((new, *olds)),
            "updated": max(event.updated for event in (new, *olds)),
            "edited": old.edited,
            **{name: getattr(newer, name) or getattr(older, name) for name in FILLED},
            **{name: getattr(old, name) for name in _edited_fields(old)},
        }
    )
    sequence = max(event.sequence for event in (new, *olds))
    changed = any(name in SEQUENCED for name in changed_fields(old, state))
    return state.model_copy(
        update={"previous": _replaced(state, old, new), "sequence": sequence + changed},
    )


FILLED = ("place", "organizers", "edition", "theme", "part_of", "extensions")
"""Fields that the older state fills where the newer one says nothing."""

EDITED_FIELDS = {"hidden": "status", "date": "when"}
"""Names of edits that are not the name of the field they set."""


def _edited_fields(event: Event) -> list[str]:
    return [EDITED_FIELDS.get(name, name) for name in event.edited]


def _believed_when(newer: When, older: When) -> When:
    """Return the newer time, or the older one where it says the same more precisely."""
    is_inside = newer.earliest <= older.earliest and older.latest <= newer.latest
    return older if is_inside and older.precision.rank > newer.precision.rank else newer


def _replaced(state: Event, old: Event, new: Event) -> tuple[When, ...]:
    """Return the times that others have replaced, oldest first."""
    moved = old.when.latest < state.when.earliest or state.when.latest < old.when.earliest
    times = (*old.previous, *new.previous, *((old.when,) if moved else ()))
    distinct = {_time_key(when): when for when in times if not _is_same_time(when, state.when)}
    return tuple(distinct.values())


def _time_key(when: When) -> tuple[object, ...]:
    return when.start, when.end, when.precision, when.mod, when.part, when.zone


def _is_same_time(one: When, other: When) -> bool:
    return _time_key(one) == _time_key(other)


def _merged_issues(matches: Mapping[str, list[Event]]) -> Iterator[Issue]:
    for group in matches.values():
        for gone in group[1:]:
            message = f"the event {gone.id} ({gone.title!r}) has become one with {group[0].id}, whose id stays"
            yield Issue(code="merged-event", message=message)


def compare(old: TimelineRecord, new: TimelineRecord) -> tuple[Change, ...]:
    """Return what came, changed and went, in order of the new state, then of the old one.

    Events are compared by id; candidates are not looked at.
    """
    before = {event.id: event for event in old.events}
    after = {event.id: event for event in new.events}
    changes = [
        Change(before=before.get(id), after=event, fields=_differences(before, event)) for id, event in after.items()
    ]
    changes += [Change(before=event, after=None) for id, event in before.items() if id not in after]
    return tuple(change for change in changes if change.fields or not (change.before and change.after))


def _differences(before: Mapping[str, Event], event: Event) -> tuple[str, ...]:
    return changed_fields(before[event.id], event) if event.id in before else ()


def changed_fields(before: Event, after: Event) -> tuple[str, ...]:
    """Return the fields in which two states of an event differ; how a time was read and printed does not count."""
    changed = [name for name in TOLD if name != "when" and getattr(before, name) != getattr(after, name)]
    changed += ["when"] if not _is_same_time(before.when, after.when) else []
    changed += ["evidence"] if before.evidence != after.evidence else []
    return tuple(sorted(changed, key=(*TOLD, "evidence").index))
