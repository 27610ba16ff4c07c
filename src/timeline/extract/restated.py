"""What sentences without a day of their own say again of an event: where it is held and by whom."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from timeline.extract.candidate import HELD
from timeline.extract.clauses import Range, Scope, split_clauses
from timeline.extract.draft import Draft
from timeline.extract.frame import Frame, find_frame
from timeline.extract.organizers import find_organizers
from timeline.extract.place import find_place
from timeline.extract.venue import is_place
from timeline.extract.words import Words
from timeline.lexicon.script import fold
from timeline.lexicon.vocabulary import Vocabulary, words_pattern
from timeline.model import Article, Place, TimeMention

SIGNS = ("举行", "举办", "主办", "召开", "开幕", "揭幕", "展出", "登场", " held ", " place ", " host", "resented")
"""What nearly every sentence holds that says where something is held or by whom; looked for first."""
STATEMENTS = 4
"""Clauses of one sentence that are read as saying something of an event."""
REACH = 8
"""Sentences after an event in which 本次大会 still speaks of it."""
BEFORE = 2
"""Clauses before that of the predicate which belong to its statement."""
SECTION = 6
"""Sentences below a dated row or heading that still speak of it."""
MEETS = re.compile(
    r"举行|举办|集合|在[^,。;]{2,20}(?:报到|签到|出发|见面|起跑)"
    r"|\b(?:[Mm]eets?|[Vv]isit|exhibits?|on view|on display|gathers?"
    r"|starts?|begins?|held|place|goes|runs|located|join us|joins?)\b[^.;]{0,80} (?:at|in|the) "
)
"""What says where one meets."""
SHORT = 120
"""Characters of a sentence that announces: Wednesday, July 20: Mill Walk."""
STOPS = 3
"""Marks between the stops of a tour."""
EDITION = re.compile(r"第[0-9一二三四五六七八九十百]{1,4}[届次回]|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
"""What tells one edition of a gathering from another."""
MARKS = re.compile(r"[\W_]+|年(?![会鉴度画])")
IT = re.compile(
    r"(?:it|(?:the|this|our|this year['’]s) (?:[a-z-]+ )?"
    r"(?:event|conference|summit|meeting|forum|workshop|exhibition|festival|ceremony|fair|show|congress|symposium|seminar))"
)
"""What points back to a gathering."""
SHORTEST = 4
"""Characters of a name that says by itself what is meant."""


def complete_by_name(
    drafts: Sequence[Draft],
    main: Draft | None,
    article: Article,
    mentions: Sequence[TimeMention],
    vocabulary: Vocabulary,
) -> None:
    """Give gatherings the place and the organizers that a sentence states which names them and has no day itself.

    第三届论坛将于5月1日召开。…论坛由A主办，在B举行: the sentence is read as if it bore the date of the event.
    """
    gatherings = [draft for draft in drafts if draft.kind in HELD and _gathers(draft, vocabulary)]
    if all(draft.place and draft.organizers for draft in gatherings):
        return
    mention_of = {mention.sentence: mention for mention in reversed(mentions) if mention.when}
    taken = {draft.sentence for draft in drafts}
    for index, sentence in enumerate(article.sentences):
        if index in taken or sentence.role == "stamp" or not any(sign in sentence.view for sign in SIGNS):
            continue
        words = Words(sentence, vocabulary)
        for clauses in islice(_statements(words), STATEMENTS):
            start = clauses[-1].start
            scope = Scope(mentions[0], Range(start, start), clauses, len(clauses) - 1)
            frame = find_frame(words, scope)
            own = mention_of.get(index)
            for draft in _named(gatherings, main, index, words, frame):
                if own is None or _overlaps(own, draft):
                    draft.place = draft.place or _one_place(words, scope, frame)
                    draft.organizers = draft.organizers or find_organizers(words, scope, frame)


def _gathers(draft: Draft, vocabulary: Vocabulary) -> bool:
    """Return whether an event is a gathering by its own words or by the name it was given since."""
    return draft.gathering or vocabulary.head_in(draft.title) is not None


def place_by_section(
    drafts: Sequence[Draft], article: Article, mentions: Sequence[TimeMention], vocabulary: Vocabulary
) -> None:
    """Give what a line announces the place at which the prose below it says that one meets.

    The line is a dated row or heading, or the short sentence that opens a paragraph (July 16: Mill Picnic.).
    """
    heads = {draft.sentence for draft in drafts if _announces(draft, article)}
    for draft in drafts:
        if draft.place or draft.sentence not in heads or draft.kind not in HELD:
            continue
        for index in range(draft.sentence + 1, min(draft.sentence + 1 + SECTION, len(article.sentences))):
            sentence = article.sentences[index]
            inside = draft.words.sentence.role != "body" or sentence.paragraph == draft.words.sentence.paragraph
            if index in heads or sentence.role in ("heading", "title") or not inside:
                break
            if sentence.role == "body" and MEETS.search(sentence.view) and draft.place is None:
                words = Words(sentence, vocabulary)
                clauses = tuple(split_clauses(sentence))
                scope = Scope(mentions[0], Range(clauses[0].start, clauses[0].start), clauses, 0)
                place = _one_place(words, scope, find_frame(words, scope))
                draft.place = place if place and is_place(fold(place.name), words.is_latin) else None


def _announces(draft: Draft, article: Article) -> bool:
    """Return whether an event is announced by a line of its own or by the short sentence that opens a paragraph."""
    sentence, index = draft.words.sentence, draft.sentence
    opens = index == 0 or article.sentences[index - 1].paragraph != sentence.paragraph
    short = len(sentence.view) <= SHORT and ":" in sentence.view
    return sentence.role in ("row", "heading") or (sentence.role == "body" and opens and short)


def _statements(words: Words) -> Iterator[tuple[Range, ...]]:
    """Yield the clauses in which something is held, each with those before it."""
    clauses = split_clauses(words.sentence)
    for number, clause in enumerate(clauses):
        if any(clause.start <= hit.start < clause.end and "*" in hit.rule.yields for hit in words.predicates):
            yield tuple(clauses[max(0, number - BEFORE) : number + 1])


def _one_place(words: Words, scope: Scope, frame: Frame) -> Place | None:
    """Return the place a statement names, unless it lists the stops of a tour."""
    place = find_place(words, scope, frame)
    return place if place and place.name.count("、") < STOPS else None


def _overlaps(mention: TimeMention, draft: Draft) -> bool:
    """Return whether a time in the sentence may be that of the event."""
    assert mention.when is not None
    return mention.when.earliest <= draft.when.latest and draft.when.earliest <= mention.when.latest


def _named(gatherings: Sequence[Draft], main: Draft | None, index: int, words: Words, frame: Frame) -> list[Draft]:
    """Return the events that the name in a frame is of: all of that name, or the one it points back to."""
    if _points_back(words, frame):
        near = bisect_right(gatherings, index, key=lambda draft: draft.sentence) - 1
        if near >= 0 and index - gatherings[near].sentence <= REACH:
            return [gatherings[near]]
        return [main] if main else []
    if frame.head is None or not frame.head.gathering:
        return []
    name = words.vocabulary.fold_name(frame.name.cut(words.sentence.text))
    return [draft for draft in gatherings if _is_same(name, words.vocabulary.fold_name(draft.title))]


def _points_back(words: Words, frame: Frame) -> bool:
    """Return whether what is held has no name of its own: 本次大会, 会议, the conference, it."""
    if words.is_latin:
        subject = words.lower[frame.clause.start : frame.predicate.start if frame.predicate else 0].strip()
        return frame.name.is_empty and IT.fullmatch(subject) is not None
    name = words.vocabulary.fold_name(frame.name.cut(words.sentence.text))
    gathers = frame.head is not None and frame.head.gathering
    return gathers and (words_pattern("anaphor").match(name) is not None or name in words.vocabulary.suffixes)


def _is_same(first: str, second: str) -> bool:
    """Return whether two folded names are of one gathering: one holds the other, and no edition differs."""
    editions = [set(EDITION.findall(name)) for name in (first, second)]
    if all(editions) and not editions[0] & editions[1]:
        return False
    short, long = sorted((MARKS.sub("", EDITION.sub("", name)) for name in (first, second)), key=len)
    return len(short) >= SHORTEST and short in long
