"""Which of the times in a sentence date what happens."""

from __future__ import annotations

import pytest

from tests.extract.reports import events, page_events


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("The June Weavers community call will take place on Thursday, 18 June.", ["2026-06-18"]),
        ("江州书展6月读书会将于6月18日举行。", ["2026-06-18"]),
        ("江州書展6月讀書會將於6月18日舉行。", ["2026-06-18"]),
    ],
)
def test_a_month_in_a_name_dates_nothing(text: str, starts: list[str]) -> None:
    """A month beside one of its days in the same clause only names."""
    assert [item.when.start for item in events(text)] == starts


@pytest.mark.parametrize("text", ["江州市政府将5月20日设立为“织造日”。", "江州議會將5月20日定為「織造日」。"])
def test_a_day_that_is_named_is_no_day_of_an_event(text: str) -> None:
    """What is made a feast is a day of every year."""
    assert events(text) == []


def test_days_of_a_programme_head_its_paragraphs() -> None:
    """A weekday, a day and a colon are no dateline, although a name, a day and a dash are one."""
    page = (
        "Harbour Weavers Society\n\nEvents\n\n"
        "Saturday, June 13: Family Loom Ride. Join our weavers for a ride to the mill. The ride starts at 10:00.\n\n"
        "Sunday, June 28: Spring Breakfast at the Loom Hall. Join your friends for a breakfast from 9:00 until 12:00.\n"
    )
    assert {str(item.when.start)[:10] for item in page_events(page)} == {"2026-06-13", "2026-06-28"}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("书展3月19日（星期四）至3月21日（星期六，端午节）休馆。", "2026-03-19", "2026-03-21"),
        ("【2026年3月5日】日前，江州织造年会在河湾举行，年会3月2日开幕。", "2026-03-02", None),
    ],
)
def test_a_feast_behind_its_day_and_the_day_of_a_report_date_nothing(text: str, start: str, end: str | None) -> None:
    """A holiday in brackets only says which day it is; 日前 behind a day makes it that of the report."""
    assert {(item.when.start, item.when.end) for item in events(text)} == {(start, end)}
