"""TimeML: the text of an article with its time expressions marked."""

from __future__ import annotations

from xml.etree import ElementTree

from timeline.formats.timeml import to_timeml
from timeline.model import Article, ArticleInfo, Span, TimeMention, Timex


def make_article(text: str, start: int = 0) -> Article:
    """Return an article that begins at `start` of its document."""
    info = ArticleInfo(id="a1", source="a.txt", start=start, end=start + len(text), published="2026-03-11")
    return Article(info=info, text=text)


def mention_of(article: Article, text: str, **timex: str | None) -> TimeMention:
    """Return a mention of `text` where it stands in the article."""
    start = article.text.index(text)
    span = Span(start=article.info.start + start, end=article.info.start + start + len(text))
    given = {"type": "DATE", "value": "2026-03-13"} | timex
    return TimeMention(span=span, text=text, local=span, timex=Timex.model_validate(given), rule="zh.day")


def test_text_is_kept_and_marked() -> None:
    """Taking the tags away gives the article; each expression is a TIMEX3 with its value, publication is t0."""
    article = make_article("Opens <Friday> & closes in mid-June.", start=812)
    mentions = [mention_of(article, "mid-June", value="2026-06", mod="MID"), mention_of(article, "Friday")]
    root = ElementTree.fromstring(to_timeml(article, mentions))
    assert "".join(root.find("TEXT").itertext()) == article.text  # type: ignore[union-attr]
    assert [(tag.get("tid"), tag.text, tag.get("value"), tag.get("mod")) for tag in root.iter("TIMEX3")] == [
        ("t0", "2026-03-11", "2026-03-11", None),
        ("t1", "Friday", "2026-03-13", None),
        ("t2", "mid-June", "2026-06", "MID"),
    ]
    assert root.find("DCT/TIMEX3").get("functionInDocument") == "CREATION_TIME"  # type: ignore[union-attr]


def test_range() -> None:
    """A range is a duration between two points."""
    article = make_article("书展3月13日至17日举行")
    root = ElementTree.fromstring(
        to_timeml(article, [mention_of(article, "3月13日至17日", value="2026-03-13/2026-03-17")])
    )
    tags = [tag.attrib for tag in root.find("TEXT").iter("TIMEX3")]  # type: ignore[union-attr]
    assert tags == [
        {"tid": "t1", "type": "DURATION", "value": "P5D", "beginPoint": "t2", "endPoint": "t3"},
        {"tid": "t2", "type": "DATE", "value": "2026-03-13"},
        {"tid": "t3", "type": "DATE", "value": "2026-03-17"},
    ]


def test_controls_and_overlaps() -> None:
    """What XML forbids is replaced; of two overlapping mentions the first is marked."""
    article = make_article("a\x00b Friday 13 March")
    overlapping = [mention_of(article, "Friday 13"), mention_of(article, "13 March")]
    root = ElementTree.fromstring(to_timeml(article, overlapping))
    assert [tag.text for tag in root.find("TEXT").iter("TIMEX3")] == ["Friday 13"]  # type: ignore[union-attr]
    assert "".join(root.find("TEXT").itertext()) == "a\ufffdb Friday 13 March"  # type: ignore[union-attr]
