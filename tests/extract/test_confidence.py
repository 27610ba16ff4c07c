"""The score is what the documentation says, and moves as its signs say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.extract.confidence import WEIGHTS, score
from timeline.merge import fields

DOCUMENT = Path(__file__).parents[2] / "docs" / "confidence.md"
SIGNS = sorted(WEIGHTS.keys() - {"base"})


def test_the_document_lists_the_weights() -> None:
    """The table has each sign with its weight, in the order of the code."""
    rows = re.findall(r"^\| ([a-z-]+) \| ([+-][0-9.]+) \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert [(sign, float(weight)) for sign, weight in rows] == list(WEIGHTS.items())


def test_the_document_tells_the_weights_of_further_reports() -> None:
    """So has the section on merging."""
    text = " ".join(DOCUMENT.read_text(encoding="utf-8").split())
    assert f"{fields.OTHER_ARTICLE} for a report in another article" in text
    assert f"{fields.SAME_ARTICLE} for one in an article" in text


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_moves_the_score_one_way(sign: str) -> None:
    """Whatever else is found, a sign for an event raises the score and one against it lowers it, within 0 and 1."""
    others = [other for other in SIGNS if other != sign]
    for found in ([], others, others[::2], others[1::2]):
        before = score([(other, 1.0) for other in found])
        after = score([*((other, 1.0) for other in found), (sign, 1.0)])
        assert 0 <= after < 1
        assert after >= before if WEIGHTS[sign] > 0 else after <= before
