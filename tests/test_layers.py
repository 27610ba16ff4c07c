"""The architecture is a test: the layers contract in `pyproject.toml` holds."""

from __future__ import annotations

from importlinter.cli import lint_imports


def test_layers_hold() -> None:
    """No module imports one above it, and no step imports another step."""
    assert lint_imports(no_cache=True) == 0
