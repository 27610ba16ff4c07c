"""Which elements of a page are no part of its article: menus, related news, comments, banners, the foot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline.lexicon.page import page_role
from timeline.read.web.lines import Line
from timeline.read.web.tree import Element

FURNITURE = {"nav": "navigation", "aside": "related", "footer": "footer"}
"""Elements that are no part of an article, and the reason in a word."""

ROLES = {"navigation": "navigation", "search": "navigation", "complementary": "related", "contentinfo": "footer"}
"""Values of the attribute `role`, likewise."""


class Furniture:
    """Which elements of a page are no part of its article."""

    def __init__(self) -> None:
        self._known: dict[Element, str | None] = {}

    def reason(self, element: Element) -> str | None:
        """Return why an element is not the article's, by itself or by what it stands in."""
        path: list[Element] = []
        while element is not None and element not in self._known:
            path.append(element)
            element = element.getparent()
        found = self._known[element] if element is not None else None
        for each in reversed(path):
            found = found or _own_reason(each)
            self._known[each] = found
        return found

    def spare(self, container: Element, held: Mapping[Element, int]) -> None:
        """Take all elements that hold the article's container, or most of its text, for the article's after all.

        Args:
            held: How much of the main text each element holds.
        """
        least = held.get(container, 0) / 2
        spared = {element for element, weight in held.items() if weight > least} | set(path_of(container))
        self._known = dict.fromkeys(spared)


def _own_reason(element: Element) -> str | None:
    """Return why an element by itself is not the article's."""
    if reason := FURNITURE.get(element.tag) or ROLES.get(element.get("role") or ""):
        return reason
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return page_role(names) if len(names) > 1 and element.tag not in ("html", "body") else None


def path_of(element: Element) -> Iterable[Element]:
    """Yield an element and all it stands in."""
    while element is not None:
        yield element
        element = element.getparent()


def weigh_elements(lines: Sequence[Line], weights: Sequence[int]) -> dict[Element, int]:
    """Return how much of the main text each element holds, given how much each line does."""
    held: dict[Element, int] = {}
    for line, weight in zip(lines, weights, strict=True):
        for element in path_of(line.block) if weight else ():
            held[element] = held.get(element, 0) + weight
    return held
