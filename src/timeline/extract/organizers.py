"""Who holds an event, issues a paper or signs."""

from __future__ import annotations

import re

from timeline.extract.body import find_announcer, find_inviter, find_meeting_body
from timeline.extract.clauses import Range, Scope
from timeline.extract.english_phrase import PARTNER, PROPER
from timeline.extract.frame import Frame
from timeline.extract.names import find_names, holds_only_names, is_body, is_organization
from timeline.extract.venue import is_building, is_region
from timeline.extract.words import Words
from timeline.lexicon.forms import Hit
from timeline.lexicon.kinds import RoleWord
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Organizer

LABEL = re.compile(r"(?:单位|方|机构|者)?(?:为|是)?\s*[:】]\s*")
OFFICE = re.compile(r"(?:(?<=[方位构])|单位|方|机构)(?:为|是)?(?=[^,。:的、]{4,40})")
"""What makes 主办 the office of the name behind it: 主办单位江州商会."""
AFTER = re.compile(
    r"[。;!?]| (?:on|in|at|from|with) |,(?= (?:on|in|at|which|with|the event|[a-z]{3,10} [A-Z0-9]))"
    r"|(?: and)? (?:is|are|was|were|will|takes|opens|returns|runs|begins|starts|features) "
)
"""Where a list of names after its role word ends."""
OPENED = re.compile(r",")
"""Where the names end behind a role word that opens a sentence: Presented by the guild, the fair runs…"""
PERSON = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|President|Secretary|Minister|Mayor|Governor|Chief|Director|Professor|Gov|Sen"
    r"|Rep)\b"
)
"""What opens the name of a person, who acts for a body and is none."""
PARTIES = re.compile(
    r"([^,。“《&]{2,30}?)[与和&]([^,。“《&]{2,30}?)(?:等[^,。“《]{0,8}?的?)?(?:战略|合作|签|框架|举行)"
)
"""The two sides of A与B战略合作协议签约仪式."""
CIRCUMSTANCE = re.compile(
    r"(?<![存所正现实旨内潜仍])在|(?<![关由位属基至对等用终便鉴处源])于|假(?=[^期如设定装冒货])|原[定订]"
    r"|[0-9一二三四五六七八九十]{1,3}[月日]|[今昨明][天日年]"
)
"""Where the name of a host ends: 江州商会于5月在河湾举办的博览会."""
OWN = re.compile(r" (?:his|her) ")
LONGEST_LIST = 600
"""Characters before a role word in which the agents it has may be listed."""
BY = re.compile(r"(?<![自理事缘])由(?![于此来])")
"""What opens the agents of 主办 and 发布."""
DOING = re.compile(r"(?<=[司团会院局部心])(?:历时|历经|精心|倾力|全程|负责|组织|策划|[于在])")
"""What an agent does before the predicate: 由江州公司历时一年举办."""
BEHIND = re.compile(r"\([^()]{1,60}\)$|[”》]$")
"""What may stand behind the head noun of a name."""
OPENING_ACT = re.compile(r"[^,;。:是]{2,40}(?:主办|承办|协办)[“《]")
"""What opens a statement with a host: A承办“B”."""
ATTENDING = re.compile(r"[^,;。]{0,40}?(?:[应受获]邀|出席|参加|参与|亮相)")
"""What makes the subject a guest of what follows: 应邀出席于5月召开的年会."""
JOINED = re.compile(r"(?:联合|携手|会同)([^,。;在于由将0-9]{2,40})")
"""Who acts together with the subject."""
TOGETHER = re.compile(
    r"[与和同]([^,。;与和在于]{2,40}?)(?:等[^,。;]{0,14}?)?(?:就[^,。;]{2,20}?)?(?:合作|联合|共同|携手|联手|正式|成功|顺利){0,3}$"
)
"""Who acts with the subject of 与B合作举办, and of 与B等商家签订."""
TOGETHER_REACH = 60
"""Characters before the predicate in which they stand."""
ACTS = ("launch", "policy", "publication", "signing", "visit", "ceremony", "other")
"""Kinds of which the subject is an organizer even where it names the event: 文化局启动评定程序."""
AGENTS = {"policy": "issuer", "publication": "issuer", "signing": "party", "visit": "party"}
"""Role of the subject by the kind of the event; else it is the host."""


def find_organizers(words: Words, scope: Scope, frame: Frame) -> tuple[Organizer, ...]:
    """Return the organizers named in a scope: beside a role word, else who acts, signs, or whose meeting it is."""
    span = Range(scope.clauses[0].start, scope.clauses[-1].end)
    cell = words.columns.get("organizer")
    found = _organizers(words, cell, "host") if cell else []
    for hit in words.roles:
        if span.start <= hit.start < span.end:
            found += beside_role(words, hit, span)
    for read in (_passive_agents, _agents, _parties, _body):
        found = found or read(words, frame)
    return tuple(dict.fromkeys(found)) or announcers(words, scope)


def announcers(words: Words, scope: Scope) -> tuple[Organizer, ...]:
    """Return the organisations that say that something is moved or off."""
    region = find_announcer(words, scope)
    return tuple(item for item in _organizers(words, region, "host") if is_organization(item.name)) if region else ()


def _organizers(words: Words, region: Range, role: str) -> list[Organizer]:
    """Return the names of a list such as A、B和C, each with the role."""
    return [Organizer.model_validate({"name": name, "role": role}) for name in find_names(words, region)]


def names_in(words: Words, region: Range, role: str) -> tuple[Organizer, ...]:
    """Return the names of a list such as A、B和C, each with the role."""
    return tuple(_organizers(words, region, role))


def _agents(words: Words, frame: Frame) -> list[Organizer]:
    """Return the subject's names where it acts on the event and is no building, with who acts together with it."""
    if frame.predicate is None or frame.subject.is_empty or frame.object.is_empty:
        return []
    if words.is_latin and frame.kind not in ("signing", "visit") and PERSON.match(frame.subject.cut(words.view)):
        return []
    if words.is_latin and OWN.match(words.view, frame.predicate.end):
        return []  # who hosts his radio show is a person
    if words.is_latin and frame.kind == "other" and "*" not in frame.predicate.rule.yields:
        return []  # who is elected or joins holds nothing
    acts = frame.subject != frame.name or (frame.predicate.rule.title == "clause" and frame.kind in ACTS)
    subject = frame.subject.cut(words.view)
    guest = ATTENDING.match(words.view, frame.subject.end, max(frame.subject.end, frame.predicate.start))
    if not acts or guest or is_building(subject) or _is_happening(words, frame.subject):
        return []
    role = AGENTS.get(frame.kind, "host")
    thing = frame.kind == "visit" or (frame.kind == "launch" and not frame.predicate.rule.object_first)
    thing = thing or (frame.kind == "other" and "*" not in frame.predicate.rule.yields)
    sure = words.is_latin or (not thing and subject[0] not in "“《" and holds_only_names(words, frame.subject))
    found = [item for item in _organizers(words, frame.subject, role) if sure or is_organization(item.name)]
    joined = _joined(words, frame, frame.predicate.start)
    found += [item for region in joined for item in _organizers(words, region, role)]
    partner = PARTNER.search(words.view, frame.object.start, frame.object.end) if role == "party" else None
    found += _organizers(words, Range(partner.end(), frame.object.end), role) if partner else []
    if not words.is_latin:
        return found
    acts = frame.kind in ("signing", "visit")  # countries do; else Illinois is the end of a place
    proper = [item for item in found if PROPER.fullmatch(item.name) and (acts or not is_region(item.name))]
    return proper if len(proper) == len(found) else [item for item in proper if is_body(item.name)]


def _joined(words: Words, frame: Frame, end: int) -> list[Range]:
    """Return who stands between the subject and the predicate as acting with it."""
    start = frame.subject.end
    joined = JOINED.match(words.view, start, max(start, end))
    near = max(start, end - TOGETHER_REACH)
    together = TOGETHER.search(words.view, near, end) if joined is None and near < end else None
    if together and frame.kind != "signing" and not together[0].endswith(("合作", "联合", "共同", "携手", "联手")):
        return []
    return [Range(*match.span(1)) for match in (joined, together) if match]


def _is_happening(words: Words, region: Range) -> bool:
    """Return whether a phrase names a happening, which holds nothing itself."""
    head = words.vocabulary.head_of(BEHIND.sub("", region.cut(words.lower)))
    return head is not None and head.gathering


def _passive_agents(words: Words, frame: Frame) -> list[Organizer]:
    """Return the names between 由 and the predicate: 由江州市商务局正式发布."""
    if frame.predicate is None or words.is_latin:
        return []
    opening = _last_by(words.view, frame.clause.start, frame.predicate.start)
    if opening < 0:
        return []
    start = opening + 1
    doing = DOING.search(words.view, start, frame.predicate.start)
    region = Range(start, doing.start() if doing else _before_adverbs(words, start, frame.predicate.start))
    found = _organizers(words, region, AGENTS.get(frame.kind, "host"))
    return [item for item in found if is_organization(item.name)]


def _last_by(view: str, start: int, end: int) -> int:
    """Return where the last 由 that names an agent stands, not that of 由于 or 由此; -1 where there is none."""
    return max((match.start() for match in BY.finditer(view, max(start, end - LONGEST_LIST), end)), default=-1)


def _before_adverbs(words: Words, start: int, end: int) -> int:
    """Return where the adverbs that end a region begin: 正式对外 before 发布."""
    adverb = words_pattern("adverb", "zh")
    while match := next(
        (match for match in adverb.finditer(words.view, max(start, end - 4), end) if match.end() == end), None
    ):
        end = match.start()
    return end


def _parties(words: Words, frame: Frame) -> list[Organizer]:
    """Return the two sides that the name of a signing tells."""
    match = PARTIES.match(frame.name.cut(words.view)) if frame.kind == "signing" else None
    sides = [match.span(1), match.span(2)] if match else []
    regions = [Range(frame.name.start + start, frame.name.start + end) for start, end in sides]
    return [item for region in regions for item in _organizers(words, region, "party")]


def _body(words: Words, frame: Frame) -> list[Organizer]:
    """Return the body whose meeting it is, or who invites to it."""
    body = find_meeting_body(words, frame) or find_inviter(words)
    return _organizers(words, body, "host") if body else []


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
    opens = words.is_latin and not words.view[: hit.start].strip()
    stop = (OPENED if opens else AFTER).search(words.view, rest.start, rest.end)
    ends = [stop.start() if stop else rest.end]
    ends += [other.start for other in words.predicates if words.is_latin and other.start > rest.start]
    ends += [other.start for other in words.roles if not words.is_latin and other.start > rest.start]
    return _organizers(words, Range(rest.start, min(ends)), hit.rule.role)


def _office_holder(words: Words, hit: Hit[RoleWord], rest: Range) -> list[Organizer]:
    """Return the one name after 主办单位 without a colon, where it ends as organisations do."""
    stop = words_pattern("border", "zh").search(words.view, rest.start, rest.end)
    found = _organizers(words, Range(rest.start, stop.start() if stop else rest.end), hit.rule.role)
    return [item for item in found[:1] if is_organization(item.name)]


def _before_role(words: Words, hit: Hit[RoleWord], span: Range) -> list[Organizer]:
    """Return the names between 由 and 主办; without 由 those of organisations before 主办的 and 主办“…”."""
    view = words.view
    opening = _last_by(view, span.start, hit.start)
    held_by = opening >= 0 and view.find("。", opening, hit.start) < 0
    acts = view.startswith("的", hit.end) or OPENING_ACT.fullmatch(view, span.start, hit.end + 1) is not None
    if not held_by and not (acts and hit.rule.role != "supporter"):
        return []
    marks = (view.rfind(mark, span.start, hit.start) for mark in ",;:。是")
    opening = opening if held_by else max(span.start - 1, *marks)
    opening = max([opening, *(other.end - 1 for other in words.roles if opening < other.start < hit.start)])
    circumstance = CIRCUMSTANCE.search(view, opening + 1, hit.start)
    end = circumstance.start() if circumstance else _before_adverbs(words, opening + 1, hit.start)
    found = _organizers(words, Range(opening + 1, end), hit.rule.role)
    return [item for item in found if held_by or is_organization(item.name)]
