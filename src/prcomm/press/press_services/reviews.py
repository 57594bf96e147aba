"""What a review of a press service looks at: five shares of its work over some days, counted from its files."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import takewhile
from typing import Annotated as An

from attrs import frozen
from pendulum import DateTime

from prcomm.core.calendar.days import ordinal
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.people import Office
from prcomm.core.table.dues import Due, Status
from prcomm.core.table.entities import Action, Entity, Record, State, earlier
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press import briefings as br, requests as rq
from prcomm.press.monitoring import Find, FoundItem, Judging
from prcomm.press.press_services.actions import ServiceAction
from prcomm.press.press_services.model import PressService
from prcomm.press.press_services.rules import PRESS_SERVICE
from prcomm.press.releases import Correct, Publish, Release

__all__ = ["Ratio", "Review", "review"]

DECIDED = (Status.MET, Status.MET_BY_ANALOGY, Status.LATE, Status.OVERDUE)
"""How a month stands that is over, or in which a briefing was held."""
REVIEW_CITES = (SOURCE_ARTICLE(59),)
"""The article behind the project: the quality of the work."""


@frozen
class Ratio:
    """So many of so many: one is never told without the other."""

    numerator: An[int, "how many"]
    denominator: An[int, "of how many"]

    @property
    def share(self) -> Fraction | None:
        """The one divided by the other; ``None`` of nothing: it is neither none nor all."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    def __str__(self) -> str:
        return f"{self.numerator} of {self.denominator}"


@frozen(kw_only=True)
class Review:
    """How a press service worked over some days: a report, and a condition of nothing."""

    months_met: An[Ratio, "months in which a briefing was held, of the months in which one was owed"]
    media_in_time: An[Ratio, "requests of editorial offices decided in time, of those decided that had a term"]
    judged: An[Ratio, "found items on which there was a verdict by the last day, of those found"]
    corrected: An[Ratio, "releases corrected by the last day, of those published"]
    announced: An[Ratio, "briefings announced on the site before they were held, of those held"]


@frozen
class Span:
    """The days of a review, by the office's clock, as known at an instant."""

    office: Office
    first: date
    last: date
    at: DateTime

    def known(self, entity: Entity[State]) -> list[Record]:
        """What was done by the last day, and was on file at the instant."""
        records = (record for record in entity.told if not earlier(self.at, record.known))
        return [record for record in records if self._day(record) <= self.last.toordinal()]

    def first_of(self, entity: Entity[State], *actions: type[Action]) -> Record | None:
        """The first record of any of these actions, if it lies in the days."""
        record = next((one for one in self.known(entity) if isinstance(one.action, actions)), None)
        return record if record is not None and self._day(record) >= self.first.toordinal() else None

    def has(self, entity: Entity[State], action: type[Action]) -> bool:
        """Whether such an action was done by the last day."""
        return any(isinstance(record.action, action) for record in self.known(entity))

    def _day(self, record: Record) -> int:
        return ordinal(record.action.at, self.office)


def review(
    service: PressService,
    briefings: Iterable[br.Briefing],
    requests: Iterable[rq.Request],
    found: Iterable[FoundItem],
    releases: Iterable[Release],
    first: date,
    last: date,
    at: DateTime,
    *,
    of: Lifecycle[PressService, ServiceAction] = PRESS_SERVICE,
    requests_of: Lifecycle[rq.Request, rq.RequestAction] = rq.REQUEST,
) -> Review:
    """What the files of a press service's office tell of its work from one day to another; those of other offices are
    left out.

    Args:
        service: the press service.
        briefings: files of briefings.
        requests: files of requests.
        found: files of found items.
        releases: files of releases.
        first: the first day.
        last: the last day.
        at: as known when: what was done later, or entered later, is not yet known.
        of: the lifecycle of press services, where it is another than the library's.
        requests_of: that of requests.
    """
    days, here = Span(service.office, first, last, at), service.office.id
    months = [due for due in of.due(service, at) if due.name == "briefing_each_month" and _within(due, first, last)]
    months = [due for due in months if due.status(at) in DECIDED]
    media = [one for one in requests if one.office.id == here and one.kind is rq.MEDIA]
    decided = (one for one in media if days.first_of(one, *rq.DECISIONS))
    terms = [due for one in decided if (due := rq.term_of_decision(one, at, of=requests_of)) is not None]
    items = [one for one in found if one.office.id == here and days.first_of(one, Find)]
    texts = [one for one in releases if one.office.id == here and days.first_of(one, Publish)]
    held = [one for one in briefings if one.office.id == here and days.first_of(one, br.Hold)]
    return Review(
        months_met=Ratio(sum(due.status(at) is Status.MET for due in months), len(months)),
        media_in_time=Ratio(sum(due.status(at) is Status.MET for due in terms), len(terms)),
        judged=Ratio(sum(days.has(one, Judging) for one in items), len(items)),
        corrected=Ratio(sum(days.has(one, Correct) for one in texts), len(texts)),
        announced=Ratio(sum(map(_announced_on_site, held)), len(held)),
    )


def _within(due: Due, first: date, last: date) -> bool:
    return due.last is not None and first.toordinal() <= due.last.toordinal() <= last.toordinal()


def _announced_on_site(briefing: br.Briefing) -> bool:
    """Whether it was held as it was last announced, and that on the site."""
    before = takewhile(lambda record: not isinstance(record.action, br.Hold), briefing.told)
    announced = [record.action for record in before if isinstance(record.action, br.Announce)]
    return bool(announced) and announced[-1].on_site
