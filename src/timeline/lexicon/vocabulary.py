"""The words of `kinds.toml` and `cues.toml`, joined with a user's own, as indexes to scan with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from timeline.errors import LexiconError
from timeline.lexicon.forms import FormIndex, Hit, lower
from timeline.lexicon.kinds import Cue, Head, Predicate, RoleWord, Words
from timeline.lexicon.load import check_unique, load_rules, parse_rules, read_tables
from timeline.lexicon.places import PlaceName
from timeline.lexicon.schema import Rule
from timeline.lexicon.script import fold

R = TypeVar("R", bound=Rule)

LONGEST_HEAD = 30
OWN: dict[str, type[Rule]] = {"predicate": Predicate, "head": Head, "cue": Cue, "role": RoleWord, "place": PlaceName}
"""Tables of a user's own file."""


class Vocabulary(NamedTuple):
    """All that extraction knows of words."""

    predicates: FormIndex[Predicate]
    """Verbs that say something happens."""
    heads: FormIndex[Head]
    """Head nouns of two characters or more, found anywhere."""
    suffixes: dict[str, Head]
    """Head nouns of any length, for the end of a name."""
    joined: dict[str, Head]
    """Head nouns by what ends a name in one word."""
    cues: FormIndex[Cue]
    """Signs given as forms."""
    cue_patterns: tuple[tuple[re.Pattern[str], Cue], ...]
    """Signs given as patterns."""
    roles: FormIndex[RoleWord]
    """Words that say who stands beside them."""
    compounds: FormIndex[Words]
    """Longer words that hold a predicate's form without being one."""
    places: tuple[str, ...] = ()
    """A user's own places."""

    def is_own_place(self, name: str) -> bool:
        """Return whether a folded phrase ends in the name of one of the user's own places."""
        return lower(name).endswith(self.places)

    def head_in(self, title: str) -> Head | None:
        """Return the last head noun of a gathering anywhere in a title as printed, if any."""
        found = [hit.rule for hit in self.heads.find(lower(fold(title))) if hit.rule.gathering]
        return found[-1] if found else None

    def joined_heads(self, view: str) -> Iterator[Hit[Head]]:
        """Yield the head nouns that end a name in one word: LoomConf, FibreDays."""
        for match in _joined(tuple(self.joined)).finditer(view):
            yield Hit(*match.span(), self.joined[match.group()])

    @staticmethod
    def fold_name(name: str) -> str:
        """Return a title as the indexes know names: folded, lower case, without marks at its ends."""
        return lower(fold(name)).strip(" :.,;*#“”\"'()")

    def head_of(self, name: str) -> Head | None:
        """Return the longest head noun that ends `name` (folded, lower case), if any."""
        return self.suffixes.get(name[len(self.stem_of(name)) :])

    def stem_of(self, name: str) -> str:
        """Return `name` (folded, lower case) without the longest head noun that ends it."""
        for length in range(min(LONGEST_HEAD, len(name)), 0, -1):
            if name[-length:] in self.suffixes:
                before = name[:-length][-1:]
                joined = name[-length].isascii() and before.isascii() and before.isalnum()
                if not joined:
                    return name[:-length]
        return name


@cache
def load_vocabulary(lexicons: tuple[str, ...] = ()) -> Vocabulary:
    """Return the shipped words with those of a user's own files, which win where both know a form.

    Args:
        lexicons: Paths of TOML files with `[[predicate]]`, `[[head]]`, `[[cue]]`, `[[role]]` and `[[place]]` tables.
    Raises:
        LexiconError: A file is no TOML or a rule does not fit its schema.
    """
    predicates = _rules("kinds", "predicate", Predicate, lexicons)
    heads = _rules("kinds", "head", Head, lexicons)
    cues = _rules("cues", "cue", Cue, lexicons)
    roles = _rules("cues", "role", RoleWord, lexicons)
    places = own_rules("place", PlaceName, lexicons)
    suffixes = {form: head for head in heads for form in head.forms}
    return Vocabulary(
        predicates=FormIndex({form: rule for rule in predicates for form in rule.forms}),
        heads=FormIndex({form: head for form, head in suffixes.items() if len(form) > 1}),
        suffixes=suffixes,
        joined={ending: head for head in heads for ending in head.joined},
        cues=FormIndex({form: rule for rule in cues for form in rule.forms}),
        cue_patterns=tuple((re.compile(pattern), rule) for rule in cues for pattern in rule.patterns),
        roles=FormIndex({form: rule for rule in roles for form in rule.forms}),
        compounds=FormIndex({form: rule for rule in load_words("compound") for form in rule.forms}),
        places=tuple(form for rule in places for form in rule.forms),
    )


@cache
def load_words(use: str, language: str | None = None) -> tuple[Words, ...]:
    """Return the grammar words of one use, of one language or of all."""
    return tuple(rule for rule in load_rules("grammar", "words", Words, language) if rule.use == use)


@cache
def words_pattern(use: str, language: str | None = None) -> re.Pattern[str]:
    """Return one pattern for all words of one use, longest form first, then the patterns in file order."""
    rules = load_words(use, language)
    forms = sorted({form for rule in rules for form in rule.forms}, key=lambda form: (-len(form), form))
    return re.compile("|".join([*(pattern for rule in rules for pattern in rule.patterns), *map(re.escape, forms)]))


@cache
def _joined(endings: tuple[str, ...]) -> re.Pattern[str]:
    """Return what ends a name in one word; no name goes on behind a hyphen, an apostrophe or a dot."""
    return re.compile(rf"(?<=[a-z0-9A-Z])(?:{'|'.join(map(re.escape, endings))})\b(?![-'’.])")


def _rules(name: str, table: str, schema: type[R], lexicons: Iterable[str]) -> tuple[R, ...]:
    return check_unique((*load_rules(name, table, schema), *own_rules(table, schema, lexicons)), name)


def own_rules(table: str, schema: type[R], lexicons: Iterable[str]) -> list[R]:
    """Return the rules of a user's own files, their forms folded as texts are.

    Raises:
        LexiconError: A file cannot be read, has a table of another name, or a rule in it is wrong.
    """
    return [_folded(rule, path) for path in lexicons for rule in _own_rules(Path(path), table, schema)]


def _own_rules(path: Path, table: str, schema: type[R]) -> list[R]:
    unknown = sorted(read_tables(path).keys() - OWN.keys())
    if unknown:
        raise LexiconError(f"unknown table {unknown[0]!r}; there are: {', '.join(sorted(OWN))}", source=str(path))
    return parse_rules(path, table, schema)


def _folded(rule: R, path: str) -> R:
    """Return a rule with its forms folded, its patterns tried."""
    forms = tuple(lower(fold(form)).strip() for form in getattr(rule, "forms", ()))
    if "" in forms:
        raise LexiconError(f"rule {rule.id!r}: a form is empty", source=path)
    for pattern in getattr(rule, "patterns", ()):
        try:
            re.compile(pattern)
        except re.error as error:
            raise LexiconError(f"rule {rule.id!r}: {pattern!r} is no pattern: {error}", source=path) from error
    return rule.model_copy(update={"forms": forms})
