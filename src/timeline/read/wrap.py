"""Which line breaks a typesetter made and which the writer meant.

A break is soft where the text before it is mid-sentence and the lines around are set to a common width.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline.lexicon.layout import layout_pattern
from timeline.lexicon.script import fold
from timeline.read.lines import Line
from timeline.read.moments import MOMENT, MONTH_LINE, YEAR_LINE
from timeline.read.setting import Setting, continues_column, ends_sentence, line_settings
from timeline.read.severed_date import severs_date

HEAD = 60
"""So many lines are the top of a page, where a title may stand twice, once broken into lines."""

RUN_ON = 60
"""So many characters make an English line too long for a heading, an item or a cell."""

SEAM = 4
"""So many characters on each side of a break tell it again."""

LONGEST_PERIOD = 16
"""Characters of a line that is a year or a month alone."""


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line]
    """At least one."""
    wrapped: bool = False
    """Whether a typesetter broke them."""


def group_lines(lines: Sequence[Line], *, spaced: bool = False) -> list[Paragraph]:
    """Return the paragraphs in order.

    Args:
        spaced: Whether a blank line always ends a paragraph.
    """
    paragraphs: list[Paragraph] = []
    for index, (line, setting) in enumerate(zip(lines, line_settings(lines), strict=True)):
        first = index > 0 and len(paragraphs[-1].lines) == 1
        if index and not (spaced and line.gap) and _is_soft(lines, index, setting, first=first):
            paragraphs[-1].lines.append(line)
            paragraphs[-1].wrapped |= setting.wrapped
        else:
            paragraphs.append(Paragraph([line]))
    return paragraphs


def _is_soft(lines: Sequence[Line], index: int, setting: Setting, *, first: bool) -> bool:
    """Return whether the break before line `index` is the typesetter's.

    Args:
        first: Whether the line before it begins a paragraph.
    """
    before, line = lines[index - 1], lines[index]
    if before.mark in ("heading", "rule", "row") or line.mark in ("heading", "rule", "row", "item"):
        return False
    if (before.mark == "quote") != (line.mark == "quote"):
        return False
    if line.gap > max(1, setting.gap):
        return False
    if _heads_period(lines, index - 1) or _opens_stamp(line.text):
        return False
    if _closing().match(line.text) or severs_date(before.text, line.text):
        return True
    if _is_period(line):
        return False
    if _item().match(line.text) or any(_heads_item(each.text) for each in lines[index - 1 : index + 2]):
        return False
    if _hanging().search(before.text) and not _label().match(line.text):
        return True
    if line.gap == 0 and _runs_on(before, line):
        return True
    if setting.wrapped:
        return line.gap <= setting.gap and continues_column(lines, index, first=first, spaced=setting.spaced)
    return line.gap == 0 and index < HEAD and _is_quoted_whole(lines, index)


def _runs_on(before: Line, line: Line) -> bool:
    """Return whether a long English line goes on in the next: it ends no sentence, and the next begins with a word."""
    english = before.text.isascii() and line.text[:1].isascii() and line.text[:1].isalpha()
    return english and len(before.text) >= RUN_ON and not ends_sentence(before.text) and "|" not in before.text


def _opens_stamp(text: str) -> bool:
    """Return whether a line begins with the label of its publication: 发布时间：, Published:."""
    head = text[:LONGEST_PERIOD]
    return (":" in head or "：" in head) and _stamp_label().match(fold(head)) is not None


def _heads_period(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line is a year or a month alone, and not the rest of a date that was broken over lines."""
    if not _is_period(lines[index]):
        return False
    before = lines[index - 1] if index else None
    return before is None or _is_period(before) or not severs_date(before.text, lines[index].text)


def _is_period(line: Line) -> bool:
    """Return whether a line is a year or a month alone, as stands over what happened then."""
    return len(line.text) <= LONGEST_PERIOD and _period().fullmatch(fold(line.text)) is not None


@lru_cache(16)
def _heads_item(text: str) -> bool:
    """Return whether a line ends with a full date after a sign, as the header of an item does."""
    return len(text) <= 120 and bool(_digit().search(text)) and bool(_header().search(text, max(0, len(text) - 50)))


def _is_quoted_whole(lines: Sequence[Line], index: int) -> bool:
    """Return whether the words on both sides of a break stand together elsewhere near the top, as a title does."""
    seam = lines[index - 1].text[-SEAM:] + lines[index].text[:SEAM]
    return len(seam) == 2 * SEAM and any(seam in line.text for line in lines[:HEAD])


@cache
def _closing() -> re.Pattern[str]:
    """Punctuation that never begins a line of its own."""
    return re.compile(r"[，。、；：？！）》」』】”’〉]")


@cache
def _hanging() -> re.Pattern[str]:
    """An end after which the sentence must go on."""
    return re.compile(r"[，、,（(《「“]$|(?<=[A-Za-z0-9])-$")


@cache
def _item() -> re.Pattern[str]:
    """The number of an item or section, the clock time of a schedule, a day alone."""
    return re.compile(
        r"[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:[）)、．]|\.(?![0-9]))|[①-⑳]|[A-Za-z][.)] "
        r"|[0-9]{1,2}[:：][0-9]{2}(?![0-9])|[0-9]{1,2} ?月 ?[0-9]{1,2} ?日 ?(?:[（(]?(?:星期|周|週).[)）]?)?$"
    )


@cache
def _digit() -> re.Pattern[str]:
    return re.compile("[0-9年]")


@cache
def _period() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{YEAR_LINE}|{MONTH_LINE})\W{{0,3}}")


@cache
def _stamp_label() -> re.Pattern[str]:
    return re.compile(rf"{layout_pattern('published')}\s?:", re.IGNORECASE)


@cache
def _header() -> re.Pattern[str]:
    return re.compile(rf"(?:[·•|]\s?|^){MOMENT}$")


@cache
def _label() -> re.Pattern[str]:
    """A short label with its colon, as in a list of facts."""
    return re.compile(r"[^\s，。、；:：]{1,14}(?: [^\s，。:：]{1,14}){0,3}[:：]")
