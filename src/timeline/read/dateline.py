"""The dateline a report begins with: who reports it, from where, on which day."""

from __future__ import annotations

import re
from functools import cache

from timeline.lexicon.layout import layout_pattern
from timeline.lexicon.places import find_places
from timeline.read.masthead import Masthead
from timeline.read.moments import MONTHS


def read_dateline(view: str) -> Masthead | None:
    """Return the dateline that a folded paragraph begins with, or None.

    Example:
        >>> read_dateline("新华社北京1月14日电 (记者 林小满)今天开幕").place
        '北京'
    """
    match = _dateline().match(view)
    if not match or not match.group().strip() or _is_programme(match):
        city = _bare_city().match(view)
        known = city is not None and find_places(city["city"].title())
        return Masthead([("dateline", 0, city.end(1))], None, 0, city.end(), city["city"]) if city and known else None
    place = next((match[name] for name in ("place", "reported", "written", "city") if match[name]), None)
    return Masthead(
        [("dateline", 0, len(match.group().rstrip()))], None, 0, match.end(), place, bool(match["bulletin"])
    )


def _is_programme(match: re.Match[str]) -> bool:
    """Return whether a name, a day and a colon head what happens then (Saturday, July 9: Ice Cream Social): no city."""
    city = match["city"]
    return bool(city) and match.group().rstrip().endswith(":") and not (city.isupper() or find_places(city))


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(rf"{_chinese()}|{_english()}")


@cache
def _bare_city() -> re.Pattern[str]:
    """A city in capitals and a dash, which may open a headline as well: TOKYO - The Games will open on…"""
    return re.compile(r"(?P<city>[A-Z]{3,20}(?: [A-Z]{3,20})?) - (?=[A-Z][a-z])")


def _chinese() -> str:
    """Return the pattern of 新华社北京1月14日电（记者 …）, 本报讯（…）, （…記者…台北16日電）, 記者…／北城報導."""
    agency, wire, bulletin = (f"(?i:{layout_pattern(role)})" for role in ("agency", "wire", "bulletin"))
    number = "[0-9一二三四五六七八九十]{1,3}"
    day = rf"(?:(?:19|20)[0-9]{{2}}年)?(?:{number}月)?{number}[日号]"
    reporter = r"(?:\s?[(](?:[^()]|[(][^()]{0,40}[)]){0,80}[)])"
    opening, closing = r"[(【〔\[]", r"[)】〕\]]"
    return (
        rf"{opening}?(?:{agency})?(?P<place>(?!记者)[一-鿿·]{{2,8}}?)?\s?{day}(?:\s?{wire}){reporter}?(?:{closing}|:)?\s*"
        rf"|(?P<bulletin>{opening}?{bulletin}{closing}?){reporter}?[:,]?\s*"
        rf"|{opening}(?:{agency})?\s?记者[^()。]{{2,14}}?(?P<reported>[一-鿿]{{2}})(?:{day})?(?:{wire}){closing}\s*"
        rf"|{opening}[一-鿿]{{2,10}}报[导道]\s?记者[^〕\]】)。]{{2,24}}{closing}\s*"
        rf"|{opening}?记者[^〕\]】)。]{{2,14}}/(?P<written>[一-鿿]{{2,6}})报[导道]{closing}?\s*"
    )


def _english() -> str:
    """Return the pattern of BEIJING, Jan. 14 (Xinhua) -- and the like; River Fair, July 12-17 names no city."""
    agency = f"(?i:{layout_pattern('agency')})"
    week = r"(?!(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?\b)"
    city = week + r"[A-Z][A-Za-z.'-]{1,20}(?: [A-Z][A-Za-z.'-]{1,20}){0,3}(?:, [A-Z][A-Za-z. ]{1,20}){0,2}"
    month = f"(?:{MONTHS}|{MONTHS.upper()})"
    day = rf"(?:{month}\.?\s[0-9]{{1,2}}|[0-9]{{1,2}}\s{month}\.?)(?:,?\s(?:19|20)[0-9]{{2}})?"
    name = r"[A-Z][A-Za-z.&'-]{1,20}(?: [A-Z][A-Za-z.&'-]{0,20}){0,3}"
    source = rf"(?:[(/]{{1,2}}\s?{agency}[^()/]{{0,20}}[)/]{{1,2}}|[(]{name}[)])"
    dash = r"\s?(?:--?|–|—|:)\s?"
    to = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?:,|\s|$)|{month})"
    return (
        rf"(?:{source}(?:{dash}|\s))?(?P<city>{city}),?\s(?:{day})\s?{source}?{dash}(?!\s?{to})"
        rf"|[A-Z][A-Z .,'-]{{2,40}}\s?{source}{dash}|{source}{dash}|[A-Z][A-Z .,'-]{{2,40}}\s(?:--|–|—)\s"
    )
