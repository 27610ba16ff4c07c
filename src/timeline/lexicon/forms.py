"""Many surface forms as one compiled pattern, so that a text is scanned once for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")
Node = dict[str, Any]
"""Characters to the nodes behind them."""

GROUP = 32
"""First characters that are told from all others at once."""
CAPITALS = re.compile("[A-Z]+")


class Hit(NamedTuple, Generic[T]):
    """A form found: half-open range in the text scanned, and what the form stands for."""

    start: int
    end: int
    rule: T


class FormIndex(Generic[T]):
    """Finds the longest of many forms at each place, left to right, without overlaps.

    Latin forms match at word borders and without regard to case; others anywhere.

    Args:
        forms: Surface form to what it stands for.
    """

    def __init__(self, forms: Mapping[str, T]) -> None:
        self._rules = dict(forms)
        self._pattern = re.compile(_pattern(self._rules))

    def __contains__(self, form: str) -> bool:
        """Return whether a folded, lower-cased word is one of the forms."""
        return form in self._rules

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit[T]]:
        """Yield the forms in text[start:end], `text` being folded and in lower case (`lower`)."""
        for match in self._pattern.finditer(text, start, len(text) if end is None else end):
            yield Hit(match.start(), match.end(), self._rules[match.group()])


def lower(text: str) -> str:
    """Return `text` with ASCII letters in lower case, of the same length, unlike `str.lower`."""
    return text.lower() if text.isascii() else CAPITALS.sub(_lower, text)


def _lower(match: re.Match[str]) -> str:
    return match.group().lower()


def _pattern(forms: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the forms, Latin ones at word borders.

    `re` tries branch after branch: those of a group of first characters are passed over in one look.
    """
    trie = sorted(_trie(forms).items())
    groups = [trie[at : at + GROUP] for at in range(0, len(trie), GROUP)]
    branches = (f"{_look(group)}(?:{'|'.join(_branch(first, node) for first, node in group)})" for group in groups)
    return f"{_look(trie)}(?:{'|'.join(branches)})" if trie else "(?!)"


def _look(branches: Iterable[tuple[str, Node]]) -> str:
    """Return a look at whether a branch begins with the character at hand."""
    return f"(?=[{re.escape(''.join(first for first, _ in branches))}])"


def _branch(first: str, node: Node) -> str:
    sign, rest = re.escape(first), _node_pattern(node)
    return rf"{sign}(?<![a-z0-9]{sign}){rest}(?![a-z0-9])" if first.isascii() else sign + rest


def any_of(forms: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the forms; common beginnings are shared."""
    return _node_pattern(_trie(forms))


def _trie(forms: Iterable[str]) -> Node:
    """Return forms as a tree of characters; an empty one ends each."""
    trie: Node = {}
    for form in forms:
        node = trie
        for character in form:
            node = node.setdefault(character, {})
        node[""] = {}
    return trie


def _node_pattern(node: Node) -> str:
    branches = [re.escape(key) + _node_pattern(child) for key, child in sorted(node.items()) if key]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{body}?" if "" in node else body
