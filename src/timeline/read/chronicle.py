"""The days of a chronicle or a list of dates, which head what happened on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from timeline.read.blocks import Block
from timeline.read.masthead import is_moment
from timeline.read.moments import DATE, WEEKDAY

LISTED = 2
"""More bare dates than these are those of a list, of which the last signs nothing."""

LONGEST_ENTRY = 150
"""Greatest display width of a line of a list of dates."""


def find_days(blocks: Sequence[Block]) -> set[int]:
    """Return the lines of a chronicle or a list of dates that are a day alone, again and again.

    They stand over their text each, or under the name of what happens then; of a long list the last one, too.
    """
    days = [index for index, block in enumerate(blocks) if is_moment(block.view) and ":" not in block.view]
    entered = sum(_is_entry(blocks, index) for index in range(1, len(blocks))) > LISTED
    listed = entered or len(days) > LISTED
    heads = {day for day in days if _heads_text(blocks, day) or (listed and not _over_text(blocks, day))}
    return heads if entered or len(heads) > 1 else set()


def _is_entry(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a short line begins with a date and stands under one that names it."""
    line, above = blocks[index], blocks[index - 1]
    short = line.width <= LONGEST_ENTRY and above.width <= LONGEST_ENTRY and not (line.is_prose or above.is_prose)
    return short and bool(_dated().match(line.view)) and not _dated().match(above.view)


def _heads_text(blocks: Sequence[Block], day: int) -> bool:
    """Return whether something other than a date follows a date that is no masthead under a headline."""
    return day + 1 < len(blocks) and not is_moment(blocks[day + 1].view) and not _is_titled(blocks, day)


def _over_text(blocks: Sequence[Block], day: int) -> bool:
    """Return whether prose follows a date, as under the head of an item, or another date."""
    following = blocks[day + 1] if day + 1 < len(blocks) else None
    return following is not None and (following.is_prose or is_moment(following.view))


def _is_titled(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a headline stands directly over a line that is not the first of its kind."""
    return index > 1 and blocks[index - 1].may_be_headline


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}{WEEKDAY}?{DATE}")
