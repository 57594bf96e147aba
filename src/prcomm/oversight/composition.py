"""Who sits in a public council, by the criteria that openness is assessed by, and where its sources contradict.

A report: whatever it says, the council is lawful. Nothing here is ever a guard.
"""

from collections import Counter
from datetime import date
from typing import Annotated as An, TypeVar

from attrs import frozen

from prcomm.core.calendar.days import ordinal
from prcomm.core.calendar.law import Law
from prcomm.core.sources.citations import Basis, Citation, Cites, weakest
from prcomm.core.sources.dated import Dated, Version
from prcomm.core.values.errors import NotInForce
from prcomm.law import UZ
from prcomm.law.practice import PRACTICE
from prcomm.law.public_councils import LEAST_MEMBERS, PF154, PQ10, PQ3837, SHARE_OF_NGO_SEATS
from prcomm.oversight import councils as c

T = TypeVar("T")


@frozen
class Criterion:
    """One criterion, and how a council stands by it."""

    name: An[str, "what is asked"]
    has: An[int, "how many there are"]
    unclear: An[int, "how many more there may be: nobody knows whose seats they are"]
    needs: An[int | None, "how many there must be; ``None`` where no figure is known for that day"]
    cites: An[Cites, "what asks for it"]

    @property
    def met(self) -> bool | None:
        """Whether it is met; ``None`` where that can't be said."""
        if self.needs is None or self.has < self.needs <= self.has + self.unclear:
            return None
        return self.has >= self.needs

    @property
    def basis(self) -> Basis:
        """The weakest basis of what asks for it."""
        return weakest(self.cites)


@frozen
class Group:
    """One of the groups of whom PQ-10 has the councils at internal affairs bodies made."""

    category: An[c.Category, "who they are"]
    number: An[int, "how many of them are members"]

    @property
    def present(self) -> bool:
        """Whether it is there at all."""
        return self.number > 0


@frozen
class Composition:
    """Who sat in a council at the end of a day."""

    on: An[date, "that day"]
    number: An[int, "how many members were appointed"]
    criteria: An[tuple[Criterion, ...], "seats, agreement of the Public Chamber, size and working groups"]
    groups: An[tuple[Group, ...], "scholars, veterans and journalists"]
    posts: An[c.Elections, "who held which post"]
    by_category: An[tuple[tuple[c.Category, int], ...], "how many of each category"]
    by_nominator: An[tuple[tuple[str, int], ...], "how many by the institution that nominated them"]

    @property
    def compliant(self) -> bool:
        """Whether each criterion is met for certain."""
        return all(criterion.met for criterion in self.criteria)


@frozen
class Conflict:
    """Where two sources say different things of such a council. It forbids nothing."""

    text: An[str, "what they say"]
    one: An[Citation, "the one"]
    other: An[Citation, "the other"]
    resolved: An[bool, "whether a rule says which of them holds"]
    by: An[str, "that rule"] = ""
    basis: An[Basis | None, "how that rule is known"] = None


GROUPS = (c.Category.SCHOLAR, c.Category.VETERAN, c.Category.JOURNALIST)
SEATS, CHAMBER, SIZE, WORKING_GROUPS = (PF154("the public council", part) for part in (1, 2, 3, 4))


def composition(council: c.Council, on: date, law: Law = UZ) -> Composition:
    """Who sat in the council at the end of a day, under the law of that day: nobody, if there was none yet."""
    known = [record for record in council.history if ordinal(record.action.at, council.office) <= on.toordinal()]
    then = c.COUNCIL.restore(known) if known else None
    seated = [] if then is None else [one for one in then.members if one.state is c.MembershipState.APPOINTED]
    of, seats, number = Counter(one.category for one in seated), Counter(one.seat for one in seated), len(seated)
    share, least = _version(SHARE_OF_NGO_SEATS, on, law), _version(LEAST_MEMBERS, on, law)
    enough = None if share is None else next((n for n in range(number + 1) if share.value.met(n, number)), 0)
    criteria = (
        Criterion("NGO seats", seats[c.Seat.NGO], seats[c.Seat.UNCLEAR], enough, _cites(share, SEATS)),
        Criterion("Public Chamber", int(then is not None and then.chamber_agreed), 0, 1, (CHAMBER,)),
        Criterion("size", number, 0, None if least is None else least.value, _cites(least, SIZE)),
        Criterion("working groups", 0 if then is None else len(then.groups), 0, 1, (WORKING_GROUPS,)),
    )
    return Composition(
        on, number, criteria, tuple(Group(one, of[one]) for one in GROUPS), () if then is None else then.filled,
        tuple((one, of[one]) for one in c.Category), tuple(Counter(one.nominated_by for one in seated).items()),
    )  # fmt: skip


def _version(value: Dated[T], on: date, law: Law) -> Version[T] | None:
    """A figure as it stands on a day; ``None`` where none is known."""
    try:
        return law.dated(value).version(on)
    except NotInForce:
        return None


def _cites(version: Version[T] | None, place: Citation) -> Cites:
    return (place,) if version is None else version.cites


_ALONE = PQ3837(3)
CONFLICTS = {
    c.TERRITORIAL: Conflict(
        "the model regulation has a council at the central apparatus; PQ-10 has one at each territorial division too",
        _ALONE, PQ10(6, 1), resolved=True, by="the later and special act prevails", basis=Basis.INFERRED,
    ),
    c.OTHER_TERRITORIAL: Conflict(
        "the model regulation has a council at the central apparatus; territorial offices were seen to have their own",
        _ALONE, PRACTICE("Khorezm 2019"), resolved=False,
    ),
}  # fmt: skip
"""By the kind of council: about the other two kinds the sources agree."""


def conflicts(council: c.Council) -> tuple[Conflict, ...]:
    """What the sources contradict each other in about such a council: a warning, never a refusal."""
    return (CONFLICTS[council.kind],) if council.kind in CONFLICTS else ()
