"""Reader of PDF files: characters with their places → columns, paragraphs, articles.

`pypdfium2` gives the characters; of the permissive libraries it alone reads fonts that are not embedded in both Chinese
scripts and says where each character stands (docs/reference.md has the figures).
"""

from __future__ import annotations

import base64
import ctypes
import re
import zlib
from collections.abc import Iterator
from threading import Lock
from typing import Any, BinaryIO, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from timeline.errors import TooLargeError, UnreadableInputError
from timeline.model import Issue, Options, RawDocument
from timeline.read.columns import WORD_GAP, Line, Page
from timeline.read.newspaper import read_pages
from timeline.read.readers import read_all

PDFIUM = Lock()
"""The library does not work for two threads at a time."""

PIECE = 1 << 16
"""So many bytes of a compressed stream are looked at together."""

UNREADABLE = 0.3
"""From this share of characters on whose font does not tell what they are, a page has no text."""


class Glyph(NamedTuple):
    """One character on a page; y grows downwards, all in points."""

    text: str
    left: float
    right: float
    base: float
    size: float


def read_stream(stream: BinaryIO, source: str, format: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield the articles of a PDF, and an issue for pages without text.

    Raises:
        UnreadableInputError: It is encrypted or broken.
        TooLargeError: It has more than `pages`, a page has more than `nodes`, or a stream inside is too large.
    """
    data = read_all(stream, options)
    _check_streams(data, options.limits.bytes_per_file)
    with PDFIUM:
        pages = _read_pages(data, options)
    silent = [number for number, page in enumerate(pages, 1) if not page.lines]
    if silent:
        which = ", ".join(map(str, silent[:20])) + (", …" if len(silent) > 20 else "")
        message = f"no text on page {which}, perhaps a scan; have the text recognised (OCR) first"
        yield Issue(code="no-text", message=message, source=source)
    yield from read_pages(pages, source)


def _read_pages(data: bytes, options: Options) -> list[Page]:
    """Return the lines of every page."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableInputError("encrypted; save it without its password") from error
        raise UnreadableInputError(f"no readable PDF: {error}") from error
    try:
        if len(document) > options.limits.pages:
            raise TooLargeError("pages", options.limits.pages)
        pages = []
        room = options.limits.characters_per_document
        for number in range(len(document)):
            pages.append(_read_page(document[number], options.limits.nodes))
            room -= sum(len(line.text) for line in pages[-1].lines)
            if room < 0:
                raise TooLargeError("characters_per_document", options.limits.characters_per_document)
        return pages
    finally:
        document.close()


def _read_page(page: Any, limit: int) -> Page:
    """Return the lines of one page."""
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        if text.count_chars() > limit:
            raise TooLargeError("nodes", limit)
        glyphs = list(_glyphs(text, height))
    finally:
        text.close()
        page.close()
    unreadable = sum(not glyph.text.isprintable() or "\ue000" <= glyph.text <= "\uf8ff" for glyph in glyphs)
    return Page([] if unreadable > UNREADABLE * len(glyphs) else _join(_runs(glyphs)), width, height)


def _glyphs(text: Any, height: float) -> Iterator[Glyph]:
    """Yield the characters of a page in the order in which the file draws them."""
    x, base, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if pdfium.FPDFText_IsGenerated(text, index) == 1 or code in (0, 0xFFFE):
            continue
        if not pdfium.FPDFText_GetCharOrigin(text, index, x, base):
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, index, box):
            continue
        sign = "-" if code == 2 else chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        yield Glyph(sign, box.left, box.right, height - base.value, box.top - box.bottom)


def _runs(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Yield characters drawn one after the other on one baseline."""
    run: list[Glyph] = []
    for glyph in glyphs:
        last = run[-1] if run else None
        if last and not (
            abs(glyph.base - last.base) < 0.3 * last.size
            and -0.5 * last.size < glyph.left - last.right < WORD_GAP * max(last.size, glyph.size)
        ):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _join(runs: Iterator[list[Glyph]]) -> list[Line]:
    """Return the lines that runs make: those close together on one baseline are one."""
    lines: list[Line] = []
    made = filter(None, map(_line, runs))
    for line in sorted(made, key=lambda line: (round(line.base), line.left)):
        before = lines[-1] if lines else None
        if before and _adjoins(before, line):
            gap = " " if line.left - before.right > 0.2 * line.size else ""
            before.text += gap + line.text
            before.right = max(before.right, line.right)
        else:
            lines.append(line)
    return lines


def _adjoins(before: Line, line: Line) -> bool:
    """Return whether a line goes on where another one ends; what is drawn twice at one place goes nowhere."""
    gap = line.left - before.right
    size = max(before.size, line.size)
    return round(before.base) == round(line.base) and -0.5 * size < gap < WORD_GAP * size


def _line(run: list[Glyph]) -> Line | None:
    """Return a run as a line, None where it is blank; words are set apart where the page sets them apart."""
    parts: list[str] = []
    for index, glyph in enumerate(run):
        if index and glyph.text.isascii() and glyph.left - run[index - 1].right > 0.2 * glyph.size:
            parts.append(" ")
        parts.append(glyph.text)
    text = " ".join("".join(parts).split())
    inked = [glyph for glyph in run if not glyph.text.isspace()]
    if not inked:
        return None
    size = sorted(glyph.size for glyph in inked)[len(inked) // 2]
    return Line(text, inked[0].left, inked[-1].right, inked[0].base, size)


def _check_streams(data: bytes, limit: int) -> None:
    """Refuse a file whose compressed streams would fill the memory.

    What a stream holds is told from its bytes, since the dictionary before it may hide how it is coded.

    Raises:
        TooLargeError: One of them holds more than `limit` bytes.
        UnreadableInputError: One of them is compressed twice.
    """
    for match in re.finditer(rb"stream\r?\n", data):
        stop = data.find(b"endstream", match.end())
        coded = data[match.end() : stop if stop >= 0 else len(data)]
        size = 0
        for piece in _inflated(_plain(coded)):
            if not size and any(_inflated(piece)):
                raise UnreadableInputError("a stream in it is compressed twice")
            size += len(piece)
            if size > limit:
                raise TooLargeError("bytes_per_file", limit)


def _plain(coded: bytes) -> bytes:
    """Return the bytes of a stream that is written in letters (ASCII85Decode, ASCIIHexDecode)."""
    head = coded[:200].split(b"~")[0].split(b">")[0]
    try:
        if re.fullmatch(rb"[0-9A-Fa-f\s]+", head):
            return bytes.fromhex(coded.split(b">")[0].decode("ascii"))
        if re.fullmatch(rb"[!-uz\s]+", head):
            return base64.a85decode(coded.split(b"~")[0])
    except ValueError:
        pass
    return coded


def _inflated(data: bytes) -> Iterator[bytes]:
    """Yield what compressed data holds, piece by piece, up to its end or the first fault; nothing for other data."""
    inflater = zlib.decompressobj()
    try:
        for place in range(0, len(data), PIECE):
            piece = data[place : place + PIECE]
            while piece and not inflater.eof:
                yield inflater.decompress(piece, PIECE)
                piece = inflater.unconsumed_tail
    except zlib.error:
        return
