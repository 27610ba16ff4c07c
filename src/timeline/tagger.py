"""The time tagger alone: text in, resolved time expressions out, without extraction and its imports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import overload

from timeline.errors import OptionError
from timeline.find import find_in_article
from timeline.model import Article, Issue, Options, TimeMention
from timeline.read import read_string
from timeline.resolve import resolve_expressions


class TimeMentions(Sequence[TimeMention]):
    """The time expressions of a text in order, with `issues` where an anchor is missing."""

    def __init__(self, mentions: Sequence[TimeMention], issues: Sequence[Issue]) -> None:
        self._mentions = tuple(mentions)
        self.issues = tuple(issues)

    def __len__(self) -> int:
        return len(self._mentions)

    @overload
    def __getitem__(self, index: int) -> TimeMention: ...
    @overload
    def __getitem__(self, index: slice) -> TimeMentions: ...
    def __getitem__(self, index: int | slice) -> TimeMention | TimeMentions:
        if isinstance(index, slice):
            return TimeMentions(self._mentions[index], self.issues)
        return self._mentions[index]

    def __repr__(self) -> str:
        return f"TimeMentions({list(self._mentions)!r})"


def find_times(text: str, *, anchor: date | datetime | str | None = None, timezone: str | None = None) -> TimeMentions:
    """Return the time expressions of a text, resolved as far as the anchor allows.

    Args:
        text: Any text; spans count its code points.
        anchor: The day (or minute) the text appeared. Without it 昨日 and 5月26日 stay unresolved and an issue says so.
        timezone: Zone database name the times are given, where the text names none.
    Raises:
        OptionError: `anchor` is no ISO 8601 day or minute.

    Examples:
        >>> [mention.when.edtf for mention in find_times("周五（13日）下午2时", anchor="2026-03-13")]
        ['2026-03-13T14:00:00']
    """
    article = read_string(text)
    info = article.info.model_copy(update={"published": _iso(anchor), "published_basis": "caller", "zone": timezone})
    expressions = find_in_article(article.sentences)
    return TimeMentions(*resolve_expressions(article.sentences, expressions, info))


def find_article_times(article: Article) -> TimeMentions:
    """Return the time expressions of an article that `read_articles` gave, as extraction sees them."""
    expressions = find_in_article(article.sentences)
    return TimeMentions(*resolve_expressions(article.sentences, expressions, article.info))


def _iso(anchor: date | datetime | str | None) -> str | None:
    if isinstance(anchor, datetime):
        return anchor.replace(tzinfo=None).isoformat(timespec="minutes")
    if isinstance(anchor, date):
        return anchor.isoformat()
    return None if anchor is None else _checked(anchor)


@lru_cache(64)
def _checked(anchor: str) -> str | None:
    try:
        return Options(published=anchor).published
    except ValueError as error:
        raise OptionError(f"anchor {anchor!r} is no day or minute such as 2026-03-13 or 2026-03-13T14:00") from error
