"""The expressions of one sentence, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from timeline.find.atoms import Atom, Said, read_atom
from timeline.find.compose import Point, gap_role, parse_point, settle, shifted
from timeline.find.scan import Token, scanner
from timeline.lexicon.times import link_rules
from timeline.model import Sentence
from timeline.model.expression import Direction, Fields, Quantity, Shift, TimeExpression, Unit
from timeline.model.when import Mod

LEFT_REACH = 14


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
    found = []
    for expression in _expressions(view, tokens):
        inside = any(start <= expression.start < end for start, end in titles)
        found.append(expression._replace(in_title=True) if inside else expression)
    return tuple(found)


def lower(view: str) -> str:
    """Return the view in lower case, position by position."""
    small = view.lower()
    return (
        small if len(small) == len(view) else "".join(char.lower() if len(char.lower()) == 1 else char for char in view)
    )


_TITLE = re.compile("《[^《》]{1,80}》")


def title_spans(view: str) -> list[tuple[int, int]]:
    """Return the places of titles of works."""
    return [match.span() for match in _TITLE.finditer(view)] if "《" in view else []


CAPITAL = {"may", "march", "mar", "sun", "sat", "second", "fall", "wed", "mon", "dec", "jan"}


def _is_name(token: Token, text: str) -> bool:
    """Return whether an English word that is also a verb stands in lower case."""
    return token.kind == "month" and token.text in CAPITAL and not text[token.start].isupper()


def _expressions(view: str, tokens: list[Token]) -> Iterator[TimeExpression]:
    atoms: list[Atom] = []
    for token in tokens:
        atom = read_atom(token)
        atoms.append(atom or Atom("-", token.start, token.end, {}, token))
    index = 0
    while index < len(atoms):
        atom = atoms[index]
        if atom.slot == "-":
            yield from _plain(view, atom.token)
            index += 1
            continue
        point = parse_point(view, atoms, index)
        if point is None:
            index += 1
            continue
        taken, index = _range(view, atoms, point)
        yield from taken


def _plain(view: str, token: Token) -> Iterator[TimeExpression]:
    """Yield the expression of an atom that joins no other."""
    if token.kind == "vague":
        yield TimeExpression(token.start, token.end, "DATE", token.rule.id, vague=token.rule.name)
    elif token.kind == "event":
        yield TimeExpression(token.start, token.end, "DATE", token.rule.id, refers_to="event")
    elif token.kind == "set":
        yield TimeExpression(token.start, token.end, "SET", token.rule.id, recurrence=token.rule.name)
    elif token.kind == "quantity" or (token.kind == "year" and token.numbers):
        yield from _quantity(view, token)


_AGO = re.compile(r"[ ]?(?:之前|以前|前|ago|earlier)(?!后|往|来)")
_LATER = re.compile(r"[ ]?(?:之后|以后|过后|后|later|from now)")
_WITHIN = re.compile(r"[ ]?(?:之内|以内|内)")
_PAST = re.compile(r"(?:近|过去的?|最近的?|in the past|in the last|over the past|the past|the last|past|last)[ ]?$")
_NEXT = re.compile(r"(?:未来的?|今后|接下来的?|in the next|over the next|the next|next|coming|within)[ ]?$")
_IN = re.compile(r"(?<![a-z])in[ ]$")


def _quantity(view: str, token: Token) -> Iterator[TimeExpression]:
    """Yield an amount of time: a distance from the anchor, a window, or a duration."""
    unit: Unit = token.rule.unit or "year"  # type: ignore[assignment]
    amount = float(token.numbers[0][0]) if token.numbers else 0.0
    if "半" in token.text:
        amount += 0.5
    if amount > 10_000:
        return
    quantity = Quantity(amount, unit)
    left = view[max(0, token.start - LEFT_REACH) : token.start]
    for pattern, sign in ((_AGO, -1), (_LATER, 1)):
        match = pattern.match(view, token.end)
        if match and amount:
            fields = _distance(quantity, sign)
            kind = "TIME" if unit in ("second", "minute", "hour") else "DATE"
            yield TimeExpression(token.start, match.end(), kind, token.rule.id, fields)  # type: ignore[arg-type]
            return
    window: Direction | None = None
    start, end = token.start, token.end
    if match := _PAST.search(left):
        window, start = "past", token.start - len(left) + match.start()
    elif match := _NEXT.search(left):
        window, start = "future", token.start - len(left) + match.start()
    elif (match := _WITHIN.match(view, token.end)) is not None and amount:
        kind = "TIME" if unit in ("second", "minute", "hour") else "DATE"
        yield TimeExpression(start, match.end(), kind, token.rule.id, _due(quantity))  # type: ignore[arg-type]
        return
    elif _IN.search(left) and amount:
        yield TimeExpression(token.start - 3, token.end, "DATE", token.rule.id, _distance(quantity, 1))
        return
    yield TimeExpression(start, end, "DURATION", token.rule.id, quantity=quantity, window=window)


def _due(quantity: Quantity) -> Fields:
    """Return the day a term ends on: 一年内 is due on the day a year from now, not in a year's time."""
    fields = _distance(quantity, 1)
    return fields._replace(shift=fields.shift and fields.shift._replace(due=True))


def _term(view: str, point: Point) -> Iterator[TimeExpression]:
    """Yield a bare number of days that is a length after all: 五日内, 3日后."""
    quantity = Quantity(float(point.first["day"]), "day")
    if match := _WITHIN.match(view, point.end):
        yield TimeExpression(point.start, match.end(), "DATE", point.atom.token.rule.id, _distance(quantity, 1))
    elif match := _LATER.match(view, point.end):
        yield TimeExpression(point.start, match.end(), "DATE", point.atom.token.rule.id, _distance(quantity, 1))


def _distance(quantity: Quantity, sign: int) -> Fields:
    """Return a point so far from now; half units are counted in the next smaller one."""
    smaller: dict[Unit, tuple[Unit, int]] = {
        "year": ("month", 12),
        "month": ("day", 30),
        "week": ("day", 7),
        "day": ("hour", 24),
        "hour": ("minute", 60),
        "minute": ("second", 60),
        "decade": ("year", 10),
    }
    amount, unit = quantity
    if amount != int(amount) and unit in smaller:
        unit, factor = smaller[unit]
        amount *= factor
    return Fields(shift=Shift(unit, sign * int(amount)))


def _range(view: str, atoms: Sequence[Atom], point: Point) -> tuple[list[TimeExpression], int]:
    """Return the expressions that begin with `point`, and the index of the next atom."""
    last: Said | None = point.last
    end, after = point.end, point.after
    first = point.first
    if last is None and after < len(atoms):
        role = gap_role(view, point.end, atoms[after].start)
        if role in ("range", "list"):
            second = parse_point(view, atoms, after, bound=True)
            if second and role == "list" and not _between(view, point.start, second.end):
                second = None
            if second is not None and (said := _bound(first, second)) is not None:
                last, end, after = said, second.end, second.after
                first = _lend(first, said)
    if first.keys() == {"day"} and last is None and not point.listed:
        term = list(_term(view, point))
        if term:
            return term, after
    fields, final = settle(shifted(first)), settle(shifted(last)) if last else None
    if fields is None or not _stands(view, point, fields, final):
        return [], after
    start, end, mod, direction = _affixes(view, point.start, end)
    main = TimeExpression(
        start,
        end,
        _type(fields),
        point.atom.token.rule.id,
        fields,
        final,
        mod,
        direction=direction,
        period=point.atom.slot == "P",
    )
    return [*_listed(view, point, start, direction), main._replace(start=_list_start(point, start))], after


def _list_start(point: Point, start: int) -> int:
    return start if not point.listed else point.listed[-1][2] + 1


def _listed(view: str, point: Point, start: int, direction: Direction | None) -> Iterator[TimeExpression]:
    for said, begin, end in point.listed:
        fields = settle(said)
        if fields:
            yield TimeExpression(begin, end, _type(fields), point.atom.token.rule.id, fields, direction=direction)


def _bound(first: Said, second: Point) -> Said | None:
    """Return the last unit of a range, a bare number read as the unit the first one ends with."""
    said = second.first
    if "number" in said:
        value = said["number"]
        rest = {key: value for key, value in said.items() if key != "number"}
        if "day" in first and "day" not in rest and 1 <= value <= 31:
            return rest | {"day": value}
        if "year" in first and "month" not in first and value > 1500:
            return rest | {"year": value}
        return None
    return said


def _lend(first: Said, last: Said) -> Said:
    """Return the first unit with the year or month that only the last one says (June 3 to 5, 2025; 3-5 June)."""
    if "year" in last and "year" not in first and "shift" not in first and "month" in first:
        return first | {"year": last["year"]}
    return first


_BETWEEN = re.compile("(?:之间|间)(?!接|隔|断|歇|谍)")


def _between(view: str, start: int, end: int) -> bool:
    """Return whether two times joined by `and` are the ends of a range."""
    return view[max(0, start - 8) : start].rstrip().endswith("between") or _BETWEEN.match(view, end) is not None


def _type(fields: Fields) -> str:
    timed = (
        fields.hour is not None or fields.part or (fields.shift and fields.shift.unit in ("hour", "minute", "second"))
    )
    return "TIME" if timed else "DATE"


def _stands(view: str, point: Point, fields: Fields, last: Fields | None) -> bool:
    """Return whether a point says enough to be a time at all."""
    slots = point.slot
    said = point.first
    if said.keys() <= {"number", "third", "zone", "offset"}:
        return False
    if point.atom.slot == "y" and "month" not in said:
        return False
    if "number" in said and "month" not in said and "quarter" not in said:
        return False
    if point.atom.slot == "n" and "month" in said and "day" not in said:
        value = said["number"]
        return 1 <= value <= 31
    if said.keys() == {"part"} and point.atom.token.rule.id.startswith("en."):
        return True
    return bool(slots)


@cache
def _affix_patterns() -> tuple[
    re.Pattern[str], dict[str, str], re.Pattern[str], dict[str, str], dict[str, re.Pattern[str]]
]:
    left, right, hints = {}, {}, {}
    for rule in link_rules():
        if rule.role in ("past", "future"):
            forms = "|".join(sorted(map(re.escape, rule.forms), key=len, reverse=True))
            hints.setdefault(rule.role, []).append(forms)
        elif rule.side == "left":
            left |= dict.fromkeys(rule.forms, rule.role)
        elif rule.side == "right":
            right |= dict.fromkeys(rule.forms, rule.role)

    def union(forms: dict[str, str]) -> str:
        return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))

    return (
        re.compile(rf"(?<![a-z])({union(left)})[ ]?$"),
        left,
        re.compile(rf"[ ]?({union(right)})(?!往|台|来|期|沿|因|果|草|者|续|点|诉|的?努力|到底)"),
        right,
        {role: re.compile("|".join(forms)) for role, forms in hints.items()},
    )


def _affixes(view: str, start: int, end: int) -> tuple[int, int, Mod | None, Direction | None]:
    """Return the expression's place with the words that open it at one side, its modifier and direction."""
    left, left_roles, right, right_roles, hints = _affix_patterns()
    before = view[max(0, start - LEFT_REACH) : start]
    mod: str | None = None
    direction: Direction | None = None
    for role, pattern in hints.items():
        if pattern.search(before):
            direction = role  # type: ignore[assignment]
    if direction is None and hints["future"].match(view, end):
        direction = "future"
    if match := left.search(before):
        mod = left_roles[match[1]]
        start -= len(before) - match.start()
    if match := right.match(view, end):
        mod = right_roles[match[1]]
        end = match.end()
    return start, end, mod, direction  # type: ignore[return-value]
