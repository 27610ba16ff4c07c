"""Measure `find_times`: multiples of the yardstick, the first call, growth on bad input, and other taggers.

    python -m benchmarks.times [--peers PYTHON] [--size CHARACTERS]

PYTHON is the interpreter of an environment with `benchmarks/requirements.txt` (see `peers.py`).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import timeline
from benchmarks.corpus import corpora
from benchmarks.yardstick import yardstick

ROOT = Path(__file__).parents[1]
ANCHOR = "2025-05-27"
WORST = {
    "digits": "7",
    "2月": "2月",
    "月": "月",
    "at": "at ",
    "一": "一",
    "2025-": "2025-",
    "mixed brackets": "周五(",
    "5月、": "5月、",
    "the": "the ",
    "two": "two ",
    "spaces": " ",
}
"""Units that are repeated up to a megabyte."""
FIRST_CALL = f"import timeline; timeline.find_times('会议将于6月8日上午9时举行', anchor='{ANCHOR}')"
PEERS = ("JioNLP", "Recognizers-Text", "dateparser")


def tagging(texts: Sequence[str], passes: int = 5) -> float:
    """Return the fewest seconds that one of several passes of `find_times` took."""
    seconds = []
    for _ in range(passes):
        begin = time.perf_counter()
        for text in texts:
            timeline.find_times(text, anchor=ANCHOR)
        seconds.append(time.perf_counter() - begin)
    return min(seconds)


def growth(unit: str, size: int) -> tuple[float, float]:
    """Return the processor seconds for `size` characters of a repeated unit, and the multiple of those for half."""
    spent = []
    for length in (size // 2, size):
        text = (unit * length)[:length]
        begin = time.process_time()
        timeline.find_times(text, anchor=ANCHOR)
        spent.append(time.process_time() - begin)
    return spent[1], spent[1] / spent[0]


def first_call() -> float:
    """Return the seconds of import plus first call in a new process, without the interpreter's own start."""
    command = f"import time; t = time.perf_counter(); {FIRST_CALL}; print(time.perf_counter() - t)"
    runs = [subprocess.run([sys.executable, "-c", command], capture_output=True, check=True) for _ in range(3)]
    return min(float(run.stdout) for run in runs)


def peer(python: str, name: str) -> dict[str, float]:
    """Return the figures of another tagger."""
    command = [python, "-m", "benchmarks.peers", name]
    run = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    figures: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return figures


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure find_times.")
    parser.add_argument("--peers", metavar="PYTHON", help="interpreter with benchmarks/requirements.txt")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the worst cases")
    options = parser.parse_args()
    python, size = options.peers, options.size
    figures = {"first call": first_call()}
    for corpus in corpora():
        figures[corpus.name] = tagging(corpus.texts) / yardstick(corpus.texts)
    rows = {"find_times": figures} | ({name: peer(python, name) for name in PEERS} if python else {})
    print(f"{'times the yardstick':<20}" + "".join(f"{column:>14}" for column in figures))
    for name, row in rows.items():
        cells = (f"{row[column]:.2f}" if column in row else "-" for column in figures)
        print(f"{name:<20}" + "".join(f"{cell:>14}" for cell in cells))
    print(f"\n{size:,} characters of".ljust(21) + f"{'seconds':>14}{'2n : n':>14}")
    for name, unit in WORST.items():
        seconds, ratio = growth(unit, size)
        print(f"{name:<20}{seconds:>14.2f}{ratio:>14.2f}")


if __name__ == "__main__":
    main()
