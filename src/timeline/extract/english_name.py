"""The name of a happening among English noun phrases: a capitalised run, or a plain noun with its modifiers."""

from __future__ import annotations

import re

from timeline.extract.clauses import Range
from timeline.extract.english_phrase import EMPTY, PROPER
from timeline.extract.words import Words
from timeline.lexicon.forms import Hit
from timeline.lexicon.kinds import Predicate

CALLED = re.compile(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    rf"(?=[A-Z]){PROPER.pattern}(?= (?:will|is|are|opens|opened|runs|ran|at|by|in|on|from)\b|,|$)"
    r"| (?:called |titled |entitled |named )?(?:\"[^\"]{2,80}\"|“[^“”]{2,80}”|‘[^‘’]{2,80}’)"
    rf"|, (?:the )?(?={PROPER.pattern}(?:,| (?:on|at|in|from) |$))"
    r"(?:[A-Z][\w'’&-]* )(?:[\w'’&-]+ ){0,6}?[A-Z][\w'’&-]*"
    r"(?=,| (?:on|at|in|from) |$)"
)
"""A name behind its noun: the exhibition "Ropes and Routes", the show Salt; its annual event, Looms on the Lake."""
ABOUT = re.compile(
    r" (?:of|on|for|about|between|with) (?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:about |some |over )?[0-9]))"
    r"(?:(?:the|an?|its|their|new|all) )?(?:(?!(?:in|at|on|from|by|until|through|to|that|which|who|where|when"
    r"|as|will|is|are|was|were|has|have|had|and) )[\w'’&-]+ ?){1,8}"
)
"""What a plain noun goes on with: a conference on vector graphics, a concert for the library."""
PLAIN = re.compile(
    r"\b(?:a|an|the|its|their|this|of|at|in|for|to|will|be|is|our|his|her)"
    r" ((?:(?!(?:an?|the|its|their|of|at|in|for|to|will|be|is|our) )[\w'’][\w'’-]* ){0,5})$"
)
"""The modifiers of a plain noun, back to its article or the word before it."""
CAPITALS = re.compile(r"(?:[A-Z][\w'’&.-]* )+$")
"""A capitalised modifier of a plain noun: the Town Council meeting."""
EDITION = re.compile(
    r"\b(?:(?:[0-9]{1,3}(?:st|nd|rd|th)|inaugural|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|twentieth)(?:-ever)?(?: annual)?|annual) $"
)
"""The edition before a proper name."""
PEOPLE = re.compile(
    r"(?:committees?|officials|organi[sz]ers|members|board|hosts?|chairs?|staff|edition|day|part) of (?:the )?",
    re.IGNORECASE,
)
"""Who a gathering belongs to, and which part of it is meant: the Organizing Committee of the Loom Conference."""
LONGEST_QUOTE = 160
"""Characters of the longest name in quotes."""
NEXT_TO = 4
"""Characters between a noun and its own date: concert on May 3."""
DETERMINER = 6
"""Characters of an article before a noun phrase that was found without it."""
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
    "room",
    "studio",
    "theatre",
    "theater",
    "building",
    "grounds",
    "stadium",
    "gallery",
    "office",
)
"""Nouns of bodies and houses whose names open with that of a happening: Convention Bureau."""


def find_name(words: Words, predicate: Hit[Predicate], subject: Range, thing: Range) -> Range:
    """Return the name of the happening among object and subject, whole where it stands in quotes."""
    name = _find_name(words, predicate, subject, thing)
    opening, closing = words.view.rfind('"', 0, name.start), words.view.find('"', name.end)
    quoted = words.view.count('"', 0, name.start) % 2 == 1 and 0 < closing - opening <= LONGEST_QUOTE
    return Range(opening + 1, closing) if quoted else name


def _find_name(words: Words, predicate: Hit[Predicate], subject: Range, thing: Range) -> Range:
    """Return the proper name of the happening among object and subject; who hosts it gives it no name."""
    if words.view[max(0, thing.start - 1) : thing.start] in ('"', "“") and "*" in predicate.rule.yields:
        return thing
    order: tuple[Range, ...] = (thing, subject) if predicate.rule.object_first else (subject, thing)
    if predicate.rule.agent or ("*" not in predicate.rule.yields and not order[0].is_empty):
        order = order[:1]
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
    for region in (part for clause in clauses for part in _around(words, clause, at)):
        named = _proper_with_head(words, region, None)
        if not named.is_empty:
            return named
    home = [clause for clause in clauses if clause.start <= at.start < clause.end]
    beside = [Range(at.end, clause.end) if clause in home else clause for clause in clauses]
    beside += [Range(clause.start, at.start) for clause in home]
    if any(hit.rule.gathering and 0 <= at.start - hit.end <= NEXT_TO for hit in words.heads):
        beside.reverse()  # the opening concert on May 3 features a supper
    return next((found for clause in beside if not (found := _plain_with_head(words, clause)).is_empty), EMPTY)


def _around(words: Words, clause: Range, at: Range) -> tuple[Range, ...]:
    """Return what stands before and behind a date in a clause; a year alone may be a part of a name."""
    if not clause.start <= at.start < clause.end or at.cut(words.view).isdigit():
        return (clause,)
    return Range(clause.start, at.start), Range(at.end, clause.end)


def _plain_with_head(words: Words, region: Range) -> Range:
    """Return the first plain noun phrase in a region around the head noun of a happening, with what it is about."""
    inside = [hit for hit in words.heads if region.start <= hit.start and hit.end <= region.end and hit.rule.gathering]
    if not inside:
        return EMPTY
    start, end = inside[0].start, inside[0].end
    for hit in inside[1:]:
        end = hit.end if hit.start == end + 1 and words.view[end] == " " else end
    first = max(0, region.start - DETERMINER)
    if before := PLAIN.search(words.lower[first:start]):
        start = max(region.start, first + before.start(1))
    elif capitals := CAPITALS.search(words.view[region.start : start]):
        start = region.start + capitals.start()
    more = CALLED.match(words.view, end) or ABOUT.match(words.view, end, region.end)
    return Range(start, len(words.view[: more.end()].rstrip()) if more else end)


def _proper_with_head(words: Words, region: Range, predicate: Hit[Predicate] | None) -> Range:
    """Return the first capitalised run in a region that holds a fitting head noun."""
    for match in PROPER.finditer(words.view, region.start, region.end):
        for hit in words.heads:
            fits = hit.rule.gathering or (predicate is not None and hit.rule.kind in predicate.rule.yields)
            inside = match.start() < hit.start and hit.end <= match.end()
            if inside and fits and not _names_other(words, hit.end, match.end()):
                people = [found.end() for found in PEOPLE.finditer(words.view, match.start(), hit.start)]
                edition = EDITION.search(words.lower[: match.start()])
                start = edition.start() if edition else match.start()
                start += 4 if words.view.startswith("The ", start) else 0
                return Range(people[-1] if people else start, match.end())
    return EMPTY


def _names_other(words: Words, start: int, end: int) -> bool:
    """Return whether a head noun only opens the name of a body or a venue: Convention and Visitors Bureau."""
    rest = re.split(r" (?:of|for|on|in|at|to|–|-) |\(", words.lower[start:end])[0].strip()
    head = words.vocabulary.head_of(rest)
    return (head is not None and not head.gathering) or rest.endswith(OFFICES)
