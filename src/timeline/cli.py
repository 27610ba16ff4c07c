"""The command line: a thin layer over the pipeline and `Timeline`.

Results go to standard output, progress and issues to standard error. Exit codes: 0 done; 1 done, but an input could not
be read or held nothing readable; 2 wrong call; 3 an output could not be written.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from difflib import get_close_matches
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn
from zoneinfo import available_timezones

from timeline.errors import FormatError, OptionError, TimelineError, UnknownSuffixError, WriteError
from timeline.formats import text
from timeline.formats.files import READABLE, SUFFIXES, format_of
from timeline.formats.options import WriteOptions
from timeline.formats.timeml import to_timeml
from timeline.formats.zone import find_zone
from timeline.model import Article, Issue, Options, TimeMention, Verdict
from timeline.timeline import Timeline, load_timeline

DONE, UNREAD, WRONG_CALL, UNWRITTEN = 0, 1, 2, 3

UNREADABLE = ("input-not-found", "unreadable-input", "empty-input", "not-text", "nothing-readable", "unknown-suffix")
"""Codes of issues that mean an input gave nothing."""

MOST_ISSUES = 20
"""Issues shown; the JSON holds all."""

STATE_FORMATS = ("json",)
"""Formats that keep every event, whatever is chosen to be shown."""

PATIENCE = 1.0
"""Seconds after which progress is shown."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; a wrong call leaves through `SystemExit(2)`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    options = parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except WriteError as error:
        return _fail(error, UNWRITTEN)
    except (OptionError, UnknownSuffixError) as error:
        return _fail(error, WRONG_CALL)
    except TimelineError as error:
        return _fail(error, UNREAD)
    except KeyboardInterrupt:
        return 130
    return code


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Print the message and leave with the code of a wrong call."""
        self.exit(WRONG_CALL, f"{self.prog}: error: {message}\n")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = Parser(prog="timeline", description="Dated events from news articles, as a calendar you can trust.")
    commands = top.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    build = _command(commands, "build", _build, "read articles and write calendars and lists")
    build.add_argument("-o", "--output", metavar="OUT", action="append", default=[], help=_OUTPUT_HELP)
    build.add_argument("--format", choices=sorted(set(SUFFIXES.values())), help="format, where no suffix tells it")
    _add_selection(build)
    show = _command(commands, "show", _show, "print the list of events")
    _add_selection(show)
    read = _command(commands, "read", _read, "print what was understood before extraction: articles and their dates")
    read.add_argument("--format", choices=("text", "jsonl"), default="text")
    times = _command(commands, "times", _times, "print the time expressions found, with their readings")
    times.add_argument("--format", choices=("text", "jsonl", "timeml"), default="text")
    times.add_argument("--explain", action="store_true", help="add rule, anchor and reason to each")
    schema = commands.add_parser("schema", help="print the JSON Schema of timeline files")
    schema.set_defaults(run=_schema)
    return top


_OUTPUT_HELP = "file to write, its suffix naming the format; '-' prints (with --format); may stand several times"


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], purpose: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=purpose, description=purpose.capitalize() + ".")
    command.add_argument("inputs", metavar="INPUT", nargs="+", help="file, folder, glob, '-' or timeline file (.json)")
    command.add_argument(
        "--published", metavar="DATE", type=_published, help="day of articles that do not state theirs"
    )
    command.add_argument("--timezone", metavar="ZONE", type=_zone, help="zone of publishers that do not tell theirs")
    command.set_defaults(run=run)
    return command


def _add_selection(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("--name", default="", help="name of the timeline, shown by calendars")
    add("--now", metavar="TIME", type=_now, help="time stamp where no article has a date; never the machine's clock")
    add("--since", metavar="DATE", type=_bound, help="show from this year, month or day on")
    add("--until", metavar="DATE", type=_bound, help="show up to this year, month or day, included")
    add("--kind", metavar="KIND", action="append", default=[], help="show this kind; may stand several times")
    add("--min-confidence", metavar="X", type=_confidence, default=0.5, help="least confidence of an event, 0 to 1")
    add("--vague", choices=("span", "omit"), help="write all events without a day to calendars, or none")
    add("--jobs", metavar="N", type=_jobs, default=1, help="processes to work in")
    add("--explain", action="store_true", help="say on standard error what became of each date")


def _build(call: argparse.Namespace) -> int:
    """Read everything, write all outputs; without an output print the list."""
    outputs = call.output or (["-"] if call.format else [])
    for output in outputs:
        _check_output(output, call.format)
    if not outputs:
        return _show(call)
    line, code = _timeline(call)
    for output in outputs:
        if code == UNREAD and not (line.articles or line.events) and Path(output).is_file():
            _say(f"{output}: left as it was, since nothing could be read")
            continue
        try:
            _write(line, _shown(line, call), output, call)
        except WriteError as error:
            code = _fail(error, UNWRITTEN)
    return code


def _show(call: argparse.Namespace) -> int:
    line, code = _timeline(call)
    sys.stdout.writelines(text.write(_shown(line, call).record, WriteOptions()))
    return code


def _read(call: argparse.Namespace) -> int:
    from timeline.pipeline import read_articles

    articles = read_articles(call.inputs, options=_options(call))
    for article in articles:
        sys.stdout.writelines(_article_lines(article, call.format))
    return _report(articles.issues)


def _article_lines(article: Article, format: str) -> Iterator[str]:
    info = article.info
    if format == "jsonl":
        yield json.dumps(info.model_dump(mode="json"), ensure_ascii=False) + "\n"
        return
    yield f"{text.safe(info.title or '(no title)')}\n"
    yield f"  in        {text.safe(info.source)} [{info.start}:{info.end}], {len(article.sentences)} sentences\n"
    for name, value in (
        ("published", info.published and f"{info.published} ({info.published_basis})"),
        ("publisher", info.publisher),
        ("zone", info.zone),
        ("language", info.language),
    ):
        yield f"  {name:<9} {text.safe(value or 'unknown')}\n"


def _times(call: argparse.Namespace) -> int:
    from timeline.pipeline import find_article_times, read_articles

    articles = read_articles(call.inputs, options=_options(call))
    issues: list[Issue] = []
    for article in articles:
        mentions = find_article_times(article)
        issues += mentions.issues
        sys.stdout.writelines(_mention_lines(article, mentions, call))
    return _report((*articles.issues, *issues))


def _mention_lines(article: Article, mentions: Sequence[TimeMention], call: argparse.Namespace) -> Iterator[str]:
    if call.format == "timeml":
        yield to_timeml(article, mentions)
    elif call.format == "jsonl":
        for mention in mentions:
            data = {"article": article.id, "source": article.info.source, **mention.model_dump(mode="json")}
            yield json.dumps(data, ensure_ascii=False) + "\n"
    else:
        yield from text.table([_mention_row(mention, call.explain) for mention in mentions], MENTION_WIDTHS)


def _mention_row(mention: TimeMention, explain: bool) -> tuple[str, ...]:
    timex = f"{mention.timex.value} {mention.timex.mod or ''}".rstrip()
    reading = mention.when.edtf if mention.when else "-"
    reason = ", ".join(filter(None, (mention.reason, mention.anchor and f"from {mention.anchor}")))
    why = (mention.rule, reason) if explain else ("", "")
    return mention.text, mention.timex.type, timex, reading, *why


MENTION_WIDTHS = (40, 8, 34, 40, 34, 60)
"""Cells at most for expression, type, TIMEX3 value, reading, rule and reason."""


def _schema(call: argparse.Namespace) -> int:
    from timeline.formats import json as format

    sys.stdout.write(format.schema_text())
    return DONE


def _timeline(call: argparse.Namespace) -> tuple[Timeline, int]:
    """Return the timeline of all inputs, its issues reported, and the exit code so far."""
    files = [name for name in call.inputs if _is_timeline_file(name)]
    line, broken = Timeline.of((), name=call.name), 0
    for name in files:
        try:
            line += load_timeline(name)
        except FormatError as error:
            broken = _fail(error, UNREAD)
    documents = [name for name in call.inputs if name not in files]
    if documents:
        from timeline.pipeline import build_timeline, read_articles

        articles = read_articles(documents, options=_options(call))
        with _workers(call.jobs) as executor, _progress() as progress:
            line += build_timeline(
                articles,
                name=call.name,
                options=_options(call),
                executor=executor,
                progress=progress,
                on_verdict=_explain if call.explain else None,
            )
    return line, max(broken, _report(line.issues))


def _is_timeline_file(name: str) -> bool:
    return SUFFIXES.get(Path(name).suffix.lower()) in READABLE


def _options(call: argparse.Namespace) -> Options:
    known = {name: value for name, value in vars(call).items() if name in Options.model_fields and value is not None}
    return Options(**known)


def _shown(line: Timeline, call: argparse.Namespace) -> Timeline:
    """Return the events that the call chose."""
    chosen = line.between(call.since, call.until)
    if call.kind:
        known = {event.kind for event in line}
        for kind in set(call.kind) - known:
            _say(f"no event is of kind {kind!r}; there are: {', '.join(sorted(known)) or 'none'}")
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
    options = WriteOptions(vague=call.vague)
    name = call.format or SUFFIXES.get(Path(output).suffix.lower())
    chosen = line if name in STATE_FORMATS else shown
    if output == "-":
        sys.stdout.buffer.writelines(part.encode() for part in format_of("", name).write(chosen.record, options))
        return
    if Path(output).is_dir():
        raise WriteError("is a folder; name a file in it", source=output)
    issues = chosen.write(output, name, options=options)
    _say(f"{output}: {len(chosen) - format_of(output, name).left_out(chosen.record, options)} events")
    _report(issues)


def _report(issues: Iterable[Issue]) -> int:
    """Print issues and return the exit code that they mean."""
    issues = tuple(issues)
    for issue in issues[:MOST_ISSUES]:
        place = f" (character {issue.start})" if issue.start is not None else ""
        _say(f"{issue.source or 'note'}{place}: {issue.message}")
    if len(issues) > MOST_ISSUES:
        _say(f"and {len(issues) - MOST_ISSUES} more; a .json output lists all")
    return UNREAD if any(issue.code in UNREADABLE for issue in issues) else DONE


def _explain(article: Article, verdict: Verdict) -> None:
    mention = verdict.mention
    when = mention.when.edtf if mention.when else "?"
    place = f"{article.info.source} (character {mention.span.start})"
    _say(f"{place}: {mention.text!r} is {when}: {verdict.outcome}: {verdict.reason}")


def _fail(error: TimelineError, code: int) -> int:
    _say(f"error: {error}")
    return code


def _say(message: str) -> None:
    print(f"timeline: {text.safe(message)}", file=sys.stderr)


@contextmanager
def _progress() -> Iterator[Callable[[int], None] | None]:
    """Give a callback that counts articles on a terminal once the work proves long."""
    if not sys.stderr.isatty():
        yield None
        return
    begin = time.monotonic()

    def count(done: int) -> None:
        if time.monotonic() - begin > PATIENCE:
            print(f"\r{done} articles", end="", file=sys.stderr, flush=True)

    try:
        yield count
    finally:
        if time.monotonic() - begin > PATIENCE:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _workers(jobs: int) -> Any:
    return ProcessPoolExecutor(jobs) if jobs > 1 else nullcontext()


def _published(value: str) -> str:
    try:
        datetime.fromisoformat(value)
        return Options(published=value).published or ""
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"{value!r} is no date; give one such as 2026-01-19 or 2026-01-19T06:28"
        ) from error


def _now(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{value!r} is no time; give one such as 2026-01-19T06:28:00Z") from error
    utc = moment.astimezone(UTC) if moment.tzinfo else moment
    return utc.replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def _zone(value: str) -> str:
    if find_zone(value):
        return value
    near = get_close_matches(value, available_timezones(), n=1)
    raise argparse.ArgumentTypeError(
        f"unknown zone {value!r}; " + (f"did you mean {near[0]!r}?" if near else "give one such as 'Asia/Shanghai'")
    )


def _bound(value: str) -> str:
    try:
        Timeline().on(value)
    except OptionError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return value


def _confidence(value: str) -> float:
    try:
        return Options(min_confidence=float(value)).min_confidence
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{value!r} is no number from 0 to 1") from error


def _jobs(value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value)):
        raise argparse.ArgumentTypeError(f"{value!r} is no number of processes")
    return int(value)
