"""Tables: which cell of a row tells the name, the place or the organizer, by the heading of its column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from timeline.extract.clauses import Range
from timeline.lexicon.forms import lower
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Sentence

STRONG = re.compile(r"\s*\|\s*|\t+| {2,}")
"""What parts cells for certain."""
WEAK = re.compile(r" +")
"""What parts them in rows without such marks."""
USES = ("date", "name", "place", "organizer", "edition", "aside")
"""What columns tell; `edition` which one of a series the row is, `aside` what names no happening."""
BILINGUAL = re.compile(r"([^ -~]{2,12})[ /]?[a-z][a-z ]*")
"""A heading in both languages: 时间 Time."""
DIGIT = re.compile("[0-9]")
DAY_CELL = re.compile(
    r"(?:(?:19|20)[0-9]{2}[-./年])?[0-9]{1,2}(?:月|[-./:])[0-9]{1,2}|[0-9]{1,2} [A-Z][a-z]{2}|[A-Z][a-z]{2,8} [0-9]"
)
"""How a cell with a date or an hour begins."""
COUNTED = 1
"""Before this column rows are counted; no heading of a date further left parts their cells."""
DAY = 5
"""Level of a heading that is a day."""
LONGEST_HEADING = 12


def read_cells(view: str) -> list[Range]:
    """Return the cells of a row in order, empty ones too where bars part them."""
    first, last = len(view) - len(view.lstrip()), len(view.rstrip())
    cuts = [match.span() for match in STRONG.finditer(view, first, last)]
    cuts = cuts or [match.span() for match in WEAK.finditer(view, first, last) if not view[first:last].isascii()]
    starts, ends = [first, *(end for _, end in cuts)], [*(start for start, _ in cuts), last]
    return [Range(start, end) for start, end in zip(starts, ends, strict=True)]


def find_columns(sentences: Sequence[Sentence]) -> dict[int, Mapping[str, Range]]:
    """Return for each row below a heading row its cells by use; rows of another width have none.

    A heading row is one of which at least two cells, and at least half, are names of columns: 时间 | 内容 | 地点; they
    may stand on lines of their own. A day over its rows leaves out their first column; cells at the end of a
    row may be missing.
    """
    found: dict[int, Mapping[str, Range]] = {}
    heading: list[str | None] = []
    lines: list[str | None] = []
    for index, sentence in enumerate(sentences):
        if sentence.role != "row" and not heading and not lines and not _may_be_heading(sentence.view):
            continue
        cells = read_cells(sentence.view)
        uses = [column_use(cell.cut(sentence.view)) for cell in cells]
        if sentence.role == "row" and _may_be_column(sentence.view) and ((use := column_use(sentence.view)) or lines):
            lines.append(use)
            continue
        heading, lines = (lines if _names_columns(lines) else heading), []
        if _names_columns(uses):
            heading = uses
        elif sentence.role != "row":
            heading = heading if sentence.role == "heading" and sentence.level == DAY else []
        elif own := _own_columns(sentence.view, cells, heading):
            found[index] = {**({"date": Range(0, 0)} if heading[0] == "date" else {}), **_by_use(own, cells)}
    return found


def _by_use(heading: Sequence[str | None], cells: Sequence[Range]) -> Mapping[str, Range]:
    """Return the cells by the use of their column, all that are aside under names of their own.

    Of two columns alike (议程 | 内容) it is the first cell that is not empty.
    """
    found: dict[str, Range] = {}
    for place, (use, cell) in enumerate(zip(heading, cells, strict=True)):
        name = f"aside {place}" if use == "aside" else use
        if name and (name not in found or found[name].is_empty):
            found[name] = cell
    return found


def _may_be_column(view: str) -> bool:
    """Return whether a line may be the heading of one column."""
    return len(view) <= LONGEST_HEADING * 2 and DIGIT.search(view) is None and STRONG.search(view) is None


def _names_columns(uses: Sequence[str | None]) -> bool:
    """Return whether enough cells are names of columns."""
    named = sum(use is not None for use in uses)
    return named >= 2 and named * 2 >= len(uses)


def _own_columns(view: str, cells: Sequence[Range], heading: Sequence[str | None]) -> Sequence[str | None]:
    """Return the columns a row has cells for: all, all but that of the day, or all but some at its end; else none."""
    if len(cells) == len(heading) or not heading or len(cells) < 2:
        return heading if len(cells) == len(heading) else ()
    dated = heading[0] == "date" and DIGIT.search(cells[0].cut(view)) is not None
    if len(cells) == len(heading) - 1 and heading[0] == "date" and (not dated or heading[1] == "date"):
        return heading[1:]
    if "|" not in view or len(cells) > len(heading):
        return ()
    return _beside_date(view, cells, heading) or heading[: len(cells)]


def _beside_date(view: str, cells: Sequence[Range], heading: Sequence[str | None]) -> Sequence[str | None]:
    """Return the columns of a row whose first cells reach down from the row above, by the place of its one date."""
    dated = [place for place, cell in enumerate(cells) if DAY_CELL.match(cell.cut(view))]
    column = next((place for place, use in enumerate(heading) if use == "date" and place >= COUNTED), None)
    if column is None or len(dated) != 1 or dated[0] > column:
        return ()
    shift = column - dated[0]
    return heading[shift : shift + len(cells)] if shift + len(cells) <= len(heading) else ()


def _may_be_heading(view: str) -> bool:
    """Return whether a line is short and has anything between cells; looked at first, since most lines have not."""
    if len(view) > LONGEST_HEADING * 8 or view[-1:] in "。.!?":
        return False
    return STRONG.search(view) is not None or (" " in view and not view.isascii())


@lru_cache(1024)
def column_use(cell: str) -> str | None:
    """Return what the column under a heading tells."""
    name = lower(cell).strip(" :*")
    if not 1 < len(name) <= LONGEST_HEADING * 2:
        return None
    both = BILINGUAL.fullmatch(name)
    names = (name, both[1].strip()) if both else (name,)
    return next((use for use in USES for name in names if words_pattern(f"column-{use}").fullmatch(name)), None)
