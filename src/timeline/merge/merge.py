"""Mentions in, events out: the whole of merging."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from timeline.merge.clusters import Clusters, cluster_reports
from timeline.merge.draft import Draft, place_of
from timeline.merge.identity import make_uid
from timeline.merge.order import order_key
from timeline.merge.report import gather_reports
from timeline.model import ArticleInfo, Event, EventMention, Issue


class Merged(NamedTuple):
    """What merging yields."""

    events: tuple[Event, ...]
    """Events at or above the threshold, in order of time."""
    candidates: tuple[Event, ...]
    """Events below it, in order of time."""
    issues: tuple[Issue, ...]
    """Dates that contradict each other."""


def merge_mentions(
    mentions: Iterable[EventMention],
    articles: Iterable[ArticleInfo],
    *,
    min_confidence: float = 0.5,
    now: str | None = None,
) -> Merged:
    """Return one event for each happening, whatever the order of mentions and articles.

    Mentions with one key, and articles with one id, count once.

    Args:
        min_confidence: Events below it become candidates.
        now: UTC time for `updated` where no article of an event has a date; else the epoch.
    """
    infos = _index_articles(articles)
    drafts, wholes = _draft(mentions, infos)
    events, issues = _finish(drafts, wholes, infos, now)
    return Merged(
        tuple(event for event in events if event.confidence >= min_confidence),
        tuple(event for event in events if event.confidence < min_confidence),
        tuple(sorted(issues, key=lambda issue: (issue.source or "", issue.start or 0, issue.message))),
    )


def _index_articles(articles: Iterable[ArticleInfo]) -> dict[str, ArticleInfo]:
    """Return the articles by id; of identical ones the first source."""
    infos: dict[str, ArticleInfo] = {}
    for info in articles:
        known = infos.get(info.id)
        if known is None or (info.source, info.start) < (known.source, known.start):
            infos[info.id] = info
    return infos


def _draft(mentions: Iterable[EventMention], infos: Mapping[str, ArticleInfo]) -> tuple[list[Draft], dict[int, int]]:
    """Return the happenings, and for each part the number of its whole; what comparing needs ends here."""
    distinct = {mention.key: mention for mention in mentions}
    reports = gather_reports(sorted(distinct.values(), key=place_of))
    clusters = cluster_reports(reports)
    drafts = [Draft([reports[at] for at in group], infos) for group in clusters.groups]
    return drafts, _find_wholes(drafts, clusters)


def _find_wholes(drafts: Sequence[Draft], clusters: Clusters) -> dict[int, int]:
    """Return for each part the happening it belongs to: as its article says, else as the names say; without cycles."""
    stated = {mention.part_of for draft in drafts for mention in draft.mentions}
    by_key = {item.key: number for number, draft in enumerate(drafts) for item in draft.mentions if item.key in stated}
    claims: list[tuple[int, int]] = []
    for number, draft in enumerate(drafts):
        votes = Counter(by_key[item.part_of] for item in draft.mentions if item.part_of in by_key)
        claims += [(number, whole) for whole, _ in sorted(votes.items(), key=lambda pair: (-pair[1], pair[0]))]
    named = {position for pair in clusters.parts for position in pair}
    owner = {at: number for number, group in enumerate(clusters.groups) for at in group if at in named}
    claims += [(owner[part], owner[whole]) for part, whole in clusters.parts]
    wholes: dict[int, int] = {}
    for part, whole in claims:
        if part not in wholes and part not in _line(whole, wholes):
            wholes[part] = whole
    return wholes


def _line(number: int, wholes: Mapping[int, int]) -> list[int]:
    """Return a happening and all that it is a part of."""
    line = [number]
    while line[-1] in wholes:
        line.append(wholes[line[-1]])
    return line


def _finish(
    drafts: Sequence[Draft], wholes: Mapping[int, int], infos: Mapping[str, ArticleInfo], now: str | None
) -> tuple[list[Event], list[Issue]]:
    """Return the events in order of time, with their ids, and the doubts about them."""
    order = sorted(range(len(drafts)), key=lambda number: (drafts[number].anchor, drafts[number].mentions[0].key))
    taken: Counter[tuple[str, int]] = Counter()
    ids: dict[int, str] = {}
    for number in order:
        anchor = drafts[number].anchor
        ids[number] = make_uid(*anchor, taken[anchor])
        taken[anchor] += 1
    events: list[Event] = []
    issues: list[Issue] = []
    for number in order:
        whole = ids[wholes[number]] if number in wholes else None
        event, doubts = drafts[number].build(ids[number], whole, infos, now)
        events.append(event)
        issues += doubts
    return sorted(events, key=lambda event: order_key(event.when, event.id)), issues
