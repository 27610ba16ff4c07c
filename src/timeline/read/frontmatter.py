"""The fields between `---` lines (YAML) or `+++` lines (TOML) that many Markdown files begin with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from timeline.read.fields import bare_name

LONGEST = 20_000
"""Front matter that does not end within so many characters is none."""


@dataclass(slots=True, frozen=True)
class FrontMatter:
    """Range of the front matter, and of the values in it; all count in the text."""

    end: int
    """One past its closing line."""
    fields: dict[str, tuple[int, int]]
    """Bare name → range of its value without quotes; the first of each name."""

    def find(self, names: tuple[str, ...]) -> tuple[int, int] | None:
        """Return the range of the first of these fields that has a value."""
        return next((self.fields[name] for name in names if name in self.fields), None)


def read_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter a text begins with, or None."""
    opening = re.match(r"\s{0,8}(---|\+\+\+)[^\S\n]*\n", text)
    closing = _closing(opening[1]).search(text, opening.end() - 1, LONGEST) if opening else None
    if not opening or not closing:
        return None
    fields: dict[str, tuple[int, int]] = {}
    for match in _field().finditer(text, opening.end(), closing.start() + 1):
        start, end = match.span("value")
        end = start + len(match["value"].rstrip())
        if end - start > 1 and text[start] == text[end - 1] and text[start] in "\"'":
            start, end = start + 1, end - 1
        if start < end:
            fields.setdefault(bare_name(match["name"]), (start, end))
    return FrontMatter(closing.end(), fields) if fields else None


@cache
def _closing(opening: str) -> re.Pattern[str]:
    return re.compile(rf"\n(?:{re.escape(opening)}|\.\.\.)[^\S\n]*(?:\n|$)")


@cache
def _field() -> re.Pattern[str]:
    blank = r"[^\S\n]{0,80}"
    return re.compile(rf"^(?P<name>[A-Za-z_][A-Za-z0-9_-]{{0,40}})(?::|{blank}=){blank}(?P<value>[^\n]*)", re.MULTILINE)
