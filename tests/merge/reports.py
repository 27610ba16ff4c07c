"""Mentions and articles made by hand, for the tests of merging."""

from __future__ import annotations

from typing import Any

from timeline.model import ArticleInfo, EventMention, Evidence, Place, Precision, When

LENGTHS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY, 16: Precision.MINUTE}


def when(start: str, end: str | None = None, **more: Any) -> When:
    """Return a time of the precision that `start` shows."""
    return When(start=start, end=end, precision=more.pop("precision", LENGTHS[len(start)]), text=start, **more)


def mention(
    title: str,
    start: str | When,
    *,
    article: str = "a",
    at: int = 0,
    number: int = 0,
    place: str | None = None,
    text: str | None = None,
    **more: Any,
) -> EventMention:
    """Return a mention whose passage begins at `at` and is its title unless `text` is given."""
    passage = text or title
    return EventMention(
        title=title,
        when=start if isinstance(start, When) else when(start),
        key=f"{article}:{at}:{number}",
        confidence=more.pop("confidence", 0.8),
        place=Place(name=place) if place else None,
        evidence=(Evidence(article=article, start=at, end=at + len(passage), text=passage),),
        **more,
    )


def article(key: str, published: str | None = None, zone: str | None = "Asia/Shanghai", start: int = 0) -> ArticleInfo:
    """Return an article of 10,000 characters."""
    return ArticleInfo(id=key, source=f"{key}.txt", start=start, end=start + 10_000, published=published, zone=zone)
