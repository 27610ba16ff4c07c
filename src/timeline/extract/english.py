"""Noun phrases around an English predicate."""

from __future__ import annotations

import re
from functools import cache

from timeline.extract.clauses import Range
from timeline.extract.words import Words
from timeline.lexicon.forms import Hit
from timeline.lexicon.kinds import Predicate
from timeline.lexicon.vocabulary import words_pattern

EMPTY = Range(0, 0)
CAPITAL = r"(?:[A-Z0-9][\w'’&./-]*|[a-z]+[A-Z]\w*)"
JOINT = r"(?: (?:of|for|and|the|in|on|de|&|to|a|an|–|-)){0,2} "
PROPER = re.compile(rf"{CAPITAL}(?:{JOINT}(?:\([A-Z][\w' -]{{0,40}}\)|{CAPITAL})){{0,14}}")
"""A run of capitalised words with the small words between them."""
END = re.compile(
    r" (?:in|at|on|from|by|until|through|between|during|before|after|since|within|to|that|which|who|with|where"
    r"|when|as)\b|[,;(]"
)
SMALL = re.compile(
    r"^(?:(?:the|a|an|its|their|his|her|our|this|that|and|but|also|meanwhile|on|in|at|for|to|from|by|with) )+",
    re.IGNORECASE,
)
CALLED = re.compile(r" (?:called |titled |entitled |named )?(?:\"[^\"]{2,80}\"|“[^“”]{2,80}”|‘[^‘’]{2,80}’)")
"""A quoted name behind its noun: the exhibition "Ropes and Routes"."""
PLAIN = re.compile(r"\b(?:a|an|the|its|their|this|of|at|in|for|to|will|be|is|our|his|her) ((?:[\w'’-]+ ){0,5})$")
"""The modifiers of a plain noun, back to its article or the word before it."""
LONGEST_NAME = 110


def find_subject(
    words: Words, clause: Range, predicate: Hit[Predicate], at: Range, earlier: tuple[Range, ...]
) -> Range:
    """Return the noun phrase before the predicate: in its clause, else in the nearest clause before it."""
    found = _subject_in(words, Range(clause.start, predicate.start), at)
    for before in reversed(earlier[-2:]):
        if not found.is_empty:
            break
        found = _subject_in(words, before, at)
    return found


def find_object(words: Words, clause: Range, predicate: Hit[Predicate], at: Range) -> Range:
    """Return the noun phrase after the predicate, up to a preposition, the date or the end of the clause."""
    view, start = words.view, predicate.end
    stop = at.start if predicate.end <= at.start < clause.end else clause.end
    while start < stop and view[start] in ' :"“':
        start += 1
    if words_pattern("tail", "en").match(words.lower, start, stop):
        return EMPTY
    title = PROPER.match(_without_article(view, start, stop))
    end = END.search(view, start, stop)
    stop = end.start() if end else stop
    if title:
        offset = len(view[start:]) - len(_without_article(view, start, len(view)))
        stop = max(stop, min(start + offset + title.end(), clause.end))
    return _trim(words, Range(start, stop))


def find_name(words: Words, predicate: Hit[Predicate], subject: Range, thing: Range) -> Range:
    """Return the proper name of the happening among object and subject."""
    order: tuple[Range, ...] = (thing, subject) if predicate.rule.object_first else (subject, thing)
    for candidate in order:
        named = _proper_with_head(words, candidate, predicate)
        if not named.is_empty:
            return named
    if "*" in predicate.rule.yields:
        order = (*(_plain_with_head(words, candidate) for candidate in order), *order)
    return next((candidate for candidate in order if not candidate.is_empty), EMPTY)


def find_lone_name(words: Words, clauses: tuple[Range, ...], at: Range) -> Range:
    """Return a capitalised name that ends in the head noun of a happening."""
    for clause in clauses:
        named = _proper_with_head(words, clause, None)
        if not named.is_empty:
            return named
    beside = [Range(at.end, clause.end) if clause.start <= at.start < clause.end else clause for clause in clauses]
    return next((found for clause in beside if not (found := _plain_with_head(words, clause)).is_empty), EMPTY)


def _plain_with_head(words: Words, region: Range) -> Range:
    """Return the first plain noun phrase in a region that ends in the head noun of a happening."""
    for hit in words.heads:
        if region.start <= hit.start and hit.end <= region.end and hit.rule.gathering:
            before = PLAIN.search(words.lower[region.start : hit.start])
            quoted = CALLED.match(words.view, hit.end)
            end = quoted.end() if quoted else hit.end
            return Range(region.start + before.start(1), end) if before else Range(hit.start, end)
    return EMPTY


def _proper_with_head(words: Words, region: Range, predicate: Hit[Predicate] | None) -> Range:
    """Return the first capitalised run in a region that holds a fitting head noun."""
    for match in PROPER.finditer(words.view, region.start, region.end):
        for hit in words.heads:
            fits = hit.rule.gathering or (predicate is not None and hit.rule.kind in predicate.rule.yields)
            if match.start() < hit.start and hit.end <= match.end() and fits:
                return Range(*match.span())
    return EMPTY


def _subject_in(words: Words, region: Range, at: Range) -> Range:
    start, end = region
    if start <= at.start < end:
        before = words.view[start : at.start].strip(" ,")
        leading = not before or words_pattern("leading", "en").fullmatch(before.lower()) is not None
        start, end = (at.end, end) if leading else (start, at.start)
    return _trim(words, Range(_last_part(words, start, end), end))


def _last_part(words: Words, start: int, end: int) -> int:
    """Return where the last part of a long region begins: after a colon, a dash or the last comma."""
    for mark in (r"[.:;] |\] ?[-–] ", r" [-–—] ", r", "):
        cuts = [match.end() for match in re.finditer(mark, words.view[start:end])]
        if end - start > 60 and cuts and end - start - cuts[-1] > 8:
            start += cuts[-1]
    return start


@cache
def _tail() -> re.Pattern[str]:
    """Return what is cut from the end of a noun phrase: adverbs, auxiliaries and marks."""
    return re.compile(rf"(?:[ ,:;.\-–—\"”*]|(?<= )(?:{words_pattern('adverb', 'en').pattern})(?= |$))+$")


def _without_article(view: str, start: int, stop: int) -> str:
    return re.sub(r"^(?:the|a|an|its|their|our) ", "", view[start:stop])


def _trim(words: Words, region: Range) -> Range:
    """Return the region without articles, adverbs and marks at either end."""
    view, (start, end) = words.view, region
    while start < end and not (view[start].isalnum() or view[start] in "“\"'("):
        start += 1
    small = SMALL.match(view[start:end])
    start += small.end() if small else 0
    end = start + len(_tail().sub("", words.lower[start:end]))
    text = view[start:end].lower()
    empty = words_pattern("anaphor", "en").fullmatch(text) or words_pattern("adverb", "en").fullmatch(text)
    if empty or len(text) < 3:
        return EMPTY
    return Range(start, end) if end - start <= LONGEST_NAME * 2 else EMPTY
