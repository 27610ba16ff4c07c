"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from timeline.read.decode import decode

SIMPLIFIED = "第九届江城旧书市集于2026年6月12日在滨江仓库开幕，来自全国各地的书店带来了三万多册旧书。"
TRADITIONAL = "海港電影節將於四月二日至十二日舉行，開幕片為修復版，這是我們第一次在碼頭放映的影片。"


@pytest.mark.parametrize("text", ["plain text", SIMPLIFIED, TRADITIONAL, "line\r\nline\rline\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_utf_8(text: str, mark: bytes) -> None:
    """UTF-8 is read with and without its mark, which is not part of the text; line ends stay as they are."""
    assert decode(mark + text.encode()) == (text, "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_marked_encodings(encoding: str) -> None:
    """A byte-order mark decides."""
    assert decode(("\ufeff" + SIMPLIFIED).encode(encoding)) == (SIMPLIFIED, encoding)


def test_gb18030() -> None:
    """Simplified Chinese that is no UTF-8 is GB 18030."""
    assert decode(SIMPLIFIED.encode("gb18030")) == (SIMPLIFIED, "gb18030")


def test_big5() -> None:
    """Traditional Chinese in Big5 is told from GB 18030 by what its characters are."""
    assert decode(TRADITIONAL.encode("big5")) == (TRADITIONAL, "big5hkscs")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["The fair opens on 5 May 2026.", SIMPLIFIED, TRADITIONAL, "“Open” – 5 May 2026, 9 a.m."]
)
def test_utf_16_without_mark(text: str, encoding: str) -> None:
    """UTF-16 without its mark is told by the zero bytes of its ASCII characters, or by what its characters are."""
    assert decode(text.encode(encoding)) == (text, encoding)


def test_western() -> None:
    """Mostly ASCII with a few bytes of a Western code page is read as that."""
    assert decode("The café opens on 5 May 2026, said its owner.".encode("cp1252")) == (
        "The café opens on 5 May 2026, said its owner.",
        "cp1252",
    )


def test_character_cut_off_at_the_end() -> None:
    """A file cut in the middle of a character loses that character only."""
    assert decode(SIMPLIFIED.encode()[:-1]) == (SIMPLIFIED[:-1], "utf-8")


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"text\0text", b"\x89PNG\r\n\x1a\n" + b"\0" * 20, b"\x01" * 9])
def test_junk_is_no_text(data: bytes) -> None:
    """Bytes that are no text are not guessed into one."""
    assert decode(data) is None
