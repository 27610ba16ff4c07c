"""One report of a happening as merging sees it: light, comparable, with all that stays the same read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from timeline.lexicon.concepts import load_concepts
from timeline.lexicon.places import place_keys
from timeline.lexicon.script import fold
from timeline.merge.times import Time, read_time
from timeline.merge.title import HAN, Title
from timeline.model import EventMention

PHASES: dict[str, Literal["begin", "end"]] = {
    "shared.concept.open": "begin",
    "shared.concept.opening": "begin",
    "shared.concept.close": "end",
    "shared.concept.closing": "end",
}


class Report:
    """Mentions that say the same in the same words, compared as one.

    Attributes:
        mentions: The mentions, by article and offset.
        title: What the title says.
        titles: What the title and the aliases say.
        time: The stated time.
        earlier: Times that a postponement replaced.
        places: Keys of the places named in a stated place, with what they lie in.
        articles: Ids of the articles.
        speaks_chinese: Whether the first passage has Chinese characters.
        is_only: Whether its article has no other passage in that language on its days.
        is_of_span: Whether it has several days on which its article names just one happening.
    """

    __slots__ = (
        *("articles", "earlier", "edition", "is_of_span", "is_only", "kind", "mentions", "places", "speaks_chinese"),
        *("time", "title", "titles"),
    )

    def __init__(self, mentions: Sequence[EventMention], titles: Sequence[Title], articles: frozenset[str]) -> None:
        first = mentions[0]
        self.mentions = mentions
        self.titles = tuple(titles)
        self.title: Title = self.titles[0]
        self.time: Time = read_time(first.when)
        self.earlier: tuple[Time, ...] = tuple(read_time(when) for when in first.previous)
        self.kind = first.kind
        stated = first.place is not None and first.place.basis != "dateline"
        self.places = place_keys(fold(first.place.name)) if stated and first.place else frozenset()
        self.edition = f"#{first.edition}" if first.edition else self.titles[0].edition
        self.articles = articles
        self.speaks_chinese = HAN.search(first.evidence[0].text) is not None
        self.is_only = self.is_of_span = False

    @property
    def phase(self) -> Literal["begin", "end"] | None:
        """Whether the passage tells of the beginning or of the end of something longer."""
        return read_phase(self.mentions[0].evidence[0].text)

    @property
    def is_named(self) -> bool:
        """Whether the title is a name, not a plain clause, a place or what is shown there."""
        title = self.title
        if not title.is_proper or title.printed[:1].islower():
            return False
        return not title.chinese or self.kind != "other" or title.head is not None or bool(title.quoted)

    def shares_clause(self, other: Report) -> bool:
        """Return whether the two stand in one clause: two names there are two happenings."""
        return any(
            mine.article == theirs.article and mine.start < theirs.end and theirs.start < mine.end
            for mine in self.mentions[0].evidence
            for theirs in other.mentions[0].evidence
        )


def read_phase(passage: str) -> Literal["begin", "end"] | None:
    """Return whether a passage tells of a beginning (开幕) or of an end (闭幕); None where of neither or of both."""
    found = {PHASES[hit.rule.id] for hit in load_concepts().find(fold(passage).lower()) if hit.rule.id in PHASES}
    return found.pop() if len(found) == 1 else None


def gather_reports(mentions: Sequence[EventMention]) -> list[Report]:
    """Return the mentions as reports, those that say the same together; generic names only within their article."""
    names = dict.fromkeys(name for mention in mentions for name in (mention.title, *mention.aliases))
    titles = {name: Title(name) for name in names}
    groups: dict[tuple[object, ...], list[EventMention]] = {}
    for mention in mentions:
        article = "" if titles[mention.title].is_proper else mention.evidence[0].article
        groups.setdefault((_saying(mention), article), []).append(mention)
    shared: dict[frozenset[str], frozenset[str]] = {}
    reports = []
    for group in groups.values():
        articles = frozenset(evidence.article for mention in group for evidence in mention.evidence)
        said = [titles[name] for name in (group[0].title, *group[0].aliases)]
        reports.append(Report(group, said, shared.setdefault(articles, articles)))
    _mark_only(reports)
    _mark_spans(reports)
    return reports


def _mark_only(reports: Sequence[Report]) -> None:
    """Mark the reports that are the only ones of their article, days and language."""
    spoken = [(report.articles, report.time.first, report.time.last, report.speaks_chinese) for report in reports]
    counts = Counter(spoken)
    for report, key in zip(reports, spoken, strict=True):
        report.is_only = counts[key] == 1


def _mark_spans(reports: Sequence[Report]) -> None:
    """Mark the reports of the several days on which their article names one happening only."""
    spans: dict[tuple[object, ...], list[Report]] = {}
    for report in reports:
        if report.time.exact and report.time.days > 1 and report.kind != "deadline":
            spans.setdefault((report.articles, report.time.first, report.time.last), []).append(report)
    for group in spans.values():
        if sum(report.is_named for report in group) == 1:
            for report in group:
                report.is_of_span = True


def _saying(mention: EventMention) -> tuple[object, ...]:
    """Return what a mention says apart from its passage."""
    when = mention.when
    return (
        mention.title,
        mention.aliases,
        mention.kind,
        mention.edition,
        mention.part_of,
        (when.start, when.end, when.precision, when.mod, when.part),
        tuple((old.start, old.end, old.precision) for old in mention.previous),
        mention.place.name if mention.place else None,
    )
