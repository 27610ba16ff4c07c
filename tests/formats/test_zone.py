"""VTIMEZONE components against the zone database."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr

from tests.hand_made import make_event, make_line, make_when
from timeline.formats.zone import find_zone, zone_lines

ZONES = (
    *("Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Tokyo", "Asia/Kolkata", "Asia/Tehran", "Asia/Jerusalem"),
    *("Europe/London", "Europe/Dublin", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Africa/Casablanca"),
    *("Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns"),
)
YEARS = ((1890, 1900), (1915, 1925), (1940, 1950), (1985, 1995), (2005, 2012), (2020, 2030), (2036, 2045), (2090, 2095))


def offset_by(lines: list[str], moment: datetime) -> timedelta:
    """Return the offset that the component gives at a local time: that of the latest onset not after it."""
    onsets: list[tuple[datetime, str]] = []
    current: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        current[name.partition(";")[0]] = value
        if line.startswith("END:") and value in ("STANDARD", "DAYLIGHT"):
            begin = datetime.fromisoformat(current["DTSTART"])
            onset: datetime | None = begin
            if rule := current.pop("RRULE", None):
                aware = rrulestr(_local_until(rule, current["TZOFFSETFROM"]), dtstart=begin)
                onset = aware.before(moment, inc=True)
            if onset and onset <= moment:
                onsets.append((onset, current["TZOFFSETTO"]))
    return parse_offset(max(onsets)[1])


def _local_until(rule: str, offset: str) -> str:
    head, found, until = rule.partition("UNTIL=")
    if not found:
        return rule
    local = datetime.fromisoformat(until.rstrip("Z")) + parse_offset(offset)
    return f"{head}UNTIL={local:%Y%m%dT%H%M%S}"


def parse_offset(text: str) -> timedelta:
    """Return `+0530` or `+080543` as a duration."""
    parts = [int(text[at : at + 2] or 0) for at in (1, 3, 5)]
    return (-1 if text[0] == "-" else 1) * timedelta(hours=parts[0], minutes=parts[1], seconds=parts[2])


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("years", YEARS)
def test_offsets(name: str, years: tuple[int, int]) -> None:
    """The offset equals the zone database's at each event: around wars, before 1970 and after 2038."""
    zone = ZoneInfo(name)
    moments = [datetime(years[0], 1, 1, 12) + timedelta(days=97 * step) for step in range(4 * (years[1] - years[0]))]
    lines = list(zone_lines(zone, {moment.year for moment in moments}))
    for moment in moments:
        assert offset_by(lines, moment) == moment.replace(tzinfo=zone).utcoffset(), moment


def test_calendars_agree_at_every_event() -> None:
    """In one calendar of events in many zones and centuries, each VTIMEZONE gives the zone database's offsets."""
    moments = [datetime(year, month, 20, 12) for year in (1905, 1945, 1968, 2026, 2100) for month in (1, 7)]
    times = [make_when(f"{moment:%Y-%m-%dT%H:%M}", zone=zone) for zone in ZONES for moment in moments]
    line = make_line(*(make_event(f"e{number}", when) for number, when in enumerate(times)))
    components = line.to_ics().replace("\r\n ", "").split("BEGIN:VTIMEZONE\r\n")[1:]
    zones = {part.split("\r\n")[0].removeprefix("TZID:"): part.split("\r\n") for part in components}
    assert sorted(zones) == sorted(ZONES)
    for zone in ZONES:
        for moment in moments:
            assert offset_by(zones[zone], moment) == moment.replace(tzinfo=ZoneInfo(zone)).utcoffset(), (zone, moment)


def test_rule() -> None:
    """Yearly changes are one RRULE, which goes on where the zone's does."""
    lines = list(zone_lines(ZoneInfo("Europe/Berlin"), {2026}))
    assert [line for line in lines if line.startswith("RRULE")] == [
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    ]


def test_ended_rule() -> None:
    """A rule that the zone gave up ends: China's summer time of 1986 to 1991."""
    lines = list(zone_lines(ZoneInfo("Asia/Shanghai"), {1986, 1990, 2026}))
    assert sum("DAYLIGHT" in line for line in lines) >= 2
    assert all(";UNTIL=19" in line for line in lines if line.startswith("RRULE"))
    assert offset_by(lines, datetime(1990, 7, 1)) == timedelta(hours=9)
    assert offset_by(lines, datetime(2026, 7, 1)) == timedelta(hours=8)


@pytest.mark.parametrize("name", [None, "", "Mars/Olympus", "UTC+08:00", "../../etc/passwd", "localtime", "\0"])
def test_unknown(name: str | None) -> None:
    """A name that is no zone, or means another thing on each machine, is none."""
    assert find_zone(name) is None


def test_edges_of_the_calendar() -> None:
    """Times in the first and last year cost nothing but their year."""
    lines = list(zone_lines(ZoneInfo("Asia/Shanghai"), {9999}))
    assert offset_by(lines, datetime(9999, 12, 31, 23, 59)) == timedelta(hours=8)
    assert list(zone_lines(ZoneInfo("Asia/Shanghai"), {1}))


def test_far_apart() -> None:
    """Centuries between two times are passed over, and a rule of the first does not reach the second."""
    zone = ZoneInfo("Europe/Berlin")
    moments = [datetime(1943, 7, 1), datetime(1200, 1, 1), datetime(2026, 7, 1), datetime(8000, 1, 1)]
    lines = list(zone_lines(zone, {moment.year for moment in moments}))
    assert len(lines) < 120
    for moment in moments:
        assert offset_by(lines, moment) == moment.replace(tzinfo=zone).utcoffset()
