"""Which suffix is which format, and writing a file whole or not at all."""

from __future__ import annotations

import filecmp
import os
import tempfile
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from timeline.errors import FormatError, UnknownSuffixError, WriteError
from timeline.formats.options import WriteOptions
from timeline.model import TimelineRecord

SUFFIXES = {
    ".json": "json",
    ".ics": "ics",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".html": "html",
    ".jsonld": "jsonld",
    ".jscal": "jscalendar",
}
"""File suffix to format; the module of a format bears its name."""

READABLE = ("json", "ics")
"""Formats that can be read back."""


class Format(Protocol):
    """What a format module holds."""

    def write(self, record: TimelineRecord, options: WriteOptions) -> Iterator[str]:
        """Yield the file's text in order."""
        ...

    def left_out(self, record: TimelineRecord, options: WriteOptions) -> int:
        """Return how many events the format cannot show."""
        ...

    def read(self, data: bytes, source: str) -> TimelineRecord:
        """Return what a file holds; only where the format can be read."""
        ...


def format_of(path: str | os.PathLike[str], name: str | None = None) -> Format:
    """Return the format module for a path, or the one called `name`.

    Raises:
        UnknownSuffixError: Neither is known.
    """
    suffix = Path(path).suffix.lower()
    known = name or SUFFIXES.get(suffix)
    if known not in SUFFIXES.values():
        what = f"unknown format {name!r}" if name else f"no format for suffix {suffix!r}"
        raise UnknownSuffixError(f"{what}; known are {', '.join(sorted(SUFFIXES.values()))}", source=os.fspath(path))
    return cast(Format, import_module(f"timeline.formats.{known}"))


def read_file(path: str | os.PathLike[str]) -> TimelineRecord:
    """Return the timeline that a file holds, its format told by the suffix.

    Raises:
        FormatError: It cannot be opened or is not what it claims to be.
        UnknownSuffixError: No format of this suffix can be read.
    """
    source = os.fspath(path)
    module = format_of(path)
    if SUFFIXES[Path(path).suffix.lower()] not in READABLE:
        raise UnknownSuffixError(f"this format cannot be read back; {', '.join(READABLE)} can", source=source)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise FormatError(f"cannot be opened: {error.strerror or error}", source=source) from error
    return module.read(data, source)


def write_whole(path: str | os.PathLike[str], parts: Iterable[str]) -> None:
    """Write UTF-8 text so that the path holds all of it or what it held before.

    A temporary file in the same folder is written, flushed to disk and renamed. A file of the same bytes is left alone,
    so that web servers go on answering "not modified". A link is followed; a device or pipe is written directly, since
    it has nothing to keep.

    Raises:
        WriteError: The folder is missing, the path is a folder, or the system refuses.
    """
    given, target = Path(path), Path(os.path.realpath(path))
    try:
        if given.is_dir():
            raise WriteError("is a folder; name a file in it", source=os.fspath(path))
        if not given.exists() and not target.parent.is_dir():
            raise WriteError(f"there is no folder {os.fspath(target.parent)!r}; make it first", source=os.fspath(path))
        if given.exists() and not given.is_file():
            with given.open("wb") as stream:
                stream.writelines(part.encode() for part in parts)
        else:
            _replace(target, parts)
    except OSError as error:
        raise WriteError(f"cannot be written: {error.strerror or error}", source=os.fspath(path)) from error


def _replace(target: Path, parts: Iterable[str]) -> None:
    """Write a new file beside the target and put it in its place, unless the target holds just that."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:60]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(part.encode() for part in parts)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists() and filecmp.cmp(name, target, shallow=False):
            Path(name).unlink()
            return
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Return the permissions of the file to be replaced, or those that a new file would have."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
