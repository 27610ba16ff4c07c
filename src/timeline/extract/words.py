"""The words of one sentence that matter for events, found once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

from timeline.extract.clauses import Range, quoted_ranges
from timeline.lexicon.forms import Hit, lower
from timeline.lexicon.kinds import Cue, Head, Predicate, RoleWord
from timeline.lexicon.vocabulary import Vocabulary
from timeline.model import Sentence

SUBORDINATE = re.compile(
    r"(?:[0-9一二三四五六七八九十百]{1,3}(?:周年|年(?!度|代))|当[天日晚]|首日|之?后|以后|以来|之?前(?!提|报|发|寄|回|反|完|申|缴|登|投|递|上)|至今|过程|期间|之际|之时"
    r"|时[,，]|(?: (?:on )?[a-z]{3,6}day)? that\b)"
)
"""What makes a predicate a point of time for another one, or the report of one: 开幕后, 成立以来, announced that."""


CHANGES = frozenset({"cancelled", "postponed"})
"""Effects of cues that change an event, and so speak for one."""
BESIDE = ("pre-", "post-")
"""What makes a head noun that of something else: pre-conference workshops."""
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
LATIN = re.compile(r"[A-Za-z]+")
ENGLISH = re.compile("[a-z]|[$€£][0-9]")
"""What an English cue holds at the least."""


NOWHERE = Range(0, 0)
NO_COLUMNS: Mapping[str, Range] = MappingProxyType({})


class Words:
    """A sentence with the words found in it, each sort when first asked for; positions are those of its `view`."""

    def __init__(self, sentence: Sentence, vocabulary: Vocabulary, columns: Mapping[str, Range] = NO_COLUMNS) -> None:
        """Take a sentence.

        Args:
            sentence: The sentence.
            vocabulary: The words known.
            columns: Cells of a table row by what the heading of their column says: `name`, `place`, `organizer`.
        """
        self.sentence = sentence
        self.vocabulary = vocabulary
        self.columns = columns
        self.dates: tuple[Range, ...] = ()
        """Where the days stand that belong to no name, once they are chosen."""
        self.view = sentence.view
        self.lower = lower(sentence.view)

    @cached_property
    def is_latin(self) -> bool:
        """Whether the sentence is to be read as English."""
        return is_latin(self.lower)

    @cached_property
    def closed(self) -> tuple[Range, ...]:
        """Quotes, titles and brackets, in order."""
        return tuple(quoted_ranges(self.view))

    @cached_property
    def heads(self) -> tuple[Hit[Head], ...]:
        """Head nouns, among them those that end a joined name: LoomConf."""
        found = [hit for hit in self.vocabulary.heads.find(self.lower) if not self.lower.endswith(BESIDE, 0, hit.start)]
        found += self.vocabulary.joined_heads(self.view) if self.is_latin else ()
        return tuple(sorted(found, key=lambda hit: hit.start))

    @cached_property
    def roles(self) -> tuple[Hit[RoleWord], ...]:
        """主办, hosted by."""
        return tuple(self.vocabulary.roles.find(self.lower))

    @cached_property
    def cues(self) -> tuple[Hit[Cue], ...]:
        """Signs for and against an event."""
        other = "zh." if self.lower.isascii() else "" if ENGLISH.search(self.lower) else "en."
        patterns = [each for each in self.vocabulary.cue_patterns if not other or not each[1].id.startswith(other)]
        matches = ((match, rule) for pattern, rule in patterns for match in pattern.finditer(self.lower))
        found = [Hit(*match.span(), rule) for match, rule in matches]
        return tuple(sorted([*self.vocabulary.cues.find(self.lower), *found], key=_place))

    @cached_property
    def predicates(self) -> tuple[Hit[Predicate], ...]:
        """Predicates that are not part of a longer noun and do not stand in a title."""
        found = [
            hit for hit in self.vocabulary.predicates.find(self.lower) if not SUBORDINATE.match(self.lower, hit.end)
        ]
        if not found:
            return ()
        longer = [(hit.start, hit.end) for hit in self.heads]
        longer += [(hit.start, hit.end) for hit in self.vocabulary.compounds.find(self.lower)]
        longer += [(title.start, title.end) for title in self.closed if self.view[title.start] in "《〈"]
        before_head = {head.start for head in self.heads if head.rule.gathering}
        return tuple(
            hit for hit in found if not _inside(hit, longer) and not (_is_modifier(hit) and hit.end in before_head)
        )

    @property
    def is_table_row(self) -> bool:
        """Whether the sentence is a row of cells."""
        return bool(self.columns) or (self.sentence.role == "row" and " | " in self.sentence.view)

    def enclosing(self, position: int) -> Range | None:
        """Return the quote, title or bracket around `position`."""
        index = bisect_right(self.closed, (position, 1 << 62)) - 1
        return self.closed[index] if index >= 0 and self.closed[index].end > position else None

    def printed(self, part: Range) -> str:
        """Return a part as printed, without blanks at its ends."""
        return part.cut(self.sentence.text).strip()

    def up_to_predicate(self, region: Range) -> Range:
        """Return a region up to the first predicate inside it, with which another happening begins."""
        hit = next((hit for hit in self.predicates if region.start < hit.start < region.end), None)
        return Range(region.start, hit.start) if hit else region

    def effects(self, ranges: Iterable[Range], name: Range = NOWHERE) -> set[str]:
        """Return the effects of all cues inside any of the ranges, but not of those that are part of a name."""
        spans = list(ranges)
        return {
            hit.rule.effect
            for hit in self.cues
            if any(r.start <= hit.start and hit.end <= r.end for r in spans)
            and not (name.start <= hit.start and hit.end <= name.end)
        }


def is_latin(text: str) -> bool:
    """Return whether a text has more Latin words than Chinese characters."""
    chinese = sum(map(len, CHINESE.findall(text)))
    return chinese * 4 < (len(text) if chinese == 0 else sum(map(len, LATIN.findall(text))))


def _is_modifier(hit: Hit[Predicate]) -> bool:
    """Return whether the word, directly before a head noun, is a part of the name: 开放 in 技术开放峰会."""
    return hit.rule.title == "clause" and not hit.rule.object_first and not hit.rule.id.startswith("en.")


def _place(hit: Hit[Cue]) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.rule.id


def _inside(hit: Hit[Predicate], longer: Iterable[tuple[int, int]]) -> bool:
    """Return whether a predicate's form is only a part of a longer word."""
    size = hit.end - hit.start
    return any(start <= hit.start and hit.end <= end and end - start > size for start, end in longer)
