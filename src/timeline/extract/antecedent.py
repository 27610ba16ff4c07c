"""The name of a happening that an earlier sentence brings in without a date: …, an exhibition. It runs until May."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extract import chinese, english
from timeline.extract.clauses import Range, split_clauses
from timeline.extract.draft import Draft
from timeline.extract.english_phrase import PROPER
from timeline.extract.words import Words
from timeline.lexicon.forms import lower
from timeline.lexicon.script import fold
from timeline.lexicon.vocabulary import Vocabulary, words_pattern
from timeline.model import Article, Sentence

REACH = 3
"""Sentences before an event in which its name may have been brought in."""
LABELS = 8
"""Rows before and after a dated one in which a label may name the event."""
NOWHERE = Range(-1, -1)
EDITION = re.compile("[本今这這][届屆]")
"""What points back to an edition."""
INTRODUCED = re.compile(rf"({PROPER.pattern}(?:: {PROPER.pattern})?), an? (?:[\w'’-]+ ){{0,4}}$")
"""A name with what it is behind it: Woven Together: Cloth in Leeds, an exhibition."""


def find_antecedent(article: Article, draft: Draft) -> tuple[str, str] | None:
    """Return name and kind of the gathering named last before an event that has none, if one is near."""
    for words, name in _names_before(article, draft):
        if name.is_empty or name.cut(words.lower) in words.vocabulary.suffixes:
            continue  # a bare noun names nothing
        head = words.vocabulary.head_in(name.cut(words.lower))
        if head is not None or words.is_latin:
            return name.cut(words.sentence.text), head.kind if head else draft.kind
    return None


def _names_before(article: Article, draft: Draft) -> Iterator[tuple[Words, Range]]:
    """Yield what the clauses before an event (A招展启动，展会将于6月12日举行) and the sentences before it name."""
    if not draft.words.is_latin:
        before = [clause for clause in split_clauses(draft.words.sentence) if clause.end <= draft.clause.start]
        yield draft.words, chinese.find_lone_name(draft.words, tuple(before), NOWHERE)
    for index in range(draft.sentence - 1, max(-1, draft.sentence - 1 - REACH), -1):
        words = Words(article.sentences[index], draft.words.vocabulary)
        name = _introduced(words) if words.is_latin else _named(words)
        yield words, _edition(words, name) if EDITION.match(draft.title) else name


def _edition(words: Words, name: Range) -> Range:
    """Return what 本届 points back to: the fair in 第五届茶博会筹备工作会."""
    if not words.view.startswith(("第", "首届"), name.start):
        return name
    inside = (hit.end for hit in words.heads if name.start < hit.start and hit.end <= name.end and hit.rule.gathering)
    return name._replace(end=next(inside, name.end))


def find_labelled_name(article: Article, draft: Draft) -> str | None:
    """Return the name that a label near a dated row gives: 活动名称：…, Event: …"""
    first = max(0, draft.sentence - LABELS)
    for sentence in article.sentences[first : draft.sentence + LABELS + 1]:
        field, mark, value = sentence.view.partition(":")
        if mark and value.strip() and words_pattern("column-name").fullmatch(lower(field.strip(" *·•-"))):
            return sentence.text[len(field) + 1 :].strip(" *")
    return None


def find_name_in(headline: str, vocabulary: Vocabulary) -> str | None:
    """Return the name of a gathering in a Chinese headline, without what is said of it; None where there is none.

    Examples:
        >>> from timeline.lexicon.vocabulary import load_vocabulary
        >>> find_name_in("关于举办第三届江州茶博会的通知", load_vocabulary())
        '第三届江州茶博会'
    """
    words = Words(Sentence(text=headline, view=fold(headline), segments=((0, 0),), role="title"), vocabulary)
    if words.is_latin:
        return None
    clauses = tuple(split_clauses(words.sentence))
    opened = [hit.end for hit in words.predicates if "*" in hit.rule.yields]
    name = chinese.find_lone_name(words, clauses, NOWHERE)
    behind = Range(max([end for end in opened if name.start < end < name.end], default=name.start), name.end)
    return behind.cut(headline) or None


def _named(words: Words) -> Range:
    return chinese.find_lone_name(words, tuple(split_clauses(words.sentence)), NOWHERE)


def _introduced(words: Words) -> Range:
    """Return the proper name with the noun of a happening in it or behind it."""
    for hit in words.heads:
        named = INTRODUCED.search(words.view[: hit.start]) if hit.rule.gathering else None
        if named:
            return Range(*named.span(1))
    return english.find_lone_name(words, tuple(split_clauses(words.sentence)), NOWHERE)
