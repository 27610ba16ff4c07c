"""Any text goes the whole way: no exception, every event quotes the text, and how it is written changes nothing."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
import zhconv
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline as tl

PIECES = (
    "第三届江州合唱节", "将于", "3月5日", "2026年4月", "下午2时", "至", "前", "在江州剧院", "举行", "开幕",
    "，", "。", "\n", "\n\n", "“", "”", "《", "》", "（", "）", "：", "|", "\t", "　", "原定", "推迟至",
    "取消", "会上", "发布", "《养老报告》", "主办单位：", "地点：", "本报讯（记者 林知夏）",
    "发布时间：2026-03-01", "---", "# ", "- ", "May 3", "on Friday", "will be held", "The Leeds Forum",
    " in Leeds", ", ", ". ", "postponed to ", "<div>", "</div>", "&nbsp;", "\x00", "😀", "截至", "同比增长7%",
    "今（16）日", "10:00-11:30", "1",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map("".join)
OPTIONS = st.builds(
    tl.Options,
    published=st.sampled_from([None, "2026-03-10", "2026-03-10T23:59", "0001-01-01", "9999-12-31"]),
    timezone=st.sampled_from([None, "Asia/Shanghai", "America/New_York", "No/Where"]),
    min_confidence=st.sampled_from([0.0, 0.5, 1.0]),
    now=st.sampled_from([None, "2026-02-01T00:00:00Z"]),
)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "articles").iterdir())
SENTENCES = (
    "4月18日，第三届江州合唱节在江州剧院开幕，来自周边城市的二十六支合唱团将带来四十余首作品。",
    "4月25日上午，江州市茶业协会在云岭县举行成立大会，一百二十多名茶农和经销商的代表到会。",
    "江州市图书馆新馆将于5月6日开馆，读者可以在那里借阅图书，也可以在靠窗的座位上安静地读书。",
    "原定5月9日举行的青川半程马拉松推迟至5月23日，已经报名的选手不需要再办理任何手续。",
    "江州大学与青川县政府5月12日签署合作协议，双方将在人才培养和乡村教育方面开展长期合作。",
)
PLAIN = "当地居民说，今年的春天来得比往常早一些，山上的花已经开了大半，游人也渐渐多了起来。"

Facts = list[tuple[str, str]]


def build(text: str, options: tl.Options | None = None) -> tl.Timeline:
    """Return the timeline of one document."""
    return tl.build_timeline(tl.read_articles(text.encode("utf-8", "ignore"), options=options))


def facts(text: str) -> Facts:
    """Return day and kind of each event of a text published on 10 April 2026, in an order that no id decides."""
    return sorted((event.when.edtf, event.kind) for event in build(text, tl.Options(published="2026-04-10")))


@given(TEXTS, OPTIONS)
@settings(max_examples=120, deadline=None, derandomize=True)
def test_any_text_gives_a_grounded_timeline(text: str, options: tl.Options) -> None:
    """Events and candidates quote the document exactly, whatever the settings."""
    document = text.lstrip("\ufeff").encode("utf-8", "ignore").decode("utf-8")
    line = build(document, options)
    for event in (*line.events, *line.candidates):
        for passage in event.evidence:
            assert document[passage.start : passage.end] == passage.text


def articles_of(texts: Iterable[str]) -> list[tl.Article]:
    """Return the articles of some documents, named by their number."""
    return [
        article.model_copy(update={"info": article.info.model_copy(update={"source": f"{number}.txt"})})
        for number, text in enumerate(texts)
        for article in tl.read_articles(text.encode("utf-8", "ignore"), options=tl.Options(published="2026-03-10"))
    ]


@given(st.lists(TEXTS | st.sampled_from(SENTENCES), max_size=5), st.integers(0, 99))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_order_and_copies_of_articles_change_nothing(texts: list[str], seed: int) -> None:
    """Shuffled articles give an equal timeline; given twice under another name they only gain that copy."""
    articles = articles_of(texts)
    line = tl.build_timeline(articles)
    shuffled = articles[:]
    random.Random(seed).shuffle(shuffled)
    assert tl.build_timeline(shuffled) == line
    again = [item.model_copy(update={"info": item.info.model_copy(update={"source": "z.txt"})}) for item in articles]
    doubled = tl.build_timeline([*again, *shuffled])
    assert (doubled.events, doubled.candidates) == (line.events, line.candidates)
    assert [info.id for info in doubled.articles] == [info.id for info in line.articles]
    assert all("z.txt" in info.copies for info in doubled.articles)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # zhconv leaves its dictionary open
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_both_scripts_give_the_same_events(path: Path) -> None:
    """An article and its conversion have the same number of events, of the same days and kinds."""
    text = path.read_text(encoding="utf-8")
    assert facts(zhconv.convert(text, "zh-hant")) == facts(text) == facts(zhconv.convert(text, "zh-hans"))


def wrap(text: str, width: int) -> str:
    """Return a text in lines of at most so many columns; a Chinese character takes two."""
    lines, used = [""], 0
    for character in text:
        columns = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if used + columns > width and character not in "，。":
            lines.append("")
            used = 0
        lines[-1] += character
        used += columns
    return "\n".join(lines)


@pytest.mark.parametrize("width", [20, 38, 76])
@given(st.permutations(SENTENCES))
@settings(max_examples=8, deadline=None, derandomize=True)
def test_wrapped_paragraphs_give_the_same_events(width: int, sentences: list[str]) -> None:
    """A paragraph set in a column of any width says what it says on one line."""
    text = "".join((sentences[0], PLAIN, *sentences[1:]))
    assert facts(wrap(text, width)) == facts(text)
    assert len(facts(text)) == len(SENTENCES)
