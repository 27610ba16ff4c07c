"""Words that tell what a passage is on a page: mastheads, datelines, captions, footers, navigation."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pydantic import Field

from timeline.lexicon.load import load_rules
from timeline.lexicon.schema import Rule

LayoutRole = Literal[
    "published",
    "updated",
    "dated",
    "held",
    "publisher",
    "byline",
    "count",
    "agency",
    "wire",
    "bulletin",
    "caption",
    "credit",
    "title",
    "footer",
    "related",
    "navigation",
    "outlet",
    "today",
    "calendar",
    "periodical",
    "when",
    "field",
    "coverage",
    "counted",
]
"""`published`, `updated`, `dated` (time of anything), `publisher`, `byline`, `count` (of visitors, comments):
labels of a masthead, as is `title`. `held`: label of the time of what a page is about. `agency`, `wire`,
`bulletin`: parts of a dateline, 新华社 … 电 and 本报讯. `caption` begins, `credit` ends the caption of a picture.
`footer` stands in a line of the foot, `related` heads a list of other pages' news, `navigation` is an entry of a
menu. `outlet` ends the name of who publishes: 鹭江新闻网, Harbour Daily. `today` begins a line that says on which day
the page was looked at. `calendar` stands in the title of a list of dates: 大事记, Calendar; `periodical` in that of an
issue: 周报, Weekly; `coverage` in that of an article about a happening, which is not its name: 回顾, Recap. `when`
labels any time in a notice, `field` what else it tells: 地点, Venue, 主办单位. `counted` heads a list of numbers that
are no dates: 价目表, Contents."""


class LayoutRule(Rule):
    """Words and patterns of one role."""

    role: LayoutRole
    """What they tell."""
    forms: tuple[str, ...] = ()
    """Words as in `Sentence.view`: simplified, half width; Latin letters in any case."""
    patterns: tuple[str, ...] = ()
    """Regular expressions where words do not do, matched likewise."""
    examples: tuple[str, ...] = Field(min_length=1)
    """Texts in which it is found."""


@cache
def layout_rules() -> tuple[LayoutRule, ...]:
    """Return the rules of all languages."""
    return load_rules("layout", "rule", LayoutRule)


@cache
def layout_pattern(role: LayoutRole) -> str:
    """Return a pattern without groups that matches any form of the role, longest first.

    Latin letters are in lower case: match it against lower case, or with `re.IGNORECASE`.
    """
    rules = [rule for rule in layout_rules() if rule.role == role]
    forms = sorted({form for rule in rules for form in rule.forms}, key=lambda form: (-len(form), form))
    words = [_bounded(form) for form in forms]
    return "(?:" + "|".join([*(pattern for rule in rules for pattern in rule.patterns), *words]) + ")"


def _bounded(form: str) -> str:
    """Return the pattern of one form, in lower case: a Latin word does not go on, blanks may be any.

    A form begins with its first letter, so that `re` can skip to where one may begin.
    """
    first, rest = form[0].lower(), r"\s?".join(map(re.escape, form[1:].lower().split(" ")))
    left = rf"(?<![a-z]{first})" if first.isascii() and first.isalpha() else ""
    right = r"(?![a-z])" if form[-1].isascii() and form[-1].isalpha() else ""
    return re.escape(first) + left + rest + right
