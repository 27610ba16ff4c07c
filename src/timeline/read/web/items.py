"""Several articles on one page: siblings of one kind, each with a heading and text of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urljoin

from timeline.model import Metadata, RawDocument
from timeline.read.web.furniture import Furniture
from timeline.read.web.lines import Line, read_lines, show
from timeline.read.web.main_text import is_prose
from timeline.read.web.metadata import is_article, read_metadata
from timeline.read.web.structured import Node, read_nodes
from timeline.read.web.tree import Element


class Item(NamedTuple):
    """One of several articles on a page."""

    element: Element
    """What holds it."""
    lines: list[Line]
    """Its lines."""

    def document(self, source: str, page: Metadata) -> RawDocument:
        """Return its document; what it does not say itself the page says for it."""
        own = read_metadata(self.element, read_nodes(self.element), [line.block for line in self.lines[:HEAD]])
        heading = next(line for line in self.lines if line.sort == "heading")
        metadata = Metadata(
            title=heading.text,
            publisher=own.publisher or page.publisher,
            url=own.url or _link(heading, page.url),
            published=own.published or page.published,
            updated=own.updated,
        )
        lines = [line for line in self.lines if not (line.is_moment and own.published)]
        return RawDocument(source=source, text=show(lines), kind="extracted", metadata=metadata)


HEAD = 4
"""So many lines of an item may be its heading and masthead."""


def split_page(root: Element, nodes: Sequence[Node]) -> list[Item]:
    """Return the articles of a page that holds several, in order; none where it is one article.

    They are the `<article>` elements, or items of that type, under one parent, at least two of them.
    """
    if is_article(root, nodes):
        return []
    furniture = Furniture()
    groups: dict[Element, list[Element]] = {}
    for element in root.iter("article", "section", "div", "li"):
        typed = element.tag == "article" or "Article" in (element.get("itemtype") or "")
        if typed and furniture.reason(element) is None and next(element.iterancestors("article"), None) is None:
            groups.setdefault(element.getparent(), []).append(element)
    found = [[item for item in map(_read_item, group) if item] for group in groups.values()]
    largest = max(found, key=len, default=[])
    return largest if len(largest) > 1 else []


def _read_item(element: Element) -> Item | None:
    """Return an element as an article, or None where it has no heading of its own, or no text."""
    furniture = Furniture()
    lines = [line for line in read_lines(element) if furniture.reason(line.block) is None]
    heads = [line for line in lines if line.sort == "heading"]
    return Item(element, lines) if heads and any(is_prose(line) for line in lines) else None


def _link(heading: Line, base: str | None) -> str | None:
    """Return where a heading leads to, as an address."""
    link = next(heading.block.iter("a"), None)
    target = link.get("href") if link is not None else None
    address = urljoin(base or "", target) if target and not target.startswith("#") else None
    return address if address and address.startswith(("http://", "https://")) else None
