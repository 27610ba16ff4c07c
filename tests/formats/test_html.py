"""The page: readable, self-contained, and deaf to what it shows."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

from tests.hand_made import ARTICLE, make_event, sampler
from timeline.formats import html
from timeline.formats.options import WriteOptions
from timeline.model import Evidence, Organizer, Place
from timeline.timeline import Timeline

EVIL = (
    "\"><script>alert(1)</script><img src=x onerror=alert(1)>' javascript:alert(1) </title></style> \u202e\x1b[2J &amp;"
)


class Page(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.texts.append(data)


def page_of(line: Timeline) -> Page:
    """Return the parsed page."""
    return Page("".join(html.write(line.record, WriteOptions())))


def test_page() -> None:
    """The page lists all events under their months, with time, kind and the passages that state them."""
    page = page_of(sampler())
    assert sum(tag == "article" for tag, _ in page.tags) == 13
    assert [attributes["datetime"] for tag, attributes in page.tags if tag == "time"][:3] == [
        "2026",
        "2026-01",
        "2026-03",
    ]
    for text in ("Harbour", "13–17 March 2026", "2026年6月中旬", "It takes place.", "conference · cancelled"):
        assert text in page.texts
    months = [text for text in page.texts if text in ("2026", "2026-01", "2026-03", "2026-05", "2026-06", "2026-07")]
    assert list(dict.fromkeys(months)) == ["2026", "2026-01", "2026-03", "2026-05", "2026-06", "2026-07"]


def test_nothing_is_requested() -> None:
    """No tag loads anything, and the policy forbids it."""
    page = page_of(sampler())
    assert {tag for tag, _ in page.tags} & {"img", "link", "iframe", "object", "base", "form"} == set()
    assert all("src" not in attributes for _, attributes in page.tags)
    (policy,) = [
        attributes["content"]
        for _, attributes in page.tags
        if attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert (policy or "").startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize("field", ["title", "kind", "place", "organizers", "evidence", "name", "id", "article"])
def test_hostile_text_is_only_text(field: str) -> None:
    """Whatever stands in a field, the page has the tags of a harmless one, and no handler, script or odd link."""
    harmless, hostile = (page_of(_line(field, text)) for text in ("plain", EVIL))
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in harmless.tags]
    for _, attributes in hostile.tags:
        assert not any(name.startswith("on") for name in attributes)
        assert not (attributes.get("href") or "https:").startswith("javascript")


def _line(field: str, text: str) -> Timeline:
    changes: dict[str, dict[str, Any]] = {
        "title": {"title": text},
        "kind": {"kind": text},
        "place": {"place": Place(name=text)},
        "organizers": {"organizers": (Organizer(name=text),)},
        "evidence": {"evidence": (Evidence(article="a1", start=0, end=1, text=text),)},
        "id": {"id": text},
    }
    event = make_event("x", "2026-03-13").model_copy(update=changes.get(field, {}))
    article = ARTICLE.model_copy(update={"title": text, "publisher": text} if field == "article" else {})
    return Timeline.of([event], name=text if field == "name" else "News", articles=[article])


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example"])
def test_only_web_addresses_become_links(address: str) -> None:
    """Any other address is not a link."""
    article = ARTICLE.model_copy(update={"url": address})
    page = page_of(Timeline.of([make_event("x", "2026-03-13")], articles=[article]))
    assert [attributes for tag, attributes in page.tags if tag == "a"] == []


def test_empty() -> None:
    """An empty timeline is a page without events."""
    assert sum(tag == "article" for tag, _ in page_of(Timeline()).tags) == 0
