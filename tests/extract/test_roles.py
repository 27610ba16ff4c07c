"""Where something happens and who holds it, whatever the grammar that says so."""

from __future__ import annotations

import pytest

from tests.extract.reports import event, events, page_events
from timeline.lexicon.script import fold


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("4月5日（星期日）假江州科学园隆重揭幕第三届织造展。", "江州科学园"),
        ("織造協會將於河灣火車站北側廣場設置「絲路展區」，3月20日開幕。", "河灣火車站北側廣場"),
        ("4月12日，第三届河湾灯会在四川成都虚拟大学园举行。", "四川成都虚拟大学园"),
        ("第二場 日期：2026年4月18日 時間：下午4時至5時 地點：河灣展覽館", "河灣展覽館"),
        ("3月8日14时20分，河南省郑州市东区一仓库发生火灾。", "河南省郑州市东区一仓库"),
        ("4月9日，市商务局一行赴河南省郑州市考察。", "河南省郑州市"),
        ("第五届江州诗歌节将于4月2日在石牌坊前举行。", "石牌坊前"),
        ("4月5日，林若水教授在江州圖書館報告廳為我校新生作了一場題為“水與城”的講座。", "江州圖書館報告廳"),
        ("35家媒体代表昨日走进河湾新区。", "河湾新区"),
        ("紡織展於4月2日至5日在江州圖書館、河灣圖書館同時展出。", "江州圖書館、河灣圖書館"),
        ("The Loom Fair will be held at the same venue, the River Centre, on April 9.", "River Centre"),
        ("The weavers' meeting is on Tuesday, April 14 at 6:30 PM in the school library.", "school library"),
        ("The council meeting will be held on March 26, 2026, via Zoom.", "Zoom"),
        ("The Loom Festival will return to Harbour Meadow on September 23.", "Harbour Meadow"),
        ("Ann Weaver will host her show Loom Talk at 8 a.m. April 13 from the River Museum.", "River Museum"),
        ("Loom Awards of Malta will be held in Leeds on 21 April at the Nelum Theatre.", "Nelum Theatre"),
        ("本届织造展4月10日至12日在四川成都举办。", "四川成都"),
        ("4月14日，于江州会展中心6号展厅中，“云锦连城”展圆满落幕。", "江州会展中心6号展厅"),
        ("3月5日下午，江州市副市长林小满到云帆公司调研。", "云帆公司"),
        ("江州市政府4月18日假市政大樓中庭辦理春季織品市集。", "市政大樓中庭"),
        ("4月8日13:00，织造项目展示会（逸云707）开始。", "逸云707"),
        ("織造沙龍廣州專場將於4月18日舉行。", "廣州"),
        ("织机乐队巡回演唱会（上海站）4月25日举行。", "上海"),
        ("4月9日起，《锦绣世代》展览在江州历史博物馆开始展出。", "江州历史博物馆"),
        ("江州爵士音樂會延至3月26日,在原場地河灣劇院交誼廳舉行。", "河灣劇院交誼廳"),
        ("3月8日下午1时，位于重庆市渝北区云锦路16号一厂房失火。", "重庆市渝北区云锦路16号一厂房"),
        ("4月10日，林小满主席访问江州交通大学。", "江州交通大学"),
        ("4月10日，林小满一行莅临云帆公司进行参观调研。", "云帆公司"),
        ("織造協會2026年會員大會5月16日在江州驛空間禮堂（地址：河灣路133巷26號4樓）舉辦。", "江州驛空間禮堂"),
        ("4月5日深夜，一辆货车在途经云南省剑川县时坠崖。", "云南省剑川县"),
        ("河灣機場4月5日起暫停地面作業。", "河灣機場"),
        ("4月8日18时，前夜派对将在河湾町餐厅相见。", "河湾町餐厅"),
    ],
)
def test_a_place_is_read_from_its_grammar(text: str, place: str) -> None:
    """Prepositions, labels, venues before a verb and the scene of an accident tell the place."""
    found = event(text).place
    assert found is not None
    assert (found.name, found.basis) == (place, "stated")


@pytest.mark.parametrize(
    "text",
    [
        "4月2日，第五届江州诗歌节在赛事期间举行。",
        "4月2日，第五届江州诗歌节在新年到来之际隆重举行。",
        "將於4月2日舉行的江州詩歌節於2018年啟動。",
        "第五届江州诗歌节4月2日在我校举行。",
        "4月2日，林小满在女子甲组5000米竞走决赛中夺冠。",
        "江州书店举办的名师走进校园活动4月2日开幕。",
        "4月2日，云帆公司在安徽市场发布调价通知。",
        "The Future of Looms in Asia conference opens on April 12.",
        "江州音乐会延期至4月19日晚上7时30分于原场地举行。",
        "The Loom Guild seminar will take place on 16 April at 15.00 CEST.",
    ],
)
def test_a_circumstance_is_no_place(text: str) -> None:
    """What stands after 在 and is an event, a time or an occasion gives no place."""
    assert event(text).place is None


def test_a_label_under_a_dated_line_is_of_that_line() -> None:
    """地点 in the lines of a notice is not of a gathering told of before."""
    text = (
        "江州茶博会须知\n\n2017年5月，市长在河湾高峰论坛上宣布，江州将举办茶博会。\n\n"
        "时间：2026年5月5日至10日\n\n地点：江州会展中心\n\n主办单位：江州市商务局"
    )
    [found] = [item for item in page_events(text) if item.when.start == "2026-05-05"]
    assert found.place is not None
    assert found.place.name == "江州会展中心"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("第五届织造大会\n\n2026年4月15日至16日\n江州历史博物馆东展馆", "江州历史博物馆东展馆"),
        (
            "Loom Conference\n\nLoom Festival Tuesday, April 7, 2026, 12:00 PM PT\n\nAnn Weaver\n\nSan Francisco, CA",
            "San Francisco, CA",
        ),
        ("江州織造節日程\n\n4月5日 9:00\t分組報告：\t分會場", "分會場"),
        ("江州织造节日程\n\n织造研讨会\t4月5日 9:00-17:00\t4.1号馆论坛区\t江州学院", "4.1号馆论坛区"),
    ],
)
def test_a_line_or_a_cell_of_its_own_is_the_place(text: str, place: str) -> None:
    """A venue alone in a line below the date, behind a colon or in a cell is where it happens."""
    found = page_events(text)[0].place
    assert found is not None
    assert found.name == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("第五届织造大会将于4月15日召开。由于本次大会在江州科技大学举行，来访者需要登记。", "江州科技大学"),
        ("第五届织造大会将于4月15日召开。会议地点在江州科技大学，请携带证件。", "江州科技大学"),
        ("第五屆織造大會將於4月15日召開。各界熱烈期待。織造大會將在江州會堂舉行，歡迎報名。", "江州會堂"),
        ("The Loom Conference opens on April 15. The conference will be held at the Mill Hall in Leeds.", "Mill Hall"),
        ("第五届织造大会将于4月15日召开。第四届织造大会在河湾宾馆举行。", None),
        ("第五届织造大会将于4月15日召开。织造大会在江州、河湾、东湖、云岭举行过。", None),
    ],
)
def test_a_sentence_without_a_day_tells_the_place(text: str, place: str | None) -> None:
    """What names an event or points back to it, of the same edition and with one place, adds its place."""
    found = next(item for item in events(text) if item.when.start == "2026-04-15").place
    assert (found and found.name) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Wednesday, April 15:  Mill Walk.  See the old looms.  Meet at the Mt. Loom Museum for coffee.",
            "Mt. Loom Museum",
        ),
        ("4月15日 织造大赛决赛\n\n由评委打分，织造大赛决赛将在江州工业大学举行。决赛分两场。", "江州工业大学"),
        ("4月15日 织造大赛决赛\n\n各队在当天早上集合。", None),
        ("Loom Show: April 15, 2026. You may visit the River Gallery until May.", "River Gallery"),
    ],
)
def test_the_prose_below_a_line_tells_where_one_meets(text: str, place: str | None) -> None:
    """A venue in the paragraph that a dated line opens is its place."""
    found = next(item for item in events(text) if item.when.start == "2026-04-15").place
    assert (found and found.name) == place


def test_a_sentence_without_a_day_tells_the_hosts() -> None:
    """The subject of an undated statement that names the gathering holds it."""
    text = "4月15日至16日，第五届织造大会将迎来各地来宾。江州科协将举办第五届织造大会。"
    found = next(item for item in events(text) if item.when.start == "2026-04-15")
    assert [organizer.name for organizer in found.organizers] == ["江州科协"]


@pytest.mark.parametrize(
    "text",
    [
        "江州织造协会关于召开第三届会员大会的通知\n\n各会员单位：\n\n经研究，定于2026年4月18日在江州宾馆召开第三届会员大会。",
        "关于举办织造工培训班的通知\n\n各有关单位：\n\n为提高织造水平，拟于2026年4月18日在江州举办培训班。\n\n江州织造协会\n\n2026年3月5日",
        "搬遷公告\n\n各位客戶：\n\n自2026年4月18日起，我會將搬遷至新址辦公。\n\n江州織造協會\n\n2026年3月5日",
    ],
)
def test_a_notice_is_of_who_issues_it(text: str) -> None:
    """Where a notice says 我会, or nobody, the headline or the signature tells who acts."""
    [found] = [item for item in page_events(text) if item.when.start == "2026-04-18"]
    assert [fold(organizer.name) for organizer in found.organizers] == ["江州织造协会"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("展訊\n\n織機展\n展期：4月9日\n地點：江州美術館\n\n印染展\n展期：4月18日\n地點：河灣劇場", "河灣劇場"),
        ("第三届织造马拉松\n\n4月18日 南京市江宁区云锦湖", "南京市江宁区云锦湖"),
        ("第三届织造大会\n\n地 点\n\n主会场：江州剧场\n\n时间：4月18日", "江州剧场"),
        ("第三届织造大会\n\n4月9日 江州会展中心\n4月18日 河湾剧场", "河湾剧场"),
        ("展讯\n\n讲座时间：4月9日\n讲座地点：江州美术馆\n\n讲座时间：4月18日\n讲座地点：河湾剧场", "河湾剧场"),
    ],
)
def test_of_several_labels_each_is_of_the_lines_before_it(text: str, place: str) -> None:
    """A page of several happenings gives each the place in its own lines; a place alone is no title."""
    [found] = [item for item in page_events(text) if item.when.start == "2026-04-18"]
    assert found.place is not None
    assert found.place.name == place


@pytest.mark.parametrize(
    "text",
    [
        "江州织机讲座\n\n主办：江州织造社　承办：江州图书馆\n时间：2026年4月18日 14:00\n地点：江州图书馆报告厅",
        "江州織機講座\n\n【時間】4月18日 14:00\n【地點】江州圖書館報告廳\n【主辦】江州織造社\n【承辦】江州圖書館",
    ],
)
def test_labels_in_one_line_or_in_brackets_tell_place_and_host(text: str) -> None:
    """Two labels of one line do not run into each other; 【地点】 is a label like 地点：."""
    found = page_events(text)[0]
    assert found.place is not None
    assert fold(found.place.name) == "江州图书馆报告厅"
    assert [fold(organizer.name) for organizer in found.organizers] == ["江州织造社", "江州图书馆"]


def test_english_labels_tell_place_and_host() -> None:
    """The whole name behind Venue: and Organizer: is taken, commas and all."""
    text = (
        "Loom Workshop\n\nDate: April 12, 2026\nTime: 6:30 - 8:00\n"
        "Venue: Room 204, Mill Building, University of Leeds\nOrganizer: Leeds Weavers Guild"
    )
    found = page_events(text)[0]
    assert found.place is not None
    assert found.place.name == "Room 204, Mill Building, University of Leeds"
    assert [organizer.name for organizer in found.organizers] == ["Leeds Weavers Guild"]


def test_an_open_label_gives_no_place() -> None:
    """A label without a name behind it, or with markup, is passed over."""
    text = '第五届织造大会将于4月15日召开。\n\n地点\n\n（待定）\n\n会场：<a href="x">'
    assert event(text).place is None


def test_what_is_due_happens_nowhere() -> None:
    """The city of the summit is not the place of its deadline."""
    assert event("Registration for the Loom Summit in Leeds closes on April 2.").place is None


def test_the_same_host_may_hold_two_happenings() -> None:
    """Who was named as the host of one gathering is named again with the next."""
    text = (
        "织造论坛4月9日在江州举行。此次盛会由江州织造协会主办。\n\n"
        "印染年会4月18日在河湾举行。此次盛会由江州织造协会主办。"
    )
    hosts = {item.when.start: [organizer.name for organizer in item.organizers] for item in events(text)}
    assert hosts == {"2026-04-09": ["江州织造协会"], "2026-04-18": ["江州织造协会"]}


def test_what_a_row_is_named_later_counts() -> None:
    """A sentence that names the gathering speaks of the row that takes its name from the headline."""
    text = "关于举办织造工培训班的通知\n\n为此，江州科协将举办织造工培训班，现通知如下。\n\n时间：2026年4月18日"
    [found] = [item for item in page_events(text) if item.when.start == "2026-04-18"]
    assert [organizer.name for organizer in found.organizers] == ["江州科协"]


def test_a_label_far_from_old_dates_is_not_of_them() -> None:
    """The place of one meeting is not that of a list of what happened in other years."""
    text = (
        "织造校友会\n\n活动\n\n2004-12-12 校友重聚夜\n2008-03-16 球技切磋\n2011-07-02 恳亲会聚餐\n\n"
        "近期\n\n内容\n\n时间：下午\n\n地点：学校礼堂"
    )
    assert all(item.place is None for item in page_events(text))


def test_the_address_of_an_office_is_no_venue() -> None:
    """地址 beside a telephone number tells how to reach somebody."""
    text = "第五届织造大会\n\n第五届织造大会将于4月15日召开。\n\n联系人：林小满\n地址：江州市河湾路3号\n电话：01-234567"
    assert page_events(text)[0].place is None


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("江州织造节开幕\n\n新华社江州3月10日电（记者 林小满）第五届织造节10日开幕。", "江州"),
        ("江州織造節開幕\n\n（中央社記者林小滿臺北10日電）第五屆織造節今天開幕。", "臺北"),
        ("LEEDS, March 10 (Reuters) - The fifth Loom Festival opened on Tuesday.", "LEEDS"),
    ],
)
def test_the_dateline_is_the_last_resort_and_marked(text: str, city: str) -> None:
    """An event of the report's own days that states no place has the city of the dateline, as printed."""
    found = page_events(text)[0].place
    assert found is not None
    assert (found.name, found.basis) == (city, "dateline")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("江州博物馆联合江州日报社3月9日举办“水与城”特展。", ["江州博物馆", "江州日报社"]),
        ("江州市档案局主办的“纸上春秋”展览3月12日开幕。", ["江州市档案局"]),
        ("江州文化局聯同河灣圖書館（古籍中心）聯合舉辦的“絲路”展4月3日開幕。", ["江州文化局", "河灣圖書館"]),
        ("第三届河湾车展组委会3月6日召开第二次工作会议。", ["第三届河湾车展组委会"]),
        ("4月5日，洁净室及相关环境分会举办织造展。", ["洁净室及相关环境分会"]),
        ("江州工商联合会于4月12日在河湾公园举办的「江州工展会」开幕。", ["江州工商联合会"]),
        ("3月9日，“云岭二号”卫星送入轨道。", []),
        ("3月9日，“水与城”展举行开幕仪式。", []),
        ("3月9日，江州零部件产业园项目在河湾正式签约。", []),
        ("4月11日，江州市档案学会第四届会员代表大会在河湾宾馆召开。", ["江州市档案学会"]),
        ("第六屆食品展3月12日舉行，由江州貿易發展局及食品商會合辦。", ["江州貿易發展局", "食品商會"]),
        ("“织染”讲座4月20日举行，主办单位是江州美术馆。", ["江州美术馆"]),
        ("工业和信息化部、财政部等五部门3月7日联合发布《织机行动计划》。", ["工业和信息化部", "财政部"]),
        ("The Weavers Association's 2026 Loom Summit will open on April 4.", ["Weavers Association"]),
        (
            "The fair hosted by the Harbour Convention and Visitors Authority (HCVA) opens on April 9.",
            ["Harbour Convention and Visitors Authority (HCVA)"],
        ),
        ("Loom Academy, a leadership school, will host a conference on April 9.", ["Loom Academy"]),
        ("The Annual General Meeting of the River Society was held on March 2.", ["River Society"]),
        ("The River Society Annual Meeting will be held on April 2 in Leeds.", ["River Society"]),
        ("The shareholders of Loom Holdings AB are called to the annual meeting on May 14.", ["Loom Holdings AB"]),
        ("The Loom Festival, hosted by the Leeds Arts Council, returns April 12.", ["Leeds Arts Council"]),
        ("江州国中承办「2026年作文比赛」，顺延至4月14日办理。", ["江州国中"]),
        ("江州天文館宣布明天舉辦的「觀星活動」延至二十五日舉行。", ["江州天文館"]),
        ("The Leeds City Council meeting will be held on April 14, 2026.", ["Leeds City Council"]),
        ("河灣茶文化展原訂11日開展，河灣風景區管理處宣布將延至15日正式開展。", ["河灣風景區管理處"]),
        ("國立成功大學與國家織造研究院9日簽署合作備忘錄。", ["國立成功大學", "國家織造研究院"]),
        ("江州社區發展協會訂於4月18日上午九時假活動中心召開會員大會。", ["江州社區發展協會"]),
        ("江州商会4月18日在江州酒店举行周年会员大会。", ["江州商会"]),
        ("The Department of Textiles on March 5 released new guidelines.", ["Department of Textiles"]),
        ("The event was organized by students on March 3, 2026.", []),
        ("The mayor of Springfield, Illinois will open the Loom Fair on April 12 at Mill House.", []),
        ("Ann Weaver will host her show Loom Talk at 8 a.m. April 13 from the River Museum.", []),
        (
            "Members of the Loom Council cut the ribbon on a new mill Thursday, March 5.",
            ["Loom Council"],
        ),
        ("Italian Loom Guild will hold the Loom Fair on April 12 in Leeds.", ["Italian Loom Guild"]),
        ("云帆科技有限公司4月4日与江州贸易网合作举办了“织造金融”沙龙。", ["云帆科技有限公司", "江州贸易网"]),
        ("江州商城4月10日与云帆公司等超过10位商家代表签订战略合作协议。", ["江州商城", "云帆公司"]),
        ("织造社区主办的第三期织机研讨会4月12日开展。", ["织造社区"]),
        ("织机马拉松4月23日举行，由同济大学、同方公司和江州师范大学承办。", ["同济大学", "同方公司", "江州师范大学"]),
        ("织造会议由江州大学辅助设计与图形系统实验室承办，4月2日举行。", ["江州大学辅助设计与图形系统实验室"]),
        ("我会将于4月16日举办织造工培训班。", []),
        ("由江州云锦公司历时一个月的准备于4月16日举办织造论坛。", ["江州云锦公司"]),
        ("云帆商城与松博行等商家的签约仪式4月20日举行。", ["云帆商城", "松博行"]),
        ("江州大學國樂社「織歌」年度大會4月11日舉行。", ["江州大學國樂社"]),
        ("江州会展中心第三届车展4月11日开幕。", []),
        ("由江州商会 河湾研究所主办的织机论坛4月11日开幕。", ["江州商会", "河湾研究所"]),
        ("On April 12, a Loom Institute workshop will discuss cloth.", ["Loom Institute"]),
        ("The Sedge AGM will take place on Thursday 23 April 2026.", ["Sedge"]),
        ("The Loom Guild is pleased to invite you to its annual dinner on April 18 at the Mill Club.", ["Loom Guild"]),
        ("The Loom Guild invites everyone to the Loom Summit on April 18 in Leeds.", ["Loom Guild"]),
        ("The Town Hall meeting will be held on April 24, 2026.", []),
        ("4月8日，江州商会会长林小满一行莅临云帆公司。", ["江州商会"]),
        ("理论竞赛时间定于4月8日举行。", []),
        ("Second Loom Fair will be held on April 12 in Leeds.", []),
        ('4月8日，[织造大会](https://a.example/b){target="_blank"}上举办织机论坛。', []),
        ("云帆&松博战略合作签约仪式4月20日在江州举行。", ["云帆", "松博"]),
        ("城区3月22日至23日暂停供水。", []),
        ("4月10日19:00进行评分、公布榜单、举行颁奖仪式。", []),
    ],
)
def test_organizers_are_read_from_their_grammar(text: str, names: list[str]) -> None:
    """Role words, joint subjects, the body whose meeting it is and possessives tell the organizers."""
    assert [organizer.name for organizer in event(text).organizers] == names


def test_a_hotel_holds_nothing() -> None:
    """A venue as subject is the place, not the host."""
    found = event("3月6日，江州宾馆举行2026年印染技术研讨会。")
    assert found.organizers == ()
    assert found.place is not None


def test_a_subject_that_is_no_name_organizes_nothing() -> None:
    """A purpose before the predicate is not taken for a body."""
    assert event("为促进纺织业的振兴与发展，定于4月20日在江州举办纺织论坛。").organizers == ()


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (
            "江州文学会拟于2026年11月13日举办2026河湾诗歌大会。本届大会由江州文学会主办，云帆科技有限公司承办，东湖学会协办。",
            ["江州文学会", "云帆科技有限公司", "东湖学会"],
        ),
        (
            "4月21日，雲帆科技應邀出席於江州飯店召開的2026年河灣織造年會。此次盛會由江州織造網、《河灣織造》雜誌主辦。",
            ["江州織造網", "《河灣織造》雜誌"],
        ),
        ("4月21日，云帆科技受邀参加在江州饭店召开的2026年河湾织造年会。", []),
    ],
)
def test_who_attends_holds_nothing_and_who_else_acts_is_added(text: str, hosts: list[str]) -> None:
    """A guest is no host; a later sentence adds those with another part in it to the host who is known."""
    assert [organizer.name for organizer in event(text).organizers] == hosts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("4月5日，由江州市文化局直接指导、河湾织造协会主办的第三届江州灯会开幕。", {"江州市文化局", "河湾织造协会"}),
        ("4月5日，第三屆江州燈會開幕，由河灣織造協會與江州商會配合舉辦。", {"河灣織造協會", "江州商會"}),
        ("4月5日，江州商會與河灣商會簽署合作協議。", {"江州商會", "河灣商會"}),
    ],
)
def test_how_somebody_takes_part_is_no_part_of_the_name(text: str, names: set[str]) -> None:
    """直接, 配合; and 會 before 簽署 belongs to the chamber."""
    assert {organizer.name for organizer in event(text).organizers} == names


def test_a_place_ends_before_whom_something_is_told() -> None:
    """在江州向…: the city alone."""
    found = event("4月5日，市长在江州市向纺织协会通报了织造博览会情况。")
    assert found.place is None or found.place.name == "江州市"
