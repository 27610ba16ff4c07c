"""Where one page holds several articles: the border of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.read.blocks import Block
from timeline.read.dateline import read_dateline
from timeline.read.masthead import Masthead, is_moment, read_masthead

HEADLINES = 4
"""At most so many lines before an article are its headlines."""

BOXES = 2
"""So many headlines in a row, on a page of several articles, begin an article that nothing else announces."""


def split_items(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the ranges of blocks [first, stop) of the articles; one range where there is one article.

    Articles are told apart by their own headers (`Publisher· 2026-01-19 22:10`, or a title over a full date), by
    本报讯, by headlines over columns that stand side by side, or by datelines or bylines under a headline; any of these
    must stand at least twice. What stands before the
    first header belongs to no article, unless it is prose.
    """
    heads = [_read_head(block) for block in blocks]
    named = [index for index, head in enumerate(heads) if head and head.item]
    dated = list(_heading_prose(blocks, heads))
    marks = named if len(named) > 1 else dated if len(dated) > 1 else []
    starts = [_begin(blocks, heads, index) for index in marks]
    bulletins = [index for index, block in enumerate(blocks) if _is_bulletin(block)]
    if not starts and len(bulletins) > 1:
        starts = [_begin(blocks, heads, index) for index in bulletins]
        starts += (index for index in _boxes(blocks) if index > bulletins[-1])
    columns = [] if starts else list(_columns(blocks))
    starts = columns if len(columns) > 1 else starts
    headed = [] if starts else list(_headed(blocks, heads))
    if len(headed) > 1:
        starts = [_begin(blocks, heads, index) for index in headed]
    if not starts:
        return [(0, len(blocks))]
    if any(block.is_prose for block in blocks[: min(starts)]) or bulletins:
        starts.append(0)
    borders = sorted(set(starts))
    return list(zip(borders, [*borders[1:], len(blocks)], strict=True))


def _read_head(block: Block) -> Masthead | None:
    """Return the header of an item that a block is, if it is one."""
    if is_moment(block.view):
        return Masthead([("header", 0, len(block.view))], end=len(block.view))
    return None if block.is_prose else read_masthead(block.view, top=False)


def _is_bulletin(block: Block) -> bool:
    """Return whether a block begins with 本报讯."""
    dateline = read_dateline(block.view[:200])
    return dateline is not None and dateline.item


def _columns(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield where a column that stands beside others begins with a headline over prose."""
    for block, following in pairwise(enumerate(blocks)):
        if block[1].column and block[1].may_be_headline and not block[1].is_prose and following[1].is_prose:
            yield block[0]


def _headed(blocks: Sequence[Block], heads: Sequence[Masthead | None]) -> Iterator[int]:
    """Yield where a dateline or a byline stands between a headline and prose."""
    for index in range(1, len(blocks)):
        before, block = blocks[index - 1], blocks[index]
        if before.is_prose or heads[index - 1] or not before.may_be_headline:
            continue
        byline = heads[index] is not None and index + 1 < len(blocks) and blocks[index + 1].is_prose
        if byline or (block.is_prose and read_dateline(block.view[:200])):
            yield index


def _heading_prose(blocks: Sequence[Block], heads: Sequence[Masthead | None]) -> Iterator[int]:
    """Yield the headers with a date that stand between a title and prose."""
    before_prose = False
    found: list[int] = []
    for index in range(len(blocks) - 1, 0, -1):
        head = heads[index]
        if not head:
            before_prose = blocks[index].is_prose
        elif before_prose and head.stamps and not heads[index - 1] and blocks[index - 1].may_be_headline:
            found.append(index)
    yield from reversed(found)


def _begin(blocks: Sequence[Block], heads: Sequence[Masthead | None], index: int) -> int:
    """Return where the article begins whose header or first paragraph is `index`: at its headlines."""
    most = 1 if heads[index] else HEADLINES
    first = index
    while first and index - first < most and not heads[first - 1] and blocks[first - 1].may_be_headline:
        first -= 1
    return first


def _boxes(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield where several headlines in a row stand before prose."""
    run = 0
    for index, block in enumerate(blocks):
        if block.may_be_headline and not block.is_prose:
            run += 1
        else:
            if run >= BOXES and block.is_prose and index > run:
                yield index - run
            run = 0
