"""JSON Lines and tables: fields, names of records, broken records, streaming."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator

import pytest

import timeline as tl
from timeline.model import Issue, Limits, Options, RawDocument
from timeline.read import read_document
from timeline.read.readers import read_stream

ARTICLE = {
    "headline": "河畔音乐节下月举行",
    "body": "本报讯 第五届河畔音乐节将于下月18日在滨江公园开幕。",
    "source": "江城日报",
    "link": "https://news.example/a/1",
    "publish_date": "2026-04-20 10:00:00",
}


def read(data: bytes, suffix: str, options: Options | None = None) -> list[RawDocument | Issue]:
    """Return what a corpus gives."""
    return list(read_stream(io.BytesIO(data), "c", suffix, options or Options()))


def lines(*records: object) -> bytes:
    """Return records as JSON Lines."""
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


def outline(documents: list[RawDocument | Issue]) -> list[str]:
    """Return the source of each document, and code and source of each issue."""
    return [f"{item.code} {item.source}" if isinstance(item, Issue) else item.source for item in documents]


def test_usual_names() -> None:
    """Fields with usual names are found; the title stands over the text, the rest beside it."""
    (document,) = read(lines(ARTICLE), ".jsonl")
    assert isinstance(document, RawDocument)
    assert document.text == f"{ARTICLE['headline']}\n\n{ARTICLE['body']}"
    assert document.metadata.publisher == "江城日报"
    assert document.metadata.url == "https://news.example/a/1"
    (article,) = read_document(document)
    assert article.info.title == ARTICLE["headline"]
    assert [sentence.role for sentence in article.sentences] == ["title", "body"]
    (event,) = tl.build_timeline(tl.read_articles(lines(ARTICLE)))
    assert event.when.edtf == "2026-05-18"


def test_chosen_names() -> None:
    """A mapping says where the text stands, in an object inside the record, too; a list is its paragraphs."""
    record = {"id": 7, "page": {"main": ["第一段。", "第二段。"], "day": 20260420}}
    options = Options(fields={"text": "page.main", "published": "page.day"})
    (document,) = read(lines(record), ".jsonl", options)
    assert isinstance(document, RawDocument)
    assert document.text == "第一段。\n\n第二段。"
    assert document.metadata.published == "20260420"


def test_title_is_not_repeated() -> None:
    """A text that begins with its title stays as it is."""
    (document,) = read(lines({"title": "春茶 上市", "text": "春茶上市\n正文。"}), ".jsonl")
    assert isinstance(document, RawDocument)
    assert document.text == "春茶上市\n正文。"


def test_broken_records() -> None:
    """A line that holds no article is an issue with its number; the others are read."""
    data = b'{"text": "one"}\n{"text": \n\n[1]\n{"id": 1}\n{"text": " "}\n{"text": "\xff\xfe\xfa"}\n{"text": "last"}'
    assert outline(read(data, ".jsonl")) == [
        "c#1",
        "broken-record c#2",
        "broken-record c#4",
        "no-text-field c#5",
        "empty-input c#6",
        "broken-record c#7",
        "c#8",
    ]


def test_limits_of_records() -> None:
    """A line that is too long or too deep costs that line alone."""
    long, deep = {"text": "长" * 500}, {"text": "x", "more": [[[["]"]]]]}
    options = Options(limits=Limits(bytes_per_record=300, depth=4))
    assert outline(read(lines(long, deep, ARTICLE), ".jsonl", options)) == [
        "broken-record c#1",
        "broken-record c#2",
        "c#3",
    ]


def test_lone_surrogates() -> None:
    """An escape that is no character becomes U+FFFD, as on pages, since nothing could write it."""
    (document,) = read(b'{"text": "a\\ud800b"}', ".jsonl")
    assert isinstance(document, RawDocument)
    assert document.text == "a\ufffdb"


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_table(delimiter: str) -> None:
    """A table is read by its head line; cells may hold line ends; a record is named by the line it begins at."""
    rows = [("标题", "正文", "日期"), ("甲", '"第一行\n第二行"', "2026-04-20"), ("", "", ""), ("乙", "另一篇", "")]
    data = "\r\n".join(delimiter.join(row) for row in rows).encode("utf-8-sig")
    documents = read(data, ".csv")
    assert outline(documents) == ["c#2", "empty-input c#4", "c#5"]
    assert isinstance(documents[0], RawDocument)
    assert documents[0].text == "甲\n\n第一行\n第二行"
    assert documents[0].metadata.published == "2026-04-20"


def test_table_in_gb18030() -> None:
    """A table saved by a Chinese spreadsheet is read in its encoding."""
    body = "论坛在北京举行，来自各地的代表出席了会议，并就有关问题发表了意见。"
    (document,) = read(f"标题,正文\n论坛举行,{body}\n".encode("gb18030"), ".csv")
    assert isinstance(document, RawDocument)
    assert document.text == f"论坛举行\n\n{body}"


def test_broken_tables() -> None:
    """A table without a column for the text is one issue; a quotation that does not end costs one record."""
    assert outline(read(b"a,b\n1,2\n", ".csv")) == ["unreadable-input c"]
    assert outline(read(b'text,b\none,2\n"open,2\n', ".csv")) == ["c#2", "broken-record c#3"]
    assert outline(read(b"text\n\xff\xff\xff\nlast\n", ".csv")) == ["broken-record c#2", "c#3"]


def test_binary_is_no_corpus() -> None:
    """What is no text is one issue, not one for each line."""
    assert outline(read(b"\0\1\n" * 1000, ".jsonl")) == ["unreadable-input c"]


def test_corpus_is_streamed() -> None:
    """A record is yielded before the next one is looked at, and a compressed corpus is cut at its trouble."""

    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = b'{"text": "again"}\n'
            buffer[: len(line)] = line
            return len(line)

    documents: Iterator[RawDocument | Issue] = read_stream(Endless(), "c", ".jsonl", Options())  # type: ignore[arg-type]
    assert [next(documents).source for _ in range(3)] == ["c#1", "c#2", "c#3"]
    packed = gzip.compress(lines(*[ARTICLE] * 3000))
    assert outline(read(packed[:-20], ".jsonl"))[-1] == "unreadable-input c"
    assert len(read(packed[:-20], ".jsonl")) > 100


def test_documents_per_file() -> None:
    """Only so many records are read, and an issue says so."""
    options = Options(limits=Limits(documents_per_file=2))
    assert outline(read(lines(*[ARTICLE] * 3), ".jsonl", options)) == ["c#1", "c#2", "too-large c"]
