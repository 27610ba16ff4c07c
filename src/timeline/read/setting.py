"""How lines are set: in a column of a common width, or each a paragraph of its own.

Widths are display widths, since columns are measured on paper, not in characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat

from timeline.read.lines import Line

STRIDE = 16
"""So many lines share one estimate of their surroundings."""

REACH = 24
"""So many lines beyond them, on both sides, belong to the surroundings."""

NEAR = 4
"""So many lines on both sides of a break tell the width of the column there."""

SLACK = 3
"""A full line may fall short of its column by so much: one wide character that must not stand at the edge, and one."""

INDENT = 4
"""Width of the indentation of a paragraph, two wide characters; extraction from a page often loses it."""


@dataclass(slots=True, frozen=True)
class Setting:
    """How the lines around a break are set."""

    wrapped: bool
    """Whether they are lines of a column, not paragraphs of their own."""
    gap: int
    """Blank lines that may stand between two lines of one paragraph."""
    spaced: bool = False
    """Whether more blank lines than that stand between paragraphs."""


def line_settings(lines: Sequence[Line]) -> Iterator[Setting]:
    """Yield how each line is set."""
    for start in range(0, len(lines), STRIDE):
        yield from repeat(_read_setting(lines, start), min(STRIDE, len(lines) - start))


def _read_setting(lines: Sequence[Line], start: int) -> Setting:
    """Return how the lines around `start` are set.

    In a column most lines of prose end in the middle of a sentence, and the next line goes on with it.
    """
    first = max(0, start - REACH)
    around = [line for line in lines[first : start + STRIDE + REACH] if line.mark in ("", "quote", "item")]
    prose = [index for index, line in enumerate(around) if _is_prose(line.text)]
    open_lines = [index for index in prose if not ends_sentence(around[index].text) and index + 1 < len(around)]
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
    whole = sum(ends_sentence(lines[index].text) for index in ends)
    return len(ends) > 1 and len(ends) * 20 >= len(lines) and whole * 4 >= len(ends) * 3


def continues_column(lines: Sequence[Line], index: int, *, first: bool, spaced: bool) -> bool:
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
    if ends_sentence(before.text):
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


def ends_sentence(text: str) -> bool:
    """Return whether a line ends a sentence, or with the words that announce one."""
    return _stop().search(text) is not None


@cache
def _stop() -> re.Pattern[str]:
    """The end of a sentence, or of the words that announce one, at the end of a line."""
    return re.compile(r"[。！？!?….：:；;][\"'”’」』）)\]*_]{0,4}$")


@cache
def _clause() -> re.Pattern[str]:
    """What only prose has: punctuation between clauses, or six words in a row."""
    return re.compile(r"[，。；！？]|[A-Za-z,)] ?, ?[A-Za-z]|(?:[A-Za-z',-]{1,30} ){5}")


@cache
def _opened() -> re.Pattern[str]:
    """A bracket or quotation that is still open at the end of the line."""
    return re.compile(r"[（(《“「『【][^）)》”」』】]{0,80}$")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[!-~]+")
