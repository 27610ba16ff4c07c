"""Names for what has none in its own sentence: tables, lists of dates, anaphors, further happenings."""

from __future__ import annotations

import pytest

from tests.extract.reports import page_events as events


def listed(text: str) -> list[tuple[str, str | None]]:
    """Return title and start of the events of a text."""
    return [(found.title, found.when.start) for found in events(text)]


def test_a_table_is_read_by_its_headings() -> None:
    """The cell under 活动 is the title, that under 地点 the place, whichever is longer."""
    found = events("江州纺织节\n\n时间 | 活动 | 地点\n4月8日 | 开幕式 | 江州大剧院\n4月9日 | 企业参观 | 东区工厂")
    assert [(item.title, item.place and item.place.name) for item in found] == [
        ("开幕式", "江州大剧院"),
        ("企业参观", "东区工厂"),
    ]


def test_rows_of_places_take_the_name_of_the_main_event() -> None:
    """A table of venues and days without names is of the event above it."""
    text = (
        "为庆祝成立40周年，江州馆将于2026年4月至6月在多地举行“水与城”巡展。\n\n"
        "地点 | 日期\n江州会堂 | 4月11日至4月21日\n河湾剧院 | 4月22日至5月8日"
    )
    found = [item for item in events(text) if item.when.precision == "day"]
    assert {item.title for item in found} == {"“水与城”巡展"}
    assert "河湾剧院" in {item.place.name for item in found if item.place}


@pytest.mark.parametrize(
    "text",
    [
        "Important dates\n\nAbstract submission\n14 April 2026\n\nNotification\n2 May 2026\n\nLoom Forum\n9 June 2026",
        "重要日期\n\n摘要提交\n2026年4月14日\n\n錄用通知\n2026年5月2日\n\n織造研討會\n2026年6月9日",
    ],
)
def test_a_date_alone_is_named_by_the_line_above(text: str) -> None:
    """In a list of names with their dates below, each date belongs to the line above it, the last one too."""
    assert [start for _, start in listed(text)] == ["2026-04-14", "2026-05-02", "2026-06-09"]
    assert listed(text)[2][0] in ("Loom Forum", "織造研討會")


def test_the_hours_stand_under_the_heading_of_a_notice() -> None:
    """一、论坛时间 names the main event, whose hours stand below."""
    text = (
        "第二届江州统计论坛\n\n第二届江州统计论坛将于2026年4月21日召开。\n\n"
        "一、论坛时间\n\n2026年4月21日（周二，9:00-16:00）\n\n二、论坛地点\n\n江州大学报告厅"
    )
    assert ("第二届江州统计论坛", "2026-04-21T09:00") in {(title, start) for title, start in listed(text)}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The Loom Library presents Woven Together: Cloth in Leeds, an exhibition on weaving. On view from March 30 "
            "through May 3, 2026, the exhibition unites old and new works.",
            "Woven Together: Cloth in Leeds",
        ),
        (
            "Leeds awaits its weavers\n\nThree hundred guests are expected at the 2026 Weaver Summit. "
            "The event will take place on April 4.",
            "2026 Weaver Summit",
        ),
    ],
)
def test_an_anaphor_takes_the_name_brought_in_before(text: str, title: str) -> None:
    """The exhibition and the event are what the sentence before named."""
    assert title in {found for found, _ in listed(text)}


def test_a_label_beside_a_dated_row_names_it() -> None:
    """節目：and 活动名称：name the event of the row 日期：."""
    text = "主辦機構：江州文化局\n日期：2026年4月3日\n地點：江州劇院\n節目：春日音樂會"
    assert listed(text) == [("春日音樂會", "2026-04-03")]


def test_one_date_has_two_happenings() -> None:
    """A later clause that names and holds a gathering of its own is an event of the same date."""
    text = "江州會展中心3月9日啟動試營運，由紡織公會主辦的「2026江州織機展覽會」率先登場。"
    assert {title for title, _ in listed(text)} == {"江州會展中心啟動試營運", "2026江州織機展覽會"}


def test_the_days_of_a_list_share_what_follows() -> None:
    """十月六、七、十三及十四日舉行X: each day, or run of days, is of X."""
    text = "文物處將於4月6、7、13及14日在江州大宅舉行「大宅」開放日。"
    assert {title for title, _ in listed(text)} == {"「大宅」開放日"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("江州科協將在河灣舉辦2026年世界織造大會，時間為4月18日。", "2026年世界織造大會"),
        ("3月9日，江州市委常委会举行会议。", "江州市委常委会举行会议"),
        ("4月11日，江州市档案学会召开第四届会员代表大会。", "江州市档案学会召开第四届会员代表大会"),
        ("织机博物馆于3月5日落成，4月1日对外开放。", "织机博物馆对外开放"),
        ("The Leeds Loom Museum was completed on March 5 and will open on April 6.", "Leeds Loom Museum"),
        ("They moved it to the 3.11 release, which is scheduled for April 5, 2026.", "3.11 release"),
        ('The Leeds Museum opens "Threads of Time" on April 3.', "Threads of Time"),
        ("The studio has announced that the Loom 5 will be unveiled on April 4.", "Loom 5 unveiled"),
    ],
)
def test_a_bare_noun_is_named_with_its_subject(text: str, title: str) -> None:
    """A meeting says nothing without who meets; a subject reaches over a date; which is what stands before."""
    assert title in {found for found, _ in listed(text)}


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("第三届江州茶博会时间地点 江州茶博会的意义", "第三届江州茶博会"),
        ("關於舉辦第三屆江州茶博會的通知", "第三屆江州茶博會"),
    ],
)
def test_a_headline_gives_the_name_in_it(headline: str, title: str) -> None:
    """What a headline says of a gathering beside its name is no part of the title."""
    [found] = events(f"{headline}\n\n时间：2026年5月5日至10日\n\n地点：江州会展中心")
    assert found.title == title


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "歷屆織造年會\n\n| 屆次 | 日期 | 地點 | 海報 |\n| --- | --- | --- | --- |\n"
            "| 第8屆 | 2026/04/11 ~ 2026/04/12 | 河灣科技大學 | |\n| 第7屆 | 2025/04/19 | 取消辦理 | |",
            ["第7屆 織造年會", "第8屆 織造年會"],
        ),
        (
            "历届织造论坛\n\n| 年份 | 时间 | 城市 | 照片 | 备注 |\n| - | - | - | - | - |\n"
            "| 2026 | 2026年4月11日 | 江州 | 相册 | 无 |",
            ["2026 织造论坛"],
        ),
        (
            "# River Guild\n\n## Past Annual Meetings\n\n| Edition | Date | Venue | Minutes |\n| - | - | - | - |\n"
            "| 8th | 11 April 2026 | River Hall | PDF |\n| 7th | 19 April 2025 | TBA | PDF |",
            ["7th Annual Meeting", "8th Annual Meeting"],
        ),
    ],
)
def test_a_table_without_names_is_named_by_its_heading(text: str, titles: list[str]) -> None:
    """Rows of days and places under 历届X are X, each with the edition that its own cell states."""
    found = events(text)
    assert sorted(item.title for item in found) == titles
    assert {item.place.name for item in found if item.place} <= {"河灣科技大學", "江州", "River Hall"}


@pytest.mark.parametrize(
    "text",
    [
        "# 徵稿延期公告\n\n歡迎踴躍投稿。\n\n## 織機大會 2026\n\n📅 大會日期：4/17 - 4/18 (暫訂)\n\n📍 地點：江州",
        "# Call extended\n\nSend us your ideas.\n\n## LoomCon 2026\n\n"
        "- Date: April 17-18, 2026 (tentative)\n- Location: Leeds",
    ],
)
def test_a_field_is_named_by_the_heading_over_it(text: str) -> None:
    """日期： and Date: are of what the heading of their section names."""
    [found] = events(text)
    assert found.title in ("織機大會 2026", "LoomCon 2026")
    assert found.place is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "诗歌大赛分为两个阶段。\n1.作品提交时间\n时间：5月20日-8月15日\n内容：作者在官网提交诗稿。\n2.资格审核\n时间：8月16日\n内容：组委会审核诗稿。",
            [("作品提交截止", "2026-05-20"), ("资格审核", "2026-08-16")],
        ),
        (
            "# 最新動態\n\n## 陶藝入門課來啦\n\n### 時間\n\n2026年4月18日\n\n### 地點\n\n東樓310\n\n"
            "## 木工入門課來啦\n\n### 時間\n\n2026年4月19日\n\n### 地點\n\n東樓311",
            [("陶藝入門課", "2026-04-18", "東樓310"), ("木工入門課", "2026-04-19", "東樓311")],
        ),
        (
            "# News\n\n## Weaving workshop\n\n- Date: 18 April 2026\n- Place: East Hall\n\n"
            "## Dyeing workshop\n\n- Date: 19 April 2026\n- Place: West Hall",
            [("Weaving workshop", "2026-04-18", "East Hall"), ("Dyeing workshop", "2026-04-19", "West Hall")],
        ),
    ],
)
def test_the_heading_of_a_section_names_what_its_field_dates(text: str, expected: list[tuple[str, ...]]) -> None:
    """Where several sections say when, each event bears the heading of its own, and takes its place from there."""
    found = events(text)
    shown = [(one.title, one.when.start, one.place.name if one.place else None) for one in found]
    assert [line[: len(wanted)] for line, wanted in zip(shown, expected, strict=False)] == expected


def test_a_label_over_several_dates_takes_the_name_of_each_owner() -> None:
    """报名截止 alone would say nothing on a calendar; the owner stands over the record or behind the date."""
    page = (
        "# 夏令营汇总\n\n- **河湾大学织造学院**\n  - 来源：官网\n  - 报名截止：2026年6月9日\n\n"
        "- **江州研究院**\n  - 来源：公众号\n  - 报名截止：2026年6月20日\n"
    )
    assert [item.title for item in events(page)] == ["河湾大学织造学院报名截止", "江州研究院报名截止"]
    page = "# 夏令營彙總\n\n【報名截止：2026.6.9】織造學院\n\n【報名截止：2026.6.20】水利學院\n"
    assert [item.title for item in events(page)] == ["織造學院報名截止", "水利學院報名截止"]
    page = (
        "# Calls\n\n- Loom Conference\n  - Deadline: 9 June 2026\n\n- Harbour Symposium\n  - Deadline: 20 June 2026\n"
    )
    assert [item.title for item in events(page)] == ["Loom Conference: Deadline", "Harbour Symposium: Deadline"]


def test_a_label_of_one_thing_stays_as_it_is() -> None:
    """The dates of one call need no name before them."""
    page = "# 征文通知\n\n重要日期\n\n投稿截止：2026年6月9日\n\n录用通知：2026年6月20日\n"
    assert [item.title for item in events(page)] == ["投稿截止", "录用通知"]
