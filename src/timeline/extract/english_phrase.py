"""Where an English noun phrase begins and ends."""

from __future__ import annotations

import re
from functools import cache

from timeline.extract.clauses import Range
from timeline.extract.words import Words
from timeline.lexicon.vocabulary import words_pattern

EMPTY = Range(0, 0)
CAPITAL = r"(?:[A-Z0-9][\w'’&./-]*|[a-z]+[A-Z]\w*)"
JOINT = r"(?: (?:of|for|and|the|in|on|de|&|to|a|an|–|-)){0,2} "
PROPER = re.compile(rf"{CAPITAL}(?:{JOINT}(?:\([A-Z][\w' -]{{0,40}}\)|{CAPITAL})){{0,14}}")
"""A run of capitalised words with the small words between them."""
SMALL = re.compile(
    r"^(?:(?:the|a|an|its|their|his|her|our|this|that|and|but|also|meanwhile|on|in|at|for|to|from|by|with) )+",
    re.IGNORECASE,
)
PARTNER = re.compile(r" (?:with|between) (?:the )?(?=[A-Z])")
"""What goes on to the other party of an agreement."""
INDEFINITE = re.compile(r"\ban? $", re.IGNORECASE)
LONGEST = 220


@cache
def _tail() -> re.Pattern[str]:
    """Return what is cut from the end of a noun phrase: adverbs, auxiliaries and marks."""
    adverbs = words_pattern("adverb", "en").pattern
    left = r"on|in|at|by|from|until|(?:for|of|with|at) which"
    return re.compile(rf"(?:[ ,:;.\-–—\"”*]|(?<= )(?:{adverbs}|{left})(?= |$))+$")


def trim(words: Words, region: Range) -> Range:
    """Return a region without articles, adverbs and marks at either end; empty where it only points back."""
    view, (start, end) = words.view, region
    while start < end and not (view[start].isalnum() or view[start] in "“\"'("):
        start += 1
    small = SMALL.match(view[start:end])
    start += small.end() if small else 0
    is_new = INDEFINITE.search(view, max(0, start - 4), start) is not None
    end = start + len(_tail().sub("", words.lower[start:end]))
    end += view.count('"', start, end) % 2 if view.startswith('"', end) else 0
    text = view[start:end].lower()
    points_back = words_pattern("anaphor", "en").fullmatch(text) is not None and not is_new
    if points_back or words_pattern("adverb", "en").fullmatch(text) or len(text) < 3:
        return EMPTY
    return Range(start, end) if end - start <= LONGEST else EMPTY
