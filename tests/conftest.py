"""In tests a defect is never an issue that could be overlooked: it fails the test it shows in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ParamSpec, TypeVar

import pytest

P = ParamSpec("P")
T = TypeVar("T")


def unguarded(source: str, step: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    return step(*args, **kwargs)


@pytest.fixture(autouse=True, scope="session")
def _defects_fail() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("timeline.pipeline.guarded", unguarded)
        yield
