"""The command that makes a calendar of an office."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, cast

import click
from attrs import evolve, frozen
from pendulum import now

from prcomm.adapters import sheets
from prcomm.adapters.case_files import due_of, live, read_case
from prcomm.adapters.commands import dates, wording
from prcomm.adapters.commands.options import command, known, languages, output, own_lifecycles
from prcomm.adapters.commands.output import Output, guarded
from prcomm.adapters.commands.reading import read
from prcomm.adapters.fields import faults_of, process_from
from prcomm.adapters.json import FORMAT, BadDocument, Codec, parse
from prcomm.core.sources.people import Office
from prcomm.core.table.entities import Entity, State
from prcomm.core.values.errors import BadInput, FaultsError, NotInForce
from prcomm.core.values.messages import joined, named
from prcomm.processes import AnyLifecycle

if TYPE_CHECKING:
    from prcomm.adapters.ics import OfficeCalendar

HALVES = "events", "dues"
ALWAYS = wording.EVENTS, wording.DUES
"""What is counted even where there is none."""


@frozen
class FilesRead:
    """What files hold.

    Attributes:
        entities: the cases in them, as the accepted steps leave them.
        refused: how many steps were refused.
        unbegun: how many case files nothing has begun.
    """

    entities: tuple[Entity[State], ...]
    refused: int
    unbegun: int


@command(example="prcomm ics case.json --office district --at 01.03.2026 --to district.ics")
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--office", required=True, help="The id of the office.")
@click.option("--at", default="", help="As known at which instant, or at the end of which day; now without it.")
@click.option("--only", type=click.Choice(HALVES), help="What may be come to, or what is owed; both without it.")
@click.option("--tasks", is_flag=True, help="What is owed without a day is in it too, as tasks.")
@own_lifecycles
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
        files_read = _read(files, lifecycles)
        zone = next((one.office.zone for one in files_read.entities if one.office.id == office), "UTC")
        clock = Office(office, zone=zone)
        found = calendar(
            files_read.entities,
            office=office,
            at=dates.instant(at, clock, dates.END_OF_DAY) if at else now(clock.tz),
            lang=lang,
            only=None if only is None else Only(only),
            tasks=tasks,
            lifecycles=lifecycles.values(),
        )
        _tell(out, found, files_read)
        return bool(files_read.refused)

    guarded(made, out)


def _read(files: Iterable[str], lifecycles: Mapping[str, AnyLifecycle]) -> FilesRead:
    """What is in the files. Raises ``BadInput`` with every fault of every one."""
    entities, faults, refused, unbegun = list[Entity[State]](), list[str](), 0, 0
    for place, text in _documents(files):
        try:
            entity, n = _entity(text, lifecycles)
        except (FaultsError, NotInForce) as bad:
            faults += (f"{place}: {fault}" for fault in faults_of(bad))
        else:
            refused += n
            unbegun += entity is None
            entities += () if entity is None else (entity,)
    if faults:
        raise BadInput("the files of an office", tuple(faults))
    return FilesRead(tuple(entities), refused, unbegun)


def _documents(files: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Each document with its place: a file, or, where the first line is one by itself, each of the lines."""
    for place in files:
        text = read(place)
        lines = [(n, line) for n, line in enumerate(text.split(b"\n"), 1) if line.strip()]
        if len(lines) > 1 and _is_whole(lines[0][1]):
            yield from ((f"{place}, line {n}", line) for n, line in lines)
        else:
            yield place, text


def _is_whole(line: bytes) -> bool:
    try:
        parse(line)
    except BadDocument:
        return False
    return True


def _entity(text: bytes, lifecycles: Mapping[str, AnyLifecycle]) -> tuple[Entity[State] | None, int]:
    """The case of a case file with how many of its steps were refused, or the entity of a document."""
    data = parse(text)
    if isinstance(data, dict) and "document" in data:
        lifecycle = process_from(cast("dict[str, object]", data).get("process"), "process", lifecycles)
        return Codec(lifecycle).entity_from(text), 0
    lived = live(evolve(read_case(text, lifecycles), as_of=None))
    return lived.entity, len(lived.refused)


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
