"""Any text goes the whole way: no exception, and every event quotes the text at its offsets."""

from __future__ import annotations

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


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_text_gives_a_grounded_timeline(pieces: list[str]) -> None:
    """Events and candidates quote the document exactly."""
    text = "".join(pieces).lstrip("\ufeff")
    data = text.encode("utf-8", "ignore")
    document = data.decode("utf-8")
    line = tl.build_timeline(tl.read_articles(data, options=tl.Options(published="2026-03-10")))
    for event in (*line.events, *line.candidates):
        for passage in event.evidence:
            assert document[passage.start : passage.end] == passage.text
