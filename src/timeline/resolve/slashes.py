"""3/4 or 4/3: the order of month and day, which only the other dates of the text can tell."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import ArticleInfo, Issue, Sentence
from timeline.model.expression import Fields, SlashOrder, TimeExpression

Expressions = Sequence[Sequence[TimeExpression]]


def settle_slashes(
    sentences: Sequence[Sentence], expressions: Expressions, info: ArticleInfo
) -> tuple[Expressions, tuple[Issue, ...]]:
    """Return the expressions with open dates turned where the text puts the day first, and an issue if it does both.

    Evidence is a number above 12 in another such date, or that a date read day first is the day of publication.
    """
    found = [one for sentence in expressions for one in sentence]
    orders = {fields.order for one in found for fields in (one.first, one.last) if fields and fields.order}
    if {"day-first", "month-first"} <= orders:
        return expressions, (_contradiction(sentences, expressions, info),)
    if OPEN not in orders:
        return expressions, ()
    if "day-first" in orders or ("month-first" not in orders and any(_is_published(one.first, info) for one in found)):
        return [[_turned(one) for one in sentence] for sentence in expressions], ()
    return expressions, ()


OPEN: SlashOrder = "open"


def _turned(expression: TimeExpression) -> TimeExpression:
    first, last = expression.first, expression.last
    return expression._replace(first=_day_first(first), last=_day_first(last) if last else None)


def _day_first(fields: Fields) -> Fields:
    return fields._replace(month=fields.day, day=fields.month) if fields.order == OPEN else fields


def _is_published(fields: Fields, info: ArticleInfo) -> bool:
    """Return whether an open date read day first, and only so, is the day of publication."""
    day = info.published_day
    return (
        day is not None
        and fields.order == OPEN
        and (day.year, day.day, day.month)
        == (
            fields.year or day.year,
            fields.month,
            fields.day,
        )
    )


def _contradiction(sentences: Sequence[Sentence], expressions: Expressions, info: ArticleInfo) -> Issue:
    """Return the doubt, at the first open date, else at the first that contradicts an earlier one."""
    pairs = zip(sentences, expressions, strict=True)
    places = [(sentence, one, _order(one)) for sentence, found in pairs for one in found if _order(one)]
    usual = places[0][2]
    doubtful = [place for place in places if place[2] == OPEN] or [place for place in places if place[2] != usual]
    sentence, one, order = doubtful[0]
    span, text = sentence.raw_span(one.start, one.end), sentence.text[one.start : one.end]
    reading = f"; {text!r} is read month first" if order == OPEN else f", as in {text!r}"
    message = f"the text puts both month and day first{reading}"
    return Issue(code="slash-order", message=message, source=info.source, start=span.start, end=span.end)


def _order(expression: TimeExpression) -> SlashOrder | None:
    """Return what the numbers of an expression tell of their order; an open end makes all of it open."""
    orders = (expression.first.order, expression.last.order if expression.last else None)
    return OPEN if OPEN in orders else orders[0] or orders[1]
