"""Every folder of tests/golden is a case: a source and what is read from it. Adding one is dropping in a folder.

`python tests/read/golden.py NAME` writes the expected file of a case, to be looked at before it is kept.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.read.golden import FOLDER, describe, read_golden
from timeline.lexicon.script import fold
from timeline.model import Article, RawDocument

CASES = sorted(path for path in FOLDER.iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_golden(case: Path) -> None:
    """Articles, roles, stamps and what is left out are as kept."""
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    assert expected == describe(read_golden(case))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_offsets_lead_back(case: Path) -> None:
    """Every character shown stands where its offset says, or replaces a blank, a tab, an entity or a tag there."""
    for document, articles in read_golden(case):
        for article in articles:
            check_offsets(document, article)


def check_offsets(document: RawDocument, article: Article) -> None:
    """Assert the offset map of every sentence of an article."""
    assert article.text == document.text[article.info.start : article.info.end]
    for sentence in article.sentences:
        assert sentence.view == fold(sentence.text)
        places = [sentence.raw(position) for position in range(len(sentence.text))]
        assert places == sorted(places)
        assert places[0] >= 0 and places[-1] < len(document.text)
        for character, place in zip(sentence.text, places, strict=True):
            printed = document.text[place]
            assert character in (printed, " ") or printed in "&<" or (character == "|" and printed == "\t")
