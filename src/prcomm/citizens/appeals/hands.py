"""Whose hand: one acts in one's own appeal, nobody on what is complained of in them, who is charged does the work.

The Law says only that an appeal is not sent or given to who is complained of, and that one withdraws the own. The rest
follows from what these rules are for, and says so: ``INFERRED``.
"""

from attrs import evolve

from prcomm import Action, Actor, Basis, Person, given, guard
from prcomm.citizens.appeals import actions as do, model as m
from prcomm.law.orq445 import ORQ445
from prcomm.law.roles import EXECUTOR, REPRESENTATIVE

NOBODY_JUDGES = ORQ445(25, 3).by(Basis.INFERRED)
CHARGED = ORQ445(24, 3).by(Basis.INFERRED)


def stands_in(it: m.Appeal, by: Actor) -> str:
    """Who a representative is, by the id that files know: ``of`` may also say for which appellant they act."""
    return by.id if by.of in it.appellant_ids else by.known_as


def their_own(it: m.Appeal, by: Actor) -> tuple[str, ...]:
    """Whoever acts, if they are among those who appeal."""
    return tuple(one for one in it.remaining_ids if one == by.known_as)


def is_proved(it: m.Appeal, by: Actor) -> bool:
    """Whether somebody is the representative whose authority is proved: for all who appeal, or for the one that is
    named; for nobody who has left."""
    proved = it.representative is not None and it.representative.id == stands_in(it, by) and bool(it.authority)
    return proved and bool(their_own(it, by) if by.of in it.appellant_ids else it.remaining_ids)


def in_their_own(it: m.Appeal, a: do.AppealAction) -> bool:
    """Of one that named nobody, also whoever now gives their name."""
    names = isinstance(a, do.Complete) and not it.appellants and a.by.known_as in {one.id for one in a.appellants}
    return names or a.by.role == REPRESENTATIVE or bool(their_own(it, a.by))


@guard(
    "only a representative with authority acts for another",
    ORQ445(6, 7).by(Basis.INFERRED),
    remedy="have the authority proved",
)
def with_authority(it: m.Appeal, a: do.AppealAction) -> bool:
    brought = isinstance(a, do.AddMaterials) and bool(a.authority)
    return a.by.role != REPRESENTATIVE or brought or is_proved(it, a.by)


@guard("an appeal never goes to the body or official complained of", ORQ445(25, 3), remedy="give it to somebody else")
def not_to_the_accused(it: m.Appeal, a: do.Forward | do.ForwardPart | do.Assign) -> bool:
    goes_to = a.executors if isinstance(a, do.Assign) else (a.to,)
    return not any(one in it.against for one in goes_to)


@guard("who is complained of does nothing about the complaint", NOBODY_JUDGES, remedy="leave it to somebody else")
def nobody_accused(it: m.Appeal, a: Action) -> bool:
    elsewhere = a.by.office != it.office.id
    return a.by.known_as not in it.against and not (elsewhere and a.by.office in it.against)


@guard("what was sent on to the body complained of is not given out there", NOBODY_JUDGES, remedy="send it on")
def no_body_accused(it: m.Appeal, a: do.Assign) -> bool:
    return it.came_from is None or it.office.id not in it.against


@guard("where somebody is charged with it, only they work on it", CHARGED)
def who_is_charged(it: m.Appeal, a: do.AppealAction) -> bool:
    return not it.executors or a.by.known_as in it.executors or a.by.office in it.executors


@guard("the executor does it; where nobody is charged, who decides where it goes", CHARGED)
def who_is_there(it: m.Appeal, a: do.AppealAction) -> bool:
    return (a.by.role == EXECUTOR) is bool(it.executors)


@guard("only who put it on control takes it off", ORQ445(34, 2))
def who_controls_it(it: m.Appeal, a: do.TakeOffControl) -> bool:
    """Who put it on control; where that one proves to be complained of, another."""
    return a.by.known_as == it.control_by or it.control_by in it.against


THE_APPELLANT = (given("one acts in the own appeal", ORQ445(32, 1).by(Basis.INFERRED), in_their_own), with_authority)
THE_CHARGED = (nobody_accused, who_is_charged)
CHARGED_OR_DESK = (*THE_CHARGED, who_is_there)


def with_materials(it: m.Appeal, a: do.AddMaterials) -> m.Appeal:
    """Who proves their own authority is the representative from then on."""
    acting, by = it.representative, stands_in(it, a.by)
    if a.authority and a.by.role == REPRESENTATIVE and (acting is None or acting.id != by):
        acting = Person(by)
    return evolve(it, authority=a.authority or it.authority, representative=acting)


def withdrawn(it: m.Appeal, a: do.Withdraw) -> m.Appeal:
    """One of several withdraws for themselves alone, or somebody for that one; with the last of them, or for all, the
    appeal is withdrawn."""
    theirs = their_own(it, a.by)
    if theirs and len(theirs) < len(it.remaining):
        return evolve(it, gone=(*it.gone, *theirs))
    return evolve(it, withdrawal=a.what)
