"""Reader of feeds (RSS 0.9-2.0, RDF, Atom): one document for each item.

Nothing is fetched: the parser gets the bytes, never a name. The document type goes before that, with all entities it
declares.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, BinaryIO

from timeline.model import Issue, Metadata, Options, RawDocument
from timeline.read.readers import read_all
from timeline.read.web.charset import decode_page
from timeline.read.web.lines import Line, read_lines, show
from timeline.read.web.tree import parse


def read_stream(stream: BinaryIO, source: str, format: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield the items of a feed, in order, named `source#1` and so on."""
    import feedparser

    decoded = decode_page(read_all(stream, options))
    if decoded is None:
        yield Issue(code="not-text", message="no feed in the encoding it names; convert it to utf-8", source=source)
        return
    text, encoding = decoded
    text = _reference().sub(_possible, _prolog().sub("", text, count=1))
    data = text.encode("utf-8", "replace")
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    for number, entry in enumerate(feed.entries, 1):
        name = f"{source}#{number}"
        document = _read_entry(entry, feed.feed, name, encoding, options)
        yield document or Issue(code="empty-input", message="the item has neither title nor text", source=name)
    if not feed.entries:
        broken = feed.get("bozo_exception")
        message = f"no items in it: {broken}"[:200] if broken else "no items in it"
        yield Issue(code="empty-input", message=message, source=source)


def _possible(reference: re.Match[str]) -> str:
    """Return a reference to a character, or U+FFFD where there is none such; the parser would stop there."""
    code = reference["code"].lower()
    number = int(code[1:], 16) if code.startswith("x") else int(code)
    return reference.group() if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


@cache
def _reference() -> re.Pattern[str]:
    return re.compile(r"&#(?P<code>[0-9]{1,12}|[xX][0-9A-Fa-f]{1,12});?")


@cache
def _prolog() -> re.Pattern[str]:
    """The XML declaration, whose encoding no longer holds, and the document type with its entities."""
    return re.compile(
        r"\A\s*(?:<\?xml[^>]{0,200}>)?(?:\s++|<!--.*?-->|<\?.*?\?>)*+(?:<!DOCTYPE[^\[>]*+(?:\[.*?\]\s*)?>)?",
        re.DOTALL | re.IGNORECASE,
    )


def _read_entry(entry: Any, feed: Any, source: str, encoding: str, options: Options) -> RawDocument | None:
    """Return the document of an item, or None where it has no words."""
    title = _plain(_value(entry, "title_detail"), options)
    lines = _lines(_body(entry), options)
    if title:
        lines.insert(0, Line(title, None, "heading", 1))
    if not lines:
        return None
    publisher = {"value": dict.get(entry, "source", {}).get("title") or dict.get(feed, "title") or ""}
    link = str(dict.get(entry, "link") or "")
    metadata = Metadata(
        title=title or None,
        publisher=_plain(publisher, options) or None,
        url=link if link.startswith(("http://", "https://")) else None,
        published=dict.get(entry, "published"),
        updated=dict.get(entry, "updated"),
    )
    return RawDocument(source=source, text=show(lines), encoding=encoding, kind="extracted", metadata=metadata)


def _body(entry: Any) -> dict[str, str]:
    """Return the text of an item: its whole content, else its summary."""
    contents = [content for content in dict.get(entry, "content", ()) if content.get("value")]
    return max(contents, key=lambda content: len(content["value"])) if contents else _value(entry, "summary_detail")


def _value(entry: Any, name: str) -> dict[str, str]:
    value: dict[str, str] = dict.get(entry, name) or {}
    return value


def _lines(content: dict[str, str], options: Options) -> list[Line]:
    """Return the lines of some content, plain or HTML."""
    value = content.get("value") or ""
    if content.get("type") == "text/plain":
        return [Line(" ".join(part.split()), None) for part in value.splitlines() if part.strip()]
    root = parse(value, options.limits) if value.strip() else None
    return read_lines(root) if root is not None else []


def _plain(content: dict[str, str], options: Options) -> str:
    """Return some content on one line."""
    return " ".join(line.text for line in _lines(content, options))
