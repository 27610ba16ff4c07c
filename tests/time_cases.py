"""The one reader of the sentences in tests/cases whose time expressions are marked ⟦so⟧."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "cases"
MARK = re.compile("⟦(.*?)⟧", re.DOTALL)


class TimeCase(NamedTuple):
    """One sentence and what must be read in it."""

    id: str
    """File, number of the case and of its text."""
    text: str
    """The sentence without marks."""
    anchor: str
    """ISO day or minute it is read on."""
    marked: tuple[str, ...]
    """The expressions, in order, white space taken out."""
    expect: tuple[str, ...]
    """EDTF of each reading, or the TIMEX3 value where it dates nothing."""
    issues: tuple[str, ...] = ()
    """Codes of the doubts reported."""


def read_cases(name: str, anchor: str = "2025-05-27") -> Iterator[TimeCase]:
    """Yield the sentences of tests/cases/NAME.toml; `anchor` is the day where a case gives none."""
    data = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    for number, case in enumerate(data["case"]):
        for index, text in enumerate(case["texts"]):
            marked = tuple("".join(mark.split()) for mark in MARK.findall(text))
            label = f"{name}-{case.get('phenomenon', 0):02}-{number}.{index}"
            expect, issues = tuple(case["expect"]), tuple(case.get("issues", ()))
            yield TimeCase(label, MARK.sub(r"\1", text), case.get("anchor", anchor), marked, expect, issues)
