"""Measure merging: seconds and memory for 10,000 and 100,000 made-up reports, and for the worst shapes of input.

    python -m benchmarks.merge

The reports repeat as news does: each happening is told by some three articles on average, with another title, in the
other script or language, with a vague or an exact date. Runs of the small and the large set take turns and the fastest
counts, for other programs only ever slow one down. "Ratio" is the time for each report of the large set, as a multiple
of that of the small one; 1 is linear. "Pairs" are the comparisons for each report of either set.
"""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Sequence
from datetime import date, timedelta

from timeline.merge import merge_mentions
from timeline.merge.blocks import find_pairs
from timeline.merge.report import gather_reports
from timeline.model import ArticleInfo, EventMention, Evidence, Precision, When

SMALL, LARGE = 10_000, 100_000
RUNS = 3
CITIES = ["深圳", "郑州", "杭州", "成都", "武汉", "上海", "广州", "西安"]
ENGLISH = ["Shenzhen", "Zhengzhou", "Hangzhou", "Chengdu", "Wuhan", "Shanghai", "Guangzhou", "Xi'an"]
TOPICS = [
    ("机器人", "Robotics"),
    ("茶叶", "Tea"),
    ("电影", "Film"),
    ("非遗", "Heritage"),
    ("能源", "Energy"),
    ("医疗", "Medical"),
]
HEADS = [("论坛", "Forum"), ("博览会", "Expo"), ("年会", "Annual Meeting"), ("大赛", "Contest"), ("峰会", "Summit")]
SYLLABLES = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈"
FIRST_DAY = date(2020, 1, 1)
REPORTS_A_DAY = 60


def title_of(happening: int, form: int) -> str:
    """Return one of four names of a happening."""
    chance = random.Random(happening)
    city, (topic, topic_en), (head, head_en) = chance.randrange(8), chance.choice(TOPICS), chance.choice(HEADS)
    name = "".join(chance.choice(SYLLABLES) for _ in range(3))
    chinese = f"{CITIES[city]}{name}{topic}{head}"
    forms = [
        f"第{happening % 30 + 1}届{chinese}",
        chinese,
        f"{chinese}开幕",
        f"{ENGLISH[city]} {topic_en} {head_en} opens",
    ]
    return forms[form]


def repeated(count: int) -> list[EventMention]:
    """Return reports with realistic repetition, spread over days."""
    chance = random.Random(1)
    mentions = []
    for number in range(count):
        happening = chance.randrange(count // 3)
        form = min(int(chance.expovariate(1.1)), 3)
        day = FIRST_DAY + timedelta(days=happening % (count // REPORTS_A_DAY))
        vague = chance.random() < 0.05
        mentions.append(_mention(number, title_of(happening, form), day, vague))
    return mentions


def one_title(count: int) -> list[EventMention]:
    """Return reports of one day that all have one title."""
    return [_mention(number, title_of(1, 1), FIRST_DAY, vague=False) for number in range(count)]


def one_day(count: int) -> list[EventMention]:
    """Return reports of one day, each with a title of its own."""
    return [_mention(number, title_of(number, 1), FIRST_DAY, vague=False) for number in range(count)]


def one_month(count: int) -> list[EventMention]:
    """Return reports of one month, most of them vague."""
    return [_mention(number, title_of(number % (count // 3), 1), FIRST_DAY, number % 10 > 0) for number in range(count)]


def _mention(number: int, title: str, day: date, vague: bool) -> EventMention:
    text = day.isoformat()[: 7 if vague else 10]
    at = number % 50 * 120
    return EventMention(
        title=title,
        kind="conference",
        confidence=0.8,
        when=When(start=text, precision=Precision.MONTH if vague else Precision.DAY, text=text),
        key=f"{number // 50:08x}:{at}:{number}",
        evidence=(Evidence(article=f"{number // 50:08x}", start=at, end=at + len(title), text=title),),
    )


def articles_of(mentions: Sequence[EventMention]) -> list[ArticleInfo]:
    """Return the articles that the reports stand in."""
    ids = sorted({mention.evidence[0].article for mention in mentions})
    return [
        ArticleInfo(id=key, source=f"{key}.txt", start=0, end=6000, published=f"2026-01-{at % 28 + 1:02}")
        for at, key in enumerate(ids)
    ]


def seconds(mentions: Sequence[EventMention], articles: Sequence[ArticleInfo]) -> float:
    """Return the processor time of merging once."""
    begin = time.process_time()
    merge_mentions(mentions, articles)
    return time.process_time() - begin


def peak(mentions: Sequence[EventMention], articles: Sequence[ArticleInfo]) -> tuple[int, float]:
    """Return the number of events, and the megabytes that merging adds at most, its result included."""
    tracemalloc.start()
    events = len(merge_mentions(mentions, articles).events)
    megabytes = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return events, megabytes


def comparisons(mentions: Sequence[EventMention]) -> float:
    """Return the comparisons for each mention: what a busy machine does not change."""
    return sum(1 for _ in find_pairs(gather_reports(mentions))) / len(mentions)


def main() -> None:
    """Print one line for each shape of input, after a first run that loads the lexicons."""
    seconds(repeated(REPORTS_A_DAY * 3), [])
    print("shape          events  s small  s large  ratio  pairs small  large     MB")
    for make in (repeated, one_title, one_day, one_month):
        small, large = ((mentions, articles_of(mentions)) for mentions in (make(SMALL), make(LARGE)))
        runs = [(min(seconds(*small), seconds(*small)), seconds(*large)) for _ in range(RUNS)]
        fast, slow = (min(column) for column in zip(*runs, strict=True))
        events, megabytes = peak(*large)
        print(
            f"{make.__name__:<12} {events:>8,} {fast:>8.2f} {slow:>8.2f} {slow / LARGE / (fast / SMALL):>6.2f}"
            f" {comparisons(small[0]):>12.1f} {comparisons(large[0]):>6.1f} {megabytes:>6.0f}"
        )


if __name__ == "__main__":
    main()
