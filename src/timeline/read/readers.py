"""The table of readers: which module reads which format, and how a format is told."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import islice
from typing import BinaryIO, NamedTuple

from timeline.errors import ReadError, TooLargeError
from timeline.model import Issue, Options, RawDocument
from timeline.read.inflate import inflate
from timeline.read.mojibake import find_mojibake

HEAD = 4096
"""So many bytes tell the format of a file."""


class Reader(NamedTuple):
    """How files of one format are read."""

    module: str
    """Module with `read_stream(stream, source, format, options)`, which yields documents and issues; it may raise
    `ReadError` for the whole file."""
    suffixes: tuple[str, ...]
    """Suffixes of file names, in lower case."""
    extra: str | None = None
    """The extra to install where the module lacks a package."""


READERS: dict[str, Reader] = {
    "text": Reader("timeline.read.plain", (".txt", ".text")),
    "markdown": Reader("timeline.read.plain", (".md", ".markdown")),
    "jsonl": Reader("timeline.read.jsonl", (".jsonl", ".ndjson")),
    "pdf": Reader("timeline.read.pdf", (".pdf",), "pdf"),
    "csv": Reader("timeline.read.csv", (".csv", ".tsv")),
    "docx": Reader("timeline.read.docx", (".docx",), "docx"),
    "warc": Reader("timeline.read.warc", (".warc",), "warc"),
    "html": Reader("timeline.read.html", (".html", ".htm", ".xhtml"), "html"),
    "mhtml": Reader("timeline.read.mhtml", (".mhtml", ".mht"), "html"),
    "feed": Reader("timeline.read.feed", (".rss", ".atom", ".xml"), "feeds"),
}
"""Format → reader; a further reader is one module and its line here."""

SUFFIXES = {suffix: format for format, reader in READERS.items() for suffix in reader.suffixes}
"""Suffix → format."""

TRUSTED = ("text", "markdown", "jsonl", "csv")
"""Formats whose suffix is believed before the text inside: a `.txt` that begins with a tag is text."""


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name in lower case, that of the file inside for `.gz`."""
    name = name.lower().removesuffix(".gz")
    dot = name.rfind(".")
    return name[dot:] if dot > 0 else ""


def read_stream(stream: BinaryIO, source: str, suffix: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield the documents of one stream; whatever is wrong with it is an issue, and what came before stays.

    Args:
        stream: The bytes, from the beginning; need not be seekable.
        source: What the documents are called.
        suffix: As from `suffix_of`; the first bytes decide where it is missing or belied by them.
    """
    try:
        opened = inflate(stream, options.limits.expansion)
        format = _format(suffix, opened.peek(HEAD)[:HEAD])
    except (OSError, EOFError, zlib.error) as error:
        yield _broken(source, error)
        return
    if format is None:
        yield Issue(code="unknown-suffix", message=_no_reader(suffix), source=source)
    else:
        yield from attempt(_read(opened, source, format, options), source, READERS[format].extra)


def attempt(documents: Iterator[RawDocument | Issue], source: str, extra: str | None) -> Iterator[RawDocument | Issue]:
    """Yield what a reader yields, and an issue for whatever it raises.

    Args:
        extra: The extra to install where the reader lacks a package.
    """
    try:
        yield from documents
    except ModuleNotFoundError as error:
        message = f"needs {error.name!r}: pip install 'article-timeline[{extra}]'"
        yield Issue(code="missing-extra", message=message, source=source)
    except TooLargeError as error:
        yield Issue(code="too-large", message=error.message, source=source)
    except ReadError as error:
        yield Issue(code="unreadable-input", message=error.message, source=source)
    except Exception as error:  # a parser may fail in any way on a broken file, which costs this file alone
        yield _broken(source, error)


def _read(stream: BinaryIO, source: str, format: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield what the reader of a format finds, within the limits."""
    limits = options.limits
    documents = import_module(READERS[format].module).read_stream(stream, source, format, options)
    empty = True
    for document in islice(documents, limits.documents_per_file):
        empty = False
        yield from _checked(document, limits.characters_per_document)
    if empty:
        yield Issue(code="empty-input", message="nothing stands in it", source=source)
    if next(documents, None):
        raise TooLargeError("documents_per_file", limits.documents_per_file)


def _broken(source: str, error: Exception) -> Issue:
    message = f"broken: {type(error).__name__}: {str(error)[:200]}".rstrip(": ")
    return Issue(code="unreadable-input", message=message, source=source)


def read_all(stream: BinaryIO, options: Options) -> bytes:
    """Return all bytes of a stream.

    Raises:
        TooLargeError: There are more than `bytes_per_file`.
    """
    limit = options.limits.bytes_per_file
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError("bytes_per_file", limit)
    return data


def sniff(head: bytes) -> str | None:
    """Return the format that the first bytes of a file tell, or None."""
    for magic, format in MAGIC:
        if head.startswith(magic):
            return format
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((format for format, pattern in _signs() if pattern.match(start)), None)


def _format(suffix: str, head: bytes) -> str | None:
    """Return the format of a file."""
    named, told = SUFFIXES.get(suffix), sniff(head)
    if told not in READERS or (named in TRUSTED and told not in dict(MAGIC).values()):
        told = None
    return told or named or (None if suffix else "text")


def _no_reader(suffix: str) -> str:
    return f"no reader for the suffix {suffix!r}; there are {', '.join(sorted(SUFFIXES))}"


def _checked(document: RawDocument | Issue, limit: int) -> Iterator[RawDocument | Issue]:
    """Yield a document, and the issue that it was misread before; or only the issue that its text is too long."""
    if isinstance(document, RawDocument) and len(document.text) > limit:
        message = TooLargeError("characters_per_document", limit).message
        yield Issue(code="too-large", message=message, source=document.source)
        return
    yield document
    if isinstance(document, RawDocument) and (misread := find_mojibake(document.text)):
        message = f"{misread} before it came here; it is taken as it stands"
        yield Issue(code="mojibake", message=message, source=document.source)


MAGIC = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "docx"), (b"WARC/", "warc"))
"""First bytes of formats that no text begins with."""


@cache
def _signs() -> tuple[tuple[str, re.Pattern[bytes]], ...]:
    """How files of text formats begin, a byte-order mark and blanks left out."""
    prolog = rb"(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--[^>]{0,400}-->\s{0,20})?"
    signs = (
        ("html", rb"%b<(?:!doctype\s{1,9}html|html)[\s>]" % prolog),
        ("feed", rb"%b(?:<\?xml-stylesheet[^>]{0,200}>\s{0,20})?<(?:rss|feed|rdf:rdf)[\s>]" % prolog),
        ("mhtml", rb"(?s:(?=.{0,2000}mime-version:)(?=.{0,2000}multipart/related)[a-z-]{1,40}:)"),
        ("jsonl", rb"\{\s{0,9}\"[^\"\n]{1,80}\"\s{0,9}:"),
    )
    return tuple((format, re.compile(pattern, re.IGNORECASE)) for format, pattern in signs)
