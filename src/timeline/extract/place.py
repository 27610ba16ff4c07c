"""Where something happens: what stands after 在, 于, in, at and is a place, a venue or beside the predicate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from timeline.extract.clauses import Range, Scope
from timeline.extract.english_phrase import PROPER
from timeline.extract.frame import Frame, is_listing
from timeline.extract.table import read_cells
from timeline.extract.title import find_label
from timeline.extract.venue import (
    find_plain_venue,
    is_building,
    is_institution,
    is_phrase,
    is_place,
    is_venue,
    last_venue,
)
from timeline.extract.words import CHANGES, Words
from timeline.lexicon.places import find_places, venue_suffixes
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Place

ZH_BEFORE = re.compile(
    r"(?<![存所正现实旨内潜仍])在|(?<![关由位属基至对等用终便鉴处源])于"
    r"|地点(?:为|是|设在)|假座|假(?=[^期如设定装冒货日,。]{2,30}(?:举|召开|揭幕|开幕|进行))|移师|落户|走进|登陆|亮相|横跨|落地|转至|移至"
)
ON_STREET = re.compile(r"[路街道场园馆楼院][上内里]$")
"""松智路上: the street is the place."""
STOP = re.compile(r"[,;。:、(“]|以(?=“)|与|和")
EN_BEFORE = re.compile(
    r"\b(?:(?:in|at|to|returns? to|coming to|comes to|take over)(?: downtown)? (?:the )?"
    r"|(?<=[0-9ym.] )from the |on (?=[A-Z0-9][\w .'’-]{2,40} (?:Street|Avenue|Road|Campus)))(?=[A-Z0-9])"
)
SAME_VENUE = re.compile(r"\bat the same (?:venue|place|location), (?:the )?(?=[A-Z0-9])")
ONLINE = re.compile(
    r"(?:held|hold|host|conducted|meet|place|conference|summit|forum|workshop|congress|meeting|seminar)[^,.;]{0,40}? "
    r"(online|virtually)\b"
)
CALL = re.compile(r"\b(?:via|over|on) (zoom|microsoft teams|webex|google meet)\b")
"""The rooms of those who meet from afar."""
EN_NAME = re.compile(
    r"[A-Z0-9][\w'’&.-]*(?:(?: (?:of|the|de|for|and|at|&)){0,2},? [A-Z][\w'’&.-]*){0,10}"
    r"(?:(?<=Room|Hall) [0-9][\w-]*)?"
    r"(?: (?:(?:shopping|community|convention|conference|exhibition|town|city|high|public|main) )?"
    r"(?:cent(?:er|re)|hall|library|hotel|museum|park|school|church|building|campus|headquarters|stadium|arena|theat(?:er|re)"
    r"|gallery)\b)?"
)
NO_CITY = re.compile(
    r"(?:[0-9]|(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn"
    r"|Fall|Winter|English|Chinese|French|Spanish|German|Partnership|Collaboration|Conjunction|Honou?r|Support)\b)"
)
"""What begins no name of a place behind in."""
AFTER_CITY = re.compile(r"[,.;)]|$| (?:on|from|this|next|where|at|during|until)\b| ?$")
"""What follows the name of a place that no gazetteer knows: in Harbour Springs on May 3."""
HOUR = re.compile(
    r"[0-9]{1,2}(?:[:.][0-9]{2})?(?: ?[ap]\.?m\b| ?$| [A-Z]{2,4}\.?$|[A-Za-z]?\b(?! [A-Z]))", re.IGNORECASE
)
"""A clock time behind at."""
LABELLED = re.compile(
    r"(?:地点|地址|会场|场地|\b(?:venue|location|place|where))\s{0,2}:\s{0,4}([^,;。|:()]{2,40}?)"
    r"(?= {2}|[,;。|()\n]| [^ ]{2,6}:|$)"
)
"""A label of a place in the line of the date: 日期：… 地点：…"""
ENGLISH_LABELLED = re.compile(
    r"(?:地点|地址|会场|场地|\b(?:venue|location|place|where))\s{0,2}:\s{0,4}([^:;|\n]{2,80}?)"
    r"(?= {2}|[;|\n]|\. |\.?$|,? [a-z]{3,12}:)"
)
"""The same in English, where the name of a place may hold commas."""
STOPS = re.compile(r"(?:分?站|专场|分会场|赛区|场)(?=活动|比赛|赛事|演出|演唱会|[^\w]|将|于|$)")
"""What ends the name of one stop of a tour behind its city."""
UNKNOWN = re.compile(r"\W*(?:tb[adc]|n/?a|未定|待定|待公布|待通知|另行通知|暂定)?\W*")
"""A cell that names no place yet."""
BEHIND_DATE = re.compile(r"(?:[,;。|]|(?P<at>[在于])|\b(?:at|in) )\s?(?P<name>[^,;。|()在]{2,40})")
"""What a mark or a preposition parts from the date of a field."""
LABEL_REACH = 60
"""Characters after a date's clauses within which its place may be labelled."""
MANNER = re.compile(
    r"(?:进行|正式|隆重|盛大|开展|同时|同步|分别|继续|陆续|开始|如期|顺利|成功|圆满|联合|共同|首次|再次|也|亦|还|(?<![之首成古故名京魔花旧陪建])都)+$"
)
"""What stands between a place and the predicate."""
MANNER_REACH = 12
"""Characters before the predicate in which it stands."""
SKIPPED = re.compile(r"(?:[在于 ]|途[经径]|行经|位于|原(?:场地|会场|地点|址))*")
"""What stands before the name of a place and is no part of it: 在途经江州时, 于原场地江州剧院."""
TRIAL = 4
"""Characters of an object that leaves the venue itself what is launched: 启动试运营."""
FOR_WHOM = re.compile(r"(?:为(?=我|全|广大|大家|新|学)|向|给)[^,。]{2,40}$")
"""What stands between a venue and the predicate: 在报告厅为我院新生做了讲座."""
VISIT_BEFORE = re.compile(r"赴|前往|来到|抵达|开抵|深入|走访|走进|莅临|到访|访问(?![量者团学])|(?<=队)到")
"""What opens the goal of a visit."""
HELD = (
    "conference",
    "exhibition",
    "festival",
    "ceremony",
    "competition",
    "sport",
    "training",
    "signing",
    "visit",
    "premiere",
    "other",
)
"""Kinds of which the words between 在 and the predicate are a place whatever they are."""


class Candidate(NamedTuple):
    """A phrase that may be a place."""

    range: Range
    """Where it stands."""
    adjacent: bool
    """Whether the predicate of a gathering follows (Chinese) or precedes it (English)."""


def find_place(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return the place stated in the clauses of a scope, nearest to the predicate first; in a row that of its cell."""
    if (cell := words.columns.get("place")) and not cell.is_empty:
        unknown = UNKNOWN.fullmatch(cell.cut(words.lower)) or words.effects([cell]) & CHANGES
        return None if unknown else _to_place(words, cell)
    label = ENGLISH_LABELLED if words.is_latin else LABELLED
    if labelled := label.search(words.lower, scope.clauses[0].start, scope.clauses[-1].end + LABEL_REACH):
        return _to_place(words, Range(*labelled.span(1)))
    if frame.kind == "deadline":
        return None
    if listed := _behind_hour(words, scope) if is_listing(words, scope) else None:
        return listed
    candidates = _english(words, scope, frame) if words.is_latin else _chinese(words, scope, frame)
    for candidate in candidates:
        name = candidate.range.cut(words.view)
        noun = re.split(r" (?:of|for|on) ", name.lower())[0] if words.is_latin else name
        head = words.vocabulary.head_of(noun)
        held = candidate.adjacent and is_phrase(name, words.is_latin) and not (head is not None and head.gathering)
        if held or words.vocabulary.is_own_place(name) or is_place(name, words.is_latin):
            return _to_place(words, candidate.range)
    in_row = words.sentence.role in ("row", "title")
    place = next((found for read in IN_ROW if (found := read(words, scope, frame))), None) if in_row else None
    place = place or _in_brackets(words, scope)
    return place or _scene(words, frame) or _at_gathering(words, frame) or _stop(words, scope, frame)


def _to_place(words: Words, region: Range) -> Place | None:
    name = region.cut(words.sentence.text).strip(
        " ，,。.、|()（）" if region.cut(words.view).count("(") != region.cut(words.view).count(")") else " ，,。.、|"
    )
    return Place(name=name) if name else None


def _in_cell(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return the cell of a row that names a place and is not the name of the event, a venue before an institution."""
    if frame.name.is_empty:
        return None
    cells = read_cells(words.view)
    parts = [cell for cell in cells if is_place(cell.cut(words.view).strip(" ()"), words.is_latin)]
    parts += [part for cell in cells if (part := _behind_colon(words.view, cell))]
    used = (frame.name, scope.at)
    apart = [part for part in parts if all(part.end <= other.start or other.end <= part.start for other in used)]
    best = min(apart, key=lambda part: is_institution(part.cut(words.view).strip(" ()")), default=None)
    return _to_place(words, best) if best else None


def _behind_colon(view: str, cell: Range) -> Range | None:
    """Return the venue behind a colon in a cell: 分组报告：分会场."""
    colon = view.rfind(":", cell.start, cell.end)
    behind = Range(colon + 1, cell.end)
    return behind if colon >= 0 and is_venue(behind.cut(view)) else None


def _behind_date(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return the place behind the date of a field: 时间：4月9日下午2时，江州会堂（河湾路3号）; …在江州站2号出口."""
    if find_label(words, scope) is None:
        return _rest_of_line(words, scope, frame)
    for match in BEHIND_DATE.finditer(words.view, scope.at.end, scope.clauses[-1].end):
        name = match["name"].strip()
        if is_place(name, words.is_latin) or (match["at"] and is_phrase(name, words.is_latin)):
            return _to_place(words, Range(*match.span("name")))
    return None


def _rest_of_line(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return all that stands behind the date of a line, where it is a place: 第三届织造会 / (5月5日 江州大学, 江州)."""
    rest = Range(max(scope.at.end, frame.name.end if frame.name.start < scope.at.start else 0), scope.clauses[-1].end)
    name = rest.cut(words.view).strip(" ,()")
    apart = frame.name.is_empty or frame.name.end <= scope.at.start
    return _to_place(words, rest) if apart and frame.predicate is None and is_place(name, words.is_latin) else None


def _behind_name(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return the proper names behind name and date of an English row: River Fair, July 12-17, Meadow Park, Leeds."""
    if frame.name.is_empty or frame.predicate is not None or not words.is_latin:
        return None
    first = max(frame.name.end, scope.at.end)
    parts = [Range(max(first, clause.start), clause.end) for clause in scope.clauses if clause.end > first]
    names = [part.cut(words.view).strip(" ()-–—") for part in parts]
    named = all(PROPER.fullmatch(name) and not _is_gathering(words, name) for name in names)
    sure = frame.name.end <= scope.at.start or any(is_place(name, latin=True) for name in names)
    return _to_place(words, Range(parts[0].start, parts[-1].end)) if parts and named and sure else None


def _behind_hour(words: Words, scope: Scope) -> Place | None:
    """Return the proper names behind the hour of a listing: Student recital; 7 p.m., Mill Recital Room, Leeds."""
    behind = [clause for clause in scope.clauses if clause.start >= scope.at.end]
    names = [*takewhile(lambda clause: PROPER.fullmatch(clause.cut(words.view)), behind)]
    return _to_place(words, Range(names[0].start, names[-1].end)) if names else None


def _is_gathering(words: Words, name: str) -> bool:
    head = words.vocabulary.head_of(name.lower())
    return head is not None and head.gathering


IN_ROW = (_in_cell, _behind_date, _behind_name)
"""Where a row tells its place."""


def _in_brackets(words: Words, scope: Scope) -> Place | None:
    """Return the venues in brackets behind what happens: 全天报到（江州酒店、河湾酒店）."""
    for around in words.closed:
        inside = Range(around.start + 1, around.end - 1)
        within = scope.clauses[0].start <= around.start and around.end <= scope.clauses[-1].end
        items = re.split(r"[、,及和]", inside.cut(words.view)) if words.view[around.start] == "(" else []
        if (
            within
            and items
            and all(is_venue(item) or (words.is_latin and is_place(item, latin=True)) for item in items)
        ):
            return _to_place(words, inside)
    return None


def _at_gathering(words: Words, frame: Frame) -> Place | None:
    """Return the gathering at which something else happens: 在2026织造年会上捐赠."""
    for hit in words.heads:
        before = words.view.rfind("在", frame.clause.start, hit.start)
        if hit.rule.gathering and hit.rule != frame.head and words.view.startswith("上", hit.end) and before >= 0:
            return _to_place(words, Range(before + 1, hit.end))
    return None


def _stop(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return the city that the name of one stop of a tour or a series holds: 巡回演唱会上海站, 沙龙（广州专场）."""
    if words.is_latin or frame.name.is_empty:
        return None
    last = max([frame.name.end, *(clause.end for clause in scope.clauses if clause.start <= frame.name.start)])
    for stop in STOPS.finditer(words.view, frame.name.start, last):
        before = find_places(words.view[frame.name.start : stop.start()])
        if before and before[-1].end == stop.start() - frame.name.start:
            return _to_place(words, Range(frame.name.start + before[-1].start, stop.start()))
    return None


def _scene(words: Words, frame: Frame) -> Place | None:
    """Return the subject where it is the place: 江州市东区一仓库发生火灾, 江州会展中心启用."""
    subject = frame.subject.cut(words.view)
    if words.is_latin or frame.kind not in ("incident", "launch"):
        return None
    short = frame.object.end - frame.object.start <= TRIAL
    if frame.kind == "launch":
        return _to_place(words, frame.subject) if is_building(subject) and short else None
    opening = SKIPPED.match(subject)
    at = Range(frame.subject.start + (opening.end() if opening else 0), frame.subject.end)
    subject = at.cut(words.view)
    found = find_places(subject)
    return _to_place(words, at) if found and found[0].start == 0 and found[0].end < len(subject) else None


def _chinese(words: Words, scope: Scope, frame: Frame) -> Iterator[Candidate]:
    """Yield what stands after 在 or 于, and a venue that is the subject (上海宾馆举行年会)."""
    for clause in sorted(scope.clauses, key=lambda clause: clause != frame.clause):
        matches = [*ZH_BEFORE.finditer(words.view, clause.start, clause.end)]
        if frame.kind in ("visit", "training", "other"):
            matches += VISIT_BEFORE.finditer(words.view, clause.start, clause.end)
        for match in matches:
            start = match.end()
            goes = VISIT_BEFORE.fullmatch(match[0]) is not None
            if (any(hit.start == start for hit in words.predicates) and not goes) or _in_quote(words, match.start()):
                continue
            if start <= scope.at.start < clause.end and scope.at.start - start < 2:
                start = scope.at.end
                if not words.view.startswith(("在", "于"), start):
                    continue
            start = SKIPPED.match(words.view, start, clause.end).end()  # type: ignore[union-attr]  # it may match nothing
            stop = scope.at.start if start <= scope.at.start < clause.end else clause.end
            quote = words.enclosing(start)
            if quote is not None and quote.start == start and words.view[start] == "“":
                yield Candidate(Range(quote.start + 1, quote.end - 1), _is_followed(words, quote.end))
            else:
                yield from _after_preposition(words, Range(start, stop), frame)
    first = 0 <= frame.subject.start - scope.at.end <= 2 and frame.name == frame.object and frame.kind in HELD
    if first and is_venue(frame.subject.cut(words.view)):
        yield Candidate(frame.subject, False)


def _is_followed(words: Words, position: int) -> bool:
    """Return whether a predicate stands at a position: 在「河湾剧场」举行."""
    return any(position <= hit.start <= position + 1 for hit in words.predicates)


def _in_quote(words: Words, position: int) -> bool:
    """Return whether a position stands in the quoted name of a happening: “名师走进校园”."""
    around = words.enclosing(position)
    return around is not None and words.view[around.start] in "“《"


def _after_preposition(words: Words, region: Range, frame: Frame) -> Iterator[Candidate]:
    """Yield the phrase up to the predicate or the first border, then up to the last venue in it."""
    view = words.view
    hit = next((hit for hit in words.predicates if region.start < hit.start < region.end), None)
    end = hit.start if hit else region.end
    for match in words_pattern("border", "zh").finditer(view, region.start + 2, end):
        end = match.start()
        break
    held = (hit is not None and hit.rule.yields == ("*",)) or frame.kind in HELD
    whom = FOR_WHOM.search(view, region.start, end)
    end = whom.start() if whom and is_venue(view[region.start : whom.start()]) else end
    manner = MANNER.search(view, max(region.start, end - MANNER_REACH), end)
    end = manner.start() if manner else end
    end -= ON_STREET.search(view[region.start : end]) is not None
    whole = Range(region.start, end)
    if hit is not None and held and not re.search(r"[,;。:(“]", whole.cut(view)):
        yield Candidate(whole, True)
        return
    border = STOP.search(view, region.start + 1, end)
    if frame.kind == "visit" and VISIT_BEFORE.search(view, max(0, region.start - 2), region.start) and border is None:
        errand = words_pattern("errand", "zh").search(view, region.start + 2, end)
        yield Candidate(Range(region.start, errand.start() if errand else end), True)
    phrase = Range(region.start, border.start() if border else end)
    yield Candidate(phrase, False)
    venue = Range(phrase.start, phrase.start + last_venue(phrase.cut(view)))
    if words_pattern("placed", "zh").match(view, venue.end):
        yield Candidate(venue, False)


def _is_hall(words: Words, region: Range) -> bool:
    """Return whether a name behind in or at is that of a venue rather than a city, and so tells more."""
    return region.cut(words.lower).endswith(tuple(suffix.lower() for suffix in venue_suffixes("en")))


def _english(words: Words, scope: Scope, frame: Frame) -> Iterator[Candidate]:
    """Yield the proper names after in and at."""
    same = SAME_VENUE.search(words.view, scope.clauses[0].start)
    if same and (name := EN_NAME.match(words.view, same.end())):
        yield Candidate(Range(*name.span()), frame.kind in HELD)
    whole = scope.clauses[0].start, scope.clauses[-1].end
    online = ONLINE.search(words.lower, *whole) or CALL.search(words.lower, *whole)
    found = []
    for clause in scope.clauses:
        for match in EN_BEFORE.finditer(words.view, clause.start, clause.end):
            name = EN_NAME.match(words.view, match.end(), len(words.view))
            in_date = scope.at.start <= match.end() < scope.at.end
            if name is None or in_date or HOUR.fullmatch(name[0]):
                continue
            end = name.start() + len(name[0].rstrip("."))
            end = scope.at.start if match.end() < scope.at.start < end else end
            after = frame.predicate is not None and 0 <= match.start() - frame.predicate.end <= 2
            city = match[0].startswith("in ") and not NO_CITY.match(name[0]) and AFTER_CITY.match(words.view, end)
            held = frame.kind in HELD and (after or city or match[0].startswith(("at ", "ret", "com", "take")))
            found.append(Candidate(Range(match.end(), end), bool(held)))
    behind = frame.predicate.end if frame.predicate else scope.clauses[0].start
    yield from sorted(found, key=lambda item: not (item.range.start > behind and _is_hall(words, item.range)))
    if online and frame.kind in HELD:
        yield Candidate(Range(*online.span(1)), True)
    if frame.kind in HELD and (venue := find_plain_venue(words.view, *whole)):
        yield Candidate(Range(*venue), True)
