"""Lines of iCalendar: cleaning, escaping, folding, addresses."""

from __future__ import annotations

import pytest

from timeline.formats.content_line import clean_text, cut_text, escape_text, fold, uri


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("bell\x07 null\x00 escape\x1b[2J \x9b", "bell null escape[2J "),
        ("tab\tstays", "tab\tstays"),
        ("half \ud800 pair", "half  pair"),
        ("家👨‍👩‍👧", "家👨‍👩‍👧"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    """Line ends of every kind become newlines; what no TEXT may hold goes."""
    assert clean_text(text) == cleaned


def test_escape() -> None:
    """Backslash, semicolon, comma and newline are escaped, nothing else."""
    assert escape_text('a\\N;b,c\nd:"e"\\') == 'a\\\\N\\;b\\,c\\nd:"e"\\\\'


@pytest.mark.parametrize("character", ["a", "é", "中", "😀"])
@pytest.mark.parametrize("length", [*range(15, 80), 1000])
def test_fold(character: str, length: int) -> None:
    """No line exceeds 75 octets or cuts a character, and unfolding brings the text back."""
    line = "SUMMARY:" + character * length
    folded = fold(line)
    assert folded.endswith("\r\n")
    pieces = folded.encode().split(b"\r\n")[:-1]
    assert all(len(piece) <= 75 for piece in pieces)
    assert all(piece.decode() for piece in pieces)
    assert folded[:-2].replace("\r\n ", "") == line


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://news.example/a?b=1&c=2#d", "https://news.example/a?b=1&c=2#d"),
        ("https://news.example/新 闻,1;2", "https://news.example/%E6%96%B0%20%E9%97%BB,1;2"),
        ("https://news.example/100%/%E4", "https://news.example/100%25/%E4"),
        ("https://例子.example/", "https://xn--fsqu00a.example/"),
        ("  https://news.example/a\nb", "https://news.example/ab"),
        ('https://news.example/"<>\\^`{|}', "https://news.example/%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("news.example/a", None),
        ("/news/a", None),
        ("javascript:alert(1)", None),
        ("https://[broken", None),
        ("", None),
    ],
)
def test_uri(address: str, expected: str | None) -> None:
    """An absolute address is percent-encoded once; what is none is left out."""
    assert uri(address) == expected


def test_cut() -> None:
    """A cut text ends in an ellipsis, fits, and tears no character from its marks."""
    assert cut_text("x" * 255, 255) == "x" * 255
    assert cut_text("x" * 256, 255) == "x" * 254 + "…"
    assert cut_text("😀" * 200, 255) == "😀" * 127 + "…"
    assert cut_text("a" * 8 + "e\u0301" + "b" * 9, 10) == "a" * 8 + "…"
