"""Paragraphs made readable."""

from __future__ import annotations

import pytest

from timeline.read.clean import join_broken_words, tidy
from timeline.read.mapped import Mapped


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("5 月 26 日下\n\n午，市集开\n幕", "5月26日下午，市集开幕"),
        ("国 际 书 展 开\n幕，共 有 120 家书店", "国际书展开幕，共有120家书店"),
        ("销售额近 3000\n元，售出 200 册", "销售额近3000元，售出200册"),
        ("来自Uli Marsh\nGroup等", "来自Uli Marsh Group等"),
        ("opened\nin May", "opened in May"),
        ("a two-\nyear plan", "a two-year plan"),
        ("2\u00a0月\u30003\u2009日", "2月3日"),
        ("书\u200b展\ufeff开\u00ad幕", "书展开幕"),
    ],
)
def test_wrapped(text: str, tidied: str) -> None:
    """In typeset lines breaks and justification vanish between Chinese, and are a space between Latin words."""
    assert tidy(Mapped.whole(text), wrapped=True).text == tidied


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("会议 2026年5月3日 上海", "会议 2026年5月3日 上海"),
        ("于 2026 年 10 月 3 日在江城举行", "于2026年10月3日在江城举行"),
        ("报名从 4 月 6 日开始", "报名从4月6日开始"),
        ("2 0 2 6 年 5 月 3 日", "2026年5月3日"),
        ("记者 林小满　通讯员 许可", "记者 林小满 通讯员 许可"),
        ("通　知", "通知"),
        ("开幕 ，闭幕 。 明年", "开幕，闭幕。明年"),
        ("使用 Linux 的 3 个工具", "使用 Linux 的3个工具"),
        ("09:00-09:20   开幕式", "09:00-09:20 开幕式"),
        ("one  two", "one two"),
    ],
)
def test_not_wrapped(text: str, tidied: str) -> None:
    """In a line of its own a space separates, except in dates, numbers and characters set apart."""
    assert tidy(Mapped.whole(text), wrapped=False).text == tidied


def test_broken_words() -> None:
    """A hyphen at a line end goes where the whole word stands elsewhere, and stays in a compound."""
    text = Mapped.whole("The di-\nrectors met. Narrow-\nboats came. Both directors left.")
    assert join_broken_words(text).text == "The directors\nmet. Narrow-\nboats came. Both directors left."
