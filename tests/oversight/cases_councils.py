"""Councils lived through as far as a case needs, and what is said against an action.

What asks about a life asks ``COUNCIL``, unless another lifecycle is given. 16 January 2026 is a Friday.
"""

from collections.abc import Iterable

import pendulum
from oversight.lives_councils import ACTORS, FOUNDING_SESSION, THIS
from pendulum import DateTime

from prcomm import Actor, Basis, Due, Lifecycle, Reason, ReasonKind, Reference, Status
from prcomm.core.sources.citations import Citation
from prcomm.law import office
from prcomm.law.practice import PRACTICE
from prcomm.law.public_councils import PQ3837
from prcomm.law.roles import CANDIDATE, CHAIR, DEPUTY_CHAIR
from prcomm.oversight.councils import (
    COUNCIL,
    TERRITORIAL,
    Activate,
    Appoint,
    BeginRenewal,
    Category,
    Consent,
    Constitute,
    Council,
    CouncilAction,
    CouncilState,
    Elect,
    EndMembership,
    Membership,
    MembershipState,
    Nominate,
    NoteSession,
    Post,
    Propose,
)

Councils = Lifecycle[Council, CouncilAction]

BODY = office("district IIB")
CHIEF, OFFICIAL = ACTORS["HEAD"], ACTORS["AUTHORISED"]
ANVAR, BARNO, KEEPER = Actor("anvar", CHAIR), Actor("barno", DEPUTY_CHAIR), ACTORS["SECRETARY"]
SEATED = ("anvar", "barno", "dilnoza")
S, M = CouncilState, MembershipState
FOUNDED = PRACTICE("Samarkand 2023")
VOLUNTARY, BY_THE_HEAD = PQ3837(2).by(Basis.INFERRED), PQ3837(4).by(Basis.INFERRED)


def on(year: int, month: int, day: int) -> DateTime:
    return pendulum.datetime(year, month, day, 10, tz=BODY.tz)


def at(month: int, day: int) -> DateTime:
    return on(2026, month, day)


def nominate(who: str, when: DateTime, **said) -> Nominate:
    return Nominate(at=when, by=OFFICIAL, member=who, **({"category": Category.SCHOLAR} | said))


def agree(who: str, when: DateTime) -> tuple[CouncilAction, ...]:
    return nominate(who, when), Consent(at=when, by=Actor(who, CANDIDATE), member=who)


def seat(who: str, when: DateTime) -> tuple[CouncilAction, ...]:
    return *agree(who, when), Appoint(at=when, by=CHIEF, member=who, order="order 1")


def propose(when: DateTime, kind=TERRITORIAL) -> Propose:
    return Propose(at=when, by=CHIEF, council="c1", kind=kind, office=BODY)


def constitute(when: DateTime, **said) -> Constitute:
    return Constitute(at=when, by=CHIEF, **({"order": "order 2", "regulation": "regulation 1"} | said))


def activate(when: DateTime, **said) -> Activate:
    founding = {"session": FOUNDING_SESSION, "council": THIS, "held_at": when, "founding": True, "chair": "anvar"}
    return Activate(at=when, by=OFFICIAL, **(founding | said))


def elect(when: DateTime, post: Post = Post.DEPUTY_CHAIR, elected: str = "barno", **said) -> Elect:
    told = {"session": Reference("session", "2"), "council": THIS, "held_at": when} | said
    return Elect(at=when, by=KEEPER, post=post, elected=elected, **told)


def note(when: DateTime, session: str = "2", **said) -> NoteSession:
    told = {"session": Reference("session", session), "council": THIS, "held_at": when, "held": True} | said
    return NoteSession(at=when, by=KEEPER, **told)


def renew(when: DateTime) -> BeginRenewal:
    return BeginRenewal(at=when, by=CHIEF)


def end(who: str, when: DateTime) -> EndMembership:
    return EndMembership(at=when, by=CHIEF, member=who, order="order 5")


def formed(when: DateTime, members: Iterable[str] = SEATED) -> tuple[CouncilAction, ...]:
    return propose(when), *(step for who in members for step in seat(who, when))


def life(*steps: CouncilAction, lifecycle: Councils | None = None) -> Council:
    return (lifecycle or COUNCIL).replay(steps)


def constituted(when: DateTime, *more: CouncilAction, lifecycle: Councils | None = None) -> Council:
    return life(*formed(when), constitute(when), *more, lifecycle=lifecycle)


def at_work(when: DateTime, *more: CouncilAction, lifecycle: Councils | None = None) -> Council:
    return constituted(when, activate(when), *more, lifecycle=lifecycle)


def against(council: Council, action: CouncilAction, lifecycle: Councils | None = None) -> tuple[Reason, ...]:
    return (lifecycle or COUNCIL).explain(council, action).reasons


def refused(council: Council, action: CouncilAction, *cites: Citation, lifecycle: Councils | None = None) -> bool:
    """That it is refused for one reason for each of these places, and no other; whether by law."""
    verdict = (lifecycle or COUNCIL).explain(council, action)
    assert {reason.kind for reason in verdict.reasons} <= {ReasonKind.GUARD, ReasonKind.ROLE}
    assert sorted(str(reason.cites) for reason in verdict.reasons) == sorted(str((cite,)) for cite in cites)
    assert str(verdict).startswith("not by law: ") is not verdict.is_law
    return verdict.is_law


def accepted(council: Council, action: CouncilAction, lifecycle: Councils | None = None) -> Council:
    return (lifecycle or COUNCIL).apply(council, action)


def has_no_place(council: Council, action: CouncilAction) -> bool:
    return [reason.kind for reason in against(council, action)] == [ReasonKind.STATE]


def forbidden(council: Council, action: CouncilAction) -> Reason:
    (reason,) = against(council, action)
    assert reason.kind is ReasonKind.NEVER
    return reason


def membership(council: Council, who: str) -> Membership:
    (one,) = (one for one in council.members if one.id == who)
    return one


def status(council: Council, name: str, when: DateTime, lifecycle: Councils | None = None) -> Status:
    return last(council, name, when, lifecycle).status(when)


def last(council: Council, name: str, when: DateTime, lifecycle: Councils | None = None) -> Due:
    return [due for due in (lifecycle or COUNCIL).due(council, when) if due.name == name][-1]
