"""Quality on the annotated documents never falls below its floors; floors only rise (see `measure`)."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.quality.measure import DOCUMENTS, EVALUATION, falls_short, floors, raised

needs_documents = pytest.mark.skipif(
    not EVALUATION.is_dir(), reason="the annotated documents are not beside this checkout"
)


@needs_documents
@pytest.mark.parametrize("suite", sorted(floors()))
def test_floors_hold(suite: str) -> None:
    """No figure of a suite is below its floor or above its ceiling."""
    assert falls_short(suite) == []


@needs_documents
def test_scorer_runs_the_command_line() -> None:
    """The scorer's own way, a process a document, gives a file it can read and evidence that is in the text."""
    gold, texts = DOCUMENTS["articles"]
    first = json.loads(gold.read_text(encoding="utf-8").splitlines()[0])["id"]
    build = f"{sys.executable} -m timeline build {{file}} {{published}} -o {{out}}"
    command = [sys.executable, str(EVALUATION / "score.py"), str(gold), "--texts", str(texts), "--only", first]
    command += ["--command", build, "--require", "failed<=0", "ungrounded<=0"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_raising_never_loosens_a_bound() -> None:
    """A re-pin takes better figures, cut to two digits, and leaves a bound alone where the figure is worse."""
    bounds = {"at_least": {"recall": 0.5, "found": 12.0}, "at_most": {"spurious": 3.0, "forbidden": 0.0}}
    figures = {"recall": 0.6789, "found": 11.0, "spurious": 1.0, "forbidden": 2.0}
    assert raised(bounds, figures) == {
        "at_least": {"recall": 0.67, "found": 12.0},
        "at_most": {"spurious": 1.0, "forbidden": 0.0},
    }
