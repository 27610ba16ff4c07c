"""Put a timeline into a calendar of a CalDAV server, as often as you like: nothing is doubled, what moved moves.

    python publish_caldav.py news.json https://cal.example/anna/news/ [USER]

The password is read from the variable CALDAV_PASSWORD. Needs the client: pip install 'article-timeline[caldav]'.
Without an address it says what it would put there. Events that the server holds beyond these are left alone.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

import icalendar

import timeline as tl

ARTICLES = Path(__file__).parent / "articles"


def publish(line: tl.Timeline, calendar: Any) -> Counter[str]:
    """Put each event under its own UID, unless the server has it just so; return how many were put and left.

    The text goes as it is, since `save_event` would raise SEQUENCE and rewrite backslashes.

    Args:
        calendar: A `caldav.Calendar`.
    """
    known = {entry["UID"]: (found.url, entry) for found in calendar.events() for entry in entries(found.data)}
    done: Counter[str] = Counter()
    for at in range(len(line)):
        text = line[at : at + 1].to_ics(refresh=None)
        for entry in entries(text):
            address, there = known.get(entry["UID"], (calendar.url.join(f"{quote(entry['UID'], safe='')}.ics"), None))
            if there != entry:
                put(calendar, address, text)
            done["unchanged" if there == entry else "put"] += 1
    return done


def put(calendar: Any, address: Any, text: str) -> None:
    """Send one event to the server, or leave with the reason why it was refused."""
    answer = calendar.client.put(address, text, {"Content-Type": "text/calendar; charset=utf-8"})
    if answer.status >= 400:
        sys.exit(f"{address}: refused with status {answer.status}")


def entries(text: str) -> list[Any]:
    """Return the events of a calendar."""
    return icalendar.Calendar.from_ical(text).walk("VEVENT")


def main() -> None:
    """Publish the timeline named first in the calendar named second."""
    given = sys.argv[1:]
    line = tl.load_timeline(given[0]) if given else tl.build_timeline(tl.read_articles(ARTICLES), name="River towns")
    if len(given) < 2:
        print(f"{len(entries(line.to_ics()))} events are ready; give a file and the address of a calendar")
        return
    from caldav import Calendar, DAVClient

    user = given[2] if len(given) > 2 else None
    with DAVClient(given[1], username=user, password=os.environ.get("CALDAV_PASSWORD")) as client:
        done = publish(line, Calendar(client, url=given[1]))
    print(f"{done['put']} events put, {done['unchanged']} unchanged")


if __name__ == "__main__":
    main()
