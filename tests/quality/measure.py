"""Measure quality on the annotated documents that lie beside a checkout, and keep the floors.

The scorers there are run as they are; only the predictions are made here, in one process. The documents are no part
of the project, so everything is skipped where they are missing.

    python -m tests.quality.measure            print what was measured beside what is required
    python -m tests.quality.measure --raise    raise floors and lower ceilings to what was measured, never the reverse
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import timeline as tl

EVALUATION = Path(__file__).parents[3] / "shared" / "eval"
FLOORS = Path(__file__).with_name("floors.json")
DOCUMENTS = {
    "articles": (EVALUATION / "articles.gold.jsonl", EVALUATION.parent / "articles"),
    "dev": (EVALUATION / "dev" / "gold.jsonl", EVALUATION / "dev" / "texts"),
}
"""Suites of documents: the gold file and the folder of the texts."""

Bounds = dict[str, dict[str, float]]
"""For one suite: `at_least` and `at_most`, each a figure by name."""


@cache
def floors() -> dict[str, Bounds]:
    """Return the bounds of every suite."""
    bounds: dict[str, Bounds] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return bounds


@cache
def measure(suite: str) -> dict[str, float]:
    """Return the figures of one suite, by the scorer's names."""
    return _score_documents(*DOCUMENTS[suite]) if suite in DOCUMENTS else _score_times()[suite]


def falls_short(suite: str) -> list[str]:
    """Return each broken bound of a suite as a sentence."""
    figures, bounds = measure(suite), floors()[suite]
    return [
        *(f"{key} is {figures[key]}, not {least}" for key, least in bounds["at_least"].items() if figures[key] < least),
        *(f"{key} is {figures[key]}, over {most}" for key, most in bounds["at_most"].items() if figures[key] > most),
    ]


def raised(bounds: Bounds, figures: dict[str, float]) -> Bounds:
    """Return bounds as tight as the figures, cut to two digits; none is loosened."""
    return {
        "at_least": {
            key: max(least, math.floor(figures[key] * 100) / 100) for key, least in bounds["at_least"].items()
        },
        "at_most": {key: min(most, figures[key]) for key, most in bounds["at_most"].items()},
    }


def predict(gold: Path, texts: Path, folder: Path) -> None:
    """Write what the library finds in each document to `folder`, one JSON file a document."""
    for line in gold.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        published = document["reference_date"] if document.get("pass_reference") else None
        articles = tl.read_articles(texts / document["file"], options=tl.Options(published=published))
        tl.build_timeline(articles).write(folder / f"{document['id']}.json")


def _score_documents(gold: Path, texts: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        predict(gold, texts, Path(folder))
        options = ["--texts", str(texts), "--command", "", "--predictions", folder, "--json"]
        printed = _run(EVALUATION / "score.py", str(gold), *options)
    figures: dict[str, float] = json.loads(printed)["summary"]
    return figures


@cache
def _score_times() -> dict[str, dict[str, float]]:
    printed = _run(EVALUATION / "times" / "score.py", "--json")
    return {row["suite"]: row for row in map(json.loads, printed.splitlines())}


def _run(script: Path, *arguments: str) -> str:
    command = [sys.executable, str(script), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def main() -> None:
    """Print the figures; with `--raise` tighten the bounds."""
    bounds = floors()
    for suite, required in bounds.items():
        figures = measure(suite)
        for side, sign in (("at_least", "≥"), ("at_most", "≤")):
            for key, bound in required[side].items():
                print(f"{suite:<24} {key:<12} {figures[key]:>8.5g} {sign} {bound:g}")
    if "--raise" in sys.argv[1:]:
        tighter = {suite: raised(required, measure(suite)) for suite, required in bounds.items()}
        FLOORS.write_text(json.dumps(tighter, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
