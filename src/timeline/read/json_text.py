"""JSON as others write it, made safe to write again."""

from __future__ import annotations

import json
from typing import Any

ESCAPE = "\\ud"
"""What every escaped surrogate begins with, in lower case."""


def load_json(text: str, *, strict: bool = True) -> Any:
    """Return the value of a JSON text; half a surrogate pair, which no encoding can hold, becomes U+FFFD.

    Args:
        strict: Whether control characters in strings are an error (RFC 8259 section 7).

    Raises:
        ValueError: It is no JSON.
        RecursionError: It is nested too deeply.

    Examples:
        >>> load_json('"\\\\ud83c\\\\udfee \\\\ud800"')
        '🏮 �'
    """
    value = json.loads(text, strict=strict)
    if ESCAPE not in text.lower():
        return value
    whole = json.dumps(value, ensure_ascii=False).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return json.loads(whole)
