"""The texts that the time taggers are measured on: the example articles, and made-up news of both languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
PARAGRAPHS = 400
"""Paragraphs of each made-up corpus; three sentences each, about half of them with a date."""

DATES = {
    "zh": (
        *("5月26日", "2025年3月13日至17日", "上周五下午", "昨日7时许", "6月中旬", "周三（28日）", "去年第三季度"),
        *("2024年", "明天上午9时30分", "今年国庆假期", "31日", "６月８日", "三天前", "截至5月底"),
    ),
    "en": (
        *("on May 26", "from March 13 to 17, 2025", "last Friday afternoon", "on Tuesday", "in mid-June", "in 2024"),
        *("at 9:30 a.m. tomorrow", "in the third quarter of last year", "three days ago", "by the end of May"),
        *("on Wednesday, May 28", "over the National Day holiday", "on 3 June 2025", "since last month"),
    ),
}
SENTENCES = {
    "zh": (
        "记者从市文化和旅游局获悉，河畔音乐节{date}在滨江公园开幕，来自多地的乐队登台演出。",
        "主办方介绍，本届展会设置四个展区，参展企业超过300家，预计观众人数比上届增长12.5%。",
        "{date}，两地签署合作备忘录，将共建青年创业基地，首批项目总投资约8亿元。",
        "一位参会代表说，老城更新要留住街巷的烟火气，也要让居民住得更舒心。",
        "据组委会消息，比赛报名工作{date}启动，选手可通过线上平台提交作品和资料。",
        "图书馆新馆位于文昌路18号，建筑面积2.6万平方米，设有阅览座位1500个。",
    ),
    "en": (
        "The city council said {date} that the riverside music festival would open in the new park.",
        "Organizers expect more than 300 companies in four halls, and attendance is up 12.5 percent on the last fair.",
        "The two ports signed a memorandum {date} and agreed to build a shared yard for green shipping.",
        "One delegate said old streets should keep their life while homes become more comfortable to live in.",
        "Registration for the contest opened {date}, and entries can be sent through the online platform.",
        "The library stands at 18 Wenchang Road, covers 26,000 square metres and offers 1,500 seats to its readers.",
    ),
}


class Corpus(NamedTuple):
    """Texts of one language."""

    name: str
    """What they are."""
    language: str
    """`zh` or `en`."""
    texts: list[str]
    """The texts."""


def corpora() -> tuple[Corpus, ...]:
    """Return the corpora, always the same."""
    examples: dict[str, list[str]] = {"zh": [], "en": []}
    for path in sorted(EXAMPLES.glob("*.*")):
        text = path.read_text(encoding="utf-8")
        examples["zh" if any("一" <= char <= "鿿" for char in text) else "en"].append(text)
    made = [Corpus(f"made-up {language}", language, ["\n".join(paragraphs(language))]) for language in ("zh", "en")]
    return (*(Corpus(f"examples {language}", language, texts) for language, texts in examples.items()), *made)


def paragraphs(language: str) -> Iterator[str]:
    """Yield the paragraphs of a made-up corpus."""
    dates, sentences = cycle(DATES[language]), cycle(SENTENCES[language])
    for _ in range(PARAGRAPHS):
        yield join(language, [next(sentences).format(date=next(dates)) for _ in range(3)])


def join(language: str, sentences: Sequence[str]) -> str:
    """Return sentences as one paragraph."""
    return ("" if language == "zh" else " ").join(sentences)


def first_texts(corpus: Corpus, characters: int) -> list[str]:
    """Return the beginning of a corpus, cut at paragraphs, for taggers that are too slow for all of it."""
    lines = (line for text in corpus.texts for line in text.splitlines())
    taken, size = [], 0
    for line in islice(lines, 100_000):
        if size >= characters:
            break
        taken.append(line)
        size += len(line)
    return taken
