"""What a page states in schema.org: JSON-LD and microdata, as nodes of one shape.

A node is a mapping of property to value, as JSON-LD 1.1 writes it; `@type` holds its types. Of microdata (HTML
Standard, 5) an item becomes a node and `itemprop` its properties.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.read.json_text import load_json
from timeline.read.web.tables import cell_text
from timeline.read.web.tree import Element

Node = dict[str, Any]

MOST = 2_000
"""So many nodes of one page are looked at."""

LONGEST = 1_000_000
"""A script with more characters is no description of an article."""

APART = frozenset(("itemListElement", "hasPart", "mentions", "about", "isPartOf", "citation", "comment", "review"))
"""Properties whose values describe something else than the page."""


def read_nodes(root: Element) -> list[Node]:
    """Return the nodes of a page in order: those of JSON-LD, then those of microdata; what is broken is left out."""
    nodes: list[Node] = []
    for script in root.iterdescendants("script"):
        if (script.get("type") or "").lower().split(";")[0].strip() == "application/ld+json":
            nodes += _flatten(_load(script.text or ""))
    for item in root.iter():
        if item.get("itemscope") is not None and item.get("itemprop") is None and len(nodes) < MOST:
            nodes += _flatten(_read_item(item))
    return nodes[:MOST]


def types(node: Node) -> set[str]:
    """Return the types of a node without their namespace.

    Examples:
        >>> types({"@type": "https://schema.org/NewsArticle"})
        {'NewsArticle'}
    """
    stated = node.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return {name.rpartition("/")[2].rpartition(":")[2] for name in names if isinstance(name, str)}


def text_of(node: Node, *names: str) -> str | None:
    """Return the first of some properties that is a text, or the name of the node that it is; white space collapsed."""
    for name in names:
        for value in values(node, name):
            if isinstance(value, dict):
                value = value.get("name") or value.get("@value") or value.get("@id")
            if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
                return " ".join(str(value).split())
    return None


def values(node: Node, name: str) -> list[Any]:
    """Return the values of a property, in order."""
    stated = node.get(name)
    return stated if isinstance(stated, list) else [] if stated is None else [stated]


def _load(text: str) -> Any:
    """Return what a script holds, or None where it is no JSON."""
    text = text.strip().removeprefix("//<![CDATA[").removesuffix("//]]>").strip()
    if len(text) > LONGEST:
        return None
    try:
        return load_json(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _flatten(value: Any) -> Iterator[Node]:
    """Yield the nodes in a value that describe the page or something on it, outermost first."""
    waiting = [value]
    for _ in range(MOST):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:MOST]
        elif isinstance(value, dict):
            if value.get("@type"):
                yield value
            inner = [each for name, each in value.items() if name not in APART and isinstance(each, dict | list)]
            waiting[:0] = inner


def _read_item(item: Element) -> Node:
    """Return an item of microdata as a node; an item within it is the value of its property."""
    from lxml import etree

    top: Node = {"@type": (item.get("itemtype") or "").split()}
    open_items = [(item, top)]
    for event, element in etree.iterwalk(item, events=("start", "end")):
        if element is item:
            continue
        if event == "end":
            if element is open_items[-1][0]:
                open_items.pop()
            continue
        names = (element.get("itemprop") or "").split()
        value: Any = _value(element) if names else None
        if element.get("itemscope") is not None:
            value = {"@type": (element.get("itemtype") or "").split()}
            open_items.append((element, value))
        parent = open_items[-2 if element.get("itemscope") is not None else -1][1]
        for name in names:
            parent.setdefault(name, []).append(value)
    return top


def _value(element: Element) -> str:
    """Return the value of a property: what its attribute says, else its text."""
    attribute = {"meta": "content", "time": "datetime", "a": "href", "link": "href", "data": "value"}.get(element.tag)
    stated = element.get("content") or (element.get(attribute) if attribute else None)
    return " ".join((stated or cell_text(element)).split())
