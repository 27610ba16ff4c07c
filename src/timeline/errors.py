"""Every exception of the library; this module imports nothing of ours.

    TimelineError
    ├── ReadError                  a document could not be read
    │   ├── InputNotFoundError     no such file, folder or glob match
    │   ├── UnreadableInputError   it exists, but cannot be opened or is not text
    │   ├── TooLargeError          it goes beyond a limit
    │   └── UnknownSuffixError     no reader or format for this file suffix
    ├── LexiconError               a rule file is wrong: file and rule id
    ├── OptionError                a wrong call: a bad date, zone, kind or threshold
    ├── ResolveError               a time expression cannot be placed on the calendar
    │   ├── MissingAnchorError     it counts from a day that nobody gave
    │   └── OutOfRangeError        it falls outside years 1-9999
    ├── FormatError                a timeline file is not what it claims to be
    └── WriteError                 an output could not be written
        └── LockedError            another process has it

Doubtful *text* is no exception: it becomes an `Issue`, and nothing else is lost.
A wrong *call* raises.
"""

from __future__ import annotations


class TimelineError(Exception):
    """Root of all errors raised by this library.

    Attributes:
        message: What happened, lower case, with the value in `repr` and what would help.
        source: The input or output it happened in, if any.
    """

    def __init__(self, message: str, *, source: str | None = None) -> None:
        self.message = message
        self.source = source
        super().__init__(f"{source}: {message}" if source else message)


class ReadError(TimelineError):
    """A document could not be read."""


class InputNotFoundError(ReadError):
    """No such file or folder, or a glob without a match."""


class UnreadableInputError(ReadError):
    """The input exists, but cannot be opened or is not text."""


class TooLargeError(ReadError):
    """The input goes beyond a limit."""

    def __init__(self, limit: str, value: int) -> None:
        super().__init__(f"beyond the limit {limit} of {value}; raise it to read this")


class UnknownSuffixError(ReadError):
    """No reader or format is known for this file suffix."""


class LexiconError(TimelineError):
    """A rule file is wrong; the message names file and rule id."""


class OptionError(TimelineError):
    """A wrong call: a bad date, zone, kind or threshold."""


class ResolveError(TimelineError):
    """A time expression cannot be placed on the calendar."""


class MissingAnchorError(ResolveError):
    """The expression counts from a day that nobody gave."""


class OutOfRangeError(ResolveError):
    """The result falls outside years 1-9999."""


class FormatError(TimelineError):
    """A timeline file is not what it claims to be."""


class WriteError(TimelineError):
    """An output could not be written."""


class LockedError(WriteError):
    """Another process is reading and writing the file."""
