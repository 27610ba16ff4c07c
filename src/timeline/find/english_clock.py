"""Clock times as English writes them: 9 a.m., 7:30 p.m., 2-4 pm, 11 o'clock, half past seven."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from timeline.find.numerals import english_words

_TIME = re.compile(
    r"(?<![0-9])([01]?[0-9]|2[0-4])(?:[:. ]?([0-5][0-9]))?(?::[0-9]{2})?(?![0-9])(?:[ ]?([ap])(?:\.?[ ]?m)?)?"
)
_PAST = re.compile("([0-9]{1,2})(?: minutes?| mins?)? (past|to) ")


def read_english_clock(text: str) -> tuple[dict[str, Any], dict[str, Any] | None] | None:
    """Return the fields of a clock time and, for a range, those of its end; None where there is no such hour.

    A range takes the half of the day from its end (2-4 pm), unless it then ends before it begins (11-1 pm).

    Examples:
        >>> read_english_clock("2-4 pm")
        ({'hour': 14, 'meridiem': True}, {'hour': 16, 'meridiem': True})
        >>> read_english_clock("half past seven")
        ({'hour': 7, 'minute': 30}, None)
    """
    text = _words().sub(lambda match: str(english_words().get(match[0], NAMED.get(match[0]))), text)
    if past := _PAST.match(text):
        return _past(past, text)
    times = list(_TIME.finditer(text))
    if not times:
        return None
    half = times[-1][3]
    last = _fields(times[-1], half)
    if last is None or len(times) == 1:
        return None if last is None else (last, None)
    borrowed = half if int(times[0][1]) % 12 <= int(times[-1][1]) % 12 or half != "p" else "a"
    first = _fields(times[0], times[0][3] or borrowed)
    return None if first is None else (first, last)


NAMED = {"half": 30, "quarter": 15}


@cache
def _words() -> re.Pattern[str]:
    """Return the pattern of the number words of a clock, longest first."""
    words = sorted((word for word in [*english_words(), *NAMED] if len(word) > 2), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


def _past(past: re.Match[str], text: str) -> tuple[dict[str, Any], None] | None:
    """Return the time so many minutes past or to an hour."""
    time = _TIME.match(text, past.end())
    said = _fields(time, time[3]) if time else None
    minutes = int(past[1])
    if said is None or minutes > 59:
        return None
    if past[2] == "to":
        said["hour"], minutes = (said["hour"] - 1) % 24, 60 - minutes
    return said | {"minute": minutes}, None


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
