"""The label a date stands under in its own line."""

from __future__ import annotations

import re

from timeline.extract.clauses import Range, Scope
from timeline.extract.words import Words
from timeline.lexicon.vocabulary import words_pattern

LABEL = re.compile(
    r"\W{0,3}(?:[一二三四五六七八九十]{1,3}[、)]|[0-9]{1,2}[.、)])?\W{0,3}"
    r"([^:,;。!?]{2,80}?)\s*:\W{0,4}(?:from |on |by )?"
)
"""A field name and its colon."""
FIELD = re.compile(r"(?<=\S) +(?:日期|时间|date|when|time)$", re.IGNORECASE)
"""The field name behind what a row is about: 第二场 日期."""
ENGLISH_LABEL = re.compile(r"\W{0,3}([^:;!?]{2,100}?)\s*:\s{0,4}(?:from |on |by )?")
"""The same in a line of its own, where it may hold commas."""


def find_label(words: Words, scope: Scope) -> Range | None:
    """Return the label a date stands under in its own line: 报名截止：5月3日, Submission deadline: 3 May."""
    if ":" not in words.view[: scope.at.start]:
        return None
    row = words.sentence.role == "row"
    label, first = (ENGLISH_LABEL, 0) if words.is_latin and row else (LABEL, scope.clauses[0].start)
    match = label.match(words.view, first, scope.at.start)
    if match is None or match.end() != scope.at.start or _is_key(words.view, match[1], scope.at.start):
        return None
    field = FIELD.search(match[1])
    return Range(match.start(1), match.start(1) + field.start()) if field else Range(*match.span(1))


def _is_key(view: str, label: str, start: int) -> bool:
    """Return whether a label is the key of a quoted value in data or code: "text": "5月3日……"."""
    return label.isascii() and view[start - 1] in "\"'"


def is_field_name(words: Words, label: Range) -> bool:
    """Return whether a label is the mere name of a field: 日期, When."""
    return words_pattern("label").fullmatch(words.vocabulary.fold_name(words.printed(label))) is not None
