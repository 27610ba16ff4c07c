"""Which of the events that someone proposes do the articles state?

A claim is held against the text, not against what someone thinks of it: its quotation has to stand there, its title has
to be borne out by the words there, and its date has to be the one that the library itself reads there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from timeline.extract import extract_events
from timeline.lexicon.script import fold
from timeline.merge.title import Title, grams
from timeline.model import (
    Article,
    Claim,
    ClaimCheck,
    Event,
    EventMention,
    Evidence,
    Options,
    Precision,
    TimeMention,
    When,
)
from timeline.model.claim import ClaimCode
from timeline.pipeline import Articles, build_timeline
from timeline.tagger import find_article_times

BORNE_OUT = 0.7
"""Share of a title's words, or pairs of neighbouring Chinese characters, that a passage has to hold."""
LONGEST = 300
"""Characters of a quotation, white space not counted: those of a clause."""
CONTEXT = 40
"""Characters shown on either side of a passage."""
OCCURRENCES = 8
"""Places in one article at which a quotation is looked up."""
UNSEEN = r"\s\u00ad\u200b-\u200d\u2060\ufeff"
BLANK = re.compile(rf"[{UNSEEN}]+")
PRINTED = re.compile(rf"[^{UNSEEN}]+")
QUOTES = str.maketrans("“”‘’'", '"""""')
UNIT = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}(?::[0-9]{2}){0,2})?)?)?")
RANKS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY, 13: Precision.HOUR, 16: Precision.HOUR}
"""Length of an ISO 8601 text to the coarsest precision that says so much."""


def verify_claims(
    claims: Iterable[Claim], articles: Iterable[Article], *, options: Options | None = None
) -> tuple[ClaimCheck, ...]:
    """Return for each claim, in order, whether the articles bear it out, with the passage and the date read there.

    White space, width, script and the shape of quotation marks make no difference to a quotation. A claim without one
    is held against the events found, those below the threshold included.

    Args:
        claims: What is proposed.
        articles: What `read_articles` gives, or any articles with their publication day.
        options: Settings; those of `read_articles` where None.
    Raises:
        LexiconError: A user's rule file is wrong.

    Examples:
        >>> from timeline.pipeline import read_articles
        >>> articles = read_articles("2026年3月6日，第二届河湾读书会在江州举行。".encode())
        >>> claim = Claim(title="河湾读书会", date="2026-03-07", quotation="第二届河湾读书会在江州举行")
        >>> [check] = verify_claims([claim], articles)
        >>> check.supported, check.code, check.when.edtf
        (False, 'wrong-date', '2026-03-06')
    """
    chosen = options or (articles.options if isinstance(articles, Articles) else Options())
    library = _Library(articles, chosen)
    return tuple(_check(claim, library) for claim in claims)


class _Words(NamedTuple):
    """What a title or a passage says, for comparison."""

    pieces: frozenset[str]
    numbers: frozenset[str]

    def bears_out(self, title: _Words) -> bool:
        """Return whether these words hold those of a title, and its edition and numbers."""
        held = len(title.pieces & self.pieces)
        return held > 0 and held >= BORNE_OUT * len(title.pieces) and title.numbers <= self.numbers


def _title_of(claim: Claim) -> _Words:
    """Return the words of a claim's title; the year that its date names need not stand there."""
    words = _words_of(claim.title)
    return words._replace(numbers=words.numbers - {claim.date[:4]})


def _words_of(*texts: str) -> _Words:
    titles = [Title(text[: 2 * LONGEST]) for text in texts]
    pieces = frozenset[str]().union(*(grams(title.text) for title in titles))
    return _Words(pieces, frozenset[str]().union(*(title.numbers for title in titles)))


class _Passage(NamedTuple):
    """A range [start, end) of an article's text."""

    article: Article
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]

    def evidence(self) -> Evidence:
        text, first = self.article.text, self.article.info.start
        return Evidence(
            article=self.article.id,
            start=first + self.start,
            end=first + self.end,
            text=self.text,
            before=text[max(0, self.start - CONTEXT) : self.start],
            after=text[self.end : self.end + CONTEXT],
        )

    def covers(self, start: int, end: int) -> bool:
        """Return whether the document's range [start, end) shares half of the shorter one with the passage."""
        start, end = start - self.article.info.start, end - self.article.info.start
        shared = min(end, self.end) - max(start, self.start)
        return shared > 0 and 2 * shared >= min(end - start, self.end - self.start)


class _Library:
    """The articles, with what is found in them: each found out on first use."""

    def __init__(self, articles: Iterable[Article], options: Options) -> None:
        self.articles = sorted(articles, key=lambda article: (article.id, article.info.source, article.info.start))
        self.options = options
        self._squashed: dict[int, str] = {}
        self._analysed: dict[tuple[str, int], tuple[Sequence[TimeMention], tuple[EventMention, ...]]] = {}

    def passages(self, quotation: str, wanted: Sequence[int]) -> Iterator[_Passage]:
        """Yield the places at which a squashed quotation stands, article by article."""
        for number in wanted:
            article = self.articles[number]
            if number not in self._squashed:
                self._squashed[number] = _squash(article.text)
            for at in islice(_positions(self._squashed[number], quotation), OCCURRENCES):
                start, last = _unsquash(article.text, at, at + len(quotation) - 1)
                yield _Passage(article, start, last + 1)

    def analyse(self, article: Article) -> tuple[Sequence[TimeMention], tuple[EventMention, ...]]:
        """Return the time mentions and the events of an article."""
        key = article.id, article.info.start
        if key not in self._analysed:
            mentions = find_article_times(article)
            events = extract_events(article, mentions, lexicons=self.options.lexicons).events
            self._analysed[key] = mentions, events
        return self._analysed[key]

    @cached_property
    def events(self) -> _Index:
        """The events of all articles, those below the threshold last."""
        line = build_timeline(self.articles, options=self.options)
        return _Index((*line.events, *line.candidates))


class _Index:
    """Events by the words of their titles and passages."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        self._words = [_words_of(event.title, *event.aliases, *(e.text for e in event.evidence)) for event in events]
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._words):
            for piece in words.pieces:
                self._holding[piece].append(number)

    def find(self, title: _Words) -> list[Event]:
        """Return the events that bear a title out, those that hold most of it first."""
        held = Counter(number for piece in title.pieces for number in self._holding.get(piece, ()))
        fitting = [number for number in held if self._words[number].bears_out(title)]
        return [self.events[number] for number in sorted(fitting, key=lambda number: (-held[number], number))]


def _check(claim: Claim, library: _Library) -> ClaimCheck:
    if not _is_date(claim.date):
        return _finding(claim, "bad-date", f"{claim.date!r:.60} is no date such as 2026-03-13 or 2026-03-13/2026-03-17")
    wanted = [
        number
        for number, article in enumerate(library.articles)
        if claim.article is None or claim.article in (article.id, article.info.source, *article.info.copies)
    ]
    if claim.article is not None and not wanted:
        return _finding(claim, "no-such-article", f"no article {claim.article!r:.80} was given")
    quotation = _squash(claim.quotation or "")
    if not quotation:
        return _check_event(claim, library, {library.articles[number].id for number in wanted})
    if len(quotation) > LONGEST:
        reason = f"the quotation has {len(quotation)} characters; quote the clause that states it, {LONGEST} at most"
        return _finding(claim, "too-long", reason)
    found: list[ClaimCheck] = []
    for passage in library.passages(quotation, wanted):
        found.append(_check_passage(claim, passage, library))
        if found[-1].supported:
            return found[-1]
    named = [check for check in found if check.when is not None]
    return next(iter(named or found), _finding(claim, "not-in-text", "the quotation stands in none of the articles"))


def _check_passage(claim: Claim, passage: _Passage, library: _Library) -> ClaimCheck:
    """Hold a claim against the passage that it quotes."""
    title = _title_of(claim)
    mentions, events = library.analyse(passage.article)
    near = [event for event in events if passage.covers(event.evidence[0].start, event.evidence[0].end)]
    meant = [event for event in near if _words_of(event.title, *event.aliases).bears_out(title)]
    evidence = passage.evidence()
    if not meant and not _words_of(passage.text).bears_out(title):
        return _finding(claim, "other-title", f"the passage does not speak of {claim.title!r:.80}", evidence)
    readings = [event.when for event in meant] or [
        *(event.when for event in near),
        *_readings(passage, mentions),
    ]
    return _check_date(claim, readings, evidence)


def _readings(passage: _Passage, mentions: Sequence[TimeMention]) -> list[When]:
    """Return the dates in a passage, else those of its sentences."""
    first = passage.article.info.start
    start, end = first + passage.start, first + passage.end
    dated = [mention for mention in mentions if mention.when is not None and mention.timex.type in ("DATE", "TIME")]
    inside = [mention for mention in dated if start <= mention.span.start and mention.span.end <= end]
    if not inside:
        spans = {mention.sentence: passage.article.sentences[mention.sentence].span for mention in dated}
        inside = [m for m in dated if spans[m.sentence].start < end and start < spans[m.sentence].end]
    return [mention.when for mention in inside if mention.when is not None]


def _check_event(claim: Claim, library: _Library, articles: set[str]) -> ClaimCheck:
    """Hold a claim without quotation against the events found in some of the articles."""
    findings = []
    for event in library.events.find(_title_of(claim)):
        evidence = next((passage for passage in event.evidence if passage.article in articles), None)
        if evidence is not None:
            findings.append(_check_date(claim, [event.when], evidence))
    supported = [check for check in findings if check.supported]
    nothing = _finding(claim, "no-such-event", f"no article states an event {claim.title!r:.80}")
    return next(iter(supported or findings), nothing)


def _check_date(claim: Claim, readings: Sequence[When], evidence: Evidence) -> ClaimCheck:
    """Hold the date of a claim against those that are read where it stands."""
    for when in readings:
        if _agrees(claim.date, when):
            return _finding(claim, "supported", f"{when.text!r:.60} is {when.edtf}", evidence, when)
    if not readings:
        return _finding(claim, "undated", "no date goes with the passage", evidence)
    when = readings[0]
    finer = next((when for when in readings if _is_finer(claim.date, when)), None)
    if finer is not None:
        return _finding(claim, "finer-date", f"{finer.text!r:.60} is {finer.edtf} and no more", evidence, finer)
    return _finding(claim, "wrong-date", f"{when.text!r:.60} is {when.edtf}, not {claim.date}", evidence, when)


def _finding(
    claim: Claim, code: ClaimCode, reason: str, evidence: Evidence | None = None, when: When | None = None
) -> ClaimCheck:
    return ClaimCheck(
        claim=claim, supported=code == "supported", evidence=evidence, when=when, code=code, reason=reason
    )


def _is_date(text: str) -> bool:
    """Return whether a text is a unit of ISO 8601 or EDTF, or two of them; one side may be open."""
    units = _plain(text).split("/")
    stated = [unit for unit in units if unit != ".."]
    return 0 < len(stated) <= len(units) <= 2 and all(UNIT.fullmatch(unit) for unit in stated)


def _plain(text: str) -> str:
    """Return a date without EDTF's marks of doubt and without seconds."""
    units = re.sub(r"[~?%\s]", "", text[:80]).split("/")
    return "/".join(unit[:16] for unit in units)


def _agrees(date: str, when: When) -> bool:
    """Return whether a reading says a date, at the date's own precision."""
    wanted = _plain(date)
    if wanted == _plain(when.edtf):
        return True
    first, _, last = wanted.partition("/")
    start, end = when.start or when.end or "", when.end or when.start or ""
    if last:
        return (first, last) == (start, end) or (_says(when, start, first) and _says(when, end, last))
    return _says(when, end if when.mod == "before" else start, first)


def _says(when: When, stated: str, wanted: str) -> bool:
    """Return whether one end of a reading is the unit wanted, or lies in it."""
    return when.precision.rank >= _rank(wanted) and stated.startswith(wanted)


def _is_finer(date: str, when: When) -> bool:
    """Return whether a date names a unit inside the coarser one that is read."""
    first = _plain(date).partition("/")[0]
    stated = (when.start or when.end or "")[: when.precision.length]
    return when.precision.rank < _rank(first) and first.startswith(stated)


def _rank(unit: str) -> int:
    return RANKS.get(len(unit), Precision.MINUTE).rank


def _squash(text: str) -> str:
    """Return a text folded, without white space, with one sort of quotation mark."""
    return fold(BLANK.sub("", text)).translate(QUOTES)


def _positions(text: str, part: str) -> Iterator[int]:
    """Yield where a part stands in a text, without overlap."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


def _unsquash(text: str, first: int, last: int) -> tuple[int, int]:
    """Return where two characters of the squashed text stand in the text itself."""
    printed = (index for match in PRINTED.finditer(text) for index in range(*match.span()))
    start = next(islice(printed, first, None))
    return start, next(islice(printed, last - first - 1, None)) if last > first else start
