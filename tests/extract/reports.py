"""Events of a text of our own, for tests of extraction."""

from __future__ import annotations

from timeline.extract import extract_events
from timeline.find import find_in_article
from timeline.model import Article, EventMention, Extraction, Options, RawDocument
from timeline.read import read_document, read_string
from timeline.resolve import resolve_expressions

PUBLISHED = "2026-03-10"


def extraction(text: str, published: str | None = PUBLISHED, lexicons: tuple[str, ...] = ()) -> Extraction:
    """Return all that a text yields."""
    return _extract(dated(text, published), lexicons)


def _extract(article: Article, lexicons: tuple[str, ...] = ()) -> Extraction:
    found = find_in_article(article.sentences)
    mentions, _ = resolve_expressions(article.sentences, found, article.info)
    return extract_events(article, mentions, lexicons=lexicons)


def page_events(text: str, published: str = PUBLISHED) -> list[EventMention]:
    """Return the events of a page with headline, rows and dateline that reach the default threshold."""
    [article] = read_document(RawDocument(source="page.txt", text=text))
    article = article.model_copy(update={"info": article.info.model_copy(update={"published": published})})
    return [event for event in _extract(article).events if event.confidence >= Options().min_confidence]


def dated(text: str, published: str | None = PUBLISHED) -> Article:
    """Return a text as an article with its publication day."""
    article = read_string(text)
    return article.model_copy(update={"info": article.info.model_copy(update={"published": published})})


def events(text: str, published: str | None = PUBLISHED) -> list[EventMention]:
    """Return the events of a text that reach the default threshold."""
    return [event for event in extraction(text, published).events if event.confidence >= Options().min_confidence]


def event(text: str, published: str | None = PUBLISHED) -> EventMention:
    """Return the one event of a text."""
    [only] = events(text, published)
    return only
