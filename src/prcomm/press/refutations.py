"""A refutation, or a reply, in mass media: article 34 of the law on mass media, asked by a body or asked of it.

A refutation is of what is false and does harm; a reply needs neither: it is enough that a right or a lawful interest
is infringed.
"""

from datetime import date
from enum import Enum
from typing import Annotated as An

from attrs import evolve, frozen
from pendulum import DateTime

from prcomm import (
    PROMPTLY,
    SAME,
    Action,
    Actor,
    Context,
    Entity,
    Kind,
    Lifecycle,
    Months,
    Office,
    Phase,
    Reference,
    State,
    Term,
    Until,
    Who,
    by_law,
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
from prcomm.law import UZ
from prcomm.law.civil_code import CIVIL_CODE
from prcomm.law.house import HOUSE
from prcomm.law.informatisation import INFORMATISATION
from prcomm.law.mass_media import (
    HALF_A_YEAR,
    MASS_MEDIA,
    MASS_MEDIA_SINCE,
    MONTHS_BETWEEN_ISSUES,
    MONTHS_TO_PUBLISH_A_REFUTATION,
    SILENT_ISSUE,
    WEBSITE_LIMB,
    WebsiteLimb,
)
from prcomm.law.roles import AUTHORISED, EDITORIAL_OFFICE, HEAD, PRESS_HEAD, PRESS_OFFICER
from prcomm.press.monitoring import Disprove, FoundItem, verdict
from prcomm.press.roles import BODY, CLAIMANT, DESK, TEAM


class Direction(Kind):
    """Who asks whom."""

    OUTGOING = 1
    INCOMING = 2


class Claim(Enum):
    """What is demanded."""

    REFUTATION = 1
    REPLY = 2


class Harmed(Enum):
    """What was harmed: the business reputation of a body, or the honour and dignity of a person."""

    REPUTATION = 1
    PERSON = 2


class Medium(Enum):
    """Where it stood. A newspaper is one whatever its day; weeklies and journals are other periodicals."""

    NEWSPAPER = 1
    PERIODICAL = 2
    BROADCAST = 3
    WEBSITE = 4


class RefutationState(State):
    """Where the demand stands."""

    DEMANDED = 1, Phase.PLAN
    RECEIVED = 2, Phase.ACT
    DECLINED = 3, Phase.ACT
    IN_COURT = 4, Phase.ACT
    PUBLISHED = 5, Phase.EVALUATION
    JUDGED = 6, Phase.EVALUATION
    CLOSED = 7, Phase.EVALUATION
    WITHDRAWN = 8, Phase.EVALUATION


OUTGOING, INCOMING = Direction
S = RefutationState
OPEN = S.RECEIVED | S.DECLINED | S.IN_COURT
ART_34, A_SITE = MASS_MEDIA(34), INFORMATISATION("12-1")


@frozen(kw_only=True)
class RefutationAction(Action):
    """What is done about a demand for a refutation or a reply."""


@frozen(kw_only=True)
class Demand(RefutationAction):
    """A refutation or a reply is demanded: of an outlet by the body, or of the body by whoever is concerned."""

    case: An[str, "the reference of the demand"]
    office: An[Office, "the body that demands, or of which it is demanded"]
    kind: An[Direction, "whether the body demands, or it is demanded of it"]
    claim: An[Claim, "a refutation, or a reply"]
    medium: An[Medium, "where it stood"]
    registered: An[bool, "whether that is registered as mass media"]
    item: An[Reference | None, "the item of monitoring in which it was found, if there is one"]
    false: An[bool, "whether it is false, as was found"]
    harmful: An[bool, "whether it harms honour, dignity or business reputation"]
    infringed: An[bool, "whether it infringes a right or a lawful interest"]
    official: An[str, "the id of the official who answers for the demand of a body"]
    harmed: An[Harmed, "what was harmed"] = Harmed.REPUTATION

    @classmethod
    def of(
        cls, found: FoundItem, *, at: DateTime, by: Actor, case: str, office: Office, claim: Claim, medium: Medium,
        harmful: bool, infringed: bool, official: str, kind: Direction = Direction.OUTGOING,
        harmed: Harmed = Harmed.REPUTATION,
    ) -> "Demand":  # fmt: skip
        """The demand about a found item as it stands: it is false if its last verdict says so."""
        return cls(
            at=at, by=by, case=case, office=office, kind=kind, claim=claim, medium=medium,
            registered=found.outlet.registered, item=found.reference, false=isinstance(verdict(found), Disprove),
            harmful=harmful, infringed=infringed, official=official, harmed=harmed,
        )  # fmt: skip


@frozen(kw_only=True)
class Deliver(RefutationAction):
    """The demand was received: from then on its term is counted."""

    received: An[DateTime, "when it was received"]
    proof: An[str, "a reference to what proves it: of the post, or of who handed it over"] = ""
    next_issue: An[date | None, "the day of the next issue, if the outlet named it at once"] = None


@frozen(kw_only=True)
class NameIssue(RefutationAction):
    """The outlet names the issue in which it will come out."""

    on: An[date, "the day of that issue"]


@frozen(kw_only=True)
class AgreeToEdit(RefutationAction):
    """Whoever demands agrees that the text is edited."""

    too_long: An[bool, "whether its size would harm the outlet's work"]


@frozen(kw_only=True)
class Publish(RefutationAction):
    """The refutation or the reply came out."""

    same_place: An[bool, "whether on the same page, or in the same programme"]
    under_heading: An[bool, "whether under a heading of its own"]
    edited: An[bool, "whether the text was edited"] = False


@frozen(kw_only=True)
class Remove(RefutationAction):
    """What stood on the body's own site or page is taken away."""


@frozen(kw_only=True)
class Decline(RefutationAction):
    """The demand is declined."""

    reason: An[str, "a reference to the reason"]


@frozen(kw_only=True)
class GoToCourt(RefutationAction):
    """The matter goes to court."""


@frozen(kw_only=True)
class NoteJudgment(RefutationAction):
    """The court decided; the judgment of a higher court is noted after it."""

    upheld: An[bool, "whether the court upheld the demand"]
    number: An[str, "the number of the judgment"]


@frozen(kw_only=True)
class Close(RefutationAction):
    """The file is closed after a judgment, and nothing comes out."""

    reason: An[str, "a reference to the reason"]


@frozen(kw_only=True)
class Withdraw(RefutationAction):
    """The demand is taken back."""


@frozen(kw_only=True)
class Refutation(Entity[RefutationState]):
    """A demand for a refutation or a reply."""

    kind: An[Direction, "whether the body demands, or it is demanded of it"]
    claim: An[Claim, "a refutation, or a reply"]
    medium: An[Medium, "where it stood"]
    registered: An[bool, "whether that is registered as mass media"]
    next_issue: An[date | None, "the day of the issue that the outlet named"] = None
    upheld: An[bool, "whether the last judgment upheld it"] = False
    edit_agreed: An[bool, "whether it was agreed that the text is edited"] = False

    @property
    def reference(self) -> Reference:
        """Where it is, for other files."""
        return Reference("refutation", self.id)

    @property
    def refers_to(self) -> tuple[Reference, ...]:
        """The other files it names."""
        items = (one.action.item for one in self.told if isinstance(one.action, Demand))
        return tuple(item for item in items if item is not None)


def shows_its_grounds(action: Demand) -> bool:
    """A reply asks neither that it is false nor that it harms."""
    return action.infringed if action.claim is Claim.REPLY else action.false and action.harmful


its_grounds_are_shown = given(
    "a refutation is of what is false and harms honour, dignity or business reputation; a reply, of an infringed right "
    "or lawful interest",
    ART_34,
    shows_its_grounds,
    since=MASS_MEDIA_SINCE,
)


@guard("it was received by now", HOUSE(105))
def received_by_now(refutation: Refutation, action: Deliver) -> bool:
    return action.received <= action.at


def waits_for_an_issue(medium: Medium, context: Context) -> bool:
    """Whether it comes out in issues: a periodical, and a site if the article is read so."""
    if medium is Medium.WEBSITE:
        return context[WEBSITE_LIMB] is WebsiteLimb.NEXT_ISSUE
    return medium is Medium.PERIODICAL


ISSUES = "only other periodicals wait for an issue"


@guard(ISSUES, ART_34)
def only_periodicals_have_issues(refutation: Refutation, action: Deliver, context: Context) -> bool:
    return action.next_issue is None or waits_for_an_issue(refutation.medium, context)


@guard(ISSUES, ART_34)
def it_has_issues(refutation: Refutation, action: NameIssue, context: Context) -> bool:
    return waits_for_an_issue(refutation.medium, context)


def receipt_of(refutation: Refutation) -> DateTime:
    """When the demand was received."""
    return next(one.action.received for one in refutation.told if isinstance(one.action, Deliver))


@guard("a mass medium comes out at least once in six months", HALF_A_YEAR)
def within_half_a_year(refutation: Refutation, action: Deliver | NameIssue, context: Context) -> bool:
    named: date | None = action.next_issue if isinstance(action, Deliver) else action.on
    receipt = action.received if isinstance(action, Deliver) else receipt_of(refutation)
    first = day(ordinal(receipt, refutation.office))
    return named is None or first <= named <= month_later(first, context[MONTHS_BETWEEN_ISSUES])


@guard("a reason is given", HOUSE(120), remedy="give it")
def with_a_reason(refutation: Refutation, action: Decline | Close) -> bool:
    return bool(action.reason)


@guard("it has a number", HOUSE(105), remedy="give it")
def under_a_number(refutation: Refutation, action: NoteJudgment) -> bool:
    return bool(action.number)


@guard("it is edited only where its size would harm the outlet's work", ART_34)
def for_its_size_only(refutation: Refutation, action: AgreeToEdit) -> bool:
    return action.too_long


def edit_agreed(refutation: Refutation, action: AgreeToEdit) -> Refutation:
    return evolve(refutation, edit_agreed=True)


def to_publish(refutation: Refutation, action: Deliver, context: Context) -> Term | None:
    """Until the next issue, in what comes out in issues and names one; else a month. No term for a page that is no mass
    medium."""
    if refutation.medium is Medium.WEBSITE and not refutation.registered:
        return None
    if not waits_for_an_issue(refutation.medium, context):
        return Months(MONTHS_TO_PUBLISH_A_REFUTATION)
    return Months(SILENT_ISSUE) if action.next_issue is None else Until(action.next_issue)


def to_carry_out(refutation: Refutation, action: NoteJudgment) -> Term | None:
    """The judgment names its own day. One that another reversed asks for nothing."""
    return PROMPTLY if action.upheld and refutation.upheld else None


SENDERS = Who(PRESS_OFFICER | PRESS_HEAD, HOUSE(140))
EITHER_SIDE = Who(EDITORIAL_OFFICE | PRESS_OFFICER | PRESS_HEAD, HOUSE(108))
PARTIES = Who(CLAIMANT | PRESS_HEAD | HEAD | AUTHORISED, HOUSE(103))
CARRIED_OUT, JUDGED_BY = CIVIL_CODE(100, 7), CIVIL_CODE(100, 1)

row = rows(Refutation, RefutationState, RefutationAction)
owed = owes(Refutation, RefutationAction)
# fmt: off
TRANSITIONS = (
    #   in state                action        leads to      who may      under      given that, and then
    row.start(                  Demand,       S.DEMANDED,   BODY,        ART_34,
        its_grounds_are_shown,
        given("article 34 binds mass media; another page is told, or sued", MASS_MEDIA(4), lambda a: a.registered),
        given("a named official answers for it", HOUSE(116), lambda a: bool(a.official), remedy="give it"),
        given("a body demands for its business reputation; honour and dignity are claimed by the person",
              CIVIL_CODE(100, 9), lambda a: a.harmed is Harmed.REPUTATION or a.claim is Claim.REPLY),
        id="case", only=OUTGOING, since=MASS_MEDIA_SINCE),
    row.start(                  Demand,       S.DEMANDED,   CLAIMANT,    (ART_34, JUDGED_BY),
        its_grounds_are_shown, id="case", only=INCOMING),
    row(S.DEMANDED,             Deliver,      S.RECEIVED,   SENDERS,     ART_34,
        received_by_now, only_periodicals_have_issues, within_half_a_year,
        given("receipt is proved by the post or by who handed it over", HOUSE(140), lambda r, a: bool(a.proof),
              remedy="give it"),
        then=keeps("next_issue"), only=OUTGOING, since=MASS_MEDIA_SINCE),
    row(S.DEMANDED,             Deliver,      S.RECEIVED,   DESK,        ART_34,
        received_by_now, only_periodicals_have_issues, within_half_a_year,
        then=keeps("next_issue"), only=INCOMING, since=MASS_MEDIA_SINCE),
    row(S.RECEIVED,             NameIssue,    SAME,         EITHER_SIDE, ART_34,
        it_has_issues, within_half_a_year, runs("publication"),
        given("an outlet names its issue once", HOUSE(141), lambda r, a: r.next_issue is None),
        then=lambda r, a: evolve(r, next_issue=a.on), since=MASS_MEDIA_SINCE),
    row(S.RECEIVED,             AgreeToEdit,  SAME,         PRESS_HEAD,  ART_34,
        for_its_size_only, then=edit_agreed, only=OUTGOING, since=MASS_MEDIA_SINCE),
    row(S.RECEIVED,             AgreeToEdit,  SAME,         CLAIMANT,    ART_34,
        for_its_size_only, then=edit_agreed, only=INCOMING, since=MASS_MEDIA_SINCE),
    row(OPEN,                   Publish,      S.PUBLISHED,  EITHER_SIDE, ART_34,
        given("on the same page or in the same programme", ART_34, lambda r, a: a.same_place),
        given("under a heading of its own", ART_34, lambda r, a: a.under_heading),
        given("it is edited only by consent", ART_34, lambda r, a: not a.edited or r.edit_agreed),
        since=MASS_MEDIA_SINCE),
    row(OPEN | S.JUDGED,        Remove,       SAME,         TEAM,        A_SITE, only=INCOMING),
    row(S.RECEIVED,             Decline,      S.DECLINED,   EITHER_SIDE, ART_34,
        with_a_reason, since=MASS_MEDIA_SINCE),
    row(S.RECEIVED,             GoToCourt,    S.IN_COURT,   BODY,        ART_34,
        run_out("publication"), only=OUTGOING, since=MASS_MEDIA_SINCE),
    row(S.RECEIVED,             GoToCourt,    S.IN_COURT,   CLAIMANT,    JUDGED_BY, only=INCOMING),
    row(S.DECLINED,             GoToCourt,    S.IN_COURT,   BODY,        ART_34, only=OUTGOING, since=MASS_MEDIA_SINCE),
    row(S.DECLINED,             GoToCourt,    S.IN_COURT,   CLAIMANT,    ART_34, only=INCOMING, since=MASS_MEDIA_SINCE),
    row(S.IN_COURT | S.JUDGED,  NoteJudgment, S.JUDGED,     PARTIES,     JUDGED_BY,
        under_a_number, then=keeps("upheld")),
    row(S.JUDGED,               Publish,      S.PUBLISHED,  EITHER_SIDE, CARRIED_OUT,
        given("the judgment asks for it", CARRIED_OUT, lambda r, a: r.upheld)),
    row(S.JUDGED,               Close,        S.CLOSED,     PARTIES,     HOUSE(121), with_a_reason),
    row(S.DEMANDED | OPEN,      Withdraw,     S.WITHDRAWN,  BODY,        HOUSE(121), only=OUTGOING),
    row(S.DEMANDED | OPEN,      Withdraw,     S.WITHDRAWN,  CLAIMANT,    HOUSE(121), only=INCOMING),
)
DEADLINES = (
    #    what is owed   begins        within              met by             owed by
    owed("publication", Deliver,      by_law(to_publish), Publish,           EDITORIAL_OFFICE, ART_34,
         owed.moved(NameIssue, lambda r, a, running: Until(a.on)),
         since=lambda r, a: a.received, until=(Withdraw, NoteJudgment)),
    owed("removal",     Deliver,      PROMPTLY,           (Publish, Remove), PRESS_HEAD,       A_SITE,
         since=lambda r, a: a.received, when=lambda r, a: r.medium is Medium.WEBSITE, only=INCOMING,
         until=(Withdraw, Close), provided="what stands there proves wrong"),
    owed("execution",   NoteJudgment, to_carry_out,       Publish,           EDITORIAL_OFFICE, CARRIED_OUT,
         until=Close),
)
# fmt: on
REFUTATION = Lifecycle("refutation", TRANSITIONS, DEADLINES, law=UZ, final=S.PUBLISHED | S.CLOSED | S.WITHDRAWN)
"""The refutation and the reply, from the demand to what came of it."""
