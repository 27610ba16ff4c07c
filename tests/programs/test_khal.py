"""khal (PyPI), a calendar in the terminal: imported twice, listed once."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.hand_made import make_line, make_when
from tests.programs.entries import Entry, assert_same, expected, programme, utc
from timeline.timeline import Timeline

KHAL = Path(sys.executable).with_name("khal")
SHANGHAI = ZoneInfo("Asia/Shanghai")
FORM = "{uid}|{start-long-full}|{end-long-full}|{all-day}|{status}|{location}|{title}"

pytestmark = pytest.mark.skipif(not KHAL.exists(), reason="khal is not installed")


class Khal:
    """khal with one empty calendar and a configuration of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "calendar"
        self.folder.mkdir()
        config = folder / "khal.conf"
        config.write_text(
            f"[calendars]\n[[news]]\npath = {self.folder}\ntype = calendar\n"
            f"[sqlite]\npath = {folder / 'khal.db'}\n"
            "[locale]\nlocal_timezone = Asia/Shanghai\ndefault_timezone = Asia/Shanghai\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            "[default]\ndefault_calendar = news\n"
        )
        self.command = [str(KHAL), "--no-color", "-c", str(config)]

    def bring(self, line: Timeline, path: Path) -> None:
        """Import a timeline as a calendar."""
        line.write(path)
        self.run("import", "--batch", "-a", "news", str(path))

    def run(self, *arguments: str) -> str:
        """Return what a command prints."""
        environment = os.environ | {"PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"}
        command = [*self.command, *arguments]
        return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True).stdout

    def entries(self, line: Timeline) -> dict[str, Entry]:
        """Return what `khal list` shows from the first to the last day of a timeline."""
        entries = expected(line).values()
        last = date.fromisoformat(max(entry.end for entry in entries)[:10]) + timedelta(days=2)
        days = (min(entry.start for entry in entries)[:10], str(last))
        listed = self.run("list", "--once", "--notstarted", "-df", "", "-f", FORM, *days)
        rows = (row.split("|", 6) for row in listed.splitlines())
        return {uid: _entry(*cells) for uid, *cells in rows}


def _entry(start: str, end: str, all_day: str, status: str, place: str, title: str) -> Entry:
    cancelled = status.strip() == "CANCELLED"
    if all_day == "True":
        return Entry(title, place, True, start[:10], end[:10], cancelled)
    first, last = (datetime.fromisoformat(value).replace(tzinfo=SHANGHAI) for value in (start, end))
    return Entry(title, place, False, utc(first), utc(last), cancelled)


def shown(line: Timeline) -> dict[str, Entry]:
    """Return what the JSON says; khal gives an hour to what has no stated end."""
    return {id: entry._replace(end=_an_hour_later(entry)) for id, entry in expected(line).items()}


def _an_hour_later(entry: Entry) -> str:
    if entry.all_day or entry.start != entry.end:
        return entry.end
    return utc(datetime.fromisoformat(entry.start) + timedelta(hours=1))


def test_imported_again(tmp_path: Path) -> None:
    """Imported again after an update, every entry is there once, at its new day where it moved."""
    khal = Khal(tmp_path)
    line = programme(backslashes=False).between("2026", "2026")  # khal looks at each day between
    khal.bring(line, tmp_path / "news.ics")
    changes = {
        "Open day": {"when": make_when("2026-04-01"), "sequence": 1},
        "Forum": {"status": "cancelled", "sequence": 1},
    }
    line = make_line(*(event.model_copy(update=changes.get(event.title, {})) for event in line))
    khal.bring(line, tmp_path / "news.ics")
    assert len(list(khal.folder.glob("*.ics"))) == len(expected(line))
    assert_same(khal.entries(line), shown(line))
