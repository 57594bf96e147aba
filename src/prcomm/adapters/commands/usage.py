"""What was typed wrongly, told in the language asked for: which word, and what was probably meant."""

import os
from collections.abc import Callable, Sequence
from inspect import signature

import click

from prcomm.adapters.commands import wording
from prcomm.adapters.commands.choosing import wrong_word
from prcomm.adapters.commands.options import ENGLISH, tags
from prcomm.adapters.commands.output import complain
from prcomm.adapters.commands.parsing import NoSuchCommand, TooMuch, WrongWord, ZeroByte
from prcomm.core.values.messages import named
from prcomm.labels import LABELS


def tell(error: click.ClickException, given: Sequence[str]) -> None:
    """Write what is wrong, and which help to see."""
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return
    say = LABELS.say(asked(given))
    complain(f"prcomm: {say(_fault(error))}")
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        complain(say(wording.SEE(command=f"{context.command_path} --help")))


def asked(given: Sequence[str]) -> str:
    """The language asked for, as far as it can be told."""
    found = [given[n + 1] for n, word in enumerate(given[:-1]) if word == "--lang"]
    found += [word.partition("=")[2] for word in given if word.startswith("--lang=")]
    tag = found[-1] if found else os.environ.get("PRCOMM_LANG", "")
    return next((one for one in tags() if one.casefold() == tag.casefold()), ENGLISH)


def _fault(error: click.ClickException) -> str:
    match error:
        case NoSuchCommand():
            return wording.OF(name=wording.A_COMMAND(), fault=wrong_word(error.name, error.there))
        case click.NoSuchOption():
            return wording.OF(name=wording.AN_OPTION(), fault=wrong_word(error.option_name, _options(error.ctx)))
        case WrongWord():
            return wording.OF(name=_name(error), fault=wrong_word(error.given, error.there))
        case TooMuch():
            return wording.TOO_MUCH(words=" ".join(error.words))
        case ZeroByte():
            return wording.NO_ZERO_BYTE()
        case click.MissingParameter():
            return wording.IS_MISSING(name=_name(error))
        case click.BadOptionUsage():
            return wording.NEEDS_A_VALUE(name=error.option_name)
        case _:
            return named(error.format_message())


def _options(context: click.Context | None) -> list[str]:
    """The long names of the options of a command."""
    if context is None:
        return []
    names = (name for param in context.command.get_params(context) for name in param.opts)
    return [name for name in names if name.startswith("--")]


def _name(error: click.BadParameter) -> str:
    """What the command line calls what is wrong."""
    param = error.param
    if param is None:
        return ""
    return param.opts[-1] if isinstance(param, click.Option) else _metavar(param, error.ctx)


def _metavar(param: click.Parameter, context: click.Context | None) -> str:
    """How help has a word; up to click 8.1 no context is needed for it."""
    make: Callable[..., str] = param.make_metavar
    return make(context or click.Context(click.Command(""))) if signature(make).parameters else make()
