"""The citizen's appeal as a table: what is lawful when, by whom, under which article, and what is owed."""

from collections.abc import Callable, Mapping
from itertools import islice
from typing import Final

from attrs import evolve

from prcomm import (
    PROMPTLY,
    SAME,
    SAME_WORKING_DAY,
    STANDS,
    Basis,
    Context,
    Correction,
    Days,
    Lifecycle,
    Months,
    OneOf,
    Part,
    RunningTerm,
    Term,
    Until,
    Who,
    given,
    guard,
    keeps,
    owes,
    part_rows,
    rows,
    runs,
)
from prcomm.citizens.appeals import actions as do, kinds as k, model as m
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.calendar.terms import month_later
from prcomm.law import UZ, orq445
from prcomm.law.house import HOUSE
from prcomm.law.orq445 import ORQ445
from prcomm.law.roles import APPELLANT, AUTHORISED, EXECUTOR, HEAD, OTHER_BODY, REGISTRAR, REPRESENTATIVE

__all__ = ["APPEAL", "DEADLINES", "TRANSITIONS"]

S, R = m.AppealState, m.RequestState
DEMANDS = k.APPLICATION | k.COMPLAINT
"""What is to be considered in days, and may be lengthened."""
CONTROLLED = m.PENDING | S.CONSIDERED
ENDED = S.FORWARDED | S.RETURNED | S.DIVERTED | S.JOINED | S.INFORMED | S.LEFT | S.TERMINATED
"""Ended here without a reply on the merits."""
CLOSED = S.DECIDED | m.ANSWERED | ENDED
EVER = OneOf(m.AppealState)

# -- conditions that rows share, and those that take more than a line


@guard("the former appeal is of the same person", ORQ445(3))
def by_the_same_person(it: m.Appeal, a: do.Pointing) -> bool:
    return any(one in a.appellants for one in it.appellant_ids)


@guard("the former appeal is another one", ORQ445(3))
def points_to_another(it: m.Appeal, a: do.Pointing) -> bool:
    return a.former != it.reference


@guard("it is a copy of the first", ORQ445(3))
def is_a_copy(it: m.Appeal, a: do.Join | do.InformAnswered) -> bool:
    return a.exact_copy


def repeats(it: m.Appeal, a: do.Link) -> bool:
    received = it.told[0].action.at
    if a.why is k.Why.DISAGREEMENT:
        return a.decided is not None and a.decided <= received
    return a.last is not None and day(ordinal(received, it.office)) > a.last


def anonymous(it: m.Appeal) -> bool:
    """Whether an appeal is anonymous: unnamed, a written one unsigned, an electronic one of an unknown sender."""
    unsigned = it.form is k.WRITTEN and not it.signed
    return not it.appellants or not it.named or unsigned or (it.form is k.ELECTRONIC and not it.identified)


def without_authority(it: m.Appeal) -> bool:
    """Whether it came through a representative who has not proved their authority."""
    return it.representative is not None and not it.authority


def is_borne_out(it: m.Appeal, a: do.Leave) -> bool:
    if a.ground is k.LeavingGround.ANONYMOUS:
        return anonymous(it) or k.Fact.DATA_FALSE in a.facts
    if a.ground is k.LeavingGround.NO_AUTHORITY:
        return without_authority(it)
    return a.ground is k.LeavingGround.OTHER_REQUIREMENT and bool(a.requirement)


@guard("the matter is outside this body's competence", (ORQ445(25, 2), ORQ445(25, 3)))
def outside_competence(it: m.Appeal, a: do.Forward | do.Return) -> bool:
    return a.outside_competence


@guard("an appeal never goes to the body or official complained of", ORQ445(25, 3), remedy="give it to somebody else")
def not_to_the_accused(it: m.Appeal, a: do.Forward | do.Assign) -> bool:
    goes_to = a.executors if isinstance(a, do.Assign) else (a.to,)
    return not any(one in it.against for one in goes_to)


@guard("somebody is charged with it", ORQ445(24, 1))
def somebody_leads(it: m.Appeal, a: do.Assign) -> bool:
    return bool(a.executors)


@guard("it is said what the appeal needs", (ORQ445(28, 1), ORQ445(28, 3)))
def study_is_needed(it: m.Appeal, a: do.Study) -> bool:
    return bool(a.needs)


@guard("the term is lengthened, and by no more than the law allows", ORQ445(28, 2))
def by_no_more_than_allowed(it: m.Appeal, a: do.Extend, context: Context) -> bool:
    due = context.due("consideration")
    last = None if due is None else due.raw
    return last is not None and last < a.until <= month_later(last, context[orq445.MONTHS_OF_EXTENSION])


@guard("the body that was asked answers", ORQ445(24, 4))
def by_the_body_asked(it: m.Appeal, a: do.GiveInformation | do.DeclineInformation) -> bool:
    asked = next(one.of for one in it.requests if one.id == a.request)
    return asked in (a.by.id, a.by.office)


def each_is_answered(it: m.Appeal, a: do.Decide) -> bool:
    return {answer.question for answer in a.answers if answer.grounds}.issuperset(it.questions)


def to_its_addressee(it: m.Appeal, a: do.SendReply) -> bool:
    if it.reply_to:
        return a.to == it.reply_to
    acting = () if it.representative is None else (it.representative.id,)
    return a.to in (*it.appellant_ids[:1], *acting)


def ground_is_established(it: m.Appeal, a: do.Terminate) -> bool:
    needed = k.FACTS[a.ground]
    if it.correspondence_ended and a.ground is k.EndingGround.UNFOUNDED_REPEAT:
        needed = frozenset({k.Fact.NOTHING_NEW})  # the rest was established when correspondence was ended
    return a.facts >= needed


def file_bears_it_out(it: m.Appeal, a: do.Terminate) -> bool:
    if a.ground is k.EndingGround.UNFOUNDED_REPEAT:
        return it.former is not None
    if a.ground is k.EndingGround.WITHDRAWN:
        return it.withdrawal is not None
    return a.ground is not k.EndingGround.NO_SHOW or it.summoned


def is_known_in_time(it: m.Appeal, a: Correction) -> bool:
    turns = a.field == "kind" and k.LETTER in (it.kind, a.value)
    return not turns or it.state in S.RECEIVED | S.REGISTERED


@guard("it was withdrawn, and not yet returned", ORQ445(30, 4))
def is_to_be_returned(it: m.Appeal, a: do.ReturnWithdrawn, context: Context) -> bool:
    return context.due("withdrawal_return") is not None


def in_minutes(a: do.SolveOnTheSpot) -> m.Appeal:
    return m.Appeal(
        id=a.case, office=a.office, kind=a.kind, form=k.ORAL, appellants=a.appellants, named=a.named, content=a.content
    )


def terminated(it: m.Appeal, a: do.Terminate) -> m.Appeal:
    ended = it.correspondence_ended or a.ground is k.EndingGround.UNFOUNDED_REPEAT
    return evolve(it, correspondence_ended=ended)


REGISTRY = Who(REGISTRAR, HOUSE(1))
DESK = Who(HEAD | AUTHORISED, HOUSE(2))
WORKER = Who(EXECUTOR, HOUSE(3))
DECIDER = Who(HEAD | AUTHORISED, HOUSE(4))
SIGNER = Who(HEAD | AUTHORISED, ORQ445(27, 2).by(Basis.INFERRED))
RESTORER = Who(HEAD | AUTHORISED, HOUSE(5))
LINKER = Who(HEAD | AUTHORISED | REGISTRAR, HOUSE(6))
CORRECTOR = Who(HEAD | AUTHORISED | REGISTRAR, HOUSE(8))
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
CITIZEN = APPELLANT | REPRESENTATIVE
CHIEF = HEAD | AUTHORISED
FORMS_OF_CHANNELS = tuple(dict.fromkeys((ORQ445(5, 1), *(cite for _, cites in k.FORMS.values() for cite in cites))))
NOTICES = (ORQ445(25, 2), ORQ445(28, 2), ORQ445(28, 3), ORQ445(29, 3), ORQ445(30, 3), ORQ445(30, 5))
RECEIPT = (ORQ445(5, 2), ORQ445(15, 1), ORQ445(18), ORQ445(21, 1), ORQ445(21, 2))

row = rows(m.Appeal, m.AppealState, do.AppealAction)
request = part_rows(m.Appeal, m.InformationRequest, m.RequestState, do.AppealAction)
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
        then=lambda it, a: evolve(it, authority=a.authority or it.authority)),
    row(EVER,                    do.ProtectIdentity, SAME,            CITIZEN,   ORQ445(19, 3),
        then=lambda it, a: evolve(it, identity_protected=True)),
    row(m.PENDING,               do.RestoreFiling,  SAME,             RESTORER,  ORQ445(22, 3),
        given("the reason for which the term was missed is valid", ORQ445(22, 3), lambda it, a: a.valid_reason),
        only=DEMANDS),

    row(m.OPEN,                  do.Link,           SAME,             LINKER,    (ORQ445(3), ORQ445(25, 1)),
        points_to_another, by_the_same_person,
        given("a repeat disagrees with a decision taken, or comes after the former term has run out", ORQ445(3),
              repeats),
        then=keeps("former", "correspondence_ended"), only=k.APPEALS),
    row(m.OPEN,                  do.Join,           S.JOINED,         DESK,      ORQ445(25, 5),
        points_to_another, by_the_same_person, is_a_copy,
        given("the first appeal is still under consideration", ORQ445(25, 5), lambda it, a: a.pending),
        then=keeps("former"), only=k.APPEALS),
    row(m.OPEN,                  do.InformAnswered, S.INFORMED,       DESK,      ORQ445(25, 6),
        points_to_another, by_the_same_person, is_a_copy,
        given("the first appeal was considered and replied to", ORQ445(25, 6), lambda it, a: a.answered),
        then=keeps("former"), only=k.APPEALS),
    row(m.OPEN,                  do.Leave,          S.LEFT,           CHIEF,     ORQ445(29, 2),
        given("the ground is one of the law's, and the file bears it out", (ORQ445(29, 1), ORQ445(3), ORQ445(6)),
              is_borne_out),
        given("a minor's appeal is never left for lack of full capacity", ORQ445("24-1", 1),
              lambda it, a: not (it.minor and a.ground is k.LeavingGround.LACK_OF_CAPACITY)),
        given("a conclusion is drawn up", ORQ445(29, 2), lambda it, a: bool(a.conclusion)), only=k.APPEALS),
    row(m.OPEN,                  do.Forward,        S.FORWARDED,      DESK,      (ORQ445(25, 2), ORQ445("24-1", 2)),
        outside_competence,
        given("its data suffice to know where it belongs; a minor's goes to the guardianship body, whatever its data",
              (ORQ445(25, 4), ORQ445("24-1", 2)), lambda it, a: a.data_suffice or it.minor,
              remedy="return it, with reasons"),
        given("it goes to another body", ORQ445(25, 2), lambda it, a: a.to != it.office.id),
        not_to_the_accused, only=k.APPEALS),
    row(m.OPEN,                  do.Return,         S.RETURNED,       DESK,      ORQ445(25, 4),
        outside_competence,
        given("its data don't suffice to know where it belongs", ORQ445(25, 4), lambda it, a: not a.data_suffice,
              remedy="send it on"),
        given("a minor's appeal goes on, if to nobody else to the guardianship body", ORQ445("24-1", 2),
              lambda it, a: not it.minor, remedy="send it on to the guardianship body"),
        given("reasons are given", ORQ445(25, 4), lambda it, a: bool(a.reasons)), only=k.APPEALS),
    row(m.OPEN,                  do.Divert,         S.DIVERTED,       DESK,      ORQ445(1, 3),
        given("it is said which procedure of another law it belongs to", ORQ445(1, 3), lambda it, a: bool(a.procedure)),
        only=k.APPEALS),
    row(S.REGISTERED,            do.LayAside,       S.LAID_ASIDE,     DESK,      ORQ445(25, 7), only=k.LETTER),

    row(CONTROLLED,              do.PutOnControl,   SAME,             CHIEF,     ORQ445(34, 1),
        given("it is not on control yet", ORQ445(34, 2).by(Basis.INFERRED), lambda it, a: not it.control_by),
        then=lambda it, a: evolve(it, control_by="" if a.by.role.private else a.by.id), only=k.APPEALS),  # no appellant
    row(S.REGISTERED,            do.Assign,         S.IN_REVIEW,      DESK,      ORQ445(24, 3),
        somebody_leads, not_to_the_accused,
        given("an anonymous appeal is not considered", ORQ445(29, 1), lambda it, a: not anonymous(it),
              remedy="leave it, by an approved conclusion"),
        given("an appeal through a representative is considered on proof of authority", (ORQ445(6, 7), ORQ445(29, 1)),
              lambda it, a: not without_authority(it),
              remedy="have the authority proved, or leave the appeal by an approved conclusion"),
        then=keeps("executors"), only=k.APPEALS),
    row(m.REVIEWED,              do.Assign,         SAME,             DESK,      ORQ445(24, 3),
        somebody_leads, not_to_the_accused, then=keeps("executors")),

    row(S.IN_REVIEW,             do.Study,          S.EXTRA_STUDY,    WORKER,    ORQ445(28, 1), study_is_needed,
        only=DEMANDS),
    row(S.IN_REVIEW,             do.Study,          S.EXTRA_STUDY,    WORKER,    ORQ445(28, 3), study_is_needed,
        only=k.PROPOSAL),
    row(S.IN_REVIEW | S.EXTRA_STUDY, do.Extend,     S.EXTENDED,       HEAD,      ORQ445(28, 2),
        given("it is said what the appeal needs the time for", ORQ445(28, 2), lambda it, a: bool(a.needs)),
        runs("consideration"), by_no_more_than_allowed, only=DEMANDS),
    row.never(S.EXTENDED, do.Extend, ORQ445(28, 2), "a term is lengthened once"),
    row.never(S.IN_REVIEW | S.EXTRA_STUDY, do.Extend, (ORQ445(28, 2), ORQ445(28, 3)),
        "the head lengthens no term of a proposal", only=k.PROPOSAL),
    row(m.REVIEWED,              do.Hear,           SAME,             WORKER,    ORQ445(26, 1)),
    row(m.REVIEWED,              do.Visit,          SAME,             WORKER,    ORQ445(24, 5)),
    row(m.REVIEWED,              do.Summon,         SAME,             WORKER,    ORQ445(33, 1),
        given("the appellant is summoned only where it can't be considered without them", ORQ445(33, 1),
              lambda it, a: a.needed),
        then=lambda it, a: evolve(it, summoned=True)),
    row(m.REVIEWED | S.DECIDED | m.ANSWERED, do.ShowFile, SAME,     WORKER,    (ORQ445(32, 1), ORQ445(33, 3)),
        given("the documents hold no secret and would do no harm", (ORQ445(19, 1), ORQ445(33, 3)),
              lambda it, a: not a.protected)),
    row(m.REVIEWED,              do.InterimReply,   SAME,             WORKER,    ORQ445(34, 3)),
    row(m.REVIEWED,              do.Decide,         S.DECIDED,        DECIDER,   ORQ445(27, 1),
        given("each question raised is answered, on concrete grounds", (ORQ445(27, 4), ORQ445(27, 5)),
              each_is_answered),
        then=keeps("outcome")),
    row(S.DECIDED,               do.SendReply,      S.CONSIDERED,     SIGNER,    (ORQ445(27, 2), ORQ445(27, 4)),
        given("the reply goes to the appellant; to the first named of several, unless another was asked for",
              ORQ445(27, 3), to_its_addressee),
        given("the reply is written or electronic", ORQ445(27, 1), lambda it, a: a.form is not k.ORAL),
        given("as far as possible the reply is in the language of the appeal", ORQ445(27, 5),
              lambda it, a: a.language == it.language or a.own_language_impossible),
        given("the appellant is told how to challenge the decision", ORQ445(33, 3).by(Basis.INFERRED),
              lambda it, a: a.challenge_explained)),

    row(S.RECEIVED | m.OPEN,     do.Withdraw,       SAME,             CITIZEN,   ORQ445(32, 1),
        given("it is withdrawn in writing or electronically", ORQ445(32, 1), lambda it, a: a.form is not k.ORAL),
        then=lambda it, a: evolve(it, withdrawal=a.what), only=k.APPEALS),
    row.never(S.DECIDED | m.ANSWERED, do.Withdraw, ORQ445(32, 1), "it is withdrawn before the decision"),
    row(m.OPEN,                  do.Terminate,      S.TERMINATED,     CHIEF,     ORQ445(30, 2),
        given("what the ground asks for is established", ORQ445(30, 1), ground_is_established),
        given("the file bears out the ground", ORQ445(30, 1), file_bears_it_out), then=terminated, only=k.APPEALS),
    row(CLOSED,                  do.ReturnWithdrawn, SAME,            WORKER,    ORQ445(30, 4), is_to_be_returned),
    row.corrects(EVER,           do.Correct,                          CORRECTOR, HOUSE(8), FACTS_OF_THE_FILE,
        given("whether it is an appeal at all is corrected before it is given to anybody", HOUSE(8), is_known_in_time),
        given("somebody appeals", HOUSE(8), lambda it, a: a.field != "appellants" or bool(a.value))),
    row(m.REVIEWED | CLOSED,     do.Notify,         SAME,             WORKER,    NOTICES,
        given("the appellant is told in a form the law names", (ORQ445(25, 2), ORQ445(28, 3), ORQ445(30, 3)),
              lambda it, a: a.form in k.NOTICE_FORMS[a.of])),

    row(m.ANSWERED,              do.AskClarification, SAME,           CITIZEN,   ORQ445(31, 1)),
    row(m.ANSWERED,              do.Clarify,        SAME,             DECIDER,   ORQ445(31, 1),
        given("the substance of the reply stays", ORQ445(31, 1), lambda it, a: not a.substance_changed)),
    row(S.CONSIDERED,            do.TakeOffControl, S.OFF_CONTROL,    CHIEF,     (ORQ445(34, 1), ORQ445(34, 2)),
        given("only who put it on control takes it off", ORQ445(34, 2), lambda it, a: a.by.id == it.control_by)),
    row.never(m.PENDING, do.TakeOffControl, ORQ445(34, 3), "it stays on control until it is considered"),
)
REQUESTS = Part("requests", "request", (
    #       in state action                 leads to    who may     under          given that
    request.start(   do.AskInformation,     R.ASKED,    WORKER,     ORQ445(24, 4),
        given("information is asked for while the appeal is considered", ORQ445(24, 4),
              lambda it, a: it.state in m.REVIEWED), id="request"),
    request(R.ASKED, do.GiveInformation,    R.ANSWERED, OTHER_BODY, ORQ445(24, 4), by_the_body_asked),
    request(R.ASKED, do.DeclineInformation, R.DECLINED, OTHER_BODY, ORQ445(24, 4), by_the_body_asked,
        given("information is declined only if it is secret or would do harm", ORQ445(24, 4),
              lambda it, a: a.protected)),
))
# fmt: on

# -- what is owed


def told_of(notice: k.Notice) -> Callable[[do.AppealAction], k.Notice]:
    """Which notice an action is about: a notice says so itself, what is to be told of begins this one."""
    return lambda a: a.of if isinstance(a, do.Notify) else notice


def correspondence_ends_now(it: m.Appeal, a: do.Terminate) -> bool:
    links = (record.action for record in reversed(it.told) if isinstance(record.action, do.Link))
    ended_before = any(link.correspondence_ended for link in islice(links, 1))
    return a.ground is k.EndingGround.UNFOUNDED_REPEAT and not ended_before


def ran_out(it: m.Appeal, a: do.AppealAction, running: RunningTerm) -> bool:
    return running.last is not None and day(ordinal(a.at, it.office)) > running.last


def by_study(it: m.Appeal, a: do.Study, running: RunningTerm) -> Term | None:
    if ran_out(it, a, running):
        return STANDS
    return None if it.kind is k.PROPOSAL else Months(orq445.MONTHS_WITH_STUDY)


def to_its_day(it: m.Appeal, a: do.Extend, running: RunningTerm) -> Term:
    return STANDS if ran_out(it, a, running) else Until(a.until)


owed = owes(m.Appeal, do.AppealAction)
ENDS = (do.Join, do.InformAnswered, do.Leave, do.Divert, do.Terminate)
"""What ends an appeal here without a reply or a transfer."""
FOREIGN = "the matter is outside this body's competence"
UNCLEAR = f"{FOREIGN} and its data don't suffice to send it on"
FROM_RECEIPT = ORQ445(28, 1).by(Basis.INFERRED)
"""From when these days run the Law does not say: from receipt, as the term of consideration does."""
FROM_ARRIVAL = ORQ445(24, 4).by(Basis.INFERRED)
"""From when the ten days run the Law does not say: from the day the request reaches the other body."""
FROM_WITHDRAWAL = ORQ445(30, 4).by(Basis.INFERRED)
"""From when the three days run the Law does not say: from the day the withdrawal is received."""
TO_FORWARD, TO_RETURN = Days(orq445.DAYS_TO_FORWARD), Days(orq445.DAYS_TO_RETURN)
# fmt: off
DEADLINES = (
    #    what is owed         begins      within            met by          owed by     under
    owed("filing",            do.Receive, Months(orq445.MONTHS_TO_FILE), do.Receive, APPELLANT, ORQ445(22, 2),
         owed.moved(do.RestoreFiling, None), only=DEMANDS,
         when=lambda it, a: a.learned is not None, since=lambda it, a: a.learned or a.at.date()),
    owed("registration",      do.Receive, SAME_WORKING_DAY, do.Register,    REGISTRAR,  ORQ445(23, 1), only=k.APPEALS),
    owed("forwarding",        do.Receive, TO_FORWARD,       do.Forward,     AUTHORISED, (ORQ445(25, 2), FROM_RECEIPT),
         owed.moved(do.Assign, None), owed.moved(do.Forward, TO_FORWARD),
         only=k.APPEALS, until=(do.SendReply, do.Return, *ENDS), provided=FOREIGN),
    owed("return",            do.Receive, TO_RETURN,        do.Return,      AUTHORISED, (ORQ445(25, 4), FROM_RECEIPT),
         owed.moved(do.Assign, None), owed.moved(do.Return, TO_RETURN), when=lambda it, a: not it.minor,
         only=k.APPEALS, until=(do.SendReply, do.Forward, *ENDS), provided=UNCLEAR),
    owed("consideration",     do.Receive,
         lambda it, a: Months(orq445.MONTHS_FOR_A_PROPOSAL) if it.kind is k.PROPOSAL else Days(orq445.DAYS_TO_CONSIDER),
         (do.SendReply, do.Forward), EXECUTOR, (ORQ445(28, 1), ORQ445(28, 3)),
         owed.moved(do.Study, by_study), owed.moved(do.Extend, to_its_day), only=k.APPEALS, until=(do.Return, *ENDS)),
    owed("study_notice",      do.Study,   Days(orq445.DAYS_TO_TELL_OF_STUDY), do.Notify, EXECUTOR,
         (ORQ445(28, 3), FROM_RECEIPT), per=told_of(k.Notice.STUDY), only=k.PROPOSAL,
         since=lambda it, a: it.told[0].action.at),
    owed("information",       do.AskInformation, Days(orq445.DAYS_TO_GIVE_INFORMATION),
         (do.GiveInformation, do.DeclineInformation), OTHER_BODY, (ORQ445(24, 4), FROM_ARRIVAL), per="request",
         since=lambda it, a: a.arrived),
    owed("reply",             do.Decide,  PROMPTLY,         do.SendReply,   AUTHORISED, ORQ445(27, 1)),
    owed("clarification",     do.AskClarification, Days(orq445.DAYS_TO_CLARIFY), do.Clarify, AUTHORISED, ORQ445(31, 2)),
    owed("withdrawal_return", do.Withdraw, Days(orq445.DAYS_TO_RETURN_WITHDRAWN), do.ReturnWithdrawn, EXECUTOR,
         (ORQ445(30, 4), FROM_WITHDRAWAL), when=lambda it, a: a.what is k.Withdrawal.WITHDRAWN),
    owed("forwarding_notice", do.Forward, PROMPTLY,         do.Notify,      EXECUTOR,   ORQ445(25, 2),
         per=told_of(k.Notice.FORWARDED)),
    owed("extension_notice",  do.Extend,  PROMPTLY,         do.Notify,      EXECUTOR,   ORQ445(28, 2),
         per=told_of(k.Notice.EXTENDED)),
    owed("authority_notice",  do.Leave,   PROMPTLY,         do.Notify,      EXECUTOR,   ORQ445(29, 3),
         when=lambda it, a: a.ground is k.LeavingGround.NO_AUTHORITY, per=told_of(k.Notice.NO_AUTHORITY)),
    owed("ended_correspondence_notice", do.Terminate, PROMPTLY, do.Notify,  EXECUTOR,   ORQ445(30, 3),
         when=correspondence_ends_now, per=told_of(k.Notice.UNFOUNDED_REPEAT)),
    owed("no_show_notice",    do.Terminate, PROMPTLY,       do.Notify,      EXECUTOR,   ORQ445(30, 5),
         when=lambda it, a: a.ground is k.EndingGround.NO_SHOW, per=told_of(k.Notice.NO_SHOW)),
)
# fmt: on
APPEAL: Final = Lifecycle(
    "appeal",
    TRANSITIONS,
    DEADLINES,
    law=UZ,
    parts=(REQUESTS,),
    final=ENDED | S.SOLVED_ON_SPOT | S.LAID_ASIDE | S.OFF_CONTROL,
)
"""The citizen's appeal."""
