"""What an article's next expressions may count from, kept while it is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from timeline.model import Precision, Sentence
from timeline.model.expression import TimeExpression
from timeline.resolve.context import Context
from timeline.resolve.held import is_label, is_labelled
from timeline.resolve.periods import find_period, leave_periods
from timeline.resolve.placed import Placed, last_day


def enter(context: Context, index: int, sentence: Sentence, found: Sequence[TimeExpression]) -> None:
    """Turn to a sentence; a heading, or a numbered item that does not begin with its day, is about something new.

    Under the line of a day in a programme (MONDAY, OCT. 12) headings only sort what happens on it.
    """
    if sentence.paragraph != context.paragraph_here:
        item = _item().match(sentence.view)
        fresh = item is not None and found and found[0].start > item.end()
        if fresh or (sentence.role in ("title", "heading") and not context.is_programme):
            context.day = None
        context.periods = leave_periods(context.periods, sentence)
    context.here, context.paragraph_here = index, sentence.paragraph
    context.in_row = sentence.role in ("row", "heading")
    if is_label(sentence):
        context.label = index


@cache
def _item() -> re.Pattern[str]:
    """The number or mark of an item."""
    return re.compile(r"\s?(?:[(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)、.](?![0-9])|[①-⑳•·▪■◆●▲★])\s?")


def leads(sentence: Sentence, expression: TimeExpression) -> bool:
    """Return whether an expression begins a clause, behind a word that only links it."""
    return _lead().search(sentence.view[max(0, expression.start - 8) : expression.start]) is not None


@cache
def _lead() -> re.Pattern[str]:
    """The beginning of a clause up to its first word of weight."""
    return re.compile(r"(?:^|[,;、。:])\s?(?:其中|而|但|并|又|后|再|随后|之后|此后)?[在于至到]?\s?$")


def remember(
    context: Context, sentence: Sentence, expression: TimeExpression, placed: Placed, final: Placed | None
) -> None:
    """Keep what the next expressions may count from."""
    first = expression.first
    if sentence.role in ("heading", "title") and (period := find_period(sentence, expression, placed)):
        context.periods = (*context.periods, period)
    counted = first.shift is not None and first.shift.unit in ("hour", "minute", "second")
    if expression.quantity is not None or counted or expression.in_title or _is_aside(expression, placed, context):
        return
    if placed.precision.rank >= Precision.DAY.rank and (placed.end is None or final is not None):
        _remember_day(context, sentence, expression, placed, final)
    elif placed.precision is Precision.QUARTER:
        context.quarter, context.quarter_sentence = (placed.start.year, (placed.start.month + 2) // 3), context.here
        return
    elif placed.precision is Precision.MONTH:
        context.month, context.stated_year = (placed.start.year, placed.start.month), placed.start.year
        context.month_sentence = context.here
    elif first.year is not None and not expression.period:
        context.stated_year = placed.start.year
    else:
        return
    context.year_paragraph = context.paragraph_here
    if first.year is not None and (first.day or sentence.role != "body" or context.here < HEADER):
        context.dated_year = placed.start.year
    _remember_tale(context, expression, final or placed)
    context.sentence, context.paragraph = context.here, context.paragraph_here
    if first.year is not None or (first.shift is not None and first.shift.unit == "year"):
        context.year_sentence = context.here
        part = first.day or first.half or first.quarter or first.months
        if context.leads and not part and sentence.view.startswith(",", expression.end):
            context.topic_year, context.topic_paragraph = placed.start.year, context.paragraph_here
        else:
            context.topic_year = None


HEADER = 3
"""Sentences at the head of a text whose year is that of the text."""


def _is_aside(expression: TimeExpression, placed: Placed, context: Context) -> bool:
    """Return whether a time is only what others are held against: a year earlier, the worst day since Sept. 10."""
    shift = expression.first.shift
    if shift is not None and (shift.base == "period" or (shift.unit == "quarter" and shift.offset == YEAR_BACK)):
        return True
    since = expression.mod == "after" and expression.rule.startswith("en.") and not context.story
    return since and context.published is not None and placed.start < context.published


YEAR_BACK = -4
"""Quarters to the like quarter of the year before."""


def _remember_tale(context: Context, expression: TimeExpression, placed: Placed) -> None:
    """Keep a date of a past year, and what is told on from it (次日, 同月20日), as long as nothing nearer is stated.

    English news comes back to the present without saying so.
    """
    first = expression.first
    told = first.year is not None or placed.basis == "inherited" or (first.shift and first.shift.base == "context")
    goes_on = first.year is not None or context.here <= context.tale_sentence + 1
    dated = placed.precision.rank >= Precision.MONTH.rank and placed.start.year < (context.year or 0)
    chinese = not expression.rule.startswith("en.")
    context.tale = placed if told and goes_on and dated and chinese else None
    context.tale_sentence = context.here


def _is_line(sentence: Sentence, expression: TimeExpression) -> bool:
    """Return whether an expression is all that its line says."""
    rest = sentence.view[: expression.start] + sentence.view[expression.end :]
    return sentence.role in ("row", "heading", "title") and not any(map(str.isalnum, rest))


def _remember_day(
    context: Context, sentence: Sentence, expression: TimeExpression, placed: Placed, final: Placed | None
) -> None:
    fields, day = expression.first, last_day(final or placed)
    context.first, context.day = placed.start.date(), day
    if day > placed.start.date():
        context.run = (placed.start.date(), day)
    elif context.run and not context.run[0] <= day <= context.run[1]:
        context.run = None
    if sentence.role != "title" and (context.label == context.here - 1 or is_labelled(sentence, expression.start)):
        context.held = context.first
    context.is_told = sentence.role == "body"
    if fields.day or fields.shift:
        context.is_programme = bool(fields.weekday and fields.day) and _is_line(sentence, expression)
    context.month, context.stated_year = (day.year, day.month), day.year
    context.month_sentence = -1
    context.weekday_sentence = context.here if fields.weekday and not fields.day else -1
    timed = placed.precision.rank >= Precision.HOUR.rank
    bare = fields.day is None and fields.shift is None and context.halved
    context.clock = placed.start.hour if timed else PART_CLOCK.get(placed.part or "")
    context.halved = bool(fields.part or bare)
    context.night = placed.part == "night"
    context.moment = placed.start if timed and final is None else None
    context.clocked = (placed.start, final.start) if timed and final else None
    if fields.holiday in LUNAR_HOLIDAYS or (fields.lunar and fields.month):
        context.lunar_month = fields.month or 1


PART_CLOCK = {"afternoon": 13, "evening": 19, "night": 22}
"""Hour from which a clock time goes on behind a part of the day: 26日下午……3时."""
LUNAR_HOLIDAYS = ("shared.holiday.spring-festival", "shared.holiday.new-year-eve-lunar")
"""Holidays behind which 初四 is of the first lunar month."""
