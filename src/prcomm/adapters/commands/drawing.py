"""The command that draws."""

from collections.abc import Callable
from pathlib import Path

import click

from prcomm.adapters.commands.options import output
from prcomm.adapters.commands.output import guarded
from prcomm.adapters.diagrams import dot, lifecycle_picture, mermaid
from prcomm.core.values.messages import Say
from prcomm.labels import ENGLISH, LABELS
from prcomm.processes import AnyLifecycle, lifecycle_of

FORMS: dict[str, Callable[[AnyLifecycle, Say], str]] = {"svg": lifecycle_picture, "mermaid": mermaid, "dot": dot}


@click.command()
@click.argument("process")
@click.option("--as", "form", type=click.Choice(list(FORMS)), default="svg", show_default=True, help="In which form.")
@click.option("--to", type=click.Path(dir_okay=False, path_type=Path), help="A file to write; without it, the output.")
@click.option("--lang", type=click.Choice(LABELS.languages, case_sensitive=False), default=ENGLISH)
def draw(process: str, form: str, to: Path | None, lang: str) -> None:
    """The picture of PROCESS, as SVG or as text for Mermaid or Graphviz.

    PROCESS is the name of one of ours, or where one of your own is: package.module:LIFECYCLE.
    """
    out = output(lang, False)

    def drawn() -> bool:
        picture = FORMS[form](lifecycle_of(process), out.say) + "\n"
        if to is None:
            click.echo(picture, nl=False)
        else:
            to.write_text(picture, encoding="utf-8")
        return False

    guarded(drawn, out)
