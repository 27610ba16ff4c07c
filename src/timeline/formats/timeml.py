"""TimeML 1.2.1: the text of an article with its time expressions marked as TIMEX3.

The document creation time is the publication. A range, for which TIMEX3 has no value, is a DURATION with beginPoint and
endPoint, which follow it as empty tags. An open time has the one point that is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from timeline.model import Article, TimeMention

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold."""


def to_timeml(article: Article, mentions: Iterable[TimeMention]) -> str:
    """Return one TimeML element; of overlapping mentions the first is marked."""
    parts, position = [], 0
    numbers = iter(range(1, 1 << 62))
    for mention in sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end)):
        start, end = mention.span.start - article.info.start, mention.span.end - article.info.start
        if start >= position:
            parts += [_text(article.text[position:start]), *_tags(mention, article.text[start:end], numbers)]
            position = end
    parts.append(_text(article.text[position:]))
    head = f"<DOCID>{_text(article.id)}</DOCID>\n<DCT>{_creation(article)}</DCT>\n"
    return f"<TimeML>\n{head}<TEXT>{''.join(parts)}</TEXT>\n</TimeML>\n"


def _creation(article: Article) -> str:
    published = article.info.published
    if not published:
        return ""
    type = "TIME" if "T" in published else "DATE"
    extra = {"temporalFunction": "false", "functionInDocument": "CREATION_TIME"}
    return _tag({"tid": "t0", "type": type, "value": published, **extra}, published)


def _tags(mention: TimeMention, text: str, numbers: Iterator[int]) -> Iterator[str]:
    """Yield the tag of a mention and, for a range, those of its two points."""
    attributes = {"tid": f"t{next(numbers)}", "type": mention.timex.type, "value": mention.timex.value}
    if mention.timex.mod in ("START", "MID", "END", "APPROX", "BEFORE", "AFTER"):
        attributes["mod"] = mention.timex.mod
    first, stroke, last = mention.timex.value.partition("/")
    if not stroke:
        yield _tag(attributes, text)
        return
    begin, end = f"t{next(numbers)}", f"t{next(numbers)}"
    attributes |= {"type": "DURATION", "value": _length(first, last), "beginPoint": begin, "endPoint": end}
    yield _tag(attributes, text)
    for name, value in ((begin, first), (end, last)):
        yield _tag({"tid": name, "type": "TIME" if "T" in value else "DATE", "value": value}, "")


def _length(first: str, last: str) -> str:
    """Return the length of a range, both ends included, where its units tell it."""
    if re.fullmatch("[0-9]{4}/[0-9]{4}", f"{first}/{last}"):
        return f"P{int(last) - int(first) + 1}Y"
    try:
        return f"P{(date.fromisoformat(last) - date.fromisoformat(first)).days + 1}D"
    except ValueError:
        return "PX"


def _tag(attributes: dict[str, str], text: str) -> str:
    inside = "".join(f" {name}={quoteattr(_legal(value))}" for name, value in attributes.items())
    return f"<TIMEX3{inside}>{_text(text)}</TIMEX3>" if text else f"<TIMEX3{inside}/>"


def _text(text: str) -> str:
    return escape(_legal(text))


def _legal(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)
