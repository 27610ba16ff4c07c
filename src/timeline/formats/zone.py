"""VTIMEZONE components that say what the zone database says (RFC 5545 3.6.5).

The changes of offset are read from the zone database year by year, for all years between the first and the last use, so
that they hold before 1970 and after 2038 too. Changes that keep a yearly rule are written as one RRULE.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

UTC_NAMES = ("UTC", "Etc/UTC", "Etc/UCT", "Etc/Zulu", "Zulu", "UCT")
MACHINE_NAMES = ("localtime", "posixrules", "Factory")
"""Files beside the zones whose meaning depends on the machine."""

FIRST_YEAR, LAST_YEAR = 2, 9998
"""Years at which an offset can be added without leaving the calendar."""

LONGEST_GAP = 10
"""Years without a use that are still taken in, so that a rule need not be written twice."""


class Change(NamedTuple):
    """From one moment on another offset holds."""

    local: datetime
    """The moment on a clock that shows the offset before it."""
    before: timedelta
    after: timedelta
    name: str
    is_daylight: bool


@lru_cache(maxsize=4096)
def find_zone(name: str | None) -> ZoneInfo | None:
    """Return the zone of that name, or None where the zone database has none."""
    if not name or name in MACHINE_NAMES:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@cache
def zone_names() -> Set[str]:
    """Return the names of the zone database, to look up many at little cost."""
    return frozenset(available_timezones().difference(MACHINE_NAMES))


def zone_lines(zone: ZoneInfo, years: Set[int]) -> Iterator[str]:
    """Yield the VTIMEZONE of a zone, right at each local time of the given years.

    A year before and one after each is taken in, so that a yearly rule shows; longer gaps are passed over. What holds
    at the start of a stretch of years stands a day before it, since local clocks may show the old year when UTC shows
    the new one.
    """
    stretches = _stretches(years)
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone.key}"
    for first, last in stretches:
        begin = datetime(first, 1, 1)
        yield from _observance(_state(zone, begin, begin - timedelta(days=1)), None)
        goes_on = last == stretches[-1][1]
        for run in _runs([change for year in range(first, last + 1) for change in _changes(zone.key, year)]):
            yield from _observance(run[0], _rule(run, last if goes_on else None))
    yield "END:VTIMEZONE"


def _stretches(years: Set[int]) -> list[tuple[int, int]]:
    """Return the first and last years of the stretches that cover the given years and those beside them."""
    found: list[tuple[int, int]] = []
    for year in sorted(years):
        first, last = max(FIRST_YEAR, year - 1), min(LAST_YEAR, year + 1)
        if found and first - found[-1][1] <= LONGEST_GAP:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _state(zone: ZoneInfo, utc: datetime, local: datetime) -> Change:
    """Return what holds at a moment, as a change from nothing."""
    there = zone.fromutc(utc.replace(tzinfo=zone))
    offset = there.utcoffset() or timedelta()
    return Change(local, offset, offset, there.tzname() or "", bool(there.dst()))


@cache
def _changes(key: str, year: int) -> tuple[Change, ...]:
    """Return the changes of a zone in a year of UTC, in order; no two stand nearer than a day."""
    zone = ZoneInfo(key)
    day = timedelta(days=1)
    moment, stop = datetime(year, 1, 1), datetime(year + 1, 1, 1)
    state = _state(zone, moment, moment)[1:]
    found = []
    while moment < stop:
        following = min(moment + day, stop)
        if _state(zone, following, following)[1:] != state:
            found.append(_change_between(zone, moment, following))
            state = _state(zone, following, following)[1:]
        moment = following
    return tuple(found)


def _change_between(zone: ZoneInfo, low: datetime, high: datetime) -> Change:
    """Return the change between two moments of UTC, found to the second by halving."""
    old = _state(zone, low, low)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        if _state(zone, middle, middle)[1:] == old[1:]:
            low = middle
        else:
            high = middle
    new = _state(zone, high, high)
    return new._replace(local=high + old.after, before=old.after)


def _runs(changes: list[Change]) -> list[list[Change]]:
    """Return the changes in groups that one yearly rule covers, by first change."""
    runs: list[list[Change]] = []
    for change in changes:
        for run in reversed(runs):
            if run[-1].local.year == change.local.year - 1 and _same_rule([*run, change]):
                run.append(change)
                break
        else:
            runs.append([change])
    return runs


def _same_rule(run: list[Change]) -> bool:
    first, last = run[0], run[-1]
    return first[1:] == last[1:] and first.local.time() == last.local.time() and bool(_weekday_rules(run))


def _weekday_rules(run: list[Change]) -> list[str]:
    """Return the BYDAY values that fit all changes of a run: `-1SU` before `4SU`."""
    rules = [_by_day(change.local) for change in run]
    months = {change.local.month for change in run}
    return [rule for rule in rules[0] if all(rule in other for other in rules)] if len(months) == 1 else []


def _by_day(day: datetime) -> list[str]:
    name = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day.weekday()]
    is_last = (day + timedelta(days=7)).month != day.month
    return ([f"-1{name}"] if is_last else []) + [f"{(day.day - 1) // 7 + 1}{name}"]


def _rule(run: list[Change], last_year: int | None) -> str | None:
    """Return the RRULE of a run, ended where the run ends before the last year; None for a single change."""
    if len(run) == 1:
        return None
    end = run[-1]
    until = "" if end.local.year == last_year else f";UNTIL={_stamp(end.local - end.before)}Z"
    return f"FREQ=YEARLY;BYMONTH={end.local.month};BYDAY={_weekday_rules(run)[0]}{until}"


def _observance(change: Change, rule: str | None) -> Iterator[str]:
    kind = "DAYLIGHT" if change.is_daylight else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{_stamp(change.local)}"
    yield f"TZOFFSETFROM:{_offset(change.before)}"
    yield f"TZOFFSETTO:{_offset(change.after)}"
    if change.name:
        yield f"TZNAME:{change.name}"
    if rule:
        yield f"RRULE:{rule}"
    yield f"END:{kind}"


def _stamp(moment: datetime) -> str:
    """Return a local DATE-TIME (RFC 5545 3.3.5)."""
    return moment.isoformat(timespec="seconds").replace("-", "").replace(":", "")


def _offset(offset: timedelta) -> str:
    """Return a UTC-OFFSET (RFC 5545 3.3.14), with seconds only where there are any."""
    seconds = round(offset.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    text = f"{'-' if seconds < 0 else '+'}{hours:02}{rest // 60:02}"
    return text + f"{rest % 60:02}" if rest % 60 else text
