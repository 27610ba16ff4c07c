"""The annotated documents that lie beside a checkout, what the library finds in them, and the scorer that judges it.

The documents and the scorer are no part of the project; they are read where they lie (see `tests/quality/measure.py`).
"""

from __future__ import annotations

import importlib.util
import json
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import timeline as tl
from tests.quality.measure import DOCUMENTS, EVALUATION

Prediction = dict[str, Any]
"""An event as the scorer reads it, with its `confidence`."""


class Document(NamedTuple):
    """One annotated document, read once."""

    gold: dict[str, Any]
    """What a person found in it, as the scorer's README describes."""
    text: str
    """Its characters, newlines as they are, without a byte-order mark."""
    articles: tuple[tl.Article, ...]
    """Its articles, dated."""


class Figures(NamedTuple):
    """What the scorer counts."""

    must: int
    """Events that have to be found."""
    found: int
    """Those that were."""
    predicted: int
    """Events that the library gives."""
    right: int
    """Those that are right."""
    forbidden: int
    """Those that fall on a clause which states no event."""
    wrong_date: int
    """Those with another date than the event has."""
    matched: int
    """Pairs of an event given and one annotated."""
    end: int
    """Those whose last day is right."""
    placed: int
    """Those whose place is annotated."""
    place: int
    """Those where it is right."""
    hosted: int
    """Organizers annotated in the pairs."""
    organizer: int
    """Those that are named."""

    @property
    def recall(self) -> float:
        """Share of the events that have to be found."""
        return share(self.found, self.must)

    @property
    def precision(self) -> float:
        """Share of the events given that are right."""
        return share(self.right, self.predicted)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return share(2 * self.recall * self.precision, self.recall + self.precision)


def share(part: float, whole: float) -> float:
    """Return a part of a whole; 0 of nothing."""
    return part / whole if whole else 0.0


def read_suite(suite: str) -> list[Document]:
    """Return the documents of a suite (`dev`, `articles`) in order."""
    gold_file, texts = DOCUMENTS[suite]
    return [_read(json.loads(line), texts) for line in gold_file.read_text(encoding="utf-8").splitlines()]


def _read(gold: dict[str, Any], texts: Path) -> Document:
    path = texts / gold["file"]
    options = tl.Options(published=gold["reference_date"] if gold.get("pass_reference") else None)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return Document(gold, file.read(), tuple(tl.read_articles(path, options=options)))


def predict(document: Document, min_confidence: float = tl.Options().min_confidence) -> list[Prediction]:
    """Return what the library finds in a document from a confidence on, as the scorer reads it."""
    line = tl.build_timeline(document.articles, options=tl.Options(min_confidence=min_confidence))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.json"
        line.write(path)
        predictions: list[Prediction] = load_scorer().read_predictions(path, document.text)
    return [prediction | {"confidence": event.confidence} for prediction, event in zip(predictions, line, strict=True)]


def judge(pairs: Iterable[tuple[Document, Sequence[Prediction]]]) -> Figures:
    """Return the figures of documents and what was predicted for each, by the scorer's rule of matching."""
    rows = [load_scorer().score_document(document.gold, list(predictions)) for document, predictions in pairs]
    return Figures(*(sum(row[field] for row in rows) for field in Figures._fields))


@cache
def load_scorer() -> ModuleType:
    """Return the scorer as a module."""
    spec = importlib.util.spec_from_file_location("scorer", EVALUATION / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
