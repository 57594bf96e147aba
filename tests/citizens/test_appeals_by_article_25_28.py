"""The citizen's appeal under Law O‘RQ-445, articles 25 to 28: what each part says, lived lawfully and refused.

Days are counted by hand; the day of receipt is day 0. In March 2026 the 3rd is a Tuesday, the 18th a Wednesday; in a
week of five days 7 to 9 March and 20 to 23 March are off.
"""

from functools import partial

import pytest
from attrs import evolve
from citizens.by_article import (
    ANSWERED,
    CAME,
    HEADS,
    KINDS,
    LATER,
    PENDING,
    REVIEWED,
    Article,
    S,
    lawful,
    of_each,
    open_to,
    places,
    refusal,
    repeated,
)
from citizens.cases import (
    BEKZOD,
    CHIEF,
    DEPUTY,
    FIRM,
    FIVE,
    NODIRA,
    REGISTRY,
    SIX,
    SON,
    WORKER,
    assign,
    at,
    considered,
    decide,
    decided,
    due,
    dues,
    extend,
    forward,
    give_back,
    in_every_state,
    in_review,
    notify,
    on,
    on_the_spot,
    receive,
    received,
    register,
    registered,
    reply,
    study,
    then,
    who_may,
)

from prcomm import Basis, Reference, Status
from prcomm.citizens.appeals import (
    APPEAL,
    APPLICATION,
    COMPLAINT,
    LETTER,
    PROPOSAL,
    AnsweredQuestion,
    Decide,
    Divert,
    Form,
    Hear,
    InformAnswered,
    Join,
    LayAside,
    Notice,
    Outcome,
    Receive,
)
from prcomm.law import ORQ445
from prcomm.law.roles import EXECUTOR, HEAD, REGISTRAR

DEMANDS = (APPLICATION, COMPLAINT)


class TestArticle25(Article):
    @of_each()
    def test_1_repeats_are_considered_on_the_general_basis(self, kind):
        ours = then(repeated(kind), assign(LATER))
        assert (ours.state, ours.former) == (S.IN_REVIEW, Reference("appeal", "case 1"))
        assert due(ours, "consideration").raw == (on(4, 3) if kind is PROPOSAL else on(3, 18))
        link = ours.history[2].action
        assert places(evolve(link, at=LATER, former=Reference("appeal", "x")), kind) == open_to(kind)
        assert who_may(registered(CAME, case="case 2"), link) == {*HEADS, REGISTRAR}

    @of_each()
    def test_2_outside_competence_it_is_sent_on_within_five_days_from_receipt(self, kind):
        # Tuesday 24 February + 5 = Sunday 1 March; Monday 2 is a working day
        for when, status in ((at(3, 1), Status.MET), (at(3, 3), Status.LATE)):
            sent = then(registered(at(2, 24), kind), forward(when))
            forwarding = due(sent, "forwarding")
            assert (sent.state, forwarding.raw, forwarding.status(at(4, 1))) == (S.FORWARDED, on(3, 1), status)
            assert ORQ445(25, 2) in forwarding.cites
            assert due(sent, "consideration").status(at(4, 1)) is Status.MET
            assert due(sent, "return").status(at(4, 1)) is Status.LIFTED

    def test_2_given_to_an_executor_it_is_ours_yet_a_later_transfer_is_judged(self):
        ours = in_review(CAME)
        assert due(ours, "forwarding").raw is None
        # Tuesday 3 + 5 = Sunday 8, off until Monday 9
        assert due(then(ours, forward(at(3, 11))), "forwarding").status(at(4, 1)) is Status.LATE

    def test_2_the_appellant_is_told_in_writing_or_electronically(self):
        sent = then(registered(CAME), forward(LATER))
        assert due(sent, "forwarding_notice").status(at(3, 9)) is Status.PROMPTLY
        assert ORQ445(25, 2) in refusal(sent, notify(LATER, Notice.FORWARDED, Form.ORAL, by=DEPUTY))
        for form in (Form.WRITTEN, Form.ELECTRONIC):
            told = then(sent, notify(LATER, Notice.FORWARDED, form, by=DEPUTY))
            assert due(told, "forwarding_notice").status(at(3, 9)) is Status.MET

    def test_2_to_another_body(self):
        appeal = registered(CAME)
        assert refusal(appeal, forward(LATER, FIVE.id)) == (ORQ445(25, 2),)

    def test_3_groundless_transfer_is_forbidden(self):
        appeal = registered(CAME)
        assert ORQ445(25, 3) in refusal(appeal, forward(LATER, outside_competence=False))
        assert ORQ445(25, 3) in refusal(appeal, give_back(LATER, outside_competence=False))

    @pytest.mark.parametrize("where", [registered, in_review], ids=["first", "again"])
    def test_3_it_goes_to_nobody_complained_of(self, where):
        appeal = where(CAME, against=("gas supply", "sergeant"))
        for action in (forward(LATER), assign(LATER, "sergeant"), assign(LATER, "worker", "sergeant")):
            assert refusal(appeal, action) == (ORQ445(25, 3),)
        assert lawful(appeal, forward(LATER, "water supply"))
        assert lawful(appeal, assign(LATER, "worker"))

    @of_each()
    def test_4_without_data_to_send_it_on_it_is_returned_within_five_days(self, kind):
        for when, status in ((at(3, 1), Status.MET), (at(3, 3), Status.LATE)):
            back = then(registered(at(2, 24), kind), give_back(when))
            owed = due(back, "return")
            assert (back.state, owed.raw, owed.status(at(4, 1))) == (S.RETURNED, on(3, 1), status)
            for name in ("forwarding", "consideration"):
                assert due(back, name).status(at(4, 1)) is Status.LIFTED

    def test_4_given_to_an_executor_it_is_ours_yet_a_later_return_is_judged(self):
        ours = in_review(CAME)
        assert due(ours, "return").raw is None
        assert due(then(ours, give_back(at(3, 11))), "return").status(at(4, 1)) is Status.LATE

    def test_2_and_4_what_was_replied_to_goes_neither_on_nor_back(self):
        """So too where an audit finds that nobody was charged with it."""
        judged = APPEAL.audit([receive(CAME), register(CAME), decide(LATER), reply(LATER)], at(6, 1)).entity
        for name in ("forwarding", "return"):
            assert due(judged, name).status(at(6, 1)) is Status.LIFTED

    @of_each()
    def test_5_a_duplicate_of_what_is_under_consideration_is_considered_with_it(self, kind):
        join = Join.of(in_review(at(2, 24), kind, case="0"), exact_copy=True, at=LATER, by=DEPUTY)
        assert places(join, kind) == open_to(kind)
        assert who_may(registered(CAME, kind), join) == HEADS
        joined = then(registered(CAME, kind), join)
        assert (joined.state, joined.former) == (S.JOINED, Reference("appeal", "0"))
        assert APPEAL.due(joined, at(5, 1), open=True) == ()

    @of_each()
    def test_6_of_one_that_comes_after_the_reply_the_appellant_is_informed(self, kind):
        inform = InformAnswered.of(
            considered(at(2, 2), at(2, 10), kind, case="0"), exact_copy=True, at=LATER, by=DEPUTY
        )
        assert places(inform, kind) == open_to(kind)
        assert who_may(registered(CAME, kind), inform) == HEADS
        informed = then(registered(CAME, kind), inform)
        assert (informed.state, informed.former) == (S.INFORMED, Reference("appeal", "0"))
        assert APPEAL.due(informed, at(5, 1), open=True) == ()

    def test_5_and_6_the_one_where_the_other_is_not(self):
        appeal = registered(CAME, case="case 2")
        for state, first in in_every_state().items():
            join, inform = (
                kind.of(evolve(first, id="0"), exact_copy=True, at=LATER, by=DEPUTY) for kind in (Join, InformAnswered)
            )
            assert lawful(appeal, join) is (state in PENDING)
            assert lawful(appeal, inform) is (state in ANSWERED)
            if state in ANSWERED:
                assert refusal(appeal, join) == (ORQ445(25, 5),)
            if state in PENDING:
                assert refusal(appeal, inform) == (ORQ445(25, 6),)

    def test_7_a_letter_that_is_none_of_the_kinds_is_at_the_body_s_discretion(self):
        letter = registered(CAME, LETTER)
        aside = LayAside(at=at(6, 1), by=DEPUTY)
        assert APPEAL.due(letter, at(6, 1)) == ()
        assert then(letter, aside).state is S.LAID_ASIDE
        assert who_may(letter, aside) == HEADS
        for kind in KINDS:
            assert places(aside, kind) == set()


class TestArticle26(Article):
    def test_1_the_appellant_is_heard_while_it_is_considered(self):
        hear = Hear(at=LATER, by=WORKER)
        assert places(hear) == REVIEWED
        assert who_may(in_review(CAME), hear) == {EXECUTOR}


class TestArticle27(Article):
    def test_1_a_decision_is_taken_and_told_at_once(self):
        taken = decided(CAME, LATER)
        assert (taken.state, taken.outcome) == (S.DECIDED, Outcome.REFUSED)
        assert due(taken, "reply").status(LATER) is Status.PROMPTLY
        told = then(taken, reply(LATER))
        assert due(told, "reply").status(at(4, 1)) is Status.MET

    def test_1_in_writing_or_electronically(self):
        taken = decided(CAME, LATER)
        assert refusal(taken, reply(LATER, form=Form.ORAL)) == (ORQ445(27, 1),)
        assert lawful(taken, reply(LATER, form=Form.ELECTRONIC))

    def test_2_the_head_or_an_official_signs(self):
        assert who_may(decided(CAME, LATER), reply(LATER)) == HEADS
        assert ORQ445(27, 2).by(Basis.INFERRED) in refusal(decided(CAME, LATER), reply(LATER, by=WORKER))

    @pytest.mark.parametrize(
        ("more", "to"),
        [
            ({"appellants": (NODIRA, BEKZOD, FIRM)}, {"p1"}),
            ({"appellants": (NODIRA, BEKZOD, FIRM), "reply_to": "firm"}, {"firm"}),
            ({"representative": SON, "authority": "digest 5"}, {"p1", "p3"}),
        ],
        ids=["the first named", "unless another was asked for", "or who acts for them"],
    )
    def test_3_to_whom(self, more, to):
        taken = decided(CAME, LATER, **more)
        assert {one for one in ("p1", "p2", "p3", "firm") if lawful(taken, reply(LATER, to=one))} == to
        assert refusal(taken, reply(LATER, to="p9")) == (ORQ445(27, 3),)

    def test_4_considered_only_when_all_questions_were_and_the_reply_was_sent(self):
        ours = in_review(CAME, questions=("1", "2"))
        assert ORQ445(27, 4) in refusal(ours, decide(LATER, "1"))
        assert places(reply(LATER)) == {S.DECIDED}
        assert then(ours, decide(LATER, "1", "2"), reply(LATER)).state is S.CONSIDERED

    def test_5_in_its_language_as_far_as_possible(self):
        taken = decided(CAME, LATER, language="kaa")
        assert refusal(taken, reply(LATER, language="uz")) == (ORQ445(27, 5),)
        assert lawful(taken, reply(LATER, language="kaa"))
        assert lawful(taken, reply(LATER, language="uz", own_language_impossible=True))

    @pytest.mark.parametrize("theirs", ["uz", "uz-Latn", "uz-Cyrl", "uz_Cyrl", "uz-Latn-UZ", "UZ"])
    @pytest.mark.parametrize("ours", ["uz", "uz-Latn", "uz-Cyrl", "uz_Latn", "uz-UZ"])
    def test_5_in_either_script_it_is_the_same_language(self, theirs, ours):
        assert lawful(decided(CAME, LATER, language=theirs), reply(LATER, language=ours))

    @pytest.mark.parametrize(
        ("theirs", "ours"), [("uz-Cyrl", "ru-Cyrl"), ("ru", "uz-Cyrl"), ("uz", "uzs"), ("kaa-Latn", "kk-Latn")]
    )
    def test_5_but_another_language_in_the_same_script_is_another(self, theirs, ours):
        assert refusal(decided(CAME, LATER, language=theirs), reply(LATER, language=ours)) == (ORQ445(27, 5),)

    def test_5_with_concrete_grounds_on_each_question(self):
        bare = Decide(at=LATER, by=CHIEF, outcome=Outcome.REFUSED, answers=(AnsweredQuestion("1", ""),))
        assert ORQ445(27, 5) in refusal(in_review(CAME), bare)

    def test_6_what_was_solved_on_the_spot_needs_no_reply(self):
        solved = APPEAL.begin(on_the_spot(CAME))
        assert APPEAL.due(solved, at(5, 1)) == ()
        assert not lawful(solved, reply(LATER))
        assert ORQ445(27, 6) in solved.history[0].cites


extended = partial(extend, at(3, 16), on(4, 18))


INFERRED = ORQ445(28, 2).by(Basis.INFERRED)


class TestArticle28(Article):
    @of_each(*DEMANDS)
    def test_1_fifteen_days(self, kind):
        # Tuesday 3 + 15 = Wednesday 18
        ours = in_review(CAME, kind)
        one = due(ours, "consideration")
        assert (one.start, one.raw, one.last, one.owed_by) == (on(3, 3), on(3, 18), on(3, 18), EXECUTOR)
        assert ORQ445(28, 1) in one.cites
        for when, status in ((at(3, 18, 23, 59), Status.MET), (at(3, 19, 0), Status.LATE)):
            told = then(ours, decide(when), reply(when))
            assert due(told, "consideration").status(at(4, 1)) is status

    def test_1_from_receipt_not_from_registration(self):
        # Friday 6 in the evening, entered on Tuesday 10; + 15 = Saturday 21
        entered = then(received(at(3, 6, 20)), register(at(3, 10)))
        assert due(entered, "consideration").raw == on(3, 21)

    def test_1_by_the_body_bound_to_decide(self):
        sent = then(registered(CAME), forward(LATER))
        there = APPEAL.begin(Receive.of_forwarded(sent, at=at(3, 10), by=REGISTRY, case="case 9", office=SIX))
        assert due(there, "consideration").raw == on(3, 25)

    @of_each(*DEMANDS)
    def test_1_a_month_where_study_is_needed(self, kind):
        for when, raw in ((at(3, 18, 23), on(4, 3)), (at(3, 19), on(3, 18))):
            ours = in_review(CAME, kind, study(when))
            assert (ours.state, due(ours, "consideration").raw) == (S.EXTRA_STUDY, raw)
        assert dues(ours, "study_notice") == ()

    @of_each()
    def test_1_and_3_it_is_said_what_for_and_by_the_executor(self, kind):
        ours = in_review(CAME, kind)
        assert refusal(ours, evolve(study(LATER), needs=frozenset())) == (ORQ445(28, 3 if kind is PROPOSAL else 1),)
        assert places(study(LATER), kind) == ({S.IN_REVIEW} if kind is PROPOSAL else {S.IN_REVIEW, S.EXTENDED})
        assert who_may(ours, study(LATER)) == {EXECUTOR}

    @of_each(*DEMANDS)
    def test_2_the_head_lengthens_it_by_at_most_a_month(self, kind):
        for studied, raw, most in (
            ((), on(3, 18), on(4, 18)),
            ((study(LATER),), on(4, 3), on(5, 3)),
        ):
            ours = in_review(CAME, kind, *studied)
            longer = then(ours, extend(at(3, 16), most))
            assert (longer.state, due(longer, "consideration").raw) == (S.EXTENDED, most)
            assert lawful(ours, extend(at(3, 16), raw.add(days=1)))
            assert refusal(ours, extend(at(3, 16), raw)) == (ORQ445(28, 2),)
            assert refusal(ours, extend(at(3, 16), most.add(days=1))) == (ORQ445(28, 2), INFERRED)

    def test_2_only_the_head(self):
        ours = in_review(CAME)
        assert who_may(ours, extended()) == {HEAD}
        assert ORQ445(28, 2) in refusal(ours, extended(by=DEPUTY))

    def test_2_while_the_term_runs(self):
        ours = in_review(CAME)
        assert lawful(ours, extend(at(3, 18, 23, 59), on(4, 18)))
        assert refusal(ours, extend(at(3, 19, 0), on(4, 18))) == (INFERRED,)

    def test_2_the_appellant_is_told(self):
        longer = in_review(CAME, COMPLAINT, extended())
        assert due(longer, "extension_notice").status(at(3, 17)) is Status.PROMPTLY
        for form in Form:
            told = then(longer, notify(at(3, 17), Notice.EXTENDED, form))
            assert due(told, "extension_notice").status(at(4, 1)) is Status.MET
        charged = set(S) - {S.SOLVED_ON_SPOT, S.LAID_ASIDE, S.RECEIVED, S.REGISTERED}
        assert places(notify(LATER, Notice.EXTENDED)) == charged
        assert places(notify(LATER, Notice.EXTENDED, by=DEPUTY)) == {S.RECEIVED, S.REGISTERED}
        assert who_may(longer, notify(at(3, 17), Notice.EXTENDED)) == {EXECUTOR}
        other = then(longer, notify(at(3, 17), Notice.STUDY))
        assert due(other, "extension_notice").met is None

    @pytest.mark.parametrize("end", ["returned", "diverted", "joined", "informed"])
    @of_each(COMPLAINT, PROPOSAL)
    def test_2_and_3_a_notice_owed_may_be_given_however_it_ended(self, kind, end):
        step, of = (study, Notice.STUDY) if kind is PROPOSAL else (lambda when: extended(), Notice.EXTENDED)
        ends = {
            "returned": give_back(at(3, 17)),
            "diverted": Divert(at=at(3, 17), by=DEPUTY, procedure="criminal procedure"),
            "joined": Join.of(in_review(CAME, case="0"), exact_copy=True, at=at(3, 17), by=DEPUTY),
            "informed": InformAnswered.of(
                considered(at(2, 2), at(2, 3), case="0"), exact_copy=True, at=at(3, 17), by=DEPUTY
            ),
        }
        ended = in_review(CAME, kind, step(at(3, 16)), ends[end])
        owed = APPEAL.due(ended, at(4, 1), open=True)
        assert not owed or lawful(ended, notify(at(3, 17), of))

    def test_3_a_proposal_within_a_month(self):
        one = due(in_review(CAME, PROPOSAL), "consideration")
        assert (one.raw, ORQ445(28, 3) in one.cites) == (on(4, 3), True)

    def test_3_save_those_that_need_study(self):
        for when, raw in ((at(4, 3, 23), None), (at(4, 4), on(4, 3))):
            ours = in_review(CAME, PROPOSAL, study(when))
            assert due(ours, "consideration").raw == raw

    def test_3_of_which_the_proposer_is_told_in_writing_within_ten_days(self):
        # Tuesday 3 + 10 = Friday 13
        ours = in_review(CAME, PROPOSAL, study(LATER))
        assert due(ours, "study_notice").raw == on(3, 13)
        for form in (Form.ORAL, Form.ELECTRONIC):
            assert ORQ445(28, 3) in refusal(ours, notify(at(3, 9), Notice.STUDY, form))
        for when, status in ((at(3, 13), Status.MET), (at(3, 14), Status.LATE)):
            told = then(ours, notify(when, Notice.STUDY))
            assert due(told, "study_notice").status(at(4, 1)) is status
