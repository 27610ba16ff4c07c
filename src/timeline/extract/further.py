"""Further happenings of one date: 昨日江州会展中心启用，由A主办的“B展览会”率先登场."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extract.clauses import Range, Scope
from timeline.extract.draft import Draft
from timeline.extract.frame import Frame, find_frame
from timeline.extract.reading import draft_event
from timeline.extract.words import Words
from timeline.model import Article

STRONG = 0.9
"""Strength a predicate needs to state a happening beside the one its date was first read with."""
GOES_ON = re.compile(r"并(?![非不未])|随后|会后|同时|双方|还(?![未没])|and ")
"""What opens a clause that adds another happening."""
CLAUSES = 3
"""Clauses after the first happening that are read."""


def read_further(article: Article, words: Words, scope: Scope, first: Draft) -> Iterator[Draft]:
    """Yield the gatherings that later clauses of a date's scope name and hold, and what is signed besides."""
    later = [clause for clause in scope.clauses if clause.start >= first.clause.end]
    for clause in later[:CLAUSES]:
        draft = _read(article, words, scope, clause)
        if draft is not None and draft.title not in first.title and first.title not in draft.title:
            yield draft


def _read(article: Article, words: Words, scope: Scope, clause: Range) -> Draft | None:
    """Return the event of one clause, where it names a gathering of its own and holds it."""
    when = scope.mention.when
    if when is None or not any(clause.start <= hit.start < clause.end for hit in words.predicates):
        return None
    own = Scope(scope.mention, Range(clause.start, clause.start), (clause,), 0)
    frame = find_frame(words, own)
    if _also_signs(words, clause, frame):
        return draft_event(article, words, own, frame, when.model_copy(update={"basis": "inherited"}))
    named = frame.head is not None and frame.head.gathering and clause.start <= frame.name.start < clause.end
    if not named or frame.predicate is None or "*" not in frame.predicate.rule.yields:
        return None
    quoted = any(mark in frame.name.cut(words.view) for mark in "“《") or "第" in frame.name.cut(words.view)
    if not quoted or frame.strength < STRONG:
        return None
    return draft_event(article, words, own, frame, when.model_copy(update={"basis": "inherited"}))


def _also_signs(words: Words, clause: Range, frame: Frame) -> bool:
    """Return whether a clause goes on with an agreement that is signed: …, 并签署合作协议."""
    signs = frame.predicate is not None and frame.kind == "signing" and frame.head is not None
    return signs and GOES_ON.match(words.view, clause.start) is not None and clause.start < frame.object.start
