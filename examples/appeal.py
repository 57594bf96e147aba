"""A complaint from receipt to removal from control, and what is refused on the way: python examples/appeal.py"""

import pendulum

from prcomm import Actor, Due, Person, Refused
from prcomm.citizens.appeals import (
    APPEAL,
    COMPLAINT,
    AnsweredQuestion,
    Appeal,
    AppealAction,
    AskInformation,
    Assign,
    Channel,
    Decide,
    Extend,
    Form,
    Forward,
    GiveInformation,
    Need,
    Notice,
    Notify,
    Outcome,
    PutOnControl,
    Receive,
    RefuseRegistration,
    Register,
    SendReply,
    Study,
    TakeOffControl,
    Withdraw,
    Withdrawal,
)
from prcomm.law import ROLL_FORWARD_BY_ANALOGY, UZ, office
from prcomm.law.roles import APPELLANT, AUTHORISED, EXECUTOR, HEAD, OTHER_BODY, REGISTRAR

DISTRICT = office("district department of internal affairs")
CITIZEN = Person("p-17", name="shown to nobody", residence="shown to nobody")
DESK, CHIEF, DEPUTY, OFFICER, CLINIC, WRITER = (
    Actor("desk 1", REGISTRAR),
    Actor("head", HEAD),
    Actor("deputy", AUTHORISED),
    Actor("officer 5", EXECUTOR, "inspectorate"),
    Actor("clinic", OTHER_BODY),
    Actor(CITIZEN.id, APPELLANT),
)


def at(month: int, day: int, hour: int = 10, minute: int = 0) -> pendulum.DateTime:
    """An instant of 2026 on the district's clock."""
    return pendulum.datetime(2026, month, day, hour, minute, tz=DISTRICT.tz)


def heading(text: str) -> None:
    print(f"\n{text}\n{'-' * len(text)}")


def refused(appeal: Appeal, action: AppealAction) -> None:
    """Try what is not lawful, and print why not."""
    try:
        APPEAL.apply(appeal, action)
    except Refused as why:
        print(why)
    else:
        raise AssertionError(f"{action} should have been refused")


def consideration(appeal: Appeal, now: pendulum.DateTime) -> Due:
    """Until when the complaint must be answered, as things stand."""
    (due,) = (due for due in APPEAL.due(appeal, now) if due.name == "consideration")
    return due


def main() -> None:
    """Live one complaint, trying what the law forbids on the way."""
    complaint = Receive(
        at=at(3, 3, 18, 30),
        by=DESK,
        case="2026/118",
        kind=COMPLAINT,
        form=Form.WRITTEN,
        channel=Channel.POST,
        office=DISTRICT,
        appellants=(CITIZEN,),
        against=("patrol 4",),
        questions=("conduct", "damage"),
        content="digest 5f1c",
    )
    appeal = APPEAL.begin(complaint)
    heading("Received on Tuesday 3 March 2026 at 18:30, after hours. What is owed?")
    for due in APPEAL.due(appeal, at(3, 3, 19)):
        print(f"{due.name:15} by {due.last}  by the {due.who}; under {', '.join(map(str, due.cites))}")

    heading("Refuse to register it? Give it to the patrol it complains of?")
    refused(appeal, RefuseRegistration(at=at(3, 4, 9), by=DESK))
    appeal = APPEAL.apply(appeal, Register(at=at(3, 4, 9), by=DESK, number="118"))
    refused(appeal, Forward(at=at(3, 4), by=DEPUTY, to="patrol 4", outside_competence=False, data_suffice=True))

    appeal = APPEAL.apply(appeal, PutOnControl(at=at(3, 4), by=DEPUTY))
    appeal = APPEAL.apply(appeal, Assign(at=at(3, 4, 11), by=DEPUTY, executors=("inspectorate",)))
    heading("Why 18 March?")
    print(consideration(appeal, at(3, 5)).trace)

    ask = AskInformation(at=at(3, 9), by=OFFICER, request="r1", of="clinic", arrived=at(3, 10))
    appeal = APPEAL.apply(appeal, ask)
    appeal = APPEAL.apply(appeal, Study(at=at(3, 12), by=OFFICER, needs=frozenset({Need.CHECK})))
    heading("A check is needed: a month from receipt. The request for information stops no clock, and has its own")
    for due in APPEAL.due(appeal, at(3, 12, 12), open=True):
        print(f"{due.name:15} by {due.last}")
    appeal = APPEAL.apply(appeal, GiveInformation(at=at(3, 19), by=CLINIC, request="r1"))

    heading("Longer still? Not by the executor, all in all not beyond a month, not once the term has run out")
    more = {"needs": frozenset({Need.CHECK})}
    refused(appeal, Extend(at=at(4, 1), by=OFFICER, until=pendulum.date(2026, 5, 4), **more))
    refused(appeal, Extend(at=at(4, 6), by=CHIEF, until=pendulum.date(2026, 5, 3), **more))
    appeal = APPEAL.apply(appeal, Extend(at=at(4, 1), by=CHIEF, until=pendulum.date(2026, 5, 3), **more))
    appeal = APPEAL.apply(appeal, Notify(at=at(4, 1, 12), by=OFFICER, of=Notice.EXTENDED, form=Form.WRITTEN))
    refused(appeal, Extend(at=at(4, 20), by=CHIEF, until=pendulum.date(2026, 5, 20), **more))

    heading("Why 3 May, a Sunday?")
    print(consideration(appeal, at(4, 2)).trace)
    analogy = APPEAL.under(UZ.under(ROLL_FORWARD_BY_ANALOGY))
    (due,) = (due for due in analogy.due(appeal, at(4, 2), open=True) if due.name == "consideration")
    print(f"If last days rolled forward, as in neighbouring codes: {due.last} ({due.basis.name})")

    heading("A decision answers each question")
    conduct = AnsweredQuestion("conduct", "digest 77a0")
    refused(appeal, Decide(at=at(4, 28), by=CHIEF, outcome=Outcome.SATISFIED, answers=(conduct,)))
    answers = (conduct, AnsweredQuestion("damage", "digest 90bb"))
    appeal = APPEAL.apply(appeal, Decide(at=at(4, 28), by=CHIEF, outcome=Outcome.SATISFIED, answers=answers))
    refused(appeal, Withdraw(at=at(4, 29), by=WRITER, what=Withdrawal.WITHDRAWN, form=Form.WRITTEN))

    heading("The reply says how to challenge it, and goes to the appellant")
    refused(
        appeal,
        SendReply(at=at(4, 29), by=OFFICER, to="p-99", form=Form.ORAL, language="uz", challenge_explained=False),
    )
    reply = SendReply(at=at(4, 29), by=CHIEF, to="p-17", form=Form.WRITTEN, language="uz", challenge_explained=True)
    appeal = APPEAL.apply(appeal, reply)
    due = consideration(appeal, at(4, 30))
    print(f"Considered on {due.met}: {due.status(at(4, 30))}.")

    heading("Only the hand that put it on control takes it off")
    refused(appeal, TakeOffControl(at=at(5, 4), by=CHIEF))
    appeal = APPEAL.apply(appeal, TakeOffControl(at=at(5, 4), by=DEPUTY))
    print(f"{appeal.state.name}, after {appeal.version} steps")


if __name__ == "__main__":
    main()
