"""Titles made of a clause: who does what, or the clause without its date."""

from __future__ import annotations

import re

from timeline.extract.chinese_phrase import without_aim
from timeline.extract.clauses import Range
from timeline.extract.frame import Frame
from timeline.extract.words import Words
from timeline.lexicon.forms import Hit
from timeline.lexicon.kinds import Predicate
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
MANY, FULL = 30, 8
"""Characters of a subject from which on only the first of those it lists is named, and of that one at the least."""
ARTICLE = re.compile(r" (?:the |an? |its |their |his |her )?")
"""What may stand between a verb and its object."""
LEFTOVER = re.compile(r"^[\s,:;、。)\]|*·•的-]+|[\s,:;、(\[|*·•-]+$|(?<=[\u4e00-\u9fff]{3})[由自从從于於]$")
PREPOSITION = re.compile(r"\b(?:on|by|from|at|in|until|through|of)\s*$", re.IGNORECASE)


def plain_title(words: Words, frame: Frame, at: Range) -> str:
    """Return the clause of a frame without its date; of a Chinese deadline what is to be done till then."""
    plain = _plain_clause(words, frame.clause, at)
    if frame.kind != "deadline" or words.is_latin:
        return plain
    return OBLIGED.sub("", MOVED.sub("", plain)) or plain


def _plain_clause(words: Words, clause: Range, at: Range) -> str:
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
    return shorten(words, text.strip())


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


def clause_title(words: Words, frame: Frame, at: Range) -> str:
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
    parts = [_shorten_list(words.printed(frame.subject)), words.printed(done), words.printed(frame.object)]
    if frame.kind == "deadline":
        parts = [*(part.removeprefix("前") for part in parts), "截止"]
        parts = [OBLIGED.sub("", DUE.sub("截止", "".join(parts)))]
    return shorten(words, "".join(parts))


def _english_clause(words: Words, frame: Frame, predicate: Hit[Predicate]) -> str:
    """Return an English clause: an article and will are kept, adverbs and dates are not."""
    subject, verb, thing = frame.subject, Range(*predicate[:2]), frame.object
    if frame.kind != "deadline" and subject.is_empty and not predicate.rule.agent:
        return shorten(words, words.printed(thing))
    if words.lower.endswith(" will ", 0, verb.start) and not subject.is_empty:
        verb = verb._replace(start=verb.start - len("will "))
    if ARTICLE.fullmatch(words.lower, verb.end, thing.start):
        verb, thing = Range(verb.start, thing.end), Range(0, 0)
    parts = [words.printed(part) for part in (subject, verb, thing) if not part.is_empty]
    return shorten(words, COPULA.sub("", " ".join(parts)))


def shorten(words: Words, text: str) -> str:
    """Return the text, cut at the last mark or space that keeps it short enough."""
    longest = LONGEST[words.is_latin]
    if len(text) <= longest:
        return text
    cut = max(text.rfind(mark, 8, longest) for mark in "，,；;。 、》”")
    return text[: cut + (text[cut] in "》”")].rstrip("，,；; 、。") if cut > 0 else text[:longest]
