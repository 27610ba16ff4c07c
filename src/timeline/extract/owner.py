"""Whose date it is, where one label stands over several: 报名截止 of this summer school and of that one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from timeline.extract.draft import Draft
from timeline.extract.title import close_marks
from timeline.extract.words import is_latin
from timeline.lexicon.forms import lower
from timeline.lexicon.vocabulary import words_pattern
from timeline.model import Article, Precision, Sentence

LONGEST_LABEL = 16
"""Characters of a title that may be a label; Latin letters count half."""
LONGEST_NAME = 120
"""Characters of what a label may belong to."""
ROWS = 8
"""Rows of a record over its date, at most."""
FIELD = re.compile(r"\W{0,3}([^:]{1,24}):")
"""A line with its field name."""
DATED = re.compile(r".*[0-9日号](.*)$", re.DOTALL)
"""What stands behind the date of a line."""
EDGE = " \t-–—·•*|,，、:：~#"
CLOSED = EDGE + ")）]】"
PROSE = re.compile(r"[。;；!?！？]|[,，].*[,，]")


def name_owners(drafts: Sequence[Draft], article: Article) -> None:
    """Put before a label that dates several things the name of each of them.

    The name is what else the line says, or the nearest line above that is no field and has no date of its own.
    """
    same: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if _is_label(draft):
            same[draft.words.vocabulary.fold_name(draft.title)].append(draft)
    if all(len(group) < 2 for group in same.values()):
        return
    fields = Counter(match[1] for one in article.sentences if (match := FIELD.match(one.view)))
    dated = {draft.sentence for draft in drafts if draft.when.precision.rank >= Precision.DAY.rank}
    for group in same.values():
        owners = [_beside(draft) or _above(draft, article, dated, fields) for draft in group]
        for draft, owner in zip(group, owners, strict=True):
            if owner and len(set(owners) - {""}) > 1:
                draft.title = _join(close_marks(owner), draft.title)


def _is_label(draft: Draft) -> bool:
    """Return whether a title is a field name in a line of its own."""
    weight = len(draft.title.encode("gb18030", "replace")) / 2
    begins = draft.words.sentence.text.lstrip(EDGE + "(（[【").startswith(draft.title)
    return weight <= LONGEST_LABEL and begins and draft.words.sentence.role != "body" and not draft.words.columns


def _beside(draft: Draft) -> str:
    """Return what stands behind the date in the line of a label."""
    behind = DATED.match(draft.words.sentence.text)
    rest = behind[1].lstrip(CLOSED).rstrip(EDGE) if behind else ""
    return rest if 1 < len(rest) <= LONGEST_NAME and not PROSE.search(rest) else ""


def _above(draft: Draft, article: Article, dated: set[int], fields: Counter[str]) -> str:
    """Return the line over a record that names what it is about, from the last one up."""
    for index in range(draft.sentence - 1, max(-1, draft.sentence - 1 - ROWS), -1):
        sentence = article.sentences[index]
        if sentence.role == "body" or (index in dated and sentence.role == "row"):
            return ""
        if _may_own(sentence, fields):
            return sentence.text.strip(EDGE)
    return ""


def _may_own(sentence: Sentence, fields: Counter[str]) -> bool:
    """Return whether a line can be the name of what its record tells of."""
    view, field = sentence.view.strip(EDGE), FIELD.match(sentence.view)
    recurs = field is not None and fields[field[1]] > 1
    if not 1 < len(view) <= LONGEST_NAME or recurs or PROSE.search(view):
        return False
    name = lower(view)
    return not words_pattern("listing").search(name) and not words_pattern("label").fullmatch(name)


def _join(owner: str, label: str) -> str:
    return f"{owner}: {label}" if is_latin(owner) or is_latin(label) else f"{owner}{label}"
