"""How an appeal comes to each state, and what may be done about it: what the second book of appeals is tried on.

All is done on Thursday 5 March 2026 at ten o'clock; in a week of five days 7 to 9 March and 20 to 23 March are off.
"""

from attrs import evolve
from citizens.cases import (
    ANOTHER_BODY,
    BEKZOD,
    CHIEF,
    CITIZEN,
    DEPUTY,
    FOR_HER,
    NODIRA,
    REGISTRY,
    SON,
    UNFOUNDED,
    WORKER,
    ask,
    assign,
    at,
    decide,
    extend,
    forward,
    give_back,
    leave,
    notify,
    on,
    on_the_spot,
    put_on_control,
    receive,
    register,
    reply,
    study,
    terminate,
    withdraw,
)
from second_book import File

from prcomm import Actor, Reference
from prcomm.citizens.appeals import (
    LETTER,
    PROPOSAL,
    AddMaterials,
    AnsweredQuestion,
    AppealAction,
    AppealKind,
    AppealState,
    AskClarification,
    Assign,
    Channel,
    Clarify,
    Correct,
    DeclineInformation,
    Divert,
    EndingGround,
    Fact,
    Form,
    GiveInformation,
    Hear,
    InformAnswered,
    InterimReply,
    Join,
    LayAside,
    Leave,
    LeavingGround,
    Link,
    Need,
    NoteEnclosures,
    Notice,
    ProtectIdentity,
    Receive,
    RefuseRegistration,
    Register,
    RestoreFiling,
    ReturnWithdrawn,
    SendReply,
    ShowFile,
    Summon,
    TakeOffControl,
    Terminate,
    Visit,
    Why,
    Withdrawal,
)
from prcomm.law import ORQ445
from prcomm.law.roles import OTHER_BODY

LAW = ORQ445
DAY = at(3, 5)
THIS = Reference("appeal", "case 1")
ACTORS = {
    "REGISTRAR": REGISTRY,
    "HEAD": CHIEF,
    "AUTHORISED": DEPUTY,
    "EXECUTOR": WORKER,
    "APPELLANT": CITIZEN,
    "REPRESENTATIVE": FOR_HER,
    "OTHER_BODY": ANOTHER_BODY,
}
TAX_OFFICE = Actor("tax office", OTHER_BODY)
WITHOUT_GROUNDS = (AnsweredQuestion("1", ""),)
OF_HERS = {"at": DAY, "former": Reference("appeal", "case 0"), "appellants": ("p1",)}

RECEIVE = receive(DAY, against=("the accused",))
ON_THE_SPOT = on_the_spot(DAY)
REGISTER = register(DAY)
LINK = Link(by=REGISTRY, why=Why.DISAGREEMENT, decided=at(3, 1), **OF_HERS)
JOIN = Join(by=DEPUTY, pending=True, exact_copy=True, **OF_HERS)
INFORM = InformAnswered(by=DEPUTY, answered=True, exact_copy=True, **OF_HERS)
LEAVE = leave(DAY, LeavingGround.OTHER_REQUIREMENT, requirement="art. 6(3)")
DIVERT = Divert(at=DAY, by=DEPUTY, procedure="criminal procedure")
LAY_ASIDE = LayAside(at=DAY, by=DEPUTY)
STUDY = study(DAY, Need.STUDY)
EXTEND = extend(DAY, on(4, 10))
"""Within a month of 20 March, the last day without study, and of 5 April, the last day with it."""
SUMMON = Summon(at=DAY, by=WORKER, needed=True)
WITHDRAW = withdraw(DAY)
TERMINATE = terminate(DAY, EndingGround.DIED, Fact.DIED, Fact.NO_SUCCESSION)
RETURN_WITHDRAWN = ReturnWithdrawn(at=DAY, by=WORKER)
ASK_CLARIFICATION = AskClarification(at=DAY, by=CITIZEN)
OFF = TakeOffControl(at=DAY, by=CHIEF)

EXAMPLES: tuple[AppealAction, ...] = (
    RECEIVE,
    ON_THE_SPOT,
    REGISTER,
    RefuseRegistration(at=DAY, by=REGISTRY),
    NoteEnclosures(at=DAY, by=REGISTRY, copy_sent=True),
    AddMaterials(at=DAY, by=CITIZEN),
    ProtectIdentity(at=DAY, by=CITIZEN),
    Correct(at=DAY, by=REGISTRY, record=0, field="content", value="digest 9", why="sheet 3"),
    LINK,
    JOIN,
    INFORM,
    RestoreFiling(at=DAY, by=DEPUTY, valid_reason=True),
    LEAVE,
    forward(DAY),
    give_back(DAY),
    DIVERT,
    LAY_ASIDE,
    put_on_control(DAY),
    assign(DAY),
    ask(DAY),
    GiveInformation(at=DAY, by=ANOTHER_BODY, request="1"),
    DeclineInformation(at=DAY, by=ANOTHER_BODY, request="1", protected=True),
    STUDY,
    EXTEND,
    Hear(at=DAY, by=WORKER),
    Visit(at=DAY, by=WORKER),
    SUMMON,
    ShowFile(at=DAY, by=WORKER, protected=False),
    InterimReply(at=DAY, by=WORKER),
    decide(DAY),
    reply(DAY),
    WITHDRAW,
    TERMINATE,
    RETURN_WITHDRAWN,
    notify(DAY, Notice.EXTENDED),
    ASK_CLARIFICATION,
    Clarify(at=DAY, by=CHIEF, substance_changed=False),
    OFF,
)
"""Each action once, as it is lawful wherever it has a place."""

S = AppealState
OURS = (RECEIVE, REGISTER, assign(DAY))
LIVES = {
    S.RECEIVED: (RECEIVE,),
    S.REGISTERED: (RECEIVE, REGISTER),
    S.IN_REVIEW: OURS,
    S.EXTRA_STUDY: (*OURS, STUDY),
    S.EXTENDED: (*OURS, EXTEND),
    S.DECIDED: (*OURS, decide(DAY)),
    S.CONSIDERED: (*OURS, decide(DAY), reply(DAY)),
    S.OFF_CONTROL: (*OURS, put_on_control(DAY), decide(DAY), reply(DAY), OFF),
    S.SOLVED_ON_SPOT: (ON_THE_SPOT,),
    S.FORWARDED: (*OURS, forward(DAY)),
    S.RETURNED: (*OURS, give_back(DAY)),
    S.DIVERTED: (*OURS, DIVERT),
    S.JOINED: (*OURS, JOIN),
    S.INFORMED: (*OURS, INFORM),
    S.LEFT: (*OURS, LEAVE),
    S.TERMINATED: (*OURS, TERMINATE),
    S.LAID_ASIDE: (RECEIVE, REGISTER, LAY_ASIDE),
}
OF_A_LETTER = (S.RECEIVED, S.REGISTERED, S.LAID_ASIDE)


def lives(state: AppealState, kind: AppealKind) -> tuple[AppealAction, ...]:
    """What leads an appeal of a kind to a state; nothing if it never comes there (25(7), 28(3))."""
    if (state in OF_A_LETTER) if kind is LETTER else (state is not S.LAID_ASIDE):
        first, *others = LIVES[state]
        return () if kind is PROPOSAL and state is S.EXTENDED else (evolve(first, kind=kind), *others)
    return ()


def said(**fields: object) -> File:
    """The file of an appeal that said something else."""
    return File(changed={Receive: fields})


def entered(*done: AppealAction) -> File:
    """The file of an appeal about which something was done once it was registered."""
    return File(after={Register: done})


def ended(ground: EndingGround, *facts: Fact) -> File:
    """The file of an appeal that was ended on another ground."""
    return File(changed={Terminate: {"ground": ground, "facts": frozenset(facts)}})


FILES = {
    "of a minor": said(minor=True),
    "unsigned": said(signed=False),
    "nameless": said(named=False),
    "nobody": said(appellants=()),
    "unidentified": said(identified=False, form=Form.ELECTRONIC, channel=Channel.OFFICIAL_SITE),
    "without authority": said(representative=SON),
    "through her son": said(representative=SON, authority="digest 5"),
    "collective": said(appellants=(NODIRA, BEKZOD)),
    "reply asked to p2": said(reply_to="p2"),
    "two questions": said(questions=("1", "2")),
    "filed late": said(learned=on(1, 5, 2025)),
    "authority proved": entered(AddMaterials(at=DAY, by=FOR_HER, authority="digest 5")),
    "repeat": entered(LINK),
    "repeat after the end of correspondence": entered(evolve(LINK, correspondence_ended=True)),
    "withdrawn": entered(WITHDRAW),
    "end asked": entered(withdraw(DAY, Withdrawal.END_ASKED)),
    "on control": entered(put_on_control(DAY)),
    "information asked": File(after={Assign: (ask(DAY),)}),
    "summoned": File(after={Assign: (SUMMON,)}),
    "explanation asked": File(after={SendReply: (ASK_CLARIFICATION,)}),
    "not assigned": File(without=(Assign,)),
    "left for want of authority": File(changed={Leave: {"ground": LeavingGround.NO_AUTHORITY}}),
    "ended as withdrawn": ended(EndingGround.WITHDRAWN),
    "ended as unfounded": ended(EndingGround.UNFOUNDED_REPEAT, *UNFOUNDED),
    "ended for a no-show": ended(EndingGround.NO_SHOW, Fact.APPELLANT_NEEDED, Fact.DID_NOT_COME),
    "already returned": File(after={Terminate: (RETURN_WITHDRAWN,)}),
}
"""How the file of an appeal may differ, in the words of the book."""
