"""What is said on standard error: issues, errors, verdicts, progress; and the exit codes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from timeline.errors import TimelineError
from timeline.formats import text
from timeline.guard import DEFECT
from timeline.model import Article, Issue, Verdict

DONE, UNREAD, WRONG_CALL, UNWRITTEN = 0, 1, 2, 3

UNREADABLE = (
    *("input-not-found", "unreadable-input", "empty-input", "not-text", "nothing-readable", "unknown-suffix"),
    *("missing-extra", "too-large", DEFECT),
)
"""Codes of issues that mean an input gave nothing."""

MOST_ISSUES = 20
"""Issues shown; the JSON holds all."""

PATIENCE = 1.0
"""Seconds after which progress is shown."""


def report(issues: Iterable[Issue]) -> int:
    """Print issues and return the exit code that they mean."""
    issues = tuple(issues)
    for issue in issues[:MOST_ISSUES]:
        place = f" (character {issue.start})" if issue.start is not None else ""
        say(f"{issue.source or 'note'}{place}: {issue.message}")
    if len(issues) > MOST_ISSUES:
        say(f"and {len(issues) - MOST_ISSUES} more; a .json output lists all")
    return UNREAD if any(issue.code in UNREADABLE for issue in issues) else DONE


def explain(article: Article, verdict: Verdict) -> None:
    mention = verdict.mention
    when = mention.when.edtf if mention.when else "?"
    place = f"{article.info.source} (character {mention.span.start})"
    say(f"{place}: {mention.text!r} is {when}: {verdict.outcome}: {verdict.reason}")


def fail(error: TimelineError, code: int) -> int:
    say(f"error: {error}")
    return code


def say(message: str) -> None:
    print(f"timeline: {text.safe(message)}", file=sys.stderr)


@contextmanager
def progress() -> Iterator[Callable[[int], None] | None]:
    """Give a callback that counts articles on a terminal once the work proves long."""
    if not sys.stderr.isatty():
        yield None
        return
    begin = time.monotonic()

    def count(done: int) -> None:
        if time.monotonic() - begin > PATIENCE:
            print(f"\r{done} articles", end="", file=sys.stderr, flush=True)

    try:
        yield count
    finally:
        if time.monotonic() - begin > PATIENCE:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
