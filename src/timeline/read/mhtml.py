"""Reader of pages saved whole (MHTML, RFC 2557): the page is the root part, pictures and frames are left alone."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from typing import BinaryIO

from timeline.model import Issue, Options, RawDocument
from timeline.read.html import read_page
from timeline.read.readers import read_all

PAGES = ("text/html", "application/xhtml+xml")


def read_stream(stream: BinaryIO, source: str, format: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield the documents of the saved page.

    The date in the header is that of saving and says nothing about the article.
    """
    message = message_from_bytes(read_all(stream, options), policy=policy.compat32)
    page = _find_page(message)
    if page is None:
        yield Issue(code="empty-input", message="no page in it: no part is text/html", source=source)
        return
    url = str(page["Content-Location"] or message["Snapshot-Content-Location"] or "").strip()
    charset = page.get_content_charset()
    yield from read_page(_content(page), source, options, charset=charset, url=url or None)


def _content(part: Message) -> bytes:
    """Return what a part holds; of base64 (RFC 2045, 6.8) that was cut off, the whole groups."""
    if str(part["Content-Transfer-Encoding"] or "").strip().lower() != "base64":
        return part.get_payload(decode=True)  # type: ignore[return-value]
    coded = re.sub(r"[^A-Za-z0-9+/]", "", str(part.get_payload()))
    whole = coded if len(coded) % 4 != 1 else coded[:-1]
    return b64decode(whole + "=" * (-len(whole) % 4))


def _find_page(message: Message) -> Message | None:
    """Return the root part: the one that `start` names, else the first that is a page."""
    pages = [part for part in message.walk() if part.get_content_type() in PAGES and not part.is_multipart()]
    start = message.get_param("start")
    named = [part for part in pages if start and part["Content-ID"] == start]
    return next(iter(named or pages), None)
