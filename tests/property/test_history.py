"""Any history of updates keeps every id, doubles none and never lowers a sequence."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hand_made import ARTICLE, make_event, make_when
from timeline.history import changed_fields
from timeline.model import Event, Evidence, Place, Status, When
from timeline.timeline import Timeline

NAMES = (
    "Twelfth Harbour Book Fair",
    "Riverside Jazz Festival 2026",
    "第三届山城灯会",
    "“海风”短片大赛",
    "Northern Lights Marathon",
)
STATUSES: tuple[Status, ...] = ("scheduled", "held", "postponed", "cancelled")


class News(NamedTuple):
    """One report in one day's news."""

    name: int
    """Which happening."""
    act: str
    """What the report says."""
    long: bool
    """Whether the name is told at more length."""


news = st.builds(
    News, st.integers(0, len(NAMES) - 1), st.sampled_from(["again", "move", "cancel", "revive", "place"]), st.booleans()
)
histories = st.lists(st.lists(news, max_size=4, unique_by=lambda item: item.name), min_size=1, max_size=8)


def report(item: News, day: int, known: dict[int, When]) -> Event:
    """Return the event that a report of a day states; `known` is when each happening is by now."""
    title = NAMES[item.name]
    if item.long:
        title = f"{title}开幕" if not title.isascii() else f"{title} at the Pier"
    before = known.get(item.name, make_when(f"2026-{item.name + 3:02}-13"))
    when = make_when(f"2026-{item.name + 3:02}-{14 + day}") if item.act == "move" else before
    known[item.name] = when
    status: Status = {"move": "postponed", "cancel": "cancelled"}.get(item.act, "scheduled")  # type: ignore[assignment]
    passage = Evidence(article=f"d{day}n{item.name}", start=0, end=9, text="It is on.")
    return make_event(
        title,
        when,
        id=f"55555555-0000-5000-8000-{day:06}{item.name:06}",
        status=status,
        previous=(before,) if item.act == "move" and before != when else (),
        place=Place(name="Pier") if item.act == "place" else None,
        updated=f"2026-01-{day + 1:02}T00:00:00Z",
        evidence=(passage,),
    )


@settings(derandomize=True, max_examples=120, deadline=None)
@given(histories)
def test_history(history: list[list[News]]) -> None:
    """After each day: all ids are there once, one for each happening, and SEQUENCE rose exactly with what counts."""
    line, known, seen = Timeline(), dict[int, When](), set[int]()
    for day, items in enumerate(history):
        reports = [report(item, day, known) for item in items]
        infos = [ARTICLE.model_copy(update={"id": event.evidence[0].article}) for event in reports]
        before = {event.id: event for event in line}
        line = Timeline.of(reports, articles=infos).update(line)
        after = {event.id: event for event in line}
        seen.update(item.name for item in items)
        assert len(after) == len(line) == len(seen)
        assert set(before) <= set(after)
        for id, event in before.items():
            counts = bool({"when", "place", "status"} & set(changed_fields(event, after[id])))
            assert after[id].sequence == event.sequence + counts
            assert after[id].updated >= event.updated
        assert Timeline.of(reports, articles=infos).update(line) == line
