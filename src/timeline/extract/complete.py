"""What the rest of an article says of its main event: 主办单位：…, 地点：…, 此届论坛由…主办."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline.extract.clauses import Range
from timeline.extract.draft import Draft
from timeline.extract.organizers import beside_role, names_in
from timeline.extract.place import is_place
from timeline.extract.words import Words, find_words
from timeline.lexicon.vocabulary import Vocabulary
from timeline.model import Article, Organizer, Place

PLACE_LABEL = re.compile(
    r"^\W{0,6}(?:[一二三四五六七八九十]、|[0-9][.、])?(?:(?:活动|会议|举办|举行|论坛|展会|展览|比赛|培训|讲座|大会|集合|报到)?(?:地点|地址|会场|场地)"
    r"|venue|location|where|place)\W{0,4}[:：]\s*",
    re.IGNORECASE,
)
NEARBY = 40
"""Sentences after (and 12 before) the main event in which labels still speak of it."""


def complete_main(main: Draft | None, article: Article, vocabulary: Vocabulary) -> None:
    """Give the main event the place and the organizers that labels and other sentences state."""
    if main is None:
        return
    around = range(max(0, main.sentence - 12), min(len(article.sentences), main.sentence + NEARBY))
    if main.place is None:
        main.place = next(_places(article, around), None)
    if not main.organizers:
        main.organizers = tuple(_organizers(article, around, vocabulary))


def _places(article: Article, around: Iterable[int]) -> Iterator[Place]:
    for index in around:
        sentence = article.sentences[index]
        label = PLACE_LABEL.match(sentence.view)
        if label and label.end() < len(sentence.view):
            name = sentence.text[label.end() :].strip(" 。.")
            yield Place(name=re.split(r"[，,；;。]", name)[0][:80])
        elif label and index + 1 < len(article.sentences):
            name = article.sentences[index + 1].text.strip(" 。.")
            if is_place(name, name.isascii()):
                yield Place(name=name)


def _organizers(article: Article, around: Iterable[int], vocabulary: Vocabulary) -> Iterator[Organizer]:
    label: str | None = None
    seen = set()
    for index in around:
        sentence = article.sentences[index]
        words = find_words(sentence, vocabulary) if label or _names_role(sentence.view) else None
        if words is None:
            continue
        found, label = _in_sentence(words, label)
        for organizer in found:
            if (organizer.name, organizer.role) not in seen:
                seen.add((organizer.name, organizer.role))
                yield organizer


def _names_role(view: str) -> bool:
    return any(
        sign in view for sign in ("办", "指导单位", "支持单位", "发起", "sted by", "nized by", "nised by", "sored by")
    )


def _in_sentence(words: Words, label: str | None) -> tuple[list[Organizer], str | None]:
    """Return the organizers of a sentence, and the role that a label alone on its line gives to the next ones."""
    whole = Range(0, len(words.view))
    if words.roles and words.sentence.role in ("heading", "row", "body"):
        hit = words.roles[0]
        if words.view[hit.end :].strip("单位方机构者为是: 　") == "" and hit.start < 4:
            return [], hit.rule.role
        return [item for hit in words.roles for item in beside_role(words, hit, whole)], None
    if label and len(words.view) <= 60 and not re.search(r"[。:]", words.view):
        return list(names_in(words, whole, label)), label
    return [], None
