"""The command that draws."""

from collections.abc import Callable

import click

from prcomm.adapters.commands import choosing
from prcomm.adapters.commands.options import command, lang as language, output, to_a_file
from prcomm.adapters.commands.output import guarded
from prcomm.adapters.diagrams import dot, files_picture, lifecycle_picture, mermaid
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Say
from prcomm.processes import AnyLifecycle

FORMS: dict[str, Callable[[AnyLifecycle, Say], str]] = {"svg": lifecycle_picture, "mermaid": mermaid, "dot": dot}


@command(example="prcomm draw appeal --lang uz --to appeal.svg")
@click.argument("process", required=False)
@click.option("--as", "form", type=click.Choice(list(FORMS)), default="svg", show_default=True, help="In which form.")
@to_a_file
@language
def draw(process: str | None, form: str, lang: str) -> None:
    """The picture of PROCESS, as SVG or as text for Mermaid or Graphviz.

    PROCESS is the name of one of ours, or where one of your own is: package.module:LIFECYCLE. Without it, all of ours,
    with an arrow from each to those whose files it copies from, as SVG.
    """
    out = output(lang, False)

    def drawn() -> bool:
        if process is None and form != "svg":
            raise BadInput("draw", ("all processes together are drawn as svg; name one for another form",))
        picture = (
            files_picture(say=out.say) if process is None else FORMS[form](choosing.process(process, lang), out.say)
        )
        out.document(picture + "\n")
        return False

    guarded(drawn, out)
