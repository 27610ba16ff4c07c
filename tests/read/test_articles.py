"""Documents of any shape."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.test_golden import check_offsets
from timeline.model import Metadata, RawDocument
from timeline.read import read_document, read_string
from timeline.read.articles import article_id

LINES = st.sampled_from(
    [
        "第九届江城旧书市集 6 月 12 日在滨江仓库开幕，来自全国各地的书店带来三万多册旧书。",
        "来自全国各地的八十余家书店带来三万多册旧书，其中",
        "The fair opens on May 5, 2026 at Holbeck Mill, the company said. Entry is free.",
        "江城日报· 2026-02-03 21:40",
        "本报讯（记者 林小满）",
        "新华社江城2月9日电 灯会开幕。",
        "发布时间：2026-03-18",
        "2026年3月18日",
        "主办单位：",
        "江城文化局",
        "09:00-09:30 开幕式",
        "首页",
        "相关新闻",
        "版权所有 江城在线",
        "# 标题",
        "- 项目",
        "| 5日 | 开幕 |",
        "> 引文",
        "---",
        "title: x",
        "<p>段落</p>",
        "<!-- x -->",
        "```",
        "![图](a.png)",
        "1、第一",
        "（一）时间",
        "图为现场。（林小满 摄）",
        "",
        " ",
        "\u3000\u3000",
        "\ufeff",
    ]
)


@settings(max_examples=250, derandomize=True, deadline=None)
@given(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\r\n", "\n\n", "\r", " "]))
def test_any_page(lines: list[str], end: str) -> None:
    """Whatever lines a page is made of, offsets lead back and articles do not overlap."""
    document = RawDocument(source="a.txt", text=end.join(lines))
    articles = read_document(document)
    for article in articles:
        check_offsets(document, article)
        assert article.id == article_id(article.text)
        for span, _ in article.dropped:
            assert 0 <= span.start <= span.end <= len(document.text)
    borders = [(article.info.start, article.info.end) for article in articles]
    assert borders == sorted(borders)
    assert all(left[1] <= right[0] for left, right in pairwise(borders))


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    """No text stops the reader, neither as a document nor as a string."""
    document = RawDocument(source="a.txt", text=text)
    for article in (*read_document(document), read_string(text)):
        check_offsets(document, article)


def test_id_depends_on_the_text_alone() -> None:
    """The same text has the same id wherever it comes from."""
    ids = {read_document(RawDocument(source=source, text="书市开幕。"))[0].id for source in ("a.txt", "b/c.md")}
    assert ids == {article_id("书市开幕。")}
    assert len(article_id("")) == 24


def test_date_in_the_name_is_a_stamp() -> None:
    """A date in the file's name is the last of the stamps, without a place in the text."""
    (article,) = read_document(RawDocument(source="news/2026-03-18-fair.txt", text="书市开幕。"))
    assert [(stamp.kind, stamp.text, stamp.span) for stamp in article.stamps] == [("filename", "2026-03-18", None)]


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    [
        "2月",
        "a",
        " ",
        "\n",
        "<",
        "(",
        "“",
        "<!--",
        "**",
        "[a](",
        "![a](",
        "你 ",
        "a\u3000",
        "|a",
        "。\n",
        "- a\n",
        "：\n",
    ],
)
def test_half_a_megabyte_of_one_thing(part: str) -> None:
    """A text of one thing over and over is read in time linear in its length: this test ends."""
    text = part * (500_000 // len(part))
    document = RawDocument(source="a.txt", text=text)
    assert "".join(article.text for article in read_document(document)) in (text, "")
    assert read_string(text).text == text


def test_metadata_beside_the_text() -> None:
    """What is known beside the text is kept; the text's own masthead goes before it."""
    metadata = Metadata(
        title="江城旧书市集开幕",
        publisher="江城日报",
        url="https://example.org/a",
        published="2026-06-12T09:30:00+08:00",
    )
    text = "文化\n\n江城旧书市集开幕\n\n来源：江城晚报\n\n第九届江城旧书市集在滨江仓库开幕，来自全国各地的书店都来了。"
    (article,) = read_document(RawDocument(source="a.html", text=text, kind="extracted", metadata=metadata))
    info = article.info
    assert (info.title, info.publisher, info.url) == ("江城旧书市集开幕", "江城晚报", "https://example.org/a")
    assert [(stamp.kind, stamp.text) for stamp in article.stamps] == [("metadata", "2026-06-12T09:30:00+08:00")]
    assert [sentence.text for sentence in article.sentences if sentence.role == "title"] == ["江城旧书市集开幕"]


def test_extracted_paragraphs_are_not_joined() -> None:
    """In extracted text a blank line ends a paragraph, however the lines look; markup in it is text."""
    lines = [
        "各方代表围绕旧厂房改造展开讨论，并就下一步",
        "工作交换意见，其中<b>三家",
        "企业提出了新的方案，计划在年底",
    ]
    (article,) = read_document(RawDocument(source="a.html", text="\n\n".join(lines * 3), kind="extracted"))
    assert [sentence.text for sentence in article.sentences] == lines * 3
