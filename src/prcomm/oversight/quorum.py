"""How a vote in a session is counted: who is there for an item, who of them decides, whether it is carried.

Who voted counts for the quorum and the result of the item, there still or not; who left without voting is out of both.
A count, of hands or of ballots, fixes both numbers: who leaves after it changes nothing. So votes and what they are
measured by are always of one set of people.
"""

from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, Annotated as An

from attrs import frozen

from prcomm.core.calendar.law import OpenLaw
from prcomm.law.neighbours import MAJORITY, MAJORITY_OF, QUORUM
from prcomm.law.shares import MajorityOf

if TYPE_CHECKING:
    from prcomm.oversight.sessions.model import AgendaItem, Session

__all__ = ["Choice", "Tally", "base", "carried", "deciding", "is_quorum", "tally", "there", "voted_on"]


class Choice(Enum):
    """How somebody votes in an open vote."""

    FOR = 1
    AGAINST = 2
    ABSTAINED = 3


@frozen
class Tally:
    """The votes on an item, in numbers."""

    in_favour: An[int, "how many for it"]
    against: An[int, "how many against it"]
    abstained: An[int, "how many for neither"]
    spoilt: An[int, "how many ballots that say nothing"] = 0

    @property
    def cast(self) -> int:
        """All of them."""
        return self.in_favour + self.against + self.abstained + self.spoilt

    @property
    def possible(self) -> bool:
        """Whether they can be numbers of votes."""
        return min(self.in_favour, self.against, self.abstained, self.spoilt) >= 0


def is_quorum(some: int, session: "Session", law: OpenLaw) -> bool:
    """Whether so many of those on the roll make a quorum."""
    return law[QUORUM].met(some, len(session.roll))


def those_there(session: "Session", item: "AgendaItem") -> frozenset[str]:
    """Who is there now, and who voted on the item and left since."""
    return frozenset((*session.present, *item.cast, *(who for who, _ in item.votes)))


def there(session: "Session", item: "AgendaItem") -> int:
    """How many are there for an item."""
    return len(those_there(session, item)) if item.counted_there is None else item.counted_there


def deciding(session: "Session", item: "AgendaItem") -> int:
    """How many of them decide on it: all but those recused."""
    return len(those_there(session, item).difference(item.recused)) if item.counted_of is None else item.counted_of


def tally(item: "AgendaItem") -> Tally:
    """The votes on an item: as counted, else by those who voted by name."""
    return item.counted or tallied(choice for _, choice in item.votes)


def tallied(choices: Iterable[Choice]) -> Tally:
    given = list(choices)
    return Tally(*(given.count(choice) for choice in Choice))


def base(session: "Session", item: "AgendaItem", law: OpenLaw) -> int:
    """Of how many the majority is counted, as the law is read."""
    match law[MAJORITY_OF]:
        case MajorityOf.MEMBERS:
            return len(session.roll)
        case MajorityOf.VOTING:
            return tally(item).cast
        case MajorityOf.PRESENT:
            return deciding(session, item)


def carried(session: "Session", item: "AgendaItem", law: OpenLaw) -> bool:
    """Whether it has its majority. A tie has none."""
    return law[MAJORITY].met(tally(item).in_favour, base(session, item, law))


def voted_on(item: "AgendaItem") -> bool:
    """Whether there is a result to find: votes by name, or a count. Ballots tell nothing until they are counted."""
    return item.counted is not None or bool(item.votes)
