"""Join the cells of a timetable that stand on lines of their own: 09:00-10:00 / 开幕式 / 会展中心."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline.lexicon.script import fold
from timeline.read.blocks import Block
from timeline.read.lines import display_width
from timeline.read.mapped import Mapped, concatenate
from timeline.read.moments import DATE, MONTHS, WEEKDAY

LONGEST = 160
"""Greatest display width of a cell."""

LONGEST_CLOCK = 40
"""Greatest display width of a line that is a time of day."""

CELLS = 5
"""No row has more cells behind its time."""

LEAST = 2
"""So many times of day on lines of their own make a timetable."""

SEPARATOR = " | "


def join_cells(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with every time of day that stands alone joined to the cells below it, as one row.

    Where the last time has nothing below it, what happens stands above the times, and all stays as it is. So it does
    where numbers with dots (5.13) are days of months: the minutes of a timetable are multiples of five.
    """
    clocks = [index for index, block in enumerate(blocks) if _is_clock(block)]
    if any(_dotted_day().match(blocks[index].view) for index in clocks):
        return list(blocks)
    if len(clocks) < LEAST or not _cells(blocks, clocks[-1]):
        return list(blocks)
    joined: list[Block] = []
    done = 0
    for index in clocks:
        if index < done:
            continue
        cells = _cells(blocks, index)
        joined += blocks[done:index]
        joined.append(_join([blocks[index], *cells]) if cells else blocks[index])
        done = index + 1 + len(cells)
    return [*joined, *blocks[done:]]


def _cells(blocks: Sequence[Block], clock: int) -> list[Block]:
    """Return the cells below a time of day, up to the next time, day, heading or paragraph."""
    cells: list[Block] = []
    for block in blocks[clock + 1 : clock + 1 + CELLS]:
        ended = block.mark not in ("", "row") or block.width > LONGEST or _is_clock(block) or _day().match(block.view)
        if ended or block.gap > max(blocks[clock].gap, blocks[clock + 1].gap) or block.view.endswith(":"):
            break
        cells.append(block)
    return cells


def _is_clock(block: Block) -> bool:
    """Return whether a block is a time of day, or from one to another, and nothing else."""
    return block.width <= LONGEST_CLOCK and block.mark in ("", "row") and bool(_clock().fullmatch(block.view))


def _join(parts: Sequence[Block]) -> Block:
    """Return one row; what parts its cells stands where the cell before it ends."""
    texts: list[Mapped] = []
    for part in parts:
        if texts:
            texts.append(
                Mapped(SEPARATOR, list(range(len(SEPARATOR))), [texts[-1].span(0, len(texts[-1].text))[1]] * 3)
            )
        texts.append(part.text.slice(0, len(part.text.text.rstrip("| "))))
    text = concatenate(texts)
    width = display_width(text.text)
    return replace(parts[0], text=text, view=fold(text.text), width=width, mark="row", end=parts[-1].end)


@cache
def _clock() -> re.Pattern[str]:
    time = r"(?:[上下]午|晚上?|中午|早上)?\s?[0-9]{1,2}(?:[:.][0-9]{2}|时(?:[0-9]{2}分?)?|点半?)\s?(?:[ap]\.?m\.?)?"
    return re.compile(rf"\W{{0,3}}{time}(?:\s?[-–—~至到]{{1,2}}\s?{time})?[\s|)]*", re.IGNORECASE)


@cache
def _dotted_day() -> re.Pattern[str]:
    return re.compile(r"\W{0,3}(?:1[0-2]|[1-9])[.][0-3][1-46-9](?![0-9])")


@cache
def _day() -> re.Pattern[str]:
    """A day, which begins other rows: 4月13日, 108/12/21, Sunday 12 April, Day 2, 第二天."""
    return re.compile(
        rf"\W{{0,3}}(?:{DATE}|1[01][0-9](?P<roc>[/.])[0-9]{{1,2}}(?P=roc)[0-9]{{1,2}}|(?:1[0-2]|0?[1-9])\s?月\s?[0-9]{{1,2}}\s?[日号]"
        r"|第[一二三四五六七八九十0-9]{1,3}天|Day [0-9]"
        rf"|{WEEKDAY}?,?\s?(?:{MONTHS}\.? [0-9]{{1,2}}|[0-9]{{1,2}}(?:st|nd|rd|th)? {MONTHS})(?![a-z]))"
    )
