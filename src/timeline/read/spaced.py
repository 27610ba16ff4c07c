"""Find the old lines in a long line whose line ends became spaces, as aggregator pages make them."""

from __future__ import annotations

import re
from functools import cache

from timeline.read.clean import IDEOGRAPH
from timeline.read.lines import display_width

LONG = 240
"""Only a line wider than this is looked at."""

NARROWEST = 50
"""No column of running text on a page is narrower."""

SENTENCE_ENDS = "。！？!?…"

HEADING = 36
"""No heading has more characters."""

BELOW, ABOVE = 7, 2
"""A full line falls short of the column by so much at most (its indentation got lost), or exceeds it by so much."""


def split_spaced(text: str) -> list[tuple[int, int]]:
    """Return the ranges of the paragraphs of a line; none where its spaces are no old line ends.

    A space where the column was full is an old line end; one after a shorter line that could not have gone on is the
    end of a paragraph; any other is a space.
    """
    if len(text) * 2 < LONG:
        return []
    spaces = [match.span() for match in _space().finditer(text)]
    starts, ends = [0, *(end for _, end in spaces)], [*(start for start, _ in spaces), len(text)]
    widths = [display_width(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    inside = sum(text[start - 1] > "\x7f" < text[end] for start, end in spaces)
    column = _column(widths) if inside * 2 >= len(spaces) else 0
    if not column:
        return []
    paragraphs: list[tuple[int, int]] = []
    paragraph = line = width = 0
    for index, end in enumerate(ends[:-1]):
        width += widths[index] + (1 if width else 0)
        after = text[starts[index + 1] : ends[index + 1]]
        full = width >= column - BELOW
        if full:
            over = text[end - 1] in SENTENCE_ENDS and _may_head(after)
        else:
            over = _ends_paragraph(text[line:end], after[0], full=width + widths[index + 1] > column + ABOVE)
        if over:
            paragraphs.append((paragraph, end))
            paragraph = starts[index + 1]
        if over or full:
            line, width = starts[index + 1], 0
    return [*paragraphs, (paragraph, len(text))]


def _may_head(text: str) -> bool:
    """Return whether a line may be a heading: short, without punctuation between clauses."""
    return len(text) <= HEADING and not _sentence().search(text)


def _ends_paragraph(text: str, following: str, *, full: bool) -> bool:
    """Return whether a paragraph, or a heading, ends before a space in the middle of a line.

    Args:
        text: The line so far.
        following: The character after the space.
        full: Whether what follows would not have fitted on the same line.
    """
    if text[-1] in SENTENCE_ENDS + '；：:”’"':
        return True
    if _sentence().search(text) or text.rfind("(") > text.rfind(")") or text.rfind("（") > text.rfind("）"):
        return False
    return full or (len(text) <= HEADING and bool(_ideographs().fullmatch(text[-1] + following)))


def _column(widths: list[int]) -> int:
    """Return the width that many pieces share which make up half of the line, or 0 where there is none."""
    long = sorted(width for width in widths if width >= NARROWEST)
    best, count, first = 0, 0, 0
    for index, width in enumerate(long):
        while long[first] < width - BELOW:
            first += 1
        if index - first + 1 >= count:
            best, count = width, index - first + 1
    return best if count >= 2 and count * best * 2 >= sum(widths) else 0


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"[。！？，,；]")


@cache
def _ideographs() -> re.Pattern[str]:
    return re.compile(rf"[{IDEOGRAPH}][{IDEOGRAPH}“《]")


@cache
def _space() -> re.Pattern[str]:
    wide = rf"[{IDEOGRAPH}\u3000-\u303f\uff01-\uff60“”‘’…—]"
    return re.compile(rf"(?<={wide})[ \u3000]{{1,8}}(?=\S)|(?<=\S)[ \u3000]{{1,8}}(?={wide})")
