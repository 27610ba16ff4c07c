"""Which phrases name a place or a venue."""

from __future__ import annotations

import re
from functools import cache

from timeline.lexicon.places import find_places, venue_suffixes
from timeline.lexicon.vocabulary import words_pattern

NO_PLACE = re.compile(
    r"(?:[上中下内间时后]|(?<=[城园手心家村市省县夜哪这那校店屋院眼])里|(?<=[之以会赛日目年月天周先此提])前"
    r"|(?:决|半决|预|初|复|比|竞)赛|竞走|接力|[单双]打|环节|项目|评选|方面|领域|过程|基础|期间|背景|同期|同[日天]|之际|当[日天晚]|日期|[0-9]年[初底末]?|[0-9]月|[0-9]日)$"
)
"""What ends a phrase of time or circumstance; 牌坊前 and 景贤里 are places."""
CIRCUMSTANCE = re.compile(r"之际|之时|时候|背景下|情况下|过程中|基础上|[对向把]$")
"""What a phrase holds that tells when or how, not where: 打响之际展示."""
ADDRESS = re.compile(r"(?:[路街道巷弄里][0-9]{1,5}(?:弄[0-9]{1,5})?号|[0-9A-Z]{1,4}[座栋幢楼层室])$")
"""What ends the address of a house: 云锦路171弄16号, 河湾大厦B座."""
OF_PLACE = re.compile(r"的|(?:市场|公司|集团|产能|经济|企业|产业|团队|客户|用户|消费者|方面|籍)")
"""What goes on with the name of a region and is no place: 中国的产能, 安徽市场."""
LONGEST_SPOT = 10
"""Characters of a spot behind its district."""
HAPPENING = re.compile(
    r"(?:会|展|赛|节|典礼|仪式|活动|论坛|局|院|府|公司|项目|工程|办|委|处|日程|规程|通知|培训|讲座|[0-9])$"
)
"""What a name ends in that is no spot."""
CAPITALS = re.compile(r"[A-Z0-9][\w.'’/-]*(?: [A-Z0-9][\w.'’-]*){0,4}")
"""A state, a street or a country behind a venue: Springfield, IL."""
ABBREVIATION = re.compile(
    r"[京沪津渝穗深港澳台汉杭宁蓉甬鲁豫晋冀皖赣湘鄂桂琼黔滇陕甘青新蒙辽吉黑闽苏浙粤川]|(?:线上|云端|[0-9.]{1,5}号[馆厅楼][^,。;]{0,8}|[0-9]+室|总部)$"
)
BESIDE = re.compile(r"(?:《[^《》]{1,30}》|[^,。;]{0,12})(?:旁|现场|门口|周边|前广场|前|外)")
"""What stands beside a venue: 展区灯组旁."""
LONGEST = 40


def is_place(name: str, latin: bool) -> bool:
    """Return whether a folded phrase names a place of the gazetteer or ends in the noun of a venue."""
    if not 1 <= len(name) <= LONGEST * (2 if latin else 1) or NO_PLACE.search(name):
        return False
    if (venue := last_venue(name)) and BESIDE.fullmatch(name, venue):
        return True
    if words_pattern("self", "zh").fullmatch(name):
        return False
    if (name.lower() if latin else name).endswith(_venues("en" if latin else "zh")) or ABBREVIATION.fullmatch(name):
        return True
    if not latin and ADDRESS.search(name):
        return True
    if "、" in name:
        return all(_ends_in_place(part) for part in name.split("、"))
    found = find_places(name)
    if not found or (len(found) == 1 and found[0].kind == "region" and is_region(name)):
        return False  # a continent is no place to go to
    opens = found[0].start == 0 and not latin and not OF_PLACE.match(name, found[0].end)
    return opens or (latin and found[0].start == 0) or found[-1].end == len(name)


def _ends_in_place(name: str) -> bool:
    found = find_places(name)
    return is_venue(name.strip()) or (bool(found) and found[-1].end == len(name))


def is_region(name: str) -> bool:
    """Return whether a folded name is one of the gazetteer and nothing else."""
    found = find_places(name)
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(name))


def _lies_in_district(name: str) -> bool:
    """Return whether a short name opens with a district and ends in nothing that is held or acts: 江州市东区云锦湖."""
    found = find_places(name)
    if not found or found[0].start or found[0].kind != "district" or name[found[0].end - 1] not in "区县镇":
        return False
    return 1 <= len(name) - found[0].end <= LONGEST_SPOT and not HAPPENING.search(name)


def is_wholly_place(name: str, latin: bool) -> bool:
    """Return whether a folded line is a venue, an address or names of the gazetteer and nothing else.

    Examples:
        >>> is_wholly_place("江州市运动会日程", latin=False), is_wholly_place("Mill Hall, Leeds", latin=True)
        (False, True)
    """
    if not latin:
        plain = is_region(name) or is_venue(name) or ADDRESS.search(name) is not None or _lies_in_district(name)
        return plain and "(" not in name and is_place(name, latin)
    first, *rest = name.split(", ")
    first = re.split(r" (?=[0-9])", first, maxsplit=1)[0]  # Mill Hall 12 River Street
    plain = is_region(first) or first.lower().endswith(_venues("en"))
    return plain and all(CAPITALS.fullmatch(part) for part in rest)


def is_phrase(name: str, latin: bool) -> bool:
    """Return whether a phrase may be a place where the grammar says that one stands there."""
    return (
        2 <= len(name) <= (LONGEST * 2 if latin else LONGEST * 3 // 4)
        and not NO_PLACE.search(name)
        and not CIRCUMSTANCE.search(name)
        and not words_pattern("self", "zh").fullmatch(name)
    )


def is_venue(name: str) -> bool:
    """Return whether a Chinese phrase ends in the noun of a venue (上海宾馆)."""
    return name.endswith(_venues("zh"))


def is_building(name: str) -> bool:
    """Return whether a Chinese phrase names a venue that holds nothing itself: a hotel, not a museum."""
    noun = next((suffix for suffix in venue_suffixes("zh") if name.endswith(suffix)), None)
    return noun is not None and noun not in venue_suffixes("zh", "institution")


def is_institution(name: str) -> bool:
    """Return whether a Chinese phrase ends in the noun of a venue that also holds things itself: a museum, a school."""
    return name.endswith(venue_suffixes("zh", "institution")) and not name.endswith(venue_suffixes("zh", "venue"))


def find_plain_venue(view: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where an English venue without a proper name stands: in the school library, at the town hall."""
    match = _plain_pattern().search(view, start, end)
    return match.span(1) if match else None


def last_venue(name: str) -> int:
    """Return where the last noun of a venue inside a Chinese phrase ends; 0 where there is none.

    Examples:
        >>> last_venue("河湾站北侧广场设置")
        7
    """
    return max((match.end() for match in _venue_pattern().finditer(name)), default=0)


@cache
def _venues(language: str) -> tuple[str, ...]:
    return tuple(suffix.lower() for suffix in venue_suffixes(language))


@cache
def _venue_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _venues("zh"))))


@cache
def _plain_pattern() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, _venues("en")))
    return re.compile(rf"\b(?:in|at) (?:the|our) ((?:[a-z]+ ){{0,2}}(?:{nouns}))(?![\w-])(?! of)")
