"""A document → its articles."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache

from timeline.lexicon.script import fold
from timeline.model import Article, ArticleInfo, Metadata, RawDocument, Sentence, Span, Stamp
from timeline.model.article import StampKind
from timeline.read.blocks import Block, read_blocks
from timeline.read.cells import join_cells
from timeline.read.event_page import find_begin, state_event
from timeline.read.fields import ADDRESS, PUBLISHED, PUBLISHER, TITLE, UPDATED
from timeline.read.frontmatter import FrontMatter, read_front_matter
from timeline.read.furniture import find_furniture
from timeline.read.items import split_items
from timeline.read.labels import join_labels
from timeline.read.language import guess_language
from timeline.read.mapped import Mapped
from timeline.read.markup import strip_markup
from timeline.read.roles import Page, assign_roles
from timeline.read.run_on import split_run_on
from timeline.read.sentences import LONGEST, split_sentences

Dropped = list[tuple[Span, str]]


def read_document(document: RawDocument, longest: int = LONGEST) -> tuple[Article, ...]:
    """Return the articles of a document, in order; a document without any word has none.

    Args:
        longest: Characters of a sentence; longer ones are cut.
    """
    extracted = document.kind == "extracted"
    matter = None if extracted else read_front_matter(document.text)
    whole = Mapped.whole(document.text)
    text, hidden = (whole, []) if extracted else strip_markup(document.text, matter.end if matter else 0)
    prose = min((event.span.start for event in document.stated), default=len(text.text))
    blocks = read_blocks(text.slice(0, prose) if document.stated else text, spaced=extracted)
    dropped: Dropped = [(Span(start=start, end=end), reason) for start, end, reason in hidden]
    if matter:
        dropped.insert(0, (Span(start=0, end=matter.end), "front-matter"))
    kept: list[Block] = []
    done = 0
    for first, stop, reason in find_furniture(blocks):
        kept += blocks[done:first]
        dropped.append((Span(start=blocks[first].start, end=blocks[stop - 1].end), reason))
        done = stop
    kept = split_run_on(join_labels(join_cells([*kept, *blocks[done:]])))
    items = split_items(kept)
    articles = [
        _make_article(document, kept[first:stop], span, matter if not first else None, dropped, longest)
        for (first, stop), span in zip(items, _spans(document.text, kept, items), strict=True)
        if stop > first or matter or document.stated
    ]
    if articles and document.left_out:
        articles[0] = articles[0].model_copy(update={"left_out": document.left_out})
    return tuple(_with_page_date(article, articles[0]) for article in articles)


def _spans(text: str, blocks: Sequence[Block], items: Sequence[tuple[int, int]]) -> list[Span]:
    """Return the span of each article: up to the next one, or to its own end where they stand side by side."""
    own = [blocks[first:stop] for first, stop in items]
    first = min(block.start for block in own[0]) if len(items) > 1 and items[0][0] else 0
    starts = [first, *(min(block.start for block in one) for one in own[1:])]
    ends = [max(start, *(block.end for block in one)) for start, one in zip(starts[1:], own, strict=False)]
    return [Span(start=start, end=end) for start, end in zip(starts, [*ends, len(text)], strict=True)]


def _with_page_date(article: Article, first: Article) -> Article:
    """Return an article of a page, with the date of the page's head where it has none of its own."""
    if any(stamp.kind == "header" for stamp in article.stamps):
        return article
    head = tuple(stamp for stamp in first.stamps if stamp.kind == "header")
    return article.model_copy(update={"stamps": head + article.stamps}) if head else article


def read_string(text: str) -> Article:
    """Return a text as one article, every word of it body: for callers who know what they have.

    Nothing is split off, left out or taken for a header; line breaks that a typesetter made are joined.
    """
    sentences = _sentences(read_blocks(Mapped.whole(text)))
    info = ArticleInfo.trusted(id=article_id(text), source="", start=0, end=len(text), language=guess_language(text))
    return Article.trusted(info=info, text=text, sentences=sentences)


def article_id(text: str) -> str:
    """Return the id of an article: the first 24 hexadecimal digits of the SHA-256 of its text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _make_article(
    document: RawDocument,
    blocks: Sequence[Block],
    span: Span,
    matter: FrontMatter | None,
    dropped: Dropped,
    longest: int,
) -> Article:
    """Return the article made of some blocks of a document."""
    text = span.slice(document.text)
    page = assign_roles(blocks)
    if matter:
        _apply_front_matter(document.text, matter, page)
    if not span.start:
        _apply_title(document.metadata.title, page)
    stamps = [*page.stamps, *_metadata_stamps(document.metadata), *_name_stamp(document.source)]
    info = ArticleInfo(
        id=article_id(text),
        source=document.source,
        start=span.start,
        end=span.end,
        title=page.title,
        publisher=page.publisher or document.metadata.publisher,
        url=document.metadata.url or _address(document.text, matter),
        language=guess_language(" ".join(block.text.text for block in page.blocks)),
    )
    mine = [(place, reason) for place, reason in dropped if span.start <= place.start < span.end]
    return Article(
        info=info,
        text=text,
        stated=(
            *(state_event(document.text, matter) if matter else ()),
            *(event for event in document.stated if span.start <= event.span.start < span.end),
        ),
        sentences=_sentences(page.blocks, longest),
        stamps=tuple(stamps),
        dropped=tuple(sorted([*mine, *page.dropped], key=lambda drop: (drop[0].start, drop[0].end))),
    )


def _sentences(blocks: Iterable[Block], longest: int = LONGEST) -> tuple[Sentence, ...]:
    """Return the sentences of blocks; rows in a row share their paragraph."""
    sentences: list[Sentence] = []
    paragraph, before = -1, ""
    for block in blocks:
        if block.role != "row" or before != "row":
            paragraph += 1
        before = block.role
        sentences += split_sentences(
            block.text, block.view, paragraph=paragraph, role=block.role, level=block.level, longest=longest
        )
    return tuple(sentences)


def _apply_front_matter(text: str, matter: FrontMatter, page: Page) -> None:
    """Put the title, the dates and the publisher of the front matter into a page."""
    begin = find_begin(matter)
    for names, kind in ((PUBLISHED, "metadata"), (UPDATED, "update")):
        place = next((place for name in names if (place := matter.find((name,))) and place != begin), None)
        if place:
            span = Span(start=place[0], end=place[1])
            page.stamps.append(Stamp(kind=kind, text=fold(span.slice(text)), span=span))
    publisher = matter.find(PUBLISHER)
    if publisher and not page.publisher:
        page.publisher = text[slice(*publisher)]
    title = matter.find(TITLE)
    if title:
        _put_title(Mapped.whole(text).slice(*title), page)


def _metadata_stamps(metadata: Metadata) -> list[Stamp]:
    """Return the dates that the file states outside the text."""
    stated: tuple[tuple[StampKind, str | None], ...] = (
        ("metadata", metadata.published),
        ("update", metadata.updated),
    )
    return [Stamp(kind=kind, text=fold(text)) for kind, text in stated if text]


def _put_title(title: Mapped, page: Page) -> None:
    """Make the title of the front matter the first sentence; what repeats it on the page is a title, too."""
    _apply_title(title.text, page)
    block = Block(text=title, view=fold(title.text), gap=0, role="title")
    page.blocks.insert(0, block)


def _apply_title(title: str | None, page: Page) -> None:
    """Give a page the title that is known; where it stands on the page it is the title, and nothing else is."""
    if not title:
        return
    page.title = " ".join(title.split())
    wanted = "".join(fold(title).split())
    for block in page.blocks:
        if block.role == "title":
            block.role, block.level = "heading", block.level or 1
        if "".join(block.view.split()) == wanted:
            block.role, block.level = "title", 0


def _address(text: str, matter: FrontMatter | None) -> str | None:
    """Return the address in the front matter."""
    place = matter.find(ADDRESS) if matter else None
    address = text[slice(*place)] if place else ""
    return address if address.startswith(("http://", "https://")) else None


def _name_stamp(source: str) -> list[Stamp]:
    """Return the date in a file's name as a stamp."""
    match = _dated_name().search(source.rpartition("/")[2])
    return [Stamp(kind="filename", text=match.group())] if match else []


@cache
def _dated_name() -> re.Pattern[str]:
    return re.compile(
        r"(?<![0-9])(?:19|20)[0-9]{2}(?P<sign>[-_.]?)(?:0[1-9]|1[0-2])(?P=sign)(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"
    )
