"""What no iCalendar property holds of an event, as one JSON value, and the event back from it.

The value leaves out what stands elsewhere in the entry: the id, the title where nothing was added to it, and each
passage that the description quotes as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from pydantic_core import PydanticSerializationError

from timeline.model import ArticleInfo, Event, Model

QUOTES = {"“": "”", "「": "」"}
"""First and last character of a line that quotes a passage."""

UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")

ELSEWHERE = ("id", "updated", "sequence", "part_of", "kind", "extensions")
"""Fields that a property of the entry holds."""


def carrier(event: Event, title: str, description: str) -> str:
    """Return the value of X-TIMELINE-EVENT for an entry with this title and description, both cleaned."""
    pairs = enumerate(zip(event.evidence, _quotes(description), strict=False))
    quoted = tuple(at for at, (passage, quote) in pairs if passage.text == quote)
    return _encode(event, _left_out(quoted, title == event.title))


@lru_cache(maxsize=1024)
def _left_out(quoted: tuple[int, ...], is_titled: bool) -> dict[str, Any]:
    """Return what the value leaves out, the texts of the quoted passages with it."""
    fields = dict.fromkeys((*ELSEWHERE, *(("title",) if is_titled else ())), True)
    derived = {"when": {"edtf"}, "previous": {"__all__": {"edtf"}}}
    return {**fields, **derived, "evidence": {at: {"text"} for at in quoted}}


def article_carrier(article: ArticleInfo) -> str:
    """Return the value of X-TIMELINE-ARTICLE."""
    return _encode(article, {})


def _encode(model: Model, left_out: dict[str, Any]) -> str:
    """Return a model as JSON on one line, without defaults and without anything that is cleaned from a TEXT value."""
    try:
        text = model.model_dump_json(exclude_defaults=True, exclude=left_out)
    except PydanticSerializationError:  # half of a surrogate pair, which UTF-8 has no bytes for
        plain = model.model_dump(exclude_defaults=True, exclude=left_out)
        text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return text if text.isprintable() else UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def restore(value: str, visible: Mapping[str, Any], description: str) -> Event:
    """Return the event of a carrier.

    Args:
        value: What `carrier` made.
        visible: The fields that properties of the entry hold, the title as shown.
        description: The description, which quotes the passages in their order.
    Raises:
        ValueError: The value is none, or a passage is quoted nowhere.
    """
    try:
        data = json.loads(value)
    except RecursionError as error:
        raise ValueError("too deeply nested") from error
    for passage, quote in zip_longest(data["evidence"], _quotes(description)):
        if passage is not None and quote is not None:
            passage.setdefault("text", quote)
    return Event.model_validate({**visible, **data})


def _quotes(description: str) -> list[str]:
    """Return the passages that a description quotes, in order."""
    return [line[1:-1] for line in description.split("\n") if line[-1:] == QUOTES.get(line[:1])]
