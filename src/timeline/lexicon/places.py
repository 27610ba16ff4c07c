"""Names of places and of venues: the gazetteer, and how its names are found in a text.

The names come from `shared/places.txt` (made by `scripts/make_gazetteer.py`); what a person knows about them
stands in `zh/places.toml` and `en/places.toml`: names that are also words, longer words that only hold a name, and
the nouns that end the name of a venue.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from pydantic import Field

from timeline.lexicon.load import load_rules
from timeline.lexicon.schema import Rule

Kind = Literal["region", "country", "province", "city", "district"]
FINENESS: dict[str, int] = {"region": 0, "country": 1, "province": 2, "city": 3, "district": 4}
LATIN_WORD = re.compile(r"(?<![0-9A-Za-z])[A-ZÀ-ÞŁŞİ]\w{0,40}")
LATIN_PAIR = re.compile(r"[A-Za-zÀ-ɏ][0-9A-Za-zÀ-ɏ]")
VENUES = ("venue", "institution")
JOINTS = ("", "·", " ", ", ", ",")
"""What may stand between the parts of 广东·深圳 or Brussels, Belgium."""


class PlaceWords(Rule):
    """Surface forms that tell something about the names of places."""

    use: Literal["venue", "institution", "ambiguous", "other"]
    """`venue`: a noun that ends the name of a venue (会展中心); `institution`: one that also ends the name of somebody
    who holds things there (博物馆); `ambiguous`: a name that is also a word and counts
    only beside what it lies in or with its suffix (朝阳); `other`: a longer word that holds a name and is no place
    (阿里巴巴)."""
    forms: tuple[str, ...] = Field(min_length=1)
    """The words, simplified, half width."""


class PlaceName(Rule):
    """Names of places or venues that a user adds: 织造坊, the Weaver Hall."""

    forms: tuple[str, ...] = Field(min_length=1)
    """The names, or the nouns they end in."""


class FoundPlace(NamedTuple):
    """A name of the gazetteer in a text; neighbours of one address are one."""

    start: int
    """First character."""
    end: int
    """One past the last character."""
    kind: Kind
    """The finest part: `city` for 河南郑州."""


class _Entry(NamedTuple):
    kind: Kind
    key: str
    parent: str
    alone: bool
    """Whether the name counts without its parent beside it."""


class _Gazetteer(NamedTuple):
    names: dict[str, tuple[_Entry, ...]]
    """What a name may be; empty for a word that is no place."""
    lengths: dict[str, tuple[int, ...]]
    """Lengths of the names that begin with two Chinese characters, or with a Latin word; longest first."""


@cache
def venue_suffixes(language: str | None = None, use: str | None = None) -> tuple[str, ...]:
    """Return the nouns that end the name of a venue, longest first.

    Args:
        language: `zh`, `en` or None for both.
        use: `venue`, `institution` or None for both.
    """
    rules = load_rules("places", "rule", PlaceWords, language)
    forms = {form for rule in rules if rule.use in ((use,) if use else VENUES) for form in rule.forms}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def find_places(view: str) -> list[FoundPlace]:
    """Return the places named in a folded text, in order, without overlap.

    The longest name wins. A name inside another word (阿里巴巴) is none; one that is also a word (朝阳) counts beside
    what it lies in (辽宁朝阳) or with its suffix (朝阳市); the short name of a county beside its city.

    Examples:
        >>> find_places("在广东省深圳市南山区举行")
        [FoundPlace(start=1, end=10, kind='district')]
    """
    return [FoundPlace(start, end, entries[0].kind) for start, end, entries in _find(view)]


@lru_cache(maxsize=4096)
def place_keys(name: str) -> frozenset[str]:
    """Return the keys of all places named in a folded text and of what they lie in; 深圳 and Shenzhen have one key.

    Examples:
        >>> sorted(place_keys("Shenzhen"))
        ['中国', '广东', '深圳']
    """
    keys: set[str] = set()
    for _, _, entries in _find(name):
        for entry in entries[:1]:
            keys |= {entry.key, *_ancestors(entry.parent)}
    return frozenset(keys)


def _find(view: str) -> list[tuple[int, int, tuple[_Entry, ...]]]:
    gazetteer = _load()
    found: list[tuple[int, int, tuple[_Entry, ...]]] = []
    position = 0
    for start, lengths in _candidates(view, gazetteer):
        if start < position:
            continue
        previous = found[-1] if found else None
        for length in lengths:
            name = view[start : start + length]
            if len(name) < length or name not in gazetteer.names or _is_cut(view, start + length):
                continue
            position = _take(found, previous, view, start, name, gazetteer.names[name])
            if position:
                break
        position = max(position, start)
    return found


def _take(
    found: list[tuple[int, int, tuple[_Entry, ...]]],
    previous: tuple[int, int, tuple[_Entry, ...]] | None,
    view: str,
    start: int,
    name: str,
    entries: tuple[_Entry, ...],
) -> int:
    """Add a name to the places found, joined to the one before where it lies in it; return its end, 0 if refused."""
    end = start + len(name)
    if not entries:
        return end
    if previous and start - previous[1] <= 2 and view[previous[1] : start] in JOINTS:
        inner = tuple(entry for entry in entries if any(_lies_in(entry, outer) for outer in previous[2]))
        outer = tuple(entry for entry in previous[2] if any(_lies_in(entry, other) for other in entries))
        if inner or outer:
            found[-1] = (previous[0], end, inner or outer)
            return end
    alone = tuple(entry for entry in entries if entry.alone)
    if not alone:
        return 0
    found.append((start, end, alone))
    return end


def _lies_in(inner: _Entry, outer: _Entry) -> bool:
    return FINENESS[inner.kind] > FINENESS[outer.kind] and outer.key in _ancestors(inner.parent)


@cache
def _ancestors(key: str) -> frozenset[str]:
    """Return a key with those of all that it lies in."""
    keys: set[str] = set()
    waiting = [key] if key else []
    while waiting:
        current = waiting.pop()
        if current and current not in keys:
            keys.add(current)
            waiting += [entry.parent for entry in _load().names.get(current, ()) if entry.key == current]
    return frozenset(keys)


def _candidates(view: str, gazetteer: _Gazetteer) -> list[tuple[int, tuple[int, ...]]]:
    """Return positions where a name may begin, with the lengths to try, in order."""
    lengths = gazetteer.lengths
    hits = [(at, lengths[view[at : at + 2]]) for at in range(len(view) - 1) if view[at : at + 2] in lengths]
    if not view.isascii() and not LATIN_WORD.search(view):
        return hits
    hits += [(hit.start(), lengths[hit[0] + " "]) for hit in LATIN_WORD.finditer(view) if hit[0] + " " in lengths]
    return sorted(hits)


def _is_cut(view: str, end: int) -> bool:
    """Return whether a Latin name ends inside a word; Chinese has no such borders."""
    return LATIN_PAIR.fullmatch(view, end - 1, end + 1) is not None


@cache
def _load() -> _Gazetteer:
    """Read the gazetteer once."""
    rules = load_rules("places", "rule", PlaceWords)
    ambiguous = {form for rule in rules if rule.use == "ambiguous" for form in rule.forms}
    names: dict[str, dict[_Entry, None]] = {}
    text = (files(__package__) / "shared/places.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            kind, listed, parent = line.split("\t")
            for name, entry in _entries(kind, listed.split("|"), parent, ambiguous):
                names.setdefault(name, {})[entry] = None
    table = {name: tuple(entries) for name, entries in names.items()}
    table |= {form: () for rule in rules if rule.use == "other" for form in rule.forms}
    return _Gazetteer(table, _lengths(table))


def _entries(kind: str, listed: list[str], parent: str, ambiguous: set[str]) -> list[tuple[str, _Entry]]:
    """Return the names of one line, each with what it means."""
    if kind == "county":
        return [pair for item in listed for pair in _county(item, parent, ambiguous)]
    return [(name, _Entry(kind, listed[0], parent, name not in ambiguous)) for name in listed]  # type: ignore[arg-type]


def _county(item: str, parent: str, ambiguous: set[str]) -> list[tuple[str, _Entry]]:
    """Return a county by its full name, which counts alone where its stem has two characters, and by its short one."""
    full, _, short = item.partition("=")
    short = short or full[:-1]
    clear = len(full) > 2 and full not in ambiguous
    pairs = [(full, _Entry("district", full, parent, clear))]
    return [*pairs, (short, _Entry("district", full, parent, False))] if len(short) > 1 else pairs


def _lengths(names: dict[str, tuple[_Entry, ...]]) -> dict[str, tuple[int, ...]]:
    """Index names by how they begin."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        head = LATIN_WORD.match(name)
        lengths.setdefault(head[0] + " " if head else name[:2], set()).add(len(name))
    return {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}
