"""What the rest of an article says of its events: 主办单位：…, 地点：…, 此届论坛由…主办."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.extract.clauses import Range
from timeline.extract.draft import Draft
from timeline.extract.names import is_organization
from timeline.extract.organizers import beside_role, names_in
from timeline.extract.venue import is_place
from timeline.extract.words import Words
from timeline.lexicon.script import fold
from timeline.lexicon.vocabulary import Vocabulary, words_pattern
from timeline.model import Article, Organizer, Place

PLACE = (
    r"^\W{0,6}(?:[一二三四五六七八九十]{1,2}[、)]\W{0,2}|[0-9][.、])?(?:(?:(?:本次|此次|本届)?"
    r"(?:活动|会议|举办|举行|召开|论坛|峰会|展会|展览|展出|比赛|赛事|决赛|培训|讲座|大会|年会|集合|报到|上课|演出|签约)的?)?"
    r"(?:地点|地址|会址|会场|场地|举办地|主会场)|venue|location|where|place)"
)
PLACE_LABEL = re.compile(
    PLACE + r"(?:\W{0,4}:\s*|(?:拟|暂)?(?:设在|定在|定于|定为|在|为|是)(?=[^,。]{2,40}(?:[,。]|$))"
    r"|(?<=[点址场地]) +(?=[^ ]{0,20}[\u4e00-\u9fff][^ ]{3,30}$))",
    re.IGNORECASE,
)
PLACE_HEADING = re.compile(PLACE + r"\W{0,4}$", re.IGNORECASE)
CONTACT = re.compile(r"邮编|邮政编码|邮箱|电邮|传真|电话|联系人|e-?mail|\btel\b|ICP", re.IGNORECASE)
"""What tells how to reach somebody."""
BESIDE = 2
"""Lines around an address in which the rest of such a block stands."""
FIELD = re.compile(r"\W{0,4}(?:[0-9一二三四五六七八九十]{1,2}[、.)])?\W{0,2}[^:,。]{2,8}:")
"""A line that is a field and its value, after which more values may follow on lines of their own."""
SIGNS = (
    *("办", "发布机", "发布单位", "发文", "发机关", "指导单位", "支持单位", "发起"),
    *("sted by", "nized by", "nised by", "sored by"),
)
"""What every sentence with a role word holds; looked for first, since role words are many."""
LEAST = 0.45
"""Confidence that an event needs before other sentences are read for it."""
ISSUED = ("publication", "policy")
"""Kinds that have an issuer."""
REPORTED = 2
"""Days between a report and what it tells of at first hand."""
AHEAD = 2
"""Sentences before the first event in which it may be brought in: X是由A主办的竞赛。比赛从…"""
BELOW = 2
"""Lines below a dated one in which its place may stand alone."""
NO_LINE = re.compile(r"[。;!?|]|:(?![0-9])")
"""What no line holds that names a place and nothing else."""
LONGEST_LINE = 60
"""Characters of a line that names a place and nothing else."""
BLOCK = 4
"""Lines after a dated row in which the labels are those of its own notice."""
NOTICE = 31
"""Days around the main event, or the surest row, within which the other rows of a notice or programme lie."""
REACH = 8
"""Sentences after an event in which a label or an anaphoric sentence still speaks of it."""


def complete_events(drafts: Sequence[Draft], main: Draft | None, article: Article, vocabulary: Vocabulary) -> None:
    """Give events the place and the organizers that labels and later sentences state.

    A sentence speaks of the gathering named last before it, a label far from any of the main event and of the dated
    rows of a notice.
    """
    gatherings = [draft for draft in drafts if draft.gathering and draft.confidence >= LEAST]
    rows = [draft for draft in drafts if draft.words.sentence.role == "row" and draft.kind != "deadline"]
    _read_lines_below(drafts, article, vocabulary)
    for index, place in _places(article):
        for draft in _of_section(drafts, article, index) or _about(gatherings, main, index, rows):
            draft.place = draft.place or place
    hosted = {draft.sentence for draft in rows if draft.hosted and draft.organizers}
    own = {id(draft): {known.role for known in draft.organizers} for draft in drafts}
    for index, organizer in _organizers(article, vocabulary):
        issued = [draft for draft in drafts if draft.kind in ISSUED] if organizer.role == "issuer" else []
        for draft in [*issued, *_about(gatherings, main, index, rows)]:
            spoken_of = index not in hosted or draft.sentence == index  # the hosts of a dated row are its own
            if spoken_of and (draft.completed or not draft.organizers or not draft.hosted):
                kept = draft.organizers if draft.completed else ()
                draft.organizers, draft.completed = tuple(dict.fromkeys((*kept, organizer))), True
            elif spoken_of and organizer.role not in own[id(draft)]:  # A will hold it … B承办, C协办
                draft.organizers = tuple(dict.fromkeys((*draft.organizers, organizer)))


def place_by_dateline(main: Draft | None, article: Article) -> None:
    """Give the main event the city of the dateline, where no place is stated and it is of the days of the report."""
    published = article.info.published_day
    if main is None or main.place is not None or published is None:
        return
    if abs((main.when.earliest - published).days) > REPORTED:
        return
    for stamp in article.stamps:
        if stamp.place and stamp.span:
            first = article.info.start
            printed = article.text[stamp.span.start - first : stamp.span.end - first + len(stamp.place)]
            at = fold(printed).find(stamp.place)
            if at >= 0:
                main.place = Place(name=printed[at : at + len(stamp.place)], basis="dateline")
                return


def _read_lines_below(drafts: Sequence[Draft], article: Article, vocabulary: Vocabulary) -> None:
    """Give dated lines the place that a line of its own below names: 5月5日 / 江州会堂."""
    taken = {draft.sentence for draft in drafts}
    for draft in drafts:
        if draft.place or draft.words.sentence.role == "body" or draft.kind == "deadline":
            continue
        for index in range(draft.sentence + 1, min(draft.sentence + 1 + BELOW, len(article.sentences))):
            sentence = article.sentences[index]
            if index in taken or sentence.role in ("heading", "stamp"):
                break
            if name := _venue_line(Words(sentence, vocabulary)):
                draft.place = Place(name=name)
                break


def _venue_line(words: Words) -> str | None:
    """Return a line that is a venue and nothing else."""
    name = words.sentence.text.strip(" ,，。.·•*-–|@　")
    view = fold(name)
    does = words.predicates or words_pattern("errand", "zh").match(view)
    plain = len(name) <= LONGEST_LINE and not does and not NO_LINE.search(view)
    return name if plain and is_place(view, words.is_latin) else None


def _about(gatherings: Sequence[Draft], main: Draft | None, index: int, rows: Sequence[Draft]) -> list[Draft]:
    """Return the events that a sentence without a date of its own speaks of."""
    place = bisect_right(gatherings, index, key=lambda draft: draft.sentence)
    near = gatherings[place - 1] if place else None
    since = near.sentence if near is not None else -1
    beside = [row for row in rows if since < row.sentence < index <= row.sentence + BLOCK and _is_field(row)]
    if beside and near is not None and near.words.sentence.role != "row":
        return beside
    if near is not None and index - near.sentence <= REACH and near.words.sentence.role != "row":
        return [near]
    coming = gatherings[place] if place < len(gatherings) else None
    if near is None and coming is not None and coming.sentence - index <= AHEAD:
        return [coming]
    if main is not None and main.words.sentence.role != "row":
        return [main]
    surest = main or max(rows, key=lambda row: row.confidence, default=None)
    return [row for row in rows if surest and _days_between(row, surest) <= NOTICE]


def _days_between(one: Draft, other: Draft) -> int:
    """Return the days between two events, at most 0 where they may overlap."""
    return max((one.when.earliest - other.when.latest).days, (other.when.earliest - one.when.latest).days)


def _of_section(drafts: Sequence[Draft], article: Article, index: int) -> list[Draft]:
    """Return the events of the section a label stands in, where its heading names them."""
    near = [draft for draft in drafts if draft.sentence < index <= draft.sentence + BLOCK]
    headed = [draft for draft in near if draft.words.sentence is not article.sentences[draft.sentence]]
    return [draft for draft in headed if draft.words.sentence is headed[-1].words.sentence]


def _is_field(row: Draft) -> bool:
    """Return whether a row is the date of a notice: 时间：5月5日."""
    return words_pattern("label").fullmatch(row.words.vocabulary.fold_name(row.title)) is not None


def _places(article: Article) -> Iterator[tuple[int, Place]]:
    """Yield the places that labels state, with the index of their sentence."""
    for index, sentence in enumerate(article.sentences):
        label = PLACE_LABEL.match(sentence.view)
        if label and "地址" in label[0] and _is_contact(article, index):
            continue
        if label and label.end() < len(sentence.view):
            name = sentence.text[label.end() :].strip(" 。.")
            yield index, Place(name=re.split(r"[，,；;。]", name)[0][:80])
        elif PLACE_HEADING.match(sentence.view) and index + 1 < len(article.sentences):
            name = article.sentences[index + 1].text.strip(" 。.　")
            if len(name) <= 40:
                yield index, Place(name=re.split(r"[，,；;。（(]", name)[0])


def _is_contact(article: Article, index: int) -> bool:
    """Return whether a line stands in a block that tells how to reach somebody: 地址：… 电话：…"""
    around = article.sentences[max(0, index - BESIDE) : index + BESIDE + 1]
    return any(CONTACT.search(sentence.view) for sentence in around)


def _organizers(article: Article, vocabulary: Vocabulary) -> Iterator[tuple[int, Organizer]]:
    """Yield the organizers that labels and sentences state, with the index of their sentence, each once."""
    label: Label | None = None
    seen = set()
    for index, sentence in enumerate(article.sentences):
        if not (label or _names_role(sentence.view)):
            continue
        found, label = _in_sentence(Words(sentence, vocabulary), label)
        for organizer in found:
            if organizer not in seen:
                seen.add(organizer)
                yield index, organizer


def _names_role(view: str) -> bool:
    return any(sign in view for sign in SIGNS)


class Label(NamedTuple):
    """A role whose names go on in the lines below."""

    role: str
    alone: bool
    """Whether the label had its line for itself; else only organisations go on after its first value."""


def _in_sentence(words: Words, label: Label | None) -> tuple[list[Organizer], Label | None]:
    """Return the organizers of a sentence, and the label that speaks for the next line, if any."""
    whole = Range(0, len(words.view))
    if words.roles:
        hit = words.roles[0]
        if words.view[hit.end :].strip("单位方机构者为是: ") == "" and hit.start < 6:
            return [], Label(hit.rule.role, alone=True)
        found = [item for hit in words.roles for item in beside_role(words, hit, whole)]
        return found, Label(hit.rule.role, alone=False) if FIELD.match(words.view) and found else None
    if label and len(words.view) <= 60 and not re.search(r"[。:]", words.view):
        found = [item for item in names_in(words, whole, label.role) if label.alone or is_organization(item.name)]
        return found, label if found else None
    return [], None
