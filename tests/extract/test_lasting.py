"""Lengths that give a last or first day."""

from __future__ import annotations

import pytest

from tests.extract.reports import events


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("河灣書展12日登場，為期6天。", "2026-03-12", "2026-03-17"),
        ("为期三天的江州茶博会今天在江州会展中心开幕。", "2026-03-10", "2026-03-12"),
        ("江州茶博会昨日闭幕。本届展会为期三天，共吸引观众8万人次。", "2026-03-07", "2026-03-09"),
        ("培训班于3月2日开班，连续举办5天。", "2026-03-02", "2026-03-06"),
        ("第三届河湾灯会将于3月20日开幕，历时两周。", "2026-03-20", "2026-04-02"),
        ("The three-day Harbour Fair opens on Friday at the Town Hall.", "2026-03-13", "2026-03-15"),
        ("The Harbour Fair opens on 20 March and runs for ten days.", "2026-03-20", "2026-03-29"),
        ("The Harbour Forum closed on Sunday. It lasted three days.", "2026-03-06", "2026-03-08"),
    ],
)
def test_a_stated_length_gives_the_other_end(text: str, first: str, last: str) -> None:
    """An opening counts forward, a closing backward; both days count in."""
    [found] = events(text)
    assert (found.when.start, found.when.end) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "第三届河湾灯会将于3月20日开幕，历时约一个月。",
        "3月20日，江州茶博会开幕，筹备用了100天。",
        "The mayor opens the first session of a three-day forum on Friday.",
        "3月5日，江州市发布三天天气预报。",
    ],
)
def test_a_vague_length_and_that_of_something_else_give_none(text: str) -> None:
    """A month has no exact last day, and a length counts only where the words say what lasts."""
    assert all(found.when.end is None for found in events(text))
