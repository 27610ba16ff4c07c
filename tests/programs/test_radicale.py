"""Radicale (PyPI), a CalDAV server on this machine, filled by the example with the `caldav` client."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.hand_made import make_event, make_line, make_when
from tests.programs.entries import Entry, assert_same, by_icalendar, expected, programme
from timeline.formats.ics_reader import read
from timeline.timeline import Timeline

caldav = pytest.importorskip("caldav")
pytestmark = pytest.mark.skipif(not importlib.util.find_spec("radicale"), reason="radicale is not installed")

SCRIPT = Path(__file__).parents[2] / "examples" / "publish_caldav.py"
PATIENCE = 20.0
"""Seconds in which the server has to start."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start Radicale on a free port of the loopback, with an empty folder and without users, and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("radicale")
    settings = (f"--server-hosts=127.0.0.1:{port}", "--auth-type=none", f"--storage-filesystem-folder={folder}")
    command = [sys.executable, "-m", "radicale", "--config=", *settings]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


@pytest.fixture
def calendar(server: str, request: pytest.FixtureRequest) -> Iterator[Any]:
    """Give an empty calendar on the server."""
    with caldav.DAVClient(server, username="reader", password="any") as client:
        yield client.principal().make_calendar(name=request.node.name, cal_id=request.node.name)


def publish(line: Timeline, calendar: Any, folder: Path) -> str:
    """Run the example, and return what it prints."""
    line.write(folder / "news.json")
    command = [sys.executable, str(SCRIPT), str(folder / "news.json"), str(calendar.url), "reader"]
    environment = os.environ | {"PYTHONUTF8": "1", "CALDAV_PASSWORD": "any"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def shown(calendar: Any) -> dict[str, Entry]:
    """Return the entries of all resources of a calendar."""
    resources = [by_icalendar(found.data) for found in calendar.events()]
    entries = {uid: entry for resource in resources for uid, entry in resource.items()}
    assert len(resources) == len(entries)
    return entries


def test_put_and_put_again(calendar: Any, tmp_path: Path) -> None:
    """Every entry is there once and is what the JSON says; nothing of ours is lost; the second time nothing is sent."""
    line = programme()
    count = len(expected(line))
    assert publish(line, calendar, tmp_path) == f"{count} events put, 0 unchanged"
    assert_same(shown(calendar), expected(line))
    back = [event for found in calendar.events() for event in read(found.data.encode(), "x.ics").events]
    assert {event.id: event for event in back} == {event.id: event for event in line if event.id in expected(line)}
    assert publish(line, calendar, tmp_path) == f"0 events put, {count} unchanged"
    assert len(calendar.events()) == count


def test_move_and_cancel(calendar: Any, tmp_path: Path) -> None:
    """What moved moves, what is cancelled says so, what is left out stays, and the rest is not touched."""
    fair, talk, walk = (make_event(title, "2026-03-13") for title in ("Fair", "Talk", "Walk"))
    publish(make_line(fair, talk, walk), calendar, tmp_path)
    moved = fair.model_copy(update={"when": make_when("2026-04-01"), "sequence": 1})
    cancelled = talk.model_copy(update={"status": "cancelled", "sequence": 1})
    assert publish(make_line(moved, cancelled), calendar, tmp_path) == "2 events put, 0 unchanged"
    assert_same(shown(calendar), expected(make_line(moved, cancelled, walk)))
