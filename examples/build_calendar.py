"""Build a calendar and a JSON file from a folder of articles.

Run it as `python examples/build_calendar.py [FOLDER]`; the files are written to FOLDER, by default the current one.
"""

from __future__ import annotations

import sys
from pathlib import Path

import timeline as tl

ARTICLES = Path(__file__).parent / "articles"


def main(folder: Path) -> None:
    """Write `news.ics` and `news.json`, then list the events and the doubts."""
    line = tl.build_timeline(tl.read_articles(ARTICLES), name="River towns")
    for name in ("news.ics", "news.json"):
        line.write(folder / name)
    for event in line:
        print(f"{event.when.edtf:<22} {event.kind:<12} {event.status:<10} {event.title}")
    print(f"{len(line)} events from {len(line.articles)} articles, {len(line.issues)} issues")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path())
