"""calcurse (Debian), a calendar in the terminal: imported into a data folder of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.programs.entries import Entry, expected, programme, utc
from timeline.timeline import Timeline

pytestmark = pytest.mark.skipif(not shutil.which("calcurse"), reason="calcurse is not installed")

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAYS = re.compile(r"([0-9/]{10}) \[1\] (?:\{1D -> ([0-9/]{10})\} )?>[0-9a-f]{40} (.*)")
TIMES = re.compile(r"([0-9/]{10} @ [0-9:]{5}) -> ([0-9/]{10} @ [0-9:]{5})>[0-9a-f]{40} \|(.*)")
"""An all-day entry and a timed one in calcurse's own file, with the hash of their description."""


def test_imports_the_same(tmp_path: Path) -> None:
    """Every entry is imported, none skipped, and its title, days and times are what the JSON says."""
    line = programme()
    line.write(tmp_path / "news.ics")
    command = ["calcurse", "-D", str(tmp_path), "-C", str(tmp_path), "-i", str(tmp_path / "news.ics")]
    environment = os.environ | {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    assert b"/ 0 skipped" in done.stdout
    rows = (tmp_path / "apts").read_text(encoding="utf-8").splitlines()
    assert Counter(map(_entry, rows)) == Counter(_shown(line))


def _shown(line: Timeline) -> list[Entry]:
    """Return what the JSON says, without what calcurse does not show in its list: place and status."""
    return [entry._replace(place="", cancelled=False) for entry in expected(line).values()]


def _entry(row: str) -> Entry:
    if days := DAYS.fullmatch(row):
        first, last, title = days.groups()
        return Entry(bare(title), "", True, _day(first), _day(last or first), False)
    times = TIMES.fullmatch(row)
    assert times, row
    start, end = (datetime.strptime(value, "%m/%d/%Y @ %H:%M").replace(tzinfo=SHANGHAI) for value in times.groups()[:2])
    return Entry(bare(times[3]), "", False, utc(start), utc(end), False)


def _day(american: str) -> str:
    month, day, year = american.split("/")
    return f"{year}-{month}-{day}"


def bare(title: str) -> str:
    """Return a title without the words in brackets about its time."""
    return re.sub(r" \([^()]*\)$|（[^（）]*）$", "", title)
