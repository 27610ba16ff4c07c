"""Whatever the text and the anchor: spans lie in it, bounds are in order, and nothing is raised."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
import zhconv
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import timeline
from tests.property.strategies import anchors, columns, sentences, texts, usual_anchors
from timeline.model import TimeMention, When

PROFILE = settings(derandomize=True, max_examples=150, deadline=None)
LONG = settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
FULL_WIDTH = str.maketrans({char: chr(ord(char) + 0xFEE0) for char in "0123456789:()"})

Reading = tuple[str | None, str | None, str, str | None, str | None]


def readings(text: str, anchor: date) -> list[Reading]:
    """Return what was understood, without the wording and the zone."""
    found = [mention.when for mention in timeline.find_times(text, anchor=anchor)]
    return [(when.start, when.end, when.precision, when.mod, when.part) for when in found if isinstance(when, When)]


def lines_of(text: str, width: int) -> list[str]:
    """Return the lines of a column; no typesetter breaks a number."""
    lines = []
    while text:
        cut = width
        while text[cut - 1 : cut + 1].isdigit() and cut < len(text):
            cut -= 1
        lines.append(text[:cut])
        text = text[cut:]
    return lines


def check(text: str, anchor: date | datetime | None) -> None:
    """Assert what holds for every mention."""
    end = 0
    for mention in timeline.find_times(text, anchor=anchor):
        span = mention.span
        assert 0 <= span.start < span.end <= len(text)
        assert span.start >= end, "mentions come in order and do not overlap"
        end = span.end
        assert "".join(mention.text.split()) == "".join(text[span.start : span.end].split()).replace("\u200b", "")
        for when in (mention.when, *mention.readings):
            assert when is None or when.earliest <= when.latest
        assert TimeMention.model_validate(mention.model_dump()) == mention, "what is made unchecked is valid"


@PROFILE
@given(texts, anchors | st.none())
@example("前三季度龙年除夕", date(1, 1, 1))
@example("next century, in 3000 years", date(9999, 12, 31))
@example("甲辰年腊月三十", date(1850, 1, 1))
@example("two weeks before Christmas", datetime(1, 1, 1, 0, 0))
def test_any_text_gives_sound_mentions(text: str, anchor: date | datetime | None) -> None:
    """Spans lie in the text, in order; bounds are in order; nothing is raised, from year 1 to 9999."""
    check(text, anchor)


@pytest.mark.slow
@LONG
@given(texts, anchors | st.none())
def test_any_text_gives_sound_mentions_at_length(text: str, anchor: date | datetime | None) -> None:
    """The same over ten thousand texts."""
    check(text, anchor)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # zhconv leaves its dictionary open
@PROFILE
@given(sentences, usual_anchors)
def test_both_scripts_give_the_same_readings(text: str, anchor: date) -> None:
    """A text and its traditional version mean the same times."""
    traditional = zhconv.convert(text, "zh-hant").replace("周", "週")
    assert readings(traditional, anchor) == readings(text, anchor)


@PROFILE
@given(sentences, usual_anchors)
def test_half_and_full_width_give_the_same_readings(text: str, anchor: date) -> None:
    """Full-width digits and signs mean what the half-width ones mean."""
    assert readings(text.translate(FULL_WIDTH), anchor) == readings(text, anchor)


@PROFILE
@given(columns, st.integers(14, 28), usual_anchors)
def test_wrapped_lines_give_the_same_readings(text: str, width: int, anchor: date) -> None:
    """Lines of a newspaper column, broken anywhere but inside a number, mean what the paragraph means."""
    assert readings("\n".join(lines_of(text, width)), anchor) == readings(text, anchor)


@PROFILE
@given(sentences, usual_anchors)
def test_spaces_around_numbers_give_the_same_readings(text: str, anchor: date) -> None:
    """`5 月 26 日`, as typesetting programs put it, means 5月26日."""
    spaced = re.sub("(?<=[0-9])(?=[年月日时分])|(?<=[年月日时至和])(?=[0-9])", " ", text)
    assert readings(spaced, anchor) == readings(text, anchor)
