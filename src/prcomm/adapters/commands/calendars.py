"""The command that makes a calendar of an office."""

from typing import TYPE_CHECKING

import click
from pendulum import now

from prcomm.adapters import sheets
from prcomm.adapters.case_files import due_of
from prcomm.adapters.commands import dates, wording
from prcomm.adapters.commands.options import command, known, languages, most, output, own_lifecycles
from prcomm.adapters.commands.output import Output, guarded
from prcomm.adapters.commands.reading import FilesRead, read_files
from prcomm.adapters.json import FORMAT
from prcomm.core.sources.people import Office
from prcomm.core.values.messages import joined, named
from prcomm.core.values.references import in_one_form

if TYPE_CHECKING:
    from prcomm.adapters.ics import OfficeCalendar

HALVES = "events", "dues"
ALWAYS = wording.EVENTS, wording.DUES
"""What is counted even where there is none."""


@command(example="prcomm ics case.json --office district --at 01.03.2026 --to district.ics")
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--office", required=True, help="The id of the office.")
@click.option("--at", default="", help="As known at which instant, or at the end of which day; now without it.")
@click.option("--only", type=click.Choice(HALVES), help="What may be come to, or what is owed; both without it.")
@click.option("--tasks", is_flag=True, help="What is owed without a day is in it too, as tasks.")
@own_lifecycles
@most
@languages
def ics(
    files: tuple[str, ...], office: str, at: str, only: str | None, tasks: bool,
    own: tuple[str, ...], lang: str, as_json: bool,
) -> None:  # fmt: skip
    """The calendar of an office as iCalendar: what may be come to, and what is owed by a day.

    Each of FILES (- for standard input) is a case file or the document of an entity, or has one on each of its lines.
    What is owed without a day, and how much was left out, is told beside the calendar.
    """
    out = output(lang, as_json)

    def made() -> bool:
        try:
            from prcomm.adapters.ics import Only, calendar
        except ImportError as missing:
            out.bad(missing)
        lifecycles = known(own)
        files_read = read_files(files, lifecycles)
        which = in_one_form(office)
        zone = next((one.office.zone for one in files_read.entities if one.office.id == which), "UTC")
        clock = Office(which, zone=zone)
        found = calendar(
            files_read.entities,
            office=which,
            at=dates.instant(at, clock, dates.END_OF_DAY) if at else now(clock.tz),
            lang=lang,
            only=None if only is None else Only(only),
            tasks=tasks,
            lifecycles=lifecycles.values(),
        )
        _tell(out, found, files_read)
        return bool(files_read.refused)

    guarded(made, out)


def _tell(out: Output, found: "OfficeCalendar", read: FilesRead) -> None:
    written = out.to is not None
    if written or not out.json:
        out.document(found.text)
    if out.json:
        beside = out.beside
        beside.data(_as_json(out, found, read, written=written))
        beside.done()
        return
    counts = (
        (wording.EVENTS, found.events),
        (wording.DUES, found.dues),
        (wording.WITHOUT_A_DAY, len(found.without_a_day)),
        (wording.ELSEWHERE, found.elsewhere),
        (wording.NOT_BEGUN_THEN, found.later + read.unbegun),
        (wording.REFUSED_STEPS, read.refused),
    )
    told = (told(n=n) for told, n in counts if n or told in ALWAYS)
    out.aside(joined(*told))
    for one in found.without_a_day:
        words = {"process": named(one.file.process), "id": one.file.id, "due": sheets.name_of(one.due)}
        out.aside(wording.OWED(**words, status=one.due.status(found.at)))


def _as_json(out: Output, found: "OfficeCalendar", read: FilesRead, *, written: bool) -> dict[str, object]:
    return {
        "prcomm": FORMAT,
        "office": found.office,
        "at": found.at.isoformat(),
        "events": found.events,
        "dues": found.dues,
        "without_a_day": [
            {"process": one.file.process, "id": one.file.id, **due_of(one.due, found.at, out.say)}
            for one in found.without_a_day
        ],
        "of_other_offices": found.elsewhere,
        "not_begun": found.later + read.unbegun,
        "refused": read.refused,
        **({} if written else {"calendar": found.text}),
    }
