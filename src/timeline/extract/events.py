"""Every resolved date of an article is asked what happens then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from pydantic import ValidationError

from timeline.extract.above import find_telling, place_behind, says_day, scope_telling
from timeline.extract.change import change_event, to_opening
from timeline.extract.clauses import Scope, split_scopes
from timeline.extract.complete import complete_organizers
from timeline.extract.dates import choose_dates, days_apart
from timeline.extract.draft import Draft, evidence_at, to_mention
from timeline.extract.field import is_field
from timeline.extract.further import read_further
from timeline.extract.hours import join_hours
from timeline.extract.inherit import find_main, inherit_dates, move_hours
from timeline.extract.issuer import complete_by_issuer
from timeline.extract.lasting import extend_by_length
from timeline.extract.moved import join_moved
from timeline.extract.naming import name_labels
from timeline.extract.owner import name_owners
from timeline.extract.place_lines import place_by_dateline, place_by_lines
from timeline.extract.reading import read_scope
from timeline.extract.replaced import find_replaced, keep_replaced
from timeline.extract.restated import complete_by_name, place_by_section
from timeline.extract.spanned import find_spanned, scope_spanned
from timeline.extract.stated import report_stated
from timeline.extract.table import find_columns
from timeline.extract.words import NO_COLUMNS, Words
from timeline.lexicon.vocabulary import Vocabulary, load_vocabulary
from timeline.model import Article, EventMention, Extraction, Issue, TimeMention, Verdict


def extract_events(article: Article, mentions: Sequence[TimeMention], *, lexicons: tuple[str, ...] = ()) -> Extraction:
    """Return the events an article states, with a verdict for each of its dates.

    Args:
        article: The article; its `published` decides what is past and what is to come.
        mentions: Its time mentions, resolved, in reading order.
        lexicons: Paths of a user's own rule files.
    """
    vocabulary = load_vocabulary(lexicons)
    drafts: list[Draft] = []
    verdicts: list[Verdict] = []
    words_of: dict[int, Words] = {}
    columns = find_columns(article.sentences)
    telling = find_telling(article, mentions, vocabulary)
    names = {place for places in telling.values() for place in places}
    for index, group in groupby(mentions, key=lambda mention: mention.sentence):
        words = words_of[index] = Words(article.sentences[index], vocabulary, columns.get(index, NO_COLUMNS))
        dates = choose_dates([mention for mention in group if index not in names or says_day(mention)], words)
        replaced = find_replaced(dates, words)
        for first in replaced.values():
            verdicts.append(Verdict.trusted(mention=first, outcome="change", reason="a first date in brackets"))
        firsts = {first.local.start for first in replaced.values()}
        dates = [date for date in dates if date.local.start not in firsts]
        words.dates = days_apart(dates, words)
        for scope in split_scopes(words.sentence, dates):
            if is_field(words, scope.mention):
                verdicts.append(Verdict.trusted(mention=scope.mention, outcome="none", reason="the date of a record"))
                continue
            scope = to_opening(words, scope, drafts)
            if changed := change_event(words, scope, drafts):
                verdicts.append(Verdict.trusted(mention=scope.mention, outcome="change", reason=changed))
                continue
            if index in telling:
                told, reason = _read_telling(article, words, scope, telling[index], vocabulary)
                drafts += told
                outcome = "event" if told else "none"
                verdicts.append(Verdict.trusted(mention=scope.mention, outcome=outcome, reason=reason))
                continue
            draft, reason = read_scope(article, words, scope)
            if draft and (old := replaced.get(scope.at.start)):
                keep_replaced(draft, old)
            drafts += [draft, *read_further(article, draft.words, scope, draft)] if draft else []
            verdicts.append(Verdict.trusted(mention=scope.mention, outcome="event" if draft else "none", reason=reason))
    for index, mention in find_spanned(article, mentions, columns):
        words = Words(article.sentences[index], vocabulary, columns[index])
        draft, _ = read_scope(article, words, scope_spanned(words, index, mention))
        drafts += [draft] if draft else []
    main = find_main(drafts, article)
    move_hours(drafts, main, article)
    place_by_lines(drafts, main, article, vocabulary)
    complete_organizers(drafts, main, article, vocabulary)
    drafts += inherit_dates(article, mentions, drafts, main, words_of)
    name_labels(drafts, main, article)
    name_owners(drafts, article)
    complete_by_name(drafts, main, article, mentions, vocabulary)
    place_by_section(drafts, article, mentions, vocabulary)
    complete_by_issuer(drafts, article)
    place_by_dateline(main, article)
    extend_by_length(drafts, mentions, article)
    drafts = join_hours(join_moved(drafts, article), article)
    events, issues = _mentions(drafts, article)
    events += tuple(report_stated(article, vocabulary))
    return Extraction(events=events, verdicts=tuple(verdicts), issues=issues)


def _read_telling(
    article: Article, words: Words, scope: Scope, places: Sequence[int], vocabulary: Vocabulary
) -> tuple[list[Draft], str]:
    """Return what the lines beside a date that stands alone tell, with the place beside it, and the reason."""
    drafts: list[Draft] = []
    reason = "nothing beside it tells what happens"
    for place in places:
        named = Words(article.sentences[place], vocabulary)
        draft, reason = read_scope(article, named, scope_telling(named, scope))
        if draft:
            draft.more.append(evidence_at(words, scope.at, article))
            draft.place = draft.place or place_behind(words.sentence, [scope.mention])
            drafts.append(draft)
    return drafts if all(map(_names_something, drafts)) else drafts[:1], reason


def _names_something(draft: Draft) -> bool:
    """Return whether a line is known to tell of a happening; a line that is not may be a detail of the one above."""
    return any(sign in ("name", "predicate") for sign, _ in draft.signs)


def _mentions(drafts: Iterable[Draft], article: Article) -> tuple[tuple[EventMention, ...], tuple[Issue, ...]]:
    """Return the drafts as mentions with unique keys, in reading order; a contradictory one costs only itself."""
    ordered = sorted(drafts, key=lambda draft: (draft.sentence, draft.span.start, draft.span.end))
    keys = {id(draft): f"{article.id}:{number}" for number, draft in enumerate(ordered)}
    mentions: list[EventMention] = []
    issues: list[Issue] = []
    for draft in ordered:
        parent = keys[id(draft.part_of)] if draft.part_of else None
        try:
            mentions.append(to_mention(draft, article, keys[id(draft)], parent))
        except ValidationError as error:
            span = draft.words.sentence.raw_span(*draft.clause)
            message = f"event {draft.title!r} was left out: {error.errors()[0]['msg']}"
            source = article.info.source
            issues.append(
                Issue(code="contradictory-event", message=message, source=source, start=span.start, end=span.end)
            )
    return tuple(mentions), tuple(issues)
