"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.lexicon.script import fold
from timeline.read import read_string
from timeline.read.sentences import LONGEST, sentence_ranges


def split(text: str) -> list[str]:
    """Return the sentences of a text on one line."""
    return [text[start:end] for start, end in sentence_ranges(text, fold(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["市集今日开幕。", "明日闭幕！", "谁来主持？"],
        ["他说：“今天开幕。”", "随后离开。"],
        ["影片《你好吗？》三月上映。", "票价不变。"],
        ["主題為「走吧！去海邊」的展覽開幕。", "為期三天。"],
        ["展厅有三个（一层。二层。三层）。", "下周开放。"],
        ["（记者 林小满）"],
        ["“开门见喜！”，市集三月开张。"],
        ["门票三种；儿童免票；团体八折。"],
        ["It opens at 10 a.m. on Jan. 5 at St. Mary's, says Dr. Marsh of Harbour Inc. today.", "Entry is free."],
        ["The U.K. fair ends on No. 3 Pier.", 'He said: "Come again."', "Visitors did."],
        ["1. 报名截止4月6日。", "结果5月公布。"],
        ["地址 https://example.org/a?b=1 可报名。", "名额有限。"],
        ["Version 2.5 ships in May.", "Price: 3.5 yuan."],
        ["增长三成。", '"熊猫"系列上映。'],
        ["Visitors grew by half [1]", "Group 2: the fair moves in May [2]", "- Entry is free [3]"],
        ["wait...", "Then it opened."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    """Sentences end at stops that end one: not in short quotes, abbreviations, numbers, addresses."""
    joined = "".join(
        sentence + (" " if sentence.isascii() or sentence[-1].isascii() else "") for sentence in sentences
    ).strip()
    assert split(joined) == sentences


def test_long_sentence_is_cut() -> None:
    """A text without a stop is cut at commas or blanks, then anywhere."""
    for text in ("市集，" * 2000, "fair " * 2000, "市" * 5000):
        parts = split(text)
        assert max(map(len, parts)) <= LONGEST
        assert "".join(parts).replace(" ", "") == text.replace(" ", "")


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.text(alphabet="市集开。！？.!? \n“”()「」a1，", max_size=200))
def test_nothing_but_blanks_is_left_out(text: str) -> None:
    """The sentences of a string cover all of it, in order."""
    article = read_string(text)
    shown = "".join(sentence.text for sentence in article.sentences)
    assert "".join(shown.split()) == "".join(text.split())
    assert all(sentence.role == "body" for sentence in article.sentences)
