"""Folding for matching."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zhconv import convert

from timeline.lexicon.script import fold, simplify_table


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０２６年１月１９日（週一）", "2026年1月19日(周一)"),
        ("臺灣國際電影節「開幕」", "台湾国际电影节“开幕”"),
        ("時間：上午９∶００〜１２∶００", "时间:上午9:00~12:00"),
        ("3\u00a0月\u30005\u2009日", "3 月 5 日"),
        ("後天、裡面、曆法、歷史", "后天、里面、历法、历史"),
        ("隨着香港、着手、著名", "随着香港、着手、著名"),
        ("⽉⽇", "月日"),
        ("《展覽》。、", "《展览》。、"),
        ("plain ASCII, kept", "plain ASCII, kept"),
        ("tab\tand\nnewline", "tab and newline"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    """Width, script, quotes and spaces become one form."""
    assert fold(text) == folded


@settings(max_examples=200, derandomize=True)
@given(st.text())
def test_fold_keeps_length_and_is_idempotent(text: str) -> None:
    """Offsets never move, and folding twice changes nothing."""
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # zhconv leaves its dictionary open
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_table_agrees_with_zhconv() -> None:
    """Where zhconv converts a character on its own, it names the same simplified character, save a handful."""
    table = {chr(code): chr(becomes) for code, becomes in simplify_table().items()}
    theirs = {character: convert(character, "zh-hans") for character in table}
    differing = {character for character, other in theirs.items() if other not in (character, table[character])}
    assert len(table) > 4000
    assert differing <= set("薴逕")


def test_simplified_characters_stay() -> None:
    """A character of simplified text is never changed: no target is a source."""
    table = simplify_table()
    assert not set(table.values()) & set(table)
