"""Whether a line with a date belongs to a notice, so that its date is that of what the notice tells and no stamp."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from timeline.lexicon.layout import layout_pattern
from timeline.lexicon.vocabulary import words_pattern
from timeline.read.blocks import Block
from timeline.read.masthead import read_masthead

LONGEST_LABEL = 40
"""Greatest display width of the name of a field."""
NOTICE = 3
"""The fields of a notice stand so many lines apart at most."""


def is_value(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a line stands under a field name (### 时间, 培训时间), so that its date is no stamp."""
    above = blocks[index - 1] if index else None
    if above is None or above.width > LONGEST_LABEL:
        return False
    label = above.view.strip(" :*")
    if above.mark == "heading" and _dated_label().fullmatch(label):
        return True
    return words_pattern("label").fullmatch(label.lower()) is not None and not _dated_label().fullmatch(label)


def in_notice(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a line with a labelled date stands beside one that says where, or who: both are of a notice."""
    view = blocks[index].view
    if not _when_field().match(view) or read_masthead(view, top=False):
        return False
    beside = (*blocks[max(0, index - NOTICE) : index], *blocks[index + 1 : index + 1 + NOTICE])
    return any(_field().match(block.view) for block in beside if not block.is_prose)


def over_source(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a line with a labelled date stands over one that says who published or wrote."""
    following = blocks[index + 1].view if index + 1 < len(blocks) else ""
    return bool(_when_field().match(blocks[index].view) and read_masthead(following, top=False))


@cache
def _when_field() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,4}}{layout_pattern('when')}\s?:", re.IGNORECASE)


@cache
def _field() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,4}}{layout_pattern('field')}\s?:", re.IGNORECASE)


@cache
def _dated_label() -> re.Pattern[str]:
    return re.compile(layout_pattern("dated"), re.IGNORECASE)
