"""One date and its clauses → one event with the signs for and against it."""

from __future__ import annotations

import re
from functools import cache

from timeline.extract.clauses import Range, Scope
from timeline.extract.confidence import score
from timeline.extract.draft import Draft
from timeline.extract.edition import find_edition
from timeline.extract.frame import Frame, find_frame, is_hollow, is_listing
from timeline.extract.label import find_label
from timeline.extract.names import is_organization
from timeline.extract.organizers import find_organizers
from timeline.extract.place import find_place
from timeline.extract.status import decide_status
from timeline.extract.title import close_marks, compose_title, find_theme, split_alias
from timeline.extract.words import CHANGES, NOWHERE, Words
from timeline.lexicon.layout import layout_pattern
from timeline.lexicon.script import fold
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Article, Precision, TimeMention, When

NEAR_DAYS = 60
DISTANT_DAYS = 800
DAY = Precision.DAY.rank
NAMED = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{3}|[0-9]\.[0-9]{1,3}\.[0-9]")
DAYS = re.compile(r"(?:[0-9]{1,4}[年月日号號至到及和与與、,~–-]{1,3}){2,}")
"""Days that are no name: 7月9-10日及."""
"""What a title holds at the least; a version is a name, too."""
OBLIGED = 0.5
"""Strength of an imperative with a due date: register by May 3."""
DUE = re.compile(r"(?:by|before|no later than|prior to)\b", re.IGNORECASE)
DAY_SAID = re.compile(r"[月/][0-9一二三四五六七八九十]{1,3}[日号號]|[(（][0-9]{1,2}[)）]")
"""A day with its month, or its number beside 今: 今（8）日."""
REACH = 60
"""Characters before a date in which it is looked for that a change was decided then: were postponed last Tuesday."""
EXAMPLE = re.compile(r"(?:包括|例如|如|其中|分别为|including|such as)")
"""What opens a clause of examples of what was said before."""
LIST_REACH = 60
LISTED = re.compile(r"(?:[及和与、]|以及| and|,)\W{0,3}(?:在|于|on)?\s*$")
"""What stands between two items of a list, before the second one's date."""
ENTRY = re.compile(r"\s?(?::|[–—]| - ) ?(?=[A-Z“\"《\u4e00-\u9fff])")
"""What stands between a date and the name of what happens then."""
WEEKDAYS = re.compile(
    r"\W?(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|and|every|each|mornings?|afternoons?|evenings?|nights?)"
    r"[ ,]{1,2}){0,6}"
)
"""What may stand before the date of an entry: Thursday mornings, July 14."""
ENTERED = re.compile(
    r"(?:[A-Z“\"《\u4e00-\u9fff][^.,:;!?。,]{2,80}|v?[0-9]{1,3}(?:\.[0-9]{1,4}){1,3}) ?(?:[–—(]| - ) ?"
)
"""A name before its date."""
LEADING = 2
"""A row whose date begins so early begins with it."""
PLANNED = 16
"""Characters before a date in which 原定 speaks of it."""
AGAINST = frozenset(
    {
        "statistic",
        "biography",
        "attribution",
        "hypothesis",
        "goal",
        "habit",
        "history",
        "advert",
        "furniture",
        "negation",
    }
)
"""Effects of cues that speak against an event."""


def read_scope(article: Article, words: Words, scope: Scope) -> tuple[Draft | None, str]:
    """Return the event that the clauses of a date state, or None, and the reason."""
    assert scope.mention.when is not None
    if words.sentence.role == "stamp":
        return None, "a date of the page itself"
    until = scope.mention.when.mod == "before"
    if words_pattern("decided", "en").search(words.lower, max(0, scope.at.start - REACH), scope.at.start):
        if not until:
            return None, "the day on which a change was decided"
        scope, until = put_off(scope), False
    frame = find_frame(words, scope)
    if until and (scope.at.is_empty or "obligation" in words.effects(scope.clauses)):
        obliged = OBLIGED if DUE.match(scope.mention.text) else 0.0
        frame = frame._replace(kind="deadline", strength=frame.strength or obliged)
    when = event_date(scope.mention, frame)
    if when is None:
        return None, f"open at one side ({scope.mention.text}) and no deadline"
    draft = draft_event(article, words, scope, frame, when)
    if not NAMED.search(DAYS.sub(" ", draft.title)) and not (draft.unnamed and draft.place):
        return None, "nothing is said to happen"
    if frame.predicate is None and _menu().fullmatch(fold(draft.title)):
        return None, "an entry of a menu"
    reasons = ", ".join(f"{sign}×{factor:g}" if factor != 1 else sign for sign, factor in draft.signs)
    return draft, f"{draft.kind} {draft.confidence:.2f}: {reasons}"


@cache
def _menu() -> re.Pattern[str]:
    """Return what fits a title that is only an entry of a menu: more >, 更多."""
    return re.compile(rf"\W*{layout_pattern('navigation')}\W*", re.IGNORECASE)


def put_off(scope: Scope) -> Scope:
    """Return the scope of a date until which something is put off with that date as its new day."""
    when = scope.mention.when
    assert when is not None
    new = when.model_copy(update={"start": when.end or when.start, "end": None, "mod": None})
    return scope._replace(mention=scope.mention.model_copy(update={"when": new}))


def draft_event(article: Article, words: Words, scope: Scope, frame: Frame, when: When) -> Draft:
    """Return the event that a frame states at a time."""
    span = used_span(scope, frame)
    ranges = (frame.clause, scope.clauses[scope.home], find_label(words, scope) or span, span)
    gathering = frame.head is not None and frame.head.gathering
    named = gathering or words.is_table_row
    effects = words.effects(ranges, frame.name if named else NOWHERE) | change_effects(words, scope)
    effects |= words.effects(scope.clauses) & {"habit"} if words.is_latin else set()
    effects |= condition_effects(words, scope, frame)
    effects -= {"history"} if _is_entry(words, scope) else set()
    effects -= {"biography"} if words.is_latin and "future" in effects else set()
    effects -= CHANGES | {"future"} if tells_change(scope, frame) and not _is_ahead(words, scope, frame) else set()
    title, aliases = split_alias(close_marks(compose_title(words, scope, frame)))
    draft = Draft(
        words=words,
        sentence=scope.mention.sentence,
        clause=frame.clause,
        span=span,
        title=title,
        aliases=aliases,
        kind=frame.kind,
        when=when,
        status=decide_status(effects, frame.kind, when, article.info.published_day),
        signs=find_signs(article, words, scope, frame, when, effects),
        gathering=gathering,
        place=find_place(words, scope, frame),
        organizers=find_organizers(words, scope, frame),
        theme=find_theme(words, scope),
        phase=frame.predicate.rule.phase if frame.predicate else None,
    )
    held = frame.predicate is not None and "*" in frame.predicate.rule.yields
    placed = words.sentence.role == "row" and draft.place is not None
    draft.unnamed = (held or placed or bool(words.columns)) and frame.name.is_empty and find_label(words, scope) is None
    draft.is_original = "original" in words.effects([Range(scope.clauses[scope.home].start, scope.at.start)])
    draft.is_renewed = "renewed" in words.effects([scope.clauses[scope.home]])
    draft.hosted = any(scope.clauses[0].start <= hit.start < scope.clauses[-1].end for hit in words.roles)
    draft.edition = find_edition(draft.title)
    draft.confidence = score(draft.signs)
    return draft


def change_effects(words: Words, scope: Scope) -> set[str]:
    """Return whether the clauses of a scope, or the list it goes on with, say that something is off or moved.

    In 相继取消，包括5月2日的A及6月3日的B the second date shares the clause of the first; what was planned (原定) is
    changed by anything the sentence says.
    """
    home = scope.clauses[scope.home]
    region = [home]
    opening = words.view[home.start : scope.at.start]
    if EXAMPLE.match(opening) or (not opening and LISTED.search(words.view[: scope.at.start])):
        region.append(Range(max(0, home.start - LIST_REACH), home.start))
    if words.effects([Range(max(0, scope.at.start - PLANNED), scope.at.start)]) & {"planned", "original"}:
        region.append(Range(0, len(words.view)))
    return words.effects(region) & CHANGES


def condition_effects(words: Words, scope: Scope, frame: Frame) -> set[str]:
    """Return whether a clause up to that of the predicate opens as a condition: 一旦获批，工厂将于3月投产."""
    openings = {clause.start for clause in scope.clauses if clause.start <= frame.clause.start}
    return {"hypothesis" for hit in words.cues if hit.start in openings and hit.rule.effect == "hypothesis"}


def tells_change(scope: Scope, frame: Frame) -> bool:
    """Return whether the date is that of the announcement (3月8日宣布A延期), not that of what is changed."""
    predicate = frame.predicate
    return predicate is not None and predicate.rule.reports and scope.at.end <= predicate.start


def _is_ahead(words: Words, scope: Scope, frame: Frame) -> bool:
    """Return whether an announcement itself is to come: 3月12日将公布, not 3月8日宣布将举行."""
    predicate = frame.predicate
    before = (hit for hit in words.cues if scope.at.end <= hit.start and predicate and hit.start < predicate.start)
    return any(hit.rule.effect == "future" for hit in before)


def event_date(mention: TimeMention, frame: Frame) -> When | None:
    """Return the date of the event itself: a deadline is the due day, 自…起 the first day; other open times none."""
    when = mention.when
    assert when is not None
    if when.mod == "before":
        due = when.end or when.start
        is_due = frame.kind == "deadline"
        return when.model_copy(update={"start": due, "end": None, "mod": None}) if is_due else None
    if when.mod == "after":
        begins = frame.kind not in ("incident", "signing", "publication")
        fine = when.precision.rank >= DAY
        states = frame.predicate is not None or frame.head is not None
        return when.model_copy(update={"end": None, "mod": None}) if begins and fine and states else None
    return when


def used_span(scope: Scope, frame: Frame) -> Range:
    """Return the range from the first to the last word that was read: date, name, predicate and object."""
    parts = [part for part in (scope.at, frame.subject, frame.object, frame.name, frame.clause) if not part.is_empty]
    return Range(min(part.start for part in parts), max(part.end for part in parts))


def find_signs(
    article: Article, words: Words, scope: Scope, frame: Frame, when: When, effects: set[str]
) -> list[tuple[str, float]]:
    """Return the signs for and against an event, in a fixed order."""
    against = effects & AGAINST
    if frame.predicate is not None and frame.kind == "visit" and words.view.startswith("时", frame.predicate.end):
        against -= {"attribution"}  # 在江州考察时强调: what is said there does not make the visit doubtful
    signs = [(effect, 1.0) for effect in sorted(against)]
    signs += [("change", 1.0)] if effects & CHANGES else []
    if frame.strength:
        signs.append(("predicate", frame.strength))
    if frame.predicate is not None:
        signs += [("in-quote", 1.0)] if words.enclosing(frame.predicate.start) else []
    if frame.head is not None:
        signs.append(("name", 1.0))
    if any(mark in frame.name.cut(words.view) for mark in "“《"):
        signs.append(("quoted-name", 1.0))
    signs += [("no-title", 1.0)] if _says_nobody(words, scope, frame) or _is_fragment(words, frame) else []
    signs += [("row", 1.0)] if _is_row(words, scope) else []
    signs += [("told", 1.0)] if not against and _is_told(words, scope, frame) else []
    signs += [("lead", 1.0)] if scope.mention.sentence < 4 or words.sentence.role == "title" else []
    signs += [("future", 1.0)] if "future" in effects else []
    signs += _date_signs(article, when, words.sentence.role == "row", leads=scope.at.start <= LEADING)
    return sorted(signs)


def _is_row(words: Words, scope: Scope) -> bool:
    """Return whether a date stands in a row, under a label or the line that names it, or as the hour in a listing."""
    if words.sentence.role == "row" or scope.at.is_empty or _is_entry(words, scope):
        return True
    return find_label(words, scope) is not None or is_listing(words, scope)


def _is_entry(words: Words, scope: Scope) -> bool:
    """Return whether a date and a mark open a sentence, or a name and a dash stand before it: July 18: Loom Stories."""
    if WEEKDAYS.fullmatch(words.lower, 0, scope.at.start):
        heads = words.sentence.role == "heading" and scope.at.end + 2 < len(words.view)
        return heads or ENTRY.match(words.view, scope.at.end) is not None
    return ENTERED.fullmatch(words.view, 0, scope.at.start) is not None and scope.at.end + 2 >= len(words.view)


def _says_nobody(words: Words, scope: Scope, frame: Frame) -> bool:
    """Return whether only a predicate stands there, without anybody or anything (也将播出), or a report of nothing."""
    if frame.predicate is not None and frame.predicate.rule.hollow and is_hollow(words, frame):
        return True
    parts = (frame.subject, frame.object, frame.name)
    held = frame.predicate is None or "*" in frame.predicate.rule.yields or frame.kind == "deadline"
    return not held and all(part.is_empty for part in parts) and find_label(words, scope) is None


def _is_told(words: Words, scope: Scope, frame: Frame) -> bool:
    """Return whether a Chinese sentence opens with a day, or a clause with a body and a day: 3月8日，甲开采乙."""
    if words.is_latin or frame.predicate is not None or words.sentence.role != "body":
        return False
    before = words.view[scope.clauses[scope.home].start : scope.at.start].strip(" (")
    opens = not words.view[: scope.at.start].strip(" (") or is_organization(before)
    return opens and DAY_SAID.search(scope.mention.text) is not None


def _is_fragment(words: Words, frame: Frame) -> bool:
    """Return whether what would name the event is only a piece of a clause: 都有茶歇, 和下午…."""
    first = next((part for part in (frame.subject, frame.name, frame.object) if not part.is_empty), frame.clause)
    return not words.is_latin and words_pattern("fragment", "zh").match(words.view, first.start) is not None


def _date_signs(article: Article, when: When, is_row: bool, *, leads: bool) -> list[tuple[str, float]]:
    """Return the signs that lie in the date itself: how exact, how far from the publication, how it was reached.

    The rows of a chronicle, which begin with their dates, tell of old times by right.
    """
    rank = when.precision.rank
    signs = [("exact", 1.0)] if rank >= DAY else [("month" if rank >= Precision.MONTH.rank else "coarse", 1.0)]
    doubtful = "inferred" if is_row else ("inherited", "inferred")  # a row takes its day from its heading by right
    signs += [(when.basis, 1.0)] if when.basis in doubtful else []
    published = article.info.published_day
    if published is not None:
        days = (when.earliest - published).days
        signs += [("near", 1.0)] if -NEAR_DAYS <= days <= 2 * NEAR_DAYS else []
        signs += [("distant", 0.0 if is_row and leads else 1.0)] if days < -DISTANT_DAYS else []
    return signs
