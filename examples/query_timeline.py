"""Ask a timeline questions: what happens in a month, what is due, what was changed, and who says so."""

from __future__ import annotations

from pathlib import Path

import timeline as tl

ARTICLES = Path(__file__).parent / "articles"


def show(heading: str, line: tl.Timeline) -> None:
    """Print the events of a selection under a heading."""
    print(f"{heading} ({len(line)})")
    for event in line:
        place = f" @ {event.place.name}" if event.place else ""
        print(f"  {event.when.edtf}  {event.title}{place}")


def main() -> None:
    """Build the timeline once and query it."""
    line = tl.build_timeline(tl.read_articles(ARTICLES))
    show("In June 2026", line.between("2026-06", "2026-06"))
    show("Deadlines", line.of_kind("deadline"))
    show("After 1 July 2026", line.upcoming("2026-07-01"))
    show("Postponed or cancelled", line.with_status("postponed", "cancelled"))
    for event in line.with_status("postponed"):
        print(f"{event.title}: was {', '.join(when.edtf for when in event.previous)}, now {event.when.edtf}")
        for evidence in event.evidence:
            print(f"  “{evidence.text}”")


if __name__ == "__main__":
    main()
