"""One article, saved in every form that news comes in, gives the same events."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import NamedTuple

import pytest
from docx import Document

import timeline as tl
from tests.papers import FONTS, Box, Paper, Piece, break_lines, make_pdf
from tests.read.test_warc import make_warc

CASES = Path(__file__).parents[1] / "cases" / "same_events.toml"


class Story(NamedTuple):
    """An article as its fields."""

    language: str
    title: str
    publisher: str
    published: str
    paragraphs: tuple[str, ...]


STORIES = [
    Story(**{**story, "paragraphs": tuple(story["paragraphs"])})
    for story in tomllib.loads(CASES.read_text(encoding="utf-8"))["story"]
]


def as_text(story: Story) -> bytes:
    """Return it as a text with one paragraph a line."""
    return "\n".join((story.title, f"{story.publisher} {story.published}", "", *story.paragraphs)).encode()


def as_wrapped_text(story: Story) -> bytes:
    """Return it as a text broken into lines of a column."""
    font = FONTS[story.language]
    indent = "" if story.language == "en" else "　　"
    blocks = ["\n".join(break_lines(indent + text, font, 10, 380)) for text in story.paragraphs]
    return "\n\n".join((story.title, f"{story.publisher} {story.published}", *blocks)).encode()


def as_page(story: Story) -> bytes:
    """Return it as a web page with a menu, a footer and what the page says about itself."""
    title, paragraphs = escape(story.title), "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>"
        f"<meta property='og:site_name' content='{story.publisher}'>"
        f"<meta property='article:published_time' content='{story.published}T09:00:00+08:00'></head><body>"
        "<nav><a href='/'>Home</a> <a href='/n'>News</a></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article><footer>Contact</footer></body></html>"
    ).encode()


def as_saved_page(story: Story) -> bytes:
    """Return the page as a browser saves it whole."""
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "http://news.example/1"
    message.set_content(as_page(story).decode(), subtype="html", cte="quoted-printable")
    message.make_related()
    message.add_related(b"png", "image", "png")
    return message.as_bytes()


def as_feed(story: Story) -> bytes:
    """Return it as the item of a feed."""
    text = escape("".join(f"<p>{escape(text)}</p>" for text in story.paragraphs))
    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>{story.publisher}</title><entry><title>{escape(story.title)}</title>"
        f"<published>{story.published}T09:00:00+08:00</published><content type='html'>{text}</content></entry></feed>"
    ).encode()


def as_pdf(story: Story) -> bytes:
    """Return it as a page of a newspaper in two columns."""
    box = Box(Piece(story.title, story.paragraphs), 0, 2, 0, 0.2)
    masthead = f"{story.publisher}  {story.published}  A2"
    return make_pdf([Paper(story.title, story.language, 2, (box,), masthead, "2")])


def as_word_file(story: Story) -> bytes:
    """Return it as a Word file."""
    document, file = Document(), io.BytesIO()
    document.add_heading(story.title, 0)
    for text in (f"{story.publisher} {story.published}", *story.paragraphs):
        document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def record(story: Story) -> dict[str, str]:
    """Return it as a record."""
    fields = {"title": story.title, "source": story.publisher, "date": story.published}
    return {**fields, "text": "\n".join(story.paragraphs)}


def as_json_line(story: Story) -> bytes:
    """Return it as a line of a corpus."""
    return json.dumps(record(story)).encode()


def as_table(story: Story) -> bytes:
    """Return it as a row of a table."""
    file = io.StringIO()
    csv.writer(file).writerows([list(record(story)), list(record(story).values())])
    return file.getvalue().encode()


def as_archive(story: Story) -> bytes:
    """Return the page as the record of a web archive."""
    return make_warc(("text/html", as_page(story), ()))


FORMS = {
    "text.txt": as_text,
    "wrapped.txt": as_wrapped_text,
    "page.html": as_page,
    "page.mhtml": as_saved_page,
    "item.atom": as_feed,
    "paper.pdf": as_pdf,
    "notice.docx": as_word_file,
    "corpus.jsonl": as_json_line,
    "corpus.csv": as_table,
    "crawl.warc": as_archive,
}


def events(path: Path) -> list[str]:
    """Return what matters of the events of a file, in order."""
    line = tl.build_timeline(tl.read_articles(path))
    return [
        f"{event.when.edtf} {event.kind} {event.status} {event.title} @ {event.place.name if event.place else '-'}"
        for event in line
    ]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.title)
def test_same_events(story: Story, tmp_path: Path) -> None:
    """Text, page, feed, PDF, Word file and record of one article give the same events."""
    found: dict[str, list[str]] = {}
    for name, write in FORMS.items():
        (tmp_path / name).write_bytes(write(story))
        found[name] = events(tmp_path / name)
    assert found["text.txt"]
    assert found == dict.fromkeys(FORMS, found["text.txt"])
