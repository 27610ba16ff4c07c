"""Columns that plain text sets side by side."""

from __future__ import annotations

import pytest

from timeline.read.gutters import unfold_columns
from timeline.read.mapped import Mapped

LEFT = "城南旧书市集将于四月十二日在磨坊开幕"
RIGHT = "望江大桥自三月十日零时起封闭检修"


def test_columns_stand_below_each_other() -> None:
    """Each column is read to its end, every character with its place in the source."""
    text = f"{LEFT}    {RIGHT}\n" * 6
    unfolded, begins = unfold_columns(Mapped.whole(text))
    lines = [line for line in unfolded.text.splitlines() if line.strip("-")]
    assert lines == [LEFT] * 6 + [RIGHT] * 6
    assert begins == {0, len(LEFT) + 4}
    assert all(
        text[unfolded.position(at)] == character for at, character in enumerate(unfolded.text) if character not in "\n-"
    )


@pytest.mark.parametrize(
    "line",
    ["09:30    开幕式与主旨报告    一号厅", f"{LEFT}{RIGHT}", f"　　{LEFT}", "a   b   c   d", "# 标题"],
)
def test_cells_and_plain_lines_stay(line: str) -> None:
    """What is short or has no gutter is no column."""
    text = Mapped.whole(f"{line}\n" * 8)
    assert unfold_columns(text) == (text, frozenset())


def test_four_lines_are_too_few() -> None:
    """Two paragraphs beside each other by chance are not parted."""
    text = Mapped.whole(f"{LEFT}    {RIGHT}\n" * 4)
    assert unfold_columns(text) == (text, frozenset())
