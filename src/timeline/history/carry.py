"""A new state that continues an old one: its ids, its edits, and all that only the old one knows.

Of several states of an event the one with the newest report is believed; the others fill what it leaves open and make
precise what it says vaguely. A new reading of all that was read before takes their place. The absence of a report
changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from timeline.history.compare import SEQUENCED, changed_fields, is_same_time, time_key
from timeline.history.match import match_events, sharing_passages
from timeline.history.unite import unite_articles, unite_evidence
from timeline.merge.fields import CHANGES, HEARD, choose_title, fineness, gather_aliases, gather_organizers
from timeline.merge.identity import next_uid
from timeline.merge.title import Title
from timeline.model import Event, Evidence, Issue, Place, TimelineRecord, When

FILLED = ("edition", "theme", "part_of")
"""Fields that an older state fills where the newer one says nothing."""

TOLD = ("title", "kind", "status", "when", "place", "organizers", *FILLED)
"""Fields that a state tells."""

EDITED_FIELDS = {"hidden": "status", "date": "when"}
"""Names of edits that are not the name of the field they set."""


def carry(new: TimelineRecord, old: TimelineRecord) -> TimelineRecord:
    """Return the new state with the ids, sequences and edits of the old one, and all that only the old one knows.

    Where two old events have become one, the id of the one published first stays, and an issue names the other; where
    one has become two, the one more like it keeps the id.
    """
    fresh, known = (*new.events, *new.candidates), (*old.events, *old.candidates)
    articles = unite_articles((*new.articles, *old.articles))
    matches = match_events(fresh, known, {article.id: article for article in articles})
    ids = _new_ids(fresh, known, matches)
    gone = {event.id: group[0].id for group in matches.values() for event in group}
    apart = _split_off(fresh, known, matches)
    states = []
    for event in fresh:
        olds = [_rename(old, gone) for old in matches.get(event.id, ())]
        read = _rename(event, ids)
        states.append(_continue(read, olds, apart.get(event.id, ())) if olds else read)
    states += [_rename(event, gone) for event in known if event.id not in gone]
    shown = {ids[event.id] for event in new.events} | {gone.get(event.id, event.id) for event in old.events}
    return TimelineRecord(
        name=new.name or old.name,
        articles=articles,
        events=tuple(event for event in states if event.id in shown),
        candidates=tuple(event for event in states if event.id not in shown),
        issues=(*new.issues, *_issues(matches, apart, ids), *_overruled(fresh, matches)),
        extensions=new.extensions or old.extensions,
    )


def _new_ids(fresh: Sequence[Event], known: Sequence[Event], matches: Mapping[str, Sequence[Event]]) -> dict[str, str]:
    """Return the id that each new event gets: that of the old one, else its own, else one that nobody has."""
    ids = {id: group[0].id for id, group in matches.items()}
    used = {event.id for event in known}
    for event in fresh:
        if event.id not in ids:
            id = event.id
            while id in used:
                id = next_uid(id)
            ids[event.id] = id
            used.add(id)
    return ids


def _split_off(
    fresh: Sequence[Event], known: Sequence[Event], matches: Mapping[str, Sequence[Event]]
) -> dict[str, list[Event]]:
    """Return by the id of a new event those that its old one held too: read in passages of that, but not in its own."""
    heirs = {old.id: event for event in fresh for old in matches.get(event.id, ())}
    apart: dict[str, list[Event]] = {}
    for event, old in sharing_passages([event for event in fresh if event.id not in matches], known):
        heir = heirs.get(old.id)
        if heir and not any(sharing_passages([event], [heir])) and event not in apart.setdefault(heir.id, []):
            apart[heir.id].append(event)
    return apart


def _rename(event: Event, ids: Mapping[str, str]) -> Event:
    """Return an event under its new id and that of the whole it is a part of, where they have one."""
    names = {"id": ids.get(event.id, event.id), "part_of": ids.get(event.part_of or "", event.part_of)}
    if (event.id, event.part_of) == (names["id"], names["part_of"]):
        return event
    return event.model_copy(update=names)


def _continue(new: Event, olds: Sequence[Event], apart: Sequence[Event]) -> Event:
    """Return an event as it stands after the new state.

    Args:
        new: The event as it was read now, under its old id.
        olds: What it continues, first the one that had the id.
        apart: New events that were a part of the old ones so far.
    """
    old = olds[0]
    told = _as_read_again(new) if _is_read_again(new, olds) else _as_told(_by_age(new, olds), old)
    edits = _edits(new, olds)
    told |= {EDITED_FIELDS.get(name, name): _edited_value(event, name) for name, event in edits.items()}
    told |= {
        "aliases": _kept_aliases(gather_aliases((*olds, new), told["title"]), new, apart),
        "previous": replaced_times(
            told["when"],
            chain.from_iterable(event.previous for event in (*olds, new)),
            (event.when for event in ((*olds, new) if "date" in edits else olds)),
        ),
        "confidence": max(event.confidence for event in (new, *olds)),
        "evidence": _kept_evidence(unite_evidence((new, *olds)), new, apart),
        "updated": max(event.updated for event in (new, *olds)),
        "part_of": told["part_of"] if told["part_of"] != old.id else None,
        "extensions": new.extensions or old.extensions,
        "edited": tuple(sorted(edits)),
        "sequence": max(old.sequence, new.sequence),
    }
    state = old.model_copy(update=told)
    if any(name in SEQUENCED for name in changed_fields(old, state)):
        return state.model_copy(update={"sequence": state.sequence + 1})
    return old if state == old else state


def _is_read_again(new: Event, olds: Iterable[Event]) -> bool:
    """Return whether a new event was read in all passages of the old ones."""
    read = {(passage.article, passage.start) for passage in new.evidence}
    return all((passage.article, passage.start) in read for old in olds for passage in old.evidence)


def _as_read_again(new: Event) -> dict[str, Any]:
    """Return what a new reading says."""
    return {name: getattr(new, name) for name in TOLD}


def _by_age(new: Event, olds: Sequence[Event]) -> list[Event]:
    """Return the states of an event, the newest last.

    As in merging, one that is not half as sure as the surest has no say, and of one time a cancellation or postponement
    counts before the rest.
    """
    least = HEARD * max(event.confidence for event in (new, *olds))
    return sorted((*olds, new), key=lambda event: (event.confidence >= least, event.updated, event.status in CHANGES))


def _as_told(states: Sequence[Event], named: Event) -> dict[str, Any]:
    """Return what several states say together, the newest of them last, in the language of what `named` is called."""
    newest, older = states[-1], states[-2::-1]
    told = _as_read_again(newest)
    for event in older:
        told |= {name: getattr(event, name) for name in FILLED if told[name] is None}
        told["when"] = _more_precise(told["when"], event.when)
        told["place"] = _more_exact(told["place"], event.place)
        told["kind"] = event.kind if told["kind"] == "other" else told["kind"]
    return told | {"title": _choose_title(states, named), "organizers": gather_organizers(states[::-1])}


def _choose_title(states: Sequence[Event], named: Event) -> str:
    """Return the name that says most, in the language that the event has had so far."""
    titles = {event.title: Title(event.title) for event in states}
    alike = [event for event in states if titles[event.title].chinese == titles[named.title].chinese]
    return choose_title(alike, titles)


def _more_precise(newer: When, older: When) -> When:
    """Return the newer time, or the older one where it says the same more precisely."""
    is_inside = newer.earliest <= older.earliest and older.latest <= newer.latest
    return older if is_inside and older.precision.rank > newer.precision.rank else newer


def _more_exact(newer: Place | None, older: Place | None) -> Place | None:
    """Return the newer place, or the older one where it is more exact: a report that names the city moves no venue."""
    if newer is None or older is None:
        return newer or older
    return older if _exactness(older) > _exactness(newer) else newer


def _exactness(place: Place) -> tuple[bool, int]:
    return place.basis != "dateline", fineness(place.name)


def _edits(new: Event, olds: Sequence[Event]) -> dict[str, Event]:
    """Return by the name of each edit the state that holds its value.

    Of two events that have become one and of which one was hidden, a person meant to keep the other.
    """
    found = {name: event for event in (*olds[::-1], new) for name in event.edited}
    if "hidden" not in new.edited and not all("hidden" in event.edited for event in olds):
        found.pop("hidden", None)
    return found


def _edited_value(event: Event, name: str) -> Any:
    return getattr(event, EDITED_FIELDS.get(name, name))


def replaced_times(when: When, previous: Iterable[When], others: Iterable[When]) -> tuple[When, ...]:
    """Return the times that `when` has replaced: those known as `previous`, and of the others those it contradicts."""
    moved = (other for other in others if other.latest < when.earliest or when.latest < other.earliest)
    return tuple({time_key(other): other for other in (*previous, *moved) if not is_same_time(other, when)}.values())


def _kept_aliases(names: Iterable[str], new: Event, apart: Iterable[Event]) -> tuple[str, ...]:
    """Return the names without those of what is another happening by now."""
    gone = {name for event in apart for name in (event.title, *event.aliases)} - {new.title, *new.aliases}
    return tuple(name for name in names if name not in gone)


def _kept_evidence(passages: Iterable[Evidence], new: Event, apart: Iterable[Event]) -> tuple[Evidence, ...]:
    """Return the passages without those that tell of what is another happening by now."""
    gone = {(passage.article, passage.start) for event in apart for passage in event.evidence}
    return tuple(item for item in passages if item in new.evidence or (item.article, item.start) not in gone)


def _issues(
    matches: Mapping[str, Sequence[Event]], apart: Mapping[str, Sequence[Event]], ids: Mapping[str, str]
) -> Iterator[Issue]:
    """Yield an issue for each event that has become one with another, or has split off from one."""
    for group in matches.values():
        for gone in group[1:]:
            message = f"the event {gone.id} ({gone.title!r}) has become one with {group[0].id}, whose id stays"
            yield Issue(code="merged-event", message=message)
    for whole, events in apart.items():
        for event in events:
            message = f"the event {ids[event.id]} ({event.title!r}) has split off from {ids[whole]}"
            yield Issue(code="split-event", message=message)


def _overruled(fresh: Iterable[Event], matches: Mapping[str, Sequence[Event]]) -> Iterator[Issue]:
    """Yield an issue for each date that was set by hand and that new reports contradict, when they first do."""
    for event in fresh:
        for old in matches.get(event.id, ())[:1]:
            known = any(is_same_time(event.when, when) for when in (old.when, *old.previous))
            if "date" in old.edited and event.updated > old.updated and not known:
                message = (
                    f"{old.title!r} is on {event.when.edtf} by newer reports; the edit keeps {old.when.edtf}:"
                    f" change the edit of {old.id} if they are right"
                )
                yield Issue(code="edit-contradicted", message=message)
