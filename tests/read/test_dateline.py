"""Datelines."""

from __future__ import annotations

import pytest

from timeline.lexicon.script import fold
from timeline.read.dateline import read_dateline


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("新华社北京1月14日电（记者 林小满）灯会开幕", "北京", "灯会开幕"),
        ("中新網香港1月14日電 燈會開幕", "香港", "灯会开幕"),
        ("本报讯（记者 林小满 通讯员 许可）灯会开幕", None, "灯会开幕"),
        ("【江州时报报道 记者 林小满 许可】灯会开幕", None, "灯会开幕"),
        ("江城晚报广州4月15日讯 灯会开幕", "广州", "灯会开幕"),
        ("（中央社記者王小明台北16日電）燈會開幕", "台北", "灯会开幕"),
        ("【本報訊】燈會開幕", None, "灯会开幕"),
        ("〔中央社台北5日電〕燈會開幕", "台北", "灯会开幕"),
        ("記者陳可欣／北城報導 燈會開幕", "北城", "灯会开幕"),
        ("BEIJING, Jan. 14 (Xinhua) -- The fair opened", "BEIJING", "The fair opened"),
        ("(Reuters) BEIJING, Jan 14 — The fair opened", "BEIJING", "The fair opened"),
        ("LEEDS, England, March 3, 2026 /PRNewswire/ -- The fair", "LEEDS, England", "The fair"),
        ("LONDON (Reuters) - The fair opened", None, "The fair opened"),
        ("LONDON - The fair opened", "LONDON", "The fair opened"),
        ("New Delhi, March 3: The fair opened", "New Delhi", "The fair opened"),
    ],
)
def test_dateline(text: str, place: str | None, rest: str) -> None:
    """A dateline is told with its city and cut off."""
    view = fold(text)
    dateline = read_dateline(view)
    assert dateline is not None
    assert (dateline.place, view[dateline.end :]) == (place, rest)


@pytest.mark.parametrize(
    "text",
    [
        "1月14日，灯会开幕",
        "灯会14日开幕",
        "On Jan. 14 the fair opened",
        "May 5, 2026 - opening",
        "WORKSHOP - Weaving for all",
        "Saturday, July 9: Annual Loom Social. Tour the mill.",
    ],
)
def test_no_dateline(text: str) -> None:
    """A sentence that begins with a date has no dateline."""
    assert read_dateline(fold(text)) is None


@pytest.mark.parametrize("text", ["River Fair, July 12-17, 2026, Meadow Park", "Elm Fair, July 30 - August 2, 2026"])
def test_a_name_before_a_range_of_days_is_no_city(text: str) -> None:
    """The dash of a dateline does not lead to another day."""
    assert read_dateline(fold(text)) is None
