"""The command line: a thin layer over the pipeline and `Timeline`.

Results go to standard output, progress and issues to standard error. Exit codes: 0 done; 1 done, but an input could not
be read or held nothing readable; 2 wrong call; 3 an output could not be written.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from timeline.cli import build, diff, edit, look
from timeline.cli.arguments import Parser
from timeline.cli.report import DONE, UNREAD, UNWRITTEN, WRONG_CALL, fail
from timeline.errors import LexiconError, OptionError, TimelineError, UnknownSuffixError, WriteError


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
        _abandon_stdout()
        return DONE
    except OSError as error:
        _abandon_stdout()
        return fail(WriteError(f"cannot be written: {error.strerror or error}", source="standard output"), UNWRITTEN)
    except WriteError as error:
        return fail(error, UNWRITTEN)
    except (LexiconError, OptionError, UnknownSuffixError) as error:
        return fail(error, WRONG_CALL)
    except TimelineError as error:
        return fail(error, UNREAD)
    except KeyboardInterrupt:
        return 130
    return code


def _abandon_stdout() -> None:
    """Let what could not be written go nowhere, so that leaving does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = Parser(prog="timeline", description="Dated events from news articles, as a calendar you can trust.")
    commands = top.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    build.add_commands(commands)
    look.add_commands(commands)
    diff.add_commands(commands)
    edit.add_commands(commands)
    return top
