"""What two amendments would move, tried on three thousand appeals: python examples/what_if.py

First ten days for an application or complaint instead of fifteen; then last days that roll forward to the next working
day, as they do in neighbouring codes. The appeals are made up, by one seed: every step of theirs is lawful, or
``APPEAL`` would have refused it. How long each takes is invented too: the figures show what can be asked, not how
anybody works.

Nothing is judged again. Where a day moves by more than a week, a step that came in time by the one law came too late by
the other: a check or an extension on the twelfth day lengthens no term of ten.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile
from random import Random

from attrs import field, frozen
from pendulum import Date, DateTime, datetime

from prcomm import Actor, Change, Lifecycle, Person, Reform, changed
from prcomm.citizens.appeals import (
    APPEAL,
    APPLICATION,
    COMPLAINT,
    PROPOSAL,
    AnsweredQuestion,
    Appeal,
    AppealAction,
    AskClarification,
    AskInformation,
    Assign,
    Channel,
    Clarify,
    Decide,
    EndingGround,
    Extend,
    Form,
    Forward,
    GiveInformation,
    Need,
    Notice,
    Notify,
    Outcome,
    Receive,
    Register,
    ReturnWithdrawn,
    SendReply,
    Study,
    Terminate,
    Withdraw,
    Withdrawal,
)
from prcomm.citizens.counts import Share
from prcomm.law import ROLL_FORWARD_BY_ANALOGY, UZ, office
from prcomm.law.orq445 import DAYS_TO_CONSIDER
from prcomm.law.roles import APPELLANT, AUTHORISED, EXECUTOR, HEAD, OTHER_BODY, REGISTRAR

HOW_MANY, SEED = 3000, 445
OFFICES = (office("district department"), office("city department", week=6))
FIRST = datetime(2026, 1, 5, tz=OFFICES[0].tz)
NOW = datetime(2026, 7, 1, 18, tz=OFFICES[0].tz)
MINUTES = 60 * 24 * 172  # of the days on which they come: 5 January to 25 June
DESK, CHIEF, DEPUTY, OFFICER, CLINIC, WRITER = (
    Actor("desk 1", REGISTRAR),
    Actor("head", HEAD),
    Actor("deputy", AUTHORISED),
    Actor("officer 5", EXECUTOR),
    Actor("clinic", OTHER_BODY),
    Actor("p-1", APPELLANT),
)
SOME = frozenset({Need.CHECK})

TEN_DAYS = APPEAL.under(Reform(DAYS_TO_CONSIDER, 10))
ROLLED = APPEAL.under(UZ.under(ROLL_FORWARD_BY_ANALOGY))


class Life:
    """One appeal that is made up, step by step; nothing is done after ``NOW``."""

    def __init__(self, draw: Random, number: int) -> None:
        self.draw = draw
        self.at = FIRST.add(minutes=draw.randrange(MINUTES))
        self.appeal = APPEAL.begin(
            Receive(
                at=self.at,
                by=DESK,
                case=f"2026/{number}",
                kind=draw.choices((COMPLAINT, APPLICATION, PROPOSAL), (5, 4, 1))[0],
                form=Form.ELECTRONIC,
                channel=Channel.OFFICIAL_SITE,
                office=draw.choice(OFFICES),
                appellants=(Person(WRITER.id),),
            )
        )

    def chance(self, percent: int) -> bool:
        return self.draw.randrange(100) < percent

    def later(self, low: int, high: int) -> DateTime:
        """Some days after the last step, at any minute."""
        return self.at.add(minutes=self.draw.randrange(low * 1440, high * 1440))

    def live(self) -> Appeal:
        for action in takewhile(lambda action: action.at <= NOW, self.steps()):
            self.at = action.at
            self.appeal = APPEAL.apply(self.appeal, action)
        return self.appeal

    def steps(self) -> Iterator[AppealAction]:
        """What is done about it, each step as things stand then."""
        yield Register(at=self.later(0, 2), by=DESK, number=self.appeal.id)
        if self.chance(10):
            yield Forward(at=self.later(0, 8), by=DEPUTY, to="gas supply", outside_competence=True, data_suffice=True)
        elif self.chance(8):
            yield Withdraw(at=self.later(0, 6), by=WRITER, what=Withdrawal.WITHDRAWN, form=Form.WRITTEN)
            yield Terminate(at=self.later(0, 2), by=DEPUTY, ground=EndingGround.WITHDRAWN)
            yield ReturnWithdrawn(at=self.later(0, 5), by=DEPUTY)
        else:
            yield from self.review()

    def review(self) -> Iterator[AppealAction]:
        yield Assign(at=self.later(0, 4), by=DEPUTY, executors=("officer 5",))
        if self.chance(30):
            asked = self.later(0, 3)
            yield AskInformation(at=asked, by=OFFICER, request="r1", of=CLINIC.id, arrived=asked.add(days=1))
            yield GiveInformation(at=self.later(1, 14), by=CLINIC, request="r1")
        if self.chance(25):
            yield Study(at=self.later(0, 6), by=OFFICER, needs=frozenset({Need.STUDY}))
            if self.appeal.kind is PROPOSAL:
                yield Notify(at=self.later(0, 6), by=OFFICER, of=Notice.STUDY, form=Form.WRITTEN)
        if self.appeal.kind is not PROPOSAL and self.chance(20):
            yield from self.extension()
        yield Decide(
            at=self.later(1, 16),
            by=CHIEF,
            outcome=self.draw.choice(tuple(Outcome)),
            answers=(AnsweredQuestion("1", "digest 77a0"),),
        )
        yield SendReply(
            at=self.later(0, 2), by=CHIEF, to=WRITER.id, form=Form.WRITTEN, language="uz", challenge_explained=True
        )
        if self.chance(15):
            yield AskClarification(at=self.later(1, 20), by=WRITER)
            yield Clarify(at=self.later(1, 15), by=CHIEF, substance_changed=False)

    def extension(self) -> Iterator[AppealAction]:
        """It is lengthened while the term runs, by four weeks at most: that is never more than a month."""
        at = self.later(0, 6)
        (due,) = (due for due in APPEAL.due(self.appeal, self.at, open=True) if due.name == "consideration")
        if isinstance(due.last, Date) and at.date() <= due.last:
            yield Extend(at=at, by=CHIEF, needs=SOME, until=due.last.add(days=self.draw.randint(5, 28)))


def made_up(how_many: int = HOW_MANY, seed: int = SEED) -> Iterator[Appeal]:
    """Appeals as they stand at ``NOW``: the same ones for the same seed."""
    draw = Random(seed)
    return (Life(draw, number).live() for number in range(1, how_many + 1))


Moved = tuple[str, int | None]
"""A due, and by how many days it moves."""


@frozen
class Effect:
    """What came of trying an amendment, by due and by days moved.

    Attributes:
        moved: how many dues move so.
        late: how many of these become late.
        late_no_more: how many of these stop being late.
        begun: how many dues of a name begin.
        ceased: how many cease.
        appeals: in how many appeals anything moves.
    """

    moved: Counter[Moved] = field(factory=Counter)
    late: Counter[Moved] = field(factory=Counter)
    late_no_more: Counter[Moved] = field(factory=Counter)
    begun: Counter[str] = field(factory=Counter)
    ceased: Counter[str] = field(factory=Counter)
    appeals: set[str] = field(factory=set)

    @classmethod
    def of(cls, changes: Iterable[Change]) -> "Effect":
        effect = cls()
        for change in changes:
            key = (change.due, change.days)
            effect.moved[key] += 1
            effect.late[key] += change.becomes_late
            effect.late_no_more[key] += change.stops_being_late
            effect.begun[change.due] += change.begins
            effect.ceased[change.due] += change.ceases
            effect.appeals.add(change.entity)
        return effect

    def __str__(self) -> str:
        lines = [f"{'due':<20}{'days':>12}{'moved':>8}{'late by it':>12}{'late no more':>14}"]
        for (name, told), keys in groupby(sorted(self.moved, key=_sorted), key=_row):
            of = tuple(keys)
            moved, late, no_more = (sum(one[key] for key in of) for one in (self.moved, self.late, self.late_no_more))
            lines.append(f"{name:<20}{told:>12}{moved:>8,}{late:>12,}{no_more:>14,}")
        whole = self.moved.total()
        lines.append(f"Of the dues that move, late by it: {Share(self.late.total(), whole)}")
        lines.append(f"Of the dues that move, late no more: {Share(self.late_no_more.total(), whole)}")
        lines.append(f"Dues that begin: {self.begun.total()}; that cease: {self.ceased.total()}")
        return "\n".join(lines)


def _sorted(key: Moved) -> tuple[str, int]:
    return key[0], key[1] or 0


def _row(key: Moved) -> tuple[str, str]:
    """Which row of the printed table: one for each number of days up to a week, one for all that is more."""
    name, days = key
    if days is None:
        return name, "no last day"
    return name, f"{days:+d}" if abs(days) <= 7 else "-8 and more" if days < 0 else "+8 and more"


def tried(appeals: Iterable[Appeal], new: Lifecycle[Appeal, AppealAction]) -> Effect:
    """What moves if the appeals are counted by another law: what is open as of now, what was met by the day it was."""
    return Effect.of(changed(appeals, APPEAL, new, NOW, met=True))


def heading(text: str) -> None:
    print(f"\n{text}\n{'-' * len(text)}")


def main() -> None:
    """Try both amendments on the same appeals."""
    appeals = tuple(made_up())
    print(f"{len(appeals):,} appeals received from {FIRST:%d.%m.%Y} on, as they stand on {NOW:%d.%m.%Y at %H:%M}")
    for text, new in (
        ("Ten days instead of fifteen for an application or complaint", TEN_DAYS),
        ("Last days roll forward to the next working day", ROLLED),
    ):
        effect = tried(appeals, new)
        heading(text)
        print(f"Something moves in {Share(len(effect.appeals), len(appeals))} appeals.")
        print(effect)
    heading("One of them: why the day moves")
    change = next(change for change in changed(appeals, APPEAL, TEN_DAYS, NOW, met=True) if change.becomes_late)
    for due in (change.before, change.after):
        if due is not None:
            print(f"{change.entity}: {due.name} by {due.last}, met on {due.met}: {due.status(NOW)}")
            print(due.trace)


if __name__ == "__main__":
    main()
