"""The hour of what a paragraph announces, said later in it: Saturday, July 9: Loom Ride. … The ride starts at 10:00."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from timeline.extract.draft import Draft, evidence_of
from timeline.model import Article, Precision

DAY_LENGTH = 10
"""Length of an ISO day."""


def join_hours(drafts: Sequence[Draft], article: Article) -> list[Draft]:
    """Return the events, those that open a paragraph with their day joined with the one hour said later in it.

    The sentence with the hour names nothing of its own: an English title in small letters.
    """
    later: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.words.is_latin and _is_hour(draft):
            later[draft.words.sentence.paragraph].append(draft)
    joined: set[int] = set()
    for draft in drafts:
        hours = later.get(draft.words.sentence.paragraph, ())
        if len(hours) == 1 and _opens(draft, article) and _is_plain(hours[0]) and _is_of(hours[0], draft):
            [hour] = hours
            draft.when = hour.when.model_copy(update={"basis": draft.when.basis})
            draft.more.append(evidence_of(hour, article))
            draft.place = draft.place or hour.place
            joined.add(id(hour))
    return [draft for draft in drafts if id(draft) not in joined]


def _is_hour(draft: Draft) -> bool:
    """Return whether an event has an hour, and its day from what was said before."""
    return draft.when.precision in (Precision.HOUR, Precision.MINUTE) and draft.when.basis == "inherited"


def _opens(draft: Draft, article: Article) -> bool:
    """Return whether an event has a single day, at the head of the first sentence of a paragraph."""
    sentence, when = article.sentences[draft.sentence], draft.when
    first = draft.sentence == 0 or article.sentences[draft.sentence - 1].paragraph != sentence.paragraph
    alone = when.precision is Precision.DAY and when.end is None and when.mod is None
    return first and alone and sentence.text.lstrip(" *_-").startswith(when.text)


def _is_plain(hour: Draft) -> bool:
    return hour.title[:1].islower()


def _is_of(hour: Draft, draft: Draft) -> bool:
    return hour.sentence > draft.sentence and (hour.when.start or "")[:DAY_LENGTH] == draft.when.start
