"""The commands that ask: which processes there are, what their tables say, and until when something is owed."""

from collections.abc import Mapping

import click

from prcomm.adapters import pages, sheets
from prcomm.adapters.commands import choosing, wording
from prcomm.adapters.commands.options import command, languages, output
from prcomm.adapters.commands.output import guarded
from prcomm.adapters.commands.parsing import Process
from prcomm.adapters.json import action_schema, answer_schema, header, schema as case_schema
from prcomm.adapters.json_view import lifecycle_view
from prcomm.core.values.display import Sheet
from prcomm.core.values.messages import named
from prcomm.processes import PROCESSES, AnyLifecycle


@command(example="prcomm processes --lang ru")
@languages
def processes(lang: str, as_json: bool) -> None:
    """The processes there are."""
    out = output(lang, as_json)

    def told() -> bool:
        found = [(name, PROCESSES[name]) for name in PROCESSES]
        if out.json:
            labelled = ((name, out.say(of.name), of) for name, of in found)
            out.data(
                [
                    {"name": name, "label": label, **_counts(of), "law": header(of)["law"]}
                    for name, label, of in labelled
                ]
            )
            return False
        rows = tuple((name, named(of.name), *_counts(of).values(), named(of.law.name)) for name, of in found)
        head = (wording.PROCESS, pages.CALLED, pages.STATES, pages.TRANSITIONS, pages.DEADLINES, wording.LAW)
        out.sheets([Sheet("", head, rows)])
        return False

    guarded(told, out)


def _counts(lifecycle: AnyLifecycle) -> dict[str, int]:
    return {
        "states": len(lifecycle.states),
        "transitions": len(lifecycle.rows),
        "deadlines": len(lifecycle.deadlines),
    }


@command(example="prcomm show appeal")
@click.argument("process", type=Process())
@languages
def show(process: str, lang: str, as_json: bool) -> None:
    """The states, transitions and deadlines of PROCESS.

    PROCESS is the name of one of ours, in the code or in any of the languages, or where one of your own is:
    package.module:LIFECYCLE.
    """
    out = output(lang, as_json)

    def shown() -> bool:
        lifecycle = choosing.process(process, lang)
        if out.json:
            out.data(lifecycle_view(lifecycle, out.say))
        else:
            out.sheets(sheets.sheets(lifecycle))
        return False

    guarded(shown, out)


@command(example="prcomm schema appeal --action Register")
@click.argument("process", type=Process())
@click.option("--answer", is_flag=True, help="The schema of the answer to a case file.")
@click.option("--action", default="", help="The schema of one action alone.")
@languages
def schema(process: str, answer: bool, action: str, lang: str, as_json: bool) -> None:
    """The JSON Schema (2020-12) of the case file of PROCESS."""
    out = output(lang, as_json)

    def shown() -> bool:
        out.data(_schema(choosing.process(process, lang), answer, action, lang))
        return False

    guarded(shown, out)


def _schema(lifecycle: AnyLifecycle, answer: bool, action: str, lang: str) -> Mapping[str, object]:
    if not action:
        return answer_schema(lifecycle) if answer else case_schema(lifecycle)
    return action_schema(choosing.action(action, lifecycle, lang), lifecycle)
