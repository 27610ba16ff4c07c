"""A tree → the lines a reader sees, each with the element that it belongs to.

Block elements and `<br>` break lines; a heading begins with `#`, an item of a list with `-`, a row of a table that
holds data is one line `| cell | cell |`. What a browser does not show is left out, the reading aids of ruby too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from timeline.read.web.tables import read_rows
from timeline.read.web.tree import Element, is_hidden

Sort = Literal["text", "heading", "item", "row"]

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
))  # fmt: skip
"""Elements that begin and end a line."""


@dataclass(slots=True)
class Line:
    """One line of a page."""

    text: str
    """As shown, white space collapsed, without marks."""
    block: Element
    """The innermost block it stands in."""
    sort: Sort = "text"
    """What its element says it is."""
    level: int = 0
    """Depth of a heading."""
    gap: bool = True
    """Whether a paragraph ends before it; not after `<br>`, and not between items or rows."""
    linked: int = 0
    """So many of its characters are links."""
    is_moment: bool = False
    """Whether it is a `<time>` and nothing else."""

    def __str__(self) -> str:
        """The line with its mark, as the reader of plain text understands it."""
        if self.sort == "heading":
            return f"{'#' * self.level} {self.text}"
        return f"- {self.text}" if self.sort == "item" else self.text


@dataclass(slots=True)
class _Writer:
    """Lines under way."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    block: Element = None
    item: bool = False
    heading: int = 0
    links: int = 0
    linked: int = 0
    timed: int = 0
    gap: bool = True

    def write(self, text: str | None, *, kept: bool = False) -> None:
        """Add text to the line; white space is collapsed unless it is `kept`."""
        if not text:
            return
        if kept and "\n" in text:
            for part in text.splitlines():
                self.pieces.append(part)
                self.end(gap=False)
            return
        if _label().match(text) and self.pieces and self.pieces[-1][-1:].strip():
            self.pieces.append(" ")
        self.pieces.append(text)
        self.linked += len(text.strip()) if self.links else 0

    def end(self, *, gap: bool = True) -> None:
        """End the line.

        Args:
            gap: Whether its paragraph ends, too.
        """
        text = " ".join("".join(self.pieces).split())
        if text:
            sort: Sort = "heading" if self.heading else "item" if self.item else "text"
            close = sort == "item" and self.lines and self.lines[-1].sort == "item"
            self.lines.append(
                Line(
                    text,
                    self.block,
                    sort,
                    self.heading,
                    gap=self.gap and not close,
                    linked=min(self.linked, len(text)),
                    is_moment=self.timed >= len(text),
                )
            )
            self.item = False
        self.gap = gap or (self.gap and not text)
        self.pieces.clear()
        self.linked = self.timed = 0

    def add_rows(self, rows: tuple[str, ...], table: Element) -> None:
        """Add the rows of a table, one a line."""
        self.end()
        for number, row in enumerate(rows):
            self.lines.append(Line(row, table, "row", gap=not number))
        self.gap = True


def read_lines(root: Element) -> list[Line]:
    """Return the lines of a tree in order."""
    from lxml import etree

    writer = _Writer(block=root)
    walk = etree.iterwalk(root, events=("start", "end"))
    kept = 0
    for event, element in walk:
        hidden = element is not root and is_hidden(element)
        if event == "end":
            if not hidden:
                kept -= element.tag == "pre"
                _leave(writer, element)
            if element is not root:
                writer.write(element.tail, kept=kept > 0)
        elif hidden:
            walk.skip_subtree()
        elif element.tag == "table" and (rows := read_rows(element)):
            writer.add_rows(rows, element)
            walk.skip_subtree()
        else:
            kept += element.tag == "pre"
            _enter(writer, element, kept=kept > 0)
    writer.end()
    return writer.lines


def _enter(writer: _Writer, element: Element, *, kept: bool) -> None:
    """Write what comes at the start of an element."""
    tag = element.tag
    if tag == "br":
        writer.end(gap=not "".join(writer.pieces).strip())
        return
    if tag in BLOCKS:
        if tag != "dd" or not writer.pieces:
            writer.end()
        writer.block = element
        writer.item |= tag == "li"
        writer.heading = _level(tag) or writer.heading
    writer.links += tag == "a"
    writer.write(" " if tag == "time" else None)
    writer.timed += len((element.text or "").strip()) if tag == "time" else 0
    writer.write("“" if tag == "q" else None)
    writer.write(element.text, kept=kept)


def _leave(writer: _Writer, element: Element) -> None:
    """Write what comes at the end of an element."""
    tag = element.tag
    writer.links -= tag == "a"
    writer.write({"q": "”", "time": " "}.get(tag))
    if tag == "dt":
        label = "".join(writer.pieces).rstrip()
        if label and label[-1] not in ":：":
            writer.write("：" if label[-1] > "\x7f" else ": ")
    elif tag in BLOCKS:
        writer.end()
        writer.heading = 0 if _level(tag) else writer.heading
        writer.item = writer.item and tag != "li"
        writer.block = element if element.getparent() is None else element.getparent()


def _level(tag: str) -> int:
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else 0


def show(lines: list[Line]) -> str:
    """Return lines as one text: a blank line where a paragraph ends."""
    return "".join(_shown(lines)).strip("\n") + "\n" if lines else ""


def _shown(lines: list[Line]) -> Iterator[str]:
    for line in lines:
        yield f"\n{line}\n" if line.gap else f"{line}\n"


@cache
def _label() -> re.Pattern[str]:
    """A label with its colon at the start of an element; pages set it apart from what stands before by style alone."""
    return re.compile(r"[^\W0-9_]{2,6}\s?[:：]")
