"""Compressed files, read as what they hold."""

from __future__ import annotations

import gzip
import io
from typing import TYPE_CHECKING, BinaryIO

from timeline.errors import TooLargeError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAGIC = b"\x1f\x8b\x08"
"""How gzip data begins (RFC 1952, 2.3.1)."""

FREE = 1 << 20
"""So many bytes may always come out, however few went in."""


def inflate(stream: BinaryIO, expansion: int) -> io.BufferedReader:
    """Return the stream, decompressed if it is gzip, with its first bytes to peek at.

    Args:
        expansion: How many times its size the data may grow to; reading on raises `TooLargeError`.
    """
    counted = _Counted(stream)
    buffered: io.BufferedReader = io.BufferedReader(counted)
    if not buffered.peek(len(MAGIC)).startswith(MAGIC):
        return buffered
    return io.BufferedReader(_Inflated(gzip.GzipFile(fileobj=buffered), counted, expansion))


class _Counted(io.RawIOBase):
    """A stream that knows how many bytes were taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        data = self._stream.read(len(memoryview(buffer)))
        memoryview(buffer)[: len(data)] = data
        self.count += len(data)
        return len(data)


class _Inflated(io.RawIOBase):
    """What gzip data holds, as long as it does not grow out of measure."""

    def __init__(self, data: gzip.GzipFile, source: _Counted, expansion: int) -> None:
        self._data = data
        self._source = source
        self._expansion = expansion
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        data = self._data.read1(len(memoryview(buffer)))
        memoryview(buffer)[: len(data)] = data
        self._count += len(data)
        if self._count > FREE + self._expansion * self._source.count:
            raise TooLargeError("expansion", self._expansion)
        return len(data)
