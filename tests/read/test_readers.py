"""The table of readers, the first bytes of formats, compressed files, limits."""

from __future__ import annotations

import gzip
import io
from importlib import import_module

import pytest

from timeline.model import Issue, Limits, Options, RawDocument
from timeline.read.readers import READERS, SUFFIXES, read_stream, sniff, suffix_of

TEXT = "论坛3月13日开幕。".encode()


def read(data: bytes, suffix: str = ".txt", limits: Limits | None = None) -> list[RawDocument | Issue]:
    """Return what a file of these bytes gives."""
    return list(read_stream(io.BytesIO(data), "a", suffix, Options(limits=limits or Limits())))


def codes(documents: list[RawDocument | Issue]) -> list[str]:
    """Return the code of each issue and the text of each document."""
    return [item.code if isinstance(item, Issue) else item.text for item in documents]


@pytest.mark.parametrize("format", READERS)
def test_every_reader_has_its_function(format: str) -> None:
    """The module of every line of the table can be imported and reads a stream."""
    assert callable(import_module(READERS[format].module).read_stream)


def test_no_suffix_twice() -> None:
    """A suffix belongs to one format."""
    assert len(SUFFIXES) == sum(len(reader.suffixes) for reader in READERS.values())


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.TXT", ".txt"), ("a.txt.gz", ".txt"), ("a", ""), (".hidden", ""), ("a.gz", ""), ("a.b.md", ".md")],
)
def test_suffix(name: str, suffix: str) -> None:
    """The last suffix counts, in lower case; `.gz` stands for what is inside."""
    assert suffix_of(name) == suffix


@pytest.mark.parametrize(
    ("head", "format"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"PK\x03\x04\x14", "docx"),
        (b"WARC/1.1\r\n", "warc"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "html"),
        (b'<?xml version="1.0"?>\n<!-- made --><rss version="2.0">', "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", "mhtml"),
        (b'{"text": "x"}\n', "jsonl"),
        (TEXT, None),
        (b"", None),
        (b"<p>text</p>", None),
    ],
)
def test_sniff(head: bytes, format: str | None) -> None:
    """The first bytes tell a format, or nothing."""
    assert sniff(head) == format


def test_gzip_is_read_as_what_it_holds() -> None:
    """Compressed text is text, with and without the suffix that says so; cut short it is an issue."""
    packed = gzip.compress(TEXT)
    assert codes(read(packed)) == codes(read(packed, "")) == [TEXT.decode()]
    assert codes(read(packed[:-9])) == ["unreadable-input"]


def test_limits() -> None:
    """What goes beyond a limit is an issue that names it."""
    for limit, data in (
        ("bytes_per_file", TEXT),
        ("characters_per_document", TEXT),
        ("expansion", gzip.compress(bytes(5_000_000))),
    ):
        (issue,) = read(data, limits=Limits.model_validate({limit: 2}))
        assert isinstance(issue, Issue)
        assert issue.code == "too-large"
        assert limit in issue.message


def test_unknown_suffix() -> None:
    """A suffix nobody reads is an issue that lists those that somebody reads."""
    (issue,) = read(TEXT, ".xyz")
    assert isinstance(issue, Issue)
    assert issue.code == "unknown-suffix"
    assert ".txt" in issue.message


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package of a reader is missing, an issue says what to install."""
    monkeypatch.setitem(READERS, "text", READERS["text"]._replace(module="timeline_no_such_module", extra="papers"))
    (issue,) = read(TEXT)
    assert isinstance(issue, Issue)
    assert (issue.code, issue.message.partition(": ")[2]) == ("missing-extra", "pip install 'article-timeline[papers]'")
