"""Points become expressions: one alone, or the two ends of a range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from timeline.find.affixes import left_word, right_word
from timeline.find.amounts import amount_at
from timeline.find.atom import Atom, Said
from timeline.find.ends import lend
from timeline.find.evidence import stands
from timeline.find.fields import settle, shifted
from timeline.find.hours import BETWEEN, HOUR_LINKS, LASTING, hours_ahead, hours_behind, lasting
from timeline.find.joins import DIRECT, gap_role, gap_text, links
from timeline.find.lists import as_day, earlier_day, rest_of_list
from timeline.find.modifiers import modified
from timeline.find.points import CLOSING, Point, parse_point
from timeline.model.expression import Fields, Quantity, TimeExpression

TERM = frozenset({"within", "later"})
MOVED = frozenset({"moved"})

BEHIND_NAMES = (DIRECT, "comma", "open", "cell")
"""Roles of what may stand between weekdays and their dates."""

_CHINESE_DAY = re.compile("月[一二三四五六七八九十廿卅]{1,3}日")
"""A day in Chinese numerals: where a sentence writes one so, 三日 is a day too."""


def read_range(view: str, atoms: Sequence[Atom], point: Point) -> tuple[list[TimeExpression], int]:
    """Return the expressions that begin with `point`, and the index of the next atom."""
    if _is_term(view, point):
        quantity = Quantity(float(point.first["day"]), "day")
        return [amount_at(view, point.start, point.end, quantity, point.atom.token.rule.id)], point.after
    first, last, end, after = point.first, point.last, point.end, point.after
    rest: list[TimeExpression] = []
    if after < len(atoms) and gap_text(view, end, atoms[after].start) in range_links():
        if named := _named_run(view, atoms, point):
            return named
        if earlier := earlier_day(view, atoms, point):
            return earlier
        if ahead := hours_ahead(view, atoms, point):
            point, index = ahead
            return [*modified(view, point, *_ends(point), point.end)], index
        if second := lasting(view, atoms, point) or hours_behind(view, atoms, point) or _second(view, atoms, point):
            first, last, end, after = second
        if not last:
            rest, after, year = rest_of_list(view, atoms, point)
            first = first | {"year": year} if year and "year" not in first else first
    fields, final = settle(shifted(first)), settle(shifted(last)) if last else None
    if fields is None or not stands(view, point, first, last, end):
        return [], point.after
    return [*modified(view, point, fields, final, end), *rest], after


@cache
def range_links() -> frozenset[str]:
    """Return what may stand between the first and the last point of a range or list, or a day and its hours."""
    return (HOUR_LINKS | LASTING).union(text for text, role in links().items() if role in ("range", "list", "comma"))


def _named_run(view: str, atoms: Sequence[Atom], point: Point) -> tuple[list[TimeExpression], int] | None:
    """Return a run of days behind its weekdays (Mon–Thu, 6–9 October), and the index of the next atom."""
    index = point.after + 1
    if point.first.keys() != {"weekday"} or index >= len(atoms) or atoms[point.after].slot != "w":
        return None
    stop, day = atoms[point.after], atoms[index]
    if gap_role(view, point.end, stop.start) != "range" or day.slot not in "nMD":
        return None
    if gap_role(view, stop.end, day.start) not in BEHIND_NAMES:
        return None
    taken, after = read_range(view, atoms, parse_point(view, atoms, index))
    if not taken or taken[0].last is None or taken[0].first.day is None:
        return None
    closing = CLOSING.match(view, taken[0].end)
    end = closing.end() if closing and gap_role(view, stop.end, day.start) == "open" else taken[0].end
    return [taken[0]._replace(start=point.start, end=end), *taken[1:]], after


def _is_term(view: str, point: Point) -> bool:
    """Return whether a bare day is a number of days after all: 五日内, 3日后, 为期三日."""
    if point.first.keys() != {"day"} or point.last or point.listed:
        return False
    text = point.atom.token.text
    if not text.endswith("日"):
        return False
    if right_word(view, point.end, TERM) is not None:
        return True
    return text[:-1].strip() in tuple("一二两三四五六七八九") and not _CHINESE_DAY.search(view, 0, point.start)


def _second(view: str, atoms: Sequence[Atom], point: Point) -> tuple[Said, Said, int, int] | None:
    """Return first and last unit of a range, its end and the index of the next atom."""
    if point.last is not None or point.after >= len(atoms):
        return None
    role = gap_role(view, point.end, atoms[point.after].start)
    if role not in ("range", "list") or left_word(view, point.start, MOVED):
        return None
    second = parse_point(
        view, atoms, point.after, bound="hour" not in point.first, head=as_day(atoms[point.after], point)
    )
    if role == "list" and not (left_word(view, point.start, BETWEEN) or right_word(view, second.end, BETWEEN)):
        return None
    pair = lend(point.first, second.first, second.atom.slot in "tn")
    if pair is None:
        return None
    if point.open and (closing := CLOSING.match(view, second.end)):
        second = second._replace(end=closing.end())
    if "hour" in second.first and second.after < len(atoms) and "hour" not in point.first:
        return (*pair, *_daily_end(view, atoms, second))
    return (*pair, second.end, second.after)


def _ends(point: Point) -> tuple[Fields, Fields | None]:
    """Return the fields of both ends of a point that is a range."""
    return settle(point.first) or Fields(), settle(point.last) if point.last else None


def _daily_end(view: str, atoms: Sequence[Atom], second: Point) -> tuple[int, int]:
    """Return where a range of days with daily hours ends: 3月13日至15日18时至21时."""
    hours = atoms[second.after]
    if hours.slot in "pt" and gap_role(view, second.end, hours.start) == "range":
        third = parse_point(view, atoms, second.after)
        return third.end, third.after
    return second.end, second.after
