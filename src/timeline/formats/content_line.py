"""Content lines of iCalendar: escaping, cleaning and folding (RFC 5545 3.1, 3.3.11, 3.3.13).

Written here, since icalendar folds character by character, lets control characters through and writes URLs raw.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

LIMIT = 75
"""Octets in a line without its end (RFC 5545 3.1)."""

PIECE = re.compile(rb"(?s).{1,74}(?![\x80-\xbf])")
"""As many octets as a line may have that begins with a space, without cutting a character of UTF-8."""

NEWLINES = re.compile("\r\n|[\r\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""What TEXT may not hold, and halves of surrogate pairs, which UTF-8 cannot; tab and newline stay."""

URI_SAFE = "!#$%&'()*+,/:;=?@[]~-._"
BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def clean_text(text: str) -> str:
    """Return the text as it will come back: every kind of line end a newline, control characters gone."""
    if text.replace("\n", "").isprintable():
        return text
    return CONTROLS.sub("", NEWLINES.sub("\n", text))


def escape_text(text: str) -> str:
    """Return a TEXT value (RFC 5545 3.3.11) of a text that was cleaned.

    Examples:
        >>> print(escape_text("a; b, c\\nd"))
        a\\; b\\, c\\nd
    """
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


@lru_cache(maxsize=4096)
def uri(address: str) -> str | None:
    """Return an absolute, percent-encoded URI, or None where the address is none.

    Escapes that stand there are kept; a host in other scripts is written in its ASCII form (RFC 3490).
    """
    address = CONTROLS.sub("", NEWLINES.sub("", address)).strip()
    try:
        parts = urlsplit(address)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in ("http", "https", "ftp", "file", "urn") or not (host or parts.path):
        return None
    whole = urlunsplit(parts._replace(netloc=host))
    return quote(BROKEN_PERCENT.sub("%25", whole), safe=URI_SAFE)


def fold(line: str) -> str:
    """Return a content line with its line end, in pieces of at most 75 octets, never cut inside a character."""
    if len(line) * 4 <= LIMIT or (len(line) <= LIMIT and line.isascii()):
        return line + "\r\n"
    data = line.encode()
    if len(data) <= LIMIT:
        return line + "\r\n"
    return b"\r\n ".join(PIECE.findall(data)).decode() + "\r\n"


def cut_text(text: str, units: int) -> str:
    """Return the text in at most `units` UTF-16 code units, an ellipsis at the end where it was longer.

    A combining mark, a variation selector or a joined emoji is not torn from what it belongs to.
    """
    if len(text) * 2 <= units or _units(text) <= units:
        return text
    keep, used = 0, 1
    while keep < len(text) and used + _units(text[keep]) <= units:
        used += _units(text[keep])
        keep += 1
    while keep and _belongs_to_previous(text, keep):
        keep -= 1
    return text[:keep].rstrip() + "…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _belongs_to_previous(text: str, position: int) -> bool:
    """Return whether the character at `position` and the one before it are one for the reader."""
    return unicodedata.category(text[position]).startswith("M") or "\u200d" in text[position - 1 : position + 1]
