"""A year or month over a list: what stands below without a year or month of its own belongs to it.

A heading holds until the next one of its rank or above; a title (江州书法协会2019年大事记) for the whole article.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from timeline.lexicon.layout import layout_pattern
from timeline.model import Precision, Sentence
from timeline.model.expression import TimeExpression
from timeline.resolve.placed import Placed

LONGEST = 40
"""Characters of a heading that begins with its year or month."""


class Period(NamedTuple):
    """A year or month that holds below its heading."""

    level: int
    """Depth of the heading, 0 for the title."""
    year: int
    month: int | None = None


def leave_periods(periods: tuple[Period, ...], sentence: Sentence) -> tuple[Period, ...]:
    """Return the periods that still hold behind a sentence; a heading that is a bare year (2019) brings in its own."""
    if sentence.role != "heading":
        return periods
    kept = tuple(period for period in periods if period.level < sentence.level)
    year = _bare_year().fullmatch(sentence.view)
    return (*kept, Period(sentence.level, int(year[1]))) if year else kept


def find_period(sentence: Sentence, expression: TimeExpression, placed: Placed) -> Period | None:
    """Return the year or month that a heading begins with, or the title of a calendar names; else None."""
    coarse = placed.end is None or placed.precision.rank < Precision.MONTH.rank
    if placed.precision.rank > Precision.MONTH.rank or not coarse or expression.period or expression.first.years > 1:
        return None
    heads = (
        sentence.role == "heading"
        and len(sentence.view) <= LONGEST
        and _opening().fullmatch(sentence.view, 0, expression.start)
    )
    titled = sentence.role == "title" and expression.first.year and _calendar().search(sentence.view.lower())
    if not heads and not titled:
        return None
    return Period(
        sentence.level if heads else 0,
        placed.start.year,
        placed.start.month if placed.precision is Precision.MONTH else None,
    )


@cache
def _bare_year() -> re.Pattern[str]:
    return re.compile(r"\W{0,4}((?:19|20)[0-9]{2})\W{0,4}")


@cache
def _opening() -> re.Pattern[str]:
    """What may stand before the period: marks and a number."""
    return re.compile(r"\W{0,4}(?:[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、)])?\W{0,4}")


@cache
def _calendar() -> re.Pattern[str]:
    return re.compile(layout_pattern("calendar"))
