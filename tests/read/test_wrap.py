"""Which line breaks are the typesetter's."""

from __future__ import annotations

import pytest

from timeline.read.lines import split_lines
from timeline.read.wrap import group_lines


def group(text: str) -> list[str]:
    """Return the paragraphs of a text, the lines of each joined by a stroke."""
    return ["/".join(line.text for line in paragraph.lines) for paragraph in group_lines(list(split_lines(text)))]


COLUMN = [
    "六月十二日，第九届江城旧书市",
    "集在滨江仓库开幕，八十余家书店",
    "带来三万多册旧书，持续四天，免",
    "费入场。",
]


@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_column(end: str) -> None:
    """In a column lines belong together, with or without blank lines between them; a short last line ends it."""
    second = [
        "开幕式上，图书馆与书店签署了",
        "共建社区书房的协议，首批书房年",
        "底前开放，市民凭证免费借阅，",
        "每周三闭馆。",
    ]
    assert group(end.join([*COLUMN, *second])) == ["/".join(COLUMN), "/".join(second)]


def test_heading_in_a_column() -> None:
    """A line much shorter than its column, after a paragraph that ended, heads the next one."""
    assert group("\n\n".join([*COLUMN, "书店共建", *COLUMN])) == ["/".join(COLUMN), "书店共建", "/".join(COLUMN)]


def test_wide_headline_beside_a_column() -> None:
    """A line much wider than those around it is a headline across columns."""
    headline = "旧书市集滨江开幕 三万册旧书等待有缘人前来"
    assert group("\n\n".join([*COLUMN, headline])) == ["/".join(COLUMN), headline]


def test_paragraphs_that_are_lines() -> None:
    """Where every line ends a sentence each is a paragraph."""
    lines = ["书市今日开幕，持续四天。", "首批书房年底开放，共十座。", "讲座周末举行，名额有限。", "市民可以免费入场。"]
    assert group("\n".join(lines)) == lines


def test_list_is_no_column() -> None:
    """Names below one another are not joined, however alike their widths."""
    names = ["江城文化局", "江城图书馆", "滨江会展公司", "城北书店协会", "江城日报社"]
    assert group("\n".join(names)) == names


def test_blank_lines_tell_paragraphs_apart() -> None:
    """Where blank lines enclose whole sentences the lines between them belong together, even if ragged."""
    text = (
        "The fair opens in May at the old mill,\nwhich was built in 1860 and\nrestored last year.\n\n"
        "Entry is free on the first day, and\ntickets cost five pounds\nafter that.\n\n"
        "A talk on bookbinding, held by\nAnn Marsh, ends the fair."
    )
    assert [paragraph.count("/") for paragraph in group(text)] == [2, 2, 1]


def test_schedule_stays_in_lines() -> None:
    """Clock times, numbers and labels begin a line of their own."""
    rows = ["09:00 开幕式，市长致辞", "09:30 主旨报告，王小满", "10:30 圆桌讨论，许可", "12:00 午餐，一层餐厅"]
    assert group("\n".join(rows)) == rows


def test_hanging_line() -> None:
    """A line that ends with a comma goes on; one that begins with closing punctuation continues."""
    assert group("书市与图书馆合作，\n为读者免费办证。") == ["书市与图书馆合作，/为读者免费办证。"]
    assert group("总收入三百万元\n，增长一成。") == ["总收入三百万元/，增长一成。"]


def test_title_broken_in_lines() -> None:
    """A title that stands whole elsewhere tells that its lines belong together."""
    text = "标题：关于举办江城龙舟赛的通知\n\n关于举办江城\n龙舟赛的通知"
    assert group(text)[1:] == ["关于举办江城/龙舟赛的通知"]


def test_a_label_of_publication_begins_a_line() -> None:
    """What precedes it, however full, does not go on there; a numeric date may be broken behind it."""
    lines = ["第九届江城旧书市集在滨江仓", "库开幕", "发布时间：2026-06", "-12 16:40", *COLUMN]
    assert "发布时间：2026-06/-12 16:40" in [text[:22] for text in group("\n".join(lines))]
