"""Past or future, as the verbs of an English clause tell it: said Tuesday, will meet Friday."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.lexicon.times import link_rules
from timeline.model.expression import Direction

CLAUSE = re.compile(r"[;!?\n]|(?<![.][a-z])[.][ ](?![0-9])")
"""Where a clause ends; `a.m. ET`, `U.S. troops` and `Dec. 12` go on."""
BREAK = re.compile("[,:()\u2014]|(?:and|that|which|who|after|as)[ ]")
"""What ends the reach of a modal verb."""
RELATIVE = re.compile(",[ ](?:which|who|whose|where)[ ][^,;.]{1,100},")
"""A relative clause set off by commas, whose verbs tell nothing of the rest."""
WORD = re.compile("[a-z]+n['’]t|['’]?[a-z]+")
LONGEST = 4
"""Words of the longest form."""
REACH, FAR = 48, 160
"""Characters in which a word tells the direction of any time, and of a bare one."""
LED = frozenset({"last", "next", "this", "in", "of", "since", "by", "early", "late", "mid", "until", "to"})
"""Words behind which `may` is the month."""
PASSIVE = frozenset({"be", "is", "are", "stay", "stays", "remain", "remains"})
"""Words behind which a participle is not past: will be held, stays shut."""
AHEAD = frozenset({"for", "to"})
"""Words right before a bare weekday that is to come: a vote was called for Friday."""
CONJUNCTIONS = frozenset({"and", "but", "while"})
REGULAR = re.compile("(?!united|hundred|sacred)[a-z]{2,}[^e]ed")
"""A regular past or participle; need, speed and indeed are none."""
TOLD: dict[str | None, Direction] = {"future": "future", "past": "past", "participle": "past"}
"""Direction of each role of a word; `present` and `undecided` (was expected) tell none."""
ROLES = frozenset({"future", "past", "participle", "present", "undecided"})
"""Roles of the words that tell the direction of any time, or end the reach of an earlier one."""


class Word(NamedTuple):
    """A word with its place."""

    text: str
    start: int
    end: int


def english_direction(view: str, start: int, end: int, *, bare: bool = False, term: bool = False) -> Direction | None:
    """Return where the verbs of the clause place an expression; None where they leave it open.

    Args:
        view: The sentence in lower case.
        start: First character of the expression.
        end: One past its last character.
        bare: Whether it is a bare weekday or clock time: any verb of the clause tells its direction; where none does,
            it is ahead in a clause (they play Friday) and past in a phrase.
        term: Whether a term ends on the weekday, which without a verb is ahead (through Friday).
    """
    clause = _words(view, _clause_start(view, start, FAR if bare else REACH), start)
    before = _nearest(view, clause, bare)
    owner = view.startswith(("'s", "’s"), end)
    if bare and not owner and before != "undecided" and clause and clause[-1].text in AHEAD:
        return "future"
    if before == "past" and not bare and _next(view, end, bare, led=True) == "undecided":
        return None  # she said the parade on May 20 was cancelled
    if before not in (None, "present"):
        return TOLD.get(before)
    if owner:
        return "past" if bare else None
    behind = _next(view, end, bare, led=len(clause) > 1)
    if behind not in (None, "present") or not bare:
        return TOLD.get(behind)
    return "future" if before or term or len(clause) > 1 else "past"


def _clause_start(view: str, start: int, reach: int) -> int:
    """Return where the clause before `start` begins, at most `reach` characters back."""
    begin = max(0, start - reach)
    return max((match.end() for match in CLAUSE.finditer(view, begin, start)), default=begin)


def _words(view: str, begin: int, end: int) -> list[Word]:
    """Return the words between two places, without those of relative clauses."""
    words = [Word(match[0], match.start(), match.end()) for match in WORD.finditer(view, begin, end)]
    for aside in RELATIVE.finditer(view, begin, end):
        words = [word for word in words if not aside.start() < word.start < aside.end()]
    return words


def _nearest(view: str, words: Sequence[Word], bare: bool) -> str | None:
    """Return the role of the last word that tells one; a participle in the reach of a modal verb is future."""
    index, participle = len(words), -1
    while index > 0:
        role, length = _role(view, words, index, bare)
        index -= length
        if participle >= 0 and (role or BREAK.search(view, words[index].start, participle)):
            return "future" if role == "future" else "participle"
        if role == "participle":
            participle = words[index].start
        elif role:
            return role
    return "participle" if participle >= 0 else None


def _role(view: str, words: Sequence[Word], stop: int, bare: bool) -> tuple[str | None, int]:
    """Return the role of the longest form that ends with the word before `stop`, and how many words it has."""
    last = words[stop - 1]
    for length in range(min(LONGEST, stop), 0, -1):
        role = _forms().get(view[words[stop - length].start : last.end])
        before = words[stop - length - 1].text if stop > length else ""
        if role and not (TOLD.get(role) == "past" and before in PASSIVE) and not _is_month(view, last, before):
            return role, length
    passive = stop > 1 and words[stop - 2].text in PASSIVE
    return (_verb(last.text) if bare and not passive else None), 1


def _is_month(view: str, word: Word, before: str) -> bool:
    """Return whether `may` is no verb: last May, May 3."""
    return word.text == "may" and (before in LED or view[word.end : word.end + 2].strip(" ,").isdigit())


def _next(view: str, end: int, bare: bool, led: bool) -> str | None:
    """Return the role of the first word behind an expression that tells one, of the very next where it is not bare.

    Args:
        led: Whether the clause begins before the expression: it then ends at the next conjunction.
    """
    reach = FAR if bare else REACH // 2
    stop = CLAUSE.search(view, end, end + reach)
    words = _words(view, end, stop.start() if stop else end + reach)
    for index, word in enumerate(words if bare else words[:1]):
        if led and word.text in CONJUNCTIONS:
            return None
        for behind in reversed(words[index : index + LONGEST]):
            role = _forms().get(view[word.start : behind.end])
            if role and not _is_month(view, word, ""):
                return role
        if bare and (verb := _verb(word.text)):
            return verb
    return None


def _verb(word: str) -> str | None:
    """Return the role of a verb that tells the direction of bare times alone."""
    return "participle" if REGULAR.fullmatch(word) or word in _irregular() else None


@cache
def _forms() -> dict[str, str]:
    """Return the role of each form; one of several roles has that which comes first in the lexicon."""
    forms: dict[str, str] = {}
    for rule in link_rules():
        if rule.role in ROLES and rule.id.startswith("en."):
            for form in rule.forms:
                forms.setdefault(form, rule.role)
    return forms


@cache
def _irregular() -> frozenset[str]:
    return frozenset(form for rule in link_rules() if rule.role == "irregular" for form in rule.forms)
