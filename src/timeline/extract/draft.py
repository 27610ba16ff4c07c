"""An event while it is being put together, and how it becomes a mention with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.extract.clauses import Range
from timeline.extract.passage import quote_passage
from timeline.extract.words import Words
from timeline.model import Article, EventMention, Evidence, Organizer, Place, Status, When

LONGEST_EVIDENCE = 280


@dataclass(slots=True)
class Draft:
    """One report of a happening, with the places it was read from."""

    words: Words
    """The sentence it stands in."""
    sentence: int
    """Index of that sentence."""
    clause: Range
    """The clause that states it."""
    span: Range
    """All that was read of it in the sentence."""
    title: str
    """See `EventMention`, as all that follows."""
    kind: str
    when: When
    status: Status
    signs: list[tuple[str, float]]
    confidence: float = 0.0
    gathering: bool = False
    """Whether others may take their date from it."""
    place: Place | None = None
    organizers: tuple[Organizer, ...] = ()
    theme: str | None = None
    edition: int | None = None
    aliases: tuple[str, ...] = ()
    previous: tuple[When, ...] = ()
    phase: str | None = None
    part_of: Draft | None = None
    unnamed: bool = False
    """Whether it is held, opens or closes without a name in reach: The event takes place…"""
    is_original: bool = False
    """Whether its date is a first one (原定, originally), which another may replace."""
    is_renewed: bool = False
    """Whether its date replaces a first one (新日期, will now)."""
    hosted: bool = False
    """Whether a role word (主办) names the organizers in its own sentence."""
    completed: bool = False
    """Whether its organizers stand in other sentences."""
    more: list[Evidence] = field(default_factory=list)


def to_mention(draft: Draft, article: Article, key: str, part_of: str | None) -> EventMention:
    """Return the draft as a mention of the article."""
    return EventMention(
        title=draft.title,
        aliases=draft.aliases,
        kind=draft.kind,
        status=draft.status,
        confidence=draft.confidence,
        when=draft.when,
        previous=draft.previous,
        place=draft.place,
        organizers=draft.organizers,
        edition=draft.edition,
        theme=draft.theme,
        evidence=(evidence_of(draft, article), *draft.more),
        key=key,
        part_of=part_of,
    )


def evidence_of(draft: Draft, article: Article) -> Evidence:
    """Return the passage that states the event: all that was read of it, or its clause where that is too long."""
    region = draft.span if draft.span.end - draft.span.start <= LONGEST_EVIDENCE else draft.clause
    region = Range(region.start, min(region.end, region.start + LONGEST_EVIDENCE))
    return evidence_at(draft.words, region, article)


def evidence_at(words: Words, region: Range, article: Article) -> Evidence:
    """Return a range of a sentence as evidence."""
    return quote_passage(article, words.sentence.raw_span(*region))
