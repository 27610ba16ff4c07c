"""What a title says, taken apart once so that titles can be compared often."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.lexicon.concepts import Concept, load_concepts
from timeline.lexicon.forms import Hit
from timeline.lexicon.places import find_places, place_keys
from timeline.lexicon.script import fold

CLAUSE = re.compile(r"[，。；;@!?！？、]|, |: ")
QUOTED = re.compile(r"[“\"《‘]([^“”\"《》‘’]{2,60})[”\"》’]")
SPELLED = {"inaugural": 1} | {
    word: at
    for at, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(),  # noqa: SIM905
        start=1,
    )
}
ORDINAL = re.compile(
    r"第([0-9零〇一二三四五六七八九十百]{1,5})[届期次批轮季场号集]|([0-9]{1,4})(?:st|nd|rd|th)(?![a-z])|(首)届"
    rf"|(?<![a-z])({'|'.join(SPELLED)})(?= [a-z])"
)
NUMBER = re.compile(r"[0-9]{1,12}")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}年?(?![0-9])")
PIECE = re.compile(r"[a-z0-9\u00c0-\u024f]+|[^\W_]")
FIRST_HAN = "\u3400"
RUN = re.compile(rf"[{FIRST_HAN}-\U0003ffff]+|[^\s{FIRST_HAN}-\U0003ffff]+")
HAN = re.compile(r"[\u3400-\u9fff]")
BRACKETED = re.compile(r"\([^()]{0,40}\)\W{0,3}$")
ASIDE = re.compile(r"\([^()]{0,40}\)")
POINTING = re.compile(
    r"^(?:[本该此这](?:次|届|场|片|剧|书|项)|[本该](?:学会|协会|基金会|会|校|院|公司|中心|馆|所|社|单位)[之的])"
)
"""What points back at the head of a Chinese name: 本届, 本學會之."""
PREPOSITION = re.compile(r" (?:in|at|on|for|of|to|with|between|during) ")
STOP_WORDS = frozenset(
    "a an and at by for from in its of on or the to with s will be is are was were has have".split()  # noqa: SIM905
)
NOTHING: frozenset[str] = frozenset()
COMMON_ACTS = frozenset(f"shared.concept.{name}" for name in ("hold", "open", "close", "postpone", "cancel"))
"""What is done with every happening, so that it says nothing of a name."""
DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}


class Title:
    """A name folded and taken apart.

    Attributes:
        text: The name without editions, years, acts, stop words, punctuation and brackets at its end; Latin words stand
            between spaces.
        weight: One for each Chinese character, two for each Latin word of `text`.
        is_proper: Whether it says more than a head noun and a general word (项目签约仪式).
        head: Concept of the head noun at its end; None where there is none or a generic one.
        acts: Concepts of what is done.
        quoted: Names in quotation marks or 《》, squashed.
        numbers: Editions as `#15`, years and other numbers as digits.
        chinese: Whether it has Chinese characters.
        in_chinese: Whether it has them outside brackets: the Weavers Alliance (织造联盟) is named in English.
        printed: The name as it stands.
        is_clause: Whether it tells of a happening instead of naming it: it has the punctuation of a clause, or goes on
            after an act that every happening has (江州举办…, … opens in York).
    """

    __slots__ = (
        *("acts", "chinese", "head", "in_chinese", "is_clause", "is_proper", "numbers", "printed", "quoted", "text"),
        "weight",
    )

    def __init__(self, printed: str) -> None:
        self.printed = printed
        view = fold(printed).lower()
        bare = ORDINAL.sub(" ", view)
        editions = {_ordinal(match) for match in ORDINAL.finditer(view)}
        rest = YEAR.sub(" ", POINTING.sub("", bare) or bare)
        rest = BRACKETED.sub("", rest.rstrip()) or rest
        head, common, acts, text = _take_apart(rest)
        self.text = sys.intern(text or _join(_pieces(rest)) or _join(_pieces(view)))
        self.weight = weigh(self.text)
        own = self.weight - common
        self.is_proper = own > 2 or (own == 2 and not _is_topical(self.text))
        self.head = head
        self.acts = acts or NOTHING
        self.quoted = tuple(dict.fromkeys(squash(name) for name in QUOTED.findall(view)))
        self.numbers = frozenset(editions | {digits.lstrip("0") or "0" for digits in NUMBER.findall(bare)}) or NOTHING
        self.chinese = HAN.search(view) is not None
        self.in_chinese = self.chinese and HAN.search(ASIDE.sub("", view)) is not None
        self.is_clause = CLAUSE.search(view) is not None or _goes_on_after_act(rest)

    @property
    def places(self) -> frozenset[str]:
        """Keys of the places it names, with what they lie in."""
        return place_keys(fold(self.printed))

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
    is_whole: bool
    """Whether nothing else stands there but numbers."""
    is_named: bool
    """Whether a series is named that is known by its name alone, or a place beside a head noun."""


@lru_cache(maxsize=2048)
def read_meaning(text: str) -> Meaning:
    """Return what a printed title means, for comparison across languages."""
    folded = fold(text)
    view = folded.lower()
    hits = list(load_concepts().find(view))
    concepts = {hit.rule.id for hit in hits if hit.rule.role != "generic" and not hit.rule.id.endswith(".formally")}
    known = {word for hit in hits for word in PIECE.findall(view[hit.start : hit.end])}
    words = {word for word in PIECE.findall(view) if len(word) > 1 and word.isascii() and not word.isdigit()}
    unnamed = _without(folded, [(hit.start, hit.end) for hit in hits if hit.rule.role == "name"])
    places = find_places(unnamed)
    rest = _without(view, [*((hit.start, hit.end) for hit in hits), *((place.start, place.end) for place in places)])
    is_whole = not any(
        piece not in STOP_WORDS and not piece.isdigit()
        for piece in PIECE.findall(YEAR.sub(" ", ORDINAL.sub(" ", rest)))
    )
    roles = {hit.rule.role for hit in hits}
    is_named = "name" in roles or bool(places and "head" in roles)
    latin = frozenset(words - known - STOP_WORDS)
    return Meaning(frozenset(concepts), place_keys(unnamed), latin, is_whole, is_named)


def _without(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """Return a text with spaces for the characters of some ranges."""
    for start, end in ranges:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


@lru_cache(maxsize=2048)
def grams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring Chinese characters, and the Latin words, of a title's `text`."""
    found: set[str] = set()
    for run in RUN.findall(text):
        if run[0] < FIRST_HAN:
            found.add(_stem(run))
        else:
            found.update(run[at : at + 2] for at in range(max(1, len(run) - 1)))
    return frozenset(found)


def weigh(text: str) -> int:
    """Return the weight of a title's `text`: one for a Chinese character, two for a Latin word."""
    return sum(2 if run[0] < FIRST_HAN else len(run) for run in RUN.findall(text))


def _goes_on_after_act(text: str) -> bool:
    """Return whether words follow an act that every happening has."""
    hit = next((hit for hit in load_concepts().find(text) if hit.rule.id in COMMON_ACTS), None)
    return hit is not None and bool(_pieces(text[hit.end :]))


def _is_topical(text: str) -> bool:
    """Return whether a name begins with what many are about: 文化 in 文化论坛."""
    return any(hit.start <= 1 and hit.rule.role == "topic" for hit in load_concepts().find(text))


def squash(name: str) -> str:
    """Return the letters and digits of a folded, lower-cased name."""
    return "".join(PIECE.findall(name))


def _take_apart(text: str) -> tuple[str | None, int, frozenset[str], str]:
    """Return head concept, weight of all head nouns, concepts of acts, and the name without the acts.

    The head noun ends a Chinese name, and what stands before the first preposition of an English one.
    """
    hits = list(load_concepts().find(text))
    acts = frozenset(hit.rule.id for hit in hits if hit.rule.role == "act")
    bare = _without(text, [(hit.start, hit.end) for hit in hits if hit.rule.role == "act"])
    nouns = [hit for hit in hits if hit.rule.role in ("head", "generic", "name")]
    common = sum(weigh(_join(_pieces(text[hit.start : hit.end]))) for hit in nouns if hit.rule.role != "name")
    return _head(nouns, bare), common, acts, _join(_pieces(bare))


def _head(nouns: Sequence[Hit[Concept]], text: str) -> str | None:
    """Return the concept of the head noun; a generic one (活动) leaves the head to a noun right before it."""
    stop = _end_of_name(text)
    for hit in reversed(nouns):
        if hit.end > stop:
            continue
        if HAN.match(text, hit.start) and (_pieces(text[hit.end : stop]) or (hit.start == 0 and hit.end == 1)):
            return None
        if hit.rule.role != "generic":
            return hit.rule.id
        stop = hit.start
    return None


def _end_of_name(text: str) -> int:
    """Return where the name proper ends: that in English before the first preposition."""
    preposition = None if HAN.search(text) else PREPOSITION.search(text)
    return preposition.start() if preposition else len(text)


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece for piece in PIECE.findall(text) if piece not in STOP_WORDS)


def _stem(word: str) -> str:
    """Return an English word without its plural s."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _join(pieces: tuple[str, ...]) -> str:
    """Return pieces as one text in which a name is found by its characters: Latin words stand between spaces."""
    return "".join(piece if piece >= FIRST_HAN else f" {piece} " for piece in pieces).replace("  ", " ")


def _ordinal(match: re.Match[str]) -> str:
    """Return an edition as `#15`."""
    if match[4]:
        return f"#{SPELLED[match[4]]}"
    printed = match[1] or match[2] or "1"
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
