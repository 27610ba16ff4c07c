"""Where a row or a listing tells its place: in a cell, behind its date, behind its name."""

from __future__ import annotations

import re
from itertools import takewhile

from timeline.extract.candidate import to_place
from timeline.extract.clauses import Range, Scope
from timeline.extract.english_phrase import PROPER
from timeline.extract.frame import Frame
from timeline.extract.label import find_label
from timeline.extract.table import read_cells
from timeline.extract.venue import is_institution, is_phrase, is_place, is_venue
from timeline.extract.words import Words
from timeline.model import Place

BEHIND_DATE = re.compile(r"(?:[,;。|]|(?P<at>[在于])|\b(?:at|in) )\s?(?P<name>[^,;。|()在]{2,40})")
"""What a mark or a preposition parts from the date of a field."""


def _in_cell(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return the cell of a row that names a place and is not the name of the event, a venue before an institution."""
    if frame.name.is_empty:
        return None
    cells = read_cells(words.view)
    parts = [cell for cell in cells if is_place(cell.cut(words.view).strip(" ()"), words.is_latin)]
    parts += [part for cell in cells if (part := _behind_colon(words.view, cell))]
    used = [part for part in (frame.name, frame.subject, scope.at) if not part.is_empty]
    apart = [part for part in parts if all(part.end <= other.start or other.end <= part.start for other in used)]
    best = min(apart, key=lambda part: is_institution(part.cut(words.view).strip(" ()")), default=None)
    return to_place(words, best) if best else None


def _behind_colon(view: str, cell: Range) -> Range | None:
    """Return the venue behind a colon in a cell: 分组报告：分会场."""
    colon = view.rfind(":", cell.start, cell.end)
    behind = Range(colon + 1, cell.end)
    return behind if colon >= 0 and is_venue(behind.cut(view)) else None


def _behind_date(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return the place behind the date of a field: 时间：4月9日下午2时，江州会堂（河湾路3号）; …在江州站2号出口."""
    if find_label(words, scope) is None:
        return _rest_of_line(words, scope, frame)
    for match in BEHIND_DATE.finditer(words.view, scope.at.end, scope.clauses[-1].end):
        name = match["name"].strip()
        if is_place(name, words.is_latin) or (match["at"] and is_phrase(name, words.is_latin)):
            return to_place(words, Range(*match.span("name")))
    return None


def _rest_of_line(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return all that stands behind the date of a line, where it is a place: 第三届织造会 / (5月5日 江州大学, 江州)."""
    rest = Range(max(scope.at.end, frame.name.end if frame.name.start < scope.at.start else 0), scope.clauses[-1].end)
    name = rest.cut(words.view).strip(" ,()")
    apart = frame.name.is_empty or frame.name.end <= scope.at.start
    return to_place(words, rest) if apart and frame.predicate is None and is_place(name, words.is_latin) else None


def _behind_name(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return the proper names behind name and date of an English row: River Fair, July 12-17, Meadow Park, Leeds."""
    if frame.name.is_empty or frame.predicate is not None or not words.is_latin:
        return None
    first = max(frame.name.end, scope.at.end)
    parts = [Range(max(first, clause.start), clause.end) for clause in scope.clauses if clause.end > first]
    names = [part.cut(words.view).strip(" ()-–—") for part in parts]
    named = all(PROPER.fullmatch(name) and not _is_gathering(words, name) for name in names)
    sure = frame.name.end <= scope.at.start or any(is_place(name, latin=True) for name in names)
    return to_place(words, Range(parts[0].start, parts[-1].end)) if parts and named and sure else None


def behind_hour(words: Words, scope: Scope) -> Place | None:
    """Return the proper names behind the hour of a listing: Student recital; 7 p.m., Mill Recital Room, Leeds."""
    behind = [clause for clause in scope.clauses if clause.start >= scope.at.end]
    names = [*takewhile(lambda clause: PROPER.fullmatch(clause.cut(words.view)), behind)]
    return to_place(words, Range(names[0].start, names[-1].end)) if names else None


def _is_gathering(words: Words, name: str) -> bool:
    head = words.vocabulary.head_of(name.lower())
    return head is not None and head.gathering


IN_ROW = (_in_cell, _behind_date, _behind_name)
"""Where a row tells its place."""
