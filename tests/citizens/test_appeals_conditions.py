"""Worked cases for each half of a condition of an appeal: what is left of it where the other half does not hold.

Audits judge whatever was noted, in any order, so a condition also answers where what it asks about is missing.
1 March 2026 is a Sunday.
"""

import pytest
from attrs import evolve
from citizens.cases import (
    CHIEF,
    CITIZEN,
    COMPLAINT,
    DEPUTY,
    PROPOSAL,
    REGISTRY,
    SON,
    UNFOUNDED,
    WORKER,
    against,
    assign,
    at,
    considered,
    decide,
    due,
    extend,
    forward,
    in_review,
    leave,
    notify,
    on,
    put_on_control,
    receive,
    register,
    registered,
    study,
    terminate,
    then,
    withdraw,
)

from prcomm import FindingKind, Reference
from prcomm.citizens.appeals import (
    APPEAL,
    Appeal,
    AppealAction,
    AppealState,
    EndingGround,
    Fact,
    Join,
    LeavingGround,
    Link,
    Notice,
    RefuseRegistration,
    Summon,
    TakeOffControl,
    Why,
)
from prcomm.law import ORQ445, ROLL_FORWARD_BY_ANALOGY

S = AppealState
BEGUN = receive(at(3, 3)), register(at(3, 3)), assign(at(3, 3))
"""A complaint received on Tuesday 3 March 2026: its fifteen days end on 18 March."""
PROPOSED = receive(at(3, 3), PROPOSAL), register(at(3, 3)), assign(at(3, 3))
A_REPEAT = Link(
    at=at(3, 4),
    by=REGISTRY,
    former=Reference("appeal", "case 0"),
    appellants=("p1",),
    why=Why.DISAGREEMENT,
    decided=at(3, 1),
)
JOINED = Join(
    at=at(3, 4),
    by=assign(at(3, 4)).by,
    former=Reference("appeal", "case 0"),
    appellants=("p1",),
    pending=True,
    exact_copy=True,
    received=at(3, 2),
    body="district IIB",
)


def unlawful(*actions: AppealAction) -> list[tuple[str, ...]]:
    """What an audit notes as unlawful: the name of each such step."""
    judged = APPEAL.audit(actions, at(6, 1))
    return [type(finding.action).__name__ for finding in judged.findings if finding.kind is FindingKind.UNLAWFUL]


class TestArticle3:
    """A repeat disagrees with a decision that was taken."""

    def test_with_one_taken_the_minute_before_it_was_handed_in(self):
        """Decided and told at ten, handed in at ten: the decision it disagrees with is taken."""
        former = considered(at(3, 3), at(3, 10))
        link = Link.of(former, None, why=Why.DISAGREEMENT, at=at(3, 10), by=REGISTRY)
        assert APPEAL.explain(registered(at(3, 10), case="case 2"), link).accepted


class TestArticle28:
    """The head lengthens a term that runs; where none runs, or it ran out, nothing is lengthened."""

    def test_of_an_appeal_joined_to_another_no_term_is_lengthened(self):
        later = study(at(3, 5)), extend(at(3, 6), on(4, 18))
        assert unlawful(*BEGUN, JOINED, *later) == ["Study", "Extend"]

    def test_an_extension_by_analogy_leaves_the_day_that_the_text_gives(self):
        """Received on 5 March, its term ends on Friday 20, which is off: by analogy Tuesday 24 is in time."""
        analogous = APPEAL.under(ROLL_FORWARD_BY_ANALOGY)
        extended = analogous.apply(in_review(at(3, 5)), extend(at(3, 24), on(4, 20)))
        assert due(extended, "consideration", lifecycle=analogous).raw == on(4, 20)
        assert due(extended, "consideration").raw == on(3, 20)

    @pytest.mark.parametrize("second", [study(at(3, 6)), extend(at(3, 9), on(5, 3))], ids=["study", "extension"])
    def test_of_a_restored_proposal_what_moved_no_term_leaves_it_owed(self, second):
        """28(3): study lifts its term; what a store says was done after that is believed, and it is still owed."""
        judged = APPEAL.audit([*PROPOSED, study(at(3, 5)), second], at(6, 1)).entity
        restored = APPEAL.restore([evolve(record, against=()) for record in judged.history])
        assert due(restored, "consideration", at(3, 10)).met is None

    def test_of_a_proposal_under_study_no_second_study_and_no_extension_is_lawful(self):
        """28(3): its term is lifted by study; nothing else moves it."""
        assert unlawful(*PROPOSED, study(at(3, 5)), study(at(3, 6)), extend(at(3, 9), on(5, 3))) == ["Study", "Extend"]


class TestArticle30:
    """Each ground asks for its own facts; correspondence once ended stays ended."""

    def again(self) -> Appeal:
        """One more repeat, after correspondence was ended."""
        former = considered(at(4, 6), at(4, 20))
        said = {"why": Why.DISAGREEMENT, "by": REGISTRY}
        second = then(registered(at(5, 12), case="case 2"), Link.of(former, None, at=at(5, 12), **said))
        ended = then(second, terminate(at(5, 14), EndingGround.UNFOUNDED_REPEAT, *UNFOUNDED))
        return then(registered(at(6, 15), case="case 3"), Link.of(ended, None, at=at(6, 15), **said))

    def test_after_correspondence_has_ended_another_ground_asks_for_its_own_facts(self):
        facts = Fact.DIED, Fact.NO_SUCCESSION
        assert then(self.again(), terminate(at(6, 16), EndingGround.DIED, *facts)).state is S.TERMINATED
        nothing_new = terminate(at(6, 16), EndingGround.DIED, Fact.NOTHING_NEW)
        (reason,) = APPEAL.explain(self.again(), nothing_new).reasons
        assert reason.cites == (ORQ445(30, 1),)

    def test_a_withdrawal_does_not_open_the_correspondence_again(self):
        """30(3): later repeats are ended without notice, those after it too."""
        withdrawn = then(self.again(), withdraw(at(6, 16)), terminate(at(6, 16), EndingGround.WITHDRAWN))
        assert withdrawn.correspondence_ended
        fourth = then(
            registered(at(7, 1), case="case 4"),
            Link.of(withdrawn, on(6, 30), why=Why.LATENESS, at=at(7, 1), by=REGISTRY),
        )
        ended = then(fourth, terminate(at(7, 1), EndingGround.UNFOUNDED_REPEAT, Fact.NOTHING_NEW))
        assert ended.state is S.TERMINATED

    def test_who_is_told_first_that_correspondence_ends_is_told_even_of_what_repeats_nothing(self):
        """30(3): ended as an unfounded repeat, though none was linked: unlawful, and the appellant still waits."""
        ended = terminate(at(3, 6), EndingGround.UNFOUNDED_REPEAT, *UNFOUNDED)
        assert unlawful(*BEGUN, ended) == ["Terminate"]
        judged = APPEAL.audit([*BEGUN, ended], at(3, 10)).entity
        assert due(judged, "ended_correspondence_notice", at(3, 10)).met is None


class TestANoticeOfAnotherStep:
    """25(2), 29(3), 30(3), 30(5): the appellant is told of this step; to be told of another does not do."""

    @pytest.mark.parametrize(
        ("owed", "steps", "notice"),
        [
            ("forwarding_notice", (forward(at(3, 4)),), Notice.FORWARDED),
            ("authority_notice", (leave(at(3, 4), LeavingGround.NO_AUTHORITY),), Notice.NO_AUTHORITY),
            (
                "ended_correspondence_notice",
                (A_REPEAT, terminate(at(3, 4), EndingGround.UNFOUNDED_REPEAT, *UNFOUNDED)),
                Notice.UNFOUNDED_REPEAT,
            ),
            (
                "no_show_notice",
                (
                    assign(at(3, 4)),
                    Summon(at=at(3, 4), by=WORKER, needed=True),
                    terminate(at(3, 4), EndingGround.NO_SHOW, Fact.APPELLANT_NEEDED, Fact.DID_NOT_COME),
                ),
                Notice.NO_SHOW,
            ),
        ],
        ids=lambda one: one if isinstance(one, str) else "",
    )
    def test_leaves_it_owed(self, owed: str, steps: tuple[AppealAction, ...], notice: Notice):
        unproved = {"representative": SON} if notice is Notice.NO_AUTHORITY else {}
        ended = then(registered(at(3, 3), **unproved), *steps)
        by = WORKER if ended.executors else DEPUTY
        told = then(ended, notify(at(3, 5), next(one for one in Notice if one is not notice), by=by))
        assert due(told, owed).met is None
        assert due(then(told, notify(at(3, 6), notice, by=by)), owed).met == on(3, 6)


def test_an_appellant_who_put_it_on_control_is_not_kept_among_the_officials():
    """34(1) gives it to heads and authorised officials; an audit notes that it was the appellant, and shows nobody."""
    judged = APPEAL.audit([*BEGUN, put_on_control(at(3, 4), by=CITIZEN)], at(3, 4)).entity
    assert judged.control_by == ""
    assert then(in_review(at(3, 3)), put_on_control(at(3, 4))).control_by == "chief"


class TestWhatIsNeverDoneIsSaidInWords:
    """A refusal quotes what the law forbids, where it forbids it, and nothing else."""

    DECIDED = then(in_review(at(3, 3)), decide(at(3, 6)))

    @pytest.mark.parametrize(
        ("it", "action", "text"),
        [
            (registered(at(3, 3)), RefuseRegistration(at=at(3, 6), by=REGISTRY), "registration is never refused"),
            (in_review(at(3, 3)), RefuseRegistration(at=at(3, 6), by=REGISTRY), "registration is never refused"),
            (in_review(at(3, 3), PROPOSAL), extend(at(3, 6), on(4, 10)), "the head lengthens no term of a proposal"),
            (
                in_review(at(3, 3), PROPOSAL, study(at(3, 6))),
                extend(at(3, 9), on(4, 10)),
                "the head lengthens no term of a proposal",
            ),
            (DECIDED, withdraw(at(3, 9)), "it is withdrawn before the decision"),
            (considered(at(3, 3), at(3, 6)), withdraw(at(3, 9)), "it is withdrawn before the decision"),
            (
                in_review(at(3, 3), COMPLAINT, put_on_control(at(3, 4))),
                TakeOffControl(at=at(3, 9), by=CHIEF),
                "it stays on control until it is considered",
            ),
        ],
        ids=["23(2)", "23(2), in review", "28(3)", "28(3), in study", "32(1)", "32(1), answered", "34(3)"],
    )
    def test_in_the_words_of_its_row(self, it: Appeal, action: AppealAction, text: str):
        (reason,) = against(it, action)
        assert (reason.kind, reason.text) == ("never", text)


def test_once_answered_nothing_is_counted():
    """27(1): the reply ends the consideration; registration, forwarding and return were met before or fell away."""
    answered = considered(at(3, 3), at(3, 6))
    assert {clock.deadline for clock in answered.clocks} == {"execution"}, "and of a refusal there is none"
    assert APPEAL.due(answered, at(3, 6), open=True) == ()
