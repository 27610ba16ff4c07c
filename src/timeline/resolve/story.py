"""History told in a text: dates without a year belong to the year last stated, not to that of publication."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import ArticleInfo
from timeline.model.expression import Fields, Shift, TimeExpression
from timeline.resolve.context import Context

NEWS_YEARS = 2
"""Years before the publication that are still news."""
OUTWEIGHED = 5
"""How many past years outweigh one time that counts from, or lies near, the publication."""
LIFETIME = 100
"""Years back that only history goes; a single nearer year may be that of a firm's founding."""
BACKWARD = 6
"""A month more than so many months before the last stated one is that of the next year: a tale goes on."""
THIS_YEAR = Shift("year", 0, exact=False)


def tells_history(expressions: Sequence[Sequence[TimeExpression]], info: ArticleInfo) -> bool:
    """Return whether a text states past years and next to nothing that counts from, or lies near, its publication.

    Chinese news sets a story's year off at the head of its clause (`Context.year_in_force`); 大桥2019年动工，5月26日
    通车 ends in the year of publication.
    """
    if info.published is None or (info.language or "").startswith("zh"):
        return False
    now = int(info.published[:4])
    found = [one for sentence in expressions for one in sentence if one.type != "SET" and not one.in_title]
    news = sum(_is_news(one, now) for one in found)
    years = [one.first.year for one in found if one.first.year and one.first.years == 1 and not _is_news(one, now)]
    told = len(years) > 1 or any(year < now - LIFETIME for year in years)
    return told and len(years) >= OUTWEIGHED * news


def _is_news(expression: TimeExpression, now: int) -> bool:
    first = expression.first
    counted = first.shift is not None and first.shift.base == "now" and first.shift != THIS_YEAR
    named = first.weekday is not None and first.day is None and first.nth is None
    recent = first.year is not None and first.year > now - NEWS_YEARS
    return counted or named or recent or expression.window == "past" or expression.direction == "future"


def in_story(fields: Fields, context: Context) -> Fields:
    """Return fields that name no year with the one last stated; unchanged where they name one or none was stated.

    The end of the year is that of the year last stated.
    """
    if context.story and fields.shift == THIS_YEAR:
        return fields._replace(shift=THIS_YEAR._replace(base="context"))
    named = fields.month or fields.season or fields.quarter or fields.half or fields.holiday
    free = fields.year is None and fields.shift is None and fields.cycle is None and fields.occurrence is None
    if not (context.story and context.stated_year and named and free):
        return fields
    behind = context.month[1] - (fields.month or 12) if context.month and context.month[0] == context.stated_year else 0
    return fields._replace(year=context.stated_year + (behind > BACKWARD))
