"""Who lets a final document of public oversight lie: from which day on, and what it costs."""

from collections.abc import Iterator
from typing import TypeVar

from attrs import frozen
from pendulum import Date, DateTime

from prcomm import Basis, Lifecycle, NotInForce, Reason, ReasonKind, Status
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.sources.citations import Cites, weakest
from prcomm.law.liability import FINE_FOR_A_FINAL_DOCUMENT, Fine
from prcomm.oversight.recommendations import actions as do, model as m
from prcomm.oversight.recommendations.rules import RECOMMENDATION

__all__ = ["Liability", "liability"]

A = TypeVar("A", bound=do.RecommendationAction)
BROKEN = (Status.OVERDUE, Status.LATE)


@frozen
class Liability:
    """For what an official answers: article 198⁷ of the Code of Administrative Liability.

    Attributes:
        breach: the first day of it: that of the refusal to consider, or the day after the last one.
        fine: what it costs on that day, in base units; ``fine.in_soum(unit)`` with the unit of the day.
        pleaded: whether a reason of the delay is stated and not judged yet.
        cites: what it rests on.
    """

    breach: Date
    fine: Fine
    pleaded: bool
    cites: Cites

    @property
    def basis(self) -> Basis:
        """The weakest basis of what it rests on."""
        return weakest(self.cites)


def liability(
    recommendation: m.Recommendation,
    at: DateTime,
    lifecycle: Lifecycle[m.Recommendation, do.RecommendationAction] = RECOMMENDATION,
) -> Liability | None:
    """What an official answers for in a file, as known at an instant; ``None`` for nothing.

    Not to consider a final document at all needs no term, and no reason excuses it. A term that has run out, of which
    a Reform gives the days, is a breach from the day after it, unless the reason was found valid. Only a refusal that
    the law forbade counts, and only a judgement with nothing against it.

    Args:
        recommendation: the file, as lived or as an audit leaves it.
        at: when, with a zone.
        lifecycle: under which law.
    """
    known = lifecycle.as_known(recommendation, at)
    if known is None or known.kind is not m.FINAL_DOCUMENT:
        return None
    found = next(breaches(known, at, lifecycle), None)
    if found is None:
        return None
    breach, rests_on = found
    try:
        fine = lifecycle.law.dated(FINE_FOR_A_FINAL_DOCUMENT).version(breach)
    except NotInForce:
        return None
    pleaded = any(lawful(known, do.StateReason)) and not any(lawful(known, do.JudgeReason))
    return Liability(breach, fine.value, pleaded, tuple(dict.fromkeys((*fine.cites, *rests_on))))


def breaches(
    it: m.Recommendation, at: DateTime, lifecycle: Lifecycle[m.Recommendation, do.RecommendationAction]
) -> Iterator[tuple[Date, Cites]]:
    """The first day of each breach, and what it rests on besides the article: refusals before a term that ran out.

    A term in days is broken from the next day on, one in hours on the day it ends.
    """
    for record in it.history:
        if isinstance(record.action, do.RefuseToConsider) and any(map(is_forbidden, record.against)):
            yield day(ordinal(record.action.at, it.office)), ()
    excused = [judgement.valid for judgement in lawful(it, do.JudgeReason)][-1:] == [True]
    for due in () if excused else lifecycle.due(it, at):
        last = due.last
        if due.name == "consideration" and last is not None and due.status(at) in BROKEN:
            yield last.date() if isinstance(last, DateTime) else last.add(days=1), due.cites


def is_forbidden(reason: Reason) -> bool:
    """Whether the law itself forbids it in words: before article 198⁷ only a neighbouring one did."""
    return reason.kind is ReasonKind.NEVER and reason.is_law


def lawful(it: m.Recommendation, kind: type[A]) -> Iterator[A]:
    """The actions of a kind on file that nothing stands against."""
    return (one.action for one in it.history if isinstance(one.action, kind) and not one.against)
