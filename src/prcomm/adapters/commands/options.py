"""The options that every command has."""

from collections import ChainMap
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar, cast

import click

from prcomm.adapters.commands.output import Output
from prcomm.adapters.commands.parsing import Command, Word
from prcomm.processes import PROCESSES, AnyLifecycle, lifecycle_of

F = TypeVar("F", bound=Callable[..., object])
ENGLISH = "en"

command = partial(click.command, cls=Command)
"""A command, with an example of how it is typed."""


def tags() -> tuple[str, ...]:
    """The tags of the languages there are. The tables of labels are read for it."""
    from prcomm.labels import LABELS

    return LABELS.languages


def languages(command: F) -> F:
    """``--lang`` and ``--json``."""
    return lang(click.option("--json", "as_json", is_flag=True, help="Write JSON.")(command))


def lang(command: F) -> F:
    """``--lang``."""
    return click.option(
        "--lang",
        type=Word("lang", tags),
        default=ENGLISH,
        show_default=True,
        envvar="PRCOMM_LANG",
        show_envvar=True,
        help="The language of texts; names stay codes in JSON.",
    )(command)


def own_lifecycles(command: F) -> F:
    """``--own``: lifecycles beside the library's, which a file may name but never load."""
    return click.option("--own", multiple=True, metavar="PACKAGE.MODULE:LIFECYCLE", help="A lifecycle of your own.")(
        command
    )


def known(own: tuple[str, ...]) -> Mapping[str, AnyLifecycle]:
    """The library's lifecycles and one's own, by name."""
    return ChainMap({str(of.name): of for of in map(lifecycle_of, own)}, cast("dict[str, AnyLifecycle]", PROCESSES))


def output(lang: str, as_json: bool) -> Output:
    """Where a command with these options writes, and how."""
    return Output(lang, as_json)
