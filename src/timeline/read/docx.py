"""Reader of Word files: paragraphs and tables in the order of the document, tables row by row.

The file's own dates tell when it was made and saved, which is not when the article was published; they are not read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from docx import Document
from docx.document import Document as DocumentType
from docx.table import Table

from timeline.errors import TooLargeError, UnreadableInputError
from timeline.model import Issue, Limits, Metadata, Options, RawDocument
from timeline.read.readers import read_all

MAIN = "word/document.xml"
"""Where the text of a Word file stands (ECMA-376, part 1, 11.3.10)."""

PIECE = 1 << 20
"""So many bytes are counted together."""


def read_stream(stream: BinaryIO, source: str, format: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield the one document of a Word file.

    Raises:
        UnreadableInputError: It is no Word file, or encrypted.
        TooLargeError: It holds more than `bytes_per_file`, or more elements than `nodes`.
    """
    file = io.BytesIO(read_all(stream, options))
    _check(file, options.limits)
    document = Document(file)
    text = "\n\n".join(_paragraphs(document))
    if text.strip():
        yield RawDocument(source=source, text=text, kind="extracted", metadata=Metadata(title=_title(document)))


def _check(file: BinaryIO, limits: Limits) -> None:
    """Refuse what is no Word file, and one that would fill the memory, before it is parsed."""
    if not zipfile.is_zipfile(file):
        raise UnreadableInputError("no Word file, or an encrypted or old one; save it as .docx without a password")
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
        if MAIN not in archive.namelist():
            raise UnreadableInputError("an archive that holds no Word document")
        if sum(entry.file_size for entry in entries) > limits.bytes_per_file:
            raise TooLargeError("bytes_per_file", limits.bytes_per_file)
        nodes = sum(_elements(archive, entry) for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if nodes > limits.nodes:
        raise TooLargeError("nodes", limits.nodes)


def _elements(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    """Return how many elements a part has at most."""
    count = 0
    with archive.open(entry) as part:
        while piece := part.read(PIECE):
            count += piece.count(b"<") - piece.count(b"</")
    return count


def _paragraphs(document: DocumentType) -> Iterator[str]:
    """Yield the paragraphs and rows that hold anything."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        elif text := block.text.strip():
            yield text


def _rows(table: Table) -> Iterator[str]:
    """Yield the rows of a table, cells set apart by tabs; a cell over several columns stands once."""
    for row in table.rows:
        cells = dict.fromkeys(cell._tc for cell in row.cells)
        texts = [" ".join("".join(run.itertext("{*}t")) for run in cell.iter("{*}p")) for cell in cells]
        line = "\t".join(" ".join(text.split()) for text in texts).strip("\t")
        if line:
            yield line


def _title(document: DocumentType) -> str | None:
    """Return the text of the first paragraph in the style of titles."""
    for paragraph in document.paragraphs:
        style = paragraph.style
        if style is not None and style.name == "Title" and paragraph.text.strip():
            return paragraph.text.strip()
    return None
