"""A quarter in figures: how many files, or questions and promises in them, have such a record within some days.

A report, and a condition of nothing. The day of a record is that of the office of its file.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated as An, Final, TypeVar, cast

from attrs import frozen
from pendulum import DateTime

from prcomm.core.calendar.days import ordinal
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.dues import Status
from prcomm.core.table.entities import Action, Entity, State, earlier
from prcomm.core.values.display import Sheet
from prcomm.core.values.messages import Message, Said, Say, in_english, named
from prcomm.press import (
    accreditations as ac,
    briefings as br,
    dialogues as dl,
    incidents as ic,
    monitoring as mo,
    programmes as pg,
    refutations as rf,
    releases as rl,
    requests as rq,
)
from prcomm.views.counting import COUNTS
from prcomm.views.measures import says

__all__ = ["FIGURES", "TERMS", "Figure", "Figures", "quarter"]

E = TypeVar("E", bound=Entity[State])
A = TypeVar("A", bound=Action)


@frozen
class Figure:
    """What is counted: the files with such a record, or what is in them.

    Attributes:
        name: what it is called; it has labels.
        of: of which files.
        by: by which records.
        when: which of these files, and of these records.
        per: the field of the action that names the question or promise; empty if files are counted.
    """

    name: Message
    of: type[Entity[State]]
    by: tuple[type[Action], ...]
    when: Callable[[Entity[State], Action], bool]
    per: str = ""


def _any(file: Entity[State], action: Action) -> bool:
    return True


def counted(name: str, of: type[E], *by: type[A], when: Callable[[E, A], bool] = _any, per: str = "") -> Figure:
    """A figure whose condition has the types of its files and records."""
    return Figure(says(name), of, by, cast("Callable[[Entity[State], Action], bool]", when), per)


def _of_kind(kind: object) -> Callable[[rq.Request | rf.Refutation, Action], bool]:
    return lambda file, action: file.kind is kind


def _of_requests(who: str, kind: rq.RequestKind) -> Iterator[Figure]:
    outcomes: tuple[tuple[str, tuple[type[rq.RequestAction], ...]], ...] = (
        ("received",        (rq.Receive,)),
        ("answered",        (rq.Answer, rq.AnswerAtOnce, rq.GiveInterview)),
        ("partly answered", (rq.AnswerInPart,)),
        ("refused",         (rq.Refuse,)),
        ("forwarded",       (rq.Forward,)),
        ("not held",        (rq.SayNotHeld,)),
    )  # fmt: skip
    for outcome, by in outcomes:
        yield counted(f"requests of {who} {outcome}", rq.Request, *by, when=_of_kind(kind))


def _of_refutations(whose: str, kind: rf.Direction) -> Iterator[Figure]:
    judged = f"refutations {whose}, "
    yield counted(f"{judged}published", rf.Refutation, rf.Publish, when=_of_kind(kind))
    yield counted(
        f"{judged}upheld by a court", rf.Refutation, rf.NoteJudgment, when=lambda r, a: r.kind is kind and a.upheld
    )
    yield counted(
        f"{judged}not upheld", rf.Refutation, rf.NoteJudgment, when=lambda r, a: r.kind is kind and not a.upheld
    )
    yield counted(f"{judged}withdrawn", rf.Refutation, rf.Withdraw, when=_of_kind(kind))


WHO_ASKS: Final = MappingProxyType({rq.MEDIA: "editorial offices", rq.USER: "others"})
# fmt: off
FIGURES: Final = (
    #       what is counted                               in the files of    by the records        of each
    counted("briefings planned",                          br.Briefing,       br.Plan),
    counted("briefings held",                             br.Briefing,       br.Hold),
    counted("briefings cancelled",                        br.Briefing,       br.Cancel),
    counted("questions at briefings answered",            br.Briefing,       br.AnswerQuestion,    per="question"),
    counted("questions at briefings turned",              br.Briefing,       br.TurnQuestion,      per="question"),
    counted("questions at briefings dropped",             br.Briefing,       br.DropQuestion,      per="question"),
    *_of_requests(WHO_ASKS[rq.MEDIA], rq.MEDIA),
    *_of_requests(WHO_ASKS[rq.USER], rq.USER),
    counted("found items confirmed",                      mo.FoundItem,      mo.Confirm),
    counted("found items disproved",                      mo.FoundItem,      mo.Disprove),
    counted("found items left open",                      mo.FoundItem,      mo.LeaveOpen),
    counted("found items responded to",                   mo.FoundItem,      mo.Respond),
    counted("releases published",                         rl.Release,        rl.Publish),
    counted("releases corrected",                         rl.Release,        rl.Correct),
    counted("releases withdrawn",                         rl.Release,        rl.Withdraw),
    *_of_refutations("demanded by the body", rf.OUTGOING),
    *_of_refutations("demanded of the body", rf.INCOMING),
    counted("accreditations granted",                     ac.Accreditation,  ac.Grant),
    counted("accreditations refused",                     ac.Accreditation,  ac.RefuseAccreditation),
    counted("accreditations withdrawn",                   ac.Accreditation,  ac.WithdrawAccreditation),
    counted("dialogues held",                             dl.Dialogue,       dl.Hold),
    counted("questions at dialogues solved",              dl.Dialogue,       dl.Solve,             per="question"),
    counted("questions at dialogues explained",           dl.Dialogue,       dl.Explain,           per="question"),
    counted("questions at dialogues given to somebody",   dl.Dialogue,       dl.Instruct,          per="question"),
    counted("questions at dialogues carried out",         dl.Dialogue,       dl.CarryOut,          per="question"),
    counted("questions at dialogues refused",             dl.Dialogue,       dl.RefuseOnTheSpot,   per="question"),
    counted("questions at dialogues turned",              dl.Dialogue,       dl.TurnInto,          per="question"),
    counted("questions at dialogues dropped",             dl.Dialogue,       dl.Drop,              per="question"),
    counted("incidents noticed",                          ic.Incident,       ic.Notice),
    counted("incidents found resonant",                   ic.Incident,       ic.Rate, when=lambda i, a: a.resonant),
    counted("incidents resolved",                         ic.Incident,       ic.Resolve),
    counted("promises made",                              ic.Incident,       ic.Promise,           per="promise"),
    counted("promises kept",                              ic.Incident,       ic.Keep,              per="promise"),
    counted("promises given up",                          ic.Incident,       ic.GiveUp,            per="promise"),
    counted("programmes evaluated",                       pg.Programme,      pg.Evaluate),
    counted("programmes closed",                          pg.Programme,      pg.Close),
)
# fmt: on
"""What is counted by its records."""
TERMS: Final[Mapping[tuple[rq.RequestKind, Status], Message]] = MappingProxyType(
    {
        (kind, status): says(f"requests of {who} {how}")
        for kind, who in WHO_ASKS.items()
        for status, how in ((Status.LATE, "late"), (Status.MET_BY_ANALOGY, "in time only by analogy"))
    }
)
"""How the term to answer a request that was decided may stand, and be counted."""
NAMES: Final = (*(one.name for one in FIGURES), *TERMS.values())
"""What each figure is called, in their order."""
CAPTION, WHAT = says("the figures of {first} to {last}, as known at {at}"), says("what is counted")
Lines = tuple[tuple[int, Figure], ...]


def _by_record(figures: Iterable[tuple[int, Figure]]) -> Mapping[type[Action], Lines]:
    lines: dict[type[Action], Lines] = {}
    for n, figure in figures:
        for action in figure.by:
            lines[action] = (*lines.get(action, ()), (n, figure))
    return lines


_LINES: Final[Mapping[type, Mapping[type[Action], Lines]]] = MappingProxyType(
    {of: _by_record((n, one) for n, one in enumerate(FIGURES) if one.of is of) for of in {one.of for one in FIGURES}}
)


@frozen
class Figures:
    """What some days brought, as known at an instant: ``figures["briefings held"]``."""

    first: An[date, "the first day"]
    last: An[date, "the last day"]
    at: An[DateTime, "as known when"]
    counts: An[tuple[tuple[Message, int], ...], "each figure by its name"]

    def __getitem__(self, name: str) -> int:
        """The figure of that name. Raises ``KeyError`` if there is none."""
        return dict[str, int](self.counts)[name]

    @property
    def caption(self) -> Said:
        """What they are."""
        return CAPTION(first=self.first, last=self.last, at=self.at)

    def sheets(self) -> tuple[Sheet]:
        """The figures as a table."""
        return (Sheet(self.caption, (WHAT, COUNTS), tuple((named(name), str(n)) for name, n in self.counts)),)

    def rendered(self, say: Say) -> str:
        """The figures as text in the language of ``say``: a line for each."""
        return "\n".join((say(self.caption), *(f"  {say(named(name))}  {n}" for name, n in self.counts)))

    def __str__(self) -> str:
        return self.rendered(in_english)

    def _repr_html_(self) -> str:
        return "".join(sheet.html() for sheet in self.sheets())


@frozen
class _Days:
    """The days, by the clock of each office."""

    first: int
    last: int
    at: DateTime

    def has(self, o: int) -> bool:
        return self.first <= o <= self.last

    def records(self, entity: Entity[State]) -> Iterator[Action]:
        """What was done within the days, and was on file at the instant."""
        for record in entity.told:
            if self.has(ordinal(record.action.at, entity.office)) and not earlier(self.at, record.known):
                yield record.action


def quarter(
    entities: Iterable[Entity[State]],
    first: date,
    last: date,
    at: DateTime,
    *,
    requests_of: Lifecycle[rq.Request, rq.RequestAction] = rq.REQUEST,
) -> Figures:
    """The figures of a quarter, or of any other days: ``quarter(files, of.first, of.last, at)`` of a ``Quarter``.

    A figure is the number of files, or of questions or promises in them, with such a record in the days: what has two
    such records counts once, what has a record of two figures in both. A request is late in the days in which it was
    decided, or passed on, after its last day.

    Args:
        entities: files of any process and office, read one at a time.
        first: the first day.
        last: the last day.
        at: as known when: what was done, or entered, later is not yet known.
        requests_of: the lifecycle by whose terms requests are late.
    """
    days = _Days(first.toordinal(), last.toordinal(), at)
    tally = Counter[int]()
    terms = Counter[tuple[rq.RequestKind, Status]]()
    for entity in entities:
        lines = _LINES.get(type(entity))
        if lines is not None:
            tally.update(_counted(lines, entity, days))
        if isinstance(entity, rq.Request):
            terms.update(_terms(entity, days, requests_of))
    numbers = (*(tally[n] for n, _ in enumerate(FIGURES)), *(terms[one] for one in TERMS))
    return Figures(first, last, at, tuple(zip(NAMES, numbers, strict=True)))


def _counted(lines: Mapping[type[Action], Lines], entity: Entity[State], days: _Days) -> Iterator[int]:
    """Where a file counts, and as often as it has different things that do."""
    seen: set[tuple[int, str]] = set()
    for action in days.records(entity):
        for n, figure in lines.get(type(action), ()):
            if figure.when(entity, action):
                seen.add((n, getattr(action, figure.per) if figure.per else ""))
    return (n for n, _ in seen)


def _terms(
    request: rq.Request, days: _Days, of: Lifecycle[rq.Request, rq.RequestAction]
) -> set[tuple[rq.RequestKind, Status]]:
    """How its terms to answer stand that were met, or ended, in the days."""
    found: set[tuple[rq.RequestKind, Status]] = set()
    for due in of.due(request, days.at):
        done = due.met or due.ended
        if due.name == "answer" and done is not None and days.has(done.toordinal()):
            found.add((request.kind, due.status(days.at)))
    return found
