"""A guided tour of a museum, from its plan to its last question: the rules of a museum that does not exist."""

from typing import Annotated as An

from attrs import evolve, field, frozen
from pendulum import Date, DateTime

from prcomm import (
    PROMPTLY,
    SAME,
    Action,
    Context,
    Days,
    Entity,
    Item,
    Kind,
    Lifecycle,
    Office,
    Part,
    Phase,
    Role,
    State,
    Term,
    Until,
    Who,
    WorkingDays,
    by_law,
    each_year,
    given,
    guard,
    keeps,
    owes,
    part_rows,
    rows,
)
from prcomm.core.sources.people import hidden
from prcomm.law import UZ, museum
from prcomm.law.house import HOUSE
from prcomm.law.museum import MUSEUM
from prcomm.law.roles import HEAD

KEEPER, GUIDE = Role("keeper"), Role("guide")
VISITOR = Role("visitor", private=True)


class TourKind(Kind):
    """For whom it is, or when."""

    BY_DAY = 1
    BY_NIGHT = 2
    OF_A_SCHOOL = 3


class TourState(State):
    """Where a tour stands."""

    PLANNED = 1, Phase.PLAN
    ANNOUNCED = 2, Phase.PLAN
    LIST_OPEN = 3, Phase.PLAN
    PUT_OFF = 4, Phase.PLAN
    UNDER_WAY = 5, Phase.ACT
    OVER = 6, Phase.FEEDBACK
    WRITTEN_UP = 7, Phase.FEEDBACK
    SHUT = 8, Phase.EVALUATION
    CALLED_OFF = 9, Phase.EVALUATION


class QuestionState(State):
    """What became of a question."""

    PUT = 1
    ANSWERED = 2
    PASSED_ON = 3


BY_DAY, BY_NIGHT, OF_A_SCHOOL = TourKind
S, Q = TourState, QuestionState


@frozen(kw_only=True)
class TourAction(Action):
    """What is done about a tour."""


@frozen(kw_only=True)
class PlanTour(TourAction):
    """A tour is planned."""

    case: An[str, "the number of the tour"]
    kind: An[TourKind, "for whom it is, or when"]
    office: An[Office, "the museum"]
    route: An[str, "through which rooms, by a reference"]
    guide: An[str, "the id of the guide"]


@frozen(kw_only=True)
class Announce(TourAction):
    """The sheet with place and hour is hung at the door."""

    place: An[str, "where it meets"]
    meets: An[DateTime, "when it meets"]
    hung: An[bool, "whether the sheet hangs at the door"]


@frozen(kw_only=True)
class OpenList(TourAction):
    """Visitors may put themselves on the list."""

    until: An[DateTime, "the instant after which nobody is put on it"]


@frozen(kw_only=True)
class Enlist(TourAction):
    """A visitor is put on the list."""

    visitor: An[str, "the number of the visitor's ticket"] = field(repr=hidden)


@frozen(kw_only=True)
class WalkRoute(TourAction):
    """The keeper walks the way that a school will go."""


@frozen(kw_only=True)
class SetOff(TourAction):
    """The tour sets off."""

    group: An[int, "how many set off"]
    teacher: An[bool, "whether a teacher is with them"] = False


@frozen(kw_only=True)
class Return(TourAction):
    """The tour is back."""

    group: An[int, "how many came back"]


@frozen(kw_only=True)
class PutQuestion(TourAction):
    """A visitor asks something that is noted down."""

    question: An[str, "the number of the question"]
    visitor: An[str, "the number of the ticket of whoever asks"] = field(repr=hidden)


@frozen(kw_only=True)
class AnswerQuestion(TourAction):
    """The visitor gets an answer."""

    question: An[str, "the number of the question"]
    answer: An[str, "a reference to the answer"]


@frozen(kw_only=True)
class PassOn(TourAction):
    """The question goes to a desk."""

    question: An[str, "the number of the question"]
    desk: An[str, "the id of the desk"]


@frozen(kw_only=True)
class WriteUp(TourAction):
    """The guide writes down how it went."""

    report: An[str, "a reference to what was written"]


@frozen(kw_only=True)
class ShutBook(TourAction):
    """Nothing is left to be done."""


@frozen(kw_only=True)
class PutOff(TourAction):
    """It is put off to another day."""

    reason: An[str, "a reference to the reason"]


@frozen(kw_only=True)
class SetNewDay(TourAction):
    """A tour that was put off has its new day, and is announced anew."""

    meets: An[DateTime, "when it meets"]


@frozen(kw_only=True)
class CallOff(TourAction):
    """It will not take place."""

    reason: An[str, "a reference to the reason"]


@frozen(kw_only=True)
class Question(Item[QuestionState]):
    """What a visitor asked."""

    desk: An[str, "to which desk it was passed on"] = ""


@frozen(kw_only=True)
class Tour(Entity[TourState]):
    """A guided tour."""

    kind: An[TourKind, "for whom it is, or when"]
    route: An[str, "through which rooms"]
    guide: An[str, "the id of the guide"]
    meets: An[DateTime | None, "when it meets"] = None
    until: An[DateTime | None, "the instant after which nobody is put on the list"] = None
    visitors: An[tuple[str, ...], "the tickets of those on the list"] = field(default=(), repr=hidden)
    group: An[int, "how many set off"] = 0
    questions: An[tuple[Question, ...], "what was asked"] = ()


@guard("there is a place left on the list", MUSEUM(4))
def place_is_left(tour: Tour, action: Enlist, context: Context) -> bool:
    return len(tour.visitors) < context[museum.PLACES]


@guard("a reason is given", MUSEUM(10))
def reason_is_given(tour: Tour, action: PutOff | CallOff) -> bool:
    return bool(action.reason)


def by_the_night(tour: Tour, action: PlanTour, context: Context) -> Term:
    return Until(Date(action.at.year, 4, context[museum.DAY_OF_THE_NIGHT]))


LIST = VISITOR | KEEPER
CHIEF = Who(HEAD | KEEPER, HOUSE(901))
COMING = S.PLANNED | S.ANNOUNCED | S.LIST_OPEN

row = rows(Tour, TourState, TourAction)
question = part_rows(Tour, Question, QuestionState, TourAction)
owed = owes(Tour, TourAction)
# fmt: off
TRANSITIONS = (
    #   in state           action     leads to       who may       under       given that, and then
    row.start(             PlanTour,  S.PLANNED,     KEEPER,       MUSEUM(1),
        given("the plan names the route and the guide", MUSEUM(1), lambda a: bool(a.route and a.guide)), id="case"),
    row(S.PLANNED,         Announce,  S.ANNOUNCED,   KEEPER,       MUSEUM(2),
        given("the sheet at the door names the place", MUSEUM(2), lambda t, a: a.hung and bool(a.place)),
        given("the sheet is hung before the tour meets", MUSEUM(2), lambda t, a: a.at < a.meets), then=keeps("meets")),
    row(S.ANNOUNCED,       OpenList,  S.LIST_OPEN,   KEEPER,       MUSEUM(3),
        given("the list ends no later than the tour meets", MUSEUM(3),
              lambda t, a: t.meets is not None and a.until <= t.meets), then=keeps("until")),
    row(S.LIST_OPEN,       Enlist,    SAME,          LIST,         (MUSEUM(3), MUSEUM(4)), place_is_left,
        given("the list has not ended", MUSEUM(3), lambda t, a: t.until is not None and a.at <= t.until),
        given("the visitor is not on the list yet", MUSEUM(4), lambda t, a: a.visitor not in t.visitors),
        then=lambda t, a: evolve(t, visitors=(*t.visitors, a.visitor))),
    row(COMING | S.PUT_OFF, WalkRoute, SAME,         KEEPER,       MUSEUM(12),  only=OF_A_SCHOOL),
    row(S.LIST_OPEN,       SetOff,    S.UNDER_WAY,   GUIDE,        MUSEUM(5),
        given("the guide of the tour sets off", MUSEUM(5), lambda t, a: a.by.id == t.guide,
              remedy="the guide whom the plan names does it"),
        given("at least one visitor goes along", MUSEUM(5), lambda t, a: a.group > 0),
        given("a teacher goes with a school", MUSEUM(5), lambda t, a: a.teacher or t.kind is not OF_A_SCHOOL),
        then=keeps("group")),
    row(S.UNDER_WAY,       Return,    S.OVER,        GUIDE,        MUSEUM(6),
        given("as many come back as set off", MUSEUM(6), lambda t, a: a.group == t.group)),
    row(S.OVER,            WriteUp,   S.WRITTEN_UP,  GUIDE,        MUSEUM(8),
        given("what was written is on file", MUSEUM(8), lambda t, a: bool(a.report))),
    row(S.WRITTEN_UP,      ShutBook,  S.SHUT,        KEEPER,       MUSEUM(9),
        given("no question is open", MUSEUM(9), lambda t, a: all(one.state is not Q.PUT for one in t.questions),
              remedy="answer it, or pass it on to a desk")),
    row(COMING,            PutOff,    S.PUT_OFF,     CHIEF,        MUSEUM(10),  reason_is_given),
    row(S.PUT_OFF,         SetNewDay, S.PLANNED,     CHIEF,        MUSEUM(10),
        given("the new day is still to come", MUSEUM(10), lambda t, a: a.at < a.meets), then=keeps("meets")),
    row(COMING | S.PUT_OFF, CallOff,  S.CALLED_OFF,  CHIEF,        MUSEUM(10),  reason_is_given),
    row.never(S.UNDER_WAY, CallOff, MUSEUM(10), "a tour that has set off is not called off"),
)
QUESTIONS = Part("questions", "question", (
    question.start(     PutQuestion,    Q.PUT,       VISITOR,      MUSEUM(7),
        given("whoever asks is on the list", MUSEUM(7), lambda t, a: a.visitor in t.visitors), id="question"),
    question(Q.PUT,     AnswerQuestion, Q.ANSWERED,  GUIDE,        MUSEUM(7),
        given("the visitor can read the answer", MUSEUM(7), lambda t, a: bool(a.answer))),
    question(Q.PUT,     PassOn,         Q.PASSED_ON, GUIDE,        MUSEUM(7),
        given("a desk is named", MUSEUM(7), lambda t, a: bool(a.desk)), then=keeps("desk")),
), during=S.UNDER_WAY | S.OVER | S.WRITTEN_UP)
DEADLINES = (
    #    what is owed           begins       within                        met by                    owed by
    owed("night_announcement", PlanTour,    by_law(by_the_night),         Announce,                 KEEPER, MUSEUM(11),
         only=BY_NIGHT, until=(PutOff, CallOff)),
    owed("walk",               PlanTour,    each_year(month=9, day=museum.DAY_OF_THE_WALK), WalkRoute, KEEPER,
         MUSEUM(12), only=OF_A_SCHOOL, until=(SetOff, CallOff)),
    owed("answer",             PutQuestion, Days(museum.DAYS_TO_ANSWER),  (AnswerQuestion, PassOn), GUIDE,  MUSEUM(7),
         per="question"),
    owed("write_up",           Return,      WorkingDays(museum.WORKING_DAYS_TO_WRITE_UP), WriteUp,  GUIDE,  MUSEUM(8)),
    owed("new_day",            PutOff,      PROMPTLY,                     SetNewDay,                KEEPER, MUSEUM(10),
         until=CallOff),
)
# fmt: on
TOUR = Lifecycle("tour", TRANSITIONS, DEADLINES, law=UZ, parts=(QUESTIONS,), final=S.SHUT | S.CALLED_OFF)
"""A guided tour of a museum that does not exist."""
