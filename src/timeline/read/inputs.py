"""Files, folders, globs, bytes and standard input → documents."""

from __future__ import annotations

import glob
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from timeline.errors import UnreadableInputError
from timeline.model import Issue, Options, RawDocument
from timeline.read.readers import SUFFIXES, read_stream, suffix_of


def read_documents(
    inputs: Iterable[str | Path | bytes], options: Options | None = None
) -> Iterator[RawDocument | Issue]:
    """Yield the documents of all inputs, in order, one at a time; an issue for each that cannot be read.

    A folder is read with all below it in order of name, hidden names left out; of its files those are taken whose
    suffix has a reader. Links that lead out of it, and links to folders, are not followed. A glob stands for its
    matches. `-` is standard input.

    Args:
        inputs: Paths, globs, `-`, or the bytes of a file; never a text.
        options: `fields` and `limits` for the readers.
    """
    options = options or Options()
    for number, given in enumerate(inputs, 1):
        if isinstance(given, bytes):
            yield from read_stream(io.BytesIO(given), f"<bytes {number}>", "", options)
        elif str(given) == "-":
            yield from read_stream(sys.stdin.buffer, "-", "", options)
        else:
            yield from _read_path(given, options)


def _read_path(given: str | Path, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield what one path or glob names."""
    path, source = Path(given), _shown(Path(given))
    try:
        if path.is_dir():
            yield from _read_folder(path, source, options)
        elif os.path.lexists(path):
            yield from _read_file(path, source, options)
        elif isinstance(given, str) and glob.has_magic(given):
            yield from _read_glob(given, options)
        else:
            yield Issue(code="input-not-found", message=f"no such file or folder: {source!r}", source=source)
    except (OSError, ValueError) as error:
        yield _unreadable(source, error)


def _read_glob(pattern: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield what the matches of a glob hold."""
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - a Path would lose the pattern as given
    if not matches:
        yield Issue(code="input-not-found", message=f"nothing matches {pattern!r}", source=pattern)
    for match in matches:
        path, source = Path(match), _shown(Path(match))
        if path.is_dir():
            if "**" not in pattern:
                yield from _read_folder(path, source, options)
        elif suffix_of(path.name) in SUFFIXES:
            yield from _read_file(path, source, options)


def _read_folder(folder: Path, source: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield the documents below a folder."""
    found = False
    denied: list[OSError] = []
    home = os.path.realpath(folder)
    for parent, folders, names in os.walk(folder, onerror=denied.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(parent, name) for name in folders):
            if path.is_symlink():
                yield _not_followed(path, "a link to a folder")
        for path in (Path(parent, name) for name in sorted(names) if not name.startswith(".")):
            if suffix_of(path.name) not in SUFFIXES:
                continue
            found = True
            if path.is_symlink() and home not in map(str, Path(os.path.realpath(path)).parents):
                yield _not_followed(path, "a link that leads out of the folder")
            else:
                yield from _read_file(path, f"{source}/{_shown(path.relative_to(folder))}", options)
    for error in denied:
        yield _unreadable(_shown(Path(str(error.filename))), error)
    if not found and not denied:
        message = f"no file with one of the suffixes {', '.join(sorted(SUFFIXES))}"
        yield Issue(code="nothing-readable", message=message, source=source)


def _read_file(path: Path, source: str, options: Options) -> Iterator[RawDocument | Issue]:
    """Yield the documents of one file."""
    try:
        stream = _open(path)
    except (OSError, UnreadableInputError) as error:
        yield _unreadable(source, error)
        return
    with stream:
        yield from read_stream(stream, source, suffix_of(path.name), options)


def _open(path: Path) -> BinaryIO:
    """Return a file opened for reading, without waiting for the other end of a pipe.

    Raises:
        UnreadableInputError: It is a device, a pipe or a socket.
    """
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise UnreadableInputError("neither a file nor a folder")
    return open(number, "rb", buffering=0)  # noqa: PTH123 - there is no path any more


def _shown(path: Path) -> str:
    """Return the POSIX path of a file; bytes of its name that are no UTF-8 are written `\\xNN`."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _not_followed(path: Path, what: str) -> Issue:
    return Issue(code="link-not-followed", message=f"{what} is not followed; name its target", source=_shown(path))


def _unreadable(source: str, error: OSError | ValueError | UnreadableInputError) -> Issue:
    """Return the issue for an input that exists and cannot be opened."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Issue(code="unreadable-input", message=f"cannot be opened: {reason.lower()}", source=source)
