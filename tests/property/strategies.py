"""What property tests draw from: texts full of pieces of time expressions, and any anchor there is."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import strategies as st

CHINESE = (
    *(
        "2025年",
        "二〇二四年",
        "去年",
        "今年",
        "翌年",
        "6月",
        "十二月",
        "3日",
        "廿六日",
        "31日",
        "2月30日",
        "13号",
        "周五",
        "下周二",
    ),
    *(
        "上午",
        "下午",
        "晚",
        "凌晨",
        "9时30分",
        "两点半",
        "24时",
        "14:30",
        "至",
        "—",
        "、",
        "和",
        "（",
        "）",
        "前",
        "后",
        "起",
        "底",
    ),
    *(
        "上旬",
        "第三季度",
        "上半年",
        "前三季度",
        "三天前",
        "未来两周",
        "昨日",
        "次日",
        "当晚",
        "同年",
        "春节",
        "国庆假期",
        "腊月廿三",
    ),
    *(
        "惊蛰",
        "甲辰年",
        "龙年",
        "“十四五”期间",
        "截至",
        "自",
        "每周五",
        "会上",
        "民国114年",
        "北京时间",
        "期间",
        "将于",
        "，",
        "。",
        "21:15",
    ),
)
ENGLISH = (
    *(
        "June",
        "Feb.",
        "May",
        "3",
        "31st",
        "2025",
        "1998",
        "Tuesday",
        "next",
        "last",
        "this",
        "Friday",
        "week",
        "month",
        "year",
    ),
    *(
        "the",
        "of",
        "to",
        "and",
        "between",
        "from",
        "until",
        "by",
        "since",
        "early",
        "late",
        "mid-",
        "third quarter",
        "Q3",
    ),
    *(
        "7:30 p.m.",
        "noon",
        "midnight",
        "9 a.m.",
        "ET",
        "three days ago",
        "two weeks",
        "before",
        "after",
        "Christmas",
        "Easter",
    ),
    *(
        "summer",
        "1990s",
        "19th century",
        "44 BC",
        "98 p.m.",
        "0630 GMT",
        "1966-69",
        "10-26-89",
        "a year earlier",
        "two and a half years",
        "the first 3 days of",
        "the following",
        "late",
        "'76",
        "12/25/2025",
        "2025-06-03",
        "2025-06-03T14:00",
        "31/02/2025",
        "said",
        "will",
        ",",
        ".",
    ),
)
NOISE = (" ", "\n", "\r\n", "　", "\u200b", "０", "٣", "é", "😀", "x", "-", "/", "9" * 30, "《", "》", "(", "%", "$")

pieces = st.sampled_from((*CHINESE, *ENGLISH, *NOISE))
texts = st.text(max_size=80) | st.lists(pieces, max_size=14).map("".join) | st.lists(pieces, max_size=14).map(" ".join)
"""Any text, and texts that look like dates but are put together at random."""

anchors = st.dates() | st.datetimes(min_value=datetime(1, 1, 1), max_value=datetime(9999, 12, 31, 23, 59))
"""Any day or minute from year 1 to 9999."""

usual_anchors = st.dates(date(1950, 1, 1), date(2080, 12, 31))
"""Days that news is written on."""

DATES = (
    *(
        "3月13日",
        "2025年6月3日上午9时",
        "5月26日至6月2日",
        "去年12月",
        "本月底",
        "下周二",
        "上周五晚",
        "第三季度",
        "2024年上半年",
    ),
    *(
        "6月7日和8日",
        "6月中旬",
        "明天下午2时30分",
        "三天前",
        "国庆假期",
        "腊月廿三",
        "6月30日前",
        "周五（13日）",
        "10时至11时半",
    ),
)
PROSE = (
    "市民代表参观了新建成的图书馆",
    "主办方介绍了展区的布置情况",
    "双方就合作事项交换意见",
    "来自各地的选手参加比赛",
    "活动持续受到读者关注",
)

DATED = st.tuples(st.sampled_from(DATES), st.sampled_from(PROSE)).map("，".join)
sentences = st.lists(DATED, min_size=2, max_size=5).map(lambda clauses: "。".join([*clauses, ""]))
"""Chinese prose with dates, on one line."""

LONG = st.tuples(DATED, st.lists(st.sampled_from(PROSE), min_size=2, max_size=4).map("，".join)).map("，".join)
columns = st.lists(LONG, min_size=6, max_size=9).map(lambda clauses: "。".join([*clauses, ""]))
"""A paragraph long enough to be set in a column; few of its lines end with a sentence."""
