"""Files, folders, globs, bytes and standard input → documents."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from timeline.model import Issue, RawDocument

READERS = {
    ".txt": "timeline.read.plain",
    ".text": "timeline.read.plain",
    ".md": "timeline.read.plain",
    ".markdown": "timeline.read.plain",
    "": "timeline.read.plain",
}
"""Suffix → module with `read_bytes(data, source, suffix)`; a further reader is one module and its suffixes."""


def read_documents(inputs: Iterable[str | Path | bytes]) -> Iterator[RawDocument | Issue]:
    """Yield the documents of all inputs, in order, one at a time; an issue for each that cannot be read.

    A folder is read with all below it in order of name, hidden names left out; of its files those are taken whose
    suffix has a reader. A glob stands for its matches. `-` is standard input. Bytes are one document.

    Args:
        inputs: Paths, globs, `-`, or the bytes themselves; never a text.
    """
    for number, given in enumerate(inputs, 1):
        if isinstance(given, bytes):
            yield from _read_bytes(given, f"<bytes {number}>", ".txt")
        elif str(given) == "-":
            yield from _read_bytes(sys.stdin.buffer.read(), "-", ".txt")
        else:
            yield from _read_path(given)


def _read_path(given: str | Path) -> Iterator[RawDocument | Issue]:
    """Yield what one path or glob names."""
    path, source = Path(given), Path(given).as_posix()
    try:
        if path.is_dir():
            yield from _read_folder(path, source)
        elif os.path.lexists(path):
            yield from _read_file(path, source, path.suffix.lower())
        elif isinstance(given, str) and glob.has_magic(given):
            yield from _read_glob(given)
        else:
            yield Issue(code="input-not-found", message=f"no such file or folder: {source!r}", source=source)
    except (OSError, ValueError) as error:
        yield _unreadable(source, error)


def _read_glob(pattern: str) -> Iterator[RawDocument | Issue]:
    """Yield what the matches of a glob hold."""
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - a Path would lose the pattern as given
    if not matches:
        yield Issue(code="input-not-found", message=f"nothing matches {pattern!r}", source=pattern)
    for match in matches:
        path = Path(match)
        if path.is_dir():
            if "**" not in pattern:
                yield from _read_folder(path, path.as_posix())
        elif path.suffix.lower() in READERS:
            yield from _read_file(path, path.as_posix(), path.suffix.lower())


def _read_folder(folder: Path, source: str) -> Iterator[RawDocument | Issue]:
    """Yield the documents below a folder; links to folders are not followed."""
    found = False
    denied: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=denied.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent) / name
            suffix = path.suffix.lower()
            if not name.startswith(".") and suffix and suffix in READERS:
                found = True
                yield from _read_file(path, f"{source}/{path.relative_to(folder).as_posix()}", suffix)
    for error in denied:
        yield _unreadable(str(error.filename), error)
    if not found and not denied:
        suffixes = ", ".join(sorted(filter(None, READERS)))
        yield Issue(code="nothing-readable", message=f"no file with one of the suffixes {suffixes}", source=source)


def _read_file(path: Path, source: str, suffix: str) -> Iterator[RawDocument | Issue]:
    """Yield the documents of one file."""
    if suffix not in READERS:
        suffixes = ", ".join(sorted(filter(None, READERS)))
        message = f"no reader for the suffix {suffix!r}; there are {suffixes}"
        yield Issue(code="unknown-suffix", message=message, source=source)
        return
    if path.exists() and not path.is_file():
        yield Issue(code="unreadable-input", message="neither a file nor a folder", source=source)
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        yield _unreadable(source, error)
        return
    yield from _read_bytes(data, source, suffix)


def _read_bytes(data: bytes, source: str, suffix: str) -> Iterator[RawDocument | Issue]:
    """Yield the documents that the reader of the suffix finds."""
    yield from import_module(READERS[suffix]).read_bytes(data, source, suffix)


def _unreadable(source: str, error: OSError | ValueError) -> Issue:
    """Return the issue for an input that exists and cannot be opened."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Issue(code="unreadable-input", message=f"cannot be opened: {reason.lower()}", source=source)
