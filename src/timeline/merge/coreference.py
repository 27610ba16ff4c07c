"""Whether two reports speak of one happening, of a happening and a part of it, or of two.

The score of a pair is the sum of what speaks for it (see `score_pair`); from `SAME` on the two are one happening. What
cannot be said of one happening (another edition, another kind of gathering, another city) rules a pair out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.merge.report import Report
from timeline.merge.retold import contrast, retold_likeness
from timeline.merge.times import agreement
from timeline.merge.title import Meaning, Title, grams, read_meaning, squash

SAME = 0.7
"""Score from which on two reports are one happening."""
STRONG = 1.0
"""Likeness of names that carries a pair whose times agree only loosely."""
LONGEST_GAP = 31
"""Days by which two reports may contradict each other, or a closing may follow an opening."""
LEAST_NAME = 4
"""Weight that a name needs to be recognised inside that of another article: a Chinese character weighs one, a Latin
word two."""

KINDS: tuple[frozenset[str], ...] = (
    frozenset({"conference", "exhibition", "festival", "ceremony", "competition", "sport", "training", "visit"}),
    frozenset({"launch", "ceremony", "conference", "premiere", "festival", "exhibition", "policy", "publication"}),
    frozenset({"signing", "ceremony", "conference", "launch"}),
)
"""Kinds that readers take for one another; `other` and a user's own kinds go with each."""
ACTS: tuple[frozenset[str], ...] = tuple(
    frozenset(f"shared.concept.{name}" for name in names.split())
    for names in ("establish launch open hold", "release launch hold", "open hold close", "effect launch")
)
"""Acts that may name one happening: an association is founded or launched."""
NEUTRAL = frozenset(f"shared.concept.{name}" for name in ("formally", "postpone", "cancel"))
OPENING = frozenset({"shared.concept.opening", "shared.concept.closing"})
ADDED = OPENING | {"shared.concept.branch", "shared.concept.award", "shared.concept.signing"}
"""Heads of what goes on within something longer."""
ACRONYM = re.compile(r" [a-z]{3,} ")


class Relation(NamedTuple):
    """What a pair of reports is to one another."""

    score: float
    """Sum of what speaks for one happening; 0 where something rules it out."""
    part: int = 0
    """1: the first is a part of the second; -1: the second of the first; 0: neither."""

    @property
    def is_same(self) -> bool:
        """Whether the two are one happening."""
        return self.score >= SAME


def relate(a: Report, b: Report) -> Relation:
    """Return what two reports are to one another."""
    if "deadline" in (a.kind, b.kind) and a.kind != b.kind:
        return Relation(0.0)
    times = agreement_of(a, b)
    if not times:
        return Relation(SAME if _is_once_twice(a, b) else 0.0)
    name = name_likeness(a, b)
    part = part_direction(a, b)
    if part and not _is_opening_of(a, b):
        return Relation(0.0, part)
    if times == 1.0 and not a.articles.isdisjoint(b.articles):
        name = max(name, retold_likeness(a, b))
    if name < 0.3 or (times < 0.6 and name < STRONG) or _is_ruled_out(a, b, name):
        return Relation(0.0)
    return Relation(score_pair(a, b, name, times))


def score_pair(a: Report, b: Report, name: float, times: float) -> float:
    """Return the score of a pair that nothing rules out.

    | sign | weight |
    |---|---|
    | likeness of the names, 0-1 | 0.80 |
    | agreement of the times, 0-1 | 0.10 |
    | reports of one article | 0.10 |
    | a place in common | 0.05 |
    | the same edition | 0.10 |
    | the same kind; kinds that are never taken for one another | 0.05; -0.30 (unless the names are equal) |
    """
    score = 0.8 * name + 0.1 * times
    score += 0.1 * (not a.articles.isdisjoint(b.articles))
    score += 0.05 * bool(a.places & b.places)
    score += 0.1 * (a.edition is not None and a.edition == b.edition)
    if a.kind == b.kind:
        return score + 0.05
    return score if name >= 1.0 or kinds_agree(a.kind, b.kind) else score - 0.3


def is_once(report: Report) -> bool:
    """Return whether the name tells one happening from all others: an edition, a year and a head noun, a founding."""
    title = report.title
    numbered = report.edition is not None or (bool(title.numbers) and title.head is not None)
    return title.weight > 4 and (numbered or "shared.concept.establish" in title.acts)


def _is_once_twice(a: Report, b: Report) -> bool:
    """Return whether two reports give different days for what happens once: they contradict each other, or one tells
    of its opening and the other of its closing."""
    if a.title.text != b.title.text or a.title.numbers != b.title.numbers or not (is_once(a) and is_once(b)):
        return False
    near = a.time.exact and b.time.exact and abs(a.time.first - b.time.first) <= LONGEST_GAP
    return near and (a.articles.isdisjoint(b.articles) or {a.phase, b.phase} == {"begin", "end"})


def agreement_of(a: Report, b: Report) -> float:
    """Return how well the times agree; the old date of a postponement counts as well, on either side."""
    if not (a.earlier or b.earlier):
        return agreement(a.time, b.time)
    return max(agreement(one, other) for one in (a.time, *a.earlier) for other in (b.time, *b.earlier))


def kinds_agree(a: str, b: str) -> bool:
    """Return whether readers take one kind for the other."""
    known = frozenset().union(*KINDS)
    return a == b or a not in known or b not in known or any(a in group and b in group for group in KINDS)


def name_likeness(a: Report, b: Report) -> float:
    """Return the greatest likeness among titles and aliases, 0-1."""
    if a.title.chinese != b.title.chinese and len(a.titles) == len(b.titles) == 1:
        return meaning_likeness(a, b)
    same_article = not a.articles.isdisjoint(b.articles)
    best = max(title_likeness(x, y, same_article) for x in a.titles for y in b.titles)
    best = max(best, alias_likeness(a, b))
    return max(best, meaning_likeness(a, b)) if a.title.chinese != b.title.chinese else best


def title_likeness(a: Title, b: Title, same_article: bool) -> float:
    """Return the likeness of two names, 0-1.

    Equal names have 1, generic ones (签约仪式) only within one article; a name inside the other .92, a short form made
    of its characters in order (文博会) .8, a quoted name in common .85, others the Dice coefficient of their character
    pairs and words, less where each has something the other lacks in the same place (政策 and 白皮书).
    """
    if not (a.text and b.text):
        return 0.0
    if a.text == b.text:
        return 1.0 if same_article or a.is_proper else 0.5
    if not (a.is_proper and b.is_proper):
        return 0.0
    if (set(a.quoted) & set(b.quoted)) and not _quotes_differ(a, b):
        return max(0.85, _dice(a, b))
    short, long = (a, b) if len(a.text) <= len(b.text) else (b, a)
    if short.weight >= (2 if same_article else LEAST_NAME) and short.text in long.text:
        return 0.92
    if _is_short_form(short.text, long.text, same_article) and short.chinese and long.chinese:
        return 0.85 if same_article else 0.75
    alike = _dice(a, b)
    return alike * contrast(a.text, b.text) if alike > 0.3 else alike


def alias_likeness(a: Report, b: Report) -> float:
    """Return .72, enough for one kind and day, where a Latin word is an alias of one and in the title of the other."""
    aliases = {(alias.text, other) for x, y in ((a, b), (b, a)) for alias in x.titles[1:] for other in (y.title.text,)}
    return 0.72 if any(ACRONYM.fullmatch(alias) and alias in title for alias, title in aliases) else 0.0


def meaning_likeness(a: Report, b: Report) -> float:
    """Return the likeness of two names in different languages, 0-1: shared concepts, places, names and editions.

    A name that stays as it is counts twice. Three things in common are needed for certainty, and two of them besides
    the place. Two that say the same and nothing else, the name of a series or what gathers where, are alike at .85.
    Where each speaks of something that the other does not (数据 and 食品), the likeness is less by a fifth. Names of
    different places are not alike.
    """
    x, y = (read_meaning(report.mentions[0].title) for report in (a, b))
    if _places_differ(x.places, y.places):
        return 0.0
    shared = len(x.concepts & y.concepts) + len(x.places & y.places) / 2 + 2 * len(x.latin & y.latin)
    shared += a.edition is not None and a.edition == b.edition
    if x.is_named and x.is_whole and y.is_whole and x.concepts == y.concepts and x.places == y.places:
        return 0.85
    least = min(_amount(x, y.latin), _amount(y, x.latin))
    topics = len(x.concepts & y.concepts) + 2 * len(x.latin & y.latin)
    if not least or topics < 2:
        return 0.0
    contrast = 0.8 if x.concepts - y.concepts - a.title.acts and y.concepts - x.concepts - b.title.acts else 1.0
    return contrast * min(1.0, shared / least) * min(1.0, shared / 3.5)


def part_direction(a: Report, b: Report) -> int:
    """Return 1 where `a` is a part of `b`, -1 for the reverse, 0 for neither.

    The part's name holds the whole's (or an alias of it) and goes on to another head noun: 文博会 and 文博会分会场.
    """
    for small, big, sign in ((a, b, 1), (b, a, -1)):
        if small.title.head is None or not (big.time.first <= small.time.first and small.time.last <= big.time.last):
            continue
        for whole in big.titles:
            if whole.text in small.title.text and _goes_on(small.title, whole):
                return sign
    return 0


def _goes_on(part: Title, whole: Title) -> bool:
    if whole.weight < 3 or part.head == whole.head or _is_cut_off(whole, part):
        return False
    named = whole.head is not None or whole.edition is not None or squash(whole.text) in whole.quoted
    return named and not part.text.endswith(whole.text)


def _is_cut_off(short: Title, full: Title) -> bool:
    """Return whether all that a name lacks is the noun at the end of the other."""
    rest = full.text.removeprefix(short.text)
    noun = Title(rest) if short.head is None and 0 < len(rest) < len(full.text) else None
    return noun is not None and noun.head == full.head and not noun.is_proper and noun.head not in ADDED


def _is_opening_of(a: Report, b: Report) -> bool:
    """Return whether one is the opening ceremony of the other and nothing else tells them apart: reports of one day."""
    heads = {a.title.head, b.title.head}
    return bool(heads & OPENING) and a.time.days == b.time.days == 1 and not (a.time.clock and b.time.clock)


def _is_ruled_out(a: Report, b: Report, name: float) -> bool:
    """Return whether something cannot be said of one happening."""
    x, y = a.title, b.title
    if a.edition and b.edition and a.edition != b.edition:
        return True
    if name < 1.0 and (a.shares_clause(b) or _numbers_differ(x, y) or _quotes_differ(x, y) or _acts_differ(x, y)):
        return True
    if x.head and y.head and x.head != y.head and x.chinese == y.chinese and not _is_opening_of(a, b):
        return True
    return _places_differ(a.places, b.places) or (name < 1.0 and _places_differ(x.places, y.places))


def _places_differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Return whether places are named on both sides, and those of neither are, or hold, those of the other."""
    return bool(a and b) and not (a <= b or b <= a)


def _numbers_differ(a: Title, b: Title) -> bool:
    return bool(a.numbers and b.numbers) and not (a.numbers <= b.numbers or b.numbers <= a.numbers)


def _quotes_differ(a: Title, b: Title) -> bool:
    """Return whether both quote names and none of one is, or holds, one of the other."""
    return bool(a.quoted and b.quoted) and not any(x in y or y in x for x in a.quoted for y in b.quoted)


def _acts_differ(a: Title, b: Title) -> bool:
    x, y = a.acts - NEUTRAL, b.acts - NEUTRAL
    return bool(x and y) and x.isdisjoint(y) and not any(x & group and y & group for group in ACTS)


def _dice(a: Title, b: Title) -> float:
    x, y = grams(a.text), grams(b.text)
    return 2 * len(x & y) / (len(x) + len(y))


def _is_short_form(short: str, long: str, same_article: bool) -> bool:
    """Return whether a Chinese name has the characters of a longer one in order, with its last one: 文博会.

    Within an article two characters are enough, the first one and one of the head noun: 广马 for 广州马拉松.
    """
    if len(short) == 2:
        return same_article and len(long) > 3 and short[0] == long[0] and short[1] in long[-3:]
    if not 3 <= len(short) <= 0.75 * len(long) or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(character in rest for character in short)


def _amount(meaning: Meaning, others: frozenset[str]) -> float:
    """Return how much of a title the other language could say again."""
    return len(meaning.concepts) + len(meaning.places) / 2 + 2 * len(meaning.latin & others)
