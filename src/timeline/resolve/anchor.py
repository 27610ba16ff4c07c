"""Stamps, caller and text → when an article was published, and its zone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import time

from timeline.errors import ResolveError
from timeline.lexicon.zones import zone_rules
from timeline.model import Article, ArticleInfo, Issue, Precision, PublishedBasis
from timeline.model.expression import TimeExpression
from timeline.resolve.context import Context
from timeline.resolve.offset import to_local
from timeline.resolve.place import place

Expressions = Sequence[Sequence[TimeExpression]]

Printed = tuple[TimeExpression, str]
"""An expression of a stamp, and the stamp."""

TRUST: tuple[PublishedBasis, ...] = ("header", "caller", "dateline", "metadata", "filename")
"""Order of trust; a later change of the page stands in for nothing but a missing stamp."""
YEAR_DIGITS = 4
"""Length of a year that heads a name: 2026影像周."""
MIDNIGHT = time()
"""What pages print where they do not know the hour."""
EVENT_NAME, FULL_DATE, TITLE, OTHER = 4, 3, 2, 1
"""Votes of a year at the head of an event's own name, which outdoes one full date of its history; of a full date, of a
year in the title of a work, and of any other year."""


def resolve_published(
    articles: Sequence[Article],
    stamps: Sequence[Expressions],
    bodies: Sequence[Expressions],
    *,
    published: str | None = None,
    timezone: str | None = None,
) -> tuple[tuple[Article, ...], tuple[Issue, ...]]:
    """Return the articles of one document with their publication day and zone.

    Trust goes header, caller, dateline, metadata, filename, vote. A stamp without a year takes it from the next
    trusted one that has it. The vote of the whole document yields a year only.

    Args:
        articles: The articles of one document.
        stamps: For each article, for each of its stamps, the expressions found in it.
        bodies: For each article, for each of its sentences, the expressions found in it.
        published: ISO day or minute given by the caller.
        timezone: Zone of publishers whose text does not tell it.
    """
    year = vote(bodies)
    issues: list[Issue] = []
    dated = []
    for article, found in zip(articles, stamps, strict=True):
        zone = zone_of(article, timezone)
        stated, basis = _published(article, found, published, year, zone)
        if stated is None:
            message = "no publication date in header, dateline or text; give one"
            info = article.info
            issues.append(
                Issue(code="no-published", message=message, source=info.source, start=info.start, end=info.end)
            )
        update = {"published": stated, "published_basis": basis, "zone": zone}
        dated.append(article.model_copy(update={"info": article.info.model_copy(update=update)}))
    return tuple(dated), tuple(issues)


def _published(
    article: Article, found: Expressions, caller: str | None, year: int | None, zone: str | None
) -> tuple[str | None, PublishedBasis | None]:
    """Return the publication as stated by the most trusted stamp, and which that was."""
    stated: dict[str, list[Printed]] = {}
    for stamp, expressions in zip(article.stamps, found, strict=True):
        stated.setdefault(stamp.kind, []).extend((expression, stamp.text) for expression in expressions)
    years = [int(caller[:4])] if caller else []
    years += [e.first.year for kind in (*TRUST, "update") for e, _ in stated.get(kind, ()) if e.first.year]
    known = years[0] if years else year
    for basis in TRUST:
        if basis == "caller":
            if caller:
                return caller, "caller"
            continue
        value = _best(stated.get(basis, ()), known if basis in ("header", "dateline") else None, zone)
        if value:
            return value, basis if years else "inferred"
    value = _best(stated.get("update", ()), None, zone)
    if value:
        return value, "metadata"
    return (str(year), "vote") if year else (None, None)


def _best(expressions: Sequence[Printed], year: int | None, zone: str | None) -> str | None:
    """Return the first day stated, its year completed, with its time of day where one expression has it."""
    values = [value for value in (_iso(expression, text, year, zone) for expression, text in expressions) if value]
    first = values[0] if values else None
    return next((value for value in values if first and len(value) > 10 and value[:10] == first[:10]), first)


def _iso(expression: TimeExpression, text: str, year: int | None, zone: str | None) -> str | None:
    """Return the moment that a stamp states, in the publisher's local time."""
    fields = expression.first
    if fields.year is None and year is not None:
        fields = fields._replace(year=year)
    if not (fields.year and fields.month and fields.day) or fields.lunar:
        return None
    try:
        placed = place(fields, Context())
    except ResolveError:
        return None
    timed = placed.precision.rank >= Precision.HOUR.rank and placed.start.time() != MIDNIGHT
    moment = to_local(placed.start, text, zone) if timed else placed.start
    return moment.isoformat(timespec="minutes") if moment.time() != MIDNIGHT else moment.date().isoformat()


def vote(bodies: Sequence[Expressions]) -> int | None:
    """Return the year most likely that of publication: the one most stated, the later one of equals.

    Years inside ranges, plan periods, decades, and those before the last tenth of a century do not count.
    """
    votes: Counter[int] = Counter()
    for expression in (expression for body in bodies for sentence in body for expression in sentence):
        for year, weight in _votes(expression):
            votes[year] += weight
    if not votes:
        return None
    return max(votes, key=lambda year: (votes[year], year))


def _votes(expression: TimeExpression) -> Iterator[tuple[int, int]]:
    first = expression.first
    if (
        first.year is None
        or first.years > 1
        or expression.period
        or expression.quantity
        or not 1990 <= first.year <= 2100
    ):
        return
    if first.month and first.day:
        yield first.year, FULL_DATE
    elif expression.last is None and expression.mod is None:
        named = expression.in_title and expression.end - expression.start == YEAR_DIGITS
        yield first.year, EVENT_NAME if named else TITLE if expression.in_title else OTHER


def zone_of(article: Article, timezone: str | None) -> str | None:
    """Return the zone of the article's publisher.

    Simplified script means mainland China; traditional script Hong Kong, Macao or Taiwan by the words it uses.
    """
    info = article.info
    if info.language == "zh-Hans":
        return "Asia/Shanghai"
    if info.language == "zh-Hant":
        text = _lower(info) + "".join(sentence.view.lower() for sentence in article.sentences)
        counts = {rule.zone: sum(text.count(form) for form in rule.forms) for rule in zone_rules()}
        best = max(counts, key=lambda zone: counts[zone])
        if counts[best]:
            return best
    return timezone


def _lower(info: ArticleInfo) -> str:
    return f"{info.publisher or ''} {info.title or ''} ".lower()
