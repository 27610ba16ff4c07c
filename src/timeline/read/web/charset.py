"""The encoding of a page: what it declares, checked against what it holds."""

from __future__ import annotations

import re
from functools import cache

from timeline.read.decode import BYTE_ORDER_MARKS, decode, decode_as, likeness

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

SURE = 40
"""So many characters beyond ASCII that are valid UTF-8 are UTF-8, whatever is declared."""


def decode_page(data: bytes, declared: str | None = None) -> tuple[str, str] | None:
    """Return the text of a page and its encoding, or None where it is no text.

    A byte-order mark decides, then valid UTF-8 of some length, then what is declared, then what the bytes look like.
    Where nothing fits wholly, the declared encoding is used and what does not fit is replaced by U+FFFD.

    Args:
        declared: Encoding named beside the page, in the header of a message or record.
    """
    if data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        return decode(data)
    label = _canonical(declared) or _canonical(find_declaration(data[:HEAD]))
    utf_8 = decode_as(data, "utf-8")
    if label is None or (utf_8 is not None and sum(character > "\x7f" for character in utf_8) >= SURE):
        return decode(data) or _replaced(data, label)
    text = decode_as(data, label)
    if text is not None and utf_8 is not None:
        return (text, label) if likeness(text) > likeness(utf_8) else (utf_8, "utf-8")
    if text is not None and "\0" not in text:
        return text, label
    return decode(data) or _replaced(data, label)


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
    label = label.strip().strip("\"'").lower()
    label = LABELS.get(label, label)
    try:
        "".encode(label)
    except LookupError:
        return None
    return label


def _replaced(data: bytes, label: str | None) -> tuple[str, str] | None:
    """Return the text with what does not fit replaced, unless the bytes are no text at all."""
    if b"\0" in data:
        return None
    encoding = label or "utf-8"
    return data.decode(encoding, "replace"), encoding


@cache
def _declaration() -> re.Pattern[bytes]:
    name = rb"[\"']?\s{0,4}(?P<name>[A-Za-z0-9_:.-]{2,40})"
    return re.compile(
        rb"(?:<meta\s[^>]{0,400}?charset|<\?xml\s[^>]{0,200}?encoding)\s{0,4}=\s{0,4}" + name, re.IGNORECASE
    )
