"""Every example in the documents and docstrings runs and prints what it shows.

In Markdown, a `console` block holds commands after `$ ` with the output below each; a line `…` stands for any lines.
Only commands that start with `timeline` or `python examples/` are run. A `python` block with `>>>` is a doctest, one
without is run as it stands. All blocks of a document share a folder in which the project's `examples` lie.
"""

from __future__ import annotations

import doctest
import importlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import timeline

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PACKAGE = Path(timeline.__path__[0])
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if path.stem != "__main__"  # importing it would run the program
)
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block with the output shown below it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def matches(shown: str, printed: str) -> bool:
    """Return whether the output shown is the output printed, `…` lines standing for any."""
    pattern = "".join("(?:.*\n)*" if line.strip() == "…" else re.escape(line) + "\n" for line in shown.splitlines())
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n") is not None


def run_console(block: str, folder: Path) -> None:
    """Run the commands of a block in `folder` and compare what they print."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = os.environ | {"PATH": path, "PYTHONUTF8": "1", "COLUMNS": "120"}
    for command, shown in commands(block):
        if not command.startswith(("timeline ", "python examples/")):
            continue
        done = subprocess.run(
            command, shell=True, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        assert not shown.strip() or matches(shown, done.stdout), f"{command}\n{done.stdout}"


def run_python(block: str, name: str) -> None:
    """Run a block of Python, as a doctest where it has prompts."""
    if ">>>" not in block:
        exec(compile(block, name, "exec"), {"__name__": name})
        return
    test = doctest.DocTestParser().get_doctest(block, {}, name, name, 0)
    results = doctest.DocTestRunner(optionflags=OPTIONS).run(test)
    assert results.failed == 0


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_document(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document's commands and code give what it shows."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    for kind, block in FENCE.findall(document.read_text(encoding="utf-8")):
        if kind == "console":
            run_console(block, tmp_path)
        elif kind == "python":
            run_python(block, document.name)


@pytest.mark.parametrize("module", MODULES)
def test_docstrings(module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples in a module's docstrings hold."""
    monkeypatch.chdir(tmp_path)
    assert doctest.testmod(importlib.import_module(module), optionflags=OPTIONS).failed == 0


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(document: Path) -> None:
    """Every relative link of a document names a file of the project."""
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
