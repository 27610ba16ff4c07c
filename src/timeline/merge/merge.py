"""Mentions in, events out: the whole of merging."""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from timeline.merge.clusters import Clusters, cluster_reports
from timeline.merge.fields import (
    choose_kind,
    choose_place,
    choose_status,
    choose_title,
    choose_when,
    gather_aliases,
    gather_evidence,
    gather_organizers,
    gather_previous,
    join_confidence,
)
from timeline.merge.identity import make_id, make_uid, newest_stamp, utc_stamp
from timeline.merge.order import order_key
from timeline.merge.report import Report, gather_reports
from timeline.model import ArticleInfo, Event, EventMention, Issue, When


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
    with _paused_collector():
        return _merge(mentions, articles, min_confidence, now)


@contextmanager
def _paused_collector() -> Iterator[None]:
    """Pause the garbage collector: merging makes no cycles, and passes over all mentions would cost more than it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _merge(
    mentions: Iterable[EventMention], articles: Iterable[ArticleInfo], min_confidence: float, now: str | None
) -> Merged:
    infos = _index_articles(articles)
    distinct = {mention.key: mention for mention in mentions}
    ordered = sorted(distinct.values(), key=_place_of)
    reports = gather_reports(ordered)
    clusters = cluster_reports(reports)
    drafts = [_Draft([reports[at] for at in group], infos, now) for group in clusters.groups]
    events = _finish(drafts, _find_wholes(drafts, clusters))
    issues = [issue for draft in drafts for issue in draft.issues(infos)]
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


def _place_of(mention: EventMention) -> tuple[str, int, str]:
    """Return where a mention stands: article, offset, key."""
    return mention.evidence[0].article, mention.evidence[0].start, mention.key


class _Draft:
    """One happening before it has an id."""

    def __init__(self, reports: Sequence[Report], infos: Mapping[str, ArticleInfo], now: str | None) -> None:
        self.mentions = sorted((mention for report in reports for mention in report.mentions), key=_place_of)
        self.evidence = gather_evidence(self.mentions)
        self.updated = newest_stamp({item.article for item in self.evidence}, infos, now)
        self.newest_first = _by_publication(self.mentions, infos)
        self.times = choose_when(self.mentions, self.newest_first)
        self.anchor = make_id(self.evidence, infos)
        self.title = choose_title(self.mentions, {report.mentions[0].title: report.title for report in reports})

    def build(self, uid: str, part_of: str | None) -> Event:
        """Return the event."""
        mentions = self.mentions
        return Event(
            id=uid,
            title=self.title,
            aliases=gather_aliases(mentions, self.title),
            kind=choose_kind(mentions),
            status=choose_status(self.newest_first),
            confidence=join_confidence(mentions),
            when=self.times[0],
            previous=gather_previous(mentions, self.times[0]),
            place=choose_place(mentions),
            organizers=gather_organizers(mentions),
            edition=next((item.edition for item in mentions if item.edition is not None), None),
            theme=next((item.theme for item in mentions if item.theme is not None), None),
            evidence=self.evidence,
            part_of=part_of,
            updated=self.updated,
        )

    def issues(self, infos: Mapping[str, ArticleInfo]) -> Iterable[Issue]:
        """Yield an issue for each further date that the reports give, with both passages."""
        for other in self.times[1:]:
            first, second = (self._passage_of(when) for when in (self.times[0], other))
            info = infos.get(second.evidence[0].article)
            known = infos.get(first.evidence[0].article)
            yield Issue(
                code="contradicting-dates",
                message=(
                    f"{self.title!r} is on {self.times[0].edtf} by {first.evidence[0].text!r}"
                    f" ({known.source if known else first.evidence[0].article}), which more reports support,"
                    f" and on {other.edtf} by {second.evidence[0].text!r}; check the sources"
                ),
                source=info.source if info else None,
                start=second.evidence[0].start,
                end=second.evidence[0].end,
            )

    def _passage_of(self, when: When) -> EventMention:
        return next((item for item in self.mentions if item.when == when), self.mentions[0])


def _by_publication(mentions: Sequence[EventMention], infos: Mapping[str, ArticleInfo]) -> list[list[EventMention]]:
    """Return the mentions by publication time, newest first, undated ones last."""
    groups: defaultdict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        info = infos.get(mention.evidence[0].article)
        groups[(utc_stamp(info) if info else None) or ""].append(mention)
    return [groups[stamp] for stamp in sorted(groups, reverse=True)]


def _find_wholes(drafts: Sequence[_Draft], clusters: Clusters) -> dict[int, int]:
    """Return for each part the happening it belongs to: as its article says, else as the names say; without cycles."""
    owner = {position: number for number, group in enumerate(clusters.groups) for position in group}
    by_key = {mention.key: number for number, draft in enumerate(drafts) for mention in draft.mentions}
    claims: list[tuple[int, int]] = []
    for number, draft in enumerate(drafts):
        stated = Counter(by_key[item.part_of] for item in draft.mentions if item.part_of in by_key)
        claims += [(number, whole) for whole, _ in sorted(stated.items(), key=lambda pair: (-pair[1], pair[0]))]
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


def _finish(drafts: Sequence[_Draft], wholes: Mapping[int, int]) -> list[Event]:
    """Return the events in order of time, with their ids."""
    order = sorted(range(len(drafts)), key=lambda number: (drafts[number].anchor, drafts[number].mentions[0].key))
    taken: Counter[tuple[str, int]] = Counter()
    ids: dict[int, str] = {}
    for number in order:
        anchor = drafts[number].anchor
        ids[number] = make_uid(*anchor, taken[anchor])
        taken[anchor] += 1
    events = [drafts[number].build(ids[number], ids[wholes[number]] if number in wholes else None) for number in order]
    return sorted(events, key=lambda event: order_key(event.when, event.id))
