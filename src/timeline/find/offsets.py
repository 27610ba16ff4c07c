"""Times told by their distance from a point: two days before Christmas, 5 a.m. on the day after it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.find.amounts import away
from timeline.find.atom import Atom
from timeline.find.ends import CLOCK_FIELDS
from timeline.find.fields import settle, shifted
from timeline.find.hours import HOUR_DAY
from timeline.find.joins import gap_role
from timeline.find.modifiers import direction_of
from timeline.find.points import Point, parse_point
from timeline.model.expression import TimeExpression


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
    direction = direction_of(view, point._replace(start=token.start), point.end, fields, None, ahead)
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
