"""News in, a calendar you can trust out.

import timeline as tl

articles = tl.read_articles("news/")
line = tl.build_timeline(articles, name="Micro-drama")
line.between("2026-01", "2026-03").of_kind("policy").write("policy.ics")
tl.find_times("周五（13日）下午2时", anchor="2026-03-13")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.claims import verify_claims
    from timeline.edits import Edit
    from timeline.errors import (
        FormatError,
        InputNotFoundError,
        LexiconError,
        LockedError,
        MissingAnchorError,
        OptionError,
        OutOfRangeError,
        ReadError,
        ResolveError,
        TimelineError,
        UnknownSuffixError,
        UnreadableInputError,
        WriteError,
    )
    from timeline.formats.lock import lock_file
    from timeline.formats.options import WriteOptions
    from timeline.history import Change
    from timeline.model import (
        Article,
        ArticleInfo,
        Claim,
        ClaimCheck,
        Event,
        Evidence,
        Issue,
        Limits,
        Options,
        Organizer,
        Place,
        Precision,
        Span,
        TimeMention,
        Timex,
        When,
    )
    from timeline.pipeline import Articles, build_timeline, read_articles
    from timeline.tagger import TimeMentions, find_times
    from timeline.timeline import Timeline, load_timeline

_HOMES = {
    "timeline.claims": ("verify_claims",),
    "timeline.edits": ("Edit",),
    "timeline.errors": (
        "FormatError",
        "InputNotFoundError",
        "LexiconError",
        "LockedError",
        "MissingAnchorError",
        "OptionError",
        "OutOfRangeError",
        "ReadError",
        "ResolveError",
        "TimelineError",
        "UnknownSuffixError",
        "UnreadableInputError",
        "WriteError",
    ),
    "timeline.formats.lock": ("lock_file",),
    "timeline.formats.options": ("WriteOptions",),
    "timeline.history": ("Change",),
    "timeline.model": (
        "Article",
        "ArticleInfo",
        "Claim",
        "ClaimCheck",
        "Event",
        "Evidence",
        "Issue",
        "Limits",
        "Options",
        "Organizer",
        "Place",
        "Precision",
        "Span",
        "TimeMention",
        "Timex",
        "When",
    ),
    "timeline.pipeline": ("Articles", "build_timeline", "read_articles"),
    "timeline.tagger": ("TimeMentions", "find_times"),
    "timeline.timeline": ("Timeline", "load_timeline"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Article",
    "ArticleInfo",
    "Articles",
    "Change",
    "Claim",
    "ClaimCheck",
    "Edit",
    "Event",
    "Evidence",
    "FormatError",
    "InputNotFoundError",
    "Issue",
    "LexiconError",
    "Limits",
    "LockedError",
    "MissingAnchorError",
    "OptionError",
    "Options",
    "Organizer",
    "OutOfRangeError",
    "Place",
    "Precision",
    "ReadError",
    "ResolveError",
    "Span",
    "TimeMention",
    "TimeMentions",
    "Timeline",
    "TimelineError",
    "Timex",
    "UnknownSuffixError",
    "UnreadableInputError",
    "When",
    "WriteError",
    "WriteOptions",
    "build_timeline",
    "find_times",
    "load_timeline",
    "lock_file",
    "read_articles",
    "verify_claims",
]


def __getattr__(name: str) -> Any:
    """Load the home of a public name on first use."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
