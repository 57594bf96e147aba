"""The recommendation as a table: what is lawful when, by whom, under what, and what the body owes."""

from typing import Final, cast

from attrs import evolve
from pendulum import DateTime

from prcomm import PROMPTLY, SAME, Basis, Days, Lifecycle, Who, given, guard, keeps, owes, rows
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.liability import ADMINISTRATIVE_CODE, FINAL_DOCUMENTS_SINCE
from prcomm.law.neighbours import DAYS_TO_TELL_THE_OUTCOME, town, unions
from prcomm.law.orq474 import ORQ474, TERM_TO_CONSIDER
from prcomm.law.public_councils import PQ3837
from prcomm.law.roles import (
    AUTHORISED,
    CHAIR,
    COURT,
    HEAD,
    ORGANISER,
    PRESS_HEAD,
    PRESS_OFFICER,
    REGISTRAR,
    SECRETARY,
    SUPERIOR,
)
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.oversight.recommendations import actions as do, model as m

__all__ = ["DEADLINES", "RECOMMENDATION", "TRANSITIONS"]

S = m.RecommendationState
ARRIVED = S.DELIVERED | S.REGISTERED
"""It is with the body, and nothing is decided yet."""
ANSWERABLE = ARRIVED | S.DECIDED | S.ANSWERED | S.PUBLISHED
"""From its arrival on, whatever came of it."""

CONSIDERED = ADMINISTRATIVE_CODE("198⁷")
"""It punishes that a final document is not considered, or its term broken. What follows from that is inferred."""
TO_CONSIDER = CONSIDERED.by(Basis.INFERRED)
ADVICE_IS_HEARD = PQ3837(5).by(Basis.INFERRED)
SINCE = FINAL_DOCUMENTS_SINCE

# -- conditions that rows share, and those that take more than a line


def has_its_form(a: do.Adopt) -> bool:
    return a.form is not None and (a.form is not m.FinalForm.OTHER or bool(a.provided_by))


@guard("who organised the act issues its document", HOUSE(21))
def its_organiser_issues_it(a: do.Adopt) -> bool:
    return a.by.known_as == a.organiser


@guard("advice is its council's own", HOUSE(21))
def by_its_council(it: m.Recommendation, a: do.RecommendationAction) -> bool:
    return it.kind is not m.ADVICE or (it.author is not None and a.by.office == it.author.id)


@guard("it is done by who issued it", HOUSE(21))
def by_who_issued_it(it: m.Recommendation, a: do.RecommendationAction) -> bool:
    return a.by.known_as == it.issued_by


@guard("it is shown, by who sent it, that it arrived", HOUSE(36))
def arrival_is_shown(it: m.Recommendation, a: do.Shown) -> bool:
    return bool(a.proof) and (it.kind is not m.FINAL_DOCUMENT or a.by.known_as == it.issued_by)


@guard("it arrived after it was sent, and not later than now", HOUSE(36))
def arrived_after_sending(it: m.Recommendation, a: do.Arrival) -> bool:
    return it.sent_at is not None and it.sent_at <= a.arrived <= a.at


@guard("it is registered under a number", HOUSE(22))
def under_a_number(it: m.Recommendation, a: do.Register) -> bool:
    return bool(a.number)


@guard("what is not accepted, or not wholly, is answered with reasons", (unions(43), town(41, 4)))
def reasons_are_given(it: m.Recommendation, a: do.Decide) -> bool:
    return a.outcome is m.Outcome.ACCEPTED or bool(a.reasons)


def judged_by_another(it: m.Recommendation, a: do.JudgeReason) -> bool:
    if a.by.known_as == it.pleaded_by or a.by.office == it.office.id:
        return False
    return a.by.role != SUPERIOR or (bool(it.office.superior) and a.by.office == it.office.superior)


# -- what an action leaves in the file


def issued(a: do.Adopt) -> m.Recommendation:
    return m.Recommendation(
        id=a.recommendation, office=a.office, kind=a.kind, rests_on=a.rests_on, content=a.content, author=a.author,
        issued_by=a.by.known_as,
    )  # fmt: skip


def sent(it: m.Recommendation, a: do.Send) -> m.Recommendation:
    return evolve(it, sent_at=a.at)


def its_arrival(it: m.Recommendation, a: do.Arrival) -> DateTime:
    """When it arrived, as the file has it now: an arrival that is corrected counts its terms anew."""
    return cast("DateTime", it.arrived)  # what begins the clock says it


COUNCIL = Who(CHAIR | SECRETARY, HOUSE(21))
SENDER = Who(CHAIR | SECRETARY | ORGANISER, HOUSE(36))
WHO_ORGANISED = Who(ORGANISER, HOUSE(21))
REGISTRY = Who(REGISTRAR, HOUSE(22))
OFFICIAL = Who(HEAD | AUTHORISED, HOUSE(23))
BY_HEAD = Who(HEAD, HOUSE(23))
JUDGE = Who(COURT | SUPERIOR, (ADMINISTRATIVE_CODE(245), HOUSE(36)))
PUBLISHER = Who(SECRETARY | ORGANISER | PRESS_OFFICER | PRESS_HEAD, HOUSE(24))

row = rows(m.Recommendation, m.RecommendationState, do.RecommendationAction)
owed = owes(m.Recommendation, do.RecommendationAction)
# fmt: off
TRANSITIONS = (
    #   in state                            action            leads to      who may        under
    row.start(                              do.Adopt,         S.ADOPTED,    COUNCIL,       PQ3837(5),
        given("it rests on a decision that the council adopted", ADVICE_IS_HEARD,
              lambda a: bool(a.decided and not a.election and a.content and a.author)),
        then=issued, only=m.ADVICE, since=PQ3837.adopted),
    row.start(                              do.Adopt,         S.ADOPTED,    WHO_ORGANISED, TO_CONSIDER,
        given("a final document is drawn up by a subject of public oversight", CONSIDERED, lambda a: a.by_a_subject),
        given("it has a form that legislation provides", CONSIDERED, has_its_form),
        its_organiser_issues_it, then=issued, only=m.FINAL_DOCUMENT, since=SINCE),
    row.start(                              do.Adopt,         S.ADOPTED,    WHO_ORGANISED, town(35, 2),
        given("it is drawn up by a subject of public oversight", (ORQ474(3, 1), ORQ474(3, 2)),
              lambda a: a.by_a_subject),
        given("it has a form that is known", unions(46), has_its_form),
        its_organiser_issues_it, then=issued, only=m.FINAL_DOCUMENT, since=ORQ474.adopted, until=SINCE),

    row(S.ADOPTED,                          do.Send,          S.SENT,       COUNCIL,       HOUSE(21),
        by_its_council, then=sent, only=m.ADVICE),
    row(S.ADOPTED,                          do.Send,          S.SENT,       WHO_ORGANISED, HOUSE(21),
        by_who_issued_it, then=sent, only=m.FINAL_DOCUMENT),
    row(S.SENT,                             do.ProveDelivery, S.DELIVERED,  SENDER,        HOUSE(36),
        by_its_council, arrival_is_shown, arrived_after_sending, then=keeps("arrived")),
    row(S.SENT,                             do.Register,      S.REGISTERED, REGISTRY,      HOUSE(22),
        under_a_number, arrived_after_sending, then=keeps("arrived")),
    row(S.DELIVERED,                        do.Register,      S.REGISTERED, REGISTRY,      HOUSE(22),
        under_a_number, arrived_after_sending,
        given("it did not arrive later than is proven", HOUSE(36), lambda it, a: a.arrived <= its_arrival(it, a)),
        then=keeps("arrived")),
    row(S.REGISTERED | S.DECIDED | S.ANSWERED, do.CorrectArrival, SAME,     SENDER,        HOUSE(36),
        by_its_council, arrival_is_shown, arrived_after_sending,
        given("it arrived before what the register says", HOUSE(36),
              lambda it, a: it.arrived is not None and a.arrived < it.arrived),
        then=keeps("arrived")),

    row.never(S.SENT | ARRIVED,             do.RefuseToConsider, CONSIDERED,
        "a final document is always considered", only=m.FINAL_DOCUMENT, since=SINCE),
    row.never(S.SENT | ARRIVED,             do.RefuseToConsider, town(35, 3),
        "a final document is considered compulsorily", only=m.FINAL_DOCUMENT, until=SINCE),
    row(ARRIVED,                            do.Decide,        S.DECIDED,    OFFICIAL,      ADVICE_IS_HEARD,
        reasons_are_given, then=keeps("outcome"), only=m.ADVICE),
    row(ARRIVED,                            do.Decide,        S.DECIDED,    OFFICIAL,      TO_CONSIDER,
        reasons_are_given, then=keeps("outcome"), only=m.FINAL_DOCUMENT, since=SINCE),
    row(ARRIVED,                            do.Decide,        S.DECIDED,    OFFICIAL,      town(35, 3),
        reasons_are_given, then=keeps("outcome"), only=m.FINAL_DOCUMENT, until=SINCE),
    row(S.DECIDED,                          do.Answer,        S.ANSWERED,   OFFICIAL,      unions(46),
        given("the answer is on file", unions(46), lambda it, a: bool(a.answer))),
    row(S.ANSWERED,                         do.PublishOutcome, S.PUBLISHED, PUBLISHER,     SOURCE_ARTICLE(57),
        then=keeps("feedback")),

    row(ANSWERABLE,                         do.StateReason,   SAME,         OFFICIAL,      CONSIDERED,
        given("the reason of the delay is named", CONSIDERED, lambda it, a: bool(a.reason)),
        given("no reason was judged yet", CONSIDERED, lambda it, a: it.excused is None),
        then=lambda it, a: evolve(it, pleaded_by=a.by.known_as), only=m.FINAL_DOCUMENT, since=SINCE),
    row(ANSWERABLE,                         do.JudgeReason,   SAME,         JUDGE,         CONSIDERED,
        given("a reason was stated", CONSIDERED, lambda it, a: bool(it.pleaded_by)),
        given("the decision on it is named", HOUSE(36), lambda it, a: bool(a.decision)),
        given("the body does not judge its own reason", HOUSE(36), judged_by_another),
        given("the body above does not judge after a court", ADMINISTRATIVE_CODE(245),
              lambda it, a: a.by.role == COURT or it.judged_by != COURT),
        then=lambda it, a: evolve(it, excused=a.valid, judged_by=a.by.role), only=m.FINAL_DOCUMENT, since=SINCE),

    row(S.ADOPTED | S.SENT | ARRIVED,       do.Withdraw,      S.WITHDRAWN,  Who(CHAIR, HOUSE(21)), HOUSE(21),
        by_its_council, only=m.ADVICE),
    row(S.ADOPTED | S.SENT | ARRIVED,       do.Withdraw,      S.WITHDRAWN,  WHO_ORGANISED, HOUSE(21),
        by_who_issued_it, only=m.FINAL_DOCUMENT),
)
ARRIVES = (do.ProveDelivery, do.Register)
ENTERED = (do.Register, do.Decide)
"""Once it is decided nobody waits for a number."""
DEADLINES = (
    #    what is owed      begins            within                          met by        owed by  under
    owed("consideration",  ARRIVES,          TERM_TO_CONSIDER,               do.Decide,    BY_HEAD, TO_CONSIDER,
         only=m.FINAL_DOCUMENT, since=its_arrival, until=do.Withdraw),
    owed("registration",   do.ProveDelivery, PROMPTLY,                       ENTERED,      REGISTRY, HOUSE(22),
         since=its_arrival, until=do.Withdraw),
    owed("outcome_notice", do.Decide,        Days(DAYS_TO_TELL_THE_OUTCOME), do.Answer,    BY_HEAD, town(37),
         only=m.FINAL_DOCUMENT),
    owed("reply",          ARRIVES,          PROMPTLY,                       do.Answer,    BY_HEAD, SOURCE_ARTICLE(57),
         only=m.ADVICE, since=its_arrival, until=do.Withdraw),
)
# fmt: on
RECOMMENDATION: Final = Lifecycle("recommendation", TRANSITIONS, DEADLINES, law=UZ, final=S.PUBLISHED | S.WITHDRAWN)
"""The recommendation of a public council, or the final document of an act of public oversight."""
RECOMMENDATION_CITES = (SOURCE_ARTICLE(46),)
"""The article behind the project: what oversight is for, that the work becomes better."""
