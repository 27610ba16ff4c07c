"""Which line breaks a typesetter made and which the writer meant.

A break is soft where the text before it is mid-sentence and the lines around are set to a common width. Widths are
display widths, since columns are measured on paper, not in characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline.lexicon.layout import layout_pattern
from timeline.lexicon.script import fold
from timeline.read.lines import Line
from timeline.read.moments import MOMENT, MONTH_LINE, YEAR_LINE

STRIDE = 16
"""So many lines share one estimate of their surroundings."""

REACH = 24
"""So many lines beyond them, on both sides, belong to the surroundings."""

NEAR = 4
"""So many lines on both sides of a break tell the width of the column there."""

SLACK = 3
"""A full line may fall short of its column by so much: one wide character that must not stand at the edge, and one."""

HEAD = 60
"""So many lines are the top of a page, where a title may stand twice, once broken into lines."""

RUN_ON = 60
"""So many characters make an English line too long for a heading, an item or a cell."""
SEAM = 4
"""So many characters on each side of a break tell it again."""

NUMERIC_SIGNS = ("-", "/", ".")
"""What parts the numbers of a date: 2026-05-03."""

LONGEST_PERIOD = 16
"""Characters of a line that is a year or a month alone."""

INDENT = 4
"""Width of the indentation of a paragraph, two wide characters; extraction from a page often loses it."""


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line]
    """At least one."""
    wrapped: bool = False
    """Whether a typesetter broke them."""


@dataclass(slots=True, frozen=True)
class Setting:
    """How the lines around a break are set."""

    wrapped: bool
    """Whether they are lines of a column, not paragraphs of their own."""
    gap: int
    """Blank lines that may stand between two lines of one paragraph."""
    spaced: bool = False
    """Whether more blank lines than that stand between paragraphs."""


def group_lines(lines: Sequence[Line], *, spaced: bool = False) -> list[Paragraph]:
    """Return the paragraphs in order.

    Args:
        spaced: Whether a blank line always ends a paragraph.
    """
    paragraphs: list[Paragraph] = []
    settings = [_read_setting(lines, start) for start in range(0, len(lines), STRIDE)]
    for index, line in enumerate(lines):
        setting = settings[index // STRIDE]
        first = index > 0 and len(paragraphs[-1].lines) == 1
        if index and not (spaced and line.gap) and _is_soft(lines, index, setting, first=first):
            paragraphs[-1].lines.append(line)
            paragraphs[-1].wrapped |= setting.wrapped
        else:
            paragraphs.append(Paragraph([line]))
    return paragraphs


def _read_setting(lines: Sequence[Line], start: int) -> Setting:
    """Return how the lines around `start` are set.

    In a column most lines of prose end in the middle of a sentence, and the next line goes on with it.
    """
    first = max(0, start - REACH)
    around = [line for line in lines[first : start + STRIDE + REACH] if line.mark in ("", "quote", "item")]
    prose = [index for index, line in enumerate(around) if _is_prose(line.text)]
    open_lines = [index for index in prose if not _stop().search(around[index].text) and index + 1 < len(around)]
    if len(prose) < 3 or len(open_lines) * 2 < len(prose) or not _goes_on(around, open_lines):
        return Setting(wrapped=False, gap=0)
    width = sorted(line.width for line in around)[(len(around) - 1) * 4 // 5]
    full = [index for index in open_lines if _is_full(around[index], around[index + 1], width)]
    gaps = Counter(around[index + 1].gap for index in full)
    usual = max((gap for gap, count in gaps.items() if count * 4 >= len(full)), default=0)
    spaced = _is_spaced(around, usual)
    over = sum(line.width * 4 > width * 5 for line in around)
    column = len(full) * 2 >= len(open_lines) > 0 and over <= 1 + len(around) // 10
    return Setting(wrapped=bool(open_lines) and (spaced or column), gap=usual, spaced=spaced)


@lru_cache(256)
def _is_prose(text: str) -> bool:
    """Return whether a line holds what only prose has; the surroundings of several breaks share it."""
    return _clause().search(text) is not None


def _goes_on(lines: Sequence[Line], open_lines: Sequence[int]) -> bool:
    """Return whether the lines after open ones begin as the middle of a sentence does; Chinese does not tell."""
    following = [lines[index + 1].text[:1] for index in open_lines]
    letters = [letter for letter in following if letter.isascii() and letter.isalpha()]
    return len(letters) * 2 < len(following) or sum(map(str.islower, letters)) * 5 >= len(letters) * 2


def _is_spaced(lines: Sequence[Line], gap: int) -> bool:
    """Return whether blank lines tell paragraphs apart: what they enclose ends where a sentence ends.

    Args:
        gap: Blank lines that stand between the lines of one paragraph.
    """
    ends = [index for index in range(len(lines) - 1) if lines[index + 1].gap > gap >= lines[index].gap and index]
    whole = sum(bool(_stop().search(lines[index].text)) for index in ends)
    return len(ends) > 1 and len(ends) * 20 >= len(lines) and whole * 4 >= len(ends) * 3


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
    if _closing().match(line.text) or _severs_date(before.text, line.text):
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
        return line.gap <= setting.gap and _continues_column(lines, index, first=first, spaced=setting.spaced)
    return line.gap == 0 and index < HEAD and _is_quoted_whole(lines, index)


def _runs_on(before: Line, line: Line) -> bool:
    """Return whether a long English line goes on in the next: it ends no sentence, and the next begins with a word."""
    english = before.text.isascii() and line.text[:1].isascii() and line.text[:1].isalpha()
    return english and len(before.text) >= RUN_ON and not _stop().search(before.text) and "|" not in before.text


def _opens_stamp(text: str) -> bool:
    """Return whether a line begins with the label of its publication: 发布时间：, Published:."""
    head = text[:LONGEST_PERIOD]
    return (":" in head or "：" in head) and _stamp_label().match(fold(head)) is not None


def _heads_period(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line is a year or a month alone, and not the rest of a date that was broken over lines."""
    if not _is_period(lines[index]):
        return False
    before = lines[index - 1] if index else None
    return before is None or _is_period(before) or not _severs_date(before.text, lines[index].text)


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


def _continues_column(lines: Sequence[Line], index: int, *, first: bool, spaced: bool) -> bool:
    """Return whether, in a column, line `index` belongs to the paragraph of the line before it.

    Args:
        first: Whether the line before it begins a paragraph.
        spaced: Whether blank lines tell the paragraphs apart; then only a short line that ends a sentence ends one.
    """
    before, line = lines[index - 1], lines[index]
    if not spaced and (_is_box(lines, index - 1) or _is_box(lines, index)):
        return False
    near = sorted(each.width for each in lines[max(0, index - NEAR) : index + NEAR])
    column = near[(len(near) - 1) * 4 // 5]
    full = _is_full(before, line, column)
    indented = line.indent >= before.indent + 2
    begins = indented or _begins_paragraph(line, lines[index + 1] if index + 1 < len(lines) else None)
    if _stop().search(before.text):
        return full and not begins and not (before.forced and not full)
    if spaced:
        return True
    if first and not full and not _clause().search(before.text) and not _opened().search(before.text):
        following = max(each.width for each in lines[index : index + 2])
        return before.width >= following - SLACK - INDENT and not begins
    return full or not (indented and before.width < column - SLACK)


def _is_box(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line is much wider than those around it: a headline or caption across columns."""
    around = [each.width for each in (*lines[max(0, index - 2) : index], *lines[index + 1 : index + 3])]
    return not lines[index].text.isascii() and lines[index].width * 100 > max(around, default=0) * 115 + 200


def _begins_paragraph(line: Line, following: Line | None) -> bool:
    """Return whether a line looks like the first of a paragraph whose indentation got lost: short by just that."""
    if following is None or line.text.isascii():
        return False
    return abs(following.width - line.width - INDENT) <= 1


def _is_full(line: Line, following: Line, column: int) -> bool:
    """Return whether the first word of the following line had no room any more."""
    word = _word().match(following.text)
    return line.width + (len(word.group()) + 1 if word else SLACK) >= column


@cache
def _stop() -> re.Pattern[str]:
    """The end of a sentence, or of the words that announce one, at the end of a line."""
    return re.compile(r"[。！？!?….：:；;][\"'”’」』）)\]*_]{0,4}$")


@cache
def _clause() -> re.Pattern[str]:
    """What only prose has: punctuation between clauses, or six words in a row."""
    return re.compile(r"[，。；！？]|[A-Za-z,)] ?, ?[A-Za-z]|(?:[A-Za-z',-]{1,30} ){5}")


@cache
def _closing() -> re.Pattern[str]:
    """Punctuation that never begins a line of its own."""
    return re.compile(r"[，。、；：？！）》」』】”’〉]")


@cache
def _opened() -> re.Pattern[str]:
    """A bracket or quotation that is still open at the end of the line."""
    return re.compile(r"[（(《“「『【][^）)》”」』】]{0,80}$")


@cache
def _hanging() -> re.Pattern[str]:
    """An end after which the sentence must go on."""
    return re.compile(r"[，、,（(《「“]$|(?<=[A-Za-z0-9])-$")


def _severs_date(before: str, after: str) -> bool:
    """Return whether a break stands inside a date: inside a number, before its unit, or between two of its parts."""
    if after[:1] in NUMERIC_SIGNS and _numeric_head().match(after):
        return _numeric_tail().search(before) is not None
    head = _date_head().match(after)
    if head is None:
        return False
    tail = _date_tail().search(before)
    if tail is None:
        return False
    if tail[4]:
        return bool(head[1]) and head[2] in "时時點点"
    if head[2] == "午":
        return tail[2] is not None
    if tail[1] is None:
        return tail[3] is not None and bool(head[1])
    same_digits = not head[1] or head[1].isdecimal()
    return same_digits and len(tail[1]) + len(head[1]) <= (4 if head[2] == "年" else 2)


@cache
def _numeric_tail() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?:[-/.](?:1[0-2]|0?[1-9]))?$")


@cache
def _numeric_head() -> re.Pattern[str]:
    return re.compile(r"[-/.](?:3[01]|[12][0-9]|0[1-9])(?![0-9])")


@cache
def _date_tail() -> re.Pattern[str]:
    """What the part of a date before a break ends with: digits, 上 of 上午, or the unit of a year or month."""
    return re.compile(
        r"(?:(?<![0-9０-９.,/-])([0-9０-９]{1,4}) ?|[日号號] ?([上中下])"
        r"|[0-9０-９〇零一二三四五六七八九十去今明本上下当同] ?([年月])"
        r"|[0-9０-９〇零一二三四五六七八九十] ?([日号號]))$"
    )


@cache
def _date_head() -> re.Pattern[str]:
    """What the part of a date behind a break begins with: the rest of a number and its unit, or the rest of 上午."""
    return re.compile(r" ?([0-9０-９]{0,3}|[一二三四五六七八九十廿]{1,3}) ?([年月日時时點点號午]|号(?!楼|线|樓|線))")


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


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[!-~]+")
