"""Words that a user brings along: what they change, and what is said of a file that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

import timeline as tl
from tests.extract.reports import extraction
from timeline.cli import main
from timeline.lexicon.vocabulary import load_vocabulary

EXAMPLES = Path(__file__).parents[2] / "examples"
OWN = str(EXAMPLES / "own-words.toml")


def write(folder: Path, text: str) -> str:
    """Return the path of a lexicon file with a text."""
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def build(*lexicons: str) -> dict[str, tl.Event]:
    """Return the events of the example by their day."""
    articles = tl.read_articles(EXAMPLES / "own-words.txt", options=tl.Options(lexicons=lexicons))
    return {event.when.start or "": event for event in tl.build_timeline(articles)}


def test_the_example_adds_a_kind_with_its_triggers() -> None:
    """Without the file the vote is an event of no certain kind; with it it is surer, and of the user's kind."""
    without, own = build()["2026-04-11"], build(OWN)["2026-04-11"]
    assert (without.kind, without.confidence < own.confidence) == ("other", True)
    assert own.kind == "referendum"


def test_the_example_adds_head_nouns_and_names() -> None:
    """A noun decides the kind; a name and its other form are one kind of happening."""
    events = build(OWN)
    assert (events["2026-04-25"].kind, build()["2026-04-25"].kind) == ("competition", "training")
    assert (events["2026-04-18"].kind, events["2026-04-18"].title) == ("festival", "河灯夜")
    assert len(events["2026-04-18"].evidence) == 2


@pytest.mark.parametrize("text", ["3月18日，青禾公司成立于织造坊。", "3月18日，青禾公司成立於織造坊。"])
def test_a_place_of_the_users_own(text: str) -> None:
    """A name that no gazetteer knows is a place once the user says so."""
    without, found = extraction(text).events, extraction(text, lexicons=(OWN,)).events
    assert [event.place for event in without] == [None]
    assert [event.place and event.place.name for event in found] == [text[-4:-1]]


def test_a_cue_of_the_users_own() -> None:
    """A sign against an event lowers its confidence."""
    text = "3月18日，第五届江州诗歌节例行彩排在江州剧院举行。"
    [without], [found] = extraction(text).events, extraction(text, lexicons=(OWN,)).events
    assert found.confidence < without.confidence


def test_forms_may_be_written_in_any_way(tmp_path: Path) -> None:
    """Traditional script, full width and capitals are folded as texts are."""
    forms = '["全民投票＂", "ＣＡＳＴＳ Votes"]'
    rule = f'[[predicate]]\nid = "zh.own.x"\nkind = "ballot"\nforms = {forms}\ntitle = "clause"\n'
    known = load_vocabulary((write(tmp_path, rule),)).predicates
    assert [hit.rule.kind for hit in known.find('全民投票" the town casts votes')] == ["ballot", "ballot"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = [", "not a TOML file"),
        ('[[predicates]]\nid = "zh.own.x"\n', "unknown table 'predicates'; there are: cue, head, place"),
        ("predicate = 3", "'predicate' is no array of tables"),
        ('[[head]]\nid = "own"\nkind = "x"\nforms = ["y"]\n', "rule 'own': id: "),
        ('[[head]]\nid = "zh.own.x"\nforms = ["y"]\n', "rule 'zh.own.x': kind: field required"),
        ('[[head]]\nid = "zh.own.x"\nkind = "x"\nforms = [" "]\n', "a form is empty"),
        ('[[place]]\nid = "zh.own.x"\nforms = []\n', "rule 'zh.own.x': forms: "),
        ('[[cue]]\nid = "zh.own.x"\neffect = "goal"\npatterns = ["("]\n', "is no pattern"),
        ('[[head]]\nid = "zh.head.x"\nkind = "x"\nforms = ["y"]\n' * 2, "rule id 'zh.head.x' stands twice"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(
    text: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The call ends with code 2; file, rule and value are named."""
    path = write(tmp_path, text)
    assert main(["show", str(EXAMPLES / "own-words.txt"), "--lexicon", path]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert message in err


def test_a_missing_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """So is one that is not there."""
    assert main(["show", str(EXAMPLES / "own-words.txt"), "--lexicon", "nowhere.toml"]) == 2
    assert "nowhere.toml: cannot be opened" in capsys.readouterr().err


def test_several_files_may_be_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--lexicon` stands several times; the later file wins."""
    later = write(
        tmp_path, '[[head]]\nid = "zh.own.jam-2"\nkind = "training"\nforms = ["创作营火会"]\ngathering = true\n'
    )
    assert main(["show", str(EXAMPLES / "own-words.txt"), "--lexicon", OWN, "--lexicon", later]) == 0
    out = capsys.readouterr().out
    assert "referendum" in out and "training" in out and "competition" not in out
