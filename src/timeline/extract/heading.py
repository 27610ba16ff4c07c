"""The name that the heading over a table or a list gives its rows: 历届年会, LoomCon 2026."""

from __future__ import annotations

import re

from timeline.extract.draft import Draft
from timeline.lexicon.forms import lower
from timeline.lexicon.vocabulary import Vocabulary, words_pattern
from timeline.model import Article

ROWS = 120
"""Rows of a table or list under one heading, at most."""
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
PLURAL = re.compile(r"(?<=[a-z]{2}[^s])s$")
CAPITALS = re.compile(r"[A-Z][A-Za-z]+")


def find_heading(article: Article, draft: Draft) -> tuple[str, str] | None:
    """Return name and kind that the heading over a row gives it, with the edition that the row states, if any."""
    first = max(0, draft.sentence - ROWS)
    above = (article.sentences[index] for index in range(draft.sentence - 1, first - 1, -1))
    heading = next((sentence for sentence in above if sentence.role in ("heading", "title")), None)
    if heading is None:
        return None
    series = words_pattern("series").match(lower(heading.view))
    text = heading.text[series.end() if series else 0 :].strip(" :：#*·•")
    text = PLURAL.sub("", text) if draft.words.columns.get("edition") else text
    head = _head_of_heading(draft.words.vocabulary, text)
    if head is None:
        return None
    cell = draft.words.columns.get("edition")
    return " ".join([cell.cut(draft.words.sentence.text), text] if cell else [text]), head


def _head_of_heading(vocabulary: Vocabulary, heading: str) -> str | None:
    """Return the kind of what a heading names, None where it names no happening: 日程, 2026 Schedule."""
    name = vocabulary.fold_name(heading)
    if words_pattern("listing").search(name):
        return None
    noun = PLURAL.sub("", YEAR.sub("", name).strip())
    head = vocabulary.head_of(noun)
    if head is not None:
        return head.kind if head.gathering else None
    return "conference" if YEAR.search(name) and CAPITALS.search(heading) else None
