"""The quarterly report on appeals: the counts of article 35, the ministry's own split, the counts bodies are rated by.

Counted is what was received in the quarter, by the day of the office that received it, as it stood at one instant.
Letters that are no appeals are told apart at the start, and are in no other count. Nobody is named in a report.
What article 35(3) asks beside the totals (frequent issues, faults, measures) is for people to write.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Annotated as An, Final

from attrs import field, frozen
from pendulum import DateTime

from prcomm.citizens import counts as c
from prcomm.citizens.appeals import actions as do, kinds as k, model as m, rules
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.citations import UNDER, Basis, Cited, Cites, Under, as_cites
from prcomm.core.table.dues import Status
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Said, Say, in_english
from prcomm.law.orq445 import ORQ445
from prcomm.law.rating import PUBLISHED, RATED

S = m.AppealState
CONSIDERATION = "consideration"

ENTERED = c.says("what was received")
APPEALS_RECEIVED = c.says("appeals")
LETTERS = c.says("letters that are no appeals")
BY_KIND = c.says("appeals received, by kind")
BY_FORM = c.says("appeals received, by form")
BY_CHANNEL = c.says("appeals received, by channel")
BY_RESULT = c.says("appeals received, by result")
CONSIDERED = c.says("considered")
SATISFIED = c.says("satisfied")
REFUSED = c.says("refused")
EXPLAINED = c.says("explained")
ON_THE_SPOT = c.says("solved on the spot")
LEFT = c.says("left without consideration")
OTHER = c.says("other")
UNDER_WAY = c.says("under consideration")
RECEIVED = c.says("received")
ADVISED = c.says("advised")
ACCEPTED = c.says("accepted")
REFUSED_OR_LEFT = c.says("refused or left without consideration")
REGISTERED = c.says("registered")
LATE = c.says("late")
REPEATED = c.says("repeated")

LEAF = c.says("{whole}: {part}")
ARTICLE_35 = c.says("{quarter}: what article 35 counts, of what was received in it, as of {at}")
MINISTRY = c.says("{quarter}: the ministry's split, of what was received in it, as of {at}")
RATING = c.says("{quarter}: what bodies are rated by, of what was received in it, as of {at}")
COUNT, NUMBER, OF_ITS_TOTAL = c.says("count"), c.says("number"), c.says("share of its total")
NOT_CLOSED = c.says("what its parts leave open")


# -- what is counted


@frozen
class Seen:
    """What a report sees of one appeal, as it stood."""

    appeal: An[m.Appeal, "the appeal as it stood at the instant of the report"]
    status: An[Status | None, "how its term of consideration stood then; ``None`` where it has none"]


@frozen
class Row:
    """One row of what is counted."""

    name: An[c.Name, "what is counted"]
    holds: An[Callable[[Seen], bool], "whether an appeal counts"]
    cites: An[Cites, "what asks for it"] = field(converter=as_cites)
    leaves: An["tuple[Row, ...]", "the rows of its parts: they are asked only of what counts here"] = ()

    def tree(self) -> "Iterator[Row]":
        """It and the rows of all its parts."""
        yield self
        for leaf in self.leaves:
            yield from leaf.tree()


def anything(seen: Seen) -> bool:
    return True


def an_appeal(seen: Seen) -> bool:
    return seen.appeal.kind in k.APPEALS


def kind(seen: Seen) -> k.AppealKind:
    return seen.appeal.kind


def form(seen: Seen) -> k.Form:
    return seen.appeal.form


def channel(seen: Seen) -> k.Channel | None:
    came = seen.appeal.told[0].action
    return came.channel if isinstance(came, do.Receive | do.SolveOnTheSpot) else None


def state(seen: Seen) -> m.AppealState:
    return seen.appeal.state


def status(seen: Seen) -> Status | None:
    return seen.status


def outcome(seen: Seen) -> k.Outcome | None:
    """What the appellant was told: a decision counts once the reply was sent (art. 27)."""
    return seen.appeal.outcome if seen.appeal.state in m.ANSWERED else None


def why_repeated(seen: Seen) -> k.Why | None:
    """Why it repeats a former one. A duplicate repeats none."""
    links = (record.action for record in reversed(seen.appeal.told) if isinstance(record.action, do.Link))
    return next((link.why for link in links), None)


def is_registered(seen: Seen) -> bool:
    return bool(seen.appeal.number)


def is_repeat(seen: Seen) -> bool:
    return why_repeated(seen) is not None


def is_accepted(seen: Seen) -> bool:
    return seen.appeal.state is not S.SOLVED_ON_SPOT


def is_refused_or_left(seen: Seen) -> bool:
    return outcome(seen) is k.Outcome.REFUSED or seen.appeal.state is S.LEFT


def one_of(read: Callable[[Seen], object], values: Iterable[object]) -> Callable[[Seen], bool]:
    """Whether what is read of an appeal is one of these."""
    among = frozenset(values)
    return lambda seen: read(seen) in among


def each(read: Callable[[Seen], object], cites: Mapping[Enum, Cited]) -> tuple[Row, ...]:
    """A row for each of some values, with what asks for it."""
    return tuple(Row(value, one_of(read, (value,)), under) for value, under in cites.items())


_NO_RULE_OF_ITS_OWN = PUBLISHED.by(Basis.PRACTICE)
"""Article 35 knows no appeals that were explained: the ministry counts them."""
_ANSWERED_THERE = PUBLISHED.by(Basis.INFERRED)
"""Whom the ministry counts as advised was not read: of what is on file, an appeal solved on the spot is the nearest."""
_BY_THE_DAY_THAT_BINDS = RATED.by(Basis.INFERRED)
"""What counts as late was not reported: what was done, or ended, or is still open, after the last day that binds."""
OTHERWISE: Final[Mapping[Enum, Cited]] = {
    S.FORWARDED: ORQ445(25, 2),
    S.RETURNED: ORQ445(25, 4),
    S.DIVERTED: ORQ445(1, 3),
    S.JOINED: ORQ445(25, 5),
    S.INFORMED: ORQ445(25, 6),
    S.TERMINATED: ORQ445(30, 1),
}
"""How an appeal ends here in another way than article 35 names."""
LATE_BY: Final[Mapping[Enum, Cited]] = dict.fromkeys(
    (Status.LATE, Status.MET_BY_ANALOGY, Status.OVERDUE), _BY_THE_DAY_THAT_BINDS
)
WHYS: Final[Mapping[Enum, Cited]] = dict.fromkeys(k.Why, ORQ445(3))
_KINDS: Final[Mapping[Enum, Cited]] = dict.fromkeys(k.APPEALS, ORQ445(5, 2))
# fmt: off
ALL = Row(ENTERED, anything, ORQ445(23, 3), (
    Row(APPEALS_RECEIVED, an_appeal, ORQ445(35, 1)),
    Row(LETTERS, one_of(kind, (k.LETTER,)), ORQ445(25, 7)),
))
"""Of appeals and letters together. All other rows are asked of appeals alone."""
ARTICLE_35_ROWS = (
    #   what is counted          of which appeals                 asked for by               its parts
    Row(BY_KIND,    anything,                                     (ORQ445(35, 1), ORQ445(35, 3)), each(kind, _KINDS)),
    Row(BY_FORM,    anything,                                     (ORQ445(35, 1), ORQ445(35, 3)),
        each(form, dict.fromkeys(k.Form, ORQ445(5, 1)))),
    Row(BY_CHANNEL, anything,                                     ORQ445(35, 3),
        each(channel, {one: cites for one, (_, cites) in k.FORMS.items()})),
    Row(BY_RESULT,  anything,                                     ORQ445(35, 1), (
        Row(CONSIDERED,  one_of(state, m.ANSWERED | S.SOLVED_ON_SPOT), (ORQ445(35, 1), ORQ445(27, 4)), (
            Row(SATISFIED,   one_of(outcome, (k.Outcome.SATISFIED,)),  ORQ445(35, 1)),
            Row(REFUSED,     one_of(outcome, (k.Outcome.REFUSED,)),    ORQ445(35, 1)),
            Row(EXPLAINED,   one_of(outcome, (k.Outcome.EXPLAINED,)),  _NO_RULE_OF_ITS_OWN),
            Row(ON_THE_SPOT, one_of(state, (S.SOLVED_ON_SPOT,)),     (ORQ445(35, 1), ORQ445(27, 6))),
        )),
        Row(LEFT,        one_of(state, (S.LEFT,)),                (ORQ445(35, 1), ORQ445(29, 1))),
        Row(OTHER,       one_of(state, OTHERWISE),                ORQ445(35, 1), each(state, OTHERWISE)),
        Row(UNDER_WAY,   one_of(state, m.PENDING),                  ORQ445(35, 1)),
    )),
)
MINISTRY_ROW = Row(RECEIVED, anything, PUBLISHED, (
    Row(ADVISED,  one_of(state, (S.SOLVED_ON_SPOT,)), _ANSWERED_THERE),
    Row(ACCEPTED, is_accepted,                        PUBLISHED, (
        Row(SATISFIED,       one_of(outcome, (k.Outcome.SATISFIED,)), PUBLISHED),
        Row(EXPLAINED,       one_of(outcome, (k.Outcome.EXPLAINED,)), PUBLISHED),
        Row(REFUSED_OR_LEFT, is_refused_or_left,                    PUBLISHED),
        Row(UNDER_WAY,       one_of(state, m.PENDING),                PUBLISHED),
    )),
))
RATING_ROWS = (
    Row(REGISTERED, is_registered,                          RATED, each(kind, _KINDS)),
    Row(SATISFIED,  one_of(outcome, (k.Outcome.SATISFIED,)),  RATED, each(kind, _KINDS)),
    Row(REFUSED,    one_of(outcome, (k.Outcome.REFUSED,)),    RATED, each(kind, _KINDS)),
    Row(LATE,       one_of(status, LATE_BY),                _BY_THE_DAY_THAT_BINDS, each(status, LATE_BY)),
    Row(REPEATED,   is_repeat,                              (RATED, ORQ445(3)),     each(why_repeated, WHYS)),
)
# fmt: on
ROWS = (ALL, *ARTICLE_35_ROWS, MINISTRY_ROW, *RATING_ROWS)
Path = tuple[int, ...]


def _met(rows: tuple[Row, ...], seen: Seen, before: Path = ()) -> Iterator[Path]:
    """Where in the table an appeal counts."""
    for n, row in enumerate(rows):
        if row.holds(seen):
            path = (*before, n)
            yield path
            yield from _met(row.leaves, seen, path)


def _counted(rows: tuple[Row, ...], tally: Mapping[Path, int], before: Path = ()) -> tuple[c.Count, ...]:
    paths = [((*before, n), row) for n, row in enumerate(rows)]
    return tuple(c.Count(row.name, tally[path], _counted(row.leaves, tally, path), row.cites) for path, row in paths)


def ministry_split(
    *,
    received: int,
    advised: int,
    accepted: int,
    satisfied: int,
    explained: int,
    refused_or_left: int,
    pending: int,
    under: Cited,
) -> c.Count:
    """The ministry's split from figures that were published: ``gaps()`` tells where they do not close."""
    parts = {SATISFIED: satisfied, EXPLAINED: explained, REFUSED_OR_LEFT: refused_or_left, UNDER_WAY: pending}
    leaves = tuple(c.Count(name, number, (), under) for name, number in parts.items())
    halves = (c.Count(ADVISED, advised, (), under), c.Count(ACCEPTED, accepted, leaves, under))
    return c.Count(RECEIVED, received, halves, under)


NINE_MONTHS_OF_2024: Final = ministry_split(
    received=10_933,
    advised=5_210,
    accepted=5_723,
    satisfied=2_011,
    explained=3_210,
    refused_or_left=55,
    pending=447,
    under=PUBLISHED,
)
"""What the ministry published of those who came to personal receptions in nine months of 2024: of no quarter, and not
of all appeals."""


def _seen(stood: m.Appeal, at: DateTime, lifecycle: Lifecycle[m.Appeal, do.AppealAction]) -> Seen:
    dues = (due for due in lifecycle.due(stood, at) if due.name == CONSIDERATION)
    return Seen(stood, next((due.status(at) for due in dues), None))


@frozen
class QuarterlyReport:
    """The report on one quarter."""

    quarter: An[c.Quarter, "which"]
    at: An[DateTime, "the instant as of which it counts"]
    entered: An[c.Count, "appeals and letters, told apart"]
    article_35: An[tuple[c.Count, ...], "the counts of article 35: by kind, form, channel and result"]
    ministry: An[c.Count, "the ministry's split. It has no part for what ended otherwise, and so may have a gap"]
    rating: An[tuple[c.Count, ...], "the five counts that bodies are rated by"]

    @classmethod
    def of(
        cls,
        appeals: Iterable[m.Appeal],
        quarter: c.Quarter,
        *,
        as_of: DateTime,
        lifecycle: Lifecycle[m.Appeal, do.AppealAction] = rules.APPEAL,
    ) -> "QuarterlyReport":
        """The report over some appeals: of one office or of several, each appeal once.

        Args:
            appeals: the appeals, read one at a time; those of other quarters are passed over.
            quarter: which quarter.
            as_of: an instant with a zone: appeals count as they stood then.
            lifecycle: by whose deadlines they are late: ``APPEAL.under(…)`` for another law.
        """
        faults = () if as_of.tzinfo else (f"as_of: an instant with a zone, not {as_of}",)
        if all(deadline.name != CONSIDERATION for deadline in lifecycle.deadlines):
            faults = (*faults, f"lifecycle: one with the deadline {CONSIDERATION!r}")
        if faults:
            raise BadInput("a quarterly report", faults)
        tally = Counter[Path]()
        for appeal in appeals:
            came = appeal.told[0].action.at
            stood = lifecycle.as_known(appeal, as_of) if day(ordinal(came, appeal.office)) in quarter else None
            if stood is not None:
                seen = _seen(stood, as_of, lifecycle)
                tally.update(_met(ROWS if an_appeal(seen) else ROWS[:1], seen))
        entered, *counts = _counted(ROWS, tally)
        ours, rating = counts[: len(ARTICLE_35_ROWS)], counts[-len(RATING_ROWS) :]
        return cls(quarter, as_of, entered, tuple(ours), counts[len(ours)], tuple(rating))

    @property
    def tables(self) -> tuple[tuple[Said, tuple[c.Count, ...]], ...]:
        """Its counts, with what they are."""
        words = {"quarter": str(self.quarter), "at": self.at}
        return (
            (ARTICLE_35(**words), (self.entered, *self.article_35)),
            (MINISTRY(**words), (self.ministry,)),
            (RATING(**words), self.rating),
        )

    def gaps(self) -> Iterator[c.Count]:
        """The counts that do not equal their parts: ``text`` says by how many."""
        return (gap for _, counts in self.tables for count in counts for gap in count.gaps())

    def sheets(self) -> tuple[Sheet, ...]:
        """Its counts as tables."""
        head = (COUNT, NUMBER, OF_ITS_TOTAL, NOT_CLOSED, UNDER)
        return tuple(
            Sheet(caption, head, tuple(line for count in counts for line in _lines(count, None)))
            for caption, counts in self.tables
        )

    def rendered(self, say: Say) -> str:
        """The report as text in the language of ``say``: a line for each count."""
        return "\n\n".join("\n".join((say(sheet.caption), *_told(sheet, say))) for sheet in self.sheets())

    def __str__(self) -> str:
        return self.rendered(in_english)

    def _repr_html_(self) -> str:
        return "".join(sheet.html() for sheet in self.sheets())


def _lines(count: c.Count, whole: c.Count | None) -> Iterator[tuple[object, ...]]:
    name = count.called if whole is None else LEAF(whole=whole.called, part=count.called)
    share = None if whole is None else c.Share(count.number, whole.number)
    yield name, str(count.number), share, count.text, Under(count.cites, count.basis)
    for leaf in count.leaves:
        yield from _lines(leaf, count)


def _told(sheet: Sheet, say: Say) -> Iterator[str]:
    for name, number, share, gap, under in sheet.texts(say):
        yield f"  {name}  {share or number}  ({under})" + (f"  {gap}" if gap else "")
