"""People, offices, and appeals lived through as far as a case needs.

What asks about a life asks ``APPEAL``, unless another lifecycle is given. 1 January 2026 is a Thursday; so are
1 October and 31 December. 1 March is a Sunday, 1 May a Friday.
"""

from collections.abc import Iterable

import pendulum
from attrs import evolve
from pendulum import Date, DateTime

from prcomm import Actor, Due, LegalEntity, Lifecycle, Person, Reason, Refused, Role
from prcomm.citizens.appeals import (
    APPEAL,
    COMPLAINT,
    PROPOSAL,
    AnsweredQuestion,
    Appeal,
    AppealAction,
    AppealKind,
    AppealState,
    AskInformation,
    Assign,
    Channel,
    Decide,
    Divert,
    EndingGround,
    Extend,
    Fact,
    Form,
    Forward,
    InformAnswered,
    Join,
    Leave,
    LeavingGround,
    Need,
    Notice,
    Notify,
    Outcome,
    PutOnControl,
    Receive,
    Register,
    Return,
    SendReply,
    SolveOnTheSpot,
    Study,
    TakeOffControl,
    Terminate,
    Withdraw,
    Withdrawal,
)
from prcomm.law import office
from prcomm.law.roles import APPELLANT, AUTHORISED, EXECUTOR, HEAD, OTHER_BODY, REGISTRAR, REPRESENTATIVE, SUPERIOR

Appeals = Lifecycle[Appeal, AppealAction]

FIVE = office("district IIB")
SIX = office("another district IIB", week=6)

NODIRA = Person("p1", name="Karimova Nodira", residence="17 Navoiy street")
BEKZOD = Person("p2", name="Aliyev Bekzod", residence="3 Shota street")
SON = Person("p3", name="Karimov Sardor", residence="17 Navoiy street")
FIRM = LegalEntity("firm", name="Nodira Savdo LLC", location="4 Amir Temur avenue")

REGISTRY = Actor("registry", REGISTRAR)
CHIEF = Actor("chief", HEAD)
DEPUTY = Actor("deputy", AUTHORISED)
WORKER = Actor("worker", EXECUTOR)
CITIZEN = Actor("p1", APPELLANT)
FOR_HER = Actor("p3", REPRESENTATIVE)
ANOTHER_BODY = Actor("gas supply", OTHER_BODY)
OVERSEER = Actor("overseer", SUPERIOR, "region")
EVERYBODY = (REGISTRY, CHIEF, DEPUTY, WORKER, CITIZEN, FOR_HER, ANOTHER_BODY, OVERSEER)


def at(month: int, day: int, hour: int = 10, minute: int = 0, year: int = 2026) -> DateTime:
    """An instant on the clock of Tashkent."""
    return pendulum.datetime(year, month, day, hour, minute, tz=FIVE.tz)


def on(month: int, day: int, year: int = 2026) -> Date:
    """A day."""
    return Date(year, month, day)


# -- what is done


def receive(when: DateTime, kind: AppealKind = COMPLAINT, **more: object) -> Receive:
    """The receipt of a written appeal by post, unless it is said otherwise."""
    said = {
        "by": REGISTRY, "case": "case 1", "form": Form.WRITTEN, "channel": Channel.POST, "office": FIVE,
        "appellants": (NODIRA,), "content": "digest 1",
    } | more  # fmt: skip
    return Receive(at=when, kind=kind, **said)


def on_the_spot(when: DateTime, kind: AppealKind = COMPLAINT, **more: object) -> SolveOnTheSpot:
    """An oral appeal solved at a public reception, the minutes complete."""
    said = {
        "by": REGISTRY, "case": "minutes 1", "channel": Channel.PUBLIC_RECEPTION, "office": FIVE,
        "appellants": (NODIRA,), "content": "digest 1", "result": "digest 2",
    } | more  # fmt: skip
    return SolveOnTheSpot(at=when, kind=kind, **said)


def register(when: DateTime, number: str = "K-1", by: Actor = REGISTRY) -> Register:
    return Register(at=when, by=by, number=number)


def assign(when: DateTime, *executors: str, by: Actor = DEPUTY) -> Assign:
    return Assign(at=when, by=by, executors=executors or ("worker",))


def put_on_control(when: DateTime, by: Actor = CHIEF) -> PutOnControl:
    return PutOnControl(at=when, by=by)


def study(when: DateTime, *needs: Need, by: Actor = WORKER) -> Study:
    return Study(at=when, by=by, needs=frozenset(needs or (Need.STUDY,)))


def extend(when: DateTime, until: Date, *needs: Need, by: Actor = CHIEF) -> Extend:
    return Extend(at=when, by=by, needs=frozenset(needs or (Need.CHECK,)), until=until)


def forward(when: DateTime, to: str = "gas supply", by: Actor = DEPUTY, **more: bool) -> Forward:
    return Forward(at=when, by=by, to=to, **({"outside_competence": True, "data_suffice": True} | more))


def give_back(when: DateTime, reasons: str = "digest 3", by: Actor = DEPUTY, **more: bool) -> Return:
    """Its return, with reasons, since its data do not suffice."""
    said = {"outside_competence": True, "data_suffice": False} | more
    return Return(at=when, by=by, reasons=reasons, **said)


def leave(when: DateTime, ground: LeavingGround, *facts: Fact, by: Actor = DEPUTY, **more: object) -> Leave:
    said = {"conclusion": "digest 4"} | more
    return Leave(at=when, by=by, ground=ground, facts=frozenset(facts), **said)


def ask(when: DateTime, request: str = "1", arrived: DateTime | None = None, by: Actor = WORKER) -> AskInformation:
    return AskInformation(at=when, by=by, request=request, of="gas supply", arrived=arrived or when)


def decide(when: DateTime, *questions: str, outcome: Outcome = Outcome.REFUSED, by: Actor = CHIEF) -> Decide:
    """A decision, with an answer to each of the questions named."""
    answers = tuple(AnsweredQuestion(question, f"grounds {question}") for question in questions or ("1",))
    return Decide(at=when, by=by, outcome=outcome, answers=answers)


def reply(when: DateTime, **more: object) -> SendReply:
    """A written reply to Nodira, in her language, that tells how to challenge the decision."""
    said = {"by": CHIEF, "to": "p1", "form": Form.WRITTEN, "language": "uz", "challenge_explained": True} | more
    return SendReply(at=when, **said)


def notify(when: DateTime, of: Notice, form: Form = Form.WRITTEN, by: Actor = WORKER) -> Notify:
    return Notify(at=when, by=by, of=of, form=form)


def withdraw(
    when: DateTime, what: Withdrawal = Withdrawal.WITHDRAWN, form: Form = Form.WRITTEN, by: Actor = CITIZEN
) -> Withdraw:
    return Withdraw(at=when, by=by, what=what, form=form)


def terminate(when: DateTime, ground: EndingGround, *facts: Fact, by: Actor = DEPUTY) -> Terminate:
    return Terminate(at=when, by=by, ground=ground, facts=frozenset(facts))


UNFOUNDED = (Fact.NOTHING_NEW, Fact.FORMER_FILE_COMPLETE, Fact.FORMER_REPLIES_PROPER)
"""What ends an unfounded repeat."""

# -- lives


def then(appeal: Appeal, *actions: AppealAction) -> Appeal:
    """The appeal after some more was done."""
    for action in actions:
        appeal = APPEAL.apply(appeal, action)
    return appeal


def received(when: DateTime, kind: AppealKind = COMPLAINT, **more: object) -> Appeal:
    """Received, and not yet registered."""
    return APPEAL.begin(receive(when, kind, **more))


def registered(when: DateTime, kind: AppealKind = COMPLAINT, **more: object) -> Appeal:
    """Registered when it was received."""
    return then(received(when, kind, **more), register(when))


def in_review(when: DateTime, kind: AppealKind = COMPLAINT, *actions: AppealAction, **more: object) -> Appeal:
    """Registered and given to an executor when it was received; and what was done then."""
    return then(registered(when, kind, **more), assign(when), *actions)


def decided(when: DateTime, decided_at: DateTime, kind: AppealKind = COMPLAINT, **more: object) -> Appeal:
    """Decided, the reply not yet sent."""
    return in_review(when, kind, decide(decided_at), **more)


def considered(when: DateTime, replied: DateTime, kind: AppealKind = COMPLAINT, **more: object) -> Appeal:
    """Decided, and the reply sent at the same instant."""
    return then(decided(when, replied, kind, **more), reply(replied))


# -- what is asked of them


def dues(appeal: Appeal, name: str, when: DateTime | None = None, lifecycle: Appeals | None = None) -> tuple[Due, ...]:
    """Its dues of that name, at an instant (of its last record)."""
    asked = when or appeal.history[-1].action.at
    return tuple(due for due in (lifecycle or APPEAL).due(appeal, asked) if due.name == name)


def due(appeal: Appeal, name: str, when: DateTime | None = None, lifecycle: Appeals | None = None) -> Due:
    """Its one due of that name."""
    (one,) = dues(appeal, name, when, lifecycle)
    return one


def days(due: Due) -> tuple[Date | DateTime | None, ...]:
    """What a due shows: raw, rolled, control, and the one that binds."""
    return due.raw, due.rolled, due.control, due.last


def against(appeal: Appeal | None, action: AppealAction, lifecycle: Appeals | None = None) -> tuple[Reason, ...]:
    """What is against an action; of a beginning without an appeal."""
    asked = lifecycle or APPEAL
    if appeal is not None:
        return asked.explain(appeal, action).reasons
    try:
        asked.begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def who_may(appeal: Appeal, action: AppealAction, lifecycle: Appeals | None = None) -> set[Role]:
    """In which capacities it may be done."""
    tried: Iterable[Actor] = EVERYBODY
    asked = lifecycle or APPEAL
    return {by.role for by in tried if asked.explain(appeal, evolve(action, by=by)).accepted}


def in_every_state(kind: AppealKind = COMPLAINT) -> dict[AppealState, Appeal]:
    """Appeals received on Tuesday 3 March 2026, one in each state that its kind may come to."""
    when, later = at(3, 3), at(3, 5)
    new, entered = received(when, kind), registered(when, kind)
    given = in_review(when, kind)
    ours = in_review(when, kind, case="case 0")
    done = considered(when, later, kind, case="case 0")
    lives = [
        new,
        entered,
        ours,
        then(ours, study(later)),
        decided(when, later, kind),
        done,
        then(done, put_on_control(later), TakeOffControl(at=later, by=CHIEF)),
        APPEAL.begin(on_the_spot(when, kind)),
        then(given, forward(later)),
        then(given, give_back(later)),
        then(given, Divert(at=later, by=DEPUTY, procedure="criminal procedure")),
        then(given, Join.of(ours, exact_copy=True, at=later, by=DEPUTY)),
        then(given, InformAnswered.of(done, exact_copy=True, at=later, by=DEPUTY)),
        then(given, leave(later, LeavingGround.ANONYMOUS, Fact.DATA_FALSE)),
        then(given, withdraw(later), terminate(later, EndingGround.WITHDRAWN)),
    ]
    if kind is not PROPOSAL:
        lives.append(then(ours, extend(later, on(4, 18))))
    return {appeal.state: appeal for appeal in lives}
