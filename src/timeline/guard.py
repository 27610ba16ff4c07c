"""What keeps a defect of ours inside the article it shows in."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from timeline.errors import TimelineError
from timeline.model import Issue

P = ParamSpec("P")
T = TypeVar("T")

DEFECT = "internal-error"
"""Code of the issue that stands for what a defect has cost."""


def guarded(source: str, step: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | Issue:
    """Return what a step gives, or an issue where the step itself is broken: the rest of the run goes on.

    Args:
        source: The input worked on.
        step: Called with the arguments that follow.
    Raises:
        TimelineError: The call is wrong, which no other article would change.
    """
    try:
        return step(*args, **kwargs)
    except TimelineError:
        raise
    except Exception as error:  # a defect may show in any way
        frame = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__}: {error} (in {frame.name}, line {frame.lineno})"
        message = f"left out, for a defect of this library showed: {what}; please report it with the text"
        return Issue(code=DEFECT, message=message, source=source)
