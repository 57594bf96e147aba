"""An innovative programme of communication or prevention, from its proposal to what came of it.

The article asks for programmes, and that the public be heard on them. How one is approved, measured and evaluated are
house rules, and a refusal says so.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated as An

from attrs import evolve, frozen
from pendulum import Date

from prcomm import (
    SAME,
    Action,
    Entity,
    Kind,
    Lifecycle,
    Office,
    Phase,
    Reference,
    RunningTerm,
    State,
    Term,
    Until,
    Who,
    given,
    guard,
    keeps,
    owes,
    rows,
)
from prcomm.core.calendar.days import ordinal
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.roles import AUTHORISED, PRESS_HEAD, PRESS_OFFICER
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.feedback import Heard
from prcomm.press.roles import BODY, CHIEF, LEADERS, TEAM


class ProgrammeState(State):
    """Where a programme stands."""

    PROPOSED = 1, Phase.PLAN
    APPROVED = 2, Phase.PLAN
    RUNNING = 3, Phase.ACT
    STOPPED = 4, Phase.ACT
    EVALUATED = 5, Phase.EVALUATION
    CLOSED = 6, Phase.EVALUATION
    DROPPED = 7, Phase.EVALUATION


class ProgrammeKind(Kind):
    """What a programme is for."""

    COMMUNICATION = 1
    PREVENTION = 2


S, K = ProgrammeState, ProgrammeKind
PREVENTION = SOURCE_ARTICLE(48)
MANDATORY = SOURCE_ARTICLE(57)
WHOLE = "it names goals, audience, channels and indicators"
UNDER_WAY = S.RUNNING | S.STOPPED
INTRODUCED = SOURCE_ARTICLE(24)
REASON = "a reference to the reason"
ACT = "the act, by reference"


@frozen(kw_only=True)
class ProgrammeAction(Action):
    """What is done about a programme."""


@frozen(kw_only=True)
class WithDay(ProgrammeAction):
    """An act names the day of its evaluation."""

    act: An[str, ACT]
    until: An[Date, "the last day for its evaluation"]


@frozen(kw_only=True)
class WithReason(ProgrammeAction):
    """It ends before its time."""

    reason: An[str, REASON]


@frozen(kw_only=True)
class Propose(ProgrammeAction):
    """Somebody proposes it."""

    case: An[str, "the reference of the programme"]
    office: An[Office, "the body whose programme it is"]
    kind: An[ProgrammeKind, "what it is for"]
    goals: An[frozenset[str], "its goals"]
    audience: An[str, "for whom it is"]
    channels: An[frozenset[str], "the ids of the channels it uses"]
    indicators: An[frozenset[str], "by what it is measured"]


@frozen(kw_only=True)
class Approve(WithDay):
    """It is approved."""


@frozen(kw_only=True)
class Lengthen(WithDay):
    """It is given a later day."""


@frozen(kw_only=True)
class Begin(ProgrammeAction):
    """It begins."""


@frozen(kw_only=True)
class Measure(ProgrammeAction):
    """An indicator is measured."""

    indicator: An[str, "which indicator"]
    value: An[Decimal, "what it shows"]


@frozen(kw_only=True)
class Evaluate(ProgrammeAction):
    """It is said what came of it."""

    digest: An[str, "a reference to the evaluation"]


@frozen(kw_only=True)
class Stop(WithReason):
    """It goes on no more; what there is of it is evaluated."""


@frozen(kw_only=True)
class Close(ProgrammeAction):
    """The public was heard, and it is over."""

    heard: An[Heard, "the feedback on it"]


@frozen(kw_only=True)
class Drop(WithReason):
    """It does not begin."""


@frozen(kw_only=True)
class Programme(Entity[ProgrammeState]):
    """A programme of communication or prevention."""

    kind: An[ProgrammeKind, "what it is for"]
    indicators: An[frozenset[str], "by what it is measured"]
    measured: An[frozenset[str], "which of these were measured"] = frozenset()
    until: An[Date | None, "the last day for its evaluation"] = None

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("programme", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files it names: the feedback on it."""
        heard = (record.action.heard.file for record in self.told if isinstance(record.action, Close))
        return tuple(one for one in heard if one is not None)


def results(programme: Programme) -> Mapping[str, Decimal]:
    """The indicators that were measured, with the last value of each."""
    measures = (record.action for record in programme.told)
    return MappingProxyType({one.indicator: one.value for one in measures if isinstance(one, Measure)})


@guard("it rests on an act", HOUSE(132), remedy="give it")
def under_an_act(programme: Programme, action: WithDay) -> bool:
    return bool(action.act)


@guard("the day of its evaluation lies ahead", HOUSE(132))
def until_lies_ahead(programme: Programme, action: WithDay) -> bool:
    return ordinal(action.at, programme.office) <= action.until.toordinal()


@guard("a reason is given", HOUSE(120), remedy="give it")
def with_a_reason(programme: Programme, action: WithReason) -> bool:
    return bool(action.reason)


@guard("it is in writing", HOUSE(132), remedy="give it")
def in_writing(programme: Programme, action: Evaluate) -> bool:
    return bool(action.digest)


@guard(WHOLE, HOUSE(132), remedy="give them")
def the_proposal_is_whole(action: Propose) -> bool:
    return bool(action.goals and action.audience and action.channels and action.indicators)


def measured(programme: Programme, action: Measure) -> Programme:
    return evolve(programme, measured=programme.measured | {action.indicator})


def until_that_day(programme: Programme, action: Approve) -> Term:
    return Until(action.until)


def until_a_later_day(programme: Programme, action: Lengthen, running: RunningTerm) -> Term:
    return Until(action.until)


row = rows(Programme, ProgrammeState, ProgrammeAction)
owed = owes(Programme, ProgrammeAction)
# fmt: off
TRANSITIONS = (
    #   in state                action    leads to     who may  under       given that, and then
    row.start(                  Propose,  S.PROPOSED,  TEAM,    INTRODUCED,
        the_proposal_is_whole, id="case", only=K.COMMUNICATION),
    row.start(                  Propose,  S.PROPOSED,  Who(PRESS_OFFICER | PRESS_HEAD | AUTHORISED, HOUSE(103)),
        (INTRODUCED, PREVENTION), the_proposal_is_whole, id="case", only=K.PREVENTION),
    row(S.PROPOSED,             Approve,  S.APPROVED,  LEADERS, HOUSE(132),
        under_an_act, until_lies_ahead, then=keeps("until")),
    row(S.APPROVED | S.RUNNING, Lengthen, SAME,        LEADERS, HOUSE(147),
        under_an_act, until_lies_ahead,
        given("its evaluation is put off to a later day", HOUSE(147),
              lambda p, a: p.until is not None and a.until > p.until), then=keeps("until")),
    row(S.APPROVED,             Begin,    S.RUNNING,   TEAM,    HOUSE(132),
        given("it begins no later than the day of its evaluation", HOUSE(147),
              lambda p, a: p.until is not None and ordinal(a.at, p.office) <= p.until.toordinal(),
              remedy="lengthen it first")),
    row(UNDER_WAY,              Measure,  SAME,        TEAM,    HOUSE(132),
        given("the indicator is one of its own", HOUSE(132), lambda p, a: a.indicator in p.indicators),
        then=measured),
    row(S.RUNNING,              Evaluate, S.EVALUATED, TEAM,    (HOUSE(132), SOURCE_ARTICLE(25)),
        given("each indicator was measured", HOUSE(132), lambda p, a: p.indicators <= p.measured,
              remedy="measure the others"), in_writing),
    row(S.RUNNING,              Stop,     S.STOPPED,   BODY,    HOUSE(147), with_a_reason),
    row(S.STOPPED,              Evaluate, S.EVALUATED, TEAM,    HOUSE(147), in_writing),
    row(S.EVALUATED,            Close,    S.CLOSED,    CHIEF,   MANDATORY,
        given("feedback was asked for, and answered if any came", MANDATORY,
              lambda p, a: a.heard.done and a.heard.event == p.reference)),
    row.never(UNDER_WAY,        Close,    HOUSE(132),  "no programme is closed without an evaluation"),
    row(S.PROPOSED | S.APPROVED, Drop,    S.DROPPED,   BODY,    HOUSE(120), with_a_reason),
)
DEADLINES = (
    #    what is owed begins  within          met by    owed by
    owed("evaluation", Approve, until_that_day, Evaluate, CHIEF, HOUSE(132),
         owed.moved(Lengthen, until_a_later_day), until=Drop),
)
# fmt: on
PROGRAMME = Lifecycle("programme", TRANSITIONS, DEADLINES, law=UZ, final=S.CLOSED | S.DROPPED)
"""The programme, from its proposal to its evaluation and the answer to what was said of it."""
