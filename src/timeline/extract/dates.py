"""Which of the time mentions of a sentence may date an event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

from timeline.extract.clauses import Range
from timeline.extract.names import is_organization
from timeline.extract.words import Words
from timeline.model import Precision, Span, TimeMention, When

LIST = re.compile(r"\s*(?:[、,及和与&]|以及|and)\s*(?:on )?")
"""What joins two days of one happening."""
SAID = re.compile(
    r"\b(?:said|says|told|announced|added|stated|confirmed)(?: (?!that )[a-z]{2,12}){0,2} ?(?:on |late |early )?$"
)
HEARD = re.compile(r"(?:[^,;。]{0,6}(?:获悉|了解到|表示|透露|介绍说|报道|消息))|从")
"""What makes a date that of a statement, before an English and after a Chinese one."""
CLOCK = re.compile(r"[\s,:;|()·]*(?:时间|具体时间|time|at|from)?[\s,:;|()]*")
"""What stands between a day and its hours."""
HOURS = re.compile(r"^\([^()]{0,12}(?:时间|hours)[为是:]?$")
"""What makes a time in brackets one of opening: (派发时间为上午10时至下午6时)."""
NAMED_FOR = re.compile(r"\s?(?:正式)?(?:设立?|[命定]名|确定|定|列)[为作]")
"""What makes a date one that something is made of: 将5月20日设为城市日."""
HANDLED = ("将", "把")
"""What stands before such a date."""
GLOSS = re.compile(r"[日号]\((?:[周星期礼拜]{1,2}[一二三四五六日天],?)?$")
"""What stands before a holiday that only says which day it is: 9月21日(星期二,中秋节)."""
RECENTLY = re.compile(r"[)】\]]?\s?(?:日前|近日|近期)[,:]?")
"""What makes a date before it that of the report: 【3月5日】日前，……"""
CLAUSE_END = re.compile(r"[,;。!?:]")
SECONDS = re.compile(r"[0-9][:：][0-9]{2}[:：][0-9]{2}$")
"""A clock time with its seconds."""
HOLIDAY_DATES = re.compile(r"当?[天日晚夜]|期间|假期|前[夕后]|后|上午|下午|晚|在|将|起|至|到|[,。;)]|$")
"""What follows a holiday that dates something."""


def choose_dates(mentions: Sequence[TimeMention], words: Words) -> list[TimeMention]:
    """Return the mentions that may date an event.

    A year or season beside a finer date only names (2026年春季书展5月9日开幕); a day on which something was said
    beside another date only tells the source (said on Tuesday it would open on March 20), a month beside one of its
    days only names (the July call is on 15 July).
    """
    datable = [m for m in mentions if m.when and is_datable(m, words) and not _is_named(m, words)]
    ranks = [mention.when.precision.rank for mention in datable if mention.when]
    coarse = Precision.MONTH.rank if max(ranks, default=0) >= Precision.DAY.rank else Precision.HALF.rank
    finest = max(ranks, default=0)
    chosen = [m for m, rank in zip(datable, ranks, strict=True) if rank >= coarse or rank == finest]
    chosen = [m for n, m in enumerate(chosen) if n == 0 or not _is_of_object(m, words, finest)]
    days = [mention for mention, rank in zip(datable, ranks, strict=True) if rank >= Precision.DAY.rank]
    chosen = [mention for mention in chosen if not _is_month_of(mention, days, words)]
    chosen = [m for n, m in enumerate(chosen) if n + 1 == len(chosen) or not _tells_source(m, words)]
    joined: list[TimeMention] = []
    for mention in chosen:
        both = _join(joined[-1], mention, words) if joined else None
        joined[-1:] = [both] if both else [*joined[-1:], mention]
    if len(joined) == 2 and (timed := _with_hours(joined[0], joined[1], words)):
        return [timed]
    return joined


def _is_note(mention: TimeMention, words: Words) -> bool:
    """Return whether a line holds nothing but a moment with its seconds and who wrote: 江州商会 2026-05-03 10:21:08."""
    written = words.view[: mention.local.start].strip(" |:")
    behind = words.view[mention.local.end :].strip(" |")
    return SECONDS.search(mention.text) is not None and not behind and (not written or is_organization(written))


def _is_named(mention: TimeMention, words: Words) -> bool:
    """Return whether a part of the day is a word of a name in a list: 14 May, An Evening with Ada Reed."""
    part = mention.when is not None and mention.when.precision is Precision.PART
    return part and words.sentence.role != "body" and mention.text.isalpha() and mention.text[0].isupper()


def _is_month_of(mention: TimeMention, days: Iterable[TimeMention], words: Words) -> bool:
    """Return whether a mention is the month of a later day in its clause: the July call takes place on 15 July."""
    month, end = mention.when, mention.local.end
    if month is None or month.precision is not Precision.MONTH or month.end or month.mod:
        return False
    if not mention.rule.startswith(("en.month", "zh.month")):
        return False
    starts = (day.local.start for day in days if day.when and (day.when.start or "").startswith(month.start or "-"))
    return any(end < start and CLAUSE_END.search(words.view, end, start) is None for start in starts)


def _with_hours(day: TimeMention, clock: TimeMention, words: Words) -> TimeMention | None:
    """Return a day with the hours that its sentence tells in a clause of their own: on May 3 at Mill Hall, 7 pm."""
    assert day.when is not None and clock.when is not None
    view, start, end = words.view, clock.local.start, clock.local.end
    opening = max(view.rfind(mark, day.local.end, start) for mark in ",;(")
    closing = min((at for mark in ",;.)" if (at := view.find(mark, end)) >= 0), default=len(view))
    said = [*(hit.start for hit in words.predicates), *(hit.start for hit in words.heads)]
    apart = opening >= 0 and not any(opening < place < closing for place in said)
    when = _clocked(day.when, clock.when, "") if apart else None
    return day.model_copy(update={"when": when}) if when else None


def days_apart(mentions: Sequence[TimeMention], words: Words) -> tuple[Range, ...]:
    """Return where the days stand that belong to no name; a year (2026年春季书展) and what a quote holds may."""
    fine = [mention for mention in mentions if mention.when and mention.when.precision.rank >= Precision.DAY.rank]
    ranges = [Range(mention.local.start, mention.local.end) for mention in fine]
    return tuple(place for place in ranges if words.enclosing(place.start) is None)


def _is_of_object(mention: TimeMention, words: Words, finest: int) -> bool:
    """Return whether a month beside a day, right behind what is done, only tells of what: 3月9日公布2月份数据."""
    coarser = mention.when is not None and mention.when.precision.rank < Precision.DAY.rank <= finest
    return coarser and any(hit.end == mention.local.start and hit.rule.object_first for hit in words.predicates)


def _tells_source(mention: TimeMention, words: Words) -> bool:
    """Return whether a date is that of a statement: said on Tuesday, 3月5日获悉."""
    before, after = words.lower[: mention.local.start], words.lower[mention.local.end : mention.local.end + 12]
    return SAID.search(before, max(0, len(before) - 40)) is not None or HEARD.match(after) is not None


def _join(first: TimeMention, second: TimeMention, words: Words) -> TimeMention | None:
    """Return two mentions of one time as one: neighbouring days of a list, a day and its hours; else None."""
    between = words.lower[first.local.end : second.local.start]
    if first.when is None or second.when is None:
        return None
    when = _clocked(first.when, second.when, between) or _listed(first.when, second.when, between)
    if when is None:
        return None
    span = Span(start=first.span.start, end=second.span.end)
    local = Span(start=first.local.start, end=second.local.end)
    text = words.sentence.text[local.start : local.end]
    return first.model_copy(update={"when": when, "span": span, "local": local, "text": text})


def _listed(a: When, b: When, between: str) -> When | None:
    """Return two neighbouring days of a list as one range (6月7日和8日, May 7 and 8), or None."""
    follows = _is_day(a) and _is_day(b) and b.earliest - a.latest == timedelta(days=1)
    return a.until((b.end or b.start or "")[:10]) if follows and LIST.fullmatch(between) else None


def _clocked(a: When, b: When, between: str) -> When | None:
    """Return the hours of a day that stands before them (日期：5月3日 时间：16:00, July 24, 23:59), or None."""
    timed = b.precision in (Precision.HOUR, Precision.MINUTE) and _is_day(a)
    if not timed or CLOCK.fullmatch(between) is None or (b.start or "")[:10] not in (a.start, a.end):
        return None
    if a.end is None:
        return b.model_copy(update={"basis": a.basis})
    hours = {"start": f"{a.start}{(b.start or '')[10:]}", "end": f"{a.end}{(b.end or b.start or '')[10:]}"}
    return b.model_copy(update={**hours, "basis": a.basis})


def _is_day(when: When) -> bool:
    return when.precision in (Precision.DAY, Precision.PART) and when.mod is None


def is_datable(mention: TimeMention, words: Words) -> bool:
    """Return whether a mention can date an event: placed on the calendar, and not inside the title of a work."""
    if mention.when is None or mention.timex.type not in ("DATE", "TIME") or _is_note(mention, words):
        return False
    if words.view.endswith(HANDLED, 0, mention.local.start) and NAMED_FOR.match(words.view, mention.local.end):
        return False
    around = words.enclosing(mention.local.start)
    if around is not None and HOURS.match(words.view[around.start : mention.local.start]):
        return False
    titled = around is not None and words.view[around.start] in "《〈" and mention.local.end <= around.end
    if RECENTLY.match(words.view, mention.local.end):
        return False
    holiday = mention.rule.startswith("shared.holiday")
    if holiday and GLOSS.search(words.view, max(0, mention.local.start - 10), mention.local.start):
        return False
    return not titled and not (holiday and _names(mention, words))


def _names(mention: TimeMention, words: Words) -> bool:
    """Return whether a holiday only names something: 端午游园会, a Christmas fair; 端午当天 and on Christmas date."""
    view, (start, end) = words.view, (mention.local.start, mention.local.end)
    return not (
        HOLIDAY_DATES.match(view, end) or view[max(0, start - 3) : start].rstrip().endswith(("于", "在", "on", "at"))
    )
