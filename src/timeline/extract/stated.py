"""Events in fields → reports like any other, the fields their evidence."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extract.confidence import score
from timeline.extract.draft import LONGEST_EVIDENCE
from timeline.extract.edition import find_edition
from timeline.extract.passage import link_passage, quote_passage
from timeline.extract.status import decide_status
from timeline.lexicon.vocabulary import Vocabulary
from timeline.model import Article, EventMention, Evidence, Organizer, Place, Precision, Span, StatedEvent, Status, When


def report_stated(article: Article, vocabulary: Vocabulary) -> Iterator[EventMention]:
    """Yield a report for each event that the article states in fields."""
    for number, event in enumerate(article.stated):
        if event.when is not None:
            yield _report(article, event, event.when, vocabulary, f"{article.id}:stated:{number}")


def _report(article: Article, event: StatedEvent, when: When, vocabulary: Vocabulary, key: str) -> EventMention:
    head = vocabulary.head_of(vocabulary.fold_name(event.name))
    kind = event.kind or (head.kind if head and head.gathering else "other")
    signs = ["stated", "name", "exact" if when.precision.rank >= Precision.DAY.rank else "month"]
    signs += ["coarse"] if when.precision is Precision.YEAR else []
    return EventMention(
        title=event.name,
        kind=kind,
        status=_status(article, event, when, kind),
        confidence=score((sign, 1.0) for sign in signs),
        when=when,
        previous=(event.moved_from,) if event.moved_from else (),
        place=Place(name=event.place) if event.place else None,
        organizers=tuple(Organizer(name=name) for name in event.organizers),
        edition=find_edition(event.name),
        evidence=(_quote(article, event),),
        key=key,
    )


def _quote(article: Article, event: StatedEvent) -> Evidence:
    """Return the fields as evidence, name and dates first; the link leads to the name, where the page shows it."""
    start = event.span.start
    evidence = quote_passage(article, Span(start=start, end=min(event.span.end, start + LONGEST_EVIDENCE)))
    at = article.text.find(event.name, 0, start - article.info.start) if article.info.url else -1
    link = link_passage(article.info.url or "", article.text, at, at + len(event.name)) if at >= 0 else None
    return evidence.model_copy(update={"link": link})


def _status(article: Article, event: StatedEvent, when: When, kind: str) -> Status:
    """Return the status: cancelled or postponed where the fields say so, else what the dates tell."""
    if event.status in ("cancelled", "postponed"):
        return event.status
    return decide_status({"future"}, kind, when, article.info.published_day)
