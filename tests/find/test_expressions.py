"""What is said, before any calendar."""

from __future__ import annotations

from itertools import pairwise

import pytest

from timeline.find import find_expressions
from timeline.model import Sentence
from timeline.model.expression import Fields, Quantity, Shift, TimeExpression


def find(text: str) -> tuple[TimeExpression, ...]:
    """Return the expressions of a text that needs no folding."""
    return find_expressions(Sentence(text=text, view=text, segments=((0, 0),)))


def test_only_what_is_said_is_kept() -> None:
    """A yearless range keeps both ends as stated; nothing is filled in."""
    (one,) = find("将于6月28日至7月6日举办")
    assert one.first == Fields(month=6, day=28)
    assert one.last == Fields(month=7, day=6)
    assert one.direction == "future"


def test_a_part_of_the_day_fixes_the_hour() -> None:
    """下午2时 is 14 o'clock, 凌晨12点 is 0, 晚上12点 is 24."""
    hours = [find(text)[0].first.hour for text in ("下午2时", "凌晨12点", "晚上12点", "中午12点", "中午1点")]
    assert hours == [14, 0, 24, 12, 13]


def test_relative_days_keep_their_base() -> None:
    """昨日 counts from the publication, 次日 from the date stated before."""
    yesterday, following = find("昨日开幕,次日闭幕")
    assert yesterday.first.shift == Shift("day", -1, "now", exact=False)
    assert following.first.shift == Shift("day", 1, "context", exact=False)


def test_an_amount_is_a_duration_a_window_or_a_distance() -> None:
    """The words around decide: 历时, 过去, 前."""
    lasting, window, ago = (find(text)[0] for text in ("历时两周", "过去两周", "两周前"))
    assert (lasting.type, lasting.quantity, lasting.window) == ("DURATION", Quantity(2, "week"), None)
    assert (window.type, window.window) == ("DURATION", "past")
    assert (ago.type, ago.first.shift) == ("DATE", Shift("week", -2))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("每周五", "FREQ=WEEKLY;BYDAY=FR"),
        ("每年5月", "FREQ=YEARLY;BYMONTH=5"),
        ("每年5月8日", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=8"),
        ("每月15日", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("每天", "FREQ=DAILY"),
        ("every friday", "FREQ=WEEKLY;BYDAY=FR"),
    ],
)
def test_a_set_carries_its_recurrence(text: str, rule: str) -> None:
    """A habit is a SET with an iCalendar rule."""
    (one,) = find(text)
    assert (one.type, one.recurrence) == ("SET", rule)


def test_hours_behind_a_habit_belong_to_it() -> None:
    """每天9:00至17:00 dates nothing."""
    assert [one.type for one in find("每天9:00至17:00开放")] == ["SET", "SET"]


def test_a_year_in_a_title_is_marked() -> None:
    """《2025年…》 and 2025… at the head of a name are names."""
    assert [one.in_title for one in find("《2025年渔业年鉴》在2026年出版")] == [True, False]
    assert find("2025国际木偶周")[0].in_title


def test_the_event_is_referred_to() -> None:
    """会上 and 展会期间 wait for the main event."""
    assert [one.refers_to for one in find("会上发布,展会期间展出")] == ["event", "event"]


def test_the_second_clock_in_brackets_is_a_gloss() -> None:
    """Of two zones the local one is kept."""
    (one,) = find("当地时间3日22时(北京时间4日10时)开球")
    assert (one.first.day, one.first.hour) == (3, 22)


def test_expressions_do_not_overlap() -> None:
    """A word claimed from both sides belongs to the atom that begins with it."""
    found = find("元旦前几天")
    assert all(one.end <= other.start for one, other in pairwise(found))
