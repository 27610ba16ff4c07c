"""Lines about the page."""

from __future__ import annotations

import pytest

from timeline.lexicon.script import fold
from timeline.read.masthead import read_masthead


@pytest.mark.parametrize(
    ("line", "stamps", "publisher"),
    [
        ("发布时间：2026-05-08", ["header 2026-05-08"], None),
        ("發布機關：海港市文化局", [], "海港市文化局"),
        ("来源：江城日报 2026年5月8日 09:30 编辑：林小满", ["header 2026年5月8日 09:30"], "江城日报"),
        ("更新时间：2026-05-09 浏览次数：120", ["update 2026-05-09"], None),
        ("江城大学出版社 时间: 2026-5-8 来源：江城日报", ["header 2026-5-8"], "江城日报"),
        ("Jiang Cheng Ri Bao· 2026-05-08 21:40", ["header 2026-05-08 21:40"], "Jiang Cheng Ri Bao"),
        ("By Ann Marsh, Harbour Times | 5 May 2026", ["header 5 May 2026"], "Harbour Times"),
        ("Posted on May 5, 2026 at 5:10 PM", ["header May 5, 2026 at 5:10 PM"], None),
        ("Published: 5 May 2026 Updated: 6 May 2026", ["header 5 May 2026", "update 6 May 2026"], None),
        ("责任编辑：林小满", [], None),
    ],
)
def test_masthead(line: str, stamps: list[str], publisher: str | None) -> None:
    """Moments of the page and its publisher are read off labelled lines, wherever they stand."""
    head = read_masthead(fold(line), top=False)
    assert head is not None
    assert [f"{kind} {fold(line)[start:end].strip()}" for kind, start, end in head.stamps] == stamps
    assert head.publisher == publisher


@pytest.mark.parametrize(
    "line", ["2026.02.06", "2026年2月6日 星期五", "Friday, February 6, 2026", "二〇二六年二月六日"]
)
def test_bare_date(line: str) -> None:
    """A date alone is a masthead at the top of an article, nowhere else."""
    assert read_masthead(fold(line), top=True) is not None
    assert read_masthead(fold(line), top=False) is None


@pytest.mark.parametrize(
    "line",
    [
        "2026-05-08 16:00:17  鹭江网    参与评论()人",
        "2026-05-08 14:10  作者 / Kelvin",
        "2026-05-08 記者林小滿 報導",
        "2026/5/8 17:40(5/8 23:11 更新)",
        "http://www.example.com.cn 2026年05月08日19:02 鹭江在线",
        "May 8, 2026 | By Ann Marsh | Post a Comment",
        "2026-05-08 - posted by Ann Marsh",
        ".. post:: May 8, 2026",
    ],
)
def test_a_moment_leads_what_a_page_says_of_itself(line: str) -> None:
    """A full moment before author, outlet or the count of comments is that of publication, at the top only."""
    head = read_masthead(fold(line), top=True)
    assert head is not None
    assert [kind for kind, _, _ in head.stamps] == ["header"]
    assert read_masthead(fold(line), top=False) is None


@pytest.mark.parametrize(
    "line",
    [
        "2026-05-03 14:00 江州新闻发布会在市府举行，阅读活动同日开幕。",
        "2026-05-08 读书分享会",
        "2026-05-08 文化节开幕",
        "时间：2026年5月3日",
        "时间：2026年5月5-7日",
        "地点：江城会展中心",
        "主办单位：江城文化局",
        "2026年1月20日，首届书市在江城开幕。",
        "2026年12月3日（周四）—2026年12月4日（周五）",
        "The fair opens on May 5, 2026.",
        "May 5, 2026 | Poems by Ann Marsh | River Hall",
        "报名截止时间：2026年5月3日",
        "国际通讯展览会 2026年3月9日",
        "Harbour Weekly Market, 9 March 2026",
        "09:00-09:30 开幕式",
    ],
)
def test_facts_are_no_masthead(line: str) -> None:
    """Dates of events are left alone, at the top too."""
    assert read_masthead(fold(line), top=True) is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("织造周报 第12期 - 2026年3月9日", "织造周报 第12期"),
        ("織造會訊第12期（2026年3月9日）", "織造會訊第12期"),
        ("Loom Weekly #12 – 9 March 2026", "Loom Weekly #12"),
    ],
)
def test_the_title_of_an_issue_ends_in_its_day(line: str, title: str) -> None:
    """A weekly appeared on the day that its title names."""
    found = read_masthead(fold(line), top=True)
    assert found is not None
    assert [kind for kind, _, _ in found.stamps] == ["header"]
    assert line[: found.start] == title
