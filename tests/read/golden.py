"""What was read from a document, in the short form the golden files use."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from timeline.model import Article, RawDocument
from timeline.read import read_document, read_documents

FOLDER = Path(__file__).parents[1] / "golden"


def read_golden(case: Path) -> list[tuple[RawDocument, tuple[Article, ...]]]:
    """Return the documents of a case with their articles; the source is the file's name alone."""
    path = next(case.glob("source.*"))
    found = []
    for document in read_documents([path]):
        assert isinstance(document, RawDocument)
        source = path.name + document.source.removeprefix(path.as_posix())
        document = document.model_copy(update={"source": source})
        found.append((document, read_document(document)))
    return found


def describe(found: list[tuple[RawDocument, tuple[Article, ...]]]) -> dict[str, Any]:
    """Return what a golden file holds."""
    return {"articles": [_describe(document, article) for document, articles in found for article in articles]}


def _describe(document: RawDocument, article: Article) -> dict[str, Any]:
    info = article.info
    return {
        "title": info.title,
        "publisher": info.publisher,
        "url": info.url,
        "language": info.language,
        "stamps": [[stamp.kind, stamp.text, stamp.place] for stamp in article.stamps],
        "sentences": [
            [sentence.paragraph, sentence.role + (f" {sentence.level}" if sentence.level else ""), sentence.text]
            for sentence in article.sentences
        ],
        "dropped": [
            *([reason, span.slice(document.text)] for span, reason in article.dropped),
            *([reason, text] for text, reason in article.left_out),
        ],
    }


def write(case: Path) -> None:
    """Write the expected file of a case; look at the difference before it is kept."""
    text = json.dumps(describe(read_golden(case)), ensure_ascii=False, indent=1)
    (case / "expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:] or sorted(path.name for path in FOLDER.iterdir()):
        write(FOLDER / name)
