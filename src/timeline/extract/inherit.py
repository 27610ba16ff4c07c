"""Dates taken over from the main event: 会上, 活动期间, at the conference; and rows that name no event of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.extract.clauses import Range, Scope, split_clauses
from timeline.extract.draft import Draft
from timeline.extract.frame import find_frame
from timeline.extract.reading import draft_event
from timeline.extract.words import Words, find_words
from timeline.lexicon.vocabulary import load_words
from timeline.model import Article, TimeMention

GATHERINGS = ("conference", "exhibition", "festival", "ceremony", "competition", "sport", "training")
STRONG = 0.7
"""Strength a predicate needs to state an event without a date of its own."""


def find_main(drafts: Iterable[Draft], article: Article) -> Draft | None:
    """Return the event the article is about: the surest gathering, the earlier one where two are equal."""
    candidates = [draft for draft in drafts if draft.kind in GATHERINGS and draft.gathering and draft.confidence >= 0.5]
    return min(candidates, key=lambda draft: (-_weight(draft), draft.sentence, draft.span.start), default=None)


def _weight(draft: Draft) -> float:
    lead = 0.3 if draft.sentence < 6 else 0.0
    return draft.confidence + lead + (0.2 if draft.words.sentence.role in ("body", "title") else 0.0)


def inherit_dates(
    article: Article,
    mentions: Sequence[TimeMention],
    drafts: Sequence[Draft],
    main: Draft | None,
    words_of: dict[int, Words],
) -> list[Draft]:
    """Return the events that take their date from a gathering which the sentence points back to."""
    found = []
    for mention in mentions:
        if mention.refers_to != "event":
            continue
        source = _antecedent(article, mention, drafts, main)
        if source is None or any(draft.sentence == mention.sentence for draft in drafts):
            continue
        words = words_of.get(mention.sentence) or find_words(
            article.sentences[mention.sentence], source.words.vocabulary
        )
        clauses = split_clauses(words.sentence)
        at = Range(mention.local.start, mention.local.end)
        home = max((n for n, clause in enumerate(clauses) if clause.start <= at.start), default=0)
        when = source.when.model_copy(update={"basis": "inherited", "text": mention.text})
        scope = Scope(mention.model_copy(update={"when": when}), at, tuple(clauses[home:]), 0)
        frame = find_frame(words, scope)
        if frame.predicate is None or frame.predicate.rule.strength < STRONG or frame.name.is_empty:
            continue
        draft = draft_event(article, words, scope, frame, when)
        draft.part_of = source
        found.append(draft)
    return found


def _antecedent(article: Article, mention: TimeMention, drafts: Sequence[Draft], main: Draft | None) -> Draft | None:
    """Return the gathering a reference points at: the last one in its paragraph before it, else the main event."""
    paragraph = article.sentences[mention.sentence].paragraph
    before = [
        draft
        for draft in drafts
        if draft.kind in GATHERINGS
        and draft.sentence <= mention.sentence
        and draft.words.sentence.paragraph == paragraph
        and draft.confidence >= 0.5
    ]
    return before[-1] if before else main


def name_labels(drafts: Iterable[Draft], main: Draft | None, article: Article) -> None:
    """Give the main event's name to rows whose label names none of their own (时间：, When:)."""
    labels = {form for rule in load_words("label") for form in rule.forms}
    for draft in drafts:
        if draft.title.lower().strip(":： ") in labels:
            title = main.title if main is not None else article.info.title
            draft.title = title or draft.title
            draft.kind = main.kind if main is not None else draft.kind
