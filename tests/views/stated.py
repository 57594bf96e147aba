"""One file that states something of others, for each line of the table of what is compared: what agrees with them, and
what does not.

What is stated is stated on Tuesday 1 December 2026 at ten; the others are as their lives leave them before that.
"""

from attrs import evolve, field, frozen
from citizens import lives_appeals as of_appeals, lives_receptions as of_receptions
from oversight import (
    lives_acts as of_acts,
    lives_councils as of_councils,
    lives_recommendations as of_recommendations,
    lives_reports as of_reports,
    lives_sessions as of_sessions,
    lives_signals as of_signals,
)
from pendulum import Date, DateTime, datetime
from press import (
    lives_accreditations as of_accreditations,
    lives_briefings as of_briefings,
    lives_channels as of_channels,
    lives_competences as of_competences,
    lives_dialogues as of_dialogues,
    lives_feedback as of_feedback,
    lives_incidents as of_incidents,
    lives_monitoring as of_monitoring,
    lives_press_services as of_services,
    lives_programmes as of_programmes,
    lives_refutations as of_refutations,
    lives_releases as of_releases,
    lives_requests as of_requests,
)

from prcomm import PROCESSES, Action, Entity, Reference, State
from prcomm.citizens.appeals import COMPLAINT, AppealState
from prcomm.core.sources.people import HIDDEN
from prcomm.oversight.acts import HEARING, OversightState
from prcomm.oversight.councils import Council, CouncilState, Elect, Post
from prcomm.oversight.recommendations import FINAL_DOCUMENT, FinalForm, Outcome, RecommendationState
from prcomm.oversight.reports import HoldPressConference
from prcomm.oversight.sessions import FOUNDING, AmendRoll, SessionState
from prcomm.press.accreditations import AccreditationState
from prcomm.press.briefings import ANNUAL, BriefingState
from prcomm.press.channels import On, Text
from prcomm.press.competences import AddDuty, Duty
from prcomm.press.feedback import FeedbackState, Heard
from prcomm.press.incidents import Truth
from prcomm.press.monitoring import Allegation, FoundState
from prcomm.press.press_services import MAIN_DEPARTMENT, ServiceState
from prcomm.press.releases import ReleaseState
from prcomm.press.requests import RequestState
from prcomm.press.speaking import Speaker

T = datetime(2026, 12, 1, 10, tz="Asia/Tashkent")
AFTER = T.add(years=1)
File = Entity[State]


def file(process: str, *actions: Action) -> File:
    """A file in which this was done, lawful or not."""
    entity = PROCESSES[process].audit(actions, AFTER).entity
    assert entity is not None
    assert len(entity.history) == len(actions)
    return entity


def begun(actions: tuple[Action, ...], **said: object) -> tuple[Action, ...]:
    """The same life, begun otherwise."""
    first, *others = actions
    return (evolve(first, **said), *others)


@frozen
class Case:
    """What an action states of other files, rightly; and what makes a conflict of it."""

    process: str
    before: tuple[Action, ...]
    action: Action
    others: tuple[File, ...]
    field: str
    stated: object
    found: object
    wrong: dict[str, object] = field(factory=dict)
    """What is stated otherwise; or else what the others say otherwise."""
    otherwise: tuple[File, ...] = ()

    @property
    def agreeing(self) -> tuple[File, ...]:
        return file(self.process, *self.before, self.action), *self.others

    @property
    def conflicting(self) -> tuple[File, ...]:
        own = file(self.process, *self.before, evolve(self.action, **self.wrong))
        return own, *(self.otherwise or self.others)

    def __str__(self) -> str:
        return f"{self.process} {type(self.action).__name__}.{self.field}"


def now(action: Action, **said: object) -> Action:
    return evolve(action, at=T, **said)


def states(
    process: str, before: tuple[Action, ...], action: Action, others: tuple[File, ...],
    *wrong: tuple[str, object, object, dict[str, object]],
) -> tuple[Case, ...]:  # fmt: skip
    """One action that states several things: of each, what it says wrongly."""
    return tuple(Case(process, before, action, others, name, was, found, said) for name, was, found, said in wrong)


# -- the files of which something is stated

SITE, GONE = (
    file("channel", *begun(of_channels.LIVES[state], case="site"))
    for state in (of_channels.S.ACTIVE, of_channels.S.RETIRED)
)
OUT = file("release", *of_releases.LIVES[ReleaseState.PUBLISHED])
NOT_OUT = file("release", *of_releases.APPROVED)
WORD = evolve(of_incidents.THE_FIRST_LINE, release=OUT.reference)
ANOTHER_INCIDENT = file("incident", evolve(of_incidents.NOTICE, case="0", found=None))
JOINED_INCIDENT = file(
    "incident", evolve(of_incidents.NOTICE, case="0", found=None),
    evolve(of_incidents.JOIN, first=Reference("incident", "9")),
)  # fmt: skip
FALSE = file("monitoring", *of_monitoring.LIVES[FoundState.DISPROVED])
ACCREDITED = file("accreditation", *of_accreditations.LIVES[AccreditationState.ACTIVE])
CHARGED = file("competence", *of_competences.LIVES[of_competences.CompetenceState.CHARGED])
CHARGED_EARLIER = file("competence", evolve(of_competences.CHARGE, at=of_competences.DAY.subtract(hours=1)))
STANDS, ABOLISHED = (
    file("press_service", *of_services.LIVES[state]) for state in (ServiceState.OPERATING, ServiceState.ABOLISHED)
)
ANSWERED = file("feedback", *begun(of_feedback.LIVES[FeedbackState.ANSWERED], event=Reference("briefing", "1")))
OF_THE_PROGRAMME = file(
    "feedback", *begun(of_feedback.LIVES[FeedbackState.ANSWERED], event=Reference("programme", "1"))
)
OF_THE_DIALOGUE = file("feedback", *begun(of_feedback.LIVES[FeedbackState.ANSWERED], event=Reference("dialogue", "1")))
HELD = file("briefing", *of_briefings.LIVES[BriefingState.HELD])
CONFERENCE = file("briefing", *of_briefings.lives(BriefingState.HELD, ANNUAL))
AT_THE_BRIEFING, AT_THE_DIALOGUE, AT_ANOTHER = (
    file("request", *begun(of_requests.LIVES[RequestState.RECEIVED], question=event))
    for event in (Reference("briefing", "1"), Reference("dialogue", "1"), Reference("briefing", "b4"))
)
FIND_IT = evolve(of_monitoring.FIND, case="0", alleges=frozenset({Allegation.CRIME}))
FIRST = file("monitoring", FIND_IT)
JOINED = file("monitoring", FIND_IT, evolve(of_monitoring.JOIN, first=Reference("monitoring", "9")))
CENTRE, NO_CENTRE = (
    file("press_service", *begun(of_services.lives(state, MAIN_DEPARTMENT), case="0"))
    for state in (ServiceState.OPERATING, ServiceState.ABOLISHED)
)
COUNCIL = file("council", *of_councils.LIVES[CouncilState.ACTIVE])
assert isinstance(COUNCIL, Council)
SESSION = file("session", *of_sessions.lives(SessionState.CLOSED, FOUNDING))
SIGNAL = file("signal", *begun(of_signals.LIVES[of_signals.S.FOUND], signal="0"))
ACT = file("oversight", *of_acts.lives(OversightState.DRAWN_UP, HEARING))
DECIDED = file("recommendation", *begun(of_recommendations.lives(RecommendationState.DECIDED, FINAL_DOCUMENT)))
CONSIDERED = file("appeal", *of_appeals.lives(AppealState.CONSIDERED, COMPLAINT))
IN_REVIEW = file("appeal", *of_appeals.lives(AppealState.IN_REVIEW, COMPLAINT))

# -- who speaks

HERE = "a regional IIB"
SPEAKER = Speaker(officer="officer 7", office=HERE, file=Reference("competence", "1"), charged=True)
SPEAKS: tuple[tuple[str, object, object, dict[str, object]], ...] = (
    ("speaker.charged", False, True, {"speaker": evolve(SPEAKER, charged=False)}),
    ("speaker.office", "another body", HERE, {"speaker": evolve(SPEAKER, office="another body")}),
    ("speaker.officer", HIDDEN, HIDDEN, {"speaker": evolve(SPEAKER, officer="officer 8")}),
)


def heard(process: str) -> tuple[Heard, tuple[tuple[str, object, object, dict[str, object]], ...]]:
    """What is stated of feedback, and how it may be wrong."""
    event, another = Reference(process, "1"), Reference(process, "2")
    right = Heard(file=Reference("feedback", "1"), event=event, done=True)
    return right, (
        ("heard.done", False, True, {"heard": evolve(right, done=False)}),
        ("heard.event", another, event, {"heard": evolve(right, event=another)}),
    )


OF_BRIEFING, BRIEFING_WRONG = heard("briefing")
OF_DIALOGUE, DIALOGUE_WRONG = heard("dialogue")
OF_PROGRAMME, PROGRAMME_WRONG = heard("programme")
REQUEST = Reference("request", "q1")
ON = (On(channel=Reference("channel", "site"), active=True),)
NOT_ON = {"on": (evolve(ON[0], active=False),)}
TEXT = Text(file=Reference("release", "1"), release=True, out=True)
OF_TEXT: tuple[tuple[str, object, object, dict[str, object]], ...] = (
    ("what.out", False, True, {"what": evolve(TEXT, out=False)}),
    ("what.blocked", True, False, {"what": evolve(TEXT, blocked=True)}),
)
HELD_ON = Date(2026, 9, 16)
OF_BRIEFING_NOTED: tuple[tuple[str, object, object, dict[str, object]], ...] = (
    ("held", False, True, {"held": False}),
    ("held_on", Date(2026, 9, 14), HELD_ON, {"held_on": Date(2026, 9, 14)}),
    ("offices", frozenset({"x"}), frozenset({HERE}), {"offices": frozenset({"x"})}),
)
NOTED = {"briefing": Reference("briefing", "1"), "held": True, "held_on": HELD_ON, "offices": frozenset({HERE})}
APPEALS = frozenset({Duty.HANDLES_APPEALS})
CRIME = frozenset({Allegation.CRIME})
OF_SESSION: tuple[tuple[str, object, object, dict[str, object]], ...] = (
    ("council", Reference("council", "9"), Reference("council", "1"), {"council": Reference("council", "9")}),
    ("held_at", of_sessions.DAY.add(days=1), of_sessions.DAY, {"held_at": of_sessions.DAY.add(days=1)}),
)
THAT_SESSION = {
    "session": Reference("session", "7"), "council": Reference("council", "1"), "held_at": of_sessions.DAY,
}  # fmt: skip
RECEIVED: DateTime = of_appeals.DAY
OF_APPEAL = {"former": Reference("appeal", "case 1"), "appellants": ("p1",)}
HERS: tuple[str, object, object, dict[str, object]] = ("appellants", HIDDEN, HIDDEN, {"appellants": ("p4",)})
FIRST_ONE: tuple[tuple[str, object, object, dict[str, object]], ...] = (
    HERS,
    ("received", RECEIVED.add(days=1), RECEIVED, {"received": RECEIVED.add(days=1)}),
    ("body", "gas supply", "district IIB", {"body": "gas supply"}),
)
APPEAL_BEGUN = begun(of_appeals.OURS, case="case 2")

# -- one line each

CASES: tuple[Case, ...] = (
    # the press wing
    *states("release", of_releases.APPROVED, now(of_releases.PUBLISH, on=ON), (SITE,), ("on", False, True, NOT_ON)),
    *states("release", of_releases.APPROVED, now(of_releases.CORRECT, on=ON), (SITE,), ("on", False, True, NOT_ON)),
    *states("release", of_releases.APPROVED, now(of_releases.REPORT, on=ON), (SITE,), ("on", False, True, NOT_ON)),
    *(
        Case("release", of_releases.APPROVED, now(action, on=(), closed=frozenset({"site"})), (GONE,), "closed",
             True, False, otherwise=(SITE,))
        for action in (of_releases.CORRECT, of_releases.REPORT)
    ),
    *states("channel", of_channels.ACTIVE, now(of_channels.POST, what=TEXT), (OUT,), *OF_TEXT),
    *states("channel", of_channels.ACTIVE, now(of_channels.AIR, what=TEXT), (OUT,), *OF_TEXT),
    *states("monitoring", (of_monitoring.FIND,), now(of_monitoring.RESPOND, release=OUT.reference), (OUT,),
            ("published", False, True, {"published": False})),
    *states("refutation", (), now(of_refutations.DEMAND, item=FALSE.reference), (FALSE,),
            ("false", False, True, {"false": False}), ("registered", False, True, {"registered": False})),
    *states("briefing", (of_briefings.PLAN,),
            now(of_briefings.ADMIT, certificate=Reference("accreditation", "7"), guest="j1", holder="j1",
                valid_until=Date(2026, 5, 20)), (ACCREDITED,),
            ("active", False, True, {"active": False}),
            ("valid_until", Date(2026, 5, 21), Date(2026, 5, 20), {"valid_until": Date(2026, 5, 21)}),
            ("holder", HIDDEN, HIDDEN, {"holder": "j2"})),
    *states("request", of_requests.REGISTERED, now(of_requests.INTERVIEW, speaker=SPEAKER), (CHARGED,), *SPEAKS),
    *states("briefing", of_briefings.HELD, now(of_briefings.ANSWER, speaker=SPEAKER), (CHARGED,), *SPEAKS),
    *states("briefing", (of_briefings.PLAN,), now(of_briefings.HOLD, speaker=SPEAKER), (CHARGED,), *SPEAKS),
    *states("dialogue", (of_dialogues.PLAN,), now(of_dialogues.HOLD, speaker=SPEAKER), (CHARGED,), *SPEAKS),
    Case("briefing", (of_briefings.PLAN,), now(of_briefings.HOLD), (STANDS,), "office", True, False,
         otherwise=(ABOLISHED,)),
    Case("dialogue", (of_dialogues.PLAN,), now(of_dialogues.HOLD), (STANDS,), "office", True, False,
         otherwise=(ABOLISHED,)),
    *states("competence", (), now(of_competences.CHARGE, case="2", trained_on=Date(2026, 3, 5)), (CHARGED,),
            ("trained_on", None, Date(2026, 3, 5), {"trained_on": None})),
    *states("competence", (evolve(of_competences.CHARGE, case="2", duties=frozenset({Duty.SPEAKS})),),
            AddDuty(at=T, by=of_competences.ACTORS["HEAD"], of=Duty.HANDLES_APPEALS, act="order 4",
                    trained_on=Date(2026, 3, 5)), (CHARGED_EARLIER,),
            ("trained_on", Date(2026, 3, 6), Date(2026, 3, 5), {"trained_on": Date(2026, 3, 6)})),
    Case("briefing", of_briefings.HELD, now(of_briefings.TURN, into=REQUEST), (AT_THE_BRIEFING,), "into",
         Reference("briefing", "1"), Reference("briefing", "b4"), otherwise=(AT_ANOTHER,)),
    Case("dialogue", of_dialogues.HELD, now(of_dialogues.TURN, into=REQUEST), (AT_THE_DIALOGUE,), "into",
         Reference("dialogue", "1"), Reference("briefing", "b4"), otherwise=(AT_ANOTHER,)),
    *states("briefing", of_briefings.HELD, now(of_briefings.CLOSE, heard=OF_BRIEFING), (ANSWERED,), *BRIEFING_WRONG),
    *states("dialogue", of_dialogues.HELD, now(of_dialogues.CLOSE, heard=OF_DIALOGUE), (OF_THE_DIALOGUE,),
            *DIALOGUE_WRONG),
    *states("press_service", (of_services.ESTABLISH,), now(of_services.NOTE, **NOTED), (HELD,), *OF_BRIEFING_NOTED),
    *states("press_service", (of_services.ESTABLISH,), now(of_services.NOTE_CONFERENCE, **NOTED), (CONFERENCE,),
            *OF_BRIEFING_NOTED, ("annual", False, True, {"annual": False})),
    Case("monitoring", (of_monitoring.FIND,), now(of_monitoring.JOIN), (FIRST,), "first", True, False,
         otherwise=(JOINED,)),
    *states("monitoring", (of_monitoring.FIND,), now(of_monitoring.JOIN, alleged=CRIME), (FIRST,),
            ("alleged", frozenset(Allegation), CRIME, {"alleged": frozenset(Allegation)})),
    Case("press_service", (), now(of_services.ESTABLISH, kind=MAIN_DEPARTMENT), (NO_CENTRE,), "kind", True, False,
         otherwise=(CENTRE,)),

    *states("programme", of_programmes.EVALUATED, now(of_programmes.CLOSE, heard=OF_PROGRAMME), (OF_THE_PROGRAMME,),
            *PROGRAMME_WRONG),
    *states("incident", (of_incidents.NOTICE,), now(of_incidents.VERIFY, found=FALSE.reference, truth=Truth.DISPROVED),
            (FALSE,), ("truth", Truth.CONFIRMED, Truth.DISPROVED, {"truth": Truth.CONFIRMED})),
    *(
        Case("incident", of_incidents.SPOKEN[:2], now(action, line=WORD), (OUT,), "line.published", False, True,
             {"line": evolve(WORD, published=False)})
        for action in (of_incidents.SAY_FIRST, of_incidents.UPDATE)
    ),
    *(
        Case("incident", (*of_incidents.SPOKEN[:2], of_incidents.PROMISE), now(action, release=OUT.reference), (OUT,),
             "release", True, False, otherwise=(NOT_OUT,))
        for action in (of_incidents.KEEP, of_incidents.GIVE_UP)
    ),
    Case("incident", (of_incidents.NOTICE,), now(of_incidents.JOIN), (ANOTHER_INCIDENT,), "first", True, False,
         otherwise=(JOINED_INCIDENT,)),

    # oversight
    *states("session", (), now(of_sessions.PLAN, council=COUNCIL.reference, roll=COUNCIL.appointed), (COUNCIL,),
            ("council_state", CouncilState.FORMING, CouncilState.ACTIVE, {"council_state": CouncilState.FORMING}),
            ("roll", HIDDEN, HIDDEN, {"roll": ("aʼzo",)})),
    *states("session", (of_sessions.PLAN,), AmendRoll(at=T, by=of_sessions.KEEPER, council=COUNCIL.reference,
            roll=COUNCIL.appointed), (COUNCIL,), ("roll", HIDDEN, HIDDEN, {"roll": ()})),
    *states("session", (of_sessions.PLAN,), now(of_sessions.OPEN, council=COUNCIL.reference, posts=COUNCIL.filled),
            (COUNCIL,),
            ("council_state", CouncilState.FORMING, CouncilState.ACTIVE, {"council_state": CouncilState.FORMING}),
            ("posts", HIDDEN, HIDDEN, {"posts": ()})),
    *states("council", of_councils.FORMED,
            now(of_councils.ACTIVATE, **THAT_SESSION, chair="", deputy="", secretary=""), (SESSION,), *OF_SESSION,
            ("founding", False, True, {"founding": False}), ("chair", HIDDEN, HIDDEN, {"chair": "rais"}),
            ("deputy", HIDDEN, HIDDEN, {"deputy": "rais"}), ("secretary", HIDDEN, HIDDEN, {"secretary": "rais"})),
    *states("council", of_councils.FORMED,
            Elect(at=T, by=of_councils.KEEPER, post=Post.CHAIR, elected="", **THAT_SESSION), (SESSION,), *OF_SESSION,
            ("elected", HIDDEN, HIDDEN, {"elected": "rais"})),
    *states("council", of_councils.FORMED, now(of_councils.NOTE, **THAT_SESSION), (SESSION,), *OF_SESSION,
            ("held", False, True, {"held": False})),
    *states("signal", of_signals.STUDIED, now(of_signals.APPROVE, session=Reference("session", "7"),
            council=Reference("council", "1"), result="digest 8"), (SESSION,), OF_SESSION[0],
            ("adopted", True, False, {"result": "digest 1"})),
    *states("signal", (of_signals.NOTE,), now(of_signals.JOIN), (SIGNAL,),
            ("first_open", False, True, {"first_open": False}),
            ("about", "a city IIB", "a district IIB", {"about": "a city IIB"})),
    *states("recommendation", (), now(of_recommendations.ADOPT, rests_on=Reference("session", "7"),
            author=Reference("council", "1"), content="digest 8"), (SESSION,),
            ("author", Reference("council", "9"), Reference("council", "1"), {"author": Reference("council", "9")}),
            ("decided", True, False, {"content": "digest 1"})),
    *states("recommendation", (), now(of_recommendations.ADOPT, kind=FINAL_DOCUMENT, author=None, decided=False,
            rests_on=Reference("oversight", "o1"), content="document 1", organiser="p1", by_a_subject=True,
            form=FinalForm.CONCLUSION), (ACT,),
            ("content", "document 2", "document 1", {"content": "document 2"}),
            ("by_a_subject", False, True, {"by_a_subject": False}),
            ("organiser", HIDDEN, HIDDEN, {"organiser": "p2"}),
            ("form", None, FinalForm.CONCLUSION, {"form": None})),
    *states("oversight", (of_acts.UNDERTAKE,), now(of_acts.NOTE, document="digest 1"), (DECIDED,),
            ("document", "digest 9", "digest 1", {"document": "digest 9"}),
            ("outcome", None, Outcome.ACCEPTED, {"outcome": None}),
            ("none_came", True, False, {"none_came": True})),
    *states("reports", (of_reports.OPEN,), HoldPressConference(at=T, by=of_reports.ACTORS["HEAD"], period="2026",
            briefing=Reference("briefing", "1"), held=True, annual=True, of_office=HERE), (CONFERENCE,),
            ("held", False, True, {"held": False}), ("annual", False, True, {"annual": False}),
            ("of_office", "another body", HERE, {"of_office": "another body"})),

    # citizens
    *states("appeal", APPEAL_BEGUN, now(of_appeals.LINK, **OF_APPEAL, decided=RECEIVED), (CONSIDERED,), HERS,
            ("decided", None, RECEIVED, {"decided": None}),
            ("correspondence_ended", True, False, {"correspondence_ended": True}),
            ("answered", False, True, {"answered": False})),
    *states("appeal", APPEAL_BEGUN, now(of_appeals.JOIN, **OF_APPEAL, received=RECEIVED), (IN_REVIEW,), *FIRST_ONE,
            ("pending", False, True, {"pending": False})),
    *states("appeal", APPEAL_BEGUN, now(of_appeals.INFORM, **OF_APPEAL, received=RECEIVED), (CONSIDERED,), *FIRST_ONE,
            ("answered", False, True, {"answered": False})),
    *states("reception", (of_receptions.ASK,), now(of_receptions.REFUSE, **OF_APPEAL), (CONSIDERED,), HERS,
            ("decided", False, True, {"decided": False}), ("told", False, True, {"told": False})),
)  # fmt: skip
"""For each line one that agrees, and one that does not."""
EXISTING: tuple[tuple[str, tuple[Action, ...], Action, str, File], ...] = (
    ("incident", of_incidents.SPOKEN[:1], now(of_incidents.DECIDE, briefing=Reference("briefing", "1")), "briefing",
     file("briefing", of_briefings.PLAN)),
    ("incident", of_incidents.SPOKEN[:1], now(of_incidents.REFER, to=Reference("signal", "0")), "to", SIGNAL),
    ("feedback", (of_feedback.OPEN, of_feedback.COLLECT), now(of_feedback.TURN, into=REQUEST), "into", AT_THE_BRIEFING),
    ("request", of_requests.REGISTERED[:1], now(of_requests.TURN, into=Reference("appeal", "case 1")), "into",
     CONSIDERED),
    ("monitoring", (of_monitoring.FIND,), now(of_monitoring.HAND_TO_COUNCIL, signal=Reference("signal", "0")),
     "signal", SIGNAL),
    ("monitoring", (of_monitoring.FIND,), now(of_monitoring.ASK_REFUTATION, refutation=Reference("refutation", "1")),
     "refutation", file("refutation", evolve(of_refutations.DEMAND, item=None))),
)  # fmt: skip
"""References by which nothing is said but that the file is there."""
