"""What a page says about its article beside the text: title, publisher, address, moments.

Each is read from the first source that has it, never guessed. The moment of publication: schema.org article, then
`<meta>` in the order of the lexicon, then a `<time>` under the headline. What the page prints itself is not among
them; it is read with the text, and trusted before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from timeline.lexicon.layout import layout_pattern
from timeline.lexicon.page import FieldRole, page_fields
from timeline.lexicon.script import fold
from timeline.model import Metadata
from timeline.read.moments import DATE
from timeline.read.web.structured import Node, text_of, types
from timeline.read.web.tables import cell_text
from timeline.read.web.tree import Element

ARTICLES = frozenset((
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle",
    "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle",
    "SatiricalArticle", "TechArticle", "ScholarlyArticle", "Report", "BlogPosting", "LiveBlogPosting",
    "SocialMediaPosting", "DiscussionForumPosting",
))  # fmt: skip
"""Types of schema.org that are an article."""


def read_metadata(root: Element, nodes: Sequence[Node], head: Sequence[Element], url: str | None = None) -> Metadata:
    """Return what a page says about its article.

    Args:
        nodes: Its nodes of schema.org.
        head: The blocks that hold headline and masthead.
        url: Its address where that is known already.
    """
    metas = _read_metas(root)
    url = _address(url) or _find_address(root, metas)
    node = _find_article(nodes, url, root)
    return Metadata(
        title=_find_title(root, node, metas),
        publisher=_label().sub(
            "", _first([*_all(metas, "origin"), text_of(node, "publisher"), *_all(metas, "publisher")])
        )
        or None,
        url=url or _address(text_of(node, "url", "mainEntityOfPage")),
        published=_moment([text_of(node, "datePublished"), *_all(metas, "published"), *_read_times(head)]),
        updated=_moment([text_of(node, "dateModified"), *_all(metas, "updated")]),
    )


def is_article(root: Element, nodes: Sequence[Node]) -> bool:
    """Return whether a page says that it is one article."""
    kind = (_read_metas(root).get("og:type") or "").lower()
    return kind in ("article", "news", "newsarticle") or sum(bool(types(node) & ARTICLES) for node in nodes) == 1


def _read_metas(root: Element) -> dict[str, str]:
    """Return name in lower case → content of `<meta>`; the first of each name."""
    metas: dict[str, str] = {}
    for meta in root.iterdescendants("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _find_article(nodes: Sequence[Node], url: str | None, root: Element) -> Node:
    """Return the node that describes the article: the only one, or the one with its address or headline."""
    articles = [node for node in nodes if types(node) & ARTICLES]
    if len(articles) > 1:
        heads = {_bare(cell_text(head)) for head in root.iterdescendants("h1")}
        articles = [
            node
            for node in articles
            if (url and text_of(node, "url", "mainEntityOfPage", "@id") == url)
            or _bare(text_of(node, "headline", "name") or "") in heads
        ][:1]
    return articles[0] if articles else {}


def _find_title(root: Element, node: Node, metas: dict[str, str]) -> str | None:
    """Return the headline: what the page shows as such, else what it says without the name of the site."""
    heads = [text for text in (cell_text(head) for head in root.iterdescendants("h1")) if text]
    stated = [text for text in (text_of(node, "headline", "name"), *_all(metas, "title")) if text]
    title = root.find(".//title")
    shown = cell_text(title) if title is not None else ""
    for head in heads:
        if len(heads) == 1 or _bare(head) in map(_bare, stated) or (shown and _bare(shown).startswith(_bare(head))):
            return head
    if stated:
        return stated[0]
    parts = _separator().split(shown)
    return parts[0] if len(parts) > 1 and len(parts[0]) >= 6 else shown or None


def _find_address(root: Element, metas: dict[str, str]) -> str | None:
    """Return the address that a page gives as its own."""
    for link in root.iterdescendants("link"):
        if (link.get("rel") or "").lower() == "canonical" and (address := _address(link.get("href"))):
            return address
    return _address(metas.get("og:url"))


def _address(value: str | None) -> str | None:
    value = (value or "").strip()
    return value if value.startswith(("http://", "https://")) and not value.split(maxsplit=1)[1:] else None


def _read_times(head: Iterable[Element]) -> list[str]:
    """Return the moment of `<time>` under the headline: that of publication, else the only day there is."""
    times = [time for block in head for time in block.iter("time") if time.get("datetime")]
    stated = [time.get("datetime") for time in times if _is_publication(time)]
    others = [time.get("datetime") for time in times if not _change().search(time.get("class") or "")]
    return stated[:1] or (others[:1] if len({value[:10] for value in others}) == 1 else [])


def _is_publication(time: Element) -> bool:
    names = f"{time.get('class', '')} {time.get('itemprop', '')}"
    return time.get("pubdate") is not None or bool(_publication().search(names))


def _moment(stated: Iterable[str | None]) -> str | None:
    """Return the first full date; that of an empty field of a database is none."""
    for value in stated:
        value = _compact().sub(r"\1-\2-\3", value.strip()) if value else ""
        if value and len(value) <= 80 and _date().search(fold(value)) and not value.startswith(("1970-01-01", "1900-")):
            return value
    return None


def _first(stated: Iterable[str | None]) -> str:
    return next(filter(None, stated), "")


def _all(metas: dict[str, str], role: FieldRole) -> list[str]:
    return [metas[name] for name in page_fields(role) if name in metas]


def _bare(text: str) -> str:
    return "".join(fold(text).split())


@cache
def _date() -> re.Pattern[str]:
    return re.compile(DATE)


@cache
def _label() -> re.Pattern[str]:
    """A label that some pages put into the field, too: 来源：江城日报."""
    return re.compile(rf"^(?:{layout_pattern('publisher')})\s?[:：]\s?", re.IGNORECASE)


@cache
def _compact() -> re.Pattern[str]:
    """A date without signs: 20260520, perhaps with a time behind it."""
    return re.compile(r"^((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?:[0-9]{4,6}$|(?![0-9]))")


@cache
def _publication() -> re.Pattern[str]:
    return re.compile(r"publish|pubdate|entry-date|post-date", re.IGNORECASE)


@cache
def _change() -> re.Pattern[str]:
    return re.compile(r"updat|modif", re.IGNORECASE)


@cache
def _separator() -> re.Pattern[str]:
    """What stands between a headline and the name of the site."""
    return re.compile(r"\s{0,3}[_|–—]{1,3}\s{0,3}|\s-{1,2}\s")
