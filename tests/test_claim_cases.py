"""The cases of tests/cases/claims.toml: what a text says to a claim."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import timeline as tl
from tests.extract.reports import dated

CASES: list[dict[str, str]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "claims.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, str]) -> None:
    """A claim is borne out where the text states it, and else told why not."""
    claim = tl.Claim(title=case["title"], date=case["date"], quotation=case.get("quotation"))
    [check] = tl.verify_claims([claim], [dated(case["text"])])
    assert check.code == case["code"], check.reason
    assert check.supported == (check.code == "supported")
    assert case.get("reason", "") in check.reason
    if "when" in case:
        assert check.when is not None and check.when.edtf == case["when"]
