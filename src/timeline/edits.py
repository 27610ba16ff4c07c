"""What a person changes by hand: a small TOML file with one table an event, named by its UID.

    ["5f2b…"]
    title = "Harbour Book Fair"
    kind = "festival"
    date = "2026-03-13/2026-03-17"     # a year, month, day or local time; a range has a stroke
    place = "Old Customs House"

    ["9c41…"]
    hide = true                        # shown as cancelled where a calendar may hold it already, nowhere else

Edits are applied last and kept by updates, also without the file; the event names the fields in `edited`. What the news
said stays among the aliases and the previous times, so that further reports are recognised. `hide = false` takes a
hiding back; another edit is taken back by setting the field again.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, TypeAdapter, ValidationError

from timeline.errors import OptionError
from timeline.formats.files import write_whole
from timeline.formats.lock import lock_file
from timeline.formats.toml_text import set_keys
from timeline.history import SEQUENCED, changed_fields, replaced_times
from timeline.merge.fields import gather_aliases
from timeline.model import Event, Issue, Model, Place, Precision, TimelineRecord, When

PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY, 16: Precision.MINUTE}
"""Length of an ISO 8601 text to the unit it names."""


class Edit(Model):
    """What is set for one event; what is not given stays."""

    hide: bool | None = None
    """Whether the event is taken off; false takes it back."""
    title: str | None = Field(default=None, min_length=1)
    """Another title."""
    kind: str | None = Field(default=None, min_length=1)
    """Another kind."""
    date: str | None = None
    """Another time, or two with a stroke between."""
    place: str | None = Field(default=None, min_length=1)
    """Another place."""


def read_edits(path: str | os.PathLike[str]) -> dict[str, Edit]:
    """Return the edits of a file by UID.

    Raises:
        OptionError: The file cannot be read, is no TOML, or sets something wrong; the message names the UID.
    """
    return _parse(_read(path), os.fspath(path))


def write_edit(path: str | os.PathLike[str], id: str, edit: Edit, *, comment: str = "") -> None:
    """Set an edit in a file of edits, or begin one; comments, order and other entries stay.

    Args:
        id: UID of the event.
        edit: What is given is set; what is not stays as the file has it.
        comment: Put beside the UID where the entry is new, such as the event's title.
    Raises:
        OptionError: The file is wrong, or the edit sets something wrong; nothing is written.
        LockedError: Another process is changing the file.
        WriteError: The file cannot be written.
    """
    source = os.fspath(path)
    with lock_file(path):
        old = _read(path) if Path(path).exists() else ""
        _parse(old, source)
        try:
            text = set_keys(old, id, edit.model_dump(exclude_none=True), comment)
        except ValueError as error:
            raise OptionError(str(error), source=source) from error
        _parse(text, source)
        write_whole(path, [text])


def _read(path: str | os.PathLike[str]) -> str:
    """Return the text of a file, its line ends as they are."""
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise OptionError(f"cannot be opened: {error.strerror or error}", source=os.fspath(path)) from error
    except UnicodeDecodeError as error:
        raise OptionError(f"not UTF-8 at byte {error.start}", source=os.fspath(path)) from error


def _parse(text: str, source: str) -> dict[str, Edit]:
    try:
        edits = TypeAdapter(dict[str, Edit]).validate_python(tomllib.loads(text))
        for id, edit in edits.items():
            _check_date(id, edit)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise OptionError(f"{place}: {first['msg'].lower()}, not {first['input']!r:.80}", source=source) from error
    except ValueError as error:
        raise OptionError(f"not a file of edits: {error}", source=source) from error
    return edits


def _check_date(id: str, edit: Edit) -> None:
    try:
        _read_date(edit.date, None)
    except ValueError as error:
        raise ValueError(f"{id}: {edit.date!r} is no date such as '2026-03-13' or '2026-03-13/2026-03-17'") from error


def apply_edits(record: TimelineRecord, edits: Mapping[str, Edit]) -> TimelineRecord:
    """Return the record with the edits applied; an edit whose event is not there is an issue."""
    known = {event.id for event in (*record.events, *record.candidates)}
    message = "the edit of {!r} ({}) fits no event; it may have become one with another"
    missing = [
        Issue(code="edit-without-event", message=message.format(id, ", ".join(sorted(edits[id].model_fields_set))))
        for id in sorted(set(edits) - known)
    ]
    return record.model_copy(
        update={
            "events": tuple(_apply(event, edits.get(event.id)) for event in record.events),
            "candidates": tuple(_apply(event, edits.get(event.id)) for event in record.candidates),
            "issues": (*record.issues, *missing),
        }
    )


def _apply(event: Event, edit: Edit | None) -> Event:
    """Return an event as edited, its sequence raised where that changes date, place or status."""
    if edit is None:
        return event
    names = {name for name in ("date", "kind", "place", "title") if getattr(edit, name) is not None}
    edited = {*event.edited, *names, *(["hidden"] if edit.hide else [])} - {"hidden" if edit.hide is False else ""}
    state = event.model_copy(update={**_changes(event, edit), "edited": tuple(sorted(edited))})
    raised = any(name in SEQUENCED for name in changed_fields(event, state))
    return state.model_copy(update={"sequence": event.sequence + raised})


def _changes(event: Event, edit: Edit) -> dict[str, Any]:
    """Return the fields of an event that an edit sets."""
    changes: dict[str, Any] = {}
    if edit.title is not None:
        changes |= {"title": edit.title, "aliases": gather_aliases([event], edit.title)}
    if edit.kind is not None:
        changes["kind"] = edit.kind
    if when := _read_date(edit.date, event.when.zone):
        changes |= {"when": when, "previous": replaced_times(when, event.previous, [event.when])}
    if edit.place is not None:
        changes["place"] = Place(name=edit.place, basis="edit")
    if edit.hide:
        changes["status"] = "cancelled"
    elif edit.hide is False and "hidden" in event.edited:
        changes["status"] = "scheduled" if event.when.earliest.isoformat() > event.updated[:10] else "held"
    return changes


def _read_date(text: str | None, zone: str | None) -> When | None:
    """Return the time that an edit sets.

    Raises:
        ValueError: It is none.
    """
    if text is None:
        return None
    start, stroke, end = text.partition("/")
    precision = PRECISIONS.get(len(start))
    return When.model_validate(
        {"start": start, "end": end if stroke else None, "precision": precision, "zone": zone, "text": text}
    )
