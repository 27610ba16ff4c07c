"""Ten days of news, and the calendar after each of them.

`examples/updates/expected/` holds for each day what `timeline diff` and `timeline show` print.
"""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest

from timeline.cli import main
from timeline.timeline import Timeline, load_timeline

DAYS = sorted((Path(__file__).parents[1] / "examples" / "updates").glob("day-*"))
Entries = dict[str, tuple[int, str, str]]


def build(day: Path) -> None:
    """Build a day on the state in the current folder, as a user does."""
    edits = ["--edits", str(day / "edits.toml")] if (day / "edits.toml").is_file() else []
    state = ["--update", "state.json", "-o", "state.json"]
    assert main(["build", f"{day}/*.txt", "--name", "Three towns", *state, "-o", "news.ics", *edits]) == 0


def entries() -> Entries:
    """Return sequence, status and first day of each entry of the calendar by UID."""
    found = icalendar.Calendar.from_ical(Path("news.ics").read_bytes()).events
    assert len({entry.uid for entry in found}) == len(found)
    return {entry.uid: (entry.sequence, str(entry["STATUS"]), f"{entry.start:%m-%d}") for entry in found}


def test_ten_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Each day changes what its papers tell, keeps every UID and lowers no SEQUENCE; a second run changes no byte."""
    monkeypatch.chdir(tmp_path)
    Timeline().write("state.json")
    calendar: Entries = {}
    for day in DAYS:
        Path("state.json").rename("before.json")
        Path("state.json").write_bytes(Path("before.json").read_bytes())
        build(day)
        capsys.readouterr()
        main(["diff", "before.json", "state.json"])
        print()
        main(["show", "state.json"])
        assert capsys.readouterr().out == (day.parent / "expected" / f"{day.name}.txt").read_text(encoding="utf-8")
        before, calendar = calendar, entries()
        assert set(before) <= set(calendar)
        assert all(calendar[uid][0] >= before[uid][0] for uid in before)
        written = [Path(name).read_bytes() for name in ("state.json", "news.ics")]
        build(day)
        assert [Path(name).read_bytes() for name in ("state.json", "news.ics")] == written
    assert len(DAYS) == 10
    assert sorted(calendar.values(), key=lambda entry: entry[2]) == [
        (1, "CANCELLED", "08-29"),
        (1, "CONFIRMED", "09-05"),
        (1, "CONFIRMED", "09-13"),
        (3, "CONFIRMED", "09-25"),
    ]
    market = load_timeline("state.json").matching("Orchard Street")[0]
    assert (market.edited, [when.edtf for when in market.previous]) == (("date",), ["2026-09-12"])


def test_all_at_once_is_the_same_news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads all ten days at once gets the same happenings on the same days, apart from the edit."""
    monkeypatch.chdir(tmp_path)
    assert main(["build", *(f"{day}/*.txt" for day in DAYS), "-o", "news.json"]) == 0
    told = {(event.title, event.when.edtf, event.status) for event in load_timeline("news.json")}
    assert told == {
        ("Northquay Regatta", "2026-08-29", "cancelled"),
        ("第九屆山城國際短片展", "2026-09-05", "held"),
        ("Orchard Street Food Market", "2026-09-12", "scheduled"),
        ("第六届蓝湾灯光节", "2026-09-25", "held"),
    }
