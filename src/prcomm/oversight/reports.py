"""Who of internal affairs bodies reports to whom, and every body's yearly report: PQ-5050, PF-6247, the law of 2022."""

import re
from datetime import date
from typing import Annotated as An, Protocol

from attrs import evolve, frozen
from pendulum import DateTime

from prcomm import (
    SAME,
    Action,
    Actor,
    Entity,
    Guard,
    Kind,
    Lifecycle,
    Office,
    Phase,
    Record,
    Reference,
    State,
    Status,
    Who,
    each_half_year,
    each_month,
    each_quarter,
    each_year,
    given,
    owes,
    rows,
)
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.calendar.periods import Each
from prcomm.core.values.messages import Message, Say, in_english, scoped
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.reporting import LAW_2022, PF6247, PQ5050
from prcomm.law.roles import (
    AUTHORISED,
    DEPUTY_HEAD,
    HEAD,
    HOKIM,
    KENGASH,
    PRESS_HEAD,
    PRESS_OFFICER,
    REGISTRAR,
    SENIOR_INSPECTOR,
)


class ReportingKind(Kind):
    """Whose reports these are: of a mahalla's law-and-order point, which a senior inspector leads; of a district, city
    or regional internal affairs body; of one deputy of its head; of any other body, the Ministry among them."""

    POINT = 1
    TERRITORIAL = 2
    DEPUTY = 3
    BODY = 4


class ReportingState(State):
    """Where a record of reports stands."""

    KEPT = 1, Phase.ACT
    CLOSED = 2, Phase.EVALUATION


POINT, TERRITORIAL, DEPUTY, BODY = ReportingKind
S, YEARLY = ReportingState, TERRITORIAL | BODY


class Briefing(Protocol):
    """What is read of a briefing of the press wing: the wings do not import each other."""

    @property
    def id(self) -> str: ...
    @property
    def office(self) -> Office: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def history(self) -> tuple[Record, ...]: ...


@frozen(kw_only=True)
class ReportingAction(Action):
    """What is done about reports."""


@frozen(kw_only=True)
class OpenRecord(ReportingAction):
    """A record of reports is opened: from then on they are owed."""

    record: An[str, "the reference of the record"]
    kind: An[ReportingKind, "whose reports these are"]
    office: An[Office, "the body, or the one to which the point or the deputy belongs"]
    holder: An[str, "of a deputy's record, the id of the deputy"] = ""


@frozen(kw_only=True)
class ForAPeriod(ReportingAction):
    """What is done for one period, whenever it is done."""

    period: An[str, "that period, as 2026-H1, 2026-Q2, 2026-02 or 2026"]


@frozen(kw_only=True)
class HearInspector(ForAPeriod):
    """The Kengash hears the senior inspector."""

    report: An[str, "a reference to the report"] = ""
    measures: An[str, "a reference to the measures that the Kengash set"] = ""


@frozen(kw_only=True)
class MeetHokim(ReportingAction):
    """The hokim meets the senior inspector in person."""


@frozen(kw_only=True)
class ReportToKengash(ForAPeriod):
    """The head of a territorial body reports to the Kengash."""

    report: An[str, "a reference to the report"] = ""


@frozen(kw_only=True)
class DeputyReports(ForAPeriod):
    """A deputy of the head reports to the Kengash."""

    report: An[str, "a reference to the report"] = ""


@frozen(kw_only=True)
class PublishReport(ForAPeriod):
    """The yearly report is published."""

    on_official_site: An[bool, "whether it stands on the official site"] = True
    secrets_left_out: An[bool, "whether state secrets and data for official use are left out"] = True


@frozen(kw_only=True)
class AnnounceDiscussion(ForAPeriod):
    """It is announced where and when the yearly report is discussed with the public."""

    place: An[str, "where"] = ""
    time: An[str, "when"] = ""


@frozen(kw_only=True)
class HoldPressConference(ForAPeriod):
    """There was a press conference on the yearly report."""

    briefing: An[Reference | None, "its file"] = None
    held: An[bool, "whether it was held"] = False
    annual: An[bool, "whether it was on the yearly report"] = False
    of_office: An[str, "the id of the body that held it"] = ""

    @classmethod
    def of(cls, briefing: Briefing, *, period: str, at: DateTime, by: Actor) -> "HoldPressConference":
        """What the file of a briefing says of it."""
        held = any(record.state.name == "HELD" for record in briefing.history)
        annual, where = briefing.kind.name == "ANNUAL", Reference("briefing", briefing.id)
        of_office = briefing.office.id
        return cls(at=at, by=by, period=period, briefing=where, held=held, annual=annual, of_office=of_office)


@frozen(kw_only=True)
class CloseRecord(ReportingAction):
    """The record is closed: from then on nothing more is owed."""


@frozen(kw_only=True)
class ReportingBody(Entity[ReportingState]):
    """Whose reports a record is of."""

    kind: An[ReportingKind, "whose reports these are"]
    holder: An[str, "of a deputy's record, the id of the deputy"] = ""
    conferences: An[tuple[Reference, ...], "the press conferences on the yearly reports"] = ()

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files it names."""
        return self.conferences


NAMES = {12: "", 6: "-H[12]", 3: "-Q[1-4]", 1: "-(0[1-9]|1[0-2])"}
"""What follows the year in the name of a period, by its months: so names of one length stand in order of time."""


def of_a(each: Each) -> Guard[ReportingBody, ForAPeriod]:
    """What is asked of each action that is for a period of that length."""
    name = re.compile("[1-9][0-9]{3}" + NAMES[each.months])

    def begun(body: ReportingBody, action: ForAPeriod) -> bool:
        running = each.period(day(ordinal(action.at, body.office)))
        return name.fullmatch(action.period) is not None and action.period <= running.key

    return given("the period it is for is named, and has begun", HOUSE(39), begun)


HEARING, MEETING = PQ5050(1, 2), PQ5050(1, 1)
OF_HEADS, OF_DEPUTIES = LAW_2022("reports to the Kengash", 1), LAW_2022("reports to the Kengash", 2)
REPORT, DISCUSSION, CONFERENCE = PF6247(2, 1), PF6247(2, 2), PF6247(2, 3)
POINTS_SINCE, BODIES_SINCE, HEADS_SINCE = date(2021, 4, 2), date(2021, 6, 16), date(2023, 1, 1)
DISCUSSED_SINCE = date(2024, 4, 19)
"""The first day of the edition that was read: whether earlier ones asked for the announcement is not known."""
HALF_YEAR, QUARTER, MONTH, YEAR = each_half_year(), each_quarter(), each_month(), each_year()
KEEPER, CHIEF = Who(REGISTRAR, HOUSE(30)), Who(HEAD, HOUSE(30))
TELLING = Who(PRESS_OFFICER | PRESS_HEAD | AUTHORISED, HOUSE(30))
CONFERRING = Who(HEAD | AUTHORISED | PRESS_OFFICER | PRESS_HEAD, HOUSE(30))

row = rows(ReportingBody, ReportingState, ReportingAction)
owed = owes(ReportingBody, ReportingAction)
# fmt: off
TRANSITIONS = (
    #   in state action               leads to  who may      under        given that, and then
    row.start(   OpenRecord,          S.KEPT,   KEEPER,      HEARING,     id="record", only=POINT, since=POINTS_SINCE),
    row.start(   OpenRecord,          S.KEPT,   KEEPER,      HOUSE(31),   id="record", only=TERRITORIAL,
        since=HEADS_SINCE),
    row.start(   OpenRecord,          S.KEPT,   KEEPER,      HOUSE(31),
        given("the deputy is named", HOUSE(39), lambda a: bool(a.holder)),
        id="record", only=DEPUTY, since=HEADS_SINCE),
    row.start(   OpenRecord,          S.KEPT,   KEEPER,      REPORT,      id="record", only=BODY, since=BODIES_SINCE),
    row(S.KEPT,  HearInspector,       SAME,     KENGASH,     HEARING,     of_a(HALF_YEAR),
        given("the report is heard and measures are set", HEARING, lambda b, a: bool(a.report and a.measures)),
        only=POINT),
    row(S.KEPT,  MeetHokim,           SAME,     HOKIM,       MEETING,     only=POINT),
    row(S.KEPT,  ReportToKengash,     SAME,     HEAD,        OF_HEADS,    of_a(QUARTER),
        given("the report is on file", OF_HEADS, lambda b, a: bool(a.report)), only=TERRITORIAL),
    row(S.KEPT,  DeputyReports,       SAME,     DEPUTY_HEAD, OF_DEPUTIES, of_a(MONTH),
        given("the deputy reports, nobody else", HOUSE(39), lambda b, a: a.by.known_as == b.holder),
        given("the report is on file", OF_DEPUTIES, lambda b, a: bool(a.report)), only=DEPUTY),
    row(S.KEPT,  PublishReport,       SAME,     TELLING,     REPORT,      of_a(YEAR),
        given("it is published on the official site", REPORT, lambda b, a: a.on_official_site),
        given("state secrets and data for official use are left out", REPORT, lambda b, a: a.secrets_left_out),
        only=YEARLY),
    row(S.KEPT,  AnnounceDiscussion,  SAME,     TELLING,     DISCUSSION,  of_a(YEAR),
        given("place and time of the discussion are given", DISCUSSION, lambda b, a: bool(a.place and a.time)),
        only=YEARLY, since=DISCUSSED_SINCE),
    row(S.KEPT,  HoldPressConference, SAME,     CONFERRING,  CONFERENCE,  of_a(YEAR),
        given("a press conference of this body on its report was held", CONFERENCE,
              lambda b, a: a.briefing is not None and a.held and a.annual and a.of_office == b.office.id),
        only=YEARLY, then=lambda b, a: evolve(b, conferences=(*b.conferences, *filter(None, (a.briefing,))))),
    row(S.KEPT,  CloseRecord,         S.CLOSED, REGISTRAR,   HOUSE(30)),
)
DEADLINES = (
    #    what is owed         begins      within                      met by               owed by      under
    owed("inspector_report",  OpenRecord, HALF_YEAR,                  HearInspector,       SENIOR_INSPECTOR, HEARING,
         only=POINT, per="period", until=CloseRecord),
    owed("hokim_meeting",     OpenRecord, MONTH,                      MeetHokim,           HOKIM,       MEETING,
         only=POINT, until=CloseRecord),
    owed("head_report",       OpenRecord, QUARTER,                    ReportToKengash,     HEAD,        OF_HEADS,
         only=TERRITORIAL, per="period", until=CloseRecord),
    owed("deputy_report",     OpenRecord, MONTH,                      DeputyReports,       DEPUTY_HEAD, OF_DEPUTIES,
         only=DEPUTY, per="period", until=CloseRecord),
    owed("activity_report",   OpenRecord, each_year(month=3, day=1),  PublishReport,       CHIEF,       REPORT,
         only=YEARLY, per="period", until=CloseRecord),
    owed("discussion_notice", OpenRecord, each_year(month=3, day=10), AnnounceDiscussion,  CHIEF,       DISCUSSION,
         only=YEARLY, per="period", until=CloseRecord, first_day=DISCUSSED_SINCE),
    owed("press_conference",  OpenRecord, each_year(month=4, day=1),  HoldPressConference, CHIEF,       CONFERENCE,
         only=YEARLY, per="period", until=CloseRecord),
)
# fmt: on
REPORTS = Lifecycle("reports", TRANSITIONS, DEADLINES, law=UZ, final=S.CLOSED)
"""The record of the reports of a point, a territorial body, a deputy of its head, or any other body."""

TOLD = Message("{due} {period}: {how}", of="reports")
HEARD_LATE = Message("heard on {on}, for the period before", of="reports")


@frozen
class Reported:
    """How one duty stands for one period."""

    name: An[str, "the duty, by the name of its deadline"]
    period: An[str, "the period"]
    last: An[date | None, "its last day"]
    on: An[date | None, "the day on which it was done; ``None`` if it was not"]
    status: An[Status, "how it stands"]

    def rendered(self, say: Say) -> str:
        """The same in one line, in the language of ``say``."""
        how = HEARD_LATE(on=self.on) if self.status is Status.LATE else self.status
        return say(TOLD(due=scoped(self.name, "reports", "deadline"), period=self.period, how=how))

    def __str__(self) -> str:
        return self.rendered(in_english)


def reported(
    body: ReportingBody, at: DateTime, of: Lifecycle[ReportingBody, ReportingAction] = REPORTS
) -> tuple[Reported, ...]:
    """How each duty stands for each period up to an instant, the running ones too."""
    return tuple(Reported(one.name, str(one.key), one.last, one.met, one.status(at)) for one in of.due(body, at))
