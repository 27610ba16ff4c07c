"""Lines and their widths."""

from __future__ import annotations

import pytest

from timeline.read.lines import display_width, set_width, split_lines


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("书市", 4), ("5月3日", 6), ("“书”", 6), ("", 0)])
def test_display_width(text: str, width: int) -> None:
    """East Asian characters and their punctuation are two wide."""
    assert display_width(text) == width


def test_justification_is_not_counted() -> None:
    """Spaces between wide characters come from the typesetter."""
    assert set_width("国 际 书 展") == 8
    assert set_width("book fair") == 9


def test_lines() -> None:
    """Blank lines are counted, blanks around left out, whatever ends a line."""
    lines = list(split_lines("one\n\n\n  two \r\nthree\rfour"))
    assert [(line.text, line.gap, line.indent) for line in lines] == [
        ("one", 0, 0),
        ("two", 2, 2),
        ("three", 0, 0),
        ("four", 0, 0),
    ]


@pytest.mark.parametrize(
    ("text", "mark", "content", "level"),
    [
        ("## 日程", "heading", "日程", 2),
        ("- 签到", "item", "签到", 0),
        ("•\t签到", "item", "签到", 0),
        ("> 引文", "quote", "引文", 0),
        ("----", "rule", "----", 0),
        ("|---|---|", "rule", "|---|---|", 0),
        ("| 5日 | 开幕 |", "row", "5日 | 开幕", 0),
        ("5日\t开幕", "row", "5日\t开幕", 0),
        ("-5 degrees", "", "-5 degrees", 0),
        ("#台北燈節", "", "#台北燈節", 0),
    ],
)
def test_marks(text: str, mark: str, content: str, level: int) -> None:
    """The first signs of a line say what it is, and do not belong to its text."""
    (line,) = split_lines(text)
    assert (line.mark, line.text, line.level) == (mark, content, level)
