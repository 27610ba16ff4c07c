"""What a title says, taken apart once so that titles can be compared often."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from timeline.lexicon.concepts import Concept, load_concepts
from timeline.lexicon.forms import Hit
from timeline.lexicon.places import place_keys
from timeline.lexicon.script import fold

QUOTED = re.compile(r"[“\"《‘]([^“”\"《》‘’]{2,60})[”\"》’]")
ORDINAL = re.compile(
    r"第([0-9零〇一二三四五六七八九十百]{1,5})[届期次批轮季场号集]|([0-9]{1,4})(?:st|nd|rd|th)(?![a-z])"
)
NUMBER = re.compile(r"[0-9]{1,12}")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}年?(?![0-9])")
PIECE = re.compile(r"[a-z0-9\u00c0-\u024f]+|[^\W_]")
HAN = re.compile(r"[\u3400-\u9fff]")
BRACKETED = re.compile(r"\([^()]{0,40}\)")
PREPOSITION = re.compile(r" (?:in|at|on|for|of|to|with|between|during) ")
STOP_WORDS = frozenset(
    "a an and at by for from in its of on or the to with s will be is are was were has have".split()  # noqa: SIM905
)
DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}


class Title(NamedTuple):
    """A name folded and taken apart."""

    core: tuple[str, ...]
    """Its pieces in order, Chinese characters and Latin words, without editions, years, acts and stop words."""
    own: int
    """Weight of these pieces without the head noun: 0 for 开幕式, which names nothing by itself."""
    is_proper: bool
    """Whether it says more than a head noun and a general word (项目签约仪式)."""
    head: str | None
    """Concept of the head noun at its end; None where there is none or a generic one."""
    acts: frozenset[str]
    """Concepts of what is done."""
    quoted: tuple[str, ...]
    """Names in quotation marks or 《》, squashed."""
    numbers: frozenset[str]
    """Editions as `#15`, years and other numbers as digits."""
    chinese: bool
    """Whether it has Chinese characters."""

    @property
    def text(self) -> str:
        """The pieces joined; a space stands between Latin words only."""
        return _join(self.core)

    @property
    def edition(self) -> str | None:
        """The edition as `#15`, if the name has one."""
        return min((number for number in self.numbers if number[0] == "#"), default=None)


class Meaning(NamedTuple):
    """What a title means in either language."""

    concepts: frozenset[str]
    """Concepts of all roles but `generic`, and `formally`."""
    places: frozenset[str]
    """Keys of its places, without what they lie in."""
    latin: frozenset[str]
    """Latin words that are no concept: names that stay as they are in Chinese text."""


@lru_cache(maxsize=65536)
def analyse_title(text: str) -> Title:
    """Return what a printed title says."""
    view = fold(text).lower()
    numbers = {_ordinal(match) for match in ORDINAL.finditer(view)}
    bare = ORDINAL.sub(" ", view)
    numbers |= {number.lstrip("0") or "0" for number in NUMBER.findall(bare)}
    quoted = tuple(dict.fromkeys(squash(name) for name in QUOTED.findall(view)))
    rest = YEAR.sub(" ", bare)
    head, length, acts, core = _take_apart(rest)
    core = core or _pieces(rest) or _pieces(view)
    own = weigh(core) - length
    topical = own < 3 and any(
        hit.start == 0 and hit.rule.role == "topic" for hit in load_concepts().find("".join(core))
    )
    return Title(core, own, own > 1 and not topical, head, acts, quoted, frozenset(numbers), bool(HAN.search(view)))


@lru_cache(maxsize=8192)
def read_meaning(text: str) -> Meaning:
    """Return what a printed title means, for comparison across languages."""
    view = fold(text).lower()
    hits = list(load_concepts().find(view))
    concepts = {hit.rule.id for hit in hits if hit.rule.role != "generic" and not hit.rule.id.endswith(".formally")}
    known = {word for hit in hits for word in PIECE.findall(view[hit.start : hit.end])}
    words = {word for word in PIECE.findall(view) if len(word) > 1 and word.isascii() and not word.isdigit()}
    return Meaning(frozenset(concepts), place_keys(fold(text)), frozenset(words - known - STOP_WORDS))


@lru_cache(maxsize=65536)
def grams(title: Title) -> frozenset[str]:
    """Return the pairs of neighbouring Chinese characters, and the Latin words, of a title's core."""
    core = title.core
    pairs = {a + b for a, b in pairwise(core) if _is_han(a) and _is_han(b)}
    words = {_stem(piece) for piece in core if not _is_han(piece)}
    return frozenset(pairs | words) or frozenset(core)


def _is_topical(pieces: Sequence[str]) -> bool:
    """Return whether a name begins with what many are about: 文化 in 文化论坛."""
    return any(hit.start == 0 and hit.rule.role == "topic" for hit in load_concepts().find("".join(pieces)))


def weigh(pieces: Sequence[str]) -> int:
    """Return the weight of a name: one for a Chinese character, two for a Latin word."""
    return sum(1 if _is_han(piece) else 2 for piece in pieces)


def squash(name: str) -> str:
    """Return the letters and digits of a folded, lower-cased name."""
    return "".join(PIECE.findall(name))


def _take_apart(text: str) -> tuple[str | None, int, frozenset[str], tuple[str, ...]]:
    """Return head concept, its weight, concepts of acts, and the pieces without the acts.

    The head noun ends a Chinese name, and what stands before the first preposition of an English one.
    """
    hits = list(load_concepts().find(text))
    acts = frozenset(hit.rule.id for hit in hits if hit.rule.role == "act")
    bare = text
    for hit in reversed(hits):
        if hit.rule.role == "act":
            bare = f"{bare[: hit.start]}{' ' * (hit.end - hit.start)}{bare[hit.end :]}"
    head, length = _head(hits, bare)
    return head, length, acts, _pieces(bare)


def _head(hits: Sequence[Hit[Concept]], text: str) -> tuple[str | None, int]:
    """Return the concept and the weight of the head noun; a generic one (活动) leaves the head to a noun before it."""
    stop = _end_of_name(text)
    found: Hit[Concept] | None = None
    start = stop
    for hit in reversed([hit for hit in hits if hit.end <= stop and hit.rule.role in ("head", "generic")]):
        if HAN.match(text, hit.start) and (_pieces(text[hit.end : start]) or (hit.start == 0 and hit.end == 1)):
            break
        found, start = hit, hit.start
        if hit.rule.role == "head":
            break
    weight = weigh(_pieces(text[start:stop])) if found else 0
    return (found.rule.id if found and found.rule.role == "head" else None), weight


def _end_of_name(text: str) -> int:
    """Return where the name proper ends: before brackets at the end, before an English preposition."""
    if HAN.search(text):
        bracket = BRACKETED.search(text)
        return bracket.start() if bracket and not _pieces(text[bracket.end() :]) else len(text)
    preposition = PREPOSITION.search(text)
    return preposition.start() if preposition else len(text)


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece for piece in PIECE.findall(text) if piece not in STOP_WORDS)


def _stem(word: str) -> str:
    """Return an English word without its plural s."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _is_han(piece: str) -> bool:
    return len(piece) == 1 and piece >= "\u3400"


def _join(pieces: tuple[str, ...]) -> str:
    out = ""
    for piece in pieces:
        out += f" {piece}" if out and not _is_han(piece) and not _is_han(out[-1]) else piece
    return out


def _ordinal(match: re.Match[str]) -> str:
    """Return an edition as `#15`."""
    printed = match[1] or match[2]
    return f"#{int(printed) if printed.isascii() else _chinese_number(printed)}"


def _chinese_number(printed: str) -> int:
    """Return a Chinese numeral below 1000, or one read digit by digit (二〇二六)."""
    if not set(printed) & set("十百"):
        return int("".join(str(DIGITS[digit]) for digit in printed if digit in DIGITS) or 0)
    total, digit = 0, 0
    for character in printed:
        if character in "十百":
            total, digit = total + max(digit, 1) * (10 if character == "十" else 100), 0
        else:
            digit = DIGITS.get(character, 0)
    return total + digit
