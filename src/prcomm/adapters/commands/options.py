"""The options that every command has."""

from collections import ChainMap
from collections.abc import Callable, Mapping
from typing import TypeVar, cast

import click

from prcomm.adapters.commands.output import Output
from prcomm.adapters.registers import Order
from prcomm.labels import ENGLISH, LABELS
from prcomm.processes import PROCESSES, AnyLifecycle, lifecycle_of

F = TypeVar("F", bound=Callable[..., object])


def languages(command: F) -> F:
    """``--lang`` and ``--json``."""
    lang = click.option(
        "--lang",
        type=click.Choice(LABELS.languages, case_sensitive=False),
        default=ENGLISH,
        show_default=True,
        help="The language of texts; names stay codes in JSON.",
    )
    return lang(click.option("--json", "as_json", is_flag=True, help="Write JSON.")(command))


def own_lifecycles(command: F) -> F:
    """``--own``: lifecycles beside the library's, which a file may name but never load."""
    return click.option("--own", multiple=True, metavar="PACKAGE.MODULE:LIFECYCLE", help="A lifecycle of your own.")(
        command
    )


def written(command: F) -> F:
    """How a register is written, where nobody sees it: ``--encoding``, ``--delimiter``, ``--order``."""
    encoding = click.option("--encoding", default="", help="The encoding of the file, as cp1251; seen, if it can be.")
    delimiter = click.option("--delimiter", default="", help="What stands between the cells of CSV; seen.")
    order = click.option(
        "--order",
        default=None,
        type=click.Choice([order.value for order in Order]),
        help="The order of the lines; seen.",
    )
    return encoding(delimiter(order(command)))


def known(own: tuple[str, ...]) -> Mapping[str, AnyLifecycle]:
    """The library's lifecycles and one's own, by name."""
    return ChainMap({str(of.name): of for of in map(lifecycle_of, own)}, cast("dict[str, AnyLifecycle]", PROCESSES))


def output(lang: str, as_json: bool) -> Output:
    """Where a command with these options writes, and how."""
    return Output(lang, as_json)
