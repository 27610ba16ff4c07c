"""Setting keys in one table of a TOML file, everything else left as its writer wrote it (TOML 1.0).

Comments, order, blank lines and line ends stay. A file is changed line by line and read again: what cannot be changed
so (a table written inline, a value over several lines) is refused, never spoilt.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from io import StringIO
from typing import Any

Value = str | bool


def set_keys(text: str, table: str, values: Mapping[str, Value], comment: str = "") -> str:
    """Return the text of a TOML file with keys of a table set; a table that is not there is added at the end.

    Args:
        text: The file as it is.
        table: Name of a table of the top level.
        values: What is set; other keys of the table stay.
        comment: Put on the line of the table's name where it is added.
    Raises:
        ValueError: The text is no TOML, or holds the table in a form that cannot be changed line by line.

    Examples:
        >>> print(set_keys('["9c41"]\\ntitle = "Fair"  # shorter\\n', "9c41", {"title": "Book Fair", "hide": True}))
        ["9c41"]
        title = "Book Fair"  # shorter
        hide = true
        <BLANKLINE>
    """
    wanted = tomllib.loads(text)
    keys = wanted.setdefault(table, {})
    changed = _with_table(text, table, comment)
    if isinstance(keys, dict):
        keys.update(values)
        for key, value in values.items():
            changed = _with_key(changed, table, key, value)
    if not isinstance(keys, dict) or _loads(changed) != wanted:
        raise ValueError(f"the table of {table!r} is written in a form that is not understood here; change it by hand")
    return changed


def _with_table(text: str, table: str, comment: str) -> str:
    """Return the text with the table's name at its end, unless it is there."""
    lines = _lines(text)
    if _find_table(lines, table) is not None or table in tomllib.loads(text):
        return text
    end = _line_end(lines)
    note = f"  # {' '.join(comment.split())}" if comment.strip() else ""
    gap = end if lines and lines[-1].strip() else ""
    broken = end if lines and not lines[-1].endswith("\n") else ""
    return f"{text}{broken}{gap}[{_quote(table)}]{note}{end}"


def _with_key(text: str, table: str, key: str, value: Value) -> str:
    """Return the text with a key of the table set: on its own line, else after the last key of the table."""
    lines = _lines(text)
    at = _find_table(lines, table)
    if at is None:
        return text
    stop = next((number for number in range(at + 1, len(lines)) if lines[number].lstrip().startswith("[")), len(lines))
    last, line = at, f"{key} = {_quote(value)}"
    for number in range(at + 1, stop):
        if _sets(lines[number], key):
            lines[number] = line + _rest_of(lines[number])
            return "".join(lines)
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            last = number
    if not lines[last].endswith("\n"):
        lines[last] += _line_end(lines)
    return "".join([*lines[: last + 1], line + _line_end(lines), *lines[last + 1 :]])


def _lines(text: str) -> list[str]:
    """Return the lines with their ends, of which TOML knows two: LF and CRLF."""
    return list(StringIO(text, newline="\n"))


def _find_table(lines: list[str], table: str) -> int | None:
    """Return the number of the line that names a table."""
    heads = (number for number, line in enumerate(lines) if line.lstrip().startswith("["))
    return next((number for number in heads if _loads(lines[number]) == {table: {}}), None)


def _rest_of(line: str) -> str:
    """Return the comment after a value, with the white space before it, and the line end."""
    whole = _loads(line)
    for at in (position for position, character in enumerate(line) if character == "#"):
        if _loads(line[:at]) == whole:
            return line[len(line[:at].rstrip()) :]
    return line[len(line.rstrip()) :]


def _sets(line: str, key: str) -> bool:
    """Return whether a line sets one key."""
    return list(_loads(line) or ()) == [key]


def _loads(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except ValueError:
        return None


def _line_end(lines: list[str]) -> str:
    return "\r\n" if lines and lines[0].endswith("\r\n") else "\n"


def _quote(value: Value) -> str:
    """Return a value, or a key, as TOML: a boolean or a basic string."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
