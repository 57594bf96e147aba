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
    FIRM,
    FOR_HER,
    NODIRA,
    OVERSEER,
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
    APPLICATION,
    LETTER,
    PROPOSAL,
    AddMaterials,
    AnsweredQuestion,
    AnswerRequest,
    AppealAction,
    AppealKind,
    AppealState,
    AskAppellant,
    AskClarification,
    AskProgress,
    Assign,
    BringIn,
    Channel,
    Clarify,
    Complete,
    Correct,
    Decide,
    DeclineInformation,
    Divert,
    EndingGround,
    Extend,
    Fact,
    Form,
    ForwardPart,
    GiveInformation,
    Hear,
    InformAnswered,
    InterimReply,
    Join,
    KeepPart,
    LayAside,
    Leave,
    LeavingGround,
    Link,
    Need,
    NoteDeath,
    NoteEnclosures,
    NoteExecution,
    Notice,
    Outcome,
    ProtectIdentity,
    PutOnSuperiorControl,
    Receive,
    Recognise,
    RefuseRegistration,
    Register,
    Requirement,
    RestoreFiling,
    ReturnEnclosures,
    ReturnWithdrawn,
    SendReply,
    SetApart,
    ShowFile,
    Summon,
    TakeMeasures,
    TakeOffControl,
    TakeOffSuperiorControl,
    Terminate,
    Visit,
    Why,
    Withdrawal,
)
from prcomm.law import ORQ445
from prcomm.law.roles import APPELLANT, AUTHORISED, EXECUTOR, HEAD, OTHER_BODY, SUPERIOR

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
    "SUPERIOR": OVERSEER,
}
OF_THE_FIRM = Actor("firm", APPELLANT)
TAX_OFFICE = Actor("tax office", OTHER_BODY)
ANOTHER_WORKER = Actor("another", EXECUTOR)
A_STRANGER, HE = Actor("p9", APPELLANT), Actor("p2", APPELLANT)
THE_ACCUSED, THE_ACCUSED_HEAD = Actor("the accused", AUTHORISED), Actor("the accused", HEAD)
THE_ACCUSED_WORKER = Actor("the accused", EXECUTOR, "unit 3")
WITHOUT_GROUNDS = (AnsweredQuestion("1", ""),)
OF_HERS = {"at": DAY, "former": Reference("appeal", "case 0"), "appellants": ("p1",)}
A_COPY = {"by": DEPUTY, "exact_copy": True, "received": at(3, 4), "body": "district IIB"} | OF_HERS

RECEIVE = receive(DAY, against=("the accused",))
ON_THE_SPOT = on_the_spot(DAY)
REGISTER = register(DAY)
LINK = Link(by=REGISTRY, why=Why.DISAGREEMENT, decided=at(3, 1), **OF_HERS)
JOIN = Join(pending=True, **A_COPY)
INFORM = InformAnswered(answered=True, **A_COPY)
LEAVE = leave(DAY, LeavingGround.OTHER_REQUIREMENT, requirement=Requirement.ADDRESSEE_AND_SUBSTANCE)
DIVERT = Divert(at=DAY, by=DEPUTY, procedure="criminal procedure")
LAY_ASIDE = LayAside(at=DAY, by=DEPUTY)
STUDY = study(DAY, Need.STUDY)
EXTEND = extend(DAY, on(4, 10))
"""Within a month of 20 March, the last day without study, and of 5 April, the last day with it."""
SUMMON = Summon(at=DAY, by=WORKER, needed=True)
WITHDRAW = withdraw(DAY)
NOTE_DEATH = NoteDeath(at=DAY, by=WORKER, who="p2", no_succession=True)
TERMINATE = terminate(DAY, EndingGround.DIED, Fact.DIED, Fact.NO_SUCCESSION)
RETURN_WITHDRAWN = ReturnWithdrawn(at=DAY, by=WORKER)
ASK_CLARIFICATION = AskClarification(at=DAY, by=CITIZEN)
OFF = TakeOffControl(at=DAY, by=CHIEF)
SET_APART = SetApart(at=DAY, by=DEPUTY, part="2", questions=("2",))
ASK_HER = AskAppellant(at=DAY, by=WORKER, request="1")
WATCH = PutOnSuperiorControl(at=DAY, by=OVERSEER, control="1")
OTHER_OVERSEER = Actor("another overseer", SUPERIOR, "ministry")

EXAMPLES: tuple[AppealAction, ...] = (
    RECEIVE,
    ON_THE_SPOT,
    REGISTER,
    RefuseRegistration(at=DAY, by=REGISTRY),
    NoteEnclosures(at=DAY, by=REGISTRY, copy_sent=True),
    AddMaterials(at=DAY, by=CITIZEN),
    Complete(at=DAY, by=CITIZEN, named=True, signed=True, identified=True),
    Recognise(at=DAY, by=DEPUTY, kind=APPLICATION),
    ReturnEnclosures(at=DAY, by=WORKER, asked_in_writing=True),
    ProtectIdentity(at=DAY, by=CITIZEN),
    Correct(at=DAY, by=REGISTRY, record=0, field="content", value="digest 9", why="sheet 3"),
    LINK,
    JOIN,
    INFORM,
    RestoreFiling(at=DAY, by=DEPUTY, valid_reason=True),
    LEAVE,
    forward(DAY),
    SET_APART,
    ForwardPart(at=DAY, by=DEPUTY, part="2", to="gas supply"),
    KeepPart(at=DAY, by=DEPUTY, part="2"),
    give_back(DAY),
    DIVERT,
    LAY_ASIDE,
    put_on_control(DAY),
    WATCH,
    TakeOffSuperiorControl(at=DAY, by=OVERSEER, control="1"),
    assign(DAY),
    ask(DAY),
    GiveInformation(at=DAY, by=ANOTHER_BODY, request="1"),
    DeclineInformation(at=DAY, by=ANOTHER_BODY, request="1", protected=True),
    ASK_HER,
    AnswerRequest(at=DAY, by=CITIZEN, request="1"),
    BringIn(at=DAY, by=WORKER, who="expert 1"),
    STUDY,
    EXTEND,
    Hear(at=DAY, by=WORKER),
    Visit(at=DAY, by=WORKER),
    SUMMON,
    ShowFile(at=DAY, by=WORKER, protected=False),
    InterimReply(at=DAY, by=WORKER),
    AskProgress(at=DAY, by=CITIZEN),
    decide(DAY),
    reply(DAY),
    NoteExecution(at=DAY, by=CHIEF),
    TakeMeasures(at=DAY, by=WORKER, measures="digest 6"),
    WITHDRAW,
    NOTE_DEATH,
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
    "collective with a firm": said(appellants=(NODIRA, FIRM)),
    "of a firm": said(appellants=(FIRM,)),
    "of this body": said(against=("district IIB",)),
    "sent on to it": said(came_from=Reference("appeal", "case 9")),
    "given to the unit of the accused": File(changed={Assign: {"executors": ("unit 3",)}}),
    "he withdrew": entered(withdraw(DAY, by=HE)),
    "she withdrew": entered(WITHDRAW),
    "he died": File(after={Assign: (NOTE_DEATH,)}),
    "repeat of what was never answered": entered(evolve(LINK, why=Why.LATENESS, decided=None, last=on(3, 4))),
    "repeat of what was decided and not answered": entered(evolve(LINK, answered=False)),
    "reply asked to p2": said(reply_to="p2"),
    "two questions": said(questions=("1", "2")),
    "a part set apart": entered(SET_APART),
    "progress asked": entered(AskProgress(at=DAY, by=CITIZEN)),
    "appellant asked": File(after={Assign: (ASK_HER,)}),
    "on the superior's control": entered(WATCH),
    "satisfied": File(changed={Decide: {"outcome": Outcome.SATISFIED}}),
    "filed late": said(learned=on(1, 5, 2025)),
    "authority proved": entered(AddMaterials(at=DAY, by=FOR_HER, authority="digest 5")),
    "repeat": entered(LINK),
    "repeat after the end of correspondence": entered(evolve(LINK, correspondence_ended=True)),
    "withdrawn": entered(WITHDRAW),
    "end asked": entered(withdraw(DAY, Withdrawal.END_ASKED)),
    "on control": entered(put_on_control(DAY)),
    "information asked": File(after={Assign: (ask(DAY),)}),
    "summoned": File(after={Assign: (SUMMON,)}),
    "lengthened little": File(changed={Extend: {"until": on(3, 25)}}),
    "lengthened before study": File(after={Assign: (extend(DAY, on(3, 25)),)}),
    "in Cyrillic script": said(language="uz-Cyrl"),
    "of a firm and a person": said(appellants=(FIRM, NODIRA)),
    "end asked too": entered(withdraw(DAY, Withdrawal.END_ASKED)),
    "explanation asked": File(after={SendReply: (ASK_CLARIFICATION,)}),
    "not assigned": File(without=(Assign,)),
    "left for want of authority": File(changed={Leave: {"ground": LeavingGround.NO_AUTHORITY}}),
    "ended as withdrawn": ended(EndingGround.WITHDRAWN),
    "ended as unfounded": ended(EndingGround.UNFOUNDED_REPEAT, *UNFOUNDED),
    "ended for a no-show": ended(EndingGround.NO_SHOW, Fact.APPELLANT_NEEDED, Fact.DID_NOT_COME),
    "already returned": File(after={Terminate: (RETURN_WITHDRAWN,)}),
}
"""How the file of an appeal may differ, in the words of the book."""
