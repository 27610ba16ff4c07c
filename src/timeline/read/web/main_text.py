"""Which lines of a page are its article.

trafilatura says where the main text is; the smallest element that holds nearly all of it is the article's, and every
line in it that is no page furniture is kept, with the title and the masthead above. Where trafilatura takes the whole
page or loses most of its prose, as happens on short Chinese pages, the prose itself tells the element.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.lexicon.layout import layout_pattern
from timeline.lexicon.script import fold
from timeline.read.masthead import read_masthead
from timeline.read.web.furniture import Furniture, path_of, weigh_elements
from timeline.read.web.lines import Line
from timeline.read.web.tree import Element

HELD = 0.85
"""The element of the article holds this share of the main text at least."""

WHOLE = 0.8
"""Main text that is more than this share of the page, or of its furniture, is no choice."""

PROSE_KEPT = 0.5
"""Main text that holds less than this share of the page's prose missed the article."""

LINKED = 0.6
"""A line with this share of links leads elsewhere."""

MOST_LINES = 4_000
"""A page with more lines is a list or a book; there the prose tells the element."""

ABOVE = 12
"""So many lines before the article may be title and masthead."""

CONTAINERS = frozenset((
    "html", "body", "main", "article", "section", "div", "td", "center", "form", "table", "tbody", "tr",
))  # fmt: skip
"""Elements that may hold an article."""


class Selection(NamedTuple):
    """The lines of a page, chosen."""

    kept: list[Line]
    """Those of the article, title and masthead first."""
    dropped: list[tuple[str, str]]
    """The others: text and reason in a word."""


def select_lines(root: Element, lines: Sequence[Line], title: str | None) -> Selection:
    """Return which lines of a page are its article.

    Args:
        title: The article's title as far as metadata tells it.
    """
    furniture = Furniture()
    weights = _main_weights(root, lines, furniture)
    container = _find_container(lines, weights)
    inside = [_is_in(line.block, container) for line in lines]
    furniture.spare(container, weigh_elements(lines, weights))
    first = next((index for index, held in enumerate(inside) if held), 0)
    above = {index for index in _find_head(lines, first, title) if furniture.reason(lines[index].block) is None}
    visits = _find_visits(lines, title)
    kept: list[Line] = []
    dropped: list[tuple[str, str]] = []
    for index, line in enumerate(lines):
        reason = furniture.reason(line.block) if inside[index] and index not in visits else "outside"
        if reason is None and not weights[index] and _is_link(line):
            reason = "links"
        if reason and index not in above - visits:
            dropped.append((line.text, furniture.reason(line.block) or reason))
        else:
            kept.append(line)
    return Selection(kept, dropped)


def _main_weights(root: Element, lines: Sequence[Line], furniture: Furniture) -> list[int]:
    """Return how many characters of the main text each line holds."""
    aside = [furniture.reason(line.block) is not None for line in lines]
    prose = [0 if out or not is_prose(line) else len(line.text) for line, out in zip(lines, aside, strict=True)]
    if len(lines) <= MOST_LINES:
        marked = _marked(root, lines)
        sizes = [sum(map(len, _pieces(line.text))) for line in lines]
        outside = [size if out else 0 for size, out in zip(sizes, aside, strict=True)]
        chosen = not any(_shared(marked, parts) > WHOLE * sum(parts) for parts in (sizes, outside) if any(parts))
        if chosen and any(marked) and _shared(marked, prose) >= PROSE_KEPT * sum(prose):
            return marked
    return prose if any(prose) else [len(line.text) for line in lines]


def _shared(one: Sequence[int], other: Sequence[int]) -> int:
    return sum(map(min, one, other))


def _marked(root: Element, lines: Sequence[Line]) -> list[int]:
    """Return how many characters of each line trafilatura takes for main text; its date guessing is not asked."""
    from trafilatura import bare_extraction

    document = bare_extraction(root, fast=True, include_comments=False, include_tables=True, with_metadata=False)
    pieces = set(_pieces(getattr(document, "text", None) or ""))
    return [sum(len(piece) for piece in _pieces(line.text) if piece in pieces) for line in lines]


def _pieces(text: str) -> list[str]:
    return _piece().findall(text)


def is_prose(line: Line) -> bool:
    """Return whether a line is a sentence that leads nowhere."""
    return bool(_sentence().search(line.text)) and not _is_link(line)


def _is_link(line: Line) -> bool:
    return line.linked > LINKED * len(line.text)


def _find_container(lines: Sequence[Line], weights: Sequence[int]) -> Element:
    """Return the smallest element that holds nearly all of the main text, or half if it is marked as article."""
    held = weigh_elements(lines, weights)
    most, half = HELD * sum(weights), sum(weights) / 2
    holding = [
        element
        for element, weight in held.items()
        if (weight >= most and element.tag in CONTAINERS) or (weight >= half and _is_marked(element))
    ]
    return max(holding, key=lambda element: sum(1 for _ in path_of(element)))


def _is_marked(element: Element) -> bool:
    """Return whether an element is marked as the article: `<article>` or `<main>` with the headline in it."""
    return element.tag in ("article", "main") and next(element.iter("h1"), None) is not None


def _find_head(lines: Sequence[Line], first: int, title: str | None) -> set[int]:
    """Return the lines before the article that are its title, what stands under that, and its masthead."""
    near = range(max(0, first - ABOVE), first)
    wanted = _bare(title or "")
    heads = [index for index in near if lines[index].level == 1 or (wanted and _bare(lines[index].text) == wanted)]
    if heads:
        below = range(heads[-1] + 1, first)
        return {heads[-1], *(index for index in below if not _is_link(lines[index]) and _may_head(lines[index]))}
    return {index for index in near if read_masthead(fold(lines[index].text), top=False)}


def _may_head(line: Line) -> bool:
    """Return whether a line may stand between title and text: a heading, a sentence, or a masthead."""
    return line.sort == "heading" or is_prose(line) or read_masthead(fold(line.text), top=True) is not None


def _find_visits(lines: Sequence[Line], title: str | None) -> set[int]:
    """Return the lines that say when the page was looked at, and moments over a title with a moment below it."""
    wanted = _bare(title or "")
    heads = [index for index, line in enumerate(lines) if line.level == 1 or (wanted and _bare(line.text) == wanted)]
    head = heads[0] if heads else 0
    views = [fold(line.text) for line in lines[: head + ABOVE]]
    visits = {index for index, view in enumerate(views) if _today().match(view.lower())}
    stamped = {index for index, view in enumerate(views) if (found := read_masthead(view, top=True)) and found.stamps}
    if any(index > head for index in stamped - visits):
        visits |= {index for index in stamped if index < head}
    return visits


def _bare(text: str) -> str:
    return "".join(fold(text).split())


def _is_in(element: Element, container: Element) -> bool:
    return any(each is container for each in path_of(element))


@cache
def _today() -> re.Pattern[str]:
    return re.compile(layout_pattern("today"))


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(r"[^\s，。！？；：、,;:|]+")


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"[。！？；]|，.{8}|[a-z]{2}[,.;] [A-Za-z]|[a-z]{2}[.]$")
