"""Files are written whole or not at all."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hand_made import make_event, make_line
from timeline.errors import UnknownSuffixError, WriteError
from timeline.formats import ics
from timeline.formats.files import format_of, write_whole
from timeline.model import Evidence


def test_writes_and_replaces(tmp_path: Path) -> None:
    """A new file appears, an old one is replaced, nothing else is left in the folder."""
    path = tmp_path / "news.ics"
    write_whole(path, ["one ", "好\r\n"])
    write_whole(path, ["two"])
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["ics", "jsonl"])
def test_writing_streams(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """More events take no more memory, but for a place in a list and a key to sort by."""
    monkeypatch.setattr(ics, "MOST", 0)
    peaks = []
    for count in (100, 700):
        passage = Evidence(article="a1", start=0, end=9, text="海" * 280)
        line = make_line(*(make_event(f"e{number}", "2026-03-13", evidence=(passage,)) for number in range(count)))
        tracemalloc.start()
        line.write(tmp_path / f"x.{name}")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert (peaks[1] - peaks[0]) / 600 < 200


def test_failure_keeps_the_old_file(tmp_path: Path) -> None:
    """When the writing fails half way, the old file is whole and no other is left."""

    def breaks() -> Iterator[str]:
        yield "half"
        raise RuntimeError("lost")

    path = tmp_path / "news.ics"
    path.write_text("old")
    with pytest.raises(RuntimeError, match="lost"):
        write_whole(path, breaks())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    """A file that holds just this keeps its time of change; one byte more, and it is replaced."""
    path = tmp_path / "news.ics"
    write_whole(path, ["one"])
    os.utime(path, (1, 1))
    write_whole(path, ["o", "ne"])
    assert path.stat().st_mtime == 1
    write_whole(path, ["one", "!"])
    assert path.stat().st_mtime > 1
    assert list(tmp_path.iterdir()) == [path]


def test_permissions(tmp_path: Path) -> None:
    """A replaced file keeps its permissions; a new one gets the usual ones."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("")
    old.chmod(0o640)
    mask = os.umask(0o022)
    try:
        write_whole(old, ["x"])
        write_whole(new, ["x"])
    finally:
        os.umask(mask)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o644


def test_link_is_followed(tmp_path: Path) -> None:
    """A link stays a link; the file it names is replaced."""
    (tmp_path / "link").symlink_to(tmp_path / "file")
    write_whole(tmp_path / "link", ["x"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_text() == "x"


def test_device_is_not_replaced() -> None:
    """A device or pipe is written, not replaced by a file."""
    write_whole("/dev/null", ["x"])
    assert not Path("/dev/null").is_file()
    code = "from timeline.formats.files import write_whole; write_whole('/dev/stdout', ['x'])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"x"


def test_refusals(tmp_path: Path) -> None:
    """A folder as output, a missing folder and a forbidden place are named."""
    with pytest.raises(WriteError, match="is a folder"):
        write_whole(tmp_path, ["x"])
    with pytest.raises(WriteError, match="there is no folder"):
        write_whole(tmp_path / "gone" / "x.ics", ["x"])
    with pytest.raises(WriteError, match="cannot be written"):
        write_whole(tmp_path / ("x" * 300), ["x"])


def test_format_by_suffix_or_name() -> None:
    """The suffix names the format in any case, a name wins over it; an unknown one is refused with what is known."""
    assert format_of("NEWS.ICS").__name__ == "timeline.formats.ics"  # type: ignore[attr-defined]
    assert format_of("news.txt", "json").__name__ == "timeline.formats.json"  # type: ignore[attr-defined]
    with pytest.raises(UnknownSuffixError, match=r"no format for suffix '\.doc'; known are .*ics"):
        format_of("news.doc")
    with pytest.raises(UnknownSuffixError, match="unknown format 'word'"):
        format_of("news.ics", "word")


def test_killed_while_writing(tmp_path: Path) -> None:
    """A process killed half way leaves the old file whole."""
    path = tmp_path / "news.ics"
    path.write_text("old")
    code = (
        "import os, signal, sys\n"
        "from timeline.formats.files import write_whole\n"
        "def parts():\n"
        "    yield 'x' * 100_000\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_whole(sys.argv[1], parts())\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.read_text() == "old"
