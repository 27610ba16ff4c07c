"""One run at a time on one file: a lock between processes that goes when its holder ends or is killed.

What is locked is a hidden file beside the guarded one, which cannot be locked itself since writing replaces it. It is a
lock of the operating system (POSIX record locks, `LockFile` on Windows), so a file left behind by a run that was killed
holds nobody up. It does not keep threads of one process apart.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from timeline.errors import LockedError, WriteError

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""What the systems answer where another process has the lock."""


@contextmanager
def lock_file(path: str | os.PathLike[str]) -> Iterator[None]:
    """Keep other processes that ask for the same file out of a `with` block.

    The file need not exist yet. Reading it needs no lock: a file is replaced whole.

    Raises:
        LockedError: Another process has it.
        WriteError: Nothing can be written beside it.

    Examples:
        >>> with lock_file("events.json"):
        ...     pass  # load, update, write
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name[:60]}.lock")
    try:
        handle = _take(beside)
    except OSError as error:
        raise WriteError(f"cannot be locked: {error.strerror or error}", source=os.fspath(path)) from error
    if handle is None:
        message = "in use by another run; wait until that has ended and try again, nothing was changed"
        raise LockedError(message, source=os.fspath(path))
    try:
        yield
    finally:
        _give_back(beside, handle)


def _take(beside: Path) -> int | None:
    """Return the open lock file, locked, or None where another process has it."""
    while True:
        handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _try_lock(handle)
        except OSError as error:
            os.close(handle)
            if error.errno in HELD:
                return None
            raise
        if _is_still(beside, handle):
            return handle
        os.close(handle)


def _is_still(beside: Path, handle: int) -> bool:
    """Return whether the open file is the one that stands there: its last holder takes it away."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(handle), beside.stat())
    return False


def _give_back(beside: Path, handle: int) -> None:
    """Take the lock file away and unlock it, in the order that the system allows."""
    if sys.platform != "win32":
        beside.unlink(missing_ok=True)
    os.close(handle)
    if sys.platform == "win32":
        with suppress(OSError):
            beside.unlink()
