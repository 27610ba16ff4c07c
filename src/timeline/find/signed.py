"""English dates joined by signs (05-Aug-2016, 2019-Q1) and years in words (nineteen eighty-six)."""

from __future__ import annotations

import re

from timeline.find.numerals import english_words

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_PIECES = re.compile("[0-9]+|[a-z]+")
_SEASON = re.compile("([0-9]{4})[-–/]([0-9]{2})")
_PART = re.compile("[qh][1-4]|[1-4][qh]")


def read_signed(text: str) -> dict[str, int] | None:
    """Return the fields of a date joined by signs; None where a number fits nothing.

    Examples:
        >>> read_signed("05-aug-2016"), read_signed("q1-2019")
        ({'day': 5, 'month': 8, 'year': 2016}, {'quarter': 1, 'year': 2019})
    """
    said: dict[str, int] = {}
    if season := _SEASON.fullmatch(text):
        return _season(int(season[1]), int(season[2]))
    if part := _PART.search(text):
        said["quarter" if "q" in part.group() else "half"] = int(part.group().strip("qh"))
        text = text.replace(part.group(), " ")
    for piece in _PIECES.findall(text):
        if piece.isalpha():
            said["month"] = MONTHS.index(piece[:3]) + 1
        elif len(piece) == 4:
            said["year"] = int(piece)
        elif "day" in said:
            said["year"] = int(piece) + (2000 if int(piece) < 50 else 1900)
        else:
            said["day"] = int(piece)
    return said if 1 <= said.get("day", 1) <= 31 and said.get("half", 1) <= 2 else None


LONGEST_RUN = 31
"""Most years that 1939-45 is read to span."""


def _season(year: int, rest: int) -> dict[str, int] | None:
    """Return the years of a season (2024-25) or a run (1939-45), or a month of the year (ISO 8601-1: 2024-05)."""
    years = (rest - year) % 100 + 1
    if rest > 12 and 1 < years <= LONGEST_RUN:
        return {"year": year, "years": years}
    return {"year": year, "month": rest} if 1 <= rest <= 12 else None


def read_year_words(text: str) -> int | None:
    """Return the year that words name, century first; None where they name none.

    Examples:
        >>> read_year_words("nineteen hundred and five"), read_year_words("two thousand and fifteen")
        (1905, 2015)
    """
    head, _, rest = re.sub("[ -]", " ", text).partition(" ")
    rest = re.sub("^(?:hundred|thousand)(?: and)? ?", "", rest)
    value = int(rest) if rest.isdigit() else english_words().get(rest, 0 if not rest else -1)
    century = 2000 if head == "two" else english_words()[head] * 100
    return century + value if 0 <= value < 100 else None
