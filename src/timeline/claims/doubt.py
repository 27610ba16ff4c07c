"""Whether a text means what a passage of it says: not where it denies it, calls it off or only supposes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from timeline.claims.words import Words, read_words
from timeline.extract.clauses import split_clauses
from timeline.lexicon.concepts import Concept, load_concepts
from timeline.lexicon.doubts import load_doubts
from timeline.lexicon.forms import Hit, lower
from timeline.lexicon.script import fold
from timeline.merge.title import HAN
from timeline.model import Sentence, Span

Effect = Literal["denied", "cancelled", "supposed"]


class Doubt(NamedTuple):
    """What takes a passage back."""

    effect: Effect
    """In what way."""
    words: str
    """The words that do, as printed."""


CANCEL = "shared.concept.cancel"


def find_doubts(sentences: Sequence[Sentence], passage: Span, title: Words) -> Iterator[Doubt]:
    """Yield what takes back a passage, and the words that do, by sentence and position.

    Args:
        sentences: Those of the article.
        passage: Where it stands in the source text; only the sentences and clauses that it touches are asked.
        title: What is said to happen: the text may call off something else (取消门票).
    """
    for sentence in sentences:
        if sentence.span.overlaps(passage):
            for effect, hit in _doubts_of(sentence, passage, title):
                yield Doubt(effect, sentence.text[hit.start : hit.end])


def doubts_in(title: str) -> frozenset[Effect]:
    """Return the doubts that a title itself tells of: 第六届江州灯会取消."""
    view = lower(fold(title))
    stated: set[Effect] = {hit.rule.effect for hit in load_doubts().find(view)}
    return frozenset(stated | ({"cancelled"} if any(hit.rule.id == CANCEL for hit in _acts(view)) else set()))


def _doubts_of(sentence: Sentence, passage: Span, title: Words) -> Iterator[tuple[Effect, Hit[Any]]]:
    view = lower(sentence.view)
    touched = [part for part in split_clauses(sentence) if sentence.raw_span(part.start, part.end).overlaps(passage)]
    for hit in load_doubts().find(view):
        clause = next((part for part in touched if part.start <= hit.start < part.end), None)
        reach = hit.rule.reach
        if (
            reach == "sentence"
            or (reach == "after" and sentence.raw(hit.start) < passage.end)
            or (clause is not None and reach == "act" and any(_acts(view[hit.start : clause.end])))
        ):
            yield hit.rule.effect, hit
    for act in _acts(view):
        clause = next((part for part in touched if part.start <= act.start < part.end), None)
        if act.rule.id == CANCEL and clause is not None and not _is_of_another(view[act.end : clause.end], title):
            yield "cancelled", act


def _is_of_another(rest: str, title: Words) -> bool:
    """Return whether a Chinese object follows, without an act and without a word of the title."""
    return bool(HAN.match(rest)) and not any(_acts(rest)) and title.pieces.isdisjoint(read_words(rest).pieces)


def _acts(view: str) -> Iterator[Hit[Concept]]:
    return (hit for hit in load_concepts().find(view) if hit.rule.role == "act")
