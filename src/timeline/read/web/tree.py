"""The tree of a page, within bounds."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from timeline.errors import TooLargeError
from timeline.model import Limits

Element = Any
"""An element of lxml, which has no types of its own."""

HIDDEN = frozenset((
    "head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "audio", "video",
    "canvas", "map", "rt", "rp", "select", "button", "input", "textarea", "datalist", "dialog",
))  # fmt: skip
"""Elements whose content is not text of the page, or not of its line: the reading aid of ruby."""


def parse(text: str, limits: Limits) -> Element | None:
    """Return the root of a page or fragment, comments taken out, or None where there is no element.

    Raises:
        TooLargeError: There are more elements than `nodes`, or more within elements than `depth`.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
    text = _unreadable().sub(" ", text)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    level = 0
    for count, (event, _) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        level += 1 if event == "start" else -1
        if level > limits.depth:
            raise TooLargeError("depth", limits.depth)
        if count > 2 * limits.nodes:
            raise TooLargeError("nodes", limits.nodes)
    return root


def is_hidden(element: Element) -> bool:
    """Return whether an element and all in it is not shown."""
    if element.tag in HIDDEN or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style and _unseen().search(style))


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden", re.IGNORECASE)


@cache
def _unreadable() -> re.Pattern[str]:
    """Characters that XML 1.0 does not have and that stop the parser, and the declaration that it would believe."""
    return re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]|^\s{0,20}<\?xml[^>]{0,200}>")
