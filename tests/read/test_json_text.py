"""JSON with characters that no encoding can hold."""

from __future__ import annotations

import io
import json

import pytest

from timeline.model import Options, RawDocument
from timeline.read.json_text import load_json
from timeline.read.readers import read_stream


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('"\\ud83c\\udfee 灯会"', "🏮 灯会"),
        ('"\\ud800灯会"', "\ufffd灯会"),
        ('{"\\udc00": ["\\ud800"]}', {"\ufffd": ["\ufffd"]}),
        ('"燈會"', "燈會"),
    ],
)
def test_half_a_pair_is_replaced(text: str, value: object) -> None:
    """A whole pair is its character, half a pair U+FFFD, in names and values alike."""
    assert load_json(text) == value


@pytest.mark.parametrize("record", [{"text": ["\ud800 灯会"]}, {"\ud800": 1}, {"text": "灯会", "title": "\udc00"}])
def test_records_can_be_written_again(record: object) -> None:
    """Whatever a record holds, the document or the issue it becomes is text that can be encoded."""
    line = json.dumps(record).encode()
    for found in read_stream(io.BytesIO(line), "a", ".jsonl", Options()):
        assert found.model_dump_json().encode()
        assert isinstance(found, RawDocument) == ("text" in record)  # type: ignore[operator]
