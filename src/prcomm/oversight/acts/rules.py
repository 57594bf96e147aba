"""The acts of public oversight as a table: what is lawful when, by whom, under which article, and what is owed."""

from attrs import evolve
from pendulum import Date

from prcomm import (
    SAME,
    Basis,
    Context,
    Days,
    Lifecycle,
    Reference,
    Term,
    Who,
    at_least,
    before,
    by_law,
    given,
    guard,
    keeps,
    owes,
    rows,
)
from prcomm.core.calendar.days import day, ordinal
from prcomm.law import UZ, neighbours as near
from prcomm.law.house import HOUSE
from prcomm.law.neighbours import SELF_GOVERNMENT_LAW, town, unions
from prcomm.law.orq474 import DAYS_BEFORE_A_HEARING, ORQ474
from prcomm.law.public_councils import PQ10
from prcomm.law.roles import BODY, EDITORIAL_OFFICE, NGO, ORGANISER, PUBLIC_COUNCIL, SELF_GOVERNMENT, SUBJECTS
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.oversight.acts import actions as do, model as m

__all__ = ["DEADLINES", "OVERSIGHT", "TRANSITIONS"]

S = m.OversightState
NO_MEETING = m.all_but(m.MEETING)
"""What no state body holds itself."""
NOT_BEGUN = S.PLANNED | S.ANNOUNCED
NOT_ENDED = NOT_BEGUN | S.UNDER_WAY
DOCUMENTED = S.DRAWN_UP | S.DELIVERED | S.CLOSED
PLAN, DOORS, VIDEO = near.PLAN_OF_A_MEETING, near.DOORS_OF_A_MEETING, near.VIDEO_OF_A_MEETING
HELD_BY_THE_BODY = PLAN.by(Basis.INFERRED)
ASSEMBLY = SELF_GOVERNMENT_LAW("the assembly", 1)
BY_ENQUIRY, MAY_OVERSEE = ORQ474(6, 1).by(Basis.INFERRED), (ORQ474(3, 1), ORQ474(3, 2))
ON_ITS_DAY = ORQ474(10, 5).by(Basis.INFERRED)
MOVE_IT = "move it to another day, with a reason"
OWN_MEETING = "the meeting is the body's own"


def today(it: m.Oversight, a: do.OversightAction) -> Date:
    """The day of an action, where the body is."""
    return day(ordinal(a.at, it.office))


def another(it: m.Oversight, act: Reference) -> bool:
    """Whether a reference is to another act of oversight."""
    return act.process == "oversight" and act.id != it.id


# -- conditions that rows share, or that read the law


@guard("who oversees is a subject of public oversight", MAY_OVERSEE)
def by_a_subject(a: do.Undertake) -> bool:
    return a.subject


@guard("it is about what public oversight is for", ORQ474(4))
def about_its_object(a: do.Undertake) -> bool:
    return a.matter is not None


@guard(
    "separate acts govern oversight in this sphere",
    ORQ474(2, 3),
    remedy="a public council at internal affairs bodies oversees legality, kind LEGALITY",
)
def outside_the_carve_out(a: do.Undertake) -> bool:
    return a.sphere is m.Sphere.GENERAL


@guard("the special act reaches as far as public safety and law and order", ORQ474(2, 3).by(Basis.INFERRED))
def within_its_special_act(a: do.Undertake) -> bool:
    return a.sphere in (m.Sphere.GENERAL, m.Sphere.PUBLIC_ORDER)


@guard("nobody oversees a matter of their own", town(36, 1))
def not_its_own_matter(a: do.Undertake) -> bool:
    return not a.own_matter


COMMON = (by_a_subject, about_its_object, outside_the_carve_out, not_its_own_matter)


def is_the_councils(a: do.Undertake) -> bool:
    return a.by.role == PUBLIC_COUNCIL or bool(a.put_to and a.council_office)


@guard("it is done by who organises it", HOUSE(25))
def by_its_organiser(it: m.Oversight, a: do.OversightAction) -> bool:
    return a.by.known_as == it.organiser


@guard(OWN_MEETING, HELD_BY_THE_BODY)
def its_own_meeting(it: m.Oversight, a: do.OversightAction) -> bool:
    return a.by.office == it.office.id


def competent(a: do.BeginAct, context: Context) -> bool:
    """Whether enough of those who may take part are there."""
    return a.entitled > 0 and context[near.QUORUM_OF_AN_ASSEMBLY].met(a.present, a.entitled)


@guard(
    "the assembly has its quorum, or representatives meet in its place",
    (ASSEMBLY, SELF_GOVERNMENT_LAW("the assembly", 2)),
)
def assembly_is_competent(it: m.Oversight, a: do.BeginAct, context: Context) -> bool:
    return a.of_representatives or competent(a, context)


@guard("of the representatives too more than half are there", ASSEMBLY.by(Basis.ANALOGY))
def representatives_are_competent(it: m.Oversight, a: do.BeginAct, context: Context) -> bool:
    return not a.of_representatives or competent(a, context)


@guard("that no answer came is said after the day it was due", HOUSE(37))
def none_after_its_day(it: m.Oversight, a: do.EndAct | do.NoteOutcome) -> bool:
    return not a.none_came or a.was_due is None or a.was_due < today(it, a)


@guard("the final document is on file", town(35, 2))
def document_is_named(it: m.Oversight, a: do.DrawUp) -> bool:
    return bool(a.document)


@guard("who draws it up is still a subject of public oversight", MAY_OVERSEE)
def is_still_a_subject(it: m.Oversight, a: do.DrawUp) -> bool:
    return a.subject


@guard("the outcome is that of this document", HOUSE(25))
def of_this_document(it: m.Oversight, a: do.NoteOutcome) -> bool:
    return a.document == it.document


@guard("a reason is given", HOUSE(27))
def says_why(it: m.Oversight, a: do.RescheduleAct | do.ReplaceOrganiser | do.CallOffAct) -> bool:
    return bool(a.why)


@guard("it is moved to a day that has not passed", HOUSE(27))
def not_into_the_past(it: m.Oversight, a: do.RescheduleAct) -> bool:
    return a.starts_on >= today(it, a)


def answer_came(it: m.Oversight, a: do.NoteOutcome) -> bool:
    return a.outcome is not None and not a.none_came and a.recommendation == it.recommendation


# -- what is left in the file


def undertaken(a: do.Undertake) -> m.Oversight:
    """Whoever begins it organises it; of a draft that the body puts, the council to which it is put."""
    put = a.kind is m.DRAFT_ACT and a.by.role == BODY
    return m.Oversight(
        id=a.act, office=a.office, kind=a.kind, topic=a.topic, subject=a.subject, starts_on=a.starts_on, place=a.place,
        concerns=a.concerns, repeats=a.repeats, organiser=a.put_to if put else a.by.known_as,
        organised_at=a.council_office if put else a.by.office,
    )  # fmt: skip


def moved(it: m.Oversight, a: do.RescheduleAct) -> m.Oversight:
    return evolve(it, starts_on=a.starts_on, place=a.place or it.place)


# -- terms


def notice(on: Date | None, context: Context) -> Term | None:
    """How long before a hearing it is announced: no text read says it."""
    days = context[DAYS_BEFORE_A_HEARING]
    return None if on is None or days is None else before(on, Days(days))


def lasts(it: m.Oversight, a: do.BeginAct, context: Context) -> Term:
    """The day it begins and the day it ends are both days of it."""
    return at_least(Days(context[near.DAYS_OF_A_DISCUSSION] - 1))


SUBJECT = Who(SUBJECTS, tuple(cite.by(Basis.INFERRED) for cite in MAY_OVERSEE))
MONITOR = Who(NGO | SELF_GOVERNMENT | PUBLIC_COUNCIL, ORQ474(11, 2).by(Basis.INFERRED))
BY_ORGANISER, BY_COUNCIL = Who(ORGANISER, HOUSE(25)), Who(PUBLIC_COUNCIL | BODY, HOUSE(26))
BY_BODY_ALONE = Who(BODY, near.RECORDING_OF_A_MEETING)
BACKING = NGO | SELF_GOVERNMENT | EDITORIAL_OFFICE | PUBLIC_COUNCIL
HEARING_HELD_BY = (NGO, SELF_GOVERNMENT, EDITORIAL_OFFICE)
CALLS_OFF = Who(ORGANISER, HOUSE(27), remedy="who organises it may call it off, or move it")
LAW, PQ, OPEN = ORQ474.adopted, PQ10.adopted, near.OPEN_MEETINGS_SINCE

row = rows(m.Oversight, S, do.OversightAction)
owed = owes(m.Oversight, do.OversightAction)
# fmt: off
TRANSITIONS = (
    #   in state        action               leads to      who may       under         given that, and then
    row.start(          do.Undertake,        S.PLANNED,    SUBJECT,      ORQ474(6, 1), *COMMON,
        given("an enquiry refers to the appeal or request by which it is made", BY_ENQUIRY,
              lambda a: a.concerns is not None and a.concerns.process in ("appeal", "request")),
        then=undertaken, only=m.ENQUIRY, since=LAW),
    row.start(          do.Undertake,        S.PLANNED,    BODY,         PLAN,         about_its_object,
        given(OWN_MEETING, HELD_BY_THE_BODY, lambda a: a.by.office == a.office.id),
        given("the day of the meeting is named", PLAN, lambda a: a.starts_on is not None),
        then=undertaken, only=m.MEETING, since=OPEN),
    row.start(          do.Undertake,        S.PLANNED,    SUBJECT,      ORQ474(6, 1), *COMMON,
        given("the first day of the discussion is named", town(38, 1), lambda a: a.starts_on is not None),
        then=undertaken, only=m.DISCUSSION, since=LAW),
    row.start(          do.Undertake,        S.PLANNED,    SUBJECT,      ORQ474(6, 1), *COMMON,
        then=undertaken, only=m.EXPERTISE | m.OPINION, since=LAW),
    row.start(          do.Undertake,        S.PLANNED,    SUBJECT,      ORQ474(10, 1), *COMMON,
        given("a hearing is held by non-profit organisations, self-government bodies or mass media", ORQ474(10, 2),
              lambda a: a.by.role in HEARING_HELD_BY, remedy="make an enquiry, or ask one of them to hold it"),
        given("the day of the hearing is named", ON_ITS_DAY, lambda a: a.starts_on is not None),
        then=undertaken, only=m.HEARING, since=LAW),
    row.start(          do.Undertake,        S.PLANNED,    MONITOR,      ORQ474(11, 1), *COMMON,
        then=undertaken, only=m.MONITORING, since=LAW),
    row.start(          do.Undertake,        S.PLANNED,    SELF_GOVERNMENT, ORQ474(6, 1), *COMMON,
        then=undertaken, only=m.REPORT, since=LAW),
    row.start(          do.Undertake,        S.PLANNED,    SUBJECT,      ORQ474(6, 2), *COMMON,
        given("legislation provides for that form, and is named", ORQ474(6, 2), lambda a: bool(a.provided_by)),
        then=undertaken, only=m.OTHER, since=LAW),
    row.start(          do.Undertake,        S.PLANNED,    PUBLIC_COUNCIL, PQ10(6, 2),
        by_a_subject, about_its_object, within_its_special_act, not_its_own_matter,
        then=undertaken, only=m.LEGALITY, since=PQ),
    row.start(          do.Undertake,        S.PLANNED,    BY_COUNCIL,   PQ10(6, 3),
        by_a_subject, about_its_object, within_its_special_act,
        given("the draft act is named", PQ10(6, 3), lambda a: a.concerns is not None),
        given("a draft that a body puts is put to somebody in the council", HOUSE(26), is_the_councils),
        then=undertaken, only=m.DRAFT_ACT, since=PQ),

    row(S.PLANNED,      do.AnnounceAct,      S.ANNOUNCED,  BY_ORGANISER, ORQ474(10, 5), by_its_organiser,
        given("issues, time and order are announced", ORQ474(10, 5),
              lambda it, a: bool(a.issues and a.time and a.procedure)), only=m.HEARING),
    row(S.PLANNED,      do.AnnounceAct,      S.ANNOUNCED,  BY_ORGANISER, town(38, 1), by_its_organiser,
        given("terms and order are announced", town(38, 1), lambda it, a: bool(a.time and a.procedure)),
        only=m.DISCUSSION),
    row(S.PLANNED,      do.AnnounceAct,      S.ANNOUNCED,  BODY,         PLAN, its_own_meeting,
        given("draft agenda, day, time and place are published", PLAN,
              lambda it, a: bool(a.issues and a.time and it.place)), only=m.MEETING),
    row(NOT_BEGUN,      do.RescheduleAct,    S.PLANNED,    ORGANISER,    HOUSE(27),
        by_its_organiser, says_why, not_into_the_past, then=moved, only=NO_MEETING),
    row(NOT_BEGUN,      do.RescheduleAct,    S.PLANNED,    BODY,         HOUSE(27),
        its_own_meeting, says_why, not_into_the_past, then=moved, only=m.MEETING),

    row(S.ANNOUNCED,    do.AdmitParticipant, SAME,         BODY,         near.LIST_OF_A_MEETING, its_own_meeting,
        given("who attends is on the list", near.LIST_OF_A_MEETING, lambda it, a: a.listed), only=m.MEETING),
    row.never(S.UNDER_WAY, do.AdmitParticipant, DOORS, "nobody is admitted after the opening", only=m.MEETING),
    row(S.UNDER_WAY,    do.RecordMeeting,    SAME,         BY_BODY_ALONE, VIDEO, its_own_meeting, only=m.MEETING),

    row(S.ANNOUNCED,    do.BeginAct,         S.UNDER_WAY,  BY_ORGANISER, (ORQ474(10, 4), ORQ474(10, 5)),
        by_its_organiser,
        given("a hearing is held on the day announced", ON_ITS_DAY, lambda it, a: today(it, a) == it.starts_on,
              remedy=MOVE_IT),
        given("a hearing is public and open", ORQ474(10, 4), lambda it, a: a.in_public),
        given("all who take part may use the materials on the issues", ORQ474(10, 5), lambda it, a: a.materials_free),
        only=m.HEARING),
    row(S.ANNOUNCED,    do.BeginAct,         S.UNDER_WAY,  BY_ORGANISER, town(38, 2), by_its_organiser,
        given("a discussion does not begin before the day announced", town(38, 1),
              lambda it, a: it.starts_on is not None and it.starts_on <= today(it, a)), only=m.DISCUSSION),
    row(S.ANNOUNCED,    do.BeginAct,         S.UNDER_WAY,  BODY,         DOORS, its_own_meeting,
        given("a meeting is opened on the day announced", HELD_BY_THE_BODY, lambda it, a: today(it, a) == it.starts_on,
              remedy=MOVE_IT), only=m.MEETING),
    row(S.PLANNED,      do.BeginAct,         S.UNDER_WAY,  BY_ORGANISER, ORQ474(6, 1),
        by_its_organiser, assembly_is_competent, representatives_are_competent, only=m.REPORT),
    row(S.PLANNED,      do.BeginAct,         S.UNDER_WAY,  ORGANISER,    HOUSE(25), by_its_organiser, only=m.QUIET),

    row(S.UNDER_WAY,    do.EndAct,           S.ENDED,      BY_ORGANISER, BY_ENQUIRY, by_its_organiser,
        given("the answer to the enquiry is named, or it is said that none came", BY_ENQUIRY,
              lambda it, a: (a.reply is None) is a.none_came), none_after_its_day, only=m.ENQUIRY),
    row(S.UNDER_WAY,    do.EndAct,           S.ENDED,      BODY,         HOUSE(25), its_own_meeting, only=m.MEETING),
    row(S.UNDER_WAY,    do.EndAct,           S.ENDED,      ORGANISER,    HOUSE(25), by_its_organiser),

    row(S.ENDED,        do.DrawUp,           S.DRAWN_UP,   BY_ORGANISER, PQ10(6, 2),
        by_its_organiser, document_is_named, is_still_a_subject,
        given("public opinion was studied too", PQ10(6, 2),
              lambda it, a: a.opinion is not None and another(it, a.opinion)),
        then=keeps("form", "document", "subject"), only=m.LEGALITY),
    row(S.ENDED,        do.DrawUp,           S.DRAWN_UP,   BY_ORGANISER, town(35, 2),
        by_its_organiser, document_is_named, is_still_a_subject,
        then=keeps("form", "document", "subject"), only=m.all_but(m.MEETING, m.LEGALITY)),
    row(S.ENDED,        do.CloseAct,         S.CLOSED,     BODY,         HOUSE(25), its_own_meeting, only=m.MEETING),
    row(S.ENDED,        do.CloseAct,         S.CLOSED,     ORGANISER,    HOUSE(25), by_its_organiser),
    row(S.DRAWN_UP,     do.Deliver,          S.DELIVERED,  BY_ORGANISER, town(35, 2), by_its_organiser),
    row(S.DELIVERED,    do.NoteOutcome,      S.CLOSED,     BY_ORGANISER, unions(46), by_its_organiser, of_this_document,
        given("there is an outcome, or it is said that none came", HOUSE(25),
              lambda it, a: (a.outcome is None) is a.none_came), none_after_its_day, then=keeps("recommendation")),
    row(S.CLOSED,       do.NoteOutcome,      SAME,         BY_ORGANISER, unions(46), by_its_organiser, of_this_document,
        given("an answer that came late is noted", HOUSE(37), answer_came)),
    row(DOCUMENTED,     do.PublishResult,    SAME,         BY_ORGANISER, town(38, 4), by_its_organiser,
        only=m.DISCUSSION),
    row(DOCUMENTED,     do.PublishResult,    SAME,         BY_ORGANISER, unions(46), by_its_organiser,
        only=m.all_but(m.MEETING, m.DISCUSSION)),
    row(S.ENDED | DOCUMENTED, do.OrderRepetition, SAME,    BODY,         town(39, 2),
        given("a complaint about the order of the discussion was upheld", town(39, 2),
              lambda it, a: a.upheld and a.complaint.process == "appeal"),
        given("the repetition is another act", town(39, 2), lambda it, a: another(it, a.again)),
        then=keeps("again"), only=m.DISCUSSION),

    row(NOT_ENDED,      do.CallOffAct,       S.CALLED_OFF, CALLS_OFF,    HOUSE(27), by_its_organiser, says_why,
        only=NO_MEETING),
    row(NOT_ENDED,      do.CallOffAct,       S.CALLED_OFF, BODY,         HOUSE(27), its_own_meeting, says_why,
        only=m.MEETING),
    row(NOT_ENDED | S.ENDED | DOCUMENTED, do.ReplaceOrganiser, SAME, BACKING, HOUSE(25),
        given("the organisation that undertook it puts another in place", HOUSE(25),
              lambda it, a: bool(it.organised_at and a.organiser) and a.by.office == it.organised_at),
        says_why, then=keeps("organiser"), only=NO_MEETING),
)
SET = (do.Undertake, do.RescheduleAct)
"""What sets its day."""
LEAD, AGENDA = Days(near.DAYS_BEFORE_A_DISCUSSION), Days(near.DAYS_OF_AGENDA)
DEADLINES = (
    #    what is owed   begins        within     met by           owed by       under
    owed("announcement", SET, lambda it, a: None if a.starts_on is None else before(a.starts_on, LEAD),
         do.AnnounceAct, BY_ORGANISER, town(38, 1),
         owed.moved(do.RescheduleAct, lambda it, a, running: before(a.starts_on, LEAD)),
         only=m.DISCUSSION, until=do.CallOffAct),
    owed("hearing_notice", SET, by_law(lambda it, a, context: notice(a.starts_on, context)),
         do.AnnounceAct, ORGANISER, ORQ474(10, 5),
         owed.moved(do.RescheduleAct, by_law(lambda it, a, running, context: notice(a.starts_on, context))),
         only=m.HEARING, until=do.CallOffAct),
    owed("agenda", SET, lambda it, a: None if a.starts_on is None else before(a.starts_on, AGENDA),
         do.AnnounceAct, BODY, PLAN,
         owed.moved(do.RescheduleAct, lambda it, a, running: before(a.starts_on, AGENDA)),
         only=m.MEETING, until=do.CallOffAct),
    owed("application", do.Undertake, Days(near.DAYS_TO_APPLY_FOR_EXPERTISE), do.Undertake, BY_ORGANISER, town(40, 3),
         since=lambda it, a: a.discussed_on or a.at, when=lambda it, a: a.discussed_on is not None, only=m.EXPERTISE),
    owed("duration",    do.BeginAct,  by_law(lasts), do.EndAct,   BY_ORGANISER, town(38, 2),
         only=m.DISCUSSION, until=do.CallOffAct),
    owed("conclusion",  do.EndAct,    Days(near.DAYS_TO_A_CONCLUSION), do.PublishResult, BY_ORGANISER, town(38, 4),
         only=m.DISCUSSION),
)
# fmt: on
OVERSIGHT = Lifecycle("oversight", TRANSITIONS, DEADLINES, law=UZ, final=S.CLOSED | S.CALLED_OFF)
"""The act of public oversight."""
OVERSIGHT_CITES = (SOURCE_ARTICLE(12),)
"""The article behind the project: public oversight, a direction of its own."""
