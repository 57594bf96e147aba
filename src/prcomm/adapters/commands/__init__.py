"""The command line: ``python -m prcomm``. Needs the extra ``cli``."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final, NoReturn, cast

import click

from prcomm.adapters.commands.parsing import NoSuchCommand, ZeroByte

MODULES: Final = {
    "processes": "asking",
    "show": "asking",
    "draw": "drawing",
    "schema": "asking",
    "sql": "querying",
    "due": "until",
    "ics": "calendars",
    "replay": "judging",
    "audit": "judging",
    "draft": "drafting",
    "until": "until",
    "article": "citing",
    "doubts": "citing",
    "why": "cases",
    "agenda": "cases",
    "verify": "sealing",
    "seal": "sealing",
}
"""The module of each command: it is loaded when its command is asked for, and not before."""
INTERRUPTED: Final = 130


class Commands(click.Group):
    """The commands, each loaded when it is asked for; what was typed wrongly is told in the language asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in MODULES:
            return None
        module = import_module(f"prcomm.adapters.commands.{MODULES[cmd_name]}")
        return cast("click.Command", getattr(module, cmd_name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in MODULES and not args[0].startswith("-"):
            raise NoSuchCommand(args[0], MODULES, ctx)
        return super().resolve_command(ctx, args)

    def main(  # type: ignore[override]  # it always ends the program, whatever is asked of it
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        given = list(sys.argv[1:] if args is None else args)
        extra["standalone_mode"] = False
        try:
            if any("\0" in word for word in given):
                raise ZeroByte
            status = super().main(given, prog_name, **extra)
        except click.ClickException as error:
            from prcomm.adapters.commands.usage import tell

            tell(error, given)
            status = error.exit_code
        except click.Abort:
            status = INTERRUPTED
        sys.exit(status or 0)


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    from prcomm import __version__
    from prcomm.law import UZ

    known = UZ.calendar.known_to
    click.echo(f"prcomm {__version__}")
    click.echo(f"law pack: {UZ.name} {UZ.version}")
    click.echo(f"calendar: {UZ.calendar.name}, decrees up to {known.isoformat() if known else '-'}")
    ctx.exit()


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nExample:\n  prcomm due appeal consideration 13.02.2026",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version,
    help="Show the version, the law pack and how far its calendar is known.",
)  # fmt: skip
def main() -> None:
    """The public-relations processes of internal affairs bodies, as law that runs.

    Exit status: 0 if all is well, 1 if something was refused or found, 2 for bad input,
    3 if lines of a register can't be read, so that the others alone were judged.
    """
