"""Reader of web archives (WARC, ISO 28500), one record at a time: pages, texts, feeds and PDFs that a server sent."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from itertools import count
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator

from timeline.errors import TooLargeError
from timeline.model import Issue, Options, RawDocument
from timeline.read.readers import READERS, attempt
from timeline.read.readers import read_stream as read_any

SUFFIXES = {
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "text/xml": ".xml",
    "application/xml": ".xml",
}
"""Media type of a record → suffix of the files of its format; of pages, `PAGES` are told apart."""

PAGES = ("text/html", "application/xhtml+xml")


def read_stream(stream: BinaryIO, source: str, format: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield the documents of each record that a server answered with; each is named by the number of its record.

    The date of a record is that of the crawl and says nothing about the article.
    """
    archive = ArchiveIterator(stream)
    for number in count(1):
        name, errors = f"{source}#{number}", archive.err_count
        with redirect_stderr(io.StringIO()):  # where the library would print what the issue below says
            record = next(archive, None)
        if archive.err_count > errors:
            yield Issue(code="broken-record", message="the record before is longer than it says", source=name)
        if record is None:
            return
        if record.rec_type in ("response", "resource", "conversion") and _is_answer(record):
            yield from attempt(_read_record(record, name, options), name, READERS["html"].extra)


def _read_record(record: Any, source: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield the documents of one record; nothing where it is of another kind."""
    kind, charset = _content_type(record)
    if kind not in PAGES and kind not in SUFFIXES:
        return
    limit = options.limits.bytes_per_record
    data = record.content_stream().read(limit + 1)
    if len(data) > limit:
        raise TooLargeError("bytes_per_record", limit)
    url = record.rec_headers.get_header("WARC-Target-URI")
    if kind in PAGES:
        from timeline.read.html import read_page

        yield from read_page(data, source, options, charset=charset, url=url)
        return
    for document in read_any(io.BytesIO(data), source, SUFFIXES[kind], options):
        if isinstance(document, RawDocument) and url and document.metadata.url is None:
            metadata = document.metadata.model_copy(update={"url": url})
            document = document.model_copy(update={"metadata": metadata})
        yield document


def _is_answer(record: Any) -> bool:
    """Return whether a record holds what was asked for, and no redirection or error."""
    headers = record.http_headers
    return headers is None or headers.get_statuscode() in ("200", "")


def _content_type(record: Any) -> tuple[str, str | None]:
    """Return media type and encoding that stand in the header of a record."""
    headers = record.http_headers or record.rec_headers
    kind, _, rest = (headers.get_header("Content-Type") or "").partition(";")
    _, _, charset = rest.partition("charset=")
    return kind.strip().lower(), charset.strip(" \"'").lower() or None
