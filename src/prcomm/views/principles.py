"""The six principles of relations with the public, each as a share that is counted over files, and the bands of the
openness index.

The principles are those of the source article; how each is counted is this library's own. Counted is what lies in some
days, by the clock of each file's office, as known at an instant. A share never stands without its two numbers, and of
nothing there is none. Whatever a scoreboard says, it is an assessment and a condition of nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import Annotated as An, Final, overload

from attrs import frozen
from pendulum import DateTime

from prcomm.citizens.counts import Share
from prcomm.core.calendar.law import Law
from prcomm.core.sources.citations import UNDER, Basis, Cites, Under, weakest
from prcomm.core.sources.dated import Dated
from prcomm.core.table.entities import Entity, State
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Message, Said, Say, in_english, named
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.press_acts import GREEN_FROM, YELLOW_FROM
from prcomm.law.public_councils import PF154
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.views.counting import ALL, COUNTS, PRESS, PROCESS_OF, AnyLifecycle, Mark, Tally, Window
from prcomm.views.measures import MEASURES, Measure, Principle, says

__all__ = [
    "EDGES_CITES", "MEASURES", "PRESS", "Band", "Beside", "Indicator", "Measure", "Principle", "Scoreboard",
    "openness_band", "scoreboard",
]  # fmt: skip

SHARE = says("{percent} % ({part} of {whole})")
UNDEFINED = says("undefined ({part} of {whole})")
INDICATOR = says("{principle}: {share}")
BESIDE = says("{what}: {number}")
SCOREBOARD = says("the six principles, {first} to {last}, as known at {at}")
HOW = says("how each is counted: the formulas are this library's own, no act has them")
PRINCIPLE, ITS_SHARE, BESIDE_IT = says("principle"), says("share"), says("beside it")
FORMULA, INPUTS, CANNOT_TELL = says("what is divided by what"), says("counted from"), says("what it cannot tell")


@frozen
class Beside:
    """What is counted beside a share, and changes nothing in it."""

    what: An[Message, "what is counted"]
    number: An[int, "how many"]

    @property
    def called(self) -> Said:
        """What is counted, where it stands in a table or a sentence: it has labels."""
        return named(self.what)

    @property
    def text(self) -> Said:
        """It in words."""
        return BESIDE(what=self.called, number=self.number)

    def rendered(self, say: Say) -> str:
        """The same in the language of ``say``."""
        return say(self.text)

    def __str__(self) -> str:
        return self.rendered(in_english)


@frozen
class Indicator:
    """One principle as it was counted: so many of so many, and one is never told without the other."""

    principle: An[Principle, "which"]
    numerator: An[int, "how many"]
    denominator: An[int, "of how many"]
    besides: An[tuple[Beside, ...], "what is counted beside it"] = ()

    @property
    def share(self) -> Fraction | None:
        """The one divided by the other; ``None`` of nothing: it is undefined, neither none nor all."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    @property
    def percent(self) -> str:
        """The percentage to a tenth, halves up; empty where the share is undefined."""
        return Share(self.numerator, self.denominator).percent

    @property
    def counts(self) -> Said:
        """The percentage with its counts."""
        words = {"part": self.numerator, "whole": self.denominator}
        return SHARE(percent=self.percent, **words) if self.denominator else UNDEFINED(**words)

    @property
    def beside(self) -> int:
        """How many are counted beside it in all."""
        return sum(one.number for one in self.besides)

    @property
    def text(self) -> Said:
        """The principle and its share."""
        return INDICATOR(principle=self.principle, share=self.counts)

    @property
    def formula(self) -> Said:
        """What is divided by what."""
        return named(self.principle.measure.formula)

    @property
    def inputs(self) -> Said:
        """From what it is counted."""
        return named(self.principle.measure.inputs)

    @property
    def cannot_tell(self) -> Said:
        """What the share cannot tell."""
        return named(self.principle.measure.cannot_tell)

    @property
    def cites(self) -> Cites:
        """The entry that names the principle. Nothing asks for its formula."""
        return (SOURCE_ARTICLE(self.principle.value),)

    @property
    def basis(self) -> Basis:
        """How that entry is known."""
        return weakest(self.cites)

    def rendered(self, say: Say) -> str:
        """It as a line in the language of ``say``, with what is counted beside."""
        return f"{say(self.text)} [{say(self.besides)}] ({say(Under(self.cites, self.basis))})"

    def __str__(self) -> str:
        return self.rendered(in_english)


@frozen
class Scoreboard(Sequence[Indicator]):
    """The six indicators, in the order of the source article, with the days they are of."""

    first: An[date, "the first day"]
    last: An[date, "the last day"]
    at: An[DateTime, "as known when"]
    indicators: An[tuple[Indicator, ...], "one for each principle"]

    @overload
    def __getitem__(self, index: int | Principle) -> Indicator: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Indicator, ...]: ...

    def __getitem__(self, index: int | Principle | slice) -> Indicator | tuple[Indicator, ...]:
        """The indicator of a principle, or by its place."""
        if isinstance(index, Principle):
            return next(one for one in self.indicators if one.principle is index)
        return self.indicators[index]

    def __len__(self) -> int:
        return len(self.indicators)

    @property
    def caption(self) -> Said:
        """What it is of."""
        return SCOREBOARD(first=self.first, last=self.last, at=self.at)

    def sheets(self) -> tuple[Sheet, Sheet]:
        """The indicators as a table, and how each is counted, with what it cannot tell."""
        shares = tuple(
            (
                one.principle,
                str(one.numerator),
                str(one.denominator),
                one.counts,
                one.besides,
                Under(one.cites, one.basis),
            )
            for one in self
        )
        how = tuple((one.principle, one.formula, one.inputs, one.cannot_tell) for one in self)
        return (
            Sheet(self.caption, (PRINCIPLE, COUNTS, ALL, ITS_SHARE, BESIDE_IT, UNDER), shares),
            Sheet(HOW(), (PRINCIPLE, FORMULA, INPUTS, CANNOT_TELL), how),
        )

    def rendered(self, say: Say) -> str:
        """The indicators as text in the language of ``say``: a line for each."""
        return "\n".join((say(self.caption), *(f"  {one.rendered(say)}" for one in self)))

    def __str__(self) -> str:
        return self.rendered(in_english)

    def _repr_html_(self) -> str:
        return "".join(sheet.html() for sheet in self.sheets())


def scoreboard(
    entities: Iterable[Entity[State]],
    first: date,
    last: date,
    at: DateTime,
    processes: Mapping[str, AnyLifecycle] = PRESS,
) -> Scoreboard:
    """The six principles over files of any processes: of one office or of several, each file once.

    Requests count on the day of their first answer or refusal, events on the day they were held. An event counts as
    heard by any file of feedback on it. Raises ``BadInput`` for an instant without a zone, for days in the wrong order
    and where a process is missing.

    Args:
        entities: the files, read one at a time, in any order; those of other processes are passed over.
        first: the first day.
        last: the last day.
        at: as known when: what was done later, or entered later, is not yet known.
        processes: by whose deadlines requests are in time, and files stand: ``PROCESSES``, or the library's own
            under another law.
    """
    lacking = tuple(name for name in PROCESS_OF.values() if name not in processes)
    faults = (
        *(() if at.tzinfo else (f"at: an instant with a zone, not {at}",)),
        *((f"last: no earlier than the first day, {first}, not {last}",) if last < first else ()),
        *((f"processes: with {', '.join(lacking)}",) if lacking else ()),
    )
    if faults:
        raise BadInput("a scoreboard", faults)
    tally = Tally(Window(first, last, at), processes)
    for entity in entities:
        tally.add(entity)
    return Scoreboard(first, last, at, tuple(_indicators(tally.marks())))


def _indicators(marks: Mapping[Mark, int]) -> Iterator[Indicator]:
    for principle, measure in MEASURES.items():
        besides = tuple(Beside(what, marks.get((principle, what), 0)) for what in measure.beside)
        yield Indicator(principle, marks.get((principle, COUNTS), 0), marks.get((principle, ALL), 0), besides)


# -- the bands of the openness index


class Band(Enum):
    """What colour a body is by its score."""

    GREEN = 1
    YELLOW = 2
    RED = 3


EDGES_CITES: Final[Cites] = (PF154("openness index"), HOUSE(133))
"""What the bands rest on, and to which of two a score that equals a threshold belongs."""
PRINCIPLE_CITES: Final[Mapping[Principle, Cites]] = MappingProxyType(
    {one: (SOURCE_ARTICLE(one.value),) for one in Principle}
    | {
        Principle.OPENNESS: (SOURCE_ARTICLE(52), SOURCE_ARTICLE(4)),
        Principle.TRANSPARENCY: (SOURCE_ARTICLE(53), SOURCE_ARTICLE(50)),
        Principle.COOPERATION: (SOURCE_ARTICLE(56), SOURCE_ARTICLE(45)),
    }
)
"""Each principle by its own entry of the source article, and by the entry that speaks of it elsewhere."""


def openness_band(score: Decimal | int, law: Law = UZ, on: date | None = None) -> Band:
    """The band of a score of the openness index: an assessment, and a condition of nothing. Raises ``BadInput`` for a
    score that is no number.

    Args:
        score: the score.
        law: by whose thresholds: ``UZ.under(Reform(GREEN_FROM, 80))``.
        on: by those of which day; the latest without it. They were read without a first day.
    """
    exact = Decimal(score)
    if not exact.is_finite():
        raise BadInput("a band of openness", (f"score: a number, not {score}",))
    green, yellow = (_threshold(law.dated(value), on) for value in (GREEN_FROM, YELLOW_FROM))
    return Band.GREEN if exact >= green else Band.YELLOW if exact >= yellow else Band.RED


def _threshold(value: Dated[int], on: date | None) -> int:
    return value.versions[-1].value if on is None else value.on(on)
