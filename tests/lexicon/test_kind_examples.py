"""Every example in kinds.toml and cues.toml says what the rules make of it."""

from __future__ import annotations

import pytest

from tests.extract.reports import events
from timeline.lexicon.kinds import Cue, Example, Head, Predicate
from timeline.lexicon.load import load_rules
from timeline.lexicon.schema import Rule

PREDICATES = load_rules("kinds", "predicate", Predicate)
CUES = load_rules("cues", "cue", Cue)
EXAMPLES = [(rule.id, example) for rule in (*PREDICATES, *CUES) for example in rule.examples]
ONLY = {
    "zh.set": "English says it with forms of to be (en.be)",
    "en.host": "Chinese verbs of holding take the happening as object or subject alike (zh.hold)",
    "en.officiate": "Chinese says it with 出席 beside the ceremony's own verb",
    "en.open-noun": "Chinese verbs are nouns as well (zh.open)",
    "en.start-noun": "Chinese verbs are nouns as well (zh.start)",
    "en.return": "Chinese says it with 重返 among verbs of opening or with no verb",
    "en.invite": "Chinese invites in the clause that names the happening",
    "en.ribbon": "Chinese names the ceremony (剪彩仪式)",
    "en.present": "颁发 is in zh.award",
    "en.run": "Chinese says it with 举行 (zh.hold)",
    "en.change": "推迟 and 取消 are cues beside 举行",
    "en.close-plural": "Chinese verbs have no number (zh.close)",
    "en.deadline-noun": "Chinese deadline nouns end in 截止",
    "en.assemble": "Chinese gatherings are held (zh.hold)",
    "en.celebrate": "Chinese festivals are held (zh.hold)",
    "en.take-part": "Chinese says it with 参加 beside the happening's own verb",
    "en.give": "Chinese says it with 举行 (zh.hold)",
    "en.speak": "Chinese says it with 主讲 (zh.hold)",
    "en.win": "夺冠 is in zh.compete",
    "en.head.prize": "奖 ends names of firms as well",
    "zh.rule-starts": "English says takes effect in en.policy",
    "en.head.time": "周 heads no Chinese name",
    "en.be": "Chinese says it with 定于 (zh.set)",
    "zh.head.none": "English head nouns match whole words",
    "zh.force": "English says takes effect in en.policy",
    "zh.gather": "English says call for in en.deadline",
    "zh.call": "English names visits of the public in en.visit",
    "zh.enrol": "English has begins and opens in en.open",
    "zh.kickoff": "English has kick-off in en.compete",
    "zh.due": "English says by or before, which the date itself holds",
    "zh.handle": "English says held",
    "zh.end": "English has closes and ends in en.close",
    "zh.publish": "English has released and published in en.release",
    "zh.term": "English says runs from in en.open",
    "zh.receive": "English names what is held",
    "zh.declare": "English says announced in en.announce",
    "zh.meet": "English says met with in en.visit",
    "zh.stage": "English says premieres and runs in en.premiere",
    "zh.organize": "English hosts and organises in en.host",
    "zh.attend": "English has take part in en.take-part",
    "zh.opening": "English opens an exhibition in en.open",
    "zh.police": "English has arrested in en.incident",
    "zh.court": "English has sentenced in en.vote",
    "zh.train": "English names trainings by their head noun alone",
}
"""Rules that one language lacks, with the reason."""


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule}-{n}" for n, (rule, _) in enumerate(EXAMPLES)])
def test_examples_of_the_lexicon_hold(rule: str, example: Example) -> None:
    """The example gives one event of its kind (and title), or none where it has no kind."""
    found = events(example.text)
    assert [event.kind for event in found] == ([example.kind] if example.kind else [])
    if example.title:
        assert found[0].title == example.title


@pytest.mark.parametrize(
    ("table", "name", "schema"), [("predicate", "kinds", Predicate), ("head", "kinds", Head), ("cue", "cues", Cue)]
)
def test_chinese_and_english_know_the_same_rules(table: str, name: str, schema: type[Rule]) -> None:
    """Rules of the two languages are parallel, but for those listed with a reason."""
    ids = {language: {rule.id for rule in load_rules(name, table, schema, language)} for language in ("zh", "en")}
    lacking = {f"zh.{id.removeprefix('en.')}" for id in ids["en"]} ^ ids["zh"]
    assert {id for id in lacking if id not in ONLY and f"en.{id.removeprefix('zh.')}" not in ONLY} == set()
