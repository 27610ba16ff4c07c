"""Parts of a page that are not the article: menus, footers, lists of other pages' news."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

from timeline.lexicon.layout import layout_pattern
from timeline.read.blocks import Block
from timeline.read.masthead import is_moment, read_masthead

BARE = 28
"""Greatest display width of a menu entry."""

MENU = 3
"""So many entries make a menu."""

RESUMED = 2
"""So many paragraphs of whole prose in a row end a list of other pages' news."""

PROMOTED = 4
"""So many numbered lines at the very end, announced by nothing, are promotion."""

TEASERS = 3
"""So many headlines in a row, each with the moment it was posted, are of other pages."""

LONGEST_TEASER = 160
"""Greatest display width of a headline with its stamp."""

FIVE = 5
"""Minutes of a programme are multiples of it."""

Drop = tuple[int, int, str]
"""Range of blocks [first, stop) and the reason."""


def find_furniture(blocks: Sequence[Block]) -> list[Drop]:
    """Return the ranges of blocks that are page furniture, in order and without overlaps."""
    found = sorted([*_menus(blocks), *_related(blocks), *_teasers(blocks), *_footers(blocks), *_promotion(blocks)])
    kept: list[Drop] = []
    for first, stop, reason in found:
        begin = max(first, kept[-1][1]) if kept else first
        if begin < stop:
            kept.append((begin, stop, reason))
    return kept


def _menus(blocks: Sequence[Block]) -> Iterator[Drop]:
    """Yield runs of menu entries; the last one stays where it is the title of what follows."""
    first = 0
    while first < len(blocks):
        stop = first
        while stop < len(blocks) and _is_bare(blocks[stop]):
            stop += 1
        entries = sum(bool(_entry().fullmatch(block.view)) for block in blocks[first:stop])
        top = not any(block.is_prose for block in blocks[: min(first, 12)]) and first < 12
        least = MENU - bool(_entry().fullmatch(blocks[first].view)) if top else MENU
        if entries and (stop - first <= entries or (stop - first >= least and (top or entries * 6 >= stop - first))):
            keep = stop < len(blocks) and not _entry().fullmatch(blocks[stop - 1].view) and _is_body(blocks[stop])
            if first < (last := stop - keep):
                yield first, last, "navigation"
        first = max(stop, first + 1)


def _is_bare(block: Block) -> bool:
    """Return whether a block may be an entry of a menu."""
    if _entry().fullmatch(block.view):
        return True
    bare = block.width <= BARE and block.mark in ("", "item") and not _punctuated().search(block.view)
    return bare and read_masthead(block.view, top=False) is None


def _is_body(block: Block) -> bool:
    """Return whether an article goes on here, so that the line before it may be its title."""
    return block.is_prose or read_masthead(block.view, top=True) is not None


def _related(blocks: Sequence[Block]) -> Iterator[Drop]:
    """Yield what stands under 相关新闻 or Related articles, up to the end or to where prose resumes."""
    first = 0
    while first < len(blocks):
        if first and _heads_list().fullmatch(blocks[first].view):
            stop = _resumption(blocks, first + 1)
            yield first, stop, "related"
            first = stop
        first += 1


def _resumption(blocks: Sequence[Block], start: int) -> int:
    """Return where an article goes on: an item of its own, or several whole paragraphs in a row."""
    prose = 0
    for index in range(start, len(blocks)):
        masthead = read_masthead(blocks[index].view, top=False)
        if masthead and masthead.item:
            return index - 1 if index - 1 > start else index
        whole = blocks[index].is_prose and blocks[index].width > 120 and not _cut_short().search(blocks[index].view)
        prose = prose + 1 if whole else 0
        if prose > RESUMED:
            return index - RESUMED
    return len(blocks)


def _teasers(blocks: Sequence[Block]) -> Iterator[Drop]:
    """Yield runs of headlines with their stamps, where the page holds a text beside them."""
    stamps = [_teaser().search(block.view) if _may_tease(block) else None for block in blocks]
    if sum(stamp is not None for stamp in stamps) < TEASERS or not any(block.is_prose for block in blocks):
        return
    first = 0
    for stamped, group in groupby(stamps, key=lambda stamp: stamp is not None):
        run = list(group)
        if stamped and len(run) >= TEASERS and _is_posted([stamp for stamp in run if stamp]):
            yield first, first + len(run), "teasers"
        first += len(run)


def _may_tease(block: Block) -> bool:
    """Return whether a line is short and holds a clock time; looked at first, since most do not."""
    return ":" in block.view and block.width <= LONGEST_TEASER and not block.view.endswith("。")


def _is_posted(stamps: Sequence[re.Match[str]]) -> bool:
    """Return whether moments are those of postings: the last one first, or behind their lines and to the minute.

    A programme or a chronicle goes onward in time.
    """
    moments = [stamp.group().strip("()[]【】") for stamp in stamps]
    backward = any(one > other for one, other in pairwise(moments))
    behind = all(stamp.start() for stamp in stamps)
    return backward or (behind and any(int(moment[-2:]) % FIVE for moment in moments))


def _footers(blocks: Sequence[Block]) -> Iterator[Drop]:
    """Yield lines of a page's foot, and short lines between the article's last prose and such a line."""
    feet = [index for index, block in enumerate(blocks) if block.width <= 240 and _foot().search(block.view.lower())]
    marked = set(feet)
    last = max((index for index, block in enumerate(blocks) if block.is_prose and index not in marked), default=-1)
    for index in feet:
        if index < last:
            yield index, index + 1, "footer"
    tail = [index for index in feet if index > last]
    if tail:
        first = tail[0]
        while first - 1 > last and tail[0] - first < 40 and _is_loose(blocks[first - 1]):
            first -= 1
        yield (first if tail[0] - first >= MENU else tail[0]), _foot_end(blocks, tail[-1]), "footer"


def _foot_end(blocks: Sequence[Block], last: int) -> int:
    """Return where the foot ends: with the page, unless dates show that something else follows."""
    dated = any(
        _dated().search(block.view) and not _dated_headline().search(block.view) for block in blocks[last + 1 :]
    )
    return last + 1 if dated else len(blocks)


def _is_loose(block: Block) -> bool:
    """Return whether a line at the end may belong to the foot: short, no date, no heading."""
    return block.width <= 80 and block.mark in ("", "item") and not _dated().search(block.view)


def _promotion(blocks: Sequence[Block]) -> Iterator[Drop]:
    """Yield a numbered list at the very end that nothing announces."""
    first = len(blocks)
    while first and (match := _number().match(blocks[first - 1].view)) and not _is_text(blocks[first - 1], match.end()):
        first -= 1
    announced = not first or blocks[first - 1].view.endswith(":") or not blocks[first - 1].is_prose
    if len(blocks) - first >= PROMOTED and not announced and _number().match(blocks[first].view):
        yield first, len(blocks), "promotion"


def _is_text(block: Block, start: int) -> bool:
    """Return whether a numbered line belongs to a text: it is a sentence or names a day."""
    return bool(_sentence().search(block.view, start)) or bool(_day().search(block.view)) or is_moment(block.view)


@cache
def _entry() -> re.Pattern[str]:
    return re.compile(rf"(?:{layout_pattern('navigation')}[:?>»…]*\s*)+", re.IGNORECASE)


@cache
def _heads_list() -> re.Pattern[str]:
    return re.compile(rf"[\s#【\[|>■◆▼]*{layout_pattern('related')}[\s:：】\]>»…|+(0-9)]*", re.IGNORECASE)


@cache
def _foot() -> re.Pattern[str]:
    return re.compile(layout_pattern("footer"))


@cache
def _teaser() -> re.Pattern[str]:
    """The stamp behind or before a headline: its clock in brackets, or its day and clock."""
    day = r"(?:(?:19|20)[0-9]{2}[-/.])?(?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12][0-9]|0?[1-9])\s"
    clock = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
    moment = rf"(?:[(\[【](?:{day})?{clock}[)\]】]|(?<![0-9]){day}{clock})"
    return re.compile(rf"(?<=.){moment}$|^{moment}(?=.)")


@cache
def _dated_headline() -> re.Pattern[str]:
    """The end of a headline with the day it was posted stuck to it: 新桥通车2026-05-15."""
    return re.compile(r"[\u4e00-\u9fff”》!?](?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}$")


@cache
def _cut_short() -> re.Pattern[str]:
    return re.compile(r"(?:\.{3}|…)\s*$")


@cache
def _punctuated() -> re.Pattern[str]:
    return re.compile(r"[,;:。!?]|[0-9]{4}|[0-9]{1,2}[月日]|\.(?=\s|$)")


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"[;。!?]")


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(r"(?:19|20)[0-9]{2}\s?[-年/.]\s?[0-9]{1,2}|[0-9]{1,2}\s?月|[一二三四五六七八九十]月|[0-9]{1,2}日")


@cache
def _day() -> re.Pattern[str]:
    return re.compile(r"[0-9]{1,2}\s?月\s?[0-9]{1,2}|[0-9]{1,2}:[0-9]{2}|[0-9]{1,2}[-/.][0-9]{1,2}")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"[0-9]{1,2}[、.)]\s?")
