"""What moves, what is called off, and who says so."""

from __future__ import annotations

import pytest

from tests.extract.reports import events

Found = tuple[str, str, str | None, str]


def found(text: str) -> list[Found]:
    """Return title, first day, last day and status of the events of a text."""
    return [(e.title, e.when.start or "", e.when.end, e.status) for e in events(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "江州市体育局局长周明周一宣布，江州半程马拉松将延期至明年4月9日开跑，4月12日闭幕。",
            ("江州半程马拉松", "2027-04-09", "2027-04-12", "postponed"),
        ),
        (
            "主辦單位昨日公告，第八屆江州茶博會延期至6月12日舉行。",
            ("第八屆江州茶博會", "2026-06-12", None, "postponed"),
        ),
        (
            "双方商量后决定把2026河湾灯会延后举办，新日期为5月1日至5日。",
            ("2026河湾灯会", "2026-05-01", "2026-05-05", "postponed"),
        ),
        (
            "江州半程馬拉松由4月5日調整至4月19日舉行。",
            ("江州半程馬拉松", "2026-04-19", None, "postponed"),
        ),
        (
            "原定3月25日举办的活动，东区部分，“河湾爵士夜”活动延至3月26日。",
            ("“河湾爵士夜”活动", "2026-03-26", None, "postponed"),
        ),
        (
            "国际展览局将正式宣布河湾世博会推迟到2027年10月1日举行。",
            ("河湾世博会", "2027-10-01", None, "postponed"),
        ),
        (
            "主辦單位表示，原定今年6月於聯合大樓廣場舉行的河灣燈會，將延期約一年，至明年10月1日舉行。",
            ("河灣燈會", "2027-10-01", None, "postponed"),
        ),
        (
            "原定于3月24日举办的第六届河湾美博会，因故确定延期到4月1日举行。",
            ("第六届河湾美博会", "2026-04-01", None, "postponed"),
        ),
    ],
)
def test_what_is_moved_is_what_the_clause_of_the_new_day_names(text: str, expected: Found) -> None:
    """The announcement before it is another happening, not the one that moves."""
    assert expected in found(text)


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("3月8日，主办方宣布江州草莓音乐节延期举行。", "主办方宣布江州草莓音乐节延期举行", "2026-03-08"),
        ("主辦單位昨日宣布，取消今年的江州花燈會。", "主辦單位宣布取消今年的江州花燈會", "2026-03-09"),
        ("至周一，江州文联宣布延期一年举行。", "江州文联宣布延期一年举行", "2026-03-09"),
    ],
)
def test_the_day_of_an_announcement_is_not_that_of_what_changes(text: str, title: str, day: str) -> None:
    """A change that is announced neither moves nor cancels the announcement."""
    assert (title, day, None, "held") in found(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("第32届江州运动会原计划于4月9日在江州体育馆举行。", "第32届江州运动会"),
        ("至於江州長者運動會則於4月24日開幕。", "江州長者運動會"),
        ("主辦單位今天說明，原訂3月29日舉行的河灣音樂會因颱風取消。", "河灣音樂會"),
    ],
)
def test_words_of_planning_belong_to_no_name(text: str, title: str) -> None:
    """原计划, 至于 and 则 stand beside a name."""
    assert title in [title for title, *_ in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "第八届江州茶博会将延期至6月12日至14日举办。该展会原定于4月12日至14日举行。",
            ("第八届江州茶博会", "2026-06-12", "2026-06-14", ["2026-04-12"]),
        ),
        (
            "原訂3月29日舉行的河灣音樂會延期。主辦單位說，新日期是5月3日。",
            ("河灣音樂會", "2026-05-03", None, ["2026-03-29"]),
        ),
        (
            "河湾半程马拉松延期举行。\n原定比赛日期：3月29日\n新的比赛日期：4月26日",
            ("河湾半程马拉松", "2026-04-26", None, ["2026-03-29"]),
        ),
        (
            "The Harbour Book Fair was shifted from 24 April to 8 May.",
            ("Harbour Book Fair", "2026-05-08", None, ["2026-04-24"]),
        ),
        (
            "The Harbour Book Fair is postponed. It was due to take place on 24 April and will now be held on 8 May.",
            ("Harbour Book Fair", "2026-05-08", None, ["2026-04-24"]),
        ),
    ],
)
def test_a_first_date_told_apart_is_kept_as_the_previous_one(
    text: str, expected: tuple[str, str, str | None, list[str]]
) -> None:
    """One happening on its new day, wherever the article tells of the old one."""
    one = events(text)
    assert [(e.title, e.when.start, e.when.end, [old.start for old in e.previous]) for e in one] == [expected]
    assert one[0].status == "postponed"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("河湾诗会原定3月14日举行。河湾茶会将于3月21日举行。", ["2026-03-14", "2026-03-21"]),
        ("原定4月5日舉行的河灣音樂會取消。河灣音樂會去年5月3日舉行過一次。", ["2025-05-03", "2026-04-05"]),
        (
            "The Harbour Book Fair is scheduled for 24 April. The Harbour Tea Fair opens on 8 May.",
            ["2026-04-24", "2026-05-08"],
        ),
    ],
)
def test_another_happening_and_an_earlier_edition_replace_no_date(text: str, days: list[str]) -> None:
    """Only the same name, on a later day, is the one that was moved."""
    assert sorted((e.when.start or "") for e in events(text)) == days
    assert not any(e.previous for e in events(text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("江州家电专刊将于3月出版。", "scheduled"),
        ("江州家電專刊3月出版。", "held"),
        ("江州家电专刊将于4月出版。", "scheduled"),
    ],
)
def test_what_is_announced_for_the_month_that_has_begun_is_to_come(text: str, status: str) -> None:
    """The month of the publication day is past or to come as the words say."""
    assert [status for *_, status in found(text)] == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbour Book Fair was cancelled on Monday because of flooding.", []),
        (
            "The lantern parade has been postponed until 28 March.",
            [("lantern parade", "2026-03-28", None, "postponed")],
        ),
        (
            "The Harbour Games will now be held from 23 July to 8 August, organisers said. "
            "The Games, originally scheduled for 24 April, were postponed last Tuesday.",
            [("Harbour Games", "2026-07-23", "2026-08-08", "postponed")],
        ),
    ],
)
def test_the_day_of_a_decision_is_not_that_of_what_it_moves(text: str, expected: list[Found]) -> None:
    """Were postponed last Tuesday dates the decision, postponed until 28 March the happening."""
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "原定于3月14日举办的第八届江州茶博会因故延期。会上，江州市商务局将发布《江州茶业报告》。新的举办日期为6月12日。",
        "原定於3月14日舉辦的第八屆江州茶博會因故延期。活動期間，江州文聯將舉辦茶藝論壇。新日期為6月12日。",
    ],
)
def test_the_parts_of_what_is_moved_go_with_it(text: str) -> None:
    """What takes its day from a first date takes the new one, and stays a part."""
    found = events(text)
    [whole] = [event for event in found if event.previous]
    parts = [event for event in found if event is not whole]
    assert parts
    assert {event.part_of for event in parts} == {whole.key}
    assert {event.when.start for event in found} == {"2026-06-12"}


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("The harbour concert on April 20 will not be cancelled, the mayor said.", "harbour concert", "2026-04-20"),
        ("The book fair on April 20 has not been postponed.", "book fair", "2026-04-20"),
        ("4月20日的音乐会没有延期。", "音乐会", "2026-04-20"),
        ("4月20日的音樂會不會取消。", None, "2026-04-20"),
    ],
)
def test_what_is_not_called_off_goes_on(text: str, title: str | None, day: str) -> None:
    """A change that is denied is no change."""
    [event] = events(text)
    assert (event.when.start, event.status) == (day, "scheduled")
    assert title in (None, event.title)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour concert on April 20 was cancelled.",
        "Organisers said the harbour concert on April 20 was cancelled.",
        "4月20日的音乐会不得不取消。",
    ],
)
def test_what_was_called_off_may_be_still_to_come(text: str) -> None:
    """The past tense is that of the decision."""
    [event] = events(text)
    assert (event.when.start, event.status) == ("2026-04-20", "cancelled")


def test_a_rumour_that_is_false_calls_nothing_off() -> None:
    """What is said to be untrue is not trusted."""
    text = "Rumours that the April 20 parade had been called off are untrue."
    assert [event for event in events(text) if event.confidence >= 0.5] == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("猫头鹰乐队演唱会将于4月30日（原定4月23日）在老磨坊剧场举行。", "猫头鹰乐队演唱会"),
        ("貓頭鷹樂隊演唱會將於4月30日（原為4月23日）在老磨坊劇場舉行。", "貓頭鷹樂隊演唱會"),
        ("The Owls concert will take place on April 30 (moved from April 23).", "Owls concert"),
        ("The Owls concert (postponed from April 23 because of rain) will be held on April 30.", "Owls concert"),
    ],
)
def test_a_first_date_in_brackets_is_no_event(text: str, title: str) -> None:
    """It is kept as the previous one of what it stands beside."""
    [event] = events(text)
    assert (event.title, event.when.start, event.status) == (title, "2026-04-30", "postponed")
    assert [when.start for when in event.previous] == ["2026-04-23"]
