"""Ids and stamps of events: from the articles alone, so that they stay the same on every run."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.model import ArticleInfo, Evidence

NAMESPACE = uuid.UUID("6f0d2c1e-8b7a-5d43-9c65-0b1e4a7f92d8")
"""Fixed for ever: the namespace of event ids (RFC 9562 5.5)."""
EPOCH = "1970-01-01T00:00:00Z"
UNDATED = "9999"


def make_id(evidence: Iterable[Evidence], articles: Mapping[str, ArticleInfo]) -> tuple[str, int]:
    """Return the article published first (undated ones last, then by id) and the offset of its first passage in it."""

    def key(item: Evidence) -> tuple[str, str, int]:
        info = articles.get(item.article)
        return (info.published if info and info.published else UNDATED), item.article, item.start

    first = min(evidence, key=key)
    info = articles.get(first.article)
    return first.article, first.start - (info.start if info else 0)


def make_uid(article: str, offset: int, ordinal: int) -> str:
    """Return the UID of the event number `ordinal` (from 0) of those that the same passage states."""
    name = f"{article}:{offset}" if not ordinal else f"{article}:{offset}:{ordinal}"
    return str(uuid.uuid5(NAMESPACE, name))


def next_uid(uid: str) -> str:
    """Return the UID of an event whose own one, `uid`, another event has had before."""
    return str(uuid.uuid5(NAMESPACE, uid))


def newest_stamp(ids: Iterable[str], articles: Mapping[str, ArticleInfo], now: str | None) -> str:
    """Return the publication of the newest of the articles in UTC; `now`, else the epoch, where none is dated."""
    stamps = [stamp for key in ids if key in articles and (stamp := utc_stamp(articles[key]))]
    return max(stamps, default=now or EPOCH)


def utc_stamp(info: ArticleInfo) -> str | None:
    """Return when an article appeared as `2026-01-18T22:28:00Z`; a bare day counts as its first minute in its zone."""
    return _utc(info.published, info.zone) if info.published and len(info.published) >= 10 else None


@lru_cache(maxsize=4096)
def _utc(published: str, zone: str | None) -> str:
    local = datetime.fromisoformat(published).replace(tzinfo=_zone(zone))
    try:
        return local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    except OverflowError:
        return f"{published[:10]}T00:00:00Z"


@cache
def _zone(name: str | None) -> tzinfo:
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
