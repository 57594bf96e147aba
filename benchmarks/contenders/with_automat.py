"""The same six steps in Automat: a protocol of inputs, and a built class that takes them.

Automat has no conditional transitions by design: what may refuse stands before the input, in ``lawful``. It holds a
complaint's rows of these steps only, keeps no clocks and hands the guards no law.
"""

from collections.abc import Callable
from typing import Protocol

from automat import TypeMachineBuilder

from contenders.appeal import (
    AUTHORISED,
    EXECUTOR,
    HEAD,
    RECEIPT,
    REGISTRAR,
    STEPS,
    AppealAction,
    AppealState,
    Assign,
    Decide,
    Receive,
    Register,
    SendReply,
    Study,
    all_answered,
    not_to_the_accused,
)
from contenders.hand import Unlawful
from contenders.mutable import Case, new_record
from prcomm import Role


class Inputs(Protocol):
    """What an appeal takes."""

    def receive(self, action: Receive) -> None: ...
    def register(self, action: Register) -> None: ...
    def assign(self, action: Assign) -> None: ...
    def study(self, action: Study) -> None: ...
    def decide(self, action: Decide) -> None: ...
    def send_reply(self, action: SendReply) -> None: ...


S = AppealState
builder = TypeMachineBuilder(Inputs, Case)
unborn = builder.state("unborn")
received, registered, in_review = builder.state("received"), builder.state("registered"), builder.state("in review")
extra_study, decided, considered = builder.state("extra study"), builder.state("decided"), builder.state("considered")


def entered(case: Case, action: AppealAction, state: AppealState) -> None:
    case.state = state
    case.history.append(new_record(action, state))


@unborn.upon(Inputs.receive).to(received)
def on_receive(inputs: Inputs, case: Case, action: Receive) -> None:
    entered(case, action, S.RECEIVED)


@received.upon(Inputs.register).to(registered)
def on_register(inputs: Inputs, case: Case, action: Register) -> None:
    entered(case, action, S.REGISTERED)


@registered.upon(Inputs.assign).to(in_review)
def on_assign(inputs: Inputs, case: Case, action: Assign) -> None:
    case.lead = action.to
    entered(case, action, S.IN_REVIEW)


@in_review.upon(Inputs.study).to(extra_study)
def on_study(inputs: Inputs, case: Case, action: Study) -> None:
    entered(case, action, S.EXTRA_STUDY)


@in_review.upon(Inputs.decide).to(decided)
@extra_study.upon(Inputs.decide).to(decided)
def on_decide(inputs: Inputs, case: Case, action: Decide) -> None:
    entered(case, action, S.DECIDED)


@decided.upon(Inputs.send_reply).to(considered)
def on_send_reply(inputs: Inputs, case: Case, action: SendReply) -> None:
    entered(case, action, S.CONSIDERED)


AppealMachine = builder.build()
Guards = tuple[Callable[..., bool], ...]
RULES: dict[type[AppealAction], tuple[str, tuple[Role, ...], Guards]] = {
    Receive: ("receive", (REGISTRAR,), ()),
    Register: ("register", (REGISTRAR,), ()),
    Assign: ("assign", (HEAD, AUTHORISED), (not_to_the_accused.holds,)),
    Study: ("study", (EXECUTOR,), ()),
    Decide: ("decide", (HEAD,), (all_answered.holds,)),
    SendReply: ("send_reply", (HEAD, AUTHORISED), ()),
}


def lawful(case: Case, action: AppealAction) -> str:
    """The name of the input, once nothing stands against the action."""
    verb, roles, guards = RULES[type(action)]
    if action.by.role not in roles or not case.in_order(action):
        raise Unlawful
    for guard in guards:
        if not guard(case, action):
            raise Unlawful
    return verb


def life_by_automat() -> Case:
    """The six steps, and the machine they need."""
    case = Case()
    machine = AppealMachine(case)
    for action in (RECEIPT, *STEPS):
        getattr(machine, lawful(case, action))(action)
    return case
