"""News prose in Chinese: who does what where no proper name stands, and which kind that is."""

from __future__ import annotations

import pytest

from tests.extract.reports import event, events, page_events


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("3月5日，江州茶葉博物館開館。", "launch", "江州茶葉博物館開館"),
        ("3月5日，河湾食品乐活工厂开幕。", "launch", "河湾食品乐活工厂开幕"),
        ("3月5日，第七届河湾车展开幕。", "exhibition", "第七届河湾车展"),
        ("3月5日，江州大讲堂“名师走进校园”讲座活动在江州举行。", "training", "江州大讲堂“名师走进校园”讲座活动"),
        ("3月5日，第三届江州织造大会暨新厂启用活动举行。", "conference", "第三届江州织造大会暨新厂启用活动"),
        ("4月8日，“公众论坛：水与城”在河湾举行。", "conference", "公众论坛：水与城"),
        ("3月5日，海莲集团召开五届一次董事会。", "conference", "海莲集团召开五届一次董事会"),
        ("规模宏大、设施一流、内容丰富的江州展览馆3月5日开馆。", "launch", "江州展览馆开馆"),
        ("原定3月27日將發表的電動車發表會將另外擇期舉辦。", "conference", "電動車發表會"),
        ("3月20日是江州书展闭幕日。", "exhibition", "江州书展"),
        ("市文化局3月9日宣布，受到颱風影響，江州燈會取消。", "publication", "市文化局宣布江州燈會取消"),
        ("3月5日，河湾区领导班子深入田间地头，分三路走访农户。", "visit", "河湾区领导班子深入田间地头走访农户"),
        ("周明远3月9日在江州考察时强调，要保护老城。", "visit", "周明远在江州考察"),
        ("江州铃木今天下午宣布全新休旅车e RIVER上市。", "launch", "全新休旅车e RIVER上市"),
        ("中華機車的跨界休旅車昨也正式上市。", "launch", "中華機車的跨界休旅車上市"),
        ("海淀董事会已于3月6日议决解除周明远的总裁一职。", "other", "海淀董事会解除周明远的总裁一职"),
        ("3月9日，“云岭二号”卫星在河湾卫星发射中心成功送入轨道。", "launch", "“云岭二号”卫星送入轨道"),
    ],
)
def test_prose_says_who_does_what(text: str, kind: str, title: str) -> None:
    """The verb and the last noun of the name tell the kind; a report word stands before what it reports."""
    found = event(text)
    assert (found.kind, found.title) == (kind, title)


def test_an_announcement_made_is_held_whatever_it_promises() -> None:
    """将 behind the report word is of what is promised; before it, of the announcement."""
    assert event("市文化局3月9日宣布，将延长展览时间。").status == "held"
    assert event("江州教育局3月12日将公布录取名单。").status == "scheduled"


def test_a_list_of_days_shares_what_follows_it() -> None:
    """Each day of a list is a day of the happening behind the last one."""
    found = events("2月21日到23日，以及2月28日，将在大巨蛋举行“江州之声”演唱会。")
    assert [(item.title, item.when.start, item.when.end) for item in found] == [
        ("“江州之声”演唱会", "2026-02-21", "2026-02-23"),
        ("“江州之声”演唱会", "2026-02-28", None),
    ]


def test_another_day_ends_a_name() -> None:
    """The day of an announcement is no part of who will sing; an announcement of nothing more is no entry."""
    found = events("歌手林若水今（10）晚無預警宣布，4月18日將在江州大巨蛋開唱。")
    assert [(item.title, item.when.start) for item in found] == [
        ("歌手林若水開唱", "2026-04-18"),
    ]


def test_the_host_of_a_dated_row_is_of_that_row_alone() -> None:
    """A承办“B” says who holds B; the rows below have hosts of their own or none."""
    rows = "颱風異動\n\n- 梧江國中承辦「江州作文比賽」，3月12日舉行。\n- 至善國中承辦「江州研習工作坊」，3月13日舉行。"
    found = page_events(rows)
    assert [[host.name for host in item.organizers] for item in found] == [["梧江國中"], ["至善國中"]]


def test_a_quoted_house_is_a_place() -> None:
    """在「…」 before a verb is where it happens."""
    found = event("原定于4月5日在「Yarn Garden, The Hall」举办的“江州之声”演唱会。").place
    assert found is not None
    assert found.name == "Yarn Garden, The Hall"


def test_a_visit_may_go_on_with_an_agreement() -> None:
    """…, 并签署 states a second happening of the day."""
    found = events("3月7日，新桥集团考察团到我院参观访问，并签署项目合作协议。")
    assert [(item.kind, item.when.start) for item in found] == [("visit", "2026-03-07"), ("signing", "2026-03-07")]
    assert [item.kind for item in events("3月7日，新桥集团考察团到我院参观访问，并未签署合作协议。")] == ["visit"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("4月5日，历时六天的第三届江州织造大会落幕。", "第三届江州织造大会"),
        ("4月5日，歷時六天的第三屆江州織造大會落幕。", "第三屆江州織造大會"),
        ("There will be three public workshops on April 15.", "three public workshops"),
        ("Pre-conference workshops will be held on April 15.", "Pre-conference workshops"),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(text: str, title: str) -> None:
    """How long it took, that there is one, and what it precedes."""
    assert event(text).title == title


@pytest.mark.parametrize(
    "text",
    [
        "江州织造展将取消预约登记入场安排，4月5日开幕。",
        "江州織造展取消實名預約，4月5日開幕。",
    ],
)
def test_what_is_done_away_with_at_an_event_does_not_cancel_it(text: str) -> None:
    """取消 with an object of its own speaks of that object."""
    assert [found.status for found in events(text)] == ["scheduled"]


def test_same_day_is_no_part_of_japan() -> None:
    """偕同日本… holds no 同日."""
    (found,) = events("4月5日，江州纺织协会会长偕同日本织造学会一行参访河湾展览馆。")
    assert found.when.start == "2026-04-05"


def test_days_alone_are_no_title() -> None:
    """Of a list of runs none names anything."""
    titles = [found.title for found in events("开放日期:4月5-6日、4月12-13日及4月19-20日")]
    assert all("4月12" not in title for title in titles)


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("江州大学第三届樱花节3月20日开放预约，3月28日开幕。", "festival", "江州大学第三届樱花节"),
        ("首届江州宠物用品博览会招展工作启动，展会将于6月12日举行。", "exhibition", "首届江州宠物用品博览会"),
        ("第五届江州茶博会筹备会近日召开。本届大会将于5月6日举行。", "exhibition", "第五届江州茶博会"),
        ("江州市科技館「走進量子世界」主題展將持續至4月30日。", "exhibition", "江州市科技館「走進量子世界」主題展"),
        ("以“水与城，共生长”为主题的第七届江州设计周4月8日开幕。", "festival", "第七届江州设计周"),
        ("3月6日，江州大學2026屆研究生畢業典禮隆重舉行。", "ceremony", "江州大學2026屆研究生畢業典禮"),
        ("3月9日，江州市统计局公布2月份物价数据。", "publication", "江州市统计局公布2月份物价数据"),
        ("3月4日，两校签署研究生联合培养协议。", "signing", "两校签署研究生联合培养协议"),
        ("经典电影《城南》3月8日重映。", "premiere", "经典电影《城南》重映"),
        ("3月6日，江州商會秘書處走訪會員企業海蓮物流。", "visit", "江州商會秘書處走訪會員企業海蓮物流"),
        (
            "3月6日，江州市企业联合会副秘书长周明远、江州大学教授林若水、织造厂厂长顾长青等一行莅临海莲网考察。",
            "visit",
            "江州市企业联合会副秘书长周明远等莅临海莲网考察",
        ),
        ("請各單位於4月10日前將回執寄回秘書處。", "deadline", "各單位將回執寄回秘書處"),
        ("摊位招租报名至3月20日截止。", "deadline", "摊位招租报名截止"),
    ],
)
def test_a_title_is_what_one_would_write_on_a_calendar(text: str, kind: str, title: str) -> None:
    """Names are looked up in the clauses before; what only tells of them, and cut phrases, are no titles."""
    found = [item for item in events(text) if item.title == title]
    assert [item.kind for item in found] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "3月8日，江州市义工团清理河滩垃圾。",
        "3月8日，江州考古隊在雲嶺找到一座宋代古窯。",
        "河湾水务局今（10）日更换城区阀门。",
    ],
)
def test_a_day_at_the_head_of_a_statement_is_enough(text: str) -> None:
    """A sentence that opens with a day, or a body and a day, tells something, whatever its verb."""
    assert event(text).when.precision == "day"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("市旅游局3月6日宣布，江州灯会将于5月1日开幕。", ["江州灯会"]),
        ("The Harbour Games will open on 23 July 2026, organisers announced on 3 March.", ["Harbour Games"]),
        ("大会期间，3月12日上午和下午都有茶点。", []),
        ("3月12日恢復亮燈，如有任何異動將於官網公布。", ["恢復亮燈"]),
    ],
)
def test_hollow_statements_are_no_entries(text: str, titles: list[str]) -> None:
    """Who announced, pieces of clauses and conditions name no event."""
    assert [item.title for item in events(text)] == titles


def test_a_stamp_of_a_record_dates_nothing() -> None:
    """A date with seconds in straight quotes is a machine's."""
    record = "INSERT INTO `news` VALUES (1,'第三届江州茶博会开幕','2026-03-08 09:16:00');"
    assert page_events(record) == []
