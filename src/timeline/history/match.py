"""Which events of a new state are which of an old one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from timeline.history.compare import is_same_time
from timeline.merge.blocks import find_pairs
from timeline.merge.coreference import relate
from timeline.merge.report import Report, gather_reports
from timeline.model import ArticleInfo, Event, EventBody, EventMention, Evidence

Pairs = Iterator[tuple[Event, Event]]

UNDATED = "9999"
"""Stands for the publication of an article that does not tell it."""


def match_events(
    fresh: Sequence[Event], known: Sequence[Event], articles: Mapping[str, ArticleInfo]
) -> dict[str, list[Event]]:
    """Return by the id of each new event that continues old ones these old ones, the one published first in front.

    An old event is continued by one new event: the one that was read in the same passage and has its title or time, or
    in the same words of an article that was printed again, else the best by the rules of merging, else the one with its
    id. A new event that was read in passages of several old ones which are one happening continues them all.

    Args:
        articles: The articles of both states by id.
    """
    matches: dict[str, list[Event]] = defaultdict(list)
    taken: set[str] = set()
    reprints = partial(_by_reprint, articles=articles)
    ways: list[tuple[Callable[[list[Event], list[Event]], Pairs], bool]]
    ways = [(_by_reading, False), (reprints, False), (_by_likeness, False), (_by_id, False), (_by_merging, True)]
    for find, absorbs in ways:
        left = [event for event in known if event.id not in taken]
        for event, other in find([event for event in fresh if (event.id in matches) == absorbs], left):
            if other.id not in taken and (absorbs or event.id not in matches):
                taken.add(other.id)
                matches[event.id].append(other)
    for group in matches.values():
        group.sort(key=lambda event: (min(_published(item, articles) for item in event.evidence), event.id))
    return dict(matches)


def _published(passage: Evidence, articles: Mapping[str, ArticleInfo]) -> str:
    article = articles.get(passage.article)
    return (article.published if article else None) or UNDATED


def _by_reading(fresh: Sequence[Event], known: Sequence[Event]) -> Pairs:
    """Yield pairs with the same id or a passage in common that share a name or the time, those that share most first.

    The id alone is not enough: it names the first event of a passage, which may be another one when more is known.
    """
    pairs = [*_by_id(fresh, known), *sharing_passages(fresh, known)]
    scored = [(_likeness(one, other), one, other) for one, other in pairs]
    yield from ((one, other) for score, one, other in sorted(scored, key=lambda pair: pair[0]) if any(score[:3]))


def _likeness(one: Event, other: Event) -> tuple[int, int, int, int]:
    """Return a key, least first: the title in common, the time, another name, the id."""
    names = {one.title, *one.aliases} & {other.title, *other.aliases}
    same = one.title == other.title, is_same_time(one.when, other.when), bool(names), one.id == other.id
    return -same[0], -same[1], -same[2], -same[3]


def _by_reprint(fresh: Sequence[Event], known: Sequence[Event], articles: Mapping[str, ArticleInfo]) -> Pairs:
    """Yield pairs that the same words state in two printings of one article: a page that was changed elsewhere.

    Where the words stand there several times, the first is paired with the first, and so on.
    """
    wordings: dict[tuple[str | None, ...], tuple[list[Event], list[Event]]] = defaultdict(lambda: ([], []))
    for side, events in enumerate((fresh, known)):
        for event in events:
            for wording in _wordings(event, articles):
                wordings[wording][side].append(event)
    for pair in wordings.values():
        yield from zip(*pair, strict=False)


def _wordings(event: Event, articles: Mapping[str, ArticleInfo]) -> Iterator[tuple[str | None, ...]]:
    """Yield the words of each passage, how they were read, and what an article shares with its other printings."""
    for passage in event.evidence:
        if article := articles.get(passage.article):
            for name in ("url", "source", "title"):
                if value := getattr(article, name):
                    yield name, value, event.title, event.when.start, event.when.end, passage.text


def _by_likeness(fresh: Sequence[Event], known: Sequence[Event]) -> Pairs:
    """Yield pairs that merging would take for one happening, the surest first."""
    months = {month for event in fresh for month in _months(event, margin=1)}
    events = [*fresh, *(event for event in known if not months.isdisjoint(_months(event)))]
    reports = [_report(event) for event in events]
    border = len(fresh)
    found: dict[tuple[int, int], float] = {}
    for one, other in find_pairs(reports):
        if one < border <= other and (one, other) not in found:
            relation = relate(reports[one], reports[other])
            found[one, other] = relation.score if relation.is_same else 0.0
    surest = sorted((-score, pair) for pair, score in found.items() if score)
    yield from ((events[one], events[other]) for _, (one, other) in surest)


def _months(event: Event, margin: int = 0) -> set[int]:
    """Return the months, counted from year 0, of the stated and the replaced times, at most two years of each."""
    found: set[int] = set()
    for when in (event.when, *event.previous):
        first, last = when.start or when.end or "", when.end or when.start or ""
        low, high = int(first[:4]) * 12 + int(first[5:7] or 1), int(last[:4]) * 12 + int(last[5:7] or 12)
        found.update(range(low - margin, min(high, low + 24) + margin + 1))
    return found


def _by_id(fresh: Sequence[Event], known: Sequence[Event]) -> Pairs:
    ids = {event.id: event for event in known}
    yield from ((event, ids[event.id]) for event in fresh if event.id in ids)


def _by_merging(fresh: Sequence[Event], known: Sequence[Event]) -> Pairs:
    """Yield pairs that share a passage and are one happening by their names."""
    for one, other in sharing_passages(fresh, known):
        if one.title == other.title or relate(_report(one), _report(other)).is_same:
            yield one, other


def sharing_passages(fresh: Sequence[Event], known: Sequence[Event]) -> Pairs:
    """Yield each pair as often as it has a passage in common."""
    places: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for event in known:
        for passage in event.evidence:
            places[passage.article, passage.start].append(event)
    for event in fresh:
        for passage in event.evidence:
            yield from ((event, other) for other in places.get((passage.article, passage.start), ()))


def _report(event: Event) -> Report:
    """Return an event as merging compares it; a place set by hand speaks against no report."""
    body = {name: getattr(event, name) for name in EventBody.model_fields}
    if event.place and event.place.basis == "edit":
        body["place"] = None
    (report,) = gather_reports([EventMention.model_construct(key=event.id, part_of=event.part_of, **body)])
    return report
