"""Texts of entries written before, kept while their event lives: an unchanged event costs nothing the next time.

An event is frozen, so the same object shown from the same articles in the same colour has the same text. Updates, edits
and selections hand on the objects of events that they do not change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from weakref import ref

from timeline.model import ArticleInfo, Event

MOST = 20_000
"""Events in a calendar whose texts are kept; those of a larger one are only streamed, so that memory stays low."""


Make = Callable[[Event, Mapping[str, ArticleInfo], str | None], str]


class _Kept(ref[Event]):
    """A weak reference to an event, with the text of its entry and what that was made of."""

    __slots__ = ("articles", "color", "key", "text")

    key: int
    articles: list[ArticleInfo | None]
    color: str | None
    text: str


_texts: dict[int, _Kept] = {}
"""Texts by identity of the event; one goes with its event."""


def keep_text(event: Event, articles: Mapping[str, ArticleInfo], color: str | None, make: Make) -> str:
    """Return what `make` gives for an event in a colour and the articles it quotes, made only where it is new."""
    key, quoted = id(event), [articles.get(passage.article) for passage in event.evidence]
    kept = _texts.get(key)
    if kept is None or kept() is not event or kept.color != color or kept.articles != quoted:
        kept = _texts[key] = _Kept(event, _forget)
        kept.key, kept.articles, kept.color, kept.text = key, quoted, color, make(event, articles, color)
    return kept.text


def _forget(gone: ref[Event]) -> None:
    """Drop the text of an event that is gone, unless another event has its place in memory by now."""
    if isinstance(gone, _Kept) and _texts.get(gone.key) is gone:
        del _texts[gone.key]
