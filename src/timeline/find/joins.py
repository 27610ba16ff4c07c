"""What may stand side by side: the grammar of two neighbouring atoms and the text between them."""

from __future__ import annotations

import re
from functools import cache

from timeline.find.atom import Atom
from timeline.lexicon.times import link_rules

DIRECT = "direct"
LONGEST_LINK = 16
PARTED = "\n"
"""Stands for a text that is too long to link two atoms."""
JOINS: dict[str, str] = {
    # slots of two neighbours: roles of the text between them, d direct, j join, c comma, o open bracket, b close, l bar
    "YM": "djc", "Yt": "dcj", "Yw": "c", "yM": "dj", "Yx": "dj", "Yq": "djo", "Yk": "dj", "YF": "dj", "YL": "dj",
    "MD": "dj", "Mt": "dcobj", "Mn": "djc", "Mx": "d", "MY": "djc", "Mk": "dj", "ML": "d", "Mu": "d",
    "Dw": "dcobl", "Dp": "dbj", "Dt": "dcobj", "DD": "o", "DM": "doj", "Dn": "dcj", "Dz": "dob", "DY": "djc", "DF": "o",
    "wD": "odcjl", "wM": "odcjl", "wp": "dbj", "wt": "dbjco", "wW": "dj", "wn": "djcl", "wz": "db",
    "Ww": "djc", "WD": "ol", "Wp": "d", "WM": "ol",
    "pW": "dj", "pt": "dbjoc", "pD": "jco", "pM": "jco", "pn": "j", "pw": "dj", "pz": "d",
    "tp": "dj", "tw": "djc", "tM": "djc", "tD": "djc", "tn": "j", "tz": "do",
    "zM": "dj", "zn": "dj", "zD": "dj", "zt": "d", "zY": "d", "zp": "d", "zw": "djc",
    "hM": "dj", "hY": "dj", "hn": "dj", "hW": "dj", "hx": "dj", "hw": "d", "hD": "d", "hp": "d", "hr": "d",
    "qn": "djc", "qY": "djc", "xn": "djc", "xY": "djc", "nq": "dj",
    "nM": "dj", "np": "j", "tr": "dc", "nF": "dj", "nx": "dj",
    "Fn": "djc", "FY": "djco", "Fp": "d", "Ft": "d", "FM": "o", "Fw": "o",
    "rw": "d", "rM": "d", "rx": "d", "rF": "d", "rq": "d", "rp": "d",
    "CE": "d", "hE": "dj", "hC": "dj", "Ex": "d",
    "kM": "dj", "kY": "dj", "kn": "dj", "oM": "dj", "on": "dj", "oD": "d", "oS": "d",
    "oF": "dj", "oY": "dj", "oW": "dj", "ox": "dj", "oq": "dj",
    "St": "dcobj", "Sw": "dcob", "Sp": "dbj", "wS": "odcj", "tS": "djc", "pS": "j", "SS": "o", "Sz": "d", "zS": "d",
    "DS": "o", "WS": "o",
}  # fmt: skip
LETTERS = {DIRECT: "d", "join": "j", "comma": "c", "open": "o", "close": "b", "cell": "l"}
"""Letters of the roles in `JOINS`."""
LATIN_ONLY = {
    "Mt", "tw", "Yt", "Yw", "tM", "tD", "tn", "tp", "wM", "nM", "Mn", "Dn", "pD", "pM", "pw", "pn", "np", "MY", "qn",
    "DY", "tS", "pS",
}  # fmt: skip
"""Neighbours that no Chinese word is one of, unless in brackets or in cells."""


@cache
def links() -> dict[str, str]:
    """Return what may stand between two atoms, by text, with its role."""
    return {form: rule.role for rule in link_rules() if rule.side == "between" for form in rule.forms} | {"": DIRECT}


def gap_role(view: str, start: int, end: int) -> str | None:
    """Return the role of the text between two atoms, None where it parts them."""
    return links().get(gap_text(view, start, end))


def gap_text(view: str, start: int, end: int) -> str:
    """Return the text between two atoms with single blanks inside and none around it; no longer one is a link."""
    if end - start > LONGEST_LINK:
        return PARTED
    text = view[start:end]
    return " ".join(text.split()) if " " in text else text


def joins(previous: Atom, following: Atom, role: str | None, view: str) -> bool:
    """Return whether two atoms speak of one point, given the role of the text between them."""
    pair = previous.slot + following.slot
    allowed = JOINS.get(pair)
    if pair == "nM" and not ("month" in following.said and view[previous.end : following.start].strip() in ("", "of")):
        return False
    if pair == "DF" and "lunar" in following.said:
        return False
    if pair == "pW" and following.said["shift"].unit != "week":
        return False
    if role in ("at", "about"):
        role = "join" if following.slot == "t" else None
    if not allowed or role not in LETTERS or LETTERS[role] not in allowed:
        return False
    if following.slot == "t" and role == "comma" and following.token.rule.id == "zh.clock":
        return False
    if pair == "wn" and role in ("comma", "cell") and not MONTH_BEHIND.match(view, following.end):
        return False
    if (
        pair == "Mn"
        and view.endswith("in ", 0, previous.start)
        and COUNTED.fullmatch(view, following.start, following.end + 2)
    ):
        return False
    if pair in ("nF", "nx", "nq") and len(previous.token.text) != 4:
        return False
    if pair == "DM" and role == DIRECT:
        return "shift" in previous.said or previous.token.rule.id.startswith("en.")
    return (
        role in ("open", "cell")
        or pair not in LATIN_ONLY
        or not (previous.token.rule.id + following.token.rule.id).count("zh.")
    )


MONTH_NAMES = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
COUNTED = re.compile("[0-9]{1,2}[ ][a-z]")
"""Behind `in January 17` what shows that the number counts something: people, died."""
MONTH_BEHIND = re.compile(rf"[ ]?(?:[-–/][ ]?[0-9]{{1,2}}[ ])?(?:of )?(?:{MONTH_NAMES})")
"""What makes the number behind `Thursday,` a day."""
