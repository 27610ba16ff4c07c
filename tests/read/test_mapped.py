"""Texts with the way back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.read.mapped import Edit, Mapped, concatenate, segments

edits = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.sampled_from(["", " ", "xy"])), max_size=6)


def make_edits(steps: list[tuple[int, int, str]], length: int) -> list[Edit]:
    """Return edits that ascend and do not overlap, from gaps and lengths."""
    made: list[Edit] = []
    place = 0
    for gap, size, text in steps:
        start = place + gap
        if start + size > length:
            break
        made.append(Edit(start, start + size, text))
        place = start + size
    return made


@settings(max_examples=300, derandomize=True)
@given(st.text(alphabet="abcdefgh", max_size=20), edits, edits)
def test_kept_characters_keep_their_place(
    text: str, first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]
) -> None:
    """Whatever is edited, twice, a character that was kept leads back to itself, and places never go back."""
    once = Mapped.whole(text).edit(make_edits(first, len(text)))
    twice = once.edit(make_edits(second, len(once.text)))
    places = [twice.position(index) for index in range(len(twice.text))]
    assert places == sorted(places)
    for character, place in zip(twice.text, places, strict=True):
        assert character in " xy" or character == text[place]


@settings(max_examples=200, derandomize=True)
@given(st.text(alphabet="abcdefgh", max_size=20), edits, st.integers(0, 20), st.integers(0, 20))
def test_slice(text: str, steps: list[tuple[int, int, str]], start: int, length: int) -> None:
    """A part keeps the places of its characters."""
    mapped = Mapped.whole(text).edit(make_edits(steps, len(text)))
    end = min(start + length, len(mapped.text))
    if start < end:
        part = mapped.slice(start, end)
        assert [part.position(index) for index in range(end - start)] == [
            mapped.position(index) for index in range(start, end)
        ]


def test_concatenate() -> None:
    """Parts from different places become one text with both maps."""
    whole = Mapped.whole("label: x, value")
    joined = concatenate([whole.slice(0, 6), whole.slice(10, 15)])
    assert joined.text == "label:value"
    assert segments(joined) == ((0, 0), (6, 10))
