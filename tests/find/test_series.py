"""Month and day at the head of line after line."""

from __future__ import annotations

import pytest

from timeline.find.series import find_in_article, is_series
from timeline.lexicon.script import fold
from timeline.model import Sentence


def heads(*lines: str) -> list[str]:
    """Return what is found in each line."""
    sentences = [Sentence(text=line, view=line, segments=((0, 0),)) for line in lines]
    return [
        one.text[e.start : e.end]
        for one, found in zip(sentences, find_in_article(sentences), strict=True)
        for e in found
    ]


def test_lines_prove_each_other() -> None:
    """Alone a number with a dot may be anything."""
    assert heads("5.13 签约", "- 5.20-5.28 展出", "6.1", "落成") == ["5.13", "5.20-5.28", "6.1"]
    assert heads("5/13 Opening", "5/20 Reading", "6/1: Closing") == ["5/13", "5/20", "6/1"]
    assert heads("5.13 签约") == []


def test_the_number_of_an_item_before_its_day_is_no_month() -> None:
    """A digest counts its items: 7.22日，…… is item seven."""
    assert heads("1.22日,签约", "2.开工", "7.22日,封顶", "8.22日,落成") == ["22日", "22日", "22日"]


@pytest.mark.parametrize("heading", ["价目表", "本店菜单：", "價目表", "Price list:", "## Table of contents"])
def test_a_heading_says_what_the_numbers_are(heading: str) -> None:
    """The same lines under a heading of prices or sections are no days."""
    lines = ("5.20 白米饭", "6.18 牛肉面", "8.15 酸辣粉")
    assert heads("安排", *lines) == ["5.20", "6.18", "8.15"]
    assert heads(fold(heading), *lines) == []


@pytest.mark.parametrize(
    "days",
    [
        [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)],
        [(2, 13), (2, 14), (2, 15), (2, 16)],
        [(4, 5), (4, 7), (3, 9), (4, 8)],
        [(9, 15), (13, 5), (10, 20)],
        [(5, 20), (6, 1)],
        [(1, 1), (1, 15), (2, 1), (2, 20), (3, 14)],
        [(9, 28), (3, 14), (8, 20), (2, 25), (7, 30)],
    ],
)
def test_other_numbers_are_no_series(days: list[tuple[int, int]]) -> None:
    """Sections, versions, marks and prices are counted one by one, have no great days, impossible ones or no order."""
    assert not is_series(days)
