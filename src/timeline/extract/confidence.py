"""How sure an event is: a sum of documented weights, cut to 0-1.

It is a score, not a probability; `docs/` shows how often events of a score are right. Every sign for an event raises
it, every sign against lowers it, whatever the others say.
"""

from __future__ import annotations

from collections.abc import Iterable

WEIGHTS: dict[str, float] = {
    "base": 0.28,
    "predicate": 0.30,  # times the predicate's strength
    "name": 0.16,
    "quoted-name": 0.08,
    "row": 0.16,
    "stated": 0.40,
    "told": 0.08,
    "lead": 0.06,
    "exact": 0.08,
    "future": 0.08,
    "near": 0.06,
    "change": 0.15,
    "month": -0.20,
    "coarse": -0.42,
    "inherited": -0.06,
    "inferred": -0.02,
    "distant": -0.12,
    "in-quote": -0.12,
    "no-title": -0.20,
    "statistic": -0.22,
    "biography": -0.45,
    "attribution": -0.20,
    "hypothesis": -0.50,
    "goal": -0.35,
    "habit": -0.46,
    "history": -0.15,
    "advert": -0.25,
    "furniture": -0.60,
    "negation": -0.90,
}
"""What each sign adds; found on one half of the development documents, checked on the other."""


def score(signs: Iterable[tuple[str, float]]) -> float:
    """Return the confidence for the signs found, each with a factor (1 where it is simply there).

    Examples:
        >>> score([("predicate", 1.0), ("name", 1.0), ("exact", 1.0)])
        0.82
    """
    total = WEIGHTS["base"] + sum(WEIGHTS[sign] * factor for sign, factor in signs)
    return round(min(0.99, max(0.0, total)), 2)
