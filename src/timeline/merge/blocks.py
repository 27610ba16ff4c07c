"""Pairs of reports worth a comparison: few for each report, however many there are.

Reports are put into buckets by the days they may lie on. A small bucket is compared whole; in a large one only reports
that share one of their rarest title pieces meet, and a block of those that is still large is compared along its order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, combinations

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
    days, months, years, names = _buckets(reports)
    for bucket in (days, years):
        for key in sorted(bucket):
            yield from _pairs_of_bucket(bucket[key], reports)
    for month in sorted(months):
        around = {position for day in _days_of(month) for position in days.get(day, ())}
        yield from _pairs_between(months[month], sorted(around), reports)
    for name in sorted(names):
        yield from _block_pairs(names[name])


def _buckets(
    reports: Sequence[Report],
) -> tuple[dict[int, list[int]], dict[int, list[int]], dict[int, list[int]], dict[str, list[int]]]:
    """Return the positions of reports by day, of vague ones by month and by year, of what happens once by name."""
    days: defaultdict[int, list[int]] = defaultdict(list)
    months: defaultdict[int, list[int]] = defaultdict(list)
    years: defaultdict[int, list[int]] = defaultdict(list)
    names: defaultdict[str, list[int]] = defaultdict(list)
    for position, report in enumerate(reports):
        for time in (report.time, *report.earlier):
            for day in _days(time):
                _add(days[day], position)
            if not _days(time):
                for month in _months(time):
                    _add(months[month], position)
                    _add(years[(month - 1) // 12], position)
        if is_once(report):
            names[report.title.text].append(position)
    return days, months, years, names


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


def _months(time: Time) -> range:
    """Return the months of a vague time, at most those of a year."""
    return range(_month(time.first), min(_month(time.last), _month(time.first) + 11) + 1)


def _month(day: int) -> int:
    moment = date.fromordinal(day)
    return moment.year * 12 + moment.month


def _days_of(month: int) -> range:
    first = date((month - 1) // 12, (month - 1) % 12 + 1, 1).toordinal()
    return range(first, first + 31)


def _pairs_of_bucket(members: list[int], reports: Sequence[Report]) -> Iterator[Pair]:
    """Yield the promising pairs among reports that may be of one day."""
    if len(members) < 2:
        return
    pieces = {position: _pieces(reports[position]) for position in members}
    if len(members) <= WHOLE:
        pairs: Iterable[Pair] = _all_pairs(members)
    else:
        pairs = chain(_pairs_of_articles(members, reports), _pairs_by_rarity(members, pieces))
        if len({reports[position].title.chinese for position in members}) > 1:
            meanings = {position: _meanings(reports[position]) for position in members}
            pairs = chain(pairs, _pairs_by_rarity(members, meanings))
    yield from (pair for pair in pairs if _is_promising(pair, pieces, reports))


def _pairs_between(vague: list[int], exact: list[int], reports: Sequence[Report]) -> Iterator[Pair]:
    """Yield promising pairs of a vague report and an exact one of its month, by the rarest shared pieces."""
    members = (*vague, *exact)
    pieces = {position: _pieces(reports[position]) for position in members}
    if len({reports[position].title.chinese for position in members}) > 1:
        pieces = {position: pieces[position] | _meanings(reports[position]) for position in members}
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for position in exact:
        for piece in pieces[position]:
            holders[piece].append(position)
    for position in vague:
        shared = sorted((len(holders[piece]), piece) for piece in pieces[position] if piece in holders)[:RARE]
        most = WHOLE // 2 if len(_months(reports[position].time)) == 1 else 2
        found = dict.fromkeys(other for _, piece in shared for other in holders[piece][:most])
        pairs = ((min(position, other), max(position, other)) for other in found)
        yield from (pair for pair in pairs if _is_promising(pair, pieces, reports))


def _is_promising(pair: Pair, pieces: Mapping[int, frozenset[str]], reports: Sequence[Report]) -> bool:
    """Return whether two reports share a quarter of the pieces of one, or may but for language or short form."""
    a, b = (pieces[position] for position in pair)
    if 4 * len(a & b) >= min(len(a), len(b)):
        return True
    first, second = (reports[position] for position in pair)
    if first.is_of_span and second.is_of_span and not first.articles.isdisjoint(second.articles):
        return True
    x, y = first.title, second.title
    shortest = min(len(x.text), len(y.text)) == 2 and x.text[:1] == y.text[:1]  # 江马 for 江州马拉松
    return shortest or x.chinese != y.chinese or x.text[-1:] == y.text[-1:] != " "


def _pairs_of_articles(members: list[int], reports: Sequence[Report]) -> Iterator[Pair]:
    """Yield the pairs within each article, where headline, lead and body say the same in different words."""
    articles: defaultdict[str, list[int]] = defaultdict(list)
    for position in members:
        if len(reports[position].articles) == 1:
            articles[min(reports[position].articles)].append(position)
    for article in sorted(articles):
        yield from _block_pairs(articles[article])


def _pairs_by_rarity(members: list[int], pieces: Mapping[int, frozenset[str]]) -> Iterator[Pair]:
    """Yield the pairs that share one of their rarest pieces."""
    frequency = Counter(piece for position in members for piece in pieces[position])
    rare: dict[int, list[str]] = {}
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for position in members:
        shared = sorted((frequency[piece], piece) for piece in pieces[position] if frequency[piece] > 1)
        rare[position] = [piece for _, piece in shared[:RARE]]
        for piece in rare[position]:
            blocks[piece].append(position)
    passed: Counter[str] = Counter()
    for position in members:
        others: set[int] = set()
        for piece in rare[position]:
            passed[piece] += 1
            block, at = blocks[piece], passed[piece]
            others.update(block[at:] if len(block) <= WHOLE // 2 else block[at : at + NEIGHBOURS])
        yield from ((position, other) for other in sorted(others))


def _block_pairs(members: list[int]) -> Iterator[Pair]:
    if len(members) <= WHOLE // 2:
        yield from _all_pairs(members)
    else:
        for at, first in enumerate(members):
            yield from ((first, second) for second in members[at + 1 : at + 1 + NEIGHBOURS])


def _all_pairs(members: list[int]) -> Iterator[Pair]:
    return combinations(members, 2)


def _pieces(report: Report) -> frozenset[str]:
    return frozenset().union(*(grams(title.text) for title in report.titles))


def _meanings(report: Report) -> frozenset[str]:
    meaning = read_meaning(report.mentions[0].title)
    return meaning.concepts | meaning.latin | meaning.places
