"""How a record of reports comes to each state, and what may be done about it: what their second book is tried on.

All is done on Thursday 5 March 2026 at ten o'clock, so also the opening, unless the file says another day.
"""

from attrs import evolve
from pendulum import DateTime, datetime
from second_book import File

from prcomm import Actor, Reference
from prcomm.law import office
from prcomm.law.reporting import PF6247
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
from prcomm.oversight.reports import (
    BODY,
    AnnounceDiscussion,
    CloseRecord,
    DeputyReports,
    HearInspector,
    HoldPressConference,
    MeetHokim,
    OpenRecord,
    PublishReport,
    ReportingAction,
    ReportingKind,
    ReportingState,
    ReportToKengash,
)

LAW = PF6247
OFFICE = office("a district IIB")
DAY = datetime(2026, 3, 5, 10, tz=OFFICE.tz)
ACTORS = {
    "REGISTRAR": Actor("registry", REGISTRAR),
    "KENGASH": Actor("kengash", KENGASH),
    "HOKIM": Actor("hokim", HOKIM),
    "HEAD": Actor("chief", HEAD),
    "DEPUTY_HEAD": Actor("deputy", DEPUTY_HEAD),
    "AUTHORISED": Actor("authorised", AUTHORISED),
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
    "SENIOR_INSPECTOR": Actor("inspector", SENIOR_INSPECTOR),
}
ANOTHER_DEPUTY = Actor("another deputy", DEPUTY_HEAD)

OPEN = OpenRecord(at=DAY, by=ACTORS["REGISTRAR"], record="1", kind=BODY, office=OFFICE, holder=ACTORS["DEPUTY_HEAD"].id)
CLOSE = CloseRecord(at=DAY, by=ACTORS["REGISTRAR"])
EXAMPLES: tuple[ReportingAction, ...] = (
    OPEN,
    HearInspector(at=DAY, by=ACTORS["KENGASH"], period="2026-H1", report="digest 1", measures="digest 2"),
    MeetHokim(at=DAY, by=ACTORS["HOKIM"]),
    ReportToKengash(at=DAY, by=ACTORS["HEAD"], period="2026-Q1", report="digest 3"),
    DeputyReports(at=DAY, by=ACTORS["DEPUTY_HEAD"], period="2026-03", report="digest 4"),
    PublishReport(at=DAY, by=ACTORS["PRESS_OFFICER"], period="2026"),
    AnnounceDiscussion(at=DAY, by=ACTORS["PRESS_OFFICER"], period="2026", place="the hall", time="10:00"),
    HoldPressConference(
        at=DAY,
        by=ACTORS["HEAD"],
        period="2026",
        briefing=Reference("briefing", "3"),
        held=True,
        annual=True,
        of_office=OFFICE.id,
    ),
    CLOSE,
)
"""Each action once, as it is lawful wherever it has a place."""

S = ReportingState
LIVES: dict[ReportingState, tuple[ReportingAction, ...]] = {S.KEPT: (), S.CLOSED: (CLOSE,)}


def lives(state: ReportingState, kind: ReportingKind) -> tuple[ReportingAction, ...]:
    """What leads a record of a kind to a state."""
    return (evolve(OPEN, kind=kind), *LIVES[state])


def opened(at: DateTime) -> File:
    """The file of a record that was opened on another day."""
    return File(changed={OpenRecord: {"at": at}})


FILES = {
    "opened on 1 January": opened(DAY.set(month=1, day=1)),
    "opened on 1 February": opened(DAY.set(month=2, day=1)),
    "opened on 1 March": opened(DAY.set(month=3, day=1)),
    "opened on 1 December 2023": opened(DAY.set(year=2023, month=12, day=1)),
}
"""How the file of a record may differ, in the words of the book."""
