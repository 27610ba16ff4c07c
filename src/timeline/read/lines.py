"""The lines of a text, with what they show before a word is read: width, indentation, Markdown marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

Mark = Literal["", "heading", "item", "quote", "rule", "row"]


@dataclass(slots=True)
class Line:
    """One line that is not blank; `start` and `end` leave out marks and the blanks around."""

    start: int
    """First character."""
    end: int
    """One past the last character."""
    text: str
    """The characters [start, end)."""
    gap: int
    """Number of blank lines before it."""
    indent: int
    """Display width of the blanks before it."""
    width: int
    """Display width without justification, East Asian wide characters counted twice."""
    mark: Mark = ""
    """What its first signs say it is."""
    level: int = 0
    """Depth of a heading or a list item."""
    forced: bool = False
    """Whether it ends with the two blanks that break a line in Markdown."""


def display_width(text: str) -> int:
    """Return the display width, East Asian wide characters counted twice.

    GB 18030 spends one byte on ASCII and two on what East Asian typesetting sets wide, curly quotes included.
    """
    return len(text) if text.isascii() else len(text.encode("gb18030", "replace"))


def set_width(text: str) -> int:
    """Return the display width without the spaces that justification put between wide characters."""
    if text.isascii() or " " not in text:
        return display_width(text)
    return display_width(_justification().sub("", text))


def split_lines(text: str) -> Iterator[Line]:
    """Yield the lines that are not blank."""
    done = 0
    for match in _line().finditer(text):
        before = f"|{text[done : match.start()]}|".splitlines()
        gap = len(before) - (2 if done else 1)
        yield _read_line(text, *match.span(), max(0, gap), before[-1].strip("|"))
        done = match.end()


def _read_line(text: str, start: int, end: int, gap: int, blanks: str) -> Line:
    """Return one line with its marks read."""
    mark: Mark = ""
    level = 0
    signs = _signs().match(text, start, end)
    if signs and signs.lastgroup:
        mark, level = _MARKS[signs.lastgroup], BOX if signs["box"] else len(signs["heading"] or "")
        start = start if mark == "rule" else signs.end()
    content = text[start:end]
    if not mark and _is_row(content):
        mark = "row"
        inner = content.removeprefix("|").removesuffix("|").strip()
        start += content.index(inner)
        content, end = inner, start + len(inner)
    forced = text.startswith("  ", end)
    return Line(start, end, content, gap, display_width(blanks), set_width(content), mark, level, forced)


def _is_row(content: str) -> bool:
    """Return whether the line is a row of a table, cells set apart by bars or tabs, or one cell before its bar."""
    return content.count("|") >= 2 or "\t" in content.strip() or (content.endswith(" |") and len(content) > 2)


BOX = 4
"""Depth of the title of a box: ::: tip 报名."""

_MARKS: dict[str, Mark] = {
    "heading": "heading",
    "box": "heading",
    "item": "item",
    "number": "item",
    "quote": "quote",
    "rule": "rule",
}


@cache
def _line() -> re.Pattern[str]:
    """The content of a line, without the blanks around it."""
    blank = r"[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
    return re.compile(rf"\S++(?:{blank}++\S++)*+")


@cache
def _justification() -> re.Pattern[str]:
    return re.compile(r"(?<=[^!-~]) {1,2}(?=[^!-~])")


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(
        r"(?P<rule>(?:[-*_=~—─━]\s?){3,}$|[|\s:-]{3,}$|-{3} ?[A-Za-z ]{1,20}-{3}$"
        r"|:{3,}\s?[a-z]{3,12}$)"
        r"|(?P<box>:{3,}\s?[a-z]{3,12}\s+)"
        r"|(?P<heading>#{1,6})\s+"
        r"|(?P<quote>(?:>\s?)+)"
        r"|(?P<item>[-*+•◇◆●○■□▪▶►·・‧✦✧★☆✔✅➤▸◎→](?:\s+|(?<=[^-*+·・‧→])))"
    )
