"""`read`, `times` and `schema`: what the library sees on the way, and what its files look like."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from timeline.cli.arguments import add_command
from timeline.cli.build import options_of
from timeline.cli.report import DONE, report
from timeline.formats import text
from timeline.formats.timeml import to_timeml
from timeline.model import Article, Issue, TimeMention


def add_commands(commands: Any) -> None:
    """Add `read`, `times` and `schema` to the parser."""
    read = add_command(commands, "read", _read, "print what was understood before extraction: articles and dates")
    read.add_argument("--format", choices=("text", "jsonl"), default="text")
    times = add_command(commands, "times", _times, "print the time expressions found, with their readings")
    times.add_argument("--format", choices=("text", "jsonl", "timeml"), default="text")
    times.add_argument("--explain", action="store_true", help="add rule, anchor and reason to each")
    schema = commands.add_parser("schema", help="print the JSON Schema of timeline files")
    schema.set_defaults(run=_schema)


def _read(call: argparse.Namespace) -> int:
    from timeline.pipeline import read_articles

    articles = read_articles(call.inputs, options=options_of(call))
    for article in articles:
        sys.stdout.writelines(_article_lines(article, call.format))
    return report(articles.issues)


def _article_lines(article: Article, format: str) -> Iterator[str]:
    info = article.info
    dropped = list(_dropped(article))
    if format == "jsonl":
        stamps = [stamp.model_dump(mode="json", include={"kind", "text", "place"}) for stamp in article.stamps]
        data = {
            **info.model_dump(mode="json"),
            "sentences": len(article.sentences),
            "stamps": stamps,
            "dropped": [{"reason": reason, "text": passage} for reason, passage in dropped],
        }
        yield json.dumps(data, ensure_ascii=False) + "\n"
        return
    yield f"{text.safe(info.title or '(no title)')}\n"
    yield f"  in        {text.safe(info.source)} [{info.start}:{info.end}], {len(article.sentences)} sentences\n"
    for name, value in (
        ("published", info.published and f"{info.published} ({info.published_basis})"),
        ("publisher", info.publisher),
        ("zone", info.zone),
        ("language", info.language),
        ("url", info.url),
    ):
        yield f"  {name:<9} {text.safe(value or 'unknown')}\n"
    for stamp in article.stamps:
        yield f"  stamp     {stamp.kind}: {text.shorten(text.safe(stamp.text), PASSAGE)}\n"
    for reason, passage in dropped:
        yield f"  dropped   {reason}: {text.shorten(text.safe(passage), PASSAGE)}\n"


def _dropped(article: Article) -> Iterator[tuple[str, str]]:
    """Yield what the sentences leave out, each with the reason, first what never came into the text."""
    for passage, reason in article.left_out:
        yield reason, passage
    for span, reason in article.dropped:
        yield reason, article.text[span.start - article.info.start : span.end - article.info.start]


PASSAGE = 60
"""Cells of a passage at most."""


def _times(call: argparse.Namespace) -> int:
    from timeline.pipeline import read_articles
    from timeline.tagger import find_article_times

    articles = read_articles(call.inputs, options=options_of(call))
    issues: list[Issue] = []
    for article in articles:
        mentions = find_article_times(article)
        issues += mentions.issues
        sys.stdout.writelines(_mention_lines(article, mentions, call))
    return report((*articles.issues, *issues))


def _mention_lines(article: Article, mentions: Sequence[TimeMention], call: argparse.Namespace) -> Iterator[str]:
    if call.format == "timeml":
        yield to_timeml(article, mentions)
    elif call.format == "jsonl":
        for mention in mentions:
            data = {"article": article.id, "source": article.info.source, **mention.model_dump(mode="json")}
            yield json.dumps(data, ensure_ascii=False) + "\n"
    else:
        yield from text.table([_mention_row(mention, call.explain) for mention in mentions], MENTION_WIDTHS)


def _mention_row(mention: TimeMention, explain: bool) -> tuple[str, ...]:
    timex = f"{mention.timex.value} {mention.timex.mod or ''}".rstrip()
    reading = mention.when.edtf if mention.when else "-"
    reason = ", ".join(filter(None, (mention.reason, mention.anchor and f"from {mention.anchor}")))
    why = (mention.rule, reason) if explain else ("", "")
    return mention.text, mention.timex.type, timex, reading, *why


MENTION_WIDTHS = (40, 8, 34, 40, 34, 60)
"""Cells at most for expression, type, TIMEX3 value, reading, rule and reason."""


def _schema(call: argparse.Namespace) -> int:
    from timeline.formats import json as format

    sys.stdout.write(format.schema_text())
    return DONE
