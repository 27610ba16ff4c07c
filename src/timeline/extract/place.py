"""Where something happens: what stands after 在, 于, in, at and is a place or a venue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.extract.clauses import Range, Scope
from timeline.extract.frame import Frame
from timeline.extract.words import Words
from timeline.lexicon.places import find_places, venue_suffixes
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Place

ZH_BEFORE = re.compile(
    r"(?<![存所正现实旨内潜仍])在|(?<![关由位属基至对等用终便鉴处源])于|地点(?:为|是|设在|:)|假座|移师|落户|走进"
)
NO_PLACE = re.compile(r"(?:上|中|下|里|内|间|时|后|前|方面|领域|过程|基础|会上|期间)$")
EN_BEFORE = re.compile(r"\b(?:in|at) (?:the )?(?=[A-Z0-9])")
EN_NAME = re.compile(r"[A-Z0-9][\w'’&.-]*(?:(?: (?:of|the|de|for|and|at|&))?,? [A-Z][\w'’&.-]*){0,10}")
LONGEST = 40


def find_place(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return the place stated in the clauses of a scope, nearest to the predicate first."""
    candidates = _english(words, scope) if words.is_latin else _chinese(words, scope, frame)
    for candidate in candidates:
        if is_place(candidate.cut(words.view), words.is_latin):
            return Place(name=candidate.cut(words.sentence.text).strip())
    return None


def is_place(name: str, latin: bool) -> bool:
    """Return whether a phrase names a place of the gazetteer or ends in the noun of a venue."""
    if not 1 <= len(name) <= LONGEST * (2 if latin else 1) or NO_PLACE.search(name):
        return False
    text = name.lower() if latin else name
    if text.endswith(_venues("en" if latin else "zh")) or re.search(
        r"(?:线上|云端|[0-9]+号馆|[0-9]+室|总部|现场)$|^[京沪津渝穗深港澳台汉杭宁蓉甬鲁豫晋冀皖赣湘鄂桂琼黔滇陕甘青新蒙辽吉黑闽苏浙粤川]$",
        name,
    ):
        return True
    found = find_places(name)
    return bool(found) and (found[0].start == 0 or found[-1].end == len(name))


@cache
def _venues(language: str) -> tuple[str, ...]:
    return tuple(suffix.lower() for suffix in venue_suffixes(language))


def _chinese(words: Words, scope: Scope, frame: Frame) -> Iterator[Range]:
    ordered = sorted(scope.clauses, key=lambda clause: clause != frame.clause)
    for clause in ordered:
        stop = frame.predicate.start if frame.predicate and clause == frame.clause else clause.end
        for match in ZH_BEFORE.finditer(words.view, clause.start, clause.end):
            start = match.end()
            end = stop if stop > start else clause.end
            if start <= scope.at.start < end:
                start = scope.at.end if scope.at.start - start < 2 else start
                end = end if start == scope.at.end else scope.at.start
            while start < end and words.view[start] in "在于 ":
                start += 1
            yield _before_adverb(words, Range(start, end))


def _before_adverb(words: Words, region: Range) -> Range:
    """Return the region up to the first adverb, bracket, comma or predicate."""
    view, end = words.view, region.end
    for hit in words.predicates:
        if region.start < hit.start < end:
            end = hit.start
            break
    match = re.compile(r"[,;。:、(“]|以(?=“)|与|和").search(view, region.start, end)
    end = match.start() if match and match.start() > region.start else end
    pattern = words_pattern("adverb", "zh")
    for match in pattern.finditer(view, region.start + 2, end):
        end = match.start()
        break
    return Range(region.start, end)


def _english(words: Words, scope: Scope) -> Iterator[Range]:
    for clause in scope.clauses:
        for match in EN_BEFORE.finditer(words.view, clause.start, clause.end):
            name = EN_NAME.match(words.view, match.end(), len(words.view))
            if name and not (match.end() <= scope.at.start < name.end()):
                yield Range(*name.span())
