"""The accreditation as a table: what is lawful when, by whom, under what, and what is owed."""

from typing import Final, cast

from attrs import evolve
from pendulum import Date

from prcomm import (
    SAME,
    Basis,
    Days,
    Lifecycle,
    Months,
    Part,
    Term,
    Until,
    Who,
    before,
    by_law,
    given,
    guard,
    keeps,
    owes,
    rows,
)
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.calendar.terms import month_later
from prcomm.core.table.context import Context
from prcomm.core.table.guards import run_out
from prcomm.core.table.rows import part_rows
from prcomm.law import UZ
from prcomm.law.administrative_court import ADMINISTRATIVE_COURT
from prcomm.law.house import HOUSE
from prcomm.law.mass_media import MASS_MEDIA, MASS_MEDIA_SINCE
from prcomm.law.press_acts import (
    ANEW_ABROAD,
    CM33,
    CM243,
    DAYS_TO_ACCREDIT,
    DAYS_TO_ACCREDIT_A_FOREIGNER,
    DISPUTES,
    FROM_FILING,
    MONTHS_OF_A_FOREIGN_CERTIFICATE,
    MONTHS_TO_ASK_ANEW,
    PHOTOGRAPHS,
    PHOTOGRAPHS_ABROAD,
    QUOTA,
    RENEWAL,
    TECHNICAL_STAFF,
    TERM_OF_ACCREDITATION,
)
from prcomm.law.roles import EDITORIAL_OFFICE, OTHER_BODY, PRESS_OFFICER
from prcomm.press.accreditations import actions as do, model as m
from prcomm.press.roles import COMMISSION, COMMISSIONERS, EXPERT_GROUP, FOREIGN_MINISTRY

__all__ = ["ACCREDITATION", "DEADLINES", "STAFF", "TRANSITIONS"]

S = m.AccreditationState
A = m.Annex
STANDING = S.ACTIVE | S.SUSPENDED
REQUIRED = frozenset({A.CERTIFICATE, A.PASSPORT, A.DIPLOMA})
REQUIRED_ABROAD = frozenset({A.LETTER, A.OUTLET_DATA, A.CV, A.PASSPORT})
APPLICATION, ANNEXES, EXPERTS = CM243("application"), CM243("annexes"), CM243("expert group")
PAPERS = (ANNEXES, APPLICATION)
AT_THE_MINISTRY = CM33("foreign correspondents")
AS_HERE = AT_THE_MINISTRY.by(Basis.ASSUMED)
"""That what is missing is asked for abroad too: no text read says how."""
TO_COURT = (DISPUTES, ADMINISTRATIVE_COURT(185))
SINCE, ABROAD_SINCE = CM243.adopted, CM33.adopted
GIVE_IT = "give it"


def its_day(it: m.Accreditation, a: do.AccreditationAction) -> Date:
    """The day on which it is done, where the body is."""
    return day(ordinal(a.at, it.office))


def has_all(it: m.Accreditation, needed: frozenset[m.Annex], photographs: int) -> bool:
    return it.signed and needed <= it.annexes and it.photographs >= photographs


# -- conditions that rows share, and those that read the law


@guard("signed by the editor, sealed, with its annexes and photographs", PAPERS)
def file_is_complete(it: m.Accreditation, a: do.Review, law: Context) -> bool:
    return has_all(it, REQUIRED, law[PHOTOGRAPHS])


@guard("something is missing from the file", PAPERS)
def something_is_missing(it: m.Accreditation, a: do.ReturnIncomplete, law: Context) -> bool:
    return not has_all(it, REQUIRED, law[PHOTOGRAPHS])


@guard("something is missing from the file", AT_THE_MINISTRY)
def something_is_missing_abroad(it: m.Accreditation, a: do.ReturnIncomplete, law: Context) -> bool:
    return not has_all(it, REQUIRED_ABROAD, law[PHOTOGRAPHS_ABROAD])


@guard("signed by the editor, sealed, with its annexes and photographs", AT_THE_MINISTRY)
def file_is_complete_abroad(it: m.Accreditation, a: do.Grant, law: Context) -> bool:
    return has_all(it, REQUIRED_ABROAD, law[PHOTOGRAPHS_ABROAD])


@guard("it is said what is missing", HOUSE(120), remedy=GIVE_IT)
def says_what_is_missing(it: m.Accreditation, a: do.ReturnIncomplete) -> bool:
    return bool(a.missing)


@guard("a decision with its number stands behind it", EXPERTS, remedy=GIVE_IT)
def by_a_decision(it: m.Accreditation, a: do.Decision) -> bool:
    return bool(a.decision)


@guard("a decision with its number stands behind it", AT_THE_MINISTRY, remedy=GIVE_IT)
def by_a_decision_abroad(it: m.Accreditation, a: do.Decision) -> bool:
    return bool(a.decision)


@guard("the outlet has fewer than the body allows", HOUSE(123))
def within_the_quota(it: m.Accreditation, a: do.Grant, law: Context) -> bool:
    most = law[QUOTA]
    return most is None or a.already < most


@guard("no longer than a temporary correspondent's certificate may run", AT_THE_MINISTRY)
def no_longer_than_allowed(it: m.Accreditation, a: do.Decision, law: Context) -> bool:
    most = month_later(its_day(it, a), law[MONTHS_OF_A_FOREIGN_CERTIFICATE])
    return it.kind is m.PERMANENT or a.valid_until <= most


@guard("on foreign media the foreign ministry decides, on those of this country the commission", HOUSE(107))
def decided_where_it_was_filed(it: m.Accreditation, a: do.AccreditationAction) -> bool:
    return a.by.role != (COMMISSION if it.kind in m.ABROAD else FOREIGN_MINISTRY)


@guard("reasons are given, and the office is told", HOUSE(124), remedy=GIVE_IT)
def with_reasons_told(it: m.Accreditation, a: do.Reasoned) -> bool:
    return bool(a.reasons) and a.told


@guard("a new term was asked for", RENEWAL)
def it_was_asked_anew(it: m.Accreditation, a: do.AccreditationAction) -> bool:
    return it.asked_anew is not None


@guard("the new term ends later than the old", HOUSE(107))
def longer_than_before(it: m.Accreditation, a: do.Prolong) -> bool:
    return a.valid_until > cast("Date", it.valid_until)  # an active one has a term


@guard(
    "the simplified order is for whoever asked in time and worked without fault; else the commission decides as at "
    "first", RENEWAL,
)  # fmt: skip
def simplified_if_in_time_and_flawless(it: m.Accreditation, a: do.Prolong, law: Context) -> bool:
    if not a.simplified:
        return True
    last = month_later(cast("Date", it.valid_until), -law[MONTHS_TO_ASK_ANEW])
    return a.flawless and it.asked_anew is not None and it.asked_anew <= last


@guard("it was challenged", DISPUTES)
def it_was_challenged(it: m.Accreditation, a: do.AccreditationAction) -> bool:
    return any(isinstance(record.action, do.Challenge) for record in it.history)


@guard("it has a number", HOUSE(107), remedy=GIVE_IT)
def under_a_number(it: m.Accreditation, a: do.Challenge | do.Restore | do.Reconsider) -> bool:
    return bool(a.case_number if isinstance(a, do.Challenge) else a.number)


# -- what an action leaves in the file, and terms


def asked(it: m.Accreditation, a: do.AskAnew) -> m.Accreditation:
    return evolve(it, asked_anew=its_day(it, a))


def prolonged(it: m.Accreditation, a: do.Prolong) -> m.Accreditation:
    return evolve(it, valid_until=a.valid_until, asked_anew=None)


def refused_anew(it: m.Accreditation, a: do.RefuseToProlong) -> m.Accreditation:
    return evolve(it, asked_anew=None)


def days_to_accredit(it: m.Accreditation, a: do.AccreditationAction, law: Context) -> Term | None:
    """The regulation's term was not read: nothing is owed until a Reform sets it."""
    days = law[DAYS_TO_ACCREDIT]
    return None if days is None else Days(days)


DECIDERS = Who(COMMISSION | FOREIGN_MINISTRY, HOUSE(107))
ENTERING = Who(COMMISSION | FOREIGN_MINISTRY | PRESS_OFFICER, HOUSE(107))

row = rows(m.Accreditation, m.AccreditationState, do.AccreditationAction)
staff = part_rows(m.Accreditation, m.StaffMember, m.StaffState, do.AccreditationAction)
owed = owes(m.Accreditation, do.AccreditationAction)
# fmt: off
TRANSITIONS = (
    #   in state                                  action               leads to      who may           under
    row.start(                                    do.Apply,            S.APPLIED,    EDITORIAL_OFFICE, APPLICATION,
        given("media of this country apply to the body", APPLICATION,
              lambda a: a.filed_with is m.FiledWith.THIS_BODY),
        given("the outlet is registered as mass media", MASS_MEDIA(4), lambda a: a.outlet.registered,
              since=MASS_MEDIA_SINCE),
        id="case", only=m.DOMESTIC, since=SINCE),
    row.start(                                    do.Apply,            S.APPLIED,    EDITORIAL_OFFICE,
        (AT_THE_MINISTRY, MASS_MEDIA(37)),
        given("foreign media are accredited at the Ministry of Foreign Affairs, not here",
              (MASS_MEDIA(37), AT_THE_MINISTRY), lambda a: a.filed_with is m.FiledWith.FOREIGN_MINISTRY),
        id="case", only=m.ABROAD, since=ABROAD_SINCE),
    row(S.APPLIED,                                do.ReturnIncomplete, S.INCOMPLETE, COMMISSIONERS,    ANNEXES,
        something_is_missing, says_what_is_missing, only=m.DOMESTIC, since=SINCE),
    row(S.APPLIED,                                do.ReturnIncomplete, S.INCOMPLETE, FOREIGN_MINISTRY, AS_HERE,
        something_is_missing_abroad, says_what_is_missing, only=m.ABROAD, since=ABROAD_SINCE),
    row(S.INCOMPLETE,                             do.Complete,         S.APPLIED,    EDITORIAL_OFFICE, ANNEXES,
        then=keeps("signed", "annexes", "photographs"), only=m.DOMESTIC, since=SINCE),
    row(S.INCOMPLETE,                             do.Complete,         S.APPLIED,    EDITORIAL_OFFICE, AS_HERE,
        then=keeps("signed", "annexes", "photographs"), only=m.ABROAD, since=ABROAD_SINCE),
    row(S.APPLIED,                                do.Review,           S.REVIEWED,   EXPERT_GROUP,     EXPERTS,
        file_is_complete,
        given("it is in writing", HOUSE(107), lambda it, a: bool(a.conclusion), remedy=GIVE_IT),
        only=m.DOMESTIC, since=SINCE),
    row(S.REVIEWED,                               do.Grant,            S.ACTIVE,     COMMISSIONERS,    EXPERTS,
        by_a_decision, within_the_quota,
        given("it is valid from the day it is given", HOUSE(107), lambda it, a: a.valid_until >= its_day(it, a)),
        then=keeps("valid_until"), only=m.DOMESTIC, since=SINCE),
    row(S.APPLIED,                                do.Grant,            S.ACTIVE,     FOREIGN_MINISTRY, AT_THE_MINISTRY,
        file_is_complete_abroad, by_a_decision_abroad, no_longer_than_allowed,
        then=keeps("valid_until"), only=m.ABROAD, since=ABROAD_SINCE),
    row(S.APPLIED | S.INCOMPLETE | S.REVIEWED,    do.RefuseAccreditation, S.REFUSED, DECIDERS,         HOUSE(124),
        decided_where_it_was_filed, with_reasons_told),

    row(S.ACTIVE,                                 do.Suspend,          S.SUSPENDED,  DECIDERS,         HOUSE(124),
        decided_where_it_was_filed, with_reasons_told),
    row(S.SUSPENDED,                              do.Resume,           S.ACTIVE,     DECIDERS,         HOUSE(124),
        decided_where_it_was_filed),
    row(STANDING,                                 do.WithdrawAccreditation, S.WITHDRAWN, DECIDERS,     HOUSE(124),
        decided_where_it_was_filed, with_reasons_told),

    row(S.ACTIVE,                                 do.AskAnew,          SAME,         EDITORIAL_OFFICE, RENEWAL,
        then=asked, only=m.DOMESTIC, since=SINCE),
    row(S.ACTIVE,                                 do.AskAnew,          SAME,         EDITORIAL_OFFICE, ANEW_ABROAD,
        then=asked, only=m.ABROAD, since=ABROAD_SINCE),
    row(S.ACTIVE,                                 do.Prolong,          SAME,         COMMISSIONERS,    RENEWAL,
        it_was_asked_anew, longer_than_before, simplified_if_in_time_and_flawless, by_a_decision,
        then=prolonged, only=m.DOMESTIC, since=SINCE),
    row(S.ACTIVE,                                 do.Prolong,          SAME,         FOREIGN_MINISTRY, ANEW_ABROAD,
        it_was_asked_anew, longer_than_before, by_a_decision_abroad, no_longer_than_allowed,
        then=prolonged, only=m.ABROAD, since=ABROAD_SINCE),
    row(S.ACTIVE,                                 do.RefuseToProlong,  SAME,         DECIDERS,         HOUSE(124),
        decided_where_it_was_filed, it_was_asked_anew, with_reasons_told, then=refused_anew),
    row(STANDING,                                 do.End,              S.ENDED,      ENTERING,         RENEWAL,
        decided_where_it_was_filed, run_out("validity"), since=SINCE),
    row(STANDING,                                 do.GiveBack,         S.ENDED,      EDITORIAL_OFFICE, HOUSE(120),
        given("a reason is given", HOUSE(120), lambda it, a: bool(a.reason), remedy=GIVE_IT)),

    row(S.REFUSED | S.SUSPENDED | S.WITHDRAWN,    do.Challenge,        SAME,         EDITORIAL_OFFICE, TO_COURT,
        under_a_number),
    row(S.SUSPENDED | S.WITHDRAWN,                do.Restore,          S.ACTIVE,     OTHER_BODY,       TO_COURT,
        it_was_challenged, under_a_number,
        given("a court restores the term that was", HOUSE(145), lambda it, a: a.valid_until == it.valid_until)),
    row(S.REFUSED,                                do.Reconsider,       S.APPLIED,    OTHER_BODY,       TO_COURT,
        it_was_challenged, under_a_number),
    row.never(S.ACTIVE,                           do.WorkAsJournalist, TECHNICAL_STAFF,
        "technical staff may not work as journalists", since=SINCE),
)
STAFF = Part("staff", "member", (
    #   in state                 action     leads to                 who may           under
    staff.start(                 do.Attach, m.StaffState.ATTACHED,   EDITORIAL_OFFICE, TECHNICAL_STAFF,
        given("technical staff are agreed with the body", TECHNICAL_STAFF,
              lambda it, a: a.agreed or it.kind in m.ABROAD),
        id="member", during=S.ACTIVE, since=SINCE),
    staff(m.StaffState.ATTACHED, do.Detach, m.StaffState.DETACHED,   EDITORIAL_OFFICE, TECHNICAL_STAFF, since=SINCE),
), during=STANDING)
OVER = (do.WithdrawAccreditation, do.End, do.GiveBack)
WANTED = "the office wants a new term"
DEADLINES = (
    #    what is owed       begins                  within                              met by
    owed("decision_abroad", (do.Apply, do.Reconsider), Days(DAYS_TO_ACCREDIT_A_FOREIGNER),
         (do.Grant, do.RefuseAccreditation), FOREIGN_MINISTRY, (AT_THE_MINISTRY, FROM_FILING), only=m.ABROAD),
    owed("decision",        (do.Apply, do.Reconsider), by_law(days_to_accredit),
         (do.Grant, do.RefuseAccreditation), COMMISSION, TERM_OF_ACCREDITATION, only=m.DOMESTIC),
    owed("renewal",         (do.Grant, do.Prolong),
         lambda it, a: before(a.valid_until, Months(MONTHS_TO_ASK_ANEW)), do.AskAnew, EDITORIAL_OFFICE, RENEWAL,
         only=m.DOMESTIC, until=OVER, provided=WANTED),
    owed("validity",        (do.Grant, do.Prolong, do.Restore), lambda it, a: Until(a.valid_until), do.Prolong,
         EDITORIAL_OFFICE, RENEWAL, until=OVER, provided=WANTED, first_day=SINCE),
)
# fmt: on
ACCREDITATION: Final = Lifecycle("accreditation", TRANSITIONS, DEADLINES, parts=(STAFF,), law=UZ, final=S.ENDED)
"""The accreditation of a journalist, from the application to the end of its term."""
