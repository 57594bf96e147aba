"""How a vote in a session is counted: who is there for an item, who of them decides, whether it is carried.

Who voted counts for the quorum and the result of the item, there still or not; who left without voting is out of both.
A count, of hands or of ballots, fixes both numbers: who leaves after it changes nothing. So votes and what they are
measured by are always of one set of people.
"""

from typing import TYPE_CHECKING

from prcomm.core.calendar.law import OpenLaw
from prcomm.law.neighbours import MAJORITY, MAJORITY_OF, QUORUM
from prcomm.law.shares import MajorityOf

if TYPE_CHECKING:
    from prcomm.oversight.sessions.model import AgendaItem, Session, Tally

__all__ = ["base", "carried", "deciding", "is_quorum", "tally", "there", "voted_on"]


def is_quorum(some: int, session: "Session", law: OpenLaw) -> bool:
    """Whether so many of those on the roll make a quorum."""
    return law[QUORUM].met(some, len(session.roll))


def those_there(session: "Session", item: "AgendaItem") -> frozenset[str]:
    """Who is there now, and who voted on the item and left since."""
    return frozenset((*session.present, *item.cast, *item.voters))


def there(session: "Session", item: "AgendaItem") -> int:
    """How many are there for an item."""
    return len(those_there(session, item)) if item.counted_there is None else item.counted_there


def deciding(session: "Session", item: "AgendaItem") -> int:
    """How many of them decide on it: all but those recused."""
    return len(those_there(session, item).difference(item.recused)) if item.counted_of is None else item.counted_of


def tally(item: "AgendaItem") -> "Tally":
    """The votes on an item: as they were counted, else by name."""
    return item.counted or item.by_name


def base(session: "Session", item: "AgendaItem", law: OpenLaw) -> int:
    """Of how many the majority is counted, as the law is read."""
    match law[MAJORITY_OF]:
        case MajorityOf.MEMBERS:
            return len(session.roll)
        case MajorityOf.VOTING:
            return tally(item).cast
        case _:
            return deciding(session, item)


def carried(session: "Session", item: "AgendaItem", law: OpenLaw) -> bool:
    """Whether it has its majority. A tie has none."""
    return law[MAJORITY].met(tally(item).in_favour, base(session, item, law))


def voted_on(item: "AgendaItem") -> bool:
    """Whether there is a result to find: votes by name, or a count. Ballots tell nothing until they are counted."""
    return item.counted is not None or bool(item.voters)
