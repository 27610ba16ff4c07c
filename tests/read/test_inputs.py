"""Files, folders, globs, bytes and standard input."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from timeline.model import Issue, RawDocument
from timeline.read import read_documents


def outline(*inputs: str | Path | bytes) -> list[str]:
    """Return sources of documents and codes of issues, in order."""
    return [
        f"{item.code}: {item.source}" if isinstance(item, Issue) else item.source for item in read_documents(inputs)
    ]


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with texts, other files and hidden ones, seen from outside."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.md", "deep/c.txt", ".hidden.txt", ".git/d.txt", "picture.png", "README"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"text of {name}", encoding="utf-8")
    return tmp_path / "news"


def test_folder(news: Path) -> None:
    """A folder is read with all below it, sorted, without hidden names and other suffixes; sources are POSIX paths."""
    assert outline("news") == ["news/a.md", "news/b.txt", "news/deep/c.txt"]
    assert outline("news/") == outline("news")


def test_glob(news: Path) -> None:
    """A glob stands for its matches, in order; a match is its own source."""
    assert outline("news/*.txt") == ["news/b.txt"]
    assert outline("news/**/*.txt") == ["news/b.txt", "news/deep/c.txt"]


def test_file_without_suffix(news: Path) -> None:
    """A file without suffix is text when it is named."""
    assert outline("news/README") == ["news/README"]


def test_bytes_and_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes are a document; so is what comes from standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("标准输入".encode())))
    assert outline(b"one", "-") == ["<bytes 1>", "-"]


def test_links(news: Path, tmp_path: Path) -> None:
    """A link to a file inside the folder is read; one that leads out, or to a folder, is an issue."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (news / "out.txt").symlink_to(tmp_path / "secret.txt")
    (news / "in.txt").symlink_to(news / "b.txt")
    (news / "itself").symlink_to(news)
    assert outline("news") == [
        "link-not-followed: news/itself",
        *("news/a.md", "news/b.txt", "news/in.txt", "link-not-followed: news/out.txt", "news/deep/c.txt"),
    ]
    assert outline("news/out.txt") == ["news/out.txt"]


def test_name_in_a_broken_encoding(tmp_path: Path) -> None:
    """A name that is no UTF-8 is shown with its bytes escaped, so that it can be written."""
    try:
        (tmp_path / os.fsdecode(b"\xb9\xab.txt")).write_text("text", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert outline(tmp_path) == [rf"{tmp_path.as_posix()}/\xb9\xab.txt"]


def test_line_ends_are_kept(tmp_path: Path) -> None:
    """Offsets count the characters of the file: line ends are not changed, the mark is not counted."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\r")
    (document,) = read_documents([path])
    assert isinstance(document, RawDocument)
    assert document.text == "one\r\ntwo\r"


def test_troubles_do_not_stop_the_rest(news: Path) -> None:
    """Every input that cannot be read is an issue; the others are read."""
    (news / "empty.txt").write_bytes(b" \n")
    (news / "junk.txt").write_bytes(b"\0\1\2")
    (news / "none").mkdir()
    assert outline(
        "missing.txt", "nothing*", "news/empty.txt", "news/junk.txt", "news/none", "news/picture.png", "news/b.txt"
    ) == [
        "input-not-found: missing.txt",
        "input-not-found: nothing*",
        "empty-input: news/empty.txt",
        "not-text: news/junk.txt",
        "nothing-readable: news/none",
        "unknown-suffix: news/picture.png",
        "news/b.txt",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_is_not_waited_for(news: Path) -> None:
    """A named pipe is refused, since reading it might never end."""
    os.mkfifo(news / "pipe.txt")
    assert outline("news/pipe.txt") == ["unreadable-input: news/pipe.txt"]


def test_no_permission(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be opened is an issue that says so."""

    def refuse(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refuse)
    (issue,) = read_documents(["news/b.txt"])
    assert isinstance(issue, Issue)
    assert (issue.code, issue.message) == ("unreadable-input", "cannot be opened: permission denied")
