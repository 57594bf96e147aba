"""The command that asks until when something is owed."""

from collections.abc import Iterator, Mapping
from typing import cast

import attrs
import click
from attrs import evolve, frozen
from pendulum import DateTime

from prcomm.adapters import pages, sheets
from prcomm.adapters.case_files import due_of
from prcomm.adapters.commands import answers, choosing, dates, terms, wording
from prcomm.adapters.commands.options import command, languages, output
from prcomm.adapters.commands.output import Output, guarded
from prcomm.adapters.commands.parsing import Deadline, Kind, Process, Word
from prcomm.adapters.examples import NotGiven, beginning, dues_by_kind, not_given
from prcomm.adapters.json import FORMAT, Codec, header, parse
from prcomm.core.sources.people import Office
from prcomm.core.sources.working_hours import openings
from prcomm.core.table.dues import Due
from prcomm.core.values import alternatives
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import named
from prcomm.processes import AnyLifecycle


@frozen
class Asked:
    """What is asked of one deadline.

    Attributes:
        name: the name of the deadline.
        dues: what it comes to, each with the kinds for which it is the same; nothing if it is not owed.
        lacks: the fields that matter and were not given.
    """

    name: str
    dues: tuple[tuple[tuple[alternatives.Kind, ...], Due], ...]
    lacks: tuple[NotGiven, ...]


def office_of(week: str, hours: str, zone: str, rest: str = "") -> Office:
    """The office whose days and hours count, as options tell it. Raises ``BadInput`` that names the word."""
    rest_days = None if not rest else () if rest.casefold() == "none" else days_of_the_week(rest)
    office = (
        Office("-", zone=zone, week=int(week)) if rest_days is None else Office("-", zone=zone, rest_days=rest_days)
    )
    try:
        found = openings(hours)
    except BadInput:
        raise BadInput("--hours", (wording.NO_HOURS(word=repr(hours)),)) from None
    one = found[0]
    if len(found) == 1 and not one.on and not one.on_call and one.opens < one.closes:
        return evolve(office, opens=one.opens, closes=one.closes)
    return evolve(office, hours=found)


def days_of_the_week(text: str) -> tuple[int, ...]:
    """Days of the week as people write them. Raises ``BadInput`` that names the word."""
    try:
        return openings(f"{text} 09:00-18:00")[0].on
    except BadInput:
        raise BadInput("--rest", (wording.NO_REST(word=repr(text), days="Fri,Sat", none="none"),)) from None


def of_an_office(function: "click.decorators.FC") -> "click.decorators.FC":
    """``--week``, ``--rest``, ``--hours`` and ``--zone``: whose days and hours count."""
    week = click.option(
        "--week",
        type=Word("week", lambda: ("5", "6", "7")),
        default="5",
        show_default=True,
        help="Working days in a week.",
    )
    rest = click.option("--rest", default="", help="The days of rest, if they are others: Fri,Sat or none.")
    hours = click.option(
        "--hours", default="09:00-18:00", show_default=True, help="The working hours; 24/7 is round the clock."
    )
    zone = click.option("--zone", default="", help="The time zone; that of the law without it.")
    return week(rest(hours(zone(function))))


@command(example="prcomm due appeal consideration 13.02.2026 --kind COMPLAINT")
@click.argument("process", type=Process())
@click.argument("when", nargs=-1, required=True, metavar="[DEADLINE] DATE", type=Deadline())
@click.option("--kind", default="", type=Kind(), help="Of which kind; all of them without it.")
@click.option("--with", "given", default="{}", help="Fields of the action that begins the deadline, as JSON.")
@click.option("--full", is_flag=True, help="Every day of the count; without it runs of plain days are folded.")
@of_an_office
@languages
def due(
    process: str, when: tuple[str, ...], kind: str, given: str, full: bool, week: str, rest: str, hours: str, zone: str,
    lang: str, as_json: bool,
) -> None:  # fmt: skip
    """Until when something is owed that begins on DATE in PROCESS, and why that day.

    DATE is a day, as 2026-02-13 or 13.02.2026, or an instant as 2026-02-13T18:30. Without DEADLINE, whatever is owed
    from the very beginning. Processes, deadlines and kinds are named as in the code, or as in any of the languages.
    Nothing is judged: the deadline begins to run on that day, however the case came there.
    """
    out = output(lang, as_json)

    def counted() -> bool:
        lifecycle = choosing.process(process, lang)
        office = office_of(week, hours, zone or lifecycle.law.zone, rest)
        names, days = dates.told_apart(when)
        at = dates.instant(dates.only(days), office, office.opens)
        fields = _fields(given)
        which = _deadlines(lifecycle, names, lang)
        _known(fields, lifecycle, which, lang)
        kinds = (choosing.kind(kind, lifecycle, lang),) if kind else lifecycle.kinds or (None,)
        found = tuple(_asked(lifecycle, which, at, office, fields, kinds))
        if out.json:
            _as_json(out, lifecycle, at, found)
        else:
            _write(out, found, full=full, alone=bool(names))
        return False

    guarded(counted, out)


def _fields(given: str) -> Mapping[str, object]:
    data = parse(given)
    if not isinstance(data, dict):
        raise BadInput("--with", (wording.AN_OBJECT(example='\'{"field": "value"}\''),))
    return cast("dict[str, object]", data)


def _known(fields: Mapping[str, object], lifecycle: AnyLifecycle, names: tuple[str, ...], lang: str) -> None:
    """Refuse fields that none of the actions has with which these deadlines begin."""
    begins = [beginning(lifecycle, one) for one in lifecycle.deadlines if one.name in names]
    there = {field.name for action in begins for field in attrs.fields(action)} - {"at", "by"}
    wrong = tuple(choosing.wrong_word(name, sorted(there)) for name in fields if name not in there | {"by"})
    if wrong:
        raise BadInput("--with", wrong)


def _deadlines(lifecycle: AnyLifecycle, names: list[str], lang: str) -> tuple[str, ...]:
    """The deadlines asked about; those that run from the very beginning if none was named."""
    if names:
        one = choosing.deadline(" ".join(names), lifecycle, lang)
        return (one,)
    begin = {row.action for row in lifecycle.transitions if row.starts and not row.never}
    return tuple(str(owed.name) for owed in lifecycle.deadlines if begin.intersection(owed.begins))


def _asked(
    lifecycle: AnyLifecycle, names: tuple[str, ...], at: DateTime, office: Office, given: Mapping[str, object],
    kinds: tuple[alternatives.Kind | None, ...],
) -> Iterator[Asked]:  # fmt: skip
    codec = Codec(lifecycle)
    for name in names:
        owed = next(one for one in lifecycle.deadlines if one.name == name)
        dues = dues_by_kind(codec, owed, at, office, given, kinds)
        yield Asked(owed.name, dues, not_given(codec, owed, at, office, given, kinds))


def _as_json(out: Output, lifecycle: AnyLifecycle, at: DateTime, found: tuple[Asked, ...]) -> None:
    dues = [
        {"kinds": [kind.name for kind in kinds], "answer": out.say(answers.answer(due)), **due_of(due, at, out.say)}
        for one in found
        for kinds, due in one.dues
    ]
    lacks = {one.name: {lack.field: list(lack.owed_with) for lack in one.lacks} for one in found if one.lacks}
    out.data({"prcomm": FORMAT, **header(lifecycle), "at": at.isoformat(), "due": dues, "not_given": lacks})


def _write(out: Output, found: tuple[Asked, ...], *, full: bool, alone: bool) -> None:
    """All answers first; then why, one by one."""
    dues = [(kinds, due) for one in found for kinds, due in one.dues]
    if not dues:
        out.line(wording.NOTHING_OWED(), bold=True)
    elif alone and len(dues) == 1:
        out.line(answers.answer(dues[0][1]), bold=True)
    else:
        rows = tuple((answers.answer(due), sheets.name_of(due), kinds) for kinds, due in dues)
        out.sheets([Sheet("", (pages.UNTIL_WHEN, sheets.OWED, pages.KINDS_ONLY), rows)])
    for one in found if alone else ():
        _lacking(out, one)
    for kinds, due in dues:
        _why(out, due, kinds, full=full)


def _lacking(out: Output, asked: Asked) -> None:
    """The fields that matter and were not given: what would make it owed, or what was taken for an example."""
    if not asked.dues:
        for lack in asked.lacks:
            out.line(wording.IS_OWED_IF(due=named(asked.name), field=lack.field, values=" | ".join(lack.owed_with)))
        return
    for lack in asked.lacks:
        taken = lack.taken or wording.LEFT_OUT_FIELD()
        out.line(wording.TAKEN(due=named(asked.name), field=lack.field, value=taken))


def _why(out: Output, due: Due, kinds: tuple[alternatives.Kind, ...], *, full: bool) -> None:
    """Who owes it, under what, and how its day was counted."""
    name = sheets.name_of(due)
    caption = wording.FOR(due=name, kinds=kinds) if kinds else name
    out.part()
    out.line(caption, answers.rests_on(due))
    out.sheets([answers.why(due, full=full)])


@command(example="prcomm until 2026-02-13 15d")
@click.argument("when", nargs=-1, required=True, metavar="DATE TERM")
@click.option("--back", is_flag=True, help="So long before DATE, counted back from it.")
@click.option("--calendar", default="", metavar="PACKAGE.MODULE:CALENDAR", help="A calendar, or a law, of your own.")
@click.option("--at", "asked", default="", help="How much has passed and is left, at which instant or on which day.")
@click.option("--full", is_flag=True, help="Every day of the count; without it runs of plain days are folded.")
@of_an_office
@languages
def until(
    when: tuple[str, ...], back: bool, calendar: str, asked: str, full: bool, week: str, rest: str, hours: str,
    zone: str, lang: str, as_json: bool,
) -> None:  # fmt: skip
    """Until when a term of so many days, months, hours or minutes runs that begins on DATE, and why that day.

    TERM is 15d (days), 10wd (working days), 1mo (months), 48h (hours), 16wh (working hours), 30min (minutes) or 90wmin
    (working minutes). The days off are those of the law pack, of a week of 5, 6 or 7 working days, or of a calendar of
    your own.
    """
    out = output(lang, as_json)

    def counted() -> bool:
        law = choosing.law_of(calendar)
        office = office_of(week, hours, zone or law.zone, rest)
        words, given = dates.told_apart(when)
        at = dates.instant(dates.only(given), office, office.opens)
        term = terms.term_of(" ".join(words), back_from=at if back else None)
        due = terms.counted(term, at, office, law)
        then = dates.instant(asked, office, office.opens) if asked else None
        passed, left = (None, None) if then is None else (due.passed(then), due.left(then))
        if out.json:
            of_it = due_of(due, at, out.say)
            beside = {} if then is None else {"passed": str(passed), "left": str(left)}
            told = {"at": at.isoformat(), "term": str(term), "answer": out.say(answers.answer(due))}
            days = {name: of_it[name] for name in ("raw", "rolled", "control", "last", "trace")}
            out.data({"prcomm": FORMAT, **told, **days, **beside})
            return False
        out.line(answers.answer(due), bold=True)
        if then is not None:
            out.line(wording.SO_FAR(passed=passed, left=left))
        out.part()
        out.line(wording.OF(name=term, fault=wording.COUNTED_FROM(day=answers.on(due.start))))
        out.sheets([evolve(answers.why(due, full=full), caption="")])
        return False

    guarded(counted, out)
