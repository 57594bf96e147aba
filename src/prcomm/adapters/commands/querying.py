"""The command that writes the SQL of a process."""

from datetime import date
from typing import Final

import click
from pendulum import now

from prcomm.adapters.commands import choosing, dates, wording
from prcomm.adapters.commands.options import command, lang as language, output, to_a_file
from prcomm.adapters.commands.output import guarded
from prcomm.adapters.commands.parsing import Process, Word
from prcomm.adapters.commands.until import of_an_office, office_of
from prcomm.core.values.errors import BadInput

DIALECTS: Final = "duckdb", "spark"
YEARS: Final = 3


@command(example="prcomm sql reception --dialect spark --to reception.sql")
@click.argument("process", type=Process())
@click.option("--dialect", type=Word("dialect", lambda: DIALECTS), default=DIALECTS[0], show_default=True,
              help="In whose words.")  # fmt: skip
@click.option("--as-of", default="", help="As known at the end of which day, or at which instant; now without it.")
@click.option("--since", default="", help="From which day on terms begin; without it three years before.")
@of_an_office
@to_a_file
@language
def sql(
    process: str, dialect: str, as_of: str, since: str, week: str, rest: str, hours: str, zone: str, lang: str
) -> None:
    """What SQL can say of PROCESS, for a register that may not leave its warehouse.

    The text reads prcomm_register, a view that you make, and makes prcomm_findings and prcomm_not_judged. Its head says
    which columns it needs, and what is not in it: the cases that come to that are not judged. Needs the extra
    "columns".
    """
    out = output(lang, False)

    def told() -> bool:
        try:
            from prcomm.adapters.columns.warehouse import Dialect, text_of
        except ModuleNotFoundError as missing:
            command_line = "pip install 'prcomm[columns]'"
            raise BadInput("sql", (wording.NEEDS(name=missing.name, command=command_line),)) from missing
        lifecycle = choosing.process(process, lang)
        office = office_of(week, hours, zone or lifecycle.law.zone, rest)
        at = dates.instant(as_of, office, dates.END_OF_DAY) if as_of else now(office.tz)
        first = dates.day(since, office) if since else date(at.year - YEARS, 1, 1)
        out.document(text_of(lifecycle, office, Dialect(dialect), at, first) + "\n")
        return False

    guarded(told, out)
