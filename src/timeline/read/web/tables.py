"""Tables that hold data → rows of cells on one line; tables that only lay out a page are none."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.read.web.tree import Element, is_hidden

LONGEST_CELL = 200
"""A cell with more characters holds text of the page, not a value."""

MOST_BREAKS = 3
"""A cell with more breaks does, too."""

SPANNED, SPANNING, LONGEST_SPANNING = 100, 4, 60
"""A cell is repeated in so many rows, with so few others at once, and only if it has so few characters."""

CELLS = ("td", "th")


def read_rows(table: Element) -> tuple[str, ...]:
    """Return the rows of a table, each on one line: `| cell | cell |`, or `label: value`; none where it is layout.

    Such a table holds a table, headings or text of several lines, or has one column. A cell that reaches over several
    rows stands in each of them.
    """
    if next(table.iterdescendants("table", "form", "h1", "h2", "h3", "article", "section"), None) is not None:
        return ()
    if any(sum(1 for _ in cell.iter("br", "p")) > MOST_BREAKS for cell in table.iter(*CELLS)):
        return ()
    rows: list[str] = []
    wide = False
    for row in _rows(table):
        texts = [text for text, _ in row]
        if any(len(text) > LONGEST_CELL for text in texts):
            return ()
        wide |= sum(map(bool, texts)) > 1
        if line := _line(row):
            rows.append(line)
    return tuple(rows) if wide else ()


def _rows(table: Element) -> Iterator[list[tuple[str, bool]]]:
    """Yield the cells of each row: text, and whether it is a heading of its row or column."""
    waiting: dict[int, tuple[int, str]] = {}
    for row in table.iterdescendants("tr"):
        cells: list[tuple[str, bool]] = []
        for cell in row.iterchildren(*CELLS):
            _put_waiting(waiting, cells)
            text = "" if is_hidden(cell) else cell_text(cell)
            more = _number(cell.get("rowspan")) - 1
            if more > 0 and len(waiting) < SPANNING and len(text) <= LONGEST_SPANNING:
                waiting[len(cells)] = (min(more, SPANNED), text)
            cells.append((text, cell.tag == "th"))
        _put_waiting(waiting, cells)
        yield cells


def _put_waiting(waiting: dict[int, tuple[int, str]], cells: list[tuple[str, bool]]) -> None:
    """Add the cells of rows above that reach down to here."""
    while (place := len(cells)) in waiting:
        left, text = waiting.pop(place)
        if left > 1:
            waiting[place] = (left - 1, text)
        cells.append((text, False))


def _line(row: list[tuple[str, bool]]) -> str:
    """Return a row on one line; a heading before a single value is its label."""
    filled = [(text, head) for text, head in row if text]
    if len(filled) == 2 and filled[0][1] and not filled[1][1]:
        label, value = filled[0][0], filled[1][0]
        return f"{label}{'' if label[-1] in ':：' else '：' if label[-1] > chr(0x7F) else ': '}{value}"
    return f"| {' | '.join(text.replace('|', '/') for text, _ in row)} |" if filled else ""


def cell_text(element: Element) -> str:
    """Return the text of an element on one line, what is not shown left out."""
    return " ".join(" ".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    """Yield the texts in an element; those of one inline run stay together."""
    from lxml import etree

    run: list[str] = [element.text or ""]
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if inner is element:
            continue
        breaks = inner.tag in ("br", "p", "div", "li", "ul", "ol", "dd", "dt")
        if breaks:
            yield "".join(run)
            run.clear()
        if event == "end":
            run.append(inner.tail or "")
        elif is_hidden(inner):
            walk.skip_subtree()
        else:
            run.append(inner.text or "")
    yield "".join(run)


def _number(value: str | None) -> int:
    return int(value) if value and value.isdigit() and len(value) < 4 and value.isascii() else 1
