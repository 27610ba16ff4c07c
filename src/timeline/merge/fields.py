"""What the reports of one happening say together: one value of each field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from timeline.lexicon.places import FINENESS, find_places
from timeline.lexicon.script import fold
from timeline.lexicon.vocabulary import load_vocabulary
from timeline.merge.report import read_phase
from timeline.merge.times import Time, read_time
from timeline.merge.title import CLAUSE, COMMON_ACTS, Title, squash
from timeline.model import CORE_KINDS, EventBody, EventMention, Evidence, Organizer, Place, Status, When

MOST_ALIASES = 8
LONGEST_TITLE = 40
ROLES: tuple[str, ...] = ("host", "organizer", "co-organizer", "supporter", "advisor", "issuer", "party")
CHANGES: tuple[Status, ...] = ("cancelled", "postponed")
"""Statuses that of reports of one time say most."""
HEARD = 0.5
"""Share of the surest report's confidence from which on a report has a say in the status."""
OTHER_ARTICLE, SAME_ARTICLE = 0.5, 0.15
"""How much of its confidence a further report adds: another article's, the same article's."""
MOST_CONFIDENCE = 0.99


def join_confidence(mentions: Sequence[EventMention]) -> float:
    """Return 1 - (1 - c₁) · Π (1 - w · cᵢ): c₁ the surest report, each further one weighed by where it stands.

    A further article weighs .5, a further passage of an article .15. It never falls when evidence is added; at most
    .99, unless one report alone is surer.
    """
    doubt, best, seen = 1.0, 0.0, set[str]()
    for mention in sorted(mentions, key=lambda item: (-item.confidence, item.key)):
        article = mention.evidence[0].article
        weight = 1.0 if not seen else SAME_ARTICLE if article in seen else OTHER_ARTICLE
        doubt *= 1 - weight * mention.confidence
        best = max(best, mention.confidence)
        seen.add(article)
    return round(max(best, min(1 - doubt, MOST_CONFIDENCE)), 4)


def choose_title(mentions: Sequence[EventBody], titles: Mapping[str, Title]) -> str:
    """Return the name that says most: in the language of most names, proper before plain, full before short.

    A title is worth its surest report and its number of reports, a little for each character up to 40, more for an
    edition or a name in quotation marks, and less where it has the punctuation of a clause or an act that every
    happening has (举行, opens) or begins in a small letter. Clauses have no say in the language where a name stands.

    Args:
        titles: What each printed title says.
    """
    if len(titles) == 1:
        return mentions[0].title
    worth: defaultdict[str, float] = defaultdict(float)
    surest: defaultdict[str, float] = defaultdict(float)
    languages: defaultdict[bool, float] = defaultdict(float)
    for mention in mentions:
        name = squash(fold(mention.title).lower())
        worth[name] += 0.2
        surest[name] = max(surest[name], mention.confidence)
    for mention in [item for item in mentions if not titles[item.title].is_clause] or mentions:
        languages[titles[mention.title].in_chinese] += mention.confidence
    chinese = languages[True] >= languages[False]

    def key(title: str) -> tuple[bool, float]:
        name, parts = squash(fold(title).lower()), titles[title]
        full = min(len(name), LONGEST_TITLE) / LONGEST_TITLE - (len(name) > 2 * LONGEST_TITLE)
        proper = 0.3 * (parts.edition is not None) + 0.2 * bool(parts.quoted) + 0.2 * (parts.head is not None)
        plain = 0.8 * (CLAUSE.search(title) is not None) + 0.35 * (not parts.acts.isdisjoint(COMMON_ACTS))
        plain += 0.8 * title[:1].islower()
        total = min(worth[name], 1.0) + 2 * surest[name] + full + proper + 0.3 * parts.is_proper - plain
        return parts.in_chinese == chinese, round(total, 6)

    return max((mention.title for mention in mentions), key=key)


def gather_aliases(mentions: Iterable[EventBody], title: str) -> tuple[str, ...]:
    """Return the other names, each once whatever its script and punctuation, in order of the alphabet."""
    names: dict[str, str] = {}
    for mention in mentions:
        for name in (mention.title, *mention.aliases):
            bare = squash(fold(name).lower())
            names[bare] = min(names.get(bare, name), name)
    names.pop(squash(fold(title).lower()), None)
    return tuple(sorted(names.values())[:MOST_ALIASES])


def choose_kind(mentions: Iterable[EventMention]) -> str:
    """Return the kind with most confidence behind it; `other` counts little."""
    votes: defaultdict[str, float] = defaultdict(float)
    for mention in mentions:
        votes[mention.kind] += mention.confidence * (0.2 if mention.kind == "other" else 1)
    return min(
        votes, key=lambda kind: (-round(votes[kind], 6), CORE_KINDS.index(kind) if kind in CORE_KINDS else 99, kind)
    )


def choose_status(newest_first: Sequence[Sequence[EventMention]]) -> Status:
    """Return the status that the newest article gives; `newest_first` holds the mentions of each publication time.

    Of one time a cancellation or postponement counts before the rest, then what the surer reports say. Reports that are
    not half as sure as the surest have no say.
    """
    least = HEARD * max(mention.confidence for group in newest_first for mention in group)
    heard = [[mention for mention in group if mention.confidence >= least] for group in newest_first]
    votes: defaultdict[Status, float] = defaultdict(float)
    for mention in next(group for group in heard if group):
        votes[mention.status] += mention.confidence
    change = next((status for status in CHANGES if status in votes), None)
    return change or sorted(votes, key=lambda status: (-round(votes[status], 6), status))[0]


def choose_when(mentions: Sequence[EventMention], newest_first: Sequence[Sequence[EventMention]]) -> tuple[When, ...]:
    """Return the stated times in order of trust, one for each first day that reports give.

    A postponement replaces the dates that it names and those before it. Exact times come before vague ones, fine before
    coarse among these, then what more articles and surer reports say; of one first day a stated end is taken before a
    clock time, that before the bare day. An opening and a closing in different passages are joined.
    """
    replaced = {read_time(old)[:2] for mention in mentions for old in mention.previous}
    valid = [mention for mention in mentions if read_time(mention.when)[:2] not in replaced]
    moved = next((group for group in newest_first if any(mention.previous for mention in group)), None)
    if moved is not None:
        valid = [mention for mention in moved if mention.previous] or valid
    joined = _join_phases(valid or list(mentions))
    if joined is not None:
        return (joined,)
    by_day: defaultdict[tuple[bool, int], list[EventMention]] = defaultdict(list)
    for mention in valid or mentions:
        time = read_time(mention.when)
        by_day[not time.exact, time.first].append(mention)
    exact = [group for (vague, _), group in by_day.items() if not vague] or list(by_day.values())
    ordered = sorted(exact, key=lambda group: (*_support(group), read_time(group[0].when).first))
    best = [max(group, key=_fullness).when for group in ordered]
    outer = read_time(best[0])
    return (best[0], *(when for when in best[1:] if not _goes_with(read_time(when), outer)))


def _goes_with(time: Time, chosen: Time) -> bool:
    """Return whether a time begins in the one chosen, or is a vague one that holds it."""
    return chosen.first <= time.first <= chosen.last or (not time.exact and time.first <= chosen.first <= time.last)


def _support(group: Sequence[EventMention]) -> tuple[int, bool, int, float]:
    """Return a key, least first: fine vague times, spans before single days inside them, articles, confidence."""
    articles = {mention.evidence[0].article for mention in group}
    spans = any(mention.when.end is not None for mention in group)
    finest = max(mention.when.precision.rank for mention in group)
    exact = read_time(group[0].when).exact
    return (
        -finest if not exact else 0,
        exact and not spans,
        -len(articles),
        -round(sum(mention.confidence for mention in group), 6),
    )


def _fullness(mention: EventMention) -> tuple[bool, int, bool, float, str]:
    """Return a key, greatest last: a span of days, precision, a stated zone, confidence."""
    when = mention.when
    return read_time(when).days > 1, when.precision.rank, when.zone is not None, mention.confidence, mention.key


def _join_phases(mentions: Sequence[EventMention]) -> When | None:
    """Return the span from an opening to a closing that stand on different days, neither of which knows the other."""
    if len({mention.when.start for mention in mentions}) < 2:
        return None
    phases: dict[Literal["begin", "end"], When] = {}
    for mention in sorted(mentions, key=lambda item: (-item.confidence, item.key)):
        if mention.when.end is not None or not mention.when.is_exact:
            return None
        phase = read_phase(mention.evidence[0].text)
        if phase is not None:
            phases.setdefault(phase, mention.when)
    begin, end = phases.get("begin"), phases.get("end")
    if begin is None or end is None or begin.start is None or end.start is None or begin.start[:10] >= end.start[:10]:
        return None
    return When(
        start=begin.start[:10],
        end=end.start[:10],
        precision=begin.precision.DAY,
        zone=begin.zone,
        basis=begin.basis,
        text=f"{begin.text}–{end.text}",
    )


def gather_previous(mentions: Sequence[EventMention], when: When) -> tuple[When, ...]:
    """Return the replaced times, oldest first, each once, without the one that holds now."""
    found = {(old.start or "", old.end or ""): old for mention in reversed(mentions) for old in mention.previous}
    found.pop((when.start or "", when.end or ""), None)
    return tuple(found[key] for key in sorted(found))


def choose_place(mentions: Iterable[EventMention]) -> Place | None:
    """Return the most specific place: stated before that of a dateline, a venue before a district before a city."""
    support: defaultdict[tuple[str, str], float] = defaultdict(float)
    places: dict[tuple[str, str], Place] = {}
    for mention in mentions:
        if mention.place is not None:
            key = (mention.place.basis, mention.place.name)
            support[key] += mention.confidence
            places[key] = mention.place
    if not places:
        return None
    return places[max(places, key=lambda key: (key[0] != "dateline", fineness(key[1]), round(support[key], 6), key[1]))]


def fineness(name: str) -> int:
    """Return how exact a place is: that of the gazetteer, more where a venue follows, least for a gathering."""
    if len(name) == 1:  # 在深开幕: a city by its short character
        return FINENESS["city"]
    folded = fold(name)
    head = load_vocabulary().head_of(folded)
    if head is not None and head.gathering:  # on what occasion, and so not where
        return -1
    found = find_places(folded)
    if not found or found[-1].end < len(name):
        return max(FINENESS.values()) + 1
    return FINENESS[found[-1].kind]


def gather_organizers(mentions: Iterable[EventBody]) -> tuple[Organizer, ...]:
    """Return all organizers, each once in its foremost role, in order of role and first report."""
    found: dict[str, Organizer] = {}
    for mention in mentions:
        for organizer in mention.organizers:
            bare = squash(fold(organizer.name).lower())
            known = found.get(bare)
            if known is None or ROLES.index(organizer.role) < ROLES.index(known.role):
                found[bare] = organizer
    return tuple(sorted(found.values(), key=lambda item: ROLES.index(item.role)))


def gather_evidence(mentions: Iterable[EventMention]) -> tuple[Evidence, ...]:
    """Return the passages by article and offset, each span once."""
    found = {(item.article, item.start, item.end): item for mention in mentions for item in mention.evidence}
    return tuple(found[key] for key in sorted(found))
