"""A record of a corpus → a document: which field is which, and what of it is the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from timeline.model import Issue, Metadata, RawDocument
from timeline.read.fields import NAMES, bare_name

Fields = Mapping[str, str]
"""Name in `timeline.model.options.FIELDS` → name in the corpus; a dot leads into an object: `content.body`."""


def find_fields(names: Iterable[str], chosen: Fields) -> dict[str, str]:
    """Return which of the names of a record stands for what: those chosen, for the others the likeliest there is."""
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(bare_name(name), name)
    usual = {field: [known[name] for name in likely if name in known] for field, likely in NAMES.items()}
    return {field: found[0] for field, found in usual.items() if found} | dict(chosen)


def make_document(record: Mapping[str, Any], source: str, chosen: Fields) -> RawDocument | Issue:
    """Return the document of a record; its text is the title, if it does not begin with it, and the body."""
    fields = find_fields(record, chosen)
    if "text" not in fields:
        names = ", ".join(list(record)[:20])
        message = f"no field for the text; name it with fields, such as text=body; there are {names}"
        return Issue(code="no-text-field", message=message, source=source)
    values = {field: _text_of(_value(record, path)) for field, path in fields.items()}
    text, title = values.pop("text"), values["title"] if values.get("title") else None
    if not text.strip():
        return Issue(code="empty-input", message="no text stands in it", source=source)
    url = values.get("url", "")
    metadata = Metadata(
        title=title,
        publisher=values.get("publisher") or None,
        url=url if url.startswith(("http://", "https://")) else None,
        published=values.get("published") or None,
        updated=values.get("updated") or None,
    )
    return RawDocument(source=source, text=_with_title(title, text), metadata=metadata)


def _value(record: Mapping[str, Any], path: str) -> Any:
    """Return what stands under a name, or under the names of a path."""
    if path in record:
        return record[path]
    first, _, rest = path.partition(".")
    inner = record.get(first)
    return _value(inner, rest) if rest and isinstance(inner, Mapping) else None


def _text_of(value: Any) -> str:
    """Return a value as text: a list is its paragraphs; what is neither text nor a date in digits is nothing."""
    if isinstance(value, list):
        return "\n\n".join(item for item in value if isinstance(item, str))
    if isinstance(value, int) and 19000000 < value < 22000000:
        return str(value)
    return value if isinstance(value, str) else ""


def _with_title(title: str | None, text: str) -> str:
    """Return the text under its title."""
    if title is None or "".join(text[: 2 * len(title)].split()).startswith("".join(title.split())):
        return text
    return f"{title}\n\n{text}"
