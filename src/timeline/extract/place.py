"""Where something happens: a column, a label, what the grammar says, a cell of the row, the scene."""

from __future__ import annotations

import re

from timeline.extract.candidate import to_place
from timeline.extract.chinese_place import at_gathering, chinese_candidates, find_scene, find_stop
from timeline.extract.clauses import Range, Scope
from timeline.extract.english_place import english_candidates
from timeline.extract.frame import Frame, is_listing
from timeline.extract.place_row import IN_ROW, behind_hour
from timeline.extract.venue import is_phrase, is_place, is_venue
from timeline.extract.words import CHANGES, Words
from timeline.model import Place

LABELLED = re.compile(
    r"(?<!\()(?:地点|地址|会场|场地|\b(?:venue|location|place|where))\s{0,2}:\s{0,4}([^,;。|:()]{2,40}?)"
    r"(?= {2}|[,;。|()\n]| [^ ]{2,6}:|$)"
)
"""A label of a place in the line of the date: 日期：… 地点：…"""
ENGLISH_LABELLED = re.compile(
    r"(?:地点|地址|会场|场地|\b(?:venue|location|place|where))\s{0,2}:\s{0,4}([^:;|\n]{2,80}?)"
    r"(?= {2}|[;|\n]|\. |\.?$|,? [a-z]{3,12}:)"
)
"""The same in English, where the name of a place may hold commas."""
UNKNOWN = re.compile(r"\W*(?:tb[adc]|n/?a|未定|待定|待公布|待通知|另行通知|暂定)?\W*")
"""A cell that names no place yet."""
ROOM = re.compile(r"[^第共约近逾超0-9,。;]{2,8}[A-Z]?[0-9]{3,4}室?")
"""A room by its house and number, as brackets hold it: (逸云楼707)."""
LABEL_REACH = 60
"""Characters after a date's clauses within which its place may be labelled."""


def find_place(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return the place stated in the clauses of a scope, nearest to the predicate first; in a row that of its cell."""
    if (cell := words.columns.get("place")) and not cell.is_empty:
        unknown = UNKNOWN.fullmatch(cell.cut(words.lower)) or words.effects([cell]) & CHANGES
        return None if unknown else to_place(words, cell)
    label = ENGLISH_LABELLED if words.is_latin else LABELLED
    if labelled := label.search(words.lower, scope.clauses[0].start, scope.clauses[-1].end + LABEL_REACH):
        return to_place(words, Range(*labelled.span(1)))
    if frame.kind == "deadline":
        return None
    if listed := behind_hour(words, scope) if is_listing(words, scope) else None:
        return listed
    candidates = english_candidates(words, scope, frame) if words.is_latin else chinese_candidates(words, scope, frame)
    for candidate in candidates:
        name = candidate.range.cut(words.view)
        noun = re.split(r" (?:of|for|on) ", name.lower())[0] if words.is_latin else name
        head = words.vocabulary.head_of(noun)
        held = candidate.adjacent and is_phrase(name, words.is_latin) and not (head is not None and head.gathering)
        if held or words.vocabulary.is_own_place(name) or is_place(name, words.is_latin):
            return to_place(words, candidate.range)
    in_row = words.sentence.role in ("row", "title")
    place = next((found for read in IN_ROW if (found := read(words, scope, frame))), None) if in_row else None
    place = place or _in_brackets(words, scope)
    return place or find_scene(words, frame) or at_gathering(words, frame) or find_stop(words, scope, frame)


def _in_brackets(words: Words, scope: Scope) -> Place | None:
    """Return the venues in brackets behind what happens: 全天报到（江州酒店、河湾酒店）."""
    for around in words.closed:
        inside = Range(around.start + 1, around.end - 1)
        within = scope.clauses[0].start <= around.start and around.end <= scope.clauses[-1].end
        items = re.split(r"[、,及和]", inside.cut(words.view)) if words.view[around.start] == "(" else []
        if (
            within
            and items
            and all(
                is_venue(item) or ROOM.fullmatch(item) or (words.is_latin and is_place(item, latin=True))
                for item in items
            )
        ):
            return to_place(words, inside)
    return None
