"""The encoding of a page."""

from __future__ import annotations

import codecs

import pytest

from timeline.read.web.charset import decode_page, find_declaration

SIMPLIFIED = "<html><head>{}</head><body>第九届江城旧书市集于6月12日在滨江仓库开幕，各地的书店带来旧书。</body></html>"
TRADITIONAL = (
    "<html><head>{}</head><body>海港電影節將於四月二日至十二日舉行，開幕片為修復版，這是第一次放映。</body></html>"
)
SHORT = "<title>{}停水</title>"


@pytest.mark.parametrize(
    ("page", "encoding", "label"),
    [
        (SIMPLIFIED, "gb2312", "gb2312"), (SIMPLIFIED, "gbk", "GBK"), (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5"), (TRADITIONAL, "big5", "Big5-HKSCS"), (SIMPLIFIED, "utf-8", "utf-8"),
        (SHORT, "gbk", "gb2312"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "meta", ['<meta charset="{}">', '<META http-equiv=Content-Type content="text/html; charset={}">']
)
def test_declared_by_the_page(page: str, encoding: str, label: str, meta: str) -> None:
    """A `<meta>` of either form tells, under any of the names in use."""
    text = page.format(meta.format(label))
    decoded = decode_page(text.encode(encoding))
    assert decoded is not None and decoded[0] == text


@pytest.mark.parametrize(("page", "encoding"), [(SIMPLIFIED, "gbk"), (TRADITIONAL, "big5"), (SHORT, "gbk")])
def test_declared_beside_the_page(page: str, encoding: str) -> None:
    """What the header of a message says goes before what the page says."""
    text = page.format("<meta charset=utf-8>")
    decoded = decode_page(text.encode(encoding), encoding)
    assert decoded is not None and decoded[0] == text


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        (SIMPLIFIED, "gbk"),
        (TRADITIONAL, "big5"),
        (SIMPLIFIED, "utf-8"),
        (TRADITIONAL, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
    ],
)
@pytest.mark.parametrize("declared", [None, "x-unknown", ""])
def test_told_by_what_it_holds(page: str, encoding: str, declared: str | None) -> None:
    """Where nothing is declared, or nothing known, the bytes tell."""
    decoded = decode_page(page.encode(encoding), declared)
    assert decoded is not None and decoded[0] == page


@pytest.mark.parametrize("label", ["gb2312", "big5", "iso-8859-1", "utf-16"])
def test_stale_declaration(label: str) -> None:
    """A page that was saved as UTF-8 is UTF-8, whatever it still declares."""
    text = SIMPLIFIED.format(f'<meta charset="{label}">')
    assert decode_page(text.encode()) == (text, "utf-8")


def test_wrong_declaration() -> None:
    """Where the declared encoding does not fit, the bytes tell."""
    text = TRADITIONAL.format('<meta charset="utf-8">')
    decoded = decode_page(text.encode("big5"))
    assert decoded is not None and decoded[0] == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_byte_order_mark(encoding: str) -> None:
    """A mark goes before all."""
    data = ("\ufeff" + SIMPLIFIED).encode(encoding)
    assert decode_page(data, "big5") == (SIMPLIFIED, encoding)
    assert data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def test_other_scripts() -> None:
    """A page in another known encoding is read as it declares; what Python alone knows is no encoding of a page."""
    text = '<meta charset="windows-1251"><p>Ярмарка откроется 5 мая</p>'
    assert decode_page(text.encode("cp1251")) == (text, "windows-1251")
    assert decode_page(b'<meta charset="utf-7">+ADw-') == ('<meta charset="utf-7">+ADw-', "utf-8")


def test_damaged_byte() -> None:
    """One byte that does not fit costs one character."""
    text = SIMPLIFIED.format('<meta charset="gbk">')
    data = text.encode("gbk").replace("仓库".encode("gbk"), "仓".encode("gbk") + b"\xff")
    decoded = decode_page(data)
    assert decoded is not None and "滨江仓\ufffd" in decoded[0] and "开幕" in decoded[0]


@pytest.mark.parametrize("data", [b"<html>\0\x01\x02" * 9, bytes(range(256))])
def test_no_text(data: bytes) -> None:
    """Bytes that are no text are none."""
    assert decode_page(data, "utf-8") is None


def test_declaration() -> None:
    """The declaration of XML counts as well; a word in the text does not."""
    assert find_declaration(b'<?xml version="1.0" encoding="GBK"?><html>') == "GBK"
    assert find_declaration(b"<p>charset=gbk</p>") is None
