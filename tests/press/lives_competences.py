"""How the charge of an officer comes to each state, and what may be done about it: what the second book is tried on.

All is done on Thursday 5 March 2026 at ten o'clock.
"""

from pendulum import datetime
from second_book import File

from prcomm import Actor
from prcomm.law import office
from prcomm.law.orq445 import ORQ445
from prcomm.law.roles import AUTHORISED, HEAD, OTHER_BODY, PRESS_HEAD, PRESS_OFFICER
from prcomm.press.competences import (
    AddDuty,
    Attest,
    Charge,
    CompetenceAction,
    CompetenceState,
    DropDuty,
    Duty,
    Relieve,
    Train,
)
from prcomm.press.roles import CENTRAL

LAW = ORQ445
BODY = office("a regional IIB")
DAY = datetime(2026, 3, 5, 10, tz=BODY.tz)
ACTORS = {
    "HEAD": Actor("head", HEAD),
    "AUTHORISED": Actor("deputy head", AUTHORISED),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "CENTRAL": Actor("main department", CENTRAL),
    "OTHER_BODY": Actor("agency", OTHER_BODY),
}

CHARGE = Charge(
    at=DAY,
    by=ACTORS["AUTHORISED"],
    case="1",
    office=BODY,
    officer="officer 7",
    duties=frozenset({Duty.HANDLES_APPEALS, Duty.SPEAKS}),
    act="order 3",
)
TRAIN = Train(at=DAY, by=ACTORS["CENTRAL"], of=Duty.HANDLES_APPEALS)
DROP = DropDuty(at=DAY, by=ACTORS["HEAD"], of=Duty.HANDLES_APPEALS, act="order 5")
ATTEST = Attest(at=DAY, by=ACTORS["CENTRAL"], passed=True)
RELIEVE = Relieve(at=DAY, by=ACTORS["HEAD"], act="order 6")
EXAMPLES: tuple[CompetenceAction, ...] = (
    CHARGE,
    TRAIN,
    AddDuty(at=DAY, by=ACTORS["HEAD"], of=Duty.WATCHES, act="order 4"),
    DROP,
    ATTEST,
    RELIEVE,
)
"""Each action once, as it is lawful wherever it has a place."""

LIVES = {CompetenceState.CHARGED: (CHARGE,), CompetenceState.RELIEVED: (CHARGE, RELIEVE)}


def lives(state: CompetenceState, kind: None = None) -> tuple[CompetenceAction, ...]:
    """What leads the charge of an officer to a state."""
    return LIVES[state]


def charged(**changed: object) -> File:
    """The file of an officer charged otherwise."""
    return File(changed={Charge: changed})


WRITING = frozenset({Duty.WRITES})
FILES = {
    "charged with writing alone": charged(duties=WRITING),
    "charged with writing alone on 3 March 2025": charged(duties=WRITING, at=DAY.set(2025, 3, 3)),
    "charged on 12 September 2023": charged(at=DAY.set(2023, 9, 12)),
    "charged on 3 June 2019": charged(at=DAY.set(2019, 6, 3)),
    "appeals dropped": File(after={Charge: (DROP,)}),
    "trained for appeals and dropped": File(after={Charge: (TRAIN, DROP)}),
    "attested before": File(after={Charge: (ATTEST,)}),
}
"""How the file of a charge may differ, in the words of the book."""
