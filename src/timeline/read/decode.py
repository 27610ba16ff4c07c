"""Bytes to text, with the encoding that fits; never a guess where nothing fits."""

from __future__ import annotations

import codecs

from timeline.lexicon.script import fold

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Marks at the start of a file; those of UTF-32 begin with those of UTF-16, so they stand first."""

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

    A byte-order mark decides; then UTF-8; then, of GB 18030 and Big5, the one whose reading looks like Chinese.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_decoded(data[len(mark) :], encoding), encoding)
    text = _decoded(data, "utf-8")
    if text is not None:
        return _checked(text, "utf-8")
    readings = ((_decoded(data, encoding), encoding) for encoding in ("gb18030", "big5hkscs"))
    ranked = sorted(
        ((_likeness(text), text, encoding) for text, encoding in readings if text is not None),
        key=lambda reading: -reading[0],
    )
    if ranked and ranked[0][0] >= MIN_FREQUENT:
        return _checked(ranked[0][1], ranked[0][2])
    if sum(byte < 0x80 for byte in data) >= 0.9 * len(data):
        return _checked(_decoded(data, "cp1252"), "cp1252")
    return None


def _decoded(data: bytes, encoding: str) -> str | None:
    """Return the text, without a character cut off at the very end, or None where bytes do not fit."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(data, final=False)
    except UnicodeDecodeError:
        return None


def _checked(text: str | None, encoding: str) -> tuple[str, str] | None:
    """Return text and encoding unless control characters show that it is no text."""
    if text is None:
        return None
    controls = len(text) - len(text.translate(_CONTROLS))
    return None if "\0" in text or controls * 200 > len(text) else (text, encoding)


_CONTROLS = dict.fromkeys((*range(0x20), 0x7F))
for _code in b"\t\n\v\f\r\x1a\x1b":
    del _CONTROLS[_code]


def _likeness(text: str) -> float:
    """Return the share of frequent characters among the characters beyond ASCII."""
    wide = [character for character in fold(text[:SAMPLE]) if character > "\x7f"]
    return sum(character in FREQUENT for character in wide) / (len(wide) or 1)
