"""Which reports speak of one happening."""

from __future__ import annotations

from typing import Any

import pytest

from tests.merge.reports import mention, when
from timeline.merge.coreference import relate
from timeline.merge.report import Report, gather_reports

Case = tuple[str, Any, dict[str, Any]]


def pair(a: Case, b: Case) -> tuple[Report, Report]:
    """Return two reports, of different articles unless the second says otherwise."""
    first = mention(a[0], a[1], **{"article": "a", "at": 0, **a[2]})
    second = mention(b[0], b[1], **{"article": "b", "at": 500, **b[2]})
    return gather_reports([first])[0], gather_reports([second])[0]


CONFERENCE: dict[str, Any] = {"kind": "conference"}
EXHIBITION: dict[str, Any] = {"kind": "exhibition"}
LAUNCH: dict[str, Any] = {"kind": "launch"}
HERE: dict[str, Any] = {"article": "a"}

SAME: list[tuple[Case, Case]] = [
    (("第五届青川茶业博览会", "2026-04-02", EXHIBITION), ("第五屆青川茶業博覽會", "2026-04-02", EXHIBITION)),
    (("青川市数字农业协会成立", "2026-04-02", LAUNCH), ("青川数字农业协会成立大会", "2026-04-02", LAUNCH)),
    (("青川市数字农业协会", "2026-04-02", LAUNCH), ("青川市数字农业协会正式揭牌", "2026-04-02", LAUNCH)),
    (("第三届江州设计周", when("2026-05-13", "2026-05-17"), EXHIBITION), ("江州设计周开幕", "2026-05-13", EXHIBITION)),
    (("第三届江州设计周", when("2026-05-13", "2026-05-17"), EXHIBITION), ("江州设计周闭幕", "2026-05-17", EXHIBITION)),
    (("江州设计周", "2026-05", EXHIBITION), ("第三届江州设计周", "2026-05-13", EXHIBITION)),
    (("“山海同歌”音乐会", "2026-05-01", {}), ("青川交响乐团举办“山海同歌”专场演出", "2026-05-01", {})),
    (
        ("《海湾保护条例》施行", "2026-07-01", {"kind": "policy"}),
        ("《海湾保护条例》正式实施", "2026-07-01", {"kind": "policy"}),
    ),
    (("第十二届中国文化产业交易博览会", "2026-05-22", EXHIBITION), ("文博会", "2026-05-22", EXHIBITION | HERE)),
    (("Harbour Robotics Summit 2026", "2026-09-01", CONFERENCE), ("Harbour Robotics Summit", "2026-09-01", CONFERENCE)),
    (
        ("Founding of the Qingchuan Tea Association", "2026-04-02", LAUNCH),
        ("Qingchuan Tea Association established", "2026-04-02", LAUNCH),
    ),
    (
        ("深圳市机器人产业协会成立", "2026-04-02", LAUNCH),
        ("Shenzhen Robotics Industry Association established", "2026-04-02", LAUNCH),
    ),
    (
        ("成都国际茶业博览会", "2026-04-02", EXHIBITION),
        ("Chengdu International Tea Expo opens", "2026-04-02", EXHIBITION),
    ),
    (("广州马拉松", "2026-04-02", {"kind": "sport"}), ("广马", "2026-04-02", HERE)),
    (
        ("论文全文提交截止", "2026-04-02", {"kind": "deadline"}),
        ("作者须将论文全文发至邮箱", "2026-04-02", {"kind": "deadline"} | HERE),
    ),
    (("江州书展开幕式", "2026-04-02", {"kind": "ceremony"}), ("江州书展开幕", "2026-04-02", EXHIBITION)),
]

APART: list[tuple[Case, Case]] = [
    (("第五届青川茶业博览会", "2026-04-02", EXHIBITION), ("第六届青川茶业博览会", "2026-04-02", EXHIBITION)),
    (("青川茶业博览会", "2026-04-02", EXHIBITION), ("青川茶业博览会", "2026-04-12", EXHIBITION)),
    (("青川茶业发展论坛", "2026-04-02", CONFERENCE), ("青川茶业博览会", "2026-04-02", EXHIBITION)),
    (
        ("青川茶业政策发布", "2026-04-02", {"kind": "policy"}),
        ("青川茶业白皮书发布", "2026-04-02", {"kind": "publication"}),
    ),
    (("《绿色港口标准》发布", "2026-04-02", {}), ("《绿色航运标准》发布", "2026-04-02", HERE)),
    (
        ("项目签约仪式", "2026-04-02", {"kind": "signing"}),
        ("项目签约仪式", "2026-04-02", {"kind": "signing", "place": "成都"}),
    ),
    (("签约仪式", "2026-04-02", {"kind": "signing"}), ("签约仪式", "2026-04-02", {"kind": "signing"})),
    (("青川茶业博览会", "2026-04-02", {"place": "成都"}), ("青川茶业博览会", "2026-04-02", {"place": "武汉市"})),
    (
        ("Tutorial Paper Submission", "2026-04-02", {"kind": "deadline"}),
        ("Regular Paper Submission", "2026-04-02", {"kind": "deadline"} | HERE),
    ),
    (
        ("Harbour Robotics Summit", "2026-09-01", CONFERENCE),
        ("Harbour Robotics Contest", "2026-09-01", {"kind": "competition"}),
    ),
    (
        ("江州大学计算机学院报名截止", "2026-04-02", {"kind": "deadline"}),
        ("河湾研究院报名截止", "2026-04-02", {"kind": "deadline"} | HERE),
    ),
    (("自助午餐", when("2026-04-02T12:00"), {}), ("自助午餐", when("2026-04-02T18:00"), HERE)),
    (("江州书展报名截止", "2026-04-02", {"kind": "deadline"}), ("江州书展", "2026-04-02", EXHIBITION)),
    (("第1场“开放实验室”讲座", "2026-04-02", {}), ("第2场“开放实验室”讲座", "2026-04-02", HERE)),
    (("南湾新区揭牌", "2026-04-02", LAUNCH), ("北岭大桥通车", "2026-04-02", LAUNCH)),
    (("深圳市机器人产业协会成立", "2026-04-02", LAUNCH), ("Shenzhen Film Week opens", "2026-04-02", LAUNCH)),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_reports_of_one_happening_are_recognised(a: Case, b: Case) -> None:
    """Script, short forms, vague dates, openings, closings and another language do not hide that it is the same."""
    assert relate(*pair(a, b)).is_same
    assert relate(*reversed(pair(a, b))).is_same


@pytest.mark.parametrize(("a", "b"), APART)
def test_two_happenings_stay_apart(a: Case, b: Case) -> None:
    """Another edition, day, clock time, head noun, city or document is another happening."""
    assert not relate(*pair(a, b)).is_same
    assert not relate(*reversed(pair(a, b))).is_same


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("第五届青川茶业博览会开幕式", "第五届青川茶业博览会"),
        ("青川茶业博览会采购商论坛", "青川茶业博览会"),
        ("青川茶业博览会云岭分会场活动", "青川茶业博览会"),
        ("Harbour Robotics Summit welcome dinner", "Harbour Robotics Summit"),
    ],
)
def test_a_name_that_goes_on_to_another_head_is_a_part(part: str, whole: str) -> None:
    """The part's name holds the whole's and ends in another noun; it lies within its days."""
    small, big = pair((part, "2026-04-02", {}), (whole, when("2026-04-02", "2026-04-05"), {}))
    assert relate(small, big).part == 1
    assert relate(big, small).part == -1
    assert not relate(small, big).is_same


def test_a_new_date_finds_the_report_of_the_old_one() -> None:
    """The date that a postponement replaced is the one that older reports give."""
    moved = ("青川马拉松", "2026-06-20", {"previous": (when("2026-05-09"),), "status": "postponed"})
    assert relate(*pair(moved, ("青川马拉松", "2026-05-09", {}))).is_same
