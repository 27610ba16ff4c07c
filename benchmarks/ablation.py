"""Measure what each technique is worth: recall and precision on the annotated documents with it switched off.

    python -m benchmarks.ablation

A technique is switched off by replacing a function (or a table) where the step looks it up; nothing else changes.
"Alarms" counts our own sentences that show what is no event and are taken for one all the same.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.annotated import Document, Figures, judge, predict, read_suite, share
from tests.extract.reports import events
from tests.quality.measure import EVALUATION
from timeline.extract import reading
from timeline.lexicon.kinds import Cue
from timeline.lexicon.load import load_rules
from timeline.merge.clusters import Clusters

SUITES = ("dev", "articles")
NEGATIVES = Path(__file__).parents[1] / "tests" / "cases" / "negatives.toml"

Patch = tuple[str, Any]
"""Dotted name and what stands there instead."""


def _alone(reports: Any) -> Clusters:
    return Clusters([[position] for position in range(len(reports))], [])


def _without(effect: str) -> tuple[Patch, ...]:
    """Return the patch that makes one sort of negative cue say nothing."""
    return (("timeline.extract.reading.AGAINST", reading.AGAINST - {effect}),)


def _gives(value: Any) -> Callable[..., Any]:
    return lambda *_, **__: value


TECHNIQUES: dict[str, tuple[Patch, ...]] = {
    "nothing": (),
    **{effect: _without(effect) for effect in sorted(reading.AGAINST)},
    "all negative cues": (("timeline.extract.reading.AGAINST", frozenset()),),
    "inheritance": (("timeline.extract.events.inherit_dates", _gives([])),),
    "completion": (
        ("timeline.extract.events.place_by_lines", _gives(None)),
        ("timeline.extract.events.complete_organizers", _gives(None)),
        ("timeline.extract.events.complete_by_name", _gives(None)),
    ),
    "change of an event": (("timeline.extract.events.change_event", _gives(None)),),
    "hours of a programme": (("timeline.extract.events.move_hours", _gives(None)),),
    "names for labels": (("timeline.extract.events.name_labels", _gives(None)),),
    "merging": (("timeline.merge.merge.cluster_reports", _alone),),
}
"""What is switched off, by name."""


@contextmanager
def switched_off(technique: str) -> Iterator[None]:
    """Switch one technique off."""
    with ExitStack() as stack:
        for target, replacement in TECHNIQUES[technique]:
            stack.enter_context(patch(target, replacement))
        yield


COLUMNS = ("recall", "precis.", "events", "wrong", "forbid", "end", "place", "organ.")


def row(technique: str, suites: dict[str, list[Document]]) -> str:
    """Return one line: the figures of each suite with a technique off, and the alarms."""
    with switched_off(technique):
        figures = [judge((document, predict(document)) for document in documents) for documents in suites.values()]
        alarms = sum(bool(events(text)) for text in negative_examples())
    return f"{technique:<21}" + "".join(f" |{_cells(item)}" for item in figures) + f" | {alarms:>6}"


def _cells(item: Figures) -> str:
    of_pairs = (share(item.end, item.matched), share(item.place, item.placed), share(item.organizer, item.hosted))
    cells = f" {item.recall:>7.3f} {item.precision:>7.3f} {item.predicted:>7} {item.wrong_date:>7} {item.forbidden:>7}"
    return cells + "".join(f" {value:>7.3f}" for value in of_pairs)


def negative_examples() -> list[str]:
    """Return our own sentences that hold a date and state no event: those of the tests and of the lexicon."""
    cases = tomllib.loads(NEGATIVES.read_text(encoding="utf-8"))
    texts = [text for case in cases.values() for text in (*case["texts"], *case.get("open", ()))]
    rules = load_rules("cues", "cue", Cue)
    return texts + [example.text for rule in rules for example in rule.examples if example.kind is None]


def main() -> None:
    """Print one line for each technique."""
    if not EVALUATION.is_dir():
        sys.exit(f"no annotated documents at {EVALUATION}")
    suites = {suite: read_suite(suite) for suite in SUITES}
    heading = "".join(f" {name:>7}" for name in COLUMNS)
    print(f"{'':<21}" + "".join(f" | {suite:<{len(heading) - 1}}" for suite in SUITES) + " |")
    print(f"{'switched off':<21}" + f" |{heading}" * len(SUITES) + " | alarms")
    for technique in TECHNIQUES:
        print(row(technique, suites), flush=True)


if __name__ == "__main__":
    main()
