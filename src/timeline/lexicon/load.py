"""Read lexicon files once, on first use, and say which file and rule is wrong."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from timeline.errors import LexiconError
from timeline.lexicon.schema import Rule

R = TypeVar("R", bound=Rule)

LANGUAGES = ("zh", "en", "shared")


@cache
def load_rules(name: str, table: str, schema: type[R], language: str | None = None) -> tuple[R, ...]:
    """Return the rules `[[table]]` of the lexicon `name`, checked, in order of language and file.

    Args:
        name: File name without suffix: `kinds` joins zh/kinds.toml, en/kinds.toml and shared/kinds.toml.
        table: Name of the array of tables: `rule` for `[[rule]]`.
        schema: Model of one rule.
        language: Only this folder; all where None.
    Raises:
        LexiconError: A file is no TOML, a rule does not fit its schema, or an id stands twice.
    """
    rules: list[R] = []
    for folder in (language,) if language else LANGUAGES:
        path = files(__package__) / folder / f"{name}.toml"
        if path.is_file():
            rules += parse_rules(path, table, schema)
    return check_unique(tuple(rules), name)


def parse_rules(path: Traversable | Path, table: str, schema: type[R]) -> list[R]:
    """Return the rules `[[table]]` of one file, in file order."""
    items = read_tables(path).get(table, [])
    if not (isinstance(items, list) and all(isinstance(item, dict) for item in items)):
        raise LexiconError(f"{table!r} is no array of tables; write [[{table}]] above each rule", source=str(path))
    rules = []
    for item in items:
        try:
            rules.append(schema.model_validate(item))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(map(str, first["loc"]))
            message = f"rule {item.get('id')!r}: {place}: {first['msg'].lower()}, not {first['input']!r:.80}"
            raise LexiconError(message, source=str(path)) from error
    return rules


def read_tables(path: Traversable | Path) -> dict[str, Any]:
    """Return what a TOML file holds."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LexiconError(f"cannot be opened: {error.strerror or error}", source=str(path)) from error
    except ValueError as error:
        raise LexiconError(f"not a TOML file: {error}", source=str(path)) from error


def check_unique(rules: tuple[R, ...], name: str) -> tuple[R, ...]:
    """Return the rules, or raise where an id stands twice."""
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise LexiconError(f"rule id {rule.id!r} stands twice", source=name)
        seen.add(rule.id)
    return rules
