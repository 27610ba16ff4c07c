"""The command line: what it prints where, its files and its exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import icalendar
import pytest

from tests.formats.test_lock import holder
from tests.hand_made import make_event, make_line, make_when, sampler
from timeline.cli import main
from timeline.formats import json as format
from timeline.timeline import Timeline, load_timeline

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a timeline file in the current folder, which is empty otherwise."""
    monkeypatch.chdir(tmp_path)
    sampler().write("state.json")
    return tmp_path / "state.json"


def test_build_writes_all_outputs(state: Path, capsys: Captured) -> None:
    """Each output is written in the format of its suffix; standard output stays empty."""
    assert main(["build", "state.json", "-o", "news.ics", "-o", "copy.json", "--name", "Town"]) == 0
    line = load_timeline("copy.json")
    assert (line.name, line.events) == ("Town", sampler().events)
    assert len(icalendar.Calendar.from_ical(Path("news.ics").read_bytes()).walk("VEVENT")) == 11
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0] == "timeline: news.ics: 11 events"
    assert "2 of 13 events" in err


def test_selection_is_for_calendars_and_not_for_the_state(state: Path) -> None:
    """`--since`, `--until` and `--kind` choose what a calendar shows; a state file keeps everything."""
    call = ["build", "state.json", "-o", "news.ics", "-o", "copy.json", "--since", "2026-07", "--until", "2026-07-31"]
    assert main([*call, "--kind", "conference"]) == 0
    assert load_timeline("copy.json").events == sampler().events
    assert Path("news.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == 1


def test_vague(state: Path) -> None:
    """`--vague` writes all events or only those with a day."""
    for vague, count in (("span", 13), ("omit", 8)):
        assert main(["build", "state.json", "-o", "news.ics", "--vague", vague]) == 0
        assert Path("news.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == count


def test_what_a_calendar_says_of_itself(state: Path) -> None:
    """Refresh interval, address, zone and colours stand in the calendar."""
    call = ["build", "state.json", "-o", "news.ics", "--refresh", "PT6H", "--source-url", "https://cal.example/a.ics"]
    assert main([*call, "--zone", "Asia/Shanghai", "--color", "conference=teal", "--color", "sport=navy"]) == 0
    text = Path("news.ics").read_text(encoding="utf-8")
    for line in (
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "SOURCE;VALUE=URI:https://cal.example/a.ics",
        "X-WR-TIMEZONE:Asia/Shanghai",
        "COLOR:teal",
    ):
        assert f"{line}\n" in text
    assert main([*call, "--colors"]) == 0
    assert "COLOR:steelblue\n" in Path("news.ics").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "value", "reason"),
    [
        ("--refresh", "6h", "string should match"),
        ("--source-url", "cal.example", "no absolute address"),
        ("--zone", "Mars", "no zone"),
        ("--color", "sport=greenish", "no kind with a colour"),
        ("--color", "teal", "no kind with a colour"),
    ],
)
def test_refuses_what_calendars_refuse(state: Path, option: str, value: str, reason: str, capsys: Captured) -> None:
    """A value for which programs drop the whole calendar is a wrong call."""
    with pytest.raises(SystemExit, match="2"):
        main(["build", "state.json", "-o", "news.ics", option, value])
    assert reason in capsys.readouterr().err
    assert not Path("news.ics").exists()


def test_split_names_what_a_former_one_left(state: Path, capsys: Captured) -> None:
    """A file that is named as a part, or as the whole, and was not written now, would show events twice."""
    for name in ("news.ics", "news-2024.ics", "newspaper-2024.ics", "news-2024.csv"):
        Path(name).write_text("")
    assert main(["build", "state.json", "-o", "news.ics", "--split", "year"]) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if "former split" in line]
    assert [line.split(":")[1].strip() for line in told] == ["news-2024.ics", "news.ics"]


def test_print_a_format(state: Path, capsys: Captured) -> None:
    """`-o -` with `--format` prints that format alone, as does `--format` without an output."""
    assert main(["build", "state.json", "-o", "-", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "timeline/1"
    assert main(["build", "state.json", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "timeline/1"


def test_printed_calendar_has_its_line_ends(state: Path) -> None:
    """A calendar printed is the calendar written, to the byte."""
    main(["build", "state.json", "-o", "news.ics"])
    command = [sys.executable, "-m", "timeline", "build", "state.json", "-o", "-", "--format", "ics"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout
    assert printed == Path("news.ics").read_bytes()


def test_inputs_are_joined(state: Path, capsys: Captured) -> None:
    """Several timeline files are one timeline."""
    make_line(make_event("extra", "2026-08-01")).write("more.json")
    assert main(["show", "state.json", "more.json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 14


def test_show_is_aligned(state: Path, capsys: Captured) -> None:
    """The list has a line for each event, in columns that line up although Chinese takes two cells."""
    make_line(
        make_event("灯会", make_when("2026-03-03", precision="part", part="evening"), status="cancelled"),
        make_event("Open day", "2026-03-13", place={"name": "Pier"}),
        make_event("Spring", make_when("2026-03-20", mod="approx"), kind="festival"),
    ).write("few.json")
    assert main(["show", "few.json"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2026-03-03 evening  conference (cancelled)  灯会            Harbour Daily",
        "2026-03-13          conference              Open day  Pier  Harbour Daily",
        "~2026-03-20         festival                Spring          Harbour Daily",
    ]


def test_show_obeys_no_title(state: Path, capsys: Captured) -> None:
    """A title cannot move the cursor, ring or turn the line around."""
    make_line(make_event("a\x1b[2J\u202eb\nc\x07\u2028d\x9b", "2026-03-13")).write("evil.json")
    assert main(["show", "evil.json"]) == 0
    assert capsys.readouterr().out.split("  ")[2] == "a [2J b c d"


def test_show_shortens(state: Path, capsys: Captured) -> None:
    """A long title ends in an ellipsis."""
    make_line(make_event("长" * 100, "2026-03-13")).write("long.json")
    assert main(["show", "long.json"]) == 0
    assert capsys.readouterr().out.split()[2] == "长" * 27 + "…"


def test_show_nothing(state: Path, capsys: Captured) -> None:
    """An empty timeline prints nothing and is no error."""
    Timeline().write("empty.json")
    assert main(["show", "empty.json"]) == 0
    assert capsys.readouterr().out == ""


def test_schema(capsys: Captured) -> None:
    """`schema` prints the shipped schema, which is what the models say now."""
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == format.schema()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "COMMAND"),
        (["show"], "INPUT"),
        (["dance", "state.json"], "dance"),
        (["show", "state.json", "--published", "2026-13-40"], "'2026-13-40' is no date"),
        (["show", "state.json", "--published", "yesterday"], "'yesterday' is no date"),
        (
            ["show", "state.json", "--timezone", "Asia/Shangai"],
            "unknown zone 'Asia/Shangai'; did you mean 'Asia/Shanghai'",
        ),
        (["show", "state.json", "--now", "soon"], "'soon' is no time"),
        (["show", "state.json", "--since", "spring"], "'spring' is no date"),
        (["show", "state.json", "--until", "2026-02-30"], "'2026-02-30' is no date"),
        (["show", "state.json", "--min-confidence", "2"], "'2' is no number from 0 to 1"),
        (["show", "state.json", "--min-confidence", "nan"], "'nan' is no number from 0 to 1"),
        (["show", "state.json", "--jobs", "0"], "'0' is no number of processes"),
        (["build", "state.json", "-o", "x.ics", "--vague", "maybe"], "maybe"),
        (["build", "state.json", "--format", "doc"], "doc"),
    ],
)
def test_wrong_call(state: Path, capsys: Captured, arguments: list[str], message: str) -> None:
    """A wrong call leaves with code 2 and one line that says what is wrong."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert message in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "state.json", "-o", "x.doc"], "x.doc: no format for suffix '.doc'; known are"),
        (["build", "state.json", "-o", "x.ics", "-o", "-"], "needs --format"),
        (["show", "state.json", "--since", "2026-04", "--until", "2026-03"], "is after"),
    ],
)
def test_wrong_call_found_later(state: Path, capsys: Captured, arguments: list[str], message: str) -> None:
    """So does one that argparse cannot see; nothing is written."""
    assert main(arguments) == 2
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert message in err
    assert sorted(path.name for path in state.parent.iterdir()) == ["state.json"]


def test_broken_input(state: Path, capsys: Captured) -> None:
    """A broken or missing input costs itself: one line with what and where, code 1, the others done."""
    Path("broken.json").write_text('{"schema": ')
    assert main(["show", "broken.json", "gone.json", "state.json"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 13
    assert [re.split(r": (?=not|cannot)", line)[0] for line in err.splitlines()] == [
        "timeline: error: broken.json",
        "timeline: error: gone.json",
    ]


def test_unwritable_output(state: Path, capsys: Captured) -> None:
    """An output that cannot be written is code 3; the others are written."""
    assert main(["build", "state.json", "-o", ".", "-o", "gone/x.ics", "-o", "good.ics"]) == 3
    assert Path("good.ics").is_file()
    err = capsys.readouterr().err.splitlines()
    assert err[0] == "timeline: error: .: is a folder; name a file in it"
    assert err[1].startswith("timeline: error: gone/x.ics: there is no folder")


def test_nothing_read_keeps_the_old_output(state: Path, capsys: Captured) -> None:
    """When no input could be read, an output that exists is left as it was."""
    Path("news.ics").write_text("old")
    assert main(["build", "gone.json", "-o", "news.ics", "-o", "new.ics"]) == 1
    assert Path("news.ics").read_text() == "old"
    assert Path("new.ics").is_file()
    assert "news.ics: left as it was" in capsys.readouterr().err


def test_unknown_kind(state: Path, capsys: Captured) -> None:
    """A kind that no event has is said, with those there are."""
    assert main(["show", "state.json", "--kind", "confernce"]) == 0
    assert "no event is of kind 'confernce'; there are: conference" in capsys.readouterr().err


def test_closed_pipe(state: Path) -> None:
    """A reader that stops reading, such as `head`, is no error and no traceback."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "timeline", "show", "state.json"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_output_in_a_narrow_encoding(state: Path) -> None:
    """Where the terminal cannot show a character, another stands for it."""
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "timeline", "show", "state.json"]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) == 13


ARTICLE_TEXT = "A fair by the sea\n\nThe book fair will be held on 13 March 2026 at the Old Customs House.\n"


@pytest.fixture
def article(state: Path) -> Path:
    """Return an article in the current folder."""
    Path("fair.txt").write_text(ARTICLE_TEXT, encoding="utf-8")
    return Path("fair.txt")


def test_build_from_an_article(article: Path) -> None:
    """An article becomes events that quote it."""
    assert main(["build", "fair.txt", "-o", "fair.json", "-o", "fair.ics"]) == 0
    line = load_timeline("fair.json")
    assert [event.when.edtf for event in line] == ["2026-03-13"]
    for passage in line[0].evidence:
        assert ARTICLE_TEXT[passage.start : passage.end] == passage.text


def test_articles_and_timelines_together(article: Path, capsys: Captured) -> None:
    """Articles and timeline files can be inputs of one call."""
    assert main(["show", "fair.txt", "state.json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 14


def test_jobs(article: Path, capsys: Captured) -> None:
    """Two processes give what one gives."""
    main(["build", "fair.txt", "--format", "json"])
    alone = capsys.readouterr().out
    main(["build", "fair.txt", "--format", "json", "--jobs", "2"])
    assert capsys.readouterr().out == alone


def test_explain(article: Path, capsys: Captured) -> None:
    """`--explain` says on standard error what became of each date."""
    assert main(["show", "fair.txt", "--explain"]) == 0
    assert "'13 March 2026' is 2026-03-13: event: " in capsys.readouterr().err


def test_times(article: Path, capsys: Captured) -> None:
    """`times` lists expressions with type, value and reading; --explain adds the rule; jsonl and timeml have it all."""
    assert main(["times", "fair.txt"]) == 0
    assert ["13", "March", "2026", "DATE", "2026-03-13", "2026-03-13"] in [
        row.split() for row in capsys.readouterr().out.splitlines()
    ]
    main(["times", "fair.txt", "--explain"])
    assert " en." in capsys.readouterr().out
    main(["times", "fair.txt", "--format", "jsonl"])
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert all(ARTICLE_TEXT[row["span"]["start"] : row["span"]["end"]] == row["text"] for row in rows)
    main(["times", "fair.txt", "--format", "timeml"])
    assert 'value="2026-03-13">13 March 2026</TIMEX3>' in capsys.readouterr().out


def test_read(article: Path, capsys: Captured) -> None:
    """`read` tells the articles and when each was published."""
    assert main(["read", "fair.txt", "--published", "2026-03-11"]) == 0
    assert "published 2026-03-11 (caller)" in capsys.readouterr().out
    main(["read", "fair.txt", "--format", "jsonl"])
    assert json.loads(capsys.readouterr().out)["source"] == "fair.txt"


def test_read_shows_what_was_left_out(tmp_path: Path, capsys: Captured) -> None:
    """What no event can come from is shown with the reason, as text and as JSON."""
    menu = "首页\n新闻\n文化\n体育\n\n"
    page = tmp_path / "page.txt"
    text = f"{menu}论坛下周举行\n2026-03-11 10:00\n论坛将于3月20日在会展中心举行，为期两天。\n"
    page.write_text(text, encoding="utf-8")
    main(["read", str(page)])
    out = capsys.readouterr().out
    assert "stamp     header: 2026-03-11 10:00" in out
    assert "dropped   navigation: 首页 新闻 文化 体育" in out
    main(["read", str(page), "--format", "jsonl"])
    data = json.loads(capsys.readouterr().out)
    assert data["dropped"] == [{"reason": "navigation", "text": menu.strip()}]
    assert data["stamps"] == [{"kind": "header", "text": "2026-03-11 10:00", "place": None}]


def test_fields_and_limits(tmp_path: Path, capsys: Captured) -> None:
    """The fields of a corpus and how much is read can be given; a wrong name lists those there are."""
    corpus = tmp_path / "c.jsonl"
    corpus.write_text('{"main": "论坛3月20日举行。", "day": "2026-03-11"}\n', encoding="utf-8")
    assert main(["read", str(corpus), "--fields", "text=main,published=day"]) == 0
    assert "published 2026-03-11 (metadata)" in capsys.readouterr().out
    assert main(["read", str(corpus), "--fields", "text=main", "--limits", "characters_per_document=5"]) == 1
    assert "beyond the limit characters_per_document of 5" in capsys.readouterr().err
    for wrong in (["--fields", "body=main"], ["--limits", "pages"], ["--limits", "pages=0"], ["--limits", "sheets=1"]):
        with pytest.raises(SystemExit) as stop:
            main(["read", str(corpus), *wrong])
        assert stop.value.code == 2


@pytest.mark.parametrize(
    ("name", "data"),
    [("gone.txt", None), ("empty.txt", b""), ("junk.txt", bytes(range(256)) * 9), ("word.docx", b"PK")],
)
def test_unreadable_article(article: Path, capsys: Captured, name: str, data: bytes | None) -> None:
    """An input that holds nothing readable is one line and code 1; the others are done."""
    if data is not None:
        Path(name).write_bytes(data)
    assert main(["show", name, "fair.txt"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert err.startswith(f"timeline: {name}: ")
    assert len(err.splitlines()) == 1


def test_folder_with_nothing_readable(article: Path, capsys: Captured) -> None:
    """A folder without an article says so."""
    Path("void").mkdir()
    assert main(["show", "void"]) == 1
    assert capsys.readouterr().err.startswith("timeline: void: no file")


def test_update(state: Path, capsys: Captured) -> None:
    """`--update` continues a state: a first run starts it, later ones keep ids and what is not mentioned."""
    assert main(["build", "state.json", "--update", "new.json", "-o", "new.json"]) == 0
    assert "new.json: not there yet" in capsys.readouterr().err
    make_line(make_event("extra", "2026-08-01")).write("more.json")
    assert main(["build", "more.json", "--update", "new.json", "-o", "new.json"]) == 0
    assert len(load_timeline("new.json")) == 14


def test_broken_state_is_not_overwritten(state: Path, capsys: Captured) -> None:
    """A state that cannot be read stops the build before anything is written."""
    Path("old.json").write_text("{")
    assert main(["build", "state.json", "--update", "old.json", "-o", "old.json", "-o", "x.ics"]) == 1
    assert Path("old.json").read_text() == "{"
    assert not Path("x.ics").exists()
    assert "old.json: not JSON" in capsys.readouterr().err


def test_edits(state: Path, capsys: Captured) -> None:
    """`--edits` applies a file of edits; a wrong one is a wrong call."""
    Path("edits.toml").write_text(f'["{sampler()[0].id}"]\ntitle = "Renamed"\n')
    assert main(["show", "state.json", "--edits", "edits.toml"]) == 0
    assert "Renamed" in capsys.readouterr().out
    Path("edits.toml").write_text("x = 1")
    with pytest.raises(SystemExit):
        main(["show", "state.json", "--edits", "edits.toml"])
    assert "edits.toml: x: " in capsys.readouterr().err


def test_edit(state: Path, capsys: Captured) -> None:
    """`edit` finds an event by the beginning of its UID and writes the change for `build --edits`."""
    main(["show", "state.json", "--ids"])
    uid = next(row.split()[0] for row in capsys.readouterr().out.splitlines() if "Book fair" in row)
    call = ["edit", "state.json", uid[:-2]]
    assert main([*call, "--title", "书展", "--date", "2026-03-14"]) == 0
    assert "edits.toml: 2026-03-13–17 Book fair: title = '书展'" in capsys.readouterr().err
    assert main([*call, "--hide", "--edits", "other.toml"]) == 0
    assert Path("other.toml").read_text(encoding="utf-8") == f'["{uid}"]  # 2026-03-13–17 Book fair\nhide = true\n'
    main(["show", "state.json", "--edits", "edits.toml"])
    assert "书展" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["11111111", "--hide"], r"'11111111' begins the UID of 13 events; give more of it: 11111111-0000-5000-8000-"),
        (["9", "--hide"], "'9' is the UID of no event"),
        (["", "--hide"], "give more of it"),
        (["11111111"], "nothing to change; give --hide"),
        (["UID", "--date", "soon"], "'soon' is no date"),
        (["UID", "--title", ""], "title: string should have at least 1 character"),
    ],
)
def test_wrong_edit(state: Path, capsys: Captured, arguments: list[str], message: str) -> None:
    """A UID that is not one event, an edit of nothing and a wrong value are wrong calls, and nothing is written."""
    arguments = [sampler()[0].id if argument == "UID" else argument for argument in arguments]
    assert main(["edit", "state.json", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert not Path("edits.toml").exists()


def test_split(state: Path) -> None:
    """`--split` writes parts beside each other, and a state file whole."""
    assert main(["build", "state.json", "-o", "news.ics", "-o", "copy.json", "--split", "year"]) == 0
    assert sorted(path.name for path in state.parent.iterdir()) == ["copy.json", "news-2026.ics", "state.json"]


def test_diff(state: Path, capsys: Captured) -> None:
    """`diff` tells in words, as JSON or as a calendar what came, changed and went."""
    moved = sampler()[5].model_copy(update={"when": make_when("2026-03-20"), "status": "postponed"})
    rest = [event for event in sampler() if event.id != moved.id][1:]
    make_line(moved, *rest, make_event("书展", "2026-08-01")).write("new.json")
    assert main(["diff", "state.json", "new.json"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row[0] for row in rows] == ["~", "+", "-"]
    assert rows[1] == "+ 2026-08-01 书展"
    assert "→" in rows[0]
    assert main(["diff", "state.json", "new.json", "--format", "json"]) == 0
    assert [change["change"] for change in json.loads(capsys.readouterr().out)] == ["changed", "added", "removed"]
    assert main(["diff", "state.json", "new.json", "--format", "ics"]) == 0
    calendar = icalendar.Calendar.from_ical(capsys.readouterr().out)
    entries = {str(entry["SUMMARY"]): (entry["STATUS"], entry["SEQUENCE"]) for entry in calendar.walk("VEVENT")}
    gone = sampler()[0]
    assert len(entries) == 3
    assert entries["书展"] == ("CONFIRMED", 0)
    assert next(value for name, value in entries.items() if name.startswith(gone.title)) == ("CANCELLED", 1)
    assert main(["diff", "state.json", "state.json"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["diff", "state.json", "gone.json"]) == 1


def test_a_state_in_use_is_left_alone(state: Path, capsys: Captured) -> None:
    """A second build that continues a state gets an error while the first has it, and changes nothing; readers may."""
    old = state.read_bytes()
    with holder(state):
        call = ["build", "state.json", "--name", "Second", "--update", "state.json"]
        assert main([*call, "-o", "news.ics", "-o", "state.json"]) == 3
        assert "state.json: in use by another run; wait" in capsys.readouterr().err
        assert not Path("news.ics").exists()
        assert main([*call, "-o", "news.ics"]) == 0
    assert state.read_bytes() == old
    assert main([*call, "-o", "state.json"]) == 0


def test_two_builds_at_once(state: Path) -> None:
    """Of builds that continue one state at the same time each is done whole or says that the state is in use."""
    command = [sys.executable, "-m", "timeline", "build", "--update", "state.json", "-o", "state.json"]
    runs = {}
    for name, day in (("Weaver Forum", "2026-08-01"), ("Harbour Regatta", "2026-10-20")):
        make_line(make_event(name, day)).write(f"{name}.json")
        runs[name] = subprocess.Popen([*command, f"{name}.json"], stderr=subprocess.PIPE, encoding="utf-8")
    said = {name: run.communicate()[1] for name, run in runs.items()}
    done = {name for name, run in runs.items() if run.returncode == 0}
    assert all(run.returncode == 3 and "in use" in said[name] for name, run in runs.items() if name not in done)
    assert done
    assert {event.title for event in load_timeline(state)} == {event.title for event in sampler()} | done
    assert list(state.parent.glob(".*")) == []


def test_the_state_is_written_first(state: Path, capsys: Captured) -> None:
    """No calendar shows what the next run does not know, whatever the order of the call."""
    main(["build", "state.json", "--update", "state.json", "-o", "news.ics", "-o", "./state.json"])
    said = [line.split(": ")[1] for line in capsys.readouterr().err.splitlines()]
    assert said[:2] == ["./state.json", "news.ics"]
