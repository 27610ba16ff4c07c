"""Word files: order, tables, titles, and archives that are something else."""

from __future__ import annotations

import io
import zipfile

from docx import Document

from timeline.model import Issue, Limits, Options, RawDocument
from timeline.read import read_document
from timeline.read.readers import read_stream


def read(data: bytes, limits: Limits | None = None) -> list[RawDocument | Issue]:
    """Return what a Word file gives."""
    return list(read_stream(io.BytesIO(data), "a.docx", ".docx", Options(limits=limits or Limits())))


def codes(data: bytes, limits: Limits | None = None) -> list[str]:
    """Return the codes of the issues of a Word file."""
    return [item.code for item in read(data, limits) if isinstance(item, Issue)]


def make_docx() -> bytes:
    """Return a notice with a title, prose, and a table between."""
    document = Document()
    document.add_heading("关于举办春季读书会的通知", 0)
    document.add_paragraph("读书会定于2026年4月18日举行，日程如下：")
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(table.rows, (("9:00", "签到", "一楼"), ("9:30", "开幕", "")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 1).merge(table.cell(1, 2))
    document.add_paragraph("请各单位于4月10日前报名。")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_order() -> None:
    """Paragraphs and rows stand in the order of the file; a merged cell stands once; the title is known."""
    (document,) = read(make_docx())
    assert isinstance(document, RawDocument)
    assert document.text.split("\n\n") == [
        "关于举办春季读书会的通知",
        "读书会定于2026年4月18日举行，日程如下：",
        "9:00\t签到\t一楼",
        "9:30\t开幕",
        "请各单位于4月10日前报名。",
    ]
    (article,) = read_document(document)
    assert article.info.title == "关于举办春季读书会的通知"
    assert [sentence.role for sentence in article.sentences] == ["title", "body", "row", "row", "body"]


def test_dates_of_the_file_are_not_read() -> None:
    """When a file was saved is not when its article was published."""
    (document,) = read(make_docx())
    assert isinstance(document, RawDocument)
    assert document.metadata.published is document.metadata.updated is None


def test_empty() -> None:
    """A file without a word is an issue."""
    file = io.BytesIO()
    Document().save(file)
    assert codes(file.getvalue()) == ["empty-input"]


def test_other_archives() -> None:
    """Another archive, an old Word file and a broken one are issues."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "text")
    assert codes(file.getvalue()) == ["unreadable-input"]
    assert codes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") == ["unreadable-input"]
    assert codes(make_docx()[:-400]) == ["unreadable-input"]


def test_limits() -> None:
    """Too many elements, or too many bytes once unpacked, are refused before they are parsed."""
    assert codes(make_docx(), Limits(nodes=50)) == ["too-large"]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(3_000_000))
    assert codes(file.getvalue(), Limits(bytes_per_file=1_000_000)) == ["too-large"]


def test_entities_are_not_expanded() -> None:
    """Entities within entities do not grow."""
    lol = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    text = f'<!DOCTYPE d [<!ENTITY l0 "{"x" * 100}">{lol}]>'
    source, file = io.BytesIO(make_docx()), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode() if name == "word/document.xml" else old.read(name)
            if isinstance(data, str):
                head, body = data.split("?>", 1)
                data = f"{head}?>{text}{body.replace('签到', '&l9;')}"
            new.writestr(name, data)
    for document in read(file.getvalue()):
        assert isinstance(document, Issue) or len(document.text) < 1000


def test_damage() -> None:
    """A file cut off anywhere, or with bits turned, gives a document or an issue."""
    data = make_docx()
    for size in range(0, len(data), 1024):
        assert read(data[:size])
    for place in range(0, len(data), 997):
        assert read(data[:place] + bytes([data[place] ^ (1 << place % 8)]) + data[place + 1 :])
