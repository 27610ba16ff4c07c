"""The same moment by another clock, mostly in brackets: 9 a.m. ET (1300 GMT); 当地时间3日22时（北京时间4日10时）."""

from __future__ import annotations

from timeline.find.atom import Atom
from timeline.find.joins import gap_role
from timeline.model.expression import TimeExpression

OTHER_CLOCK = "北京时间"
"""Clock that Chinese news adds in brackets."""
BEHIND = ("join", "comma")
"""Roles of what may stand between the brackets and the day of the clock before them."""


def is_gloss(view: str, stated: TimeExpression, expression: TimeExpression) -> bool:
    """Return whether an expression tells the same moment as the one before it (10:00 PDT / 17:00 UTC)."""
    zoned = expression.first.zone and expression.first.hour is not None
    if stated.first.hour is None or not (zoned or view.startswith(OTHER_CLOCK, expression.start)):
        return False
    between = view[stated.end : expression.start].strip()
    return between == "(" or bool(between == "/" and stated.first.zone)


def fold_glosses(view: str, atoms: list[Atom]) -> tuple[list[Atom], list[tuple[int, int]]]:
    """Return the atoms without a second clock in brackets that parts a clock from its day, and the places of such.

    The atom before the brackets then reaches to their end.
    """
    if "(" not in view:
        return atoms, []
    kept: list[Atom] = []
    places: list[tuple[int, int]] = []
    index = 0
    while index < len(atoms):
        stop = _gloss_end(view, atoms, index) if kept and kept[-1].slot in "tz" else 0
        if stop:
            close = view.index(")", atoms[stop - 1].end) + 1
            kept[-1] = kept[-1]._replace(end=close)
            places.append((atoms[index].start, close - 1))
            index = stop
            continue
        kept.append(atoms[index])
        index += 1
    return kept, places


def _gloss_end(view: str, atoms: list[Atom], index: int) -> int:
    """Return the index behind a clock with its zone in brackets, which a day follows; 0 where there is none."""
    clock, zone = atoms[index], index + 1
    if clock.slot != "t" or zone + 1 >= len(atoms) or atoms[zone].slot != "z":
        return 0
    close = atoms[zone].end
    opened = view[atoms[index - 1].end : clock.start].strip() == "("
    if not opened or not view.startswith(")", close) or atoms[zone + 1].slot not in "wMDn":
        return 0
    return zone + 1 if gap_role(view, close + 1, atoms[zone + 1].start) in BEHIND else 0
