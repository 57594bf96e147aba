"""Tables of what the library says: for notebooks, a console, a spreadsheet, in whichever language. People are shown
by reference, and private persons not even so."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, TypeVar, cast

from pendulum import DateTime

from prcomm.adapters.terms import Terms
from prcomm.core.engine.verdicts import Verdict
from prcomm.core.questions.audits import Audit, Finding
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.citations import UNDER, Under
from prcomm.core.table.dues import Due, which
from prcomm.core.table.entities import Action, Entity, Phase, State
from prcomm.core.table.rows import Transition
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import BadInput, said
from prcomm.core.values.messages import Message, Said, Say, in_english, joined, named, scoped
from prcomm.processes import AnyLifecycle

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)

TRANSITIONS = Message("{process}: transitions")
DEADLINES = Message("{process}: deadlines")
ENTITY = Message("{process} {id}: {state}, version {version}")
WHY_THIS_DAY = Message("{due}: why this day")
PROVIDED = Message("{due}, provided that {provided}")
NEVER = Message("never: {text}")
FINDINGS = Message("findings")
WHILE = Message("while the whole is {during}")
WHILE_IN = Message("{states} while the whole is {during}")

IN_STATE, ACTION, LEADS_TO = Message("in state"), Message("action"), Message("leads to")
WHO, GIVEN, ONLY = Message("who may"), Message("given that"), Message("only")
OWED, BEGINS_WITH, MET_BY, OWED_BY = Message("owed"), Message("begins with"), Message("met by"), Message("owed by")
WITHIN = Message("within")
AT, BY, STATE, AGAINST = Message("at"), Message("by"), Message("state"), Message("against")
COUNTED_FROM, RAW, ROLLED = Message("counted from"), Message("raw"), Message("rolled")
CONTROL, LAST, MET, ENDED = Message("control"), Message("last"), Message("met"), Message("ended")
DAY, COUNTED, WHY = Message("day"), Message("counted"), Message("why")
WHY_NOT, REASON, REMEDY = Message("why not"), Message("reason"), Message("what would do")
STEP, FINDING, KIND = Message("step"), Message("finding"), Message("kind")
STATUS = Message("how it stands")
STATES, DUES = Message("{process}: states"), Message("what is owed")
PHASE, PLACE, INITIAL, FINAL = Message("phase"), Message("place"), Message("initial"), Message("final")

DAYS: Final = {"start": COUNTED_FROM, "raw": RAW, "rolled": ROLLED, "control": CONTROL, "last": LAST, "met": MET}
"""What each day of a due is called, by its name in the code."""
FOUND: Final = AT, KIND, FINDING, UNDER
"""The columns in which a finding is told, besides where it is."""


Tabled = Lifecycle[E, A] | Entity[State] | Due | Verdict | Audit[E]
"""What can be shown as tables."""


def sheets(thing: Tabled[E, A]) -> tuple[Sheet, ...]:
    """What the library has to say of something, as tables."""
    match thing:
        case Lifecycle():
            return states(thing), transitions(thing), deadlines(thing)
        case Entity():
            return (history(thing),)
        case Due():
            return due(thing)
        case Verdict():
            return (verdict(thing),)
        case Audit():
            return (findings(thing.findings),)
    raise BadInput("tables", (f"of a Lifecycle, an Entity, a Due, a Verdict or an Audit, not {said(thing)}",))


def html(thing: Tabled[E, A], say: Say = in_english) -> str:
    """The same tables as HTML, one after the other."""
    return "".join(sheet.html(say) for sheet in sheets(thing))


def states(lifecycle: Lifecycle[E, A]) -> Sheet:
    """The states of a lifecycle: the phase each belongs to, and whether it is initial or final."""
    initial = {row.target for row in lifecycle.transitions if row.starts and not row.never}
    rows = tuple(
        (
            state,
            phase_of(lifecycle.name, state.phase),
            tuple(name for name, of in ((INITIAL, initial), (FINAL, lifecycle.final)) if state in of),
        )
        for state in lifecycle.states
    )
    return Sheet(STATES(process=named(lifecycle.name)), (STATE, PHASE, PLACE), rows)


def phase_of(process: str, phase: Phase | None) -> str:
    """A phase as a process calls it: what is planned elsewhere is received and registered here."""
    return scoped(phase.name, process, "phase") if phase else ""


def transitions(lifecycle: Lifecycle[E, A]) -> Sheet:
    """The transitions of a lifecycle."""
    during = during_of(lifecycle)
    rows = tuple(
        (
            applies_in(row, during.get(id(row), ())),
            row.action,
            NEVER(text=named(row.never)) if row.never else row.target,
            row.who,
            Under(row.cites, row.basis),
            joined(*(named(guard.text) for guard in row.given)),
            row.only,
        )
        for row in lifecycle.rows
    )
    head = (IN_STATE, ACTION, LEADS_TO, WHO, UNDER, GIVEN, ONLY)
    return Sheet(TRANSITIONS(process=named(lifecycle.name)), head, rows)


def during_of(lifecycle: Lifecycle[E, A]) -> Mapping[int, tuple[State, ...]]:
    """In which states of the whole each row of a part applies, by the row's identity; in all, if it is not there."""
    rows = ((row, row.during or part.during) for part in lifecycle.parts for row in part.transitions)
    return {id(row): during for row, during in rows if during}


def applies_in(row: Transition[E, A], during: tuple[State, ...]) -> object:
    """In which states a row applies: its own, and those of the whole."""
    if not during:
        return row.sources
    return WHILE_IN(states=row.sources, during=during) if row.sources else WHILE(during=during)


def deadlines(lifecycle: Lifecycle[E, A]) -> Sheet:
    """The deadlines of a lifecycle, each with its term by the latest law known."""
    terms = Terms.of(cast("AnyLifecycle", lifecycle))
    rows = tuple(
        (
            _provided(named(deadline.name), deadline.provided),
            terms(deadline),
            deadline.begins,
            deadline.met_by,
            deadline.who,
            Under(deadline.cites, deadline.basis),
        )
        for deadline in lifecycle.deadlines
    )
    return Sheet(DEADLINES(process=named(lifecycle.name)), (OWED, WITHIN, BEGINS_WITH, MET_BY, OWED_BY, UNDER), rows)


def history(entity: Entity[State]) -> Sheet:
    """The history of an entity."""
    rows = tuple(
        (
            record.action.at,
            type(record.action),
            record.action.by,
            record.state,
            Under(record.cites, record.basis),
            joined(*(named(reason.text) for reason in record.against)),
        )
        for record in entity.history
    )
    words = {"process": type(entity), "id": entity.id, "state": entity.state, "version": entity.version}
    return Sheet(ENTITY(**words), (AT, ACTION, BY, STATE, UNDER, AGAINST), rows)


def dues(dues: Iterable[Due], at: DateTime) -> Sheet:
    """What is owed, one line for each, as it stands at an instant."""
    head = (OWED, LAST, STATUS, OWED_BY, UNDER)
    rows = tuple((name_of(d), d.last, d.status(at), d.who, Under(d.cites, d.basis)) for d in dues)
    return Sheet(DUES(), head, rows)


def due(due: Due) -> tuple[Sheet, Sheet]:
    """A due, and its trace."""
    name = name_of(due)
    days = (*days_of(due).values(), due.who, Under(due.cites, due.basis))
    head = (*DAYS.values(), OWED_BY, UNDER)
    lines = tuple((ln.day, "+" if ln.counted else "-", named(ln.text), Under(ln.cites, ln.basis)) for ln in due.trace)
    return Sheet(name, head, (days,)), Sheet(WHY_THIS_DAY(due=name), (DAY, COUNTED, WHY, UNDER), lines)


def days_of(due: Due) -> Mapping[str, date | None]:
    """The days of a due, by their names in the code."""
    return {name: cast("date | None", getattr(due, name)) for name in DAYS}


def name_of(due: Due) -> Said:
    """The name of a due: which of several it is, and what must be found for it to be owed at all."""
    return _provided(which(due), due.provided)


def _provided(name: Said, provided: str) -> Said:
    return PROVIDED(due=name, provided=named(provided)) if provided else name


def verdict(verdict: Verdict) -> Sheet:
    """A verdict and its reasons."""
    rows = tuple((r.kind, named(r.text), Under(r.cites, r.basis), named(r.remedy)) for r in verdict.reasons)
    return Sheet(verdict.head, (WHY_NOT, REASON, UNDER, REMEDY), rows)


def findings(findings: Iterable[Finding]) -> Sheet:
    """The findings of an audit."""
    return Sheet(FINDINGS(), (STEP, *FOUND), tuple((finding.step, *found(finding)) for finding in findings))


def found(finding: Finding) -> tuple[object, ...]:
    """A finding, in the columns of ``FOUND``."""
    return finding.at, finding.kind, named(finding.text), Under(finding.cites, finding.basis)
