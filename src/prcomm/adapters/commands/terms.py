"""A term by itself: one date with its trace, without any process, by the calendar of a law."""

import re
from collections.abc import Mapping
from typing import Final

from attrs import frozen
from pendulum import DateTime

from prcomm.adapters.commands import wording
from prcomm.core.calendar.law import Law
from prcomm.core.calendar.terms import (
    Days,
    Hours,
    Minutes,
    Months,
    Numbered,
    Term,
    WorkingDays,
    WorkingHours,
    WorkingMinutes,
    before,
)
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.people import Actor, Office, Role
from prcomm.core.table.deadlines import owes
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.rows import rows
from prcomm.core.values.errors import BadInput

UNITS: Final[Mapping[type[Numbered], tuple[str, ...]]] = {
    Days: ("d", "day", "days", "k", "kun", "к", "кун", "д", "дн", "день", "дня", "дней"),
    WorkingDays: ("wd", "ik", "ish kuni", "ик", "иш куни", "рд", "рабочий день", "рабочих дня", "рабочих дней"),
    Months: ("m", "mo", "month", "months", "oy", "ой", "мес", "месяц", "месяца", "месяцев"),
    Minutes: ("min", "minute", "minutes", "daq", "daqiqa", "дақ", "дақиқа", "мин", "минута", "минуты", "минут"),
    WorkingMinutes: (
        "wmin",
        "ish daqiqasi",
        "иш дақиқаси",
        "рмин",
        "рабочая минута",
        "рабочие минуты",
        "рабочих минут",
    ),
    Hours: ("h", "hour", "hours", "soat", "соат", "ч", "час", "часа", "часов"),
    WorkingHours: ("wh", "is", "ish soati", "ис", "иш соати", "рч", "рабочий час", "рабочих часа", "рабочих часов"),
}
"""How units are typed, the shortest first."""
TERM: Final = re.compile(r"(\d{1,5})\s*([^\W\d_][^\d]*)")

ANYBODY: Final = Role("anybody")


class AskedState(State):
    """Whether a term runs."""

    RUNS = "runs"


@frozen(kw_only=True)
class TermAction(Action):
    """What is done about a term."""


@frozen(kw_only=True)
class Begin(TermAction):
    """It begins to run."""

    office: Office


@frozen(kw_only=True)
class End(TermAction):
    """It is met."""


@frozen(kw_only=True)
class Running(Entity[AskedState]):
    """A term that runs."""


def term_of(text: str, *, back_from: DateTime | None = None) -> Term:
    """The term that is typed as 15d, 10wd, 1mo, 48h, 16wh, 30min or 90wmin. Raises ``BadInput`` that names the word.

    Args:
        text: the text.
        back_from: the later day, if it is counted back from one.
    """
    found = TERM.fullmatch(text.strip().casefold())
    kind = next((kind for kind, names in UNITS.items() if found and found[2].strip() in names), None)
    if found is None or kind is None:
        raise BadInput(wording.A_TERM(), (wording.NO_TERM(word=repr(text)),))
    term = kind(int(found[1]))
    if back_from is None:
        return term
    if not isinstance(term, Days | WorkingDays | Months):
        raise BadInput(wording.A_TERM(), (wording.NOT_BACK(word=repr(text)),))
    return before(back_from.date(), term)


def counted(term: Term, at: DateTime, office: Office, law: Law) -> Due:
    """Until when a term runs that begins at an instant: counted as any deadline of a process under that law.

    Args:
        term: the term.
        at: the instant.
        office: whose days and hours count.
        law: whose calendar, and whose way to count.
    """
    cites = law.conventions.day_zero
    row, owed = rows(Running, AskedState, TermAction), owes(Running, TermAction)
    lifecycle = Lifecycle(
        "term",
        (
            row.start(Begin, AskedState.RUNS, ANYBODY, cites, then=lambda a: Running(id="-", office=a.office)),
            row(AskedState.RUNS, End, AskedState.RUNS, ANYBODY, cites),
        ),
        [owed("term", Begin, term, End, ANYBODY, cites)],
        law=law,
        final=AskedState.RUNS,
    )
    asked = lifecycle.begin(Begin(at=at, by=Actor("-", ANYBODY), office=office))
    (due,) = lifecycle.due(asked, at)
    return due
