"""Text that was misread on its way."""

from __future__ import annotations

import pytest

from timeline.model import Issue, RawDocument
from timeline.read import read_documents
from timeline.read.mojibake import find_mojibake

SIMPLIFIED = "第九届江城旧书市集于2026年6月12日在滨江仓库开幕，来自全国各地的书店带来了三万多册旧书。"
TRADITIONAL = "海港電影節將於四月二日至十二日舉行，開幕片為修復版，這是我們第一次在碼頭放映的影片。"


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL])
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("utf-8", "gb18030"), ("utf-8", "cp1252"), ("utf-8", "latin-1"), ("gb18030", "cp1252"),
        ("big5hkscs", "gb18030"), ("gb18030", "utf-8"),
    ],
)  # fmt: skip
def test_misread(text: str, right: str, wrong: str) -> None:
    """Whatever of the usual encodings was taken for another, it is told."""
    data = text.encode(right, "ignore")
    assert find_mojibake(data.decode(wrong, "replace")) is not None


@pytest.mark.parametrize(
    "text",
    [
        SIMPLIFIED,
        TRADITIONAL,
        "The café’s “opening” is on 5 May – déjà vu, she said; naïve façades, Größe, Fußgänger, Ωμέγα, Привет.",
        "“你好”——他说：‘好’。①②③④⑤★★★★★──────●●●●……",
        "ああああ いいいい 안녕하세요 안녕하세요",
        "ÀÉÈÙ ÄÖÜß ÇÃÕ",
        "书\ufffd市在江城公园开幕",
        "停水通知 东街片区",
        "plain",
        "",
    ],
)
def test_sound(text: str) -> None:
    """Sound text of any script is none, nor is one character lost in a long text."""
    assert find_mojibake(text) is None


def test_it_is_told_and_not_repaired() -> None:
    """The text is taken as it stands, and an issue says what it looks like."""
    broken = SIMPLIFIED.encode().decode("latin-1")
    document, issue = read_documents([broken.encode()])
    assert isinstance(document, RawDocument) and document.text == broken
    assert isinstance(issue, Issue) and issue.code == "mojibake" and "utf-8 was read as cp1252" in issue.message
