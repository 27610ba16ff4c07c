"""Reader of HTML: the article's text is taken out of the page, and what the page says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import BinaryIO

from timeline.model import Issue, Metadata, Options, RawDocument
from timeline.read.readers import read_all
from timeline.read.web.charset import decode_page
from timeline.read.web.events import state_events
from timeline.read.web.items import split_page
from timeline.read.web.lines import Line, read_lines, show
from timeline.read.web.main_text import select_lines
from timeline.read.web.metadata import read_metadata
from timeline.read.web.structured import Node, read_nodes
from timeline.read.web.tree import Element, parse


def read_stream(stream: BinaryIO, source: str, format: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield the documents of a page: one, or one for each article that stands on it."""
    yield from read_page(read_all(stream, options), source, options)


def read_page(
    data: bytes, source: str, options: Options, *, charset: str | None = None, url: str | None = None
) -> Iterator[RawDocument | Issue]:
    """Yield the documents of a page.

    Args:
        charset: Its encoding as named beside it, in the header of a message or record.
        url: Its address, likewise.
    Raises:
        TooLargeError: It has too many elements, or too many within each other.
    """
    decoded = decode_page(data, charset)
    if decoded is None:
        message = "no page in utf-8, gb18030, big5 or utf-16, nor in the encoding it names; convert it to utf-8"
        yield Issue(code="not-text", message=message, source=source)
        return
    text, encoding = decoded
    root = parse(text, options.limits)
    documents = _read_root(root, source, url or _saved_from(text)) if root is not None else []
    for document in documents:
        yield document.model_copy(update={"encoding": encoding})
    if not documents:
        yield Issue(code="empty-input", message="nothing stands in it", source=source)


def _read_root(root: Element, source: str, url: str | None) -> list[RawDocument]:
    """Return the documents of a page; where it holds several articles, its events in fields are one more."""
    nodes = read_nodes(root)
    if items := split_page(root, nodes):
        page = read_metadata(root, nodes, [], url)
        documents = [item.document(f"{source}#{number}", page) for number, item in enumerate(items, 1)]
        events = _with_events("", nodes, RawDocument(source=f"{source}#{len(items) + 1}", text="", metadata=page))
        return [*documents, events] if events.stated else documents
    lines = read_lines(root)
    if not lines:
        return []
    kept, dropped = select_lines(root, lines, read_metadata(root, nodes, [], url).title)
    metadata = read_metadata(root, nodes, [line.block for line in kept[:HEAD]], url)
    document = RawDocument(source=source, text="", metadata=metadata, left_out=tuple(dropped))
    return [_with_events(show(_titled(kept, metadata)), nodes, document)]


def _with_events(text: str, nodes: Sequence[Node], document: RawDocument) -> RawDocument:
    """Return a document with its text, and behind that the events in fields."""
    text = text.rstrip("\n")
    fields, stated = state_events(nodes, len(text))
    return document.model_copy(update={"text": f"{text}{fields}\n", "kind": "extracted", "stated": stated})


HEAD = 6
"""So many lines of the article may be title and masthead."""


def _titled(lines: list[Line], metadata: Metadata) -> list[Line]:
    """Return the lines with the title before them, where it does not stand among the first."""
    title = metadata.title
    if not title or any("".join(title.split()) in "".join(line.text.split()) for line in lines[:HEAD]):
        return lines
    return [Line(title, None, "heading", 1), *lines]


def _saved_from(text: str) -> str | None:
    """Return the address that a browser noted when it saved the page."""
    match = _note().search(text, 0, 4000)
    return match["url"] if match else None


@cache
def _note() -> re.Pattern[str]:
    return re.compile(r"<!--\s?saved from url=\([0-9]{4}\)(?P<url>https?://[^\s<>]{1,2000})\s?-->")
