"""`build` and `show`: articles and timeline files in, one timeline, calendars and lists out."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from glob import escape
from pathlib import Path
from typing import Any

from timeline.cli.arguments import add_calendar, add_command, add_selection, write_options
from timeline.cli.report import UNREAD, UNWRITTEN, explain, fail, progress, report, say
from timeline.errors import FormatError, OptionError, WriteError
from timeline.formats import text
from timeline.formats.files import READABLE, SUFFIXES, format_of
from timeline.formats.lock import lock_file
from timeline.formats.options import WriteOptions
from timeline.formats.split import Split
from timeline.model import Options
from timeline.timeline import Timeline, load_timeline

STATE_FORMATS = ("json",)
"""Formats that keep every event, whatever is chosen to be shown."""


def add_commands(commands: Any) -> None:
    """Add `build` and `show` to the parser."""
    build = add_command(commands, "build", _build, "read articles and write calendars and lists")
    build.add_argument("-o", "--output", metavar="OUT", action="append", default=[], help=OUTPUT_HELP)
    build.add_argument("--format", choices=sorted(set(SUFFIXES.values())), help="format, where no suffix tells it")
    build.add_argument("--split", choices=("year", "size"), help="write in parts: OUT-2026.ics or OUT-1.ics")
    add_calendar(build)
    add_selection(build)
    show = add_command(commands, "show", _show, "print the list of events")
    add_selection(show)
    show.add_argument("--ids", action="store_true", help="print the UID of each event, by which `edit` knows it")


OUTPUT_HELP = "file to write, its suffix naming the format; '-' prints (with --format); may stand several times"


def _build(call: argparse.Namespace) -> int:
    """Read everything, write all outputs; without an output print the list."""
    outputs = call.output or (["-"] if call.format else [])
    for output in outputs:
        _check_output(output, call.format)
    if not outputs:
        return _show(call)
    states = [output for output in outputs if call.update and _is_same_file(output, call.update)]
    with lock_file(call.update) if states else nullcontext():
        line, code = _timeline(call)
        return _write_all(line, [*states, *(output for output in outputs if output not in states)], call, code)


def _write_all(line: Timeline, outputs: Sequence[str], call: argparse.Namespace, code: int) -> int:
    """Write the outputs in order and return the exit code.

    The state that is continued comes first, so that no calendar shows what the next run does not know.
    """
    for output in outputs:
        if code == UNREAD and not (line.articles or line.events) and Path(output).is_file():
            say(f"{output}: left as it was, since nothing could be read")
            continue
        try:
            _write(line, _shown(line, call), output, call)
        except WriteError as error:
            code = fail(error, UNWRITTEN)
    return code


def _is_same_file(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _show(call: argparse.Namespace) -> int:
    line, code = _timeline(call)
    ids = getattr(call, "ids", False)  # `build` without an output prints the list too
    sys.stdout.writelines(text.write(_shown(line, call).record, WriteOptions(), ids=ids))
    return code


def _timeline(call: argparse.Namespace) -> tuple[Timeline, int]:
    """Return the timeline of all inputs, its issues reported, and the exit code so far."""
    files = [name for name in call.inputs if _is_timeline_file(name)]
    line, broken = Timeline.of((), name=call.name), 0
    for name in files:
        try:
            line += load_timeline(name)
        except FormatError as error:
            broken = fail(error, UNREAD)
    documents = [name for name in call.inputs if name not in files]
    if documents:
        from timeline.pipeline import build_timeline, read_articles

        articles = read_articles(documents, options=options_of(call))
        with _workers(call.jobs) as executor, progress() as count:
            line += build_timeline(
                articles,
                name=call.name,
                options=options_of(call),
                executor=executor,
                progress=count,
                on_verdict=explain if call.explain else None,
            )
    if call.update:
        line = line.update(_previous(call.update))
    if call.edits:
        line = line.edit(call.edits)
    return line, max(broken, report(line.issues))


def _previous(path: str) -> Timeline:
    """Return the state to continue; none yet is the first run.

    Raises:
        FormatError: It is there, but cannot be read: nothing is written over it.
    """
    if Path(path).exists():
        return load_timeline(path)
    say(f"{path}: not there yet; a first run")
    return Timeline()


def _is_timeline_file(name: str) -> bool:
    return SUFFIXES.get(Path(name).suffix.lower()) in READABLE


def options_of(call: argparse.Namespace) -> Options:
    known = {name: value for name, value in vars(call).items() if name in Options.model_fields and value is not None}
    return Options(**known)


def _shown(line: Timeline, call: argparse.Namespace) -> Timeline:
    """Return the events that the call chose."""
    chosen = line.between(call.since, call.until)
    if call.kind:
        known = {event.kind for event in line}
        for kind in set(call.kind) - known:
            say(f"no event is of kind {kind!r}; there are: {', '.join(sorted(known)) or 'none'}")
        chosen = chosen.of_kind(*call.kind)
    return chosen


def _check_output(output: str, format: str | None) -> None:
    """Find a wrong output before the work is done."""
    if output == "-" and not format:
        raise OptionError("printing needs --format")
    if not Path(output).is_dir():
        format_of(output, format)


def _write(line: Timeline, shown: Timeline, output: str, call: argparse.Namespace) -> None:
    """Write one output: a state file whole, any other with what was chosen."""
    options = write_options(call)
    name = call.format or SUFFIXES.get(Path(output).suffix.lower())
    chosen = line if name in STATE_FORMATS else shown
    if output == "-":
        sys.stdout.buffer.writelines(part.encode() for part in format_of("", name).write(chosen.record, options))
        return
    if Path(output).is_dir():
        raise WriteError("is a folder; name a file in it", source=output)
    split = call.split if name not in STATE_FORMATS else None
    counts: dict[str, int] = {}
    for path, part in _parts(chosen, output, split):
        issues = part.write(path, name, options=options)
        counts[path] = len(part) - format_of(path, name).left_out(part.record, options)
        say(f"{path}: {counts[path]} event{'' if counts[path] == 1 else 's'}")
        report(issues)
    for other in _named_alike(output) if split else ():
        if other not in map(Path, counts):
            say(f"{other}: not written now; if it is a part of a former split, delete it, or its events stand twice")


def _parts(line: Timeline, output: str, split: Split | None) -> Iterator[tuple[str, Timeline]]:
    """Yield each part of an output with its path; all of it where nothing is split."""
    if not split or not line:
        yield output, line
        return
    path = Path(output)
    for label, part in line.split(split).items():
        yield str(path.with_name(f"{path.stem}-{label}{path.suffix}")), part


def _named_alike(output: str) -> Iterator[Path]:
    """Yield the files that are named like an output or a part of it."""
    path = Path(output)
    for other in sorted(path.parent.glob(f"{escape(path.stem)}*{escape(path.suffix)}")):
        if PART.fullmatch(other.stem.removeprefix(path.stem)):
            yield other


PART = re.compile(r"(-[0-9]+)?")
"""What a split adds to the name of an output."""


def _workers(jobs: int) -> Any:
    return ProcessPoolExecutor(jobs) if jobs > 1 else nullcontext()
