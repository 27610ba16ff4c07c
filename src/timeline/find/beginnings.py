"""The characters that a form may begin with: a cheap look that spares the rest."""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"(?P<blank>_)"
    r"|\[(?P<any>[^]^]+)\](?P<o1>[?]?)"
    r"|[(][?][:=](?P<group>(?:[^()\[]|\[[^]]*\])*)[)](?P<o2>[?]?)"
    r"|(?P<sign>[^\\\[({_.*+?|^$])(?P<o3>[?]?)"
)
"""One piece of a form: optional white space, a class, a group or look ahead without groups inside, a character."""


def beginnings(form: str) -> frozenset[str] | None:
    """Return the characters that a form may begin with, besides white space for `_`; None where it is not clear.

    Examples:
        >>> sorted(beginnings("_[点时]半"))
        ['时', '点']
        >>> sorted(beginnings("半?(?:小时|钟头)")), beginnings("半?")
        (['半', '小', '钟'], None)
    """
    found: set[str] = set()
    while piece := _PIECE.match(form):
        form = form[piece.end() :]
        if piece["blank"]:
            continue
        optional = piece["o1"] or piece["o2"] or piece["o3"]
        alternatives = [beginnings(one) for one in piece["group"].split("|")] if piece["group"] is not None else []
        if None in alternatives or (piece["any"] and re.search(r"[\\-]", piece["any"][1:-1])):
            return None
        found.update(piece["any"] or piece["sign"] or "", *(one or "" for one in alternatives))
        if not optional:
            return frozenset(found)
    return None
