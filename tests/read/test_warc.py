"""Web archives: pages, texts, other records, bombs and damage."""

from __future__ import annotations

import gzip
import io

from timeline.model import Issue, Limits, Options, RawDocument
from timeline.read.readers import read_stream

PAGE = "<html><head><title>春茶节</title></head><body><article><h1>春茶节周六开幕</h1><p>{}</p></article></body></html>"
PROSE = "第三届春茶节将于4月18日在青山镇开幕，为期两天，市民可以免费入场品茶，现场还有采茶体验和茶艺表演。"


def make_warc(*records: tuple[str, bytes, tuple[tuple[str, str], ...]], packed: bool = False) -> bytes:
    """Return an archive of answers: media type, bytes, further headers; `packed` compresses each record."""
    archive = b""
    for number, (kind, data, headers) in enumerate(records, 1):
        lines = ["HTTP/1.1 200 OK", f"Content-Type: {kind}", *(f"{name}: {value}" for name, value in headers)]
        answer = "\r\n".join(lines).encode() + b"\r\n\r\n" + data
        head = (
            *("WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: http://news.example/{number}"),
            *("WARC-Date: 2026-04-10T00:00:00Z", f"WARC-Record-ID: <urn:uuid:{number:032x}>"),
            *("Content-Type: application/http; msgtype=response", f"Content-Length: {len(answer)}"),
        )
        record = "\r\n".join(head).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"
        archive += gzip.compress(record) if packed else record
    return archive


def read(data: bytes, limits: Limits | None = None) -> list[RawDocument | Issue]:
    """Return what an archive gives."""
    return list(read_stream(io.BytesIO(data), "a.warc", ".warc", Options(limits=limits or Limits())))


def outline(documents: list[RawDocument | Issue]) -> list[str]:
    """Return the source of each document, and code and source of each issue."""
    return [f"{item.code} {item.source}" if isinstance(item, Issue) else item.source for item in documents]


RECORDS = (
    ("text/html; charset=gb2312", PAGE.format(PROSE).encode("gb2312"), ()),
    ("image/png", b"\x89PNG", ()),
    ("text/plain", PROSE.encode(), ()),
    ("text/html", gzip.compress(PAGE.format(PROSE).encode()), (("Content-Encoding", "gzip"),)),
)


def test_records() -> None:
    """Pages and texts are read, each under the number of its record and with its address; pictures are not."""
    for packed in (False, True):
        documents = read(make_warc(*RECORDS, packed=packed))
        assert outline(documents) == ["a.warc#1", "a.warc#3", "a.warc#4"]
        for document, number in zip(documents, (1, 3, 4), strict=True):
            assert isinstance(document, RawDocument)
            assert PROSE in document.text
            assert document.metadata.url == f"http://news.example/{number}"
            assert document.metadata.published is None


def test_bomb() -> None:
    """A record that grows beyond its limit costs that record alone."""
    bomb = ("text/html", gzip.compress(bytes(5_000_000)), (("Content-Encoding", "gzip"),))
    documents = read(make_warc(RECORDS[0], bomb, RECORDS[2]), Limits(bytes_per_record=1_000_000))
    assert outline(documents) == ["a.warc#1", "too-large a.warc#2", "a.warc#3"]


def test_damage() -> None:
    """An archive cut off anywhere, or with bits turned, gives what can be read and an issue where nothing can."""
    data = make_warc(*RECORDS)
    for size in range(0, len(data), 1024):
        assert read(data[:size])
    for place in range(0, len(data), 41):
        assert read(data[:place] + bytes([data[place] ^ (1 << place % 8)]) + data[place + 1 :])
