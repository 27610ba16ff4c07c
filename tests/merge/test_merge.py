"""Mentions in, events out."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.merge.reports import article, mention, when
from timeline.merge import merge_mentions
from timeline.model import Event, EventMention, Organizer
from timeline.model.event import EventBody

ARTICLES = [article("a", "2026-03-14T08:00"), article("b", "2026-03-13"), article("c"), article("d", "2026-04-01")]


def merge(*mentions: EventMention, **options: Any) -> tuple[Event, ...]:
    """Return the events of mentions in the articles a to d."""
    return merge_mentions(mentions, ARTICLES, **options).events


def test_reports_of_one_happening_become_one_event_with_all_passages() -> None:
    """Headline, lead, another article, another script and another language are evidence of one event."""
    events = merge(
        mention("深圳机器人产业协会成立", "2026-03-13", kind="launch", at=0),
        mention("深圳市机器人产业协会成立", "2026-03-13", kind="launch", at=300),
        mention("深圳市機器人產業協會成立", "2026-03-13", kind="launch", article="b"),
        mention("Shenzhen Robotics Industry Association established", "2026-03-13", kind="launch", article="c"),
    )
    assert [event.title for event in events] == ["深圳市机器人产业协会成立"]
    assert [(item.article, item.start) for item in events[0].evidence] == [("a", 0), ("a", 300), ("b", 0), ("c", 0)]
    assert "Shenzhen Robotics Industry Association established" in events[0].aliases


def test_the_same_passage_counts_once() -> None:
    """A mention given twice, and a span stated twice, are one passage."""
    one = mention("青川茶业博览会", "2026-03-13")
    assert len(merge(one, one)[0].evidence) == 1


def test_merging_twice_changes_nothing() -> None:
    """Mentions given twice, and events merged once more as mentions, give the same events."""
    mentions = [
        mention("第三届江州设计周", when("2026-05-13", "2026-05-17"), article="b"),
        mention("江州设计周开幕", "2026-05-13", article="a"),
        mention("第三届江州设计周闭幕式", "2026-05-17", article="d"),
        mention("江州设计周", "2026-05", article="c"),
    ]
    once = merge(*mentions)
    assert merge(*mentions, *mentions) == once
    fields = [event.model_dump(include=set(EventBody.model_fields)) for event in once]
    again = merge(*(EventMention(key=str(at), **values) for at, values in enumerate(fields)))
    assert [(event.id, event.when, event.evidence) for event in again] == [
        (event.id, event.when, event.evidence) for event in once
    ]


def test_the_threshold_divides_events_from_candidates() -> None:
    """An event at the threshold is on the timeline."""
    mentions = [
        mention("青川茶业博览会", "2026-03-13", confidence=0.5),
        mention("江州书展", "2026-03-14", at=50, confidence=0.4),
    ]
    merged = merge_mentions(mentions, ARTICLES, min_confidence=0.5)
    assert [event.title for event in merged.events] == ["青川茶业博览会"]
    assert [event.title for event in merged.candidates] == ["江州书展"]


def test_further_evidence_never_lowers_confidence() -> None:
    """A second passage adds a little, a second article more, and even a weak one takes nothing away."""
    one = merge(mention("青川茶业博览会", "2026-03-13"))[0].confidence
    same = merge(*(mention("青川茶业博览会", "2026-03-13", at=at) for at in (0, 99)))[0].confidence
    other = merge(*(mention("青川茶业博览会", "2026-03-13", article=key) for key in "ab"))[0].confidence
    weak = merge(
        *(mention("青川茶业博览会", "2026-03-13", article=key, confidence=c) for key, c in (("a", 0.8), ("b", 0.1)))
    )
    assert one == 0.8 < same < other < 1
    assert one < weak[0].confidence


def test_the_id_is_the_first_article_and_the_offset_inside_it() -> None:
    """Articles published first give the id, undated ones last; where the document begins does not matter."""
    early = mention("青川茶业博览会", "2026-03-20", article="b", at=40)
    late = [mention("青川茶业博览会", "2026-03-20", article=key, at=7) for key in "acd"]
    assert merge(*late, early)[0].id == merge(early)[0].id
    moved = mention("青川茶业博览会", "2026-03-20", article="b", at=540)
    assert merge_mentions([moved], [article("b", "2026-03-13", start=500)]).events[0].id == merge(early)[0].id


def test_two_names_in_one_clause_are_two_events_with_two_ids() -> None:
    """The ids differ although the passage is the same, and stay when the order of the input changes."""
    text = "青川茶业博览会与江州书展13日同时开幕"
    pair = [mention(name, "2026-03-13", text=text, number=at) for at, name in enumerate(("青川茶业博览会", "江州书展"))]
    events = merge(*pair)
    assert len({event.id for event in events}) == 2
    assert merge(*pair[::-1]) == events


def test_parts_point_at_the_event_that_their_whole_became() -> None:
    """A part stated by its article and one seen in its name point at the merged event."""
    whole = mention("第五届青川茶业博览会", when("2026-03-13", "2026-03-17"), article="b")
    same = mention("第五届青川茶业博览会", "2026-03-13", article="a")
    stated = mention("采购商大会", "2026-03-14", article="a", at=200, part_of=same.key)
    named = mention("第五届青川茶业博览会云岭分会场", "2026-03-15", article="d")
    events = {event.title: event for event in merge(whole, same, stated, named)}
    assert len(events) == 3
    parent = events["第五届青川茶业博览会"].id
    assert [events[title].part_of for title in ("采购商大会", "第五届青川茶业博览会云岭分会场")] == [parent, parent]


def test_parts_never_go_in_circles() -> None:
    """Two mentions that each claim to be a part of the other keep one of the links."""
    events = merge(
        mention("青川茶业博览会", "2026-03-13", part_of="a:90:0"),
        mention("江州书展", "2026-03-13", at=90, part_of="a:0:0"),
    )
    assert sorted(event.part_of is None for event in events) == [False, True]


def test_a_later_article_moves_the_event() -> None:
    """The new date holds, the old one is kept, and the report of the old date is the same event."""
    old = mention("青川半程马拉松", "2026-05-09", article="b", status="scheduled", kind="sport")
    new = mention(
        "青川半程马拉松", "2026-06-20", article="d", status="postponed", kind="sport", previous=(when("2026-05-09"),)
    )
    (event,) = merge(new, old)
    assert (event.when.start, event.status) == ("2026-06-20", "postponed")
    assert [time.start for time in event.previous] == ["2026-05-09"]
    assert event.id == merge(old)[0].id


@pytest.mark.parametrize(("first", "second", "status"), [("b", "d", "cancelled"), ("d", "b", "scheduled")])
def test_the_newest_report_tells_the_status(first: str, second: str, status: str) -> None:
    """A cancellation counts from a later article only."""
    (event,) = merge(
        mention("青川半程马拉松", "2026-05-09", article=first, status="scheduled"),
        mention("青川半程马拉松", "2026-05-09", article=second, status="cancelled"),
    )
    assert event.status == status


def test_a_weak_report_does_not_change_the_status() -> None:
    """A passing remark of a newer article has no say; of one article the surer reports decide."""
    sure = [mention("青川半程马拉松", "2026-05-09", article="b", at=at, status="scheduled") for at in (0, 90)]
    weak = mention("青川半程马拉松", "2026-05-09", article="d", status="cancelled", confidence=0.2)
    other = mention("青川半程马拉松", "2026-05-09", article="b", at=300, status="held", confidence=0.7)
    assert [event.status for event in merge(*sure, weak, other)] == ["scheduled"]


def test_a_name_is_preferred_to_a_clause() -> None:
    """The title is the full proper name, not the longest text."""
    (event,) = merge(
        mention("青川茶业博览会", "2026-03-13"),
        mention("第五届青川茶业博览会", "2026-03-13", at=90),
        mention("青川茶业博览会，请各位客商携带证件前往会场", "2026-03-13", at=200),
    )
    assert event.title == "第五届青川茶业博览会"


def test_vague_and_exact_dates_join_into_the_exact_one() -> None:
    """In May, and on 13 May; a month that fits two exact days joins only one of them."""
    vague = mention("第三届江州设计周", "2026-05", article="b")
    assert [event.when.start for event in merge(vague, mention("江州设计周", "2026-05-13"))] == ["2026-05-13"]
    two = merge(
        mention("青川沙龙", "2026-05"),
        mention("青川沙龙", "2026-05-02", at=90),
        mention("青川沙龙", "2026-05-09", at=200),
    )
    assert [event.when.start for event in two] == ["2026-05-02", "2026-05-09"]


def test_a_span_is_kept_over_its_opening_and_closing() -> None:
    """The end that one report states stays, whatever clock time another gives for the opening."""
    events = merge(
        mention("第三届江州设计周", when("2026-05-13", "2026-05-17"), article="b"),
        mention("江州设计周开幕", when("2026-05-13T10:00"), article="a"),
        mention("第三届江州设计周闭幕", "2026-05-17", article="d"),
    )
    assert [(event.when.start, event.when.end) for event in events] == [("2026-05-13", "2026-05-17")]


def test_an_opening_and_a_closing_give_a_span() -> None:
    """Reports of the first and the last day of what happens once are one event."""
    (event,) = merge(
        mention("第三届江州设计周", "2026-05-13", article="b", text="第三届江州设计周13日开幕"),
        mention("第三届江州设计周", "2026-05-17", article="d", text="第三届江州设计周17日落幕"),
    )
    assert (event.when.start, event.when.end) == ("2026-05-13", "2026-05-17")


def test_contradicting_dates_are_reported_with_both_passages() -> None:
    """The date that more articles give comes first; the other is an issue at its passage."""
    mentions = [
        mention("第三届江州设计大会", "2026-05-14", article="c", at=70),
        *(mention("第三届江州设计大会", "2026-05-13", article=key) for key in "ab"),
    ]
    merged = merge_mentions(mentions, ARTICLES)
    assert [event.when.start for event in merged.events] == ["2026-05-13"]
    assert [(issue.code, issue.source, issue.start) for issue in merged.issues] == [
        ("contradicting-dates", "c.txt", 70)
    ]


def test_fields_are_joined() -> None:
    """The venue before the city, every organizer once, the first known edition and theme."""
    (event,) = merge(
        mention(
            "第五届青川茶业博览会", "2026-03-13", place="深圳", organizers=(Organizer(name="青川市政府"),), theme="共饮"
        ),
        mention(
            "青川茶业博览会",
            "2026-03-13",
            article="b",
            place="深圳会展中心",
            edition=5,
            organizers=(Organizer(name="青川市政府", role="organizer"), Organizer(name="茶业协会", role="supporter")),
        ),
    )
    assert event.place is not None and event.place.name == "深圳会展中心"
    assert [(item.name, item.role) for item in event.organizers] == [("青川市政府", "host"), ("茶业协会", "supporter")]
    assert (event.edition, event.theme) == (5, "共饮")


@pytest.mark.parametrize(
    ("published", "zone", "updated"),
    [
        ("2026-01-19T06:28", "Asia/Shanghai", "2026-01-18T22:28:00Z"),
        ("2026-01-19", "Asia/Shanghai", "2026-01-18T16:00:00Z"),
        ("2026-01-19", None, "2026-01-19T00:00:00Z"),
        ("2026-01-19T06:28", "No/Where", "2026-01-19T06:28:00Z"),
        (None, None, "2026-02-01T00:00:00Z"),
    ],
)
def test_updated_is_the_newest_publication_in_utc(published: str | None, zone: str | None, updated: str) -> None:
    """A bare day is its first minute in the article's zone; without any date `now` is taken."""
    merged = merge_mentions(
        [mention("书展", "2026-01-20")], [article("a", published, zone)], now="2026-02-01T00:00:00Z"
    )
    assert merged.events[0].updated == updated


NAMES = [
    "青川茶业博览会",
    "第五届青川茶业博览会",
    "青川茶业博览会开幕式",
    "茶博会",
    "Qingchuan Tea Expo",
    "江州书展",
    "签约仪式",
]
DAYS = ["2026-03", "2026-03-13", "2026-03-14", "2026-03-13T10:00", "2026"]


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(DAYS), st.sampled_from("abcd"), st.integers(0, 9)),
        max_size=14,
    ),
    st.integers(0, 99),
)
def test_order_of_the_input_does_not_matter(rows: list[tuple[str, str, str, int]], seed: int) -> None:
    """Shuffled mentions and articles give equal events; every passage is kept, once."""
    mentions = [mention(name, day, article=key, at=at * 100, number=n) for n, (name, day, key, at) in enumerate(rows)]
    shuffled, articles = mentions[:], ARTICLES[:]
    random.Random(seed).shuffle(shuffled)
    random.Random(seed).shuffle(articles)
    merged = merge_mentions(mentions, ARTICLES, min_confidence=0)
    assert merge_mentions(shuffled, articles, min_confidence=0) == merged
    spans = {(item.article, item.start, item.end) for one in mentions for item in one.evidence}
    assert {(item.article, item.start, item.end) for event in merged.events for item in event.evidence} == spans
    assert len({event.id for event in merged.events}) == len(merged.events)
