"""The body behind a happening that no role word names: whose meeting it is, who says that it is put off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extract.clauses import Range, Scope
from timeline.extract.english_phrase import PROPER
from timeline.extract.frame import Frame
from timeline.extract.names import is_body
from timeline.extract.venue import is_building
from timeline.extract.words import CHANGES, Words

CHINESE = re.compile(
    r"([^,。“”《》()暨]{2,30}?(?:公司|集团|协会|学会|商会|联盟|基金会|联合会|研究会|促进会|委员会"
    r"|大学|学院|学校|[中小]学|研究院|研究所|[^会]社|中心|俱乐部|电视台|博物馆|图书馆|美术馆|剧院|乐团))(?:\([^()]{1,20}\))?"
    r"(?=[“《]|第?[0-9一二三四五六七八九十]{1,4}(?:届|次|年)|(?:年度|会员|股东|理事|常务|换届|成立|代表|全体|年会|大会))"
)
"""An organisation before its own meeting."""
POSSESSOR = re.compile(r"((?:[A-Z][\w&.-]*(?: (?:of|for|and|the|&))? ){1,8}?[A-Z]\w*)['’]s? ")
"""A proper name before 's."""
OF_WHOM = re.compile(r" ?(?:\([^()]{2,20}\) )?(?:of|in) (?:the )?")
"""What joins a meeting to the body that meets: the annual general meeting of the River Guild."""
MEMBERS = re.compile(r"\b(?:share|stock)holders (?:of|in) (?:the )?|\bmembers of (?:the )?")
"""Who is called to the meeting of a body."""
ITS_OWN = re.compile(
    r"(?: [0-9]{4})? (?:(?:Annual|Extraordinary|General|Ordinary|Special) |(?P<members>[AE]GM\b)"
    r"|(?:[a-z]+ )?[Mm]eeting\b|(?:[a-z]+ ){0,2}(?:workshop|seminar|webinar|lecture|talk|call|conference|symposium"
    r"|concert|exhibition|fundraiser|gala)\b)"
)
"""What a name goes on with where the meeting of a body is named after it: River Guild Annual Meeting."""
MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December) ")
NO_BODY = re.compile(r"(?:Town|City|Village) (?:Hall|House)|.*\b(?:Room|Street)")
"""What names where a meeting is, not whose it is: the Town Hall meeting."""
INVITES = re.compile(
    rf"(?:The )?({PROPER.pattern}) (?:(?:is|are) (?:pleased|delighted|proud|happy|excited) to (?:invite|welcome)"
    r"|(?:cordially |warmly )?invites?|welcomes?) (?:you|all|everyone|members|the public)\b"
)
"""Who opens a sentence by inviting."""
ACRONYM = re.compile(r"[A-Z]{3,8}")
OFF = re.compile(r"(?:也|亦|昨日?|今日?|明日?|昨天|今天|[0-9]{1,2}日|早前|随后|已)*$")
"""What stands between a body and 宣布."""


def find_meeting_body(words: Words, frame: Frame) -> Range | None:
    """Return whose meeting it is: 江州档案学会第四届会员代表大会, the Guild's 2026 Summit, the AGM of the Guild."""
    if frame.head is None or not frame.head.gathering:
        return None
    match = (POSSESSOR if words.is_latin else CHINESE).match(frame.name.cut(words.view))
    if match and not is_building(match[1]):
        return Range(frame.name.start, frame.name.start + match.end(1))
    return next(_english_bodies(words, frame.name), None) if words.is_latin else None


def _english_bodies(words: Words, name: Range) -> Iterator[Range]:
    """Yield the bodies before and behind the noun of a meeting, surest first."""
    view = words.view
    own = ITS_OWN.search(view, name.start, name.end)
    month = MONTH.match(view, name.start, name.end)
    before = Range(month.end() if month else name.start, own.start()) if own else name
    text = before.cut(view)
    if own and (is_body(text) or ACRONYM.fullmatch(text) or own["members"]) and not NO_BODY.fullmatch(text):
        yield before
    ends = [hit.end for hit in words.heads if name.start <= hit.start and hit.end <= name.end + 1]
    openings = [joint.end() for end in ends if (joint := OF_WHOM.match(view, end))]
    openings += [match.end() for match in MEMBERS.finditer(view)] if "meeting" in name.cut(words.lower) else []
    for start in openings:
        behind = PROPER.match(view, start)
        if behind and is_body(behind[0]):
            yield Range(*behind.span())


def find_inviter(words: Words) -> Range | None:
    """Return who invites to what a sentence names: The River Guild is pleased to invite you to its dinner."""
    match = INVITES.match(words.view) if words.is_latin else None
    return Range(*match.span(1)) if match else None


def find_announcer(words: Words, scope: Scope) -> Range | None:
    """Return who says that something is moved or off, or decides so: 江州文化局宣布取消…"""
    if words.is_latin or not words.effects(scope.clauses) & CHANGES:
        return None
    for hit in words.predicates:
        clause = next((clause for clause in scope.clauses if clause.start <= hit.start < clause.end), None)
        if clause is None or not hit.rule.reports:
            continue
        said = words.view[clause.start : hit.start]
        if opening := OFF.search(said):
            return Range(clause.start, clause.start + opening.start())
    return None
