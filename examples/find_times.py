"""Use the time tagger alone: what a sentence says about time, read from a given day."""

from __future__ import annotations

from datetime import date

import timeline as tl

SENTENCES = (
    "培训班将于下周三上午9时开班，为期五天，报名于本月底截止。",
    "大會原訂四月十七至廿六日舉行，現延期至八月中旬。",
    "The fair opens on Friday and runs until 3 June; registration closed last week.",
)
ANCHOR = date(2026, 5, 14)


def main() -> None:
    """Print each expression with its TIMEX3 value and the time it was resolved to."""
    for sentence in SENTENCES:
        print(sentence)
        for mention in tl.find_times(sentence, anchor=ANCHOR):
            reading = mention.when.edtf if mention.when else f"no date: {mention.reason}"
            print(f"  [{mention.span.start}:{mention.span.end}] {mention.text}  {mention.timex.value}  →  {reading}")


if __name__ == "__main__":
    main()
