"""A lock between processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from timeline.errors import LockedError, WriteError
from timeline.formats.lock import lock_file

HOLDER = """
import sys
from timeline.formats.lock import lock_file
with lock_file(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Give another process that has the lock of a file and keeps it until its standard input ends."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """The lock file goes with the lock, also after an error, and the next one is taken."""
    for _ in range(2):
        with pytest.raises(RuntimeError), lock_file(tmp_path / "events.json"):
            assert [path.name for path in tmp_path.iterdir()] == [".events.json.lock"]
            raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_another_process_is_kept_out(tmp_path: Path) -> None:
    """While one process has the file, another gets an error with its name and what to do; a second file is free."""
    path = tmp_path / "events.json"
    with holder(path) as process:
        with pytest.raises(LockedError, match=r"events\.json: in use by another run; wait until"), lock_file(path):
            pytest.fail("both have it")
        (tmp_path / "link.json").symlink_to(path)
        with pytest.raises(LockedError), lock_file(tmp_path / "link.json"):
            pytest.fail("a link is the file it names")
        with lock_file(tmp_path / "other.json"):
            pass
        process.communicate("")
    with lock_file(path):
        pass


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_killed_holder_holds_nobody_up(tmp_path: Path) -> None:
    """The system takes the lock back from a process that is killed; the file it left is no hindrance."""
    path = tmp_path / "events.json"
    with holder(path) as process:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert [left.name for left in tmp_path.iterdir()] == [".events.json.lock"]
    with lock_file(path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_no_folder(tmp_path: Path) -> None:
    """Where nothing can be written, the error says so."""
    with pytest.raises(WriteError, match=r"gone.*: cannot be locked: No such file"), lock_file(tmp_path / "gone" / "x"):
        pytest.fail("locked nothing")
