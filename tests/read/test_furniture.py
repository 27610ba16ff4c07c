"""Furniture: what stands on a page and is not the article."""

from __future__ import annotations

import pytest

from timeline.model import RawDocument
from timeline.read import read_document

CHINESE = """青溪广场牵手十家商户

· 云岭新机场通过验收(21:22)
· 江州女排夺得冠军(21:10)
· 全市教育大会召开(19:40)
5月10日，青溪广场将与十家商户签订合作协议。届时将举行签约仪式，欢迎各界人士参加，共同见证这一时刻。
"""
TRADITIONAL = """青溪廣場牽手十家商戶

[2024-05-09 18:20] 雲嶺新機場通過驗收
[2024-05-09 17:10] 江州女排奪得冠軍
[2024-05-08 20:15] 全市教育大會召開
5月10日，青溪廣場將與十家商戶簽訂合作協議。屆時將舉行簽約儀式，歡迎各界人士參加，共同見證這一時刻。
"""
ENGLISH = """Quayside Market signs ten traders

- Airport passes its inspection (21:22)
- County wins the cup (21:10)
- Schools conference held (19:40)

On May 10, Quayside Market will sign agreements with ten traders. A ceremony follows in the hall, and all are welcome.
"""
PROGRAMME = """青溪广场牵手十家商户

5月10日，青溪广场将与十家商户签订合作协议。届时将举行签约仪式，欢迎各界人士参加，共同见证这一时刻。
来宾签到(09:00)
主持人致辞(09:30)
签约仪式(10:00)
"""


@pytest.mark.parametrize("text", [CHINESE, TRADITIONAL, ENGLISH])
def test_headlines_with_the_moment_they_were_posted_are_of_other_pages(text: str) -> None:
    """A run of them is left out, and the reason told; the article stays."""
    [article] = read_document(RawDocument(source="page.txt", text=text))
    assert "teasers" in [reason for _, reason in article.dropped]
    body = " ".join(sentence.text for sentence in article.sentences)
    assert "10" in body
    assert "19:40" not in body
    assert "20:15" not in body


def test_a_programme_that_goes_on_in_full_hours_stays() -> None:
    """Hours in brackets that follow each other are no moments of posting."""
    [article] = read_document(RawDocument(source="page.txt", text=PROGRAMME))
    assert [sentence.text for sentence in article.sentences][-3:] == [
        "来宾签到(09:00)",
        "主持人致辞(09:30)",
        "签约仪式(10:00)",
    ]


def test_a_headline_with_its_day_below_the_foot_is_of_another_page() -> None:
    """The foot of a page goes on over what is posted below it."""
    text = (
        "江州新桥通车\n\n4月22日，江州新桥通车。市民可以步行过桥，两岸的距离缩短了三公里，全市交通因此更加方便。\n\n"
        "版权所有 江州在线\n云岭灯会圆满落幕2025-05-15\n"
    )
    [article] = read_document(RawDocument(source="page.txt", text=text))
    assert "灯会" not in " ".join(sentence.text for sentence in article.sentences)
