"""What a type checker must accept, and infer."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

from attrs import evolve, frozen
from pendulum import Date, DateTime

from prcomm import (
    PROCESSES,
    SAME,
    WEEKS,
    Action,
    Actor,
    Allowed,
    Audit,
    Change,
    Context,
    Dated,
    Days,
    Due,
    Enactment,
    EndDays,
    Entity,
    FaultKind,
    Guard,
    Item,
    Kind,
    LastDay,
    Law,
    Lifecycle,
    Months,
    Office,
    Part,
    Redaction,
    Reform,
    Role,
    RunningTerm,
    State,
    Status,
    Term,
    Trace,
    Unmapped,
    Verdict,
    Who,
    by_field,
    by_law,
    changed,
    each_month,
    further,
    given,
    guard,
    in_one_form,
    keeps,
    owes,
    part_rows,
    redacted,
    rows,
    runs,
)
from prcomm.adapters.diagrams import mermaid
from prcomm.adapters.seal import Broken, Flaw, Head, Kept, SignedHead, read_head, verify
from prcomm.adapters.seal.signing import private_key, public_key, signed, verified
from prcomm.adapters.seal.stored import rows_of
from prcomm.adapters.store import Store
from prcomm.citizens.appeals import (
    APPEAL,
    Appeal,
    AppealAction,
    AppealState,
    Extend,
    InformationRequest,
    Outcome,
    Receive,
    register_entry,
)
from prcomm.citizens.counts import Count, Quarter
from prcomm.citizens.reports import QuarterlyReport
from prcomm.law import office
from prcomm.testing import Refusal, Report, check, lives, refusals
from prcomm.views.principles import Band, Indicator, Principle, openness_band, scoreboard

ACT = Enactment("Act")
DAYS = Dated.of("days", 15, ACT(1))
TERM = Dated.of("term", Days(15), ACT(1))
LAW = Law("law", WEEKS, Dated.of("last day", LastDay.STRICT, ACT(1)))
HEAD, CLERK = Role("head"), Role("clerk")


class CaseState(State):
    OPEN = 1
    DONE = 2


class CaseKind(Kind):
    BIG = 1
    SMALL = 2


class NoteState(State):
    NEW = 1
    READ = 2


@frozen(kw_only=True)
class CaseAction(Action): ...


@frozen(kw_only=True)
class Begin(CaseAction):
    case: str
    kind: CaseKind
    office: Office


@frozen(kw_only=True)
class Finish(CaseAction):
    result: str


@frozen(kw_only=True)
class Write(CaseAction):
    note: str


@frozen(kw_only=True)
class Read(CaseAction):
    note: str


@frozen(kw_only=True)
class Note(Item[NoteState]):
    lines: int = 0


@frozen(kw_only=True)
class Case(Entity[CaseState]):
    kind: CaseKind
    result: str = ""
    notes: tuple[Note, ...] = ()


@guard("it has a result", ACT(2))
def has_result(case: Case, action: Finish, context: Context) -> bool:
    return bool(action.result) and context[DAYS] > 0


@guard("it begins in an office", ACT(2))
def in_an_office(action: Begin) -> bool:
    return bool(action.office.id)


@guard("any action of any case", ACT(2))
def of_any(case: Entity[State], action: Action) -> bool:
    return True


def begun(action: Begin) -> Case:
    return Case(id=action.case, office=action.office, kind=action.kind)


def finished(case: Case, action: Finish) -> Case:
    return case


def written(action: Write) -> Note:
    return Note(id=action.note)


def read(note: Note, action: Read) -> Note:
    return note


def its_day(case: Case, action: Begin) -> Date:
    return action.at.date()


def so_long(case: Case, action: Begin, context: Context) -> Term | None:
    return Days(context[DAYS]) if action.kind is CaseKind.BIG else None


def longer(case: Case, action: Write, running: RunningTerm, context: Context) -> Term | None:
    return Days(context[DAYS]) if running.raw else None


row = rows(Case, CaseState, CaseAction)
note = part_rows(Case, Note, NoteState, CaseAction)
owed = owes(Case, CaseAction)
TRANSITIONS = (
    row.start(Begin, CaseState.OPEN, CLERK, ACT(1), in_an_office, then=begun),
    row.start(Begin, CaseState.OPEN, CLERK, ACT(1), given("it is named", ACT(1), lambda a: bool(a.case)), id="case"),
    row.start(
        Begin,
        CaseState.OPEN,
        HEAD,
        ACT(1),
        given("its days are known", ACT(1), lambda nothing, a, law: law[DAYS] > 0 and a.kind is CaseKind.BIG),
        id="case",
    ),
    row(
        CaseState.OPEN,
        Finish,
        SAME,
        HEAD,
        ACT(2),
        given("it says another result", ACT(2), lambda case, a: a.result != case.result, remedy="say another"),
        given("its days are known", ACT(2), lambda case, a, law: law[DAYS] > len(case.notes) + len(a.result)),
        then=keeps("result"),
    ),
    row(CaseState.OPEN, Finish, SAME, HEAD, ACT(2), then=lambda case, a: evolve(case, result=a.result)),
    row(CaseState.OPEN | CaseState.DONE, Finish, SAME, HEAD | CLERK, ACT(2), has_result, of_any, then=finished),
    row(CaseState.OPEN, Finish, CaseState.DONE, Who(HEAD, ACT(3)), (ACT(2), ACT(4)), runs("end"), only=CaseKind.BIG),
    row.never(CaseState.DONE, Finish, ACT(2), "once is enough", only=CaseKind.BIG | CaseKind.SMALL),
)
NOTES = (
    note.start(Write, NoteState.NEW, CLERK, ACT(2), of_any, then=written),
    note.start(
        Write,
        NoteState.NEW,
        HEAD,
        ACT(2),
        given("it is new", ACT(2), lambda case, a: a.note not in {one.id for one in case.notes}),
        id="note",
    ),
    note(NoteState.NEW, Read, NoteState.READ, HEAD, ACT(2), of_any, then=read),
)
DEADLINES = (
    owed("end", Begin, by_law(so_long), (Finish,), HEAD, ACT(1), owed.moved(Write, by_law(longer))),
    owed("fixed", Begin, Days(3), (Finish,), HEAD, ACT(1), owed.moved(Write, further(Months(1))), since=its_day),
    owed("some", Begin, Days(DAYS), Finish, HEAD, ACT(1), when=lambda case, a: a.kind is CaseKind.BIG, until=Finish),
    owed(
        "other",
        Write,
        lambda case, a: Months(1) if a.note else None,
        Read,
        HEAD,
        ACT(1),
        owed.moved(Write, lambda case, a, running: Days(1) if running.raw and a.note else None),
        owed.moved(Finish, None),
        per="note",
        since=lambda case, a: a.at.date(),
    ),
    owed("monthly", Begin, each_month(day=DAYS), Finish, HEAD, ACT(1)),
    owed("dated", (Begin, Write), TERM, (Finish,), HEAD, ACT(1), owed.paused(Write, Read)),
    owed(
        "kinds",
        Begin,
        by_field("kind", {CaseKind.SMALL: Days(3), CaseKind.BIG: None}),
        Finish,
        HEAD,
        ACT(1),
        owed.paused(Read, (Finish,), counts=EndDays.NEITHER, cites=ACT(2)),
        owed.restarted(Write, lambda case, a: Days(2) if a.note else None, since=lambda case, a: a.at.date()),
    ),
)


def public_api(by: Actor, at: DateTime) -> Iterator[object]:
    """What the public names give."""
    cases = Lifecycle("case", TRANSITIONS, DEADLINES, law=LAW, parts=(Part("notes", "note", NOTES),))
    assert_type(cases, Lifecycle[Case, CaseAction])
    case = cases.begin(Begin(at=at, by=by, case="1", kind=CaseKind.BIG, office=Office("o", zone="UTC")))
    assert_type(case, Case)
    assert_type(case.state, CaseState)
    assert_type(case.notes[0].state, NoteState)
    assert_type(case.id, str)
    assert_type(redacted(case, by=by, why="order 7"), tuple[Case, Redaction])
    assert_type(in_one_form(case.id), str)
    assert_type(cases.apply(case, Finish(at=at, by=by, result="r")), Case)
    assert_type(cases.explain(case, Finish(at=at, by=by, result="r")), Verdict)
    assert_type(cases.allowed(case, by, at), tuple[Allowed, ...])
    dues = cases.due(case, at)
    assert_type(dues, tuple[Due, ...])
    assert_type(dues[0].last, Date | DateTime | None)
    assert_type(dues[0].status(at), Status)
    assert_type(dues[0].trace, Trace)
    audit = cases.audit([Unmapped("x"), Finish(at=at, by=by, result="r")], at)
    assert_type(audit, Audit[Case])
    assert_type(cases.restore(case.history), Case)
    assert_type(cases.as_known(case, at), Case | None)
    assert_type(cases.under(Reform(DAYS, 10)), Lifecycle[Case, CaseAction])
    assert_type(cases.without(has_result, "end"), Lifecycle[Case, CaseAction])
    assert_type(LAW.on(at.date())[DAYS], int)
    assert_type(has_result, Guard[Case, Finish])
    assert_type(mermaid(cases), str)
    changes = changed([case], cases, cases.under(LAW), at, met=True)
    assert_type(changes, Iterator[Change])
    assert_type(next(changes).days, int | None)
    assert_type(next(changes).becomes_late, bool)
    assert_type(lives(cases).example(), Case)
    assert_type(check(cases, examples=10), Report)
    assert_type(refusals(cases).example(), Refusal[Case, CaseAction])
    assert_type(cases.lint()[0].kind, FaultKind)
    match case.state:
        case CaseState.OPEN:
            yield case
        case CaseState.DONE:
            yield None


def appeals(receive: Receive, extend: Extend, at: DateTime) -> None:
    """What the checkers infer of the library's own lifecycle."""
    assert_type(APPEAL, Lifecycle[Appeal, AppealAction])
    appeal = APPEAL.begin(receive)
    assert_type(appeal, Appeal)
    assert_type(APPEAL.apply(appeal, extend), Appeal)
    assert_type(appeal.state, AppealState)
    report = QuarterlyReport.of((appeal,), Quarter.of(at.date()), as_of=at)
    assert_type(report.ministry["accepted"].gap, int)
    assert_type(report.gaps(), Iterator[Count])
    board = scoreboard((appeal, appeal), at.date(), at.date(), at, PROCESSES)
    assert_type(board[Principle.OPENNESS].share, Fraction | None)
    assert_type(board[:2], tuple[Indicator, ...])
    assert_type([one.beside for one in board], list[int])
    assert_type(openness_band(Decimal("55.5")), Band)
    assert_type(appeal.requests, tuple[InformationRequest, ...])
    assert_type(extend.until, Date)
    assert_type(register_entry(appeal).outcome, Outcome | None)
    assert_type(office("district", week=6), Office)
    assert_type(PROCESSES["appeal"].name, str)


def sealed(store: Store, receive: Receive, kept: Iterable[Kept], text: bytes, pem: bytes) -> None:
    """What is kept in a store, and proved of it."""
    assert_type(store.begin(APPEAL, receive), Appeal)
    assert_type(store.open(APPEAL, "1"), Appeal)
    found = verify(kept)
    assert_type(found.broken, tuple[Broken, ...])
    assert_type(found.broken[0].flaw, Flaw)
    head = read_head(text)
    assert_type(head, Head | SignedHead)
    if isinstance(head, SignedHead):
        assert_type(verified(head, public_key(pem)), Head)
    else:
        assert_type(signed(head, private_key(pem)), SignedHead)
    with rows_of("cases.sqlite") as rows:
        assert_type(rows.verify(heads=()).holds, bool)
