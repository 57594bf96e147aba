"""The conditions the law puts on what is done about an appeal, and what each act leaves in the file."""

from attrs import evolve

from prcomm.citizens.appeals.actions import (
    AddMaterials,
    AskInformation,
    Assign,
    Clarify,
    Decide,
    DeclineInformation,
    Divert,
    Extend,
    Forward,
    GiveInformation,
    InformAnswered,
    Join,
    Leave,
    Link,
    NoteEnclosures,
    Notify,
    Pointing,
    ProtectIdentity,
    PutOnControl,
    Receive,
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
    Withdraw,
)
from prcomm.citizens.appeals.kinds import (
    ELECTRONIC,
    FACTS,
    FORMS,
    NOTICE_FORMS,
    ORAL,
    WRITTEN,
    Channel,
    EndingGround,
    Fact,
    LeavingGround,
    Why,
)
from prcomm.citizens.appeals.model import REVIEWED, Appeal, InformationRequest
from prcomm.core.calendar import day, ordinal
from prcomm.core.entities import Reference
from prcomm.core.law import Basis, Law
from prcomm.core.tables import guard
from prcomm.core.terms import month_later
from prcomm.law.orq445 import MONTHS_OF_EXTENSION, ORQ445

# -- receipt


@guard(
    "it has a form that its channel gives; contact in real time is oral",
    tuple(dict.fromkeys((ORQ445(5, 1), *(cite for _, cites in FORMS.values() for cite in cites)))),
)
def in_a_form_of_its_channel(action: Receive, law: Law) -> bool:
    return action.form in FORMS[action.channel][0]


@guard("only what is solved at a public reception needs no registration", ORQ445(23, 5))
def at_a_public_reception(action: SolveOnTheSpot, law: Law) -> bool:
    return action.channel is Channel.PUBLIC_RECEPTION


@guard("the minutes hold name, residence, content and result", ORQ445(23, 5))
def minutes_are_complete(action: SolveOnTheSpot, law: Law) -> bool:
    return bool(action.appellants and action.named and action.content and action.result)


@guard("it is entered under a number", ORQ445(23, 3))
def under_a_number(appeal: Appeal, action: Register, law: Law) -> bool:
    return bool(action.number)


@guard("a copy of the act goes to the sender", ORQ445(21, 4))
def copy_goes_to_the_sender(appeal: Appeal, action: NoteEnclosures, law: Law) -> bool:
    return action.copy_sent


# -- former appeals


@guard("the former appeal is of the same person", ORQ445(3))
def by_the_same_person(appeal: Appeal, action: Pointing, law: Law) -> bool:
    return any(one in action.appellants for one in appeal.appellant_ids)


@guard("the former appeal is another one", ORQ445(3))
def points_to_another(appeal: Appeal, action: Pointing, law: Law) -> bool:
    return action.former != Reference("appeal", appeal.id)


@guard("a repeat disagrees with a decision taken, or comes after the former term has run out", ORQ445(3))
def repeats(appeal: Appeal, action: Link, law: Law) -> bool:
    received = appeal.history[0].action.at
    if action.why is Why.DISAGREEMENT:
        return action.decided is not None and action.decided <= received
    return action.last is not None and day(ordinal(received, appeal.office)) > action.last


@guard("it is a copy of the first", ORQ445(3))
def is_a_copy(appeal: Appeal, action: Join | InformAnswered, law: Law) -> bool:
    return action.exact_copy


@guard("the first appeal is still under consideration", ORQ445(25, 5))
def first_is_pending(appeal: Appeal, action: Join, law: Law) -> bool:
    return action.pending


@guard("the first appeal was considered and replied to", ORQ445(25, 6))
def first_is_answered(appeal: Appeal, action: InformAnswered, law: Law) -> bool:
    return action.answered


@guard("the reason for which the term was missed is valid", ORQ445(22, 3))
def for_a_valid_reason(appeal: Appeal, action: RestoreFiling, law: Law) -> bool:
    return action.valid_reason


# -- where it goes


def anonymous(appeal: Appeal) -> bool:
    """Whether an appeal is anonymous: unnamed, a written one unsigned, an electronic one of an unknown sender."""
    return (
        not appeal.appellants
        or not appeal.named
        or (appeal.form is WRITTEN and not appeal.signed)
        or (appeal.form is ELECTRONIC and not appeal.identified)
    )


def without_authority(appeal: Appeal) -> bool:
    """Whether it came through a representative who has not proved their authority."""
    return appeal.representative is not None and not appeal.authority


@guard("the ground is one of the law's, and the file bears it out", (ORQ445(29, 1), ORQ445(3), ORQ445(6)))
def ground_is_borne_out(appeal: Appeal, action: Leave, law: Law) -> bool:
    if action.ground is LeavingGround.ANONYMOUS:
        return anonymous(appeal) or Fact.DATA_FALSE in action.facts
    if action.ground is LeavingGround.NO_AUTHORITY:
        return without_authority(appeal)
    return action.ground is LeavingGround.OTHER_REQUIREMENT and bool(action.requirement)


@guard("a minor's appeal is never left for lack of full capacity", ORQ445("24-1", 1))
def no_minor_is_left_for_capacity(appeal: Appeal, action: Leave, law: Law) -> bool:
    return not (appeal.minor and action.ground is LeavingGround.LACK_OF_CAPACITY)


@guard("a conclusion is drawn up", ORQ445(29, 2))
def by_a_conclusion(appeal: Appeal, action: Leave, law: Law) -> bool:
    return bool(action.conclusion)


@guard(
    "an appeal never goes to the body or official complained of",
    ORQ445(25, 3),
    remedy="give it to somebody else",
)
def not_to_the_accused(appeal: Appeal, action: Forward | Assign, law: Law) -> bool:
    goes_to = action.executors if isinstance(action, Assign) else (action.to,)
    return not any(one in appeal.against for one in goes_to)


@guard("the matter is outside this body's competence", (ORQ445(25, 2), ORQ445(25, 3)))
def outside_competence(appeal: Appeal, action: Forward | Return, law: Law) -> bool:
    return action.outside_competence


@guard("it goes to another body", ORQ445(25, 2))
def to_another_body(appeal: Appeal, action: Forward, law: Law) -> bool:
    return action.to != appeal.office.id


@guard(
    "its data suffice to know where it belongs; a minor's goes to the guardianship body, whatever its data",
    (ORQ445(25, 4), ORQ445("24-1", 2)),
    remedy="return it, with reasons",
)
def data_suffice(appeal: Appeal, action: Forward, law: Law) -> bool:
    return action.data_suffice or appeal.minor


@guard("its data don't suffice to know where it belongs", ORQ445(25, 4), remedy="send it on")
def data_do_not_suffice(appeal: Appeal, action: Return, law: Law) -> bool:
    return not action.data_suffice


@guard(
    "a minor's appeal goes on, if to nobody else to the guardianship body",
    ORQ445("24-1", 2),
    remedy="send it on to the guardianship body",
)
def not_of_a_minor(appeal: Appeal, action: Return, law: Law) -> bool:
    return not appeal.minor


@guard("reasons are given", ORQ445(25, 4))
def with_reasons(appeal: Appeal, action: Return, law: Law) -> bool:
    return bool(action.reasons)


@guard("it is said which procedure of another law it belongs to", ORQ445(1, 3))
def procedure_is_named(appeal: Appeal, action: Divert, law: Law) -> bool:
    return bool(action.procedure)


@guard("somebody is charged with it", ORQ445(24, 1))
def somebody_leads(appeal: Appeal, action: Assign, law: Law) -> bool:
    return bool(action.executors)


@guard("an anonymous appeal is not considered", ORQ445(29, 1), remedy="leave it, by an approved conclusion")
def not_anonymous(appeal: Appeal, action: Assign, law: Law) -> bool:
    return not anonymous(appeal)


@guard(
    "an appeal through a representative is considered on proof of authority",
    (ORQ445(6, 7), ORQ445(29, 1)),
    remedy="have the authority proved, or leave the appeal by an approved conclusion",
)
def authority_is_proved(appeal: Appeal, action: Assign, law: Law) -> bool:
    return not without_authority(appeal)


# -- consideration


@guard("information is asked for while the appeal is considered", ORQ445(24, 4))
def while_considered(appeal: Appeal, action: AskInformation, law: Law) -> bool:
    return appeal.state in REVIEWED


@guard("the body that was asked answers", ORQ445(24, 4))
def by_the_body_asked(appeal: Appeal, action: GiveInformation | DeclineInformation, law: Law) -> bool:
    asked = next(one.of for one in appeal.requests if one.id == action.request)
    return asked in (action.by.id, action.by.office)


@guard("information is declined only if it is secret or would do harm", ORQ445(24, 4))
def information_is_protected(appeal: Appeal, action: DeclineInformation, law: Law) -> bool:
    return action.protected


@guard("it is said what the appeal needs", (ORQ445(28, 1), ORQ445(28, 3)))
def study_is_needed(appeal: Appeal, action: Study, law: Law) -> bool:
    return bool(action.needs)


@guard("it is said what the appeal needs the time for", ORQ445(28, 2))
def time_is_needed(appeal: Appeal, action: Extend, law: Law) -> bool:
    return bool(action.needs)


@guard("the term is lengthened, and by no more than the law allows", ORQ445(28, 2))
def by_no_more_than_allowed(appeal: Appeal, action: Extend, law: Law) -> bool:
    due = law.due(appeal, "consideration", at=action.at)
    last = None if due is None else due.raw
    return last is not None and last < action.until <= month_later(last, law[MONTHS_OF_EXTENSION])


@guard("the appellant is summoned only where it can't be considered without them", ORQ445(33, 1))
def appellant_is_needed(appeal: Appeal, action: Summon, law: Law) -> bool:
    return action.needed


@guard("the documents hold no secret and would do no harm", (ORQ445(19, 1), ORQ445(33, 3)))
def file_may_be_shown(appeal: Appeal, action: ShowFile, law: Law) -> bool:
    return not action.protected


# -- decision and reply


@guard("each question raised is answered, on concrete grounds", (ORQ445(27, 4), ORQ445(27, 5)))
def each_question_is_answered(appeal: Appeal, action: Decide, law: Law) -> bool:
    answered = {answer.question for answer in action.answers if answer.grounds}
    return answered.issuperset(appeal.questions)


@guard("the reply goes to the appellant; to the first named of several, unless another was asked for", ORQ445(27, 3))
def to_its_addressee(appeal: Appeal, action: SendReply, law: Law) -> bool:
    if appeal.reply_to:
        return action.to == appeal.reply_to
    acting = () if appeal.representative is None else (appeal.representative.id,)
    return action.to in (*appeal.appellant_ids[:1], *acting)


@guard("the reply is written or electronic", ORQ445(27, 1))
def reply_is_no_talk(appeal: Appeal, action: SendReply, law: Law) -> bool:
    return action.form is not ORAL


@guard("as far as possible the reply is in the language of the appeal", ORQ445(27, 5))
def in_its_language(appeal: Appeal, action: SendReply, law: Law) -> bool:
    return action.language == appeal.language or action.own_language_impossible


@guard("the appellant is told how to challenge the decision", ORQ445(33, 3).by(Basis.INFERRED))
def challenge_is_explained(appeal: Appeal, action: SendReply, law: Law) -> bool:
    return action.challenge_explained


@guard("the substance of the reply stays", ORQ445(31, 1))
def substance_stays(appeal: Appeal, action: Clarify, law: Law) -> bool:
    return not action.substance_changed


# -- its end


@guard("it is withdrawn in writing or electronically", ORQ445(32, 1))
def withdrawn_in_writing(appeal: Appeal, action: Withdraw, law: Law) -> bool:
    return action.form is not ORAL


@guard("what the ground asks for is established", ORQ445(30, 1))
def ground_is_established(appeal: Appeal, action: Terminate, law: Law) -> bool:
    needed = FACTS[action.ground]
    if appeal.correspondence_ended and action.ground is EndingGround.UNFOUNDED_REPEAT:
        needed = frozenset({Fact.NOTHING_NEW})  # the rest was established when correspondence was ended
    return action.facts >= needed


@guard("the file bears out the ground", ORQ445(30, 1))
def file_bears_it_out(appeal: Appeal, action: Terminate, law: Law) -> bool:
    if action.ground is EndingGround.UNFOUNDED_REPEAT:
        return appeal.former is not None
    if action.ground is EndingGround.WITHDRAWN:
        return appeal.withdrawal is not None
    return action.ground is not EndingGround.NO_SHOW or appeal.summoned


@guard("it was withdrawn, and not yet returned", ORQ445(30, 4))
def is_to_be_returned(appeal: Appeal, action: ReturnWithdrawn, law: Law) -> bool:
    return law.due(appeal, "withdrawal_return", at=action.at) is not None


@guard(
    "the appellant is told in a form the law names",
    (ORQ445(25, 2), ORQ445(28, 3), ORQ445(30, 3)),
)
def told_in_due_form(appeal: Appeal, action: Notify, law: Law) -> bool:
    return action.form in NOTICE_FORMS[action.of]


@guard("only who put it on control takes it off", ORQ445(34, 2))
def by_the_same_hand(appeal: Appeal, action: TakeOffControl, law: Law) -> bool:
    return action.by.id == appeal.control_by


@guard("it is not on control yet", ORQ445(34, 2).by(Basis.INFERRED))
def not_on_control(appeal: Appeal, action: PutOnControl, law: Law) -> bool:
    return not appeal.control_by


# -- what each act leaves in the file


def opened(action: Receive) -> Appeal:
    return Appeal(
        id=action.case,
        office=action.office,
        kind=action.kind,
        form=action.form,
        appellants=action.appellants,
        named=action.named,
        signed=action.signed,
        identified=action.identified,
        representative=action.representative,
        authority=action.authority,
        minor=action.minor,
        against=action.against,
        questions=action.questions,
        content=action.content,
        language=action.language,
        reply_to=action.reply_to,
        came_from=action.came_from,
        identity_protected=action.identity_protected,
    )


def entered_in_minutes(action: SolveOnTheSpot) -> Appeal:
    return Appeal(
        id=action.case,
        office=action.office,
        kind=action.kind,
        form=ORAL,
        appellants=action.appellants,
        named=action.named,
        content=action.content,
    )


def numbered(appeal: Appeal, action: Register) -> Appeal:
    return evolve(appeal, number=action.number)


def completed(appeal: Appeal, action: AddMaterials) -> Appeal:
    return evolve(appeal, authority=action.authority or appeal.authority)


def protected(appeal: Appeal, action: ProtectIdentity) -> Appeal:
    return evolve(appeal, identity_protected=True)


def linked(appeal: Appeal, action: Link) -> Appeal:
    return evolve(appeal, former=action.former, correspondence_ended=action.correspondence_ended)


def pointed(appeal: Appeal, action: Join | InformAnswered) -> Appeal:
    return evolve(appeal, former=action.former)


def controlled(appeal: Appeal, action: PutOnControl) -> Appeal:
    return evolve(appeal, control_by=action.by.id)


def assigned(appeal: Appeal, action: Assign) -> Appeal:
    return evolve(appeal, executors=action.executors)


def requested(action: AskInformation) -> InformationRequest:
    return InformationRequest(id=action.request, of=action.of)


def summoned(appeal: Appeal, action: Summon) -> Appeal:
    return evolve(appeal, summoned=True)


def decided(appeal: Appeal, action: Decide) -> Appeal:
    return evolve(appeal, outcome=action.outcome)


def withdrawn(appeal: Appeal, action: Withdraw) -> Appeal:
    return evolve(appeal, withdrawal=action.what)


def terminated(appeal: Appeal, action: Terminate) -> Appeal:
    ended = appeal.correspondence_ended or action.ground is EndingGround.UNFOUNDED_REPEAT
    return evolve(appeal, correspondence_ended=ended)
