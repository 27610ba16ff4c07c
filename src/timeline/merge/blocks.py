"""Pairs of reports worth a comparison: few for each report, however many there are.

Reports are put into buckets by the days they may lie on. A small bucket is compared whole; in a large one only reports
that share one of their rarest title pieces meet, and a block of those that is still large is compared along its order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from timeline.merge.coreference import is_once
from timeline.merge.report import Report
from timeline.merge.times import FAR, Time
from timeline.merge.title import grams, read_meaning

WHOLE = 24
"""Reports up to which a bucket, an article's share of it or a block is compared whole."""
RARE = 4
"""How many of its rarest pieces a report is looked up by in a large bucket."""
NEIGHBOURS = 4
"""How many following reports each report of a large block is compared with."""
LONGEST_SPAN = 12
"""Days up to which a span is looked up by each of its days; a longer one by its ends."""

Pair = tuple[int, int]


def find_pairs(reports: Sequence[Report]) -> Iterator[Pair]:
    """Yield pairs of positions in `reports`, the smaller first; one that shares several buckets comes several times."""
    for members in _buckets(reports):
        if len(members) > 1:
            yield from _pairs_of_bucket(members, reports)


def _buckets(reports: Sequence[Report]) -> Iterator[list[int]]:
    """Yield the positions of reports by day, then by month where vague times lie in it, then by proper name."""
    days: defaultdict[int, list[int]] = defaultdict(list)
    vague: defaultdict[int, list[int]] = defaultdict(list)
    names: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, report in enumerate(reports):
        for time in (report.time, *report.earlier):
            for day in _days(time):
                _add(days[day], position)
            if not _days(time):
                for month in _months(time):
                    _add(vague[month], position)
        if is_once(report):
            names[report.title.core].append(position)
    exact = {day: members for day, members in days.items() if members}
    for day in sorted(exact):
        yield exact[day]
    by_month: defaultdict[int, list[int]] = defaultdict(list)
    for day, members in exact.items():
        month = _month(day)
        if month in vague:
            by_month[month] += members
    for month in sorted(vague):
        yield sorted({*vague[month], *by_month[month]})
    yield from (names[name] for name in sorted(names))


def _add(bucket: list[int], position: int) -> None:
    if not bucket or bucket[-1] != position:
        bucket.append(position)


def _days(time: Time) -> Iterable[int]:
    """Return the days a report is looked up by; none for a vague time longer than a week."""
    if time.last == FAR or not time.first:
        return (time.first or time.last,)
    if time.exact or time.days <= 7:
        return range(time.first, time.last + 1) if time.days <= LONGEST_SPAN else (time.first, time.last)
    return ()


def _months(time: Time) -> Iterable[int]:
    """Return the months of a vague time, at most those of a year."""
    return range(_month(time.first), min(_month(time.last), _month(time.first) + 11) + 1)


def _month(day: int) -> int:
    moment = date.min + timedelta(days=day - 1)
    return moment.year * 12 + moment.month


def _pairs_of_bucket(members: list[int], reports: Sequence[Report]) -> Iterator[Pair]:
    if len(members) <= WHOLE:
        yield from _all_pairs(members)
        return
    yield from _pairs_of_articles(members, reports)
    yield from _pairs_by_rarity(members, lambda position: _pieces(reports[position]))
    if len({reports[position].title.chinese for position in members}) > 1:
        yield from _pairs_by_rarity(members, lambda position: _meanings(reports[position]))


def _pairs_of_articles(members: list[int], reports: Sequence[Report]) -> Iterator[Pair]:
    """Yield the pairs within each article, where headline, lead and body say the same in different words."""
    articles: defaultdict[str, list[int]] = defaultdict(list)
    for position in members:
        if len(reports[position].articles) == 1:
            articles[min(reports[position].articles)].append(position)
    for article in sorted(articles):
        yield from _block_pairs(articles[article])


def _pairs_by_rarity(members: list[int], pieces_of: Callable[[int], frozenset[str]]) -> Iterator[Pair]:
    """Yield the pairs that share one of their rarest pieces."""
    frequency = Counter(piece for position in members for piece in pieces_of(position))
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for position in members:
        shared = [(frequency[piece], piece) for piece in pieces_of(position) if frequency[piece] > 1]
        for _, piece in sorted(shared)[:RARE]:
            blocks[piece].append(position)
    for piece in sorted(blocks):
        yield from _block_pairs(blocks[piece])


def _block_pairs(members: list[int]) -> Iterator[Pair]:
    if len(members) <= WHOLE // 2:
        yield from _all_pairs(members)
    else:
        for at, first in enumerate(members):
            yield from ((first, second) for second in members[at + 1 : at + 1 + NEIGHBOURS])


def _all_pairs(members: list[int]) -> Iterator[Pair]:
    for at, first in enumerate(members):
        yield from ((first, second) for second in members[at + 1 :])


def _pieces(report: Report) -> frozenset[str]:
    return frozenset().union(*(grams(title) for title in report.titles))


def _meanings(report: Report) -> frozenset[str]:
    meaning = read_meaning(report.mentions[0].title)
    return meaning.concepts | meaning.latin | meaning.places
