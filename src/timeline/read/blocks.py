"""A text → its paragraphs in readable form, each on one line with the way back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.lexicon.script import fold
from timeline.model import Role
from timeline.read.clean import join_broken_words, tidy
from timeline.read.gutters import unfold_columns
from timeline.read.lines import Mark, display_width, split_lines
from timeline.read.mapped import Edit, Mapped, concatenate
from timeline.read.spaced import split_spaced
from timeline.read.wrap import Paragraph, group_lines

BARRED = 2
"""So many tabs in a line are those of a table; one may follow the number of a paragraph."""


@dataclass(slots=True)
class Block:
    """A paragraph, heading, row or other unit of a page."""

    text: Mapped
    """Its characters, tidied, with their places in the raw document."""
    view: str
    """The characters folded for matching."""
    gap: int
    """Number of blank lines before it."""
    mark: Mark = ""
    """What its first signs say it is."""
    level: int = 0
    """Depth of a heading."""
    wrapped: bool = False
    """Whether a typesetter broke it into lines."""
    width: int = 0
    """Display width on one line."""
    role: Role = "body"
    """What it is on the page, once known."""
    start: int = 0
    """First character in the raw document."""
    end: int = 0
    """One past the last."""
    column: bool = False
    """Whether a column begins with it that stands beside others."""

    def part(self, start: int, end: int) -> Block:
        """Return the block made of the characters [start, end), without blanks around them."""
        piece = self.view[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        first, last = self.text.span(start, end)
        text = self.text.slice(start, end)
        width = display_width(text.text)
        return replace(self, text=text, view=self.view[start:end], width=width, start=first, end=last)

    @property
    def is_prose(self) -> bool:
        """Whether it holds a whole sentence or is too long for anything else."""
        return self.width > 160 or (self.width > 36 and _holds_sentence(self.view))

    @property
    def may_be_headline(self) -> bool:
        """Whether it may stand over an article: short, and no statement that ends with a full stop."""
        return self.width <= 160 and self.mark in ("", "heading") and not _STATEMENT.search(self.view)


@lru_cache(512)
def _holds_sentence(view: str) -> bool:
    """Return whether a sentence ends in a line; each step that tells what a page holds asks again."""
    return _SENTENCE.search(view) is not None


def read_blocks(text: Mapped, *, spaced: bool = False) -> list[Block]:
    """Return the blocks of a text in order, rules left out.

    Args:
        spaced: Whether a blank line always ends a paragraph.
    """
    text, begins = unfold_columns(text)
    blocks: list[Block] = []
    text = join_broken_words(text)
    for paragraph in group_lines(list(split_lines(text.text)), spaced=spaced):
        if paragraph.lines[0].mark != "rule":
            blocks += _make_blocks(text, paragraph)
    for block in blocks if begins else ():
        block.column = block.start in begins
    return blocks


def _make_blocks(text: Mapped, paragraph: Paragraph) -> Iterator[Block]:
    """Yield the block of a paragraph, or those of its old lines where it is one long line."""
    first, last = paragraph.lines[0], paragraph.lines[-1]
    parts = split_spaced(first.text) if first is last else []
    wrapped = paragraph.wrapped or bool(parts)
    for start, end in parts or [(0, last.end - first.start)]:
        piece = text.slice(first.start + start, first.start + end)
        tidied = tidy(_with_bars(piece) if first.mark == "row" else piece, wrapped=wrapped)
        if not tidied.text.strip():
            continue
        place, stop = tidied.span(0, len(tidied.text))
        yield Block(
            text=tidied,
            view=fold(tidied.text),
            gap=0 if start else first.gap,
            mark=first.mark,
            level=first.level,
            wrapped=wrapped,
            width=display_width(tidied.text),
            start=place,
            end=stop,
        )


def _with_bars(row: Mapped) -> Mapped:
    """Return a row whose cells tabs part, two at least, with bars instead; a year goes on in the next cell."""
    if row.text.count("\t") < BARRED:
        return row
    return row.edit([Edit(*tab.span(), " | ") for tab in _TAB.finditer(row.text)])


def join_blocks(parts: Sequence[Block]) -> Block:
    """Return one block with the texts of several one after the other; they need not be neighbours."""
    text = concatenate([part.text for part in parts])
    first, last = parts[0], parts[-1]
    return replace(first, text=text, view=fold(text.text), width=sum(part.width for part in parts), end=last.end)


_TAB = re.compile(r"(?<!年)\t")
_STATEMENT = re.compile(r"。|[;:]$|[^.\s]{2}[.][\"')”]?$")
_SENTENCE = re.compile(r"[。!?][”’\"')]?(?:$|\s*\S)|[^.\s]{2}[.][\"')”]?(?:\s|$)")
