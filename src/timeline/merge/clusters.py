"""Reports of one happening, gathered pair by pair, the surest pair first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline.merge.blocks import find_pairs
from timeline.merge.coreference import relate
from timeline.merge.report import Report


class Clusters(NamedTuple):
    """Who belongs together, and what is a part of what."""

    groups: list[list[int]]
    """Positions of reports, each group one happening."""
    parts: list[tuple[int, int]]
    """(part, whole) as positions of reports, the most specific whole first."""


class _Forest:
    """Union-find that refuses to join what a third report would only bridge."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.parent = list(range(len(reports)))
        self.days = _singles(report.time.first if report.time.exact else None for report in reports)
        self.heads = _singles(report.title.head for report in reports)
        self.editions = _singles(report.edition for report in reports)
        self.proper = [report.title.is_proper for report in reports]

    def find(self, position: int) -> int:
        """Return the root of a report's group."""
        while self.parent[position] != position:
            self.parent[position] = self.parent[self.parent[position]]
            position = self.parent[position]
        return position

    def join(self, a: int, b: int, reports: Sequence[Report]) -> None:
        """Join the groups of two reports, unless a vague date, a bare name or a missing edition only bridges them."""
        x, y = sorted((self.find(a), self.find(b)))
        exact = reports[a].time.exact and reports[b].time.exact
        named = reports[a].title.head is not None and reports[b].title.head is not None
        bridged = (not exact and _disjoint(self.days[x], self.days[y])) or _disjoint(self.editions[x], self.editions[y])
        bridged = bridged or (not named and _disjoint(self.heads[x], self.heads[y]))
        generic = not (reports[a].title.is_proper and reports[b].title.is_proper)
        if x == y or bridged or (generic and self.proper[x] and self.proper[y]):
            return
        self.parent[y] = x
        self.days[x] |= self.days[y]
        self.heads[x] |= self.heads[y]
        self.proper[x] = self.proper[x] or self.proper[y]
        self.editions[x] |= self.editions[y]


def _singles(values: Iterable[object]) -> list[frozenset[object]]:
    """Return each value as a set of its own, none for None; equal ones are one object."""
    shared: dict[object, frozenset[object]] = {None: frozenset()}
    return [shared.setdefault(value, frozenset({value})) for value in values]


def _disjoint(a: frozenset[object], b: frozenset[object]) -> bool:
    return bool(a and b) and a.isdisjoint(b)


def cluster_reports(reports: Sequence[Report]) -> Clusters:
    """Return the reports in groups of one happening each; `reports` in an order that does not depend on the input's."""
    same: list[tuple[float, int, int]] = []
    parts: list[tuple[int, int, int]] = []
    for a, b in find_pairs(reports):
        relation = relate(reports[a], reports[b])
        if relation.is_same:
            same.append((-round(relation.score, 6), a, b))
        elif relation.part:
            part, whole = (a, b) if relation.part > 0 else (b, a)
            parts.append((-reports[whole].title.weight, part, whole))
    forest = _Forest(reports)
    for _, a, b in sorted(same):
        forest.join(a, b, reports)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for position in range(len(reports)):
        groups[forest.find(position)].append(position)
    return Clusters([groups[root] for root in sorted(groups)], [(part, whole) for _, part, whole in sorted(set(parts))])
