"""A paragraph on one line → its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.model import Role, Sentence
from timeline.read.mapped import Mapped, segments

LONGEST = 600
"""A sentence longer than this is cut, so that nothing that follows has to look at a whole book at once."""

SHORTEST_CUT = 200
"""No piece of a cut sentence is shorter, except the last."""

QUOTED = 60
"""Inside quotes or brackets up to this length a sentence does not end."""


def split_sentences(
    text: Mapped, view: str, *, paragraph: int, role: Role = "body", level: int = 0, longest: int = LONGEST
) -> Iterator[Sentence]:
    """Yield the sentences of a paragraph; nothing but the blanks between them is left out. A row of cells is one.

    Args:
        view: The characters of `text` folded.
        longest: Characters of a sentence; longer ones are cut.
    """
    whole = role == "row" and " | " in view and len(view) <= longest
    for start, end in [(0, len(view))] if whole else sentence_ranges(text.text, view, longest):
        part = text.slice(start, end)
        yield Sentence.trusted(
            text=part.text,
            view=view[start:end],
            segments=segments(part),
            paragraph=paragraph,
            role=role,
            level=level,
        )


def sentence_ranges(text: str, view: str, longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    """Yield the range of every sentence in a text, given also as folded, without the blanks around it."""
    start = 0
    for end in _ends(text, view):
        yield from _cut(view, start, end, longest)
        start = end
    yield from _cut(view, start, len(view), longest)


def _ends(text: str, view: str) -> Iterator[int]:
    """Yield where sentences end."""
    enclosed = done = 0
    for match in _boundary().finditer(view):
        if match["open"]:
            enclosed = max(enclosed, _closing_of(view, match))
        elif match.start() >= enclosed and match.end() < len(view) and not _goes_on(text, view, done, match):
            end = _closed(view, done, match)
            yield end
            done = end


def _closing_of(view: str, opening: re.Match[str]) -> int:
    """Return the end of a short quotation or bracket, or 0: none, too long, or a sentence of its own."""
    sign = _PAIRS[opening["open"]]
    closing = view.find(sign, opening.end(), opening.end() + QUOTED)
    if closing < 0 or (sign != "》" and view[closing - 1] in "。!?"):
        return 0
    return closing + 1


def _closed(view: str, start: int, match: re.Match[str]) -> int:
    """Return the end of a sentence; a straight quote belongs to it only if it closes one that began in it."""
    end = match.end()
    straight = match.group().find('"')
    if straight >= 0 and view.count('"', start, match.start()) % 2 == 0:
        end = match.start() + straight
    return end


def _goes_on(text: str, view: str, start: int, match: re.Match[str]) -> bool:
    """Return whether the sentence goes on: the stop belongs to a word, a number or an address, or a comma follows."""
    first, after = match.start(), view[match.end()]
    if after in ",、;:)》":
        return True
    if view[first] == ".":
        number = view[start:first].strip()
        if number.isdigit() and len(number) <= 2:
            return True
        return _in_date(view, first) or bool(_abbreviation().search(view, max(0, first - 8), first + 1))
    if text[first] in "!?":
        if match.end() - first > 1 and view[match.end() : match.end() + 2].strip(" ").islower():
            return True  # “What is weaving?” a talk by…
        return after in "=&/" or (after.isalnum() and view[first - 1 : first].isascii() and match.end() == first + 1)
    return False


def _in_date(view: str, stop: int) -> bool:
    """Return whether a stop belongs to a date with dots and blanks: 28. 9. - 3. 10. 2021."""
    if not view[stop - 1 : stop].isdigit():
        return False
    dates = _dotted_date().finditer(view, max(0, stop - DATE_REACH), stop + DATE_REACH)
    return any(date.start() < stop < date.end() for date in dates)


DATE_REACH = 24
"""No date with dots is longer."""


def _cut(view: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """Yield [start, end) without blanks around it, in pieces of at most `longest` characters."""
    while end - start > longest:
        places = (view.rfind(sign, start + SHORTEST_CUT, start + longest) for sign in (";", ",", "、", " "))
        place = next((place + 1 for place in places if place >= 0), start + longest)
        yield from _trimmed(view, start, place)
        start = place
    yield from _trimmed(view, start, end)


def _trimmed(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield [start, end) without blanks around it, if anything is left."""
    part = view[start:end]
    bare = part.strip()
    if bare:
        first = start + len(part) - len(part.lstrip())
        yield first, first + len(bare)


_PAIRS = {"“": "”", "‘": "’", "《": "》", "(": ")", "【": "】", "[": "]"}


@cache
def _boundary() -> re.Pattern[str]:
    """An opening sign, or what ends a sentence with the closing signs after it."""
    closing = r"[”’\"')\]】》]{0,3}"
    return re.compile(
        rf"(?P<open>[“‘《(【\[])|[。!?]{{1,3}}{closing}\.?|\.{{1,3}}{closing}(?=\s+[\"“‘'(\[]?[A-Z0-9一-鿿])"
        r"|(?<=[A-Za-z0-9%)]) (?:\[[0-9]{1,2}\]){1,4}(?=\s+(?:- )?[A-Z\"])"
    )


@cache
def _dotted_date() -> re.Pattern[str]:
    """One day, or the first and the last, with dots behind day and month."""
    day = r"[0-9]{1,2}\.\s?"
    return re.compile(rf"(?<![0-9.]){day}(?:{day})?(?:[-–—]\s?{day})?[0-9]{{1,2}}\.\s?[0-9]{{4}}(?![0-9])")


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[^A-Za-z])(?:[A-Z]|Inc|Ltd|Corp|Co|No|Nos|Dr|Mr|Mrs|Ms|Prof|St|Mt|Ft|Jr|Sr|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
        r"|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC|Mon|Tues?|Wed|Weds|Thu|Thurs?|Fri|Sat|Sun|Gen|Sen|Rep|Gov|Lt|Col|Fig|etc|e\.g|i\.e|approx|est|[ap]\.m)\.$"
    )
