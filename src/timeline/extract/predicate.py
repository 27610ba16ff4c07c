"""The predicate that goes best with a date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TypeVar

from timeline.extract import english
from timeline.extract.clauses import BREAK, Range, Scope
from timeline.extract.words import CHANGES, Words
from timeline.lexicon.forms import Hit
from timeline.lexicon.kinds import Predicate
from timeline.lexicon.schema import Rule

R = TypeVar("R", bound=Rule)
NOUN = 6
"""Characters between a quote and the head noun of the name that it is a part of."""
SUBORDINATE = 0.4
"""Worth of a predicate that only tells the circumstances: when residents gather; to celebrate the day."""
NEAR = {0: 1.0, 1: 0.75, -1: 0.45, 2: 0.4}
"""Worth of a predicate by how many clauses it stands after (before) the date's own."""


def choose_predicate(words: Words, scope: Scope) -> tuple[Hit[Predicate] | None, int]:
    """Return the predicate that goes best with the date, and the index of its clause in the scope."""
    best: tuple[float, int, Hit[Predicate] | None, int] = (0.0, 0, None, scope.home)
    home = scope.home + stands_alone(words, scope)
    for index, clause in enumerate(scope.clauses):
        distance = index - home
        for hit in words.predicates:
            if not (clause.start <= hit.start and hit.end <= clause.end) or _covered(hit, scope):
                continue
            if hit.rule.reports and _tells_off(words, hit, scope.at):
                continue
            if hit.rule.follows and abs(hit.start - scope.at.end) > 1:
                continue
            if hit.rule.adjacent and not 0 <= scope.at.start - hit.end <= 5:
                continue
            around = words.enclosing(hit.start)
            if around and words.view[around.start] in "([【" and not around.start < scope.at.start < around.end:
                continue
            if around and _is_in_name(words, around, scope.at):
                continue
            worth = (0.3 + hit.rule.strength) * NEAR.get(distance, 0.25)
            worth *= 0.85 if distance == 0 and hit.end <= scope.at.start else 1.0
            worth *= 0.6 if around else 1.0
            if index != home and _opens_condition(words, clause):
                worth *= SUBORDINATE
            if words.is_latin and english.is_subordinate(words, clause, hit, scope.at):
                worth *= SUBORDINATE
            if worth > best[0]:
                best = (worth, -hit.start, hit, index)
    if best[2] is not None and (telling := _told_by(words, scope, best[2])):
        return telling, best[3]
    return best[2], best[3]


def _told_by(words: Words, scope: Scope, told: Hit[Predicate]) -> Hit[Predicate] | None:
    """Return the word that tells of a change between the date and the predicate: 3月8日宣布延期一年举行."""
    changes = [hit.start for hit in words.cues if hit.rule.effect in CHANGES and scope.at.end < hit.start < told.start]
    if not changes or BREAK.search(words.view, changes[-1], told.start):
        return None
    reporting = (hit for hit in words.predicates if hit.rule.reports and scope.at.end <= hit.start < changes[-1])
    found = next(reporting, None)
    return None if found is None or BREAK.search(words.view, found.end, changes[-1]) else found


def _is_in_name(words: Words, quote: Range, at: Range) -> bool:
    """Return whether a quote that does not hold the date is a part of a name: “走进量子世界”主题展."""
    if words.view[quote.start] != "“" or quote.start < at.start < quote.end:
        return False
    near = _starting(words.heads, quote.end, quote.end + NOUN)
    behind = (hit.start for hit in near if hit.rule.gathering)
    return any(start == quote.end or words.view[quote.end : start].isalnum() for start in behind)


def _opens_condition(words: Words, clause: Range) -> bool:
    """Return whether a clause opens as a condition: 如有变动，将另行公布."""
    return any(hit.rule.effect == "hypothesis" for hit in _starting(words.cues, clause.start, clause.start))


def _starting(hits: Sequence[Hit[R]], first: int, last: int) -> Iterator[Hit[R]]:
    """Yield the hits, sorted by their place, that start in a range; both ends count."""
    index = bisect_left(hits, first, key=attrgetter("start"))
    while index < len(hits) and hits[index].start <= last:
        yield hits[index]
        index += 1


def _tells_off(words: Words, report: Hit[Predicate], at: Range) -> bool:
    """Return whether a report stands before the date of what it calls off: 宣布取消原定4月25日的演出."""
    behind = words.view[at.end : at.end + 1] == "的"
    return behind and any(report.end <= hit.start < at.start for hit in words.cues if hit.rule.effect in CHANGES)


def stands_alone(words: Words, scope: Scope) -> bool:
    """Return whether the date's clause holds the date alone, so that the next clause says what happens."""
    clause = scope.clauses[scope.home]
    rest = words.view[clause.start : scope.at.start] + words.view[scope.at.end : clause.end]
    return len(rest.strip(" ,()")) < 2 and scope.home + 1 < len(scope.clauses)


def _covered(hit: Hit[Predicate], scope: Scope) -> bool:
    """Return whether a predicate is a part of the date: 3月20日开幕至4月3日."""
    return scope.at.start < hit.end and hit.start < scope.at.end and hit.rule.kind != "deadline"
