"""Where it happens, as Chinese says: 在 and 于, the goal of a visit, the scene, the stop of a tour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extract.candidate import HELD, Candidate, to_place
from timeline.extract.clauses import Range, Scope
from timeline.extract.frame import Frame
from timeline.extract.venue import is_building, is_region, is_venue, last_venue
from timeline.extract.words import Words
from timeline.lexicon.places import find_places, venue_suffixes
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Place

ZH_BEFORE = re.compile(
    r"(?<![存所正现实旨内潜仍])在|(?<![关由位属基至对等用终便鉴处源])于"
    r"|地点(?:为|是|设在)|假座|假(?=[^期如设定装冒货日,。]{2,30}(?:举|召开|揭幕|开幕|进行|办理|展出|登场))|移师|落户|走进|登陆|亮相|横跨|落地|转至|移至"
)
STOP_REACH = 20
"""Characters behind the name of a tour in which its stop may stand."""
GOAL = re.compile(r"走进|深入|走访")
"""What opens a goal that may be a figure of speech."""
ON_STREET = re.compile(r"[路街道场园馆楼院厅室][上内里中]$")
"""松智路上: the street is the place."""
STOP = re.compile(r"[,;。:、(“]|以(?=“)|与|和")
STOPS = re.compile(r"(?:分?站|专场|分会场|赛区|场)(?=活动|比赛|赛事|演出|演唱会|[^\w]|将|于|$)")
"""What ends the name of one stop of a tour behind its city."""
MANNER = re.compile(
    r"(?:进行|正式|隆重|盛大|开展|同时|同步|分别|继续|陆续|开始|如期|顺利|成功|圆满|联合|共同|首次|再次|也|亦|还|(?<![之首成古故名京魔花旧陪建])都)+$"
)
"""What stands between a place and the predicate."""
MANNER_REACH = 12
"""Characters before the predicate in which it stands."""
SKIPPED = re.compile(r"(?:[在于 ]|途[经径]|行经|位于|原(?:场地|会场|地点|址))*")
"""What stands before the name of a place and is no part of it: 在途经江州时, 于原场地江州剧院."""
PASSING = re.compile(r"[途行][经径]")
"""What opens a place gone through, up to 时."""
CLOSED = "zh.resume"
"""Rule of the words that close and open a place: 暂停, 恢复."""
TRIAL = 4
"""Characters of an object that leaves the venue itself what is launched: 启动试运营."""
FOR_WHOM = re.compile(r"(?:为(?=我|全|广大|大家|新|学)|向|给)[^,。]{2,40}$")
"""What stands between a venue and the predicate: 在报告厅为我院新生做了讲座."""
VISIT_BEFORE = re.compile(
    r"赴|前往|来到|抵达|开抵|深入|走访|走进|莅临|到访|访问(?![量者团学])"
    r"|到(?=[^,。;到]{2,20}(?:调研|考察|参观|走访|视察|慰问|检查|指导|座谈))|(?<=队)到"
)
"""What opens the goal of a visit."""


def chinese_candidates(words: Words, scope: Scope, frame: Frame) -> Iterator[Candidate]:
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
            skipped = SKIPPED.match(words.view, start, clause.end)
            assert skipped is not None  # it may match nothing
            start = skipped.end()
            stop = scope.at.start if start <= scope.at.start < clause.end else clause.end
            passing = words.view.find("时", start, stop) if PASSING.search(skipped[0]) else -1
            stop = passing if passing >= 0 else stop
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
    """Yield the phrase up to the predicate or the first border, first that up to the last venue in it."""
    view = words.view
    hit = next((hit for hit in words.predicates if region.start < hit.start < region.end), None)
    end = hit.start if hit else region.end
    for match in words_pattern("border", "zh").finditer(view, region.start + 2, end):
        end = match.start()
        break
    held = (hit is not None and hit.rule.yields == ("*",)) or frame.kind in HELD
    whom = FOR_WHOM.search(view, region.start, end)
    where = view[region.start : whom.start()] if whom else ""
    end = whom.start() if whom and (is_venue(where) or is_region(where)) else end
    manner = MANNER.search(view, max(region.start, end - MANNER_REACH), end)
    end = manner.start() if manner else end
    end -= ON_STREET.search(view[region.start : end]) is not None
    whole = _before_bracket(words, Range(region.start, end))
    if hit is not None and held and not re.search(r"[,;。:(“]", whole.cut(view)):
        yield Candidate(whole, True)
        return
    border = STOP.search(view, region.start + 1, end)
    if frame.kind == "visit" and VISIT_BEFORE.search(view, max(0, region.start - 2), region.start) and border is None:
        errand = words_pattern("errand", "zh").search(view, region.start + 2, end)
        yield Candidate(Range(region.start, errand.start() if errand else end), True)
    phrase = Range(region.start, border.start() if border else end)
    if GOAL.search(view, max(0, region.start - 2), region.start) and phrase.cut(view) in venue_suffixes("zh"):
        return  # 走进校园 is what one does
    venue = Range(phrase.start, phrase.start + last_venue(phrase.cut(view)))
    if words_pattern("placed", "zh").match(view, venue.end):
        yield Candidate(venue, False)
    yield Candidate(phrase, False)


def _before_bracket(words: Words, region: Range) -> Range:
    """Return a phrase without the bracket that ends it: 江州会堂（地址：河湾路3号）."""
    around = words.enclosing(region.end - 1) if not region.is_empty else None
    if around and words.view[around.start] == "(" and region.start < around.start and around.end == region.end:
        return Range(region.start, around.start)
    return region


def find_scene(words: Words, frame: Frame) -> Place | None:
    """Return the subject where it is the place: 江州市东区一仓库发生火灾, 江州会展中心启用, 江州机场暂停作业."""
    if words.is_latin or frame.predicate is None or words.sentence.role == "row":
        return None
    if frame.kind == "launch" or frame.predicate.rule.id == CLOSED:
        short = frame.object.end - frame.object.start <= TRIAL or frame.kind != "launch"
        return to_place(words, frame.subject) if is_building(frame.subject.cut(words.view)) and short else None
    if frame.kind != "incident":
        return None
    opening = SKIPPED.match(words.view, frame.subject.start, frame.subject.end)
    at = Range(opening.end() if opening else frame.subject.start, frame.subject.end)
    found = find_places(at.cut(words.view))
    return to_place(words, at) if found and found[0].start == 0 and found[0].end < at.end - at.start else None


def at_gathering(words: Words, frame: Frame) -> Place | None:
    """Return the gathering at which something else happens: 在2026织造年会上捐赠."""
    for hit in words.heads:
        before = words.view.rfind("在", frame.clause.start, hit.start)
        if hit.rule.gathering and hit.rule != frame.head and words.view.startswith("上", hit.end) and before >= 0:
            return to_place(words, Range(before + 1, hit.end))
    return None


def find_stop(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return the city that the name of one stop of a tour or a series holds: 巡回演唱会上海站, 沙龙（广州专场）."""
    if words.is_latin or frame.name.is_empty:
        return None
    last = max([frame.name.end, *(clause.end for clause in scope.clauses if clause.start <= frame.name.start)])
    last = min(last, frame.name.end + STOP_REACH)
    for stop in STOPS.finditer(words.view, frame.name.start, last):
        before = find_places(words.view[frame.name.start : stop.start()])
        if before and before[-1].end == stop.start() - frame.name.start:
            return to_place(words, Range(frame.name.start + before[-1].start, stop.start()))
    return None
