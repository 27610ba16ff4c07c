"""Placeholders in the forms of rules: {n} is a number, {M} a month, _ a space that may be missing."""

from __future__ import annotations

import re
from functools import cache

from timeline.find.numerals import DECADES, ONES, ORDINALS, english_words
from timeline.lexicon.forms import any_of
from timeline.lexicon.times import TimeRule

CHINESE = "〇○零一二两三四五六七八九十廿卅百千"
SEPARATOR = r"[ ]?(?:[-–—~、]|——|至|到|和|及|与|或)[ ]?"
NUMBER = f"(?:[0-9]{{1,4}}|[{CHINESE}]{{1,7}}|元)"
HOUR = "(?:2[0-4]|[01]?[0-9]|[零〇一二两三四五六七八九十廿]{1,3})"
MINUTE = "(?:[0-5]?[0-9]|[零〇一二三四五六七八九十廿]{1,3})"

PLACES = {
    "{n}": f"{NUMBER}(?:{SEPARATOR}{NUMBER}){{0,12}}",
    "{h}": f"{HOUR}(?:{SEPARATOR}{HOUR}(?=[ ]?[点时]))?",
    "{H}": "(?:2[0-4]|[01]?[0-9])",
    "{T}": "(?:[01][0-9]|2[0-4])[0-5][0-9]",
    "{i}": "[0-5][0-9]",
    "{m}": MINUTE,
    "{s}": MINUTE,
    "{k}": "(?:[0-5][0-9]|[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九])",
    "{q}": "[一二三123]",
    "{z}": "(?:[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])",
    "{w}": "[一二三四五六日天]",
    "{d}": f"(?:[0-9]{{1,2}}|[{CHINESE}]{{1,3}})",
    "{p}": "[一二三四五六七八九]",
    "{Y}": "(?:1[5-9]|2[01])[0-9]{2}",
    "{Y4}": "(?:19|20)[0-9]{2}",
    "{y}": "[0-9]{2}",
    "{R}": "1[0-3][0-9]",
    "{M}": "(?:1[0-2]|0?[1-9])",
    "{M2}": "(?:1[0-2]|0[1-9])",
    "{D}": "(?:3[01]|[12][0-9]|0?[1-9])",
    "{D2}": "(?:3[01]|[12][0-9]|0[1-9])",
    "{A}": "[0-9]{1,2}",
    "_": "[ ]?",
}
"""What the placeholders of Chinese forms stand for."""

PLACE = re.compile(r"\{[a-zA-Z][0-9]?\}|_")
LATIN = re.compile("[a-z]")

OPTIONAL = re.compile(r"[(][?]:[^()]*[)][?]|[a-z.][?]|\\[a-z]")
"""Parts of a form that may be left out, and escapes."""


def expand(form: str, rule: TimeRule) -> str:
    """Return the regular expression of a form."""
    places = english_places() if rule.id.startswith("en.") else PLACES
    return PLACE.sub(lambda match: places[match.group()], form)


@cache
def english_places() -> dict[str, str]:
    """Return what the placeholders of English forms stand for."""
    return PLACES | {"{n}": f"(?:[0-9]{{1,4}}|{english_number()})", "{h}": "(?:1[0-2]|0?[1-9]|2[0-3])"}


@cache
def english_number() -> str:
    """Return the pattern of the English number words, tens and ones factored."""
    ones = any_of([*ONES[1:10], *ORDINALS[:9]])
    words = (word for word in english_words() if not word.startswith(tuple(DECADES)))
    return f"(?:{any_of(DECADES)}(?:[- ]{ones})?|{any_of(words)})(?![a-z])"


def is_pattern(form: str) -> bool:
    """Return whether a form holds more than literal text."""
    return any(char in form for char in "{[?(+_|")


def needs_latin(form: str) -> bool:
    """Return whether a form matches only where there is a Latin letter."""
    return bool(LATIN.search(PLACE.sub("", OPTIONAL.sub("", form))))
