"""Tables: which cell of a row tells the name, the place or the organizer, by the heading of its column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from timeline.extract.clauses import Range
from timeline.lexicon.forms import LOWER
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Sentence

STRONG = re.compile(r"\s*\|\s*|\t+| {2,}")
"""What parts cells for certain."""
WEAK = re.compile(r" +")
"""What parts them in rows without such marks."""
USES = ("date", "name", "place", "organizer", "edition", "aside")
"""What columns tell; `edition` which one of a series the row is, `aside` what names no happening."""
LONGEST_HEADING = 12


def read_cells(view: str) -> list[Range]:
    """Return the cells of a row in order, empty ones too where bars part them."""
    edges = re.search(r"^\s*\|?\s*", view), re.search(r"\s*\|?\s*$", view)
    first, last = (edges[0].end() if edges[0] else 0), (edges[1].start() if edges[1] else len(view))
    cuts = [match.span() for match in STRONG.finditer(view, first, last)]
    cuts = cuts or [match.span() for match in WEAK.finditer(view, first, last) if not view[first:last].isascii()]
    starts, ends = [first, *(end for _, end in cuts)], [*(start for start, _ in cuts), last]
    return [Range(start, end) for start, end in zip(starts, ends, strict=True)]


def find_columns(sentences: Sequence[Sentence]) -> dict[int, Mapping[str, Range]]:
    """Return for each row below a heading row its cells by use; rows of another width have none.

    A heading row is one of which at least two cells, and at least half, are names of columns: 时间 | 内容 | 地点.
    Cells at the end of a row may be missing.
    """
    found: dict[int, Mapping[str, Range]] = {}
    heading: list[str | None] = []
    for index, sentence in enumerate(sentences):
        if sentence.role != "row" and not heading and not _may_be_heading(sentence.view):
            continue
        cells = read_cells(sentence.view)
        uses = [_use_of(cell.cut(sentence.view)) for cell in cells]
        named = sum(use is not None for use in uses)
        if named >= 2 and named * 2 >= len(cells):
            heading = uses
        elif sentence.role != "row":
            heading = []
        elif len(cells) == len(heading) or ("|" in sentence.view and 1 < len(cells) < len(heading)):
            found[index] = _by_use(heading, cells)
    return found


def _by_use(heading: Sequence[str | None], cells: Sequence[Range]) -> Mapping[str, Range]:
    """Return the cells by the use of their column, all that are aside under names of their own."""
    pairs = zip(heading, cells, strict=False)
    return {f"aside {place}" if use == "aside" else use: cell for place, (use, cell) in enumerate(pairs) if use}


def _may_be_heading(view: str) -> bool:
    """Return whether a line is short and has anything between cells; looked at first, since most lines have not."""
    if len(view) > LONGEST_HEADING * 8 or view[-1:] in "。.!?":
        return False
    return STRONG.search(view) is not None or (" " in view and not view.isascii())


@lru_cache(1024)
def _use_of(cell: str) -> str | None:
    """Return what the column under a heading tells."""
    name = cell.translate(LOWER).strip(" :*")
    if not 1 < len(name) <= LONGEST_HEADING * 2:
        return None
    return next((use for use in USES if words_pattern(f"column-{use}").fullmatch(name)), None)
