"""Any history of updates keeps every id, doubles none and never lowers a sequence."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hand_made import ARTICLE, make_event, make_when
from timeline.edits import Edit
from timeline.history import changed_fields
from timeline.model import Event, Evidence, Place, Status, When
from timeline.timeline import Timeline

NAMES = (
    ("Twelfth Harbour Book Fair", "Paper Lanterns on the Quay"),
    ("Riverside Jazz Festival 2026", "Saxophone Week"),
    ("第三届山城灯会", "元宵猜谜游园"),
    ("“海风”短片大赛", "青年影像周"),
)
"""Of each happening the name that most papers use, and one that nobody would take for it."""

REPORTS = ("again", "reword", "vague", "move", "cancel", "revive", "place", "other name", "merge", "split")
EDITS = ("hide", "show", "rename", "redate", "replace")
STATUSES: dict[str, Status] = {"move": "postponed", "cancel": "cancelled"}


class Step(NamedTuple):
    """What one day brings of one happening."""

    which: int
    """The happening."""
    act: str
    """What is reported, or what a person does."""


ACTS = (*REPORTS, *EDITS, "absence")


def read_history(data: bytes) -> list[list[Step]]:
    """Return the days of a history: three bytes a day, each one step; one draw is cheaper than one for each step."""
    days = (data[at : at + 3] for at in range(0, len(data), 3))
    steps = [[Step(byte % 4, ACTS[byte // 4 % 16]) for byte in day] for day in days]
    return [list({step.which: step for step in day}.values()) for day in steps]


histories = st.binary(min_size=3, max_size=21).map(read_history)


class World:
    """What the papers have written so far."""

    def __init__(self) -> None:
        self.when = {(which, face): make_when(f"2026-{which + 3:02}-13") for which in range(4) for face in (0, 1)}
        """When each happening is by now, by what it is called."""
        self.read: dict[tuple[int, int], list[Evidence]] = {}
        """Passages by happening and name."""

    def reports(self, step: Step, day: int) -> list[Event]:
        """Return the events that the reports of a day state."""
        which, act = step
        if act not in REPORTS:
            return []
        if act in ("merge", "split"):
            return self._read_again(which, act, day)
        face = 1 if act == "other name" else 0
        before = self.when[which, face]
        if act == "move":
            self.when[which, face] = make_when(f"2026-{which + 3:02}-{14 + day}")
        passage = Evidence(article=f"d{day}n{which}f{face}", start=0, end=9, text="It is on.")
        self.read.setdefault((which, face), []).append(passage)
        return [self._event(which, face, act, day, before, (passage,))]

    def _read_again(self, which: int, act: str, day: int) -> list[Event]:
        """Return what all that was written gives when it is read anew: as one happening, or as two."""
        faces = [face for face in (0, 1) if (which, face) in self.read]
        passages = [tuple(self.read[which, face]) for face in faces]
        if act == "merge" and len(faces) == 2:
            whole = self._event(which, 0, "again", day, self.when[which, 0], passages[0] + passages[1])
            return [whole.model_copy(update={"aliases": (NAMES[which][1],)})]
        return [
            self._event(which, face, "again", day, self.when[which, face], evidence)
            for face, evidence in zip(faces, passages, strict=True)
        ]

    def _event(self, which: int, face: int, act: str, day: int, before: When, evidence: tuple[Evidence, ...]) -> Event:
        title, when = NAMES[which][face], self.when[which, face]
        if act == "reword":
            title = f"{title} at the Pier" if title.isascii() else f"{title}开幕"
        return make_event(
            title,
            make_when(f"2026-{which + 3:02}") if act == "vague" else when,
            id=f"55555555-0000-5000-8000-{evidence[0].article.encode().hex()}",
            status=STATUSES.get(act, "scheduled"),
            previous=(before,) if before != when else (),
            place=Place(name="Pier") if act == "place" else None,
            updated=f"2026-01-{day + 1:02}T00:00:00Z",
            evidence=evidence,
        )


def edit_of(act: str) -> Edit:
    """Return what a person does to an event."""
    return {
        "hide": Edit(hide=True),
        "show": Edit(hide=False),
        "rename": Edit(title="Our day"),
        "redate": Edit(date="2026-09-09"),
        "replace": Edit(place="Hall"),
    }[act]


def check_step(before: Timeline, after: Timeline) -> None:
    """Compare two states: ids stay unless an issue says where they went, SEQUENCE rises exactly with what counts."""
    states = {event.id: event for event in after}
    assert len(states) == len(after)
    merged = [issue.message for issue in after.issues if issue.code == "merged-event"]
    for old in before:
        if old.id not in states:
            assert any(f"the event {old.id} " in message for message in merged)
            continue
        new = states[old.id]
        counts = bool({"when", "place", "status"} & set(changed_fields(old, new)))
        assert new.sequence == old.sequence + counts
        assert new.updated >= old.updated


@settings(derandomize=True, max_examples=500, deadline=None)
@given(histories)
def test_history(history: list[list[Step]]) -> None:
    """After each day every id is there once or named as merged, none is doubled, and the same news change nothing."""
    world, line = World(), Timeline()
    for day, day_steps in enumerate(history):
        reports = [event for step in day_steps for event in world.reports(step, day)]
        passages = {passage.article for event in reports for passage in event.evidence}
        news = Timeline.of(reports, articles=[ARTICLE.model_copy(update={"id": id}) for id in passages])
        before, line = line, news.update(line)
        check_step(before, line)
        known = {which for which, _ in world.read}
        assert len(known) <= len(line) <= len(world.read)
        again = news.update(line)
        assert (again.events, again.candidates) == (line.events, line.candidates)
        edits = {
            event.id: edit_of(step.act) for step in day_steps if step.act in EDITS for event in line[step.which :][:1]
        }
        before, line = line, line.edit(edits)
        check_step(before, line)
        assert line.edit(edits) == line
