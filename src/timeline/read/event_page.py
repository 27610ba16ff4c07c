"""Pages whose front matter states an event: `start_date`, `location`, or a `date` beside that of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.lexicon.layout import layout_pattern
from timeline.lexicon.script import fold
from timeline.model import Span, StatedEvent
from timeline.read.fields import EVENT_END, EVENT_START, ORGANIZER, PLACE, RELEASED, TITLE
from timeline.read.frontmatter import FrontMatter

LONGEST = 120
"""No name or place is longer; a longer one is a text."""


def state_event(text: str, matter: FrontMatter) -> Iterator[StatedEvent]:
    """Yield the event that front matter states: one with a name and a begin in ISO 8601."""
    name, start = _value(text, matter, TITLE), find_begin(matter)
    if name and _coverage().search(fold(name)):
        return
    begin = _iso().match(text, *start) if start else None
    if not name or start is None or begin is None:
        return
    end = _iso().match(_value(text, matter, EVENT_END) or "")
    organizer = _value(text, matter, ORGANIZER)
    yield StatedEvent(
        name=name,
        start=begin[0],
        end=end[0] if end else None,
        place=_value(text, matter, PLACE),
        organizers=(organizer,) if organizer else (),
        span=Span(start=text.rfind("\n", 0, start[0]) + 1, end=start[1]),
    )


def find_begin(matter: FrontMatter) -> tuple[int, int] | None:
    """Return the range of the begin: its own field, or `date` where place and publication have fields of their own."""
    dated = matter.find(("date",)) if matter.find(PLACE) and matter.find(RELEASED) else None
    return matter.find(EVENT_START) or dated


def _value(text: str, matter: FrontMatter, names: tuple[str, ...]) -> str | None:
    """Return the value of the first of some fields that has a short one, white space collapsed."""
    place = matter.find(names)
    value = " ".join(text[slice(*place)].split()) if place else ""
    listed = value.startswith(("[", "{", "|", ">", "http"))
    return value if 0 < len(value) <= LONGEST and not listed else None


@cache
def _coverage() -> re.Pattern[str]:
    """What makes a title that of an article about the event, not its name."""
    return re.compile(layout_pattern("coverage"), re.IGNORECASE)


@cache
def _iso() -> re.Pattern[str]:
    """A day of ISO 8601, extended format, perhaps with its clock."""
    clock = r"[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?\s?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
    return re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:{clock})?(?![0-9])")
