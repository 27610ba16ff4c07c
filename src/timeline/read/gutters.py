"""Columns that plain text sets side by side by blanks → one below the other.

The lines of a newspaper page that was saved as text hold a piece of each column, with a gutter of blanks at the same
display column in every line. What the gutter parts is running text; cells of a table are short or ragged, and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise
from statistics import median

from timeline.read.lines import display_width
from timeline.read.mapped import Mapped, concatenate

LEAST = 5
"""So many lines have text on both sides of a gutter."""

GUTTER = 2
"""Least display width of a gutter."""

WIDEST = 400
"""Display width beyond which no line is one of columns."""

NARROWEST, FILLED = 20, 0.75
"""A column of running text is so wide at the least, and its usual line fills this share of it."""


HEADLINE = 3
"""Most lines of a headline over a column."""

MARKS = tuple("。！？，、；”」』）.!?,;)")
"""What ends a sentence or a clause, and no headline."""

RULE = "\n\n---\n\n"
"""Stands behind a column, since the places of a sentence in the source ascend."""


@dataclass(slots=True)
class Line:
    """One line of the page."""

    start: int
    """First character."""
    end: int
    """One past the last character that is no blank."""
    taken: int
    """The display columns that hold a character, as bits; -1 for a line too wide."""


def unfold_columns(text: Mapped) -> tuple[Mapped, frozenset[int]]:
    """Return a text with its columns one below the other, and where in the source they begin; most texts have none."""
    if not _may_have_columns(text.text):
        return text, frozenset()
    lines = [_read_line(text.text, *match.span()) for match in _line().finditer(text.text) if match.group().strip()]
    parts: list[Mapped] = []
    begins: set[int] = set()
    done = 0
    for first, stop, borders in _stretches(text.text, lines):
        parts.append(text.slice(done, lines[first].start))
        for left, right in pairwise(borders):
            column = list(_column(text, lines[first:stop], left, right))
            begins.add(column[0].position(_indent(column[0].text)))
            parts += column
        done = lines[stop - 1].end
    if not begins:
        return text, frozenset()
    parts.append(text.slice(done, len(text.text)))
    return concatenate([part for part in parts if part.text]), frozenset(begins)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _may_have_columns(text: str) -> bool:
    """Return whether enough blanks stand between words; looked at first, since most texts have none but indentation."""
    if text.count("  ") + text.count("\u3000") < LEAST:
        return False
    inside = (match for match in _blanks().finditer(text) if _is_inside(text, *match.span()))
    return len(list(islice(inside, LEAST))) == LEAST


def _is_inside(text: str, start: int, end: int) -> bool:
    """Return whether blanks stand between two characters of one line."""
    return not (text[start - 1 : start].isspace() or text[end : end + 1].isspace()) and start > 0 and end < len(text)


def _column(text: Mapped, lines: Sequence[Line], left: int, right: int) -> Iterator[Mapped]:
    """Yield the lines of a column, a blank line behind its headline and a rule behind it all."""
    cut = [(line, _cut(text, line, left, right)) for line in lines]
    held = [index for index, (_, part) in enumerate(cut) if part.text.strip()]
    rows = cut[held[0] : held[-1] + 1]
    headed = _headline([part.text for _, part in rows])
    for index, (line, part) in enumerate(rows, start=1):
        place = text.position(line.end - 1)
        gap = text.text.count("\n", line.end, rows[index][0].start) if index < len(rows) else 0
        between = "\n" * max(gap, 1 + (index == headed)) if gap else RULE
        yield part
        yield Mapped(between, [*range(len(between))], [place] * len(between))


def _headline(rows: Sequence[str]) -> int:
    """Return how many lines are the headline of a column: they end no sentence, and an indented one follows."""
    first = next((index for index, row in enumerate(rows[: HEADLINE + 1]) if row[:1].isspace()), 0)
    return first if first and not rows[first - 1].endswith(MARKS) else 0


def _read_line(text: str, start: int, end: int) -> Line:
    line = text[start:end].rstrip()
    wide = len(line) > WIDEST
    # One byte a display column, as `display_width` counts.
    shown = b"" if wide else line.replace("\u3000", "  ").encode("gb18030", "replace").translate(_TAKEN)
    return Line(start, start + len(line), -1 if wide else int(shown[::-1], 2))


_TAKEN = bytes(0x30 if byte == 0x20 else 0x31 for byte in range(256))
"""`0` for a blank, `1` for any other byte."""


def _stretches(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int, list[int]]]:
    """Yield the lines [first, stop) that stand in columns, with the display columns where those begin and end."""
    first = 0
    while first < len(lines):
        stop, taken = first, 0
        while stop < len(lines) and lines[stop].taken >= 0 and (stop == first or _gutters(taken | lines[stop].taken)):
            taken |= lines[stop].taken
            stop += 1
        borders = [0, *_gutters(taken), taken.bit_length()] if stop - first >= LEAST else []
        if len(borders) > 2 and all(_is_running(text, lines[first:stop], *edges) for edges in pairwise(borders)):
            yield first, stop, borders
            first = stop
        else:
            first = stop if stop - first >= LEAST else first + 1


def _gutters(taken: int) -> list[int]:
    """Return the display columns behind the gutters: where a character follows blanks that all lines share."""
    shown = f"{taken:b}"[::-1]
    return [match.end() for match in _gutter().finditer(shown)]


def _cut(text: Mapped, line: Line, left: int, right: int) -> Mapped:
    """Return what a line holds between two display columns."""
    start, end = (_position(text.text, line, column) for column in (left, right))
    return text.slice(start, start + len(text.text[start:end].rstrip()))


def _position(text: str, line: Line, column: int) -> int:
    """Return the first character of a line at or behind a display column."""
    position, width = line.start, 0
    while position < line.end and width < column:
        width += display_width(text[position])
        position += 1
    return position


def _is_running(text: str, lines: Sequence[Line], left: int, right: int) -> bool:
    """Return whether the lines between two display columns are running text, and enough of them."""
    whole = Mapped.whole(text)
    widths = [display_width(part.strip()) for line in lines if (part := _cut(whole, line, left, right).text).strip()]
    return len(widths) >= LEAST and median(widths) >= max(NARROWEST, FILLED * max(widths))


@cache
def _line() -> re.Pattern[str]:
    """A line with its indentation."""
    return re.compile(r"[^\n\r]+")


@cache
def _blanks() -> re.Pattern[str]:
    return re.compile(r"[ \u3000]{2,}")


@cache
def _gutter() -> re.Pattern[str]:
    return re.compile(rf"(?<=1)0{{{GUTTER},}}(?=1)")
