"""Measure reading, format by format: characters a second, and the share of the whole way to events.

    python -m benchmarks.read

The articles of `tests/cases/same_events.toml` are written in every format and read from memory, several passes in one
process; the best counts. Reading is from bytes to articles with their sentences; the whole way goes on to events.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator, Sequence

import timeline as tl
from tests.read.test_same_events import FORMS, STORIES
from timeline.model import Options, RawDocument
from timeline.pipeline import process_document
from timeline.read import read_document
from timeline.read.readers import read_stream, suffix_of

PASSES = 5

File = tuple[str, bytes]
"""Name and bytes."""


def open_files(files: Sequence[File]) -> Iterator[RawDocument]:
    """Yield the documents of some files."""
    for name, data in files:
        for found in read_stream(io.BytesIO(data), name, suffix_of(name), Options()):
            if isinstance(found, RawDocument):
                yield found


def read_files(files: Sequence[File]) -> int:
    """Take some files apart into articles, and return how many characters they hold."""
    return sum(len(article.text) for document in open_files(files) for article in read_document(document))


def go_all_the_way(files: Sequence[File]) -> None:
    """Read some files and find the events in them."""
    assert [process_document(document, Options()) for document in open_files(files)]


def best(work: Callable[[Sequence[File]], object], files: Sequence[File]) -> float:
    """Return the fewest seconds that one of several passes took."""
    seconds = []
    for _ in range(PASSES):
        begin = time.perf_counter()
        work(files)
        seconds.append(time.perf_counter() - begin)
    return min(seconds)


def main() -> None:
    """Print the table."""
    tl.build_timeline(tl.read_articles("2026年3月13日，论坛在北京举行。".encode()))  # loads the rules
    print(f"{'format':<14}{'bytes':>10}{'characters':>12}{'ms a file':>11}{'char/s':>12}{'share':>8}")
    for name, write in FORMS.items():
        files = [(name, write(story)) for story in STORIES]
        size, characters = sum(len(data) for _, data in files), read_files(files)
        reading, whole = best(read_files, files), best(go_all_the_way, files)
        each, speed = 1000 * reading / len(files), characters / reading
        print(f"{name:<14}{size:>10,}{characters:>12,}{each:>11.1f}{speed:>12,.0f}{reading / whole:>8.0%}")


if __name__ == "__main__":
    main()
