"""The encoding of a page: what it declares, checked against what it holds."""

from __future__ import annotations

import re
from functools import cache

from timeline.read.clean import IDEOGRAPH
from timeline.read.decode import BYTE_ORDER_MARKS, decode, decode_as

HEAD = 2048
"""So many bytes may hold the declaration; the standard says 1024, pages say more."""

LABELS = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
"""Names that stand for another encoding (WHATWG Encoding Standard, 4.2); a page whose `<meta>` can be read is no
UTF-16."""

WIDE = ("gb18030", "big5hkscs", "shift_jis", "euc-jp", "euc-kr")
"""Encodings with characters of two bytes, which now and then are valid UTF-8, too; but not as ideographs."""


def decode_page(data: bytes, declared: str | None = None) -> tuple[str, str] | None:
    """Return the text of a page and its encoding, or None where it is no text.

    A byte-order mark decides; then valid UTF-8, which a page keeps declaring as something else when it is saved; then
    what is declared; then what the bytes look like. Where nothing fits wholly, the declared encoding is used and what
    does not fit is replaced by U+FFFD.

    Args:
        declared: Encoding named beside the page, in the header of a message or record.
    """
    if b"\0" in data or data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        return decode(data)
    label = _canonical(declared) or _canonical(find_declaration(data[:HEAD]))
    utf_8 = decode_as(data, "utf-8")
    if utf_8 is not None and (label not in WIDE or _ideograph().search(utf_8)):
        return decode(data)
    text = decode_as(data, label) if label else None
    return (text, label) if label and text is not None else decode(data) or _replaced(data, label or "utf-8")


def find_declaration(head: bytes) -> str | None:
    """Return the encoding that the first bytes of a page declare in `<meta>` or the XML declaration.

    Examples:
        >>> find_declaration(b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')
        'gb2312'
    """
    match = _declaration().search(head)
    return match["name"].decode("ascii") if match else None


def _canonical(label: str | None) -> str | None:
    """Return the codec of a label, or None where there is none such."""
    if not label:
        return None
    label = label.strip(" \"'").lower()
    label = LABELS.get(label, label)
    return label if _known().fullmatch(label) else None


def _replaced(data: bytes, encoding: str) -> tuple[str, str]:
    """Return the text with what does not fit replaced."""
    return data.decode(encoding, "replace"), encoding


@cache
def _ideograph() -> re.Pattern[str]:
    return re.compile(f"[{IDEOGRAPH}]")


@cache
def _known() -> re.Pattern[str]:
    """Encodings that pages are in (WHATWG Encoding Standard, 4.2), as Python calls them."""
    return re.compile(
        "utf-8|gb18030|big5hkscs|shift_jis|euc-jp|euc-kr|koi8-[ru]|iso-8859-(?:[2-9]|1[013-6])|(?:windows-|cp)125[0-8]"
    )


@cache
def _declaration() -> re.Pattern[bytes]:
    name = rb"[\"']?\s{0,4}(?P<name>[A-Za-z0-9_:.-]{2,40})"
    return re.compile(
        rb"(?:<meta\s[^>]{0,400}?charset|<\?xml\s[^>]{0,200}?encoding)\s{0,4}=\s{0,4}" + name, re.IGNORECASE
    )
