"""An event in plain text for people: what is known, each passage quoted, and where it was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from timeline.formats.wording import Language, language_of, say_when
from timeline.model import ArticleInfo, Event, Evidence

LONGEST = 7000
"""Octets; beyond about 8,000 several programs cut the text themselves."""

WIDEST = 4
"""Octets of a character in UTF-8, at most."""

WRAP = re.compile(r"\s*\n\s*")
WIDE = "\u3000-\u9fff\uff00-\uffef"
WIDE_WRAP = re.compile(f"(?<=[{WIDE}])[ \t\u3000]*\r?\n\\s*(?=[{WIDE}])")


class Labels(NamedTuple):
    """Words of one language around the facts."""

    colon: str
    quote: str
    statuses: dict[str, str]
    instead_of: str
    theme: str
    roles: dict[str, str]
    no_place: str
    more: str


LABELS: dict[Language, Labels] = {
    "zh-Hans": Labels(
        colon="：",
        quote="“{}”",
        statuses={"cancelled": "已取消", "postponed": "已延期"},
        instead_of="原定",
        theme="主题",
        roles={
            "host": "主办",
            "organizer": "承办",
            "co-organizer": "协办",
            "supporter": "支持",
            "advisor": "指导",
            "issuer": "发布",
            "party": "签约方",
        },
        no_place="地点据电头",
        more="另有 {} 处报道",
    ),
    "zh-Hant": Labels(
        colon="：",
        quote="「{}」",
        statuses={"cancelled": "已取消", "postponed": "已延期"},
        instead_of="原定",
        theme="主題",
        roles={
            "host": "主辦",
            "organizer": "承辦",
            "co-organizer": "協辦",
            "supporter": "支持",
            "advisor": "指導",
            "issuer": "發布",
            "party": "簽約方",
        },
        no_place="地點據電頭",
        more="另有 {} 處報導",
    ),
    "en": Labels(
        colon=": ",
        quote="“{}”",
        statuses={"cancelled": "Cancelled", "postponed": "Postponed"},
        instead_of="Instead of",
        theme="Theme",
        roles={
            "host": "Host",
            "organizer": "Organizer",
            "co-organizer": "Co-organizer",
            "supporter": "Supporter",
            "advisor": "Advisor",
            "issuer": "Issued by",
            "party": "Party",
        },
        no_place="Place taken from the dateline",
        more="{} more reports",
    ),
}


def describe(event: Event, articles: Mapping[str, ArticleInfo]) -> str:
    """Return the description: facts, then for each passage the quotation, its source and its link.

    At most about 7,000 octets; passages beyond that are counted.
    """
    language = language_of(event.title)
    labels = LABELS[language]
    blocks = ["\n".join(_facts(event, language, labels))]
    blocks += [_quotation(evidence, articles.get(evidence.article), labels) for evidence in event.evidence]
    if sum(map(len, blocks)) * WIDEST > LONGEST:
        blocks = _shortened(blocks, labels.more)
    return "\n\n".join(blocks) if blocks[0] else "\n\n".join(blocks[1:])


def _shortened(blocks: list[str], more: str) -> list[str]:
    """Return facts, first quotation, and of the others those that fit, and how many do not."""
    room = LONGEST
    for number, block in enumerate(blocks):
        room -= len(block.encode("utf-8", "replace"))
        if room < 0 and number > 1:
            return [*blocks[:number], more.format(len(blocks) - number)]
    return blocks


def unwrap(text: str) -> str:
    """Return a passage on one line: wraps inside Chinese vanish, others become a space."""
    return WRAP.sub(" ", WIDE_WRAP.sub("", text.replace("\r", "\n"))).strip() if "\n" in text or "\r" in text else text


def _facts(event: Event, language: Language, labels: Labels) -> list[str]:
    facts = [labels.statuses[event.status]] if event.status in labels.statuses else []
    facts += [f"{labels.instead_of}{labels.colon}{say_when(when, language)}" for when in event.previous]
    facts += [f"{labels.theme}{labels.colon}{event.theme}"] if event.theme else []
    facts += [f"{labels.roles[organizer.role]}{labels.colon}{organizer.name}" for organizer in event.organizers]
    return facts + ([labels.no_place] if event.place and event.place.basis == "dateline" else [])


def _quotation(evidence: Evidence, article: ArticleInfo | None, labels: Labels) -> str:
    quotation = labels.quote.format(unwrap(evidence.text))
    if not article:
        return quotation
    link = f"\n{evidence.link or article.url}" if article.url else ""
    return quotation + _citation(article.publisher, article.title, article.published, article.source) + link


@lru_cache(maxsize=4096)
def _citation(publisher: str | None, title: str | None, published: str | None, source: str) -> str:
    """Return the line below a quotation, with the line end before it."""
    told = (publisher, title, (published or "").replace("T", " "), source)
    return "\n— " + " · ".join(part for part in told if part)
