"""Running heads and feet of the pages of a paper, and what they say of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from timeline.lexicon.layout import layout_pattern
from timeline.lexicon.script import fold
from timeline.model import Metadata
from timeline.read.columns import Line, Page, body_size
from timeline.read.lines import display_width
from timeline.read.moments import MOMENT, WEEKDAY

EDGE = 0.12
"""Share of a page's height at its top and bottom where running heads stand."""

RUNNING = 30
"""So many lines at either edge may be running heads."""

APART = 1.8
"""A running head stands so many times the size of the type away from any other line."""

WORDS = 30
"""Display width of what the head of a paper says beside day, number and page."""


def find_running_heads(pages: Sequence[Page]) -> list[list[Line]]:
    """Return the running heads and feet of each page."""
    repeated = _repeated(pages)
    return [_running(page, repeated) for page in pages]


def _repeated(pages: Sequence[Page]) -> set[str]:
    """Return the texts, numbers aside, that stand at an edge of several pages."""
    counts = Counter(text for page in pages for text in {_shape(line) for line in _edges(page)})
    return {text for text, count in counts.items() if count > 1}


def _edges(page: Page) -> Iterator[Line]:
    """Yield the lines where running heads and feet stand."""
    yield from (line for line in page.lines if not EDGE * page.height < line.base < (1 - EDGE) * page.height)


def _shape(line: Line) -> str:
    return re.sub("[0-9]+", "0", line.text)


def _running(page: Page, repeated: set[str]) -> list[Line]:
    """Return the running heads and feet of a page: page numbers, the head of the paper, what other pages repeat."""
    taken: list[Line] = []
    edges = sorted(_edges(page), key=lambda line: line.base)
    upper = [line for line in edges if line.base < page.height / 2]
    lower = [line for line in reversed(edges) if line.base >= page.height / 2]
    for side in (upper[:RUNNING], lower[:RUNNING]):
        taken += _running_rows(side, page, repeated)
    return taken


def _running_rows(side: Sequence[Line], page: Page, repeated: set[str]) -> list[Line]:
    """Return the lines of the rows, from an edge of the page inwards, that are running heads."""
    taken: list[Line] = []
    for line in side:
        if line in taken:
            continue
        row = [other for other in side if abs(other.base - line.base) < 0.5 * line.size]
        words = " ".join(other.text for other in sorted(row, key=lambda other: other.left))
        is_running = _folio().fullmatch(fold(words)) or _is_masthead(words)
        if _shape(line) not in repeated and not (is_running and _stands_apart(line, page)):
            break
        taken += row
    return taken


def _stands_apart(line: Line, page: Page) -> bool:
    """Return whether no line of the text follows at the usual distance."""
    bases = [abs(other.base - line.base) for other in page.lines if abs(other.base - line.base) >= 0.5 * line.size]
    return min(bases, default=page.height) >= APART * max(line.size, body_size(page.lines))


def _is_masthead(text: str) -> bool:
    """Return whether a row at the edge of a page is the head of the paper: its name, day, number or page."""
    view = fold(text)
    rest = _beside().sub("", _issue().sub("", view))
    return bool(_issue().search(view)) and display_width(rest) <= WORDS and not re.search(r"[。,;!?]", rest)


def read_paper(text: str) -> Metadata:
    """Return what the running heads of a page say of the paper."""
    view = fold(text)
    moment, outlet = _moment().search(view), _outlet().search(view)
    return Metadata(
        published=moment.group().strip() if moment else None, publisher=text[slice(*outlet.span())] if outlet else None
    )


@cache
def _folio() -> re.Pattern[str]:
    """A page number."""
    number = r"[A-Z]{0,2}-?[0-9]{1,4}"
    return re.compile(
        rf"[-–—·•\s]*(?:第?\s?{number}\s?[版页]?|(?:Page|P\.?)\s?{number}|{number})(?:\s?(?:/|of|共)\s?[0-9]{{1,4}}页?)?"
        r"[-–—·•\s]*"
    )


@cache
def _issue() -> re.Pattern[str]:
    """Day or page of an issue."""
    page = r"第?\s?[A-Z]?[0-9]{1,3}\s?版|\b(?:[Pp]age|[Pp]\.) ?[A-Z]?[0-9]{1,3}\b|\b[A-Z]{1,2}[0-9]{1,3}\b"
    return re.compile(rf"{MOMENT}|{page}")


@cache
def _beside() -> re.Pattern[str]:
    """What stands beside them."""
    return re.compile(rf"{WEEKDAY}|第\s?[0-9]{{1,6}}\s?期|农历\S{{2,12}}|[\W_]+")


@cache
def _moment() -> re.Pattern[str]:
    return re.compile(MOMENT)


@cache
def _outlet() -> re.Pattern[str]:
    """The name of a paper: 江城日报, Harbour Daily."""
    forms = layout_pattern("outlet")
    return re.compile(rf"[\u4e00-\u9fff]{{1,12}}(?:{forms})|(?:[A-Z][A-Za-z'&]{{1,20}} ){{1,4}}(?i:{forms})\b")
