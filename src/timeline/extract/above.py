"""Dates alone on their line under the name of what happens then, as in lists of important dates and of exhibitions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from timeline.extract.clauses import Range, Scope
from timeline.extract.table import column_use
from timeline.extract.words import Words
from timeline.lexicon.forms import LOWER
from timeline.lexicon.vocabulary import Vocabulary, words_pattern
from timeline.model import Article, Sentence, Span, TimeMention

LONGEST = 120
"""Characters of a line that may name something."""
NUMBER = re.compile(r"^\W{0,4}(?:[一二三四五六七八九十]{1,3}[、)]|[0-9]{1,2}[.、)])\W{0,2}")
TAIL = re.compile(r"(?<=..)(?:的?(?:时间|日期)|来[啦咯喽了])\W{0,3}$")
"""What a heading says of its name besides: 报名时间, 第一次授课来啦."""
SOURCE = 3
"""So often over a date, the same line is the source of what follows and names nothing."""
LETTER = re.compile(r"[^\W\d_]")


def find_names_above(article: Article, mentions: Sequence[TimeMention], vocabulary: Vocabulary) -> Mapping[int, int]:
    """Return for each sentence that is a date and nothing else the index of the line above that names it.

    A day over the hours of a programme has no name. Where more dates stand over a short line than under one, they head
    what follows and none has its name above but the one under the field name of a notice (一、论坛时间) or under the
    name of a gathering. A date under a field name in one of several like sections (2.资格审核 / 时间：…) is named by
    the heading of its section.
    """
    dated: dict[int, list[TimeMention]] = {}
    for index, group in groupby(mentions, key=lambda mention: mention.sentence):
        dated[index] = list(group)
    alone = [index for index, found in dated.items() if _is_alone(article.sentences[index], found)]
    alone = [index for index in alone if not _heads_hours(dated.get(index + 1, ()))]
    sections = {index: above for index in dated if (above := _section_above(article, index, dated)) is not None}
    alone = [index for index in alone if index not in sections]
    names = [index for index in alone if _may_name(article, index - 1, dated)]
    lines = Counter(article.sentences[index - 1].view for index in names)
    names = [index for index in names if lines[article.sentences[index - 1].view] < SOURCE]
    heads = [index for index in alone if _may_name(article, index + 1, dated)]
    if len(names) <= len(heads):
        names = [
            index for index in names if _is_label(article.sentences[index - 1]) or _parts(article, index, vocabulary)
        ]
    return {index: index - 1 for index in names} | (sections if len(set(sections.values())) > 1 else {})


def _parts(article: Article, index: int, vocabulary: Vocabulary) -> bool:
    """Return whether a date stands between the name of a gathering and a line that is none: its venue."""
    below = article.sentences[index + 1 : index + 2]
    return _names_gathering(article.sentences[index - 1], vocabulary) and not any(
        _names_gathering(sentence, vocabulary) for sentence in below
    )


def _names_gathering(sentence: Sentence, vocabulary: Vocabulary) -> bool:
    head = vocabulary.head_of(sentence.view.translate(LOWER).strip(' "“”《》'))
    return head is not None and head.gathering


def scope_above(words: Words, scope: Scope) -> Scope:
    """Return the scope of a date with the line that names it, without its number and what it says besides."""
    number, tail = NUMBER.match(words.view), TAIL.search(words.view)
    start, end = number.end() if number else 0, tail.start() if tail else len(words.view)
    mention = scope.mention.model_copy(update={"local": Span(start=start, end=start)})
    return Scope(mention, Range(start, start), (Range(start, max(start, end)),), 0)


def _is_alone(sentence: Sentence, mentions: Sequence[TimeMention]) -> bool:
    """Return whether a sentence holds nothing but times, and one of them a day."""
    rest, position = "", 0
    for mention in mentions:
        rest += sentence.view[position : mention.local.start]
        position = mention.local.end
    rest += sentence.view[position:]
    return sentence.role != "stamp" and LETTER.search(rest) is None


def _section_above(article: Article, index: int, dated: Mapping[int, object]) -> int | None:
    """Return the line that heads the section in which a sentence says when: 时间：5月3日, or a row under 时间."""
    sentence = article.sentences[index]
    field, mark, _ = sentence.view.partition(":")
    if mark and _is_label_text(field):
        above = index - 1
    elif index and sentence.role in ("row", "heading") and _is_label(article.sentences[index - 1]):
        above = index - 2
    else:
        return None
    if not _may_name(article, above, dated) or ":" in article.sentences[above].view:
        return None
    head = article.sentences[above]
    return above if (head.role == "heading" or NUMBER.match(head.view)) and not _is_label(head) else None


def _heads_hours(following: Sequence[TimeMention]) -> bool:
    """Return whether the line below takes its day from the one above, as the hours of a programme do."""
    when = following[0].when if following else None
    return when is not None and when.basis == "inherited"


def _is_label(sentence: Sentence) -> bool:
    """Return whether a line is the field name of a notice: 一、论坛时间."""
    return _is_label_text(NUMBER.sub("", sentence.view))


def _is_label_text(field: str) -> bool:
    return words_pattern("label").fullmatch(field.strip(" :*#·•-").translate(LOWER)) is not None


def _may_name(article: Article, index: int, dated: Mapping[int, object]) -> bool:
    """Return whether a sentence is a short line without a date, and not the heading of a column."""
    if not 0 <= index < len(article.sentences) or index in dated:
        return False
    sentence = article.sentences[index]
    if column_use(sentence.view) not in (None, "name"):
        return False
    listed = sentence.role in ("heading", "row", "title")
    return listed and 2 < len(sentence.view) <= LONGEST and LETTER.search(sentence.view) is not None
