"""Inputs that are broken or mean harm: each an issue, the rest done, the machine unharmed, no network."""

from __future__ import annotations

import gzip
import json
import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import timeline as tl
from tests.papers import make_pdf, papers
from tests.read.test_docx import make_docx
from tests.read.test_warc import RECORDS, make_warc
from timeline.cli import main
from timeline.read.readers import READERS

GOOD = "2026年3月11日\n\n第三届春茶节将于4月18日在青山镇开幕。\n"
MEMORY = 500_000_000
"""Bytes that reading and building may take."""

PAGE = (
    "<html><body><img src='http://news.example/x.png'>"
    f"<article><h1>春茶节</h1><p>{GOOD * 5}</p></article></body></html>"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><title>春茶节</title>'
    f"<link>http://news.example/1</link><description>{GOOD}</description></item></channel></rss>"
)
FILES = {
    "a.txt": GOOD.encode(),
    "a.md": GOOD.encode(),
    "a.jsonl": json.dumps({"text": GOOD, "url": "http://news.example/1"}).encode(),
    "a.csv": f'text\n"{GOOD}"\n'.encode(),
    "a.html": PAGE.encode(),
    "a.mhtml": b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + PAGE.encode(),
    "a.rss": FEED.encode(),
    "a.txt.gz": gzip.compress(GOOD.encode()),
    "a.warc": make_warc(*RECORDS),
    "a.docx": make_docx(),
    "a.pdf": make_pdf(papers()[:1]),
}
"""A good file of every format."""


def outline(folder: Path) -> tuple[list[str], list[str]]:
    """Return the names of the articles of a folder, and code and name of each issue."""
    articles = tl.read_articles(folder)
    names = sorted({Path(article.info.source.partition("#")[0]).name for article in articles})
    return names, sorted(f"{issue.code} {Path(issue.source or '').name}" for issue in articles.issues)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a folder with one good file."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def test_every_reader_is_tried() -> None:
    """There is a file of every format here."""
    suffixes = {Path(name.removesuffix(".gz")).suffix for name in FILES}
    assert all(suffixes & set(reader.suffixes) for reader in READERS.values())


def test_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No reader opens a connection or looks a name up, whatever a file links to."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    names, issues = outline(tmp_path)
    assert (names, [issue for issue in issues if not issue.startswith("no-published")]) == (sorted(FILES), [])


def test_pipes_links_and_devices(news: Path) -> None:
    """A pipe, a device, a link to nothing, to itself or to its own folder is neither waited for nor followed."""
    os.mkfifo(news / "pipe.txt")
    (news / "zero.txt").symlink_to("/dev/zero")
    (news / "gone.txt").symlink_to(news / "nowhere.txt")
    (news / "round.txt").symlink_to(news / "round.txt")
    (news / "itself").symlink_to(news)
    assert outline(news) == (
        ["good.txt"],
        [
            "link-not-followed itself",
            "link-not-followed zero.txt",
            "unreadable-input gone.txt",
            "unreadable-input pipe.txt",
            "unreadable-input round.txt",
        ],
    )
    (issue,) = list_issues("/dev/zero")
    assert issue.code == "unreadable-input"


def list_issues(path: str) -> tuple[tl.Issue, ...]:
    """Return the issues of one input."""
    articles = tl.read_articles(path)
    assert not list(articles)
    return articles.issues


@pytest.mark.skipif(os.geteuid() == 0, reason="everything may be read here")
def test_no_permission(news: Path) -> None:
    """A file and a folder that may not be opened are issues."""
    (news / "secret.txt").write_text(GOOD, encoding="utf-8")
    (news / "secret.txt").chmod(0)
    (news / "closed").mkdir(mode=0)
    assert outline(news) == (["good.txt"], ["unreadable-input closed", "unreadable-input secret.txt"])


def test_broken_names_reach_every_output(news: Path, tmp_path: Path) -> None:
    """A file whose name is no text is read, and named in calendars and lists by its bytes."""
    try:
        (news / os.fsdecode(b"\xb9\xab\xb8\xe6.txt")).write_text(GOOD.replace("18", "19"), encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    outputs = [tmp_path / f"out.{suffix}" for suffix in ("json", "ics", "csv", "html")]
    assert main(["build", str(news), *(f"-o{output}" for output in outputs)]) == 0
    assert r"\\xb9\\xab\\xb8\\xe6.txt" in outputs[0].read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_full_disk(news: Path) -> None:
    """Results that cannot be written end with an error and its code, not with a traceback."""
    command = [sys.executable, "-m", "timeline", "build", str(news), "-o", "-", "--format", "json"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr == "timeline: error: standard output: cannot be written: No space left on device\n"


def test_memory(news: Path, tmp_path: Path) -> None:
    """Large and hostile files stay within the memory: sparse ones, bombs, long lines; the good one is read."""
    for name in ("sparse.txt", "sparse.pdf", "sparse.jsonl"):
        with (news / name).open("wb") as file:
            file.truncate(2_000_000_000)
    zeros = gzip.compress(bytes(150_000_000), 1)
    (news / "bomb.txt.gz").write_bytes(zeros)
    (news / "bomb.jsonl.gz").write_bytes(gzip.compress(b'{"text": "' + b"x" * 100_000_000, 1))
    (news / "bomb.warc").write_bytes(make_warc(("text/html", zeros, (("Content-Encoding", "gzip"),))))
    (news / "deep.jsonl").write_bytes(b'{"text": ' + b"[" * 5_000_000)
    (news / "wide.csv").write_bytes(b"text,b\n" + b"," * 5_000_000 + b"\n" + b'"' + b"x" * 9_000_000)
    (news / "deep.html").write_bytes(b"<div>" * 1_000_000)
    output = tmp_path / "out.json"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))

    command = [sys.executable, "-m", "timeline", "build", str(news), "-o", str(output)]
    done = subprocess.run(command, preexec_fn=limit, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "MemoryError" not in done.stderr
    record = json.loads(output.read_text(encoding="utf-8"))
    assert [Path(article["source"]).name for article in record["articles"]] == ["good.txt"]
    assert {Path(issue["source"].partition("#")[0]).name for issue in record["issues"]} == {
        path.name for path in news.iterdir()
    } - {"good.txt"}
