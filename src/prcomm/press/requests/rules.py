"""The request as a table: what is lawful when, by whom, under what, and what is owed to who asks."""

from itertools import takewhile
from typing import Final

from attrs import evolve
from pendulum import DateTime

from prcomm import (
    SAME,
    SAME_WORKING_DAY,
    STANDS,
    Basis,
    Context,
    Dated,
    Days,
    Lifecycle,
    Months,
    RunningTerm,
    Term,
    Until,
    Who,
    by_law,
    further,
    given,
    guard,
    keeps,
    owes,
    rows,
    run_out,
    runs,
)
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.calendar.terms import month_later
from prcomm.law import ORQ445, UZ
from prcomm.law.administrative_court import ADMINISTRATIVE_COURT, FROM_LEARNING, MONTHS_TO_GO_TO_COURT
from prcomm.law.constitution import CONSTITUTION
from prcomm.law.house import HOUSE
from prcomm.law.information import (
    COMPLAINT_ABOUT_A_REQUEST,
    DAYS_TO_SAY_NOT_HELD,
    DAYS_TO_TELL_OF_REFUSAL,
    FIGURES_OF_A_REFUSAL as TO_TELL_OF_IT,
    FREEDOM,
    INFORMATION,
)
from prcomm.law.mass_media import MASS_MEDIA
from prcomm.law.openness import (
    A_REQUEST,
    COMPETENT_BODY,
    DAYS_OF_EXTENSION,
    DAYS_TO_ANSWER_A_REQUEST,
    DAYS_TO_ANSWER_THE_MEDIA,
    EXTENSION,
    FORM_OF_A_REQUEST,
    LIMITS,
    OPENNESS_SINCE,
    SCOPE,
    TERM_OF_A_REQUEST,
)
from prcomm.law.roles import AUTHORISED, EXECUTOR, OTHER_BODY, REGISTRAR
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.requests import actions as do, model as m
from prcomm.press.roles import ANSWERERS, CHIEF, DESK, LEADERS, REQUESTER

__all__ = ["DEADLINES", "REQUEST", "TRANSITIONS"]

S = m.RequestState
NEW = S.RECEIVED | S.REGISTERED
COMPLAINT, ON_REQUESTS, TERM = COMPLAINT_ABOUT_A_REQUEST, INFORMATION(6), TERM_OF_A_REQUEST
TO_COURT = (COMPLAINT, ADMINISTRATIVE_COURT(185))
SECRETS = (LIMITS, CONSTITUTION(33))
IN_PART = (TERM, *SECRETS)
SAME_DAY = (ORQ445(23, 1).by(Basis.ANALOGY), ON_REQUESTS)
OF_AN_OUTLET = MASS_MEDIA(4).by(Basis.INFERRED)
WANTS_COURT = "the requester wants to go to court"
SIX_MONTHS = (ADMINISTRATIVE_COURT(186, 1), FROM_LEARNING)

# -- conditions that rows share, and those that take more than a line


@guard("an interview is given, not answered in writing", TERM)
def not_an_interview(it: m.Request, a: do.Answer | do.AnswerInPart) -> bool:
    return not it.interview


@guard("an interview was asked for", TERM)
def an_interview_was_asked(it: m.Request, a: do.GiveInterview) -> bool:
    return it.interview


@guard("who speaks for the body is its head, an authorised official, or charged with it", HOUSE(111))
def speaker_is_charged(it: m.Request, a: do.GiveInterview) -> bool:
    return a.speaker.charged and a.speaker.office == it.office.id


@guard("access is limited only for state or other protected secrets", SECRETS)
def on_a_ground_of_the_law(it: m.Request, a: do.Refuse | do.AnswerInPart) -> bool:
    return a.ground is not m.RefusalGround.OTHER


@guard("it says why, and where to complain", FREEDOM(10), remedy="give both")
def with_reasons_and_route(it: m.Request, a: do.Refuse | do.AnswerInPart) -> bool:
    return bool(a.reasons and a.route)


@guard("it says what is given, and what is withheld", HOUSE(144), remedy="say what is withheld")
def says_what_is_withheld(it: m.Request, a: do.AnswerInPart) -> bool:
    return bool(a.withheld)


@guard("nothing was answered or refused before", HOUSE(144))
def nothing_was_told_before(it: m.Request, a: do.Refuse | do.SayNotHeld) -> bool:
    """Since it was registered, or a complaint upheld: from then on it is to be answered anew."""
    last = next((one.action for one in reversed(it.told) if isinstance(one.action, do.Registers | do.Decides)), None)
    return not isinstance(last, do.Decides)


@guard("somebody has set by how much", HOUSE(122))
def a_figure_is_set(it: m.Request, a: do.Extend, context: Context) -> bool:
    """On the day from which the running term is counted, since by the law of that day it is lengthened."""
    running = context.due("answer")
    return running is not None and context.law.on(running.start)[DAYS_OF_EXTENSION] is not None


# -- how long


def receipt(it: m.Request, a: do.Receive) -> DateTime:
    """When it was put, if that was before it was entered."""
    return a.put or a.at


def days_to_answer(it: m.Request) -> Dated[int]:
    """An interview is no matter of its own: what counts is who asks."""
    return DAYS_TO_ANSWER_THE_MEDIA if it.kind is m.MEDIA else DAYS_TO_ANSWER_A_REQUEST


def to_tell_of_refusal(it: m.Request, a: do.Receive, context: Context) -> Term | None:
    days = context[DAYS_TO_TELL_OF_REFUSAL]
    return None if days is None else Days(days)


def longer(it: m.Request, a: do.Extend, running: RunningTerm, context: Context) -> Term:
    days = context[DAYS_OF_EXTENSION]
    return STANDS if days is None else further(Days(days))


def six_months_of_silence(first: int, days: int, context: Context) -> Term:
    """Counted from the day by which it was to be answered: then it is learned that it was not."""
    return Until(month_later(day(first + days), context[MONTHS_TO_GO_TO_COURT]))


def silence(it: m.Request, a: do.Registers, context: Context) -> Term:
    return six_months_of_silence(ordinal(a.at, it.office), context[days_to_answer(it)], context)


def longer_silence(it: m.Request, a: do.Extend, running: RunningTerm, context: Context) -> Term:
    """From the term as it was lengthened up to now."""
    days = context[DAYS_OF_EXTENSION]
    if days is None:
        return STANDS
    before = reversed([one.action for one in it.told if one.action.at <= a.at])
    of_this_term = takewhile(lambda one: not isinstance(one, do.Registers), before)
    more = sum(days for one in of_this_term if isinstance(one, do.Extend))
    return six_months_of_silence(running.start.toordinal(), context[days_to_answer(it)] + more, context)


ANSWERER, OFFICIAL = Who(EXECUTOR, HOUSE(106)), Who(AUTHORISED, HOUSE(103))
PUTS_IN_THE_FILE = Who(REGISTRAR, HOUSE(105))

row = rows(m.Request, m.RequestState, do.RequestAction)
owed = owes(m.Request, do.RequestAction)
# fmt: off
TRANSITIONS = (
    #   in state           action            leads to           who may           under
    row.start(             do.Receive,       S.RECEIVED,        DESK,             A_REQUEST,
        given("it comes from the editorial office of a registered outlet", OF_AN_OUTLET,
              lambda a: a.kind is m.USER or a.registered_outlet, remedy="enter it as of a user"),
        given("it was put by now", HOUSE(105), lambda a: a.put is None or a.put <= a.at),
        id="case", since=OPENNESS_SINCE),
    row(S.RECEIVED,        do.Register,      S.REGISTERED,      DESK,             ON_REQUESTS,
        given("it has a number", ON_REQUESTS, lambda it, a: bool(a.number), remedy="give it"), then=keeps("number")),
    row(S.RECEIVED,        do.AnswerAtOnce,  S.ANSWERED,        ANSWERERS,        ON_REQUESTS,
        given("an oral request is answered at once, others are registered", ON_REQUESTS,
              lambda it, a: it.form is m.Form.ORAL, remedy="register it"),
        given("an interview is given, not answered at once", HOUSE(106), lambda it, a: not it.interview)),
    row(NEW,               do.SetAside,      S.NOT_CONSIDERED,  LEADERS,          FORM_OF_A_REQUEST,
        given("a request that says who asks is considered", FORM_OF_A_REQUEST, lambda it, a: not it.named)),
    row(NEW,               do.SayNotHeld,    S.NOT_HELD,        ANSWERERS,        ON_REQUESTS),
    row(m.LODGED,          do.SayNotHeld,    SAME,              ANSWERERS,        ON_REQUESTS,
        nothing_was_told_before),
    row(NEW,               do.Turn,          S.TURNED,          DESK,             SCOPE,
        given("it names the appeal it became", SCOPE, lambda it, a: a.into.process == "appeal"), then=keeps("into")),

    row(S.REGISTERED,      do.Answer,        S.ANSWERED,        ANSWERERS,        TERM,    not_an_interview),
    row(m.LODGED,          do.Answer,        SAME,              ANSWERERS,        TERM,    not_an_interview),
    row(S.REGISTERED,      do.AnswerInPart,  S.PARTLY_ANSWERED, LEADERS,          IN_PART,
        not_an_interview, on_a_ground_of_the_law, with_reasons_and_route, says_what_is_withheld),
    row(m.LODGED,          do.AnswerInPart,  SAME,              LEADERS,          IN_PART,
        not_an_interview, on_a_ground_of_the_law, with_reasons_and_route, says_what_is_withheld),
    row(S.REGISTERED,      do.GiveInterview, S.ANSWERED,        ANSWERERS,        TERM,
        an_interview_was_asked, speaker_is_charged),
    row(m.LODGED,          do.GiveInterview, SAME,              ANSWERERS,        TERM,
        an_interview_was_asked, speaker_is_charged),
    row(S.REGISTERED,      do.Refuse,        S.REFUSED,         LEADERS,          SECRETS,
        on_a_ground_of_the_law, with_reasons_and_route),
    row(m.LODGED,          do.Refuse,        SAME,              LEADERS,          SECRETS,
        on_a_ground_of_the_law, with_reasons_and_route, nothing_was_told_before),
    row(S.REGISTERED,      do.Forward,       S.FORWARDED,       LEADERS,          COMPETENT_BODY,
        given("it goes to another body", COMPETENT_BODY, lambda it, a: bool(a.to) and a.to != it.office.id),
        given("the requester is told where it went", HOUSE(144), lambda it, a: a.told)),
    row(S.REGISTERED,      do.Extend,        SAME,              LEADERS,          EXTENSION,
        runs("answer"), a_figure_is_set,
        given("the requester is told before the term ends", HOUSE(122), lambda it, a: a.told), only=m.USER),

    row(m.TOLD,            do.Complain,      S.COMPLAINED,      REQUESTER,        COMPLAINT),
    row(S.RECEIVED,        do.Complain,      S.COMPLAINED,      REQUESTER,        COMPLAINT, run_out("registration")),
    row(S.REGISTERED,      do.Complain,      S.COMPLAINED,      REQUESTER,        COMPLAINT, run_out("answer")),
    row(S.REGISTERED,      do.GoToCourt,     S.COMPLAINED,      REQUESTER,        TO_COURT,  run_out("answer")),
    row(m.TOLD | m.LODGED, do.GoToCourt,     S.COMPLAINED,      REQUESTER,        TO_COURT),
    row(S.COMPLAINED,      do.Uphold,        S.REGISTERED,      OTHER_BODY,       COMPLAINT,
        then=lambda it, a: evolve(it, number=it.number or a.decision)),
    row(S.COMPLAINED,      do.Dismiss,       S.DISMISSED,       OTHER_BODY,       COMPLAINT),

    row(NEW,               do.TakeBack,      S.CLOSED,          REQUESTER,        HOUSE(105)),
    row(m.TOLD | S.DISMISSED, do.Close,      S.CLOSED,          CHIEF,            HOUSE(121),
        given("something was answered, refused or told", HOUSE(144),
              lambda it, a: any(isinstance(one.action, do.Tells) for one in it.told), remedy="answer or refuse first")),
)
GIVEN = (do.Answer, do.AnswerInPart, do.GiveInterview)
ANSWERED = (*GIVEN, do.Refuse)
TO_THE_REQUESTER = (*ANSWERED, do.Forward)
GONE = (do.SetAside, do.Turn, do.TakeBack)
BEGINS = (do.Register, do.Uphold)
DEADLINES = (
    #    what is owed         begins      within                         met by              owed by
    owed("registration",      do.Receive, SAME_WORKING_DAY,
         (do.Register, do.AnswerAtOnce, do.SetAside, do.SayNotHeld, do.Turn), PUTS_IN_THE_FILE, SAME_DAY,
         since=receipt, until=(do.TakeBack, do.Uphold, *ANSWERED)),
    owed("answer",            BEGINS,     lambda it, a: Days(days_to_answer(it)), TO_THE_REQUESTER, ANSWERER, TERM,
         owed.moved(do.Extend, by_law(longer)), until=(do.SayNotHeld, *GONE, do.Close)),
    owed("not_held",          do.Receive, Days(DAYS_TO_SAY_NOT_HELD),    do.SayNotHeld,      ANSWERER, ON_REQUESTS,
         since=receipt, until=(do.AnswerAtOnce, *TO_THE_REQUESTER, *GONE),
         provided="the body does not hold the information"),
    owed("refusal_notice",    do.Receive, by_law(to_tell_of_refusal),    do.Refuse,          OFFICIAL, TO_TELL_OF_IT,
         since=receipt, until=(do.AnswerAtOnce, do.SayNotHeld, *GIVEN, do.Forward, *GONE),
         provided="the request is refused"),
    owed("court",             (do.Refuse, do.AnswerInPart), Months(MONTHS_TO_GO_TO_COURT), do.GoToCourt, REQUESTER,
         SIX_MONTHS, until=(do.Uphold, do.Close), provided=WANTS_COURT),
    owed("court_for_silence", BEGINS,     by_law(silence),               do.GoToCourt,       REQUESTER, SIX_MONTHS,
         owed.moved(do.Extend, by_law(longer_silence)),
         until=(do.SayNotHeld, *TO_THE_REQUESTER, *GONE, do.Close), provided=WANTS_COURT),
)
# fmt: on
REQUEST: Final = Lifecycle("request", TRANSITIONS, DEADLINES, law=UZ, final=S.NOT_CONSIDERED | S.TURNED | S.CLOSED)
"""The request for information or for an interview."""
REQUEST_CITES = (SOURCE_ARTICLE(34),)
"""The article behind the project: a constant demand is met."""
