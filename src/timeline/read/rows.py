"""The lines of a corpus, one at a time, however long it is."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from timeline.errors import UnreadableInputError
from timeline.read.decode import decode

HEAD = 8192
"""So many bytes at most tell the encoding."""

ENCODINGS = ("utf-8", "gb18030", "big5hkscs")
"""Encodings a corpus may have; a line that does not fit its corpus is looked at for itself."""


class Rows:
    """An iterator over the decoded lines of a stream, each with its line end.

    A line that is too long or no text comes as an empty string, and `trouble` says what is wrong with it.
    """

    def __init__(self, stream: BufferedReader, limit: int) -> None:
        """Look at the head of a stream.

        Args:
            limit: Greatest length of a line in bytes.
        Raises:
            UnreadableInputError: It is no text, or text in an encoding that has no lines of bytes.
        """
        head = stream.peek(HEAD)[:HEAD]
        if b"\0" in head:
            raise UnreadableInputError("not text in utf-8, gb18030 or big5; convert it to utf-8")
        decoded = decode(head)
        self.encoding = decoded[1] if decoded and decoded[1] in ENCODINGS else "utf-8"
        self.number = 0
        """Lines taken so far: the number of the current one."""
        self.trouble: str | None = None
        """What is wrong with a line since this was cleared."""
        self._stream = stream
        self._limit = limit

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(self._limit + 1)
        if not line:
            raise StopIteration
        self.number += 1
        return self._decoded(line)

    def _decoded(self, line: bytes) -> str:
        if len(line) > self._limit:
            self.trouble = f"beyond the limit bytes_per_record of {self._limit}; raise it to read this"
            while line and not line.endswith(b"\n"):
                line = self._stream.readline(1 << 20)
            return ""
        try:
            return line.decode(self.encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            other = decode(line)
        if other is None:
            self.trouble = f"no text in {self.encoding}; convert it to utf-8"
            return ""
        return other[0]
