"""One pass over a sentence: the atoms that time expressions are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from timeline.find.beginnings import beginnings
from timeline.find.numerals import DECADES, ONES, ORDINALS, english_words, number
from timeline.lexicon.forms import any_of
from timeline.lexicon.times import TimeRule, time_rules

CHINESE = "〇○零一二两三四五六七八九十廿卅百千"
SEPARATOR = r"[ ]?(?:[-–—~、]|——|至|到|和|及|与|或)[ ]?"
NUMBER = f"(?:[0-9]{{1,4}}|[{CHINESE}]{{1,7}}|元)"
HOUR = "(?:2[0-4]|[01]?[0-9]|[零〇一二两三四五六七八九十廿]{1,3})"
MINUTE = "(?:[0-5]?[0-9]|[零〇一二三四五六七八九十廿]{1,3})"
PLACES = {
    "{n}": f"{NUMBER}(?:{SEPARATOR}{NUMBER}){{0,12}}",
    "{h}": f"{HOUR}(?:{SEPARATOR}{HOUR}(?=[ ]?[点时]))?",
    "{H}": "(?:2[0-4]|[01]?[0-9])",
    "{T}": "(?:[01][0-9]|2[0-4])[0-5][0-9]",
    "{i}": "[0-5][0-9]",
    "{m}": MINUTE,
    "{s}": MINUTE,
    "{k}": "(?:[0-5][0-9]|[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九])",
    "{q}": "[一二三123]",
    "{z}": "(?:[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])",
    "{w}": "[一二三四五六日天]",
    "{d}": f"(?:[0-9]{{1,2}}|[{CHINESE}]{{1,3}})",
    "{p}": "[一二三四五六七八九]",
    "{Y}": "(?:1[5-9]|2[01])[0-9]{2}",
    "{Y4}": "(?:19|20)[0-9]{2}",
    "{y}": "[0-9]{2}",
    "{M}": "(?:1[0-2]|0?[1-9])",
    "{M2}": "(?:1[0-2]|0[1-9])",
    "{D}": "(?:3[01]|[12][0-9]|0?[1-9])",
    "{D2}": "(?:3[01]|[12][0-9]|0[1-9])",
    "{A}": "[0-9]{1,2}",
    "_": "[ ]?",
}
PLACE = re.compile(r"\{[a-zA-Z][0-9]?\}|_")
NUMERIC = f"0-9{CHINESE}元"


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
        looks = {word: _looks(word, rules) for word, rules in self.words.items()}
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


Tree = dict[str, Any]


LEADS = ("{p}", "{Y}", "{Y4}", "{T}", "{H}", "{h}", "{A}", "{D}", "{z}", "{n}")
"""Order in which the kinds of numbers that begin an atom are tried."""


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


RUN = f"[0-9{CHINESE}元 、~—–至到和及与或-]{{1,140}}"
"""No longer run of characters is one number of `{n}`, or a list or range of them."""


def led(lead: str, number: str, forms: list[tuple[str, TimeRule, str]]) -> str:
    """Return the pattern of forms with the same looks behind that begin with the same kind of number, read once."""
    firsts = [beginnings(form[len(lead) :]) or frozenset() for form, _, _ in forms]
    words = lead == "{n}" and forms[0][1].id.startswith("en.")
    behind = re.escape("".join(sorted(frozenset().union(*firsts))))
    ahead = f"(?={RUN}[{behind}])" if lead and all(firsts) and not words else ""
    ordered = sorted(forms, key=lambda item: (_rank(item[1]), -len(item[0]), item[0]))
    return f"{ahead}{before(forms[0][1])}{number}(?:{'|'.join(text for _, _, text in ordered)})"


def is_pattern(form: str) -> bool:
    """Return whether a form holds more than literal text."""
    return any(char in form for char in "{[?(+_|")


def group(name: str, form: str, rule: TimeRule) -> str:
    """Return the named group of a form, with the looks ahead of its rule."""
    border = "(?![a-z0-9])" if rule.id.startswith("en.") else ""
    return f"(?P<{name}>{expand(form, rule)}{border}{after(rule)})"


def before(rule: TimeRule, word: str = "") -> str:
    """Return the looks behind of a rule, to stand behind `word`; each alternative has its own, as widths differ."""
    parts = [f"(?<!{one}{re.escape(word)})" for one in alternatives(rule.unless_before)]
    wanted = [f"(?<={one}{re.escape(word)})" for one in alternatives(rule.if_before)]
    return "".join(parts) + (f"(?:{'|'.join(wanted)})" if wanted else "")


def alternatives(pattern: str | None) -> list[str]:
    """Return the alternatives of a guard written as (?:a|b|c)."""
    return pattern.removeprefix("(?:").removesuffix(")").split("|") if pattern else []


def expand(form: str, rule: TimeRule) -> str:
    """Return the regular expression of a form."""
    places = english_places() if rule.id.startswith("en.") else PLACES
    return PLACE.sub(lambda match: places[match.group()], form)


@cache
def english_places() -> dict[str, str]:
    """Return what the placeholders of English forms stand for."""
    return PLACES | {"{n}": f"(?:[0-9]{{1,4}}|{english_number()})", "{h}": "(?:1[0-2]|0?[1-9]|2[0-3])"}


@cache
def english_number() -> str:
    """Return the pattern of the English number words, tens and ones factored."""
    ones = any_of([*ONES[1:10], *ORDINALS[:9]])
    words = (word for word in english_words() if not word.startswith(tuple(DECADES)))
    return f"(?:{any_of(DECADES)}(?:[- ]{ones})?|{any_of(words)})(?![a-z])"


def after(rule: TimeRule) -> str:
    """Return the lookaheads of a rule."""
    return (f"(?={rule.if_after})" if rule.if_after else "") + (f"(?!{rule.unless_after})" if rule.unless_after else "")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _behind(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})$")


LONGEST_LOOK = 60
"""Longer looks ahead are left to `allowed`: compiled behind every word they would cost more than they save."""
LOOK_BACK = 8


def allowed(rule: TimeRule, view: str, start: int, end: int) -> bool:
    """Return whether the text around lets the rule of a word apply."""
    if rule.unless_before and _behind(rule.unless_before).search(view[max(0, start - LOOK_BACK) : start]):
        return False
    if rule.if_before and not _behind(rule.if_before).search(view[max(0, start - LOOK_BACK) : start]):
        return False
    if rule.unless_after and _compiled(rule.unless_after).match(view, end):
        return False
    return not (rule.if_after and not _compiled(rule.if_after).match(view, end))


@cache
def _numbers(english: bool) -> re.Pattern[str]:
    return re.compile(rf"[0-9]+|\b{english_number()}" if english else f"[0-9]+|[{CHINESE}]+|元(?=[ ]?年)")


_RANGE = re.compile("[-–—~至到]")


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


def _looks(word: str, rules: Iterable[TimeRule]) -> str | None:
    """Return the looks around a word to compile behind it, None where its rules differ in them or they are too long."""
    first, *others = {before(rule, word) + after(rule) for rule in rules}
    return first if not others and len(first) <= LONGEST_LOOK else None


LATIN = re.compile("[a-z]")
OPTIONAL = re.compile(r"[(][?]:[^()]*[)][?]|[a-z.][?]|\\[a-z]")
"""Parts of a form that may be left out, and escapes."""


def needs_latin(form: str) -> bool:
    """Return whether a form matches only where there is a Latin letter."""
    return bool(LATIN.search(PLACE.sub("", OPTIONAL.sub("", form))))


def scanner(view: str) -> Scanner:
    """Return the scanner for a lower-case view: a text without Latin letters needs, and compiles, much less."""
    return _scanner(LATIN.search(view) is not None)


@cache
def _scanner(latin: bool) -> Scanner:
    return Scanner(time_rules(), latin=latin)
