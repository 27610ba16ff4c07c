"""Rows that run on in one line, each split off: the fields of a notice, the entries of a calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from timeline.lexicon.layout import layout_pattern
from timeline.read.blocks import Block
from timeline.read.headline import PLAIN
from timeline.read.moments import MONTHS, WEEKDAY

LONGEST = 800
"""A longer line is no list of fields."""

ENTRIES = 3
"""So many entries at least make a calendar; two dates in a line may be the begin and the end of one thing."""

ENTRY = 60
"""Characters between the dates of a calendar; what stands between those of prose is longer."""


def split_run_on(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with every line that runs several rows together split into them."""
    split: list[Block] = []
    for block in _without_numbers(blocks):
        cuts = _cuts(block) if block.mark != "heading" and len(block.view) <= LONGEST else []
        split += _parts(block, cuts) if cuts else [block]
    return split


def _without_numbers(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, items of a digest without the numbers that run into their days: 2、22日，商会成立。"""
    numbered = {index: head for index, block in enumerate(blocks) if (head := _numbered_day().match(block.view))}
    counted = {index for index, head in numbered.items() if _follows(numbered.get(index - 1), head)}
    items = counted | {index - 1 for index in counted}
    for index, block in enumerate(blocks):
        yield replace(block.part(numbered[index].end(1), len(block.view)), mark="row") if index in items else block


def _follows(before: re.Match[str] | None, head: re.Match[str]) -> bool:
    """Return whether the number of an item follows that of the item before it."""
    return before is not None and int(head["number"]) == int(before["number"]) + 1


def _cuts(block: Block) -> list[int]:
    """Return where the rows of a line begin, none where it is one row or prose."""
    if block.view.count(":") > 1 and (cuts := list(_fields(block.view))):
        return cuts
    return list(_entries(block.view))


def _parts(block: Block, cuts: Sequence[int]) -> Iterator[Block]:
    """Yield what stands before the first row, their heading if it is short, then the rows."""
    borders = sorted({0, *cuts, len(block.view)})
    for start, end in pairwise(borders):
        bare = block.view[start:end].rstrip(" ,;|/、。")
        if bare.strip():
            part = block.part(start, start + len(bare))
            if start in cuts:
                yield replace(part, mark="row", gap=0 if start else block.gap)
            else:
                yield part if part.is_prose else replace(part, mark="heading", level=PLAIN)


def _fields(view: str) -> Iterator[int]:
    """Yield where the fields of a notice begin: one says when, another where or who.

    The hour stays with its day: Date: May 3 Time: 10:00.
    """
    fields = list(_field().finditer(view))
    if len(fields) < 2 or not any(field["when"] for field in fields) or all(field["when"] for field in fields):
        return
    dated = False
    for field in fields:
        if not (dated and field["when"] and _hour().match(view, field.end())):
            yield field.start()
        dated = bool(field["when"])


def _entries(view: str) -> Iterator[int]:
    """Yield where the entries of a calendar begin, all with their date first and a few words behind it."""
    if not _digit().search(view):
        return
    days = [match.start() for match in _day().finditer(view)]
    texts = [view[start:end] for start, end in pairwise([*days, len(view)])]
    if len(days) < ENTRIES or any(len(text) > ENTRY or _prose().search(text) for text in texts):
        return
    if all(_named().search(_day().sub("", text, count=1)) for text in texts):
        yield from days


@cache
def _field() -> re.Pattern[str]:
    """The label of a field with its colon; one that no blank parts from the value before it must be well known."""
    when, other = layout_pattern("when"), layout_pattern("field")
    return re.compile(rf"(?:(?P<when>{when})|{other})\s?:", re.IGNORECASE)


@cache
def _numbered_day() -> re.Pattern[str]:
    return re.compile(r"((?P<number>[0-9]{1,2})、)(?:[0-9]{1,2}\s?[-–—~至到]\s?)?[0-9]{1,2}日")


@cache
def _hour() -> re.Pattern[str]:
    return re.compile(r"\s?(?:[上下]午|晚上?|中午)?\s?[0-9]{1,2}(?:[:.][0-9]{2}|时|点|\s?[ap]\.?m)", re.IGNORECASE)


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"[0-9]\s?[月/.]\s?[0-9]|[a-z]\.? [0-9]|[0-9] [A-Z]")


@cache
def _day() -> re.Pattern[str]:
    """A day or a run of days behind a blank or a mark, with the weekday."""
    last = r"(?:\s?[-–—~至到]{1,2}\s?(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]?)?"
    chinese = rf"(?:(?:19|20)[0-9]{{2}}年)?[0-9]{{1,2}}月[0-9]{{1,2}}[日号]?{last}"
    number = r"[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9:.])"
    run = r"\s?[-–—]\s?"
    english = (
        rf"{MONTHS}\.? {number}(?:{run}(?:{MONTHS}\.? )?{number})?(?:,? (?:19|20)[0-9]{{2}})?"
        rf"|{number}(?:{run}{number})? {MONTHS}\b(?:{run}{number} {MONTHS}\b)?(?:,? (?:19|20)[0-9]{{2}})?"
    )
    return re.compile(rf"(?<![^\s;|,:、(])(?:{chinese}|{english})(?:{WEEKDAY})?")


@cache
def _named() -> re.Pattern[str]:
    """What an entry says at the least."""
    return re.compile(r"[一-鿿]{2}|[A-Za-z]{3}")


@cache
def _prose() -> re.Pattern[str]:
    return re.compile(r"[。!?]|[,;]\s?\S*[一-鿿]{2}.*[,;]")
