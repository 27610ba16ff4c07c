"""`diff`: what changed between two timeline files, in words, as JSON or as a calendar of what changed only."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.cli.report import DONE
from timeline.formats.text import safe
from timeline.formats.wording import Language, brief_when, language_of, say_when
from timeline.history import Change, unite_articles
from timeline.model import Event
from timeline.timeline import Timeline, load_timeline

SIGNS = {"added": "+", "removed": "-", "changed": "~"}

NAMES: dict[Language, dict[str, str]] = {
    "zh-Hans": {
        "title": "标题",
        "kind": "类别",
        "status": "状态",
        "when": "时间",
        "place": "地点",
        "organizers": "主办",
        "edition": "届次",
        "theme": "主题",
        "part_of": "属于",
        "evidence": "报道",
        "scheduled": "计划中",
        "held": "已举行",
        "postponed": "延期",
        "cancelled": "取消",
    },
    "zh-Hant": {
        "title": "標題",
        "kind": "類別",
        "status": "狀態",
        "when": "時間",
        "place": "地點",
        "organizers": "主辦",
        "edition": "屆次",
        "theme": "主題",
        "part_of": "屬於",
        "evidence": "報導",
        "scheduled": "計劃中",
        "held": "已舉行",
        "postponed": "延期",
        "cancelled": "取消",
    },
    "en": {"when": "time", "part_of": "part of", "evidence": "reports"},
}
"""Names of fields and statuses; what is not named is called what it is."""


def add_commands(commands: Any) -> None:
    """Add `diff` to the parser."""
    purpose = "print what changed between two timelines"
    diff = commands.add_parser("diff", help=purpose, description=f"{purpose.capitalize()}.")
    diff.add_argument("old", metavar="OLD", help="timeline file")
    diff.add_argument("new", metavar="NEW", help="timeline file")
    diff.add_argument(
        "--format",
        choices=("text", "json", "ics"),
        default="text",
        help="ics: what came or changed, and as cancelled what went",
    )
    diff.set_defaults(run=_diff)


def _diff(call: argparse.Namespace) -> int:
    old, new = load_timeline(call.old), load_timeline(call.new)
    changes = old.diff(new)
    if call.format == "ics":
        sys.stdout.buffer.write(_changed(old, new, changes).to_ics().encode())
    elif call.format == "json":
        json.dump([_as_data(change) for change in changes], sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        sys.stdout.writelines(f"{_say(change)}\n" for change in changes)
    return DONE


def _changed(old: Timeline, new: Timeline, changes: Iterable[Change]) -> Timeline:
    """Return what came or changed as it is now, and what went as cancelled, for programs that have it already."""
    events = [change.after or _cancelled(change.event) for change in changes]
    return Timeline.of(events, name=new.name, articles=unite_articles((*new.articles, *old.articles)))


def _cancelled(event: Event) -> Event:
    return event.model_copy(update={"status": "cancelled", "sequence": event.sequence + 1})


def _kind_of(change: Change) -> str:
    if change.before and change.after:
        return "changed"
    return "added" if change.after else "removed"


def _say(change: Change) -> str:
    """Return one line: sign, date, title, and for a change what it was and is."""
    event, kind = change.event, _kind_of(change)
    head = f"{SIGNS[kind]} {brief_when(event.when)} {event.title}"
    told = "; ".join(_told(change, language_of(event.title)))
    return safe(f"{head}: {told}" if told else head)


def _told(change: Change, language: Language) -> Iterator[str]:
    if not (change.before and change.after):
        return
    names = NAMES[language]
    for field in change.fields:
        before, after = (_value(event, field, language) for event in (change.before, change.after))
        if before != after:
            yield f"{names.get(field, field)} {names.get(before, before)} → {names.get(after, after)}"


def _value(event: Event, field: str, language: Language) -> str:
    """Return a field in words; a dash where there is nothing, for the evidence the number of articles."""
    if field == "when":
        return say_when(event.when, language)
    if field == "place":
        return event.place.name if event.place else "–"
    if field == "organizers":
        return ", ".join(organizer.name for organizer in event.organizers) or "–"
    if field == "evidence":
        return str(len({passage.article for passage in event.evidence}))
    return str(getattr(event, field) or "–")


def _as_data(change: Change) -> dict[str, Any]:
    """Return a change as plain data: each field with its values before and after."""
    before, after = (event.model_dump(mode="json") if event else {} for event in (change.before, change.after))
    fields = {field: [before[field], after[field]] for field in change.fields}
    return {"id": change.event.id, "change": _kind_of(change), "title": change.event.title, "fields": fields}
