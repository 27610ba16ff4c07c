"""The same input gives the same bytes: run twice, in another order, in a process that hashes otherwise."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import timeline as tl

ARTICLES = sorted((Path(__file__).parents[1] / "examples" / "articles").iterdir())


def built(inputs: list[Path], folder: Path, seed: str, *more: str) -> dict[str, bytes]:
    """Return the files that the command line builds from the inputs, by name."""
    outputs = [folder / name for name in ("news.ics", "news.json")]
    command = [sys.executable, "-m", "timeline", "build", *map(str, inputs), *(f"-o{path}" for path in outputs), *more]
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in outputs}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files as the first run wrote them."""
    return built(ARTICLES, tmp_path_factory.mktemp("first"), "1")


def test_another_run_with_other_hashes(reference: dict[str, bytes], tmp_path: Path) -> None:
    """A second run under another PYTHONHASHSEED writes the same bytes."""
    assert built(ARTICLES, tmp_path, "20260313") == reference


def test_another_order_of_inputs(reference: dict[str, bytes], tmp_path: Path) -> None:
    """The order in which files are named changes nothing."""
    assert built(ARTICLES[::-1], tmp_path, "1") == reference


def test_several_processes(reference: dict[str, bytes], tmp_path: Path) -> None:
    """Work spread over processes comes together in the same bytes."""
    assert built(ARTICLES, tmp_path, "1", "--jobs", "2") == reference


def test_reading_twice_in_one_process() -> None:
    """Caches filled by a first run do not change a second one."""
    first, second = (tl.build_timeline(tl.read_articles(ARTICLES)) for _ in range(2))
    assert first == second
    assert first.to_json() == second.to_json()
