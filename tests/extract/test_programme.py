"""Programmes: days that head hours, names beside days, dates between a name and its venue."""

from __future__ import annotations

from tests.extract.reports import page_events
from timeline import Options, build_timeline, read_articles


def built(page: str) -> list[tuple[str, str | None, str | None]]:
    """Return title, start and end of the events of a page that tells itself when it appeared."""
    line = build_timeline(read_articles(page.encode(), options=Options()))
    return [(event.title, event.when.start, event.when.end) for event in line.events]


def test_hours_under_a_weekday_line_are_of_that_day_whatever_sorts_them() -> None:
    """A heading such as MUSIC under MONDAY, OCT. 12 does not end the day."""
    page = (
        "Harbour College Calendar\n\nBy Ann Cole, October 5, 2026\n\nMONDAY, OCT. 12\nMUSIC\n\n"
        "Student recital of chamber music; 7 p.m., Mill Recital Room, Whalen Center.\n\n"
        "TUESDAY, OCT. 13\nWORKSHOP\n\n"
        "“Mending and Care,” a Textile Institute workshop; 2–3:30 p.m., Harbour Office for the Aging.\n"
    )
    found = built(page)
    assert found[0] == ("Student recital of chamber music", "2026-10-12T19:00", None)
    assert found[1][1:] == ("2026-10-13T14:00", "2026-10-13T15:30")


def test_a_day_between_a_name_and_its_venue_is_named_by_the_line_above() -> None:
    """Name, days and venue stand on lines of their own."""
    found = page_events("笔墨江山书画作品展\n2026年3月20日至3月25日\n江州历史博物馆东展馆\n\n本次展览展出作品380余幅。")
    assert [(item.title, item.when.start, item.when.end) for item in found] == [
        ("笔墨江山书画作品展", "2026-03-20", "2026-03-25")
    ]


def test_a_field_of_time_and_place_is_named_by_the_headline() -> None:
    """时间和地址 names nothing; the headline does, though it ends in no noun of a happening."""
    page = "---\ntitle: 河湾书苑第12期\n---\n\n## 活动时间和地址\n2026年8月20日，周四4:00pm - 6:00pm\n"
    assert built(page) == [("河湾书苑第12期", "2026-08-20T16:00", "2026-08-20T18:00")]


def test_the_names_behind_the_hour_of_a_listing_are_its_place() -> None:
    """What happens; when, where."""
    page = (
        "Harbour College Calendar\n\nBy Ann Cole, October 5, 2026\n\nMONDAY, OCT. 12\n\n"
        "Student recital of songs from the Dominican Republic; 7 p.m., Mill Recital Room, Whalen Center.\n"
    )
    [event] = build_timeline(read_articles(page.encode(), options=Options())).events
    assert event.place is not None
    assert event.place.name == "Mill Recital Room, Whalen Center"


def test_days_with_dots_are_no_hours_of_a_timetable() -> None:
    """5.13 on a line of its own is a day where the minutes of a timetable would be no multiple of five."""
    page = (
        "2024\n\n5.13\n织造园举行第一次公开测试。\n\n6.15\n织造园正式上线。\n\n10.21\n织造园举行周年庆典。\n\n"
        "2025\n\n3.29-4.14\n织造园举行第二次公开测试。\n\n5.31\n织造园开启夜场。\n"
    )
    assert [item[1:] for item in built(page)] == [
        ("2024-05-13", None),
        ("2024-06-15", None),
        ("2024-10-21", None),
        ("2025-03-29", "2025-04-14"),
        ("2025-05-31", None),
    ]


def test_the_hour_said_later_in_a_paragraph_is_of_its_day() -> None:
    """Saturday, July 9: Loom Ride and The ride starts at 10:00 are one happening; two hours stay apart."""
    page = (
        "Harbour Weavers Society\n\nEvents of 2026\n\n"
        "Thursday, July 9: Loom Ride. Join us for a ride to the mill. The group will meet at 8:45 at the gate.\n\n"
        "Sunday, July 26: Mill Breakfast. The kitchen opens at 8:00. The bread class starts at 10:00 in the yard.\n"
    )
    assert [(title, start) for title, start, _ in built(page)][:2] == [
        ("Loom Ride", "2026-07-09T08:45"),
        ("Mill Breakfast", "2026-07-26"),
    ]


def test_a_day_of_the_republics_calendar_ends_the_cells_below_an_hour() -> None:
    """108/12/14 on a line of its own begins the next entry of a list."""
    page = (
        "江州藝文季時程\n\n音樂會\n108/12/21\n19:30\n江州館－河灣區民族西路187號\n\n"
        "織造展演\n108/12/28\n14:30\n雲嶺館－雲嶺區永華街75號\n"
    )
    assert [start for _, start, _ in built(page)] == ["2019-12-21T19:30", "2019-12-28T14:30"]
