"""`edit`: a change to one event of a state, written into a file of edits that `build --edits` applies."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from timeline.cli.report import DONE, say
from timeline.edits import Edit, write_edit
from timeline.errors import OptionError
from timeline.formats.wording import brief_when
from timeline.model import Event
from timeline.timeline import Timeline, load_timeline

MOST_NAMED = 5
"""Events named where the beginning of a UID fits several."""


def add_commands(commands: Any) -> None:
    """Add `edit` to the parser."""
    purpose = "change an event by hand: write the change into a file that `build --edits` applies"
    edit = commands.add_parser("edit", help=purpose, description=f"{purpose.capitalize()}.")
    add = edit.add_argument
    add("state", metavar="STATE", help="timeline file that holds the event")
    add("uid", metavar="UID", help="UID of the event, or its beginning; `show --ids` lists them")
    add("--edits", metavar="FILE.toml", help="file of edits; edits.toml beside STATE if not given")
    hiding = edit.add_mutually_exclusive_group()
    hiding.add_argument("--hide", action="store_true", default=None, help="take the event off")
    hiding.add_argument("--show", dest="hide", action="store_false", help="take the hiding back")
    add("--title", metavar="TITLE", help="another title")
    add("--kind", metavar="KIND", help="another kind")
    add(
        "--date", metavar="DATE", help="another time: 2026, 2026-03, 2026-03-13, 2026-03-13T14:00; a range has a stroke"
    )
    add("--place", metavar="PLACE", help="another place")
    edit.set_defaults(run=_edit)


def _edit(call: argparse.Namespace) -> int:
    """Find the event, write the edit and say what was written where."""
    given = {name: value for name in Edit.model_fields if (value := getattr(call, name)) is not None}
    if not given:
        raise OptionError("nothing to change; give --hide, --show, --title, --kind, --date or --place")
    path = call.edits or str(Path(call.state).with_name("edits.toml"))
    event = _find(load_timeline(call.state), call.uid)
    write_edit(path, event.id, Edit.model_construct(**given), comment=_name(event))
    say(f"{path}: {_name(event)}: {', '.join(f'{name} = {value!r}' for name, value in given.items())}")
    return DONE


def _find(line: Timeline, beginning: str) -> Event:
    """Return the event whose UID is, or alone begins with, what was given.

    Raises:
        OptionError: There is none, or several.
    """
    events = [event for event in (*line.events, *line.candidates) if event.id.startswith(beginning)]
    found = [event for event in events if event.id == beginning] or events
    if len(found) == 1 and beginning:
        return found[0]
    named = "; ".join(f"{event.id} {_name(event)}" for event in found[:MOST_NAMED])
    what = f"begins the UID of {len(found)} events; give more of it: {named}" if found else "is the UID of no event"
    raise OptionError(f"{beginning!r} {what}")


def _name(event: Event) -> str:
    return f"{brief_when(event.when)} {event.title}"
