"""What each atom says: a token read as stated fields, by the kind of its rule."""

from __future__ import annotations

from collections.abc import Callable

from timeline.find.atom import Atom, simple
from timeline.find.clock import read_clock
from timeline.find.digits import read_date, read_dotted, read_slash
from timeline.find.lunar import read_lunar
from timeline.find.relative import read_relative, read_stretch, read_third
from timeline.find.scan import Token
from timeline.find.signed import read_signed, read_year_words
from timeline.find.units import read_era, read_month_pair, read_period, read_unit, read_year, read_years
from timeline.find.weekdays import read_nth_weekday, read_weekday


def read_atom(token: Token) -> Atom | None:
    """Return the meaning of a token; None where its numbers cannot be what the unit says."""
    reader = READERS.get(token.kind)
    return reader(token) if reader else None


def _number(token: Token) -> Atom | None:
    if not token.numbers or token.text in ("a", "an"):
        return None
    return simple(token, "n", {"number": token.numbers[0][0]})


def _signed(token: Token) -> Atom | None:
    said = read_signed(token.text)
    return None if said is None else simple(token, "D" if "day" in said else "M", said)


def _year_words(token: Token) -> Atom | None:
    year = read_year_words(token.text)
    return None if year is None else simple(token, "Y", {"year": year})


READERS: dict[str, Callable[[Token], Atom | None]] = {
    "year": read_year,
    "era": read_era,
    "month": read_unit,
    "month-pair": read_month_pair,
    "day": read_unit,
    "quarter": read_unit,
    "half": read_unit,
    "week": read_unit,
    "weekday": read_weekday,
    "half-month": lambda token: simple(token, "u", {"half": token.rule.value}),
    "months": lambda token: (
        simple(token, "x", {"months": token.numbers[-1][0] * (token.rule.value or 1)})
        if token.numbers and token.numbers[-1][0] * (token.rule.value or 1) <= 12
        else None
    ),
    "nth-weekday": read_nth_weekday,
    "season": lambda token: simple(token, "x", {"season": token.rule.name}),
    "third": read_third,
    "lean": lambda token: simple(token, "h", {"lean": token.rule.third}),
    "part": lambda token: simple(token, "p", {"part": token.rule.part}),
    "clock": read_clock,
    "date": read_date,
    "dotted": read_dotted,
    "signed": _signed,
    "year-words": _year_words,
    "slash": read_slash,
    "around": lambda token: simple(token, "o", {"around": token.rule.unit}),
    "stretch": read_stretch,
    "relative": read_relative,
    "number": _number,
    "decade": read_years,
    "century": read_years,
    "period": read_period,
    "holiday": lambda token: simple(token, "F", {"holiday": token.rule.name}),
    "lunar": read_lunar,
    "cycle": lambda token: simple(token, "Y", {"cycle": token.text.removeprefix("农历").removesuffix("年")}),
    "zone": lambda token: simple(token, "z", {"zone": token.rule.name}),
    "modifier": lambda token: simple(
        token, "r", {"offset": token.rule.offset} | ({token.rule.name: True} if token.rule.name else {})
    ),
}
