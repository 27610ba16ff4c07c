"""Fold a text for matching: one code point to one code point, so that offsets never move."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

PUNCTUATION = {
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "﹁": "“",
    "﹂": "”",
    "﹃": "‘",
    "﹄": "’",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "‒": "–",
    "―": "—",
    "〜": "~",
    "∼": "~",
    "〰": "~",
    "∶": ":",
    "｡": "。",
    "､": "、",
    "⁄": "/",
    "∕": "/",
}
"""Quotation marks of traditional typesetting, dashes and colons that look alike."""

SPACES = "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"
"""Controls that are white space; the spaces of Unicode category Zs are added to them."""

COMPATIBLE = ((0x2E80, 0x2FE0), (0xFE50, 0xFE70), (0xFF01, 0xFF5F))
"""Radicals, small and full-width forms: blocks whose compatible form is the plain character."""


def fold(text: str) -> str:
    """Return `text` folded for matching, of the same length.

    Full width becomes half width, traditional becomes simplified, 「」 become “”, every white space becomes a space.

    Example:
        >>> fold("２０２６年１月，臺灣電影節「開幕」")
        '2026年1月,台湾电影节“开幕”'
    """
    return text if text.isascii() and text.isprintable() else text.translate(_table())


@cache
def simplify_table() -> dict[int, int]:
    """Return traditional → simplified code points (see `scripts/make_script_table.py`)."""
    lines = (files(__package__) / "shared" / "script.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {ord(character): ord(becomes) for becomes, characters in rows for character in characters}


@cache
def _table() -> dict[int, int]:
    """Return the whole folding as a table for `str.translate`."""
    table = dict.fromkeys(map(ord, SPACES), ord(" "))
    table |= {code: ord(" ") for code in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)}
    for first, last in COMPATIBLE:
        for code in range(first, last):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                table[code] = ord(plain)
    table |= simplify_table()
    table |= {ord(mark): ord(plain) for mark, plain in PUNCTUATION.items()}
    return {code: becomes for code, becomes in table.items() if code != becomes}
