"""Who does what: the predicate that a date goes with, its subject, its object and the name of the happening."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.extract import chinese, english
from timeline.extract.chinese_phrase import is_gathering
from timeline.extract.clauses import Range, Scope, clauses_before
from timeline.extract.predicate import choose_predicate, stands_alone
from timeline.extract.venue import is_place, is_wholly_place
from timeline.extract.words import Words
from timeline.lexicon.forms import Hit
from timeline.lexicon.kinds import Head, Predicate


class Frame(NamedTuple):
    """What a scope says; empty ranges where it says nothing of the kind."""

    predicate: Hit[Predicate] | None
    """The word that says something happens."""
    clause: Range
    """The clause of the predicate, or of the date where there is none."""
    subject: Range
    """Noun phrase before the predicate."""
    object: Range
    """Noun phrase after it."""
    name: Range
    """Proper name of the happening."""
    head: Head | None
    """Head noun of the name."""
    kind: str
    """Kind of the happening."""
    strength: float = 0.0
    """How surely the predicate announces a happening; less where its object is missing."""


FIELD = re.compile(r"(?:时间|日期|安排)?(?:\([^()]{0,60}\))?$")
"""What a field adds to the name of a happening: 展览时间."""
VERSION = re.compile(
    r"(?<![0-9.])v?[0-9]{1,3}(?:\.[0-9]{1,4}){1,3}(?:[ -]?(?:rc|beta|alpha)[0-9. ]{0,4})?(?: ?版)?$|\bv[0-9]{1,3}$"
)
"""What ends the name of a release: Loom 3.2, v4."""
ENDINGS = '"”’)》 0123456789年'
SAID = re.compile(r"(?<=[A-Za-z]) (?:will|is|are|was|were|takes?|opens?|runs?) (?=[a-z])")
"""What follows the subject of an English statement in a list."""
DATED = re.compile(r"\b(?:of|from|for|at|after|before|since|during|to) the (?:[a-z]+ )?$")
"""What stands before the date of a happening that is only spoken of."""
STOP = re.compile(r"(?<=.{4})[\u4e00-\u9fff]{2,3}站$")
"""The town of a series that goes from town to town: 交流会江州站."""
HOLLOW = 0.3
"""Share of its strength that a word such as announced keeps without an object."""


def find_frame(words: Words, scope: Scope) -> Frame:
    """Return who does what in the clauses of a scope."""
    predicate, index = (None, scope.home) if _dates_noun(words, scope.at) else choose_predicate(words, scope)
    if predicate is None and stands_alone(words, scope):
        index = scope.home - 1 if is_listing(words, scope) else scope.home + 1
    clause = scope.clauses[index]
    grammar = english if words.is_latin else chinese
    earlier = scope.clauses[:index]
    if not earlier and predicate is not None and (words.is_latin or _looks_back(predicate)):
        earlier = clauses_before(words.view, scope.clauses[0].start)
    subject, thing, name = Range(0, 0), Range(0, 0), Range(0, 0)
    if predicate is not None:
        subject = grammar.find_subject(words, clause, predicate, scope.at, earlier)
        if predicate.rule.phase and subject.end <= scope.clauses[0].start and not words.is_latin:
            subject = subject if is_gathering(words, subject) else Range(0, 0)
        thing = grammar.find_object(words, clause, predicate, scope.at)
        name = (
            find_row_name(words, scope) if words.is_table_row else grammar.find_name(words, predicate, subject, thing)
        )
    elif words.sentence.role == "row":
        name = find_row_name(words, scope)
    else:
        name = grammar.find_lone_name(words, scope.clauses, scope.at)
    head = find_head(words, name)
    kind = decide_kind(predicate, head, words.sentence.role == "row", has_object=not thing.is_empty)
    if words.is_latin and predicate is not None and head is None and "*" in predicate.rule.yields:
        kind = kind if english.is_proper(words, name) else "other"
    strength = predicate.rule.strength if predicate else 0.0
    frame = Frame(predicate, clause, subject, thing, name, head, kind, strength)
    return frame._replace(strength=strength * HOLLOW) if is_hollow(words, frame) else frame


def is_hollow(words: Words, frame: Frame) -> bool:
    """Return whether a word that needs an object has none: organisers announced, 组委会宣布."""
    if frame.predicate is None:
        return False
    if words.is_latin:
        return words.sentence.role == "body" and english.lacks_object(words, frame.predicate, frame.object)
    return frame.predicate.rule.hollow and frame.object.is_empty


def _dates_noun(words: Words, at: Range) -> bool:
    """Return whether a date only tells which happening is meant: the minutes of the March 14 meeting."""
    named = DATED.search(words.lower, max(0, at.start - 24), at.start) if words.is_latin else None
    return named is not None and any(hit.start == at.end + 1 and hit.rule.gathering for hit in words.heads)


def _looks_back(predicate: Hit[Predicate]) -> bool:
    """Return whether the subject may stand before the clauses of the date: …, 并发布X; “X展”…, 5月3日开幕."""
    return predicate.rule.adjacent or predicate.rule.phase is not None or "*" not in predicate.rule.yields


def find_row_name(words: Words, scope: Scope) -> Range:
    """Return what a row says beside its date.

    It is the cell whose column is headed so; else, in a table row, the first cell behind the date that is no place and
    under no other heading, or the longest before it; else the words next to the date. A place alone names nothing.
    """
    taken: set[Range] = set()
    if words.columns:
        cell = words.columns.get("name", Range(0, 0))
        if not cell.is_empty:
            return _trim_cell(words.view, cell)
        taken = {cell for use, cell in words.columns.items() if use != "date"}
    cells = []
    for clause in scope.clauses:
        if any(cell.start <= clause.start and clause.end <= cell.end for cell in taken):
            continue
        if clause.start <= scope.at.start < clause.end:
            cells += [Range(scope.at.end, clause.end), Range(clause.start, scope.at.start)]
        else:
            cells.append(clause)
    named = [trimmed for cell in cells if (trimmed := _trim_cell(words.view, cell)).end - trimmed.start > 1]
    if all(is_wholly_place(cell.cut(words.view), words.is_latin) for cell in named):
        return Range(0, 0)
    if "|" in words.view or "\t" in words.view:
        names = [cell for cell in named if not is_place(cell.cut(words.view), words.is_latin)]
        behind = next((cell for cell in names if cell.start >= scope.at.end), None)
        return behind or max(names or named, key=lambda cell: (cell.end - cell.start, -cell.start), default=Range(0, 0))
    after = [cell for cell in named if cell.start >= scope.at.end]
    before = [cell for cell in named if cell.end <= scope.at.start]
    if after and before and _names_more(words, before[-1], after[0]):
        return before[-1]
    return next(iter(after or reversed(named)), Range(0, 0))


def _names_more(words: Words, before: Range, after: Range) -> bool:
    """Return whether what stands before a date names the happening, and what stands behind it does not."""
    first, second = (words.vocabulary.head_of(cell.cut(words.lower)) for cell in (before, after))
    placed = is_place(after.cut(words.view).removeprefix("in ").removeprefix("at "), words.is_latin)
    dated = re.search(r"[0-9][日号:]", before.cut(words.view)) is not None
    return second is None and not dated and (placed or (first is not None and first.gathering))


def _trim_cell(view: str, cell: Range) -> Range:
    """Return a cell without numbering and marks at its ends; of an English statement what it is about."""
    text = SAID.split(view[cell.start : cell.end], maxsplit=1)[0]
    opening = re.match(
        r"[\s\W]*(?:[0-9]{1,3}[.、)](?![0-9])\s*|[一二三四五六七八九十]{1,3}、)?[\s:\-–—|,.、)】]*", text
    )
    start = cell.start + (opening.end() if opening else 0)
    return Range(start, max(start, cell.start + len(text.rstrip(" \t|:;,.、。-–—("))))


def find_head(words: Words, name: Range) -> Head | None:
    """Return the head noun of a name; a plain one (“X节”活动) gives way to that of the quoted name."""
    text = name.cut(words.lower)
    text = FIELD.sub("", text.rstrip('"”’》 '))
    head = words.vocabulary.head_of((_before_preposition(text) if words.is_latin else text).rstrip(ENDINGS))
    if head is None and VERSION.search(text):
        return words.vocabulary.head_of("version")
    if words.is_latin and head is None:
        inside = [hit.rule for hit in words.heads if name.start <= hit.start and hit.end <= name.end]
        return inside[-1] if inside else None
    if head is None or head.kind == "other":
        return next((found for part in _parts_of(words, text) if (found := words.vocabulary.head_of(part))), head)
    return head


def _parts_of(words: Words, text: str) -> Iterator[str]:
    """Yield the parts of a name that tell more than its end: “X节”活动, 讲座活动, 大会暨启用活动, 论坛：水与城."""
    if quoted := re.search(r"[“《]([^“”《》]{2,60})[”》]", text):
        yield quoted[1]
    stem = words.vocabulary.stem_of(text)
    if stem != text:
        yield stem.rstrip(ENDINGS)
    if stop := STOP.search(stem):
        yield stem[: stop.start()].rstrip(ENDINGS)
    for mark in ":暨":
        if mark in text:
            yield text[: text.index(mark)].rstrip(ENDINGS)


def _before_preposition(text: str) -> str:
    """Return the noun phrase that an English name is about: registration for the summit."""
    return re.split(r" (?:for|of|on|to|in|at) ", text, maxsplit=1)[0]


def decide_kind(
    predicate: Hit[Predicate] | None, head: Head | None, is_row: bool = False, *, has_object: bool = False
) -> str:
    """Return the kind that a predicate and the head noun of the name tell together; in a row the noun is enough."""
    if predicate is None:
        return head.kind if head is not None and (head.gathering or is_row) else "other"
    rule, yields = predicate.rule, predicate.rule.yields
    own = (rule.kind_with_object or rule.kind) if has_object else rule.kind
    if head is None:
        return own
    opened = head.kind == "launch" and predicate.rule.phase == "begin"  # 工厂开幕
    if head.kind in yields or opened or ("*" in yields and (head.gathering or head.kind == "deadline")):
        return head.kind
    return own


def is_listing(words: Words, scope: Scope) -> bool:
    """Return whether an hour stands behind what happens and before its place: Student recital; 7 p.m., Mill Hall."""
    when = scope.mention.when
    before = scope.clauses[scope.home - 1].end if scope.home else 0
    return words.is_latin and when is not None and len(when.start or "") > 10 and words.view.startswith(";", before)
