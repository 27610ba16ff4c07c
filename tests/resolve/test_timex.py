"""TIMEX3 values."""

from __future__ import annotations

import pytest

import timeline


@pytest.mark.parametrize(
    ("text", "kind", "value", "mod"),
    [
        ("2025年", "DATE", "2025", None),
        ("2025年第三季度", "DATE", "2025-Q3", None),
        ("2025年下半年", "DATE", "2025-H2", None),
        ("今年夏天", "DATE", "2025-SU", None),
        ("2025年3月", "DATE", "2025-03", None),
        ("3月初", "DATE", "2025-03", "START"),
        ("下周", "DATE", "2025-W23", None),
        ("6月8日", "DATE", "2025-06-08", None),
        ("6月8日下午", "TIME", "2025-06-08TAF", None),
        ("6月8日下午2时", "TIME", "2025-06-08T14", None),
        ("6月8日14:30", "TIME", "2025-06-08T14:30", None),
        ("6月8日至9日", "DATE", "2025-06-08/2025-06-09", None),
        ("6月8日前", "DATE", "2025-06-08", "BEFORE"),
        ("20世纪80年代", "DATE", "198", None),
        ("19世纪", "DATE", "18", None),
        ("目前", "DATE", "PRESENT_REF", None),
        ("近日", "DATE", "PAST_REF", None),
        ("两周", "DURATION", "P2W", None),
        ("3小时", "DURATION", "PT3H", None),
        ("每周五", "SET", "P1W", None),
    ],
)
def test_type_value_and_mod(text: str, kind: str, value: str, mod: str | None) -> None:
    """The value is ISO 8601 with the signs of TIMEX3 for quarters, seasons, weeks and parts of the day."""
    (one,) = timeline.find_times(text, anchor="2025-05-27")
    assert (one.timex.type, one.timex.value, one.timex.mod) == (kind, value, mod)


@pytest.mark.parametrize(("text", "value"), [("周五", "XXXX-WXX-5"), ("6月8日", "XXXX-06-08"), ("13日", "XXXX-XX-13")])
def test_what_is_not_said_is_x(text: str, value: str) -> None:
    """Without an anchor the value keeps what is said."""
    (one,) = timeline.find_times(text)
    assert one.timex.value == value
