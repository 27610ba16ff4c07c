"""What changed between two states of a timeline, and between two states of one event."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline.model import Event, Model, Precision, TimelineRecord, When

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
    """Return the fields in which two states of an event differ; how a time or place was read does not count."""
    if before is after:
        return ()
    differ = {name for name in TOLD if name not in SAMENESS and getattr(before, name) != getattr(after, name)}
    differ |= {name for name, is_same in SAMENESS.items() if not is_same(before, after)}
    return tuple(name for name in (*TOLD, "evidence") if name in differ)


def is_same_time(one: When, other: When) -> bool:
    """Return whether two times say the same, however they were printed and read."""
    return time_key(one) == time_key(other)


def time_key(when: When) -> tuple[object, ...]:
    """Return what a time says; the zone of a day or of anything coarser does not count."""
    zone = when.zone if when.precision.rank >= Precision.HOUR.rank else None
    return when.start, when.end, when.precision, when.mod, when.part, zone


SAMENESS: dict[str, Callable[[Event, Event], bool]] = {
    "when": lambda before, after: is_same_time(before.when, after.when),
    "place": lambda before, after: (before.place and before.place.name) == (after.place and after.place.name),
    "evidence": lambda before, after: before.evidence == after.evidence,
}
"""Fields that are not compared as they stand."""
