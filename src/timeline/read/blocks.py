"""A text → its paragraphs in readable form, each on one line with the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.lexicon.script import fold
from timeline.read.clean import tidy
from timeline.read.lines import Line, Mark, split_lines
from timeline.read.mapped import Mapped
from timeline.read.wrap import group_lines


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
    """Display width of its longest line."""


def read_blocks(text: Mapped) -> list[Block]:
    """Return the blocks of a text in order, rules left out."""
    paragraphs = group_lines(list(split_lines(text.text)))
    return [
        make_block(text, paragraph.lines, wrapped=paragraph.wrapped)
        for paragraph in paragraphs
        if paragraph.lines[0].mark != "rule"
    ]


def make_block(text: Mapped, lines: Sequence[Line], *, wrapped: bool) -> Block:
    """Return the block made of neighbouring lines."""
    first = lines[0]
    tidied = tidy(text.slice(first.start, lines[-1].end), wrapped=wrapped)
    return Block(
        text=tidied,
        view=fold(tidied.text),
        gap=first.gap,
        mark=first.mark,
        level=first.level,
        wrapped=wrapped,
        width=max(line.width for line in lines),
    )
