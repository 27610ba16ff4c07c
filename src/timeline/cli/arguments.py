"""The command line's grammar: commands, options and the checks of their values."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any, NoReturn
from zoneinfo import available_timezones

from timeline.cli.report import WRONG_CALL
from timeline.edits import Edit, read_edits
from timeline.errors import OptionError
from timeline.formats.options import WriteOptions
from timeline.formats.zone import find_zone
from timeline.model import Limits, Options
from timeline.model.options import FIELDS
from timeline.timeline import Timeline


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Print the message and leave with the code of a wrong call."""
        self.exit(WRONG_CALL, f"{self.prog}: error: {message}\n")


def add_command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], purpose: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=purpose, description=purpose.capitalize() + ".")
    command.add_argument("inputs", metavar="INPUT", nargs="+", help="file, folder, glob, '-' or timeline file (.json)")
    command.add_argument(
        "--published", metavar="DATE", type=_published, help="day of articles that do not state theirs"
    )
    command.add_argument("--timezone", metavar="ZONE", type=_zone, help="zone of publishers that do not tell theirs")
    command.add_argument(
        "--fields", metavar="NAME=FIELD,…", type=_fields, help="what the fields of a corpus are called: text=body"
    )
    command.add_argument("--limits", metavar="NAME=N,…", type=_limits, help="how much is read: bytes_per_file=1000000")
    command.set_defaults(run=run)
    return command


def add_selection(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("--name", default="", help="name of the timeline, shown by calendars")
    add("--now", metavar="TIME", type=_now, help="time stamp where no article has a date; never the machine's clock")
    add("--since", metavar="DATE", type=_bound, help="show from this year, month or day on")
    add("--until", metavar="DATE", type=_bound, help="show up to this year, month or day, included")
    add("--kind", metavar="KIND", action="append", default=[], help="show this kind; may stand several times")
    add("--min-confidence", metavar="X", type=_confidence, default=0.5, help="least confidence of an event, 0 to 1")
    add("--update", metavar="OLD.json", help="continue this state: ids are kept, what is not mentioned stays")
    add("--edits", metavar="FILE.toml", type=_edits, help="changes made by hand, by id, applied last")
    add(
        "--lexicon", metavar="FILE.toml", dest="lexicons", action="append", default=[], help="further rules of your own"
    )
    add("--jobs", metavar="N", type=_jobs, default=1, help="processes to work in")
    add("--explain", action="store_true", help="say on standard error what became of each date")


def add_calendar(command: argparse.ArgumentParser) -> None:
    """Add what a calendar says of itself, each option named as the field of `WriteOptions` that it sets."""
    add = command.add_argument
    add("--vague", choices=("span", "omit"), help="write all events without a day to calendars, or none")
    add("--refresh", metavar="DURATION", type=_setting("refresh"), help="how often subscribers ask again, such as PT6H")
    add("--source-url", metavar="URL", type=_setting("source_url"), help="where the calendar can be fetched")
    add("--zone", metavar="ZONE", type=_setting("zone"), help="zone in which programs should show the calendar")
    add("--colors", action="store_const", const={}, help="give events a colour by kind")
    add("--color", metavar="KIND=NAME", type=_color, dest="colors", action=_Colors, help="the CSS3 colour of a kind")


class _Colors(argparse.Action):
    """Gathers `KIND=NAME` in a dictionary."""

    def __call__(self, parser: Any, call: argparse.Namespace, values: Any, option_string: str | None = None) -> None:
        """Add one colour to those chosen before."""
        call.colors = {**(call.colors or {}), **values}


def write_options(call: argparse.Namespace) -> WriteOptions:
    """Return the settings of calendars that were given."""
    given = {name: value for name, value in vars(call).items() if name in CALENDAR_SETTINGS and value is not None}
    return WriteOptions.of(None, {**given, "colors": given["colors"] or True} if "colors" in given else given)


CALENDAR_SETTINGS = ("vague", "refresh", "source_url", "zone", "colors")


def _setting(name: str) -> Callable[[str], str]:
    """Return a check of one field of `WriteOptions`."""

    def check(value: str) -> str:
        try:
            WriteOptions.of(None, {name: value})
        except OptionError as error:
            raise argparse.ArgumentTypeError(str(error).removeprefix(f"{name}: ")) from error
        return value

    return check


def _color(value: str) -> dict[str, str]:
    kind, _, color = value.partition("=")
    try:
        WriteOptions.of(None, {"colors": {kind: color}})
    except OptionError as error:
        message = f"{value!r} is no kind with a colour of CSS3; give one such as 'sport=teal'"
        raise argparse.ArgumentTypeError(message) from error
    return {kind: color}


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


def _pairs(value: str) -> dict[str, str]:
    """Return what `name=value,name=value` says."""
    pairs = [pair.partition("=") for pair in value.split(",")]
    if not all(name.strip() and given.strip() for name, _, given in pairs):
        raise argparse.ArgumentTypeError(f"{value!r} is no list of name=value; give one such as name=value,name=value")
    return {name.strip(): given.strip() for name, _, given in pairs}


def _fields(value: str) -> dict[str, str]:
    return _checked(_pairs(value), FIELDS)


def _limits(value: str) -> Limits:
    pairs = _checked(_pairs(value), tuple(Limits.model_fields))
    try:
        return Limits.model_validate_strings(pairs)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{value!r} holds a limit that is too small or no number") from error


def _checked(pairs: dict[str, str], names: Sequence[str]) -> dict[str, str]:
    """Return pairs whose names are all known."""
    for name in pairs:
        if name not in names:
            raise argparse.ArgumentTypeError(f"unknown name {name!r}; there are {', '.join(names)}")
    return pairs


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


def _edits(value: str) -> dict[str, Edit]:
    try:
        return read_edits(value)
    except OptionError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
