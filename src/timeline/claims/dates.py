"""The date of a claim beside one that is read."""

from __future__ import annotations

import re

from timeline.model import Precision, When

UNIT = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}(?::[0-9]{2}){0,2})?)?)?")
RANKS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY, 13: Precision.HOUR, 16: Precision.HOUR}
"""Length of an ISO 8601 text to the coarsest precision that says so much."""


def is_date(text: str) -> bool:
    """Return whether a text is a unit of ISO 8601 or EDTF, or two of them; one side may be open."""
    units = _plain(text).split("/")
    stated = [unit for unit in units if unit != ".."]
    return 0 < len(stated) <= len(units) <= 2 and all(UNIT.fullmatch(unit) for unit in stated)


def _plain(text: str) -> str:
    """Return a date without EDTF's marks of doubt and without seconds."""
    units = re.sub(r"[~?%\s]", "", text[:80]).split("/")
    return "/".join(unit[:16] for unit in units)


def agrees(date: str, when: When) -> bool:
    """Return whether a reading says a date, at the date's own precision."""
    wanted = _plain(date)
    if wanted == _plain(when.edtf):
        return True
    first, _, last = wanted.partition("/")
    start, end = when.start or when.end or "", when.end or when.start or ""
    if last:
        return (first, last) == (start, end) or (_says(when, start, first) and _says(when, end, last))
    return _says(when, end if when.mod == "before" else start, first)


def _says(when: When, stated: str, wanted: str) -> bool:
    """Return whether one end of a reading is the unit wanted, or lies in it."""
    return when.precision.rank >= _rank(wanted) and stated.startswith(wanted)


def is_finer(date: str, when: When) -> bool:
    """Return whether a date names a unit inside the coarser one that is read."""
    first = _plain(date).partition("/")[0]
    stated = (when.start or when.end or "")[: when.precision.length]
    return when.precision.rank < _rank(first) and first.startswith(stated)


def _rank(unit: str) -> int:
    return RANKS.get(len(unit), Precision.MINUTE).rank


def last_day(when: When) -> When:
    """Return the last unit of a time: the day of a closing."""
    return when.model_copy(update={"start": when.end, "end": None}) if when.start and when.end else when
