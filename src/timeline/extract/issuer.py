"""Who issues a notice: A关于举办X的通知, or the body that signs it below its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.extract.about import LEAST
from timeline.extract.draft import Draft
from timeline.extract.names import is_organization
from timeline.lexicon.script import fold
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Article, Organizer

NOTICE = re.compile(r"(?:通知|公告|通告|公示|启事|邀请函|预告|函|须知)(?:\([^()]{1,20}\))?$")
"""What ends the headline of a notice."""
ABOUT = re.compile(
    r"关于|[0-9]{4}年|(?:迁址|停[水电气]|放假|招聘|征[文稿集]|延期|取消|会议|培训)\w{0,4}(?:通知|公告|通告|启事)$"
)
"""Where the name of the issuer ends in it."""
OPENING = 6
"""Lines at the beginning of an article among which the headline of a notice stands."""
LONGEST_HEADLINE = 90
"""Characters of such a line."""
SIGNED = 8
"""Lines at the end of a notice among which it is signed."""
LONGEST = 40
"""Characters of a name that signs."""


def complete_by_issuer(drafts: Sequence[Draft], article: Article) -> None:
    """Give what a notice announces, without saying who acts, the body that issues it.

    This holds for the events of its prose, since 我会 and 定于…召开 speak for the issuer, and for its deadlines where
    it calls to no gathering.
    """
    gathers = any(draft.gathering for draft in drafts)
    own = [draft for draft in drafts if _is_prose(draft) or (draft.kind == "deadline" and not gathers)]
    wanting = [draft for draft in own if not draft.organizers and draft.confidence >= LEAST]
    headline = _headline(article)
    if not wanting or not (headline or any(_speaks(draft) for draft in wanting)):
        return
    name = _named_in(headline) or _signature(article)
    for draft in wanting if name else ():
        draft.organizers = (Organizer(name=name, role="host"),)


def _headline(article: Article) -> str:
    """Return the line that calls itself a notice: the headline, or one of the first lines."""
    lines = [article.info.title or "", *(sentence.text for sentence in article.sentences[:OPENING])]
    return next((line for line in lines if len(line) <= LONGEST_HEADLINE and NOTICE.search(fold(line))), "")


def _is_prose(draft: Draft) -> bool:
    return draft.words.sentence.role == "body" and draft.kind != "deadline"


def _speaks(draft: Draft) -> bool:
    """Return whether the sentence of an event calls its author 我会 or 本公司."""
    return words_pattern("self", "zh").search(draft.words.view) is not None


def _named_in(headline: str) -> str | None:
    """Return the body before what a notice is about."""
    border = ABOUT.search(fold(headline))
    name = headline[: border.start()].strip(" :：【】[]") if border else ""
    return name if 3 < len(name) <= LONGEST and is_organization(name) else None


def _signature(article: Article) -> str | None:
    """Return the body that stands alone in one of the last lines, above the day."""
    for sentence in reversed(article.sentences[-SIGNED:]):
        name = sentence.text.strip(" 　")
        plain = 3 < len(name) <= LONGEST and not re.search(r"[:：,，。;；!？?0-9|、]", name)
        if plain and is_organization(name):
            return name
    return None
