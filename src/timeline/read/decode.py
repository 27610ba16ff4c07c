"""Bytes to text, with the encoding that fits; never a guess where nothing fits."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from functools import cache

from timeline.lexicon.script import fold

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Marks at the start of a file; those of UTF-32 begin with those of UTF-16, so they stand first."""

UNMARKED = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
"""Encodings that only their reading tells."""

ZERO = 0.05
"""So many of the bytes at even, or at odd, places are zero where a text in UTF-16 has blanks and digits."""

FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
)
"""The commonest characters of Chinese in simplified form; they fill a third of any running text."""

SAMPLE = 20_000
"""So many characters decide between two encodings that both decode."""

MIN_FREQUENT = 0.08
"""Least share of frequent characters among the others, for a text to be taken as Chinese."""


def decode(data: bytes) -> tuple[str, str] | None:
    """Return the text and the name of its encoding, or None where the bytes are no text.

    A byte-order mark decides; then UTF-8; then, of GB 18030, Big5 and UTF-16, the one whose reading looks like Chinese.
    UTF-16 shows itself by zero bytes, too: those of its ASCII characters.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(decode_as(data[len(mark) :], encoding), encoding)
    text = None if b"\0" in data else decode_as(data, "utf-8")
    if text is not None:
        return _checked(text, "utf-8")
    if utf_16 := _by_zero_bytes(data):
        wide = decode_as(data, utf_16)
        return _checked(wide if wide and _is_readable(wide) else None, utf_16)
    readings = ((decode_as(data, encoding), encoding) for encoding in UNMARKED)
    ranked = sorted(
        ((likeness(text), text, encoding) for text, encoding in readings if text is not None),
        key=lambda reading: -reading[0],
    )
    if ranked and ranked[0][0] >= MIN_FREQUENT:
        return _checked(ranked[0][1], ranked[0][2])
    if sum(byte < 0x80 for byte in data) >= 0.9 * len(data):
        return _checked(decode_as(data, "cp1252"), "cp1252")
    return None


def _by_zero_bytes(data: bytes) -> str | None:
    """Return the UTF-16 whose ASCII characters hold the zero bytes, all at even or all at odd places, or None."""
    sample = data[: 2 * SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    least = max(1, ZERO * len(sample) / 2)
    if odd >= least and not even:
        return "utf-16-le"
    return "utf-16-be" if even >= least and not odd else None


def decode_as(data: bytes, encoding: str) -> str | None:
    """Return the text, without a character cut off at the very end, or None where bytes do not fit."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(data, final=False)
    except UnicodeDecodeError:
        return None


def _checked(text: str | None, encoding: str) -> tuple[str, str] | None:
    """Return text and encoding unless control characters show that it is no text."""
    if text is None:
        return None
    controls = len(_control().findall(text))
    return None if "\0" in text or controls * 200 > len(text) else (text, encoding)


@cache
def _control() -> re.Pattern[str]:
    """Control characters that no text holds."""
    return re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")


def _is_readable(text: str) -> bool:
    """Return whether a text is mostly ASCII or looks like Chinese."""
    sample = text[:SAMPLE]
    return sum(character > "\x7f" for character in sample) * 5 <= len(sample) or likeness(sample) >= MIN_FREQUENT


def likeness(text: str) -> float:
    """Return the share of frequent characters among the characters beyond ASCII."""
    counts = Counter(text[:SAMPLE])
    folded = dict(zip(counts, fold("".join(counts)), strict=True))
    wide = sum(count for character, count in counts.items() if folded[character] > "\x7f")
    frequent = sum(count for character, count in counts.items() if folded[character] in FREQUENT)
    return frequent / (wide or 1)
