"""Lifecycles made up by chance, with every kind of duty, and lives of them: what an index of dues must bear."""

from random import Random

from attrs import evolve, frozen
from pendulum import DateTime

from prcomm import (
    PROMPTLY,
    SAME_WORKING_DAY,
    WEEKS,
    Action,
    Actor,
    BadInput,
    Dated,
    Days,
    Enactment,
    Entity,
    Hours,
    LastDay,
    Law,
    Lifecycle,
    Months,
    Office,
    Refused,
    Role,
    State,
    WorkingDays,
    WorkingHours,
    at_least,
    each_half_year,
    each_month,
    each_quarter,
    each_year,
    further,
    owes,
    rows,
)

RULES = Enactment("Rules of a made-up house", unit="rule")
LAW = Law("a made-up house", WEEKS, Dated.of("a last day that is a day off", LastDay.ROLL_FORWARD, RULES(1)))
CLERK = Role("clerk")
ANN = Actor("ann", CLERK)


class CaseState(State):
    OPEN = 1
    CLOSED = 2


@frozen(kw_only=True)
class CaseAction(Action): ...


@frozen(kw_only=True)
class Open(CaseAction):
    case: str
    office: Office
    urgent: bool


@frozen(kw_only=True)
class Ask(CaseAction):
    question: str


@frozen(kw_only=True)
class Answer(CaseAction):
    question: str


@frozen(kw_only=True)
class Hold(CaseAction): ...


@frozen(kw_only=True)
class GoOn(CaseAction): ...


@frozen(kw_only=True)
class Anew(CaseAction): ...


@frozen(kw_only=True)
class HoldOne(CaseAction):
    question: str


@frozen(kw_only=True)
class GoOnWithOne(CaseAction):
    question: str


@frozen(kw_only=True)
class LengthenOne(CaseAction):
    question: str


@frozen(kw_only=True)
class Lengthen(CaseAction):
    days: int


@frozen(kw_only=True)
class Waive(CaseAction): ...


@frozen(kw_only=True)
class Report(CaseAction):
    period: str


@frozen(kw_only=True)
class End(CaseAction): ...


@frozen(kw_only=True)
class Close(CaseAction): ...


@frozen(kw_only=True)
class Case(Entity[CaseState]):
    urgent: bool
    asked: tuple[str, ...] = ()


row, owed = rows(Case, CaseState, CaseAction), owes(Case, CaseAction)
ABOUT_ONE = (Answer, HoldOne, GoOnWithOne, LengthenOne)
STEPS = (Hold, GoOn, Anew, Lengthen, Waive, Report, End)
TRANSITIONS = (
    row.start(Open, CaseState.OPEN, CLERK, RULES(2), id="case"),
    row(CaseState.OPEN, Ask, CaseState.OPEN, CLERK, RULES(2),
        then=lambda case, action: evolve(case, asked=(*case.asked, action.question))),
    *(row(CaseState.OPEN, step, CaseState.OPEN, CLERK, RULES(2)) for step in (*ABOUT_ONE, *STEPS)),
    row(CaseState.OPEN, Close, CaseState.CLOSED, CLERK, RULES(2)),
)  # fmt: skip
RECURRING = (each_month, each_quarter, each_half_year, each_year)
CHANGED = Dated.of("how often to report", each_month(), RULES(3))


def lifecycle(chance: Random, name: str = "case") -> Lifecycle[Case, CaseAction]:
    """A lifecycle with some duties of every kind."""

    def term():
        n = chance.randint(1, 40)
        kinds = (Days(n), WorkingDays(n), Months(n % 3 + 1), Hours(n), WorkingHours(n), SAME_WORKING_DAY, PROMPTLY)
        return chance.choice((*kinds, at_least(Days(n))))

    def touches():
        several = (
            owed.paused(Hold, GoOn),
            owed.moved(Lengthen, lambda case, action, running: further(Days(action.days))),
            owed.lengthened(Lengthen, further(WorkingDays(5))),
            owed.moved(Waive, None),
            owed.moved(Waive, Days(7)),
            owed.restarted(Anew),
        )
        chosen = {}
        for one in chance.sample(several, chance.randint(0, 3)):
            chosen.setdefault(getattr(one, "by", None), one)
        return tuple(chosen.values())

    def touches_one():
        several = owed.paused(HoldOne, GoOnWithOne), owed.moved(LengthenOne, further(Days(9)))
        return tuple(chance.sample(several, chance.randint(0, 2)))

    def recurring():
        return chance.choice((chance.choice(RECURRING)(), each_month(day=chance.randint(1, 28)), CHANGED))

    ends = (Close,) if chance.random() < 0.5 else (End, Close)
    duties = [
        owed("first", Open, term(), Close, CLERK, RULES(3), *touches()),
        owed("when urgent", Open, term(), Close, CLERK, RULES(3), *touches(), when=lambda case, action: case.urgent),
        owed("answer", Ask, term(), Answer, CLERK, RULES(3), *touches_one(), per="question", until=ends),
        owed("report", Open, recurring(), Report, CLERK, RULES(3), until=ends),
        owed("named report", Open, recurring(), Report, CLERK, RULES(3), until=ends, per="period"),
    ]
    law = LAW if chance.random() < 0.5 else evolve(LAW, last_day=Dated.of("a last day", LastDay.STRICT, RULES(1)))
    return Lifecycle(name, TRANSITIONS, duties, law=law, final=CaseState.CLOSED)


def life(of: Lifecycle[Case, CaseAction], chance: Random, name: str = "1") -> Case:
    """A life of it."""
    office = Office("office", zone=chance.choice(("Asia/Tashkent", "Europe/Amsterdam")), week=chance.choice((5, 6, 7)))
    at = DateTime(2025, chance.randint(1, 12), chance.randint(1, 28), chance.randint(0, 23), tzinfo=office.tz)
    case = of.begin(Open(at=at, by=ANN, case=name, office=office, urgent=chance.random() < 0.5))
    for _ in range(chance.randint(0, 12)):
        at = at.add(hours=chance.choice((0, 1, 5, 30, 200, 900)))
        try:
            case = of.apply(case, _some(case, at, chance))
        except (Refused, BadInput):
            continue
    return case


def _some(case: Case, at: DateTime, chance: Random) -> CaseAction:
    kind = chance.choice((Ask, Ask, Answer, *ABOUT_ONE, *STEPS, Report, Close))
    if kind is Ask:
        return Ask(at=at, by=ANN, question=str(len(case.asked)))
    if kind in ABOUT_ONE:
        return kind(at=at, by=ANN, question=chance.choice(case.asked or ("0",)))
    if kind is Lengthen:
        return Lengthen(at=at, by=ANN, days=chance.randint(1, 20))
    if kind is Report:
        year = at.year + chance.choice((0, 0, 0, 1))
        part = chance.choice((f"-{at.month:02}", f"-{at.month % 12 + 1:02}", "-Q1", "-H2", ""))
        return Report(at=at, by=ANN, period=f"{year}{part}")
    return kind(at=at, by=ANN)


def instants(after: DateTime, chance: Random, n: int) -> list[DateTime]:
    """Instants after one: at once, soon, and years later."""
    steps = (0, 1, 59, 3600, 86_400, 5 * 86_400, 20 * 86_400, 70 * 86_400, 400 * 86_400, 1500 * 86_400)
    return [after.add(seconds=chance.choice(steps), microseconds=chance.choice((0, 1))) for _ in range(n)]
