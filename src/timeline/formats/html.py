"""One page of HTML (WHATWG) that needs nothing else: no request leaves it, and what was read cannot act in it.

Every text is escaped, controls and direction marks are taken out, only http and https addresses become links, and a
Content-Security-Policy allows nothing but the page's own style and script. Without script the whole list is shown.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape
from itertools import groupby

from timeline.formats.content_line import uri
from timeline.formats.description import unwrap
from timeline.formats.entry import readable
from timeline.formats.json import left_out
from timeline.formats.options import WriteOptions
from timeline.formats.text import safe
from timeline.formats.wording import Language, language_of, say_when
from timeline.model import ArticleInfo, Event, Evidence, TimelineRecord

__all__ = ["left_out", "write"]

STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8886; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 48rem; padding: 0 1rem; }
header { align-items: baseline; display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; }
h2 { background: Canvas; border-bottom: 1px solid var(--line); font-size: 1.1rem; position: sticky; top: 0; }
article { border-bottom: 1px solid var(--line); padding: .8rem 0; }
h3 { font-size: 1rem; margin: 0; }
p, blockquote { margin: .2rem 0; }
blockquote { border-left: 3px solid var(--soft); padding-left: .8rem; }
.kind { border: 1px solid var(--soft); border-radius: 1rem; font-size: .8rem; font-weight: normal; padding: 0 .5rem; }
.cancelled h3 bdi { text-decoration: line-through; }
summary { cursor: pointer; font-size: .9rem; opacity: .8; }
""".strip()

SCRIPT = """
const choice = document.querySelector("select");
choice.parentElement.hidden = false;
choice.addEventListener("change", () => {
  for (const section of document.querySelectorAll("section")) {
    for (const event of section.querySelectorAll("article")) {
      event.hidden = choice.value !== "" && event.dataset.kind !== choice.value;
    }
    section.hidden = !section.querySelector("article:not([hidden])");
  }
});
""".strip()

WORDS: dict[Language, tuple[str, str, str]] = {
    "zh-Hans": ("类别", "全部", "报道"),
    "zh-Hant": ("類別", "全部", "報導"),
    "en": ("Kind", "all", "Reports"),
}
"""The words of the page itself: label of the filter, its first choice, label of the passages."""


def write(record: TimelineRecord, options: WriteOptions) -> Iterator[str]:
    """Yield the page: head, one section a month, foot."""
    articles = {article.id: article for article in record.articles}
    yield from _head(record)
    for month, events in groupby(readable(record.events), key=_month):
        yield f"<section>\n<h2>{_text(month)}</h2>\n"
        yield from (_event(event, articles) for event in events)
        yield "</section>\n"
    yield f"</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n"


def _head(record: TimelineRecord) -> Iterator[str]:
    name = _text(record.name or "Timeline")
    policy = f"default-src 'none'; style-src '{_digest(STYLE)}'; script-src '{_digest(SCRIPT)}'; base-uri 'none'"
    kinds = "".join(f"<option>{_text(kind)}</option>" for kind in sorted({event.kind for event in record.events}))
    language = language_of("".join(event.title for event in record.events))
    yield f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield f"<title>{name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1><bdi>{name}</bdi></h1>\n"
    label, every, _ = WORDS[language]
    yield f'<label hidden>{label} <select><option value="">{every}</option>{kinds}</select></label>\n'
    yield "</header>\n<main>\n"


def _digest(text: str) -> str:
    """Return the source expression that allows one inline element (Content Security Policy 3)."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _month(event: Event) -> str:
    """Return the month an event is listed under: that of the first day it names."""
    return (event.when.start or event.when.end or "")[:7]


def _event(event: Event, articles: Mapping[str, ArticleInfo]) -> str:
    language = language_of(event.title)
    when = _text(say_when(event.when, language))
    told = [event.place.name if event.place else "", ", ".join(organizer.name for organizer in event.organizers)]
    status = f" · {event.status}" if event.status in ("cancelled", "postponed") else ""
    return (
        f'<article id="{_text(event.id)}" class="{_text(event.status)}" data-kind="{_text(event.kind)}">\n'
        f'<h3><bdi>{_text(event.title)}</bdi> <span class="kind">{_text(event.kind + status)}</span></h3>\n'
        f'<p><time datetime="{_text(_machine_date(event))}">{when}</time></p>\n'
        + "".join(f"<p><bdi>{_text(part)}</bdi></p>\n" for part in told if part)
        + f"<details><summary>{WORDS[language][2]}: {len(event.evidence)}</summary>\n"
        + "".join(_passage(passage, articles.get(passage.article)) for passage in event.evidence)
        + "</details>\n</article>\n"
    )


def _machine_date(event: Event) -> str:
    """Return a valid date string of the element `time`: a year, month, day or local time."""
    return event.when.start or event.when.end or ""


def _passage(passage: Evidence, article: ArticleInfo | None) -> str:
    quoted = f"<blockquote><bdi>{_text(unwrap(passage.text))}</bdi></blockquote>\n"
    if not article:
        return quoted
    told = (article.publisher, article.title or article.source, (article.published or "").replace("T", " "))
    source = " · ".join(_text(part) for part in told if part)
    address = uri(passage.link or article.url) if article.url else None
    if address and address.startswith(("https:", "http:")):
        source = f'<a href="{escape(address)}" rel="noopener noreferrer nofollow">{source}</a>'
    return f"{quoted}<p>— <bdi>{source}</bdi></p>\n"


def _text(text: str) -> str:
    """Return a text that is only read: one line, no controls, escaped."""
    return escape(safe(text))
