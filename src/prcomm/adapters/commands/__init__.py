"""The command line: ``python -m prcomm``. Needs the extra ``cli``."""

import click

from prcomm.adapters.commands.asking import due, processes, schema, show
from prcomm.adapters.commands.calendars import ics
from prcomm.adapters.commands.drawing import draw
from prcomm.adapters.commands.judging import audit, replay


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="prcomm")
def main() -> None:
    """The public-relations processes of internal affairs bodies, as law that runs.

    Exit status: 0 if all is well, 1 if something was refused or found, 2 for bad input,
    3 if lines of a register can't be read, so that the others alone were judged.
    """


for command in (processes, show, draw, schema, due, ics, replay, audit):
    main.add_command(command)
