"""What one would write on a calendar: the proper name, or who does what."""

from __future__ import annotations

import re

from timeline.extract.chinese_phrase import without_aim
from timeline.extract.clauses import Range, Scope
from timeline.extract.english_name import is_proper
from timeline.extract.english_phrase import PROPER
from timeline.extract.frame import Frame
from timeline.extract.words import Words
from timeline.lexicon.forms import Hit
from timeline.lexicon.kinds import Predicate
from timeline.lexicon.script import fold
from timeline.lexicon.vocabulary import words_pattern

LONGEST = {True: 120, False: 60}
"""Longest plain clause, in characters, for Latin and for Chinese text."""

COPULA = re.compile(
    r"^(?:the |there (?:will be|is|are|was|were) )"
    r"|(?: (?:is|are|was|were|will|be|has|have|been|on|by|of|for|to|from|at|in|extended|set|scheduled|due|now"
    r"|until))+$",
    re.IGNORECASE,
)
"""What a clause cut before its date leaves hanging."""
DUE = re.compile(
    r"(?:则|則|将|將)?(?:延长|延長|延期|顺延|延)[至到]截止$|(?:截止)?(?:日期|时间|期限)?(?:已订|为|是|定)?截止$|截止(?:日期|时间)?截止$"
)
"""征文截止时间为 and 征文截止 name the same thing."""
TAKEN = re.compile(r"[将把](?![在于会要])[^,。;]{2,30}")
"""An object that stands before its predicate: 4月10日前将回执寄回."""
GONE = re.compile(
    r"[ ,]?(?:一行|等)?((?:率[^,。;]{1,8})?(?:到|赴|在|来|前往|莅临|抵达|走进|访问|参观)[^,。;:“”《》()]{1,18})"
)
"""Where a visit goes, between who comes and what is done there: 到河湾区调研."""
COME = re.compile(r"(?:等[^、]{0,12}|一行)((?:莅临|蒞臨|到|赴|前往|抵达|抵達|走进|走進|访问|訪問)[^、]{1,18})$")
"""Where those at the end of a list go."""
MOVED = re.compile(r"(?:日期|时间|時間|期限)?(?:延长|延長|延期|顺延|順延|推迟|推遲|延)?[至到为為]?$")
"""What says that the date behind it is the new one."""
OBLIGED = re.compile(r"(?<![申邀聘延提])[请請]|务必|務必|必须|必須|须|須|需(?!求)")
"""What an imperative adds to a deadline."""
LABEL = re.compile(
    r"\W{0,3}(?:[一二三四五六七八九十]{1,3}[、)]|[0-9]{1,2}[.、)])?\W{0,3}"
    r"([^:,;。!?]{2,80}?)\s*:\W{0,4}(?:from |on |by )?"
)
"""A field name and its colon."""
MANY, FULL = 30, 8
"""Characters of a subject from which on only the first of those it lists is named, and of that one at the least."""
BARE = 2
"""Characters before a Chinese head noun that make no proper name: 成立典礼, 首场记者会."""
FIELD = re.compile(r"(?<=\S) +(?:日期|时间|date|when|time)$", re.IGNORECASE)
"""The field name behind what a row is about: 第二场 日期."""
MEETING = re.compile(
    r"(?:第?[^届次]{1,4}[届次]){0,2}[部厅局院校处党]?"
    r"(?:会员|理事|常务|代表|股东|董事|监事|职工|全体|换届|党组|党委|部务|局务|校务|院务|办公|常委|工作)[^,。]{1,20}$"
)
"""The meeting of a body, which says nothing without the body: 第四届会员代表大会."""
ENGLISH_LABEL = re.compile(r"\W{0,3}([^:;!?]{2,100}?)\s*:\s{0,4}(?:from |on |by )?")
"""The same in a line of its own, where it may hold commas."""
ARTICLE = re.compile(r" (?:the |an? |its |their |his |her )?")
"""What may stand between a verb and its object."""
LEFTOVER = re.compile(r"^[\s,:;、。)\]|*·•的-]+|[\s,:;、(\[|*·•-]+$|(?<=[\u4e00-\u9fff]{3})[由自从從于於]$")
ENTRY = re.compile(r"[\s:|、,-]{0,4}([\u4e00-\u9fff][^。,;:|()、\s]{2,19})\s?(?:\([^()]{0,40}\))?$")
"""What happens at an hour, with nothing but brackets behind it."""
LEADING = 2
"""A row whose date begins so early begins with it."""
DAY = len("2026-05-03")
"""Characters of a day; more tell an hour."""
PREPOSITION = re.compile(r"\b(?:on|by|from|at|in|until|through|of)\s*$", re.IGNORECASE)


def compose_title(words: Words, scope: Scope, frame: Frame) -> str:
    """Return the title of an event as printed, wraps joined."""
    label = find_label(words, scope)
    if label and _is_gathering(frame) and _names_itself(words, frame.name) and _is_field(words, label):
        return _show(words, frame.name)
    if label and (frame.predicate is None or frame.predicate.start < label.end):
        return _show(words, label)
    named = not frame.name.is_empty
    if named and (frame.predicate is None or words.is_table_row) and words.sentence.role == "row":
        return _shorten(_show(words, frame.name), LONGEST[words.is_latin])
    if entry := find_entry(words, scope, frame):
        return _show(words, entry)
    style = frame.predicate.rule.title if frame.predicate is not None else "name"
    by_name = (style == "name" and not _only_begins(words, frame)) or (style == "clause" and _is_gathering(frame))
    by_name = by_name and not (frame.predicate is not None and frame.kind == "launch")
    if named and by_name and not _needs_subject(words, frame):
        return re.sub(r"^[\"“「『]([^\"“”「」『』]+)[\"”」』]$", r"\1", _show(words, frame.name))
    if frame.predicate is not None and not (frame.subject.is_empty and frame.object.is_empty):
        return _clause_title(words, frame, scope.at)
    plain = plain_clause(words, frame.clause, scope.at)
    if frame.kind != "deadline" or words.is_latin:
        return plain
    return OBLIGED.sub("", MOVED.sub("", plain)) or plain


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


def find_label(words: Words, scope: Scope) -> Range | None:
    """Return the label a date stands under in its own line: 报名截止：5月3日, Submission deadline: 3 May."""
    if ":" not in words.view[: scope.at.start]:
        return None
    row = words.sentence.role == "row"
    label, first = (ENGLISH_LABEL, 0) if words.is_latin and row else (LABEL, scope.clauses[0].start)
    match = label.match(words.view, first, scope.at.start)
    if match is None or match.end() != scope.at.start or _is_key(words.view, match[1], scope.at.start):
        return None
    field = FIELD.search(match[1])
    return Range(match.start(1), match.start(1) + field.start()) if field else Range(*match.span(1))


def _is_key(view: str, label: str, start: int) -> bool:
    """Return whether a label is the key of a quoted value in data or code: "text": "5月3日……"."""
    return label.isascii() and view[start - 1] in "\"'"


def _is_field(words: Words, label: Range) -> bool:
    """Return whether a label is the mere name of a field: 日期, When."""
    return words_pattern("label").fullmatch(words.vocabulary.fold_name(_show(words, label))) is not None


def plain_clause(words: Words, clause: Range, at: Range) -> str:
    """Return a clause without its date and openers, cut at a border where it is long."""
    text = words.sentence.text
    if clause.start <= at.start < clause.end:
        aimed = at.start if words.is_latin else without_aim(words.view, clause.start, at.start)
        before = PREPOSITION.sub("", text[clause.start : at.start]) if words.is_latin else text[clause.start : aimed]
        after = text[at.end : clause.end]
        before = "" if words_pattern("leading", "zh").fullmatch(before.strip()) else before
        before = COPULA.sub("", before.rstrip()) if words.is_latin and not after.strip(" .") else before
        text = (
            f"{before.rstrip()} {after.lstrip()}"
            if words.is_latin and before.strip() and after.strip()
            else before + after
        )
    else:
        text = clause.cut(text)
    text = re.sub(r"\(\s*\)|（\s*）", "", text)
    while (cleaned := LEFTOVER.sub("", text)) != text:
        text = cleaned
    return _shorten(text.strip(), LONGEST[words.is_latin])


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


EDITION = re.compile(
    r"第([0-9]{1,4}|[一二三四五六七八九十百]{1,6})(?:届|次|季|期)|(?<![0-9])([0-9]{1,3})(?:st|nd|rd|th)\b"
)
DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")}


def find_edition(name: str) -> int | None:
    """Return the number of the edition a name states: 15 for 第十五届.

    Examples:
        >>> find_edition("第二十一届河湾博览会")
        21
        >>> find_edition("the 7th Harbour Forum")
        7
    """
    match = EDITION.search(name)
    if match is None:
        return 1 if "首届" in name else None
    value = match[1] or match[2]
    return int(value) if value.isdigit() else _chinese_number(value)


def _chinese_number(value: str) -> int:
    total, digit = 0, 0
    for character in value:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = DIGITS[character]
    return total + digit


def _is_gathering(frame: Frame) -> bool:
    return frame.head is not None and frame.head.gathering and frame.kind == frame.head.kind


def _needs_subject(words: Words, frame: Frame) -> bool:
    """Return whether a name says nothing without who holds it: 成立典礼, a conference."""
    if frame.predicate is None or frame.subject.is_empty or frame.name != frame.object or frame.predicate.rule.occasion:
        return False
    name = words.vocabulary.fold_name(_show(words, frame.name))
    if words.is_latin:
        held = frame.head is not None and frame.head.gathering
        proper = PROPER.match(words.view, frame.subject.start) is not None
        return frame.name.cut(words.view).islower() and (proper or not held)
    return not _names_itself(words, frame.name) or MEETING.match(fold(name)) is not None


def _names_itself(words: Words, name: Range) -> bool:
    """Return whether a name is more than its head noun."""
    return len(words.vocabulary.stem_of(words.vocabulary.fold_name(_show(words, name)))) > BARE


def _shorten_list(subject: str) -> str:
    """Return a long list of people as its first one and 等.

    Examples:
        >>> _shorten_list("江州市企业联合会副秘书长周明远、江州大学纺织学院教授林若水、顾长青一行")
        '江州市企业联合会副秘书长周明远等'
    """
    first, mark, rest = subject.partition("、")
    if not mark or len(subject) <= MANY or len(first) <= FULL:
        return subject
    gone = COME.search(rest)
    return f"{first}等{gone[1] if gone else ''}"


def _clause_title(words: Words, frame: Frame, at: Range) -> str:
    """Return subject, predicate and object, as printed, without what stands between them."""
    assert frame.predicate is not None
    if words.is_latin:
        return _english_clause(words, frame, frame.predicate)
    done = Range(*frame.predicate[:2])
    if frame.kind == "deadline" and TAKEN.match(words.view, at.end, done.start):
        done = Range(at.end, done.end)
    if frame.kind == "visit" and not frame.subject.is_empty:
        start = at.end if frame.subject.end <= at.start < done.start else frame.subject.end
        gone = GONE.fullmatch(words.view, start, done.start)
        done = Range(gone.start(1), done.end) if gone else done
    parts = [_shorten_list(_show(words, frame.subject)), _show(words, done), _show(words, frame.object)]
    if frame.kind == "deadline":
        parts = [*(part.removeprefix("前") for part in parts), "截止"]
        parts = [OBLIGED.sub("", DUE.sub("截止", "".join(parts)))]
    return _shorten("".join(parts), LONGEST[False])


def _english_clause(words: Words, frame: Frame, predicate: Hit[Predicate]) -> str:
    """Return an English clause: an article and will are kept, adverbs and dates are not."""
    subject, verb, thing = frame.subject, Range(*predicate[:2]), frame.object
    if frame.kind != "deadline" and subject.is_empty and not predicate.rule.agent:
        return _shorten(_show(words, thing), LONGEST[True])
    if words.lower.endswith(" will ", 0, verb.start) and not subject.is_empty:
        verb = verb._replace(start=verb.start - len("will "))
    if ARTICLE.fullmatch(words.lower, verb.end, thing.start):
        verb, thing = Range(verb.start, thing.end), Range(0, 0)
    parts = [_show(words, part) for part in (subject, verb, thing) if not part.is_empty]
    return _shorten(COPULA.sub("", " ".join(parts)), LONGEST[True])


def _show(words: Words, part: Range) -> str:
    return part.cut(words.sentence.text).strip()


def _shorten(text: str, longest: int) -> str:
    """Return the text, cut at the last mark or space that keeps it short enough."""
    if len(text) <= longest:
        return text
    cut = max(text.rfind(mark, 8, longest) for mark in "，,；;。 、》”")
    return text[: cut + (text[cut] in "》”")].rstrip("，,；; 、。") if cut > 0 else text[:longest]
