"""The collection of events: order, selection, union, queries."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.hand_made import ARTICLE, make_event, make_line, make_when, sampler
from timeline.errors import OptionError
from timeline.model import Evidence, Issue, Organizer, Place
from timeline.timeline import Timeline


def titles(line: Timeline) -> list[str]:
    """Return the titles in order."""
    return [event.title for event in line]


def test_order() -> None:
    """Events stand by earliest day, latest day, precision from coarse to fine, id."""
    line = make_line(
        make_event("day", "2026-03-01"),
        make_event("hour", "2026-03-01T10:00"),
        make_event("month", "2026-03"),
        make_event("year", "2026"),
        make_event("open", make_when("2026-12-01", mod="before")),
    )
    assert titles(line) == ["open", "year", "day", "hour", "month"]


def test_order_of_input_does_not_matter() -> None:
    """The same events, articles and issues in another order are the same timeline."""
    one, two = make_event("a", "2026-03-01"), make_event("b", "2026-03-01")
    issues = [Issue(code="x", message="m", source="b"), Issue(code="x", message="m", source="a")]
    other = ARTICLE.model_copy(update={"id": "a0"})
    first = Timeline.of([one, two], articles=[ARTICLE, other], issues=issues)
    assert first == Timeline.of([two, one], articles=[other, ARTICLE], issues=issues[::-1])
    assert hash(first) == hash(Timeline.of([two, one], articles=[other, ARTICLE], issues=issues[::-1]))


def test_sequence() -> None:
    """It is a sequence of events: length, index, membership, iteration; a slice is a timeline."""
    line = sampler()
    assert len(line) == 13
    assert line[0] in line
    assert make_event("stranger", "2026") not in line
    assert isinstance(line[2:5], Timeline)
    assert list(line[2:5]) == list(line)[2:5]
    assert line[:] == line
    assert line[:4] + line[4:] == line
    assert line != list(line)


def test_selection_keeps_the_id_of_a_parent_left_out() -> None:
    """A part stays a part when the whole is not selected."""
    fair = make_event("fair", "2026-03-01/2026-03-05", kind="exhibition")
    talk = make_event("talk", "2026-03-02", part_of=fair.id)
    assert make_line(fair, talk).of_kind("conference")[0].part_of == fair.id


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-03-10", "2026-03-20", ["year", "month", "days"]),
        ("2026-03", "2026-03", ["year", "month", "days"]),
        (date(2026, 3, 17), date(2026, 3, 17), ["year", "month", "days"]),
        (date(2026, 3, 18), datetime(2026, 3, 19, 12), ["year", "month"]),
        ("2026-04", None, ["year", "april", "after"]),
        (None, "2025", []),
        ("2027", "2027", ["after"]),
    ],
)
def test_between(first: str | date | None, last: str | date | None, expected: list[str]) -> None:
    """Both ends are included; what may lie inside belongs."""
    line = make_line(
        make_event("year", "2026"),
        make_event("month", "2026-03"),
        make_event("days", "2026-03-13/2026-03-17"),
        make_event("april", "2026-04-01T10:00"),
        make_event("after", make_when("2026-05-01", mod="after")),
    )
    assert titles(line.between(first, last)) == expected


@pytest.mark.parametrize("bound", ["spring", "2026-3", "2026-02-30", "", "2026-03-13T10:00", "２０２６"])
def test_between_refuses(bound: str) -> None:
    """A bound is a year, a month or a day."""
    with pytest.raises(OptionError, match="is no date"):
        sampler().between(bound)


def test_between_refuses_a_turned_range() -> None:
    """The first bound is not after the last."""
    with pytest.raises(OptionError, match="is after"):
        sampler().between("2026-04", "2026-03")


def test_candidates_are_selected_too() -> None:
    """A query holds for candidates as for events; articles and issues stay."""
    line = Timeline.of(
        [make_event("a", "2026-03-01")],
        candidates=[make_event("b", "2026-03-01"), make_event("c", "2027")],
        articles=[ARTICLE],
        issues=[Issue(code="x", message="m")],
    )
    chosen = line.on("2026-03-01")
    assert [event.title for event in chosen.candidates] == ["b"]
    assert (chosen.articles, chosen.issues) == (line.articles, line.issues)


def test_upcoming() -> None:
    """What is over or cancelled is not upcoming; what may still come is."""
    line = make_line(
        make_event("morning", make_when("2026-03-13T09:00", zone="Asia/Shanghai")),
        make_event("evening", make_when("2026-03-13T19:00", zone="Asia/Shanghai")),
        make_event("today", "2026-03-13"),
        make_event("month", "2026-03"),
        make_event("past", "2026-03-12"),
        make_event("off", "2026-04-01", status="cancelled"),
        make_event("open", make_when("2026-01-01", mod="after")),
    )
    assert sorted(titles(line.upcoming("2026-03-13"))) == ["evening", "month", "morning", "open", "today"]
    assert sorted(titles(line.upcoming(date(2026, 3, 14)))) == ["month", "open"]
    assert "morning" not in titles(line.upcoming("2026-03-13T12:00"))
    assert "morning" not in titles(line.upcoming(datetime(2026, 3, 13, 2, 0, tzinfo=UTC)))
    assert "morning" in titles(line.upcoming(datetime(2026, 3, 13, 0, 30, tzinfo=UTC)))
    with pytest.raises(OptionError, match="is no moment"):
        line.upcoming("soon")


def test_queries_fold_width_case_and_script() -> None:
    """Text is found whatever its width, case and script."""
    event = make_event(
        "臺灣電影節 ＡＩ Forum",
        "2026-03-01",
        place=Place(name="國家圖書館"),
        organizers=(Organizer(name="Book ＆ Film Society"),),
        evidence=(Evidence(article="a1", start=0, end=4, text="開幕之夜"),),
    )
    line = make_line(event, make_event("other", "2026-03-01"))
    assert titles(line.matching("台湾电影节 ai FORUM")) == [event.title]
    assert titles(line.matching("开幕")) == [event.title]
    assert titles(line.at_place("图书馆")) == [event.title]
    assert titles(line.by_organizer("book & film")) == [event.title]
    assert titles(line.with_status("cancelled")) == []
    assert len(line.with_status("scheduled", "cancelled")) == 2


def test_union_is_by_id() -> None:
    """Adding the same twice changes nothing, and the order of adding does not matter."""
    one, two = make_line(make_event("a", "2026-03-01")), make_line(make_event("b", "2026-03-02"))
    assert one + one == one
    assert one + two == two + one
    assert titles(one + two) == ["a", "b"]
    assert one + Timeline() == one


def test_union_keeps_the_newer_state_and_all_evidence() -> None:
    """Of two states of an event the one with the higher sequence stays, quoted by both."""
    old = make_event("a", "2026-03-01")
    passage = Evidence(article="a2", start=0, end=3, text="put")
    new = make_event("a", "2026-03-08", sequence=1, evidence=(passage,))
    (merged,) = make_line(old) + make_line(new)
    assert merged.when == new.when
    assert merged.evidence == (*old.evidence, passage)
    assert make_line(old) + make_line(new) == make_line(new) + make_line(old)


def test_union_makes_an_event_of_a_candidate() -> None:
    """What is an event on one side is no candidate."""
    event = make_event("a", "2026-03-01")
    line = Timeline.of([], candidates=[event]) + Timeline.of([event])
    assert (len(line), line.candidates) == (1, ())


def test_union_of_articles() -> None:
    """The same article from two places is one; the first in order is its source."""
    other = ARTICLE.model_copy(update={"source": "mirror/z.txt"})
    line = Timeline.of([], articles=[other]) + Timeline.of([], articles=[ARTICLE])
    assert [(article.source, article.copies) for article in line.articles] == [("mirror/z.txt", ("news/a.txt",))]


def test_write_counts_what_is_left_out(tmp_path: Path) -> None:
    """Writing a calendar tells how many events are too vague for it."""
    path = tmp_path / "news.ics"
    (issue,) = sampler().write(path)
    assert issue.code == "left-out"
    assert issue.message.startswith("2 of 13 events")
    assert sampler().write(path.with_suffix(".json")) == ()


def test_repr() -> None:
    """The representation tells what is in it."""
    assert repr(sampler()) == "<Timeline 'Harbour': 13 events, 1 articles, 0 issues>"
