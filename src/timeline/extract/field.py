"""Dates that are fields of a record printed as data: "date": "2026-06-03", or a value of INSERT INTO … VALUES (…)."""

from __future__ import annotations

import re

from timeline.extract.words import Words
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import TimeMention

REACH = 40
"""Characters before a value in which its key is looked for."""
OPENING = re.compile(r"(?:[\"'](?P<key>[\w-]{1,30})[\"']\s?:\s?|[(,]\s?)\\?[\"']$")
"""The key or comma before a quoted value, with its quotation mark."""
CLOSING = re.compile(r"[T ]?[0-9:.]{0,15}(?:Z|[+-][0-9]{2}:?[0-9]{2})?\\?[\"']\s?(?:[,)}\]]|$)")
"""What is left of a moment, and the end of the value."""
COMMENT = re.compile(r"^-- ")
"""A remark of the program that printed the data."""


def is_field(words: Words, mention: TimeMention) -> bool:
    """Return whether a date is all that a field of a record holds: when the record was made, not what it tells of."""
    view, at = words.sentence.view, mention.local
    if not view[at.start : at.start + 4].isdigit():
        return False
    if COMMENT.match(view):
        return True
    opening = OPENING.search(view, max(0, at.start - REACH), at.start)
    if opening is None or CLOSING.match(view, at.end) is None:
        return False
    return opening["key"] is None or words_pattern("occasion").search(opening["key"].lower()) is None
