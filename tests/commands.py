"""The commands of a module of the command line."""

import click

from pipeline.cli import trail

TRAIL_COMMANDS = [command for command in vars(trail).values() if isinstance(command, click.Command)]
