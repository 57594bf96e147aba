"""The same six steps in python-statemachine: declared states and events, conditions by name, one machine a case.

It holds a complaint's rows of these steps only, keeps no clocks and hands the guards no law.
"""

from statemachine import State, StateMachine

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
    all_answered,
    not_to_the_accused,
)
from contenders.mutable import Case, new_record


class AppealMachine(StateMachine):
    """An appeal as python-statemachine would have it."""

    unborn = State(initial=True)
    received = State(value=AppealState.RECEIVED)
    registered = State(value=AppealState.REGISTERED)
    in_review = State(value=AppealState.IN_REVIEW)
    extra_study = State(value=AppealState.EXTRA_STUDY)
    decided = State(value=AppealState.DECIDED)
    considered = State(value=AppealState.CONSIDERED, final=True)

    receive = unborn.to(received, cond=["in_order", "by_registrar"])
    register = received.to(registered, cond=["in_order", "by_registrar"])
    assign = registered.to(in_review, cond=["in_order", "by_chiefs", "lawful_lead"], on="assigned")
    study = in_review.to(extra_study, cond=["in_order", "by_executor"])
    decide = in_review.to(decided, cond=["in_order", "by_head", "complete"]) | extra_study.to(
        decided, cond=["in_order", "by_head", "complete"]
    )
    send_reply = decided.to(considered, cond=["in_order", "by_chiefs"])

    model: Case

    def in_order(self, action: AppealAction) -> bool:
        return self.model.in_order(action)

    def by_registrar(self, action: AppealAction) -> bool:
        return action.by.role is REGISTRAR

    def by_executor(self, action: AppealAction) -> bool:
        return action.by.role is EXECUTOR

    def by_head(self, action: AppealAction) -> bool:
        return action.by.role is HEAD

    def by_chiefs(self, action: AppealAction) -> bool:
        return action.by.role in (HEAD, AUTHORISED)

    def lawful_lead(self, action: Assign) -> bool:
        return not_to_the_accused.holds(self.model, action)

    def complete(self, action: Decide) -> bool:
        return all_answered.holds(self.model, action)

    def assigned(self, action: Assign) -> None:
        self.model.lead = action.to

    def after_transition(self, action: AppealAction, target: State) -> None:
        self.model.history.append(new_record(action, target.value))


VERBS = ("register", "assign", "study", "decide", "send_reply")


def life_by_statemachine() -> Case:
    """The six steps, and the machine they need."""
    case = Case()
    machine = AppealMachine(model=case)
    machine.send("receive", action=RECEIPT)
    for verb, action in zip(VERBS, STEPS, strict=True):
        machine.send(verb, action=action)
    return case


def only_a_statemachine() -> Case:
    """The machine alone, without a step."""
    case = Case()
    AppealMachine(model=case)
    return case
