"""Where something happens: what stands after 在, 于, in, at and is a place, a venue or beside the predicate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from timeline.extract.clauses import Range, Scope
from timeline.extract.frame import Frame
from timeline.extract.words import Words
from timeline.lexicon.places import find_places, venue_suffixes
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Place

ZH_BEFORE = re.compile(
    r"(?<![存所正现实旨内潜仍])在|(?<![关由位属基至对等用终便鉴处源])于|地点(?:为|是|设在|:)|假座|移师|落户|走进"
)
NO_PLACE = re.compile(r"(?:[上中下里内间时后前]|方面|领域|过程|基础|期间|背景)$")
ON_STREET = re.compile(r"[路街道场园馆楼院][上内里]$")
"""松智路上: the street is the place."""
STOP = re.compile(r"[,;。:、(“]|以(?=“)|与|和")
ABBREVIATION = re.compile(
    r"[京沪津渝穗深港澳台汉杭宁蓉甬鲁豫晋冀皖赣湘鄂桂琼黔滇陕甘青新蒙辽吉黑闽苏浙粤川]|(?:线上|云端|[0-9]+号馆|[0-9]+室|总部)$"
)
EN_BEFORE = re.compile(r"\b(?:in|at) (?:the )?(?=[A-Z0-9])")
EN_NAME = re.compile(r"[A-Z0-9][\w'’&.-]*(?:(?: (?:of|the|de|for|and|at|&))?,? [A-Z][\w'’&.-]*){0,10}")
HELD = ("conference", "exhibition", "festival", "ceremony", "competition", "sport", "training", "signing", "other")
"""Kinds of which the words between 在 and the predicate are a place whatever they are."""
LONGEST = 40


class Candidate(NamedTuple):
    """A phrase that may be a place."""

    range: Range
    """Where it stands."""
    adjacent: bool
    """Whether the predicate of a gathering follows (Chinese) or precedes it (English)."""


def find_place(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return the place stated in the clauses of a scope, nearest to the predicate first."""
    candidates = _english(words, scope, frame) if words.is_latin else _chinese(words, scope, frame)
    for candidate in candidates:
        name = candidate.range.cut(words.view)
        held = candidate.adjacent and _is_phrase(name)
        if held or words.vocabulary.is_own_place(name) or is_place(name, words.is_latin):
            return Place(name=candidate.range.cut(words.sentence.text).strip(" ，,。."))
    return None


def is_place(name: str, latin: bool) -> bool:
    """Return whether a phrase names a place of the gazetteer or ends in the noun of a venue."""
    if not 1 <= len(name) <= LONGEST * (2 if latin else 1) or NO_PLACE.search(name):
        return False
    if (name.lower() if latin else name).endswith(_venues("en" if latin else "zh")) or ABBREVIATION.fullmatch(name):
        return True
    found = find_places(name)
    return bool(found) and (found[0].start == 0 or found[-1].end == len(name))


def is_venue(name: str) -> bool:
    """Return whether a Chinese phrase ends in the noun of a venue (上海宾馆)."""
    return name.endswith(_venues("zh"))


@cache
def _venues(language: str) -> tuple[str, ...]:
    return tuple(suffix.lower() for suffix in venue_suffixes(language))


def _is_phrase(name: str) -> bool:
    return 2 <= len(name) <= LONGEST * 3 // 4 and not NO_PLACE.search(name)


def _chinese(words: Words, scope: Scope, frame: Frame) -> Iterator[Candidate]:
    """Yield what stands after 在 or 于, and a venue that is the subject (上海宾馆举行年会)."""
    for clause in sorted(scope.clauses, key=lambda clause: clause != frame.clause):
        for match in ZH_BEFORE.finditer(words.view, clause.start, clause.end):
            start = match.end()
            if start <= scope.at.start < clause.end and scope.at.start - start < 2:
                start = scope.at.end
                if not words.view.startswith(("在", "于"), start):
                    continue
            while start < clause.end and words.view[start] in "在于 ":
                start += 1
            stop = scope.at.start if start <= scope.at.start < clause.end else clause.end
            yield _after_preposition(words, Range(start, stop), frame)
    first = 0 <= frame.subject.start - scope.at.end <= 2 and frame.name == frame.object and frame.kind in HELD
    if first and is_venue(frame.subject.cut(words.view)):
        yield Candidate(frame.subject, False)


def _after_preposition(words: Words, region: Range, frame: Frame) -> Candidate:
    """Return the phrase up to the predicate or the first border."""
    view = words.view
    hit = next((hit for hit in words.predicates if region.start < hit.start < region.end), None)
    end = hit.start if hit else region.end
    for match in words_pattern("adverb", "zh").finditer(view, region.start + 2, end):
        end = match.start()
        break
    held = (hit is not None and hit.rule.yields == ("*",)) or frame.kind in HELD
    end -= ON_STREET.search(view[region.start : end]) is not None
    whole = Range(region.start, end)
    if hit is not None and held and not re.search(r"[,;。:(“]", whole.cut(view)):
        return Candidate(whole, True)
    border = STOP.search(view, region.start + 1, end)
    return Candidate(Range(region.start, border.start() if border else end), False)


def _english(words: Words, scope: Scope, frame: Frame) -> Iterator[Candidate]:
    """Yield the proper names after in and at."""
    for clause in scope.clauses:
        for match in EN_BEFORE.finditer(words.view, clause.start, clause.end):
            name = EN_NAME.match(words.view, match.end(), len(words.view))
            if name is None or match.end() == scope.at.start:
                continue
            end = scope.at.start if match.end() < scope.at.start < name.end() else name.end()
            after = frame.predicate is not None and 0 <= match.start() - frame.predicate.end <= 2
            yield Candidate(Range(match.end(), end), after and frame.kind in HELD)
