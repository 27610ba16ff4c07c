"""Compare libraries on newspaper pages as PDF: do paragraphs come whole, and how long does a page take?

    python -m benchmarks.papers

The pages are those of `tests/papers.py`, once drawn article by article, as most programs do, and once line by line from
the top of the page, as programs do that lay out a whole page. A paragraph counts when its characters, blanks aside,
stand together in the text taken out. `pip install pypdf pdfplumber` adds the others; missing ones are left out.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from tests.papers import Paper, make_pdf, papers
from timeline.model import Options, RawDocument
from timeline.read.readers import read_stream

PASSES = 3


def pypdf(data: bytes) -> str:
    from pypdf import PdfReader

    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def pypdf_layout(data: bytes) -> str:
    from pypdf import PdfReader

    return "".join(page.extract_text(extraction_mode="layout") for page in PdfReader(io.BytesIO(data)).pages)


def pdfminer(data: bytes) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(io.BytesIO(data)))


def pdfplumber(data: bytes) -> str:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as file:
        return "".join(page.extract_text() for page in file.pages)


def pypdfium2(data: bytes) -> str:
    import pypdfium2

    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def ours(data: bytes) -> str:
    found = read_stream(io.BytesIO(data), "p.pdf", ".pdf", Options())
    return "\n".join(document.text for document in found if isinstance(document, RawDocument))


WAYS: dict[str, Callable[[bytes], str]] = {
    "pypdf": pypdf,
    "pypdf, layout": pypdf_layout,
    "pdfminer": pdfminer,
    "pdfplumber": pdfplumber,
    "pypdfium2": pypdfium2,
    "timeline": ours,
}


def whole_paragraphs(way: Callable[[bytes], str], *, by_rows: bool) -> tuple[int, int]:
    """Return how many paragraphs of the pages come whole, and how many there are."""
    found = [
        _solid(paragraph) in text
        for paper in papers()
        for text in [_solid(way(make_pdf([paper], by_rows=by_rows)))]
        for paragraph in _paragraphs(paper)
    ]
    return sum(found), len(found)


def seconds_a_page(way: Callable[[bytes], str]) -> float:
    """Return the fewest seconds that a page took on average in one of several passes."""
    files = [make_pdf([paper]) for paper in papers()]
    passes = []
    for _ in range(PASSES):
        begin = time.perf_counter()
        for data in files:
            way(data)
        passes.append((time.perf_counter() - begin) / len(files))
    return min(passes)


def _paragraphs(paper: Paper) -> Iterator[str]:
    return (paragraph for box in paper.boxes for paragraph in box.piece.paragraphs)


def _solid(text: str) -> str:
    return "".join(text.split())


def main() -> None:
    """Print the table."""
    print(f"{'library':<16}{'by article':>12}{'by rows':>12}{'ms a page':>12}")
    for name, way in WAYS.items():
        if name != "timeline" and not find_spec(name.partition(",")[0]):
            continue
        shares = ["{}/{}".format(*whole_paragraphs(way, by_rows=by_rows)) for by_rows in (False, True)]
        print(f"{name:<16}{shares[0]:>12}{shares[1]:>12}{1000 * seconds_a_page(way):>12.1f}")


if __name__ == "__main__":
    main()
