"""Noun phrases of Chinese, and where they begin and end.

Chinese writes no word borders; a subject ends where the place (在…), the manner (正式) or the predicate begins, and
a name is what stands between a strong border and its head noun.
"""

from __future__ import annotations

import re

from timeline.extract.clauses import Range
from timeline.extract.words import CHANGES, Words
from timeline.lexicon.vocabulary import words_pattern

EMPTY = Range(0, 0)

MODIFIER = re.compile(
    r"(?:以|由|受|在|为|经|被)[^的]{2,60}的|备受[^的]{1,12}的|(?:为期|历时)[^的]{1,10}的"
    r"|[^的,]{0,20}(?:主办|举办|承办|发起|举行|召开|牵头|指导|组织|发表|推出)的"
    r"|[^,“]{2,40}(?:的|主办|承办|协办)(?=“)|[^,、的“]{4}(?:、[^,、的“]{4}){2,4}的"
)
"""A modifier before a name: 由…主办的, 以…为主题的, 在…举行的, anything before 的“…”."""

COPULA = re.compile(r"是(?!次|否|日)")
"""What links a day to what it is: 3月20日是书展闭幕日."""

AIM = re.compile(r"[可应须需将拟定]?[于在自从至到]$")
"""What leads to a date behind it: 报名至3月20日, 可在4月5日前."""

LONGEST_NAME = 60
"""Characters of a name; a phrase may have twice as many."""


def subject_in(words: Words, region: Range, at: Range) -> Range:
    """Return the leading noun phrase of a region, without dates, openers and modifiers."""
    start, end = _between_dates(words, region, at)
    if start <= at.start < end:
        left = Range(start, at.start)
        report = words_pattern("telling", "zh").match(words.view, at.end, end)
        opener = _skip(words, "leading", left)
        if report or opener.is_empty or len(opener.cut(words.view).strip()) < 2:
            start = report.end() if report else at.end
        else:
            end = at.start
    opened = _skip(words, "leading", Range(start, end))
    unmodified = strip_modifiers(words, opened)
    phrase = before_manner(words, before_border(words, unmodified))
    if phrase.end == at.start:
        phrase = phrase._replace(end=without_aim(words.view, phrase.start, phrase.end))
    found = trim(words, phrase)
    named = is_gathering(words, found)
    coverb = words_pattern("coverb", "zh").match(words.view, unmodified.start)
    return EMPTY if coverb and not named else found


def without_aim(view: str, start: int, end: int) -> int:
    """Return where a phrase before a date ends, without the word that leads to the date."""
    aim = AIM.search(view, max(start, end - 2), end)
    return aim.start() if aim and aim.start() > start else end


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


def strip_modifiers(words: Words, region: Range) -> Range:
    """Return the region without modifiers such as 由…主办的 in front of a name."""
    start = region.start
    while match := MODIFIER.match(words.view, start, region.end):
        if region.end - match.end() < 2:
            break
        start = match.end()
    return Range(start, region.end)


def before_border(words: Words, region: Range) -> Range:
    """Return the region up to the first border that stands in no quote, or to a word that moves or cancels."""
    for hit in words.cues:
        if hit.rule.effect in CHANGES and region.start <= hit.start < region.end:
            region = Range(region.start, hit.start)
    return _before(words, "border", region)


def before_manner(words: Words, region: Range) -> Range:
    """Return the region up to the first word of manner that stands in no quote."""
    return _before(words, "manner", region)


def _before(words: Words, use: str, region: Range) -> Range:
    for match in words_pattern(use, "zh").finditer(words.view, region.start + 1, region.end):
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


def trim(words: Words, region: Range) -> Range:
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


def bare(words: Words, region: Range) -> str:
    """Return a phrase without a bracket, quote or year at its end, so that its head noun stands last."""
    return re.sub(r"\([^()]{0,60}\)$", "", region.cut(words.lower)).rstrip('"”》 0123456789年')


def is_quote(words: Words, region: Range) -> bool:
    return words.view[region.start] == "“"


def is_gathering(words: Words, region: Range) -> bool:
    """Return whether a phrase is the name of a happening: “2026江州灯会”."""
    head = words.vocabulary.head_of(bare(words, region).lstrip("“"))
    return head is not None and head.gathering
