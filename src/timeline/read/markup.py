"""Skip tags, entities and Markdown signs in a text; what is left keeps its place in the source.

HTML becomes the plain text a browser would show: block tags are line breaks, `<h2>` a heading sign, `<li>` a list
sign, table cells are set apart by bars.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from timeline.read.mapped import Edit, Mapped

BREAKS = re.compile(
    "address|article|aside|blockquote|br|caption|center|d[dlt]|div|fieldset|figcaption|figure|footer|form|h[1-6r]|header"
    "|li|main|nav|ol|option|p|pre|section|select|table|tbody|tfoot|thead|tr|ul"
)
"""Elements that begin and end a line."""

LONGEST_ROW = 2000
"""Characters of a row of a table, in which tags break no line."""

HIDDEN = ("script", "style", "template", "noscript", "svg")
"""Elements whose content is not text."""


def strip_markup(text: str, start: int = 0) -> tuple[Mapped, list[tuple[int, int, str]]]:
    """Return the text without markup, and what was left out with the reason.

    Args:
        start: Where the text begins; what stands before is skipped.

    Tags and signs themselves are not reported; a text without markup comes back as it is.
    """
    edits: list[Edit] = []
    dropped: list[tuple[int, int, str]] = []
    for first, last, reason in sorted(_hidden(text)):
        if first >= (edits[-1].end if edits else start):
            edits.append(Edit(first, last))
            dropped.append((first, last, reason))
    if start:
        edits.insert(0, Edit(0, start))
    return Mapped.whole(text).edit(_merge(edits, _inline(text))), dropped


def _merge(first: list[Edit], second: Iterable[Edit]) -> list[Edit]:
    """Return the edits of both in order; where two overlap, `first` counts."""
    merged: list[Edit] = []
    for edit in sorted([*first, *second], key=lambda edit: (edit.start, -edit.end)):
        if not merged or edit.start >= merged[-1].end:
            merged.append(edit)
    return merged


def _hidden(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches that are no text: comments, scripts, expressions of a template, code blocks, images."""
    if "<" in text:
        yield from ((*span, "comment") for span in _between(text, "<!--", "-->"))
        lower = text if text.islower() else text.lower()
        if len(lower) == len(text):
            for name in HIDDEN:
                yield from ((*span, "script") for span in _between(lower, f"<{name}", f"</{name}>"))
    if "{" in text:
        yield from ((*match.span(), "template") for match in _template().finditer(text))
    if "```" in text:
        for match in re.finditer(r"^```[^\n`]*\n(?:(?!```).*\n)*```[^\S\n]*$", text, re.MULTILINE):
            yield *match.span(), "code"
    if "![" in text:
        for match in _image().finditer(text):
            yield *match.span(), "image"


def _between(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges from an opening to its closing, both included; an opening without closing hides nothing."""
    start = text.find(opening)
    while start >= 0:
        end = text.find(closing, start)
        if end < 0:
            return
        yield start, end + len(closing)
        start = text.find(opening, end)


def _inline(text: str) -> Iterator[Edit]:
    """Yield the edits for tags, entities and Markdown signs."""
    if "<" in text:
        rows = list(_rows(text))
        for start, end in rows:
            for match in re.finditer(r"\n\s*", text[start:end]):
                yield Edit(start + match.start(), start + match.end(), " ")
        for match in _tag().finditer(text):
            shown = _shown(match)
            yield Edit(*match.span(), " " if shown.startswith("\n") and _in_row(text, match, rows) else shown)
        for match in re.finditer(r"<(https?://[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>", text):
            yield Edit(match.start(), match.start() + 1)
            yield Edit(match.end() - 1, match.end())
    if "&" in text:
        for match in re.finditer(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});", text):
            plain = html.unescape(match.group())
            if plain != match.group():
                yield Edit(*match.span(), " " if plain.isspace() else plain)
    if "\\\n" in text:
        for match in re.finditer(r"\\(?=\n)", text):  # a hard line break
            yield Edit(*match.span())
    if "](" in text or "][" in text:
        for match in _link().finditer(text):
            yield Edit(match.start(), match.start("text"))
            yield Edit(match.end("text"), match.end())
    if "**" in text:
        for match in re.finditer(r"\*\*(?=\S)(?P<text>[^*\n]{1,400}?)(?<=\S)\*\*", text):
            yield Edit(match.start(), match.start("text"))
            yield Edit(match.end("text"), match.end())
    if "*" in text or "_" in text:
        for match in re.finditer(
            r"(?<![\w*\\])([*_])(?=[^\s*_])(?P<text>[^*\n_]{1,400}?)(?<=[^\s*_])\1(?![\w*])", text
        ):
            yield Edit(match.start(), match.start("text"))
            yield Edit(match.end("text"), match.end())


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between `<tr>` and `</tr>`, where it is short and holds no table of its own and no heading."""
    for match in re.finditer(r"<tr(?:\s[^<>]{0,400})?>", text, re.IGNORECASE) if "<t" in text.lower() else ():
        end = text.find("</tr", match.end(), match.end() + LONGEST_ROW)
        if end > 0 and not re.search(r"<(?:table|tr|h[1-3]|form)[\s>]", text[match.end() : end]):
            yield match.end(), end


def _in_row(text: str, match: re.Match[str], rows: Sequence[tuple[int, int]]) -> bool:
    """Return whether a tag that breaks lines stands in a row of a table, HTML or Markdown, which remains one line."""
    start = match.start()
    index = bisect_right(rows, (start, len(text))) - 1
    if index >= 0 and rows[index][0] <= start < rows[index][1]:
        return True
    line = text.rfind("\n", max(0, start - LONGEST_ROW), start) + 1
    return (match["name"] or "").lower() == "br" and text.startswith("|", line)


def _shown(match: re.Match[str]) -> str:
    """Return what a browser shows in place of a tag."""
    name = match["name"].lower() if match["name"] else ""
    if match["slash"]:
        return "\n" if BREAKS.fullmatch(name) else ""
    if re.fullmatch("h[1-6]", name):
        return "\n" + "#" * int(name[1]) + " "
    if name in ("td", "th"):
        return " | "
    if name == "p":
        return "\n\n"
    return "\n- " if name == "li" else "\n" if BREAKS.fullmatch(name) else ""


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(
        r"<(?:(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,15})(?=[\s/>])[^<>]{0,4000}>"
        r"|![A-Za-z\[][^<>]{0,2000}>)"
    )


@cache
def _template() -> re.Pattern[str]:
    """What a site's builder fills in: `{{ … }}`, `{% … %}`, `{#… }` and the attributes `{: … }` of a block."""
    return re.compile(r"\{(?:\{[^{}\n]{0,400}\}|%[^{}\n]{0,400}%|[:#][^{}\n]{0,200})\}")


@cache
def _image() -> re.Pattern[str]:
    return re.compile(r"!\[[^\[\]\n]{0,400}\](?:\([^()\s]{0,2000}(?:\s[^()\n]{0,400})?\)|\[[^\[\]\n]{0,200}\])")


@cache
def _link() -> re.Pattern[str]:
    return re.compile(
        r"\[(?P<text>[^\[\]\n]{1,600}|\[[^\[\]\n]{1,600}\])\]"
        r"\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s[^()\n]{0,400})?\)"
    )
