"""Lines with their places on a page → columns in reading order.

The page is cut along its empty space again and again (recursive X-Y cut, Nagy and Seth 1984): into columns where an
empty band runs through all of it, otherwise into stretches from top to bottom through which such a band runs. A line
alone above columns, such as a headline across them, ends one stretch and begins another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

GUTTER = 0.7
"""Least width of the empty band between columns, in sizes of the type."""

WORD_GAP = 1.0
"""Characters on one baseline that stand farther apart, in sizes of the type, are lines of two columns."""

DEEPEST = 40
"""A page cut so often is not cut again."""

HEAD = 1.25
"""So many times the size of the body a headline has at least."""

ALIGNED, RAGGED, SHORT = 0.8, 0.75, 8
"""Cells of a table: this share of the lines has a neighbour on its baseline, and the usual line fills no more than
this share of its column, or holds no more characters than this."""


@dataclass(slots=True)
class Line:
    """Characters on one baseline; y grows downwards, all in points."""

    text: str
    left: float
    right: float
    base: float
    """The baseline."""
    size: float
    """Height of the type."""

    @property
    def top(self) -> float:
        return self.base - 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.base + 0.1 * self.size


class Page(NamedTuple):
    """One page; measures in points."""

    lines: list[Line]
    """Its lines in no order."""
    width: float
    height: float


Band = tuple[float, float]
"""Where an empty band begins and ends, from left to right."""

Column = list[Line]
"""Lines that stand below each other."""


def body_size(lines: Sequence[Line]) -> float:
    """Return the size that most characters have, 0 where there are none."""
    counts: defaultdict[float, int] = defaultdict(int)
    for line in lines:
        counts[round(line.size * 2) / 2] += len(line.text)
    return max(counts, key=lambda size: (counts[size], -size), default=0.0)


def read_columns(lines: Sequence[Line]) -> list[Column]:
    """Return the columns of a page in reading order."""
    body = body_size(lines)
    return list(_cut(sorted(lines, key=_place), body, DEEPEST)) if body else []


def _cut(lines: list[Line], body: float, depth: int) -> Iterator[Column]:
    """Yield the columns of a part of the page."""
    if depth and len(lines) > 1:
        parts = _side_by_side(lines, GUTTER * body)
        if len(parts) == 1 or not _overlap(parts) or _is_table(parts):
            parts = _stretches(lines, body)
        if len(parts) > 1:
            for part in parts:
                yield from _cut(part, body, depth - 1)
            return
    yield _rows(lines)


def _side_by_side(lines: Sequence[Line], gutter: float) -> list[list[Line]]:
    """Return the parts that empty bands from top to bottom tell apart, from left to right."""
    parts: list[list[Line]] = []
    right = 0.0
    for line in sorted(lines, key=lambda line: line.left):
        if not parts or line.left - right >= gutter:
            parts.append([])
        right = max(right, line.right) if len(parts[-1]) else line.right
        parts[-1].append(line)
    return [sorted(part, key=_place) for part in parts]


def _overlap(parts: Sequence[Sequence[Line]]) -> bool:
    """Return whether every part has the next one beside it."""
    spans = [(min(line.top for line in part), max(line.bottom for line in part)) for part in parts]
    return all(max(one[0], two[0]) < min(one[1], two[1]) for one, two in pairwise(spans))


def _is_table(parts: Sequence[Sequence[Line]]) -> bool:
    """Return whether parts that stand side by side are the columns of a table, to be read row by row."""
    few, many = sorted(parts[:2], key=len)
    bases = {round(line.base) for line in many}
    aligned = sum(round(line.base) in bases for line in few)
    if aligned < ALIGNED * len(few) or len(few) < 2:
        return False
    return any(_is_cells(part) for part in parts)


def _is_cells(part: Sequence[Line]) -> bool:
    """Return whether the lines of a column are short, as cells are, and no running text."""
    width = max(line.right for line in part) - min(line.left for line in part)
    filled = median(line.right - line.left for line in part)
    return filled <= RAGGED * width or median(len(line.text) for line in part) <= SHORT


def _stretches(lines: Sequence[Line], body: float) -> list[list[Line]]:
    """Return the parts from top to bottom, in each of which the same empty bands go through."""
    parts: list[list[Line]] = []
    bands: list[Band] = []
    left = right = 0.0
    columns = headed = False
    for strip in _strips(lines):
        free = _free(strip, GUTTER * body)
        heads = all(line.size >= HEAD * body for line in strip)
        start, end = min(left, free[0][1]), max(right, free[-1][0])
        kept = _common(bands, free, GUTTER * body)
        goes_through = any(start < band[0] and band[1] < end for band in kept)
        columns_here = len(free) > 2
        if parts and heads == headed and (goes_through or not (columns or columns_here)):
            parts[-1] += strip
            left, right, bands, columns = start, end, kept, goes_through
        else:
            parts.append(list(strip))
            left, right, bands, columns = free[0][1], free[-1][0], free, columns_here
        headed = heads
    return parts


def _strips(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the rows of lines that overlap in height, from top to bottom."""
    strip: list[Line] = []
    bottom = 0.0
    for line in sorted(lines, key=lambda line: line.top):
        if strip and line.top >= bottom:
            yield strip
            strip = []
        bottom = max(bottom, line.bottom) if strip else line.bottom
        strip.append(line)
    yield strip


def _free(strip: Sequence[Line], gutter: float) -> list[Band]:
    """Return the empty bands of a strip from left to right; the first and the last are the margins."""
    bands = []
    right = float("-inf")
    for line in sorted(strip, key=lambda line: line.left):
        if line.left - right >= gutter:
            bands.append((right, line.left))
        right = max(right, line.right)
    return [*bands, (right, float("inf"))]


def _common(bands: Sequence[Band], free: Sequence[Band], gutter: float) -> list[Band]:
    """Return what of some bands is free in a further strip, too."""
    kept = []
    for left, right in bands:
        for start, end in free:
            if min(right, end) - max(left, start) >= gutter:
                kept.append((max(left, start), min(right, end)))
    return kept


def _rows(lines: Sequence[Line]) -> Column:
    """Return the lines of a column; those on one baseline become one, its cells set apart by tabs."""
    column: Column = []
    for line in sorted(lines, key=_place):
        before = column[-1] if column else None
        if before and abs(before.base - line.base) < 0.3 * line.size and line.left >= before.right:
            column[-1] = Line(f"{before.text}\t{line.text}", before.left, line.right, before.base, before.size)
        else:
            column.append(line)
    return column


def _place(line: Line) -> tuple[float, float]:
    return round(line.base), line.left
