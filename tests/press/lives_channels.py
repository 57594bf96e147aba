"""How a channel comes to each state, and what may be done about it: what the second book of channels is tried on.

It is declared on Monday 2 March 2026 and active from the next day; all else is done on Thursday 5 March at ten o'clock.
"""

from attrs import evolve, frozen
from pendulum import Date, DateTime, datetime
from second_book import File

from prcomm import Action, Actor, Reference
from prcomm.law import office
from prcomm.law.house import HOUSE
from prcomm.law.roles import AUTHORISED, HEAD, PRESS_HEAD, PRESS_OFFICER
from prcomm.press.channels import (
    Activate,
    Air,
    ChannelAction,
    ChannelKind,
    ChannelState,
    Compromise,
    Confirm,
    Declare,
    Disown,
    NotePosting,
    Post,
    Recover,
    Retire,
    SetSlot,
    Suspend,
    Text,
)
from prcomm.press.roles import DUTY_OFFICER

LAW = HOUSE
BODY = office("a regional IIB")


def at(day: int, hour: int = 10, minute: int = 0, *, month: int = 3, year: int = 2026) -> DateTime:
    return datetime(year, month, day, hour, minute, tz=BODY.tz)


DAY = at(5)
HALF_PAST_SEVEN, EIGHT, NINE, QUARTER_PAST_NINE, HALF_PAST_NINE = (
    at(5, 7, 30),
    at(5, 8),
    at(5, 9),
    at(5, 9, 15),
    at(5, 9, 30),
)
ACTORS = {
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
    "HEAD": Actor("head", HEAD),
    "AUTHORISED": Actor("authorised", AUTHORISED),
    "DUTY_OFFICER": Actor("duty officer", DUTY_OFFICER),
}
OFFICER, CHIEF = ACTORS["PRESS_OFFICER"], ACTORS["PRESS_HEAD"]
RELEASE, BRIEFING = Reference("release", "7"), Reference("briefing", "3")

A_PUBLISHED_RELEASE = A_CORRECTED_RELEASE = Text(file=RELEASE, release=True, out=True)
A_SUBMITTED_RELEASE = AN_APPROVED_RELEASE = A_WITHDRAWN_RELEASE = A_WRONG_RELEASE = Text(file=RELEASE, release=True)
AN_EMBARGOED_RELEASE = Text(file=RELEASE, release=True, blocked=True)
A_BLOCKED_RELEASE = Text(file=RELEASE, release=True, out=True, blocked=True)
A_TEXT_OF_A_BRIEFING, A_RELEASE_AS_A_FILE = Text.of_file(BRIEFING), Text.of_file(RELEASE)

DECLARE = Declare(at=at(2), by=CHIEF, case="1", office=BODY, kind=ChannelKind.OFFICIAL_SITE, act="order 14")
ACTIVATE = Activate(at=at(3), by=CHIEF, act="order 15")
SET_SLOT = SetSlot(at=DAY, by=CHIEF, next=Date(2026, 5, 7))
AIR = Air(at=DAY, by=OFFICER, what=A_PUBLISHED_RELEASE, next=Date(2026, 5, 14))
COMPROMISE = Compromise(at=DAY, by=OFFICER, since=NINE)
RECOVER = Recover(at=DAY, by=CHIEF)
SUSPEND = Suspend(at=DAY, by=CHIEF)
RETIRE = Retire(at=DAY, by=CHIEF)
POST = Post(at=DAY, by=OFFICER, posting="p1", what=A_PUBLISHED_RELEASE)
NOTE = NotePosting(at=DAY, by=OFFICER, posting="p1", posted=HALF_PAST_NINE)
CONFIRM = Confirm(at=DAY, by=CHIEF, posting="p1")
DISOWN = Disown(at=DAY, by=CHIEF, posting="p1")
EXAMPLES: tuple[ChannelAction, ...] = (
    DECLARE,
    evolve(ACTIVATE, at=DAY),
    SET_SLOT,
    AIR,
    COMPROMISE,
    RECOVER,
    SUSPEND,
    RETIRE,
    POST,
    NOTE,
    CONFIRM,
    DISOWN,
)
"""Each action once, as it is lawful wherever it has a place."""

S = ChannelState
ACTIVE = (DECLARE, ACTIVATE)
LIVES = {
    S.DECLARED: (DECLARE,),
    S.ACTIVE: ACTIVE,
    S.COMPROMISED: (*ACTIVE, COMPROMISE),
    S.SUSPENDED: (*ACTIVE, SUSPEND),
    S.RETIRED: (*ACTIVE, RETIRE),
}


def lives(state: ChannelState, kind: ChannelKind) -> tuple[ChannelAction, ...]:
    """What leads a channel of a kind to a state."""
    declared, *further = LIVES[state]
    return (evolve(declared, kind=kind), *further)


@frozen
class InABreach:
    """The file of a channel into which somebody broke, and of what was done about it before anything else."""

    breach: tuple[Action, ...]

    def of(self, steps: tuple[Action, ...]) -> tuple[Action, ...]:
        """A breach has no place where the channel is active still, nor where it was never."""
        if isinstance(steps[-1], Declare | Activate):
            return ()
        return File(after={Activate: self.breach}).of(steps)


def breach(since: DateTime) -> InABreach:
    return InABreach((evolve(COMPROMISE, since=since),))


ANOTHER = evolve(NOTE, posting="p2")
FILES = {
    "after a breach": breach(NINE),
    "breach since nine": breach(NINE),
    "breach since half past seven": breach(HALF_PAST_SEVEN),
    "one in doubt": InABreach((COMPROMISE, NOTE)),
    "one of two decided": InABreach((COMPROMISE, NOTE, ANOTHER, DISOWN)),
    "each decided": InABreach((COMPROMISE, NOTE, ANOTHER, CONFIRM, evolve(DISOWN, posting="p2"))),
    "one before the breach": InABreach((evolve(POST, at=EIGHT), COMPROMISE)),
    "one posted": File(after={Activate: (POST,)}),
    "active since 3 June 2019": File(
        changed={Declare: {"at": at(3, month=6, year=2019)}, Activate: {"at": at(3, month=6, year=2019)}}
    ),
    "slot on 7 May": File(after={Activate: (SET_SLOT,)}),
    "slot moved to 12 May": File(after={Activate: (SET_SLOT, evolve(SET_SLOT, next=Date(2026, 5, 12)))}),
}
"""How the file of a channel may differ, in the words of the book."""
