"""Hours told by how long they last: from 2pm for two hours."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.find.amounts import count
from timeline.find.atom import Atom, Said
from timeline.find.joins import gap_text
from timeline.find.points import Point

LASTING = frozenset({"for", ", for", "(", ", lasting", "lasting"})
"""What may stand between a clock time and the hours that follow it."""
MINUTES = {"hour": 60, "minute": 1}
DAY = 24 * 60


def lasting(view: str, atoms: Sequence[Atom], point: Point) -> tuple[Said, Said, int, int] | None:
    """Return first and last moment of a clock time with its length, its end and the index of the next atom.

    None where no length stands behind it, or it reaches into the next day.
    """
    if "hour" not in point.first or point.last or point.after == len(atoms):
        return None
    token = atoms[point.after].token
    minutes = MINUTES.get(token.rule.unit or "", 0)
    if token.kind != "quantity" or not minutes or gap_text(view, point.end, token.start) not in LASTING:
        return None
    stop = point.first["hour"] * 60 + point.first.get("minute", 0) + int(count(token) * minutes)
    if not count(token) or stop >= DAY:
        return None
    last: Said = {"hour": stop // 60, "meridiem": True}
    if stop % 60 or "minute" in point.first:
        last["minute"] = stop % 60
    return point.first, last, token.end, point.after + 1
