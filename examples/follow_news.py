"""Follow ten days of news: continue each day the timeline of the day before, and say what changed.

    python examples/follow_news.py [FOLDER]

FOLDER gets `news.json`, the state, and `news.ics`, which a calendar program can subscribe to. The correction of a
reader lies beside the articles of the seventh day; the timeline keeps it from then on.
"""

import sys
from pathlib import Path

import timeline as tl


def main() -> None:
    """Go through the days, and write state and calendar at the end."""
    line = tl.Timeline()
    for day in sorted((Path(__file__).parent / "updates").glob("day-*")):
        before = line
        line = tl.build_timeline(tl.read_articles(f"{day}/*.txt"), name="Three towns").update(before)
        if (edits := day / "edits.toml").is_file():
            line = line.edit(edits)
        print(day.name)
        for change in before.diff(line):
            fields = ", ".join(change.fields) or "new"
            print(f"  {change.event.when.edtf}  {change.event.title}  ({fields}; sequence {change.event.sequence})")
    if len(sys.argv) > 1:
        line.write(Path(sys.argv[1]) / "news.json")
        line.write(Path(sys.argv[1]) / "news.ics")


if __name__ == "__main__":
    main()
