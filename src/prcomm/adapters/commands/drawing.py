"""The command that draws."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from prcomm.adapters.commands import choosing, wording
from prcomm.adapters.commands.options import command, lang as language, output, to_a_file
from prcomm.adapters.commands.output import guarded
from prcomm.adapters.commands.parsing import Process, Word
from prcomm.adapters.diagrams import dot, files_picture, lifecycle_picture, mermaid
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Say
from prcomm.processes import AnyLifecycle

FORMS: Final[dict[str, Callable[[AnyLifecycle, Say], str]]] = {
    "svg": lifecycle_picture,
    "png": lifecycle_picture,
    "mermaid": mermaid,
    "dot": dot,
}
ENDINGS: Final = {
    "": "svg",
    ".svg": "svg",
    ".png": "png",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
}
"""The form that the name of a file asks for."""
PICTURES: Final = ("svg", "png")


@command(example="prcomm draw appeal --lang uz --to appeal.svg")
@click.argument("process", required=False, type=Process())
@click.option(
    "--as",
    "form",
    type=Word("form", lambda: FORMS),
    default=None,
    help="In which form; as the name of the file ends, else svg.",
)
@to_a_file
@language
def draw(process: str | None, form: str | None, lang: str) -> None:
    """The picture of PROCESS, as SVG or PNG, or as text for Mermaid or Graphviz.

    PROCESS is the name of one of ours, or where one of your own is: package.module:LIFECYCLE. Without it, all of ours,
    with an arrow from each to those whose files it copies from. PNG needs the extra "png".
    """
    out = output(lang, False)

    def drawn() -> bool:
        kind = form or _form(out.to)
        if process is None and kind not in PICTURES:
            raise BadInput("draw", (wording.ALL_AS_SVG(),))
        picture = (
            files_picture(say=out.say) if process is None else FORMS[kind](choosing.process(process, lang), out.say)
        )
        if kind == "png":
            out.dots(_dots(picture))
        else:
            out.document(picture + "\n")
        return False

    guarded(drawn, out)


def _form(to: Path | None) -> str:
    """The form that the name of a file asks for."""
    ending = "" if to is None else to.suffix.lower()
    if ending not in ENDINGS:
        raise BadInput("--to", (wording.NO_FORM(name=ending, forms=", ".join(one for one in ENDINGS if one)),))
    return ENDINGS[ending]


def _dots(picture: str) -> bytes:
    try:
        from prcomm.adapters.diagrams.dots import png
    except ModuleNotFoundError as missing:
        raise BadInput("png", (wording.NEEDS(name=missing.name, command="pip install 'prcomm[png]'"),)) from missing
    return png(picture)
