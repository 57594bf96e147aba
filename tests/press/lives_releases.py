"""How a release comes to each state, and what may be done about it: what the second book of releases is tried on.

All is done on Monday 2 February 2026 at ten o'clock.
"""

from attrs import evolve, field, frozen
from pendulum import DateTime, datetime
from second_book import File

from prcomm import Action, Actor, Reference
from prcomm.core.sources.people import Person
from prcomm.law import office
from prcomm.law.mass_media import MASS_MEDIA
from prcomm.law.roles import AUTHORISED, COURT, HEAD, OTHER_BODY, PRESS_HEAD, PRESS_OFFICER
from prcomm.press.channels import On
from prcomm.press.releases import (
    Approve,
    AskCorrection,
    Correct,
    CorrectData,
    DeclineData,
    DemandRehabilitation,
    Draft,
    DraftCorrection,
    Drop,
    Embargo,
    FindWrong,
    LiftEmbargo,
    Mention,
    NamingGround,
    Permission,
    Permitter,
    Publish,
    Redraft,
    ReleaseAction,
    ReleaseState,
    ReportRehabilitation,
    SendBack,
    SetEmbargo,
    Shown,
    Submit,
    TakeBackFinding,
    TakeDown,
    Use,
    Withdraw,
)
from prcomm.press.roles import CLAIMANT, DUTY_OFFICER, SUBJECT

LAW = MASS_MEDIA
BODY = office("a regional IIB")
DAY = datetime(2026, 2, 2, 10, tz=BODY.tz)
ACTORS = {
    "PRESS_OFFICER": Actor("press officer", PRESS_OFFICER),
    "PRESS_HEAD": Actor("press head", PRESS_HEAD),
    "HEAD": Actor("head", HEAD),
    "AUTHORISED": Actor("deputy head", AUTHORISED),
    "DUTY_OFFICER": Actor("duty officer", DUTY_OFFICER),
    "CLAIMANT": Actor("p6", CLAIMANT),
    "COURT": Actor("court", COURT),
    "OTHER_BODY": Actor("prosecutor", OTHER_BODY),
    "SUBJECT": Actor("p7", SUBJECT),
}
OFFICER = Actor("author", PRESS_OFFICER)
"""Who writes."""
CHIEF, HEAD_OF_BODY = ACTORS["PRESS_HEAD"], ACTORS["HEAD"]
WHO_REDRAFTS = Actor("another officer", PRESS_OFFICER)
THE_AUTHOR_AS_HEAD = WHO_DRAFTED_IT_AS_HEAD = Actor(OFFICER.id, PRESS_HEAD)
WHO_REDRAFTED = Actor(WHO_REDRAFTS.id, PRESS_HEAD)
A_THIRD_PERSON = HEAD_OF_BODY

SITE, PAGE, TV = (Reference("channel", one) for one in ("site", "page", "tv"))
ON_THE_SITE = (On(channel=SITE, active=True),)
ON_THE_PAGE = (On(channel=PAGE, active=True),)
ON_A_SUSPENDED_SITE = (On(channel=SITE, active=False),)
ON_A_SUSPENDED_PAGE = (On(channel=PAGE, active=False),)
ON_THE_SITE_AND_A_SUSPENDED_PAGE = (*ON_THE_SITE, *ON_A_SUSPENDED_PAGE)
ON_BOTH = ON_TWO_OF_THREE = (*ON_THE_SITE, *ON_THE_PAGE)
ON_ALL_THREE = (*ON_BOTH, On(channel=TV, active=True))

SOMEBODY, ANOTHER = Person("p8", "Surname Name"), Person("p9", "Another Name")
G = NamingGround
INITIALS = (Mention(SOMEBODY, Shown.INITIALS_AND_BIRTH_YEAR),)
A_NAME_WITHOUT_GROUND = (Mention(SOMEBODY, Shown.NAME),)
IDENTIFIABLE_WITHOUT_GROUND = (Mention(SOMEBODY, Shown.IDENTIFIABLE),)
OF_ONE_WANTED = (Mention(SOMEBODY, Shown.NAME, G.WANTED),)

SPOKEN = Permission(Permitter.INVESTIGATOR, "14", written=False)
WITHOUT_NUMBER = Permission(Permitter.INVESTIGATOR, "", written=True)
OF_SOMEBODY_ELSE = Permission(None, "14", written=True)
OF_THE_INVESTIGATOR, OF_THE_PROSECUTOR, OF_THE_INQUIRER = (
    Permission(one, "14", written=True) for one in (Permitter.INVESTIGATOR, Permitter.PROSECUTOR, Permitter.INQUIRER)
)

THE_INSTANT = DAY.at(11)
THE_INSTANT_IN_UTC = datetime(2026, 2, 2, 6, tz="UTC")
A_SECOND_BEFORE_THE_INSTANT = DAY.at(10, 59, 59)
THE_INSTANT_OF_3_AUGUST = datetime(2026, 8, 3, 18, tz=BODY.tz)
A_MINUTE_AFTER_3_AUGUST = THE_INSTANT_OF_3_AUGUST.add(minutes=1)
NOON_OF_3_AUGUST = THE_INSTANT_OF_3_AUGUST.at(12)
MEDIA = ("the media that got it",)
EMBARGO = Embargo(THE_INSTANT, MEDIA, frozenset({Use.PUBLISH}))
UNTIL_A_PAST_INSTANT = evolve(EMBARGO, until=DAY.subtract(seconds=1))
BINDING_NOBODY = evolve(EMBARGO, binds=())
BLOCKING_NOTHING = evolve(EMBARGO, blocks=frozenset())
OF_BROADCASTING = Embargo(THE_INSTANT_OF_3_AUGUST, MEDIA, frozenset({Use.BROADCAST}))

DRAFT = Draft(at=DAY, by=OFFICER, case="1", office=BODY, digest="digest 1")
REDRAFT = Redraft(
    at=DAY, by=WHO_REDRAFTS, digest="digest 2", of_investigation=False, from_crime_work=False, tells_of_restraint=False,
    mentions=INITIALS,
)  # fmt: skip
SUBMIT = Submit(at=DAY, by=OFFICER)
SEND_BACK = SendBack(at=DAY, by=CHIEF, reason="digest 3")
APPROVE = Approve(at=DAY, by=CHIEF, no_secret=True, permission=None, guilt_stated=False)
SET_EMBARGO = SetEmbargo(at=DAY, by=CHIEF, embargo=EMBARGO)
LIFT_EMBARGO = LiftEmbargo(at=DAY, by=CHIEF)
PUBLISH = Publish(at=DAY, by=OFFICER, on=ON_THE_SITE)
DROP = Drop(at=DAY, by=CHIEF, reason="digest 3")
FIND_WRONG = FindWrong(at=DAY, by=OFFICER)
TAKE_BACK = TakeBackFinding(at=DAY, by=CHIEF, reason="digest 3")
DRAFT_CORRECTION = DraftCorrection(at=DAY, by=OFFICER, what="digest 1", digest="digest 4")
CORRECT = Correct(at=DAY, by=CHIEF, on=ON_THE_SITE, no_secret=True, permission=None, guilt_stated=False)
TAKE_DOWN = TakeDown(at=DAY, by=OFFICER, channel="site")
WITHDRAW = Withdraw(at=DAY, by=CHIEF, reason="digest 3")
DEMAND = DemandRehabilitation(at=DAY, by=ACTORS["CLAIMANT"], demand="d1")
REPORT = ReportRehabilitation(at=DAY, by=CHIEF, demand="d1", on=ON_THE_SITE)
ASK = AskCorrection(at=DAY, by=ACTORS["SUBJECT"], request="r1")
CORRECT_DATA = CorrectData(at=DAY, by=OFFICER, request="r1")
DECLINE = DeclineData(at=DAY, by=CHIEF, request="r1", proved=False)
EXAMPLES: tuple[ReleaseAction, ...] = (
    DRAFT, REDRAFT, SUBMIT, SEND_BACK, APPROVE, SET_EMBARGO, LIFT_EMBARGO, PUBLISH, DROP, FIND_WRONG, TAKE_BACK,
    DRAFT_CORRECTION, CORRECT, TAKE_DOWN, WITHDRAW, DEMAND, REPORT, ASK, CORRECT_DATA, DECLINE,
)  # fmt: skip
"""Each action once, as it is lawful wherever it has a place."""

S = ReleaseState
APPROVED = (DRAFT, SUBMIT, APPROVE)
LIVES = {
    S.DRAFTED: (DRAFT,),
    S.SUBMITTED: (DRAFT, SUBMIT),
    S.APPROVED: APPROVED,
    S.EMBARGOED: (*APPROVED, SET_EMBARGO),
    S.PUBLISHED: (*APPROVED, PUBLISH),
    S.CORRECTED: (*APPROVED, PUBLISH, DRAFT_CORRECTION, CORRECT),
    S.WITHDRAWN: (*APPROVED, PUBLISH, TAKE_DOWN, WITHDRAW),
    S.DROPPED: (DRAFT, DROP),
}


def lives(state: ReleaseState, kind: None = None) -> tuple[ReleaseAction, ...]:
    """What leads a release to a state."""
    return LIVES[state]


@frozen
class Later:
    """The file in which something was done after all the rest."""

    done: tuple[Action, ...] = field(converter=tuple)

    def of(self, steps: tuple[Action, ...]) -> tuple[Action, ...]:
        return (*steps, *self.done)


@frozen
class On3June2019:
    """The file of a release of that day."""

    def of(self, steps: tuple[Action, ...]) -> tuple[Action, ...]:
        return tuple(evolve(step, at=DAY.on(2019, 6, 3)) for step in steps)


@frozen
class Embargoed:
    """The file of a release whose broadcasting was blocked before it went out."""

    def of(self, steps: tuple[Action, ...]) -> tuple[Action, ...]:
        changed = File(changed={SetEmbargo: {"embargo": OF_BROADCASTING}}).of(steps)
        before = File(after={Approve: (evolve(SET_EMBARGO, embargo=OF_BROADCASTING),)}).of(steps)
        return changed or (before if PUBLISH in steps else ())


def telling(*mentions: Mention) -> File:
    """The file of a release that tells of somebody."""
    return File(changed={Draft: {"mentions": mentions}})


def later(*done: Action) -> Later:
    return Later(done)


def on(day: DateTime, action: Action, **fields: object) -> Action:
    return evolve(action, at=day, **fields)


def corrected_by(**fields: object) -> Later:
    return later(FIND_WRONG, evolve(DRAFT_CORRECTION, **fields))


def named(ground: NamingGround, shown: Shown = Shown.NAME) -> File:
    return telling(Mention(SOMEBODY, shown, ground))


FILES = {
    "a name without ground": telling(*A_NAME_WITHOUT_GROUND),
    "identifiable without ground": telling(*IDENTIFIABLE_WITHOUT_GROUND),
    "initials and birth year": telling(*INITIALS),
    "the role only": telling(Mention(SOMEBODY, Shown.ROLE_ONLY)),
    "a name by consent": named(G.CONSENT),
    "a name in official capacity": named(G.OFFICIAL_CAPACITY),
    "a name of one wanted": named(G.WANTED),
    "a name by a judgment in force": named(G.JUDGMENT_IN_FORCE),
    "a name by another law": named(G.OTHER_LAW),
    "identifiable by consent": named(G.CONSENT, Shown.IDENTIFIABLE),
    "one name with ground and one without": telling(*OF_ONE_WANTED, Mention(ANOTHER, Shown.NAME)),
    "a name without ground, sent back and unchanged": File(
        changed={Draft: {"mentions": A_NAME_WITHOUT_GROUND}}, after={Submit: (SEND_BACK, SUBMIT)}
    ),
    "redrafted with initials": File(
        changed={Draft: {"mentions": A_NAME_WITHOUT_GROUND}}, after={Submit: (SEND_BACK, REDRAFT, SUBMIT)}
    ),
    "sent back and submitted again": File(after={Submit: (SEND_BACK, SUBMIT)}),
    "of the investigation": File(changed={Draft: {"of_investigation": True}}),
    "from crime work": File(changed={Draft: {"from_crime_work": True}}),
    "tells of restraint": File(changed={Draft: {"tells_of_restraint": True}}),
    "drafted on 3 June 2019": On3June2019(),
    "broadcasting blocked until 3 August": Embargoed(),
    "embargo lifted": File(after={Approve: (SET_EMBARGO, LIFT_EMBARGO)}),
    "out in two channels": File(changed={Publish: {"on": ON_BOTH}}),
    "out in three channels": File(changed={Publish: {"on": ON_ALL_THREE}}),
    "found wrong": later(FIND_WRONG),
    "found wrong and taken back": later(FIND_WRONG, TAKE_BACK),
    "found wrong and taken down": later(FIND_WRONG, TAKE_DOWN),
    "found wrong and taken down in two": later(FIND_WRONG, TAKE_DOWN, evolve(TAKE_DOWN, channel="page")),
    "found wrong and taken down in three": later(
        FIND_WRONG, *(evolve(TAKE_DOWN, channel=one) for one in ("site", "page", "tv"))
    ),
    "a correction drafted": corrected_by(),
    "a correction drafted with a name without ground": corrected_by(mentions=A_NAME_WITHOUT_GROUND),
    "a correction drafted with one identifiable without ground": corrected_by(mentions=IDENTIFIABLE_WITHOUT_GROUND),
    "a correction drafted with a name of one wanted": corrected_by(mentions=OF_ONE_WANTED),
    "a correction drafted of the investigation": corrected_by(of_investigation=True),
    "a correction drafted and the page taken down": later(
        FIND_WRONG, DRAFT_CORRECTION, evolve(TAKE_DOWN, channel="page")
    ),
    "a correction drafted and the site taken down": later(FIND_WRONG, DRAFT_CORRECTION, TAKE_DOWN),
    "demanded": later(DEMAND),
    "demanded on 31 August": later(on(DAY.on(2026, 8, 31), DEMAND)),
    "demanded on 12 January 2027": later(on(DAY.on(2027, 1, 12), DEMAND)),
    "demanded on 12 and 20 January 2027": later(
        on(DAY.on(2027, 1, 12), DEMAND), on(DAY.on(2027, 1, 20), DEMAND, demand="d2")
    ),
    "a correction of data asked": later(ASK),
    "a correction of data asked on 6 February": later(on(DAY.on(2026, 2, 6), ASK)),
    "a correction of data asked on 19 March": later(on(DAY.on(2026, 3, 19), ASK)),
    "a correction of data made": later(ASK, CORRECT_DATA),
}
"""How the file of a release may differ, in the words of the book."""
