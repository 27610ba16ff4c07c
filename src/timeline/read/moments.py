"""How pages print the moment they appeared: patterns for a full date, with weekday and clock."""

from __future__ import annotations

MONTHS = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
"""English months, whole or cut."""

NUMERAL = "[〇零○Oo0-9一二三四五六七八九]"

DATE = (
    r"(?:(?<![0-9])(?:19|20)[0-9]{2}\s?[-/.]\s?(?:1[0-2]|0?[1-9])\s?[-/.]\s?(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
    r"|(?<![0-9.])(?:3[01]|[12][0-9]|0?[1-9])\.(?:1[0-2]|0?[1-9])\.(?:19|20)[0-9]{2}(?![0-9])"
    r"|(?<![0-9])(?:(?:19|20)[0-9]{2}|(?:中华)?民国\s?[0-9]{2,3})\s?年\s?/?[0-9]{1,2}\s?月\s?/?[0-9]{1,2}\s?[日号]"
    rf"|[一二]{NUMERAL}{{3}}年[一二三四五六七八九十]{{1,3}}月[一二三四五六七八九十]{{1,3}}[日号]"
    rf"|(?<![A-Za-z]){MONTHS}\.?\s[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)[0-9]{{2}}(?![0-9])"
    rf"|(?<![0-9])[0-9]{{1,2}}(?:st|nd|rd|th)?\s{MONTHS}\.?,?\s(?:19|20)[0-9]{{2}}(?![0-9]))"
)
"""A date with its year, on a folded text."""

CLOCK = (
    r"(?:\s?(?:T|,|at)?\s?(?:[上下]午|中午|早上|晚上)?\s?[0-9]{1,2}:[0-9]{2}"
    r"(?::[0-9]{2}(?:\.[0-9]{1,6})?(?:\s?[+-][0-9]{2}:?[0-9]{2})?|\+[0-9]{2}:?[0-9]{2})?"
    r"\s?(?:[APap]\.?[Mm]\.?)?\s?(?:Z|\(?(?:UTC|GMT|[A-Z]{2,4}T)\)?)?)"
)
"""A time of day after a date; -16:00 after minutes is no zone but the end of a range."""

WEEKDAY = (
    r"(?:\s?[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?"
    r"|\s?[(]?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?[),.]{0,2}\s?)"
)
"""A day of the week."""

MOMENT = (
    rf"(?:(?:[0-9]{{1,2}}:[0-9]{{2}}\s?(?:[APap]\.?[Mm]\.?)?\s?(?:[A-Z]{{2,4}})?,?\s(?:on\s)?)?"
    rf"{WEEKDAY}?{DATE}{WEEKDAY}?{CLOCK}?)"
)
"""A date with what may stand beside it: weekday, and a time of day after or, in English, before it."""

YEAR_LINE = r"(?:(?:19|20)[0-9]{2}|(?:中华)?民国\s?[0-9]{2,3}(?=\s?年))\s?年?度?"
"""A line that is a year and nothing else, over what happened then."""

MONTH_LINE = (
    r"(?:(?:(?:19|20)[0-9]{2}|(?:中华)?民国\s?[0-9]{2,3})\s?年\s?)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月份?"
    rf"|{MONTHS}\.?,?(?:\s(?:19|20)[0-9]{{2}})?"
)
"""A line that is a month and nothing else, perhaps with its year."""
