"""What a claim's title and a passage say, taken apart for comparison."""

from __future__ import annotations

from typing import NamedTuple

from timeline.lexicon.places import place_keys
from timeline.lexicon.script import fold
from timeline.merge.title import Title, grams
from timeline.model import Claim

BORNE_OUT = 0.7
"""Share of a title's words, or pairs of neighbouring Chinese characters, that a passage has to hold."""
LONGEST = 300
"""Characters of a quotation, white space not counted: those of a clause."""
SAYS_LITTLE = frozenset(f"shared.concept.{name}" for name in ("hold", "formally"))
"""Acts that claim nothing of their own."""
CLOSE = "shared.concept.close"
LIKE: tuple[frozenset[str], ...] = tuple(
    frozenset(f"shared.concept.{name}" for name in names.split())
    for names in ("establish launch open", "release launch", "effect launch", "hold open", "hold close")
)
"""Acts of which a passage may state one where the title names another."""


class Words(NamedTuple):
    """What a title or a passage says, for comparison."""

    pieces: frozenset[str]
    """Words, and pairs of neighbouring Chinese characters."""
    numbers: frozenset[str]
    """Editions and other numbers."""
    acts: frozenset[str]
    """Concepts of what is done, but for those that every happening has."""
    texts: tuple[str, ...]
    """All that it was read from."""

    def bears_out(self, title: Words) -> bool:
        """Return whether these words hold those of a title, its numbers and places, and nothing else is done."""
        held = len(title.pieces & self.pieces)
        enough = held > 0 and held >= BORNE_OUT * len(title.pieces) and title.numbers <= self.numbers
        return enough and acts_agree(title.acts, self.acts) and (not title.places() or title.places() <= self.places())

    def places(self) -> frozenset[str]:
        """Return the places named, with what they lie in."""
        return frozenset[str]().union(*(place_keys(fold(text)) for text in self.texts))


def acts_agree(claimed: frozenset[str], stated: frozenset[str]) -> bool:
    """Return whether what a title says is done may be what a passage says is done."""
    own = claimed - SAYS_LITTLE
    likely = not own.isdisjoint(stated) or any(own & group and stated & group for group in LIKE)
    return likely or not own or not stated


def title_words(claim: Claim) -> Words:
    """Return the words of a claim's title; the year that its date names need not stand there."""
    words = read_words(claim.title)
    return words._replace(numbers=words.numbers - {claim.date[:4]})


def read_words(*texts: str) -> Words:
    """Return what some texts say together."""
    cut = tuple(text[: 2 * LONGEST] for text in texts)
    titles = [Title(text) for text in cut]
    pieces = frozenset[str]().union(*(grams(title.text) for title in titles))
    numbers = frozenset[str]().union(*(title.numbers for title in titles))
    return Words(pieces, numbers, frozenset[str]().union(*(title.acts for title in titles)), cut)
