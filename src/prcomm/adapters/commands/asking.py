"""The commands that ask: which processes there are, what their tables say, and until when something is owed."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import cast

import click
from attrs import evolve
from pendulum import DateTime

from prcomm.adapters import pages, sheets
from prcomm.adapters.case_files import due_of
from prcomm.adapters.commands import wording
from prcomm.adapters.commands.options import languages, output
from prcomm.adapters.commands.output import Output, guarded
from prcomm.adapters.examples import dues_by_kind
from prcomm.adapters.json import (
    FORMAT,
    Codec,
    action_schema,
    answer_schema,
    header,
    office_from,
    parse,
    schema as case_schema,
)
from prcomm.adapters.json_view import lifecycle_view
from prcomm.core.sources.people import Office
from prcomm.core.table.dues import Due
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import named
from prcomm.processes import PROCESSES, AnyLifecycle, lifecycle_of


@click.command()
@languages
def processes(lang: str, as_json: bool) -> None:
    """The processes there are."""
    out = output(lang, as_json)

    def shown() -> bool:
        found = [(name, PROCESSES[name]) for name in PROCESSES]
        if out.json:
            out.data(
                [
                    {"name": name, "label": out.say(of.name), **_counts(of), "law": header(of)["law"]}
                    for name, of in found
                ]
            )
        else:
            rows = tuple((name, named(of.name), *_counts(of).values(), named(of.law.name)) for name, of in found)
            head = (wording.PROCESS, pages.CALLED, pages.STATES, pages.TRANSITIONS, pages.DEADLINES, wording.LAW)
            out.sheets([Sheet(wording.PROCESSES(), head, rows)])
        return False

    guarded(shown, out)


def _counts(lifecycle: AnyLifecycle) -> dict[str, int]:
    return {
        "states": len(lifecycle.states),
        "transitions": len(lifecycle.rows),
        "deadlines": len(lifecycle.deadlines),
    }


@click.command()
@click.argument("process")
@languages
def show(process: str, lang: str, as_json: bool) -> None:
    """The states, transitions and deadlines of PROCESS.

    PROCESS is the name of one of ours, or where one of your own is: package.module:LIFECYCLE.
    """
    out = output(lang, as_json)

    def shown() -> bool:
        lifecycle = lifecycle_of(process)
        if out.json:
            out.data(lifecycle_view(lifecycle, out.say))
        else:
            out.sheets(sheets.sheets(lifecycle))
        return False

    guarded(shown, out)


@click.command()
@click.argument("process")
@click.option("--answer", is_flag=True, help="The schema of the answer to a case file.")
@click.option("--action", default="", help="The schema of one action alone.")
@languages
def schema(process: str, answer: bool, action: str, lang: str, as_json: bool) -> None:
    """The JSON Schema (2020-12) of the case file of PROCESS."""
    out = output(lang, as_json)

    def shown() -> bool:
        lifecycle = lifecycle_of(process)
        out.data(_schema(lifecycle, answer, action))
        return False

    guarded(shown, out)


def _schema(lifecycle: AnyLifecycle, answer: bool, action: str) -> Mapping[str, object]:
    if not action:
        return answer_schema(lifecycle) if answer else case_schema(lifecycle)
    found = next((one for one in lifecycle.actions if one.__name__ == action), None)
    if found is None:
        names = ", ".join(one.__name__ for one in lifecycle.actions)
        raise BadInput(f"the schema of {lifecycle.name}", (f"there is no action {action!r}; there are: {names}",))
    return action_schema(found, lifecycle)


@click.command()
@click.argument("process")
@click.argument("when", nargs=-1, required=True, metavar="[DEADLINE] DATE")
@click.option("--kind", default="", help="Of which kind; all of them without it.")
@click.option("--with", "given", default="{}", help="Fields of the action that begins the deadline, as JSON.")
@click.option("--week", type=click.IntRange(5, 7), default=5, show_default=True, help="Working days in a week.")
@click.option("--hours", default="09:00-18:00", show_default=True, help="The working hours.")
@click.option("--zone", default="", help="The time zone; that of the law without it.")
@languages
def due(
    process: str, when: tuple[str, ...], kind: str, given: str, week: int, hours: str, zone: str, lang: str,
    as_json: bool,
) -> None:  # fmt: skip
    """Until when something is owed that begins on DATE in PROCESS, and why that day.

    DATE is a day, or an instant as 2026-02-13T18:30. Without DEADLINE, whatever is owed from the very beginning.
    Nothing is judged: the deadline begins to run on that day, however the case came there.
    """
    out = output(lang, as_json)

    def counted() -> bool:
        lifecycle = lifecycle_of(process)
        opens, _, closes = hours.partition("-")
        data = {"id": "-", "week": week, "opens": opens, "closes": closes}
        office = office_from(data, "--hours", zone or lifecycle.law.zone)
        *names, date = when
        at = _instant(date, office)
        found = tuple(_each_kind(lifecycle, _asked(lifecycle, names), at, office, _fields(given), kind))
        _write(out, lifecycle, at, found)
        return False

    guarded(counted, out)


def _instant(date: str, office: Office) -> DateTime:
    """The instant meant: of a day, the opening of the office; without an offset, on its own clock."""
    try:
        at = datetime.fromisoformat(date)
    except ValueError:
        at = None
    if at is None:
        raise BadInput("a date", ("DATE: a day as 2026-02-13, or an instant as 2026-02-13T18:30",))
    if len(date) == len("2026-02-13"):
        at = datetime.combine(at, office.opens)
    return office.instant(at if at.tzinfo else at.replace(tzinfo=office.tz))


def _fields(given: str) -> Mapping[str, object]:
    data = parse(given)
    if not isinstance(data, dict):
        raise BadInput("--with", ('an object, as \'{"field": "value"}\'',))
    return cast("dict[str, object]", data)


def _asked(lifecycle: AnyLifecycle, names: list[str]) -> tuple[str, ...]:
    """The deadlines asked about; those that run from the very beginning if none was named."""
    if not names:
        begin = {row.action for row in lifecycle.transitions if row.starts and not row.never}
        return tuple(owed.name for owed in lifecycle.deadlines if begin.intersection(owed.begins))
    known = {owed.name for owed in lifecycle.deadlines}
    if len(names) > 1 or names[0] not in known:
        there = ", ".join(sorted(known)) or "none"
        raise BadInput(f"a due of the {lifecycle.name}", (f"one deadline and a date; the deadlines are: {there}",))
    return tuple(names)


def _each_kind(
    lifecycle: AnyLifecycle,
    names: tuple[str, ...],
    at: DateTime,
    office: Office,
    given: Mapping[str, object],
    kind: str,
) -> Iterator[tuple[tuple[Kind, ...], Due]]:
    """Each due with the kinds for which it is the same."""
    kinds: tuple[Kind | None, ...] = tuple(one for one in lifecycle.kinds if kind in ("", one.name)) or (None,)
    if kind and kinds == (None,):
        there = ", ".join(one.name for one in lifecycle.kinds) or "none"
        raise BadInput(f"a due of the {lifecycle.name}", (f"--kind: there is no such kind; there are: {there}",))
    codec = Codec(lifecycle)
    for name in names:
        owed = next(one for one in lifecycle.deadlines if one.name == name)
        yield from dues_by_kind(codec, owed, at, office, given, kinds)


def _write(out: Output, lifecycle: AnyLifecycle, at: DateTime, found: tuple[tuple[tuple[Kind, ...], Due], ...]) -> None:
    if out.json:
        dues = [{"kinds": [kind.name for kind in kinds], **due_of(due, at, out.say)} for kinds, due in found]
        out.data({"prcomm": FORMAT, **header(lifecycle), "at": at.isoformat(), "due": dues})
        return
    if not found:
        out.line(wording.NOTHING_OWED())
    for kinds, due in found:
        first, trace = sheets.due(due)
        caption = wording.FOR(due=first.caption, kinds=kinds) if kinds else first.caption
        out.sheets((evolve(first, caption=caption), trace))
