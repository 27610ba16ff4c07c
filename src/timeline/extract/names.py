"""Names of organisations and people in a list such as A、B和C or the A, B and the C."""

from __future__ import annotations

import re

from timeline.extract.candidate import MARKUP
from timeline.extract.clauses import Range
from timeline.extract.words import Words
from timeline.lexicon.script import fold
from timeline.lexicon.vocabulary import words_pattern

LIST = re.compile(
    r"、|,|;| and |, and |(?<=.)(?:以及|及|和|与|联同|偕同|连同|携手|会同|同)(?=.)"
    r"|(?<=.)联合(?=[^会国体社大总党])(?!主办|举办|发起|发布|承办|印发|推出)"
)
WEAK = ("以及", "及", "和", "与", " and ")
"""Joints that also stand inside one name: 信息化建设与管理中心."""
LONGEST_NOUN = 4
"""No noun that ends the name of an organisation has more characters."""
NO_NAME = re.compile(
    r"^(?:本次|此次|本届|该|大会|论坛|活动|展会|会议|配合|依照|按照|根据|因应|响应"
    r"|(?:it|this|that|the event|we|they|you|he|she|i|who|which)\b"
    r"|(?:first|second|third|official|annual|new|next|final|grand|opening|closing|special|free|public)$)",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"^(?:(?:(?:The |the )?(?:[Ll]eaders|[Mm]embers|[Oo]fficials|[Rr]epresentatives|[Ss]taff|[Vv]olunteers)"
    r" (?:of|from|at|with) )?(?:the|The) (?=[A-Z])|(?:主办|主辦|承办|承辦|协办|協辦)(?:单位|單位|机构|機構|方)"
    r"|(?:机构|機構|单位|單位)(?=[A-Z])|[0-9]{1,2}[.、] ?(?=[^0-9])|[为是為由]|[从從](?!化))"
)
"""What stands before a name and is no part of it."""
OTHERS = re.compile(r"等(?:[0-9一二三四五六七八九十多几]{0,3}个?(?:部门|部門|单位|單位|机构|機構|家|方))?$")
"""What counts those named with others not named: 等五部门."""
MANNER = re.compile(r"(?<=..)(?:直接|配合|协助|協助|协同|協同)$")
"""How somebody takes part."""
OFFICER = re.compile(
    r"(?<=[局部厅委会司府院署处协团心学院公司集馆社所])"
    r"(?:党组|党委|常务)?副?(?:主任|书记|校长|院长|会长|理事长|秘书长|董事长|总经理|总裁|部长|局长|市长|省长|主席|处长|厅长|馆长|社长)"
    r"[^、,]{0,8}?(?:一行[^、,]{0,10})?$"
)
"""An officer of a body behind its name: 江州大学信息中心主任林若水一行六人."""
CAPITAL = re.compile(r"[A-Z0-9]")
"""What every English name holds."""
PAIRS = (("“", "”"), ("《", "》"), ("(", ")"), ("【", "】"))
"""Marks that a whole name holds in pairs."""
BOARD = re.compile(r"(?:研究|学|协|商|工|联合|促进|理事|董事|监事|委员|组委|执委|校友|同乡|基金|公)会$|论坛$|[A-Za-z]$")
"""Who meets and also acts; an English name or a forum that is a body of its own, too."""
POSSESSIVE = re.compile(r"['’]s$")
"""What a name may end in before its own meeting."""
BRACKET = re.compile(r"[(（][^()（）]{1,40}[)）]$")
"""What stands in brackets behind a name: its short or other form."""
QUOTED = re.compile(r"^[“「『\"]([^“”「」『』\"]+)[”」』\"]$")
SHORT = re.compile(r"([A-Z][^(),;]{2,60}) \(([A-Z]{2,8})\)")
"""A name and its abbreviation."""
BODY = re.compile(
    r"\b(?:University|College|Institute|School|Academy|Ministry|Department|Office|Bureau|Agency|Authority|Council|Committee"
    r"|Commission|Board|Chamber|Association|Society|Federation|Union|League|Alliance|Network|Foundation|Trust|Company|Group|Inc"
    r"|Ltd|PLC|plc|AB|ASA|AG|SE|NV|Oyj|LLC|LLP|Corp\w*|Bank|Cent(?:er|re)|Museum|Library|Gallery|Club|Guild|House|Hall|Church|City|County|Government)\b"
)
"""What the English name of an organisation holds."""
LONGEST = {True: 120, False: 60}
"""Longest name, in characters, in Latin and in Chinese text."""


def find_names(words: Words, region: Range) -> list[str]:
    """Return the names in a list, as printed; a quote, a bracket and a name such as 工业和信息化部 are not divided."""
    names = []
    for part in _parts(words, region):
        name = QUOTED.sub(r"\1", _without_others(OPENING.sub("", part.cut(words.sentence.text).strip(" ，,、。"))))
        name = POSSESSIVE.sub("", name)
        view = _without_others(part.cut(words.view).strip(" ,、。"))
        if not NO_NAME.match(name) and _is_name(view) and not _is_happening(words, view):
            names += [one for one in _apart(name) if 2 <= len(one) <= LONGEST[words.is_latin]]
    return names


def _apart(name: str) -> list[str]:
    """Return the organisations that only spaces part, else the whole name."""
    parts = name.split()
    return parts if len(parts) > 1 and all(map(is_organization, parts)) else [name]


def _is_happening(words: Words, view: str) -> bool:
    """Return whether a name is that of a gathering, which holds nothing, and no board or committee."""
    head = words.vocabulary.head_of(view)
    return head is not None and head.gathering and not BOARD.search(view)


def holds_only_names(words: Words, region: Range) -> bool:
    """Return whether every item of a list may be a name."""
    return all(_is_name(_without_others(part.cut(words.view).strip(" ,、。"))) for part in _parts(words, region))


def is_body(name: str) -> bool:
    """Return whether an English name holds the noun or the legal form of a body."""
    return BODY.search(name) is not None


def is_organization(name: str) -> bool:
    """Return whether a Chinese name in either script ends as those of organisations do."""
    return ends_as_organization(fold(name[-LONGEST_NOUN:]))


def ends_as_organization(view: str) -> bool:
    """Return whether a folded name ends as those of organisations do."""
    return words_pattern("organization", "zh").search(view, max(0, len(view) - LONGEST_NOUN)) is not None


def _without_others(name: str) -> str:
    """Return a name in either script without 等, without a short form and without the officer who stands for it."""
    name = MANNER.sub("", OTHERS.sub("", name))
    if (short := BRACKET.search(name)) and is_organization(name[: short.start()]):
        name = name[: short.start()]
    officer = OFFICER.search(fold(name))
    return name[: officer.start()] if officer else name


def _parts(words: Words, region: Range) -> list[Range]:
    """Return the items of a list, untrimmed."""
    view, parts, start = words.view, [], region.start
    whole = [match.span() for match in words_pattern("inseparable", "zh").finditer(view, region.start, region.end)]
    joints = [*LIST.finditer(view, region.start, region.end)]
    ends = [*(joint.start() for joint in joints[1:]), region.end]
    for joint, end in zip(joints, ends, strict=False):
        inside = words.enclosing(joint.start()) or any(left <= joint.start() < right for left, right in whole)
        one = joint[0] in WEAK and _is_one_name(view[start : joint.start()], view[joint.end() : end])
        if not inside and not one and not _is_abbreviated(view, start, joint, region.end):
            parts.append(Range(start, joint.start()))
            start = joint.end()
    return [*parts, Range(start, region.end)]


def _is_one_name(left: str, right: str) -> bool:
    """Return whether only both sides of a joint make a body: 信息化建设与管理中心, Institute of Cloth and Dyes."""
    if left.isascii():
        return re.search(r" (?:of|for) ", left) is not None and not BODY.search(re.split(r" (?:in|on|at) ", right)[0])
    if is_organization(left.strip(" )")):
        return False
    return is_organization(_without_others(right.strip()))


def _is_abbreviated(view: str, start: int, joint: re.Match[str], end: int) -> bool:
    """Return whether the initials of both sides make the abbreviation behind: Convention and Visitors Bureau (CVB)."""
    behind = SHORT.match(view, joint.end(), end)
    if joint[0] != " and " or behind is None:
        return False
    initials = re.compile(r"\b[A-Z]")
    both, right = ("".join(initials.findall(text)) for text in (view[start : behind.end(1)], behind[1]))
    return both.endswith(behind[2]) and len(behind[2]) > len(right)


def _is_name(view: str) -> bool:
    """Return whether a phrase may be a name: it ends as organisations do, or holds no grammar."""
    if view.isascii() and not CAPITAL.search(view):
        return False
    if MARKUP.search(view) or any(view.count(left) != view.count(right) for left, right in PAIRS):
        return False
    if view.startswith(("的", "在")) or words_pattern("no-organization", "zh").search(view) or _is_self(view):
        return False
    return ends_as_organization(view) or not words_pattern("no-name", "zh").search(view)


def _is_self(view: str) -> bool:
    return words_pattern("self", "zh").fullmatch(view) is not None
