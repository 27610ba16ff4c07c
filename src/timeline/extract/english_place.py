"""Where it happens, as English says: the names behind in, at and on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extract.candidate import HELD, Candidate
from timeline.extract.clauses import Range, Scope
from timeline.extract.frame import Frame
from timeline.extract.venue import find_plain_venue
from timeline.extract.words import Words
from timeline.lexicon.places import venue_suffixes

EN_BEFORE = re.compile(
    r"\b(?:(?:in|at|to|returns? to|coming to|comes to|take over)(?: downtown)? (?:the )?"
    r"|(?<=[0-9ym.] )from the |[Vv]isit the |on (?=[A-Z0-9][\w .'’-]{2,40} (?:Street|Avenue|Road|Campus)))(?=[A-Z0-9])"
)
SAME_VENUE = re.compile(r"\bat the same (?:venue|place|location), (?:the )?(?=[A-Z0-9])")
ONLINE = re.compile(
    r"(?:held|hold|host|conducted|meet|place|conference|summit|forum|workshop|congress|meeting|seminar)[^,.;]{0,40}? "
    r"(online|virtually)\b"
)
CALL = re.compile(r"\b(?:via|over|on) (zoom|microsoft teams|webex|google meet)\b")
"""The rooms of those who meet from afar."""
EN_NAME = re.compile(
    r"[A-Z0-9][\w'’&.-]*(?:(?: (?:of|the|de|for|and|at|&)){0,2},? [A-Z][\w'’&.-]*){0,10}"
    r"(?:(?<=Room|Hall) [0-9][\w-]*)?"
    r"(?: (?:(?:shopping|community|convention|conference|exhibition|town|city|high|public|main) )?"
    r"(?:cent(?:er|re)|hall|library|hotel|museum|park|school|church|building|campus|headquarters|stadium|arena|theat(?:er|re)"
    r"|gallery)\b)?"
)
NO_CITY = re.compile(
    r"(?:[0-9]|(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn"
    r"|Fall|Winter|English|Chinese|French|Spanish|German|Partnership|Collaboration|Conjunction|Honou?r|Support)\b)"
)
"""What begins no name of a place behind in."""
AFTER_CITY = re.compile(r"[,.;)]|$| (?:on|from|this|next|where|at|during|until)\b| ?$")
"""What follows the name of a place that no gazetteer knows: in Harbour Springs on May 3."""
HOUR = re.compile(
    r"[0-9]{1,2}(?:[:.][0-9]{2})?(?: ?[ap]\.?m\b| ?$| [A-Z]{2,4}\.?$|[A-Za-z]?\b(?! [A-Z]))", re.IGNORECASE
)
"""A clock time behind at."""


def english_candidates(words: Words, scope: Scope, frame: Frame) -> Iterator[Candidate]:
    """Yield the proper names after in and at."""
    same = SAME_VENUE.search(words.view, scope.clauses[0].start)
    if same and (name := EN_NAME.match(words.view, same.end())):
        yield Candidate(Range(*name.span()), frame.kind in HELD)
    whole = scope.clauses[0].start, scope.clauses[-1].end
    online = ONLINE.search(words.lower, *whole) or CALL.search(words.lower, *whole)
    found = []
    for clause in scope.clauses:
        for match in EN_BEFORE.finditer(words.view, clause.start, clause.end):
            name = EN_NAME.match(words.view, match.end(), len(words.view))
            bare = name is not None and " " not in name[0] and frame.name.start < match.start() < frame.name.end
            if bare and match[0].endswith("the "):
                continue  # Evening in the Park is a name
            in_date = scope.at.start <= match.end() < scope.at.end
            if name is None or in_date or HOUR.fullmatch(name[0]):
                continue
            end = name.start() + len(name[0].rstrip("."))
            end = scope.at.start if match.end() < scope.at.start < end else end
            after = frame.predicate is not None and 0 <= match.start() - frame.predicate.end <= 2
            city = match[0].startswith("in ") and not NO_CITY.match(name[0]) and AFTER_CITY.match(words.view, end)
            held = frame.kind in HELD and (after or city or match[0].startswith(("at ", "ret", "com", "take")))
            found.append(Candidate(Range(match.end(), end), bool(held)))
    behind = frame.predicate.end if frame.predicate else scope.clauses[0].start
    yield from sorted(found, key=lambda item: not (item.range.start > behind and _is_hall(words, item.range)))
    if online and frame.kind in HELD:
        yield Candidate(Range(*online.span(1)), True)
    if frame.kind in HELD and (venue := find_plain_venue(words.view, *whole)):
        yield Candidate(Range(*venue), True)


def _is_hall(words: Words, region: Range) -> bool:
    """Return whether a name behind in or at is that of a venue rather than a city, and so tells more."""
    return region.cut(words.lower).endswith(tuple(suffix.lower() for suffix in venue_suffixes("en")))
