"""The expressions of one sentence, in order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from timeline.find.amounts import read_amount
from timeline.find.atom import Atom
from timeline.find.evidence import FIRST_YEAR, LAST_YEAR, NAMESAKES, as_year, heads_name, is_name
from timeline.find.glosses import fold_glosses, is_gloss
from timeline.find.joins import gap_role
from timeline.find.meaning import read_atom
from timeline.find.offsets import read_clock_from_point, read_from_point
from timeline.find.points import parse_point
from timeline.find.ranges import read_range
from timeline.find.scan import Token, scanner
from timeline.find.sets import HABIT_REACH, habitual, recurrence
from timeline.model import Sentence
from timeline.model.expression import TimeExpression


def find_expressions(sentence: Sentence) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a sentence, in order and without overlap.

    Positions count in `sentence.text`. Nothing is placed on the calendar. In the title of a work only what names its
    year is a time: 《八月照相馆》 is none.

    Examples:
        >>> one = Sentence(text="将于6月8日举行", view="将于6月8日举行", segments=((0, 0),))
        >>> [(one.text[e.start : e.end], e.first.month, e.first.day) for e in find_expressions(one)]
        [('6月8日', 6, 8)]
    """
    view = lower(sentence.view)
    tokens = [
        token
        for token in scanner(view).tokens(view)
        if token.kind not in NAMESAKES or not is_name(token, sentence.text)
    ]
    if not tokens:
        return ()
    titles = title_spans(view)
    starts = {token.start for token in tokens}
    found: list[TimeExpression] = []
    for expression in _expressions(view, tokens):
        if found and _closes(found[-1], expression):
            opening = found.pop()
            expression = opening._replace(end=expression.end, last=expression.first, mod=None)
        elif found and is_gloss(view, found[-1], expression):
            found[-1] = found[-1]._replace(gloss=(expression.start, expression.end))
            continue
        elif found and expression.start < found[-1].end:
            found[-1], expression = _part(found[-1], expression, starts)
        title = bisect_right(titles, (expression.start, len(view))) - 1
        inside = title >= 0 and expression.start < titles[title][1]
        if inside and expression.first.year is None:
            continue
        if inside or (_is_bare_year(view, expression) and heads_name(view, expression.start, expression.end)):
            expression = expression._replace(in_title=True)
        found.append(expression)
    return tuple(found)


def _part(first: TimeExpression, second: TimeExpression, starts: set[int]) -> tuple[TimeExpression, TimeExpression]:
    """Return two expressions that claim the same words, which belong to the second where they begin an atom of it."""
    if second.start in starts:
        return first._replace(end=second.start, mod=None), second
    return first, second._replace(start=first.end, mod=None)


def _is_bare_year(view: str, expression: TimeExpression) -> bool:
    return expression.end - expression.start == 4 and view[expression.start : expression.end].isdigit()


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


AMOUNTS = frozenset({"quantity", "year"})
"""Kinds of atoms that may say an amount: 三天, 两年."""
_TITLE = re.compile("《[^《》]{1,80}》")


def title_spans(view: str) -> list[tuple[int, int]]:
    """Return the places of titles of works, in order."""
    return [match.span() for match in _TITLE.finditer(view)] if "《" in view else []


def _expressions(view: str, tokens: list[Token]) -> Iterator[TimeExpression]:
    atoms: list[Atom] = []
    for token in tokens:
        atom = read_atom(token)
        atoms.append(atom or Atom("-", token.start, token.end, {}, token))
    atoms, glosses = fold_glosses(view, atoms)
    index, habit, unit = 0, -2 * HABIT_REACH, ""
    while index < len(atoms):
        atom = atoms[index]
        if atom.slot == "n" and _is_lone(view, atoms, index):
            index += 1
            continue
        if atom.slot == "-" and atom.token.kind in AMOUNTS and (found := read_from_point(view, atoms, index)):
            expression, index = found
            yield expression
            continue
        if atom.slot == "-":
            yield from _plain(view, atom.token)
            if atom.token.kind == "set":
                habit, unit = atom.end, atom.token.rule.unit or ""
            index += 1
            continue
        point = as_year(parse_point(view, atoms, index))
        taken, index = read_clock_from_point(view, atoms, point) or read_range(view, atoms, point)
        if glosses and taken and taken[0].start <= glosses[0][0] < taken[0].end:
            taken = [taken[0]._replace(gloss=glosses.pop(0)), *taken[1:]]
        yield from (habitual(one, unit) for one in taken) if point.start - habit <= HABIT_REACH else taken


def _is_lone(view: str, atoms: list[Atom], index: int) -> bool:
    """Return whether a bare number can be no year and nothing follows that may make a time of it."""
    atom = atoms[index]
    if atom.end - atom.start == 4 and FIRST_YEAR <= atom.said["number"] <= LAST_YEAR:
        return False
    return index + 1 == len(atoms) or gap_role(view, atom.end, atoms[index + 1].start) is None


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
