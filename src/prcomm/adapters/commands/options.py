"""The options that every command has."""

from collections import ChainMap
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

import click

from prcomm.adapters.commands.choosing import own as own_lifecycle
from prcomm.adapters.commands.output import Output
from prcomm.adapters.commands.parsing import Command, Word
from prcomm.processes import PROCESSES, AnyLifecycle

F = TypeVar("F", bound=Callable[..., object])
ENGLISH = "en"
LONGEST = 16_000_000
"""How many bytes a document may have that is read whole, unless one says otherwise: some thousand times a long case."""
TO, BOM, MOST = "prcomm.to", "prcomm.bom", "prcomm.most"
"""Under which the context of a command keeps what these options say."""

command = partial(click.command, cls=Command)
"""A command, with an example of how it is typed."""


def tags() -> tuple[str, ...]:
    """The tags of the languages there are. The tables of labels are read for it."""
    from prcomm.labels import LABELS

    return LABELS.languages


def languages(command: F) -> F:
    """``--lang``, ``--json`` and ``--to``."""
    return lang(click.option("--json", "as_json", is_flag=True, help="Write JSON.")(to_a_file(command)))


def to_a_file(command: F) -> F:
    """``--to``: what would be written to the output goes into a file. ``output`` knows of it."""
    return click.option(
        "--to",
        type=click.Path(dir_okay=False, path_type=Path),
        expose_value=False,
        callback=_kept(TO),
        help="A file to write, whole or not at all; without it, the output.",
    )(command)


def for_excel(command: F) -> F:
    """``--bom``: CSV that Excel takes for UTF-8. ``output`` knows of it."""
    return click.option(
        "--bom",
        is_flag=True,
        expose_value=False,
        callback=_kept(BOM),
        help="Begin CSV with a mark by which Excel knows UTF-8.",
    )(command)


def _kept(name: str) -> Callable[[click.Context, click.Parameter, object], object]:
    def keep(context: click.Context, _: click.Parameter, value: object) -> object:
        context.meta[name] = value
        return value

    return keep


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


def most(command: F) -> F:
    """``--most``: how long a document may be that is read. What reads documents knows of it."""
    return click.option(
        "--most",
        type=click.IntRange(min=1),
        default=LONGEST,
        show_default=True,
        metavar="BYTES",
        expose_value=False,
        callback=_kept(MOST),
        help="How long a document may be.",
    )(command)


def written(command: F) -> F:
    """How a register is written, where nobody sees it: ``--encoding``, ``--delimiter``, ``--order``."""
    encoding = click.option("--encoding", default="", help="The encoding of the file, as cp1251; seen, if it can be.")
    delimiter = click.option("--delimiter", default="", help="What stands between the cells of CSV; seen.")
    order = click.option("--order", default=None, type=Word("order", _orders), help="The order of the lines; seen.")
    return encoding(delimiter(order(command)))


def _orders() -> list[str]:
    from prcomm.adapters.registers import Order  # what reads registers is loaded for them alone

    return [order.value for order in Order]


def known(own: tuple[str, ...]) -> Mapping[str, AnyLifecycle]:
    """The library's lifecycles and one's own, by name."""
    return ChainMap({str(of.name): of for of in map(own_lifecycle, own)}, cast("dict[str, AnyLifecycle]", PROCESSES))


def output(lang: str, as_json: bool) -> Output:
    """Where a command with these options writes, and how."""
    known = click.get_current_context().meta
    return Output(lang, as_json, known.get(TO), bool(known.get(BOM)))
