"""The noun phrase before an English predicate: who acts, or what takes place."""

from __future__ import annotations

import re

from timeline.extract.clauses import Range
from timeline.extract.english_phrase import EMPTY, PROPER, trim
from timeline.extract.words import Words
from timeline.lexicon.forms import Hit
from timeline.lexicon.kinds import Head, Predicate
from timeline.lexicon.vocabulary import words_pattern

PARTICIPLE = re.compile(
    r"on view|on display|on show|(?:to be )?held|set|scheduled(?: for)?|slated|hosted|organi[sz]ed|founded|established"
    r"|launched|taking place|opened"
)
"""What may stand beside its subject without a verb: Held in Leeds, the fair…; the fair, to be held in Leeds."""
REDUCED = re.compile(r"held|hosted|organi[sz]ed|convened")
AUXILIARY = re.compile(r"\b(?:be|is|are|was|were|been|being|has|have|had|will)(?: [a-z]+ly)? $")
BEHIND = re.compile(r" (?:on|in|at|from|by|between|during|today|yesterday|last|this|[a-z]+day|[0-9])\b")
"""What follows a participle that has no object."""
FOLLOWING = re.compile(
    r", ?((?:[\w'’&.-]+ ){0,8}?[\w'’&.-]+)"
    r"(?= (?:is|are|was|were|will|has|have|had|[a-z]{3,}(?:ed|es|s)|drew|saw|brought)\b)"
)
"""The noun phrase after a comma, up to its verb."""
REPORTED = re.compile(
    r"^(.{0,120}?)\b(?:has |have |had )?(?:announced?|said|says|confirm(?:ed)?|revealed|reported|stated"
    r"|added|noted|explained)(?: (?:on )?\w+day)? that (?:the )?"
)
"""What reports a clause: the studio has announced that X…"""
ARTICLES = ("", "the", "a", "an", "this", "our", "its", "their")
"""What may stand before a date inside a noun phrase: the March 17th meeting."""
RELATIVE = re.compile(r"(?:which|that|who) ", re.IGNORECASE)
NOUN_PHRASE = re.compile(r"\b(?:the|an?|its|their|our|this|to|of|for|in|at|with|and) ", re.IGNORECASE)
"""What a noun phrase begins after."""
NO_SUBJECT = re.compile(
    r"(?:(?:for |of |with |in |at |from |to )?which|that|who|is|are|was|were|will|has|have|through|by|via|despite|amid"
    r"|because of|due to|originally|initially|previously|under|along with"
    r"|together with|including|featuring|accompanied|led|formerly|located|\w+ed by)\b",
    re.IGNORECASE,
)
"""What opens a phrase that is no subject."""
PRONOUN = re.compile(r"(?:we|i|you|they|he|she|it|there)(?:['’](?:ll|re|ve|d|s|m))?(?: |$)")
"""What opens a statement of the writer's own: we are happy to announce."""
OFFICE = re.compile(
    r"(?:(?:former|acting|deputy|vice|executive|managing|founding|general|senior|chief|co-?|city|county) ?)*"
    r"(?:chair(?:man|woman|person)?|president|chancellor|director|ceo|founder|head|dean|mayor|minister|secretary|governor"
    r"|ambassador|commissioner|manager|officer|professor|principal|rector|editor|owner|curator|spokes\w+)\b"
)
"""What an office begins with behind the name of who holds it."""
ADVERBIAL = re.compile(
    r"(?:In|On|At|After|Before|From|With|By|For|During|Since|Until|Under|Over|Following|According|Despite|Among|As|When|While"
    r"|If|Although|Also|And|But|Or|Last|This|Next|Earlier|Later|Today|Yesterday|Tomorrow|Meanwhile|However|Then|To|Of"
    r"|Held|Founded|Based|Located|Through|Because|Due|Thanks|Along|Both|\w+day)\b"
)
"""What opens a phrase that says when or how, so that no name begins there."""
ASIDE = 3
"""Words of a place or a short form behind a name: Loom University, Leeds, signed…"""


def find_subject(
    words: Words, clause: Range, predicate: Hit[Predicate], at: Range, earlier: tuple[Range, ...]
) -> Range:
    """Return the noun phrase before the predicate: in its clause, else in the nearest clause before it."""
    leads = not words.view[clause.start : predicate.start].strip(' "”')
    participle = leads and PARTICIPLE.fullmatch(words.lower, predicate.start, predicate.end)
    if participle and not words.view[: predicate.start].strip():
        return _after_participle(words, clause, at)
    if earlier and (participle or RELATIVE.match(words.view[clause.start : predicate.start])):
        nouns = [_antecedent(words, before) for before in reversed(earlier[-2:])]
        return next((noun for noun in nouns if _gatherings(words, noun)), nouns[0])
    if is_reduced(words, predicate):
        return _antecedent(words, Range(clause.start, predicate.start - 1))
    found = _subject_in(words, Range(clause.start, predicate.start), at)
    for before in reversed(earlier[-2:]):
        if found.is_empty or _is_apposition(words, found, before):
            found = _subject_in(words, words.up_to_predicate(before), at)
        elif _is_listed(words, found, before):
            found = Range(trim(words, before).start, found.end)
        else:
            break
    return EMPTY if PRONOUN.match(words.lower, found.start, found.end) else found


def is_reduced(words: Words, predicate: Hit[Predicate]) -> bool:
    """Return whether a participle only describes the noun before it: the meeting held on Monday."""
    alone = REDUCED.fullmatch(words.lower, predicate.start, predicate.end) is not None
    auxiliary = AUXILIARY.search(words.lower, max(0, predicate.start - 12), predicate.start)
    return alone and auxiliary is None and BEHIND.match(words.lower, predicate.end) is not None


def _gatherings(words: Words, region: Range) -> list[Hit[Head]]:
    """Return the head nouns of happenings in a region."""
    heads = (hit for hit in words.heads if region.start <= hit.start and hit.end <= region.end)
    return [hit for hit in heads if hit.rule.gathering]


def _antecedent(words: Words, before: Range) -> Range:
    """Return the noun phrase at the end of a clause, which the relative clause after it is about."""
    held = _gatherings(words, before)
    names = [match.span() for match in PROPER.finditer(words.view, before.start, before.end)]
    if held and names and names[-1][0] < held[-1].start and names[-1][1] == before.end:
        return trim(words, Range(*names[-1]))
    goes_on = held and words.view.startswith((" of ", " in ", " at ", " for "), held[-1].end)
    stop = held[-1].start if held and (goes_on or held[-1].end == before.end) else before.end
    openings = [match.end() for match in NOUN_PHRASE.finditer(words.view, before.start, stop)]
    return trim(words, Range(openings[-1] if openings else before.start, before.end))


def _after_participle(words: Words, clause: Range, at: Range) -> Range:
    """Return the subject behind a participle that opens the sentence: Held May 3-5 in Leeds, the fair drew…"""
    following = FOLLOWING.match(words.view, max(clause.end, at.end))
    return trim(words, Range(*following.span(1))) if following else EMPTY


def _is_apposition(words: Words, found: Range, before: Range) -> bool:
    """Return whether a phrase only explains the name before it.

    It is a phrase with an article (Weaver Hall, a regional body, will host), an office (Ann Marsh, head of the guild,
    was elected), an address, or a short place or form of company (Loom University, Leeds, signed).
    """
    view = words.view
    joined = view[before.end : found.start].strip().lower()
    if joined in (", a", ", an", ", one of"):
        if _gatherings(words, found) and not _gatherings(words, before):
            return False
        return PROPER.search(view, before.start, before.end) is not None
    if joined not in (",", ", the") or not _is_name(words, before):
        return False
    text = found.cut(view)
    aside = PROPER.fullmatch(text) is not None and text.count(" ") < ASIDE and " and " not in text
    return OFFICE.match(words.lower, found.start) is not None or text[0].isdigit() or (aside and joined == ",")


def _is_listed(words: Words, found: Range, before: Range) -> bool:
    """Return whether a name before a phrase begins the list that the phrase ends: A, B and C signed."""
    joined = words.view[before.end : found.start].strip().lower()
    ends = " and " in found.cut(words.view) or joined.startswith(", and")
    return ends and joined in (",", ", the", ", and", ", and the") and _is_name(words, before)


def _is_name(words: Words, region: Range) -> bool:
    """Return whether a clause is a proper name and nothing else."""
    text = region.cut(words.view).removeprefix("The ").removeprefix("the ")
    return PROPER.fullmatch(text) is not None and ADVERBIAL.match(text) is None


def _subject_in(words: Words, region: Range, at: Range) -> Range:
    start, end = region
    if start <= at.start < end:
        before = words.view[start : at.start].strip(" ,")
        leading = before.lower() in ARTICLES or words_pattern("leading", "en").fullmatch(before.lower()) is not None
        start, end = (at.end, end) if leading else (start, at.start)
    if reported := REPORTED.match(words.lower[start:end]):
        if not words_pattern("anaphor", "en").fullmatch(words.lower, start + reported.end(), end - 1):
            start += reported.end()
        else:  # the museum announced that it will reopen
            end = start + reported.end(1)
    start = _last_part(words, start, end)
    opening = words.view[start:end].lstrip(' ,"“')
    return EMPTY if NO_SUBJECT.match(opening) else trim(words, Range(start, end))


def _last_part(words: Words, start: int, end: int) -> int:
    """Return where the last part of a long region begins: after a colon, a dash or the last comma."""
    for mark in (r"[.:;] |\] ?[-–] ", r" [-–—] ", r", "):
        cuts = [match.end() for match in re.finditer(mark, words.view[start:end])]
        if end - start > 60 and cuts and end - start - cuts[-1] > 8:
            start += cuts[-1]
    return start
