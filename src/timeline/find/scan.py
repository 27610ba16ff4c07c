"""One pass over a sentence: the atoms that time expressions are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from timeline.find.beginnings import beginnings
from timeline.find.guards import after, allowed, before, looks_around
from timeline.find.numerals import number
from timeline.find.placeholders import (
    CHINESE,
    LATIN,
    PLACE,
    PLACES,
    english_number,
    english_places,
    expand,
    is_pattern,
    needs_latin,
)
from timeline.lexicon.times import TimeRule, time_rules

NUMERIC = f"0-9{CHINESE}元"
"""Characters that begin a number, for a class."""

LEADS = ("{p}", "{Y}", "{Y4}", "{R}", "{T}", "{H}", "{h}", "{A}", "{D}", "{z}", "{n}")
"""Order in which the kinds of numbers that begin an atom are tried."""

RUN = f"[0-9{CHINESE}元 、~—–至到和及与或-]{{1,140}}"
"""No longer run of characters is one number of `{n}`, or a list or range of them."""

_RANGE = re.compile("[-–—~至到]")

Tree = dict[str, Any]
"""Characters to what follows them; what ends at a branch stands under the empty string."""


class Token(NamedTuple):
    """An atom found in a sentence."""

    kind: str
    """Kind of its rule."""
    start: int
    """First character."""
    end: int
    """One past the last character."""
    rule: TimeRule
    """The rule that named it."""
    numbers: tuple[tuple[int, int, int], ...] = ()
    """Values of its numbers, each with start and end in the token."""
    spread: str = ""
    """`range` or `list` where several numbers share one unit (3-5日; 4、5日)."""
    text: str = ""
    """The characters, lower case."""


class Scanner:
    """The compiled master pattern and what its groups mean."""

    def __init__(self, rules: Iterable[TimeRule], *, latin: bool = True) -> None:
        """Compile the rules.

        Args:
            latin: Whether forms that need a Latin letter are among them.
        """
        self.words: dict[str, list[TimeRule]] = {}
        self.unguarded: set[str] = set()
        self.groups: dict[str, TimeRule] = {}
        forms = [(form, rule) for rule in rules for form in rule.forms if latin or not needs_latin(form)]
        self.pattern = re.compile(self._master(forms))

    def _master(self, forms: list[tuple[str, TimeRule]]) -> str:
        """Return the pattern: numbers, Latin words and other words, each behind a look at the first character."""
        trees: dict[bool, Tree] = {False: {}, True: {}}
        leads: dict[tuple[str, str, str], list[tuple[str, TimeRule, str]]] = {}
        for form, rule in forms:
            latin = rule.id.startswith("en.") or (form[0].isascii() and form[0].isalpha())
            if not is_pattern(form):
                self.words.setdefault(form, []).append(rule)
                insert(trees[latin], form, None)
                continue
            name = f"r{len(self.groups)}"
            self.groups[name] = rule
            lead = PLACE.match(form)
            prefix = re.match(r"[^\[{?(+_]*(?!\?)", form).group()  # type: ignore[union-attr]
            if prefix and not lead:
                insert(trees[latin], prefix, before(rule, prefix) + group(name, form[len(prefix) :], rule))
            else:
                first = lead.group() if lead else ""
                key = "en" if rule.id.startswith("en.") else "", first, before(rule)
                leads.setdefault(key, []).append((form, rule, group(name, form[len(first) :], rule)))
        looks = {word: looks_around(word, rules) for word, rules in self.words.items()}
        self.unguarded = {word for word, look in looks.items() if look is not None}
        order = sorted(leads, key=_lead_order)
        numeric = "|".join(led(key[1], PLACES.get(key[1], ""), leads[key]) for key in order if not key[0])
        counted = "|".join(led(key[1], english_places().get(key[1], ""), leads[key]) for key in order if key[0])
        firsts = re.escape("".join(sorted(trees[False])))
        branches = [
            f"(?=[{NUMERIC}])(?<![0-9{CHINESE}])(?:{numeric})",
            rf"(?=[a-z]){branch(trees[True], looks)}" if trees[True] else "",
            rf"(?=[0-9]|{english_number()})(?<![a-z0-9$£€¥])(?<![0-9][.,])(?:{counted})" if counted else "",
            f"(?=[{firsts}]){branch(trees[False], looks)}",
        ]
        return f"(?=[{NUMERIC}{firsts}]|(?<![a-z0-9])[a-z])(?:{'|'.join(filter(None, branches))})"

    def tokens(self, view: str) -> Iterator[Token]:
        """Yield the atoms of a lower-case view, left to right."""
        for match in self.pattern.finditer(view):
            text = match.group()
            start, end = match.span()
            if match.lastgroup:
                rule = self.groups[match.lastgroup]
                yield Token(rule.kind, start, end, rule, *read_numbers(text, rule.id.startswith("en.")), text)
                continue
            for rule in self.words[text]:
                if text in self.unguarded or allowed(rule, view, start, end):
                    yield Token(rule.kind, start, end, rule, (), "", text)
                    break


def _lead_order(key: tuple[str, str, str]) -> tuple[str, int, str, bool, str]:
    """Return the place of a kind of number: Chinese forms that begin with none go first, English ones last.

    Of the same English kind, those that ask for words before them go first.
    """
    language, lead, look = key
    rank = LEADS.index(lead) if lead in LEADS else -1 if not lead and not language else len(LEADS)
    return language, rank, lead, not (language and look), look


def _rank(rule: TimeRule) -> int:
    """Return when a rule is tried: look-alikes first, bare numbers last, English amounts just before them."""
    if rule.kind == "quantity":
        return 2 if rule.id.startswith("en.") else 1
    return {"veto": 0, "number": 3}.get(rule.kind, 1)


def led(lead: str, number: str, forms: list[tuple[str, TimeRule, str]]) -> str:
    """Return the pattern of forms with the same looks behind that begin with the same kind of number, read once."""
    firsts = [beginnings(form[len(lead) :]) or frozenset() for form, _, _ in forms]
    words = lead == "{n}" and forms[0][1].id.startswith("en.")
    behind = re.escape("".join(sorted(frozenset().union(*firsts))))
    ahead = f"(?={RUN}[{behind}])" if lead and all(firsts) and not words else ""
    ordered = sorted(forms, key=lambda item: (_rank(item[1]), -len(item[0]), item[0]))
    return f"{ahead}{before(forms[0][1])}{number}(?:{'|'.join(text for _, _, text in ordered)})"


def group(name: str, form: str, rule: TimeRule) -> str:
    """Return the named group of a form, with the looks ahead of its rule."""
    border = "(?![a-z0-9])" if rule.id.startswith("en.") else ""
    return f"(?P<{name}>{expand(form, rule)}{border}{after(rule)})"


@lru_cache(4096)
def read_numbers(text: str, english: bool) -> tuple[tuple[tuple[int, int, int], ...], str]:
    """Return the numbers of an atom, with their places in it, and how they are joined."""
    found = []
    for match in _numbers(english).finditer(text):
        value = number(match.group())
        if value is not None:
            found.append((value, match.start(), match.end()))
    if len(found) < 2:
        return tuple(found), ""
    between = text[found[0][2] : found[1][1]]
    return tuple(found), "range" if _RANGE.search(between) else "list"


@cache
def _numbers(english: bool) -> re.Pattern[str]:
    return re.compile(rf"[0-9]+|\b{english_number()}" if english else f"[0-9]+|[{CHINESE}]+|元(?=[ ]?年)")


def insert(tree: Tree, word: str, leaf: str | None) -> None:
    """Add a word, or a pattern `leaf` behind its literal beginning, to a tree of characters."""
    for char in word:
        tree = tree.setdefault(char, {})
    tree.setdefault("", []).append(leaf or word)


def branch(tree: Tree, looks: dict[str, str | None]) -> str:
    """Return the pattern of a tree, longer words before shorter ones, each with its looks around."""
    branches = [re.escape(char) + branch(child, looks) for char, child in sorted(tree.items()) if char]
    leaves = sorted(tree.get("", ()), key=lambda leaf: ("(?P" not in leaf, -len(leaf), leaf))
    branches[:0] = [leaf for leaf in leaves if "(?P" in leaf]
    for word in (leaf for leaf in leaves if "(?P" not in leaf):
        border = "(?![a-z0-9])" if word[-1].isascii() and word[-1].isalnum() else ""
        branches.append(border + (looks[word] or ""))
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def scanner(view: str) -> Scanner:
    """Return the scanner for a lower-case view: a text without Latin letters needs, and compiles, much less."""
    return _scanner(LATIN.search(view) is not None)


@cache
def _scanner(latin: bool) -> Scanner:
    return Scanner(time_rules(), latin=latin)
