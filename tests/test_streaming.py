"""Memory while articles stream through: what is kept is what the timeline holds, not what was read."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator

import timeline as tl
from timeline.read import read_string

SIGNS = "苔藓岩石溪流松针云雾露珠山雀竹笋泥土蕨类野菊陶罐炉火茶碗木梯纸伞石桥"
LENGTH = 1200
"""Characters of an article."""
KEPT = 4000
"""Bytes that an article without events may leave behind: its record, without text and sentences."""


def article(number: int) -> tl.Article:
    """Return an article that tells of no event, unlike all others."""
    words = [SIGNS[(number * 7 + at * at) % len(SIGNS)] for at in range(LENGTH)]
    sentences = ["".join(words[at : at + 24]) + f"第{number}户人家" for at in range(0, LENGTH, 30)]
    return read_string("。".join(sentences) + "。")


def stream(first: int, count: int) -> Iterator[tl.Article]:
    """Yield articles one by one; nobody else holds them."""
    return (article(number) for number in range(first, first + count))


def peak(first: int, count: int) -> int:
    """Return the bytes that building a timeline of so many articles adds at most."""
    gc.collect()
    tracemalloc.reset_peak()
    before = tracemalloc.get_traced_memory()[0]
    assert len(tl.build_timeline(stream(first, count))) == 0
    return tracemalloc.get_traced_memory()[1] - before


def test_memory_does_not_grow_with_what_was_read() -> None:
    """Further articles add their records only: neither text nor sentences nor words remembered of them."""
    peak(0, 12)
    tracemalloc.start()
    try:
        few, many = peak(100, 12), peak(200, 42)
    finally:
        tracemalloc.stop()
    assert many - few < 30 * KEPT, (few, many)
