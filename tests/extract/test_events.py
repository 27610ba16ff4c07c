"""What a careful reader would list for sentences of every shape."""

from __future__ import annotations

import pytest

from tests.extract.reports import dated, event, events, extraction, page_events


@pytest.mark.parametrize(
    ("text", "title", "start"),
    [
        ("3月18日，全市养老服务座谈会在市政务中心召开。", "全市养老服务座谈会", "2026-03-18"),
        ("由江州市文联主办的第五届江州诗歌节4月2日在江州剧院开幕。", "第五届江州诗歌节", "2026-04-02"),
        ("第五屆江州詩歌節將於4月2日在江州劇院開幕。", "第五屆江州詩歌節", "2026-04-02"),
        ("以“灯火可亲”为主题的2026江州灯会（北岸展区）3月6日开幕。", "2026江州灯会（北岸展区）", "2026-03-06"),
        ("3月6日，江州市茶业协会在云岭举行“一叶知春”主题推介会。", "“一叶知春”主题推介会", "2026-03-06"),
        ("The Leeds Paper Forum will be held on 21 May 2026.", "Leeds Paper Forum", "2026-05-21"),
        ("On April 2, the Harbour Poetry Festival opened in Leeds.", "Harbour Poetry Festival", "2026-04-02"),
    ],
)
def test_a_gathering_bears_its_proper_name(text: str, title: str, start: str) -> None:
    """The title is the name as printed, without hosts, mottos and openers."""
    found = event(text)
    assert (found.title, found.when.start) == (title, start)


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("3月5日，云岭市绿色包装产业联盟在云岭正式成立。", "launch", "云岭市绿色包装产业联盟成立"),
        ("3月5日，市商务局发布《夜市管理办法》。", "policy", "市商务局发布《夜市管理办法》"),
        ("3月5日，江州大学发布《江州社区报告》。", "publication", "江州大学发布《江州社区报告》"),
        ("3月5日，青禾集团与江州大学签署合作协议。", "signing", "青禾集团与江州大学签署合作协议"),
        ("報名截止日期：2026年4月30日", "deadline", "報名截止日期"),
        ("Abstract submission: 14 June 2026", "deadline", "Abstract submission"),
    ],
)
def test_what_has_no_name_is_who_does_what(text: str, kind: str, title: str) -> None:
    """A founding, a release, a signing and a deadline are named by a short clause."""
    found = event(text)
    assert (found.kind, found.title) == (kind, title)


@pytest.mark.parametrize(
    "text",
    [
        "2025年1月至10月，全市规模以上工业增加值同比增长7.2%。",
        "截至3月8日，該平台註冊用戶累計超過200萬人。",
        "周明远1968年7月2日出生于江州，1990年毕业于江州大学。",
        "记者3月9日从市文旅局获悉，全市民宿入住率有所回升。",
        "Nora Whitfield was born on 4 May 1961 and graduated in 1983.",
        "《江州日报2026年3月5日特刊》售价五元。",
    ],
)
def test_figures_lives_and_hearsay_are_no_events(text: str) -> None:
    """A date beside a statistic, a life or a source of news states no happening."""
    assert events(text) == []


def test_a_place_stands_after_its_preposition() -> None:
    """在…举行 and in … name the place."""
    places = [
        event("第三届河湾陶瓷展4月2日在深圳会展中心开幕。").place,
        event("The Harbour Forum will be held in Brussels on 21 May 2026.").place,
    ]
    assert [place and place.name for place in places] == ["深圳会展中心", "Brussels"]


def test_organizers_stand_beside_their_role() -> None:
    """由A、B联合主办 gives two hosts."""
    found = event("由江州市文联、江州大学联合主办的第五届江州诗歌节4月2日开幕。")
    assert [(item.name, item.role) for item in found.organizers] == [("江州市文联", "host"), ("江州大学", "host")]


@pytest.mark.parametrize(
    "text",
    [
        "原定6月14日举行的第三届白鹭江龙舟赛推迟至6月28日举行。",
        "原定6月14日舉行的第三屆白鷺江龍舟賽延期至6月28日舉行。",
    ],
)
def test_a_postponement_moves_the_event(text: str) -> None:
    """The new date stands in `when`, the old one in `previous`."""
    found = event(text)
    assert (found.status, found.when.start) == ("postponed", "2026-06-28")
    assert [when.start for when in found.previous] == ["2026-06-14"]


def test_a_cancelled_event_keeps_its_day() -> None:
    """A cancellation is an entry with the day it was to take place."""
    found = event("原定6月13日举行的江畔音乐会因天气原因取消。")
    assert (found.status, found.when.start) == ("cancelled", "2026-06-13")


def test_a_closing_date_is_no_event_of_its_own() -> None:
    """展览持续至… ends what opened before."""
    found = event("第三届河湾陶瓷展3月6日开幕。展览将持续至4月7日。")
    assert (found.when.start, found.when.end) == ("2026-03-06", "2026-04-07")


def test_what_happens_at_a_meeting_takes_its_date() -> None:
    """会上 points at the meeting of the paragraph; the part knows its whole."""
    meeting, release = events("3月6日，第二届江州养老论坛在江州举行。会上，江州大学发布《江州养老报告》。")
    assert (release.when.start, release.when.basis) == ("2026-03-06", "inherited")
    assert release.part_of == meeting.key
    assert release.confidence < meeting.confidence


def test_every_event_quotes_the_text_at_its_offsets() -> None:
    """Evidence is the text itself, also where lines were joined."""
    text = "3 月 18\n\n日，全市养老服务\n\n座谈会在市政务中\n\n心召开。"
    for found in extraction(text).events:
        for passage in found.evidence:
            assert text[passage.start : passage.end] == passage.text


def test_every_date_has_a_verdict_with_a_reason() -> None:
    """What became of each date can be explained."""
    verdicts = extraction("3月18日，座谈会召开。截至3月8日，用户超过200万人。").verdicts
    assert verdicts[0].outcome == "event"
    assert all(verdict.reason for verdict in verdicts)


def test_a_users_own_words_add_a_kind(tmp_path: object) -> None:
    """A lexicon file of one's own brings predicates of a new kind."""
    path = f"{tmp_path}/own.toml"
    rule = '[[predicate]]\nid = "zh.own.vote"\nkind = "ballot"\nforms = ["公投"]\nstrength = 1.0\ntitle = "clause"\n'
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(rule)
    found = extraction("4月5日，江州居民就码头改造公投。", lexicons=(path,)).events
    assert [event.kind for event in found] == ["ballot"]


def test_an_article_without_dates_yields_nothing() -> None:
    """No date, no event."""
    assert extraction("茶要慢慢喝。").events == ()
    assert dated("茶要慢慢喝。").sentences


@pytest.mark.parametrize(
    ("morning", "afternoon"),
    [("425上午", "425下午"), ("4月25日上午", "4月25日下午："), ("4.25上午", "4.25下午"), ("4月25日上午", "25日下午")],
)
def test_hours_belong_to_the_day_that_heads_them(morning: str, afternoon: str) -> None:
    """However the day is written, the rows under it are of that day, and 2:30 is of its part."""
    page = f"艺术节日程安排\n\n{morning}\n\n1、8:30 合唱比赛\n\n{afternoon}\n\n2:30 舞蹈比赛\n"
    assert [(found.when.start or "")[:16] for found in page_events(page)] == ["2026-04-25T08:30", "2026-04-25T14:30"]


@pytest.mark.parametrize(
    "text",
    [
        "因管网改造，我公司将于7月5日(星期日)晚22:00时至次日(星期一)早6:00时停止供水。",
        "因管網改造，我公司將於7月5日22時至6日6時停止供水。",
    ],
)
def test_a_cut_lasts_from_hour_to_hour(text: str) -> None:
    """Both ends are read, with 时 behind minutes and weekdays in brackets between."""
    found = event(text, published="2026-07-01")
    assert (found.when.start or "")[:16] == "2026-07-05T22:00"
    assert (found.when.end or "")[:16] == "2026-07-06T06:00"


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO `news` VALUES (1,'江州织造公司签约','a.jpg','2026-06-08 09:16:00.000000',0,'内容');",
        "INSERT INTO `news` VALUES (1, '江州織造公司簽約', '2026-06-08', 0);",
        '"title": "Harbour Weavers sign accord", "date": "2026-06-08", "source": "Harbour Times"',
        "-- Dump completed on 2026-06-08  8:18:19",
    ],
)
def test_the_date_of_a_record_is_no_event(text: str) -> None:
    """What a field of printed data holds says when the record was made."""
    assert events(text) == []
