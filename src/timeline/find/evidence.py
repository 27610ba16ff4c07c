"""Whether what was joined is a time at all: the words around decide where digits or a bare word may mean else."""

from __future__ import annotations

import re

from timeline.find.affixes import left_word
from timeline.find.atom import Said
from timeline.find.points import Point
from timeline.find.scan import Token
from timeline.lexicon.evidence import follows, precedes

YEARS = frozenset({"in", "from", "between", "after", "before", "year"})
EVIDENCE = frozenset({"in", "from", "between", "after", "before", "on"})
FIRST_YEAR, LAST_YEAR = 1000, 2200
"""Bare numbers that may be years."""
HEADING = re.compile(r"[-*#•| ]{0,6}(?:0[0-9]|1[0-2])/[0-3][0-9] [^\W0-9]")
"""Month and day, both with two digits, that head a line: 04/06 Loom Fair."""
NAMESAKES = frozenset({"era", "month", "weekday", "holiday", "part"})
"""Kinds of tokens that may be names or other words."""
COMMON = {"may", "march", "mar", "sun", "sat", "second", "fall", "wed", "mon", "dec", "jan"}
"""Words of time that are other words too, at the head of a sentence in capitals."""
CAPITAL = COMMON | {"august"}
"""Words of time that are none in small letters."""
GIVEN = {"april", "may", "june", "august", "jan"}


def is_name(token: Token, text: str) -> bool:
    """Return whether an English word is a name, or another word that looks like a time.

    March in small letters is a verb, `ad` an advertisement, June Carter a singer and the Sunday Express a newspaper.
    """
    if token.kind == "era":
        return not token.rule.offset and not text[token.start : token.end].isupper()
    if token.kind == "part":
        if not text[token.start].isupper():
            return False
        owner = text.startswith(("'s ", "’s "), token.end)
        named = owner or _heads_title(token, text) or precedes("en.evidence.name-led", text, token.start)
        return token.text == "dawn" or named
    if token.kind in ("weekday", "holiday"):
        return _heads_institution(token, text)
    if token.kind == "month" and precedes("en.evidence.address", text, token.start):
        return True
    if token.text in CAPITAL and not text[token.start].isupper():
        return True
    return (
        token.text in GIVEN
        and follows("en.evidence.surname", text, token.end)
        and not precedes("en.evidence.month-led", text, token.start)
    )


def _heads_title(token: Token, text: str) -> bool:
    """Return whether a part of the day stands at the head of a title: Morning Joe, but Monday Morning Meeting."""
    day = text.endswith("day ", 0, token.start)
    return not day and text[token.start + 1].islower() and follows("en.evidence.titled", text, token.end)


def _heads_institution(token: Token, text: str) -> bool:
    """Return whether a weekday or holiday stands at the head of a name in capitals."""
    if text[token.end : token.end + 1] != " " or not text[token.end + 1 : token.end + 2].isupper():
        return False
    if follows("en.evidence.institution", text, token.end):
        return True
    named = token.kind == "weekday" and follows("en.evidence.titled", text, token.end)
    return named and precedes("en.evidence.article", text, token.start)


def as_year(point: Point) -> Point:
    """Return a point in which a number alone is read as a year, where it can be one."""
    value = point.first.get("number", 0)
    if point.first.keys() == {"number"} and FIRST_YEAR <= value <= LAST_YEAR and point.end - point.start == 4:
        return point._replace(first={"year": value})
    return point


def stands(view: str, point: Point, first: Said, last: Said | None, end: int) -> bool:
    """Return whether a point says enough to be a time at all."""
    said = first.keys()
    atom = point.atom
    if said <= {"number", "third", "lean", "zone", "offset", "nearest", "stated", "around", "stretch"}:
        return False
    if atom.slot == "y" and "month" not in said:
        return False
    if first.get("years") == 10 and precedes("en.evidence.age", view, point.start):
        return False
    if atom.slot == "n":
        return _stands_number(view, point, first, last, end)
    if len(said) == 1 and last is None and not _stands_alone(view, point, end):
        return False
    if said >= {"year", "month", "day"} and precedes("shared.evidence.version", view, point.start):
        return False
    if first.get("slash") and said <= {"month", "day", "slash", "order"} and last is None:
        return left_word(view, point.start, EVIDENCE) is not None or HEADING.match(view, 0, point.end + 2) is not None
    return True


def _stands_alone(view: str, point: Point, end: int) -> bool:
    """Return whether an atom with nothing beside it is a time by the words around."""
    token = point.atom.token
    if not token.rule.alone:
        return False
    if token.kind == "day" and token.text.endswith("号"):
        return follows("zh.evidence.day-behind", view, end) or precedes("zh.evidence.day-before", view, point.start)
    if token.kind == "clock" and token.text in ("一点", "一时"):
        return False
    if token.kind == "part" and token.rule.id.startswith("en."):
        return not follows("en.evidence.of-a-kind", view, end)
    if token.kind == "season" and token.rule.id.startswith("en."):
        return precedes("en.evidence.season-before", view, point.start)
    if token.kind == "month" and token.text in COMMON:
        return left_word(view, point.start, YEARS | {"approx"}) is not None
    return True


def _stands_number(view: str, point: Point, first: Said, last: Said | None, end: int) -> bool:
    """Return whether what begins with a bare number is a date: it says a month or hour, or is a year."""
    if view[point.start - 1 : point.start] in ("-", "/", "."):
        return False
    if first.keys() & {"month", "quarter", "half", "season", "hour", "holiday"}:
        return True
    if "year" not in first:
        return False
    plain = follows("shared.evidence.free", view, end)
    led = left_word(view, point.start, YEARS) is not None
    if last is None and point.end - point.start == 4 and heads_name(view, point.start, point.end):
        return True
    if last is not None:
        return led or plain or (_is_usual(first["year"]) and not follows("en.evidence.counted", view, end))
    if led and (plain or not follows("en.evidence.plural", view, end)):
        return True
    named = led or precedes("en.evidence.year-named", view, point.start) or follows("en.evidence.possessive", view, end)
    return named and _is_usual(first["year"]) and not follows("en.evidence.counted", view, end)


def heads_name(view: str, start: int, end: int) -> bool:
    """Return whether a bare year stands at the head of a name (2025国际影像周), where it counts no things."""
    return precedes("zh.evidence.name-before", view, start) and follows("zh.evidence.name-behind", view, end)


def _is_usual(year: int) -> bool:
    """Return whether a number is more likely a year than a count, which news writes with a comma or round."""
    return 1900 <= year <= 2060 and year % 100 != 0


def is_free(view: str, end: int) -> bool:
    """Return whether no noun follows that a number before `end` might count."""
    return follows("shared.evidence.free", view, end)
