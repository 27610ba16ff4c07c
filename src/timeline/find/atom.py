"""The smallest thing said: a token with its meaning."""

from __future__ import annotations

from typing import Any, NamedTuple

from timeline.find.scan import Token

Said = dict[str, Any]


class Atom(NamedTuple):
    """A token with its meaning."""

    slot: str
    """Letter that decides what it may stand beside; see `joins.JOINS`."""
    start: int
    """First character."""
    end: int
    """One past the last character."""
    said: Said
    """Fields stated, as of `Fields`."""
    token: Token
    """Where it comes from."""
    last: Said | None = None
    """Fields of the last unit, where the atom is a range (3-5日)."""
    listed: tuple[tuple[Said, int, int], ...] = ()
    """Earlier items of a list that share the unit (4、5日), each with its place."""


def simple(token: Token, slot: str, said: Said) -> Atom:
    """Return the atom of one meaning that a whole token has."""
    return Atom(slot, token.start, token.end, said, token)
