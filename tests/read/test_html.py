"""Pages, as documents."""

from __future__ import annotations

import timeline as tl
from timeline.model import Issue, RawDocument
from timeline.read import read_documents

PROSE = "<p>江城书市将于2026年5月1日在滨江公园开幕，八十余家书店带来三万多册图书，市民可以免费入场。</p>"


def read(body: str, head: str = "") -> list[RawDocument]:
    """Return the documents of a page."""
    page = f'<!DOCTYPE html>{head}<html><head><meta charset="utf-8"></head><body>{body}</body></html>'
    found = list(read_documents([page.encode()]))
    assert not any(isinstance(document, Issue) for document in found)
    return [document for document in found if isinstance(document, RawDocument)]


def test_address_that_a_browser_noted() -> None:
    """The note of a browser that saved the page tells its address."""
    (document,) = read(PROSE, "<!-- saved from url=(0030)https://news.example.org/a.html -->")
    assert document.metadata.url == "https://news.example.org/a.html"


def test_events_in_fields_beside_several_articles() -> None:
    """On a page of several articles they are a document of their own, and nothing is lost."""
    script = '<script type="application/ld+json">{"@type":"Event","name":"江城灯会","startDate":"2026-02-08"}</script>'
    items = "".join(f"<article><h2>江城书市{number}</h2>{PROSE}</article>" for number in (1, 2))
    documents = read(script + items)
    assert [document.source for document in documents] == ["<bytes 1>#1", "<bytes 1>#2", "<bytes 1>#3"]
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{script}{items}</body></html>'
    assert "江城灯会" in [event.title for event in tl.build_timeline(tl.read_articles(page.encode()))]


def test_one_article_among_others() -> None:
    """A page that says it is one article is one, whatever teasers stand beside it."""
    teasers = "".join(
        f"<article><h3>书市{number}</h3><p>书市第{number}天，市民可以免费入场。</p></article>" for number in (1, 2)
    )
    script = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"江城书市"}</script>'
    (document,) = read(f"{script}<main><article><h1>江城书市</h1>{PROSE * 3}</article></main><div>{teasers}</div>")
    assert document.text.startswith("# 江城书市\n") and "书市第" not in document.text


def test_a_page_without_prose() -> None:
    """A page of short lines alone is read whole."""
    (document,) = read("<div>停水通知</div><div>东街片区</div><div>3月6日9时至17时</div>")
    assert document.text.split() == ["停水通知", "东街片区", "3月6日9时至17时"]


def test_container_named_like_furniture() -> None:
    """An element that holds most of the article is no furniture, whatever its name says."""
    (document,) = read(
        f'<div class="sidebar-layout comments"><div id="ad-content"><h1>江城书市</h1>{PROSE * 2}</div></div>'
    )
    assert document.text.count("江城书市将于") == 2


def test_lines_of_a_page() -> None:
    """Breaks, lists, quotes, preformatted text and labels come out as a reader sees them."""
    (document,) = read(
        f"{PROSE}<pre>第一行\n  第二行</pre><ol><li>报名</li><li><p>缴费</p></li></ol>"
        "<p>他说<q>很好</q>，<b>真</b>的。</p><p><span>2026-05-20</span><span>来源：江城日报</span></p><dl><dt>票价</dt><dd>40元</dd></dl>"
    )
    assert document.text.split("\n\n")[1:] == [
        "第一行\n第二行", "- 报名\n- 缴费", "他说“很好”，真的。", "2026-05-20 来源：江城日报", "票价：40元\n",
    ]  # fmt: skip
