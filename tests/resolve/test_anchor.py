"""When an article was published, and in which zone."""

from __future__ import annotations

import pytest

from timeline.find import find_expressions
from timeline.model import Article, ArticleInfo, Sentence, Stamp
from timeline.model.article import StampKind
from timeline.resolve import resolve_published


def as_sentence(text: str) -> Sentence:
    """Return a text that needs no folding as a sentence."""
    return Sentence(text=text, view=text, segments=((0, 0),))


def make_article(body: str = "", language: str = "zh-Hans", **stamps: str) -> Article:
    """Return an article with one sentence; stamps are given as kind="text"."""
    kinds: list[StampKind] = [
        kind for kind in ("header", "dateline", "metadata", "filename", "update") if kind in stamps
    ]
    return Article(
        info=ArticleInfo(id="a", source="a.txt", start=0, end=len(body), language=language),
        text=body,
        sentences=(as_sentence(body),),
        stamps=tuple(Stamp(kind=kind, text=stamps[kind]) for kind in kinds),
    )


def dated(*articles: Article, **given: str) -> list[ArticleInfo]:
    """Return the records of the articles of one document after dating."""
    stamps = [[find_expressions(as_sentence(stamp.text)) for stamp in one.stamps] for one in articles]
    bodies = [[find_expressions(sentence) for sentence in one.sentences] for one in articles]
    return [one.info for one in resolve_published(articles, stamps, bodies, **given)[0]]


@pytest.mark.parametrize(
    ("stamps", "published", "basis"),
    [
        ({"header": "2026-01-19 06:28", "metadata": "2026-01-20"}, "2026-01-19T06:28", "header"),
        ({"dateline": "新华社广州1月14日电", "metadata": "2026-01-15"}, "2026-01-14", "dateline"),
        ({"metadata": "2026-01-15 00:00:00"}, "2026-01-15", "metadata"),
        ({"filename": "20260116"}, "2026-01-16", "filename"),
        ({"update": "2026-02-01", "filename": "2026-01-16"}, "2026-01-16", "filename"),
        ({"update": "2026-02-01"}, "2026-02-01", "metadata"),
    ],
)
def test_the_most_trusted_stamp_is_taken(stamps: dict[str, str], published: str, basis: str) -> None:
    """Header, dateline, metadata, file name, in this order; a later change only where nothing else is."""
    (info,) = dated(make_article("…", **stamps))
    assert (info.published, info.published_basis) == (published, basis)


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("2026-05-20T23:30:00Z", "2026-05-21T07:30"),
        ("2026-05-20T16:00:00.000Z", "2026-05-21"),
        ("2026-05-20T00:00:00Z", "2026-05-20"),
        ("2026-05-20T09:30:00+08:00", "2026-05-20T09:30"),
        ("2026-05-20 23:30:00 -0500", "2026-05-21T12:30"),
        ("Wed, 20 May 2026 23:30:00 GMT", "2026-05-21T07:30"),
        ("2026-05-20T23:30:00", "2026-05-20T23:30"),
    ],
)
def test_a_stamp_with_an_offset_is_read_in_the_publishers_zone(printed: str, published: str) -> None:
    """What a paper in China put out at 23:30 UTC appeared there on the next day; midnight is a day without hour."""
    (info,) = dated(make_article("…", metadata=printed))
    assert info.published == published
    (info,) = dated(make_article("…", language="en", metadata="2026-05-20T23:30:00Z"))
    assert info.published == "2026-05-20T23:30"


def test_the_caller_is_believed_before_the_dateline() -> None:
    """`--published` yields to the item's own header alone."""
    (info,) = dated(make_article("…", dateline="新华社广州1月14日电"), published="2026-01-20")
    assert (info.published, info.published_basis) == ("2026-01-20", "caller")
    (info,) = dated(make_article("…", header="2026-01-19"), published="2026-01-20")
    assert (info.published, info.published_basis) == ("2026-01-19", "header")


def test_the_year_is_voted_by_the_whole_document() -> None:
    """Articles without any year share the year in event names; plan periods and ranges of figures do not count."""
    first = make_article("“十四五”以来,2019年至2023年增长,2025国际木偶周开幕")
    second = make_article("市集5月8日开张")
    assert [(info.published, info.published_basis) for info in dated(first, second)] == [("2025", "vote")] * 2


def test_the_name_of_the_event_outvotes_its_history() -> None:
    """The year at the head of a name counts more than a full date."""
    first = make_article("2026世界木偶大会5月8日开幕,首届于2022年6月3日举办")
    assert [info.published for info in dated(first)] == ["2026"]


def test_a_dateline_takes_its_year_from_the_vote() -> None:
    """Then the publication itself is inferred."""
    (info,) = dated(make_article("2025年木偶周闭幕", dateline="本报泉州3月2日讯"))
    assert (info.published, info.published_basis) == ("2025-03-02", "inferred")


def test_without_any_year_nothing_is_published_and_an_issue_says_so() -> None:
    """Never today."""
    article = make_article("市集5月8日开张")
    bodies = [[find_expressions(sentence) for sentence in article.sentences]]
    (one,), issues = resolve_published((article,), ([],), bodies)
    assert one.info.published is None
    assert [issue.code for issue in issues] == ["no-published"]


@pytest.mark.parametrize(
    ("language", "body", "zone"),
    [
        ("zh-Hans", "泉州举行", "Asia/Shanghai"),
        ("zh-Hant", "香港特首出席", "Asia/Hong_Kong"),
        ("zh-Hant", "台北市政府表示", "Asia/Taipei"),
        ("zh-Hant", "木偶戲", None),
        ("en", "held in Lisbon", None),
    ],
)
def test_the_zone_follows_the_signs_of_the_publisher(language: str, body: str, zone: str | None) -> None:
    """Mainland script, Hong Kong or Taiwan words, else what the caller gave."""
    (info,) = dated(make_article(body, language))
    assert info.zone == zone
    (given,) = dated(make_article(body, language), timezone="Europe/Lisbon")
    assert given.zone == (zone or "Europe/Lisbon")
