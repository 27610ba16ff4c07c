"""Dates alone on their line: the line above names what happens then, or what stands below tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise, takewhile

from timeline.extract.clauses import Range, Scope, split_clauses
from timeline.extract.names import is_organization
from timeline.extract.table import column_use
from timeline.extract.venue import is_place
from timeline.extract.words import Words, is_latin
from timeline.lexicon.forms import lower
from timeline.lexicon.places import venue_suffixes
from timeline.lexicon.script import fold
from timeline.lexicon.vocabulary import Vocabulary, words_pattern
from timeline.model import Article, Place, Precision, Sentence, Span, TimeMention

LONGEST = 120
"""Characters of a line that may name something."""
PLACE = 40
"""Characters of the place behind a date: 4月1日—5月10日 一号展厅."""
CHRONICLE = 2
"""So many days over text make a chronicle; one may be a date of the page."""
ENTRY = 8
"""Sentences of an entry that its date closes, at most."""
ROWS = 12
"""Rows below a day that belong to it, at most."""
NUMBER = re.compile(r"^\W{0,4}(?:[一二三四五六七八九十]{1,3}[、)]|[0-9]{1,2}[.、)])\W{0,2}")
PLAIN = 4
"""Level of a heading that only its place shows; those above have a number or sign."""
SHORT = 2
"""A stem so short needs what is said of it: 报名时间."""
TAIL = re.compile(r"(?<=..)(?:的?(?:时间|日期)|来[啦咯喽了])\W{0,3}$")
"""What a heading says of its name besides: 报名时间, 第一次授课来啦."""
CATEGORY = re.compile(r"[A-Z]{3,16}")
"""What sorts the happenings of a day: MUSIC, LECTURE."""
AMOUNT = re.compile(r"[0-9%]")
"""What more than a date tells: After April 2, 2026, 100 %."""
FIELD = re.compile(r"\W{0,4}[^:]{1,12}: ?(?!$)(?![0-9])")
"""A field of what was named before: 主讲人：林晓."""
LETTER = re.compile(r"[^\W\d_]")
EDGE = " ,，、|/·•()（）-–—:：@"
"""What may stand between a date and its place."""

Dated = Mapping[int, Sequence[TimeMention]]


def find_telling(article: Article, mentions: Sequence[TimeMention], vocabulary: Vocabulary) -> Mapping[int, list[int]]:
    """Return for each sentence that is a date and no more than its place those that tell what happens then.

    A day over the hours of a programme has none. Where more dates stand over a short line than under one, they head
    what follows and none has its name above but the one under the field name of a notice (一、论坛时间) or under the
    name of a gathering. A date under a field name in one of several like sections (2.资格审核 / 时间：…) is named by
    the heading of its section. The days of a chronicle have their text below.
    """
    dated: dict[int, list[TimeMention]] = {}
    for index, group in groupby(filter(says_day, mentions), key=lambda mention: mention.sentence):
        dated[index] = list(group)
    alone = [index for index in _alone(article, dated) if not _heads_hours(dated.get(index + 1, ()))]
    posts = _posts(alone, dated)
    alone = [index for index in alone if index not in posts]
    sections = {index: above for index in dated if (above := _section_above(article, index, dated)) is not None}
    alone = [index for index in alone if index not in sections]
    names = [index for index in alone if _may_name(article, index - 1, dated, vocabulary)]
    heads = [index for index in alone if _may_name(article, index + 1, dated, vocabulary, below=True)]
    above, below = _distinct(article, names, -1), _distinct(article, heads, 1)
    if above < below or (above == below and not _begins_above(article, alone)):
        names = [
            index for index in names if _is_label(article.sentences[index - 1]) or _parts(article, index, vocabulary)
        ]
    told = {index: [index - 1] for index in names}
    days = [index for index in alone if index not in told and _is_day(dated[index])]
    if len(days) >= CHRONICLE:
        told |= _of_chronicle(article, days, dated)
    labelled = {index: [index - 1] for index in alone if index not in told and _is_under_label(article, index)}
    return told | labelled | ({index: [head] for index, head in sections.items()} if _differ(sections) else {})


def _differ(sections: Mapping[int, int]) -> bool:
    return len(set(sections.values())) > 1


def _posts(alone: Sequence[int], dated: Dated) -> set[int]:
    """Return the lines that say to the minute when other pages appeared, the newest first."""
    clocked = [(index, when.start) for index in alone if (when := dated[index][0].when) and when.start and not when.end]
    timed = [(index, start) for index, start in clocked if len(start) > len("2026-01-01T00")]
    falls = any(later > earlier for (_, later), (_, earlier) in pairwise(timed))
    return {index for index, _ in timed} if falls else set()


def says_day(mention: TimeMention) -> bool:
    """Return whether a time is more than a part of the day in a name: An Evening with Ada Reed."""
    when = mention.when
    return when is None or when.precision is not Precision.PART or when.basis not in ("inherited", "inferred")


def _alone(article: Article, dated: Dated) -> Iterator[int]:
    """Yield the sentences that are a date and nothing else, or in a list of such with its place."""
    rests = {index: _rest(article.sentences[index], found) for index, found in dated.items()}
    placed = [
        index
        for index, rest in rests.items()
        if rest and _leads(dated[index]) and _is_apart(article, index, rests) and _is_place(rest)
    ]
    bare = [index for index, rest in rests.items() if rest == ""]
    yield from sorted([*bare, *(placed if len(placed) + len(bare) > 1 else ())])


def _is_day(mentions: Sequence[TimeMention]) -> bool:
    when = mentions[0].when
    return when is not None and when.precision.rank >= Precision.DAY.rank


def _is_apart(article: Article, index: int, rests: Mapping[int, str | None]) -> bool:
    """Return whether a line without a date stands before a date with its place, as the name of what happens would."""
    return index - 1 not in rests and index > 0 and article.sentences[index - 1].role in ("row", "heading")


def _leads(mentions: Sequence[TimeMention]) -> bool:
    return mentions[0].local.start <= 2


def _rest(sentence: Sentence, mentions: Sequence[TimeMention]) -> str | None:
    """Return what a line says besides its dates, without marks; None for prose, stamps and more than a place."""
    if sentence.role == "stamp" or len(sentence.view) > LONGEST:
        return None
    rest, position = "", 0
    for mention in mentions:
        rest += sentence.view[position : mention.local.start]
        position = mention.local.end
    rest = (rest + sentence.view[position:]).strip(EDGE)
    if not LETTER.search(rest):
        return None if AMOUNT.search(rest) else ""
    return rest if sentence.role != "body" and " | " not in sentence.view and len(rest) <= PLACE else None


def _is_place(rest: str) -> bool:
    """Return whether what stands behind a date is a place: 一号展厅, Gallery One, Hill Park, Ashford."""
    latin = is_latin(rest.lower())
    return is_place(rest, latin) or (latin and not _venues().isdisjoint(re.findall("[a-z]+", rest.lower())))


@cache
def _venues() -> frozenset[str]:
    return frozenset(word.lower() for word in venue_suffixes("en"))


def place_behind(sentence: Sentence, mentions: Sequence[TimeMention]) -> Place | None:
    """Return the place behind a date that stands with it on its line."""
    rest = sentence.text[max(mention.local.end for mention in mentions) :].strip(EDGE)
    return Place(name=rest) if len(rest) <= PLACE and LETTER.search(rest) and _is_place(fold(rest)) else None


def _distinct(article: Article, indices: Sequence[int], side: int) -> int:
    """Return how many different lines stand beside dates; what is said again and again names nothing."""
    return len({article.sentences[index + side].view for index in indices})


def _begins_above(article: Article, alone: Sequence[int]) -> bool:
    """Return whether the line before the first date is one of a list, not what heads the whole."""
    return bool(alone) and alone[0] > 1 and article.sentences[alone[0] - 1].role == "row"


def _of_chronicle(article: Article, days: Sequence[int], dated: Dated) -> Mapping[int, list[int]]:
    """Return what tells of the days of a chronicle: the text below, or the line above that opens what they close."""
    if days[-1] + 1 < len(article.sentences):
        return {day: list(_below(article, day, dated)) for day in days}
    closed = {}
    for before, day in pairwise([-1, *days]):
        opening = next((place for place in range(before + 1, day) if _may_name(article, place, dated)), None)
        if opening is not None and day - opening <= ENTRY and article.sentences[day - 1].role == "body":
            closed[day] = [opening]
    return closed


def _below(article: Article, index: int, dated: Dated) -> Iterator[int]:
    """Yield what stands below a day: the first sentence of its text, or the rows of its list.

    Rows over prose are the title of a piece that the day only stamps.
    """
    following = article.sentences[index + 1 : index + 1 + ROWS]
    if following and following[0].role == "body":
        if not any(_leads([mention]) for mention in dated.get(index + 1, ())):
            yield index + 1
        return
    rows = [*takewhile(lambda sentence: sentence.role == "row" and _is_entry(sentence.view), following)]
    if len(rows) < len(following) and following[len(rows)].role == "body":
        return
    yield from (place for place in range(index + 1, index + 1 + len(rows)) if place not in dated)


def _is_entry(view: str) -> bool:
    """Return whether a row below a day may say what happens: no cells, no field, no link, nothing that only sorts."""
    sorts = CATEGORY.fullmatch(view) or FIELD.match(view) or column_use(view)
    return not sorts and " | " not in view and words_pattern("link").match(lower(view)) is None


def _is_under_label(article: Article, index: int) -> bool:
    """Return whether a date stands under the field name of a notice: ### 时间."""
    return index > 0 and _is_label(article.sentences[index - 1])


def _parts(article: Article, index: int, vocabulary: Vocabulary) -> bool:
    """Return whether a date stands between the name of a gathering and a line that is none: its venue."""
    below = article.sentences[index + 1 : index + 2]
    return _names_gathering(article.sentences[index - 1], vocabulary) and not any(
        _names_gathering(sentence, vocabulary) for sentence in below
    )


def _names_gathering(sentence: Sentence, vocabulary: Vocabulary) -> bool:
    head = vocabulary.head_of(lower(sentence.view).strip(' "“”《》'))
    return head is not None and head.gathering


def scope_telling(words: Words, scope: Scope) -> Scope:
    """Return the scope of a date with what tells of it: prose, or a line without number and field name."""
    if words.sentence.role == "body":
        mention = scope.mention.model_copy(update={"local": Span(start=0, end=0)})
        return Scope(mention, Range(0, 0), tuple(split_clauses(words.sentence)), 0)
    number, tail = NUMBER.match(words.view), TAIL.search(words.view)
    start = number.end() if number else 0
    end = tail.start() if tail and tail.start() - start > SHORT else len(words.view)
    mention = scope.mention.model_copy(update={"local": Span(start=start, end=start)})
    return Scope(mention, Range(start, start), (Range(start, max(start, end)),), 0)


def _section_above(article: Article, index: int, dated: Dated) -> int | None:
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
    return words_pattern("label").fullmatch(lower(field.strip(" :*#·•-"))) is not None


def _may_name(
    article: Article, index: int, dated: Dated, vocabulary: Vocabulary | None = None, *, below: bool = False
) -> bool:
    """Return whether a sentence is a short line without a date: no heading of a column, no body that signs.

    Args:
        below: Whether it stands under the date; then it must not be the heading of a section.
    """
    if not 0 <= index < len(article.sentences) or index in dated:
        return False
    sentence = article.sentences[index]
    section = sentence.role == "heading" and 0 < sentence.level < PLAIN
    if column_use(sentence.view) not in (None, "name") or (below and (section or NUMBER.match(sentence.view))):
        return False
    signs = vocabulary is not None and is_organization(sentence.view) and not _names_gathering(sentence, vocabulary)
    listed = sentence.role in ("heading", "row", "title") and not signs and not CATEGORY.fullmatch(sentence.view)
    return listed and 2 < len(sentence.view) <= LONGEST and LETTER.search(sentence.view) is not None
