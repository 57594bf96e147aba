"""The citizen's appeal as a table: what is lawful when, by whom, under which article, and what is owed."""

from itertools import islice

from pendulum import Date, DateTime

from prcomm.citizens.appeals import guards as g
from prcomm.citizens.appeals.actions import (
    AddMaterials,
    AppealAction,
    AskClarification,
    AskInformation,
    Assign,
    Clarify,
    Decide,
    DeclineInformation,
    Divert,
    Extend,
    Forward,
    GiveInformation,
    Hear,
    InformAnswered,
    InterimReply,
    Join,
    LayAside,
    Leave,
    Link,
    NoteEnclosures,
    Notify,
    ProtectIdentity,
    PutOnControl,
    Receive,
    RefuseRegistration,
    Register,
    RestoreFiling,
    Return,
    ReturnWithdrawn,
    SendReply,
    ShowFile,
    SolveOnTheSpot,
    Study,
    Summon,
    TakeOffControl,
    Terminate,
    Visit,
    Withdraw,
)
from prcomm.citizens.appeals.kinds import (
    APPEALS,
    APPLICATION,
    COMPLAINT,
    LETTER,
    PROPOSAL,
    EndingGround,
    LeavingGround,
    Notice,
    Withdrawal,
)
from prcomm.citizens.appeals.model import (
    ANSWERED,
    OPEN,
    PENDING,
    REVIEWED,
    Appeal,
    AppealState,
    InformationRequest,
    RequestState,
)
from prcomm.core.calendar import day, ordinal
from prcomm.core.deadlines import Running, owes
from prcomm.core.law import Basis, Law
from prcomm.core.lifecycle import Lifecycle
from prcomm.core.oneof import OneOf
from prcomm.core.people import Who
from prcomm.core.tables import SAME, Part, part_rows, rows, runs
from prcomm.core.terms import PROMPTLY, SAME_WORKING_DAY, STANDS, Days, Months, Term, Until
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.orq445 import (
    DAYS_TO_CLARIFY,
    DAYS_TO_CONSIDER,
    DAYS_TO_FORWARD,
    DAYS_TO_GIVE_INFORMATION,
    DAYS_TO_RETURN,
    DAYS_TO_RETURN_WITHDRAWN,
    DAYS_TO_TELL_OF_STUDY,
    MONTHS_FOR_A_PROPOSAL,
    MONTHS_TO_FILE,
    MONTHS_WITH_STUDY,
    ORQ445,
)
from prcomm.law.roles import APPELLANT, AUTHORISED, EXECUTOR, HEAD, OTHER_BODY, REGISTRAR, REPRESENTATIVE

S = AppealState
DEMANDS = APPLICATION | COMPLAINT
"""What is to be considered in days, and may be lengthened."""
CONTROLLED = PENDING | S.CONSIDERED
ENDED = S.FORWARDED | S.RETURNED | S.DIVERTED | S.JOINED | S.INFORMED | S.LEFT | S.TERMINATED
"""Ended here without a reply on the merits."""
CLOSED = S.DECIDED | ANSWERED | ENDED
EVER = OneOf(AppealState)

REGISTRY = Who(REGISTRAR, HOUSE(1))
DESK = Who(HEAD | AUTHORISED, HOUSE(2))
WORKER = Who(EXECUTOR, HOUSE(3))
DECIDER = Who(HEAD | AUTHORISED, HOUSE(4))
SIGNER = Who(HEAD | AUTHORISED, ORQ445(27, 2).by(Basis.INFERRED))
RESTORER = Who(HEAD | AUTHORISED, HOUSE(5))
LINKER = Who(HEAD | AUTHORISED | REGISTRAR, HOUSE(6))
CITIZEN = APPELLANT | REPRESENTATIVE
CHIEF = HEAD | AUTHORISED
NOTICES = (ORQ445(25, 2), ORQ445(28, 2), ORQ445(28, 3), ORQ445(29, 3), ORQ445(30, 3), ORQ445(30, 5))
RECEIPT = (ORQ445(5, 2), ORQ445(15, 1), ORQ445(18), ORQ445(21, 1), ORQ445(21, 2))

row = rows(Appeal, AppealState, AppealAction)
request = part_rows(Appeal, InformationRequest, RequestState, AppealAction)
# fmt: off
TRANSITIONS = (
    #   in state                 action          leads to          who may    under          given that, and then
    row.start(                   Receive,        S.RECEIVED,       REGISTRY,  RECEIPT,
        g.in_a_form_of_its_channel, then=g.opened),
    row.start(                   SolveOnTheSpot, S.SOLVED_ON_SPOT, REGISTRY,  (ORQ445(23, 5), ORQ445(27, 6)),
        g.at_a_public_reception, g.minutes_are_complete, then=g.entered_in_minutes, only=APPEALS),

    row(S.RECEIVED,              Register,       S.REGISTERED,     REGISTRY,  ORQ445(23, 1), g.under_a_number,
        then=g.numbered),
    row.never(PENDING, RefuseRegistration, (ORQ445(23, 2), ORQ445(18)), "registration is never refused"),
    row(S.RECEIVED | OPEN,       NoteEnclosures, SAME,             REGISTRY,  ORQ445(21, 4), g.copy_goes_to_the_sender),
    row(PENDING,                 AddMaterials,   SAME,             CITIZEN,   ORQ445(32, 1), then=g.completed),
    row(EVER,                    ProtectIdentity, SAME,            CITIZEN,   ORQ445(19, 3), then=g.protected),
    row(PENDING,                 RestoreFiling,  SAME,             RESTORER,  ORQ445(22, 3), g.for_a_valid_reason,
        only=DEMANDS),

    row(OPEN,                    Link,           SAME,             LINKER,    (ORQ445(3), ORQ445(25, 1)),
        g.points_to_another, g.by_the_same_person, g.repeats, then=g.linked, only=APPEALS),
    row(OPEN,                    Join,           S.JOINED,         DESK,      ORQ445(25, 5),
        g.points_to_another, g.by_the_same_person, g.is_a_copy, g.first_is_pending, then=g.pointed, only=APPEALS),
    row(OPEN,                    InformAnswered, S.INFORMED,       DESK,      ORQ445(25, 6),
        g.points_to_another, g.by_the_same_person, g.is_a_copy, g.first_is_answered, then=g.pointed, only=APPEALS),
    row(OPEN,                    Leave,          S.LEFT,           CHIEF,     ORQ445(29, 2),
        g.ground_is_borne_out, g.no_minor_is_left_for_capacity, g.by_a_conclusion, only=APPEALS),
    row(OPEN,                    Forward,        S.FORWARDED,      DESK,      (ORQ445(25, 2), ORQ445("24-1", 2)),
        g.outside_competence, g.data_suffice, g.to_another_body, g.not_to_the_accused, only=APPEALS),
    row(OPEN,                    Return,         S.RETURNED,       DESK,      ORQ445(25, 4),
        g.outside_competence, g.data_do_not_suffice, g.not_of_a_minor, g.with_reasons, only=APPEALS),
    row(OPEN,                    Divert,         S.DIVERTED,       DESK,      ORQ445(1, 3),  g.procedure_is_named,
        only=APPEALS),
    row(S.REGISTERED,            LayAside,       S.LAID_ASIDE,     DESK,      ORQ445(25, 7), only=LETTER),

    row(CONTROLLED,              PutOnControl,   SAME,             CHIEF,     ORQ445(34, 1), g.not_on_control,
        then=g.controlled, only=APPEALS),
    row(S.REGISTERED,            Assign,         S.IN_REVIEW,      DESK,      ORQ445(24, 3), g.somebody_leads,
        g.not_to_the_accused, g.not_anonymous, g.authority_is_proved, then=g.assigned, only=APPEALS),
    row(REVIEWED,                Assign,         SAME,             DESK,      ORQ445(24, 3), g.somebody_leads,
        g.not_to_the_accused, then=g.assigned),

    row(S.IN_REVIEW,             Study,          S.EXTRA_STUDY,    WORKER,    ORQ445(28, 1), g.study_is_needed,
        only=DEMANDS),
    row(S.IN_REVIEW,             Study,          S.EXTRA_STUDY,    WORKER,    ORQ445(28, 3), g.study_is_needed,
        only=PROPOSAL),
    row(S.IN_REVIEW | S.EXTRA_STUDY, Extend,     S.EXTENDED,       HEAD,      ORQ445(28, 2), g.time_is_needed,
        runs("consideration"), g.by_no_more_than_allowed, only=DEMANDS),
    row.never(S.EXTENDED, Extend, ORQ445(28, 2), "a term is lengthened once"),
    row.never(S.IN_REVIEW | S.EXTRA_STUDY, Extend, (ORQ445(28, 2), ORQ445(28, 3)),
        "the head lengthens no term of a proposal", only=PROPOSAL),
    row(REVIEWED,                Hear,           SAME,             WORKER,    ORQ445(26, 1)),
    row(REVIEWED,                Visit,          SAME,             WORKER,    ORQ445(24, 5)),
    row(REVIEWED,                Summon,         SAME,             WORKER,    ORQ445(33, 1), g.appellant_is_needed,
        then=g.summoned),
    row(REVIEWED | S.DECIDED | ANSWERED, ShowFile, SAME,           WORKER,    (ORQ445(32, 1), ORQ445(33, 3)),
        g.file_may_be_shown),
    row(REVIEWED,                InterimReply,   SAME,             WORKER,    ORQ445(34, 3)),
    row(REVIEWED,                Decide,         S.DECIDED,        DECIDER,   ORQ445(27, 1),
        g.each_question_is_answered, then=g.decided),
    row(S.DECIDED,               SendReply,      S.CONSIDERED,     SIGNER,    (ORQ445(27, 2), ORQ445(27, 4)),
        g.to_its_addressee, g.reply_is_no_talk, g.in_its_language, g.challenge_is_explained),

    row(S.RECEIVED | OPEN,       Withdraw,       SAME,             CITIZEN,   ORQ445(32, 1), g.withdrawn_in_writing,
        then=g.withdrawn, only=APPEALS),
    row.never(S.DECIDED | ANSWERED, Withdraw, ORQ445(32, 1), "it is withdrawn before the decision"),
    row(OPEN,                    Terminate,      S.TERMINATED,     CHIEF,     ORQ445(30, 2),
        g.ground_is_established, g.file_bears_it_out, then=g.terminated, only=APPEALS),
    row(CLOSED,                  ReturnWithdrawn, SAME,            WORKER,    ORQ445(30, 4), g.is_to_be_returned),
    row(REVIEWED | CLOSED,       Notify,         SAME,             WORKER,    NOTICES,       g.told_in_due_form),

    row(ANSWERED,                AskClarification, SAME,           CITIZEN,   ORQ445(31, 1)),
    row(ANSWERED,                Clarify,        SAME,             DECIDER,   ORQ445(31, 1), g.substance_stays),
    row(S.CONSIDERED,            TakeOffControl, S.OFF_CONTROL,    CHIEF,     (ORQ445(34, 1), ORQ445(34, 2)),
        g.by_the_same_hand),
    row.never(PENDING, TakeOffControl, ORQ445(34, 3), "it stays on control until it is considered"),
)
REQUESTS = Part("requests", "request", (
    #       in state            action              leads to               who may     under          given that
    request.start(              AskInformation,     RequestState.ASKED,    WORKER,     ORQ445(24, 4),
        g.while_considered, then=g.requested),
    request(RequestState.ASKED, GiveInformation,    RequestState.ANSWERED, OTHER_BODY, ORQ445(24, 4),
        g.by_the_body_asked),
    request(RequestState.ASKED, DeclineInformation, RequestState.DECLINED, OTHER_BODY, ORQ445(24, 4),
        g.by_the_body_asked, g.information_is_protected),
))
# fmt: on


def its_instant(appeal: Appeal, action: AppealAction) -> DateTime:
    return action.at


def the_receipt(appeal: Appeal, action: AppealAction) -> DateTime:
    return appeal.history[0].action.at


def its_arrival(appeal: Appeal, action: AskInformation) -> DateTime:
    return action.arrived


def what_was_learned(appeal: Appeal, action: Receive) -> Date:
    return action.learned or action.at.date()


def the_request(action: AskInformation | GiveInformation | DeclineInformation) -> str:
    return action.request


def in_the_term_of_its_kind(appeal: Appeal, action: Receive, law: Law) -> Term:
    return Months(law[MONTHS_FOR_A_PROPOSAL]) if appeal.kind is PROPOSAL else Days(law[DAYS_TO_CONSIDER])


def in_days_to_forward(appeal: Appeal, action: Receive, law: Law) -> Term:
    return Days(law[DAYS_TO_FORWARD])


def in_days_to_return(appeal: Appeal, action: Receive, law: Law) -> Term | None:
    return None if appeal.minor else Days(law[DAYS_TO_RETURN])


def if_filed_above(appeal: Appeal, action: Receive, law: Law) -> Term | None:
    return None if action.learned is None else Months(law[MONTHS_TO_FILE])


def in_days_to_give_information(appeal: Appeal, action: AskInformation, law: Law) -> Term:
    return Days(law[DAYS_TO_GIVE_INFORMATION])


def in_days_to_tell_of_study(appeal: Appeal, action: Study, law: Law) -> Term:
    return Days(law[DAYS_TO_TELL_OF_STUDY])


def in_days_to_clarify(appeal: Appeal, action: AskClarification, law: Law) -> Term:
    return Days(law[DAYS_TO_CLARIFY])


def if_withdrawn(appeal: Appeal, action: Withdraw, law: Law) -> Term | None:
    return Days(law[DAYS_TO_RETURN_WITHDRAWN]) if action.what is Withdrawal.WITHDRAWN else None


def if_for_lack_of_authority(appeal: Appeal, action: Leave, law: Law) -> Term | None:
    return PROMPTLY if action.ground is LeavingGround.NO_AUTHORITY else None


def if_for_not_coming(appeal: Appeal, action: Terminate, law: Law) -> Term | None:
    return PROMPTLY if action.ground is EndingGround.NO_SHOW else None


def if_correspondence_ends_now(appeal: Appeal, action: Terminate, law: Law) -> Term | None:
    links = (record.action for record in reversed(appeal.history) if isinstance(record.action, Link))
    ended_before = any(link.correspondence_ended for link in islice(links, 1))
    return PROMPTLY if action.ground is EndingGround.UNFOUNDED_REPEAT and not ended_before else None


def the_withdrawal(action: Withdraw | ReturnWithdrawn) -> Withdrawal:
    return action.what if isinstance(action, Withdraw) else Withdrawal.WITHDRAWN


_NOTICES = {Forward: Notice.FORWARDED, Study: Notice.STUDY, Extend: Notice.EXTENDED}
_LEFT = {LeavingGround.NO_AUTHORITY: Notice.NO_AUTHORITY}
_ENDED = {EndingGround.UNFOUNDED_REPEAT: Notice.UNFOUNDED_REPEAT, EndingGround.NO_SHOW: Notice.NO_SHOW}


def the_notice(action: Forward | Study | Extend | Leave | Terminate | Notify) -> Notice | None:
    match action:
        case Notify():
            return action.of
        case Leave():
            return _LEFT.get(action.ground)
        case Terminate():
            return _ENDED.get(action.ground)
        case _:
            return _NOTICES[type(action)]


def ran_out(appeal: Appeal, action: AppealAction, running: Running) -> bool:
    return running.last is not None and day(ordinal(action.at, appeal.office)) > running.last


def by_study(appeal: Appeal, action: Study, running: Running, law: Law) -> Term | None:
    if ran_out(appeal, action, running):
        return STANDS
    return None if appeal.kind is PROPOSAL else Months(law[MONTHS_WITH_STUDY])


def to_its_day(appeal: Appeal, action: Extend, running: Running, law: Law) -> Term | None:
    return STANDS if ran_out(appeal, action, running) else Until(action.until)


def in_time_after_all(appeal: Appeal, action: RestoreFiling, running: Running, law: Law) -> Term | None:
    return None


def it_is_ours(appeal: Appeal, action: Assign, running: Running, law: Law) -> Term | None:
    return None


def to_forward_after_all(appeal: Appeal, action: Forward, running: Running, law: Law) -> Term | None:
    return Days(law[DAYS_TO_FORWARD])


def to_return_after_all(appeal: Appeal, action: Return, running: Running, law: Law) -> Term | None:
    return Days(law[DAYS_TO_RETURN])


owed = owes(Appeal, AppealAction)
ENDS = (Join, InformAnswered, Leave, Divert, Terminate)
"""What ends an appeal here without a reply or a transfer."""
FOREIGN = "the matter is outside this body's competence"
UNCLEAR = f"{FOREIGN} and its data don't suffice to send it on"
FROM_RECEIPT = ORQ445(28, 1).by(Basis.INFERRED)
"""From when these days run the Law does not say: from receipt, as the term of consideration does."""
FROM_ARRIVAL = ORQ445(24, 4).by(Basis.INFERRED)
"""From when the ten days run the Law does not say: from the day the request reaches the other body."""
FROM_WITHDRAWAL = ORQ445(30, 4).by(Basis.INFERRED)
"""From when the three days run the Law does not say: from the day the withdrawal is received."""
# fmt: off
DEADLINES = (
    #    what is owed, begins with, counted from, within, met by, owed by, under; moved by; told apart by, only, until
    owed("filing", Receive, what_was_learned, if_filed_above, (Receive,), APPELLANT, ORQ445(22, 2),
         owed.moved(RestoreFiling, in_time_after_all), only=DEMANDS),
    owed("registration", Receive, the_receipt, SAME_WORKING_DAY, (Register,), REGISTRAR, ORQ445(23, 1), only=APPEALS),
    owed("forwarding", Receive, the_receipt, in_days_to_forward, (Forward,), AUTHORISED, (ORQ445(25, 2), FROM_RECEIPT),
         owed.moved(Assign, it_is_ours), owed.moved(Forward, to_forward_after_all),
         only=APPEALS, until=(SendReply, Return, *ENDS), provided=FOREIGN),
    owed("return", Receive, the_receipt, in_days_to_return, (Return,), AUTHORISED, (ORQ445(25, 4), FROM_RECEIPT),
         owed.moved(Assign, it_is_ours), owed.moved(Return, to_return_after_all),
         only=APPEALS, until=(SendReply, Forward, *ENDS), provided=UNCLEAR),
    owed("consideration", Receive, the_receipt, in_the_term_of_its_kind, (SendReply, Forward), EXECUTOR,
         (ORQ445(28, 1), ORQ445(28, 3)), owed.moved(Study, by_study), owed.moved(Extend, to_its_day),
         only=APPEALS, until=(Return, *ENDS)),
    owed("study_notice", Study, the_receipt, in_days_to_tell_of_study, (Notify,), EXECUTOR,
         (ORQ445(28, 3), FROM_RECEIPT), per=the_notice, only=PROPOSAL),
    owed("information", AskInformation, its_arrival, in_days_to_give_information,
         (GiveInformation, DeclineInformation), OTHER_BODY, (ORQ445(24, 4), FROM_ARRIVAL), per=the_request),
    owed("reply", Decide, its_instant, PROMPTLY, (SendReply,), AUTHORISED, ORQ445(27, 1)),
    owed("clarification", AskClarification, its_instant, in_days_to_clarify, (Clarify,), AUTHORISED, ORQ445(31, 2)),
    owed("withdrawal_return", Withdraw, its_instant, if_withdrawn, (ReturnWithdrawn,), EXECUTOR,
         (ORQ445(30, 4), FROM_WITHDRAWAL), per=the_withdrawal),
    owed("forwarding_notice", Forward, its_instant, PROMPTLY, (Notify,), EXECUTOR, ORQ445(25, 2), per=the_notice),
    owed("extension_notice", Extend, its_instant, PROMPTLY, (Notify,), EXECUTOR, ORQ445(28, 2), per=the_notice),
    owed("authority_notice", Leave, its_instant, if_for_lack_of_authority, (Notify,), EXECUTOR, ORQ445(29, 3),
         per=the_notice),
    owed("ended_correspondence_notice", Terminate, its_instant, if_correspondence_ends_now, (Notify,), EXECUTOR,
         ORQ445(30, 3), per=the_notice),
    owed("no_show_notice", Terminate, its_instant, if_for_not_coming, (Notify,), EXECUTOR, ORQ445(30, 5),
         per=the_notice),
)
# fmt: on
APPEAL = Lifecycle(
    "appeal",
    TRANSITIONS,
    DEADLINES,
    law=UZ,
    parts=(REQUESTS,),
    final=S.SOLVED_ON_SPOT
    | S.FORWARDED
    | S.RETURNED
    | S.DIVERTED
    | S.JOINED
    | S.INFORMED
    | S.LEFT
    | S.TERMINATED
    | S.LAID_ASIDE
    | S.OFF_CONTROL,
)  # fmt: skip
"""The citizen's appeal."""
