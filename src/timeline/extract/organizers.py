"""Who holds an event, issues a paper or signs."""

from __future__ import annotations

import re

from timeline.extract.clauses import Range, Scope
from timeline.extract.english import PROPER
from timeline.extract.frame import Frame
from timeline.extract.venue import is_building
from timeline.extract.words import Words
from timeline.lexicon.forms import Hit
from timeline.lexicon.kinds import RoleWord
from timeline.lexicon.script import fold
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Organizer

LIST = re.compile(r"、|,|;|(?<=.)(?:以及|及|和|与|同|联合|携手|会同)(?=.)| and |, and ")
LABEL = re.compile(r"(?:单位|方|机构|者)?(?:为|是)?\s*:\s*")
OFFICE = re.compile(r"(?<=方)|(?:单位|方|机构)(?=[^,。:的、]{4,40})")
"""What makes 主办 the office of the name behind it: 主办单位江州商会."""
AFTER = re.compile(r"[。;!?]| (?:on|in|at|from|with) |,(?= (?:on|in|at|which|with|the event))")
"""Where a list of names after its role word ends."""
ORGANIZATION = re.compile(
    r"(?:公司|集团|协会|学会|大学|学院|学校|政府|委员会|中心|银行|商会|联盟|基金会|组委会|联合会|研究院|研究所|研究室|电视台|电台|报社|出版社"
    r"|[^会]部|局|厅|署|处|院|馆|社|会|委|办|司|所|台|网|报|队|厂)$"
)
"""Nouns that end the name of an organisation."""
SENTENCE = re.compile(
    r"的|了|将|欢迎|参与|是|等|为|记者|现场|有|从|对|以|我|他|她|这|那|于|在|被|把|向|因此|需要|宣布|直至|收到|仍|此外|介绍|[0-9]{3}"
)
"""What the name of somebody does not hold, unless it ends as organisations do."""
NO_NAME = re.compile(r"^(?:本次|此次|本届|该|大会|论坛|活动|展会|会议|it|this|the event)", re.IGNORECASE)
BODY = re.compile(
    r"([^,。“”《》()]{2,30}?(?:公司|集团|协会|学会|商会|联盟|基金会|联合会|研究会|促进会|委员会))(?:\([^()]{1,20}\))?"
    r"(?=第?[0-9一二三四五六七八九十]{1,4}(?:届|次|年)|(?:年度|会员|股东|理事|常务|换届|成立|代表|全体|年会|大会))"
)
"""An organisation before its own meeting."""
POSSESSOR = re.compile(r"((?:[A-Z][\w&.-]*(?: (?:of|for|and|the|&))? ){1,8}?[A-Z]\w*)['’]s? ")
"""A proper name before 's."""
QUOTED = re.compile(r"^[“「『\"]([^“”「」『』\"]+)[”」』\"]$")
SHORT = re.compile(r"([A-Z][^(),;]{2,60}) \(([A-Z]{2,8})\)")
"""A name and its abbreviation."""
LONGEST = 60
AGENTS = {
    "launch": "host",
    "policy": "issuer",
    "publication": "issuer",
    "signing": "party",
    "other": "host",
    "visit": "party",
}


def find_organizers(words: Words, scope: Scope, frame: Frame) -> tuple[Organizer, ...]:
    """Return the organizers named in a scope: beside a role word, else the subject that acts on the event."""
    found: list[Organizer] = []
    span = Range(scope.clauses[0].start, scope.clauses[-1].end)
    for hit in words.roles:
        if span.start <= hit.start < span.end:
            found += beside_role(words, hit, span)
    acts = not frame.subject.is_empty and not frame.object.is_empty and frame.subject != frame.name
    if not found and acts and not is_building(frame.subject.cut(words.view)):
        found += _agents(words, frame)
    if not found and frame.kind == "signing":
        found += _parties(words, frame)
    if not found and frame.head is not None and frame.head.gathering:
        found += _body(words, frame)
    unique = {(item.name, item.role): item for item in found}
    return tuple(unique.values())


def _parties(words: Words, frame: Frame) -> list[Organizer]:
    """Return the two sides of A与B战略合作协议签约仪式."""
    match = re.match(
        r"([^,。“《]{3,30}?)[与和]([^,。“《]{3,30}?)(?:战略|合作|签|框架|举行)", frame.name.cut(words.view)
    )
    if match is None:
        return []
    sides = [Range(frame.name.start + start, frame.name.start + end) for start, end in (match.span(1), match.span(2))]
    return [item for side in sides for item in _names(words, side, "party")]


def _body(words: Words, frame: Frame) -> list[Organizer]:
    """Return the body whose meeting it is: 江州档案学会第四届会员代表大会, the Weavers Association's 2026 Summit."""
    match = (POSSESSOR if words.is_latin else BODY).match(frame.name.cut(words.view))
    return _names(words, Range(frame.name.start, frame.name.start + match.end(1)), "host") if match else []


def _agents(words: Words, frame: Frame) -> list[Organizer]:
    """Return the subject's names where they are names: an organisation's, or short ones without grammar in them."""
    names = _names(words, frame.subject, AGENTS.get(frame.kind, "host"))
    return [item for item in names if PROPER.fullmatch(item.name)] if words.is_latin else names


def names_in(words: Words, region: Range, role: str) -> tuple[Organizer, ...]:
    """Return the names of a list such as A、B和C, each with the role."""
    return tuple(_names(words, region, role))


def beside_role(words: Words, hit: Hit[RoleWord], span: Range) -> list[Organizer]:
    """Return the names beside a role word: 由A、B主办, A主办的, 主办单位：A, 主办单位A, hosted by A."""
    label = LABEL.match(words.view, hit.end, span.end)
    if label or words.is_latin:
        return _after_role(words, hit, Range(label.end() if label else hit.end + 1, span.end))
    if office := OFFICE.match(words.view, hit.end, span.end):
        return _office_holder(words, hit, Range(office.end(), span.end))
    return _before_role(words, hit, span)


def _after_role(words: Words, hit: Hit[RoleWord], rest: Range) -> list[Organizer]:
    """Return the names after 主办单位： or hosted by, up to the next thing said."""
    stop = AFTER.search(words.view, rest.start, rest.end)
    ends = [stop.start() if stop else rest.end]
    ends += [other.start for other in words.predicates if words.is_latin and other.start > rest.start]
    return _names(words, Range(rest.start, min(ends)), hit.rule.role)


def _office_holder(words: Words, hit: Hit[RoleWord], rest: Range) -> list[Organizer]:
    """Return the one name after 主办单位 without a colon, where it ends as organisations do."""
    stop = words_pattern("border", "zh").search(words.view, rest.start, rest.end)
    names = _names(words, Range(rest.start, stop.start() if stop else rest.end), hit.rule.role)
    return [item for item in names[:1] if ORGANIZATION.search(fold(item.name))]


def _before_role(words: Words, hit: Hit[RoleWord], span: Range) -> list[Organizer]:
    """Return the names between 由 and 主办; without 由 those of organisations before 主办的."""
    view, end = words.view, hit.start
    opening = view.rfind("由", span.start, hit.start)
    held_by = opening >= 0 and view.find("。", opening, hit.start) < 0
    if not held_by and not (view.startswith("的", hit.end) and hit.rule.id != "zh.role.supporter"):
        return []
    marks = (view.rfind(mark, span.start, hit.start) for mark in ",;:。")
    opening = opening if held_by else max(span.start - 1, *marks)
    opening = max([opening, *(other.end - 1 for other in words.roles if opening < other.start < hit.start)])
    for match in words_pattern("adverb", "zh").finditer(view, max(opening + 1, end - 4), end):
        if match.end() == end:
            end = match.start()
            break
    names = _names(words, Range(opening + 1, end), hit.rule.role)
    return [item for item in names if held_by or ORGANIZATION.search(fold(item.name))]


def _names(words: Words, region: Range, role: str) -> list[Organizer]:
    """Return the names in a list; a quote or bracket is not divided."""
    view, cuts, start = words.view, [], region.start
    for match in LIST.finditer(view, region.start, region.end):
        if words.enclosing(match.start()) is None and not _is_abbreviated(view, start, match, region.end):
            cuts.append((start, match.start()))
            start = match.end()
    cuts.append((start, region.end))
    found = []
    for left, right in cuts:
        name = words.sentence.text[left:right].strip(" ，,、。等")
        name = re.sub(
            r"^(?:(?:the|The) (?=[A-Z])|(?:主办|主辦|承办|承辦|协办|協辦)(?:单位|單位|机构|機構|方))", "", name
        )
        name = QUOTED.sub(r"\1", name)
        if 2 <= len(name) <= LONGEST and not NO_NAME.match(name) and _is_name(words.view[left:right].strip(" ,、。")):
            found.append(Organizer.model_validate({"name": name, "role": role}))
    return found


def _is_abbreviated(view: str, start: int, joint: re.Match[str], end: int) -> bool:
    """Return whether the initials of both sides make the abbreviation behind: Convention and Visitors Bureau (CVB)."""
    behind = SHORT.match(view, joint.end(), end)
    if joint[0] != " and " or behind is None:
        return False
    return "".join(re.findall(r"\b[A-Z]", view[start : behind.end(1)])).endswith(behind[2]) and (
        len(behind[2]) > len(re.findall(r"\b[A-Z]", behind[1]))
    )


def _is_name(view: str) -> bool:
    """Return whether a phrase may be a name: it ends as organisations do, or holds no grammar."""
    return not view.startswith(("的", "在")) and (bool(ORGANIZATION.search(view)) or not SENTENCE.search(view))
