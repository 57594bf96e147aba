"""What a type checker must refuse: each ignored line is one mistake, and an ignore that is not needed is an error."""
# pyright: reportUnnecessaryTypeIgnoreComment=true

from attrs import evolve, frozen
from must_pass import (
    ACT,
    CLERK,
    DAYS,
    HEAD,
    LAW,
    TERM,
    Begin,
    Case,
    CaseAction,
    CaseState,
    Finish,
    Note,
    NoteState,
    Read,
    Write,
    begun,
    finished,
    has_result,
    in_an_office,
    longer,
    note,
    owed,
    row,
    so_long,
    written,
)
from pendulum import DateTime

from prcomm import SAME, Action, Actor, Days, Lifecycle, Office, Person, Reform, State, by_law, given
from prcomm.citizens.appeals import APPEAL, COMPLAINT, Appeal, Register, SendReply
from prcomm.citizens.receptions import PERSONAL, AskReception


class OtherState(State):
    OPEN = 1


@frozen(kw_only=True)
class OtherAction(Action): ...


def mistakes(cases: Lifecycle[Case, CaseAction], case: Case, by: Actor, at: DateTime) -> None:
    """One mistake a line."""
    # a guard of another action
    row(CaseState.OPEN, Write, CaseState.DONE, HEAD, ACT(1), has_result)  # type: ignore[misc]  # wants a Finish
    # a guard of a start where there is an entity, and the other way round
    row(CaseState.OPEN, Finish, CaseState.DONE, HEAD, ACT(1), in_an_office)  # type: ignore[arg-type, misc]  # wants none
    row.start(Begin, CaseState.OPEN, HEAD, ACT(1), has_result, then=begun)  # type: ignore[arg-type, misc]  # wants a case
    # an effect of another action; of another entity
    row(CaseState.OPEN, Write, CaseState.DONE, HEAD, ACT(1), then=finished)  # type: ignore[arg-type]  # wants a Finish
    note(NoteState.NEW, Finish, NoteState.READ, HEAD, ACT(1), then=finished)  # type: ignore[arg-type]  # wants a case
    row.start(Write, CaseState.OPEN, HEAD, ACT(1), then=written)  # type: ignore[arg-type]  # gives a note, not a case
    # in a lambda: a field of the action, of the entity; another action's field; what gives no bool; too few, too many
    row(CaseState.OPEN, Finish, SAME, HEAD, ACT(1), given("", ACT(1), lambda c, a: a.reslt))  # type: ignore[attr-defined]  # result
    row(CaseState.OPEN, Finish, SAME, HEAD, ACT(1), given("", ACT(1), lambda c, a: c.reslt == ""))  # type: ignore[attr-defined]  # result
    row(CaseState.OPEN, Finish, SAME, HEAD, ACT(1), given("", ACT(1), lambda c, a: a.note == ""))  # type: ignore[attr-defined]  # of Write
    row(CaseState.OPEN, Finish, SAME, HEAD, ACT(1), given("", ACT(1), lambda c, a: a.result))  # type: ignore[arg-type, return-value]  # a text
    row(CaseState.OPEN, Finish, SAME, HEAD, ACT(1), given("", ACT(1), lambda a: bool(a.result)))  # type: ignore[arg-type]  # of a start
    row(CaseState.OPEN, Finish, SAME, HEAD, ACT(1), given("", ACT(1), lambda c, a, law: law[a.result] > 1))  # type: ignore[arg-type, misc]  # a value
    row.start(Begin, CaseState.OPEN, HEAD, ACT(1), given("", ACT(1), lambda a: bool(a.cse)), id="case")  # type: ignore[arg-type, misc]  # case
    row(CaseState.OPEN, Finish, SAME, HEAD, ACT(1), then=lambda c, a: evolve(c, result=a.reslt))  # type: ignore[attr-defined]  # result
    row(CaseState.OPEN, Finish, SAME, HEAD, ACT(1), then=lambda c, a: a)  # type: ignore[arg-type, return-value]  # a Case
    note.start(Write, NoteState.NEW, HEAD, ACT(1), given("", ACT(1), lambda c, a: bool(c.lines)), id="note")  # type: ignore[attr-defined]  # the whole
    note(NoteState.NEW, Read, SAME, HEAD, ACT(1), then=lambda n, a: evolve(n, lines=n.notes))  # type: ignore[attr-defined]  # the part
    owed("end", Begin, lambda c, a: Days(a.days), Finish, HEAD, ACT(1))  # type: ignore[attr-defined]  # no such field
    owed("end", Begin, Days(1), Finish, HEAD, ACT(1), since=lambda c, a: a.on)  # type: ignore[attr-defined]  # no such field
    owed("end", Begin, Days(1), Finish, HEAD, ACT(1), when=lambda c, a: a.kin is None)  # type: ignore[attr-defined]  # kind
    owed.moved(Write, lambda c, a, running: Days(1) if a.nte else None)  # type: ignore[attr-defined]  # note
    # a state of another lifecycle, as source, among sources, as target
    row(OtherState.OPEN, Finish, CaseState.DONE, HEAD, ACT(1))  # type: ignore[arg-type]  # another Enum
    row(CaseState.OPEN | OtherState.OPEN, Finish, CaseState.DONE, HEAD, ACT(1))  # type: ignore[operator]  # another Enum
    row(CaseState.OPEN, Finish, OtherState.OPEN, HEAD, ACT(1))  # type: ignore[arg-type]  # another Enum
    note(CaseState.OPEN, Read, NoteState.READ, HEAD, ACT(1))  # type: ignore[arg-type]  # the whole's, not the part's
    # a term counted from the wrong action; one that no row of this table could have
    owed("end", Write, Days(1), (Finish,), HEAD, ACT(1), since=so_long)  # type: ignore[arg-type]  # gives no day
    owed("end", Write, by_law(so_long), Finish, HEAD, ACT(1))  # type: ignore[arg-type]  # of Begin
    owed("end", Begin, so_long, Finish, HEAD, ACT(1))  # type: ignore[arg-type]  # it reads the law: by_law(so_long)
    owed("end", Begin, Days(1), (OtherAction,), HEAD, ACT(1))  # type: ignore[arg-type]  # foreign
    owed("end", Begin, Days(1), OtherAction, HEAD, ACT(1))  # type: ignore[arg-type]  # foreign
    owed("end", Begin, Days(TERM), Finish, HEAD, ACT(1))  # type: ignore[arg-type]  # a dated term, not a dated number
    owed.moved(Finish, by_law(longer))  # type: ignore[arg-type]  # wants a Write
    owed.paused(Write, OtherAction)  # type: ignore[arg-type]  # foreign
    owed.paused(Write, Read, counts="both")  # type: ignore[arg-type]  # one of EndDays
    owed.restarted(Finish, lambda case, a: Days(1) if a.nte else None)  # type: ignore[attr-defined]  # result
    owed("end", Begin, 15, (Finish,), HEAD, ACT(1))  # type: ignore[arg-type]  # no unit
    # an action of another lifecycle
    cases.apply(case, OtherAction(at=at, by=by))  # type: ignore[arg-type]  # not a CaseAction
    cases.begin(OtherAction(at=at, by=by))  # type: ignore[arg-type]  # not a CaseAction
    cases.replay([OtherAction(at=at, by=by)])  # type: ignore[list-item]  # not a CaseAction
    # an entity of another lifecycle
    cases.apply(Note(id="1"), Finish(at=at, by=by, result="r"))  # type: ignore[arg-type]  # not a Case
    # a misspelt field, a missing one, a changed one
    Finish(at=at, by=by, reslt="r")  # type: ignore[call-arg]  # result
    Finish(at=at, by=by)  # type: ignore[call-arg]  # result
    case.state = CaseState.DONE  # type: ignore[misc]  # frozen
    # a role where an actor is wanted, a role by its name
    cases.allowed(case, CLERK, at)  # type: ignore[arg-type]  # who, not in what capacity
    row(CaseState.OPEN, Finish, CaseState.DONE, "head", ACT(1))  # type: ignore[arg-type]  # a Role
    # a reform of another type; a value by its name
    LAW.under(Reform(DAYS, "ten"), Office("o", zone="UTC"))  # type: ignore[arg-type]  # an office is no Reform
    LAW["days"]  # type: ignore[index]  # the value itself


def appeals(appeal: Appeal, at: DateTime, by: Actor) -> None:
    APPEAL.apply(appeal, AskReception(at=at, by=by, case="1", kind=PERSONAL, office=appeal.office, visitor=Person("p")))  # type: ignore[arg-type]  # of another lifecycle
    Register(at=at, by=by, nubmer="1")  # type: ignore[call-arg]  # number
    SendReply(at=at, by=by, to="p", form="written", language="uz", challenge_explained=True)  # type: ignore[arg-type]  # a Form
    appeal.kind = COMPLAINT  # type: ignore[misc]  # frozen
