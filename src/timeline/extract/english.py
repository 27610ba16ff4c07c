"""Who does what in English: the noun phrases around a predicate."""

from __future__ import annotations

import re

from timeline.extract.clauses import Range
from timeline.extract.english_name import find_lone_name, find_name, is_proper
from timeline.extract.english_phrase import EMPTY, PARTNER, PROPER, trim
from timeline.extract.english_subject import find_subject, is_reduced
from timeline.extract.words import Words
from timeline.lexicon.forms import Hit
from timeline.lexicon.kinds import Predicate
from timeline.lexicon.vocabulary import words_pattern

__all__ = ["find_lone_name", "find_name", "find_object", "find_subject", "is_proper", "is_subordinate", "lacks_object"]

END = re.compile(
    r" (?:in|into|at|on|from|by|until|through|between|during|before|after|since|within|to|that|which|who|with|where"
    r"|when|as)\b|[;(]|,(?![0-9]{3})"
)
QUOTE = re.compile(r' ?(?:"([^"]{2,100})"|“([^“”]{2,100})”)')
"""A title in quotes right behind the predicate."""
TOPIC = re.compile(
    r" on (?!(?:the|its|their|our) \w+ (?:grounds|campus|site)|[A-Z][\w'’]* (?:Street|Road|Avenue|Campus))(?=\D)"
)
"""What goes on to the topic of a talk: a workshop on dyeing."""
OCCASION = re.compile(r" (?:for|at|in|to) ")
"""What stands between those who come together and what they come for: gathered in Leeds for the forum."""
TOLD_ABOUT = frozenset({"policy", "publication", "premiere", "signing"})
"""Kinds of things that have a topic, as gatherings do: guidelines on drones."""
DATE_FIRST = re.compile(r" ?(?:on |this |late |early )?$")
"""What may stand between a predicate and its date, behind which the object follows: released on March 5 new rules."""
CIRCUMSTANCE = re.compile(
    r"(?:and )?(?:when|where|while|as (?!noted|part|an?|well|reported|announced)|after|before|since|because|although|if"
    r"|once)\b"
)
"""What opens a clause of circumstances."""
PURPOSE = re.compile(
    r"(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)(?<!\bset)(?<!\bdue)(?<!plans)(?<!going)(?<!about)(?<!uled)(?<!slated)(?<!ected)"
    r"(?<!lanned) to $"
)
"""What makes an infinitive one of purpose, and not a future."""
PASSIVE = re.compile(r"(?:^|.* )(?:be|is|are|was|were|been|being|get|got)(?: \w+ly)?(?: \w+ed)?$")


def find_object(words: Words, clause: Range, predicate: Hit[Predicate], at: Range) -> Range:
    """Return the noun phrase after the predicate, up to a preposition, the date or the end of the clause."""
    if predicate.rule.occasion and not (held := _find_occasion(words, clause, predicate, at)).is_empty:
        return held
    view, start = words.view, predicate.end
    stop = at.start if predicate.end <= at.start < clause.end else clause.end
    if stop == at.start and DATE_FIRST.fullmatch(view, start, stop):
        start, stop = at.end, clause.end
    if quote := QUOTE.match(view, start, stop):
        return Range(*quote.span(quote.lastindex or 1))
    while start < stop and view[start] in ' :"“':
        start += 1
    if words_pattern("tail", "en").match(words.lower, start, stop):
        return EMPTY
    return _noun_phrase(words, clause, predicate, Range(start, stop))


def _noun_phrase(words: Words, clause: Range, predicate: Hit[Predicate], region: Range) -> Range:
    """Return the noun phrase that opens a region; a proper name may go on behind it."""
    view, (start, stop) = words.view, region
    title = PROPER.match(_without_article(view, start, stop))
    end = _end_of_object(words, predicate, start, stop)
    if title:
        offset = len(view[start:]) - len(_without_article(view, start, len(view)))
        end = max(end, min(start + offset + title.end(), clause.end))
    return trim(words, Range(start, end))


def _find_occasion(words: Words, clause: Range, predicate: Hit[Predicate], at: Range) -> Range:
    """Return the gathering that somebody comes together for or takes part in."""
    for opening in OCCASION.finditer(words.view, predicate.end, clause.end):
        stop = at.start if opening.end() <= at.start < clause.end else clause.end
        found = _noun_phrase(words, clause._replace(end=stop), predicate, Range(opening.end(), stop))
        if any(hit.rule.gathering and found.start <= hit.start and hit.end <= found.end for hit in words.heads):
            return found
    return EMPTY


def _end_of_object(words: Words, predicate: Hit[Predicate], start: int, stop: int) -> int:
    """Return where an object ends: before a preposition that begins neither its topic nor the other party."""
    for end in END.finditer(words.view, start, stop):
        nouns = (hit.rule for hit in words.heads if hit.end == end.start())
        held = any(noun.gathering or noun.kind in TOLD_ABOUT for noun in nouns)
        topic = held and end.end() < stop - 1 and TOPIC.match(words.view, end.start(), stop)
        party = predicate.rule.kind == "signing" and PARTNER.match(words.view, end.start(), stop)
        bracket = end[0] == "(" and PARTNER.match(words.view, words.view.find(")", end.end(), stop) + 1, stop)
        if not (topic or party or bracket):
            return end.start()
    return stop


def is_subordinate(words: Words, clause: Range, predicate: Hit[Predicate], at: Range) -> bool:
    """Return whether a predicate stands in a clause of circumstances, tells a purpose or describes another noun."""
    if CIRCUMSTANCE.match(words.lower, clause.start, predicate.start):
        return True
    if at.start < predicate.end and is_reduced(words, predicate):
        return True
    before = words.lower[max(0, predicate.start - 12) : predicate.start]
    return "*" in predicate.rule.yields and before.endswith(" to ") and PURPOSE.search(before) is not None


def lacks_object(words: Words, predicate: Hit[Predicate], thing: Range) -> bool:
    """Return whether a word that needs an object has none and is no passive: the chairman announced."""
    passive = PASSIVE.match(words.lower[max(0, predicate.start - 24) : predicate.end])
    return predicate.rule.object_first and "*" not in predicate.rule.yields and thing.is_empty and not passive


def _without_article(view: str, start: int, stop: int) -> str:
    return re.sub(r"^(?:the|a|an|its|their|our) ", "", view[start:stop])
