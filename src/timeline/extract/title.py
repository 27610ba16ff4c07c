"""What one would write on a calendar: the proper name, or who does what."""

from __future__ import annotations

import re

from timeline.extract.clause_title import clause_title, plain_title, shorten
from timeline.extract.clauses import Range, Scope
from timeline.extract.english_name import is_proper
from timeline.extract.english_phrase import PROPER
from timeline.extract.frame import Frame
from timeline.extract.label import find_label, is_field_name
from timeline.extract.words import Words
from timeline.lexicon.script import fold
from timeline.lexicon.vocabulary import words_pattern

BARE = 2
"""Characters before a Chinese head noun that make no proper name: 成立典礼, 首场记者会."""
MEETING = re.compile(
    r"(?:第?[^届次]{1,4}[届次]){0,2}[部厅局院校处党]?"
    r"(?:会员|理事|常务|代表|股东|董事|监事|职工|全体|换届|党组|党委|部务|局务|校务|院务|办公|常委|工作)[^,。]{1,20}$"
)
"""The meeting of a body, which says nothing without the body: 第四届会员代表大会."""
ENTRY = re.compile(r"[\s:|、,-]{0,4}([\u4e00-\u9fff][^。,;:|()、\s]{2,19})\s?(?:\([^()]{0,40}\))?$")
"""What happens at an hour, with nothing but brackets behind it."""
LEADING = 2
"""A row whose date begins so early begins with it."""
DAY = len("2026-05-03")
"""Characters of a day; more tell an hour."""


def compose_title(words: Words, scope: Scope, frame: Frame) -> str:
    """Return the title of an event as printed, wraps joined."""
    label = find_label(words, scope)
    if label and _is_gathering(frame) and _names_itself(words, frame.name) and is_field_name(words, label):
        return words.printed(frame.name)
    if label and (frame.predicate is None or frame.predicate.start < label.end):
        return words.printed(label)
    named = not frame.name.is_empty
    if named and (frame.predicate is None or words.is_table_row) and words.sentence.role == "row":
        return shorten(words, words.printed(frame.name))
    if entry := find_entry(words, scope, frame):
        return words.printed(entry)
    style = frame.predicate.rule.title if frame.predicate is not None else "name"
    by_name = (style == "name" and not _only_begins(words, frame)) or (style == "clause" and _is_gathering(frame))
    by_name = by_name and not (frame.predicate is not None and frame.kind == "launch")
    if named and by_name and not _needs_subject(words, frame):
        return re.sub(r"^[\"“「『]([^\"“”「」『』]+)[\"”」』]$", r"\1", words.printed(frame.name))
    if frame.predicate is not None and not (frame.subject.is_empty and frame.object.is_empty):
        return clause_title(words, frame, scope.at)
    return plain_title(words, frame, scope.at)


def _only_begins(words: Words, frame: Frame) -> bool:
    """Return whether an English name is no happening that begins or ends: support for the old series ends."""
    phase = frame.predicate.rule.phase if frame.predicate is not None else None
    return words.is_latin and phase is not None and not _is_gathering(frame) and not is_proper(words, frame.name)


def find_entry(words: Words, scope: Scope, frame: Frame) -> Range | None:
    """Return all that a short Chinese row says behind its hour: 09:30 大会报到, 10:20 颁奖仪式及合影."""
    when = scope.mention.when
    listed = words.sentence.role == "row" and not words.is_latin and scope.at.start <= LEADING
    if not listed or when is None or len(when.start or "") <= DAY or frame.kind == "deadline":
        return None
    entry = ENTRY.match(words.view, scope.at.end)
    return Range(*entry.span(1)) if entry else None


def find_theme(words: Words, scope: Scope) -> str | None:
    """Return the motto of the happening, without its quotes."""
    pattern = words_pattern("theme", "en" if words.is_latin else "zh")
    for match in pattern.finditer(words.view, scope.clauses[0].start, scope.clauses[-1].end):
        start, end = next(match.span(name) for name, value in match.groupdict().items() if value)
        return words.sentence.text[start:end]
    return None


OPEN = re.compile(r"^[\\'\"]+")
"""A straight quote at the head of a title that nothing closes."""
PAIRS = {"”": "“", "」": "「", "』": "『", "》": "《", "）": "（", ")": "(", "】": "【"}


def close_marks(title: str) -> str:
    """Return a title without the quotes and brackets that open or close nothing in it.

    Examples:
        >>> close_marks("「2026江州灯会")
        '2026江州灯会'
    """
    lone: set[int] = set()
    waiting: list[int] = []
    for position, mark in enumerate(title):
        if mark in PAIRS.values():
            waiting.append(position)
        elif mark in PAIRS:
            if waiting and title[waiting[-1]] == PAIRS[mark]:
                waiting.pop()
            else:
                lone.add(position)
    lone.update(waiting)
    if title.count('"') % 2 and '"' in (title[0], title[-1]):
        lone.add(0 if title[0] == '"' else len(title) - 1)
    if title.endswith(("’", "'")) and not title.endswith(("s’", "s'")) and title[0] not in "‘'":
        lone.add(len(title) - 1)
    closed = "".join(mark for position, mark in enumerate(title) if position not in lone).strip() if lone else title
    return OPEN.sub("", closed) if closed.count(closed[:1]) == 1 else closed


SHORT = re.compile(
    r"\s?[（(](?:以下)?(?:简称|簡稱|下称|下稱|又称|又稱|hereinafter|known as|or)(?:为|為)?\s?[：:]?\s?[“「『\"']?"
    r"([^（）()“”「」『』\"']{1,24})[”」』\"']?[）)]"
)
"""The short form that a name brings along."""


def split_alias(title: str) -> tuple[str, tuple[str, ...]]:
    """Return a name without the short form in its brackets, and the short form.

    Examples:
        >>> split_alias("第三届河湾博览会（以下简称“河博会”）")
        ('第三届河湾博览会', ('河博会',))
    """
    match = SHORT.search(title)
    return (title[: match.start()] + title[match.end() :], (match[1].strip(),)) if match else (title, ())


def _is_gathering(frame: Frame) -> bool:
    return frame.head is not None and frame.head.gathering and frame.kind == frame.head.kind


def _needs_subject(words: Words, frame: Frame) -> bool:
    """Return whether a name says nothing without who holds it: 成立典礼, a conference."""
    if frame.predicate is None or frame.subject.is_empty or frame.name != frame.object or frame.predicate.rule.occasion:
        return False
    name = words.vocabulary.fold_name(words.printed(frame.name))
    if words.is_latin:
        held = frame.head is not None and frame.head.gathering
        proper = PROPER.match(words.view, frame.subject.start) is not None
        return frame.name.cut(words.view).islower() and (proper or not held)
    return not _names_itself(words, frame.name) or MEETING.match(fold(name)) is not None


def _names_itself(words: Words, name: Range) -> bool:
    """Return whether a name is more than its head noun."""
    return len(words.vocabulary.stem_of(words.vocabulary.fold_name(words.printed(name)))) > BARE
