"""The command that drafts a mapping from a register."""

import click

from prcomm.adapters.commands import choosing, tabled, wording
from prcomm.adapters.commands.options import command, languages, output
from prcomm.adapters.commands.output import NOT_WHOLE, guarded
from prcomm.adapters.commands.reading import opened
from prcomm.adapters.registers import opened as register_in
from prcomm.adapters.registers.drafting import drafted
from prcomm.core.values.messages import joined


@command(example="prcomm draft register.csv --process appeal")
@click.argument("file", type=click.Path(allow_dash=True))
@click.option(
    "--process", default="", help="The process it is of: activities called as its actions are taken for them."
)
@click.option("--case", default="", help="The column that tells which case a line is of; seen.")
@click.option("--activity", default="", help="The column that tells what was done; seen.")
@click.option("--time", default="", help="The column that tells when; seen.")
@click.option("--encoding", default="", help="The encoding of the file, as cp1251; seen, if it can be.")
@languages
def draft(
    file: str, process: str, case: str, activity: str, time: str, encoding: str, lang: str, as_json: bool
) -> None:
    """Draft the mapping of FILE, a register or an event log, for an expert to correct.

    The mapping goes to the output, or to the file of --to; what was done in the register, how often, when and in which
    order, to the error channel. What only an expert knows is left empty: audit tells what is still to be filled in.
    """
    out = output(lang, as_json)

    def shown() -> int:
        lifecycle = choosing.process(process, lang) if process else None
        with opened(file) as lines, register_in(lines, encoding) as register:
            made = drafted(register, lifecycle, case=case, activity=activity, time=time)
        if out.json:
            out.data(tabled.drafted(made))
        else:
            counts = wording.CASES(n=made.cases), wording.LINES(n=made.lines)
            out.aside(joined(made.seen.form, *counts, *((wording.UNREAD_LINES(n=made.unread),) if made.unread else ())))
            out.aside(tabled.activities(made).rendered(out.say))
            out.data(dict(made.mapping))
        return NOT_WHOLE if made.unread else 0

    guarded(shown, out)
