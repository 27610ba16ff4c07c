"""A timeline over time: ids carried on, sequences raised, differences told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hand_made import ARTICLE, make_event, make_when
from timeline.model import ArticleInfo, Event, Evidence, Organizer, Place
from timeline.timeline import Timeline

NAME = "Twelfth Harbour Book Fair"


def article(id: str, published: str) -> ArticleInfo:
    """Return an article of a day."""
    return ARTICLE.model_copy(update={"id": id, "published": published, "source": f"{id}.txt"})


def report(name: str, day: str, when: Any, title: str = NAME, start: int = 0, **fields: Any) -> Event:
    """Return an event that one article, published on `day`, states."""
    passage = Evidence(article=name, start=start, end=start + 9, text="put on …"[:9])
    id = f"33333333-0000-5000-8000-{int(name.encode().hex(), 16) % 10**9:09d}{start:03d}"
    given = {"id": id, "updated": f"{day}T00:00:00Z", "evidence": (passage,)} | fields
    return make_event(title, when, **given)


def line_of(*events: Event) -> Timeline:
    """Return a timeline of reports with their articles."""
    infos = {passage.article: event.updated[:10] for event in events for passage in event.evidence}
    return Timeline.of(events, articles=[article(id, day) for id, day in infos.items()])


FIRST = report("one", "2026-01-10", "2026-03-13", place=Place(name="Pier"))


@pytest.mark.parametrize(
    ("changed", "sequence"),
    [
        ({}, 0),
        ({"title": "12th Harbour Book Fair"}, 0),
        ({"organizers": (Organizer(name="City"),)}, 0),
        ({"when": make_when("2026-03-13", text="on Friday")}, 0),
        ({"when": make_when("2026-03-14")}, 1),
        ({"when": make_when("2026-03-13/2026-03-15")}, 1),
        ({"place": Place(name="Hall")}, 1),
        ({"status": "cancelled"}, 1),
        ({"status": "cancelled", "place": Place(name="Hall"), "when": make_when("2026-03-20")}, 1),
    ],
)
def test_sequence_rises_exactly_with_date_place_and_status(changed: dict[str, Any], sequence: int) -> None:
    """However much changes, SEQUENCE rises by one, and only for date, place and status."""
    (event,) = line_of(FIRST.model_copy(update=changed)).update(line_of(FIRST))
    assert (event.id, event.sequence) == (FIRST.id, sequence)


def test_id_is_kept_through_another_report() -> None:
    """A later article about the same happening continues the event, and both are quoted."""
    later = report("two", "2026-01-12", "2026-03-13", title=f"{NAME} of 2026")
    (event,) = line_of(later).update(line_of(FIRST))
    assert event.id == FIRST.id
    assert [passage.article for passage in event.evidence] == ["one", "two"]
    assert event.place == FIRST.place
    assert (event.sequence, event.updated) == (0, "2026-01-12T00:00:00Z")


def test_better_precision_keeps_the_id() -> None:
    """Announced for a month, then for a day: one event, and a vaguer report later takes nothing back."""
    month = report("one", "2026-01-10", "2026-03")
    day = report("two", "2026-01-12", "2026-03-13")
    vague = report("three", "2026-01-14", "2026-03")
    line = line_of(day).update(line_of(month))
    assert [(event.id, event.when.edtf, event.sequence) for event in line] == [(month.id, "2026-03-13", 1)]
    line = line_of(vague).update(line)
    assert [(event.id, event.when.edtf, event.sequence) for event in line] == [(month.id, "2026-03-13", 1)]


def test_postponement_moves_the_event() -> None:
    """A postponement keeps the id, moves the date and remembers the old one."""
    moved = report(
        *("two", "2026-02-01", "2026-04-10"), status="postponed", previous=(make_when("2026-03-13", text="13 March"),)
    )
    (event,) = line_of(moved).update(line_of(FIRST))
    assert (event.id, event.when.edtf, event.status, event.sequence) == (FIRST.id, "2026-04-10", "postponed", 1)
    assert [when.edtf for when in event.previous] == ["2026-03-13"]


def test_older_news_changes_nothing_but_the_evidence() -> None:
    """An older report that comes in late does not undo what a newer one said."""
    cancelled = report("two", "2026-02-01", "2026-03-13", status="cancelled", place=Place(name="Pier"))
    (event,) = line_of(FIRST).update(line_of(cancelled))
    assert (event.status, event.sequence, event.updated) == ("cancelled", 0, "2026-02-01T00:00:00Z")
    assert {passage.article for passage in event.evidence} == {"one", "two"}


def test_absence_changes_nothing() -> None:
    """What the new input does not mention stays as it was, candidates too."""
    other = report("two", "2026-02-01", "2026-05-01", title="Lantern Night")
    previous = Timeline.of(
        [FIRST], candidates=[make_event("maybe", "2026-07-01")], articles=[article("one", "2026-01-10")]
    )
    line = line_of(other).update(previous)
    assert FIRST in line.events
    assert [event.title for event in line.candidates] == ["maybe"]
    assert [info.id for info in line.articles] == ["one", "two"]
    assert Timeline().update(previous) == previous


def test_two_happenings_in_one_passage_stay_two() -> None:
    """A passage that states two events is no reason to make them one when only one is found again."""
    one = report("one", "2026-01-10", "2026-03-13", title="Lantern Night")
    two = report("one", "2026-01-10", "2026-03-13", title="Charity Run", id="44444444-0000-5000-8000-000000000000")
    line = line_of(one).update(line_of(one, two))
    assert [event.id for event in line] == [one.id, two.id]


def test_two_become_one_and_the_older_id_stays() -> None:
    """When merging makes one of two, the id of the one published first stays, and an issue names the other."""
    second = report("two", "2026-01-12", "2026-03-13", title="Book Fair at the Pier")
    both = second.model_copy(
        update={"title": NAME, "aliases": (second.title,), "evidence": (*FIRST.evidence, *second.evidence)}
    )
    line = line_of(both).update(line_of(FIRST, second))
    assert [event.id for event in line] == [FIRST.id]
    assert [issue.code for issue in line.issues] == ["merged-event"]
    assert second.id in line.issues[0].message


def test_a_new_event_keeps_its_own_id() -> None:
    """What was not known is added; a parent that was known under another id is named by it."""
    whole = report("two", "2026-01-12", "2026-03-13")
    part = report("two", "2026-01-12", "2026-03-14", title="Night of Poets", start=50, part_of=whole.id)
    line = line_of(whole, part).update(line_of(FIRST))
    assert [(event.id, event.part_of) for event in line] == [(FIRST.id, None), (part.id, FIRST.id)]


def test_updating_twice_changes_nothing() -> None:
    """The same news a second time is no news."""
    later = line_of(
        report("two", "2026-02-01", "2026-03-20", title=f"{NAME} 2026", status="postponed", previous=(FIRST.when,))
    )
    once = later.update(line_of(FIRST))
    assert later.update(once) == once


def test_candidate_becomes_event() -> None:
    """A candidate that a new report makes certain is an event, under its old id."""
    previous = Timeline.of([], candidates=[FIRST.model_copy(update={"confidence": 0.3})])
    line = line_of(report("two", "2026-01-12", "2026-03-13")).update(previous)
    assert ([event.id for event in line], line.candidates) == ([FIRST.id], ())


def test_edits_are_kept() -> None:
    """What a person set is not taken back by the news."""
    edited = FIRST.model_copy(update={"title": "Fair", "when": make_when("2026-03-15"), "edited": ("date", "title")})
    later = report("two", "2026-02-01", "2026-03-13")
    (event,) = line_of(later).update(line_of(edited.model_copy(update={"aliases": (NAME,), "previous": (FIRST.when,)})))
    assert (event.title, event.when.edtf, event.sequence, event.edited) == ("Fair", "2026-03-15", 0, ("date", "title"))


def test_diff() -> None:
    """What came, changed and went is told with the fields."""
    moved = FIRST.model_copy(update={"when": make_when("2026-03-20"), "status": "postponed"})
    gone = make_event("gone", "2026-05-01")
    came = make_event("came", "2026-06-01")
    same = make_event("same", "2026-07-01")
    changes = line_of(FIRST, gone, same).diff(line_of(moved, came, same))
    assert [(change.event.title, change.fields) for change in changes] == [
        (NAME, ("status", "when")),
        ("came", ()),
        ("gone", ()),
    ]
    assert [(change.before is None, change.after is None) for change in changes] == [
        *((False, False), (True, False), (False, True))
    ]
    assert line_of(FIRST).diff(line_of(FIRST)) == ()
