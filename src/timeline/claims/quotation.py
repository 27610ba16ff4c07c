"""Where a text says what someone quotes, however that is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from timeline.lexicon.forms import lower
from timeline.lexicon.script import fold

UNSEEN = r"\s\u00ad\u200b-\u200d\u2060\ufeff"
"""White space, soft hyphens and marks of no width."""
BLANK = re.compile(rf"[{UNSEEN}]+")
PRINTED = re.compile(rf"[^{UNSEEN}]+")
MARKS = str.maketrans("“”‘’'–—―", '"""""---')


def squash(text: str) -> str:
    """Return a text folded, without white space and capitals, with one sort of quotation marks and dashes.

    Examples:
        >>> squash("「一葉 知春」")
        '"一叶知春"'
    """
    return lower(fold(BLANK.sub("", text)).translate(MARKS))


def find_quotation(quotation: str, squashed: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges [start, end) of a text in which a quotation stands, without overlap.

    Args:
        quotation: Squashed, not empty.
        squashed: The text squashed.
        text: The text itself, whose ranges are given.
    """
    at = squashed.find(quotation)
    while at >= 0:
        yield _range_of(text, at, len(quotation))
        at = squashed.find(quotation, at + len(quotation))


def _range_of(text: str, at: int, length: int) -> tuple[int, int]:
    """Return where the characters [at, at + length) of the squashed text stand in the text itself."""
    printed = (index for match in PRINTED.finditer(text) for index in range(*match.span()))
    start = next(islice(printed, at, None))
    last = next(islice(printed, length - 2, None)) if length > 1 else start
    return start, last + 1
