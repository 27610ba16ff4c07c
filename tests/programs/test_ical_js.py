"""ical.js (npm), strict: the library of Thunderbird, Nextcloud and many web calendars.

Looked for in the folders of `NODE_PATH`, then in `node_modules` of the project.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.programs.entries import Entry, assert_same, expected, programme

SCRIPT = Path(__file__).with_name("read_with_ical_js.mjs")
FOLDERS = [*os.environ.get("NODE_PATH", "").split(os.pathsep), str(Path(__file__).parents[2] / "node_modules")]
MODULES = [path for folder in FOLDERS if folder and (path := Path(folder) / "ical.js/dist/ical.js").is_file()]

pytestmark = pytest.mark.skipif(
    not (MODULES and shutil.which("node")), reason="node or ical.js is not installed (NODE_PATH names its folder)"
)


def test_reads_the_same() -> None:
    """Every entry is read, and is what the JSON says."""
    command = ["node", str(SCRIPT), str(MODULES[0])]
    text = programme().to_ics()
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert_same({event["uid"]: _entry(event) for event in json.loads(done.stdout)}, expected(programme()))


def _entry(event: dict[str, Any]) -> Entry:
    start, end = event["start"], event["end"]
    if event["allDay"]:
        end = str(date.fromisoformat(end) - timedelta(days=1))
    else:
        start, end = (value.removesuffix(":00.000Z") + "Z" for value in (start, end))
    return Entry(event["title"], event["place"], event["allDay"], start, end, event["status"] == "CANCELLED")
