"""The command line: every command is a verb, and says what to do next.

What belongs here: the group, and when a command's module is loaded. What does not: a command's work.
Dagster, pandas and DuckDB are imported by the commands that need them, when they need them.
"""

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from figuretrail.errors import SourceError
from figuretrail.home import home

# Where each command lives; loaded only when it is called, so that none waits for another's imports.
_COMMANDS = {
    "refresh": "pipeline.cli.run",
    "status": "pipeline.cli.run",
    "ui": "pipeline.cli.run",
    "extract": "pipeline.cli.extract",
    "add": "pipeline.cli.add",
    "accept": "pipeline.cli.trail",
    "trace": "pipeline.cli.trail",
    "correct": "pipeline.cli.trail",
    "diff": "pipeline.cli.trail",
    "releases": "pipeline.cli.trail",
}


class _LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module: Any = importlib.import_module(_COMMANDS[cmd_name])
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="figuretrail")
def group() -> None:
    """Figures about recorded child-grooming offences: read, checked, and traced to their words.

    \b
    Start with:
      figuretrail refresh                          read the sources, make and publish the tables
      figuretrail trace offences_by_year           from a number back to the words it came from
      figuretrail extract article.md answer.xlsx   figures of your own files, no database needed
    """


def main() -> NoReturn:
    """Run the command that the process was started with, and end it."""
    _end(perform())


def perform(arguments: Sequence[str] | None = None) -> int:
    """Run a command to its exit status; a fault in a source is told as one message, not as a traceback."""
    try:
        group(arguments)
    except SourceError as error:
        click.echo(f"error: {error}", err=True)
    except OSError as error:  # a folder without rights to write, a full disk, a file in the place of a folder
        _tell_of_system(error)
    except SystemExit as ended:  # how click ends every command
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except Exception as error:
        cause = _of_system(error)
        if cause is None:
            raise
        _tell_of_system(cause)
    return 1


def _of_system(error: BaseException | None) -> Exception | None:
    """What the system refused, where that is behind an error of a database's or of Dagster's; None where it is not."""
    while error is not None:
        name = f"{type(error).__module__.lstrip('_').partition('.')[0]}.{type(error).__name__}"
        if isinstance(error, OSError) or (name in _OF_FILES and isinstance(error, Exception)):
            return error
        error = error.__cause__ or error.__context__
    return None


_OF_FILES = ("duckdb.IOException", "sqlite3.OperationalError")  # neither is loaded by every command


def _tell_of_system(error: Exception) -> None:
    where = getattr(error, "filename", None) or home()
    found = getattr(error, "strerror", None) or str(error).splitlines()[0]
    click.echo(
        f"error: {where}: found {found}; expected a place that can be read and written. "
        f"To do: look at its rights and at the space left; state goes to {home()}, or where FIGURETRAIL_HOME says.",
        err=True,
    )


def _end(status: int) -> NoReturn:
    """End the process at once: all that was opened is closed by now, and nothing is left to be done at exit.

    Python would first take apart every object that the imports made, which takes a fifth of a refresh's time.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
