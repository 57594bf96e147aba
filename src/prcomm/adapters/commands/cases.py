"""The commands that ask of cases: why a step came to what it came to, and what is owed in several of them."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final

import click
from attrs import evolve
from pendulum import DateTime, now

from prcomm.adapters import sheets
from prcomm.adapters.case_files import CaseFile, Lived, Step, due_of, live, read_case, step_of
from prcomm.adapters.commands import answers, dates, wording
from prcomm.adapters.commands.options import command, known, languages, most, output, own_lifecycles
from prcomm.adapters.commands.output import Output, guarded
from prcomm.adapters.commands.reading import FilesRead, read, read_files
from prcomm.adapters.json import FORMAT, header
from prcomm.core.sources.citations import UNDER, Under
from prcomm.core.sources.people import Office
from prcomm.core.table.dues import Due, Status, which
from prcomm.core.table.entities import Entity, State
from prcomm.core.table.in_force import Row
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import joined, named, scoped
from prcomm.processes import AnyLifecycle
from prcomm.views.department import Task, agenda as agenda_of

SUNDAY: Final = 7


@command(example="prcomm why case.json 2")
@click.argument("case", type=click.Path(allow_dash=True))
@click.argument("step", type=int)
@own_lifecycles
@most
@languages
def why(case: str, step: int, own: tuple[str, ...], lang: str, as_json: bool) -> None:
    """Why STEP of CASE (- for standard input) was accepted or refused.

    Of an accepted step: its row of the table, who may, under which article and on what conditions, and which dues it
    began, met or moved. Of a refused one: every reason, and what would make it lawful. Steps are counted from 1.
    """
    out = output(lang, as_json)

    def told() -> bool:
        file = read_case(read(case), known(own))
        if not 1 <= step <= len(file.actions):
            raise BadInput(wording.A_STEP(), (wording.NO_STEP(word=str(step), n=len(file.actions)),))
        before, after = (live(CaseFile(file.lifecycle, file.actions[:n])) for n in (step - 1, step))
        of = after.steps[-1]
        row, moves = _row(before.entity, of, file.lifecycle), tuple(_moves(before, after, of))
        if out.json:
            changes = [{"what": str(what), "due": due_of(due, of.action.at, out.say)} for what, due in moves]
            out.data({"prcomm": FORMAT, **header(file.lifecycle), "step": step, **step_of(of, out.say),
                      "dues": changes})  # fmt: skip
        else:
            _write_why(out, of, row, moves)
            out.where(file.lifecycle, type(of.action), of.verdict.reasons)
        return not of.accepted

    guarded(told, out)


def _row(entity: Entity[State] | None, step: Step, lifecycle: AnyLifecycle) -> Row | None:
    """The row of the table in which an action stands; ``None`` if there is none."""
    kind = getattr(entity, "kind", None) or getattr(step.action, "kind", None)
    office = None if entity is None else entity.office
    return lifecycle.rows_at(step.action.at, office).find(entity, step.action, kind if lifecycle.kinds else None).row


def _moves(before: Lived, after: Lived, step: Step) -> Iterator[tuple[str, Due]]:
    """What an accepted step did to what is owed: each due that it began, met, ended or moved."""
    if not step.accepted or after.entity is None:
        return
    at = step.action.at
    lifecycle = after.lifecycle
    had = {} if before.entity is None else {(d.name, d.key): d for d in lifecycle.due(before.entity, at)}
    for due in lifecycle.due(after.entity, at):
        old = had.get((due.name, due.key))
        if old is None:
            yield wording.BEGUN(), due
        elif (old.met, old.lifted, old.ended) != (due.met, due.lifted, due.ended):
            yield wording.MET_NOW() if due.met is not None else wording.ENDED_NOW(), due
        elif old.last != due.last:
            yield wording.MOVED_NOW(), due


def _write_why(out: Output, step: Step, row: Row | None, moves: tuple[tuple[str, Due], ...]) -> None:
    out.line(step.verdict.head, bold=True)
    if not step.accepted:
        out.sheets([evolve(sheets.verdict(step.verdict), caption="")])
    if row is not None and not row.never:
        who = wording.WHO_MAY(who=row.who) if row.roles else ""
        out.part()
        out.line(
            *filter(
                None, (wording.LEADS_TO(state=row.target), who, wording.UNDER_ACTS(under=Under(row.cites, row.basis)))
            )
        )
        given = tuple((guard, Under(guard.cites, guard.basis)) for guard in row.given)
        if given:
            out.sheets([Sheet("", (sheets.GIVEN, UNDER), given)])
    if moves:
        at = step.action.at
        rows = tuple((what, sheets.name_of(due), answers.answer(due), due.status(at)) for what, due in moves)
        out.sheets(
            [Sheet(wording.WHAT_BECAME_OF_DUES(), (wording.BECAME, sheets.OWED, sheets.LAST, sheets.STATUS), rows)]
        )


@command(example="prcomm agenda case.json --as-of 20.02.2026")
@click.argument("cases", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--as-of", default="", help="As known at the end of which day, or at which instant; now without it.")
@click.option("--until", "last", default="", help="Up to which day; without it to the end of the week (Sunday).")
@click.option("--office", default="", help="The id of the office; all of them without it.")
@own_lifecycles
@most
@languages
def agenda(
    cases: tuple[str, ...], as_of: str, last: str, office: str, own: tuple[str, ...], lang: str, as_json: bool
) -> None:
    """What is owed this week in CASES, and what is overdue, the most urgent first.

    Each of CASES (- for standard input) is a case file or the document of an entity, or has one on each of its lines.
    Exit status: 1 if something is overdue, or a step of a case was refused.
    """
    out = output(lang, as_json)

    def told() -> bool:
        lifecycles = known(own)
        files = read_files(cases, lifecycles)
        mine = tuple(one for one in files.entities if office in ("", one.office.id))
        clock = mine[0].office if mine else Office("-", zone="UTC")
        at = dates.instant(as_of, clock, dates.END_OF_DAY) if as_of else now(clock.tz)
        end = dates.day(last, clock) if last else at.date() + timedelta(days=SUNDAY - at.isoweekday())
        tasks = sorted(agenda_of(mine, at, lifecycles), key=_urgency)
        soon = [task for task in tasks if _by(task, end)]
        if out.json:
            out.data(_as_json(out, at, end, soon, later=len(tasks) - len(soon), files=files))
        else:
            _write_agenda(out, end, soon, later=len(tasks) - len(soon), files=files)
        return bool(files.refused) or any(map(_overdue, soon))

    guarded(told, out)


def _urgency(task: Task) -> tuple[object, ...]:
    """Overdue first, then what is owed at once, then by day; last what is owed only if somebody finds something."""
    place = 3 if task.provided else 0 if _overdue(task) else 1 if task.status is Status.PROMPTLY else 2
    day = task.last
    return place, day is None, _ordinal(day) if day is not None else 0, task.process, task.id, task.name


def _overdue(task: Task) -> bool:
    """Whether its last day has passed; not of what is owed only provided somebody finds something."""
    return task.status is Status.OVERDUE and not task.provided


def _ordinal(day: date) -> float:
    return day.toordinal() + (day.hour / 24 if isinstance(day, datetime) else 1)


def _by(task: Task, end: date) -> bool:
    """Whether something is to be done by a day: it has no day, or no later one."""
    if task.last is None:
        return True
    return (task.last.date() if isinstance(task.last, DateTime) else task.last) <= end


def _write_agenda(out: Output, end: date, soon: list[Task], *, later: int, files: FilesRead) -> None:
    sure = [task for task in soon if not task.provided]
    overdue, prompt = sum(map(_overdue, sure)), sum(task.status is Status.PROMPTLY for task in sure)
    counts = (
        wording.OVERDUE_NOW(n=overdue) if overdue else "",
        wording.AT_ONCE(n=prompt) if prompt else "",
        wording.BY_THEN(n=len(sure) - overdue - prompt, day=answers.on(end)),
        wording.IF_FOUND(n=len(soon) - len(sure)) if len(soon) > len(sure) else "",
        wording.LATER_ON(n=later) if later else "",
        wording.REFUSED_STEPS(n=files.refused) if files.refused else "",
        wording.NOT_BEGUN_THEN(n=files.unbegun) if files.unbegun else "",
    )
    out.line(joined(*counts), bold=True)
    rows = tuple(
        ("" if task.last is None else answers.on(task.last), task.status, _owed(task),
         wording.FILE_OF(process=scoped(task.process, task.process, "process"), id=task.id), task.owed_by)
        for task in soon
    )  # fmt: skip
    if rows:
        out.sheets([Sheet("", (sheets.LAST, sheets.STATUS, sheets.OWED, wording.CASE, sheets.OWED_BY), rows)])


def _owed(task: Task) -> str:
    """What is owed, and provided that what."""
    whole = which(task)
    return sheets.PROVIDED(due=whole, provided=named(task.provided)) if task.provided else whole


def _as_json(
    out: Output, at: DateTime, end: date, soon: Iterable[Task], *, later: int, files: FilesRead
) -> dict[str, object]:
    return {
        "prcomm": FORMAT,
        "as_of": at.isoformat(),
        "until": end.isoformat(),
        "owed": [
            {"process": task.process, "id": task.id, "office": task.office.id, "name": str(task.name),
             "key": None if task.key is None else str(task.key), "label": out.say(named(task.name)),
             "last": task.last and task.last.isoformat(), "status": task.status.value, "owed_by": task.owed_by.name,
             "provided": out.say(task.provided) or None}
            for task in soon
        ],
        "later": later,
        "refused": files.refused,
        "not_begun": files.unbegun,
    }  # fmt: skip
