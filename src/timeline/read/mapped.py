"""A text together with the way back to the text it was made from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class Edit(NamedTuple):
    """Characters [start, end) give way to `text`."""

    start: int
    end: int
    text: str = ""


class Mapped:
    """A text and its offset map: position `clean[i]` of the text stands at `raw[i]` of the source.

    Between two entries positions advance together. Both lists ascend and `clean` begins with 0.
    """

    __slots__ = ("clean", "raw", "text")

    def __init__(self, text: str, clean: list[int], raw: list[int]) -> None:
        self.text = text
        self.clean = clean
        self.raw = raw

    @classmethod
    def whole(cls, text: str) -> Mapped:
        """Return a text that is its own source."""
        return cls(text, [0], [0])

    def position(self, index: int) -> int:
        """Return where the character at `index` stands in the source."""
        entry = bisect_right(self.clean, index) - 1
        return self.raw[entry] + index - self.clean[entry]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source range of the characters [start, end)."""
        first = self.position(start)
        return first, self.position(end - 1) + 1 if end > start else first

    def slice(self, start: int, end: int) -> Mapped:
        """Return the part [start, end)."""
        first = bisect_right(self.clean, start) - 1
        last = bisect_right(self.clean, max(start, end - 1))
        clean = [0, *(position - start for position in self.clean[first + 1 : last])]
        raw = [self.raw[first] + start - self.clean[first], *self.raw[first + 1 : last]]
        return Mapped(self.text[start:end], clean, raw)

    def edit(self, edits: Sequence[Edit]) -> Mapped:
        """Return the text with `edits` made, which ascend and do not overlap."""
        return self if not edits else self._build(self._pieces(edits))

    def _pieces(self, edits: Sequence[Edit]) -> Iterable[tuple[int, int, str | None]]:
        """Yield what the edited text consists of: kept ranges (text None) and what is put in."""
        done = 0
        for edit in edits:
            if done < edit.start:
                yield done, edit.start, None
            if edit.text:
                yield edit.start, edit.end, edit.text
            done = edit.end
        if done < len(self.text):
            yield done, len(self.text), None

    def _build(self, pieces: Iterable[tuple[int, int, str | None]]) -> Mapped:
        """Return the text made of pieces; what is put in stands where the characters stood that it replaces."""
        parts: list[str] = []
        clean: list[int] = []
        raw: list[int] = []
        length, entry, entries = 0, 0, len(self.clean)
        for start, end, text in pieces:
            while entry + 1 < entries and self.clean[entry + 1] <= start:
                entry += 1
            clean.append(length)
            raw.append(self.raw[entry] + start - self.clean[entry])
            if text is not None:
                # Every further character of a replacement stands at the place of the first.
                clean += range(length + 1, length + len(text))
                raw += [raw[-1]] * (len(text) - 1)
                parts.append(text)
                length += len(text)
                continue
            while entry + 1 < entries and self.clean[entry + 1] < end:
                entry += 1
                clean.append(length + self.clean[entry] - start)
                raw.append(self.raw[entry])
            parts.append(self.text[start:end])
            length += end - start
        return Mapped("".join(parts), clean or [0], raw or [self.position(0)])


def concatenate(parts: Sequence[Mapped]) -> Mapped:
    """Return the parts one after the other."""
    clean: list[int] = []
    raw: list[int] = []
    length = 0
    for part in parts:
        clean += [length + position for position in part.clean]
        raw += part.raw
        length += len(part.text)
    return Mapped("".join(part.text for part in parts), clean, raw)


def segments(text: Mapped) -> tuple[tuple[int, int], ...]:
    """Return the offset map with the entries left out that say nothing new."""
    pairs = list(zip(text.clean, text.raw, strict=True))
    kept = [right for left, right in pairwise(pairs) if right[1] - right[0] != left[1] - left[0]]
    return (pairs[0], *kept)
