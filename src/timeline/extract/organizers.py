"""Who holds an event, issues a paper or signs."""

from __future__ import annotations

import re

from timeline.extract.clauses import Range, Scope
from timeline.extract.frame import Frame
from timeline.extract.place import is_venue
from timeline.extract.words import Words
from timeline.lexicon.forms import Hit
from timeline.lexicon.kinds import RoleWord
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Organizer

LIST = re.compile(r"、|,|;|(?<=.)(?:以及|及|和|与|同)(?=.)| and |, and ")
LABEL = re.compile(r"(?:单位|方|机构|者)?(?:为|是)?\s*[:：]\s*")
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
    if not found and acts and not is_venue(frame.subject.cut(words.view)):
        found += _agents(words, frame)
    if not found and frame.kind == "signing":
        found += _parties(words, frame)
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


def _agents(words: Words, frame: Frame) -> list[Organizer]:
    """Return the subject's names where they are names: an organisation's, or short ones without grammar in them."""
    names = _names(words, frame.subject, AGENTS.get(frame.kind, "host"))
    return [item for item in names if item.name[:1].isupper()] if words.is_latin else names


def names_in(words: Words, region: Range, role: str) -> tuple[Organizer, ...]:
    """Return the names of a list such as A、B和C, each with the role."""
    return tuple(_names(words, region, role))


def beside_role(words: Words, hit: Hit[RoleWord], span: Range) -> list[Organizer]:
    """Return the names before 主办 (由A、B主办) or after 主办单位： and hosted by."""
    view = words.view
    label = LABEL.match(view, hit.end, span.end)
    if label or words.is_latin:
        start = label.end() if label else hit.end + 1
        stop = re.compile(r"[。;!?]| (?:on|in|at|from|with) |,(?= (?:on|in|at|which|with|the event))").search(
            view, start, span.end
        )
        end = stop.start() if stop else span.end
        return _names(words, Range(start, end), hit.rule.role)
    opening = max(view.rfind("由", span.start, hit.start), -1)
    if opening < 0 or view.find("。", opening, hit.start) >= 0:
        return []
    opening = max([opening, *(other.end - 1 for other in words.roles if opening < other.start < hit.start)])
    end = hit.start
    for match in words_pattern("adverb", "zh").finditer(view, max(opening + 1, end - 4), end):
        if match.end() == end:
            end = match.start()
            break
    return _names(words, Range(opening + 1, end), hit.rule.role)


def _names(words: Words, region: Range, role: str) -> list[Organizer]:
    """Return the names in a list; a quote or bracket is not divided."""
    view, cuts, start = words.view, [], region.start
    for match in LIST.finditer(view, region.start, region.end):
        if words.enclosing(match.start()) is None:
            cuts.append((start, match.start()))
            start = match.end()
    cuts.append((start, region.end))
    found = []
    for left, right in cuts:
        name = words.sentence.text[left:right].strip(" ，,、。等")
        name = re.sub(
            r"^(?:(?:the|The) (?=[A-Z])|(?:主办|主辦|承办|承辦|协办|協辦)(?:单位|單位|机构|機構|方))", "", name
        )
        if 2 <= len(name) <= LONGEST and not NO_NAME.match(name) and _is_name(words.view[left:right].strip(" ,、。")):
            found.append(Organizer.model_validate({"name": name, "role": role}))
    return found


def _is_name(view: str) -> bool:
    """Return whether a phrase may be a name: it ends as organisations do, or holds no grammar."""
    return not view.startswith(("的", "在")) and (bool(ORGANIZATION.search(view)) or not SENTENCE.search(view))
