"""The citizen's appeal lived through: worked cases, their kin, refusals, and audits of whole registers.

Days are counted by hand on the calendar, with the days off of each year as they were decreed. The day of receipt is
day 0, a month ends on the same number or on its last day, and nothing moves a last day (Civil Code 146, 147).
2026: 1 January and 1 October are Thursdays, 1 March and 1 November Sundays, 1 May a Friday, 1 December a Tuesday.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from attrs import evolve
from citizens.cases import (
    ANOTHER_BODY,
    BEKZOD,
    CHIEF,
    CITIZEN,
    DEPUTY,
    EVERYBODY,
    FIRM,
    FIVE,
    FOR_HER,
    NODIRA,
    REGISTRY,
    SIX,
    SON,
    UNFOUNDED,
    WORKER,
    Appeals,
    against,
    ask,
    assign,
    at,
    considered,
    days,
    decide,
    decided,
    due,
    dues,
    extend,
    forward,
    give_back,
    in_every_state,
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
from pendulum import Date, DateTime

from prcomm import Actor, Basis, FindingKind, Office, Reason, ReasonKind, Reference, Refused, Status, Unmapped
from prcomm.citizens.appeals import (
    APPEAL,
    APPLICATION,
    COMPLAINT,
    LETTER,
    PROPOSAL,
    AddMaterials,
    AnsweredQuestion,
    Appeal,
    AppealAction,
    AppealState,
    AskClarification,
    Channel,
    Clarify,
    Decide,
    DeclineInformation,
    Divert,
    EndingGround,
    Extend,
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
    Notify,
    Outcome,
    ProtectIdentity,
    Receive,
    RefuseRegistration,
    RequestState,
    Requirement,
    RestoreFiling,
    ReturnWithdrawn,
    ShowFile,
    Study,
    Summon,
    TakeOffControl,
    Visit,
    Why,
    Withdrawal,
    register_entry,
)
from prcomm.core.sources.citations import Citation
from prcomm.law import ORQ445, ROLL_FORWARD_BY_ANALOGY
from prcomm.law.house import HOUSE
from prcomm.law.roles import APPELLANT, AUTHORISED, EXECUTOR, HEAD, OTHER_BODY, REGISTRAR, REPRESENTATIVE

S = AppealState
Life = Callable[[Office], Appeal]


def rolling() -> Appeals:
    """The same under the reading by which a last day that is off moves to the next working day."""
    return APPEAL.under(ROLL_FORWARD_BY_ANALOGY)


def noon(day: Date, later: int = 0) -> DateTime:
    """The noon of a day, or of one some days later."""
    return at(day.month, day.day, 12, year=day.year) + timedelta(days=later)


def refused(appeal: Appeal, action: AppealAction) -> tuple[Reason, ...]:
    """All that is against an action, which is refused whole and leaves the appeal as it was."""
    before = evolve(appeal)
    with pytest.raises(Refused) as error:
        APPEAL.apply(appeal, action)
    assert appeal == before
    return error.value.verdict.reasons


def refused_under(appeal: Appeal, action: AppealAction, cites: Citation) -> Reason:
    """The one reason against an action; it rests on that article."""
    (reason,) = refused(appeal, action)
    assert cites in reason.cites
    return reason


# -- 1. the worked cases


def came(month: int, day: int, kind=COMPLAINT, **more: object) -> Life:
    return lambda where: received(at(month, day), kind, office=where, **more)


def under_review(month: int, day: int, kind=COMPLAINT, *actions: AppealAction) -> Life:
    return lambda where: in_review(at(month, day), kind, *actions, office=where)


def at_the_public_reception(where: Office) -> Appeal:
    said = {"form": Form.ORAL, "channel": Channel.PUBLIC_RECEPTION, "office": where}
    return received(at(11, 30, 11, year=2025), **said)


def explanation_asked(where: Office) -> Appeal:
    answered = considered(at(10, 5), at(10, 14), office=where)
    return then(answered, AskClarification(at=at(10, 19), by=CITIZEN))


def ended_on_the_tenth(where: Office) -> Appeal:
    """On Thursday 9 July, and ended on Friday the 10th."""
    asked = in_review(at(7, 7), APPLICATION, withdraw(at(7, 9), form=Form.ELECTRONIC), office=where)
    return then(asked, terminate(at(7, 10), EndingGround.WITHDRAWN))


CASE_5 = (study(at(3, 12)), extend(at(4, 1), on(5, 3)))
with_study = under_review(3, 3, COMPLAINT, *CASE_5[:1])
with_extension = under_review(3, 3, COMPLAINT, *CASE_5)
proposal_with_study = under_review(9, 14, PROPOSAL, study(at(9, 16)))
by_a_minor = came(10, 5, APPLICATION, minor=True)
WORKED = [
    # case        life                           week  what                 raw         rolled          control
    ("1",         under_review(2, 2),            FIVE, "consideration",     on(2, 17),  on(2, 17),      on(2, 17)),
    ("1, six",    under_review(2, 2),            SIX,  "consideration",     on(2, 17),  on(2, 17),      on(2, 17)),
    # Friday 20 March is Ramazon hayit, Saturday 21 a holiday, for five days Monday 23 is off instead of it.
    ("3",         under_review(3, 5),            FIVE, "consideration",     on(3, 20),  on(3, 24),      on(3, 19)),
    ("3, six",    under_review(3, 5),            SIX,  "consideration",     on(3, 20),  on(3, 23),      on(3, 19)),
    # 3 March + 15 = 18 March; with study 3 April; that and a month: Sunday 3 May. Saturday 2 May is worked by six.
    ("5, first",  under_review(3, 3),            FIVE, "consideration",     on(3, 18),  on(3, 18),      on(3, 18)),
    ("5, study",  with_study,                    FIVE, "consideration",     on(4, 3),   on(4, 3),       on(4, 3)),
    ("5",         with_extension,                FIVE, "consideration",     on(5, 3),   on(5, 4),       on(5, 1)),
    ("5, six",    with_extension,                SIX,  "consideration",     on(5, 3),   on(5, 4),       on(5, 2)),
    # Monday 6 April + 5 is a Saturday.
    ("7",         came(4, 6, APPLICATION),       FIVE, "forwarding",        on(4, 11),  on(4, 13),      on(4, 10)),
    ("7, six",    came(4, 6, APPLICATION),       SIX,  "forwarding",        on(4, 11),  on(4, 11),      on(4, 11)),
    # Tuesday 26 May + 5 is Sunday 31; 27 Qurbon hayit, 28 and 29 extra days, Saturday 30 an extra day for six.
    ("9",         came(5, 26, APPLICATION),      FIVE, "return",            on(5, 31),  on(6, 1),       on(5, 26)),
    ("9, six",    came(5, 26, APPLICATION),      SIX,  "return",            on(5, 31),  on(6, 1),       on(5, 26)),
    ("11a",       under_review(9, 14, PROPOSAL), FIVE, "consideration",     on(10, 14), on(10, 14),     on(10, 14)),
    ("11b",       proposal_with_study,           FIVE, "study_notice",      on(9, 24),  on(9, 24),      on(9, 24)),
    # Tuesday 12 May + 15 is Qurbon hayit; the next day that anybody works is Monday 1 June.
    ("13",        under_review(5, 12),           FIVE, "consideration",     on(5, 27),  on(6, 1),       on(5, 26)),
    ("13, six",   under_review(5, 12),           SIX,  "consideration",     on(5, 27),  on(6, 1),       on(5, 26)),
    ("15",        ended_on_the_tenth,        FIVE, "withdrawal_return", on(7, 13),  on(7, 13),      on(7, 13)),
    ("15, six",   ended_on_the_tenth,        SIX,  "withdrawal_return", on(7, 13),  on(7, 13),      on(7, 13)),
    # Received on a Sunday, registered on the Monday, and counted from the Sunday.
    ("17, entry", at_the_public_reception,       FIVE, "registration",      *[on(12, 1, 2025)] * 3),
    ("17",        at_the_public_reception,       FIVE, "consideration",     *[on(12, 15, 2025)] * 3),
    ("17, six",   at_the_public_reception,       SIX,  "consideration",     *[on(12, 15, 2025)] * 3),
    ("19",        explanation_asked,             FIVE, "clarification",     on(10, 29), on(10, 29),     on(10, 29)),
    # Thursday 31 December is off in both weeks, Friday 1 January a holiday. Saturday 2 January is worked by six.
    ("21",        under_review(12, 16),          FIVE, "consideration",     on(12, 31), on(1, 4, 2027), on(12, 30)),
    ("21, six",   under_review(12, 16),          SIX,  "consideration",     on(12, 31), on(1, 2, 2027), on(12, 30)),
    # Monday 5 October + 5 is a Saturday.
    ("23",        by_a_minor,                    FIVE, "forwarding",        on(10, 10), on(10, 12),     on(10, 9)),
    ("23, six",   by_a_minor,                    SIX,  "forwarding",        on(10, 10), on(10, 10),     on(10, 10)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("life", "where", "what", "raw", "rolled", "control"), [case[1:] for case in WORKED], ids=[c[0] for c in WORKED]
)
class TestDaysOfTheWorkedCases:
    """Terms of 23(1), 25, 28, 30(4), 31(2) in the worked cases."""

    def test_the_day_the_text_gives_binds(self, life, where, what, raw, rolled, control):
        one = due(life(where), what)
        assert days(one) == (raw, rolled, control, raw)

    def test_how_it_stands_before_on_and_after_it(self, life, where, what, raw, rolled, control):
        one = due(life(where), what)
        assert one.status(noon(control)) is Status.RUNNING
        assert one.status(noon(raw)) is (Status.RUNNING if raw == control else Status.TIGHT)
        assert one.status(noon(raw, 1)) is Status.OVERDUE

    def test_by_analogy_the_next_working_day_does(self, life, where, what, raw, rolled, control):
        analogous = rolling()
        one = due(life(where), what, lifecycle=analogous)
        assert days(one) == (raw, rolled, control, rolled)
        assert one.status(noon(control)) is Status.RUNNING
        assert one.status(noon(rolled)) is (Status.RUNNING if rolled == control else Status.TIGHT)
        assert one.status(noon(rolled, 1)) is Status.OVERDUE


class TestWorkedCases:
    """What else the worked cases ask for."""

    def test_case_1_registered_on_the_day_of_receipt(self):
        appeal = registered(at(2, 2))
        one = due(appeal, "registration")
        assert (one.last, one.met, one.owed_by) == (on(2, 2), on(2, 2), REGISTRAR)
        assert one.status(at(2, 2, 11)) is Status.MET
        assert (appeal.state, appeal.number) == (S.REGISTERED, "K-1")

    def test_case_1_until_midnight_of_the_last_day(self):
        one = due(in_review(at(2, 2)), "consideration")
        assert one.status(at(2, 17, 23, 59)) is Status.RUNNING
        assert one.status(at(2, 18, 0)) is Status.OVERDUE

    @pytest.mark.parametrize(
        ("replied", "by_the_text", "by_analogy"),
        [
            (at(3, 19, 17), Status.MET, Status.MET),
            (at(3, 20, 23, 59), Status.MET, Status.MET),
            (at(3, 21, 0), Status.MET_BY_ANALOGY, Status.MET),
            (at(3, 24, 23, 59), Status.MET_BY_ANALOGY, Status.MET),
            (at(3, 25, 0), Status.LATE, Status.LATE),
        ],
    )
    def test_case_3_the_reply(self, replied, by_the_text, by_analogy):
        for law, status in ((APPEAL, by_the_text), (rolling(), by_analogy)):
            one = due(considered(at(3, 5), replied), "consideration", lifecycle=law)
            assert one.status(replied) is status

    def test_case_5_extended_once_by_the_head_with_notice(self):
        appeal = in_review(at(3, 3), COMPLAINT, *CASE_5)
        assert appeal.state is S.EXTENDED
        assert due(appeal, "extension_notice").status(at(4, 1)) is Status.PROMPTLY
        told = then(appeal, notify(at(4, 1, 11), Notice.EXTENDED))
        assert due(told, "extension_notice").status(at(4, 1, 11)) is Status.MET

    def test_case_5_not_by_an_executor(self):
        appeal = in_review(at(3, 3), COMPLAINT, study(at(3, 12)))
        reason = refused_under(appeal, extend(at(4, 1), on(5, 3), by=WORKER), ORQ445(28, 2))
        assert (reason.kind, reason.is_law) == (ReasonKind.ROLE, True)

    def test_case_5_not_on_the_sixth_of_april(self):
        appeal = in_review(at(3, 3), COMPLAINT, study(at(3, 12)))
        reason = refused_under(appeal, extend(at(4, 6), on(5, 3)), ORQ445(28, 2).by(Basis.INFERRED))
        assert reason.kind is ReasonKind.GUARD

    def test_case_5_no_second_month(self):
        """Of 3 April, the last day with study, a month later is 3 May, which the first lengthening took."""
        appeal = in_review(at(3, 3), COMPLAINT, *CASE_5)
        for until in (on(5, 4), on(6, 3)):
            reason = refused_under(appeal, extend(at(5, 1), until), ORQ445(28, 2))
            assert (reason.kind, reason.basis) == (ReasonKind.GUARD, Basis.INFERRED)

    def test_case_7_forwarded_in_time_and_the_appellant_told(self):
        sent = then(registered(at(4, 6), APPLICATION), forward(at(4, 9)))
        assert sent.state is S.FORWARDED
        assert due(sent, "forwarding").status(at(4, 20)) is Status.MET
        assert due(sent, "forwarding_notice").status(at(4, 20)) is Status.PROMPTLY
        told = then(sent, notify(at(4, 9), Notice.FORWARDED, Form.ELECTRONIC, by=DEPUTY))
        assert due(told, "forwarding_notice").status(at(4, 20)) is Status.MET

    @pytest.mark.parametrize("where", [FIVE, SIX], ids=["five", "six"])
    def test_case_7_the_addressee_counts_from_its_own_receipt(self, where):
        sent = then(registered(at(4, 6), APPLICATION), forward(at(4, 9, 11)))
        copy = Receive.of_forwarded(sent, at=at(4, 9, 15), by=REGISTRY, case="case 2", office=where)
        there = APPEAL.begin(copy)
        # 9 April + 15: Friday 24 April
        assert days(due(there, "consideration")) == (on(4, 24),) * 4
        assert (there.came_from, there.office) == (Reference("appeal", "case 1"), where)

    def test_case_9_returned_with_reasons(self):
        back = then(registered(at(5, 26), APPLICATION), give_back(at(5, 26, 17)))
        assert back.state is S.RETURNED
        assert due(back, "return").status(at(6, 30)) is Status.MET
        for name in ("forwarding", "consideration"):
            assert due(back, name).status(at(6, 30)) is Status.LIFTED

    def test_case_11a_no_study_no_notice(self):
        assert dues(in_review(at(9, 14), PROPOSAL), "study_notice") == ()

    def test_case_11b_under_study_it_has_no_limit(self):
        appeal = in_review(at(9, 14), PROPOSAL, study(at(9, 16)))
        one = due(appeal, "consideration")
        assert (one.raw, one.last, one.status(at(12, 30))) == (None, None, Status.LIFTED)

    def test_case_11b_no_term_of_a_proposal_is_lengthened(self):
        for appeal in (
            in_review(at(9, 14), PROPOSAL),
            in_review(at(9, 14), PROPOSAL, study(at(9, 16))),
        ):
            reason = refused_under(appeal, extend(at(9, 17), on(11, 14)), ORQ445(28, 3))
            assert reason.kind is ReasonKind.NEVER

    def test_case_15_terminated_returned_in_time(self):
        ended = ended_on_the_tenth(FIVE)
        assert ended.state is S.TERMINATED
        assert due(ended, "consideration").status(at(7, 30)) is Status.LIFTED
        back = then(ended, ReturnWithdrawn(at=at(7, 13, 17), by=WORKER))
        assert due(back, "withdrawal_return").status(at(7, 30)) is Status.MET

    def test_case_15_not_withdrawn_once_it_is_decided(self):
        appeal = decided(at(7, 7), at(7, 9), APPLICATION)
        reason = refused_under(appeal, withdraw(at(7, 10)), ORQ445(32, 1))
        assert reason.kind is ReasonKind.NEVER

    def test_case_17_solved_at_once(self):
        """No number, no reply, nothing owed: 23(5), 27(6)."""
        solved = APPEAL.begin(on_the_spot(at(11, 30, 11, year=2025)))
        assert (solved.state, solved.number, solved.form) == (S.SOLVED_ON_SPOT, "", Form.ORAL)
        assert APPEAL.due(solved, at(12, 30, year=2025)) == ()

    def test_case_17_what_is_not_solved_at_once_is_registered(self):
        entered = then(at_the_public_reception(FIVE), register(at(12, 1, 9, year=2025)))
        assert due(entered, "registration").status(at(12, 2, year=2025)) is Status.MET

    def test_case_19_explained_in_time_the_substance_kept(self):
        asked = explanation_asked(FIVE)
        explained = then(asked, Clarify(at=at(10, 29, 23), by=DEPUTY, substance_changed=False))
        assert due(explained, "clarification").status(at(11, 1)) is Status.MET
        refused_under(asked, Clarify(at=at(10, 20), by=DEPUTY, substance_changed=True), ORQ445(31, 1))

    @pytest.mark.parametrize("where", [FIVE, SIX], ids=["five", "six"])
    def test_case_21_is_provisional_until_2027_is_decreed(self, where):
        one = due(in_review(at(12, 16), office=where), "consideration")
        assert one.provisional
        assert not due(in_review(at(12, 14), office=where), "consideration").provisional

    def test_case_23_not_left_for_lack_of_capacity(self):
        """24-1(1)."""
        appeal = registered(at(10, 5), APPLICATION, minor=True)
        reasons = refused(
            appeal, leave(at(10, 6), LeavingGround.LACK_OF_CAPACITY, requirement=Requirement.NAME_AND_RESIDENCE)
        )
        assert any(reason.is_law for reason in reasons if ORQ445("24-1", 1) in reason.cites)
        sent = then(appeal, forward(at(10, 9), to="guardianship body"))
        assert due(sent, "forwarding").status(at(10, 20)) is Status.MET


ENDED = {"why": Why.DISAGREEMENT, "by": REGISTRY}


class TestCase13:
    """A repeat with nothing new: 25(1), 30(1), 30(3)."""

    def the_former(self) -> Appeal:
        return considered(at(4, 6), at(4, 20), case="case 1")

    def the_repeat(self) -> Appeal:
        repeat = registered(at(5, 12), case="case 2")
        return then(repeat, Link.of(self.the_former(), None, at=at(5, 12), **ENDED))

    def the_end(self) -> Appeal:
        return then(self.the_repeat(), terminate(at(5, 14), EndingGround.UNFOUNDED_REPEAT, *UNFOUNDED))

    def test_it_is_terminated_with_notice(self):
        ended = self.the_end()
        assert (ended.state, ended.correspondence_ended) == (S.TERMINATED, True)
        assert ended.former == Reference("appeal", "case 1")
        assert due(ended, "ended_correspondence_notice").status(at(5, 20)) is Status.PROMPTLY
        told = then(ended, notify(at(5, 14, 11), Notice.UNFOUNDED_REPEAT, by=DEPUTY))
        assert due(told, "ended_correspondence_notice").status(at(5, 20)) is Status.MET

    @pytest.mark.parametrize("form", [Form.ORAL, Form.ELECTRONIC], ids=["oral", "electronic"])
    def test_the_notice_is_written(self, form):
        told = notify(at(5, 14, 11), Notice.UNFOUNDED_REPEAT, form, by=DEPUTY)
        refused_under(self.the_end(), told, ORQ445(30, 3))

    @pytest.mark.parametrize("lacking", UNFOUNDED, ids=lambda fact: fact.name)
    def test_each_of_the_three_conditions_is_needed(self, lacking):
        facts = [fact for fact in UNFOUNDED if fact is not lacking]
        ended = terminate(at(5, 14), EndingGround.UNFOUNDED_REPEAT, *facts)
        refused_under(self.the_repeat(), ended, ORQ445(30, 1))

    def test_without_full_materials_it_is_considered_on_the_general_basis(self):
        ours = then(self.the_repeat(), assign(at(5, 13)))
        assert ours.state is S.IN_REVIEW
        assert days(due(ours, "consideration")) == (on(5, 27), on(6, 1), on(5, 26), on(5, 27))

    def test_a_first_appeal_is_no_unfounded_repeat(self):
        ended = terminate(at(5, 14), EndingGround.UNFOUNDED_REPEAT, *UNFOUNDED)
        refused_under(registered(at(5, 12)), ended, ORQ445(30, 1))

    def again(self, why=Why.DISAGREEMENT, last=None) -> Appeal:
        third = registered(at(6, 15), case="case 3")
        return then(third, Link.of(self.the_end(), last, why=why, at=at(6, 15), by=REGISTRY))

    def test_a_later_repeat_is_registered_and_terminated_without_notice(self):
        again = self.again()
        assert again.correspondence_ended
        ended = then(again, terminate(at(6, 15), EndingGround.UNFOUNDED_REPEAT, Fact.NOTHING_NEW))
        assert (ended.state, ended.correspondence_ended) == (S.TERMINATED, True)
        assert dues(ended, "ended_correspondence_notice") == ()

    def test_so_too_where_it_is_linked_for_lateness(self):
        # 12 May + 15: 27 May was the last day of the second
        again = self.again(Why.LATENESS, on(5, 27))
        ended = then(again, terminate(at(6, 15), EndingGround.UNFOUNDED_REPEAT, Fact.NOTHING_NEW))
        assert dues(ended, "ended_correspondence_notice") == ()

    def test_a_later_repeat_with_something_new_is_considered(self):
        again = self.again(Why.LATENESS, on(5, 27))
        refused_under(again, terminate(at(6, 15), EndingGround.UNFOUNDED_REPEAT), ORQ445(30, 1))
        assert then(again, assign(at(6, 15))).state is S.IN_REVIEW


# -- 2. others of the same kinds

NEXT = [
    # received                  week  registered
    (at(3, 3, 7),               FIVE, on(3, 3)),  # a Tuesday, before opening
    (at(3, 3, 17, 59),          FIVE, on(3, 3)),
    (at(3, 3, 18),              FIVE, on(3, 4)),  # closing time itself is after hours
    (at(2, 27, 18, 30),         FIVE, on(3, 2)),  # a Friday evening
    (at(2, 27, 18, 30),         SIX,  on(2, 28)),
    (at(2, 28),                 FIVE, on(3, 2)),  # a Saturday
    (at(2, 28),                 SIX,  on(2, 28)),
    (at(2, 28, 18),             SIX,  on(3, 2)),
    (at(3, 1),                  SIX,  on(3, 2)),  # a Sunday
    # Sunday 8 March 2026 is a holiday, Monday 9 is off instead; its eve is the Saturday
    (at(3, 6, 17, 30),          FIVE, on(3, 6)),
    (at(3, 7),                  FIVE, on(3, 10)),
    (at(3, 7, 16, 59),          SIX,  on(3, 7)),
    (at(3, 7, 17),              SIX,  on(3, 10)),
    # Ramazon hayit Friday 20 March, Saturday 21 a holiday, Monday 23 off for five
    (at(3, 19, 16, 59),         FIVE, on(3, 19)),
    (at(3, 19, 17),             FIVE, on(3, 24)),
    (at(3, 19, 17),             SIX,  on(3, 23)),
    # Saturday 9 May a holiday, Monday 11 off for five
    (at(5, 8, 17),              FIVE, on(5, 12)),
    (at(5, 8, 17),              SIX,  on(5, 11)),
    # Qurbon hayit Wednesday 27 May, 28 and 29 extra days, Saturday 30 too for six
    (at(5, 26, 17),             FIVE, on(6, 1)),
    (at(5, 26, 17),             SIX,  on(6, 1)),
    # Monday 31 August an extra day, Tuesday 1 September a holiday
    (at(8, 28, 18),             FIVE, on(9, 2)),
    (at(8, 28, 18),             SIX,  on(8, 29)),
    (at(8, 29, 18),             SIX,  on(9, 2)),
    (at(9, 30, 17),             FIVE, on(10, 2)),  # the eve of Thursday 1 October
    (at(12, 7, 17),             FIVE, on(12, 9)),  # the eve of Tuesday 8 December
    # Saturday 12 December is worked by five for Thursday 31
    (at(12, 5),                 FIVE, on(12, 7)),
    (at(12, 12),                FIVE, on(12, 12)),
    (at(12, 12, 18),            FIVE, on(12, 14)),
    (at(12, 30, 17, 30),        FIVE, on(12, 30)),  # the eve of 1 January is Thursday 31, a day off
    (at(12, 30, 18),            FIVE, on(1, 4, 2027)),
    (at(12, 31),                SIX,  on(1, 2, 2027)),
    # 31 December 2025 to 2 January 2026 off; Saturday 3 an extra day for six
    (at(12, 30, 18, year=2025), FIVE, on(1, 5)),
    (at(12, 30, 18, year=2025), SIX,  on(1, 5)),
    # 2025: 8 March a Saturday, Monday 10 off for five; Ramazon hayit Sunday 30 March, Monday 31 off for all
    (at(3, 7, 17, year=2025),   FIVE, on(3, 11, 2025)),
    (at(3, 7, 17, year=2025),   SIX,  on(3, 10, 2025)),
    (at(3, 29, 17, year=2025),  SIX,  on(4, 1, 2025)),
    (at(6, 5, 17, year=2025),   FIVE, on(6, 9, 2025)),  # Qurbon hayit Friday 6 June
    (at(6, 5, 17, year=2025),   SIX,  on(6, 9, 2025)),  # and Saturday 7 an extra day
    # Monday 30 December 2024 to Thursday 2 January 2025 off; Saturday 4 January worked by five
    (at(12, 28, year=2024),     FIVE, on(1, 3, 2025)),
    (at(12, 28, 18, year=2024), SIX,  on(1, 3, 2025)),
    (at(1, 3, 18, year=2025),   FIVE, on(1, 4, 2025)),
    # 2024: Saturdays 6 January, 13 April, 14 December worked by five; Friday 8 March a holiday
    (at(1, 2, year=2024),       FIVE, on(1, 3, 2024)),
    (at(1, 6, year=2024),       FIVE, on(1, 6, 2024)),
    (at(3, 7, 17, year=2024),   FIVE, on(3, 11, 2024)),
    (at(3, 7, 17, year=2024),   SIX,  on(3, 9, 2024)),
    (at(4, 9, 17, year=2024),   FIVE, on(4, 13, 2024)),  # the eve of Ramazon hayit, 11 and 12 off too
    (at(12, 14, year=2024),     FIVE, on(12, 14, 2024)),
    # 2023: Saturdays 7 January, 11 and 25 March worked by five for 3 January, 20 and 22 March
    (at(1, 3, year=2023),       FIVE, on(1, 4, 2023)),
    (at(1, 7, year=2023),       FIVE, on(1, 7, 2023)),
    (at(3, 11, year=2023),      FIVE, on(3, 11, 2023)),
    (at(3, 20, year=2023),      FIVE, on(3, 23, 2023)),
    (at(3, 25, year=2023),      FIVE, on(3, 25, 2023)),
    (at(4, 29, year=2023),      FIVE, on(5, 1, 2023)),  # a Saturday off, as reported
    (at(4, 29, year=2023),      SIX,  on(4, 29, 2023)),
    (at(6, 27, 17, year=2023),  SIX,  on(7, 3, 2023)),  # Qurbon hayit Wednesday 28 June to Saturday 1 July
]  # fmt: skip


def told(received, where, *_) -> str:
    return f"{received:%a %d.%m.%Y %H:%M} {where.week}"


class TestRegistration:
    """On the day of receipt, or on the next working day: 23(1)."""

    @pytest.mark.parametrize(("when", "where", "day"), NEXT, ids=[told(*case) for case in NEXT])
    def test_on_the_day_or_the_next_working_day(self, when, where, day):
        one = due(received(when, office=where), "registration")
        assert days(one) == (day,) * 4
        assert one.status(noon(day)) is Status.RUNNING
        assert one.status(noon(day, 1)) is Status.OVERDUE

    @pytest.mark.parametrize("kind", [APPLICATION, COMPLAINT, PROPOSAL], ids=lambda kind: kind.name)
    def test_so_is_each_kind_and_each_may_have_to_go_on_or_back(self, kind):
        """23(1), 25(2), 25(4): the same days for an application, a proposal, a complaint."""
        new = received(at(4, 6), kind)
        lasts = [due(new, name).last for name in ("registration", "forwarding", "return")]
        assert lasts == [on(4, 6), on(4, 11), on(4, 11)]

    def test_the_clock_of_consideration_runs_from_receipt_all_the_same(self):
        """28(1): from receipt, not from registration."""
        entered = then(received(at(2, 2, 20)), register(at(2, 3)))
        assert due(entered, "registration").status(at(2, 3)) is Status.MET
        assert due(entered, "consideration").raw == on(2, 17)

    def test_the_day_is_the_office_s(self):
        """20:30 of 2 February in Greenwich is 3 February in Tashkent."""
        entered = received(at(2, 3, 1, 30).in_timezone("UTC"))
        assert due(entered, "consideration").raw == on(2, 18)

    def test_late_registration_is_recorded_and_late(self):
        entered = then(received(at(2, 2)), register(at(2, 3)))
        assert due(entered, "registration").status(at(2, 3)) is Status.LATE

    @pytest.mark.parametrize(
        ("when", "where", "basis"),
        [
            (at(4, 28, 18, year=2023), FIVE, Basis.REPORTED),
            (at(3, 7, 18), SIX, Basis.INFERRED),
            (at(3, 3, 18), FIVE, Basis.STATUTE),
        ],
        ids=["29.04.2023 was off, as reported", "09.03.2026 is off for six, by inference", "a weekday evening"],
    )
    def test_it_rests_on_the_days_off_it_met(self, when, where, basis):
        assert due(received(when, office=where), "registration").basis is basis

    @pytest.mark.parametrize("state", [S.RECEIVED, S.REGISTERED, S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED, S.DECIDED])
    def test_it_is_never_refused(self, state):
        """23(2)."""
        appeal = in_every_state()[state]
        reason = refused_under(appeal, RefuseRegistration(at=at(3, 6), by=REGISTRY), ORQ445(23, 2))
        assert reason.kind is ReasonKind.NEVER

    def test_an_anonymous_one_is_registered_too(self):
        assert registered(at(3, 3), appellants=(), named=False, signed=False).state is S.REGISTERED

    def test_once_only(self):
        (reason,) = refused(registered(at(3, 3)), register(at(3, 3), number="K-2"))
        assert (reason.kind, reason.cites) == (ReasonKind.STATE, (ORQ445(23, 1),))


LAST = [
    # received              kind         week  raw              rolled           control
    (at(2, 20),             COMPLAINT,   FIVE, on(3, 7),        on(3, 10),       on(3, 6)),  # Saturday; 8, 9 off
    (at(2, 20),             COMPLAINT,   SIX,  on(3, 7),        on(3, 7),        on(3, 7)),
    (at(2, 20, year=2024),  COMPLAINT,   FIVE, *[on(3, 6, 2024)] * 3),  # February of 29 days
    (at(4, 24),             APPLICATION, FIVE, on(5, 9),        on(5, 12),       on(5, 8)),  # a holiday on Saturday
    (at(4, 24),             APPLICATION, SIX,  on(5, 9),        on(5, 11),       on(5, 8)),
    (at(8, 16),             COMPLAINT,   FIVE, on(8, 31),       on(9, 2),        on(8, 28)),  # 31 and 1 off
    (at(8, 16),             COMPLAINT,   SIX,  on(8, 31),       on(9, 2),        on(8, 29)),
    (at(9, 16),             COMPLAINT,   FIVE, on(10, 1),       on(10, 2),       on(9, 30)),
    (at(11, 23),            COMPLAINT,   FIVE, on(12, 8),       on(12, 9),       on(12, 7)),
    (at(11, 27),            COMPLAINT,   FIVE, *[on(12, 12)] * 3),  # the worked Saturday
    (at(11, 20),            COMPLAINT,   FIVE, on(12, 5),       on(12, 7),       on(12, 4)),  # a Saturday as others
    (at(2, 23, year=2025),  COMPLAINT,   FIVE, on(3, 10, 2025), on(3, 11, 2025), on(3, 7, 2025)),
    (at(2, 23, year=2025),  COMPLAINT,   SIX,  *[on(3, 10, 2025)] * 3),
    (at(3, 16, year=2025),  COMPLAINT,   FIVE, on(3, 31, 2025), on(4, 1, 2025),  on(3, 28, 2025)),
    (at(3, 16, year=2025),  COMPLAINT,   SIX,  on(3, 31, 2025), on(4, 1, 2025),  on(3, 29, 2025)),
    (at(6, 2, year=2024),   COMPLAINT,   FIVE, on(6, 17, 2024), on(6, 19, 2024), on(6, 14, 2024)),  # Qurbon, Sunday 16
    (at(6, 2, year=2024),   COMPLAINT,   SIX,  on(6, 17, 2024), on(6, 19, 2024), on(6, 15, 2024)),
    (at(8, 17, year=2024),  COMPLAINT,   SIX,  on(9, 1, 2024),  on(9, 4, 2024),  on(8, 30, 2024)),  # 31, 2 and 3 off
    (at(4, 14, year=2023),  COMPLAINT,   FIVE, on(4, 29, 2023), on(5, 1, 2023),  on(4, 28, 2023)),
    (at(4, 14, year=2023),  COMPLAINT,   SIX,  *[on(4, 29, 2023)] * 3),
    # a month: the same number, or the last day
    (at(3, 31),             PROPOSAL,    FIVE, *[on(4, 30)] * 3),
    (at(8, 31),             PROPOSAL,    FIVE, *[on(9, 30)] * 3),
    (at(12, 31, year=2025), PROPOSAL,    FIVE, on(1, 31),       on(2, 2),        on(1, 30)),
    (at(1, 31, year=2024),  PROPOSAL,    FIVE, *[on(2, 29, 2024)] * 3),
    (at(2, 29, year=2024),  PROPOSAL,    FIVE, *[on(3, 29, 2024)] * 3),
    (at(1, 30, year=2025),  PROPOSAL,    FIVE, *[on(2, 28, 2025)] * 3),
]  # fmt: skip


class TestTermOfConsideration:
    """Fifteen days, with study a month, with an extension one more: 28(1) to 28(3)."""

    @pytest.mark.parametrize(
        ("when", "kind", "where", "raw", "rolled", "control"),
        LAST,
        ids=[f"{c[1].name} {told(c[0], c[2])}" for c in LAST],
    )
    def test_its_last_day(self, when, kind, where, raw, rolled, control):
        for law, last in ((APPEAL, raw), (rolling(), rolled)):
            one = due(in_review(when, kind, office=where), "consideration", lifecycle=law)
            assert days(one) == (raw, rolled, control, last)
            assert one.status(noon(last)) is (Status.RUNNING if last == control else Status.TIGHT)
            assert one.status(noon(last, 1)) is Status.OVERDUE

    @pytest.mark.parametrize(
        ("when", "studied", "month", "extended", "two"),
        [
            # Saturday 31 January: 28 February is a Saturday, and so is 28 March
            (at(1, 31), at(2, 10), (on(2, 28), on(3, 2), on(2, 27)), at(2, 20), (on(3, 28), on(3, 30), on(3, 27))),
            (at(1, 31, year=2024), at(2, 10, year=2024), (on(2, 29, 2024),) * 3, at(2, 29, year=2024),
             (on(3, 29, 2024),) * 3),
            (at(1, 30, year=2025), at(2, 10, year=2025), (on(2, 28, 2025),) * 3, at(2, 20, year=2025),
             (on(3, 28, 2025),) * 3),
            # Tuesday 30 June; 30 July a Thursday, 30 August a Sunday, 31 August and 1 September off
            (at(6, 30), at(7, 10), (on(7, 30),) * 3, at(7, 20), (on(8, 30), on(9, 2), on(8, 28))),
        ],
        ids=["31 January", "31 January of a leap year", "30 January", "30 June"],
    )  # fmt: skip
    def test_months_are_chained_to_the_day_on_which_the_first_ended(self, when, studied, month, extended, two):
        """31 January and a month and a month: 28 March, not 31."""
        appeal = in_review(when, COMPLAINT, study(studied))
        assert days(due(appeal, "consideration"))[:3] == month
        reason = refused_under(appeal, extend(extended, two[0].add(days=1)), ORQ445(28, 2))
        assert reason.kind is ReasonKind.GUARD
        longer = then(appeal, extend(extended, two[0]))
        assert days(due(longer, "consideration")) == (*two, two[0])

    def test_study_noted_on_the_last_day_gives_the_month(self):
        appeal = in_review(at(3, 3), APPLICATION, study(at(3, 18, 23, 59)))
        assert due(appeal, "consideration").last == on(4, 3)

    def test_study_noted_later_is_recorded_and_the_term_stands(self):
        appeal = in_review(at(3, 3), APPLICATION, study(at(3, 19, 0)))
        assert appeal.state is S.EXTRA_STUDY
        assert due(appeal, "consideration").last == on(3, 18)
        answered = then(appeal, decide(at(3, 25)), reply(at(3, 25)))
        assert due(answered, "consideration").status(at(3, 25)) is Status.LATE

    def test_by_analogy_study_may_be_noted_on_the_next_working_day(self):
        # As in case 3, Friday 20 March is off, and Tuesday 24 is the next working day
        appeal = in_review(at(3, 5), COMPLAINT, study(at(3, 24)))
        assert due(appeal, "consideration", lifecycle=rolling()).raw == on(4, 5)
        assert due(appeal, "consideration").raw == on(3, 20)

    @pytest.mark.parametrize("kind", [COMPLAINT, PROPOSAL], ids=lambda kind: kind.name)
    def test_it_is_said_what_study_is_needed_for(self, kind):
        nothing = Study(at=at(3, 5), by=WORKER, needs=frozenset())
        refused_under(in_review(at(3, 3), kind), nothing, ORQ445(28, 3 if kind is PROPOSAL else 1))

    def test_the_head_may_extend_without_study(self):
        # 18 March and a month: Saturday 18 April
        appeal = in_review(at(3, 3), COMPLAINT, extend(at(3, 17), on(4, 18)))
        assert days(due(appeal, "consideration")) == (on(4, 18), on(4, 20), on(4, 17), on(4, 18))

    @pytest.mark.parametrize(
        ("until", "lawful"),
        [(on(3, 17), False), (on(3, 18), False), (on(3, 19), True), (on(4, 18), True), (on(4, 19), False)],
        ids=["a day less", "the same day", "a day more", "exactly a month", "a month and a day"],
    )
    def test_by_how_much(self, until, lawful):
        appeal = in_review(at(3, 3))
        reasons = against(appeal, extend(at(3, 10), until))
        assert [ORQ445(28, 2) in reason.cites for reason in reasons] == ([] if lawful else [True])

    @pytest.mark.parametrize(
        ("when", "lawful"),
        [(at(3, 18, 23, 59), True), (at(3, 19, 0), False)],
        ids=["on the last day", "on the day after"],
    )
    def test_when(self, when, lawful):
        appeal = in_review(at(3, 3))
        assert APPEAL.explain(appeal, extend(when, on(4, 18))).accepted is lawful

    def test_not_after_a_late_study(self):
        appeal = in_review(at(3, 3), COMPLAINT, study(at(3, 19)))
        refused_under(appeal, extend(at(3, 20), on(4, 3)), ORQ445(28, 2).by(Basis.INFERRED))

    def test_by_analogy_on_the_next_working_day(self):
        # As in case 3, 20 March counts for how long, Tuesday 24 for when
        analogous = rolling()
        appeal = in_review(at(3, 5))
        assert APPEAL.explain(appeal, extend(at(3, 20, 23), on(4, 20))).accepted
        assert not APPEAL.explain(appeal, extend(at(3, 24), on(4, 20))).accepted
        assert analogous.explain(appeal, extend(at(3, 24), on(4, 20))).accepted
        assert not analogous.explain(appeal, extend(at(3, 24), on(4, 21))).accepted
        assert not analogous.explain(appeal, extend(at(3, 25), on(4, 20))).accepted

    def test_it_is_said_what_the_time_is_needed_for(self):
        nothing = Extend(at=at(3, 10), by=CHIEF, needs=frozenset(), until=on(4, 1))
        refused_under(in_review(at(3, 3)), nothing, ORQ445(28, 2))

    @pytest.mark.parametrize("by", [DEPUTY, WORKER, REGISTRY], ids=lambda by: by.role.name)
    def test_only_the_head_extends(self, by):
        appeal = in_review(at(3, 3))
        reason = refused_under(appeal, extend(at(3, 10), on(4, 1), by=by), ORQ445(28, 2))
        assert (reason.kind, reason.basis) == (ReasonKind.ROLE, Basis.STATUTE)

    def test_a_reply_meets_it_and_forwarding_too(self):
        assert due(considered(at(3, 3), at(3, 18)), "consideration").status(at(4, 1)) is Status.MET
        sent = in_review(at(3, 3), COMPLAINT, forward(at(3, 12)))
        assert due(sent, "consideration").status(at(4, 1)) is Status.MET

    def test_after_the_reply_nothing_is_owed(self):
        assert APPEAL.due(considered(at(3, 3), at(3, 18)), at(6, 1), open=True) == ()

    def test_a_decision_without_a_reply_does_not(self):
        """27(4)."""
        appeal = decided(at(3, 3), at(3, 10))
        assert due(appeal, "consideration").status(at(3, 19)) is Status.OVERDUE
        one = due(appeal, "reply")
        assert (days(one), one.status(at(3, 10))) == ((None,) * 4, Status.PROMPTLY)
        assert due(then(appeal, reply(at(3, 11))), "reply").status(at(3, 12)) is Status.MET


class TestProposals:
    """A month; none once study is noted; written notice of that within ten days from receipt: 28(3)."""

    def test_study_noted_after_the_month_lifts_nothing(self):
        appeal = in_review(at(9, 14), PROPOSAL, study(at(10, 15)))
        assert appeal.state is S.EXTRA_STUDY
        assert due(appeal, "consideration").last == on(10, 14)
        assert due(appeal, "consideration").status(at(10, 15)) is Status.OVERDUE

    def test_study_noted_on_the_last_day_does(self):
        appeal = in_review(at(9, 14), PROPOSAL, study(at(10, 14, 23)))
        assert due(appeal, "consideration").status(at(10, 20)) is Status.LIFTED
        # but the ten days of the notice had gone by
        assert due(appeal, "study_notice").status(at(10, 14, 23)) is Status.OVERDUE
        late = then(appeal, notify(at(10, 15), Notice.STUDY))
        assert due(late, "study_notice").status(at(10, 20)) is Status.LATE

    @pytest.mark.parametrize(
        ("where", "control"), [(FIVE, on(9, 18)), (SIX, on(9, 19))], ids=lambda one: getattr(one, "id", None)
    )
    def test_the_notice_is_due_on_a_sunday(self, where, control):
        # Thursday 10 September + 10 = Sunday 20
        appeal = in_review(at(9, 10), PROPOSAL, study(at(9, 14)), office=where)
        assert days(due(appeal, "study_notice")) == (on(9, 20), on(9, 21), control, on(9, 20))
        monday = due(then(appeal, notify(at(9, 21), Notice.STUDY)), "study_notice")
        assert monday.status(at(9, 22)) is Status.MET_BY_ANALOGY

    @pytest.mark.parametrize("form", [Form.ORAL, Form.ELECTRONIC], ids=lambda form: form.name)
    def test_the_notice_is_written(self, form):
        appeal = in_review(at(9, 14), PROPOSAL, study(at(9, 16)))
        refused_under(appeal, notify(at(9, 17), Notice.STUDY, form), ORQ445(28, 3))

    def test_another_notice_does_not_meet_it(self):
        appeal = in_review(at(9, 14), PROPOSAL, study(at(9, 16)))
        told_else = then(appeal, notify(at(9, 17), Notice.FORWARDED))
        assert due(told_else, "study_notice").status(at(9, 25)) is Status.OVERDUE

    def test_of_an_application_no_notice_is_owed(self):
        """28(1) names none."""
        assert dues(in_review(at(3, 3), APPLICATION, study(at(3, 5))), "study_notice") == ()

    def test_replied_to_in_its_own_time_it_is_met(self):
        appeal = in_review(at(9, 14), PROPOSAL, study(at(9, 16)), decide(at(12, 1)), reply(at(12, 1)))
        assert due(appeal, "consideration").status(at(12, 2)) is Status.MET


def give(when, request: str, by: Actor = ANOTHER_BODY) -> GiveInformation:
    return GiveInformation(at=when, by=by, request=request)


def decline(when, request: str, protected: bool) -> DeclineInformation:
    return DeclineInformation(at=when, by=ANOTHER_BODY, request=request, protected=protected)


class TestInformationFromOthers:
    """Another body gives it within ten days from the day the request reaches it: 24(4)."""

    def test_two_requests_each_with_its_own_clock(self):
        asked = in_review(
            at(3, 3), COMPLAINT, ask(at(3, 4), "1", arrived=at(3, 5)), ask(at(3, 6), "2", arrived=at(3, 6))
        )
        first, second = dues(asked, "information")
        # 5 March + 10: Sunday 15; 6 March + 10: Monday 16
        assert (first.key, *days(first)) == ("1", on(3, 15), on(3, 16), on(3, 13), on(3, 15))
        assert (second.key, *days(second)) == ("2", *[on(3, 16)] * 4)
        assert first.owed_by == OTHER_BODY
        given = then(asked, give(at(3, 16), "2"), give(at(3, 17), "1"))
        first, second = dues(given, "information")
        assert (first.status(at(3, 17)), second.status(at(3, 17))) == (Status.LATE, Status.MET)
        assert [request.state for request in given.requests] == [RequestState.ANSWERED] * 2

    def test_a_request_stops_no_clock(self):
        asked = in_review(at(3, 3), COMPLAINT, ask(at(3, 4)), ask(at(3, 10), "2"))
        assert due(asked, "consideration").last == on(3, 18)

    def test_it_is_declined_only_if_protected(self):
        asked = in_review(at(3, 3), COMPLAINT, ask(at(3, 4)))
        refused_under(asked, decline(at(3, 5), "1", protected=False), ORQ445(24, 4))
        declined = then(asked, decline(at(3, 5), "1", protected=True))
        assert declined.requests[0].state is RequestState.DECLINED
        assert due(declined, "information").status(at(4, 1)) is Status.MET
        (reason,) = refused(declined, give(at(3, 6), "1"))
        assert reason.kind is ReasonKind.STATE

    def test_what_was_not_asked_is_not_given(self):
        asked = in_review(at(3, 3), COMPLAINT, ask(at(3, 4)))
        (reason,) = refused(asked, give(at(3, 5), "9"))
        assert reason.kind is ReasonKind.STATE

    def test_the_same_request_is_not_made_twice(self):
        asked = in_review(at(3, 3), COMPLAINT, ask(at(3, 4)))
        (reason,) = refused(asked, ask(at(3, 5)))
        assert reason.kind is ReasonKind.STATE

    @pytest.mark.parametrize(
        "state", [S.REGISTERED, S.DECIDED, S.CONSIDERED, S.FORWARDED, S.TERMINATED], ids=lambda state: state.name
    )
    def test_it_is_asked_for_in_the_course_of_consideration(self, state):
        refused_under(in_every_state()[state], ask(at(3, 6)), ORQ445(24, 4))

    @pytest.mark.parametrize("state", [S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED], ids=lambda state: state.name)
    def test_whatever_the_term(self, state):
        asked = then(in_every_state()[state], ask(at(3, 6)))
        assert (asked.state, asked.requests[0].of) == (state, "gas supply")


class TestForwarding:
    """Outside competence: within five days, the appellant told; never to who is complained of: 25(2) to 25(4)."""

    @pytest.mark.parametrize(
        ("when", "by_the_text", "by_analogy"),
        [
            (at(3, 6), Status.MET, Status.MET),
            # Tuesday 3 March + 5 is Sunday 8, Monday 9 is off too
            (at(3, 8, 23), Status.MET, Status.MET),
            (at(3, 10), Status.MET_BY_ANALOGY, Status.MET),
            (at(3, 11), Status.LATE, Status.LATE),
        ],
        ids=["in time", "on the last day", "on the next working day", "later"],
    )
    def test_in_time_and_late(self, when, by_the_text, by_analogy):
        for law, status in ((APPEAL, by_the_text), (rolling(), by_analogy)):
            sent = then(registered(at(3, 3)), forward(when))
            assert sent.state is S.FORWARDED
            one = due(sent, "forwarding", lifecycle=law)
            assert (one.raw, one.rolled, one.status(at(3, 30))) == (on(3, 8), on(3, 10), status)

    def test_once_it_is_assigned_nobody_waits_for_its_transfer(self):
        appeal = in_review(at(3, 3))
        for name in ("forwarding", "return"):
            assert due(appeal, name).status(at(3, 20)) is Status.LIFTED

    @pytest.mark.parametrize(
        ("when", "status"), [(at(3, 7), Status.MET), (at(3, 12), Status.LATE)], ids=["in time", "late"]
    )
    def test_yet_a_transfer_after_that_is_judged(self, when, status):
        sent = in_review(at(3, 3), COMPLAINT, forward(when))
        assert due(sent, "forwarding").status(at(3, 30)) is status
        back = in_review(at(3, 3), COMPLAINT, give_back(when))
        assert due(back, "return").status(at(3, 30)) is status

    @pytest.mark.parametrize(
        ("more", "article"),
        [
            ({"outside_competence": False}, ORQ445(25, 3)),
            ({"data_suffice": False}, ORQ445(25, 4)),
            ({"to": "the accused"}, ORQ445(25, 3)),
        ],
        ids=["without grounds", "without data", "to who is complained of"],
    )
    def test_not_so(self, more, article):
        appeal = registered(at(3, 3), against=("the accused", "another"))
        assert refused_under(appeal, forward(at(3, 5), **more), article).kind is ReasonKind.GUARD

    @pytest.mark.parametrize(
        ("more", "article"),
        [
            ({"outside_competence": False}, ORQ445(25, 2)),
            ({"data_suffice": True}, ORQ445(25, 4)),
            ({"reasons": ""}, ORQ445(25, 4)),
        ],
        ids=["a matter of its own", "with data to send it on", "without reasons"],
    )
    def test_nor_returned_so(self, more, article):
        refused_under(registered(at(3, 3)), give_back(at(3, 5), **more), article)

    @pytest.mark.parametrize("executors", [("the accused",), ("worker", "the accused")], ids=["alone", "among others"])
    def test_nor_is_who_is_complained_of_charged_with_it(self, executors):
        appeal = registered(at(3, 3), against=("the accused",))
        refused_under(appeal, assign(at(3, 4), *executors), ORQ445(25, 3))
        ours = then(appeal, assign(at(3, 4), "worker", "expert"))
        assert ours.executors == ("worker", "expert")
        refused_under(ours, assign(at(3, 5), *executors), ORQ445(25, 3))
        assert then(ours, assign(at(3, 5), "other")).executors == ("other",)

    def test_the_notice_is_not_oral(self):
        sent = then(registered(at(3, 3)), forward(at(3, 5)))
        refused_under(sent, notify(at(3, 5), Notice.FORWARDED, Form.ORAL, by=DEPUTY), ORQ445(25, 2))

    @pytest.mark.parametrize(
        ("where", "entered", "control"),
        [(FIVE, on(4, 13), on(4, 24)), (SIX, on(4, 11), on(4, 25))],
        ids=["five", "six"],
    )
    def test_the_addressee_counts_in_its_own_week(self, where, entered, control):
        """28(1): from receipt by the body bound to decide. Saturday 11 April + 15 = Sunday 26."""
        sent = then(registered(at(4, 6)), forward(at(4, 10)))
        there = APPEAL.begin(Receive.of_forwarded(sent, at=at(4, 11), by=REGISTRY, case="2", office=where))
        assert due(there, "registration").last == entered
        assert days(due(there, "consideration")) == (on(4, 26), on(4, 27), control, on(4, 26))
        assert due(there, "forwarding").raw == on(4, 16)
        assert sent.office is FIVE

    def test_what_it_says_goes_with_it(self):
        said = {"against": ("the accused",), "questions": ("1", "2"), "minor": True, "language": "kaa"}
        sent = then(registered(at(4, 6), APPLICATION, **said), forward(at(4, 10)))
        there = APPEAL.begin(Receive.of_forwarded(sent, at=at(4, 10), by=REGISTRY, case="2", office=SIX))
        for field in ("kind", "form", "appellants", "against", "questions", "minor", "language", "content"):
            assert getattr(there, field) == getattr(sent, field)
        assert (there.id, there.number, there.version) == ("2", "", 1)

    def test_a_proof_of_authority_added_later_goes_with_it(self):
        appeal = registered(at(4, 6), representative=SON)
        proved = then(appeal, AddMaterials(at=at(4, 7), by=FOR_HER, authority="digest 5"), forward(at(4, 8)))
        there = Receive.of_forwarded(proved, at=at(4, 8), by=REGISTRY, case="2", office=SIX)
        assert there.authority == "digest 5"

    def test_so_does_the_request_to_disclose_nothing(self):
        appeal = registered(at(4, 6))
        sent = then(appeal, ProtectIdentity(at=at(4, 7), by=CITIZEN), forward(at(4, 8)))
        there = APPEAL.begin(Receive.of_forwarded(sent, at=at(4, 8), by=REGISTRY, case="2", office=SIX))
        assert register_entry(there).appellants == ()

    def test_filed_above_in_time_it_is_not_late_there(self):
        # learned on 3 March 2025, filed on the last day of the year, sent on two days later
        sent = then(registered(at(3, 3), learned=on(3, 3, 2025)), forward(at(3, 5)))
        there = APPEAL.begin(Receive.of_forwarded(sent, at=at(3, 5), by=REGISTRY, case="2", office=SIX))
        assert Status.LATE not in [one.status(at(3, 6)) for one in dues(there, "filing")]
        assert due(sent, "filing").status(at(3, 6)) is Status.MET

    def test_it_goes_to_another_body(self):
        refused_under(registered(at(3, 3)), forward(at(3, 5), to=FIVE.id), ORQ445(25, 2))

    def test_another_procedure(self):
        """1(3)."""
        appeal = registered(at(3, 3))
        away = then(appeal, Divert(at=at(3, 4), by=DEPUTY, procedure="criminal procedure"))
        assert away.state is S.DIVERTED
        assert APPEAL.due(away, at(3, 30), open=True) == ()
        refused_under(appeal, Divert(at=at(3, 4), by=DEPUTY, procedure=""), ORQ445(1, 3))


class TestDuplicates:
    """A copy of an appeal of the same person: with the first, or informed: 25(5), 25(6)."""

    def copy(self, **more) -> Appeal:
        return registered(at(3, 6), case="case 2", **more)

    def test_it_is_considered_with_the_first(self):
        first = in_review(at(3, 3))
        joined = then(self.copy(), Join.of(first, exact_copy=True, at=at(3, 6), by=DEPUTY))
        assert (joined.state, joined.former) == (S.JOINED, Reference("appeal", "case 1"))
        assert APPEAL.due(joined, at(3, 30), open=True) == ()
        assert due(first, "consideration").last == on(3, 18)

    def test_after_the_reply_the_appellant_is_informed(self):
        first = considered(at(3, 2), at(3, 5))
        inform = InformAnswered.of(first, exact_copy=True, at=at(3, 6), by=DEPUTY)
        informed = then(self.copy(), inform)
        assert (informed.state, informed.former) == (S.INFORMED, Reference("appeal", "case 1"))
        assert APPEAL.due(informed, at(3, 30), open=True) == ()

    def test_the_one_and_not_the_other(self):
        pending = decided(at(3, 2), at(3, 5))
        answered = then(pending, reply(at(3, 5, 12)))
        copy = self.copy()
        join, inform = Join.of(answered, exact_copy=True, at=at(3, 6), by=DEPUTY), InformAnswered.of
        refused_under(copy, join, ORQ445(25, 5))
        refused_under(copy, inform(pending, exact_copy=True, at=at(3, 6), by=DEPUTY), ORQ445(25, 6))

    @pytest.mark.parametrize("first", ["pending", "answered"])
    def test_only_a_copy_by_the_same_person(self, first):
        if first == "pending":
            make, other = Join.of, in_review(at(3, 3))
        else:
            make, other = InformAnswered.of, considered(at(3, 3), at(3, 5))
        refused_under(self.copy(), make(other, exact_copy=False, at=at(3, 6), by=DEPUTY), ORQ445(3))
        by_another = self.copy(appellants=(BEKZOD,))
        refused_under(by_another, make(other, exact_copy=True, at=at(3, 6), by=DEPUTY), ORQ445(3))


class TestRepeats:
    """It disagrees with the decision, or comes once the former term has run out: 3, 25(1)."""

    def link(self, former: Appeal, when, why=Why.LATENESS, lifecycle: Appeals | None = None, **more):
        last = due(former, "consideration", lifecycle=lifecycle).last
        repeat = registered(when, case="case 2", **more)
        return repeat, Link.of(former, last, why=why, at=when, by=REGISTRY)

    @pytest.mark.parametrize(
        ("life", "when", "lawful"),
        [
            (under_review(3, 3), at(3, 18, 23), False),
            (under_review(3, 3), at(3, 19), True),
            (under_review(3, 3, COMPLAINT, study(at(3, 12))), at(4, 3), False),
            (under_review(3, 3, COMPLAINT, study(at(3, 12))), at(4, 4), True),
            (under_review(3, 3, COMPLAINT, study(at(3, 19))), at(3, 20), True),
            (under_review(3, 3, PROPOSAL), at(4, 3), False),
            (under_review(3, 3, PROPOSAL), at(4, 4), True),
            (under_review(3, 3, PROPOSAL, study(at(3, 5))), at(12, 1), False),
        ],
        ids=[
            "on the last day", "on the day after", "on the last day of a study", "on the day after",
            "the study was noted late", "on the last day of a proposal", "on the day after", "a proposal under study",
        ],
    )  # fmt: skip
    def test_by_lateness(self, life, when, lawful):
        repeat, link = self.link(life(FIVE), when)
        reasons = against(repeat, link)
        assert [reason.cites for reason in reasons] == ([] if lawful else [(ORQ445(3),)])

    def test_by_lateness_as_the_last_day_is_read(self):
        # As in case 3, Friday 20 March by the text, Tuesday 24 by analogy
        former = in_review(at(3, 5))
        assert APPEAL.explain(*self.link(former, at(3, 21))).accepted
        assert not APPEAL.explain(*self.link(former, at(3, 24), lifecycle=rolling())).accepted
        assert APPEAL.explain(*self.link(former, at(3, 25), lifecycle=rolling())).accepted

    def test_what_counts_is_when_it_came(self):
        """Received on the last day, it is no repeat, whenever it is linked."""
        repeat, link = self.link(in_review(at(3, 3)), at(3, 18))
        refused_under(repeat, evolve(link, at=at(3, 25)), ORQ445(3))

    @pytest.mark.parametrize("kind", [APPLICATION, COMPLAINT, PROPOSAL], ids=lambda kind: kind.name)
    def test_a_repeat_of_each_kind(self, kind):
        former = considered(at(3, 3), at(3, 10), kind)
        assert APPEAL.explain(*self.link(former, at(3, 12), Why.DISAGREEMENT, kind=kind)).accepted

    def test_by_disagreement(self):
        former = considered(at(3, 3), at(3, 10))
        repeat = then(*self.link(former, at(3, 12), Why.DISAGREEMENT))
        assert (repeat.former, repeat.correspondence_ended) == (Reference("appeal", "case 1"), False)
        # a full term of its own: Thursday 12 March + 15 is Friday 27
        assert days(due(repeat, "consideration")) == (on(3, 27),) * 4

    def test_nobody_disagrees_before_the_decision(self):
        former = in_review(at(3, 3))
        refused_under(*self.link(former, at(3, 12), Why.DISAGREEMENT), ORQ445(3))

    def test_nor_in_a_letter_that_came_before_it(self):
        former = considered(at(3, 3), at(3, 10))
        repeat, link = self.link(former, at(3, 5), Why.DISAGREEMENT)
        refused_under(repeat, evolve(link, at=at(3, 11)), ORQ445(3))

    @pytest.mark.parametrize(
        "former",
        [
            lambda: decided(at(3, 3), at(3, 10)),
            lambda: in_every_state()[S.OFF_CONTROL],
            lambda: in_every_state()[S.LEFT],
            lambda: in_every_state()[S.TERMINATED],
        ],
        ids=["decided", "off control", "left", "terminated"],
    )
    def test_with_whatever_was_decided(self, former):
        link = Link.of(former(), None, why=Why.DISAGREEMENT, at=at(3, 12), by=REGISTRY)
        assert APPEAL.explain(registered(at(3, 12), case="case 2"), link).accepted

    def test_none_is_its_own_former(self):
        """3: nor a duplicate of itself, neither while it is pending nor after."""
        appeal = registered(at(3, 10))
        own = {"former": Reference("appeal", "case 1"), "appellants": ("p1",), "at": at(3, 11), "by": DEPUTY}
        for pointing in (
            Link(why=Why.LATENESS, last=on(3, 1), **own),
            Join(pending=True, exact_copy=True, received=at(3, 9), body=FIVE.id, **own),
            InformAnswered(answered=True, exact_copy=True, received=at(3, 9), body=FIVE.id, **own),
        ):
            refused_under(appeal, pointing, ORQ445(3))

    def test_by_the_same_person(self):
        former = considered(at(3, 3), at(3, 10), appellants=(NODIRA, BEKZOD))
        by_one = self.link(former, at(3, 12), Why.DISAGREEMENT, appellants=(BEKZOD, SON))
        assert APPEAL.explain(*by_one).accepted
        by_none = self.link(former, at(3, 12), Why.DISAGREEMENT, appellants=(FIRM,))
        refused_under(*by_none, ORQ445(3))


NEEDED = {
    EndingGround.UNFOUNDED_REPEAT: UNFOUNDED,
    EndingGround.WITHDRAWN: (),
    EndingGround.UNREACHABLE: (Fact.APPELLANT_NEEDED, Fact.CHANGE_NOT_TOLD),
    EndingGround.NO_SHOW: (Fact.APPELLANT_NEEDED, Fact.DID_NOT_COME),
    EndingGround.DIED: (Fact.DIED, Fact.NO_SUCCESSION),
}
DIED_BEFORE = terminate(at(3, 6), EndingGround.DIED, *NEEDED[EndingGround.DIED])
FACTS_NEEDED = [(ground, fact) for ground, facts in NEEDED.items() for fact in facts]


class TestTermination:
    """Five grounds, by the head or an authorised official: 30(1), 30(2)."""

    def ripe(self, ground: EndingGround) -> Appeal:
        """One whose file bears the ground out, at 10 March."""
        ours = in_review(at(3, 3), case="case 2")
        if ground is EndingGround.UNFOUNDED_REPEAT:
            former = considered(at(2, 2), at(2, 10))
            link = Link.of(former, None, why=Why.DISAGREEMENT, at=at(3, 4), by=REGISTRY)
            return then(ours, link)
        if ground is EndingGround.WITHDRAWN:
            return then(ours, withdraw(at(3, 5)))
        if ground is EndingGround.NO_SHOW:
            return then(ours, Summon(at=at(3, 5), by=WORKER, needed=True))
        return ours

    @pytest.mark.parametrize("by", [CHIEF, DEPUTY], ids=lambda by: by.role.name)
    @pytest.mark.parametrize("ground", EndingGround, ids=lambda ground: ground.name)
    def test_it_ends(self, ground, by):
        ended = then(self.ripe(ground), terminate(at(3, 10), ground, *NEEDED[ground], by=by))
        assert ended.state is S.TERMINATED
        assert ended.correspondence_ended is (ground is EndingGround.UNFOUNDED_REPEAT)
        assert due(ended, "consideration").status(at(4, 1)) is Status.LIFTED

    @pytest.mark.parametrize(("ground", "fact"), FACTS_NEEDED, ids=[f"{g.name} {f.name}" for g, f in FACTS_NEEDED])
    def test_each_fact_is_needed(self, ground, fact):
        facts = [one for one in NEEDED[ground] if one is not fact]
        refused_under(self.ripe(ground), terminate(at(3, 10), ground, *facts), ORQ445(30, 1))

    @pytest.mark.parametrize(
        "ground",
        [EndingGround.UNFOUNDED_REPEAT, EndingGround.WITHDRAWN, EndingGround.NO_SHOW],
        ids=["no former appeal", "not withdrawn", "not summoned"],
    )
    def test_the_file_bears_it_out(self, ground):
        appeal = in_review(at(3, 3))
        refused_under(appeal, terminate(at(3, 10), ground, *NEEDED[ground]), ORQ445(30, 1))

    @pytest.mark.parametrize("ground", EndingGround, ids=lambda ground: ground.name)
    def test_which_notices_are_owed(self, ground):
        """30(3) and 30(5) name two; of the others the Law says nothing."""
        ended = then(self.ripe(ground), terminate(at(3, 10), ground, *NEEDED[ground]))
        owed = {one.name for one in APPEAL.due(ended, at(3, 10), open=True)}
        assert owed == {
            EndingGround.UNFOUNDED_REPEAT: {"ended_correspondence_notice"},
            EndingGround.WITHDRAWN: {"withdrawal_return"},
            EndingGround.NO_SHOW: {"no_show_notice"},
        }.get(ground, set())

    def test_who_did_not_come_is_told_in_any_form(self):
        ripe = self.ripe(EndingGround.NO_SHOW)
        ended = then(ripe, terminate(at(3, 10), EndingGround.NO_SHOW, *NEEDED[EndingGround.NO_SHOW]))
        assert due(ended, "no_show_notice").status(at(3, 12)) is Status.PROMPTLY
        for form in Form:
            told_so = then(ended, notify(at(3, 11), Notice.NO_SHOW, form))
            assert due(told_so, "no_show_notice").status(at(3, 12)) is Status.MET

    @pytest.mark.parametrize("by", [WORKER, REGISTRY, CITIZEN], ids=lambda by: by.role.name)
    def test_nobody_else_ends_it(self, by):
        ripe = self.ripe(EndingGround.WITHDRAWN)
        reason = refused_under(ripe, terminate(at(3, 10), EndingGround.WITHDRAWN, by=by), ORQ445(30, 2))
        assert (reason.kind, reason.is_law) == (ReasonKind.ROLE, True)

    def test_only_who_is_needed_or_to_be_heard_is_summoned(self):
        needless = Summon(at=at(3, 5), by=WORKER, needed=False)
        for other in ("", "p2"):
            refused_under(in_review(at(3, 3)), evolve(needless, other=other), ORQ445(33, 1))
            assert not then(in_review(at(3, 3)), evolve(needless, other=other, to_hear=True)).summoned

    @pytest.mark.parametrize(
        "said",
        [{"needed": False, "to_hear": True}, {"needed": True, "other": "p2"}],
        ids=["only to be heard", "another person"],
    )
    def test_nobody_is_a_no_show_who_was_not_summoned_as_needed(self, said):
        """30(1): summoned because it can't be considered without the appellant."""
        facts = NEEDED[EndingGround.NO_SHOW]
        called = in_review(at(3, 3), COMPLAINT, Summon(at=at(3, 5), by=WORKER, **said))
        refused_under(called, terminate(at(3, 10), EndingGround.NO_SHOW, *facts), ORQ445(30, 1))
        again = then(called, Summon(at=at(3, 6), by=WORKER, needed=True))
        for more in ((), (Summon(at=at(3, 7), by=WORKER, **said),)):
            ended = then(again, *more, terminate(at(3, 10), EndingGround.NO_SHOW, *facts))
            assert ended.state is S.TERMINATED


class TestWithdrawal:
    """Before the decision, in writing or electronically; returned within three days: 30(4), 32(1)."""

    @pytest.mark.parametrize("form", [Form.WRITTEN, Form.ELECTRONIC], ids=lambda form: form.name)
    @pytest.mark.parametrize("what", Withdrawal, ids=lambda what: what.name)
    def test_in_these_forms(self, what, form):
        asked = in_review(at(3, 3), COMPLAINT, withdraw(at(3, 5), what, form))
        assert (asked.state, asked.withdrawal) == (S.IN_REVIEW, what)

    def test_before_anybody_was_charged_with_it(self):
        ended = then(registered(at(3, 3)), withdraw(at(3, 4)), terminate(at(3, 4), EndingGround.WITHDRAWN))
        for name in ("forwarding", "return", "consideration"):
            assert due(ended, name).status(at(4, 1)) is Status.LIFTED

    def test_not_by_word_of_mouth(self):
        appeal = in_review(at(3, 3))
        refused_under(appeal, withdraw(at(3, 5), form=Form.ORAL), ORQ445(32, 1))

    @pytest.mark.parametrize(
        "state", [S.REGISTERED, S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED], ids=lambda state: state.name
    )
    def test_before_the_decision(self, state):
        appeal = then(in_every_state()[state], withdraw(at(3, 6)))
        assert then(appeal, terminate(at(3, 6), EndingGround.WITHDRAWN)).state is S.TERMINATED

    @pytest.mark.parametrize("state", [S.DECIDED, S.CONSIDERED, S.OFF_CONTROL], ids=lambda state: state.name)
    def test_not_after_it(self, state):
        reason = refused_under(in_every_state()[state], withdraw(at(3, 6)), ORQ445(32, 1))
        assert reason.kind is ReasonKind.NEVER

    def test_to_end_it_one_may_ask_in_any_form(self):
        asked = in_review(at(3, 3), COMPLAINT, withdraw(at(3, 5), Withdrawal.END_ASKED, Form.ORAL))
        assert then(asked, terminate(at(3, 6), EndingGround.WITHDRAWN)).state is S.TERMINATED

    @pytest.mark.parametrize(("where", "control"), [(FIVE, on(3, 6)), (SIX, on(3, 7))], ids=["five", "six"])
    def test_it_is_returned_within_three_days_of_the_ending(self, where, control):
        # Thursday 5 March + 3 is Sunday 8, a holiday; Monday 9 is off
        appeal = in_review(at(3, 3), COMPLAINT, withdraw(at(3, 4)), office=where)
        assert dues(appeal, "withdrawal_return") == ()
        ended = then(appeal, terminate(at(3, 5), EndingGround.WITHDRAWN))
        one = due(ended, "withdrawal_return")
        assert (days(one), one.under) == ((on(3, 8), on(3, 10), control, on(3, 8)), (ORQ445(30, 4),))
        for when, status in ((at(3, 8), Status.MET), (at(3, 10), Status.MET_BY_ANALOGY), (at(3, 11), Status.LATE)):
            back = then(ended, ReturnWithdrawn(at=when, by=WORKER))
            assert due(back, "withdrawal_return").status(at(3, 30)) is status

    def test_it_is_returned_once(self):
        back = ReturnWithdrawn(at=at(3, 6), by=WORKER)
        ended = in_review(at(3, 3), COMPLAINT, withdraw(at(3, 5)), terminate(at(3, 6), EndingGround.WITHDRAWN), back)
        refused_under(ended, back, ORQ445(30, 4))

    def test_where_only_its_end_was_asked_for_nothing_is_returned(self):
        asked = in_review(at(3, 3), COMPLAINT, withdraw(at(3, 5), Withdrawal.END_ASKED))
        ended = then(asked, terminate(at(3, 6), EndingGround.WITHDRAWN))
        assert dues(ended, "withdrawal_return") == ()
        refused_under(ended, ReturnWithdrawn(at=at(3, 6), by=WORKER), ORQ445(30, 4))

    def test_ended_long_after_it_was_withdrawn_it_is_returned_in_time_all_the_same(self):
        # Withdrawn on Wednesday 4 March, ended on Monday 16: Thursday 19
        ended = in_review(at(3, 3), COMPLAINT, withdraw(at(3, 4)), terminate(at(3, 16), EndingGround.WITHDRAWN))
        assert due(ended, "withdrawal_return").last == on(3, 19)
        for when in (at(3, 16), at(3, 16, 23), at(3, 19, 23)):
            back = then(ended, ReturnWithdrawn(at=when, by=WORKER))
            assert due(back, "withdrawal_return").status(at(4, 1)) is Status.MET
        assert APPEAL.audit([record.action for record in back.history], at(4, 1)).findings == ()

    def test_where_the_file_does_not_hold_the_withdrawal_an_audit_asks_for_its_return_all_the_same(self):
        """Ended as withdrawn, says the file: that it does not hold the application is unlawful, and another finding."""
        begun = receive(at(3, 3)), register(at(3, 3))
        judged = APPEAL.audit([*begun, terminate(at(3, 4), EndingGround.WITHDRAWN)], at(4, 1))
        assert [(f.kind, f.name) for f in judged.findings] == [
            (FindingKind.UNLAWFUL, "Terminate"), (FindingKind.OWED, "withdrawal_return"),
        ]  # fmt: skip

    def test_ended_on_another_ground_it_is_not_returned(self):
        """30(4): only where it was ended on the application."""
        ended = in_review(at(3, 3), COMPLAINT, withdraw(at(3, 4)), DIED_BEFORE)
        assert dues(ended, "withdrawal_return") == ()
        refused_under(ended, ReturnWithdrawn(at=at(3, 6), by=WORKER), ORQ445(30, 4))

    @pytest.mark.parametrize("first", Withdrawal, ids=lambda what: what.name)
    def test_who_asks_to_end_it_and_withdraws_it_gets_it_back_whichever_came_first(self, first):
        # 6 March + 3 is Monday 9
        (second,) = set(Withdrawal) - {first}
        asked = in_review(at(3, 3), COMPLAINT, withdraw(at(3, 4), first), withdraw(at(3, 5), second))
        ended = then(asked, terminate(at(3, 6), EndingGround.WITHDRAWN))
        assert due(ended, "withdrawal_return").raw == on(3, 9)


ANONYMOUS = {
    "nobody is named": {"appellants": ()},
    "no name or residence": {"named": False},
    "a written one unsigned": {"signed": False},
    "an electronic one of an unknown sender": {
        "identified": False, "form": Form.ELECTRONIC, "channel": Channel.OFFICIAL_SITE,
    },
}  # fmt: skip
KNOWN = {
    "a written one": {},
    "a written one that is not electronic": {"identified": False},
    "an electronic one unsigned": {"signed": False, "form": Form.ELECTRONIC, "channel": Channel.OFFICIAL_EMAIL},
    "an oral one unsigned": {"signed": False, "form": Form.ORAL, "channel": Channel.TRUST_TELEPHONE},
}


class TestLeftWithoutConsideration:
    """Anonymous, without authority, or short of another requirement; by an approved conclusion: 29(1) to 29(3)."""

    @pytest.mark.parametrize("said", list(ANONYMOUS), ids=str)
    def test_an_anonymous_one_is_left_and_nobody_told(self, said):
        """3, 29(1)."""
        appeal = registered(at(3, 3), **ANONYMOUS[said])
        refused_under(appeal, assign(at(3, 4)), ORQ445(29, 1))
        left = then(appeal, leave(at(3, 4), LeavingGround.ANONYMOUS))
        assert left.state is S.LEFT
        assert APPEAL.due(left, at(4, 1), open=True) == ()

    @pytest.mark.parametrize("said", list(KNOWN), ids=str)
    def test_one_that_is_not_anonymous_is_not_left_as_such(self, said):
        appeal = registered(at(3, 3), **KNOWN[said])
        reason = refused_under(appeal, leave(at(3, 4), LeavingGround.ANONYMOUS), ORQ445(29, 1))
        assert ORQ445(3) in reason.cites
        assert then(appeal, assign(at(3, 4))).state is S.IN_REVIEW

    def test_false_data_are_as_good_as_none(self):
        left = in_review(at(3, 3), COMPLAINT, leave(at(3, 10), LeavingGround.ANONYMOUS, Fact.DATA_FALSE))
        assert left.state is S.LEFT
        assert due(left, "consideration").status(at(4, 1)) is Status.LIFTED

    def test_without_authority_the_appellant_is_told(self):
        appeal = registered(at(3, 3), representative=SON)
        reason = refused_under(appeal, assign(at(3, 4)), ORQ445(6, 7))
        assert ORQ445(29, 1) in reason.cites
        left = then(appeal, leave(at(3, 4), LeavingGround.NO_AUTHORITY))
        assert due(left, "authority_notice").status(at(3, 5)) is Status.PROMPTLY
        told_so = then(left, notify(at(3, 5), Notice.NO_AUTHORITY, Form.ORAL, by=DEPUTY))
        assert due(told_so, "authority_notice").status(at(3, 5)) is Status.MET

    def test_authority_may_be_proved_later(self):
        appeal = registered(at(3, 3), representative=SON)
        refused_under(appeal, AddMaterials(at=at(3, 4), by=FOR_HER), ORQ445(6, 7).by(Basis.INFERRED))
        more = then(appeal, AddMaterials(at=at(3, 4), by=CITIZEN))
        refused_under(more, assign(at(3, 5)), ORQ445(6, 7))
        proved = then(more, AddMaterials(at=at(3, 5), by=FOR_HER, authority="digest 5"))
        refused_under(proved, leave(at(3, 6), LeavingGround.NO_AUTHORITY), ORQ445(29, 1))
        still = then(proved, AddMaterials(at=at(3, 6), by=FOR_HER))
        assert then(still, assign(at(3, 6))).state is S.IN_REVIEW

    @pytest.mark.parametrize("more", [{}, {"representative": SON, "authority": "digest 5"}], ids=["alone", "proved"])
    def test_nobody_lacks_authority_who_proved_it_or_needs_none(self, more):
        appeal = registered(at(3, 3), **more)
        refused_under(appeal, leave(at(3, 4), LeavingGround.NO_AUTHORITY), ORQ445(29, 1))

    def test_another_requirement_is_named(self):
        appeal = registered(at(3, 3))
        refused_under(appeal, leave(at(3, 4), LeavingGround.OTHER_REQUIREMENT), ORQ445(29, 1))
        left = then(
            appeal, leave(at(3, 4), LeavingGround.OTHER_REQUIREMENT, requirement=Requirement.ADDRESSEE_AND_SUBSTANCE)
        )
        assert left.state is S.LEFT
        assert dues(left, "authority_notice") == ()

    def test_by_a_conclusion(self):
        appeal = registered(at(3, 3), signed=False)
        refused_under(appeal, leave(at(3, 4), LeavingGround.ANONYMOUS, conclusion=""), ORQ445(29, 2))

    @pytest.mark.parametrize("by", [WORKER, REGISTRY], ids=lambda by: by.role.name)
    def test_that_the_head_or_an_authorised_official_approves(self, by):
        appeal = registered(at(3, 3), signed=False)
        for one in (CHIEF, DEPUTY):
            assert APPEAL.explain(appeal, leave(at(3, 4), LeavingGround.ANONYMOUS, by=one)).accepted
        reason = refused_under(appeal, leave(at(3, 4), LeavingGround.ANONYMOUS, by=by), ORQ445(29, 2))
        assert (reason.kind, reason.is_law) == (ReasonKind.ROLE, True)

    def test_a_minor_s_unsigned_letter_may_be_left_as_anybody_s(self):
        """24-1(1) forbids lack of capacity, no other ground."""
        appeal = registered(at(3, 3), minor=True, signed=False)
        assert then(appeal, leave(at(3, 4), LeavingGround.ANONYMOUS)).state is S.LEFT

    def test_lack_of_capacity_of_a_minor(self):
        appeal = registered(at(3, 3), minor=True)
        reasons = refused(appeal, leave(at(3, 4), LeavingGround.LACK_OF_CAPACITY))
        assert {ORQ445("24-1", 1), ORQ445(29, 1)} <= {cite for reason in reasons for cite in reason.cites}

    def test_lack_of_capacity_of_a_grown_up_is_no_ground_either(self):
        appeal = registered(at(3, 3))
        refused_under(appeal, leave(at(3, 4), LeavingGround.LACK_OF_CAPACITY), ORQ445(29, 1))

    def test_not_even_with_a_requirement_named(self):
        why = leave(at(3, 4), LeavingGround.LACK_OF_CAPACITY, requirement=Requirement.NAME_AND_RESIDENCE)
        refused_under(registered(at(3, 3)), why, ORQ445(29, 1))

    def test_a_minor_is_considered_as_anybody(self):
        ours = in_review(at(3, 3), minor=True)
        assert due(ours, "consideration").last == on(3, 18)


FORMS_OF = {
    Channel.PERSONAL_RECEPTION: set(Form),
    Channel.MOBILE_RECEPTION: set(Form),
    Channel.PUBLIC_RECEPTION: set(Form),
    Channel.VIDEO_CONFERENCE: {Form.ORAL},
    Channel.TRUST_TELEPHONE: {Form.ORAL},
    Channel.POST: {Form.WRITTEN},
    Channel.OFFICIAL_SITE: {Form.ELECTRONIC},
    Channel.OFFICIAL_EMAIL: {Form.ELECTRONIC},
    Channel.GOVERNMENT_PORTAL: {Form.ELECTRONIC},
    Channel.VIRTUAL_RECEPTION: {Form.ELECTRONIC},
    Channel.PEOPLES_RECEPTION: {Form.WRITTEN, Form.ELECTRONIC},
    Channel.EDITORIAL_OFFICE: {Form.WRITTEN, Form.ELECTRONIC},
}


class TestReceipt:
    """Forms, channels, enclosures, letters that are no appeals, appeals solved on the spot."""

    @pytest.mark.parametrize("channel", Channel, ids=lambda channel: channel.name)
    def test_forms_by_channel(self, channel):
        """3, 5(1), 9(9): contact in real time is oral."""
        lawful = {f for f in Form if not against(None, receive(at(3, 3), channel=channel, form=f))}
        assert lawful == FORMS_OF[channel]
        for form in set(Form) - lawful:
            (reason,) = against(None, receive(at(3, 3), channel=channel, form=form))
            assert (reason.kind, ORQ445(5, 1) in reason.cites) == (ReasonKind.GUARD, True)

    def test_from_an_editorial_office_in_the_same_terms(self):
        """7(1)."""
        ours = in_review(at(3, 3), APPLICATION, channel=Channel.EDITORIAL_OFFICE)
        assert due(ours, "consideration").last == on(3, 18)

    def test_the_refusal_cites_the_article_on_letters(self):
        refused_under(registered(at(3, 3)), LayAside(at=at(3, 4), by=DEPUTY), ORQ445(25, 7))

    def test_who_receives_is_a_house_rule(self):
        """HOUSE 1."""
        for action in (receive(at(3, 3), by=WORKER), on_the_spot(at(3, 3), by=WORKER)):
            (reason,) = against(None, action)
            assert (reason.kind, reason.cites, reason.is_law) == (ReasonKind.ROLE, (HOUSE(1),), False)
            assert against(None, action, lifecycle=APPEAL.without(roles=[type(action)])) == ()

    def test_of_enclosures_missing_a_copy_goes_to_the_sender(self):
        """21(4)."""
        for appeal in (received(at(3, 3)), registered(at(3, 3))):
            act = NoteEnclosures(at=at(3, 4), by=REGISTRY, copy_sent=True)
            assert then(appeal, act).state is appeal.state
            refused_under(appeal, evolve(act, copy_sent=False), ORQ445(21, 4))

    @pytest.mark.parametrize(
        "lacking",
        [{"named": False}, {"content": ""}, {"result": ""}, {"appellants": ()}],
        ids=lambda one: next(iter(one)),
    )
    def test_minutes_are_complete(self, lacking):
        """23(5)."""
        (reason,) = against(None, on_the_spot(at(3, 3), **lacking))
        assert reason.cites == (ORQ445(23, 5),)

    @pytest.mark.parametrize(
        "channel", [Channel.PERSONAL_RECEPTION, Channel.MOBILE_RECEPTION, Channel.TRUST_TELEPHONE], ids=lambda c: c.name
    )
    def test_only_at_a_public_reception(self, channel):
        """23(5)."""
        (reason,) = against(None, on_the_spot(at(3, 3), channel=channel))
        assert reason.cites == (ORQ445(23, 5),)

    def test_a_letter_is_dealt_with_at_discretion(self):
        """25(7): no term."""
        letter = registered(at(3, 3), LETTER)
        assert APPEAL.due(letter, at(4, 30)) == ()
        assert then(letter, LayAside(at=at(4, 30), by=DEPUTY)).state is S.LAID_ASIDE

    def test_a_letter_is_no_appeal_and_an_appeal_no_letter(self):
        letter, appeal = registered(at(3, 3), LETTER), registered(at(3, 3))
        former = considered(at(2, 2), at(2, 3))
        for action in (
            assign(at(3, 4)),
            forward(at(3, 4)),
            give_back(at(3, 4)),
            leave(at(3, 4), LeavingGround.OTHER_REQUIREMENT, requirement=Requirement.ADDRESSEE_AND_SUBSTANCE),
            put_on_control(at(3, 4)),
            withdraw(at(3, 4)),
            terminate(at(3, 4), EndingGround.DIED, *NEEDED[EndingGround.DIED]),
            Divert(at=at(3, 4), by=DEPUTY, procedure="criminal procedure"),
            Join.of(appeal, exact_copy=True, at=at(3, 4), by=DEPUTY),
            InformAnswered.of(former, exact_copy=True, at=at(3, 4), by=DEPUTY),
            Link.of(former, None, why=Why.DISAGREEMENT, at=at(3, 4), by=REGISTRY),
        ):
            assert [reason.kind for reason in refused(letter, action)] == [ReasonKind.STATE]
        (reason,) = refused(appeal, LayAside(at=at(3, 4), by=DEPUTY))
        assert reason.kind is ReasonKind.STATE
        with pytest.raises(Refused):
            APPEAL.begin(on_the_spot(at(3, 3), LETTER))


class TestFilingAbove:
    """An application or complaint to the superior body: within a year from learning of it: 22(2), 22(3)."""

    @pytest.mark.parametrize("kind", [APPLICATION, COMPLAINT], ids=lambda kind: kind.name)
    def test_of_both_kinds(self, kind):
        one = due(received(at(3, 4), kind, learned=on(3, 3, 2025)), "filing")
        assert one.status(at(3, 5)) is Status.LATE

    @pytest.mark.parametrize(
        ("learned", "received_at", "last", "status"),
        [
            (on(3, 3, 2025), at(3, 3, 23), on(3, 3), Status.MET),
            (on(3, 3, 2025), at(3, 4), on(3, 3), Status.LATE),
            # 29 February has no match in 2025; Friday 28
            (on(2, 29, 2024), at(2, 28, year=2025), on(2, 28, 2025), Status.MET),
            (on(2, 29, 2024), at(3, 1, year=2025), on(2, 28, 2025), Status.LATE),
            # 7 March 2026 is a Saturday, 8 and 9 are off
            (on(3, 7, 2025), at(3, 10), on(3, 7), Status.MET_BY_ANALOGY),
        ],
        ids=["on the last day", "the day after", "29 February", "29 February, the day after", "by analogy"],
    )
    def test_in_time_and_late(self, learned, received_at, last, status):
        one = due(received(received_at, learned=learned), "filing")
        assert (one.start, one.last, one.owed_by) == (learned, last, APPELLANT)
        assert one.status(noon(last, 30)) is status

    def test_one_that_came_late_is_registered_all_the_same(self):
        assert registered(at(3, 4), learned=on(3, 3, 2025)).state is S.REGISTERED

    def test_restored_for_a_valid_reason(self):
        appeal = registered(at(3, 4), learned=on(3, 3, 2025))
        restored = then(appeal, RestoreFiling(at=at(3, 5), by=DEPUTY, valid_reason=True))
        assert due(restored, "filing").status(at(3, 6)) is Status.MET
        refused_under(appeal, RestoreFiling(at=at(3, 5), by=DEPUTY, valid_reason=False), ORQ445(22, 3))

    def test_no_term_elsewhere(self):
        """22(1); and 22(2) names no proposals."""
        assert dues(received(at(3, 4)), "filing") == ()
        proposal = registered(at(3, 4), PROPOSAL, learned=on(3, 3, 2025))
        assert dues(proposal, "filing") == ()
        (reason,) = refused(proposal, RestoreFiling(at=at(3, 5), by=DEPUTY, valid_reason=True))
        assert reason.kind is ReasonKind.STATE


class TestReply:
    """Each question on concrete grounds; signed; to its addressee; in its language: 27(1) to 27(5)."""

    @pytest.mark.parametrize(
        ("questions", "answered", "lawful"),
        [
            (("1", "2"), ("1", "2"), True),
            (("1", "2"), ("2", "1", "3"), True),
            (("1", "2"), ("1",), False),
            (("1", "2"), ("3", "4"), False),
            ((), ("1",), True),
        ],
    )
    def test_each_question_is_answered(self, questions, answered, lawful):
        appeal = in_review(at(3, 3), questions=questions)
        reasons = against(appeal, decide(at(3, 10), *answered))
        assert [ORQ445(27, 4) in reason.cites for reason in reasons] == ([] if lawful else [True])

    def test_on_concrete_grounds(self):
        bare = Decide(at=at(3, 10), by=CHIEF, outcome=Outcome.REFUSED, answers=(AnsweredQuestion("1", ""),))
        refused_under(in_review(at(3, 3)), bare, ORQ445(27, 5))

    @pytest.mark.parametrize("outcome", Outcome, ids=lambda outcome: outcome.name)
    def test_what_was_decided_is_kept(self, outcome):
        appeal = in_review(at(3, 3), COMPLAINT, decide(at(3, 10), outcome=outcome))
        assert (appeal.state, appeal.outcome) == (S.DECIDED, outcome)

    @pytest.mark.parametrize(
        ("more", "article"),
        [
            ({"form": Form.ORAL}, ORQ445(27, 1)),
            ({"to": "p2"}, ORQ445(27, 3)),
            ({"language": "ru"}, ORQ445(27, 5)),
            ({"challenge_explained": False}, ORQ445(33, 3).by(Basis.INFERRED)),
        ],
        ids=["oral", "to another", "in another language", "without how to challenge it"],
    )
    def test_not_so(self, more, article):
        appeal = decided(at(3, 3), at(3, 10))
        reason = refused_under(appeal, reply(at(3, 10), **more), article)
        assert (reason.kind, reason.is_law) == (ReasonKind.GUARD, True)

    @pytest.mark.parametrize(
        "more",
        [
            {"form": Form.ELECTRONIC},
            {"language": "ru", "own_language_impossible": True},
            {"by": DEPUTY},
        ],
        ids=["electronic", "as far as possible", "by an authorised official"],
    )
    def test_but_so(self, more):
        appeal = decided(at(3, 3), at(3, 10))
        assert then(appeal, reply(at(3, 10), **more)).state is S.CONSIDERED

    def test_in_the_language_of_the_appeal(self):
        appeal = decided(at(3, 3), at(3, 10), language="kaa")
        refused_under(appeal, reply(at(3, 10), language="uz"), ORQ445(27, 5))
        assert then(appeal, reply(at(3, 10), language="kaa")).state is S.CONSIDERED

    @pytest.mark.parametrize(
        ("more", "to"),
        [
            ({"appellants": (NODIRA, BEKZOD, FIRM)}, {"p1"}),
            ({"appellants": (NODIRA, BEKZOD, FIRM), "reply_to": "firm"}, {"firm"}),
            ({"appellants": (FIRM, NODIRA)}, {"firm"}),
            ({"representative": SON, "authority": "digest 5"}, {"p1", "p3"}),
        ],
        ids=["the first named", "who was asked for", "a firm named first", "a representative"],
    )
    def test_to_whom(self, more, to):
        appeal = decided(at(3, 3), at(3, 10), **more)
        everybody = ("p1", "p2", "p3", "firm", "")
        assert {one for one in everybody if not against(appeal, reply(at(3, 10), to=one))} == to
        refused_under(appeal, reply(at(3, 10), to=""), ORQ445(27, 3))


class TestAfterTheReply:
    """Explained within ten days; off control by who put it on: 31, 34."""

    def test_late_explanation(self):
        # Thursday 26 February + 10: Sunday 8 March; Tuesday 10 is the next working day
        asked = then(considered(at(2, 2), at(2, 10)), AskClarification(at=at(2, 26), by=CITIZEN))
        assert days(due(asked, "clarification")) == (on(3, 8), on(3, 10), on(3, 6), on(3, 8))
        for when, status in ((at(3, 8), Status.MET), (at(3, 10), Status.MET_BY_ANALOGY), (at(3, 11), Status.LATE)):
            explained = then(asked, Clarify(at=when, by=CHIEF, substance_changed=False))
            assert due(explained, "clarification").status(at(3, 20)) is status

    def test_errors_are_corrected_unasked(self):
        """31(1)."""
        answered = considered(at(3, 3), at(3, 10))
        corrected = then(answered, Clarify(at=at(3, 11), by=CHIEF, substance_changed=False))
        assert (corrected.state, dues(corrected, "clarification")) == (S.CONSIDERED, ())

    def test_by_the_same_hand(self):
        """34(2)."""
        other = Actor("another deputy", AUTHORISED)
        for hand in (CHIEF, DEPUTY):
            done = then(considered(at(3, 3), at(3, 10)), put_on_control(at(3, 11), by=hand))
            assert done.control_by == hand.id
            for by in {CHIEF, DEPUTY, other} - {hand}:
                refused_under(done, TakeOffControl(at=at(3, 12), by=by), ORQ445(34, 2))
            off = then(done, TakeOffControl(at=at(3, 12), by=hand))
            assert off.state is S.OFF_CONTROL

    def test_what_was_never_on_control_is_not_taken_off(self):
        answered = considered(at(3, 3), at(3, 10))
        refused_under(answered, TakeOffControl(at=at(3, 12), by=CHIEF), ORQ445(34, 2))

    def test_it_is_put_on_control_once(self):
        appeal = then(received(at(3, 3)), put_on_control(at(3, 3)))
        refused_under(appeal, put_on_control(at(3, 4), by=DEPUTY), ORQ445(34, 2).by(Basis.INFERRED))

    @pytest.mark.parametrize(
        "state",
        [S.RECEIVED, S.REGISTERED, S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED, S.DECIDED],
        ids=lambda state: state.name,
    )
    def test_it_stays_on_control_until_it_is_considered(self, state):
        """34(3)."""
        appeal = then(in_every_state()[state], put_on_control(at(3, 6)))
        reason = refused_under(appeal, TakeOffControl(at=at(3, 6), by=CHIEF), ORQ445(34, 3))
        assert reason.kind is ReasonKind.NEVER

    @pytest.mark.parametrize("state", [S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED], ids=lambda state: state.name)
    def test_an_interim_reply_ends_nothing(self, state):
        """34(3)."""
        appeal = then(in_every_state()[state], put_on_control(at(3, 6)))
        told_so = then(appeal, InterimReply(at=at(3, 7), by=WORKER))
        assert (told_so.state, told_so.control_by) == (state, "chief")
        before, after = (due(one, "consideration", at(3, 7)) for one in (appeal, told_so))
        assert (before, after.met) == (after, None)

    def test_the_file_is_shown_unless_it_is_protected(self):
        """33(3), 19(1)."""
        for state in (S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED, S.DECIDED, S.CONSIDERED, S.OFF_CONTROL):
            appeal = in_every_state()[state]
            show = ShowFile(at=at(3, 6), by=WORKER, protected=False)
            assert then(appeal, show).state is state
            refused_under(appeal, evolve(show, protected=True), ORQ445(19, 1))


class TestRegisterEntry:
    """What the register holds: 23(3); of whom nothing may be disclosed, nobody: 19(3)."""

    def test_its_line(self):
        former = considered(at(2, 2), at(2, 10))
        link = Link.of(former, None, why=Why.DISAGREEMENT, at=at(3, 3), by=REGISTRY)
        repeat = in_review(at(3, 3), COMPLAINT, link, decide(at(3, 5)), case="2")
        entry = register_entry(repeat)
        assert (entry.number, entry.received, entry.appellants) == ("K-1", at(3, 3), ("p1",))
        assert (entry.content, entry.executors, entry.state) == ("digest 1", ("worker",), S.DECIDED)
        assert (entry.outcome, entry.repeats) == (Outcome.REFUSED, Reference("appeal", "case 1"))
        assert entry.came_from is None

    def test_of_one_sent_on(self):
        sent = then(registered(at(3, 3)), forward(at(3, 5)))
        there = APPEAL.begin(Receive.of_forwarded(sent, at=at(3, 5), by=REGISTRY, case="2", office=SIX))
        assert register_entry(there).came_from == Reference("appeal", "case 1")

    @pytest.mark.parametrize("state", S, ids=lambda state: state.name)
    def test_protected_it_names_nobody(self, state):
        if state is S.LAID_ASIDE:
            appeal = then(registered(at(3, 3), LETTER), LayAside(at=at(3, 5), by=DEPUTY))
        else:
            appeal = in_every_state()[state]
        hidden = then(appeal, ProtectIdentity(at=at(3, 6), by=CITIZEN))
        assert register_entry(appeal).appellants == ("p1",)
        assert (register_entry(hidden).appellants, hidden.state) == ((), state)

    def test_nobody_is_named_but_by_reference(self):
        shown = repr(register_entry(registered(at(3, 3))))
        assert not [word for word in ("Karimova", "Navoiy") if word in shown]


# -- 3. who may, and when

CITIZENS, CHIEFS = {APPELLANT, REPRESENTATIVE}, {HEAD, AUTHORISED}
T = at(3, 6)
FORMER = {"former": Reference("appeal", "0"), "appellants": ("p1",)}
LINK = Link(at=T, by=REGISTRY, why=Why.DISAGREEMENT, decided=at(2, 20), **FORMER)
COPIED = {"exact_copy": True, "received": at(3, 2), "body": FIVE.id} | FORMER
JOIN = Join(at=T, by=DEPUTY, pending=True, **COPIED)
INFORM = InformAnswered(at=T, by=DEPUTY, answered=True, **COPIED)
DIVERT = Divert(at=T, by=DEPUTY, procedure="criminal procedure")
DIED = terminate(T, EndingGround.DIED, *NEEDED[EndingGround.DIED])
SIGNED = ORQ445(27, 2).by(Basis.INFERRED)
ONLY_WHERE = "the executor does it; where nobody is charged, who decides where it goes"
PROVED, PROVED_BY = ORQ445(6, 7).by(Basis.INFERRED), "with_authority"
WHO = [
    # state        action                                              who                   under
    (S.RECEIVED,   register(T),                                        {REGISTRAR},          HOUSE(1)),
    (S.REGISTERED, NoteEnclosures(at=T, by=REGISTRY, copy_sent=True),  {REGISTRAR},          HOUSE(1)),
    (S.REGISTERED, AddMaterials(at=T, by=CITIZEN),                     {APPELLANT},           ORQ445(32, 1)),
    (S.CONSIDERED, ProtectIdentity(at=T, by=CITIZEN),                  {APPELLANT},          ORQ445(19, 3)),
    (S.REGISTERED, RestoreFiling(at=T, by=DEPUTY, valid_reason=True),  CHIEFS,               HOUSE(5)),
    (S.REGISTERED, LINK,                                               CHIEFS | {REGISTRAR}, HOUSE(6)),
    (S.REGISTERED, JOIN,                                               CHIEFS,               HOUSE(2)),
    (S.REGISTERED, INFORM,                                             CHIEFS,               HOUSE(2)),
    (S.REGISTERED, leave(T, LeavingGround.ANONYMOUS, Fact.DATA_FALSE), CHIEFS,               ORQ445(29, 2)),
    (S.REGISTERED, forward(T),                                         CHIEFS,               HOUSE(2)),
    (S.REGISTERED, give_back(T),                                       CHIEFS,               HOUSE(2)),
    (S.REGISTERED, DIVERT,                                             CHIEFS,               HOUSE(2)),
    (S.REGISTERED, put_on_control(T),                                  CHIEFS,               ORQ445(34, 1)),
    (S.REGISTERED, assign(T),                                          CHIEFS,               HOUSE(2)),
    (S.IN_REVIEW,  assign(T),                                          CHIEFS,               HOUSE(2)),
    (S.IN_REVIEW,  study(T),                                           {EXECUTOR},           HOUSE(3)),
    (S.IN_REVIEW,  extend(T, on(4, 1)),                                {HEAD},               ORQ445(28, 2)),
    (S.IN_REVIEW,  Hear(at=T, by=WORKER),                              {EXECUTOR},           HOUSE(3)),
    (S.IN_REVIEW,  Visit(at=T, by=WORKER),                             {EXECUTOR},           HOUSE(3)),
    (S.IN_REVIEW,  Summon(at=T, by=WORKER, needed=True),               {EXECUTOR},           HOUSE(3)),
    (S.IN_REVIEW,  ShowFile(at=T, by=WORKER, protected=False),         {EXECUTOR},           HOUSE(3)),
    (S.IN_REVIEW,  InterimReply(at=T, by=WORKER),                      {EXECUTOR},           HOUSE(3)),
    (S.IN_REVIEW,  ask(T),                                             {EXECUTOR},           HOUSE(3)),
    (S.IN_REVIEW,  notify(T, Notice.STUDY),                            {EXECUTOR},           HOUSE(3)),
    (S.IN_REVIEW,  decide(T),                                          CHIEFS,               HOUSE(4)),
    (S.DECIDED,    reply(T),                                           CHIEFS,               SIGNED),
    (S.IN_REVIEW,  withdraw(T),                                        {APPELLANT},          ORQ445(32, 1)),
    (S.IN_REVIEW,  DIED,                                               CHIEFS,               ORQ445(30, 2)),
    (S.TERMINATED, ReturnWithdrawn(at=T, by=WORKER),                   {EXECUTOR},           HOUSE(3)),
    (S.CONSIDERED, AskClarification(at=T, by=CITIZEN),                 {APPELLANT},          ORQ445(31, 1)),
    (S.CONSIDERED, Clarify(at=T, by=DEPUTY, substance_changed=False),  CHIEFS,               HOUSE(4)),
]  # fmt: skip
IDS = [f"{type(action).__name__} in {state.name}" for state, action, *_ in WHO]


@pytest.mark.parametrize(("state", "action", "roles", "cite"), WHO, ids=IDS)
class TestWhoMay:
    """Where the Law names who acts, it is law; elsewhere a house rule, which anybody may lift."""

    def test_who(self, state, action, roles, cite):
        assert who_may(in_every_state()[state], action) == roles

    def test_what_says_so(self, state, action, roles, cite):
        appeal = in_every_state()[state]
        for by in EVERYBODY:
            if by.role not in roles:
                reasons = refused(appeal, evolve(action, by=evolve(by, of=action.by.id)))
                if by.role is REPRESENTATIVE and APPELLANT in roles:
                    assert {reason.cites for reason in reasons} == {(PROVED,)}
                    continue
                if by.role in CHIEFS and type(action) in (Notify, ReturnWithdrawn):
                    assert [reason.text for reason in reasons] == [ONLY_WHERE]
                    continue
                (reason,) = (reason for reason in reasons if reason.text != ONLY_WHERE)
                assert (reason.kind, cite in reason.cites) == (ReasonKind.ROLE, True)
                house = cite.source == "House rules"
                assert reason.is_law is not house
                verdict = APPEAL.without("who_is_there").explain(appeal, evolve(action, by=evolve(by, of=action.by.id)))
                assert str(verdict).startswith("not by law") is house

    def test_what_lifts_it(self, state, action, roles, cite):
        freed = APPEAL.without(PROVED_BY, roles=[type(action)])
        for by in EVERYBODY:
            same_hand = evolve(action, by=evolve(by, of=action.by.id))
            only_the_executor = type(action) in (Notify, ReturnWithdrawn) and by.role is not EXECUTOR
            assert freed.explain(in_every_state()[state], same_hand).accepted is not only_the_executor


class TestWhoGivesInformation:
    """24(4): the body that was asked."""

    @pytest.mark.parametrize(
        "action", [give(T, "1"), decline(T, "1", protected=True)], ids=lambda action: type(action).__name__
    )
    def test_who(self, action):
        asked = in_review(at(3, 3), COMPLAINT, ask(at(3, 4)))
        assert who_may(asked, action) == {OTHER_BODY}
        reasons = APPEAL.explain(asked, evolve(action, by=WORKER)).reasons
        assert reasons
        assert all(reason.is_law and ORQ445(24, 4) in reason.cites for reason in reasons)

    def test_who_lays_a_letter_aside(self):
        letter = registered(at(3, 3), LETTER)
        assert who_may(letter, LayAside(at=T, by=DEPUTY)) == CHIEFS


REVIEW = {S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED}
BEFORE_DECISION = {S.REGISTERED, *REVIEW}
UNTIL_REPLY = {S.RECEIVED, *BEFORE_DECISION, S.DECIDED}
REPLIED = {S.CONSIDERED, S.OFF_CONTROL}
GONE = {S.FORWARDED, S.RETURNED, S.DIVERTED, S.JOINED, S.INFORMED, S.LEFT, S.TERMINATED}
TOLD = {*UNTIL_REPLY, *REPLIED, *GONE}
PLACES = [
    # what                                               when
    (register(T),                                        {S.RECEIVED}),
    (NoteEnclosures(at=T, by=REGISTRY, copy_sent=True),  {S.RECEIVED, *BEFORE_DECISION}),
    (AddMaterials(at=T, by=CITIZEN),                     UNTIL_REPLY),
    (RestoreFiling(at=T, by=DEPUTY, valid_reason=True),  UNTIL_REPLY),
    (LINK,                                               BEFORE_DECISION),
    (JOIN,                                               BEFORE_DECISION),
    (INFORM,                                             BEFORE_DECISION),
    (leave(T, LeavingGround.ANONYMOUS, Fact.DATA_FALSE), BEFORE_DECISION),
    (forward(T),                                         BEFORE_DECISION),
    (give_back(T),                                       BEFORE_DECISION),
    (DIVERT,                                             BEFORE_DECISION),
    (put_on_control(T),                                  {*UNTIL_REPLY, S.CONSIDERED}),
    (assign(T),                                          BEFORE_DECISION),
    (study(T),                                           {S.IN_REVIEW, S.EXTENDED}),
    (extend(T, on(3, 30)),                               {S.IN_REVIEW}),
    (Hear(at=T, by=WORKER),                              REVIEW),
    (Visit(at=T, by=WORKER),                             REVIEW),
    (Summon(at=T, by=WORKER, needed=True),               REVIEW),
    (InterimReply(at=T, by=WORKER),                      REVIEW),
    (ask(T),                                             REVIEW),
    (decide(T),                                          REVIEW),
    (ShowFile(at=T, by=WORKER, protected=False),         {*REVIEW, S.DECIDED, *REPLIED}),
    (reply(T),                                           {S.DECIDED}),
    (withdraw(T),                                        {S.RECEIVED, *BEFORE_DECISION}),
    (DIED,                                               BEFORE_DECISION),
    (notify(T, Notice.EXTENDED),                         TOLD - {S.RECEIVED, S.REGISTERED}),
    (notify(T, Notice.EXTENDED, by=DEPUTY),              {S.RECEIVED, S.REGISTERED}),
    (ReturnWithdrawn(at=T, by=WORKER),                   {S.TERMINATED}),
    (AskClarification(at=T, by=CITIZEN),                 REPLIED),
    (Clarify(at=T, by=CHIEF, substance_changed=False),   REPLIED),
]  # fmt: skip


class TestWhen:
    """What is done before registration, in consideration, before the decision, after the reply."""

    @pytest.mark.parametrize(("action", "states"), PLACES, ids=[type(action).__name__ for action, _ in PLACES])
    def test_its_states(self, action, states):
        lives = in_every_state(APPLICATION)
        assert {state for state, life in lives.items() if APPEAL.explain(life, action).accepted} == states

    def test_a_term_with_study_may_be_lengthened(self):
        """28(2): beyond 3 April."""
        studied = in_every_state()[S.EXTRA_STUDY]
        assert APPEAL.explain(studied, extend(T, on(5, 3))).accepted

    @pytest.mark.parametrize("kind", [APPLICATION, COMPLAINT, PROPOSAL], ids=lambda kind: kind.name)
    def test_every_kind_comes_to_every_end(self, kind):
        expected = set(S) - {S.LAID_ASIDE} - ({S.EXTENDED} if kind is PROPOSAL else set())
        assert set(in_every_state(kind)) == expected

    def test_nothing_is_done_before_what_is_on_file(self):
        (reason,) = refused(registered(at(3, 3)), assign(at(3, 2)))
        assert reason.kind is ReasonKind.TIME

    def test_all_reasons_at_once(self):
        appeal = registered(at(3, 3), signed=False, against=("worker",), representative=SON)
        reasons = refused(appeal, assign(at(3, 2), by=WORKER))
        assert [reason.kind for reason in reasons] == [
            ReasonKind.ROLE, ReasonKind.TIME, *[ReasonKind.GUARD] * 4,
        ]  # fmt: skip

    def test_nobody_is_charged_with_nothing(self):
        """24(1)."""
        nobody = evolve(assign(at(3, 4)), executors=())
        for appeal in (registered(at(3, 3)), in_review(at(3, 3))):
            refused_under(appeal, nobody, ORQ445(24, 1))


# -- 4. audits


def audit(*actions: AppealAction | Unmapped, at_last=None, lifecycle: Appeals | None = None, **on_file):
    return (lifecycle or APPEAL).audit(actions, at_last or at(6, 1), on_file=on_file)


def found(audit) -> list[tuple[FindingKind, str]]:
    return [(finding.kind, finding.name) for finding in audit.findings]


class TestAudits:
    """A whole register judged: what is late, unlawful, a departure, missing, owed."""

    start = receive(at(3, 3)), register(at(3, 3)), assign(at(3, 4))
    end = decide(at(3, 10)), reply(at(3, 10))

    def test_a_lawful_life(self):
        judged = audit(*self.start, *self.end)
        assert (judged.findings, judged.entity.state) == ((), S.CONSIDERED)

    def test_a_late_reply_is_late_and_not_unlawful(self):
        judged = audit(*self.start, decide(at(3, 19)), reply(at(3, 19)))
        (late,) = judged.findings
        assert (late.kind, late.name, late.due.last) == (FindingKind.LATE, "consideration", on(3, 18))
        assert ORQ445(28, 1) in late.cites
        assert judged.entity.state is S.CONSIDERED

    def test_late_registration(self):
        judged = audit(receive(at(3, 3)), register(at(3, 4)), assign(at(3, 4)), *self.end)
        assert found(judged) == [(FindingKind.LATE, "registration")]

    def test_late_forwarding(self):
        sent = receive(at(3, 3)), register(at(3, 3)), forward(at(3, 11)), notify(at(3, 11), Notice.FORWARDED, by=DEPUTY)
        assert found(audit(*sent)) == [(FindingKind.LATE, "forwarding")]

    def test_no_reply_is_owed(self):
        judged = audit(*self.start)
        (owed,) = judged.findings
        assert (owed.kind, owed.name, owed.due.owed_by) == (FindingKind.OWED, "consideration", EXECUTOR)

    def test_a_notice_not_given_is_owed(self):
        judged = audit(*self.start, extend(at(3, 9), on(4, 18)), *self.end)
        assert found(judged) == [(FindingKind.OWED, "extension_notice")]

    def test_an_extension_by_the_executor_is_unlawful(self):
        told_so = notify(at(3, 9), Notice.EXTENDED)
        judged = audit(*self.start, extend(at(3, 9), on(4, 18), by=WORKER), told_so, *self.end)
        (one,) = judged.findings
        assert (one.kind, one.name, one.step) == (FindingKind.UNLAWFUL, "Extend", 3)
        assert (one.basis, ORQ445(28, 2) in one.cites) == (Basis.STATUTE, True)
        (kept,) = [record for record in judged.entity.history if record.against]
        assert (kept.state, kept.against[0].kind) == (S.EXTENDED, ReasonKind.ROLE)

    def test_a_second_extension_is_unlawful(self):
        first, second = extend(at(3, 9), on(4, 1)), extend(at(3, 10), on(5, 1))
        judged = audit(*self.start, first, notify(at(3, 9), Notice.EXTENDED), second, *self.end)
        (one, *_) = judged.of(FindingKind.UNLAWFUL)
        assert (one.name, ORQ445(28, 2) in one.cites) == ("Extend", True)

    @pytest.mark.parametrize(
        ("kind", "extensions"),
        [
            (COMPLAINT, [extend(at(3, 9), on(4, 18), by=WORKER)]),
            (COMPLAINT, [extend(at(3, 9), on(6, 18))]),
            (COMPLAINT, [extend(at(3, 9), on(4, 18)), extend(at(3, 10), on(5, 18))]),
            (PROPOSAL, [extend(at(3, 9), on(6, 18))]),
        ],
        ids=["by the executor", "by three months", "twice", "of a proposal"],
    )
    def test_an_unlawful_extension_gives_no_time(self, kind, extensions):
        # the last lawful day was 18 March, 18 April at the utmost, or 3 April of the proposal
        begun = receive(at(3, 3), kind), register(at(3, 3)), assign(at(3, 4))
        replied = at(4, 10) if len(extensions) == 1 and extensions[0].by is WORKER else at(4, 30)
        judged = audit(*begun, *extensions, decide(replied), reply(replied))
        assert (FindingKind.LATE, "consideration") in found(judged)

    @pytest.mark.parametrize(
        ("step", "action"),
        [
            (1, register(at(3, 3), by=WORKER)),
            (2, assign(at(3, 4), by=WORKER)),
            (3, decide(at(3, 10), by=WORKER)),
        ],
        ids=lambda one: type(one).__name__,
    )
    def test_where_only_a_house_rule_says_who_it_is_a_departure(self, step, action):
        actions = [*self.start, *self.end]
        actions[step] = action
        judged = audit(*actions)
        (one,) = judged.findings
        assert (one.kind, one.step, one.basis) == (FindingKind.DEPARTURE, step, Basis.ASSUMED)
        assert judged.entity.state is S.CONSIDERED

    def test_a_missing_step(self):
        judged = audit(receive(at(3, 3)), assign(at(3, 3)), *self.end)
        assert (FindingKind.UNLAWFUL, "Assign") in found(judged)
        one, *_ = judged.of(FindingKind.MISSING)
        assert (one.name, one.text.endswith("Register"), ORQ445(23, 1) in one.cites) == ("Assign", True, True)
        assert (FindingKind.OWED, "registration") in found(judged)
        assert judged.entity.state is S.CONSIDERED

    def test_what_nobody_was_charged_with_and_yet_was_replied_to(self):
        """25(2), 25(4): a step is missing; but whoever replied has nothing left to send on or back."""
        judged = audit(receive(at(3, 3)), register(at(3, 3)), *self.end)
        (one,) = judged.of(FindingKind.MISSING)
        assert (one.name, one.text.endswith("Assign")) == ("Decide", True)
        assert not {"forwarding", "return"} & {finding.name for finding in judged.findings}

    def test_a_reply_without_a_decision(self):
        judged = audit(*self.start, reply(at(3, 10)))
        (one,) = judged.of(FindingKind.MISSING)
        assert (one.name, one.text.endswith("Decide")) == ("SendReply", True)
        assert judged.entity.state is S.CONSIDERED

    def test_a_withdrawal_after_the_decision(self):
        judged = audit(*self.start, decide(at(3, 10)), withdraw(at(3, 11)), reply(at(3, 11)))
        (one,) = judged.of(FindingKind.UNLAWFUL)
        assert (one.name, ORQ445(32, 1) in one.cites) == ("Withdraw", True)

    def test_a_refusal_to_register(self):
        judged = audit(receive(at(3, 3)), RefuseRegistration(at=at(3, 3), by=REGISTRY))
        (one,) = judged.of(FindingKind.UNLAWFUL)
        assert (ORQ445(23, 2) in one.cites, judged.entity.state) == (True, S.RECEIVED)
        assert (FindingKind.OWED, "registration") in found(judged)

    def test_forwarded_to_who_is_complained_of(self):
        begun = receive(at(3, 3), against=("the accused",)), register(at(3, 3))
        judged = audit(*begun, forward(at(3, 4), to="the accused"), notify(at(3, 4), Notice.FORWARDED, by=DEPUTY))
        (one,) = judged.findings
        assert (one.kind, one.cites) == (FindingKind.UNLAWFUL, (ORQ445(25, 3),))
        assert judged.entity.state is S.FORWARDED

    def test_the_register_counts_another_day(self):
        """As if nothing could end on a day off: case 3."""
        begun = receive(at(3, 5)), register(at(3, 5)), assign(at(3, 5))
        actions = *begun, decide(at(3, 19)), reply(at(3, 19))
        by_the_text = audit(*actions, consideration=on(3, 24))
        (one,) = by_the_text.findings
        assert (one.kind, one.due.last) == (FindingKind.CONFLICT, on(3, 20))
        assert audit(*actions, consideration=on(3, 24), lifecycle=rolling()).findings == ()

    def test_late_by_the_text_and_in_time_by_analogy(self):
        begun = receive(at(3, 5)), register(at(3, 5)), assign(at(3, 5))
        actions = *begun, decide(at(3, 24)), reply(at(3, 24))
        (one,) = audit(*actions).findings
        assert (one.kind, "only by analogy" in one.text) == (FindingKind.LATE, True)
        assert audit(*actions, lifecycle=rolling()).findings == ()

    def test_what_is_no_action_is_not_dropped(self):
        judged = audit(*self.start, Unmapped("lunch", at(3, 5)), *self.end)
        assert found(judged) == [(FindingKind.UNMAPPED, "lunch")]
