"""Make a paragraph readable: wraps joined, spaces that only typesetting put there taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.read.mapped import Edit, Mapped

IDEOGRAPH = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, as the inside of a character class."""

OPENING = "（《〈「『【〔“‘［｛"
CLOSING = "，。、；：？！）》〉」』】〕”’％…］｝"
UNITS = (
    "年月日号號时時点點分秒周週天届屆期回次个個名位人家项項场場款部种種类類多余餘"
    "万萬亿億元米倍岁歲层層座件套台臺支隻只首集套份篇条條批轮輪强強城省市县縣所国國幅平吨噸克"
)
"""What follows a number without a space in Chinese."""

SPACE = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""White space within a line, as the inside of a character class."""

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
"""Characters without width, as the inside of a character class."""


def tidy(text: Mapped, *, wrapped: bool) -> Mapped:
    """Return a paragraph on one line.

    Args:
        wrapped: Whether the paragraph was typeset in lines; then spaces between Chinese characters come from
            justification, otherwise they separate words.
    """
    if not _blank().search(text.text):
        return text
    text = text.edit([Edit(*blank.span()) for run in _singles().finditer(text.text) for blank in _blank_in(run)])
    value = text.text
    edits = [
        Edit(match.start(), match.end(), replacement)
        for match in _blanks().finditer(value)
        if (replacement := _replacement(value, match.start(), match.end(), wrapped)) != match.group()
    ]
    return _without(text.edit(edits), _spaced_units())


def join_broken_words(text: Mapped) -> Mapped:
    """Return a text without the hyphens that break a word at the end of a line; the line then ends after the word.

    Only where the whole word, without hyphen, stands elsewhere in the text; narrow-boat keeps its hyphen.
    """
    broken = list(_broken_word().finditer(text.text))
    if not broken:
        return text
    words = set(re.findall(r"(?<![A-Za-z-])[A-Za-z]{4,40}(?![A-Za-z-])", text.text.lower()))
    edits: list[Edit] = []
    for match in broken:
        if (match["before"] + match["after"]).lower() in words:
            edits += [Edit(match.end("before"), match.start("after")), Edit(*match.span("blank"), "\n")]
    return text.edit(edits)


def _without(text: Mapped, pattern: re.Pattern[str]) -> Mapped:
    """Return a text without what a pattern matches."""
    return text.edit([Edit(*match.span()) for match in pattern.finditer(text.text)]) if " " in text.text else text


def _replacement(value: str, start: int, end: int, wrapped: bool) -> str:
    """Return what stands instead of the blank [start, end)."""
    if not start or end == len(value):
        return ""
    before, after, blank = value[start - 1], value[end], value[start:end]
    if not blank.strip(_INVISIBLE_CHARACTERS):
        return ""
    wide = _is_wide(before) + _is_wide(after)
    if "\n" in blank or "\r" in blank:
        if wide or (wrapped and before.isdigit() and after.isdigit() and _in_chinese(value, start)):
            return ""
        return "" if before in "-‐/" and after.isalnum() and value[start - 2 : start - 1].isalnum() else " "
    if before in _NO_SPACE_AFTER or after in _NO_SPACE_BEFORE:
        return "" if wide else " "
    if wide == 2 and (wrapped or _is_letterspaced(value, start, end)):
        return ""
    if wide and wrapped and (before.isdigit() or after.isdigit()):
        return ""
    return " "


def _blank_in(run: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield the blanks in a run of characters set apart, unless it is a row of numbers."""
    if _wide().search(run.string, run.start(), run.end()):
        yield from re.compile(rf"[{SPACE}]+").finditer(run.string, run.start(), run.end())


def _is_wide(character: str) -> bool:
    """Return whether the character is Chinese or Chinese punctuation."""
    return bool(_wide().match(character))


def _in_chinese(value: str, position: int) -> bool:
    """Return whether Chinese stands around a position."""
    return bool(_wide().search(value, max(0, position - 12), position + 12))


def _is_letterspaced(value: str, start: int, end: int) -> bool:
    """Return whether the blank stands between single characters set apart, as in 通　知 or 国 际 影 像."""
    left = value[max(0, start - 3) : start]
    right = value[end : end + 3]
    alone_left = len(left) == 1 or left[-2].isspace()
    alone_right = len(right) == 1 or right[1].isspace() or right[1] in CLOSING + ":"
    return alone_left and alone_right


_INVISIBLE_CHARACTERS = "\u00ad\ufeff" + "".join(
    map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)))
)
_NO_SPACE_AFTER = frozenset(OPENING + "，。、；：？！")
_NO_SPACE_BEFORE = frozenset(CLOSING)


@cache
def _blank() -> re.Pattern[str]:
    """Anything that may have to change, looked for first: most Chinese paragraphs have no blank at all."""
    return re.compile(rf"[\s{SPACE}{INVISIBLE}]")


@cache
def _blanks() -> re.Pattern[str]:
    """Blanks that may have to change: all but the single space between two Latin letters."""
    return re.compile(rf"(?:(?<![!-~]) |[\n\r\t{SPACE[2:]}{INVISIBLE}]|  | (?![!-~]))[\s{INVISIBLE}]*")


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(rf"[{IDEOGRAPH}\u3000-\u303f\uff01-\uff60“”‘’…—·]")


@cache
def _broken_word() -> re.Pattern[str]:
    return re.compile(
        r"(?<![A-Za-z-])(?P<before>[A-Za-z]{2,30})-[^\S\n]{0,4}\n[^\S\n]{0,8}(?P<after>[a-z]{2,30})[^\s-]{0,4}(?P<blank>\s)"
    )


@cache
def _singles() -> re.Pattern[str]:
    """Four or more single characters set apart: 国 际 影 像, 2 0 2 6 年 5 月."""
    one = rf"[{IDEOGRAPH}0-9]"
    return re.compile(rf"(?<![^\s“‘《（，。：])(?<![{IDEOGRAPH}] )(?:{one}[{SPACE}]{{1,2}}){{3,}}{one}(?![0-9A-Za-z])")


@cache
def _spaced_units() -> re.Pattern[str]:
    """Single spaces around numbers that stand in Chinese, or in a clock time: 5 月 26 日, 从 120 个, 14 :15."""
    return re.compile(
        rf"(?<=[0-9０-９]) (?=[{UNITS}％%])"
        rf"|(?<=[年月第]) (?=[0-9０-９]{{1,4}} ?[{UNITS}])"
        rf"|(?<=[{IDEOGRAPH}]) (?=[0-9.,]{{1,12}} [{UNITS}])"
        r"|(?<=[0-9]) (?=[:：][0-9]{2}(?![0-9]))"
    )
