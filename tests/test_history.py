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


def test_an_article_printed_again() -> None:
    """A page that changed elsewhere states the same event in the same words, be its name as bare as it may."""
    first = report("one", "2026-01-10", "2026-03-13", title="Submission deadline", kind="deadline")
    again = report("two", "2026-01-11", "2026-03-13", title="Submission deadline", kind="deadline", start=40)
    page = {"source": "cfp.md", "title": "Call for papers", "url": None}

    def line(event: Event, **fields: str | None) -> Timeline:
        info = article(event.evidence[0].article, event.updated[:10]).model_copy(update=fields)
        return Timeline.of([event], articles=[info])

    assert [event.id for event in line(again, **page).update(line(first, **page))] == [first.id]
    elsewhere = {"source": "other.md", "title": "Another call", "url": None}
    assert len(line(again, **elsewhere).update(line(first, **page))) == 2


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


def test_a_passage_that_lost_its_first_event_keeps_the_ids() -> None:
    """The id of a passage goes to its first event; when another paper was first for that, nobody changes names."""
    one = report("one", "2026-01-10", "2026-03-13", title="Lantern Night")
    two = report("one", "2026-01-10", "2026-03-13", title="Charity Run", id="44444444-0000-5000-8000-000000000000")
    earlier = report("two", "2026-01-08", "2026-03-13", title="Lantern Night")
    both = earlier.model_copy(update={"evidence": (*one.evidence, *earlier.evidence)})
    line = line_of(both, two.model_copy(update={"id": one.id})).update(line_of(one, two))
    assert {(event.title, event.id) for event in line} == {("Lantern Night", one.id), ("Charity Run", two.id)}


def test_no_id_is_given_twice() -> None:
    """A new event whose own id another one keeps gets one that nobody has, the same on every run."""
    one = report("one", "2026-01-10", "2026-03-13", title="Lantern Night")
    moved = report("two", "2026-01-12", "2026-03-13", title="Lantern Night", id=f"5{one.id[1:]}")
    other = one.model_copy(update={"title": "Charity Run", "when": make_when("2026-05-01")})
    line = line_of(moved, other).update(line_of(one))
    assert [event.title for event in line] == ["Lantern Night", "Charity Run"]
    assert line[0].id == one.id
    assert line[1].id not in (one.id, moved.id)
    assert line_of(moved, other).update(line).events == line.events


def test_one_becomes_two() -> None:
    """Where a new reading takes an event apart, the one more like it keeps the id; each has its passages and names."""
    second = report("two", "2026-01-12", "2026-03-13", title="Book Fair at the Pier")
    whole = FIRST.model_copy(
        update={"aliases": (second.title,), "evidence": (*FIRST.evidence, *second.evidence), "updated": second.updated}
    )
    line = line_of(FIRST, second).update(line_of(whole))
    assert {(event.id, event.title, event.evidence, event.aliases) for event in line} == {
        (FIRST.id, FIRST.title, FIRST.evidence, ()),
        (second.id, second.title, second.evidence, ()),
    }
    assert [issue.code for issue in line.issues] == ["split-event"]
    assert f"{second.id} ('Book Fair at the Pier') has split off from {FIRST.id}" in line.issues[0].message
    again = line_of(FIRST, second).update(line)
    assert (again.events, again.issues) == (line.events, ())


SECOND = report("two", "2026-01-12", "2026-03-13", title="Book Fair at the Pier")
BOTH = SECOND.model_copy(
    update={"title": NAME, "aliases": (SECOND.title,), "evidence": FIRST.evidence + SECOND.evidence}
)


def test_what_became_one_keeps_the_newest_state() -> None:
    """News of the absorbed event that are not in the input are not lost, and its parts belong to the other now."""
    later = report("four", "2026-02-01", "2026-03-13", title=SECOND.title, status="cancelled")
    cancelled = later.model_copy(
        update={"id": SECOND.id, "sequence": 4, "evidence": (*later.evidence, *SECOND.evidence)}
    )
    part = report("three", "2026-01-14", "2026-03-14", title="Night of Poets", part_of=SECOND.id)
    evening = report("five", "2026-01-14", "2026-03-14", title="Evening of Songs", part_of=SECOND.id)
    sung_again = report("six", "2026-01-15", "2026-03-14", title="Evening of Songs")
    (event, *parts) = line_of(BOTH, sung_again).update(line_of(FIRST, cancelled, part, evening))
    assert (event.id, event.status, event.sequence) == (FIRST.id, "cancelled", 1)
    assert {child.part_of for child in parts} == {FIRST.id}
    assert len(parts) == 2


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [((), ("title",), ("title",)), ((), ("hidden",), ()), (("hidden",), ("hidden",), ("hidden",))],
)
def test_what_became_one_keeps_edits(
    first: tuple[str, ...], second: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    """Edits of either stay; but a person who hid one of two wants to see the other."""
    olds = [
        event.model_copy(update={"edited": edited, "status": "cancelled" if "hidden" in edited else "scheduled"})
        for event, edited in ((FIRST, first), (SECOND, second))
    ]
    (event,) = line_of(BOTH).update(line_of(*olds))
    assert (event.edited, event.status) == (expected, "cancelled" if "hidden" in expected else "scheduled")
    assert event.title == (SECOND.title if "title" in expected else NAME)


def test_a_later_report_makes_nothing_worse() -> None:
    """A further report that names only the city, one host, no kind and a short name takes nothing away."""
    full = report(
        *("one", "2026-01-10", "2026-03-13"),
        title="第十二届港口书展",
        kind="festival",
        place=Place(name="旧船厂展览馆"),
        organizers=(Organizer(name="港口市图书馆"), Organizer(name="港口日报", role="supporter")),
        edition=12,
    )
    short = report(
        *("two", "2026-01-12", "2026-03-13"),
        title="港口书展",
        kind="other",
        place=Place(name="深圳", basis="dateline"),
        organizers=(Organizer(name="港口日报", role="supporter"),),
    )
    (event,) = line_of(short).update(line_of(full))
    for name in ("title", "kind", "place", "organizers", "edition", "sequence"):
        assert getattr(event, name) == getattr(full, name)
    assert event.aliases == ("港口书展",)


def test_a_name_stays_in_its_language() -> None:
    """A report in another language adds its name to the aliases, be it older or surer."""
    english = report("two", "2026-01-08", "2026-03-13", title="Shancheng Lantern Fair 2026", confidence=0.95)
    chinese = report("one", "2026-01-10", "2026-03-13", title="2026山城灯会", evidence=english.evidence)
    again = english.model_copy(
        update={"evidence": (*english.evidence, Evidence(article="x", start=0, end=1, text="x"))}
    )
    both = chinese.model_copy(update={"evidence": (*chinese.evidence, Evidence(article="y", start=0, end=1, text="y"))})
    (event,) = line_of(again).update(line_of(both))
    assert (event.title, event.aliases) == ("2026山城灯会", ("Shancheng Lantern Fair 2026",))


def test_a_better_name_is_taken() -> None:
    """A report that tells the whole name gives it; the old one is an alias."""
    line = line_of(report("two", "2026-01-12", "2026-03-13", title="第十二届港口书展"))
    (event,) = line.update(line_of(report("one", "2026-01-10", "2026-03-13", title="港口书展")))
    assert (event.title, event.aliases, event.sequence) == ("第十二届港口书展", ("港口书展",), 0)


def test_a_new_reading_is_believed() -> None:
    """When all that an event rests on is read again, what it says now counts, be it vaguer or shorter."""
    old = FIRST.model_copy(update={"title": f"{NAME} and Something Misread", "edition": 13})
    again = FIRST.model_copy(update={"when": make_when("2026-03")})
    (event,) = line_of(again).update(line_of(old))
    assert (event.title, event.when.edtf, event.edition, event.sequence) == (NAME, "2026-03", None, 1)


def test_a_cancellation_counts_first_on_its_day() -> None:
    """Of two reports of one day the one that cancels is believed, whichever is read first."""
    cancelled = report("two", "2026-01-10", "2026-03-13", status="cancelled")
    assert line_of(FIRST).update(line_of(cancelled))[0].status == "cancelled"
    assert line_of(cancelled).update(line_of(FIRST))[0].status == "cancelled"


def test_where_a_place_was_read_is_no_change() -> None:
    """The same place from the text instead of the dateline moves nothing."""
    old = FIRST.model_copy(update={"place": Place(name="Pier", basis="dateline")})
    (event,) = line_of(FIRST).update(line_of(old))
    assert (event.place, event.sequence) == (FIRST.place, 0)
    assert line_of(old).diff(line_of(FIRST)) == ()


def test_two_postponements_of_one_day_are_one_event() -> None:
    """A second new date that is told from the first day on moves the event once more."""
    moves = [
        report(name, day, when, status="postponed", previous=(make_when("2026-03-13"),))
        for name, day, when in (("two", "2026-02-01", "2026-03-20"), ("three", "2026-02-08", "2026-04-10"))
    ]
    line = line_of(moves[1]).update(line_of(moves[0]).update(line_of(FIRST)))
    assert [(event.id, event.when.edtf, event.sequence) for event in line] == [(FIRST.id, "2026-04-10", 2)]
    assert [when.edtf for when in line[0].previous] == ["2026-03-13", "2026-03-20"]


def test_unchanged_events_stay_the_same_objects() -> None:
    """What does not change is not made anew, so that its calendar entry need not be either."""
    line = line_of(FIRST, report("two", "2026-01-12", "2026-05-13", title="Lantern Night"))
    again = line_of(FIRST).update(line)
    assert [one is other for one, other in zip(again, line, strict=True)] == [True, True]
