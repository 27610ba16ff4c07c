"""Passages as evidence, and the links that lead to them."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from timeline.extract.passage import link_passage, quote_passage
from timeline.model import Article, ArticleInfo, Span

URL = "https://news.example.org/a"


def fragment(text: str, passage: str, url: str = URL) -> str:
    """Return the fragment for a passage of a text, readable; commas and dashes of the passage stay encoded."""
    start = text.rindex(passage)
    link = link_passage(url, text, start, start + len(passage))
    assert link is not None and link.startswith(f"{url}#:~:text=")
    return unquote(link.removeprefix(f"{url}#:~:text=").replace("%2C", "<,>").replace("%2D", "<->"))


@pytest.mark.parametrize(
    ("text", "passage", "expected"),
    [
        ("灯会2月8日在滨江公园开幕。门票免费。", "灯会2月8日在滨江公园开幕。", "灯会2月8日在滨江公园开幕。"),
        (
            "The fair will return to the old granary from 17 to 19 April, the organisers said, after a break.",
            "The fair will return to the old granary from 17 to 19 April, the organisers said, after a break.",
            "The fair will return,said<,> after a break.",
        ),
        ("| 2月10日 | 舞龙 | 东门 |\n| 2月11日 | 灯谜 | 西门 |", "2月11日 | 灯谜 | 西门", "2月11日,西门"),
        ("| 2月10日 | 舞龙 | 东门 |\n| 2月10日 | 猜灯谜 | 西门 |", "2月10日 | 猜灯谜 | 西门", "猜灯谜"),
        ("A one-day fair, tea & cake", "A one-day fair, tea & cake", "A one<->day fair<,> tea & cake"),
        ("首场：5月1日举行。\n\n次场：5月1日举行。", "5月1日举行。", "次场：-,5月1日举行。"),
        ("# 灯会开幕\n\n灯会开幕", "灯会开幕", "灯会开幕-,灯会开幕"),
    ],
)
def test_fragment(text: str, passage: str, expected: str) -> None:
    """A short passage is named whole, a long one by both ends, a row by its cells, a repeated one by what precedes."""
    assert fragment(text, passage) == expected


def test_dashes_and_ampersands_are_encoded() -> None:
    """What has a meaning in a fragment is percent-encoded, and everything beyond ASCII."""
    link = link_passage(URL, "A one-day fair, tea & 茶", 0, 23)
    assert link == f"{URL}#:~:text=A%20one%2Dday%20fair%2C%20tea%20%26%20%E8%8C%B6"


def test_address_with_a_fragment() -> None:
    """A fragment that stands there stays before the directive."""
    assert link_passage(f"{URL}#top", "Open", 0, 4) == f"{URL}#top:~:text=Open"


def test_nothing_to_find() -> None:
    """Bars and blanks alone lead nowhere."""
    assert link_passage(URL, "| | \n", 0, 5) is None


def test_evidence() -> None:
    """Evidence has a link where the address of the page is known, and only there."""
    text = "灯会2月8日开幕。"
    for url, link in ((URL, f"{URL}#:~:text="), (None, None)):
        info = ArticleInfo(id="a", source="a.html", start=10, end=10 + len(text), url=url)
        evidence = quote_passage(Article(info=info, text=text), Span(start=12, end=18))
        assert (evidence.text, evidence.before, evidence.after) == ("2月8日开幕", "灯会", "。")
        assert evidence.link == link or (link and evidence.link and evidence.link.startswith(link))
