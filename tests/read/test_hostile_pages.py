"""Pages, saved pages and feeds, however broken or hostile: an issue at most, never an exception."""

from __future__ import annotations

import base64
import io
import socket
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.test_golden import check_offsets
from timeline.model import Issue, Limits, Options, RawDocument
from timeline.read import read_document
from timeline.read.readers import read_stream

PROFILE = settings(max_examples=40, derandomize=True, deadline=None)
LONG = settings(max_examples=10_000, derandomize=True, deadline=None)

TAGS = (
    *(
        "div",
        "p",
        "span",
        "a",
        "br",
        "h1",
        "h2",
        "li",
        "ul",
        "ol",
        "table",
        "tr",
        "td",
        "th",
        "dl",
        "dt",
        "dd",
        "pre",
        "q",
    ),
    *("article", "section", "main", "nav", "aside", "footer", "figure", "figcaption", "time", "ruby", "rt", "script"),
    *("style", "noscript", "form", "font", "center", "svg", "template", "html", "body", "head", "title", "meta", "x-y"),
)
ATTRIBUTES = (
    "", "class='related'", "class='content'", "hidden", "style='display:none'", "rowspan=3", "rowspan=99999999999",
    "colspan=-1", "itemscope", "itemprop='startDate'", "itemscope itemtype='https://schema.org/Event'", "href=http://[",
    "datetime='2026-05-20'", "role=navigation", "property='og:title' content='书市'", "charset=utf-7", "id=\x00", "=",
    '"', "type='application/ld+json'", "name=date content=2026-13-45", "rel=canonical href='https://e.example/a'",
)  # fmt: skip
TEXTS = (
    "江城书市将于2026年5月1日在滨江公园开幕，市民可以免费入场。", "The fair opens on 5 May 2026.", "首页",
    "来源：江城日报", "2026-05-20 10:15", "&nbsp;", "&#0;", "&#x110000;", "&bogus;", "<", ">", "<!--", "-->", "<?xml",
    "<![CDATA[", "]]>",
    '{"@type":"Event","name":"书市","startDate":"2026-05-01"}',
    '{"@type":["Event",1],"name":{"@value":[]},"startDate":{}}',
    '{"@graph":[{"@type":"NewsArticle","datePublished":[null,{}],"publisher":[[]],"headline":5}]}', "\x00", "\ufeff",
    "�", "\U0001f600", "|", "\r", "锟斤拷", " " * 50,
)  # fmt: skip

opening = st.builds("<{} {}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES))
closing = st.builds("</{}>".format, st.sampled_from(TAGS))
markup = st.lists(
    st.one_of(opening, opening, closing, st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.text(max_size=5)),
    max_size=60,
).map("".join)


def read(data: bytes, suffix: str, limits: Limits | None = None) -> list[RawDocument | Issue]:
    """Return what is read from a file; every document can be taken apart, and its offsets lead back."""
    found = list(read_stream(io.BytesIO(data), f"a{suffix}", suffix, Options(limits=limits or Limits())))
    for document in found:
        if isinstance(document, RawDocument):
            for article in read_document(document):
                check_offsets(document, article)
        else:
            assert not document.message.startswith("broken"), document.message
    return found


def codes(data: bytes, suffix: str) -> list[str]:
    """Return the codes of the issues of a file, "" for a document."""
    return [found.code if isinstance(found, Issue) else "" for found in read(data, suffix)]


def page(body: str) -> bytes:
    """Return a page."""
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode("utf-8", "replace")


def saved(body: str) -> bytes:
    """Return a page saved as MHTML."""
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n"
    coded = base64.encodebytes(page(body)).decode()
    return f"From: x\r\n{head}Content-Transfer-Encoding: base64\r\n\r\n{coded}\r\n--b--\r\n".encode()


def feed(body: str) -> bytes:
    """Return a feed with one item."""
    item = f"<item><title>x</title><description><![CDATA[{body}]]></description></item>"
    start = "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel>"
    return f"{start}{item}</channel></rss>".encode("utf-8", "replace")


Make = Callable[[str], bytes]
MAKERS = pytest.mark.parametrize(("make", "suffix"), [(page, ".html"), (saved, ".mhtml"), (feed, ".rss")])
flips = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 7)), max_size=12)


def spoiled(data: bytes, flipped: list[tuple[int, int]], share: float) -> bytes:
    """Return the first share of some bytes, bits flipped."""
    spoilt = bytearray(data[: int(share * len(data))])
    for place, bit in flipped if spoilt else ():
        spoilt[place % len(spoilt)] ^= 1 << bit
    return bytes(spoilt)


@MAKERS
@PROFILE
@given(body=markup)
def test_any_markup(make: Make, suffix: str, body: str) -> None:
    """Whatever tags and texts follow each other, something is read or an issue says why not."""
    assert read(make(body), suffix)


@MAKERS
@PROFILE
@given(body=markup, flipped=flips, share=st.floats(0, 1))
def test_flipped_bits_and_cuts(
    make: Make, suffix: str, body: str, flipped: list[tuple[int, int]], share: float
) -> None:
    """Bits flipped anywhere and an end cut off harm nothing but the page."""
    assert read(spoiled(make(body), flipped, share), suffix)


@pytest.mark.slow
@MAKERS
@LONG
@given(body=markup, flipped=flips | st.just([]), share=st.floats(0, 1) | st.just(1.0))
def test_broken_pages_at_length(
    make: Make, suffix: str, body: str, flipped: list[tuple[int, int]], share: float
) -> None:
    """The same over ten thousand pages."""
    assert read(spoiled(make(body), flipped, share), suffix)


@MAKERS
def test_cut_at_every_kilobyte(make: Make, suffix: str) -> None:
    """Of a page cut off anywhere the rest is read."""
    paragraphs = [
        f"<p>第{number}场讲座将于2026年5月{number}日在江城图书馆举行，市民可以免费入场。</p>" for number in range(1, 30)
    ]
    data = make("<h1>江城讲座</h1>" + "".join(paragraphs) * 3)
    if suffix == ".rss":
        data = feed("]]></description></item><item><description><![CDATA[".join(paragraphs * 3))
    for end in range(1024, len(data), 1024):
        found = read(data[:end], suffix)
        assert any(isinstance(document, RawDocument) and "讲座" in document.text for document in found), end


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<div>" * 100_000, "too-large"),
        ("<b>" * 300 + "开幕", "too-large"),
        ("<br>" * 300_000, "too-large"),
        ("<p>开幕</p>" * 20, ""),
        ("", "empty-input"),
        ("<script>x</script>", "empty-input"),
    ],
)
def test_depth_and_number_of_elements(body: str, code: str) -> None:
    """A page with too many elements, or too many within each other, is an issue that names the limit."""
    assert codes(page(body), ".html") == [code]


def test_cells_over_many_rows() -> None:
    """Cells that reach over each other's rows are not repeated without measure."""
    rows = "<tr><td rowspan=999>江城书市江城书市江城书市</td><td>开幕</td></tr>" * 300
    (document,) = read(page(f"<table>{rows}</table>"), ".html")
    assert isinstance(document, RawDocument) and len(document.text) < 300 * 6 * 20


def test_nested_structured_data() -> None:
    """JSON-LD nested beyond measure is left out, and the page is read."""
    script = f"<script type='application/ld+json'>{'[' * 100_000}</script>"
    body = f"{script}<h1>江城书市</h1><p>江城书市将于2026年5月1日在滨江公园开幕，市民可以免费入场。</p>"
    assert codes(page(body), ".html") == [""]


LAUGHS = "".join(f"<!ENTITY l{number} '{f'&l{number - 1};' * 10}'>" for number in range(1, 12))


@pytest.mark.parametrize(
    "declaration",
    [
        f"<!ENTITY l0 'ha'>{LAUGHS}",
        "<!ENTITY l11 SYSTEM 'file:///etc/hostname'>",
        "<!ENTITY l11 SYSTEM 'http://e.example/'>",
    ],
)
def test_entities_are_not_expanded(declaration: str) -> None:
    """A billion laughs stay one line, and no file or address is read for an entity."""
    item = "<item><title>江城书市</title><description>&l11;</description></item>"
    data = f"<?xml version='1.0'?><!DOCTYPE rss [{declaration}]><rss version='2.0'><channel>{item}</channel></rss>"
    (document,) = read(data.encode(), ".rss")
    assert isinstance(document, RawDocument) and document.text.startswith("# 江城书市") and len(document.text) < 100
    (document,) = read(
        f"<!DOCTYPE html [{declaration}]><html><body><p>江城书市 &l11;</p></body></html>".encode(), ".html"
    )
    assert isinstance(document, RawDocument) and len(document.text) < 3000


@MAKERS
def test_nothing_is_fetched(make: Make, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No connection is opened for pictures, frames, styles, base addresses or the feed's own."""

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    links = "<base href='http://e.example/'><link href=a.css><img src='http://e.example/a.png'><iframe src=b></iframe>"
    assert codes(make(f"{links}<p>江城书市将于2026年5月1日开幕，市民可以免费入场。</p>"), suffix) == [""]


@pytest.mark.parametrize("data", [b"http://e.example/feed", b"/etc/hostname", b"feed:http://e.example/"])
def test_a_feed_is_no_name(data: bytes) -> None:
    """What stands in a feed's file is never taken for an address or a path to read."""
    assert codes(data, ".rss") == ["empty-input"]


@pytest.mark.parametrize(
    ("suffix", "package", "extra"),
    [(".html", "trafilatura", "html"), (".rss", "feedparser", "feeds"), (".htm", "lxml", "html")],
)
def test_missing_extra(suffix: str, package: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the packages that a format needs the issue says what to install."""
    monkeypatch.setitem(sys.modules, package, None)
    (issue,) = read((feed if suffix == ".rss" else page)("<p>江城书市将于2026年5月1日开幕。</p>"), suffix)
    assert isinstance(issue, Issue)
    assert (issue.code, issue.message.partition(": ")[2]) == (
        "missing-extra",
        f"pip install 'article-timeline[{extra}]'",
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "part", ["<p>文字", "<a href=x>文</a>", "文<br>", "<td>文<tr>", "<li>", "文，", "<time>2", "&nbsp;"]
)
def test_half_a_megabyte_of_one_thing(part: str) -> None:
    """A page of one thing over and over is read in time linear in its length: this test ends."""
    size = 500_000 // len(part.encode())
    assert read(page(part * min(size, 60_000)), ".html")
