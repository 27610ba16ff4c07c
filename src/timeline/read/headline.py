"""Which lines of an article are its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from timeline.lexicon.layout import layout_pattern
from timeline.read.blocks import Block
from timeline.read.moments import DATE, MONTH_LINE, MONTHS, YEAR_LINE

TOP = 30
"""The headline and the masthead of an article stand among its first blocks, so many at most."""

NARROW = 16
"""A headline is at least so wide, unless there is no other."""

NARROWEST = 6
"""No headline is narrower."""

REPEATED = 160
"""Greatest display width of a line that repeats the headline."""

LINES = 3
"""A headline has so many lines at most."""

PLAIN = 4
"""Level of a heading without number or sign."""


def mark_headline(blocks: Sequence[Block]) -> str | None:
    """Give the headline and its repetitions the role `title`; return it as printed, or None where there is none.

    The headline stands before the first text: the line with the label 标题, else a line that stands there twice, else
    the one nearest to the masthead, else the first; where none will do, a heading of any level over the masthead.
    """
    top = blocks[:TOP]
    text = next((index for index, block in enumerate(top) if _is_text(block)), len(top))
    lines = [index for index in range(text) if _may_head(top[index]) and not _is_listed(top, index)]
    labelled = next((index for index in range(text) if _label().match(top[index].view)), None)
    if labelled is not None:
        start = _label().match(top[labelled].view).end()  # type: ignore[union-attr]
        title, names = top[labelled].text.text[start:], {_bare(top[labelled].view[start:])}
    elif lines:
        chosen = _with_neighbours(top, lines, _choose(top, lines, text))
        title, names = " ".join(top[index].text.text for index in chosen), {_bare(top[index].view) for index in chosen}
    elif len(top) > 1 and top[0].mark == "heading" and top[1].role == "stamp":
        title, names = top[0].text.text, {_bare(top[0].view)}
    else:
        return None
    for index, block in enumerate(blocks):
        view = _bare(block.view) if block.width <= REPEATED else ""
        if view in names or (index in lines and any(name in view for name in names)):
            block.role, block.level = "title", 0
    return title


def _choose(top: Sequence[Block], lines: Sequence[int], text: int) -> int:
    """Return which of the lines that may be the headline is it."""
    wide = [index for index in lines if top[index].width >= NARROW] or lines
    views = [_bare(top[index].view) for index in wide]
    repeated = next((index for index, view in zip(wide, views, strict=True) if views.count(view) > 1), None)
    if repeated is not None:
        return repeated
    stamp = next((index for index in range(text) if top[index].role == "stamp"), 0)
    return next((index for index in reversed(wide) if index < stamp), wide[0])


def _with_neighbours(top: Sequence[Block], lines: Sequence[int], chosen: int) -> list[int]:
    """Return the lines of the headline: those that follow one another without a blank line between."""
    title = [chosen]
    while title[0] - 1 in lines and _goes_on(top[title[0] - 1], top[title[0]]):
        title.insert(0, title[0] - 1)
    while title[-1] + 1 in lines and _goes_on(top[title[-1]], top[title[-1] + 1]):
        title.append(title[-1] + 1)
    return title if len(title) <= LINES else [chosen]


def _goes_on(before: Block, after: Block) -> bool:
    """Return whether a line is the next line of the same headline, not a repetition of it."""
    if after.gap or after.mark or min(before.width, after.width) < NARROW:
        return False
    one, other = _bare(before.view), _bare(after.view)
    return one not in other and other not in one


def _is_text(block: Block) -> bool:
    """Return whether the article's text has begun."""
    if block.role == "row":
        return not block.mark and not block.may_be_headline
    return block.role == "caption" or (block.role == "body" and not (block.may_be_headline and not block.wrapped))


def _may_head(block: Block) -> bool:
    """Return whether a block may be the headline."""
    if block.width < NARROWEST or not _word().search(block.view):
        return False
    if block.role == "heading":
        return block.level in (1, PLAIN) and not block.view.endswith(":")
    if block.role == "body":
        return block.may_be_headline and not block.wrapped
    fact = ":" in block.view[:5] or _fact().match(block.view) or not block.may_be_headline
    return block.role == "row" and block.mark == "" and not fact


def _is_listed(top: Sequence[Block], index: int) -> bool:
    """Return whether a line with a day is one of several, or stands under a month: a list is no headline."""
    if not _day().search(top[index].view):
        return False
    beside = [top[other] for other in (index - 1, index + 1) if 0 <= other < len(top)]
    return any(block.role != "stamp" and not block.is_prose and _listed().search(block.view) for block in beside)


def _bare(view: str) -> str:
    """Return a headline without blanks, to compare."""
    return "".join(view.split())


@cache
def _word() -> re.Pattern[str]:
    """What more than dates and numbers has."""
    return re.compile(r"[^\W\d_年月日号时分点至到周星期]{2}")


@cache
def _fact() -> re.Pattern[str]:
    """The number of an item, or the label of what a notice tells."""
    label = f"(?:{layout_pattern('when')}|{layout_pattern('field')})"
    return re.compile(rf"[(]?[0-9]{{1,2}}[)、.]|{label}\s?:", re.IGNORECASE)


@cache
def _day() -> re.Pattern[str]:
    """A day at the start of a line, or a day with its month at its end."""
    named = (
        rf"(?:{DATE}|(?:1[0-2]|0?[1-9])\s?月\s?[0-9]{{1,2}}\s?[日号]|{MONTHS}\.? [0-9]{{1,2}}|[0-9]{{1,2}} {MONTHS})"
    )
    return re.compile(rf"^\W{{0,3}}(?:{named}|[0-9]{{1,2}}\s?[日号])|{named}(?:-[0-9]{{1,2}}\s?[日号])?\W{{0,3}}$")


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(rf"{_day().pattern}|^\W{{0,3}}(?:{YEAR_LINE}|{MONTH_LINE})\W{{0,3}}$")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"{layout_pattern('title')}\s?:\s?(?=\S)", re.IGNORECASE)
