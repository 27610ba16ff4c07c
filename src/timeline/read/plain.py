"""Reader of plain text and Markdown: the file's characters are the source text, whatever stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Literal

from timeline.model import Issue, Options, RawDocument
from timeline.read.decode import decode
from timeline.read.readers import read_all


def read_stream(stream: BinaryIO, source: str, format: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield the one document in a stream, if it is text."""
    data = read_all(stream, options)
    if not data.strip():
        return
    decoded = decode(data)
    if decoded is None:
        message = "not text in utf-8, gb18030, big5 or utf-16; convert it to utf-8"
        yield Issue(code="not-text", message=message, source=source)
        return
    text, encoding = decoded
    if not text.strip():
        return
    kind: Literal["text", "markdown"] = "markdown" if format == "markdown" else "text"
    yield RawDocument(source=source, text=text, encoding=encoding, kind=kind)
