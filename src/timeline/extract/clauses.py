"""Clauses of a sentence, and the stretch of clauses that each date governs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.model import Sentence, TimeMention


class Range(NamedTuple):
    """Half-open range of positions in a sentence."""

    start: int
    end: int

    @property
    def is_empty(self) -> bool:
        """Whether no character lies in it."""
        return self.end <= self.start

    def cut(self, text: str) -> str:
        """Return the characters of `text` in this range."""
        return text[self.start : self.end]


class Scope(NamedTuple):
    """A date and the clauses that say what happens then."""

    mention: TimeMention
    """The date."""
    at: Range
    """Where it stands in its sentence; empty at the scope's start for a date taken over from elsewhere."""
    clauses: tuple[Range, ...]
    """The clauses it governs, in order; never empty."""
    home: int
    """Index of the clause the date stands in."""


QUOTED = re.compile(
    r"《[^《》]{1,120}》|“[^“”]{1,120}”|〈[^〈〉]{1,80}〉|【[^【】]{1,80}】|\([^()]{1,120}\)|\[[^\[\]]{1,120}\]"
)
"""Text that no clause ends in; bounded, so that a lone bracket costs nothing."""

BREAK = re.compile(r"[;!?。…]+|(?<![0-9]),|,(?![0-9]{3}(?![0-9]))|:(?![0-9/])|\|")
"""End of a clause. A comma between thousands and a colon in a clock time are none."""

JOINT = re.compile(r" (?:and|but|then|before|with) (?=[a-z]+ [^,;]{1,40}$)")
"""What parts two statements of one English clause: was completed on March 5 and will open on April 6."""
DETERMINED = re.compile(r"\b[Tt]he (?:[a-z]+ )?$")
MODIFIED = re.compile(
    r" [A-Za-z][\w'’-]*(?: [A-Za-z][\w'’-]*){0,3}"
    r"(?= (?:go(?:es)?|is|are|will|was|were|has|have|opens?|begins?|starts?)\b)"
)
"""The noun that a date before it describes, up to the verb."""
LISTED = re.compile(r"(?:\s?日)?\s?(?:[、,及和与暨&]|,?以及|,还有(?:\S{0,4}场)?| and|, and)\s?")
"""What stands between the dates of a list: 10月6、7、13及14日."""
NEAR = 90
"""Characters before a clause in which the subject it shares may stand."""

ROW_BREAK = re.compile(r"(?<=[^ -~]) +(?=[^ -~])|(?<=[^ -~]) +(?=[0-9])| {2,}|\t+")
"""In headlines, rows and headings Chinese separates by spaces."""


def quoted_ranges(view: str) -> list[Range]:
    """Return the outermost quotes, titles and brackets of a sentence."""
    return [Range(*match.span()) for match in QUOTED.finditer(view)]


def split_clauses(sentence: Sentence, keep: Sequence[Range] = ()) -> list[Range]:
    """Return the clauses of a sentence in order, without the marks between them.

    Args:
        sentence: Its `view` is read.
        keep: Ranges no clause may end in: dates such as `June 3, 2025`.
    """
    view = sentence.view
    closed = sorted([*quoted_ranges(view), *keep])
    cuts = [match.span() for match in BREAK.finditer(view)]
    if sentence.role in ("title", "row", "heading"):
        cuts = sorted(cuts + [match.span() for match in ROW_BREAK.finditer(view)])
    clauses, start, index = [], 0, 0
    for cut_start, cut_end in cuts:
        while index < len(closed) and closed[index].end <= cut_start:
            index += 1
        if index < len(closed) and closed[index].start <= cut_start:
            continue
        clauses.append(_trim(view, start, cut_start))
        start = cut_end
    clauses.append(_trim(view, start, len(view)))
    return [clause for clause in clauses if not clause.is_empty]


def clauses_before(view: str, position: int) -> tuple[Range, ...]:
    """Return the clauses of the same statement that end shortly before a position, in order; at most two."""
    first = max(0, position - NEAR, *(view.rfind(mark, 0, position) + 1 for mark in "。;!?"))
    cuts = [match.span() for match in BREAK.finditer(view, first, position)]
    starts, ends = [first, *(end for _, end in cuts)], [*(start for start, _ in cuts), position]
    found = [_trim(view, start, end) for start, end in zip(starts, ends, strict=True)]
    return tuple([clause for clause in found if not clause.is_empty][-2:])


def split_scopes(sentence: Sentence, mentions: Sequence[TimeMention]) -> list[Scope]:
    """Return for each date the clauses it governs.

    A date that leads its clause governs forward, up to the clause of the next date; a date inside a clause also takes
    the clauses before it that no other date governs. Two dates in one clause divide it at the second.

    Args:
        sentence: The sentence of the dates.
        mentions: Dates of that sentence in order.
    """
    at = [Range(mention.local.start, mention.local.end) for mention in mentions]
    clauses = split_clauses(sentence, at)
    scopes, governed = [], 0
    for index, mention in enumerate(mentions):
        last = _last_of_list(sentence.view, at, index)
        stop = at[last + 1].start if last + 1 < len(mentions) else len(sentence.view)
        home = _index_at(clauses, at[index].start)
        limit = _index_at(clauses, stop) if last + 1 < len(mentions) else len(clauses)
        first = max(governed, 0)
        if limit == home:  # the next date stands in the same clause
            joint = JOINT.search(sentence.view, at[last].end, stop)
            cut = joint.start() if joint else min(stop, clauses[home].end)
            own = [*clauses[first:home], Range(clauses[home].start, cut)]
            rest = Range(joint.end() if joint else stop, clauses[home].end)
            if modified := _noun_behind(sentence.view, at[index], stop):
                own, rest = [modified], clauses[home]
            clauses[home], governed = (clauses[home], first) if last > index else (rest, home)
        else:
            own = clauses[first:limit]
            governed = first if last > index else limit
        if first and first == home and len(own) == 1 and _is_bare(sentence.view, own[0], at[index]):
            own, first = [clauses[first - 1], *own], first - 1  # the bank holiday weekend, 2-5 June
        scopes.append(Scope(mention, at[index], tuple(own), home - first))
    return scopes


def _noun_behind(view: str, at: Range, stop: int) -> Range | None:
    """Return a date and the noun that it describes: the June 19 show in tickets for it go on sale on March 17."""
    led = DETERMINED.search(view, max(0, at.start - 20), at.start)
    described = MODIFIED.match(view, at.end, stop) if led else None
    return Range(at.start, described.end()) if described else None


def _last_of_list(view: str, at: Sequence[Range], index: int) -> int:
    """Return the index of the last date in the list that a date stands in: what follows the list is of all."""
    while index + 1 < len(at) and LISTED.fullmatch(view, at[index].end, at[index + 1].start):
        index += 1
    return index


def _is_bare(view: str, clause: Range, at: Range) -> bool:
    """Return whether a clause holds its date and nothing else."""
    return len((view[clause.start : at.start] + view[at.end : clause.end]).strip(" ()")) < 2


def _index_at(clauses: Sequence[Range], position: int) -> int:
    """Return the index of the clause that holds `position` or ends nearest before it."""
    index = 0
    for number, clause in enumerate(clauses):
        if clause.start <= position:
            index = number
    return index


def _trim(view: str, start: int, end: int) -> Range:
    while start < end and view[start] in " \t、.,;:·•*-–—|>":
        start += 1
    while end > start and view[end - 1] in " \t、.,;:|":
        end -= 1
    return Range(start, end)
