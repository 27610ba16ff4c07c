"""What one article says again of a day: likeness of names that would not do across articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.merge.report import Report
from timeline.merge.title import PIECE, Title, grams

RESTATED = 0.7
"""Likeness of the name of a deadline and the sentence that says it again."""
BARE_DUE = re.compile("(?:新的?|原|最[后终])?(?:截[止稿](?:日期?|时间)?|期限)")
OF_SPAN = 0.7
"""Likeness of a name and of what has none on the same several days of an article."""
TRANSLATED = 0.7
"""Likeness of names in two languages where an article has just one passage on their day in each."""
STEM = 5
"""Letters by which words of one root are known: submit, submission."""
WORD = re.compile(r"[a-z]{3,}")
SAYS = re.compile(r"\b(?:must|should|will|shall|can|may|have to|are|is|be)\b", re.IGNORECASE)
"""What a sentence has and the name of a deadline has not."""
DUE_WORDS = frozenset({"deadl", "due", "date", "dates", "final", "closi", "close", "the", "for", "and", "new", "exten"})
"""Words of such names, by their beginnings, that say nothing of what is due."""


def retold_likeness(a: Report, b: Report) -> float:
    """Return the likeness of two reports of one article whose times say the same, 0-1."""
    found = [0.0]
    if a.kind == b.kind != "other":
        found += [_of_kind(a.title, b.title), _of_due(a, b)]
    if a.is_of_span and b.is_of_span and a.time.last == b.time.last:
        found.append(OF_SPAN)
    if a.is_only and b.is_only and a.speaks_chinese != b.speaks_chinese:
        found.append(TRANSLATED)
    return max(found)


def _of_kind(a: Title, b: Title) -> float:
    """Return the likeness of two names for things of one kind and day, 0-1.

    A name that says no more than the head noun of the other means the same (the deadline, the new deadline); so does
    one that has two fifths of its pieces in common with the other, unless both are built alike (two rows of a list).
    """
    if not (a.is_proper and b.is_proper):
        return 0.75 if a.head is not None and a.head == b.head else 0.0
    x, y = grams(a.text), grams(b.text)
    if min(len(x), len(y)) < 5 or contrast(a.text, b.text) < 1:
        return 0.0
    return 0.65 if len(x & y) >= 0.4 * min(len(x), len(y)) and not _is_listed(a, b) else 0.0


def _is_listed(a: Title, b: Title) -> bool:
    """Return whether two names are alike but for who or what they speak of: 甲学院报名截止, 乙研究院报名截止."""
    left, right, _ = _differing(a.text, b.text)
    x, y = grams("".join(left)), grams("".join(right))
    least = min(len(x), len(y))
    return a.chinese and least > 2 and len(x & y) < 0.4 * least


def _of_due(a: Report, b: Report) -> float:
    """Return the likeness of two names for what is due on one day, 0-1.

    A name that does not say what is due (截止日期, new deadline) goes with each. So does one with a sentence that has
    each of its words but the general ones, known by their first letters: Proposal submission deadline, and Proposals
    should be submitted by May 3.
    """
    if a.kind != "deadline":
        return 0.0
    if _is_bare_due(a.title) or _is_bare_due(b.title):
        return RESTATED
    pairs = ((label, said) for label, said in ((a, b), (b, a)) if not SAYS.search(label.title.printed))
    for label, said in pairs:
        words = _stems(label.title.text) - DUE_WORDS
        told = SAYS.search(said.title.printed) and not (label.title.chinese or said.title.chinese)
        if told and words and words <= _stems(said.mentions[0].evidence[0].text.lower()):
            return RESTATED
    return 0.0


def _is_bare_due(title: Title) -> bool:
    """Return whether the name of a deadline does not say what is due."""
    if title.chinese:
        return BARE_DUE.fullmatch(title.text) is not None
    return bool(title.text) and _stems(title.text) <= DUE_WORDS and not title.numbers


def _stems(text: str) -> frozenset[str]:
    """Return the beginnings of the Latin words of a text."""
    return frozenset(word[:STEM] for word in WORD.findall(text))


def contrast(a: str, b: str) -> float:
    """Return .6 where the names begin or end alike and differ wholly in the rest, else 1."""
    left, right, is_alike = _differing(a, b)
    return 0.6 if is_alike and left and right and not set(left) & set(right) else 1.0


def _differing(a: str, b: str) -> tuple[Sequence[str], Sequence[str], bool]:
    """Return what is left of two names without the pieces that they begin and end with alike, and if there are any."""
    x, y = (PIECE.findall(text) if " " in text else text for text in (a, b))
    least = min(len(x), len(y))
    head = next((at for at in range(least) if x[at] != y[at]), least)
    tail = next((at for at in range(least - head) if x[-1 - at] != y[-1 - at]), least - head)
    return x[head : len(x) - tail], y[head : len(y) - tail], head + tail > 0
