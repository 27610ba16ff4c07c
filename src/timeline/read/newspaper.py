"""Pages of lines → paragraphs → articles, told apart by their heads."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from statistics import median

from timeline.lexicon.script import fold
from timeline.model import RawDocument
from timeline.read.columns import HEAD, Column, Line, Page, body_size, read_columns
from timeline.read.dateline import read_dateline
from timeline.read.running_head import find_running_heads, read_paper

LONGEST_HEAD = 80
"""Characters of the longest headline."""

MAIN = 0.85
"""A head of at least this share of the largest head's size begins an article wherever it stands."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph, a headline or a row of a table."""

    lines: list[Line]
    head: bool
    page: int
    """Index of the page it begins on."""
    text: str = ""
    """Its lines joined, once all are there."""

    @property
    def size(self) -> float:
        return max(line.size for line in self.lines)


@dataclass(slots=True)
class Item:
    """One article: its heads and its text."""

    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def title(self) -> str | None:
        """The largest head."""
        heads = [paragraph for paragraph in self.paragraphs if paragraph.head]
        return max(heads, key=lambda head: round(head.size)).text if heads else None


def read_pages(pages: Sequence[Page], source: str) -> Iterator[RawDocument]:
    """Yield the articles of some pages; what they say of the paper is their metadata."""
    running = find_running_heads(pages)
    body = body_size([line for page in pages for line in page.lines])
    paragraphs: list[Paragraph] = []
    for number, (page, taken) in enumerate(zip(pages, running, strict=True)):
        kept = [line for line in page.lines if line not in taken]
        for column in read_columns(kept):
            _add_column(column, body, number, paragraphs)
    words = {word.lower() for page in pages for line in page.lines for word in _word().findall(line.text)}
    for paragraph in paragraphs:
        paragraph.text = "".join(_joined(paragraph.lines, words))
    papers = [read_paper(" ".join(line.text for line in taken)) for taken in running]
    items = _items(paragraphs, is_paper=any(paper.published for paper in papers))
    left_out = tuple((line.text, "running-head") for taken in running for line in taken)
    for number, item in enumerate(items, 1):
        yield RawDocument(
            source=f"{source}#{number}" if len(items) > 1 else source,
            text="\n\n".join(paragraph.text for paragraph in item.paragraphs),
            kind="extracted",
            metadata=papers[item.paragraphs[0].page].model_copy(update={"title": item.title}),
            left_out=left_out if number == 1 else (),
        )


def _add_column(column: Column, body: float, page: int, paragraphs: list[Paragraph]) -> None:
    """Add the paragraphs of a column to those before it; the first of its lines may go on with the last of them."""
    prose = [line for line in column if line.size < HEAD * body] or column
    left, right = min(line.left for line in prose), max(line.right for line in prose)
    leading = median([max(0.0, two.base - one.base) for one, two in pairwise(prose)] or [2 * body])
    before: Line | None = None
    for line in column:
        head = line.size >= HEAD * body and len(line.text) <= LONGEST_HEAD
        last = paragraphs[-1] if paragraphs else None
        begins = line.left > left + 0.8 * body and not head
        goes_on = last is not None and last.head == head and abs(last.lines[-1].size - line.size) < 0.15 * line.size
        if before is None:
            goes_on = goes_on and not begins and not head and not _ends(last)
        elif head:
            goes_on = goes_on and line.base - before.base < 2 * line.size
        else:
            goes_on = goes_on and not begins and line.base - before.base < 1.35 * leading
            goes_on = goes_on and not _is_last(before, line, right) and "\t" not in before.text + line.text
        if goes_on and last:
            last.lines.append(line)
        else:
            paragraphs.append(Paragraph([line], head, page))
        before = line


def _ends(paragraph: Paragraph | None) -> bool:
    """Return whether a paragraph ends with a sentence well before the end of its line."""
    if paragraph is None or len(paragraph.lines) < 2 or not _stop().search(paragraph.lines[-1].text):
        return False
    last, right = paragraph.lines[-1], max(line.right for line in paragraph.lines)
    return last.right < right - 2 * last.size


def _is_last(line: Line, following: Line, right: float) -> bool:
    """Return whether a line ends a paragraph: the first word of the next would have had room."""
    word = re.match(r"[!-~]+", following.text)
    need = (len(word.group()) * 0.6 + 0.5 if word else 2.0) * line.size
    return right - line.right > need and (not word or bool(_stop().search(line.text)))


def _joined(lines: Sequence[Line], words: Collection[str]) -> Iterator[str]:
    """Yield lines one after the other with what stands between them: nothing in Chinese, a blank in English.

    A hyphen at the end of a line goes where the word without it stands elsewhere on the pages.
    """
    for line, following in pairwise(lines):
        end, start = line.text[-1], following.text[0]
        if end in "-\u00ad" and start.islower():
            whole = line.text.rpartition(" ")[2][:-1] + re.split(r"[^A-Za-z]", following.text, maxsplit=1)[0]
            yield line.text[:-1] if end == "\u00ad" or whole.lower() in words else line.text
        elif end.isascii() and start.isascii() and (line.text.isascii() or not (end + start).isdigit()):
            yield f"{line.text} "
        else:
            yield line.text
    yield lines[-1].text


def _items(paragraphs: Iterable[Paragraph], *, is_paper: bool) -> list[Item]:
    """Return the articles that heads tell apart.

    Args:
        is_paper: Whether the pages have the head of a paper; otherwise a smaller head is one inside an article, unless
            the text below it begins as news does.
    """
    paragraphs = list(paragraphs)
    largest = max((paragraph.size for paragraph in paragraphs if paragraph.head), default=0.0)
    items: list[Item] = []
    for index, paragraph in enumerate(paragraphs):
        begins = paragraph.head and (not index or not paragraphs[index - 1].head)
        if begins and items:
            run = _head_run(paragraphs, index)
            following = paragraphs[index + len(run)] if index + len(run) < len(paragraphs) else None
            size = max(head.size for head in run)
            begins = is_paper or size >= MAIN * largest or bool(following and _begins_news(following.text))
        if begins or not items:
            items.append(Item())
        items[-1].paragraphs.append(paragraph)
    return items


def _head_run(paragraphs: Sequence[Paragraph], index: int) -> list[Paragraph]:
    """Return the heads that stand together from `index` on."""
    run = []
    for paragraph in paragraphs[index:]:
        if not paragraph.head:
            break
        run.append(paragraph)
    return run


def _begins_news(text: str) -> bool:
    """Return whether a paragraph begins with a dateline or a byline."""
    view = fold(text[:200])
    return read_dateline(view) is not None or bool(_byline().match(view))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z-])[A-Za-z]{4,40}(?![A-Za-z-])")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[。！？!?….：:；;][\"'”’」』）)]{0,3}$")


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(r"[【(\[]?本[报刊]|记者|通讯员|(?:By|BY) [A-Z]|文/")
