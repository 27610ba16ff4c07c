"""Dates that state no event of their own but change one named before: its last day, or its new day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.extract.clauses import Range, Scope
from timeline.extract.draft import Draft
from timeline.extract.frame import find_frame
from timeline.extract.organizers import announcers
from timeline.extract.words import Words
from timeline.lexicon.script import fold
from timeline.lexicon.vocabulary import words_pattern

LASTING = ("exhibition", "festival", "competition", "sport", "training", "other")
"""Kinds that have a last day."""
OPENING = re.compile(r"(?:开幕|启幕|开赛|开展|首演|开园|揭幕|opening day|first day)\s?(?:at |on )?$")
"""What makes 当天下午2时 an hour of the opening day."""
REACH = 12
"""How many events back a closing date may point."""


def change_event(words: Words, scope: Scope, drafts: Sequence[Draft]) -> str | None:
    """Change the event that a date is about and return what was changed, or None where the date is no change.

    Args:
        words: The sentence of the date.
        scope: The date and its clauses.
        drafts: The events stated before it, in reading order.
    """
    return _end_event(words, scope, drafts) or _move_event(words, scope, drafts)


def to_opening(words: Words, scope: Scope, drafts: Sequence[Draft]) -> Scope:
    """Return the scope with an hour of the opening day (开幕当天下午2时) put on the day its event opens."""
    when, mention = scope.mention.when, scope.mention
    before = words.lower[max(0, scope.at.start - 20) : scope.at.start]
    if when is None or not OPENING.search(before) or when.precision.length < 10 or when.basis == "explicit":
        return scope
    event = next((draft for draft in reversed(drafts[-REACH:]) if draft.phase == "begin" or draft.when.end), None)
    if event is None or len(event.when.start or "") < 10:
        return scope
    day = (event.when.start or "")[:10]
    moved = {"start": day + (when.start or "")[10:], "end": day + when.end[10:] if when.end else None}
    fixed = when.model_copy(update={**moved, "basis": "inherited"})
    return scope._replace(mention=mention.model_copy(update={"when": fixed}))


def _end_event(words: Words, scope: Scope, drafts: Sequence[Draft]) -> str | None:
    """Set the last day of the gathering named before: 展览将持续至7月14日, on view through July 14."""
    when = scope.mention.when
    assert when is not None
    said = words.lower[: scope.at.end if when.mod == "before" else scope.at.start].rstrip("前止 ")
    last = (when.end or when.start or "")[:10]
    if len(last) < 10 or not (_ends_with(said, scope, "until", words) or _says_end_alone(words, scope)):
        return None
    for draft in reversed(drafts[-REACH:]):
        lasting = draft.kind in LASTING and draft.when.end is None and draft.when.precision.length >= 10
        if lasting and (draft.when.start or "")[:10] < last:
            draft.when = draft.when.until(last)
            return f"last day of {draft.title}"
    return None


def _says_end_alone(words: Words, scope: Scope) -> bool:
    """Return whether a date and the word for an end make the whole clause: 展览3月2日开始，今日结束."""
    home = scope.clauses[scope.home]
    hit = next(
        (hit for hit in words.predicates if home.start <= hit.start < home.end and hit.rule.phase == "end"), None
    )
    if hit is None or hit.end < home.end:
        return False
    return not re.sub(
        r"[于在将已正式圆满 ]", "", words.view[home.start : scope.at.start] + words.view[scope.at.end : hit.start]
    )


def _move_event(words: Words, scope: Scope, drafts: Sequence[Draft]) -> str | None:
    """Move the event of the date before in the same sentence: 原定6月1日举行的A推迟至6月8日."""
    when = scope.mention.when
    assert when is not None
    old = drafts[-1] if drafts and drafts[-1].sentence == scope.mention.sentence else None
    if old is None or not when.is_exact or not _ends_with(words.lower[: scope.at.start], scope, "moved", words):
        return None
    subject = _subject_of_change(words, scope, old).cut(words.sentence.text)
    if subject and _is_another(subject, scope.clauses[scope.home], old):
        return None
    old.title = subject if old.title in subject else old.title
    old.previous = (*old.previous, old.when)
    old.when = when
    old.status = "postponed"
    old.organizers = old.organizers or announcers(words, scope)
    old.span = old.span._replace(end=max(old.span.end, scope.at.end))
    return f"new date of {old.title}"


def _subject_of_change(words: Words, scope: Scope, old: Draft) -> Range:
    """Return what the clause of a new date itself says is moved, where the old date stands in another clause."""
    home = scope.clauses[scope.home]
    frame = find_frame(words, scope)
    alone = frame.subject.is_empty and words.sentence.role != "row"
    subject = frame.name if alone else frame.subject
    return subject if old.clause.end <= home.start <= subject.start else Range(0, 0)


def _is_another(name: str, home: Range, old: Draft) -> bool:
    """Return whether a name is that of another happening: 组委会3月8日宣布，A延期至4月9日举行."""
    if old.span.end > home.start:
        return True
    head_of = old.words.vocabulary.head_of
    head = head_of(fold(name))
    return not (name in old.title or old.title in name or (head is not None and head == head_of(fold(old.title))))


def _ends_with(said: str, scope: Scope, use: str, words: Words) -> bool:
    """Return whether the text before a date ends in one of the words of a use."""
    pattern = words_pattern(use, "en" if words.is_latin else "zh")
    return any(match.end() == len(said) for match in pattern.finditer(said, max(0, len(said) - 60)))
