"""PDF files: columns, articles, running heads, and files that hold no text."""

from __future__ import annotations

import io
import zlib

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.papers import Box, Paper, Piece, make_pdf, papers, text_of
from timeline.model import Issue, Limits, Options, RawDocument
from timeline.read.readers import read_stream

PAPERS = {paper.name: paper for paper in papers()}


def read(data: bytes, options: Options | None = None) -> list[RawDocument | Issue]:
    """Return what a PDF gives."""
    return list(read_stream(io.BytesIO(data), "p.pdf", ".pdf", options or Options()))


def documents(data: bytes) -> list[RawDocument]:
    """Return the documents of a PDF that has no trouble."""
    found = read(data)
    assert all(isinstance(document, RawDocument) for document in found), found
    return [document for document in found if isinstance(document, RawDocument)]


def issues(data: bytes, options: Options | None = None) -> list[str]:
    """Return code and message of the issues of a PDF."""
    return [f"{item.code}: {item.message}" for item in read(data, options) if isinstance(item, Issue)]


@pytest.mark.parametrize("by_rows", [False, True], ids=["drawn by article", "drawn by rows"])
@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.name)
def test_reading_order(paper: Paper, by_rows: bool) -> None:
    """Every paragraph comes whole and in order, each article for itself, in whatever order the file draws the lines."""
    found = documents(make_pdf([paper], by_rows=by_rows))
    assert [document.text.split("\n\n") for document in found] == [
        [box.piece.head, *box.piece.paragraphs] for box in paper.boxes
    ]
    assert [document.metadata.title for document in found] == [box.piece.head for box in paper.boxes]


def test_running_heads() -> None:
    """The head of the paper and page numbers are left out of the text; day and name of the paper are kept."""
    found = documents(make_pdf([PAPERS["modules"]]))
    assert [document.source for document in found] == ["p.pdf#1", "p.pdf#2", "p.pdf#3", "p.pdf#4"]
    assert {document.metadata.published for document in found} == {"2026年4月20日 星期一"}
    assert {document.metadata.publisher for document in found} == {"江城日报"}
    assert [text for text, _ in found[0].left_out] == ["江城日报 2026年4月20日 星期一 第A02版", "A02"]


def test_article_over_pages() -> None:
    """A page that begins without a head goes on with the article of the page before."""
    first, second = PAPERS["one column"], PAPERS["two columns"]
    (box,) = second.boxes
    rest = second._replace(boxes=(box._replace(piece=box.piece._replace(head="")),))
    (document,) = documents(make_pdf([first, rest]))
    assert document.text == f"{text_of(first)}\n{text_of(rest).strip()}".replace("\n", "\n\n")


def test_headings_inside_an_article() -> None:
    """Without the head of a paper, smaller heads stand inside the one article, unless a byline follows."""
    piece = PAPERS["one column"].boxes[0].piece
    chapter = Piece("一、活动安排", ("音乐节期间设置三个舞台，每天演出至21时，观众凭票入场，雨天照常举行。",))
    report = Paper("report", "zh", 1, (Box(piece, 0, 1, 0, 0.4), Box(chapter, 0, 1, 0.5, 1, head_size=1.3)))
    (document,) = documents(make_pdf([report]))
    assert document.metadata.title == piece.head
    assert chapter.head in document.text
    news = chapter._replace(paragraphs=(f"本报讯 {chapter.paragraphs[0]}",))
    boxes = (report.boxes[0], report.boxes[1]._replace(piece=news))
    assert len(documents(make_pdf([report._replace(boxes=boxes)]))) == 2


def test_table_is_read_by_rows() -> None:
    """Cells that stand beside each other are a row, not columns of text."""
    canvas, file = blank()
    rows = [("9:00", "Doors open", "Hall A"), ("9:30", "Opening of the fair", "Hall B"), ("14:00", "Tour", "Gate 2")]
    for number, row in enumerate(rows):
        for x, cell in zip((80, 200, 400), row, strict=True):
            canvas.drawString(x, 600 - 20 * number, cell)
    canvas.save()
    (document,) = documents(file.getvalue())
    assert document.text.split("\n\n") == ["\t".join(row) for row in rows]


def test_hyphens() -> None:
    """A word broken at the end of a line is whole again where the text has it elsewhere."""
    canvas, file = blank()
    lines = ("The festival opens on May 18 and the fes-", "tival closes on May 20 near the land-", "mark.")
    for number, line in enumerate(lines):
        canvas.drawString(80, 600 - 15 * number, line)
    canvas.save()
    (document,) = documents(file.getvalue())
    assert document.text == "The festival opens on May 18 and the festival closes on May 20 near the land-mark."


def test_files_without_text() -> None:
    """A scan, an encrypted file and one that is none say so; the pages with text are read."""
    canvas, file = blank()
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.showPage()
    canvas.drawString(80, 600, "The fair opens on 3 June 2026.")
    canvas.save()
    scanned = read(file.getvalue())
    assert [type(item) for item in scanned] == [Issue, RawDocument]
    assert issues(file.getvalue())[0].startswith("no-text: no text on page 1, perhaps a scan")
    assert issues(make_pdf([PAPERS["bands"]], encrypt="secret")) == [
        "unreadable-input: encrypted; save it without its password"
    ]
    assert issues(b"%PDF-1.7 and nothing else")[0].startswith("unreadable-input: no readable PDF")


def test_limits() -> None:
    """Too many pages, too many characters on one, and a stream that grows out of measure are refused."""
    data = make_pdf([PAPERS["bands"]] * 3)
    assert "limit pages" in issues(data, Options(limits=Limits(pages=2)))[0]
    assert "limit nodes" in issues(data, Options(limits=Limits(nodes=100)))[0]
    bomb = b"%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n" + zlib.compress(bytes(5_000_000)) + b"\nendstream"
    assert "limit bytes_per_file" in issues(bomb, Options(limits=Limits(bytes_per_file=1_000_000)))[0]


def test_damage() -> None:
    """A file cut off anywhere, or with bits turned, gives articles or an issue, and never nothing."""
    data = make_pdf([PAPERS["modules"]])
    for size in range(0, len(data), 1024):
        assert read(data[:size])
    for place in range(0, len(data), 97):
        assert read(data[:place] + bytes([data[place] ^ (1 << place % 8)]) + data[place + 1 :])


def blank() -> tuple[Canvas, io.BytesIO]:
    """Return an empty page and the file it is saved to."""
    file = io.BytesIO()
    return Canvas(file, invariant=1), file
