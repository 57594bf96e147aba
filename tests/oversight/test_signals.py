"""The signal of corruption: PQ-10 para 6(4), the acts about investigations that it meets, and house rules 28, 29, 38.

Worked cases 42 to 45 and 74 to 76 of the specification have their numbers in the names of their tests.
"""

import pytest
from attrs import evolve, frozen
from oversight.lives_signals import (
    ACTORS,
    ANOTHER_COUNCIL,
    APPROVE,
    BODY,
    CONCLUDE,
    COUNCIL,
    DAY,
    EXAMPLES,
    HAND_OVER,
    JOIN,
    NOTE,
    PASS,
    PUBLISH,
    STUDIED,
    STUDY,
    TAKE_BACK,
    THE_BODY_ABOVE,
    THIS,
    lives,
)
from pendulum import Date, DateTime, datetime

from prcomm import (
    Actor,
    Basis,
    Days,
    Due,
    FindingKind,
    Hours,
    Lifecycle,
    Reason,
    ReasonKind,
    Reference,
    Reform,
    Refused,
    State,
    Status,
    Term,
)
from prcomm.law import CRIMINAL_CODE, UZ
from prcomm.law.constitution import CONSTITUTION
from prcomm.law.criminal_procedure import CRIMINAL_PROCEDURE
from prcomm.law.house import HOUSE
from prcomm.law.public_councils import PQ10, TERM_TO_STUDY
from prcomm.law.roles import CHAIR
from prcomm.oversight.signals import (
    SIGNAL,
    Approve,
    CloseSilently,
    Conclude,
    JoinTo,
    Leave,
    Medium,
    NoteSignal,
    NoteWhom,
    PublishStudy,
    SendBack,
    Signal,
    SignalAction,
    SignalState,
)

Signals = Lifecycle[Signal, SignalAction]
S = SignalState
STUDIES = PQ10(6, 4)
THE_CHAIR, THE_DEPUTY, THE_HEADS_PRESS = ACTORS["CHAIR"], ACTORS["DEPUTY_CHAIR"], ACTORS["PRESS_OFFICER"]
SEND_BACK, CLOSE_SILENTLY = (one for one in EXAMPLES if isinstance(one, SendBack | CloseSilently))
OF_A_FILE = [one for one in EXAMPLES if not isinstance(one, NoteSignal | NoteWhom | CloseSilently)]
MAY = {
    NoteSignal: "CHAIR MEMBER SECRETARY",
    Conclude: "MEMBER SECRETARY",
    PublishStudy: "PRESS_HEAD PRESS_OFFICER SECRETARY",
    NoteWhom: "CHAIR MEMBER SECRETARY",
}
"""Who may, where that is not whoever leads the council."""
ABOUT_THE_HEAD = NoteWhom(at=DAY, by=ACTORS["MEMBER"], about_the_head=True)


def at(month: int, day: int, hour: int = 10, year: int = 2026) -> DateTime:
    return datetime(year, month, day, hour, tz=BODY.tz)


def within(term: Term) -> Signals:
    """The same under a Reform that sets the term."""
    return SIGNAL.under(UZ.under(Reform(TERM_TO_STUDY, term, "on trial")))


def signal(*actions: SignalAction, of: Signals | None = None) -> Signal:
    return (of or SIGNAL).replay(actions)


def then(one: Signal, *actions: SignalAction, of: Signals | None = None) -> Signal:
    for action in actions:
        one = (of or SIGNAL).apply(one, action)
    return one


def against(one: Signal | None, action: SignalAction) -> tuple[Reason, ...]:
    """What is against an action; of a beginning without a signal."""
    if one is not None:
        return SIGNAL.explain(one, action).reasons
    try:
        SIGNAL.begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def refused_by_law(one: Signal | None, action: SignalAction, *cites: object) -> bool:
    """Whether one reason stands against it, which is law and rests on these places."""
    (reason,) = against(one, action)
    return reason.is_law and reason.kind is ReasonKind.GUARD and reason.cites == cites


def refused_not_by_law(one: Signal | None, action: SignalAction, rule: int) -> bool:
    """Whether one reason stands against it, which is a house rule and says so."""
    (reason,) = against(one, action)
    assert str(SIGNAL.explain(one, action)).startswith("not by law:")
    return not reason.is_law and reason.cites == (HOUSE(rule),)


def has_no_place(one: Signal, action: SignalAction) -> bool:
    return [reason.kind for reason in against(one, action)] == [ReasonKind.STATE]


def due(one: Signal, when: DateTime, of: Signals | None = None) -> Due:
    (found,) = (of or SIGNAL).due(one, when)
    return found


def at_each(*states: State) -> list[Signal]:
    return [SIGNAL.replay(lives(state)) for state in states]


FOUND, UNDER_STUDY, STUDIED_ONE, APPROVED, PASSED, HANDED_OVER = OPEN = at_each(
    S.FOUND, S.UNDER_STUDY, S.STUDIED, S.APPROVED, S.PASSED, S.HANDED_OVER
)


class TestPQ10Para6Part4:
    """What is published on the internet about corruption is studied in detail, and the result brought to the public."""

    def test_42_a_letter_on_paper_is_no_signal(self):
        assert refused_by_law(None, evolve(NOTE, medium=Medium.OTHER), STUDIES)
        (reason,) = against(None, evolve(NOTE, medium=Medium.OTHER))
        assert reason.remedy == "register it as an appeal"

    def test_42_nor_is_what_is_about_a_burglary(self):
        assert refused_by_law(None, evolve(NOTE, corruption=False), STUDIES)

    def test_nor_is_what_nobody_can_find_where_it_was_published(self):
        assert refused_by_law(None, evolve(NOTE, link=""), STUDIES)

    @pytest.mark.parametrize("medium", [Medium.INTERNET, Medium.SOCIAL_NETWORK])
    def test_what_was_published_there_begins_one(self, medium):
        assert signal(evolve(NOTE, medium=medium)).state is S.FOUND

    def test_76_not_before_the_resolution(self):
        assert [one.kind for one in against(None, evolve(NOTE, at=at(1, 19, year=2023)))] == [ReasonKind.STATE]
        assert signal(evolve(NOTE, at=at(1, 20, year=2023))).state is S.FOUND

    @pytest.mark.parametrize("one", OPEN, ids=lambda one: one.state.name)
    def test_43_it_is_never_closed_in_silence(self, one: Signal):
        (reason,) = against(one, CLOSE_SILENTLY)
        assert (reason.kind, reason.is_law, reason.cites) == (ReasonKind.NEVER, True, (STUDIES,))
        assert "the result of the study is brought to the public" in reason.text

    def test_43_in_a_register_that_is_unlawful(self):
        audit = SIGNAL.audit((*STUDIED, CLOSE_SILENTLY), DAY)
        assert FindingKind.UNLAWFUL in {finding.kind for finding in audit.findings}

    def test_76_what_was_never_studied_is_not_published(self):
        for one in (FOUND, UNDER_STUDY, STUDIED_ONE, PASSED, HANDED_OVER):
            assert has_no_place(one, PUBLISH)

    def test_what_is_over_is_over(self):
        for one in at_each(S.PUBLISHED, S.JOINED):
            assert all(has_no_place(one, action) for action in EXAMPLES[1:])

    def test_one_life_from_the_finding_to_the_public(self):
        one = signal(*STUDIED, APPROVE, PUBLISH)
        assert one.state is S.PUBLISHED
        assert (one.result, one.session) == ("digest 1", Reference("session", "8"))
        assert one.refers_to == (COUNCIL, Reference("monitoring", "3"), Reference("session", "8"))


class TestItsTerm:
    """No number was read: it is owed promptly, until a Reform sets one (house rule 12)."""

    noted = evolve(NOTE, at=at(3, 2))

    def test_43_it_is_owed_promptly_and_by_the_chair(self):
        owed = due(signal(self.noted), at(3, 2))
        assert (owed.name, owed.status(at(9, 1)), owed.raw) == ("result", Status.PROMPTLY, None)
        assert (owed.owed_by, owed.owed_by_cites) == (CHAIR, (HOUSE(28),))
        assert STUDIES in owed.cites

    def test_43_what_was_not_published_is_found_and_told_as_no_law(self):
        """That it is owed was reported; that it is owed promptly rests on house rule 12."""
        (finding,) = SIGNAL.audit([self.noted], at(6, 1)).findings
        assert (finding.kind, finding.name) == (FindingKind.OWED, "result")
        assert finding.text.startswith("not by law:")

    def test_43_under_a_reform_of_thirty_days(self):
        reformed = within(Days(30))
        one = signal(self.noted, of=reformed)
        owed = due(one, at(4, 1), reformed)
        assert (owed.raw, owed.last) == (Date(2026, 4, 1), Date(2026, 4, 1))
        assert (owed.status(at(4, 1)), owed.status(at(4, 2))) == (Status.RUNNING, Status.OVERDUE)

    @pytest.mark.parametrize("gone", [PASS, HAND_OVER], ids=["passed on", "handed over"])
    def test_43_elsewhere_it_has_no_day_and_is_owed_still(self, gone):
        reformed = within(Days(30))
        one = signal(self.noted, evolve(gone, at=at(3, 3)), of=reformed)
        for when in (at(3, 3), at(4, 2), at(12, 1)):
            assert due(one, when, reformed).status(when) is Status.PROMPTLY

    @pytest.mark.parametrize("gone", [PASS, HAND_OVER], ids=["passed on", "handed over"])
    @pytest.mark.parametrize(
        ("day", "status"), [(at(4, 1, 23), Status.MET), (at(4, 2, 0), Status.LATE)], ids=["on the last day", "after it"]
    )
    def test_what_was_late_when_it_went_stays_so(self, gone, day, status):
        """A way out does not undo a breach (the words of the design, section 4)."""
        reformed = within(Days(30))
        one = signal(self.noted, evolve(gone, at=day), of=reformed)
        later = [evolve(step, at=at(6, 1)) for step in (CONCLUDE, APPROVE, evolve(PUBLISH, leave=Leave.GIVEN))]
        assert due(then(one, *later, of=reformed), at(6, 2), reformed).status(at(6, 2)) is status

    def test_so_it_does_of_a_term_in_hours(self):
        in_two_days = within(Hours(48))
        for day, status in ((at(3, 4), Status.PROMPTLY), (at(3, 5), Status.OVERDUE)):
            one = signal(self.noted, evolve(PASS, at=day), of=in_two_days)
            assert due(one, at(4, 1), in_two_days).status(at(4, 1)) is status

    def test_joined_to_another_it_is_owed_there(self):
        reformed = within(Days(30))
        one = signal(self.noted, evolve(JOIN, at=at(3, 3)), of=reformed)
        assert due(one, at(6, 1), reformed).status(at(6, 1)) is Status.LIFTED

    def test_published_it_is_met(self):
        one = signal(*STUDIED, APPROVE, evolve(PUBLISH, at=at(3, 6)))
        assert due(one, at(6, 1)).status(at(6, 1)) is Status.MET


class TestCriminalProcedure322And327:
    """Reports of mass media are an occasion to open a case: it may be handed over, at any time before it is over."""

    def test_75_wherever_signs_of_a_crime_are_found(self):
        for one in (FOUND, UNDER_STUDY, STUDIED_ONE, APPROVED, PASSED):
            handed = then(one, HAND_OVER)
            assert (handed.state, handed.handed) == (S.HANDED_OVER, True)
            assert handed.history[-1].cites[:2] == tuple(CRIMINAL_PROCEDURE(n).by(Basis.INFERRED) for n in (322, 327))

    def test_75_where_no_case_was_opened_it_comes_back(self):
        back = then(STUDIED_ONE, HAND_OVER, TAKE_BACK)
        assert (back.state, back.handed) == (S.UNDER_STUDY, True)
        done = then(back, CONCLUDE, APPROVE)
        assert refused_by_law(done, PUBLISH, CRIMINAL_CODE(239).by(Basis.INFERRED))
        assert then(done, evolve(PUBLISH, leave=Leave.CASE_ENDED)).state is S.PUBLISHED


class TestCriminalCode239:
    """Data of an investigation are not disclosed without leave."""

    CITE = CRIMINAL_CODE(239).by(Basis.INFERRED)
    handed = then(HANDED_OVER, CONCLUDE, APPROVE)

    def test_44_what_was_handed_over_is_published_with_leave_or_once_the_case_has_ended(self):
        for leave in (Leave.NOT_NEEDED, Leave.NOT_GIVEN):
            assert refused_by_law(self.handed, evolve(PUBLISH, leave=leave), self.CITE)
        for leave in (Leave.GIVEN, Leave.CASE_ENDED):
            published = then(self.handed, evolve(PUBLISH, leave=leave))
            assert published.state is S.PUBLISHED
            assert due(published, DAY).status(DAY) is Status.MET

    def test_what_was_not_is_not_published_against_a_refusal_of_leave(self):
        assert refused_by_law(APPROVED, evolve(PUBLISH, leave=Leave.NOT_GIVEN), self.CITE)
        for leave in (Leave.NOT_NEEDED, Leave.GIVEN, Leave.CASE_ENDED):
            assert then(APPROVED, evolve(PUBLISH, leave=leave)).state is S.PUBLISHED


class TestConstitution28:
    """Nobody is guilty before a sentence."""

    def test_44_so_nobody_is_called_so(self):
        assert refused_by_law(APPROVED, evolve(PUBLISH, nobody_called_guilty=False), CONSTITUTION(28))


class TestHouseRule28:
    """Who deals with a signal, and what is on file before it is brought to the public."""

    def test_somebody_is_named_to_study_it(self):
        assert refused_not_by_law(FOUND, evolve(STUDY, by_whom=()), 28)
        assert then(FOUND, STUDY).state is S.UNDER_STUDY

    @pytest.mark.parametrize("one", [UNDER_STUDY, PASSED, HANDED_OVER], ids=lambda one: one.state.name)
    def test_a_result_is_on_file(self, one):
        assert refused_not_by_law(one, evolve(CONCLUDE, result=""), 28)
        assert then(one, CONCLUDE).result == "digest 1"

    def test_45_the_council_adopted_this_one(self):
        assert refused_not_by_law(STUDIED_ONE, evolve(APPROVE, result="digest 2"), 28)
        assert refused_not_by_law(STUDIED_ONE, evolve(APPROVE, adopted=False), 28)
        assert then(STUDIED_ONE, APPROVE).state is S.APPROVED

    def test_76_the_council_whose_signal_it_is(self):
        assert refused_not_by_law(STUDIED_ONE, evolve(APPROVE, council=ANOTHER_COUNCIL), 28)

    def test_what_does_not_suffice_is_studied_further(self):
        again = then(STUDIED_ONE, SEND_BACK)
        assert again.state is S.UNDER_STUDY
        assert then(again, evolve(CONCLUDE, result="digest 2")).result == "digest 2"

    def test_44_what_was_handed_over_is_concluded_and_approved_as_ones_own(self):
        assert has_no_place(HANDED_OVER, PUBLISH)
        assert then(HANDED_OVER, CONCLUDE, APPROVE).state is S.APPROVED


class TestHouseRule29:
    """Where a signal goes."""

    @pytest.mark.parametrize("step", [PASS, HAND_OVER], ids=["passed on", "handed over"])
    @pytest.mark.parametrize("lacking", [{"to": ""}, {"why": ""}, {"to": COUNCIL.id}], ids=str)
    def test_44_it_is_said_to_whom_and_why(self, step, lacking):
        assert refused_not_by_law(FOUND, evolve(step, **lacking), 29)

    def test_45_it_joins_another_that_is_open(self):
        first = signal(evolve(NOTE, signal="0"))
        joining = JoinTo.of(first, same=True, at=DAY, by=THE_DEPUTY)
        joined = then(FOUND, joining)
        assert (joined.state, joined.first) == (S.JOINED, first.reference)
        assert joined.refers_to == (COUNCIL, Reference("monitoring", "3"), Reference("signal", "0"))
        for over in (signal(*STUDIED, APPROVE, PUBLISH), then(first, evolve(JOIN, first=Reference("signal", "9")))):
            closed = JoinTo.of(evolve(over, id="0"), same=True, at=DAY, by=THE_DEPUTY)
            assert refused_not_by_law(FOUND, closed, 29)

    def test_45_not_itself(self):
        assert refused_not_by_law(FOUND, JoinTo.of(FOUND, same=True, at=DAY, by=THE_DEPUTY), 29)
        assert JoinTo.of(FOUND, same=True, at=DAY, by=THE_DEPUTY).first == THIS

    @pytest.mark.parametrize("other", [{"same": False}, {"about": "another body"}], ids=["another story", "body"])
    def test_nor_one_that_says_something_else(self, other):
        for one in (FOUND, UNDER_STUDY):
            assert refused_not_by_law(one, evolve(JOIN, **other), 29)
            assert then(one, JOIN).state is S.JOINED

    def test_it_comes_back_for_a_reason(self):
        for one in (PASSED, HANDED_OVER):
            assert refused_not_by_law(one, evolve(TAKE_BACK, why=""), 29)
            assert then(one, TAKE_BACK).state is S.UNDER_STUDY
        assert not then(PASSED, TAKE_BACK).handed


class TestHouseRule38:
    """Nobody in their own matter."""

    about_the_head = then(FOUND, ABOUT_THE_HEAD)

    @pytest.mark.parametrize("action", OF_A_FILE, ids=lambda one: type(one).__name__)
    def test_74_nobody_acts_on_a_signal_about_themselves(self, action):
        """Whatever is done, wherever it has a place; another does it."""
        files = [one for one in OPEN if not against(one, action)]
        assert files
        for one in files:
            assert refused_not_by_law(evolve(one, meant=("p7", action.by.id)), action, 38)

    def test_74_the_deputy_acts_where_the_chair_is_meant(self):
        one = signal(evolve(NOTE, meant=(THE_CHAIR.id,)))
        assert refused_not_by_law(one, evolve(STUDY, by=THE_CHAIR), 38)
        assert then(one, evolve(STUDY, by=THE_DEPUTY)).state is S.UNDER_STUDY
        assert refused_not_by_law(one, evolve(STUDY, by=THE_DEPUTY, by_whom=("somebody", THE_CHAIR.id)), 38)

    def test_and_where_both_are_whom_the_members_chose(self):
        one = signal(evolve(NOTE, meant=(THE_CHAIR.id, THE_DEPUTY.id)))
        assert refused_not_by_law(one, evolve(STUDY, by=THE_DEPUTY), 38)
        assert then(one, evolve(STUDY, by=ACTORS["ACTING_CHAIR"])).state is S.UNDER_STUDY

    def test_74_one_about_the_head_is_not_studied_under_the_head(self):
        assert refused_not_by_law(self.about_the_head, STUDY, 38)
        (reason,) = against(self.about_the_head, STUDY)
        assert reason.remedy.startswith("pass it to the body above, or hand it over")
        told = signal(evolve(NOTE, about_the_head=True))
        assert refused_not_by_law(told, STUDY, 38)

    def test_74_it_goes_to_the_body_above(self):
        assert refused_not_by_law(self.about_the_head, evolve(PASS, to="a neighbouring body"), 38)
        above = then(self.about_the_head, evolve(PASS, to=THE_BODY_ABOVE))
        assert (above.state, due(above, DAY).status(DAY)) == (S.PASSED, Status.PROMPTLY)
        assert refused_not_by_law(above, TAKE_BACK, 38)
        done = then(above, CONCLUDE, APPROVE)
        for press in (THE_HEADS_PRESS, ACTORS["PRESS_HEAD"]):
            assert refused_not_by_law(done, evolve(PUBLISH, by=press), 38)
        published = then(done, PUBLISH)
        assert due(published, DAY).status(DAY) is Status.MET

    def test_where_there_is_no_body_above_it_is_handed_over(self):
        one = signal(evolve(NOTE, office=evolve(BODY, superior=""), about_the_head=True))
        assert {reason.cites for reason in against(one, evolve(PASS, to=""))} == {(HOUSE(29),), (HOUSE(38),)}
        assert refused_not_by_law(one, evolve(PASS, to="a neighbouring body"), 38)
        assert then(one, HAND_OVER).state is S.HANDED_OVER

    def test_of_anybody_else_the_press_service_tells_too(self):
        for press in (THE_HEADS_PRESS, ACTORS["PRESS_HEAD"]):
            assert then(APPROVED, evolve(PUBLISH, by=press)).state is S.PUBLISHED

    def test_74_found_under_study_it_is_concluded_or_goes_above_or_is_handed_over(self):
        one = then(UNDER_STUDY, ABOUT_THE_HEAD)
        concluded = then(one, CONCLUDE)
        assert refused_not_by_law(concluded, SEND_BACK, 38)
        for file in (one, concluded):
            assert then(file, PASS).state is S.PASSED
            assert then(file, HAND_OVER).state is S.HANDED_OVER

    def test_it_is_said_whom_it_is_about(self):
        nobody = NoteWhom(at=DAY, by=ACTORS["MEMBER"])
        for one in (FOUND, UNDER_STUDY, STUDIED_ONE):
            assert refused_not_by_law(one, nobody, 38)
            assert then(one, evolve(nobody, meant=("p8", "p7"))).meant == ("p7", "p8")
            assert then(one, evolve(nobody, about_the_head=True)).meant == ("p7",)

    def test_whom_it_was_ever_about_it_stays_about(self):
        one = then(self.about_the_head, NoteWhom(at=DAY, by=ACTORS["MEMBER"], meant=("p8",)))
        assert one.about_the_head
        assert one.meant == ("p7", "p8")

    def test_nobody_whom_it_is_about_is_shown(self):
        for shown in (repr(NOTE), repr(FOUND), repr(ABOUT_THE_HEAD), str(against(FOUND, evolve(STUDY, by_whom=())))):
            assert "p7" not in shown


@frozen
class AgendaItem:
    """An item of a session, as far as a signal reads it."""

    id: str
    state: State
    decision: str


@frozen
class ASession:
    """A session of a council, as far as a signal reads it."""

    id: str
    council: Reference
    items: tuple[AgendaItem, ...]


class ItemState(State):
    TAKEN_UP = 1
    ADOPTED = 2
    REJECTED = 3


class TestWhatASessionDecided:
    """It is copied from the session's file."""

    def approve(self, state: State, item: str = "2") -> Approve:
        items = (AgendaItem("1", ItemState.ADOPTED, "digest 7"), AgendaItem("2", state, "digest 1"))
        return Approve.of(ASession("8", COUNCIL, items), item, at=DAY, by=ACTORS["ACTING_CHAIR"])

    def test_an_item_that_was_adopted(self):
        assert self.approve(ItemState.ADOPTED) == APPROVE
        assert then(STUDIED_ONE, self.approve(ItemState.ADOPTED)).state is S.APPROVED

    def test_one_that_was_not(self):
        for state in (ItemState.TAKEN_UP, ItemState.REJECTED):
            told = self.approve(state)
            assert (told.adopted, told.result) == (False, "")
            assert refused_not_by_law(STUDIED_ONE, told, 28)

    def test_one_that_adopted_something_else_or_is_not_there(self):
        assert refused_not_by_law(STUDIED_ONE, self.approve(ItemState.ADOPTED, "1"), 28)
        assert refused_not_by_law(STUDIED_ONE, self.approve(ItemState.ADOPTED, "9"), 28)


class TestWhoMay:
    """Whose hand is nowhere in the law that was read: each refusal of it says so."""

    @pytest.mark.parametrize("action", [NOTE, *OF_A_FILE, ABOUT_THE_HEAD], ids=lambda one: type(one).__name__)
    def test_it_is_a_house_rule(self, action):
        wanted = set(MAY.get(type(action), "ACTING_CHAIR CHAIR DEPUTY_CHAIR").split())
        files = [None] if action is NOTE else [one for one in OPEN if not against(one, action)]
        assert files
        for one in files:
            for name, actor in ACTORS.items():
                reasons = against(one, evolve(action, by=Actor(f"another {name}", actor.role)))
                assert (not reasons) == (name in wanted), name
                assert all(reason.kind is ReasonKind.ROLE and not reason.is_law for reason in reasons)


class TestItsTable:
    def test_what_is_law_and_what_is_not(self):
        """Of thirteen rows five were reported, one is inferred, seven are ours: the count of the specification."""
        bases = [row.basis for row in SIGNAL.transitions]
        assert [bases.count(one) for one in (Basis.REPORTED, Basis.INFERRED, Basis.ASSUMED)] == [5, 1, 7]
        assert len(bases) == 13

    def test_of_fifteen_guards_four_are_law(self):
        guards = {guard.text: guard.basis for row in SIGNAL.transitions for guard in row.given}
        bases = list(guards.values())
        wanted = {Basis.STATUTE: 1, Basis.REPORTED: 2, Basis.INFERRED: 1, Basis.ASSUMED: 11}
        assert {basis: bases.count(basis) for basis in wanted} == wanted
        assert len(guards) == 15
