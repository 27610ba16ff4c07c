"""Events of schema.org on a page → fields with the passage that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from timeline.lexicon.page import event_types
from timeline.model import Span, StatedEvent, Status
from timeline.read.web.structured import Node, text_of, types, values

MOST = 200
"""So many events of one page are taken."""

LONGEST = 120
"""No name or place is longer; a longer one is a text."""

STATUSES: dict[str, Status] = {
    "EventCancelled": "cancelled",
    "EventPostponed": "postponed",
    "EventScheduled": "scheduled",
    "EventRescheduled": "scheduled",
}
"""Values of `eventStatus`; that it was moved says `previousStartDate`."""


def state_events(nodes: Sequence[Node], start: int) -> tuple[str, tuple[StatedEvent, ...]]:
    """Return the events among the nodes, and the text that holds their fields, to stand behind that of the page.

    An event without a name or a begin in ISO 8601 is none.

    Args:
        start: Where the text will stand.
    """
    passages: list[str] = []
    events: list[StatedEvent] = []
    seen: set[str] = set()
    for node in nodes:
        fields = _read_fields(node)
        if fields is None or len(events) == MOST:
            continue
        passage = "\n".join(_show(fields))
        if passage not in seen:
            seen.add(passage)
            passages.append(passage)
            end = start + 2 + len(passage)
            events.append(StatedEvent(**fields, span=Span(start=start + 2, end=end)))
            start = end
    return "".join(f"\n\n{passage}" for passage in passages), tuple(events)


def _read_fields(node: Node) -> dict[str, Any] | None:
    """Return the fields of an event, or None where the node is none."""
    kinds = [event_types()[name] for name in sorted(types(node)) if name in event_types()]
    name, start = text_of(node, "name", "headline"), _date(node, "startDate")
    if not kinds or not name or len(name) > LONGEST or not start:
        return None
    status = (text_of(node, "eventStatus") or "").rpartition("/")[2]
    return {
        "name": name,
        "start": start,
        "end": _date(node, "endDate"),
        "previous": _date(node, "previousStartDate"),
        "kind": next((kind for kind in kinds if kind != "other"), None),
        "status": STATUSES.get(status),
        "place": _place(node),
        "organizers": tuple(dict.fromkeys(_names(values(node, "organizer")))),
    }


def _show(fields: dict[str, Any]) -> Iterator[str]:
    """Yield the fields, one a line, under their names in schema.org."""
    shown = {
        "start": "startDate",
        "end": "endDate",
        "previous": "previousStartDate",
        "place": "location",
        "status": "eventStatus",
    }
    for name, value in fields.items():
        if name == "organizers":
            yield from (f"organizer: {each}" for each in value)
        elif value and name != "kind":
            yield f"{shown.get(name, name)}: {value}"


def _date(node: Node, name: str) -> str | None:
    value = text_of(node, name)
    return value if value and _iso().fullmatch(value) else None


def _place(node: Node) -> str | None:
    """Return where an event takes place: the name of the place, else its address; an address on the web is none."""
    for place in values(node, "location"):
        named = text_of(place, "name", "address") if isinstance(place, dict) else place
        if isinstance(named, str) and 0 < len(named) <= LONGEST and "://" not in named:
            return named
        address = (
            next((each for each in values(place, "address") if isinstance(each, dict)), {}) if named is None else {}
        )
        if town := text_of(address, "streetAddress", "addressLocality"):
            return town[:LONGEST]
    return None


def _names(stated: Iterable[Any]) -> Iterator[str]:
    for each in stated:
        name = text_of(each, "name") if isinstance(each, dict) else each
        if isinstance(name, str) and 0 < len(name) <= LONGEST and "://" not in name:
            yield " ".join(name.split())


@cache
def _iso() -> re.Pattern[str]:
    """A date of ISO 8601, extended format, cut to year, month, day, minute or second."""
    clock = r"[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?\s?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
    return re.compile(rf"[0-9]{{4}}(?:-[0-9]{{2}}(?:-[0-9]{{2}}(?:{clock})?)?)?")
