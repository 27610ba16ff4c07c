"""One sentence of an article, cleaned, with the way back to the raw document."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from timeline.model.base import Model
from timeline.model.span import Span

Role = Literal["body", "title", "heading", "row", "caption", "stamp"]
"""What a sentence is on the page.

`body` running prose; `title` the article's headline (or its repetition); `heading` a heading inside the article;
`row` a list item, table row or line of a schedule; `caption` a picture's caption; `stamp` a header, dateline, byline,
front matter or footer line, which may give an anchor but never an event.
"""


class Sentence(Model):
    """A sentence (or row, or heading) with three aligned texts.

    `text` and `view` have the same length: position i of one is position i of the other. Matching is done on `view`,
    everything shown is cut from `text`, every offset that leaves the library is `raw(i)`.
    """

    text: str
    """The sentence cleaned for reading: soft wraps joined, spaces inside Chinese and numbers taken out."""
    view: str
    """`text` folded for matching, code point by code point: full width to half width (letters, digits,
    punctuation `，。：；！？（）` to ASCII where a single ASCII twin exists), traditional to simplified script, special
    spaces to a space."""
    segments: tuple[tuple[int, int], ...]
    """Offset map: (position in `text`, position in the raw document), ascending, the first at position 0; between two
    entries positions advance together."""
    paragraph: int = 0
    """Index of the paragraph in the article, from 0; rows of one list and table cells of one row share their block."""
    role: Role = "body"
    """What the sentence is on the page."""
    level: int = 0
    """For a heading its depth from 1; for others 0."""

    def raw(self, position: int) -> int:
        """Return where the character at `position` of `text` stands in the raw document."""
        index = bisect_right(self.segments, (position, 1 << 62)) - 1
        clean, raw = self.segments[index]
        return raw + position - clean

    def raw_span(self, start: int, end: int) -> Span:
        """Return the raw range of the characters [start, end) of `text`; empty ranges stay empty."""
        first = self.raw(start)
        return Span.trusted(start=first, end=self.raw(end - 1) + 1 if end > start else first)

    @property
    def span(self) -> Span:
        """The whole sentence in the raw document."""
        return self.raw_span(0, len(self.text))
