"""What no iCalendar property holds of an event, as one JSON value, and the event back from it.

The value leaves out what stands elsewhere in the entry: the id, the title where nothing was added to it, and each
passage that the description quotes as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from itertools import zip_longest
from typing import Any

from timeline.formats.content_line import clean_text
from timeline.model import ArticleInfo, Event, Model

QUOTES = ("“”", "「」")
"""First and last character of a line that quotes a passage."""

ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")

ELSEWHERE = ("id", "updated", "sequence", "part_of", "kind")
"""Fields that a property of the entry holds."""


def carrier(event: Event, title: str, description: str) -> str:
    """Return the value of X-TIMELINE-EVENT for an entry with this title and description."""
    data = {name: value for name, value in _plain(event).items() if name not in ELSEWHERE}
    if clean_text(title) == event.title:
        del data["title"]
    for passage, quote in zip(data["evidence"], _quotes(clean_text(description)), strict=False):
        if passage["text"] == quote:
            del passage["text"]
    return _encode(data)


def article_carrier(article: ArticleInfo) -> str:
    """Return the value of X-TIMELINE-ARTICLE."""
    return _encode(_plain(article))


def _encode(data: Any) -> str:
    """Return JSON on one line without anything that is cleaned from a TEXT value."""
    text = ENCODER.encode(data)
    return text if text.isprintable() else UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _plain(value: Any) -> Any:
    """Return a value as plain data, without what has its default or is derived."""
    if isinstance(value, Model):
        defaults = _defaults(type(value))
        fields = value.__dict__.items()
        return {name: _plain(inner) for name, inner in fields if name not in defaults or inner != defaults[name]}
    return [_plain(inner) for inner in value] if isinstance(value, tuple) else value


@cache
def _defaults(model: type[Model]) -> dict[str, Any]:
    return {name: field.default for name, field in model.model_fields.items() if not field.is_required()}


def restore(value: str, visible: Mapping[str, Any], description: str) -> Event:
    """Return the event of a carrier.

    Args:
        value: What `carrier` made.
        visible: The fields that properties of the entry hold, the title as shown.
        description: The description, which quotes the passages in their order.
    Raises:
        ValueError: The value is none, or a passage is quoted nowhere.
    """
    data = json.loads(value)
    for passage, quote in zip_longest(data["evidence"], _quotes(description)):
        if passage is not None and quote is not None:
            passage.setdefault("text", quote)
    return Event.model_validate({**visible, **data})


def _quotes(description: str) -> list[str]:
    """Return the passages that a description quotes, in order."""
    return [line[1:-1] for line in description.split("\n") if line[:1] + line[-1:] in QUOTES and len(line) > 1]
