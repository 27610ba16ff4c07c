"""Files made and spoiled at random: whatever comes, a document or an issue, and nothing of a page gets lost."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.papers import make_pdf, papers
from tests.read.test_docx import make_docx
from tests.read.test_golden import check_offsets
from tests.read.test_warc import RECORDS, make_warc
from timeline.model import Issue, Options, RawDocument
from timeline.read import read_document
from timeline.read.columns import Line, Page, read_columns
from timeline.read.newspaper import read_pages
from timeline.read.readers import read_stream

SHORT = settings(max_examples=30, derandomize=True, deadline=None)
LONG = settings(max_examples=10_000, derandomize=True, deadline=None)

TEXTS = st.text(max_size=40) | st.sampled_from(
    ("", "2026-05-20", "论坛5月20日举行。", '"', "\0", "\ud800", "\ufeff", "\r", "\t", "---", "# ", "|", "a," * 50)
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(("text", "Body", "content", "title", "date", "url", "source", "正文", "")) | TEXTS
RECORDS_OF_JSON = st.lists(st.dictionaries(NAMES, JSON, max_size=5) | JSON, max_size=4)
TABLES = st.lists(st.lists(NAMES, max_size=5), max_size=5)
LINES = st.lists(
    st.builds(
        lambda text, left, width, base, size: Line(text, left, left + width, base, size),
        st.text("论坛5月 a-b.。", min_size=1, max_size=6).filter(str.strip),
        st.floats(0, 600),
        st.floats(0, 300),
        st.floats(0, 850),
        st.floats(0.5, 60),
    ),
    max_size=40,
)
DAMAGE = st.tuples(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 7)), max_size=4), st.floats(0, 1) | st.just(1.0))
WHOLE: dict[str, Callable[[], bytes]] = {
    ".pdf": cache(lambda: make_pdf(papers()[2:5])),
    ".docx": cache(make_docx),
    ".warc": lambda: make_warc(*RECORDS),
    ".csv": lambda: '标题,正文\r\n甲,"论坛5月20日\n举行。"\r\n'.encode(),
    ".jsonl": lambda: '{"title": "甲", "text": "论坛5月20日举行。"}\n{"text": []}\n'.encode(),
}


def check(data: bytes, suffix: str) -> None:
    """Assert that a file gives something, and that what it gives can be taken apart."""
    found = list(read_stream(io.BytesIO(data), "a", suffix, Options()))
    assert found
    for document in found:
        assert isinstance(document, (RawDocument, Issue))
        if isinstance(document, RawDocument):
            document.model_dump_json()
            for article in read_document(document):
                check_offsets(document, article)


def spoil(data: bytes, damage: tuple[list[tuple[float, int]], float]) -> bytes:
    """Return bytes with some bits turned and the end cut off."""
    flips, share = damage
    spoiled = bytearray(data)
    for place, bit in flips:
        spoiled[int(place * (len(spoiled) - 1))] ^= 1 << bit
    return bytes(spoiled[: int(share * len(spoiled))])


def check_json(records: list[Any]) -> None:
    """Assert that JSON Lines give something for each record."""
    data = "".join(json.dumps(record) + "\n" for record in records).encode()
    check(data, ".jsonl")
    found = list(read_stream(io.BytesIO(data), "a", ".jsonl", Options()))
    assert len(found) == max(1, len(records))


def check_table(rows: list[list[str]]) -> None:
    """Assert that a table gives something."""
    file = io.StringIO()
    csv.writer(file).writerows([["text", "title", *rows[0]] if rows else [], *rows[1:]])
    check(file.getvalue().encode("utf-8", "surrogatepass"), ".csv")


def check_page(lines: list[Line]) -> None:
    """Assert that a page keeps each of its lines, once, whatever column it is taken to stand in."""
    wanted = Counter(cell for line in lines for cell in line.text.split("\t"))
    columns = read_columns(lines)
    assert Counter(cell for column in columns for line in column for cell in line.text.split("\t")) == wanted
    signs = Counter(sign for line in lines for sign in line.text if not sign.isspace() and sign != "-")
    documents = list(read_pages([Page(lines, 600, 850)], "a"))
    kept = Counter(sign for document in documents for sign in document.text)
    kept.update(sign for document in documents for text, _ in document.left_out for sign in text)
    assert not documents or all(kept[sign] == count for sign, count in signs.items())


@pytest.mark.parametrize("suffix", WHOLE)
@SHORT
@given(damage=DAMAGE)
def test_damaged_files(suffix: str, damage: tuple[list[tuple[float, int]], float]) -> None:
    """A file with bits turned and its end cut off."""
    check(spoil(WHOLE[suffix](), damage), suffix)


@SHORT
@given(RECORDS_OF_JSON)
def test_records(records: list[Any]) -> None:
    """Any JSON is a record or an issue."""
    check_json(records)


@SHORT
@given(TABLES)
def test_tables(rows: list[list[str]]) -> None:
    """Any cells are a table."""
    check_table(rows)


@SHORT
@given(LINES)
def test_pages(lines: list[Line]) -> None:
    """Lines anywhere on a page."""
    check_page(lines)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", WHOLE)
@LONG
@given(damage=DAMAGE)
def test_damaged_files_at_length(suffix: str, damage: tuple[list[tuple[float, int]], float]) -> None:
    """The same over ten thousand files."""
    check(spoil(WHOLE[suffix](), damage), suffix)


@pytest.mark.slow
@LONG
@given(RECORDS_OF_JSON, TABLES, LINES)
def test_structures_at_length(records: list[Any], rows: list[list[str]], lines: list[Line]) -> None:
    """The same over ten thousand corpora, tables and pages."""
    check_json(records)
    check_table(rows)
    check_page(lines)
