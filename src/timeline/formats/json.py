"""The library's own JSON, `timeline/1`: nothing is lost on the way out and back.

RFC 8259, UTF-8 without byte-order mark, keys in a fixed order, null written out. The JSON Schema (2020-12) is made from
the models and shipped beside this module.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from pydantic import ValidationError
from pydantic.json_schema import GenerateJsonSchema

from timeline.errors import FormatError
from timeline.formats.options import WriteOptions
from timeline.model import Event, TimelineRecord
from timeline.model.record import SCHEMA

SCHEMA_FILE = "timeline-1.schema.json"


def write(record: TimelineRecord, options: WriteOptions) -> Iterator[str]:
    """Yield the file, one article, event or issue at a time."""
    yield f'{{\n  "schema": {_dump(record.schema_)},\n  "name": {_dump(record.name)}'
    yield from _list("articles", (article.model_dump(mode="json") for article in record.articles))
    yield from _list("events", map(to_data, record.events))
    yield from _list("candidates", map(to_data, record.candidates))
    yield from _list("issues", (issue.model_dump(mode="json") for issue in record.issues))
    yield f',\n  "extensions": {_dump(record.extensions)}\n}}\n'


def left_out(record: TimelineRecord, options: WriteOptions) -> int:
    """Return 0: everything is written."""
    return 0


def to_data(event: Event) -> dict[str, Any]:
    """Return an event as plain JSON data, its id first."""
    data = event.model_dump(mode="json")
    return {"id": data.pop("id"), **data}


def read(data: bytes, source: str) -> TimelineRecord:
    """Return the timeline of a file.

    Raises:
        FormatError: It is no JSON, of an unknown schema, or a field is wrong; the message names the place.
    """
    try:
        plain = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FormatError(f"not UTF-8 at byte {error.start}", source=source) from error
    except (ValueError, RecursionError) as error:
        raise FormatError(f"not JSON: {error}", source=source) from error
    version = plain.get("schema") if isinstance(plain, dict) else None
    if version != SCHEMA:
        hint = "; a newer release may read it" if str(version).startswith("timeline/") else ""
        raise FormatError(f"not a timeline of schema {SCHEMA!r}: its 'schema' is {version!r}{hint}", source=source)
    try:
        record = TimelineRecord.model_validate(plain)
    except ValidationError as error:
        raise FormatError(_first_error(error), source=source) from error
    _check_ids(record, source)
    return record


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the files written, made from the models."""
    made = TimelineRecord.model_json_schema(mode="serialization", by_alias=True)
    return {"$schema": GenerateJsonSchema.schema_dialect, "$id": f"urn:article-timeline:{SCHEMA}", **made}


def schema_text() -> str:
    """Return the JSON Schema as it is shipped."""
    return files("timeline.formats").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _list(key: str, items: Iterator[dict[str, Any]]) -> Iterator[str]:
    """Yield a key with a list of objects, each indented by four."""
    yield f',\n  "{key}": ['
    closing = "]"
    for number, item in enumerate(items):
        text = json.dumps(item, ensure_ascii=False, allow_nan=False, indent=2)
        yield ("," if number else "") + "\n    " + text.replace("\n", "\n    ")
        closing = "\n  ]"
    yield closing


def _first_error(error: ValidationError) -> str:
    """Return the first complaint with its place, such as `events[3].when.start: ...`."""
    first = error.errors(include_url=False)[0]
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(".")
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return f"{place}: {first['msg'].lower()}, not {first['input']!r:.80}{more}"


def _check_ids(record: TimelineRecord, source: str) -> None:
    seen: set[str] = set()
    for event in (*record.events, *record.candidates):
        if event.id in seen:
            raise FormatError(f"the id {event.id!r} stands twice", source=source)
        seen.add(event.id)
