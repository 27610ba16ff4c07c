"""Measure what confidence is worth: of the events of a score, how many are right; and what a threshold gives.

    python -m benchmarks.calibration            print the tables, in Markdown
    python -m benchmarks.calibration --write    put them into docs/confidence.md

An event is right when the scorer beside the checkout matches it, taken alone, to an annotated event; whether another
event says the same too is judged in the table of thresholds.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.annotated import Document, Prediction, judge, predict, read_suite
from tests.quality.measure import EVALUATION

SUITES = ("dev", "articles")
BANDS = ((0.0, 0.4), (0.4, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.0))
"""Half-open ranges of confidence."""
THRESHOLDS = (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)
DOCUMENT = Path(__file__).parents[1] / "docs" / "confidence.md"
MEASURED = re.compile(r"(?<=<!-- measured -->\n).*?(?=<!-- end -->)", re.DOTALL)

Found = list[tuple[Document, list[Prediction]]]


def calibration_table(found: Found) -> Iterator[str]:
    """Yield the table of bands: events in it, those that are right, their share."""
    yield from ("| confidence | events | right | share |", "|---|---|---|---|")
    for low, high in BANDS:
        alone = [
            (document, [prediction])
            for document, predictions in found
            for prediction in predictions
            if low <= prediction["confidence"] < high
        ]
        figures = judge(alone)
        yield f"| {low:g} to {high:g} | {figures.predicted} | {figures.right} | {figures.precision:.2f} |"


def threshold_table(found: Found) -> Iterator[str]:
    """Yield the table of thresholds: recall, precision and F1 of the events from it on, each half of `dev` apart."""
    halves = (("all", found), ("even", found[::2]), ("odd", found[1::2]))
    yield "| threshold | recall | precision | F1 | F1 of even documents | F1 of odd documents |"
    yield "|---|---|---|---|---|---|"
    for threshold in THRESHOLDS:
        whole, even, odd = (judge(_from(part, threshold)) for _, part in halves)
        yield (
            f"| {threshold:g} | {whole.recall:.3f} | {whole.precision:.3f} | {whole.f1:.3f} "
            f"| {even.f1:.3f} | {odd.f1:.3f} |"
        )


def _from(found: Found, threshold: float) -> Found:
    """Return the predictions at or above a threshold."""
    return [
        (document, [prediction for prediction in predictions if prediction["confidence"] >= threshold])
        for document, predictions in found
    ]


def tables(suites: Sequence[str] = SUITES) -> str:
    """Return both tables as Markdown."""
    found = [(document, predict(document, 0.0)) for suite in suites for document in read_suite(suite)]
    return "\n".join([*calibration_table(found), "", *threshold_table(found), ""])


def main() -> None:
    """Print the tables, or write them into the document."""
    if not EVALUATION.is_dir():
        sys.exit(f"no annotated documents at {EVALUATION}")
    measured = tables()
    if "--write" in sys.argv[1:]:
        text = DOCUMENT.read_text(encoding="utf-8")
        DOCUMENT.write_text(MEASURED.sub(lambda _: f"\n{measured}\n", text), encoding="utf-8")
    print(measured)


if __name__ == "__main__":
    main()
