"""One pass over a sentence: the atoms that time expressions are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from timeline.find.numerals import english_words, number
from timeline.lexicon.times import TimeRule, time_rules

CHINESE = "[〇○零一二两三四五六七八九十廿卅百千]"
SEPARATOR = r"[ ]?(?:[-–—~、]|——|至|到|和|及|与|或)[ ]?"
NUMBER = f"(?:[0-9]{{1,4}}|{CHINESE}{{1,7}}|元)"
PLACES = {
    "{n}": rf"{NUMBER}(?:{SEPARATOR}{NUMBER}){{0,12}}",
    "{h}": rf"(?:[01]?[0-9]|2[0-4]|[零一二两三四五六七八九十]{{1,3}})(?:{SEPARATOR}(?:[01]?[0-9]|2[0-4]|[零一二两三四五六七八九十]{{1,3}})(?=[ ]?[点时]))?",
    "{m}": r"(?:[0-5]?[0-9]|[零〇一二三四五六七八九十]{1,3})",
    "{s}": r"(?:[0-5]?[0-9]|[零〇一二三四五六七八九十]{1,3})",
    "{q}": "[一二三123]",
    "{w}": "[一二三四五六日天]",
    "{d}": rf"(?:[0-9]{{1,2}}|{CHINESE}{{1,3}})",
    "{p}": "[一二三四五六七八九]",
    "{Y}": "(?:1[5-9]|2[01])[0-9]{2}",
    "{Y4}": "20[0-9]{2}",
    "{M}": "(?:1[0-2]|0?[1-9])",
    "{M2}": "(?:1[0-2]|0[1-9])",
    "{D}": "(?:3[01]|[12][0-9]|0?[1-9])",
    "{D2}": "(?:3[01]|[12][0-9]|0[1-9])",
    "{A}": "[0-9]{1,2}",
    "{B}": "[0-9]{1,2}",
    "_": "[ ]?",
}
PLACE = re.compile(r"\{[a-zA-Z0-9]+\}|_")


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
    """Values of its numbers, each with start and end in the sentence."""
    spread: str = ""
    """`range` or `list` where several numbers share one unit (3-5日; 4、5日)."""
    text: str = ""
    """The characters, lower case."""


class Scanner:
    """The compiled master pattern and what its groups mean."""

    def __init__(self, rules: Iterable[TimeRule]) -> None:
        self.words: dict[str, list[TimeRule]] = {}
        self.groups: dict[str, TimeRule] = {}
        vetoes, patterns, numeric = [], [], []
        for rule in rules:
            for form in rule.forms:
                if not is_pattern(form):
                    self.words.setdefault(form, []).append(rule)
                    continue
                name = f"r{len(self.groups)}"
                self.groups[name] = rule
                if rule.kind == "veto":
                    vetoes.append(f"(?P<{name}>{expand(form, rule)}{after(rule)})")
                elif form.startswith("{n}") and not rule.id.startswith("en."):
                    numeric.append((form[3:], f"(?P<{name}>{expand(form[3:], rule)}{after(rule)})"))
                else:
                    patterns.append((form, f"(?P<{name}>{expand(form, rule)}{after(rule)})"))
        numeric.sort(key=lambda item: -len(item[0]))
        patterns.sort(key=lambda item: (item[0] == "{o}", -len(item[0])))
        digits = rf"(?<![0-9.])(?={NUMBER}){PLACES['{n}']}(?:{'|'.join(text for _, text in numeric)})"
        chinese = trie([word for word in self.words if not word[0].isascii()], self.words)
        english = trie([word for word in self.words if word[0].isascii()], self.words)
        texts = [text for _, text in patterns]
        parts = [*vetoes, *texts[:-1], digits, texts[-1], chinese]
        if english:
            parts.append(rf"(?<![a-z0-9]){english}")
        self.pattern = re.compile("|".join(f"(?:{part})" for part in parts if part))

    def tokens(self, view: str) -> Iterator[Token]:
        """Yield the atoms of a lower-case view, left to right."""
        for match in self.pattern.finditer(view):
            text = match.group()
            candidates = (self.groups[match.lastgroup],) if match.lastgroup else self.words[text]
            start, end = match.span()
            for rule in candidates:
                if allowed(rule, view, start, end):
                    values, spread = read_numbers(text, start) if match.lastgroup else ((), "")
                    yield Token(rule.kind, start, end, rule, values, spread, text)
                    break


def is_pattern(form: str) -> bool:
    """Return whether a form holds more than literal text."""
    return any(char in form for char in "{[?(+_")


def expand(form: str, rule: TimeRule) -> str:
    """Return the regular expression of a form."""
    places = PLACES | ENGLISH_PLACES() if rule.id.startswith("en.") else PLACES
    body = PLACE.sub(lambda match: places[match.group()], form)
    if rule.id.startswith("en."):
        return rf"(?<![a-z0-9.,$]){body}(?![a-z0-9])"
    return body


@cache
def ENGLISH_PLACES() -> dict[str, str]:
    words = "|".join(
        sorted((re.escape(word).replace(r"\ ", "[ -]") for word in english_words()), key=len, reverse=True)
    )
    return {
        "{n}": f"(?:[0-9]{{1,4}}|{words})",
        "{o}": f"(?:[0-9]{{1,4}}(?:st|nd|rd|th)?|{words})",
        "{h}": f"(?:[0-9]{{1,2}}|{words})",
    }


def after(rule: TimeRule) -> str:
    """Return the lookaheads of a rule."""
    return (f"(?={rule.if_after})" if rule.if_after else "") + (f"(?!{rule.unless_after})" if rule.unless_after else "")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def allowed(rule: TimeRule, view: str, start: int, end: int) -> bool:
    """Return whether the text around lets the rule apply."""
    if rule.unless_before and _compiled(f"(?:{rule.unless_before})$").search(view, max(0, start - 6), start):
        return False
    if rule.if_before and not _compiled(f"(?:{rule.if_before})$").search(view, max(0, start - 6), start):
        return False
    if rule.unless_after and _compiled(rule.unless_after).match(view, end):
        return False
    return not (rule.if_after and not _compiled(rule.if_after).match(view, end))


_NUMBERS = re.compile(f"[0-9]+|{CHINESE}+|元|[a-z]+(?:[ -][a-z]+)*")
_RANGE = re.compile("[-–—~至到]")


def read_numbers(text: str, offset: int) -> tuple[tuple[tuple[int, int, int], ...], str]:
    """Return the numbers of an atom and how they are joined."""
    found = []
    for match in _NUMBERS.finditer(text):
        value = number(match.group())
        if value is not None:
            found.append((value, offset + match.start(), offset + match.end()))
    if len(found) < 2:
        return tuple(found), ""
    between = text[found[0][2] - offset : found[1][1] - offset]
    return tuple(found), "range" if _RANGE.search(between) else "list"


def trie(words: list[str], rules: dict[str, list[TimeRule]]) -> str:
    """Return a regular expression for the words, longest first, factored by common beginnings."""
    tree: dict[str, dict] = {}
    for word in sorted(words):
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = word  # type: ignore[assignment]
    return _branch(tree, rules)


def _branch(node: dict[str, dict], rules: dict[str, list[TimeRule]]) -> str:
    branches = [re.escape(char) + _branch(child, rules) for char, child in node.items() if char]
    if "" in node:
        word: str = node[""]  # type: ignore[assignment]
        ahead = {after(rule) for rule in rules[word]}
        border = "(?![a-z0-9])" if word[-1].isascii() and word[-1].isalnum() else ""
        branches.append(border + (ahead.pop() if len(ahead) == 1 else ""))
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


@cache
def scanner() -> Scanner:
    """Return the scanner of all shipped rules, compiled on first use."""
    return Scanner(time_rules())
