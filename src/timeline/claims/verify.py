"""Which of the events that someone proposes do the articles state?

A claim is held against the text, not against what someone thinks of it: its quotation has to stand there, its title has
to be borne out by the words there, and its date has to be the one that the library itself reads there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from timeline.claims.dates import agrees, is_date, is_finer, last_day
from timeline.claims.doubt import Doubt, doubts_in, find_doubts
from timeline.claims.quotation import find_quotation, squash
from timeline.claims.words import CLOSE, LONGEST, Words, acts_agree, read_words, title_words
from timeline.extract import extract_events
from timeline.extract.passage import quote_passage
from timeline.model import (
    Article,
    Claim,
    ClaimCheck,
    Event,
    EventMention,
    Evidence,
    Options,
    Precision,
    Span,
    TimeMention,
    When,
)
from timeline.model.claim import ClaimCode
from timeline.pipeline import Articles, build_timeline
from timeline.tagger import find_article_times

TAKEN_BACK = {
    "denied": "the text says that it is not so",
    "cancelled": "the text says that it is called off",
    "supposed": "the text only supposes it, or names a condition",
}
OCCURRENCES = 8
"""Places in one article at which a quotation is looked up."""


def verify_claims(
    claims: Iterable[Claim], articles: Iterable[Article], *, options: Options | None = None
) -> tuple[ClaimCheck, ...]:
    """Return for each claim, in order, whether the articles bear it out, with the passage and the date read there.

    White space, width, script, capitals and the shape of quotation marks make no difference to a quotation. A claim
    without one is held against the events found, those below the threshold included. What the text denies, calls off
    or only supposes is not borne out, unless the claim says so itself.

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


class _Passage(NamedTuple):
    """A range [start, end) of an article's text."""

    article: Article
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        return Span(start=self.article.info.start + self.start, end=self.article.info.start + self.end)

    def evidence(self) -> Evidence:
        return quote_passage(self.article, self.span)

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
                self._squashed[number] = squash(article.text)
            for start, end in islice(find_quotation(quotation, self._squashed[number], article.text), OCCURRENCES):
                yield _Passage(article, start, end)

    def analyse(self, article: Article) -> tuple[Sequence[TimeMention], tuple[EventMention, ...]]:
        """Return the time mentions and the events of an article."""
        key = article.id, article.info.start
        if key not in self._analysed:
            mentions = find_article_times(article)
            events = extract_events(article, mentions, lexicons=self.options.lexicons).events
            self._analysed[key] = mentions, events
        return self._analysed[key]

    def doubts(self, evidence: Evidence, title: Words) -> Iterator[Doubt]:
        """Return what takes a passage back."""
        article = next(item for item in self.articles if item.id == evidence.article)
        return find_doubts(article.sentences, Span(start=evidence.start, end=evidence.end), title)

    @cached_property
    def events(self) -> _Index:
        """The events of all articles, those below the threshold last."""
        line = build_timeline(self.articles, options=self.options)
        return _Index((*line.events, *line.candidates))


class _Index:
    """Events by the words of their titles and passages."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        self._words = [read_words(event.title, *event.aliases, *(e.text for e in event.evidence)) for event in events]
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._words):
            for piece in words.pieces:
                self._holding[piece].append(number)

    def find(self, title: Words) -> list[Event]:
        """Return the events that bear a title out, those that hold most of it first."""
        held = Counter(number for piece in title.pieces for number in self._holding.get(piece, ()))
        fitting = [number for number in held if self._words[number].bears_out(title)]
        return [self.events[number] for number in sorted(fitting, key=lambda number: (-held[number], number))]


def _check(claim: Claim, library: _Library) -> ClaimCheck:
    if not is_date(claim.date):
        return _finding(claim, "bad-date", f"{claim.date!r:.60} is no date such as 2026-03-13 or 2026-03-13/2026-03-17")
    wanted = [
        number
        for number, article in enumerate(library.articles)
        if claim.article is None or claim.article in (article.id, article.info.source, *article.info.copies)
    ]
    if claim.article is not None and not wanted:
        return _finding(claim, "no-such-article", f"no article {claim.article!r:.80} was given")
    quotation = squash(claim.quotation or "")
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
    """Hold a claim against the passage that it quotes.

    The date is that of the event which is stated there; else what the passage or its sentence says; else that of the
    event of this name in another passage of the article.
    """
    title = title_words(claim)
    mentions, events = library.analyse(passage.article)
    near = [event for event in events if passage.covers(event.evidence[0].start, event.evidence[0].end)]
    meant = [event for event in near if read_words(event.title, *event.aliases).bears_out(title)]
    evidence, said = passage.evidence(), read_words(passage.text)
    if not (acts_agree(title.acts, said.acts) and (meant or said.bears_out(title))):
        return _finding(claim, "other-title", f"the passage does not speak of {claim.title!r:.80}", evidence)
    readings = [event.when for event in meant]
    readings = readings or [*(event.when for event in near), *_readings(passage, mentions)]
    readings = readings or [event.when for event in events if read_words(event.title, *event.aliases).bears_out(title)]
    check = _check_date(claim, readings, evidence)
    doubts = find_doubts(passage.article.sentences, passage.span, title)
    return _check_doubts(check, doubts, any(event.status == "cancelled" for event in meant))


def _readings(passage: _Passage, mentions: Sequence[TimeMention]) -> list[When]:
    """Return the dates in a passage; where it names no more than a year, those of its sentences too."""
    whole = passage.span
    inside: list[When] = []
    beside: list[When] = []
    for mention in mentions:
        if mention.when is None or mention.timex.type not in ("DATE", "TIME"):
            continue
        if whole.start <= mention.span.start and mention.span.end <= whole.end:
            inside.append(mention.when)
        elif passage.article.sentences[mention.sentence].span.overlaps(whole):
            beside.append(mention.when)
    return inside if any(when.precision != Precision.YEAR for when in inside) else [*inside, *beside]


def _check_event(claim: Claim, library: _Library, articles: set[str]) -> ClaimCheck:
    """Hold a claim without quotation against the events found in some of the articles."""
    findings = []
    title = title_words(claim)
    for event in library.events.find(title):
        for evidence in (passage for passage in event.evidence if passage.article in articles):
            check = _check_date(claim, [event.when], evidence)
            findings.append(_check_doubts(check, library.doubts(evidence, title), event.status == "cancelled"))
    supported = [check for check in findings if check.supported]
    nothing = _finding(claim, "no-such-event", f"no article states an event {claim.title!r:.80}")
    return next(iter(supported or findings), nothing)


def _check_date(claim: Claim, readings: Sequence[When], evidence: Evidence) -> ClaimCheck:
    """Hold the date of a claim against those that are read where it stands."""
    if CLOSE in title_words(claim).acts and "/" not in claim.date:
        readings = [last_day(when) for when in readings]
    for when in readings:
        if agrees(claim.date, when):
            inherited = ", inherited from another passage" if when.basis == "inherited" else ""
            return _finding(claim, "supported", f"{when.text!r:.60} is {when.edtf}{inherited}", evidence, when)
    if not readings:
        return _finding(claim, "undated", "no date goes with the passage", evidence)
    when = readings[0]
    finer = next((when for when in readings if is_finer(claim.date, when)), None)
    if finer is not None:
        return _finding(claim, "finer-date", f"{finer.text!r:.60} is {finer.edtf} and no more", evidence, finer)
    return _finding(claim, "wrong-date", f"{when.text!r:.60} is {when.edtf}, not {claim.date}", evidence, when)


def _check_doubts(check: ClaimCheck, doubts: Iterable[Doubt], is_cancelled: bool) -> ClaimCheck:
    """Return a finding, no longer of support where the text takes back what it says and the claim does not."""
    found = [*doubts, Doubt("cancelled", "")] if is_cancelled else doubts
    doubt = next((doubt for doubt in found if doubt.effect not in doubts_in(check.claim.title)), None)
    if not check.supported or doubt is None:
        return check
    words = f" ({doubt.words!r:.60})" if doubt.words else ""
    return _finding(check.claim, doubt.effect, f"{TAKEN_BACK[doubt.effect]}{words}", check.evidence, check.when)


def _finding(
    claim: Claim, code: ClaimCode, reason: str, evidence: Evidence | None = None, when: When | None = None
) -> ClaimCheck:
    return ClaimCheck(
        claim=claim, supported=code == "supported", evidence=evidence, when=when, code=code, reason=reason
    )
