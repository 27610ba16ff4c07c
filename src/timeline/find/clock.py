"""Clock times: 下午3点半, 19:30, 2-4 pm."""

from __future__ import annotations

import re

from timeline.find.atom import Atom, Said, simple
from timeline.find.english_clock import read_english_clock
from timeline.find.scan import Token

_HOURS = re.compile(r"[点时]")
_QUARTERS = {"一": 15, "二": 30, "三": 45, "1": 15, "2": 30, "3": 45}


def read_clock(token: Token) -> Atom | None:
    """Return a time of day, or a range of hours; None where there is no such hour."""
    if token.rule.value is not None:
        return simple(token, "t", {"hour": token.rule.value, "meridiem": True})
    if token.rule.id.startswith("en."):
        read = read_english_clock(token.text)
        return read and Atom("t", token.start, token.end, read[0], token, read[1])
    values = [value for value, _, _ in token.numbers]
    text = token.text
    said: Said = {}
    last: Said | None = None
    unit = _HOURS.search(text)
    if unit and ":" not in text:
        hours = [value for value, _, end in token.numbers if end <= unit.start()]
        rest = values[len(hours) :]
        if len(hours) == 2:
            last = {"hour": hours[1]}
        said["hour"] = hours[0]
    else:
        said["hour"], rest = values[0], values[1:]
    target = last if last is not None else said
    if "半" in text:
        target["minute"] = 30
    elif text.endswith("刻"):
        target["minute"] = _QUARTERS.get(text[-2], 15)
    elif rest:
        target["minute"] = rest[0]
    if "m" in text and not _meridiem(said, "p" in text):
        return None
    if said["hour"] > 24 or (last and last["hour"] > 24) or target.get("minute", 0) > 59:
        return None
    if said["hour"] > 12 or said["hour"] == 0 or (":" in text and text[0] == "0"):
        said["meridiem"] = True
    return Atom("t", token.start, token.end, said, token, last)


def _meridiem(said: Said, afternoon: bool) -> bool:
    """Turn a 12-hour clock into a 24-hour one; False where the hour is no 12-hour one."""
    if said["hour"] > 12:
        return afternoon
    said["hour"] = said["hour"] % 12 + (12 if afternoon else 0)
    said["meridiem"] = True
    return True
