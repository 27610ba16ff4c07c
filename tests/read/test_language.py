"""The language of a text."""

from __future__ import annotations

import pytest

from timeline.read.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("第九届旧书市集在江城开幕，持续四天。", "zh-Hans"),
        ("海港電影節將於四月舉行，開幕片為修復版。", "zh-Hant"),
        ("The book fair opens in May.", "en"),
        ("江城书展 The Book Fair of Jiangcheng opens in May 于五月开幕 with many guests", "mul"),
        ("使用 Linux 的开发者大会今天在江城开幕，GNOME 社区参加。", "zh-Hans"),
        ("2026-05-03", "und"),
        ("", "und"),
    ],
)
def test_guess_language(text: str, language: str) -> None:
    """Characters tell the language, and the script of Chinese."""
    assert guess_language(text) == language
