"""Join a label with the value that stands on the next line: 展览时间: / 2013年12月11日."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline.read.blocks import Block, join_blocks
from timeline.read.moments import DATE, MONTHS

LONGEST_LABEL = 60
"""Greatest display width of a label."""

LONGEST_VALUE = 120
"""Greatest display width of a value."""

DATES = 6
"""Up to so many values are repeated with their label where one of them is a date; a date alone says nothing."""

VALUES = 60
"""No label has more values."""

LEVEL = 9
"""Level of a heading that is a label with several values."""


def join_labels(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with every label joined to its value.

    One value: a row `label:value`. Several: the label becomes a heading over the values, rows each; where one is a date
    alone, which says nothing, they are rows `label:value` each.
    """
    joined: list[Block] = []
    index = 0
    while index < len(blocks):
        label = blocks[index]
        values = _values(blocks, index + 1) if is_label(label) else []
        if not values:
            joined.append(label)
        elif _repeats(label, values):
            joined += (replace(join_blocks([label, value]), role="row", mark="row") for value in values)
        else:
            joined.append(replace(label, role="heading", mark="heading", level=LEVEL))
            joined += (replace(value, role="row", mark="row") for value in values)
        index += 1 + len(values)
    return joined


def is_label(block: Block) -> bool:
    """Return whether a block is a label and waits for its value."""
    return (
        block.view.endswith(":")
        and block.mark in ("", "item")
        and block.width <= LONGEST_LABEL
        and not _clause().search(block.view[:-1])
    )


def _values(blocks: Sequence[Block], start: int) -> list[Block]:
    """Return the values of the label before `start`: short blocks up to the next label, heading or prose."""
    values: list[Block] = []
    for index in range(start, min(start + VALUES, len(blocks))):
        block = blocks[index]
        if (
            block.mark not in ("", "row")
            or block.width > LONGEST_VALUE
            or block.is_prose
            or _heading().match(block.view)
        ):
            break
        if ":" in block.view[:16] and not _clock().match(block.view):
            break
        if values and block.gap > max(values[0].gap, 1):
            break
        if values and bool(_date().search(block.view)) != bool(_date().search(values[0].view)):
            break
        values.append(block)
    return values


def _repeats(label: Block, values: Sequence[Block]) -> bool:
    """Return whether the values of a label are told with it: a single one, or dates that say nothing without it."""
    if len(values) == 1:
        return not _schedule().search(label.view)
    return len(values) <= DATES and any(_is_bare_date(value.view) for value in values)


def _is_bare_date(view: str) -> bool:
    """Return whether a value has a date and says no more than when."""
    return _date().search(view) is not None and not _word().search(_date().sub("", view))


@cache
def _schedule() -> re.Pattern[str]:
    """The label of several dates, even where only one of them is short enough for a value."""
    return re.compile(r"(?:安排|日程|进度|流程|赛程):$|(?i:schedule|timeline|programme|program|agenda):$")


@cache
def _word() -> re.Pattern[str]:
    """What more than a date has: a Chinese word that is none of time, or a Latin word."""
    return re.compile(r"(?:(?![年月日号时分点至到起止周星期上下午晚前后全天一二三四五六])[一-鿿]){2}|(?!day)[a-z]{4}")


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(r"[,;。!?:“]")


@cache
def _heading() -> re.Pattern[str]:
    """The number of a section: （二）, 三、, 4."""
    return re.compile(
        r"[(]?[一二三四五六七八九十]{1,3}[)、]|[(]?[0-9]{1,2}(?:[)、]|\.(?![0-9]))|第[一二三四五六七八九十0-9]{1,3}[章节条部]"
    )


@cache
def _clock() -> re.Pattern[str]:
    """A date or time of day at the start, whose colon belongs to the clock."""
    return re.compile(r"[^:]{0,14}[0-9]{1,2}:[0-9]{2}")


@cache
def _date() -> re.Pattern[str]:
    return re.compile(
        rf"{DATE}|[0-9]{{1,2}}\s?月\s?[0-9]{{1,2}}\s?[日号]|{MONTHS}\.? [0-9]{{1,2}}|[0-9]{{1,2}} {MONTHS}(?![a-z])"
    )
