"""A first date and the one that replaces it, stated apart: …将延期至6月12日举办。该展会原定于4月12日举行。"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.draft import Draft, evidence_of
from timeline.extract.status import decide_status
from timeline.model import Article

DAY = 10
"""Characters of an ISO date that names its day."""


def join_moved(drafts: Sequence[Draft], article: Article) -> list[Draft]:
    """Return the drafts with each first date kept in `previous` of the happening that was moved.

    The date of a happening is a first one where the words before it say so (原定, originally), or where it is
    postponed and a nameless date replaces it (新日期为). It joins the nearest one of the same name.
    """
    joined: dict[int, Draft] = {}
    for old in (draft for draft in drafts if draft.is_original or draft.status == "postponed"):
        new = min(
            (draft for draft in drafts if _replaces(draft, old) and id(draft) not in joined),
            key=lambda draft: abs(draft.sentence - old.sentence),
            default=None,
        )
        if new is not None:
            joined[id(old)] = new
            _move(old, new, article)
    for draft in drafts:
        if draft.part_of is not None and (new := joined.get(id(draft.part_of))) is not None:
            _follow(draft, new, article)
    return [draft for draft in drafts if id(draft) not in joined]


def _follow(part: Draft, new: Draft, article: Article) -> None:
    """Make a part of what was moved a part of it on its new day, which it takes over where it had the old one."""
    assert part.part_of is not None
    if part.when.basis == "inherited" and part.when.earliest == part.part_of.when.earliest:
        part.when = new.when.model_copy(update={"basis": "inherited"})
        part.status = decide_status({part.status}, part.kind, part.when, article.info.published_day)
    part.part_of = new


def _replaces(new: Draft, old: Draft) -> bool:
    """Return whether one draft gives the new date of what another one had planned."""
    if new is old or new.is_original or new.previous or len(new.when.start or "") < DAY:
        return False
    changed = new.is_renewed or new.status == "postponed"
    if new.when.earliest == old.when.earliest or (new.when.earliest < old.when.earliest and not changed):
        return False
    nameless = new.is_renewed and not new.gathering
    named = not new.unnamed and (new.title in old.title or old.title in new.title)
    first = old.is_original or (nameless and old.status == "postponed" and not old.previous)
    return first and (nameless or named) and "cancelled" not in (new.status, old.status)


def _move(old: Draft, new: Draft, article: Article) -> None:
    """Make a happening one that was moved from an older date."""
    if not new.gathering or len(new.title) < len(old.title):
        new.title, new.kind, new.gathering, new.unnamed = old.title, old.kind, old.gathering, False
    new.previous = (old.when,)
    new.status = "postponed"
    new.place = new.place or old.place
    new.organizers = new.organizers or old.organizers
    new.more += [evidence_of(old, article), *old.more]
    new.confidence = max(new.confidence, old.confidence)
