"""Many surface forms as one compiled pattern, so that a text is scanned once for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

LOWER = {ord(upper): ord(upper) + 32 for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
"""ASCII lower-casing that keeps the length of a text, unlike `str.lower`."""


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
        """Yield the forms in text[start:end], `text` being folded and lower-cased by `LOWER`."""
        for match in self._pattern.finditer(text, start, len(text) if end is None else end):
            yield Hit(match.start(), match.end(), self._rules[match.group()])


def _pattern(forms: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the forms, Latin ones at word borders.

    Each branch begins with its character, the border of a Latin form behind it, so that `re` skips all others at once.
    """
    branches = []
    for first, node in sorted(_trie(forms).items()):
        sign, rest = re.escape(first), _node_pattern(node)
        branches.append(rf"{sign}(?<![a-z0-9]{sign}){rest}(?![a-z0-9])" if first.isascii() else sign + rest)
    return "|".join(branches) or "(?!)"


def any_of(forms: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the forms; common beginnings are shared."""
    return _node_pattern(_trie(forms))


def _trie(forms: Iterable[str]) -> dict[str, dict]:  # type: ignore[type-arg]
    """Return forms as a tree of characters; an empty one ends each."""
    trie: dict[str, dict] = {}  # type: ignore[type-arg]
    for form in forms:
        node = trie
        for character in form:
            node = node.setdefault(character, {})
        node[""] = {}
    return trie


def _node_pattern(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    branches = [re.escape(key) + _node_pattern(child) for key, child in sorted(node.items()) if key]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{body}?" if "" in node else body
