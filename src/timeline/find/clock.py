"""Clock times as English writes them: 9 a.m., 7:30 p.m., 2-4 pm, 11 o'clock."""

from __future__ import annotations

import re
from typing import Any

_TIME = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?::[0-9]{2})?(?:[ ]?([ap])\.?[ ]?m)?")


def read_english_clock(text: str) -> tuple[dict[str, Any], dict[str, Any] | None] | None:
    """Return the fields of a clock time and, for a range, those of its end; None where there is no such hour.

    A range takes the half of the day from its end (2-4 pm), unless it then ends before it begins (11-1 pm).

    Examples:
        >>> read_english_clock("2-4 pm")
        ({'hour': 14, 'meridiem': True}, {'hour': 16, 'meridiem': True})
    """
    times = list(_TIME.finditer(text))
    half = times[-1][3]
    last = _fields(times[-1], half)
    if last is None or len(times) == 1:
        return None if last is None else (last, None)
    borrowed = half if int(times[0][1]) % 12 <= int(times[-1][1]) % 12 or half != "p" else "a"
    first = _fields(times[0], times[0][3] or borrowed)
    return None if first is None else (first, last)


def _fields(time: re.Match[str], half: str | None) -> dict[str, Any] | None:
    hour, minute = int(time[1]), time[2]
    if hour > 24 or (minute and int(minute) > 59):
        return None
    said: dict[str, Any] = {"hour": hour}
    if half and hour <= 12:
        said["hour"] = hour % 12 + (12 if half == "p" else 0)
    if minute:
        said["minute"] = int(minute)
    if half or hour > 12:
        said["meridiem"] = True
    return said
