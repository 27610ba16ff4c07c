"""The place of an event in a line of its own: 地点：…, a venue below or above its date, the city of the dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.extract.about import BLOCK, gatherings_in, of_section, rows_in, spoken_of
from timeline.extract.candidate import named_place
from timeline.extract.draft import Draft
from timeline.extract.place import UNKNOWN
from timeline.extract.venue import is_institution, is_wholly_place
from timeline.extract.words import Words
from timeline.lexicon.script import fold
from timeline.lexicon.vocabulary import Vocabulary, words_pattern
from timeline.model import Article, Place

PLACE = (
    r"^\W{0,6}(?:[一二三四五六七八九十]{1,2}[、)]\W{0,2}|[0-9][.、])?(?:(?:(?:本次|此次|本届)?"
    r"(?:活动|会议|举办|举行|召开|论坛|峰会|展会|展览|展出|比赛|赛事|决赛|培训|讲座|大会|年会|集合|报到|上课|演出|签约)的?)?"
    r"(?:地 ?点|地 ?址|会址|会 ?场|场地|举办地|主会场)|venue|location|where|place)"
)
PLACE_LABEL = re.compile(
    PLACE + r"(?:\W{0,4}:\s*|】:?\s*|(?:拟|暂)?(?:设在|定在|定于|定为|在|为|是)(?=[^,。]{2,40}(?:[,。]|$))"
    r"|(?<=[点址场地]) +(?=[^ ]{0,20}[\u4e00-\u9fff][^ ]{3,30}$))",
    re.IGNORECASE,
)
PLACE_HEADING = re.compile(PLACE + r"\W{0,4}$", re.IGNORECASE)
CONTACT = re.compile(r"邮编|邮政编码|邮箱|电邮|传真|电话|联系人|e-?mail|\btel\b|ICP", re.IGNORECASE)
"""What tells how to reach somebody."""
BESIDE = 2
"""Lines around an address in which the rest of such a block stands."""
REPORTED = 2
"""Days between a report and what it tells of at first hand."""
BELOW = 2
"""Lines below a dated one in which its place may stand alone."""
NO_LINE = re.compile(r"[。;!?|【】]|:(?![0-9])")
"""What no line holds that names a place and nothing else."""
LONGEST_LINE = 60
"""Characters of a line that names a place and nothing else."""
LONGEST_VALUE = 80
"""Characters of what stands behind a label."""


def place_by_lines(drafts: Sequence[Draft], main: Draft | None, article: Article, vocabulary: Vocabulary) -> None:
    """Give events the place that a line of its own states: a venue beside the date, or a label.

    Where labels name several places each is of the dated lines before it, not of all.
    """
    _read_lines_beside(drafts, article, vocabulary)
    gatherings, rows, labels = gatherings_in(drafts), rows_in(drafts), [*_labels(article)]
    several = len({place.name for _, place in labels}) > 1
    for index, place in labels:
        near = [row for row in rows if several and index - BLOCK <= row.sentence < index]
        last = near[-1].sentence if near else -1
        headed = [draft for draft in of_section(drafts, article, index) if draft.sentence >= last]
        for draft in headed or near or spoken_of(gatherings, main, index, () if several else rows):
            draft.place = draft.place or place


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


def _read_lines_beside(drafts: Sequence[Draft], article: Article, vocabulary: Vocabulary) -> None:
    """Give dated lines the place that a line of its own names: 5月5日 / 江州会堂; below, else above and no museum.

    A museum above a date may end a list of those who hold the happening, a venue there be of the entry before.
    """
    days = {draft.sentence: draft.when.earliest for draft in drafts}
    used: set[int] = set()
    waiting = [draft for draft in drafts if not (draft.place or draft.kind == "deadline" or _is_prose(draft))]
    for step in (1, -1):
        for draft in waiting:
            for index in range(draft.sentence + step, draft.sentence + step * (BELOW + 1), step):
                above = step < 0 and any(before in days for before in range(index - BELOW, index + 1))
                other = days.get(index, draft.when.earliest) != draft.when.earliest
                if not 0 <= index < len(article.sentences) or index in used or above or other:
                    break
                sentence = article.sentences[index]
                if sentence.role in ("stamp", "body") or (step > 0 and sentence.role == "heading"):
                    break
                name = _venue_line(Words(sentence, vocabulary))
                if name and (step > 0 or not is_institution(fold(name))):
                    draft.place = draft.place or named_place(name)
                    used.add(index)
                    break


def _is_prose(draft: Draft) -> bool:
    return draft.words.sentence.role == "body"


def _venue_line(words: Words) -> str | None:
    """Return a line that is a venue and nothing else."""
    name = words.sentence.text.strip(" ,，。.·•*-–|@　")
    view = fold(name)
    does = words.predicates or words_pattern("errand", "zh").match(view)
    plain = len(name) <= LONGEST_LINE and not does and not NO_LINE.search(view)
    return name if plain and is_wholly_place(view, words.is_latin) else None


def _labels(article: Article) -> Iterator[tuple[int, Place]]:
    """Yield the places that labels state, with the index of their sentence."""
    for index, sentence in enumerate(article.sentences):
        label = PLACE_LABEL.match(sentence.view)
        if label and "地址" in label[0] and _is_contact(article, index):
            continue
        name = ""
        if label and label.end() < len(sentence.view):
            value = sentence.text[label.end() :].strip(" 。.")
            name = value if value.isascii() else re.split(r"[，,；;。]", value)[0]
        elif PLACE_HEADING.match(sentence.view) and index + 1 < len(article.sentences):
            below = article.sentences[index + 1]
            value = "" if PLACE_LABEL.match(below.view) else below.text.strip(" 。.　")
            name = re.split(r"[，,；;。（(]", value)[0] if len(value) <= LONGEST_LINE else ""
        known = len(name) <= LONGEST_VALUE and not UNKNOWN.fullmatch(fold(name))
        if known and (place := named_place(name)):
            yield index, place


def _is_contact(article: Article, index: int) -> bool:
    """Return whether a line stands in a block that tells how to reach somebody: 地址：… 电话：…"""
    around = article.sentences[max(0, index - BESIDE) : index + BESIDE + 1]
    return any(CONTACT.search(sentence.view) for sentence in around)
