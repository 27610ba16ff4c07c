"""Text that was decoded with the wrong encoding somewhere on its way: told, never repaired.

Such a text becomes sound when it is encoded with the wrong encoding and decoded with the right one; sound text does
not.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from timeline.read.decode import MIN_FREQUENT, likeness

LOST = 3
"""So many characters that were lost (U+FFFD), and one in a hundred, show that bytes were not understood."""

SAMPLE = 1_000
"""So many characters are looked at."""

LEAST = 4
"""A run of so many characters tells, where the right encoding is UTF-8."""

LEAST_OTHERS = 12
"""All runs together have so many characters, where it is not."""

SHARE = 0.3
"""So many of the characters beyond ASCII stand in runs that were misread."""

MISREADINGS = (
    ("gb18030", "utf-8"),
    ("cp1252", "utf-8"),
    ("cp1252", "gb18030"),
    ("cp1252", "big5hkscs"),
    ("gb18030", "big5hkscs"),
)
"""What was taken for it, and what it is."""


def find_mojibake(text: str) -> str | None:
    """Return how a text was misread, in words, or None where it was not.

    Examples:
        >>> find_mojibake("江城书市开幕".encode().decode("gb18030", "replace"))
        'utf-8 was read as gb18030'
        >>> find_mojibake("江城书市开幕")
    """
    sample = text[:SAMPLE]
    if sample.isascii():
        return None
    lost = sample.count("\ufffd") + sample.count("锟斤拷")
    if lost >= LOST and lost * 100 >= len(sample):
        return "characters were lost and replaced"
    if likeness(sample) >= 2 * MIN_FREQUENT:
        return None
    runs = _run().findall(sample)
    wide = sum(map(len, runs))
    for wrong, right in MISREADINGS:
        readings = [(run, _read_again(run, wrong, right)) for run in runs]
        sound = [(run, reading) for run, reading in readings if reading]
        before, after = (likeness("".join(parts)) for parts in zip(*sound, strict=True)) if sound else (0.0, 0.0)
        likely = right == "utf-8" or after >= 2 * max(MIN_FREQUENT, before)
        least = LEAST if right == "utf-8" else LEAST_OTHERS
        if likely and sum(len(run) for run, _ in sound) >= max(least, SHARE * wide):
            return f"{right} was read as {wrong}"
    return None


@lru_cache(1024)
def _read_again(run: str, wrong: str, right: str) -> str | None:
    """Return what a run of characters means if it was misread, or None where it cannot have been.

    Bytes at its end may belong to a character that was lost. Two Chinese characters may by chance be valid UTF-8, but
    not for others.
    """
    try:
        data = run.encode("latin-1" if wrong == "cp1252" and _is_latin_1(run) else wrong)
    except UnicodeEncodeError:
        return None
    for end in range(len(data), max(0, len(data) - 3), -1):
        try:
            reading = data[:end].decode(right)
        except UnicodeDecodeError:
            continue
        chinese = sum("\u3000" <= character <= "\u9fff" for character in reading) * 2 >= len(reading)
        return reading if len(run) >= LEAST and not reading.isascii() and (chinese or wrong == "cp1252") else None
    return None


def _is_latin_1(run: str) -> bool:
    return all(character < "\u0100" for character in run)


@cache
def _run() -> re.Pattern[str]:
    """Characters beyond ASCII one after another."""
    return re.compile(r"[^\x00-\x7f\ufffd]+")
