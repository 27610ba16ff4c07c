"""Measure the whole way, bytes to timeline: characters a second, multiples of a regex pass, and growth on bad input.

    python -m benchmarks.whole_way

Each figure is the best of several passes in one process. The yardstick is one pass of one large date expression over
the same texts; the evaluation's own yardstick is used too where its file lies beside the checkout.
"""

from __future__ import annotations

import runpy
import time
from collections.abc import Sequence
from pathlib import Path

import timeline as tl
from benchmarks.yardstick import yardstick

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
CORPORA = {
    "examples": ROOT / "examples" / "articles",
    "five documents": SHARED / "articles",
    "development documents": SHARED / "eval" / "dev" / "texts",
}
WORST = {
    "no full stop": "各方代表围绕城市更新与旧厂房改造展开讨论并就下一步工作交换意见",
    "full dates": "2026年3月13日",
    "bare months": "2月",
    "English dates": "March 13, 2026 ",
}
"""Units that are repeated up to a megabyte."""


def build(texts: Sequence[str]) -> None:
    """Go the whole way once, from bytes to a merged timeline."""
    tl.build_timeline(tl.read_articles([text.encode() for text in texts]))


def whole_way(texts: Sequence[str], passes: int = 3) -> float:
    """Return the fewest seconds that one of several passes took."""
    seconds = []
    for _ in range(passes):
        begin = time.perf_counter()
        build(texts)
        seconds.append(time.perf_counter() - begin)
    return min(seconds)


def growth(unit: str, size: int = 1_000_000) -> tuple[float, float]:
    """Return the processor seconds for `size` characters of a repeated unit, and their multiple of those for half."""
    seconds = []
    for length in (size // 2, size):
        begin = time.process_time()
        build([(unit * length)[:length]])
        seconds.append(time.process_time() - begin)
    return seconds[1], seconds[1] / seconds[0]


def evaluation_yardstick(texts: Sequence[str]) -> float | None:
    """Return the seconds of the evaluation's own regex pass, None where its file is missing."""
    script = SHARED / "eval" / "baseline_regex.py"
    if not script.exists():
        return None
    seconds, _ = runpy.run_path(str(script))["baseline"](texts)
    return float(seconds)


def main() -> None:
    """Print the table."""
    build(["2026年3月13日，论坛在北京举行。", "The fair opens on 3 June 2026."])  # loads the rules
    print(f"{'corpus':<24}{'characters':>12}{'seconds':>10}{'char/s':>12}{'x ours':>10}{'x theirs':>10}")
    for name, folder in CORPORA.items():
        texts = [path.read_text(encoding="utf-8-sig") for path in sorted(folder.glob("*.*"))]
        if not texts:
            continue
        size, seconds, theirs = sum(map(len, texts)), whole_way(texts), evaluation_yardstick(texts)
        multiple = f"{seconds / theirs:.1f}" if theirs else "-"
        ours = seconds / yardstick(texts)
        print(f"{name:<24}{size:>12,}{seconds:>10.3f}{size / seconds:>12,.0f}{ours:>10.1f}{multiple:>10}")
    print(f"\n{'a megabyte of':<24}{'seconds':>10}{'n : n/2':>10}")
    for name, unit in WORST.items():
        seconds, ratio = growth(unit)
        print(f"{name:<24}{seconds:>10.2f}{ratio:>10.2f}")


if __name__ == "__main__":
    main()
