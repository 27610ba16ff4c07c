"""A build that is killed, at whatever moment, leaves whole files behind and the next build does the work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FIRST = "河口摄影周开幕\n\n河口日报　2026年3月2日\n\n第五届河口摄影周将于4月18日在旧船厂举行。\n"
SECOND = (
    "河口摄影周延期\n\n河口日报　2026年4月10日\n\n原定4月18日举行的第五届河口摄影周延期至5月9日举行，地点仍为旧船厂。\n"
)

DRIVER = """
import json, os, signal, sys
from pathlib import Path
from timeline.cli import main

ACTS = {"fcntl.lockf", "tempfile.mkstemp", "os.chmod", "os.rename", "os.remove"}
BUILD = ["build", "second.txt", "--update", "state.json", "-o", "news.ics", "-o", "state.json"]

def run(files, fatal):
    # Build in a child that is killed before it does its act number `fatal` on a file; say how it ended.
    for name, data in files.items():
        Path(name).write_bytes(data)
    child = os.fork()
    if not child:
        count = 0
        def watch(event, arguments):
            nonlocal count
            count += event in ACTS
            if count == fatal:
                os.kill(os.getpid(), signal.SIGKILL)
        sys.addaudithook(watch)
        os._exit(main(BUILD))
    return os.waitpid(child, 0)[1], {name: Path(name).read_bytes() for name in files}

sys.stderr = open(os.devnull, "w")
main(["build", "first.txt", "-o", "state.json", "-o", "news.ics"])
old = {name: Path(name).read_bytes() for name in ("state.json", "news.ics")}
main(BUILD)
new = {name: Path(name).read_bytes() for name in old}
seen, fatal = [], 0
while True:
    fatal += 1
    status, left = run(old, fatal)
    if status == 0:
        break
    seen.append([["old", "new"][left[name] == new[name]] if left[name] in (old[name], new[name]) else "broken"
                 for name in ("state.json", "news.ics")])
print(json.dumps({"seen": seen, "last": left == new, "changed": all(old[name] != new[name] for name in old),
                  "locks": [path.name for path in Path().glob(".*.lock")]}))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    """State and calendar are each the old or the new one, no calendar newer than the state; then a build runs."""
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", DRIVER], cwd=tmp_path, capture_output=True, check=True)
    result = json.loads(done.stdout)
    seen = [tuple(pair) for pair in result["seen"]]
    assert set(seen) == {("old", "old"), ("new", "old"), ("new", "new")}
    assert seen == sorted(seen, reverse=True, key=lambda pair: pair.count("old"))
    assert len(seen) == 8
    assert result["changed"]
    assert result["last"]
    assert result["locks"] == []
