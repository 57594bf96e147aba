"""Conditions of the appeal that rows share, and those that take more than a line; and what its steps change."""

from attrs import evolve

from prcomm import Basis, Context, Correction, LegalEntity, Person, guard
from prcomm.citizens.appeals import actions as do, kinds as k, model as m
from prcomm.core.calendar.days import day, ordinal
from prcomm.core.calendar.terms import month_later
from prcomm.law import orq445
from prcomm.law.orq445 import ORQ445

S = m.AppealState
NAMES_OF = {k.Requirement.NAME_AND_RESIDENCE: Person, k.Requirement.NAME_AND_LOCATION: LegalEntity}


@guard("the former appeal is of the same person", ORQ445(3))
def by_the_same_person(it: m.Appeal, a: do.Link) -> bool:
    return any(one in a.appellants for one in it.appellant_ids)


@guard("the first is of each who makes this one", ORQ445(3))
def by_each_of_them(it: m.Appeal, a: do.OfACopy) -> bool:
    return bool(it.appellants) and {*it.remaining_ids}.issubset(a.appellants)


@guard("the former appeal is another one", ORQ445(3))
def points_to_another(it: m.Appeal, a: do.Pointing) -> bool:
    return a.former != it.reference


@guard("it is a copy of the first", ORQ445(3))
def is_a_copy(it: m.Appeal, a: do.OfACopy) -> bool:
    return a.exact_copy


def came_later(it: m.Appeal, a: do.OfACopy) -> bool:
    return a.received is not None and a.received <= it.history[0].action.at


def of_this_body(it: m.Appeal, a: do.OfACopy) -> bool:
    return a.body == it.office.id


def repeats(it: m.Appeal, a: do.Link) -> bool:
    received = it.told[0].action.at
    if a.why is k.Why.DISAGREEMENT:
        return a.decided is not None and a.decided <= received
    return a.last is not None and day(ordinal(received, it.office)) > a.last


def anonymous(it: m.Appeal) -> bool:
    """Whether an appeal is anonymous: unnamed, a written one unsigned, an electronic one of an unknown sender."""
    unsigned = it.form is k.WRITTEN and not it.signed
    return not it.appellants or not it.named or unsigned or (it.form is k.ELECTRONIC and not it.identified)


def completed(it: m.Appeal, a: do.Complete) -> m.Appeal:
    now = {one.id: one for one in a.appellants}
    return evolve(
        it, appellants=tuple(now.get(one.id, one) for one in it.appellants) or a.appellants,
        named=it.named or a.named, signed=it.signed or a.signed, identified=it.identified or a.identified,
        against=(*it.against, *a.against), language=a.language or it.language,
    )  # fmt: skip


def without_authority(it: m.Appeal) -> bool:
    """Whether it came through a representative who has not proved their authority."""
    return it.representative is not None and not it.authority


def misses(it: m.Appeal, requirement: k.Requirement | None) -> bool:
    """Whether an appeal misses a requirement, as far as the file says; part 3 of article 6 a person judges."""
    if requirement is k.Requirement.SIGNATURE:
        return it.form is k.WRITTEN and not it.signed
    if requirement in NAMES_OF:
        of_these = any(type(one) is NAMES_OF[requirement] for one in it.appellants)
        return not it.appellants or (of_these and not it.named)
    return requirement is k.Requirement.ADDRESSEE_AND_SUBSTANCE


def is_borne_out(it: m.Appeal, a: do.Leave) -> bool:
    if a.ground is k.LeavingGround.ANONYMOUS:
        return anonymous(it) or k.Fact.DATA_FALSE in a.facts
    if a.ground is k.LeavingGround.NO_AUTHORITY:
        return without_authority(it)
    return a.ground is k.LeavingGround.OTHER_REQUIREMENT and misses(it, a.requirement)


@guard("it is an application, a proposal or a complaint", (ORQ445(3), ORQ445(5, 2)))
def an_appeal(it: m.Appeal, a: do.Recognise) -> bool:
    return a.kind in k.APPEALS


@guard("the matter is outside this body's competence", (ORQ445(25, 2), ORQ445(25, 3)))
def outside_competence(it: m.Appeal, a: do.Forward | do.Return) -> bool:
    return a.outside_competence


def goes_where_it_belongs(it: m.Appeal, a: do.Forward) -> bool:
    return a.data_suffice if a.addressee is k.Addressee.COMPETENT else it.minor


@guard("somebody is charged with it", ORQ445(24, 1))
def somebody_leads(it: m.Appeal, a: do.Assign) -> bool:
    return bool(a.executors)


WHILE_IT_RUNS = ORQ445(28, 2).by(Basis.INFERRED)
"""That the head lengthens a term that runs, from its end, and that all lengthenings share the one month, the Law does
not say; it says "by at most a month"."""


@guard("the term ends later than it would have", ORQ445(28, 2))
def later_than_it_ran(it: m.Appeal, a: do.Extend, context: Context) -> bool:
    due = context.due("consideration")
    last = None if due is None else due.raw
    return last is not None and last < a.until


@guard("all lengthenings together are by no more than the law allows", (ORQ445(28, 2), WHILE_IT_RUNS))
def by_no_more_than_allowed(it: m.Appeal, a: do.Extend, context: Context) -> bool:
    due = context.due("consideration")
    stood = None if due is None else due.unlengthened
    return stood is not None and a.until <= month_later(stood, context[orq445.MONTHS_OF_EXTENSION])


@guard("the body that was asked answers", ORQ445(24, 4))
def by_the_body_asked(it: m.Appeal, a: do.GiveInformation | do.DeclineInformation) -> bool:
    asked = next(one.of for one in it.requests if one.id == a.request)
    return asked in (a.by.known_as, a.by.office)


def each_is_answered(it: m.Appeal, a: do.Decide) -> bool:
    return {answer.question for answer in a.answers if answer.grounds}.issuperset(it.own_questions)


def to_its_addressee(it: m.Appeal, a: do.SendReply) -> bool:
    if it.reply_to and it.reply_to not in it.gone:
        return a.to == it.reply_to
    acting = () if it.representative is None else (it.representative.id,)
    return a.to in (*it.remaining_ids[:1], *acting)


def ground_is_established(it: m.Appeal, a: do.Terminate) -> bool:
    needed = k.FACTS[a.ground]
    if it.correspondence_ended and a.ground is k.EndingGround.UNFOUNDED_REPEAT:
        needed = frozenset({k.Fact.NOTHING_NEW})  # the rest was established when correspondence was ended
    return a.facts >= needed


def last_link(it: m.Appeal) -> do.Link | None:
    return next((record.action for record in reversed(it.history) if isinstance(record.action, do.Link)), None)


def repeats_what_was_answered(it: m.Appeal, link: do.Link | None) -> bool:
    """Whether all who make this repeat had the reply: without one the former file is not what the ground asks for."""
    if link is None or not {*it.remaining_ids}.issubset(link.appellants):
        return False
    return it.correspondence_ended or (link.decided is not None and link.answered)


def file_bears_it_out(it: m.Appeal, a: do.Terminate) -> bool:
    if a.ground is k.EndingGround.UNFOUNDED_REPEAT:
        return repeats_what_was_answered(it, last_link(it))
    if a.ground is k.EndingGround.WITHDRAWN:
        return it.withdrawal is not None
    if a.ground is k.EndingGround.DIED:
        return [type(one) for one in it.remaining] == [Person]
    return a.ground is not k.EndingGround.NO_SHOW or it.summoned


def is_known_in_time(it: m.Appeal, a: Correction) -> bool:
    turns = a.field == "kind" and k.LETTER in (it.kind, a.value)
    return not turns or it.state in S.RECEIVED | S.REGISTERED


def an_individual_asks(it: m.Appeal, a: do.ProtectIdentity) -> bool:
    asking = [one for one in it.appellants if one.id == a.by.known_as] or it.appellants
    return any(isinstance(one, Person) for one in asking)


def same_language(one: str, other: str) -> bool:
    """Whether two codes are of one language, in whatever script or country: ``uz``, ``uz-Latn`` and ``uz_Cyrl``."""
    return of_language(one) == of_language(other)


def of_language(code: str) -> str:
    return code.replace("_", "-").partition("-")[0].casefold()


def withdrawn(it: m.Appeal, a: do.Terminate) -> bool:
    """Whether it is ended on an application to withdraw it, and not on a request to end alone."""
    asked = [record.action.what for record in it.history if isinstance(record.action, do.Withdraw)]
    return a.ground is k.EndingGround.WITHDRAWN and (not asked or k.Withdrawal.WITHDRAWN in asked)


@guard("it was ended as withdrawn, and is not yet returned", ORQ445(30, 4))
def is_to_be_returned(it: m.Appeal, a: do.ReturnWithdrawn, context: Context) -> bool:
    return context.due("withdrawal_return") is not None


def off_control(it: m.Appeal, a: do.TakeOffControl) -> m.Appeal:
    return evolve(it, control_by="")


def in_minutes(a: do.SolveOnTheSpot) -> m.Appeal:
    return m.Appeal(
        id=a.case, office=a.office, kind=a.kind, form=k.ORAL, appellants=a.appellants, named=a.named, content=a.content
    )


def terminated(it: m.Appeal, a: do.Terminate) -> m.Appeal:
    ended = it.correspondence_ended or a.ground is k.EndingGround.UNFOUNDED_REPEAT
    return evolve(it, correspondence_ended=ended)
