"""The yardstick of speed: one pass of one large regular expression over the same texts, in the same process.

Every "times the yardstick" divides by it. It finds too much and too little and resolves nothing; it only tells what a
plain search costs on this machine and this text.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from functools import cache

NUMERAL = "(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})"
MONTHS = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
MONTHS += "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
KINDS = (
    rf"(?:[0-9]{{4}}|[〇零一二三四五六七八九]{{4}})\s?年(?:\s?{NUMERAL}\s?月(?:\s?{NUMERAL}\s?[日号])?)?",
    rf"{NUMERAL}\s?月\s?{NUMERAL}\s?[日号]",
    rf"{NUMERAL}\s?月(?:[初底末中]|[上中下]旬)?",
    rf"{NUMERAL}\s?[日号](?:[上下中]午|[凌清]晨|[早晚]上?)?",
    rf"(?:[凌清]晨|[上中下]午|傍晚|晚上?|夜间)\s?{NUMERAL}\s?[点时](?:半|{NUMERAL}分)?",
    rf"{NUMERAL}\s?[点时](?:半|整|{NUMERAL}分)",
    r"[今昨明后前][天日晚晨早]",
    r"[今去明后前]年(?:[初底末中]|[上下]半年)?",
    r"本[周月年]|上个?[周月]|下个?[周月]",
    r"(?:周|星期|礼拜)[一二三四五六日天]",
    r"[当次翌同][日天晚年月]",
    r"第[一二三四1234]季度",
    r"[上下]半年|前[一二三]季度",
    r"(?:元旦|春节|清明|端午|中秋|国庆|劳动节|除夕|元宵)(?:期间|假期)?",
    r"[“\"]?十[二三四五六]五[”\"]?",
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}",
    r"[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}",
    r"[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2}",
    r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?",
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?",
    r"[0-9]{1,2}(?::[0-9]{2})?\s?[ap]\.?m\.?",
    rf"(?:{MONTHS})\.?\s+[0-9]{{1,2}}(?:st|nd|rd|th)?(?:,\s?[0-9]{{4}})?",
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})(?:\s+[0-9]{{4}})?",
    rf"(?:{MONTHS})\s+[0-9]{{4}}",
    rf"(?:{DAYS})(?:\s+(?:morning|afternoon|evening|night))?",
    r"(?:last|next|this|past|coming)\s+(?:week|weekend|month|quarter|year|summer|winter|spring|fall)",
    r"today|tonight|tomorrow|yesterday",
    r"(?:first|second|third|fourth)\s+quarter",
    r"Q[1-4](?:\s+[0-9]{4})?",
    r"(?:in|since|until|by|from)\s+(?:19|20)[0-9]{2}",
    r"[0-9]{1,3}\s?(?:天|周|个月|年|小时)[前后]",
    r"[0-9]+\s+(?:days?|weeks?|months?|years?)\s+(?:ago|later|earlier)",
)


@cache
def pattern() -> re.Pattern[str]:
    """Return the expression: all kinds of dates as one alternation."""
    return re.compile("|".join(KINDS))


def yardstick(texts: Sequence[str], passes: int = 5) -> float:
    """Return the fewest seconds that one of several passes over the texts took."""
    search = pattern().finditer
    seconds = []
    for _ in range(passes):
        begin = time.perf_counter()
        for text in texts:
            for _match in search(text):
                pass
        seconds.append(time.perf_counter() - begin)
    return min(seconds)
