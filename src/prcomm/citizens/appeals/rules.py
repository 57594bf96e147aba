"""The citizen's appeal as a table: what is lawful when, by whom, under which article, and what is owed."""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import evolve

from prcomm import (
    PROMPTLY,
    SAME,
    SAME_WORKING_DAY,
    STANDS,
    Basis,
    Days,
    Lifecycle,
    Months,
    OneOf,
    Part,
    Person,
    RunningTerm,
    Term,
    Until,
    Who,
    given,
    keeps,
    owes,
    part_rows,
    rows,
    runs,
)
from prcomm.citizens.appeals import actions as do, hands as by, kinds as k, model as m
from prcomm.citizens.appeals.conditions import (
    WHILE_IT_RUNS,
    an_appeal,
    an_individual_asks,
    anonymous,
    by_each_of_them,
    by_no_more_than_allowed,
    by_the_body_asked,
    by_the_same_person,
    came_later,
    completed,
    each_is_answered,
    file_bears_it_out,
    goes_where_it_belongs,
    ground_is_established,
    in_minutes,
    is_a_copy,
    is_borne_out,
    is_known_in_time,
    is_to_be_returned,
    last_link,
    later_than_it_ran,
    of_this_body,
    off_control,
    outside_competence,
    points_to_another,
    repeats,
    same_language,
    somebody_leads,
    terminated,
    to_its_addressee,
    withdrawn,
    without_authority,
)
from prcomm.core.calendar.days import day, ordinal
from prcomm.law import UZ, orq445
from prcomm.law.house import HOUSE
from prcomm.law.orq445 import ORQ445
from prcomm.law.roles import APPELLANT, AUTHORISED, EXECUTOR, HEAD, OTHER_BODY, REGISTRAR, REPRESENTATIVE, SUPERIOR

__all__ = ["APPEAL", "DEADLINES", "TRANSITIONS"]

S, R, P, C = m.AppealState, m.RequestState, m.PartState, m.ControlState
DEMANDS = k.APPLICATION | k.COMPLAINT
"""What is to be considered in days, and may be lengthened."""
CONTROLLED = m.PENDING | S.CONSIDERED
ENDED = S.FORWARDED | S.RETURNED | S.DIVERTED | S.JOINED | S.INFORMED | S.LEFT | S.TERMINATED
"""Ended here without a reply on the merits."""
CLOSED = S.DECIDED | m.ANSWERED | ENDED
EVER = OneOf(m.AppealState)
SAME_BODY = ORQ445(25, 5).by(Basis.INFERRED)
FOR_EACH = ORQ445(30, 1).by(Basis.INFERRED)

REGISTRY = Who(REGISTRAR, HOUSE(1))
DESK = Who(HEAD | AUTHORISED, HOUSE(2))
WORKER = Who(EXECUTOR, HOUSE(3))
STAFF = Who(EXECUTOR | HEAD | AUTHORISED, HOUSE(3))
DECIDER = Who(HEAD | AUTHORISED, HOUSE(4))
SIGNER = Who(HEAD | AUTHORISED, ORQ445(27, 2).by(Basis.INFERRED))
THE_ASKED = Who(OTHER_BODY, ORQ445(24, 4))
BY_DESK, BY_DECIDER, BY_SIGNER = (Who(AUTHORISED, one.cites) for one in (DESK, DECIDER, SIGNER))
BY_CHIEF = Who(AUTHORISED, ORQ445(30, 2))
"""Who of them owes it, since one must."""
RESTORER = Who(HEAD | AUTHORISED, (ORQ445(22, 3), HOUSE(5)))
LINKER = Who(HEAD | AUTHORISED | REGISTRAR, HOUSE(6))
BY_ANOTHER = ORQ445(21, 2).by(Basis.INFERRED)
"""That a representative may do the rest as well: the Law says it of handing in, and of nothing after."""
CITIZEN, PROTECTED, ASKER = (
    Who(APPELLANT | REPRESENTATIVE, (says, BY_ANOTHER)) for says in (ORQ445(32, 1), ORQ445(19, 3), ORQ445(31, 1))
)
CORRECTOR = Who(HEAD | AUTHORISED | REGISTRAR, HOUSE(40))
FACTS_OF_THE_FILE: Mapping[type[do.AppealAction], tuple[str, ...]] = {
    do.Receive: (
        "at", "kind", "form", "channel", "appellants", "named", "signed", "identified", "representative", "authority",
        "minor", "against", "questions", "content", "language", "reply_to", "learned",
    ),
    do.SolveOnTheSpot: ("at", "kind", "channel", "appellants", "named", "content"),
    do.AskInformation: ("arrived",),
    do.Link: ("decided", "last"),
}  # fmt: skip
"""What the file states, and may state wrongly: never who did something, nor what was done."""
CHIEF = HEAD | AUTHORISED
FORMS_OF_CHANNELS = tuple(dict.fromkeys((ORQ445(5, 1), *(cite for _, cites in k.FORMS.values() for cite in cites))))
NOTICES = (ORQ445(25, 2), ORQ445(28, 2), ORQ445(28, 3), ORQ445(29, 3), ORQ445(30, 3), ORQ445(30, 5))
REQUIRED = (ORQ445(6, 1), ORQ445(6, 2), ORQ445(6, 3), ORQ445(6, 6))
RECEIPT = (ORQ445(5, 2), ORQ445(15, 1), ORQ445(18), ORQ445(21, 1), ORQ445(21, 2))

FROM_ABOVE = ORQ445(34, 1).by(Basis.INFERRED)
"""The article speaks of heads and their own units: that it holds of a body above as well is ours."""
BROUGHT_IN = (ORQ445(24, 6), ORQ445("24-1", 1), ORQ445(26, 2))
TO_ADD = ORQ445(32, 1).by(Basis.INFERRED)
"""The right to add materials: that what was lacking may be made up is ours."""

row = rows(m.Appeal, m.AppealState, do.AppealAction)
request = part_rows(m.Appeal, m.InformationRequest, m.RequestState, do.AppealAction)
part = part_rows(m.Appeal, m.ForeignPart, m.PartState, do.AppealAction)
control = part_rows(m.Appeal, m.SuperiorControl, m.ControlState, do.AppealAction)
# fmt: off
TRANSITIONS = (
    #   in state                 action             leads to          who may    under          given that, and then
    row.start(                   do.Receive,        S.RECEIVED,       REGISTRY,  RECEIPT,
        given("it has a form that its channel gives; contact in real time is oral", FORMS_OF_CHANNELS,
              lambda a: a.form in k.FORMS[a.channel][0]), id="case"),
    row.start(                   do.SolveOnTheSpot, S.SOLVED_ON_SPOT, REGISTRY,  (ORQ445(23, 5), ORQ445(27, 6)),
        given("only what is solved at a public reception needs no registration", ORQ445(23, 5),
              lambda a: a.channel is k.Channel.PUBLIC_RECEPTION),
        given("the minutes hold name, residence, content and result", ORQ445(23, 5),
              lambda a: bool(a.appellants and a.named and a.content and a.result)),
        then=in_minutes, only=k.APPEALS),

    row(S.RECEIVED,              do.Register,       S.REGISTERED,     REGISTRY,  ORQ445(23, 1),
        given("it is entered under a number", ORQ445(23, 3), lambda it, a: bool(a.number)), then=keeps("number")),
    row.never(m.PENDING, do.RefuseRegistration, (ORQ445(23, 2), ORQ445(18)), "registration is never refused"),
    row(S.RECEIVED | m.OPEN,     do.NoteEnclosures, SAME,             REGISTRY,  ORQ445(21, 4),
        given("a copy of the act goes to the sender", ORQ445(21, 4), lambda it, a: a.copy_sent)),
    row(m.PENDING,               do.AddMaterials,   SAME,             CITIZEN,   ORQ445(32, 1),
        *by.THE_APPELLANT, then=by.with_materials),
    row(m.PENDING,               do.Complete,       SAME,             CITIZEN,   (ORQ445(6), TO_ADD), *by.THE_APPELLANT,
        then=completed),
    row(EVER,                    do.ReturnEnclosures, SAME,           STAFF,     ORQ445(21, 3), *by.CHARGED_OR_DESK,
        given("enclosures are returned on written request only", ORQ445(21, 3), lambda it, a: a.asked_in_writing)),
    row(EVER,                    do.ProtectIdentity, SAME,            PROTECTED, ORQ445(19, 3), *by.THE_APPELLANT,
        given("an individual asks it, or somebody for them", ORQ445(19, 3), an_individual_asks),
        then=lambda it, a: evolve(it, identity_protected=True)),
    row(m.PENDING,               do.RestoreFiling,  SAME,             RESTORER,  ORQ445(22, 3),
        given("the reason for which the term was missed is valid", ORQ445(22, 3), lambda it, a: a.valid_reason),
        by.nobody_accused, only=DEMANDS),

    row(m.OPEN,                  do.Link,           SAME,             LINKER,    (ORQ445(3), ORQ445(25, 1)),
        by.nobody_accused, points_to_another, by_the_same_person,
        given("a repeat disagrees with a decision taken, or comes after the former term has run out", ORQ445(3),
              repeats),
        then=keeps("former", "correspondence_ended"), only=k.APPEALS),
    row(m.OPEN,                  do.Join,           S.JOINED,         DESK,      ORQ445(25, 5),
        by.nobody_accused, points_to_another, by_each_of_them, is_a_copy,
        given("it joins the one that came first", ORQ445(25, 5), came_later),
        given("it joins one of the same body", SAME_BODY, of_this_body),
        given("the first appeal is still under consideration", ORQ445(25, 5), lambda it, a: a.pending),
        then=keeps("former"), only=k.APPEALS),
    row(m.OPEN,                  do.InformAnswered, S.INFORMED,       DESK,      ORQ445(25, 6),
        by.nobody_accused, points_to_another, by_each_of_them, is_a_copy,
        given("the first came before it", ORQ445(25, 6), came_later),
        given("the first is of the same body", ORQ445(25, 6).by(Basis.INFERRED), of_this_body),
        given("the first appeal was considered and replied to", ORQ445(25, 6), lambda it, a: a.answered),
        then=keeps("former"), only=k.APPEALS),
    row(m.OPEN,                  do.Leave,          S.LEFT,           CHIEF,     ORQ445(29, 2),
        by.nobody_accused,
        given("the ground is one of the law's, and the file bears it out", (ORQ445(29, 1), ORQ445(3), *REQUIRED),
              is_borne_out),
        given("a minor's appeal is never left for lack of full capacity", ORQ445("24-1", 1),
              lambda it, a: not (it.minor and a.ground is k.LeavingGround.LACK_OF_CAPACITY)),
        given("a conclusion is drawn up", ORQ445(29, 2), lambda it, a: bool(a.conclusion)), only=k.APPEALS),
    row(m.OPEN,                  do.Forward,        S.FORWARDED,      DESK,      ORQ445(25, 2),
        outside_competence,
        given("its data suffice to know where it belongs", ORQ445(25, 4), lambda it, a: a.data_suffice,
              remedy="return it, with reasons", until=orq445.MINORS_SINCE),
        given("its data suffice to know where it belongs; a minor's goes to the guardianship body, whatever its data",
              (ORQ445(25, 4), ORQ445("24-1", 2)), goes_where_it_belongs,
              remedy="return it, with reasons"),
        given("it goes to another body", ORQ445(25, 2), lambda it, a: a.to != it.office.id),
        by.not_to_the_accused, by.nobody_accused, only=k.APPEALS),
    row(m.OPEN,                  do.Return,         S.RETURNED,       DESK,      ORQ445(25, 4),
        outside_competence, by.nobody_accused,
        given("its data don't suffice to know where it belongs", ORQ445(25, 4), lambda it, a: not a.data_suffice,
              remedy="send it on"),
        given("a minor's appeal goes on, if to nobody else to the guardianship body", ORQ445("24-1", 2),
              lambda it, a: not it.minor, remedy="send it on to the guardianship body"),
        given("reasons are given", ORQ445(25, 4), lambda it, a: bool(a.reasons)), only=k.APPEALS),
    row(m.OPEN,                  do.Divert,         S.DIVERTED,       DESK,      ORQ445(1, 3),
        given("it is said which procedure of another law it belongs to", ORQ445(1, 3), lambda it, a: bool(a.procedure)),
        by.nobody_accused, only=k.APPEALS),
    row(S.REGISTERED,            do.LayAside,       S.LAID_ASIDE,     DESK,      ORQ445(25, 7), by.nobody_accused,
        only=k.LETTER),

    row(S.RECEIVED | S.REGISTERED, do.Recognise,    SAME,             DESK,      (ORQ445(3), ORQ445(18)), an_appeal,
        by.nobody_accused, then=keeps("kind"), only=k.LETTER),
    row(S.LAID_ASIDE,            do.Recognise,      S.REGISTERED,     DESK,      (ORQ445(3), ORQ445(18)), an_appeal,
        by.nobody_accused, then=keeps("kind"), only=k.LETTER),
    row(CONTROLLED,              do.PutOnControl,   SAME,             CHIEF,     ORQ445(34, 1),
        given("it is not on control yet", ORQ445(34, 2).by(Basis.INFERRED), lambda it, a: not it.control_by),
        by.nobody_accused,
        then=lambda it, a: evolve(it, control_by="" if a.by.role.private else a.by.known_as), only=k.APPEALS),
    row(S.REGISTERED,            do.Assign,         S.IN_REVIEW,      DESK,      ORQ445(24, 3),
        somebody_leads, by.not_to_the_accused, by.nobody_accused, by.no_body_accused,
        given("an anonymous appeal is not considered", ORQ445(29, 1), lambda it, a: not anonymous(it),
              remedy="leave it, by an approved conclusion"),
        given("an appeal through a representative is considered on proof of authority", (ORQ445(6, 7), ORQ445(29, 1)),
              lambda it, a: not without_authority(it),
              remedy="have the authority proved, or leave the appeal by an approved conclusion"),
        then=keeps("executors"), only=k.APPEALS),
    row(m.REVIEWED,              do.Assign,         SAME,             DESK,      ORQ445(24, 3),
        somebody_leads, by.not_to_the_accused, by.nobody_accused, by.no_body_accused, then=keeps("executors")),

    row(S.IN_REVIEW | S.EXTENDED, do.Study,         S.EXTRA_STUDY,    WORKER,    ORQ445(28, 1), *by.THE_CHARGED,
        given("it needs study, a check or documents", ORQ445(28, 1), lambda it, a: bool(a.needs & k.NEEDS[1])),
        only=DEMANDS),
    row(S.IN_REVIEW,             do.Study,          S.EXTRA_STUDY,    WORKER,    ORQ445(28, 3), *by.THE_CHARGED,
        given("it needs study", ORQ445(28, 3), lambda it, a: bool(a.needs & k.NEEDS[3])), only=k.PROPOSAL),
    row(m.REVIEWED,              do.Extend,         S.EXTENDED,       HEAD,      ORQ445(28, 2),
        given("it needs a check, further materials or other measures", ORQ445(28, 2),
              lambda it, a: bool(a.needs & k.NEEDS[2])),
        by.nobody_accused,
        runs("consideration", WHILE_IT_RUNS), later_than_it_ran, by_no_more_than_allowed, only=DEMANDS),
    row.never(S.IN_REVIEW | S.EXTRA_STUDY, do.Extend, (ORQ445(28, 2), ORQ445(28, 3)),
        "the head lengthens no term of a proposal", only=k.PROPOSAL),
    row(m.REVIEWED,              do.Hear,           SAME,             WORKER,    ORQ445(26, 1), *by.THE_CHARGED),
    row(m.REVIEWED,              do.Visit,          SAME,             WORKER,    ORQ445(24, 5), *by.THE_CHARGED),
    row(m.REVIEWED,              do.Summon,         SAME,             WORKER,    ORQ445(33, 1), *by.THE_CHARGED,
        given("who is summoned is to be heard, or it can't be considered without them", ORQ445(33, 1),
              lambda it, a: a.needed or a.to_hear),
        then=lambda it, a: evolve(it, summoned=it.summoned or (a.needed and not a.other))),
    row(m.REVIEWED | S.DECIDED | m.ANSWERED, do.ShowFile, SAME,     WORKER,    (ORQ445(32, 1), ORQ445(33, 3)),
        *by.THE_CHARGED,
        given("the documents hold no secret and would do no harm", (ORQ445(19, 1), ORQ445(33, 3)),
              lambda it, a: not a.protected)),
    row(m.REVIEWED,              do.BringIn,        SAME,             WORKER,    BROUGHT_IN, *by.THE_CHARGED,
        given("it is said who is brought in", ORQ445(24, 6).by(Basis.INFERRED), lambda it, a: bool(a.who))),
    row(m.PENDING,               do.AskProgress,    SAME,             CITIZEN,   ORQ445(32, 1), *by.THE_APPELLANT,
        only=k.APPEALS),
    row(m.REVIEWED,              do.InterimReply,   SAME,             WORKER,    ORQ445(34, 3), *by.THE_CHARGED),
    row(m.REVIEWED,              do.Decide,         S.DECIDED,        DECIDER,   ORQ445(27, 1), by.nobody_accused,
        given("each question raised is answered, on concrete grounds", (ORQ445(27, 4), ORQ445(27, 5)),
              each_is_answered),
        then=keeps("outcome")),
    row(S.DECIDED,               do.SendReply,      S.CONSIDERED,     SIGNER,    (ORQ445(27, 2), ORQ445(27, 4)),
        by.nobody_accused,
        given("the reply goes to the appellant; to the first named of several, unless another was asked for",
              ORQ445(27, 3), to_its_addressee),
        given("the reply is written or electronic", ORQ445(27, 1), lambda it, a: a.form is not k.ORAL),
        given("as far as possible the reply is in the language of the appeal", ORQ445(27, 5),
              lambda it, a: same_language(a.language, it.language) or a.own_language_impossible),
        given("the appellant is told how to challenge the decision", ORQ445(33, 3).by(Basis.INFERRED),
              lambda it, a: a.challenge_explained)),

    row(S.DECIDED | m.ANSWERED,  do.NoteExecution,  SAME,             DECIDER,   ORQ445(33, 3), by.nobody_accused),
    row(m.OPEN | CLOSED,         do.TakeMeasures,   SAME,             STAFF,     (ORQ445(30, 4), ORQ445(33, 3)),
        *by.CHARGED_OR_DESK,
        given("it is said what was done", ORQ445(33, 3).by(Basis.INFERRED), lambda it, a: bool(a.measures)),
        only=k.APPEALS),

    row(S.RECEIVED | m.OPEN,     do.Withdraw,       SAME,             CITIZEN,   ORQ445(32, 1),
        given("one withdraws, or asks to end, the own appeal", (ORQ445(30, 1), ORQ445(32, 1)), by.in_their_own),
        by.with_authority,
        given("it is withdrawn in writing or electronically; in any form one may ask to end it", ORQ445(32, 1),
              lambda it, a: a.form is not k.ORAL or a.what is k.Withdrawal.END_ASKED),
        then=by.withdrawn, only=k.APPEALS),
    row.never(S.DECIDED | m.ANSWERED, do.Withdraw, ORQ445(32, 1), "it is withdrawn before the decision"),
    row(m.PENDING,               do.NoteDeath,      SAME,             STAFF,     FOR_EACH, *by.CHARGED_OR_DESK,
        given("who died is one of those who appeal; a legal entity does not die", FOR_EACH,
              lambda it, a: any(type(one) is Person and one.id == a.who for one in it.remaining)),
        given("the matter allows no succession", FOR_EACH, lambda it, a: a.no_succession),
        given("it goes on for others", FOR_EACH, lambda it, a: len(it.remaining) > 1, remedy="end its consideration"),
        then=lambda it, a: evolve(it, gone=(*it.gone, a.who)), only=k.APPEALS),
    row(m.OPEN,                  do.Terminate,      S.TERMINATED,     CHIEF,     ORQ445(30, 2), by.nobody_accused,
        given("what the ground asks for is established", ORQ445(30, 1), ground_is_established),
        given("the file bears out the ground", ORQ445(30, 1), file_bears_it_out), then=terminated, only=k.APPEALS),
    row(CLOSED,                  do.ReturnWithdrawn, SAME,            STAFF,     ORQ445(30, 4), *by.CHARGED_OR_DESK,
        is_to_be_returned),
    row.corrects(EVER,           do.Correct,                          CORRECTOR, HOUSE(40), FACTS_OF_THE_FILE,
        by.nobody_accused,
        given("whether it is an appeal at all is corrected before it is given to anybody", HOUSE(40), is_known_in_time),
        given("somebody appeals", HOUSE(40), lambda it, a: a.field != "appellants" or bool(a.value))),
    row(m.PENDING | CLOSED,      do.Notify,         SAME,             STAFF,     NOTICES, *by.CHARGED_OR_DESK,
        given("the appellant is told in a form the law names", (ORQ445(25, 2), ORQ445(28, 3), ORQ445(30, 3)),
              lambda it, a: a.form in k.NOTICE_FORMS[a.of]), only=k.APPEALS),

    row(m.ANSWERED,              do.AskClarification, SAME,           ASKER,     ORQ445(31, 1), *by.THE_APPELLANT),
    row(m.ANSWERED,              do.Clarify,        SAME,             DECIDER,   ORQ445(31, 1), by.nobody_accused,
        given("the substance of the reply stays", ORQ445(31, 1), lambda it, a: not a.substance_changed)),
    row(S.CONSIDERED,            do.TakeOffControl, S.OFF_CONTROL,    CHIEF,     (ORQ445(34, 1), ORQ445(34, 2)),
        by.nobody_accused, by.who_controls_it, then=off_control),
    row(ENDED,                   do.TakeOffControl, SAME,             CHIEF,     (ORQ445(34, 1), ORQ445(34, 2)),
        by.nobody_accused, by.who_controls_it, then=off_control),
    row.never(m.PENDING, do.TakeOffControl, ORQ445(34, 3), "it stays on control until it is considered"),
)
REQUESTS = Part("requests", "request", (
    #       in state action                 leads to    who may     under          given that
    request.start(   do.AskInformation,     R.ASKED,    WORKER,     ORQ445(24, 4), *by.THE_CHARGED,
        given("information is asked for while the appeal is considered", ORQ445(24, 4),
              lambda it, a: it.state in m.REVIEWED), id="request"),
    request(R.ASKED, do.GiveInformation,    R.ANSWERED, OTHER_BODY, ORQ445(24, 4), by_the_body_asked),
    request(R.ASKED, do.DeclineInformation, R.DECLINED, OTHER_BODY, ORQ445(24, 4), by_the_body_asked,
        given("information is declined only if it is secret or would do harm", ORQ445(24, 4),
              lambda it, a: a.protected)),
    request.start(   do.AskAppellant, R.APPELLANT_ASKED, WORKER, ORQ445(24, 4), *by.THE_CHARGED,
        id="request", during=m.REVIEWED),
    request(R.APPELLANT_ASKED, do.AnswerRequest, R.ANSWERED, CITIZEN, (ORQ445(24, 4), ORQ445(32, 1)),
        *by.THE_APPELLANT),
))
PARTS = Part("foreign_parts", "part", (
    #    in state  action            leads to  who may  under          given that
    part.start(    do.SetApart,      P.APART,  DESK,    ORQ445(25, 2), by.nobody_accused,
        given("some of its questions are set apart, and some stay", ORQ445(25, 2).by(Basis.INFERRED),
              lambda it, a: frozenset() < frozenset(a.questions) < frozenset(it.own_questions)),
        id="part", during=m.OPEN, only=k.APPEALS),
    part(P.APART,  do.ForwardPart,   P.SENT,   DESK,    ORQ445(25, 2),
        given("the part goes to another body", ORQ445(25, 2), lambda it, a: a.to != it.office.id),
        by.not_to_the_accused, by.nobody_accused),
    part(P.APART,  do.KeepPart,      P.KEPT,   DESK,    ORQ445(25, 3).by(Basis.INFERRED), by.nobody_accused,
        during=m.OPEN),
))
CONTROLS = Part("superior_controls", "control", (
    #   in state  action                     leads to  who may   under          given that
    control.start(do.PutOnSuperiorControl,   C.ON,     SUPERIOR, FROM_ABOVE, by.nobody_accused,
        then=lambda a: m.SuperiorControl(id=a.control, put_by="" if a.by.role.private else a.by.known_as),
        during=CONTROLLED, only=k.APPEALS),
    control(C.ON, do.TakeOffSuperiorControl, C.OFF,    SUPERIOR, ORQ445(34, 2), by.nobody_accused,
        given("who put it on that control takes it off", ORQ445(34, 2),
              lambda it, a: a.by.known_as == next(one.put_by for one in it.superior_controls if one.id == a.control)),
        given("it is considered, or ended otherwise", ORQ445(34, 3), lambda it, a: it.state not in m.PENDING)),
))
# fmt: on

# -- what is owed


def told_of(notice: k.Notice) -> Callable[[do.AppealAction], k.Notice]:
    """Which notice an action is about: a notice says so itself, what is to be told of begins this one."""
    return lambda a: a.of if isinstance(a, do.Notify) else notice


def correspondence_ends_now(it: m.Appeal, a: do.Terminate) -> bool:
    link = last_link(it)
    return a.ground is k.EndingGround.UNFOUNDED_REPEAT and not (link is not None and link.correspondence_ended)


def ran_out(it: m.Appeal, a: do.AppealAction, running: RunningTerm) -> bool:
    return running.last is not None and day(ordinal(a.at, it.office)) > running.last


def by_study(it: m.Appeal, a: do.Study, running: RunningTerm) -> Term | None:
    if ran_out(it, a, running):
        return STANDS
    return None if it.kind is k.PROPOSAL else Months(orq445.MONTHS_WITH_STUDY)


def to_its_day(it: m.Appeal, a: do.Extend, running: RunningTerm) -> Term:
    return STANDS if ran_out(it, a, running) else Until(a.until)


def may_be_returned(it: m.Appeal, a: do.Receive) -> bool:
    """A minor's goes on, whatever its data, since article 24-1."""
    return not it.minor or day(ordinal(a.at, it.office)) < orq445.MINORS_SINCE


owed = owes(m.Appeal, do.AppealAction)
ENDED_UNASKED = (do.Join, do.InformAnswered, do.Leave, do.Divert)
ENDS = (*ENDED_UNASKED, do.Terminate)
"""What ends an appeal here without a reply or a transfer."""
FOREIGN = "the matter is outside this body's competence"
UNCLEAR = f"{FOREIGN} and its data don't suffice to send it on"
FROM_RECEIPT = ORQ445(28, 1).by(Basis.INFERRED)
"""From when these days run the Law does not say: from receipt, as the term of consideration does."""
FROM_ARRIVAL = ORQ445(24, 4).by(Basis.INFERRED)
"""From when the ten days run the Law does not say: from the day the request reaches the other body."""
FROM_THE_RIGHT = ORQ445(32, 1).by(Basis.INFERRED)
"""The Law gives the appellant the right to know, and does not say that they are told promptly, nor by whom."""
IF_SATISFIED = ORQ445(33, 3).by(Basis.INFERRED)
"""The execution of each decision is controlled; that a refusal and an explanation leave nothing to execute is ours."""
TO_FORWARD, TO_RETURN = Days(orq445.DAYS_TO_FORWARD), Days(orq445.DAYS_TO_RETURN)
# fmt: off
DEADLINES = (
    #    what is owed         begins      within            met by          owed by     under
    owed("filing",            do.Receive, Months(orq445.MONTHS_TO_FILE), do.Receive, APPELLANT, ORQ445(22, 2),
         owed.moved(do.RestoreFiling, None), only=DEMANDS,
         when=lambda it, a: a.learned is not None, since=lambda it, a: a.learned or a.at.date()),
    owed("registration",      do.Receive, SAME_WORKING_DAY, do.Register,    REGISTRY,   ORQ445(23, 1), only=k.APPEALS),
    owed("forwarding",        do.Receive, TO_FORWARD,       do.Forward,     BY_DESK,    (ORQ445(25, 2), FROM_RECEIPT),
         owed.moved(do.Assign, None), owed.moved(do.Forward, TO_FORWARD),
         only=k.APPEALS, until=(do.SendReply, do.Return, *ENDS), provided=FOREIGN),
    owed("return",            do.Receive, TO_RETURN,        do.Return,      BY_DESK,    (ORQ445(25, 4), FROM_RECEIPT),
         owed.moved(do.Assign, None), owed.moved(do.Return, TO_RETURN), when=may_be_returned,
         only=k.APPEALS, until=(do.SendReply, do.Forward, *ENDS), provided=UNCLEAR),
    owed("consideration",     do.Receive,
         lambda it, a: Months(orq445.MONTHS_FOR_A_PROPOSAL) if it.kind is k.PROPOSAL else Days(orq445.DAYS_TO_CONSIDER),
         (do.SendReply, do.Forward), WORKER, (ORQ445(28, 1), ORQ445(28, 3)),
         owed.moved(do.Study, by_study), owed.lengthened(do.Extend, to_its_day),
         only=k.APPEALS, until=(do.Return, *ENDS)),
    owed("part_forwarding",   do.SetApart, TO_FORWARD,      do.ForwardPart, BY_DESK,    (ORQ445(25, 2), FROM_RECEIPT),
         owed.moved(do.KeepPart, None), per="part", until=(do.Forward, do.Return, *ENDS),
         since=lambda it, a: it.history[0].action.at),
    owed("study_notice",      do.Study,   Days(orq445.DAYS_TO_TELL_OF_STUDY), do.Notify, WORKER,
         (ORQ445(28, 3), FROM_RECEIPT), per=told_of(k.Notice.STUDY), only=k.PROPOSAL,
         since=lambda it, a: it.told[0].action.at),
    owed("information",       do.AskInformation, Days(orq445.DAYS_TO_GIVE_INFORMATION),
         (do.GiveInformation, do.DeclineInformation), THE_ASKED, (ORQ445(24, 4), FROM_ARRIVAL), per="request",
         since=lambda it, a: a.arrived),
    owed("reply",             do.Decide,  PROMPTLY,         do.SendReply,   BY_SIGNER,  (ORQ445(27, 1), ORQ445(33, 3))),
    owed("execution",         do.Decide,  PROMPTLY,         do.NoteExecution, BY_DECIDER, (ORQ445(33, 3), IF_SATISFIED),
         when=lambda it, a: a.outcome is k.Outcome.SATISFIED, provided="the decision leaves something to carry out"),
    owed("progress",          do.AskProgress, PROMPTLY,     do.Notify,      WORKER,   (ORQ445(32, 1), FROM_THE_RIGHT),
         per=told_of(k.Notice.PROGRESS), until=(do.SendReply, do.Forward, do.Return, *ENDS)),
    owed("clarification",     do.AskClarification, Days(orq445.DAYS_TO_CLARIFY), do.Clarify, BY_DECIDER, ORQ445(31, 2),
         per="request"),
    owed("ending",            do.Withdraw, PROMPTLY,        do.Terminate,   BY_CHIEF,   ORQ445(30, 1),
         until=(do.SendReply, do.Forward, do.Return, *ENDED_UNASKED)),
    owed("withdrawal_return", do.Terminate, Days(orq445.DAYS_TO_RETURN_WITHDRAWN), do.ReturnWithdrawn, WORKER,
         ORQ445(30, 4), when=withdrawn),
    owed("forwarding_notice", (do.Forward, do.ForwardPart), PROMPTLY,         do.Notify,      WORKER,   ORQ445(25, 2),
         per=told_of(k.Notice.FORWARDED)),
    owed("extension_notice",  do.Extend,  PROMPTLY,         do.Notify,      WORKER,     ORQ445(28, 2),
         per=told_of(k.Notice.EXTENDED)),
    owed("authority_notice",  do.Leave,   PROMPTLY,         do.Notify,      WORKER,     ORQ445(29, 3),
         when=lambda it, a: a.ground is k.LeavingGround.NO_AUTHORITY, per=told_of(k.Notice.NO_AUTHORITY)),
    owed("ended_correspondence_notice", do.Terminate, PROMPTLY, do.Notify,  WORKER,     ORQ445(30, 3),
         when=correspondence_ends_now, per=told_of(k.Notice.UNFOUNDED_REPEAT)),
    owed("no_show_notice",    do.Terminate, PROMPTLY,       do.Notify,      WORKER,     ORQ445(30, 5),
         when=lambda it, a: a.ground is k.EndingGround.NO_SHOW, per=told_of(k.Notice.NO_SHOW)),
)
# fmt: on
APPEAL: Final = Lifecycle(
    "appeal",
    TRANSITIONS,
    DEADLINES,
    law=UZ,
    parts=(REQUESTS, PARTS, CONTROLS),
    final=ENDED | S.SOLVED_ON_SPOT | S.OFF_CONTROL,
)
"""The citizen's appeal."""
