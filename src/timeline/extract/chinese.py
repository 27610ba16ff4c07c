"""What stands around a Chinese predicate: its subject and object, and which of them names the happening."""

from __future__ import annotations

import re

from timeline.extract.chinese_phrase import (
    EMPTY,
    LONGEST_NAME,
    bare,
    before_border,
    is_gathering,
    is_quote,
    strip_modifiers,
    subject_in,
    trim,
)
from timeline.extract.clauses import Range
from timeline.extract.words import CHANGES, Words
from timeline.lexicon.forms import Hit
from timeline.lexicon.kinds import Predicate
from timeline.lexicon.vocabulary import words_pattern

GIVEN = re.compile(r"[予给供][^,的]{1,10}的")
"""What stands between 开放 and its object: 开放予公众参观的新馆."""

LIGHT = re.compile(
    r"^(?:了|过(?![境程渡期户关滤敏冬年节])|的|一场|一次|首场|一个|其|为|是|:|：| "
    r"|[0-9一二两三四五六七八九十]{1,3}[天日场](?:共[^,的]{1,5}[天场])?的)+"
)
"""What a predicate leaves before its object: 举行了一场, 举办三天的."""

RELATIVE_END = re.compile(r"[”》)]?(?:上|中|期间|现场|时|[,;、亦也是将已因取延推改])")
"""What follows the head noun of 举行的…: 上, 中, 期间 or the next phrase."""

ASIDE = ("期间", "现场", "之后", "之前", "前夕")
"""What makes a gathering only the time or place of something else: 大会期间."""

TOLD = re.compile(r"称?[,:]\s?“?([^,。;:!?]{4,60})(?=[,。;!?]|$)")
"""The clause after 宣布,."""

YEAR = re.compile(r"[0-9]{4}年?")
"""What opens the name of an edition: 举办2026年织造大会."""

ADVERBIAL = re.compile(
    r"由于|因(?![特斯])|受(?=[^,。]{2,30}(?:影响|邀|委托)(?:,|$))|鉴于|为(?!期)|经(?![济开纬营理贸销典])"
    r"|根据|按照|依据|随着|考虑到"
)
"""What opens a clause that tells why or on what ground, and so holds no subject: 经研究, 为提高水平."""


def find_subject(
    words: Words, clause: Range, predicate: Hit[Predicate], at: Range, earlier: tuple[Range, ...]
) -> Range:
    """Return the noun phrase before the predicate: in its clause, else the nearest one before it."""
    found = subject_in(words, Range(_behind_report(words, clause, at), predicate.start), at)
    if not found.is_empty:
        return found
    if predicate.rule.kind == "policy" and not predicate.rule.object_first:
        titles = [r for r in words.closed if words.view[r.start] == "《" and r.end <= clause.start]
        if titles:
            return titles[-1]
    speaking = {hit.end for hit in words.cues if hit.rule.effect == "attribution"}
    before = [clause for clause in reversed(earlier[-3:]) if clause.end not in speaking]
    before = [clause for clause in before if not ADVERBIAL.match(words.view, clause.start)]
    candidates = [subject_in(words, words.up_to_predicate(clause), at) for clause in before]
    named = [found for found in candidates if not found.is_empty and words.vocabulary.head_of(bare(words, found))]
    if "*" in predicate.rule.yields and not any(is_gathering(words, found) for found in named):
        quotes = [quote for quote in reversed(words.closed) if quote.end <= predicate.start and is_quote(words, quote)]
        named = [quote for quote in quotes if is_gathering(words, quote)] or named
        named = [quote for quote in quotes if earlier and quote.end == earlier[-1].end] or named
    if predicate.rule.adjacent and not any(is_gathering(words, found) or is_quote(words, found) for found in named):
        named = [held for clause in before if not (held := _held_in(words, clause)).is_empty] or named
    return next(iter(named or candidates), EMPTY)


def _held_in(words: Words, clause: Range) -> Range:
    """Return what a clause says is held, of which the next one gives the day: A将举办B，时间为4月8日."""
    for hit in words.predicates:
        if clause.start <= hit.start < clause.end and "*" in hit.rule.yields:
            thing = find_object(words, clause, hit, Range(clause.end, clause.end))
            return thing if is_gathering(words, thing) else EMPTY
    return EMPTY


def _behind_report(words: Words, clause: Range, at: Range) -> int:
    """Return where what is told and dated begins (将宣布A推迟到…举行), or the clause where nothing tells of it."""
    reports = [hit.end for hit in words.predicates if hit.rule.reports and clause.start <= hit.start < at.start]
    return max(reports, default=clause.start)


def find_object(words: Words, clause: Range, predicate: Hit[Predicate], at: Range) -> Range:
    """Return the noun phrase after the predicate, up to the end of its clause or the date."""
    view = words.view
    named = predicate.end == at.start and YEAR.fullmatch(at.cut(view)) is not None
    stop = at.start if predicate.end <= at.start < clause.end and not named else clause.end
    start = predicate.end
    relative = view.startswith("的", start)
    start = strip_modifiers(words, Range(start, stop)).start
    for opening in (LIGHT, GIVEN):
        light = opening.match(view[start:stop])
        start += light.end() if light else 0
    if predicate.rule.reports and not relative:
        told = _told(words, Range(start, stop), at)
        if not told.is_empty:
            return told
    if start >= stop or words_pattern("tail", "zh").match(view, start, stop):
        return EMPTY
    if relative:
        stop = _relative_end(words, start, stop)
    return trim(words, before_border(words, Range(start, stop)))


def _told(words: Words, rest: Range, at: Range) -> Range:
    """Return what a word such as 宣布 tells: the next clause, or the rest of its own where that moves or cancels."""
    opening = TOLD.match(words.view, rest.start) if not rest.cut(words.view).strip("称“") else None
    if opening and words_pattern("reason", "zh").match(opening[1]):
        opening = TOLD.match(words.view, opening.end()) or opening
    region = Range(*opening.span(1)) if opening else rest
    if not at.end <= region.start or region.end - region.start > LONGEST_NAME:
        return EMPTY
    changes = any(hit.rule.effect in CHANGES and region.start <= hit.start < region.end for hit in words.cues)
    again = any(hit.rule.reports and region.start <= hit.start < region.end for hit in words.predicates)
    dated = opening and any(region.start <= date.start < region.end for date in words.dates)
    return region if (changes or (opening and not dated)) and not again else EMPTY


def _relative_end(words: Words, start: int, stop: int) -> int:
    """Return where the noun after 举行的 ends: at its head noun before 上, 中, 期间 or another noun phrase."""
    for hit in words.heads:
        inside = start <= hit.start and hit.end <= stop and hit.rule.gathering
        if inside and (hit.end == stop or RELATIVE_END.match(words.view, hit.end)):
            return hit.end
    return stop


def find_name(words: Words, predicate: Hit[Predicate], subject: Range, thing: Range) -> Range:
    """Return the proper name of the happening: the object or the subject, whichever ends in a fitting head noun."""
    if words.view.startswith("的", predicate.end) and not thing.is_empty:
        return thing
    order: tuple[Range, ...] = (thing, subject) if predicate.rule.object_first else (subject, thing)
    if predicate.rule.object_first and "*" not in predicate.rule.yields and not thing.is_empty:
        order = (thing,)  # who publishes it gives it no name
    heads = [words.vocabulary.head_of(bare(words, candidate)) for candidate in order]
    for plain in (False, True):  # a name of its own before a plain 系列活动
        for candidate, head in zip(order, heads, strict=True):
            fits = head is not None and (head.gathering or head.kind in predicate.rule.yields)
            if fits and (plain or (head is not None and head.kind != "other")):
                return candidate
    for candidate in order:
        if not candidate.is_empty:
            return candidate
    return EMPTY


def find_lone_name(words: Words, clauses: tuple[Range, ...], at: Range) -> Range:
    """Return a name with the head noun of a happening in clauses without a predicate."""
    for clause in sorted(clauses, key=lambda clause: not clause.start <= at.start < clause.end):
        for hit in reversed(words.heads):
            inside = clause.start <= hit.start and hit.end <= clause.end
            if inside and hit.rule.gathering and not words.view.startswith(ASIDE, hit.end):
                around = words.enclosing(hit.start)
                if around and is_quote(words, around) and is_gathering(words, around):
                    return around
                first = at.end if clause.start <= at.start < hit.start else clause.start
                found = subject_in(words, Range(first, hit.end), at)
                if not found.is_empty and found.end == hit.end:
                    return found
    return EMPTY
