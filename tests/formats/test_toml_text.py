"""Keys of a TOML file are set without touching what stands around them."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.formats.toml_text import Value, set_keys

WRITTEN = """\
# What we changed, and why.

["9c41"]   # the fair
title = "Fair"     # "# shorter", said Ann
# it moved twice
date = '2026-03-13'

[plain-id]
place = "Pier"
# to be continued
"""


def test_a_key_is_replaced_where_it_stands() -> None:
    """Its comment, its neighbours and the order stay."""
    changed = set_keys(WRITTEN, "9c41", {"title": 'The "Fair" #2'})
    assert changed == WRITTEN.replace('title = "Fair" ', 'title = "The \\"Fair\\" #2" ')


def test_a_key_is_added_after_the_last_of_its_table() -> None:
    """The comments that lead to the next table stay with it."""
    changed = set_keys(WRITTEN, "9c41", {"hide": True})
    assert changed == WRITTEN.replace("'2026-03-13'\n", "'2026-03-13'\nhide = true\n")
    changed = set_keys(WRITTEN, "plain-id", {"hide": False})
    assert changed == WRITTEN.replace('"Pier"\n', '"Pier"\nhide = false\n')


def test_a_table_is_added_at_the_end() -> None:
    """A table that is new stands last, after a blank line, with a note."""
    assert set_keys(WRITTEN, "a/b", {"hide": True}, "2026-03-13\nLantern Night") == (
        WRITTEN + '\n["a/b"]  # 2026-03-13 Lantern Night\nhide = true\n'
    )
    assert set_keys("", "x", {"title": "灯会"}) == '["x"]\ntitle = "灯会"\n'


def test_line_ends_stay() -> None:
    """A file of Windows keeps its line ends; a last line without one gets it."""
    assert set_keys('["x"]\r\nhide = true', "x", {"kind": "sport"}) == '["x"]\r\nhide = true\r\nkind = "sport"\r\n'
    assert set_keys('["x"]', "y", {"hide": True}) == '["x"]\n\n["y"]\nhide = true\n'


@pytest.mark.parametrize(
    "text",
    ['x = {title = "Fair"}\n', 'x.title = "Fair"\n', '["x"]\ntitle = """\nlong\n"""\n', '["x"\n', "x = 1\n"],
)
def test_what_cannot_be_changed_is_refused(text: str) -> None:
    """An inline table, a dotted key, a value over several lines and broken TOML are left to a person."""
    with pytest.raises(ValueError, match=r"change it by hand|line|Expected"):
        set_keys(text, "x", {"title": "Book fair"})


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
tables = st.dictionaries(names, st.dictionaries(st.sampled_from(["title", "hide", "note"]), names | st.booleans()))


@settings(derandomize=True, max_examples=60, deadline=None)
@given(tables, tables)
def test_what_is_set_is_read(before: dict[str, dict[str, Value]], after: dict[str, dict[str, Value]]) -> None:
    """Whatever is written, TOML reads all of it back."""
    text, expected = "", dict[str, dict[str, Value]]()
    for tables in (before, after):
        for table, values in tables.items():
            text = set_keys(text, table, values, comment="note")
            expected[table] = {**expected.get(table, {}), **values}
    assert tomllib.loads(text) == expected
