"""What `import timeline` offers, and what it does not load."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import timeline as tl


def loaded_after(code: str) -> set[str]:
    """Return the names of the modules loaded in a fresh process that ran `code`."""
    script = f"{code}\nimport sys\nprint(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    return set(done.stdout.split())


def test_all_names_exist() -> None:
    """Every promised name can be had, once each, in order."""
    assert list(tl.__all__) == sorted(set(tl.__all__))
    assert [name for name in tl.__all__ if not hasattr(tl, name)] == []


def test_nothing_else_is_offered() -> None:
    """`dir` shows the promised names; anything else in it is a submodule or private."""
    modules = {name.split(".")[1] for name in sys.modules if name.startswith("timeline.")}
    assert {name for name in dir(tl) if not name.startswith("_")} - set(tl.__all__) - modules == set()


def test_public_names_are_documented() -> None:
    """Every public class and function says what it is."""
    assert [name for name in tl.__all__ if callable(getattr(tl, name)) and not getattr(tl, name).__doc__] == []


def test_unknown_name_is_an_attribute_error() -> None:
    """Loading on first use does not hide a misspelling."""
    with pytest.raises(AttributeError, match="read_article"):
        _ = tl.read_article


def test_import_loads_nothing_but_the_names() -> None:
    """Steps, formats and third-party packages are loaded on first use."""
    loaded = loaded_after("import timeline")
    assert {name for name in loaded if name.startswith("timeline.")} == set()
    assert {name.split(".")[0] for name in loaded} & {"icalendar", "pydantic", "dateutil"} == set()


def test_find_times_loads_no_calendar_and_no_command_line() -> None:
    """The time tagger works without icalendar, formats of calendars or the command line."""
    loaded = loaded_after("import timeline; timeline.find_times('2026年3月13日下午2时')")
    assert loaded & {"icalendar", "timeline.formats.ics", "timeline.cli"} == set()


def test_one_version() -> None:
    """The installed version is the one in `pyproject.toml`."""
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert version(project["name"]) == project["version"]
