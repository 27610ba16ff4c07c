"""What each block of an article is: title, heading, body, row, caption or stamp."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from timeline.lexicon.layout import layout_pattern
from timeline.model import Role, Span, Stamp
from timeline.read.blocks import Block
from timeline.read.chronicle import LISTED, find_days
from timeline.read.dateline import read_dateline
from timeline.read.headline import PLAIN, TOP, mark_headline
from timeline.read.masthead import Masthead, is_moment, names_issue, read_masthead
from timeline.read.moments import MONTH_LINE, MONTHS, WEEKDAY, YEAR_LINE
from timeline.read.notice import in_notice, is_value, over_source

TAIL = 3
"""A bare date within so many blocks of the end signs the article."""

EARLY = 12
"""Blocks, furniture among them, within which a date with its clock is when the page was posted."""

LONGEST_PERIOD = 20
"""Greatest display width of a line that is a year or a month alone."""

CAPTION = 150
"""Greatest display width of a caption."""

NUMBERED = (
    (re.compile(r"第?[一二三四五六七八九十]{1,3}[、.章节]"), 2),
    (re.compile(r"[(][一二三四五六七八九十]{1,3}[)]"), 3),
)
"""How Chinese numbers its headings, and their level."""

YEAR, MONTH, DAY = 3, 4, 5
"""Levels of headings that are a year, a month, a day."""


@dataclass(slots=True)
class Page:
    """What was read off the blocks of one article."""

    blocks: list[Block]
    """The blocks with their roles."""
    stamps: list[Stamp]
    """Moments of the page itself."""
    dropped: list[tuple[Span, str]]
    """Datelines cut from their sentences."""
    title: str | None = None
    """The headline as printed."""
    publisher: str | None = None
    """As printed."""


def assign_roles(blocks: Sequence[Block]) -> Page:
    """Return the blocks of one article with their roles, stamps split off."""
    page = Page([], [], [])
    days = find_days(blocks)
    top = True
    posted = _posted(blocks)
    for index, block in enumerate(blocks):
        tail = (index in posted and not page.stamps) or (index >= len(blocks) - TAIL and is_moment(block.view))
        below = top and ((bool(page.blocks) and page.blocks[-1].role == "stamp") or over_source(blocks, index))
        heading = block.mark == "heading" and not (top and names_issue(block.view))
        value = heading or is_value(blocks, index) or in_notice(blocks, index)
        head = None if value else _read_head(block.view, top=top or tail, below=below)
        if index in days:
            page.blocks.append(replace(block, role="heading", level=DAY))
        elif head and (tail or not _heads_rows(blocks, index)):
            page.blocks += _split_masthead(page, block, head)
        else:
            page.blocks += _read_text(page, block)
        top = top and (block.may_be_headline or not block.is_prose) and index < TOP
    for index in range(len(page.blocks)):
        if page.blocks[index].role == "body":
            page.blocks[index].role = _role(page.blocks, index)
    page.title = mark_headline(page.blocks)
    return page


def _posted(blocks: Sequence[Block]) -> set[int]:
    """Return the lines that are a date with its clock, where there are too few of them for a schedule."""
    found = {index for index, block in enumerate(blocks[:EARLY]) if is_moment(block.view) and ":" in block.view}
    return found if len(found) <= LISTED else set()


def _read_head(view: str, *, top: bool, below: bool) -> Masthead | None:
    """Return what a line says that is nothing but dateline or masthead."""
    dateline = read_dateline(view[:300])
    return dateline if dateline and dateline.end >= len(view) else read_masthead(view, top=top, below=below)


def _split_masthead(page: Page, block: Block, head: Masthead) -> list[Block]:
    """Return the blocks that a line with a masthead consists of, and note what it says."""
    _note(page, block, head)
    parts = [("heading", 0, head.start), ("stamp", head.start, head.end), ("body", head.end, len(block.view))]
    return [
        replace(block.part(start, end), role=role, level=PLAIN if role == "heading" else 0)  # type: ignore[arg-type]
        for role, start, end in parts
        if block.view[start:end].strip()
    ]


def _read_text(page: Page, block: Block) -> list[Block]:
    """Return a block of text without the dateline it may begin with."""
    dateline = read_dateline(block.view[:300])
    if not dateline:
        return [block]
    _note(page, block, dateline)
    start, end = block.text.span(0, dateline.stamps[0][2])
    page.dropped.append((Span(start=start, end=end), "dateline"))
    return [block.part(dateline.end, len(block.view))]


def _note(page: Page, block: Block, head: Masthead) -> None:
    """Keep the stamps and the publisher of a masthead."""
    for kind, first, last in head.stamps:
        text = block.view[first:last].rstrip()
        start, end = block.text.span(first, first + len(text))
        page.stamps.append(Stamp(kind=kind, text=text, span=Span(start=start, end=end), place=head.place))
    if head.publisher and not page.publisher:
        position = block.view.find(head.publisher)
        page.publisher = block.text.text[position : position + len(head.publisher)]


def _heads_rows(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a bare date heads the rows of a schedule, which may begin with the headings of its columns."""
    rows = blocks[index + 1 : index + 3]
    if not is_moment(blocks[index].view) or not rows:
        return False
    return any(_clock_row().match(row.view) for row in rows[: 1 + (rows[0].mark == "row")])


def _role(blocks: Sequence[Block], index: int) -> Role:
    """Return the role of a block that is neither stamp nor title; headings get their level on the way."""
    block = blocks[index]
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if block.mark == "heading":
        return "heading"
    if following and (level := _period_level(block)):
        block.level = level
        return "heading"
    if block.width <= CAPTION and _is_caption(block.view.lower()):
        return "caption"
    if block.view.endswith(":") and "," in block.view:
        return "body"
    if block.mark in ("", "row") and following and _day_line().fullmatch(block.view):
        block.level = DAY
        return "heading"
    if block.mark in ("item", "row") or _in_list(blocks, index) or _clock_row().match(block.view):
        return "row"
    if block.is_prose or block.view.endswith(("。", "!", "?", ";")) or (block.wrapped and "," in block.view):
        return "body"
    if ":" in block.view[1:24] and not block.view.endswith(":") and not _over_prose(blocks, index):
        return "row"
    block.level = _heading_level(block, following)
    return "heading" if block.level else "row"


def _in_list(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a block is one of several numbered lines in a row."""
    near = (blocks[other].view for other in (index - 1, index + 1) if 0 <= other < len(blocks))
    return bool(_numbered().match(blocks[index].view)) and any(_numbered().match(view) for view in near)


def _heading_level(block: Block, following: Block | None) -> int:
    """Return the level of a short line that heads what follows, or 0 where it does not."""
    enclosed = block.view[0] in "(-–—" or "://" in block.view
    if block.width > 80 or following is None or enclosed:
        return next((level for pattern, level in NUMBERED[1:] if pattern.match(block.view) and following), 0)
    if level := next((level for pattern, level in NUMBERED if pattern.match(block.view)), 0):
        return level
    return PLAIN if following.is_prose or following.mark in ("item", "row") or block.view.endswith(":") else 0


def _period_level(block: Block) -> int:
    """Return the level of a line that is a year or a month alone, or 0."""
    if block.width > LONGEST_PERIOD or block.mark == "row":
        return 0
    year, month = _year_line().fullmatch(block.view), _month_line().fullmatch(block.view)
    return YEAR if year else MONTH if month else 0


def _over_prose(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a line with a colon stands alone over prose, as a heading does and a fact does not."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    alone = not index or blocks[index - 1].role != "row"
    return bool(alone and following and following.is_prose and not re.search("[0-9]", blocks[index].view))


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"[(]?[0-9]{1,2}(?:[)、]|\.(?![0-9]))|[①-⑳]")


def _is_caption(view: str) -> bool:
    """Return whether a line in lower case begins or ends as captions do."""
    return bool(_caption().match(view) or _credit().search(view))


@cache
def _caption() -> re.Pattern[str]:
    return re.compile(layout_pattern("caption"))


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"{layout_pattern('credit')}$")


@cache
def _clock_row() -> re.Pattern[str]:
    """A line of a schedule: it begins with a time of day, and more follows."""
    return re.compile(
        r"(?:[上下]午|晚上|中午)?\s?[0-9]{1,2}:[0-9]{2}(?:\s?[-~–—至到]{1,2}\s?[0-9]{1,2}:[0-9]{2})?(?:\s?[ap]\.?m\.?)?\s"
    )


@cache
def _year_line() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}{YEAR_LINE}\W{{0,3}}")


@cache
def _month_line() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{MONTH_LINE})\W{{0,3}}")


@cache
def _day_line() -> re.Pattern[str]:
    """A line that only names a day, perhaps in both languages."""
    day = rf"(?:{MONTHS}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?|[0-9]{{1,2}}(?:st|nd|rd|th)? {MONTHS})"
    english = rf"{WEEKDAY}?,? ?{day}(?:,? (?:19|20)[0-9]{{2}})?,?{WEEKDAY}?"
    return re.compile(
        rf"(?:第[一二三四五六七八九十]天\s?)?(?:(?:19|20)[0-9]{{2}}年)?[0-9]{{1,2}}月[0-9]{{1,2}}[日号]{WEEKDAY}?"
        rf"(?:[\s/|]{{1,3}}{english})?|(?:Day [0-9]{{1,2}}[:,]? )?{english}"
    )
