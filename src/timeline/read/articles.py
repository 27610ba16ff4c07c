"""A document → its articles."""

from __future__ import annotations

import hashlib

from timeline.model import Article, ArticleInfo, RawDocument, Sentence
from timeline.read.blocks import Block, read_blocks
from timeline.read.language import guess_language
from timeline.read.mapped import Mapped
from timeline.read.markup import strip_markup
from timeline.read.sentences import split_sentences


def read_document(document: RawDocument) -> tuple[Article, ...]:
    """Return the articles of a document, in order; a document without text has none."""
    text, _ = strip_markup(document.text)
    blocks = read_blocks(text)
    return (_make_article(document.text, document.source, blocks, 0, len(document.text)),)


def read_string(text: str) -> Article:
    """Return a text as one article, every word of it body: for callers who know what they have.

    Nothing is split off, left out or taken for a header; line breaks that a typesetter made are joined.
    """
    return _make_article(text, "", read_blocks(Mapped.whole(text)), 0, len(text))


def _make_article(raw: str, source: str, blocks: list[Block], start: int, end: int) -> Article:
    """Return the article made of blocks."""
    sentences: list[Sentence] = []
    for number, block in enumerate(blocks):
        sentences += split_sentences(block.text, paragraph=number)
    text = raw[start:end]
    info = ArticleInfo(
        id=article_id(text),
        source=source,
        start=start,
        end=end,
        language=guess_language(text),
    )
    return Article(info=info, text=text, sentences=tuple(sentences))


def article_id(text: str) -> str:
    """Return the id of an article: the first 24 hexadecimal digits of the SHA-256 of its text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
