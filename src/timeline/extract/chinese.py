"""Noun phrases around a Chinese predicate.

Chinese writes no word borders; a subject ends where the place (在…), the manner (正式) or the predicate begins, and
a name is what stands between a strong border and its head noun.
"""

from __future__ import annotations

import re

from timeline.extract.clauses import Range
from timeline.extract.words import CHANGES, Words
from timeline.lexicon.forms import Hit
from timeline.lexicon.kinds import Predicate
from timeline.lexicon.vocabulary import words_pattern

EMPTY = Range(0, 0)
MODIFIER = re.compile(
    r"(?:以|由|受|在|为|经|被)[^的]{2,60}的|备受[^的]{1,12}的|为期[^的]{1,10}的"
    r"|[^的,]{0,20}(?:主办|举办|承办|发起|举行|召开|牵头|指导|组织|发表|推出)的"
    r"|[^,“]{2,40}(?:的|主办|承办|协办)(?=“)|[^,、的“]{4}(?:、[^,、的“]{4}){2,4}的"
)
"""A modifier before a name: 由…主办的, 以…为主题的, 在…举行的, anything before 的“…”."""
GIVEN = re.compile(r"[予给供][^,的]{1,10}的")
"""What stands between 开放 and its object: 开放予公众参观的新馆."""
LIGHT = re.compile(
    r"^(?:了|过|的|一场|一次|首场|一个|其|为|是|:|：| "
    r"|[0-9一二两三四五六七八九十]{1,3}[天日场](?:共[^,的]{1,5}[天场])?的)+"
)
COPULA = re.compile(r"是(?!次|否|日)")
"""What links a day to what it is: 3月20日是书展闭幕日."""
REPORTS = re.compile(r"(?:正式|也|亦|又|再|晚间?|突然|今)?(?:宣布|预告|透露|证实)(?=[^,:“]{4})")
"""What makes the words after the date those of a report: 江州织造昨日宣布新车上市."""
RELATIVE_END = re.compile(r"[”》)]?(?:上|中|期间|现场|时|[,;、亦也是将已因取延推改])")
COVERBS = (
    "受",
    "因",
    "由于",
    "鉴于",
    "据",
    "经",
    "在",
    "于",
    "以",
    "通过",
    "围绕",
    "聚焦",
    "按照",
    "根据",
    "结合",
    "从",
    "对",
    "把",
    "依托",
    "深入",
    "借助",
    "凭借",
    "透过",
    "配合",
    "因应",
    "响应",
    "为了",
    "随着",
    "作为",
)
"""A clause that opens so has no subject before its predicate unless a modified name follows."""
LONGEST_NAME = 60
TOLD = re.compile(r"称?[,:]\s?“?([^,。;:!?]{4,60})(?=[,。;!?]|$)")
"""The clause after 宣布,."""
YEAR = re.compile(r"[0-9]{4}年?")
"""What opens the name of an edition: 举办2026年织造大会."""
REASONS = ("由于", "因", "受", "鉴于", "为", "经", "考虑")
"""What opens the reason for what is announced."""


def find_subject(
    words: Words, clause: Range, predicate: Hit[Predicate], at: Range, earlier: tuple[Range, ...]
) -> Range:
    """Return the noun phrase before the predicate: in its clause, else the nearest one before it."""
    found = _subject_in(words, Range(_behind_report(words, clause, at), predicate.start), at)
    if not found.is_empty:
        return found
    if predicate.rule.kind == "policy" and not predicate.rule.object_first:
        titles = [r for r in words.closed if words.view[r.start] == "《" and r.end <= clause.start]
        if titles:
            return titles[-1]
    speaking = {hit.end for hit in words.cues if hit.rule.effect == "attribution"}
    before = [clause for clause in reversed(earlier[-3:]) if clause.end not in speaking]
    candidates = [_subject_in(words, words.up_to_predicate(clause), at) for clause in before]
    named = [found for found in candidates if not found.is_empty and words.vocabulary.head_of(_bare(words, found))]
    if "*" in predicate.rule.yields and not any(_is_gathering(words, found) for found in named):
        quotes = [quote for quote in reversed(words.closed) if quote.end <= predicate.start and _is_quote(words, quote)]
        named = [quote for quote in quotes if _is_gathering(words, quote)] or named
        named = [quote for quote in quotes if earlier and quote.end == earlier[-1].end] or named
    if predicate.rule.adjacent and not any(_is_gathering(words, found) or _is_quote(words, found) for found in named):
        named = [held for clause in before if not (held := _held_in(words, clause)).is_empty] or named
    return next(iter(named or candidates), EMPTY)


def _held_in(words: Words, clause: Range) -> Range:
    """Return what a clause says is held, of which the next one gives the day: A将举办B，时间为4月8日."""
    for hit in words.predicates:
        if clause.start <= hit.start < clause.end and "*" in hit.rule.yields:
            thing = find_object(words, clause, hit, Range(clause.end, clause.end))
            return thing if _is_gathering(words, thing) else EMPTY
    return EMPTY


def _behind_report(words: Words, clause: Range, at: Range) -> int:
    """Return where what is told and dated begins (将宣布A推迟到…举行), or the clause where nothing tells of it."""
    reports = [hit.end for hit in words.predicates if hit.rule.reports and clause.start <= hit.start < at.start]
    return max(reports, default=clause.start)


def _is_quote(words: Words, region: Range) -> bool:
    return words.view[region.start] == "“"


def _is_gathering(words: Words, region: Range) -> bool:
    """Return whether a phrase is the name of a happening: “2026江州灯会”."""
    head = words.vocabulary.head_of(_bare(words, region).lstrip("“"))
    return head is not None and head.gathering


def find_object(words: Words, clause: Range, predicate: Hit[Predicate], at: Range) -> Range:
    """Return the noun phrase after the predicate, up to the end of its clause or the date."""
    view = words.view
    named = predicate.end == at.start and YEAR.fullmatch(at.cut(view)) is not None
    stop = at.start if predicate.end <= at.start < clause.end and not named else clause.end
    start = predicate.end
    relative = view.startswith("的", start)
    start = _strip_modifiers(words, Range(start, stop)).start
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
    return _trim(words, _before_border(words, Range(start, stop)))


def _told(words: Words, rest: Range, at: Range) -> Range:
    """Return what a word such as 宣布 tells: the next clause, or the rest of its own where that moves or cancels."""
    opening = TOLD.match(words.view, rest.start) if not rest.cut(words.view).strip("称“") else None
    if opening and opening[1].startswith(REASONS):
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
    order = (thing, subject) if predicate.rule.object_first else (subject, thing)
    heads = [words.vocabulary.head_of(_bare(words, candidate)) for candidate in order]
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
            if clause.start <= hit.start and hit.end <= clause.end and hit.rule.gathering:
                around = words.enclosing(hit.start)
                if around and _is_quote(words, around) and _is_gathering(words, around):
                    return around
                first = at.end if clause.start <= at.start < hit.start else clause.start
                found = _subject_in(words, Range(first, hit.end), at)
                if not found.is_empty and found.end == hit.end:
                    return found
    return EMPTY


def _bare(words: Words, region: Range) -> str:
    """Return a phrase without a bracket, quote or year at its end, so that its head noun stands last."""
    return re.sub(r"\([^()]{0,60}\)$", "", region.cut(words.lower)).rstrip('"”》 0123456789年')


def _subject_in(words: Words, region: Range, at: Range) -> Range:
    """Return the leading noun phrase of a region, without dates, openers and modifiers."""
    start, end = _between_dates(words, region, at)
    if start <= at.start < end:
        left = Range(start, at.start)
        report = REPORTS.match(words.view, at.end, end)
        opener = _skip(words, "leading", left)
        if report or opener.is_empty or len(opener.cut(words.view).strip()) < 2:
            start = report.end() if report else at.end
        else:
            end = at.start
    opened = _skip(words, "leading", Range(start, end))
    found = _trim(words, _before_border(words, _strip_modifiers(words, opened)))
    named = _is_gathering(words, found)
    return EMPTY if words.view.startswith(COVERBS, opened.start) and not named else found


def _between_dates(words: Words, region: Range, at: Range) -> Range:
    """Return the region up to another date in it, or behind one that opens it."""
    start, end = region
    for date in words.dates:
        if date != at and start <= date.start < end:
            if date.start - start < 2:
                start = date.end
            else:
                return Range(start, date.start)
    return Range(start, max(start, end))


def _skip(words: Words, use: str, region: Range) -> Range:
    """Return the region without the words of one use at its start."""
    pattern, start = words_pattern(use, "zh"), region.start
    while start < region.end:
        if words.view[start] in " ,:、。":
            start += 1
            continue
        match = pattern.match(words.view, start, region.end)
        if match is None or match.end() == start or _is_name_start(words, start):
            break
        start = match.end()
    return Range(start, region.end)


def _is_name_start(words: Words, position: int) -> bool:
    """Return whether a quoted name opens at `position`."""
    return words.view[position] in "“《"


def _strip_modifiers(words: Words, region: Range) -> Range:
    """Return the region without modifiers such as 由…主办的 in front of a name."""
    start = region.start
    while match := MODIFIER.match(words.view, start, region.end):
        if region.end - match.end() < 2:
            break
        start = match.end()
    return Range(start, region.end)


def _before_border(words: Words, region: Range) -> Range:
    """Return the region up to the first border that stands in no quote, or to a word that moves or cancels."""
    for hit in words.cues:
        if hit.rule.effect in CHANGES and region.start <= hit.start < region.end:
            region = Range(region.start, hit.start)
    for match in words_pattern("border", "zh").finditer(words.view, region.start + 1, region.end):
        inside = words.enclosing(match.start())
        if inside is None or inside.start < region.start:
            return Range(region.start, match.start())
    return region


def _apposition(words: Words, start: int, end: int) -> tuple[int, int]:
    """Return the named side of A——B: the one in quotes or with an edition, else the first."""
    view = words.view
    dash = view.find("——", start, end)
    if dash < 0 or words.enclosing(dash) is not None:
        return start, end
    right = view[dash:end].lstrip("— ")
    named = right[:1] in ("“", "《", "第") or ("《" in right and "《" not in view[start:dash])
    return (end - len(right), end) if named else (start, dash)


def _trim(words: Words, region: Range) -> Range:
    """Return the region without adverbs and marks at either end, or nothing where only those stand there."""
    view, (start, end) = words.view, region
    pattern = words_pattern("adverb", "zh")
    while start < end and (view[start] in " ,:、。的了" or COPULA.match(view, start)):
        start += 1
    start, end = _apposition(words, start, end)
    changed = True
    while changed and start < end:
        changed = False
        while end > start and view[end - 1] in " ,:、。的了等;及和与暨—":
            end -= 1
        for match in pattern.finditer(view, max(start, end - 4), end):
            if match.end() == end:
                end, changed = match.start(), True
                break
    anaphor = words_pattern("anaphor", "zh").match(view, start, end)
    if anaphor and anaphor.end() == end:
        return EMPTY
    if anaphor and view[anaphor.end()] in "的“《":
        start = anaphor.end() + (view[anaphor.end()] == "的")
    return Range(start, end) if end - start >= 2 and end - start <= LONGEST_NAME * 2 else EMPTY
