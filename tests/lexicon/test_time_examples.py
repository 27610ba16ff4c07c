"""Every example in times.toml says what its rule reads; the two languages have parallel rules."""

from __future__ import annotations

import re

import pytest

from timeline.lexicon.load import load_rules
from timeline.lexicon.times import TimeExample, TimeRule
from timeline.tagger import find_times

EXAMPLES = [
    pytest.param(example, id=f"{rule.id}-{number}")
    for rule in load_rules("times", "time", TimeRule)
    for number, example in enumerate(rule.examples)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_of_the_lexicon_hold(example: TimeExample) -> None:
    """The first dated reading is the one the example gives, or there is none."""
    found = [mention.when.edtf for mention in find_times(example.text, anchor=example.anchor) if mention.when]
    assert found[:1] == ([example.expect] if example.expect else [])


LACKING = {
    r"month\.(january|february|march|april|may|june|july|august|september|october|november|december)|month|month\.(ordinal|pair)"
    r"|quarter(\.\S+)?|months\.first-quarters|date\.\S+|number|clock(\.\S+)?|part\.[ap]m"
    r"|day(\.(number|bare|ordinal|nth|slash|dotted|dotted-weekday|open))?|set\.\S+"
    r"|weekday\.\S+|weekend(-of|\.\S+)?|week-of|week\.\S+": (
        "English names months, weekdays and clock words one by one, Chinese counts them with one rule"
    ),
    r"year\.\S+|era\.\S+|stretch\.\S+": "eras of Chinese are spelled by the year; numbers in words are English years",
    r"zone\.\S+": "English prints zone abbreviations, Chinese the city",
    r"season\.(this|last|next|that)-\S+|season\.(summer|winter)-holiday|modifier\.\S+|century\.\S+|decade\.\S+": (
        "English composes this, last and next with any noun, Chinese has a word for each"
    ),
    r"day-part\.\S+|part\.\S+|day\.(three|today|tomorrow|yesterday)\S*|day\.(now|end|after|before|stated)"
    r"|month\.(middle|after-next|before-last|before|stated|next-stated)|third\.(middle|range-\S+|start-mid|mid-end)|lean\.\S+|vague\.(past-counted|the-past)|quantity\.\S+"
    r"|half-month\.\S+|season\.\S+-short|days\.\S+|years\.\S+|period\.\S+|veto\.\S+": (
        "words that only one language has as one word"
    ),
}
"""Rules that one language lacks, with the reason."""


def test_chinese_and_english_know_the_same_rules() -> None:
    """Rules of the two languages are parallel, but for those listed with a reason."""
    known = {
        language: {rule.id.split(".", 1)[1] for rule in load_rules("times", "time", TimeRule, language)}
        for language in ("zh", "en")
    }
    lacking = known["zh"] ^ known["en"]
    assert sorted(name for name in lacking if not any(re.fullmatch(pattern, name) for pattern in LACKING)) == []
    assert all(any(re.fullmatch(pattern, name) for name in lacking) for pattern in LACKING)
