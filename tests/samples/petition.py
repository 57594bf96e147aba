"""A petition to an imaginary town: a lifecycle that uses everything the core has, under a law made up for it."""

from datetime import date

from attrs import evolve, frozen
from pendulum import DateTime

from prcomm import (
    PROMPTLY,
    SAME,
    SAME_WORKING_DAY,
    WEEKS,
    Action,
    Actor,
    Basis,
    Conventions,
    Dated,
    Days,
    Enactment,
    Entity,
    Item,
    Kind,
    LastDay,
    Law,
    Lifecycle,
    Months,
    Office,
    Part,
    Person,
    Phase,
    Role,
    Source,
    State,
    Version,
    Who,
    each_month,
    further,
    guard,
    owes,
    part_rows,
    rows,
    run_out,
    runs,
)

ACT = Enactment("Petitions Act")
HOUSE = Source("House rules", basis=Basis.ASSUMED, unit="no.")

ANSWER = Dated(
    "days to answer a petition",
    (Version(15, ACT(7, 1), date(2020, 1, 1)), Version(10, ACT(7, 1), date(2026, 7, 1))),
)
LONGER = Dated.of("months by which the term is lengthened", 1, ACT(7, 2), since=date(2020, 1, 1))
LAST_DAY = Dated.of("which day is the last when it is a day off", LastDay.STRICT, ACT(9))
LAW = Law("the town", WEEKS, LAST_DAY, Conventions(ACT(9, 1), ACT(9, 2)), (ACT, HOUSE), (ANSWER, LONGER))

HEAD, CLERK, CITIZEN = Role("head"), Role("clerk"), Role("citizen")


class PetitionKind(Kind):
    REQUEST = 1
    IDEA = 2


class PetitionState(State):
    RECEIVED = 1, Phase.PLAN
    OPEN = 2, Phase.ACT
    EXTENDED = 3, Phase.ACT
    ANSWERED = 4, Phase.FEEDBACK
    REFERRED = 5
    CLOSED = 6


class QuestionState(State):
    ASKED = 1
    GIVEN = 2
    DROPPED = 3


RECEIVED, OPEN, EXTENDED = PetitionState.RECEIVED, PetitionState.OPEN, PetitionState.EXTENDED
ANSWERED, REFERRED, CLOSED = PetitionState.ANSWERED, PetitionState.REFERRED, PetitionState.CLOSED
REQUEST, IDEA = PetitionKind.REQUEST, PetitionKind.IDEA
RUNNING = OPEN | EXTENDED


@frozen(kw_only=True)
class PetitionAction(Action):
    """What is done about a petition."""


@frozen(kw_only=True)
class File(PetitionAction):
    case: str
    kind: PetitionKind
    office: Office
    author: Person = Person("p")
    against: str = ""


@frozen(kw_only=True)
class Take(PetitionAction):
    """A clerk takes it up."""


@frozen(kw_only=True)
class Refer(PetitionAction):
    to: str


@frozen(kw_only=True)
class Lengthen(PetitionAction):
    """The head lengthens the term."""


@frozen(kw_only=True)
class Hold(PetitionAction):
    """The citizen asks to wait."""


@frozen(kw_only=True)
class Resume(PetitionAction):
    """The citizen has what they waited for."""


@frozen(kw_only=True)
class Notify(PetitionAction):
    """The citizen is told that the term is lengthened."""


@frozen(kw_only=True)
class Report(PetitionAction):
    """The month's report names it."""


@frozen(kw_only=True)
class Ask(PetitionAction):
    question: str
    until: DateTime | None = None


@frozen(kw_only=True)
class Reply(PetitionAction):
    question: str


@frozen(kw_only=True)
class Drop(PetitionAction):
    question: str


@frozen(kw_only=True)
class Answer(PetitionAction):
    digest: str


@frozen(kw_only=True)
class Complain(PetitionAction):
    """The citizen complains that no answer came."""


@frozen(kw_only=True)
class Close(PetitionAction):
    """The case is laid down."""


@frozen(kw_only=True)
class Question(Item[QuestionState]):
    by: str = ""


@frozen(kw_only=True)
class Petition(Entity[PetitionState]):
    kind: PetitionKind
    author: Person
    against: str
    taken_by: str = ""
    answer: str = ""
    questions: tuple[Question, ...] = ()


@guard("a petition is not filed against the office it goes to", ACT(2))
def not_against_itself(action: File) -> bool:
    return action.against != action.office.id


@guard("a petition never goes to whom it complains of", ACT(6, 2), remedy="send it to another office")
def not_to_the_accused(petition: Petition, action: Refer) -> bool:
    return action.to != petition.against


@guard("no question is left open", ACT(8))
def no_question_open(petition: Petition, action: Action) -> bool:
    return all(question.state is not QuestionState.ASKED for question in petition.questions)


@guard("who took it up does not close it", HOUSE(1))
def four_eyes(petition: Petition, action: Close) -> bool:
    return action.by.id != petition.taken_by


@guard("an answer names what it answers", ACT(8))
def says_something(petition: Petition, action: Answer) -> bool:
    return bool(action.digest)


@guard("only a question of one's own is dropped", ACT(5, 2))
def own_question(petition: Petition, action: Drop) -> bool:
    return any(q.id == action.question and q.by == action.by.id for q in petition.questions)


def filed(action: File) -> Petition:
    return Petition(
        id=action.case, office=action.office, kind=action.kind, author=action.author, against=action.against
    )


def taken(petition: Petition, action: Take) -> Petition:
    return evolve(petition, taken_by=action.by.id)


def answered(petition: Petition, action: Answer) -> Petition:
    return evolve(petition, answer=action.digest)


def asked(action: Ask) -> Question:
    return Question(id=action.question, by=action.by.id)


row = rows(Petition, PetitionState, PetitionAction)
ask = part_rows(Petition, Question, QuestionState, PetitionAction)
AMENDED = date(2026, 7, 1)
# fmt: off
TRANSITIONS = (
    #   in state            action    leads to   who may              under      given that
    row.start(              File,     RECEIVED,  CITIZEN,             ACT(1),    not_against_itself, then=filed),
    row(RECEIVED,           Take,     OPEN,      Who(CLERK, HOUSE(2)), ACT(3),   then=taken),
    row(RECEIVED,           Refer,    REFERRED,  HEAD,                ACT(6, 1), not_to_the_accused, until=AMENDED),
    row(RECEIVED,           Refer,    REFERRED,  HEAD | CLERK,        ACT(6, 1), not_to_the_accused, since=AMENDED),
    row(OPEN,               Lengthen, EXTENDED,  HEAD,                ACT(7, 2), runs("answer"), only=REQUEST),
    row.never(EXTENDED,     Lengthen, ACT(7, 2), "a term is lengthened once"),
    row.never(OPEN,         Lengthen, ACT(7, 3), "the term of an idea is not lengthened", only=IDEA),
    row(RUNNING,            Hold,     SAME,      CITIZEN,             ACT(7, 4)),
    row(RUNNING,            Resume,   SAME,      CITIZEN,             ACT(7, 4)),
    row(EXTENDED,           Notify,   SAME,      CLERK,               ACT(7, 2)),
    row(RUNNING,            Report,   SAME,      CLERK,               ACT(10)),
    row(RUNNING,            Answer,   ANSWERED,  CLERK,               ACT(8),    says_something, no_question_open,
                                                                                 then=answered),
    row(RUNNING,            Complain, SAME,      CITIZEN,             ACT(11),   run_out("answer")),
    row(ANSWERED,           Close,    CLOSED,    CLERK | HEAD,        ACT(8),    four_eyes),
)
QUESTIONS = Part("questions", "question", (
    ask.start(              Ask,      QuestionState.ASKED,   CLERK,   ACT(5, 1), then=asked),
    ask(QuestionState.ASKED, Reply,   QuestionState.GIVEN,   CITIZEN, ACT(5, 1)),
    ask(QuestionState.ASKED, Drop,    QuestionState.DROPPED, CLERK,   ACT(5, 2), own_question),
), RUNNING)
# fmt: on


owed = owes(Petition, PetitionAction)
# fmt: off
DEADLINES = (
    #    what is owed   begins    within            met by           owed by  under
    owed("taking",      File,     SAME_WORKING_DAY, (Take, Refer),   CLERK,   ACT(3)),
    owed("answer",      File,     Days(ANSWER),     (Answer, Refer), CLERK,   ACT(7, 1),
         owed.moved(Lengthen, further(Months(1))), owed.paused(Hold, Resume)),
    owed("information", Ask,      Days(10),         (Reply,),        CITIZEN, ACT(5, 1),
         per="question", until=Drop),
    owed("notice",      Lengthen, PROMPTLY,         (Notify,),       CLERK,   ACT(7, 2), only=REQUEST),
    owed("report",      Take,     each_month(),     (Report,),       CLERK,   ACT(10),   until=(Close,)),
)
# fmt: on
PETITION = Lifecycle("petition", TRANSITIONS, DEADLINES, law=LAW, parts=(QUESTIONS,), final=REFERRED | CLOSED)

TOWN = Office("town hall", zone="Europe/Berlin")
HEIDI, CARL, CLARA, EMIL = (
    Actor("h1", HEAD), Actor("c1", CLERK), Actor("c2", CLERK), Actor("e1", CITIZEN),
)  # fmt: skip


def at(month: int, day: int, hour: int = 10, minute: int = 0, *, year: int = 2026) -> DateTime:
    """An instant in the town."""
    return DateTime(year, month, day, hour, minute, tzinfo=TOWN.tz)


def filed_on(month: int, day: int, hour: int = 10, kind: PetitionKind = REQUEST) -> Petition:
    """A petition filed at that hour of 2026."""
    return PETITION.begin(File(at=at(month, day, hour), by=EMIL, case="7", kind=kind, office=TOWN, against="police"))


def opened_on(month: int, day: int, kind: PetitionKind = REQUEST) -> Petition:
    """A petition filed at ten and taken up at eleven."""
    return PETITION.apply(filed_on(month, day, 10, kind), Take(at=at(month, day, 11), by=CARL))
