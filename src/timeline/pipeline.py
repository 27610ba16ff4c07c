"""The way of the data: the one module that knows the order of all steps (`tagger` that of the first ones)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from timeline.extract import extract_events
from timeline.find import find_expressions, find_in_article
from timeline.guard import guarded
from timeline.lexicon.vocabulary import load_vocabulary
from timeline.merge import merge_mentions
from timeline.model import (
    Article,
    ArticleInfo,
    EventMention,
    Issue,
    Options,
    RawDocument,
    Sentence,
    TimelineRecord,
    Verdict,
)
from timeline.model.expression import TimeExpression
from timeline.read import read_document, read_documents
from timeline.resolve import resolve_expressions, resolve_published, resolve_stated
from timeline.timeline import Timeline

CHUNK = 4
"""Documents sent to an executor at a time."""

Input = str | Path | bytes
OnVerdict = Callable[[Article, Verdict], None]
T = TypeVar("T")


class Yield(NamedTuple):
    """What one article gives."""

    article: Article
    """The article, dated; without its text where it came from another process."""
    events: tuple[EventMention, ...]
    """Reports of happenings in it."""
    verdicts: tuple[Verdict, ...]
    """What became of each date; empty where nobody asked."""
    issues: tuple[Issue, ...]
    """Doubts met in it."""


class Articles:
    """The articles of some inputs: read when iterated, anew each time.

    `issues` holds the doubts of the last complete or running iteration.
    """

    def __init__(self, inputs: Iterable[Input], options: Options) -> None:
        self._inputs = tuple(inputs)
        self.options = options
        self.issues: tuple[Issue, ...] = ()

    def __iter__(self) -> Iterator[Article]:
        """Yield the articles, each with its publication day."""
        for document in self.documents():
            dated = guarded(document.source, date_articles, document, self.options)
            if isinstance(dated, Issue):
                self.issues += (dated,)
            else:
                self.issues += dated[2]
                yield from dated[0]

    def documents(self) -> Iterator[RawDocument]:
        """Yield the inputs decoded; an input that cannot be read becomes an issue."""
        self.issues = ()
        for document in read_documents(self._inputs, self.options):
            if isinstance(document, Issue):
                self.issues += (document,)
            else:
                yield document


def read_articles(inputs: Input | Iterable[Input], *, options: Options | None = None) -> Articles:
    """Return the articles of files, folders, globs or bytes, lazily.

    Args:
        inputs: One or several: a path, a folder, a glob, `-` for standard input, or bytes.
        options: `published` and `timezone` for articles that do not tell them; `fields` and `limits` for the readers.
    """
    single = isinstance(inputs, (str, Path, bytes))
    return Articles([inputs] if single else inputs, options or Options())  # type: ignore[list-item, arg-type]


def build_timeline(
    articles: Iterable[Article],
    *,
    name: str = "",
    options: Options | None = None,
    executor: Executor | None = None,
    progress: Callable[[int], None] | None = None,
    on_verdict: OnVerdict | None = None,
) -> Timeline:
    """Return the events of the articles, merged and in order of time.

    The order of the articles never matters; identical ones count once.

    Args:
        articles: What `read_articles` gives, or any articles with their publication day.
        name: Name of the timeline, shown by calendars.
        options: Settings; those of `read_articles` where None.
        executor: Where documents are worked on; here and now where None.
        progress: Called with the number of articles done.
        on_verdict: Called with each date and what became of it (`build --explain`).
    Raises:
        LexiconError: A user's rule file is wrong.
    """
    chosen = options or (articles.options if isinstance(articles, Articles) else Options())
    load_vocabulary(chosen.lexicons)
    infos: dict[str, list[ArticleInfo]] = {}
    mentions: list[EventMention] = []
    issues: list[Issue] = []
    done = 0
    for result in _work(articles, chosen, executor, on_verdict is not None):
        if isinstance(result, Issue):
            issues.append(result)
            continue
        same = infos.setdefault(result.article.id, [])
        mentions += () if same else result.events
        same.append(result.article.info)
        issues += result.issues
        for verdict in result.verdicts if on_verdict else ():
            on_verdict(result.article, verdict)  # type: ignore[misc]
        done += 1
        if progress:
            progress(done)
    if isinstance(articles, Articles):
        issues += articles.issues
    known = [_join(infos[id]) for id in sorted(infos)]
    merged = merge_mentions(mentions, known, min_confidence=chosen.min_confidence, now=chosen.now)
    return Timeline(
        TimelineRecord(
            name=name,
            articles=tuple(known),
            events=merged.events,
            candidates=merged.candidates,
            issues=(*issues, *merged.issues),
        )
    )


def date_articles(
    document: RawDocument, options: Options
) -> tuple[tuple[Article, ...], list[list[tuple[TimeExpression, ...]]], tuple[Issue, ...]]:
    """Return the articles of a document with their publication day, the expressions of their sentences, and issues."""
    articles = read_document(document, options.limits.characters_per_clause)
    stamps = [[find_expressions(_as_sentence(stamp.text)) for stamp in article.stamps] for article in articles]
    bodies = [find_in_article(article.sentences) for article in articles]
    dated, issues = resolve_published(articles, stamps, bodies, published=options.published, timezone=options.timezone)
    return dated, bodies, issues


def process_document(document: RawDocument, options: Options, explain: bool = False) -> list[Yield | Issue]:
    """Return what the articles of one document give, with its issues; the unit of work of an executor."""
    dated = guarded(document.source, date_articles, document, options)
    if isinstance(dated, Issue):
        return [dated]
    articles, bodies, issues = dated
    work = zip(articles, bodies, strict=True)
    return [*issues, *(_process(article, options, explain, body) for article, body in work)]


def process_article(
    article: Article,
    options: Options,
    explain: bool = False,
    expressions: Sequence[tuple[TimeExpression, ...]] | None = None,
) -> Yield:
    """Return what one dated article gives."""
    found = expressions or find_in_article(article.sentences)
    article = resolve_stated(article)
    mentions, issues = resolve_expressions(article.sentences, found, article.info)
    extraction = extract_events(article, mentions, lexicons=options.lexicons)
    shown = article if explain else article.model_copy(update={"text": "", "sentences": ()})
    return Yield(shown, extraction.events, extraction.verdicts if explain else (), issues + extraction.issues)


def _work(
    articles: Iterable[Article], options: Options, executor: Executor | None, explain: bool
) -> Iterator[Yield | Issue]:
    """Yield what each article gives, in order of input."""
    if isinstance(articles, Articles):
        work = partial(_process_documents, options=options, explain=explain)
        chunks: Iterator[Sequence[RawDocument]] = _chunks(articles.documents())
        yield from _spread(work, chunks, executor)
    else:
        each = partial(_process_articles, options=options, explain=explain)
        yield from _spread(each, _chunks(articles), executor)


def _process_documents(documents: Sequence[RawDocument], options: Options, explain: bool) -> list[Yield | Issue]:
    return [result for document in documents for result in process_document(document, options, explain)]


def _process_articles(articles: Sequence[Article], options: Options, explain: bool) -> list[Yield | Issue]:
    return [_process(article, options, explain) for article in articles]


def _process(
    article: Article,
    options: Options,
    explain: bool,
    expressions: Sequence[tuple[TimeExpression, ...]] | None = None,
) -> Yield | Issue:
    return guarded(article.info.source, process_article, article, options, explain, expressions)


def _spread(
    work: Callable[[Sequence[T]], list[Yield | Issue]], chunks: Iterator[Sequence[T]], executor: Executor | None
) -> Iterator[Yield | Issue]:
    """Yield the results of the chunks in order; with an executor a bounded number of them is under way."""
    if executor is None:
        for chunk in chunks:
            yield from work(chunk)
        return
    pending = [executor.submit(work, chunk) for chunk in islice(chunks, 64)]
    while pending:
        yield from pending.pop(0).result()
        pending += [executor.submit(work, chunk) for chunk in islice(chunks, 1)]


def _chunks(items: Iterable[T]) -> Iterator[Sequence[T]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk


def _join(same: Sequence[ArticleInfo]) -> ArticleInfo:
    """Return the record of identical articles: the source first in order, the others as copies."""
    first = min(same, key=lambda info: (info.source, info.start))
    others = {info.source for info in same} - {first.source}
    return first.model_copy(update={"copies": tuple(sorted(others))})


def _as_sentence(stamp: str) -> Sentence:
    return Sentence(text=stamp, view=stamp, segments=((0, 0),), role="stamp")
