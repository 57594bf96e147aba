# ruff: noqa: E501
"""In which states, in which capacity, of which kinds and on which conditions each step is lawful: read from the law.

What the worked cases of test_appeals.py do not turn on stands here, article by article.
"""

import pytest
from attrs import evolve
from citizens.cases import (
    CHIEF,
    CITIZEN,
    DEPUTY,
    EVERYBODY,
    REGISTRY,
    SON,
    UNFOUNDED,
    WORKER,
    against,
    ask,
    assign,
    at,
    decide,
    decided,
    due,
    dues,
    extend,
    forward,
    give_back,
    in_review,
    leave,
    notify,
    on,
    on_the_spot,
    put_on_control,
    receive,
    received,
    register,
    registered,
    reply,
    study,
    terminate,
    then,
    who_may,
    withdraw,
)

from prcomm import Actor, Reference
from prcomm.citizens.appeals import (
    APPLICATION,
    COMPLAINT,
    LETTER,
    PROPOSAL,
    AddMaterials,
    AppealState,
    AskClarification,
    Channel,
    Clarify,
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
    LeavingGround,
    Link,
    NoteEnclosures,
    Notice,
    Outcome,
    ProtectIdentity,
    RefuseRegistration,
    RequestState,
    RestoreFiling,
    ReturnWithdrawn,
    ShowFile,
    Summon,
    TakeOffControl,
    Visit,
    Why,
    Withdrawal,
)
from prcomm.law import ORQ445
from prcomm.law.roles import APPELLANT, AUTHORISED, EXECUTOR, HEAD, OTHER_BODY, REGISTRAR, REPRESENTATIVE

S = AppealState
DAY = at(3, 5)
"""Thursday 5 March 2026, ten o'clock: received, and all that is done at once."""
KINDS = (APPLICATION, PROPOSAL, COMPLAINT)
FORMER = Reference("appeal", "case 0")
OTHER = Actor("gas supply", OTHER_BODY)


def link(**more):
    said = {"former": FORMER, "appellants": ("p1",), "why": Why.DISAGREEMENT, "decided": at(3, 1)} | more
    return Link(at=DAY, by=REGISTRY, **said)


def join(**more):
    return Join(
        at=DAY, by=DEPUTY, **({"former": FORMER, "appellants": ("p1",), "pending": True, "exact_copy": True} | more)
    )


def inform(**more):
    said = {"former": FORMER, "appellants": ("p1",), "answered": True, "exact_copy": True} | more
    return InformAnswered(at=DAY, by=DEPUTY, **said)


def divert(procedure="the courts"):
    return Divert(at=DAY, by=DEPUTY, procedure=procedure)


LEFT = leave(DAY, LeavingGround.OTHER_REQUIREMENT, requirement="art. 6(3)")
WITHDRAWN = withdraw(DAY)
ENDED = terminate(DAY, EndingGround.DIED, Fact.DIED, Fact.NO_SUCCESSION)
OFF = TakeOffControl(at=DAY, by=CHIEF)
ON = put_on_control(DAY)
CONSIDERED = (assign(DAY), decide(DAY), reply(DAY))


def until(state=S.IN_REVIEW):
    """A lawful extension: beyond 20 March, or beyond 5 April where it is studied; no more than a month."""
    return extend(DAY, on(4, 10) if state is S.IN_REVIEW else on(4, 30))


LIVES = {
    S.RECEIVED: None,
    S.REGISTERED: (),
    S.IN_REVIEW: (assign(DAY),),
    S.EXTRA_STUDY: (assign(DAY), study(DAY)),
    S.EXTENDED: (assign(DAY), study(DAY), until(S.EXTRA_STUDY)),
    S.DECIDED: (assign(DAY), decide(DAY)),
    S.CONSIDERED: CONSIDERED,
    S.OFF_CONTROL: (ON, *CONSIDERED, OFF),
    S.FORWARDED: (forward(DAY),),
    S.RETURNED: (give_back(DAY),),
    S.DIVERTED: (divert(),),
    S.JOINED: (join(),),
    S.INFORMED: (inform(),),
    S.LEFT: (LEFT,),
    S.TERMINATED: (ENDED,),
}


def standing(lifecycle, state, kind=COMPLAINT, **more):
    """An appeal in a state, received and all done on 5 March."""
    if state is S.SOLVED_ON_SPOT:
        return lifecycle.begin(on_the_spot(DAY, kind))
    if state is S.LAID_ASIDE:
        return then(lifecycle, registered(lifecycle, DAY, LETTER), LayAside(at=DAY, by=DEPUTY))
    if state is S.RECEIVED:
        return received(lifecycle, DAY, kind, **more)
    appeal = then(lifecycle, registered(lifecycle, DAY, kind, **more), *LIVES[state])
    assert appeal.state is state
    return appeal


OPEN = (S.REGISTERED, S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED)
REVIEWED = OPEN[1:]
PENDING = (S.RECEIVED, *OPEN, S.DECIDED)
ANSWERED = (S.CONSIDERED, S.OFF_CONTROL)
GONE = (S.FORWARDED, S.RETURNED, S.DIVERTED, S.JOINED, S.INFORMED, S.LEFT, S.TERMINATED)
HEADS, CITIZENS = {HEAD, AUTHORISED}, {APPELLANT, REPRESENTATIVE}

# fmt: off
PLACES = [
    # article  what is done                                     in which states                who
    ("23(1)",  register(DAY),                                   (S.RECEIVED,),                 {REGISTRAR}),
    ("21(4)",  NoteEnclosures(at=DAY, by=REGISTRY, copy_sent=True), (S.RECEIVED, *OPEN),       {REGISTRAR}),
    ("32(1)",  AddMaterials(at=DAY, by=CITIZEN),                PENDING,                       CITIZENS),
    ("19(3)",  ProtectIdentity(at=DAY, by=CITIZEN),             tuple(S),                      CITIZENS),
    ("22(3)",  RestoreFiling(at=DAY, by=DEPUTY, valid_reason=True), PENDING,                   HEADS),
    ("25(1)",  link(),                                          OPEN,                          {*HEADS, REGISTRAR}),
    ("25(5)",  join(),                                          OPEN,                          HEADS),
    ("25(6)",  inform(),                                        OPEN,                          HEADS),
    ("29(2)",  LEFT,                                            OPEN,                          HEADS),
    ("25(2)",  forward(DAY),                                    OPEN,                          HEADS),
    ("25(4)",  give_back(DAY),                                  OPEN,                          HEADS),
    ("1(3)",   divert(),                                        OPEN,                          HEADS),
    ("34(1)",  ON,                                              (*PENDING, S.CONSIDERED),      HEADS),
    ("24(3)",  assign(DAY, "another"),                          OPEN,                          HEADS),
    ("28(1)",  study(DAY),                                      (S.IN_REVIEW,),                {EXECUTOR}),
    ("28(2)",  until,                                           (S.IN_REVIEW, S.EXTRA_STUDY),  {HEAD}),
    ("26(1)",  Hear(at=DAY, by=WORKER),                         REVIEWED,                      {EXECUTOR}),
    ("24(5)",  Visit(at=DAY, by=WORKER),                        REVIEWED,                      {EXECUTOR}),
    ("33(1)",  Summon(at=DAY, by=WORKER, needed=True),          REVIEWED,                      {EXECUTOR}),
    ("33(3)",  ShowFile(at=DAY, by=WORKER, protected=False),    (*REVIEWED, S.DECIDED, *ANSWERED), {EXECUTOR}),
    ("34(3)",  InterimReply(at=DAY, by=WORKER),                 REVIEWED,                      {EXECUTOR}),
    ("24(4)",  ask(DAY),                                        REVIEWED,                      {EXECUTOR}),
    ("27(1)",  decide(DAY),                                     REVIEWED,                      HEADS),
    ("27(2)",  reply(DAY),                                      (S.DECIDED,),                  HEADS),
    ("32(1)",  WITHDRAWN,                                       (S.RECEIVED, *OPEN),           CITIZENS),
    ("30(2)",  ENDED,                                           OPEN,                          HEADS),
    ("28(2)",  notify(DAY, Notice.EXTENDED),
     (*REVIEWED, S.DECIDED, *ANSWERED, *GONE),                                                 {EXECUTOR}),
    ("31(1)",  AskClarification(at=DAY, by=CITIZEN),            ANSWERED,                      CITIZENS),
    ("31(1)",  Clarify(at=DAY, by=CHIEF, substance_changed=False), ANSWERED,                   HEADS),
]
# fmt: on


def in_it(action, state):
    """What is done, as it would be lawful in a state."""
    return action(state) if callable(action) else action


@pytest.mark.parametrize(
    ("action", "states", "roles"),
    [case[1:] for case in PLACES],
    ids=[f"art. {article}, {type(in_it(action, None)).__name__}" for article, action, *_ in PLACES],
)
class TestWhereAndWho:
    def test_it_has_its_place_in_these_states_and_no_others(self, lifecycle, action, states, roles):
        found = [s for s in S if not against(lifecycle, standing(lifecycle, s), in_it(action, s))]
        assert set(found) == set(states)

    def test_these_may_and_nobody_else(self, lifecycle, action, states, roles):
        for state in (states[0], states[-1]):
            assert who_may(lifecycle, standing(lifecycle, state), in_it(action, state)) == roles


class TestArticle21And23:
    """Who receives, registers and keeps the minutes."""

    @pytest.mark.parametrize("action", [receive(DAY), on_the_spot(DAY)], ids=["receives", "solves on the spot"])
    def test_a_registrar(self, lifecycle, action):
        may = {by.role for by in EVERYBODY if not against(lifecycle, None, evolve(action, by=by))}
        assert may == {REGISTRAR}


class TestArticle24:
    """(4) Another body is asked, and answers."""

    @pytest.mark.parametrize(
        ("action", "state"),
        [
            (GiveInformation(at=DAY, by=OTHER, request="1"), RequestState.ANSWERED),
            (DeclineInformation(at=DAY, by=OTHER, request="1", protected=True), RequestState.DECLINED),
        ],
        ids=["gives", "declines"],
    )
    def test_only_the_other_body(self, lifecycle, action, state):
        appeal = in_review(lifecycle, DAY, COMPLAINT, ask(DAY))
        assert who_may(lifecycle, appeal, action) == {OTHER_BODY}
        after = then(lifecycle, appeal, action)
        assert [request.state for request in after.requests] == [state]
        assert due(lifecycle, after, "information").met == on(3, 5)


class TestArticle30And34:
    def test_a_withdrawn_one_is_returned_by_the_executor(self, lifecycle):
        ended = then(lifecycle, registered(lifecycle, DAY), WITHDRAWN, terminate(DAY, EndingGround.WITHDRAWN))
        back = ReturnWithdrawn(at=DAY, by=WORKER)
        assert who_may(lifecycle, ended, back) == {EXECUTOR}
        after = then(lifecycle, ended, back)
        assert after.state is S.TERMINATED
        assert due(lifecycle, after, "withdrawal_return").met == on(3, 5)
        assert [reason.name for reason in against(lifecycle, after, back)] == ["is_to_be_returned"]

    @pytest.mark.parametrize(("role", "lawful"), [(role, role in HEADS) for role in (HEAD, AUTHORISED, EXECUTOR)])
    def test_it_is_taken_off_control_by_one_who_may_put_it_on(self, lifecycle, role, lawful):
        appeal = then(lifecycle, registered(lifecycle, DAY), ON, *CONSIDERED)
        off = TakeOffControl(at=DAY, by=Actor("chief", role))
        assert (not against(lifecycle, appeal, off)) is lawful

    def test_and_only_by_the_same_hand(self, lifecycle):
        appeal = then(lifecycle, registered(lifecycle, DAY), ON, *CONSIDERED)
        (reason,) = against(lifecycle, appeal, evolve(OFF, by=DEPUTY))
        assert reason.name == "only who put it on control takes it off"


class TestWhatTheLawForbidsInWords:
    @pytest.mark.parametrize(
        ("action", "states", "says"),
        [
            (RefuseRegistration(at=DAY, by=REGISTRY), PENDING, "registration is never refused"),
            (until(), (S.EXTENDED,), "a term is lengthened once"),
            (WITHDRAWN, (S.DECIDED, *ANSWERED), "it is withdrawn before the decision"),
            (OFF, PENDING, "it stays on control until it is considered"),
        ],
        ids=["23(2)", "28(2)", "32(1)", "34(3)"],
    )
    def test_in_these_states(self, lifecycle, action, states, says):
        for state in states:
            (reason,) = against(lifecycle, standing(lifecycle, state), action)
            assert (reason.kind, reason.text) == ("never", says)

    @pytest.mark.parametrize("acts", [(), (study(DAY),)], ids=["in review", "in study"])
    def test_28_2_names_no_proposal(self, lifecycle, acts):
        (reason,) = against(lifecycle, in_review(lifecycle, DAY, PROPOSAL, *acts), until())
        assert (reason.kind, reason.text) == ("never", "the head lengthens no term of a proposal")


AT_A_TURN = (link(), join(), inform(), LEFT, forward(DAY), give_back(DAY), divert(), ON, assign(DAY), WITHDRAWN, ENDED)


class TestKinds:
    """Article 25(7): a letter that is none of the three kinds is dealt with at the body's discretion, no more."""

    @pytest.mark.parametrize("action", AT_A_TURN, ids=lambda action: type(action).__name__)
    def test_a_letter_goes_no_way_of_an_appeal(self, lifecycle, action):
        (reason,) = against(lifecycle, registered(lifecycle, DAY, LETTER), action)
        assert reason.kind == "state"

    @pytest.mark.parametrize("action", AT_A_TURN, ids=lambda action: type(action).__name__)
    @pytest.mark.parametrize("kind", KINDS)
    def test_each_kind_of_appeal_does(self, lifecycle, kind, action):
        assert not against(lifecycle, registered(lifecycle, DAY, kind), action)

    def test_a_letter_is_laid_aside_by_who_decides_and_an_appeal_never(self, lifecycle):
        aside = LayAside(at=DAY, by=DEPUTY)
        assert who_may(lifecycle, registered(lifecycle, DAY, LETTER), aside) == HEADS
        assert all(against(lifecycle, registered(lifecycle, DAY, kind), aside) for kind in KINDS)

    def test_a_letter_is_not_solved_on_the_spot(self, lifecycle):
        assert against(lifecycle, None, on_the_spot(DAY, LETTER))
        assert not any(against(lifecycle, None, on_the_spot(DAY, kind)) for kind in KINDS)

    def test_nothing_is_owed_for_a_letter(self, lifecycle):
        assert lifecycle.due(registered(lifecycle, DAY, LETTER, learned=on(1, 5)), DAY) == ()

    @pytest.mark.parametrize("kind", KINDS)
    def test_for_each_kind_of_appeal_these_are_owed(self, lifecycle, kind):
        """Article 22(2), on the term of filing, speaks of applications and complaints."""
        filing = [] if kind is PROPOSAL else ["filing"]
        owed = [one.name for one in lifecycle.due(received(lifecycle, DAY, kind, learned=on(1, 5)), DAY)]
        assert sorted(owed) == sorted([*filing, "registration", "forwarding", "return", "consideration"])

    @pytest.mark.parametrize("kind", KINDS)
    def test_the_term_of_filing_is_restored_where_there_is_one(self, lifecycle, kind):
        restore = RestoreFiling(at=DAY, by=DEPUTY, valid_reason=True)
        late = registered(lifecycle, DAY, kind, learned=on(1, 5, 2025))
        assert bool(against(lifecycle, late, restore)) is (kind is PROPOSAL)

    @pytest.mark.parametrize("kind", KINDS)
    def test_each_may_need_study_and_two_may_be_lengthened(self, lifecycle, kind):
        appeal = in_review(lifecycle, DAY, kind)
        assert who_may(lifecycle, appeal, study(DAY)) == {EXECUTOR}
        assert bool(against(lifecycle, appeal, until())) is (kind is PROPOSAL)
        assert bool(dues(lifecycle, then(lifecycle, appeal, study(DAY)), "study_notice")) is (kind is PROPOSAL)


# fmt: off
CONDITIONS = [
    # article    in which state  what is done                                        what it lacks
    ("25(1)",    S.REGISTERED,   link(appellants=("p9",)),                           "by_the_same_person"),
    ("3",        S.REGISTERED,   link(decided=None),                                "a repeat disagrees with a decision taken, or comes after the former term has run out"),
    ("3",        S.REGISTERED,   link(why=Why.LATENESS, last=on(3, 5)),              "a repeat disagrees with a decision taken, or comes after the former term has run out"),
    ("25(5)",    S.REGISTERED,   join(appellants=("p9",)),                           "by_the_same_person"),
    ("25(5)",    S.REGISTERED,   join(exact_copy=False),                             "is_a_copy"),
    ("25(5)",    S.REGISTERED,   join(pending=False),                                "the first appeal is still under consideration"),
    ("25(6)",    S.REGISTERED,   inform(appellants=("p9",)),                         "by_the_same_person"),
    ("25(6)",    S.REGISTERED,   inform(exact_copy=False),                           "is_a_copy"),
    ("25(6)",    S.REGISTERED,   inform(answered=False),                             "the first appeal was considered and replied to"),
    ("21(4)",    S.RECEIVED,     NoteEnclosures(at=DAY, by=REGISTRY, copy_sent=False), "a copy of the act goes to the sender"),
    ("22(3)",    S.RECEIVED,     RestoreFiling(at=DAY, by=DEPUTY, valid_reason=False), "the reason for which the term was missed is valid"),
    ("29(1)",    S.REGISTERED,   leave(DAY, LeavingGround.OTHER_REQUIREMENT),        "the ground is one of the law's, and the file bears it out"),
    ("29(1)",    S.REGISTERED,   leave(DAY, LeavingGround.ANONYMOUS),                "the ground is one of the law's, and the file bears it out"),
    ("29(1)",    S.REGISTERED,   leave(DAY, LeavingGround.NO_AUTHORITY),             "the ground is one of the law's, and the file bears it out"),
    ("29(2)",    S.REGISTERED,   evolve(LEFT, conclusion=""),                        "a conclusion is drawn up"),
    ("25(2)",    S.REGISTERED,   forward(DAY, outside_competence=False),             "outside_competence"),
    ("25(4)",    S.REGISTERED,   forward(DAY, data_suffice=False),                   "its data suffice to know where it belongs; a minor's goes to the guardianship body, whatever its data"),
    ("25(3)",    S.REGISTERED,   forward(DAY, "the accused"),                        "not_to_the_accused"),
    ("25(4)",    S.REGISTERED,   give_back(DAY, outside_competence=False),           "outside_competence"),
    ("25(4)",    S.REGISTERED,   give_back(DAY, data_suffice=True),                  "its data don't suffice to know where it belongs"),
    ("25(4)",    S.REGISTERED,   give_back(DAY, ""),                                 "reasons are given"),
    ("1(3)",     S.REGISTERED,   divert(""),                                         "it is said which procedure of another law it belongs to"),
    ("24(1)",    S.REGISTERED,   evolve(assign(DAY), executors=()),                  "somebody_leads"),
    ("25(3)",    S.REGISTERED,   assign(DAY, "another", "the accused"),              "not_to_the_accused"),
    ("24(1)",    S.IN_REVIEW,    evolve(assign(DAY), executors=()),                  "somebody_leads"),
    ("25(3)",    S.IN_REVIEW,    assign(DAY, "the accused"),                         "not_to_the_accused"),
    ("28(1)",    S.IN_REVIEW,    evolve(study(DAY), needs=frozenset()),              "study_is_needed"),
    ("28(2)",    S.IN_REVIEW,    evolve(until(), needs=frozenset()),                 "it is said what the appeal needs the time for"),
    ("28(2)",    S.IN_REVIEW,    extend(DAY, on(4, 21)),                             "by_no_more_than_allowed"),
    ("28(2)",    S.IN_REVIEW,    extend(DAY, on(3, 20)),                             "by_no_more_than_allowed"),
    ("28(2)",    S.IN_REVIEW,    extend(at(3, 21), on(4, 10)),                       "runs('consideration')"),
    ("33(1)",    S.IN_REVIEW,    Summon(at=DAY, by=WORKER, needed=False),            "the appellant is summoned only where it can't be considered without them"),
    ("33(3)",    S.IN_REVIEW,    ShowFile(at=DAY, by=WORKER, protected=True),        "the documents hold no secret and would do no harm"),
    ("24(4)",    S.REGISTERED,   ask(DAY),                                           "information is asked for while the appeal is considered"),
    ("27(5)",    S.IN_REVIEW,    decide(DAY, "2"),                                   "each question raised is answered, on concrete grounds"),
    ("27(3)",    S.DECIDED,      reply(DAY, to="p2"),                                "the reply goes to the appellant; to the first named of several, unless another was asked for"),
    ("27(1)",    S.DECIDED,      reply(DAY, form=Form.ORAL),                         "the reply is written or electronic"),
    ("27(5)",    S.DECIDED,      reply(DAY, language="ru"),                          "as far as possible the reply is in the language of the appeal"),
    ("33(3)",    S.DECIDED,      reply(DAY, challenge_explained=False),              "the appellant is told how to challenge the decision"),
    ("31(1)",    S.CONSIDERED,   Clarify(at=DAY, by=CHIEF, substance_changed=True),  "the substance of the reply stays"),
    ("32(1)",    S.REGISTERED,   withdraw(DAY, form=Form.ORAL),                      "it is withdrawn in writing or electronically"),
    ("30(1)",    S.REGISTERED,   terminate(DAY, EndingGround.DIED, Fact.DIED),       "what the ground asks for is established"),
    ("30(1)",    S.REGISTERED,   terminate(DAY, EndingGround.UNFOUNDED_REPEAT, *UNFOUNDED), "the file bears out the ground"),
    ("30(1)",    S.REGISTERED,   terminate(DAY, EndingGround.WITHDRAWN),             "the file bears out the ground"),
    ("30(1)",    S.REGISTERED,
     terminate(DAY, EndingGround.NO_SHOW, Fact.APPELLANT_NEEDED, Fact.DID_NOT_COME), "the file bears out the ground"),
    ("30(4)",    S.TERMINATED,   ReturnWithdrawn(at=DAY, by=WORKER),                 "is_to_be_returned"),
    ("25(2)",    S.FORWARDED,    notify(DAY, Notice.FORWARDED, Form.ORAL),           "the appellant is told in a form the law names"),
]
# fmt: on


@pytest.mark.parametrize(
    ("state", "action", "lacks"),
    [case[1:] for case in CONDITIONS],
    ids=[f"art. {article}, {type(action).__name__} {lacks}" for article, _, action, lacks in CONDITIONS],
)
class TestConditions:
    """One thing is amiss, and one reason is given."""

    def test_it_is_refused_for_that_alone(self, lifecycle, state, action, lacks):
        appeal = standing(lifecycle, state, against=("the accused",))
        assert [reason.name for reason in against(lifecycle, appeal, action)] == [lacks]


class TestConditionsOfWhoAppeals:
    """Articles 6(7), 24-1(1), 29(1): anonymous, without authority, under age."""

    def test_an_anonymous_one_is_not_considered(self, lifecycle):
        nobody = registered(lifecycle, DAY, signed=False)
        assert [reason.name for reason in against(lifecycle, nobody, assign(DAY))] == [
            "an anonymous appeal is not considered"
        ]
        assert not against(lifecycle, nobody, leave(DAY, LeavingGround.ANONYMOUS))

    def test_nor_is_one_without_proof_of_authority_until_it_is_added(self, lifecycle):
        appeal = registered(lifecycle, DAY, representative=SON)
        assert [reason.name for reason in against(lifecycle, appeal, assign(DAY))] == [
            "an appeal through a representative is considered on proof of authority"
        ]
        assert not against(lifecycle, appeal, leave(DAY, LeavingGround.NO_AUTHORITY))
        proved = then(lifecycle, appeal, AddMaterials(at=DAY, by=CITIZEN, authority="digest 5"))
        assert not against(lifecycle, proved, assign(DAY))

    def test_a_minor_is_never_left_for_lack_of_capacity(self, lifecycle):
        minor = registered(lifecycle, DAY, minor=True)
        action = evolve(LEFT, ground=LeavingGround.LACK_OF_CAPACITY)
        grounds, minors = against(lifecycle, minor, action)
        assert ORQ445(29, 1) in grounds.cites
        assert minors.cites == (ORQ445("24-1", 1),)


class TestConditionsOfTheOtherBody:
    def test_24_4_it_declines_only_what_is_protected(self, lifecycle):
        appeal = in_review(lifecycle, DAY, COMPLAINT, ask(DAY))
        action = DeclineInformation(at=DAY, by=OTHER, request="1", protected=False)
        assert [reason.name for reason in against(lifecycle, appeal, action)] == [
            "information is declined only if it is secret or would do harm"
        ]

    def test_28_3_a_proposal_too_is_studied_only_for_a_need(self, lifecycle):
        action = evolve(study(DAY), needs=frozenset())
        appeal = in_review(lifecycle, DAY, PROPOSAL)
        assert [reason.name for reason in against(lifecycle, appeal, action)] == ["study_is_needed"]

    def test_34_2_it_is_put_on_control_once(self, lifecycle):
        appeal = then(lifecycle, registered(lifecycle, DAY), ON)
        assert [reason.name for reason in against(lifecycle, appeal, ON)] == ["it is not on control yet"]


class TestConditionsOfReceipt:
    def test_9_9_the_telephone_gives_no_paper(self, lifecycle):
        action = receive(DAY, channel=Channel.TRUST_TELEPHONE)
        assert [reason.name for reason in against(lifecycle, None, action)] == [
            "it has a form that its channel gives; contact in real time is oral"
        ]

    def test_23_5_only_a_public_reception(self, lifecycle):
        action = on_the_spot(DAY, channel=Channel.PERSONAL_RECEPTION)
        assert [reason.name for reason in against(lifecycle, None, action)] == [
            "only what is solved at a public reception needs no registration"
        ]

    @pytest.mark.parametrize("lacking", [{"named": False}, {"content": ""}, {"result": ""}, {"appellants": ()}])
    def test_23_5_the_minutes_are_complete(self, lifecycle, lacking):
        action = on_the_spot(DAY, **lacking)
        assert [reason.name for reason in against(lifecycle, None, action)] == [
            "the minutes hold name, residence, content and result"
        ]


class TestWhatIsKept:
    """What each act leaves in the file."""

    @pytest.mark.parametrize(
        ("action", "state", "kept"),
        [
            (register(DAY, "K-7"), S.RECEIVED, {"number": "K-7"}),
            (ProtectIdentity(at=DAY, by=CITIZEN), S.REGISTERED, {"identity_protected": True}),
            (link(correspondence_ended=True), S.REGISTERED, {"former": FORMER, "correspondence_ended": True}),
            (join(), S.REGISTERED, {"former": FORMER}),
            (inform(), S.REGISTERED, {"former": FORMER}),
            (ON, S.REGISTERED, {"control_by": "chief"}),
            (assign(DAY, "a", "b"), S.REGISTERED, {"executors": ("a", "b")}),
            (assign(DAY, "c"), S.IN_REVIEW, {"executors": ("c",)}),
            (Summon(at=DAY, by=WORKER, needed=True), S.IN_REVIEW, {"summoned": True}),
            (decide(DAY, outcome=Outcome.SATISFIED), S.IN_REVIEW, {"outcome": Outcome.SATISFIED}),
            (withdraw(DAY, Withdrawal.END_ASKED), S.REGISTERED, {"withdrawal": Withdrawal.END_ASKED}),
        ],
        ids=lambda value: type(value).__name__,
    )
    def test_it(self, lifecycle, action, state, kept):
        after = then(lifecycle, standing(lifecycle, state), action)
        assert {name: getattr(after, name) for name in kept} == kept

    def test_30_3_correspondence_ends_with_an_unfounded_repeat(self, lifecycle):
        end = terminate(DAY, EndingGround.UNFOUNDED_REPEAT, *UNFOUNDED)
        after = then(lifecycle, registered(lifecycle, DAY), link(), end)
        assert after.correspondence_ended


class TestWhatEndsATerm:
    """A way out ends what is no longer owed; what is done in time meets it."""

    @pytest.mark.parametrize(
        "action",
        [join(), inform(), LEFT, divert(), ENDED],
        ids=lambda action: type(action).__name__,
    )
    def test_a_way_out_ends_the_consideration(self, lifecycle, action):
        after = then(lifecycle, registered(lifecycle, DAY), action)
        assert due(lifecycle, after, "consideration").ended == on(3, 5)
        assert due(lifecycle, after, "forwarding").ended == on(3, 5)
        assert due(lifecycle, after, "return").ended == on(3, 5)

    def test_so_does_a_return_which_is_in_time(self, lifecycle):
        after = then(lifecycle, registered(lifecycle, DAY), give_back(DAY))
        assert due(lifecycle, after, "consideration").ended == on(3, 5)
        assert due(lifecycle, after, "forwarding").ended == on(3, 5)
        assert due(lifecycle, after, "return").met == on(3, 5)

    def test_a_transfer_meets_it_and_ends_the_return(self, lifecycle):
        after = then(lifecycle, registered(lifecycle, DAY), forward(DAY))
        assert due(lifecycle, after, "consideration").met == on(3, 5)
        assert due(lifecycle, after, "forwarding").met == on(3, 5)
        assert due(lifecycle, after, "return").ended == on(3, 5)

    def test_the_reply_meets_it(self, lifecycle):
        after = then(lifecycle, registered(lifecycle, DAY), *CONSIDERED)
        assert due(lifecycle, after, "consideration").met == on(3, 5)
        assert due(lifecycle, after, "reply").met == on(3, 5)
        assert due(lifecycle, after, "registration").met == on(3, 5)
        assert lifecycle.due(after, DAY, open=True) == ()
        assert after.clocks == ()

    def test_28_2_an_extension_moves_it_to_the_day_it_names(self, lifecycle):
        """From 20 March to 10 April; where it was studied, from 5 April to 30 April."""
        assert due(lifecycle, in_review(lifecycle, DAY, COMPLAINT, until()), "consideration").last == on(4, 10)
        assert due(lifecycle, standing(lifecycle, S.EXTRA_STUDY), "consideration").last == on(4, 5)
        assert due(lifecycle, standing(lifecycle, S.EXTENDED), "consideration").last == on(4, 30)

    def test_giving_it_to_an_executor_says_that_it_is_ours(self, lifecycle):
        """Until it turns out not to be: then five days from receipt, to 10 March, hold for it as for any."""
        ours = in_review(lifecycle, DAY)
        assert due(lifecycle, ours, "forwarding").lifted
        assert due(lifecycle, ours, "return").lifted
        sent = then(lifecycle, ours, forward(at(3, 11)))
        one = due(lifecycle, sent, "forwarding")
        assert (one.last, one.met) == (on(3, 10), on(3, 11))
        back = then(lifecycle, ours, give_back(at(3, 11)))
        one = due(lifecycle, back, "return")
        assert (one.last, one.met) == (on(3, 10), on(3, 11))

    def test_31_2_a_clarification_meets_its_ten_days(self, lifecycle):
        asked = then(lifecycle, registered(lifecycle, DAY), *CONSIDERED, AskClarification(at=DAY, by=CITIZEN))
        assert due(lifecycle, asked, "clarification").last == on(3, 15)
        told = then(lifecycle, asked, Clarify(at=DAY, by=CHIEF, substance_changed=False))
        assert due(lifecycle, told, "clarification").met == on(3, 5)

    def test_22_2_and_3_the_term_of_filing(self, lifecycle):
        """Learned on 5 January 2025: a year ends on 5 January 2026, and 5 March is late, unless it is restored."""
        late = registered(lifecycle, DAY, learned=on(1, 5, 2025))
        assert due(lifecycle, late, "filing").last == on(1, 5)
        assert due(lifecycle, late, "filing").status(DAY) == "late"
        restored = then(lifecycle, late, RestoreFiling(at=DAY, by=DEPUTY, valid_reason=True))
        assert due(lifecycle, restored, "filing").last is None


def told(lifecycle, appeal, name, of):
    """A notice is owed, and given it is met."""
    owed = due(lifecycle, appeal, name)
    assert owed.met is None
    return due(lifecycle, then(lifecycle, appeal, notify(DAY, of)), name).met == on(3, 5)


class TestNotices:
    def test_28_2_of_an_extension(self, lifecycle):
        assert told(lifecycle, in_review(lifecycle, DAY, COMPLAINT, until()), "extension_notice", Notice.EXTENDED)

    def test_28_3_of_the_study_of_a_proposal_within_ten_days(self, lifecycle):
        appeal = in_review(lifecycle, DAY, PROPOSAL, study(DAY))
        assert due(lifecycle, appeal, "study_notice").last == on(3, 15)
        assert told(lifecycle, appeal, "study_notice", Notice.STUDY)

    def test_25_2_of_a_transfer(self, lifecycle):
        appeal = then(lifecycle, registered(lifecycle, DAY), forward(DAY))
        assert told(lifecycle, appeal, "forwarding_notice", Notice.FORWARDED)

    def test_29_3_of_lack_of_authority(self, lifecycle):
        appeal = registered(lifecycle, DAY, representative=SON)
        left = then(lifecycle, appeal, leave(DAY, LeavingGround.NO_AUTHORITY))
        assert told(lifecycle, left, "authority_notice", Notice.NO_AUTHORITY)

    def test_30_3_that_correspondence_ends(self, lifecycle):
        end = terminate(DAY, EndingGround.UNFOUNDED_REPEAT, *UNFOUNDED)
        ended = then(lifecycle, registered(lifecycle, DAY), link(), end)
        assert told(lifecycle, ended, "ended_correspondence_notice", Notice.UNFOUNDED_REPEAT)

    def test_30_5_to_one_who_did_not_come(self, lifecycle):
        summoned = in_review(lifecycle, DAY, COMPLAINT, Summon(at=DAY, by=WORKER, needed=True))
        end = terminate(DAY, EndingGround.NO_SHOW, Fact.APPELLANT_NEEDED, Fact.DID_NOT_COME)
        assert told(lifecycle, then(lifecycle, summoned, end), "no_show_notice", Notice.NO_SHOW)


class TestSmallPrint:
    def test_23_3_it_is_registered_under_a_number(self, lifecycle):
        (reason,) = against(lifecycle, received(lifecycle, DAY), evolve(register(DAY), number=""))
        assert reason.cites == (ORQ445(23, 3),)

    def test_24_1_2_a_minors_appeal_is_never_to_be_returned(self, lifecycle):
        assert due(lifecycle, received(lifecycle, DAY), "return").raw == on(3, 10)
        assert dues(lifecycle, received(lifecycle, DAY, minor=True), "return") == ()

    def test_27_3_where_another_addressee_was_asked_for_it_goes_to_no_representative(self, lifecycle):
        asked = {"representative": SON, "authority": "digest 1"}
        for reply_to, lawful in (("", True), ("p7", False)):
            appeal = decided(lifecycle, DAY, DAY, reply_to=reply_to, **asked)
            reasons = against(lifecycle, appeal, evolve(reply(DAY), to=SON.id))
            assert [reason.cites for reason in reasons] == ([] if lawful else [(ORQ445(27, 3),)])
