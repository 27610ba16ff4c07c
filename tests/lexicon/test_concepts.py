"""The bilingual list of concepts."""

from __future__ import annotations

import pytest

from timeline.lexicon.concepts import Concept, load_concepts
from timeline.lexicon.load import load_rules
from timeline.lexicon.script import fold


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("机器人产业协会成立", "Robotics Industry Association established"),
        ("微短剧创作大赛", "micro-short drama writing contest"),
        ("国际茶业博览会开幕", "international tea expo opened"),
        ("合作签约仪式", "cooperation signing ceremony"),
        ("冬奥会开幕式", "winter olympics opening ceremony"),
        ("腾讯与华为签约", "tencent and huawei signed"),
    ],
)
def test_both_languages_mean_the_same(chinese: str, english: str) -> None:
    """A title and its translation have the same concepts."""
    index = load_concepts()
    assert {hit.rule.id for hit in index.find(chinese)} == {hit.rule.id for hit in index.find(english.lower())}


def test_no_word_has_two_meanings() -> None:
    """A form stands in one concept only, folded and in lower case."""
    rules = [rule for file in ("concepts", "names") for rule in load_rules(file, "concept", Concept)]
    forms = [form for rule in rules for form in (*rule.zh, *rule.en)]
    assert sorted(forms) == sorted(set(forms))
    assert [form for form in forms if fold(form).lower() != form] == []
