"""A passage of an article as evidence, with the link that leads a browser to it.

The link is a text fragment (WICG Scroll To Text Fragment, 2023): `#:~:text=prefix-,start,end`. A long passage is named
by its first and last words, one whose first words stand there before by what precedes it; a row of a table by its first
and last cell, or by the first that stands nowhere before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import quote

from timeline.model import Article, Evidence, Span

CONTEXT = 40
"""Characters kept before and after a passage."""

SHORT = 60
"""A passage with at most so many characters is named whole."""

PREFIX = 24
"""So many characters before a passage tell it from the same words elsewhere."""


def quote_passage(article: Article, span: Span) -> Evidence:
    """Return the passage of an article's document as evidence."""
    start, end = span.start - article.info.start, span.end - article.info.start
    text = article.text
    return Evidence(
        article=article.id,
        start=span.start,
        end=span.end,
        text=text[start:end],
        before=text[max(0, start - CONTEXT) : start],
        after=text[end : end + CONTEXT],
        link=link_passage(article.info.url, text, start, end) if article.info.url else None,
    )


def link_passage(url: str, text: str, start: int, end: int) -> str | None:
    """Return the address of a page with the fragment that leads to a passage; None where the passage has no words.

    Args:
        url: Address of the page.
        text: Its text, as taken out.
        start: First character of the passage in the text.
        end: One past its last character.

    Examples:
        >>> link_passage("https://example.org/a", "The fair opens on 5 May. Tickets are free.", 0, 24)
        'https://example.org/a#:~:text=The%20fair%20opens%20on%205%20May.'
    """
    pieces = [match.span() for match in _piece().finditer(text, start, end)]
    if not pieces:
        return None
    (first, stop), (begin, last) = pieces[0], pieces[-1]
    head, tail = _head(text, first, stop), _tail(text, begin, last)
    whole = head >= tail or (stop == last and stop - first <= SHORT)
    words = [text[first:last]] if whole else [text[first:head], text[tail:last]]
    shown = ",".join(map(_encode, words))
    if text.find(words[0]) < first:
        if "|" in text[stop:last]:
            own = (text[slice(*piece)] for piece in pieces if text.find(text[slice(*piece)]) == piece[0])
            shown = _encode(next(own, words[-1]))
        elif prefix := _prefix(text, first):
            shown = f"{_encode(prefix)}-,{shown}"
    return f"{url}{'' if '#' in url else '#'}:~:text={shown}"


def _head(text: str, start: int, end: int) -> int:
    """Return where the first words of a long piece end: at a mark or space, since only whole words are found."""
    return next((stop for stop in _stops(text, start, end) if stop - start >= SHORT // 4), end)


def _tail(text: str, start: int, end: int) -> int:
    """Return where the last words of a long piece begin."""
    stops = [stop for stop in _stops(text, start, end) if end - stop >= SHORT // 4]
    return stops[-1] if stops else start


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    return (match.end() for match in _stop().finditer(text, start, end))


def _prefix(text: str, start: int) -> str:
    """Return the words before a position, on its line or the one before."""
    before = text[max(0, start - PREFIX) : start].rstrip("\n |#-")
    return before.rpartition("\n")[2].lstrip("|#- ")


def _encode(words: str) -> str:
    """Return words as they stand in a fragment; dash, comma and ampersand have a meaning there."""
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")


@cache
def _piece() -> re.Pattern[str]:
    """What stands in one block of the page: a line, or a cell between bars."""
    return re.compile(r"[^\s|][^\n|]*(?<!\s)")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[，。、；：！？]|[,.;:!?]? ")
