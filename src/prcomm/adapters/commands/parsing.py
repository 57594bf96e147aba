"""What is read of a command line: commands, and words of which there are some. No table of labels is read for it."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from prcomm.processes import PROCESSES, AnyLifecycle

if TYPE_CHECKING:
    ParamType = click.ParamType[str]
else:
    ParamType = click.ParamType  # in older versions of click it is no generic


class NoSuchCommand(click.UsageError):
    """A command that there is not."""

    def __init__(self, name: str, there: Iterable[str], ctx: click.Context) -> None:
        super().__init__(name, ctx)
        self.name = name
        self.there = tuple(there)


class WrongWord(click.BadParameter):
    """A word that is none of those that may stand there."""

    def __init__(
        self, given: str, there: Iterable[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> None:
        super().__init__(given, ctx, param)
        self.given = given
        self.there = tuple(there)


class TooMuch(click.UsageError):
    """Words at the end that stand for nothing."""

    def __init__(self, words: Iterable[str], ctx: click.Context) -> None:
        super().__init__("too much", ctx)
        self.words = tuple(words)


class ZeroByte(click.UsageError):
    """A word with a zero byte in it: no system hands that on, but a program that asks may."""

    def __init__(self) -> None:
        super().__init__("a zero byte")


class Command(click.Command):
    """A command of ours, with an example of how it is typed."""

    allow_extra_args = True  # so that what stands there too much is told by us

    def __init__(self, *args: Any, example: str = "", **more: Any) -> None:
        if example:
            more["epilog"] = f"\b\nExample:\n  {example}"
        super().__init__(*args, **more)
        self.example = example

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise TooMuch(rest, ctx)
        return rest


class Word(ParamType):
    """One of some words, whatever its capitals.

    Args:
        name: what it is.
        there: gives the words; it is asked when they are needed.
        metavar: how help has it, if not as a list of the words.
    """

    def __init__(self, name: str, there: Callable[[], Iterable[str]], metavar: str = "") -> None:
        self.name = name
        self._there = there
        self._metavar = metavar

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        there = tuple(self._there())
        found = next((one for one in there if one.casefold() == str(value).casefold()), None)
        if found is None:
            raise WrongWord(str(value), there, param, ctx)
        return found

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        return self._metavar or f"[{'|'.join(self._there())}]"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return _completed(self._there(), incomplete)


class Process(ParamType):
    """The name of a process, for completion; what it names is found when the command runs."""

    name = "process"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return _completed(PROCESSES, incomplete)


class Kind(ParamType):
    """A kind of what the process moves that stands before it, for completion."""

    name = "kind"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        of = _process(ctx)
        return _completed((kind.name for kind in of.kinds) if of else (), incomplete)


class Deadline(ParamType):
    """The name of a deadline of the process that stands before it, for completion."""

    name = "deadline"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        of = _process(ctx)
        return _completed((one.name for one in of.deadlines) if of else (), incomplete)


def _process(ctx: click.Context) -> AnyLifecycle | None:
    name: object = ctx.params.get("process") or next(iter(ctx.args), None)  # not read yet, where an option is completed
    return PROCESSES[name] if isinstance(name, str) and name in PROCESSES else None


def _completed(names: Iterable[str], begins: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.casefold().startswith(begins.casefold())]
