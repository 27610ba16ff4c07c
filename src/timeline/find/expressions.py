"""The expressions of one sentence, in order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from timeline.find.affixes import direction_of, left_word, right_word
from timeline.find.amounts import amount_at, away, read_amount
from timeline.find.atoms import WEEKDAYS, Atom, Said, read_atom, weekday
from timeline.find.compose import CLOSING, Point, gap_role, lend, parse_point, settle, shifted
from timeline.find.scan import Token, scanner
from timeline.model import Sentence
from timeline.model.expression import Fields, Quantity, TimeExpression
from timeline.model.mention import TimexType

TERM = frozenset({"within", "later"})
BETWEEN = frozenset({"between"})
MODS = frozenset({"before", "after", "approx"})
OPENERS = MODS | {"from", "between"}
CLOSERS = MODS
YEARS = frozenset({"in", "from", "between", "after", "before", "year"})
EVIDENCE = frozenset({"in", "from", "between", "after", "before", "on"})


def find_expressions(sentence: Sentence) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a sentence, in order and without overlap.

    Positions count in `sentence.text`. Nothing is placed on the calendar.

    Examples:
        >>> one = Sentence(text="将于6月8日举行", view="将于6月8日举行", segments=((0, 0),))
        >>> [(one.text[e.start : e.end], e.first.month, e.first.day) for e in find_expressions(one)]
        [('6月8日', 6, 8)]
    """
    view = lower(sentence.view)
    tokens = [token for token in scanner().tokens(view) if not _is_name(token, sentence.text)]
    if not tokens:
        return ()
    titles = title_spans(view)
    starts = {token.start for token in tokens}
    found: list[TimeExpression] = []
    for expression in _expressions(view, tokens):
        if found and _closes(found[-1], expression):
            opening = found.pop()
            expression = opening._replace(end=expression.end, last=expression.first, mod=None)
        elif found and expression.start < found[-1].end:
            found[-1], expression = _part(found[-1], expression, starts)
        title = bisect_right(titles, (expression.start, len(view))) - 1
        inside = title >= 0 and expression.start < titles[title][1]
        if inside or (expression.end - expression.start == 4 and heads_name(view, expression.start, expression.end)):
            expression = expression._replace(in_title=True)
        found.append(expression)
    return tuple(found)


def _part(first: TimeExpression, second: TimeExpression, starts: set[int]) -> tuple[TimeExpression, TimeExpression]:
    """Return two expressions that claim the same words, which belong to the second where they begin an atom of it."""
    if second.start in starts:
        return first._replace(end=second.start, mod=None), second
    return first, second._replace(start=first.end, mod=None)


def _closes(opening: TimeExpression, expression: TimeExpression) -> bool:
    """Return whether two open times side by side are one range: 2010年之后2018年之前."""
    return (
        opening.mod == "after" and expression.mod == "before" and opening.end == expression.start and not opening.last
    )


def lower(view: str) -> str:
    """Return the view in lower case, position by position."""
    small = view.lower()
    return (
        small if len(small) == len(view) else "".join(char.lower() if len(char.lower()) == 1 else char for char in view)
    )


_TITLE = re.compile("《[^《》]{1,80}》")


def title_spans(view: str) -> list[tuple[int, int]]:
    """Return the places of titles of works, in order."""
    return [match.span() for match in _TITLE.finditer(view)] if "《" in view else []


CAPITAL = {"may", "march", "mar", "sun", "sat", "second", "fall", "wed", "mon", "dec", "jan", "august"}


def _is_name(token: Token, text: str) -> bool:
    """Return whether an English word that is also a verb stands in lower case."""
    if token.kind != "month":
        return False
    if token.text in CAPITAL and not text[token.start].isupper():
        return True
    return (
        token.text in GIVEN
        and _SURNAME.match(text, token.end) is not None
        and not _LED.search(text[max(0, token.start - 8) : token.start])
    )


GIVEN = {"april", "may", "june", "august", "jan"}
_SURNAME = re.compile(r"[ ](?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]+")
_LED = re.compile(
    r"(?:^|[ (])(?:in|on|of|since|until|till|by|from|to|through|this|last|next|late|early|before|after|during|and|or|between)"
    r"[ ]$|mid-$|[0-9](?:st|nd|rd|th)?[ ]$",
    re.IGNORECASE,
)


def _expressions(view: str, tokens: list[Token]) -> Iterator[TimeExpression]:
    atoms: list[Atom] = []
    for token in tokens:
        atom = read_atom(token)
        atoms.append(atom or Atom("-", token.start, token.end, {}, token))
    index, habit = 0, -2 * HABIT_REACH
    while index < len(atoms):
        atom = atoms[index]
        if atom.token.kind == "quantity" and (found := _from_point(view, atoms, index)):
            expression, index = found
            yield expression
            continue
        if atom.slot == "-":
            yield from _plain(view, atom.token)
            habit = atom.end if atom.token.kind == "set" else habit
            index += 1
            continue
        point = _as_year(parse_point(view, atoms, index))
        taken, index = _range(view, atoms, point)
        yield from (_habitual(one) if point.start - habit <= HABIT_REACH else one for one in taken)


def _as_year(point: Point) -> Point:
    """Return a point in which a number alone is read as a year, where it can be one."""
    value = point.first.get("number", 0)
    if point.first.keys() == {"number"} and FIRST_YEAR <= value <= LAST_YEAR and point.end - point.start == 4:
        return point._replace(first={"year": value})
    return point


FIRST_YEAR, LAST_YEAR = 1500, 2200
"""Bare numbers that may be years."""
WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}


def recurrence(token: Token) -> str:
    """Return the recurrence rule of a set (RFC 5545 3.3.10): what the lexicon names, or its unit and numbers."""
    if token.rule.name:
        return token.rule.name
    parts = [f"FREQ={FREQUENCIES[token.rule.unit or 'day']}"]
    values = [value for value, _, _ in token.numbers]
    if token.rule.unit == "week" and token.text[-1] in WEEKDAYS:
        parts.append(f"BYDAY={WEEKDAY_CODES[weekday(token.text) - 1]}")
    elif token.rule.unit == "month" and values and values[0] <= 31:
        parts.append(f"BYMONTHDAY={values[0]}")
    elif token.rule.unit == "year" and values and values[0] <= 12:
        parts.append(f"BYMONTH={values[0]}")
        parts += [f"BYMONTHDAY={day}" for day in values[1:2] if day <= 31]
    return ";".join(parts)


HABIT_REACH = 12
"""How far behind 每天 or every year a clock time or a yearless day still belongs to the habit."""


def _habitual(expression: TimeExpression) -> TimeExpression:
    """Return a bare clock time or yearless day as part of the habit named before it."""
    fields = expression.first
    if fields.year or fields.shift or fields.holiday or fields.season:
        return expression
    if fields.hour is not None or fields.part or (fields.month and expression.last is None):
        return expression._replace(type="SET")
    return expression


def _from_point(view: str, atoms: Sequence[Atom], index: int) -> tuple[TimeExpression, int] | None:
    """Return an amount with the point it counts from, and the index of the next atom."""
    token = atoms[index].token
    if index + 1 == len(atoms) or atoms[index + 1].slot in "-nt":
        return None
    shift = away(view, token, atoms[index + 1].start)
    point = parse_point(view, atoms, index + 1) if shift else None
    fields = settle(shifted(point.first)) if point else None
    if point is None or fields is None or not (fields.day or fields.weekday or fields.holiday or fields.shift):
        return None
    return TimeExpression(token.start, point.end, "DATE", token.rule.id, fields._replace(away=shift)), point.after


def _plain(view: str, token: Token) -> Iterator[TimeExpression]:
    """Yield the expression of an atom that joins no other."""
    if token.kind == "vague":
        yield TimeExpression(token.start, token.end, "DATE", token.rule.id, vague=token.rule.name)
    elif token.kind == "event":
        yield TimeExpression(token.start, token.end, "DATE", token.rule.id, refers_to="event")
    elif token.kind == "set":
        yield TimeExpression(token.start, token.end, "SET", token.rule.id, recurrence=recurrence(token))
    elif token.kind == "quantity" or (token.kind == "year" and token.numbers):
        yield from read_amount(view, token)


def _range(view: str, atoms: Sequence[Atom], point: Point) -> tuple[list[TimeExpression], int]:
    """Return the expressions that begin with `point`, and the index of the next atom."""
    if _is_term(view, point):
        quantity = Quantity(float(point.first["day"]), "day")
        return [amount_at(view, point.start, point.end, quantity, point.atom.token.rule.id)], point.after
    second = _second(view, atoms, point)
    first, last, end, after = point.first, point.last, point.end, point.after
    if second is not None:
        first, last, end, after = second
    rest, after, year = ([], after, None) if last else _rest_of_list(view, atoms, point)
    if year and "year" not in first:
        first = first | {"year": year}
    fields, final = settle(shifted(first)), settle(shifted(last)) if last else None
    if fields is None or not _stands(view, point, first, last, end):
        return [], point.after
    return [*_emit(view, point, fields, final, end), *rest], after


def _rest_of_list(view: str, atoms: Sequence[Atom], point: Point) -> tuple[list[TimeExpression], int, int | None]:
    """Return the further days of a list (September 26 and 27, 2024), the next atom's index and the year they end with."""
    found: list[TimeExpression] = []
    year: int | None = None
    while point.after < len(atoms):
        head = _as_day(atoms[point.after], point)
        if head is None or gap_role(view, point.end, head.start) not in ("list", "comma"):
            break
        item = parse_point(view, atoms, point.after, head=head)
        shared = {"month": point.first["month"]} if "year" in item.first and "month" in point.first else {}
        fields = settle(shared | item.first)
        if fields is None or not ("year" in item.first or _FREE.match(view, item.end)):
            break
        year = item.first.get("year", year)
        found.append(TimeExpression(item.start, item.end, _type(fields), point.atom.token.rule.id, fields))
        point = item._replace(first=point.first | item.first)
    return found, point.after, year


def _is_term(view: str, point: Point) -> bool:
    """Return whether a bare day is a number of days after all: 五日内, 3日后, 为期三日."""
    if point.first.keys() != {"day"} or point.last or point.listed:
        return False
    return right_word(view, point.end, TERM) is not None or point.atom.token.text[0] in "一二两三四五六七八九"


def _second(view: str, atoms: Sequence[Atom], point: Point) -> tuple[Said, Said, int, int] | None:
    """Return first and last unit of a range, its end and the index of the next atom."""
    if point.last is not None or point.after >= len(atoms):
        return None
    role = gap_role(view, point.end, atoms[point.after].start)
    if role not in ("range", "list"):
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


def _as_day(atom: Atom, point: Point) -> Atom | None:
    """Return a bare number behind a day and a range word as a day (June 3 to 5, 2025)."""
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
    language = "en" if rule.startswith("en.") else "zh"
    direction = direction_of(view, point.start, end, language)
    start, mod = point.start, None
    if found := left_word(view, start, OPENERS):
        role, begin = found
        start, mod = (
            (begin, role) if role in MODS else (begin if final or right_word(view, end, CLOSERS) else start, None)
        )
    if found := right_word(view, end, CLOSERS):
        mod, end = found
    if final is not None and mod == "after":
        mod = None
    for said, begin, stop in point.listed:
        item = settle(said)
        if item:
            yield TimeExpression(begin, stop, _type(item), rule, item, direction=direction)
    if point.listed:
        start = point.listed[-1][2] + 1
    mod = mod if mod in MODS else None
    yield TimeExpression(
        start, end, _type(fields), rule, fields, final, mod, direction=direction, period=point.atom.slot == "P"
    )  # type: ignore[arg-type]


def _type(fields: Fields) -> TimexType:
    timed = (
        fields.hour is not None or fields.part or (fields.shift and fields.shift.unit in ("hour", "minute", "second"))
    )
    return "TIME" if timed else "DATE"


def _stands(view: str, point: Point, first: Said, last: Said | None, end: int) -> bool:
    """Return whether a point says enough to be a time at all."""
    said = first.keys()
    atom = point.atom
    if said <= {"number", "third", "zone", "offset", "around"}:
        return False
    if atom.slot == "y" and "month" not in said:
        return False
    if atom.slot == "n":
        return _stands_number(view, point, first, last, end)
    if len(said) == 1 and last is None and not _stands_alone(view, point, end):
        return False
    if first.get("slash") and said <= {"month", "day", "slash"} and last is None:
        return left_word(view, point.start, EVIDENCE) is not None
    return True


_DAY_BEHIND = re.compile(r"[ ]?(?:$|[,。;:)、!?]|上午|下午|晚|早|凌晨|中午|起|前|后|将|开|举|到|至|闭|正式|在)")
_DAY_BEFORE = re.compile(r"(?:月|于|到|至|从|自|在|是|定|周.?|[(])[ ]?$")


def _stands_alone(view: str, point: Point, end: int) -> bool:
    """Return whether an atom with nothing beside it is a time by the words around."""
    token = point.atom.token
    if not token.rule.alone:
        return False
    if token.kind == "day" and token.text.endswith("号"):
        return bool(_DAY_BEHIND.match(view, end) or _DAY_BEFORE.search(view[max(0, point.start - 3) : point.start]))
    if token.kind == "clock" and token.text in ("一点", "一时"):
        return False
    if token.kind == "season" and token.rule.id.startswith("en."):
        return _IN_SEASON.search(view[max(0, point.start - 16) : point.start]) is not None
    if token.kind == "month" and token.text in CAPITAL:
        return left_word(view, point.start, YEARS | MODS) is not None
    return True


_IN_SEASON = re.compile(r"(?<![a-z])(?:in|by|until|since|during|through|throughout|for|each|every|of)(?: the)?[ ]$")

_FREE = re.compile(
    r"[ ]?(?:$|[,.;:)!?—–-](?![0-9])|(?:and|or|to|when|as|after|before|at|in|with|for|but|while|was|were|is|are|has|had|will|would|的|年))"
)


def _stands_number(view: str, point: Point, first: Said, last: Said | None, end: int) -> bool:
    """Return whether what begins with a bare number is a date: it says a month or hour, or is a year by the words around."""
    if view[point.start - 1 : point.start] in ("-", "/", "."):
        return False
    if first.keys() & {"month", "quarter", "half", "season", "hour", "holiday"}:
        return True
    if "year" not in first:
        return False
    plain = _FREE.match(view, end) is not None
    led = left_word(view, point.start, YEARS) is not None
    if last is None and point.end - point.start == 4 and heads_name(view, point.start, point.end):
        return True
    if last is not None:
        return led or plain or (_is_usual(first["year"]) and not _COUNTED.match(view, end))
    named = led or _NAMED.search(view[max(0, point.start - 5) : point.start]) is not None
    return (led and plain) or (named and _is_usual(first["year"]) and not _COUNTED.match(view, end))


_NAME_BEFORE = re.compile("(?:^|[“《「『(【:;,。!?、 ])$")
_NAME_BEHIND = re.compile(
    "[ ]?(?![家人元个名台只次件项位万亿多余块米吨公里平方度分倍场套支篇部座条张本页级点字股辆艘架所间层户头匹棵株瓶箱桶斤克"
    "升英镑美港欧韩号楼室月日时周天岁款种类股秒瓦兆至到和与后前起、年])[\u4e00-\u9fff]"
)


def heads_name(view: str, start: int, end: int) -> bool:
    """Return whether a bare year stands at the head of a name (2025国际影像周), where it counts no things."""
    return bool(_NAME_BEFORE.search(view[max(0, start - 1) : start]) and _NAME_BEHIND.match(view, end))


_NAMED = re.compile(r"(?:(?<![a-z])the|['’]s)[ ]$")
_COUNTED = re.compile(
    r"[ ]?[%$]|[ ](?:people|men|women|children|members?|yuan|dollars?|euros?|pounds?|percent|per|points?|votes?|tons?|"
    r"tonnes?|km|kilomet|met(?:er|re)|miles?|feet|square|acres?|hectares?|units?|jobs|homes|times|seats|more|other)\b"
)


def _is_usual(year: int) -> bool:
    """Return whether a number is more likely a year than a count, which news writes with a comma or round."""
    return 1900 <= year <= 2060 and year % 100 != 0
