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
PLAIN = re.compile(
    r"\b(?:a|an|the|its|their|this|of|at|in|for|to|will|be|is|our|his|her)"
    r" ((?:(?!(?:an?|the|its|their|of|at|in|for|to) )[\w'’-]+ ){0,5})$"
)
"""The modifiers of a plain noun, back to its article or the word before it."""
EDITION = re.compile(
    r"\b(?:(?:[0-9]{1,3}(?:st|nd|rd|th)|inaugural|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|twentieth)(?:-ever)?(?: annual)?|annual) $"
)
"""The edition before a proper name."""
DETERMINER = 6
"""Characters of an article before a noun phrase that was found without it."""
PARTICIPLE = re.compile(
    r"on view|on display|on show|held|set|scheduled|slated|hosted|organi[sz]ed|founded|established|launched"
    r"|taking place|opened"
)
"""What may open a sentence before its subject: Held in Leeds, the fair…"""
FOLLOWING = re.compile(
    r", ?((?:[\w'’&.-]+ ){0,8}?[\w'’&.-]+)"
    r"(?= (?:is|are|was|were|will|has|have|had|[a-z]{3,}(?:ed|es|s)|drew|saw|brought)\b)"
)
"""The noun phrase after a comma, up to its verb."""
REPORTED = re.compile(
    r"^.{0,120}\b(?:announced|said|says|confirmed|revealed|reported|stated|added)(?: (?:on )?\w+day)? that (?:the )?"
)
"""What reports a clause: the studio has announced that X…"""
RELATIVE = re.compile(r"(?:which|that) ", re.IGNORECASE)
NOUN_PHRASE = re.compile(r"\b(?:the|an?|its|their|our|this|to|of|for|in|at|with|and) ", re.IGNORECASE)
"""What a noun phrase begins after."""
NO_SUBJECT = re.compile(r"(?:which|that|who|through|by|via|despite|amid|because of|due to|\w+ed by)\b", re.IGNORECASE)
"""What opens a phrase that is no subject."""
INDEFINITE = re.compile(r"\ban? $", re.IGNORECASE)
PASSIVE = re.compile(r"(?:^|.* )(?:be|is|are|was|were|been|being|get|got)(?: \w+ly)?(?: \w+ed)?$")
OFFICES = (
    "authority",
    "board",
    "bureau",
    "hall",
    "hotel",
    "committee",
    "secretariat",
    "organisation",
    "organization",
    "office",
)
"""Nouns of bodies and houses whose names open with that of a happening: Convention Bureau."""
LONGEST_NAME = 110


def find_subject(
    words: Words, clause: Range, predicate: Hit[Predicate], at: Range, earlier: tuple[Range, ...]
) -> Range:
    """Return the noun phrase before the predicate: in its clause, else in the nearest clause before it."""
    if PARTICIPLE.fullmatch(words.lower, predicate.start, predicate.end) and not words.view[: predicate.start].strip():
        return _after_participle(words, clause, at)
    if earlier and RELATIVE.match(words.view[clause.start : predicate.start]):
        return _antecedent(words, earlier[-1])
    found = _subject_in(words, Range(clause.start, predicate.start), at)
    for before in reversed(earlier[-2:]):
        if not found.is_empty and not _is_apposition(words, found, before):
            break
        found = _subject_in(words, words.up_to_predicate(before), at)
    return found


def _antecedent(words: Words, before: Range) -> Range:
    """Return the noun phrase at the end of a clause, which the relative clause after it is about."""
    openings = [match.end() for match in NOUN_PHRASE.finditer(words.view, before.start, before.end)]
    return _trim(words, Range(openings[-1] if openings else before.start, before.end))


def _after_participle(words: Words, clause: Range, at: Range) -> Range:
    """Return the subject behind a participle that opens the sentence: Held May 3-5 in Leeds, the fair drew…"""
    following = FOLLOWING.match(words.view, max(clause.end, at.end))
    return _trim(words, Range(*following.span(1))) if following else EMPTY


def _is_apposition(words: Words, found: Range, before: Range) -> bool:
    """Return whether a phrase only explains the name before it: Weaver Hall, a regional body, will host…"""
    joined = words.view[before.end : found.start].strip().lower()
    return joined in (", a", ", an", ", one of") and PROPER.search(words.view, before.start, before.end) is not None


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


def lacks_object(words: Words, predicate: Hit[Predicate], thing: Range) -> bool:
    """Return whether a word that needs an object has none and is no passive: the chairman announced."""
    passive = PASSIVE.match(words.lower[max(0, predicate.start - 24) : predicate.end])
    return predicate.rule.object_first and "*" not in predicate.rule.yields and thing.is_empty and not passive


def find_name(words: Words, predicate: Hit[Predicate], subject: Range, thing: Range) -> Range:
    """Return the proper name of the happening among object and subject."""
    if words.view[max(0, thing.start - 1) : thing.start] in ('"', "“") and "*" in predicate.rule.yields:
        return thing
    order: tuple[Range, ...] = (thing, subject) if predicate.rule.object_first else (subject, thing)
    for candidate in order:
        named = _proper_with_head(words, candidate, predicate)
        if not named.is_empty:
            return named
    if "*" in predicate.rule.yields:
        order = (*(_plain_with_head(words, candidate) for candidate in order), *order)
    return next((candidate for candidate in order if not candidate.is_empty), EMPTY)


def is_proper(words: Words, name: Range) -> bool:
    """Return whether a name is a proper one; the capital that opens a sentence proves nothing."""
    first = name.start + (not words.view[: name.start].strip(' "“') and not words.view[name.start : name.end].isupper())
    return re.search(r"[A-Z]", words.view[first : name.end]) is not None


def find_lone_name(words: Words, clauses: tuple[Range, ...], at: Range) -> Range:
    """Return a capitalised name that ends in the head noun of a happening."""
    for clause in clauses:
        named = _proper_with_head(words, clause, None)
        if not named.is_empty:
            return named
    home = [clause for clause in clauses if clause.start <= at.start < clause.end]
    beside = [Range(at.end, clause.end) if clause in home else clause for clause in clauses]
    beside += [Range(clause.start, at.start) for clause in home]
    return next((found for clause in beside if not (found := _plain_with_head(words, clause)).is_empty), EMPTY)


def _plain_with_head(words: Words, region: Range) -> Range:
    """Return the first plain noun phrase in a region that ends in the head noun of a happening."""
    for hit in words.heads:
        if region.start <= hit.start and hit.end <= region.end and hit.rule.gathering:
            first = max(0, region.start - DETERMINER)
            before = PLAIN.search(words.lower[first : hit.start])
            quoted = CALLED.match(words.view, hit.end)
            end = quoted.end() if quoted else hit.end
            return Range(max(region.start, first + before.start(1)), end) if before else Range(hit.start, end)
    return EMPTY


def _proper_with_head(words: Words, region: Range, predicate: Hit[Predicate] | None) -> Range:
    """Return the first capitalised run in a region that holds a fitting head noun."""
    for match in PROPER.finditer(words.view, region.start, region.end):
        for hit in words.heads:
            fits = hit.rule.gathering or (predicate is not None and hit.rule.kind in predicate.rule.yields)
            inside = match.start() < hit.start and hit.end <= match.end()
            if inside and fits and not _names_other(words, hit.end, match.end()):
                edition = EDITION.search(words.lower[: match.start()])
                return Range(edition.start() if edition else match.start(), match.end())
    return EMPTY


def _names_other(words: Words, start: int, end: int) -> bool:
    """Return whether a head noun only opens the name of a body or a venue: Convention and Visitors Bureau."""
    rest = re.split(r" (?:of|for|on|in|at|to|–|-) |\(", words.lower[start:end])[0].strip()
    head = words.vocabulary.head_of(rest)
    return (head is not None and not head.gathering) or rest.endswith(OFFICES)


def _subject_in(words: Words, region: Range, at: Range) -> Range:
    start, end = region
    if start <= at.start < end:
        before = words.view[start : at.start].strip(" ,")
        leading = not before or words_pattern("leading", "en").fullmatch(before.lower()) is not None
        start, end = (at.end, end) if leading else (start, at.start)
    if reported := REPORTED.match(words.lower[start:end]):
        start += reported.end()
    start = _last_part(words, start, end)
    opening = words.view[start:end].lstrip(' ,"“')
    return EMPTY if NO_SUBJECT.match(opening) else _trim(words, Range(start, end))


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
    adverbs = words_pattern("adverb", "en").pattern
    return re.compile(rf"(?:[ ,:;.\-–—\"”*]|(?<= )(?:{adverbs}|on|in|at|by|from|until)(?= |$))+$")


def _without_article(view: str, start: int, stop: int) -> str:
    return re.sub(r"^(?:the|a|an|its|their|our) ", "", view[start:stop])


def _trim(words: Words, region: Range) -> Range:
    """Return the region without articles, adverbs and marks at either end."""
    view, (start, end) = words.view, region
    while start < end and not (view[start].isalnum() or view[start] in "“\"'("):
        start += 1
    small = SMALL.match(view[start:end])
    start += small.end() if small else 0
    is_new = INDEFINITE.search(view, max(0, start - 4), start) is not None
    end = start + len(_tail().sub("", words.lower[start:end]))
    text = view[start:end].lower()
    points_back = words_pattern("anaphor", "en").fullmatch(text) is not None and not is_new
    if points_back or words_pattern("adverb", "en").fullmatch(text) or len(text) < 3:
        return EMPTY
    return Range(start, end) if end - start <= LONGEST_NAME * 2 else EMPTY
