"""The library's own JSON: shape, schema, the way back, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.hand_made import make_event, make_line, sampler
from timeline.errors import FormatError, UnknownSuffixError
from timeline.formats import json as format
from timeline.timeline import Timeline, load_timeline


def loads(text: str) -> Timeline:
    """Return the timeline of a JSON text."""
    return Timeline(format.read(text.encode(), "events.json"))


def test_round_trip(tmp_path: Path) -> None:
    """A file written reads back equal, and writes the same bytes again."""
    line = sampler()
    line.write(tmp_path / "events.json")
    again = load_timeline(tmp_path / "events.json")
    assert again == line
    assert again.to_json() == (tmp_path / "events.json").read_text(encoding="utf-8")


def test_shape() -> None:
    """Keys stand in the order of the format, absent values as null, text as it is, a newline at the end."""
    text = make_line(make_event("燈會", "2026-03"), name="年历").to_json()
    data = json.loads(text)
    assert list(data) == ["schema", "name", "articles", "events", "candidates", "issues", "extensions"]
    assert (data["schema"], data["name"]) == ("timeline/1", "年历")
    event = data["events"][0]
    assert list(event)[:5] == ["id", "title", "aliases", "kind", "status"]
    assert event["when"] == {
        **dict.fromkeys(("end", "mod", "part", "zone")),
        **{"start": "2026-03", "precision": "month", "basis": "explicit", "text": "", "edtf": "2026-03"},
    }
    assert event["place"] is None
    assert "燈會" in text
    assert text.endswith("\n}\n")


def test_empty() -> None:
    """An empty timeline is a whole file too."""
    assert loads(Timeline().to_json()) == Timeline()


def test_schema_is_valid_and_holds() -> None:
    """The schema is one of 2020-12, and what is written fits it."""
    schema = format.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(json.loads(sampler().to_json()))
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**json.loads(sampler().to_json()), "colour": "red"})


def test_shipped_schema_is_the_models() -> None:
    """The shipped file is what the models say now."""
    assert json.loads(format.schema_text()) == format.schema()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON"),
        ('{"schema": "timeline/1",', "not JSON: .* line 1 column"),
        ("[" * 100_000, "not JSON"),
        ("[]", "'schema' is None"),
        ('{"schema": "timeline/9"}', "'schema' is 'timeline/9'; a newer release may read it"),
        ('{"schema": "timeline/1", "colour": 1}', "colour: extra inputs"),
        ('{"schema": "timeline/1", "events": [{}]}', r"events\[0\]\.title: field required"),
    ],
)
def test_refuses(text: str, message: str) -> None:
    """What is no timeline is refused with the place."""
    with pytest.raises(FormatError, match=f"^events.json: .*{message}"):
        loads(text)


def _spoil(data: dict[str, Any], *path: str | int) -> dict[str, Any]:
    *way, last = path
    inner: Any = data
    for step in way:
        inner = inner[step]
    inner[last] = "\u0000spoilt"
    return data


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("events", 2, "when", "start"), r"events\[2\]\.when\.start"),
        (("events", 0, "confidence"), r"events\[0\]\.confidence"),
        (("events", 1, "evidence", 0, "end"), r"events\[1\]\.evidence\[0\]\.end"),
        (("events", 1, "updated"), r"events\[1\]\.updated"),
    ],
)
def test_names_the_wrong_field(path: tuple[str | int, ...], place: str) -> None:
    """The message names the field that is wrong."""
    data = _spoil(json.loads(sampler().to_json()), *path)
    with pytest.raises(FormatError, match=place):
        loads(json.dumps(data))


def test_refuses_an_id_twice() -> None:
    """An id names one event."""
    data = json.loads(sampler().to_json())
    data["candidates"] = data["events"][:1]
    with pytest.raises(FormatError, match="stands twice"):
        loads(json.dumps(data))


def test_refuses_what_is_not_utf8() -> None:
    """The position of the wrong byte is told; a byte-order mark is forgiven."""
    with pytest.raises(FormatError, match="not UTF-8 at byte 2"):
        format.read(b'{"\xff', "events.json")
    assert format.read(b"\xef\xbb\xbf" + Timeline().to_json().encode(), "events.json").events == ()


def test_missing_file_and_unknown_suffix(tmp_path: Path) -> None:
    """A file that is not there, or of no known format, is named."""
    with pytest.raises(FormatError, match=r"gone\.json: cannot be opened: No such file"):
        load_timeline(tmp_path / "gone.json")
    with pytest.raises(UnknownSuffixError, match=r"no format for suffix '\.doc'"):
        load_timeline(tmp_path / "news.doc")
