"""Rows of a table whose date stands in the row above, in a cell that reaches over both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.extract.clauses import Range, Scope, split_clauses
from timeline.extract.words import Words
from timeline.model import Article, Precision, Span, TimeMention


def find_spanned(
    article: Article, mentions: Sequence[TimeMention], columns: Mapping[int, Mapping[str, Range]]
) -> Iterator[tuple[int, TimeMention]]:
    """Yield each row that names something beside an empty cell for its date, with the date of the row above."""
    dated: dict[int, TimeMention] = {}
    for mention in mentions:
        if mention.when is not None and mention.when.precision.rank >= Precision.DAY.rank:
            dated.setdefault(mention.sentence, mention)
    said = {mention.sentence for mention in mentions}
    above: tuple[int, TimeMention] | None = None
    for index in sorted(columns):
        cells = columns[index]
        if index in dated:
            above = index, dated[index]
        elif above is None or above[0] != index - 1 or index in said:
            above = None
        elif _is_spanned(article, index, cells):
            above = index, above[1]
            yield above
        else:
            above = None


def scope_spanned(words: Words, index: int, mention: TimeMention) -> Scope:
    """Return the scope of a date that stands in the row above: the whole row."""
    when = mention.when.model_copy(update={"basis": "inherited"}) if mention.when else None
    taken = {"sentence": index, "local": Span(start=0, end=0), "when": when}
    return Scope(mention.model_copy(update=taken), Range(0, 0), tuple(split_clauses(words.sentence)), 0)


def _is_spanned(article: Article, index: int, cells: Mapping[str, Range]) -> bool:
    """Return whether a row has a name and an empty cell for its date."""
    view = article.sentences[index].view
    date, name = cells.get("date"), cells.get("name")
    return date is not None and name is not None and not date.cut(view).strip() and bool(name.cut(view).strip())
