"""Points become expressions: ranges, lists, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from string import ascii_lowercase

from timeline.find.affixes import left_word, right_word
from timeline.find.amounts import amount_at, away
from timeline.find.atom import Atom, Said
from timeline.find.chinese_tense import chinese_direction
from timeline.find.ends import CLOCK_FIELDS, lend
from timeline.find.english_tense import english_direction
from timeline.find.evidence import is_free, stands
from timeline.find.fields import settle, shifted
from timeline.find.hours import BETWEEN, HOUR_DAY, HOUR_LINKS, LASTING, hours_ahead, hours_behind, lasting
from timeline.find.joins import DIRECT, gap_role, gap_text, links
from timeline.find.points import CLOSING, Point, parse_point
from timeline.find.scan import Token
from timeline.model import Mod
from timeline.model.expression import Direction, Fields, Quantity, TimeExpression
from timeline.model.mention import TimexType

TERM = frozenset({"within", "later"})
MOVED = frozenset({"moved"})
MODS: dict[str, Mod] = {"before": "before", "after": "after", "approx": "approx"}
OPENERS = frozenset({*MODS, "from", "between"})
CLOSERS = frozenset({*MODS, "starting"})


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
        if earlier := _earlier_day(view, atoms, point):
            return earlier
        if ahead := hours_ahead(view, atoms, point):
            point, index = ahead
            return [*_emit(view, point, *_ends(point), point.end)], index
        if second := lasting(view, atoms, point) or hours_behind(view, atoms, point) or _second(view, atoms, point):
            first, last, end, after = second
        if not last:
            rest, after, year = _rest_of_list(view, atoms, point)
            first = first | {"year": year} if year and "year" not in first else first
    fields, final = settle(shifted(first)), settle(shifted(last)) if last else None
    if fields is None or not stands(view, point, first, last, end):
        return [], point.after
    return [*_emit(view, point, fields, final, end), *rest], after


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


BEHIND_NAMES = (DIRECT, "comma", "open")
"""Roles of what may stand between weekdays and their dates."""


def _earlier_day(view: str, atoms: Sequence[Atom], point: Point) -> tuple[list[TimeExpression], int] | None:
    """Return the first day of a list whose month only the last one names (12 and 13 July), and the next index."""
    value = point.first.get("number", 0)
    if point.first.keys() != {"number"} or not 1 <= value <= 31 or _between(view, point.start):
        return None
    last = _last_of_list(view, atoms, point)
    fields = last and settle({key: last[key] for key in ("year", "month") if key in last} | {"day": value})
    if not fields:
        return None
    return [TimeExpression(point.start, point.end, "DATE", point.atom.token.rule.id, fields)], point.after


def _last_of_list(view: str, atoms: Sequence[Atom], point: Point) -> Said | None:
    """Return the last day of a list of bare numbers, which names the month of all (16, 18 and 20 June)."""
    roles: set[str | None] = set()
    stop = min(len(atoms), point.after + LONGEST_LIST)
    while point.after < stop and atoms[point.after].slot == "n":
        roles.add(gap_role(view, point.end, atoms[point.after].start))
        point = parse_point(view, atoms, point.after)
        if point.first.keys() != {"number"}:
            break
    return point.first if {"day", "month"} <= point.first.keys() and {"list"} <= roles <= {"list", "comma"} else None


LONGEST_LIST = 16
"""Days of a list before the one that names the month."""


def _rest_of_list(view: str, atoms: Sequence[Atom], point: Point) -> tuple[list[TimeExpression], int, int | None]:
    """Return the further days of a list (September 20 and 21, 2024), the next atom's index and the year said last."""
    found: list[TimeExpression] = []
    year: int | None = None
    while point.after < len(atoms):
        head = _as_day(atoms[point.after], point)
        if head is None or gap_role(view, point.end, head.start) not in ("list", "comma"):
            break
        item = parse_point(view, atoms, point.after, head=head)
        borrows = "month" in point.first and "month" not in item.first and item.first.keys() & {"year", "lunar"}
        shared = {"month": point.first["month"]} if borrows else {}
        fields = settle(shared | item.first)
        if fields is None or not (item.first.keys() & {"year", "lunar"} or is_free(view, item.end)):
            break
        year = item.first.get("year", year)
        found.append(TimeExpression(item.start, item.end, _type(fields), point.atom.token.rule.id, fields))
        point = item._replace(first=point.first | item.first)
    return found, point.after, year


def _is_term(view: str, point: Point) -> bool:
    """Return whether a bare day is a number of days after all: 五日内, 3日后, 为期三日."""
    if point.first.keys() != {"day"} or point.last or point.listed:
        return False
    text = point.atom.token.text
    if text[-1] in "一二三四五六七八九十":
        return False
    if not text.endswith("日"):
        return False
    if right_word(view, point.end, TERM) is not None:
        return True
    return text[:-1].strip() in tuple("一二两三四五六七八九") and not _CHINESE_DAY.search(view, 0, point.start)


_CHINESE_DAY = re.compile("月[一二三四五六七八九十廿卅]{1,3}日")
"""A day in Chinese numerals: where a sentence writes one so, 三日 is a day too."""


def _second(view: str, atoms: Sequence[Atom], point: Point) -> tuple[Said, Said, int, int] | None:
    """Return first and last unit of a range, its end and the index of the next atom."""
    if point.last is not None or point.after >= len(atoms):
        return None
    role = gap_role(view, point.end, atoms[point.after].start)
    if role not in ("range", "list") or left_word(view, point.start, MOVED):
        return None
    second = parse_point(
        view, atoms, point.after, bound="hour" not in point.first, head=_as_day(atoms[point.after], point)
    )
    if role == "list" and not (_between(view, point.start) or right_word(view, second.end, BETWEEN)):
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


def _as_day(atom: Atom, point: Point) -> Atom | None:
    """Return a bare number, or lunar day, behind a day or a year as one more (June 3 to 5, 2025; in 2007 and 2009)."""
    if atom.slot == "n" and point.first.keys() == {"year"} and 1900 <= atom.said["number"] <= 2100:
        return atom._replace(slot="Y", said={"year": atom.said["number"]})
    if atom.said.keys() == {"lunar", "day"} and "lunar" in point.first:
        return atom
    if atom.slot != "n" or "day" not in point.first or not 1 <= atom.said["number"] <= 31:
        return None
    return atom._replace(slot="D", said={"day": atom.said["number"]})


def _daily_end(view: str, atoms: Sequence[Atom], second: Point) -> tuple[int, int]:
    """Return where a range of days with daily hours ends: 3月13日至15日18时至21时."""
    hours = atoms[second.after]
    if hours.slot in "pt" and gap_role(view, second.end, hours.start) == "range":
        third = parse_point(view, atoms, second.after)
        return third.end, third.after
    return second.end, second.after


def _between(view: str, start: int) -> bool:
    return left_word(view, start, BETWEEN) is not None


def _emit(view: str, point: Point, fields: Fields, final: Fields | None, end: int) -> Iterator[TimeExpression]:
    """Yield the earlier items of a list, then the expression with the words around it."""
    rule = point.atom.token.rule.id
    start, stop = point.start, end
    mod: str | None = "approx" if point.first.get("about") else None
    if found := left_word(view, start, OPENERS):
        role, begin = found
        start, mod = (
            (begin, role) if role in MODS else (begin if final or right_word(view, end, CLOSERS) else start, None)
        )
    if found := right_word(view, end, CLOSERS):
        mod, end = found
        if mod == "starting":
            mod = None if fields.hour is not None else "after"
    if final is not None and mod == "after":
        mod = None
    direction = _direction(view, point, stop, fields, final, mod)
    if start == point.start and point.atom.slot in WITH_ARTICLE and view.endswith(" the ", 0, start):
        start -= len("the ")
    for said, begin, stop in point.listed:
        item = settle(said)
        if item:
            yield TimeExpression(begin, stop, _type(item), rule, item, direction=direction)
    if point.listed:
        start = point.listed[-1][2] + 1
    period = point.atom.slot == "P"
    open_side = MODS.get(mod or "")
    yield TimeExpression(start, end, _type(fields), rule, fields, final, open_side, direction=direction, period=period)


def _direction(
    view: str, point: Point, end: int, fields: Fields, final: Fields | None, mod: str | None
) -> Direction | None:
    """Return where the words around an expression place it; what reaches to now is past."""
    if final is not None and final.shift is not None and final.shift.offset <= 0:
        return "past"
    if not _is_english(point.atom.token):
        return chinese_direction(view, point.start, end)
    named = fields.day or fields.month or fields.shift or fields.nth
    bare = (fields.weekday is not None or fields.hour is not None) and not named
    return english_direction(view, point.start, end, bare=bare, term=mod == "before")


def _is_english(token: Token) -> bool:
    return token.rule.id.startswith("en.") or token.text[0] in ascii_lowercase


WITH_ARTICLE = "ECx"
"""Slots of English decades, centuries, seasons and months of a year, to which the article before them belongs."""


def _type(fields: Fields) -> TimexType:
    timed = (
        fields.hour is not None or fields.part or (fields.shift and fields.shift.unit in ("hour", "minute", "second"))
    )
    return "TIME" if timed else "DATE"


def read_from_point(view: str, atoms: Sequence[Atom], index: int) -> tuple[TimeExpression, int] | None:
    """Return an amount with the point it counts from, and the index of the next atom."""
    token = atoms[index].token
    if index + 1 == len(atoms) or atoms[index + 1].slot in "-nt":
        return None
    shift = away(view, token, atoms[index + 1].start)
    point = parse_point(view, atoms, index + 1) if shift else None
    fields = settle(shifted(point.first)) if point else None
    if shift and point and fields and shift.unit == "year" and fields.month and not fields.day:
        fields = fields._replace(shift=shift._replace(exact=False))
        return TimeExpression(token.start, point.end, "DATE", token.rule.id, fields), point.after
    if point is None or fields is None or not (fields.day or fields.weekday or fields.holiday or fields.shift):
        return None
    fields = fields._replace(away=shift)
    ahead = "before" if shift and shift.offset < 0 else None
    direction = _direction(view, point._replace(start=token.start), point.end, fields, None, ahead)
    return TimeExpression(token.start, point.end, "DATE", token.rule.id, fields, direction=direction), point.after


def read_clock_from_point(view: str, atoms: Sequence[Atom], point: Point) -> tuple[list[TimeExpression], int] | None:
    """Return a clock time on a day told from another (5 a.m. on the day after Christmas), and the next atom's index."""
    if point.slot not in "tz" or not point.first.keys() <= {*CLOCK_FIELDS, "zone"} or point.after >= len(atoms):
        return None
    following = atoms[point.after]
    if following.slot != "-" or gap_role(view, point.end, following.start) not in HOUR_DAY:
        return None
    found = read_from_point(view, atoms, point.after)
    clock = settle(point.first)
    if not found or clock is None:
        return None
    day, index = found
    fields = day.first._replace(hour=clock.hour, minute=clock.minute, zone=clock.zone, meridiem=clock.meridiem)
    return [day._replace(start=point.start, type="TIME", first=fields)], index
