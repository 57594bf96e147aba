"""The table of press services: what may be done about one by whom, and what it owes."""

from datetime import date

from attrs import evolve

from prcomm import (
    PROMPTLY,
    SAME,
    Context,
    Law,
    Lifecycle,
    Months,
    Term,
    Who,
    by_law,
    each_month,
    given,
    guard,
    owes,
    rows,
)
from prcomm.core.calendar.days import day, ordinal
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.press_acts import (
    A_MONTH_OF_BRIEFINGS,
    BRIEFING_MONTH,
    CENTRAL_UNIT,
    CHARTER,
    CM125,
    CM882,
    COORDINATOR,
    HELP_IS_NO_PUNISHMENT,
    BriefingMonth,
)
from prcomm.law.roles import HEAD, PRESS_HEAD
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.press_services import actions as do, model as m
from prcomm.press.press_services.actions import Note, NoteBriefing, NoteConference, ServiceAction
from prcomm.press.press_services.model import HELPED, IN_TOUCH, STANDING, PressService, ServiceState
from prcomm.press.roles import CENTRE, CHIEF, NOTERS

__all__ = ["PRESS_SERVICE", "coordinator", "unit_name"]

S = ServiceState
SET_UP, BRIEFINGS = CM882("press service of the ministry"), CM125("monthly briefings")
HELP = (CM882("help to territorial press services"), SOURCE_ARTICLE(43))
A_MONTH = (BRIEFINGS, A_MONTH_OF_BRIEFINGS)
IN_AN_ACT = "it rests on an act"


def coordinator(law: Law, on: date) -> str:
    """Who coordinates press services from outside on a day. Raises ``NotInForce`` before anybody did."""
    return law.on(on)[COORDINATOR]


def unit_name(law: Law, on: date) -> str | None:
    """The name of the central unit on a day; ``None`` where nobody saw it."""
    return law.on(on)[CENTRAL_UNIT]


@guard(IN_AN_ACT, SET_UP, remedy="give it")
def under_an_act(service: PressService, action: do.Reorganise | do.Abolish) -> bool:
    return bool(action.act)


@guard("the briefing was held", BRIEFINGS)
def it_was_held(service: PressService, action: Note) -> bool:
    return action.held


@guard("it was held by now", HOUSE(136))
def held_by_now(service: PressService, action: Note) -> bool:
    return action.held_on.toordinal() <= ordinal(action.at, service.office)


@guard("it was held since the service stands", HOUSE(136))
def held_since_it_stands(service: PressService, action: Note) -> bool:
    return action.held_on.toordinal() >= ordinal(service.told[0].action.at, service.office)


@guard("this body held it, alone or with others", BRIEFINGS)
def held_here(service: PressService, action: Note) -> bool:
    return service.office.id in action.offices


@guard("a briefing is noted once", HOUSE(136))
def not_noted_before(service: PressService, action: Note) -> bool:
    return action.briefing not in service.noted


HELD = (it_was_held, held_by_now, held_since_it_stands, held_here, not_noted_before)


def noted(service: PressService, action: Note) -> PressService:
    return evolve(service, noted=(*service.noted, action.briefing))


def rolling(service: PressService, action: ServiceAction, law: Context) -> Term | None:
    """A month after the last briefing, where the duty is read so."""
    return Months(1) if law[BRIEFING_MONTH] is BriefingMonth.ROLLING else None


def last_held(service: PressService, action: ServiceAction) -> date:
    """The day of the latest briefing up to a note: an earlier one that is entered later sets nothing back. Before any,
    the day on which the service was set up, or the duty came."""
    if isinstance(action, Note):
        notes = (record.action for record in service.told if isinstance(record.action, Note))
        return max(note.held_on for note in notes if note.at <= action.at)
    set_up = day(ordinal(action.at, service.office))
    return max(one for one in (set_up, CM125.adopted) if one is not None)


row = rows(PressService, ServiceState, ServiceAction)
owed = owes(PressService, ServiceAction)
# fmt: off
TRANSITIONS = (
    #   in state          action            leads to        who may  under                        given that, and then
    row.start(            do.Establish,     S.OPERATING,    HEAD,    (SET_UP, CHARTER("system")),
        given(IN_AN_ACT, SET_UP, lambda a: bool(a.act), remedy="give it"),
        given("the head of the central department is the minister's press secretary", CM882("head"),
              lambda a: a.kind is not m.MAIN_DEPARTMENT or a.secretary_of_minister),
        id="case", since=CM882.adopted),
    row(STANDING,         do.Reorganise,    SAME,           HEAD,    SET_UP,    under_an_act,     since=CM882.adopted),
    row(STANDING,         do.Abolish,       S.ABOLISHED,    HEAD,    SET_UP,    under_an_act,     since=CM882.adopted),
    row(S.OPERATING,      do.AskHelp,       SAME,           CHIEF,   HELP,      only=HELPED,      since=CM882.adopted),
    row(S.OPERATING,      do.Visit,         S.UNDER_REVIEW, CENTRE,  HELP,      only=HELPED,      since=CM882.adopted),
    row(S.UNDER_REVIEW,   do.Advise,        S.ADVISED,      CENTRE,  HOUSE(128),
        given("something is advised", HOUSE(128), lambda s, a: bool(a.recommendations), remedy="give it")),
    row(S.UNDER_REVIEW,   do.FindInOrder,   S.OPERATING,    CENTRE,  HOUSE(128)),
    row(S.ADVISED,        do.PutRight,      S.OPERATING,    CHIEF,   HOUSE(128)),
    row.never(S.UNDER_REVIEW | S.ADVISED, do.Punish, HELP_IS_NO_PUNISHMENT,
        "a review helps; what calls for punishment is another procedure", since=CM882.adopted),
    row(STANDING,         NoteBriefing,     SAME,           NOTERS,  BRIEFINGS, *HELD, then=noted, since=CM125.adopted),
    row(STANDING,         NoteConference,   SAME,           NOTERS,  BRIEFINGS, *HELD,
        given("the conference was on the yearly report", BRIEFINGS, lambda s, a: a.annual),
        then=noted, since=CM125.adopted),
)
DEADLINES = (
    #    what is owed     begins        within        met by       owed by                      under
    owed("briefing_each_month", do.Establish, each_month(), (NoteBriefing, NoteConference), Who(PRESS_HEAD, HOUSE(102)),
         A_MONTH, only=IN_TOUCH, met_on="held_on", first_day=CM125.adopted, until=do.Abolish),
    owed("briefing_within_a_month", (do.Establish, NoteBriefing, NoteConference), by_law(rolling),
         (NoteBriefing, NoteConference), Who(PRESS_HEAD, HOUSE(102)),
         A_MONTH, only=IN_TOUCH, met_on="held_on", since=last_held, until=do.Abolish),
    owed("help",          do.AskHelp,   PROMPTLY,     do.Visit,    CENTRE,                      HELP[0],
         until=do.Abolish),
    owed("remedy",        do.Advise,    PROMPTLY,     do.PutRight, Who(PRESS_HEAD, HOUSE(102)), HOUSE(128),
         until=do.Abolish),
)
# fmt: on
PRESS_SERVICE = Lifecycle("press_service", TRANSITIONS, DEADLINES, law=UZ, final=S.ABOLISHED)
"""The press service, from its setting up to its end."""
