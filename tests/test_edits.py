"""Changes made by hand: read from a file, applied last, visible, kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hand_made import make_event, make_line, make_when
from timeline.edits import Edit, read_edits, write_edit
from timeline.errors import OptionError
from timeline.formats.entry import readable
from timeline.model import Place
from timeline.timeline import Timeline

EVENT = make_event("Fair of Harbour", make_when("2026-03-13T14:00", zone="Asia/Shanghai"), place=Place(name="Pier"))


def edited(text: str, folder: Path, line: Timeline | None = None) -> Timeline:
    """Return a timeline as edited by the text of a file, in which ID stands for the event's id."""
    path = folder / "edits.toml"
    path.write_text(text.replace("ID", EVENT.id), encoding="utf-8")
    return (line or make_line(EVENT)).edit(path)


def test_edits(tmp_path: Path) -> None:
    """Title, kind, date and place are set and named; the date keeps the zone; SEQUENCE rises once."""
    text = '["ID"]\ntitle = "书展"\nkind = "festival"\ndate = "2026-03-14T10:00/2026-03-14T12:00"\nplace = "Hall"\n'
    (event,) = edited(text, tmp_path)
    assert (event.title, event.kind, event.place) == ("书展", "festival", Place(name="Hall", basis="edit"))
    assert (event.when.edtf, event.when.zone) == ("2026-03-14T10:00:00/2026-03-14T12:00:00", "Asia/Shanghai")
    assert (event.edited, event.sequence) == (("date", "kind", "place", "title"), 1)


def test_renaming_raises_no_sequence(tmp_path: Path) -> None:
    """A title or kind is no reason for programs to ask again."""
    (event,) = edited('["ID"]\ntitle = "Book fair"\n', tmp_path)
    assert (event.title, event.sequence, event.edited) == ("Book fair", 0, ("title",))


def test_hiding(tmp_path: Path) -> None:
    """A hidden event is cancelled in calendars, where a program may hold it, and in no list."""
    line = edited('["ID"]\nhide = true\n', tmp_path)
    assert (line[0].status, line[0].sequence, line[0].edited) == ("cancelled", 1, ("hidden",))
    assert "STATUS:CANCELLED" in line.to_ics()
    assert readable(line) == []


def test_edits_apply_once_and_are_kept(tmp_path: Path) -> None:
    """Applied again, or updated by the news without the file, an edit stays and raises nothing."""
    once = edited('["ID"]\ndate = "2026-03-20"\n', tmp_path)
    assert edited('["ID"]\ndate = "2026-03-20"\n', tmp_path, once) == once
    (event,) = make_line(EVENT).update(once)
    assert (event.when.edtf, event.sequence, event.edited) == ("2026-03-20", 1, ("date",))


def test_edit_without_event(tmp_path: Path) -> None:
    """An edit whose event is gone is an issue."""
    (issue,) = edited('["gone"]\nhide = true\n', tmp_path).issues
    assert issue.code == "edit-without-event"
    assert "'gone'" in issue.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x =", "not a file of edits"),
        ("x = 1", "x: input should be"),
        ('["ID"]\ncolour = "red"', "colour: extra inputs"),
        ('["ID"]\ndate = "soon"', "'soon' is no date"),
        ('["ID"]\ndate = "2026-02-30"', "'2026-02-30' is no date"),
        ('["ID"]\ndate = "2026-03-13/"', "'2026-03-13/' is no date"),
        ('["ID"]\ntitle = ""', "title: string should have"),
    ],
)
def test_refuses(text: str, message: str, tmp_path: Path) -> None:
    """A wrong file is refused with the place."""
    with pytest.raises(OptionError, match=f"edits.toml: .*{message}"):
        edited(text, tmp_path)


def test_hiding_is_taken_back(tmp_path: Path) -> None:
    """`hide = false` shows a hidden event again, with a new SEQUENCE; on one that is not hidden it does nothing."""
    hidden = edited('["ID"]\nhide = true\n', tmp_path)
    (event,) = edited('["ID"]\nhide = false\n', tmp_path, hidden)
    assert (event.status, event.sequence, event.edited) == ("scheduled", 2, ())
    assert edited('["ID"]\nhide = false\n', tmp_path) == make_line(EVENT)


def test_what_the_news_said_is_kept(tmp_path: Path) -> None:
    """The printed name is an alias and the printed time a previous one; a report of them continues the event."""
    line = edited('["ID"]\ntitle = "Spring market"\ndate = "2026-03-20"\nplace = "Hall"\n', tmp_path)
    assert line[0].aliases == ("Fair of Harbour",)
    assert [when.edtf for when in line[0].previous] == ["2026-03-13T14:00:00"]
    report = EVENT.model_copy(
        update={"id": "later", "evidence": (EVENT.evidence[0].model_copy(update={"article": "a2"}),)}
    )
    (event,) = make_line(report).update(line)
    assert (event.id, event.title, event.when.edtf) == (EVENT.id, "Spring market", "2026-03-20")
    assert (event.place and event.place.name, event.sequence) == ("Hall", 1)


def test_news_against_an_edit(tmp_path: Path) -> None:
    """A new date in the news does not undo that of a person; it is kept among the others, so nothing is doubled."""
    line = edited('["ID"]\ndate = "2026-03-20"\n', tmp_path)
    moved = EVENT.model_copy(update={"id": "later", "when": make_when("2026-03-27"), "previous": (EVENT.when,)})
    news = make_line(moved.model_copy(update={"updated": "2026-02-01T00:00:00Z"}))
    line = news.update(line)
    (issue,) = line.issues
    assert issue.code == "edit-contradicted"
    assert "is on 2026-03-27 by newer reports; the edit keeps 2026-03-20" in issue.message
    line = news.update(line)
    assert line.issues == ()
    (event,) = line
    assert (event.id, event.when.edtf, event.sequence) == (EVENT.id, "2026-03-20", 1)
    assert [when.edtf for when in event.previous] == ["2026-03-13T14:00:00", "2026-03-27"]


def test_an_edit_is_written(tmp_path: Path) -> None:
    """A file is begun, an entry added, another changed; what a person wrote stays."""
    path = tmp_path / "edits.toml"
    write_edit(path, "one", Edit(hide=True), comment="2026-03-13 Fair")
    path.write_text("# ours\n" + path.read_text(encoding="utf-8") + 'kind = "sport"  # of a kind\n', encoding="utf-8")
    write_edit(path, "two", Edit(date="2026-03-14", place="老码头"))
    write_edit(path, "one", Edit(hide=False, kind="festival"))
    assert path.read_text(encoding="utf-8") == (
        '# ours\n["one"]  # 2026-03-13 Fair\nhide = false\nkind = "festival"  # of a kind\n'
        '\n["two"]\ndate = "2026-03-14"\nplace = "老码头"\n'
    )
    assert read_edits(path)["two"] == Edit(date="2026-03-14", place="老码头")


def test_a_wrong_edit_is_not_written(tmp_path: Path) -> None:
    """Neither a wrong value nor a wrong file is written over."""
    path = tmp_path / "edits.toml"
    with pytest.raises(OptionError, match="'soon' is no date"):
        write_edit(path, "one", Edit(date="soon"))
    assert not path.exists()
    path.write_text("one = {hide = true}\n")
    with pytest.raises(OptionError, match=r"edits\.toml: .*change it by hand"):
        write_edit(path, "one", Edit(title="Fair"))
    path.write_text("x = 1")
    with pytest.raises(OptionError, match="x: input should be"):
        write_edit(path, "one", Edit(title="Fair"))
    assert path.read_text() == "x = 1"


def test_edits_made_in_python() -> None:
    """Edits can be given by id as well."""
    (event,) = make_line(EVENT).edit({EVENT.id: Edit(title="Renamed")})
    assert (event.title, event.edited) == ("Renamed", ("title",))


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(OptionError, match=r"gone\.toml: cannot be opened"):
        read_edits(tmp_path / "gone.toml")
