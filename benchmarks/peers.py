"""Measure other time taggers beside the yardstick: JioNLP, Recognizers-Text and dateparser.

    python -m venv peers && peers/bin/pip install -r benchmarks/requirements.txt
    python -m benchmarks.times --peers peers/bin/python

Runs in an environment of its own, as their requirements clash with ours, and prints one JSON object: for each tagger
and corpus the multiple of the yardstick taken in the same process, and the seconds of import plus first call.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime

from benchmarks.corpus import corpora, first_texts
from benchmarks.yardstick import yardstick

ANCHOR = datetime(2025, 5, 27)
CHARACTERS = 12_000
"""Enough to measure by; the slowest need a second for it."""
FIRST = "会议将于6月8日上午9时举行"

Tagger = Callable[[str, str], object]


def jionlp() -> Tagger:
    """Return JioNLP's tagger, for Chinese."""
    import jionlp as jio

    base = ANCHOR.timestamp()
    return lambda text, _language: jio.ner.extract_time(text, time_base=base, with_parsing=True)


def recognizers() -> Tagger:
    """Return that of Recognizers-Text."""
    from recognizers_date_time import recognize_datetime
    from recognizers_text import Culture

    cultures = {"zh": Culture.Chinese, "en": Culture.English}
    return lambda text, language: recognize_datetime(text, cultures[language], reference=ANCHOR)


def dateparser() -> Tagger:
    """Return that of dateparser."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": ANCHOR}
    return lambda text, language: search_dates(text, languages=[language], settings=settings)


PEERS: dict[str, tuple[Callable[[], Tagger], tuple[str, ...]]] = {
    "JioNLP": (jionlp, ("zh",)),
    "Recognizers-Text": (recognizers, ("zh", "en")),
    "dateparser": (dateparser, ("zh", "en")),
}


def measure(name: str) -> dict[str, float]:
    """Return the figures of one tagger."""
    load, languages = PEERS[name]
    begin = time.perf_counter()
    tagger = load()
    tagger(FIRST, "zh")
    figures = {"first call": time.perf_counter() - begin}
    for corpus in corpora():
        if corpus.language in languages:
            texts = first_texts(corpus, CHARACTERS)
            begin = time.perf_counter()
            for text in texts:
                tagger(text, corpus.language)
            figures[corpus.name] = (time.perf_counter() - begin) / yardstick(texts)
    return figures


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1])))
