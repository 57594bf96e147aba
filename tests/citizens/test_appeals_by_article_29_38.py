"""The citizen's appeal under Law O‘RQ-445, articles 29 to 38: what each part says, lived lawfully and refused.

Days are counted by hand; the day of receipt is day 0. In March 2026 the 3rd is a Tuesday, the 18th a Wednesday; in a
week of five days 7 to 9 March and 20 to 23 March are off.
"""

import re
from pathlib import Path

import pytest
from attrs import evolve
from citizens.by_article import (
    ANSWERED,
    CAME,
    CITIZENS,
    HEADS,
    LATER,
    PENDING,
    REVIEWED,
    Article,
    S,
    ban,
    lawful,
    of_each,
    open_to,
    places,
    refusal,
    repeated,
)
from citizens.cases import (
    CHIEF,
    CITIZEN,
    DEPUTY,
    EVERYBODY,
    FOR_HER,
    SON,
    UNFOUNDED,
    WORKER,
    assign,
    at,
    considered,
    decide,
    decided,
    due,
    dues,
    forward,
    give_back,
    in_every_state,
    in_review,
    leave,
    notify,
    on,
    put_on_control,
    received,
    registered,
    reply,
    terminate,
    then,
    who_may,
    withdraw,
)

from prcomm import Actor, Basis, Reference, Status
from prcomm.citizens.appeals import (
    APPEAL,
    COMPLAINT,
    AddMaterials,
    AskClarification,
    Clarify,
    Divert,
    EndingGround,
    Fact,
    Form,
    InformAnswered,
    InterimReply,
    Join,
    LeavingGround,
    Notice,
    Outcome,
    Requirement,
    ReturnWithdrawn,
    ShowFile,
    Summon,
    TakeOffControl,
    Withdrawal,
)
from prcomm.law import ORQ445
from prcomm.law.orq445 import MONTHS_OF_A_SUMMARY, YEARS_OF_TRAINING
from prcomm.law.roles import AUTHORISED, EXECUTOR


class TestArticle29(Article):
    left = leave(LATER, LeavingGround.OTHER_REQUIREMENT, requirement=Requirement.ADDRESSEE_AND_SUBSTANCE)

    @of_each()
    def test_1_anonymous_without_authority_or_short_of_another_requirement(self, kind):
        for said, action in (
            ({"named": False}, leave(LATER, LeavingGround.ANONYMOUS)),
            ({"representative": SON}, leave(LATER, LeavingGround.NO_AUTHORITY)),
            ({}, self.left),
        ):
            gone = then(registered(CAME, kind, **said), action)
            assert gone.state is S.LEFT
            for name in ("forwarding", "return", "consideration"):
                assert due(gone, name).status(at(5, 1)) is Status.LIFTED

    @pytest.mark.parametrize(
        "ground", [LeavingGround.ANONYMOUS, LeavingGround.NO_AUTHORITY, LeavingGround.LACK_OF_CAPACITY]
    )
    def test_1_on_no_other_ground(self, ground):
        assert ORQ445(29, 1) in refusal(registered(CAME), leave(LATER, ground))

    @pytest.mark.parametrize("more", [{"signed": False}, {"representative": SON}], ids=["anonymous", "no authority"])
    def test_1_such_a_one_is_not_considered(self, more):
        assert ORQ445(29, 1) in refusal(registered(CAME, **more), assign(LATER))

    def test_2_by_a_conclusion_that_the_head_or_an_authorised_official_approves(self):
        appeal = registered(CAME)
        assert refusal(appeal, evolve(self.left, conclusion="")) == (ORQ445(29, 2),)
        assert refusal(appeal, evolve(self.left, by=WORKER)) == (ORQ445(29, 2),)
        assert who_may(appeal, self.left) == HEADS

    def test_3_for_lack_of_authority_the_appellant_is_told(self):
        gone = then(registered(CAME, representative=SON), leave(LATER, LeavingGround.NO_AUTHORITY))
        assert due(gone, "authority_notice").status(LATER) is Status.PROMPTLY
        told = then(gone, notify(LATER, Notice.NO_AUTHORITY, by=DEPUTY))
        assert due(told, "authority_notice").status(at(4, 1)) is Status.MET
        other = then(registered(CAME), self.left)
        assert dues(other, "authority_notice") == ()


WITHDRAWN = withdraw(at(3, 4))
SUMMON = Summon(at=at(3, 4), by=WORKER, needed=True)
NEEDED = {
    EndingGround.UNFOUNDED_REPEAT: UNFOUNDED,
    EndingGround.WITHDRAWN: (),
    EndingGround.UNREACHABLE: (Fact.APPELLANT_NEEDED, Fact.CHANGE_NOT_TOLD),
    EndingGround.NO_SHOW: (Fact.APPELLANT_NEEDED, Fact.DID_NOT_COME),
    EndingGround.DIED: (Fact.DIED, Fact.NO_SUCCESSION),
}


def ripe(ground):
    """An appeal of which the file bears out the ground."""
    if ground is EndingGround.UNFOUNDED_REPEAT:
        return repeated()
    if ground is EndingGround.WITHDRAWN:
        return then(registered(CAME), WITHDRAWN)
    return in_review(CAME, COMPLAINT, SUMMON)


def ended(ground):
    return terminate(LATER, ground, *NEEDED[ground])


FIRST = {
    "at": LATER, "by": DEPUTY, "former": Reference("appeal", "0"), "appellants": ("p1",), "exact_copy": True,
    "received": CAME, "body": "district IIB",
}  # fmt: skip
OFF = TakeOffControl(at=LATER, by=CHIEF)
GOES_ON = {
    S.DECIDED: (decide(LATER),),
    S.CONSIDERED: (decide(LATER), reply(LATER)),
    S.OFF_CONTROL: (put_on_control(at(3, 5)), decide(LATER), reply(LATER), OFF),
    S.FORWARDED: (forward(LATER),),
    S.RETURNED: (give_back(LATER),),
    S.DIVERTED: (Divert(at=LATER, by=DEPUTY, procedure="criminal procedure"),),
    S.JOINED: (Join(**FIRST, pending=True),),
    S.INFORMED: (InformAnswered(**FIRST, answered=True),),
    S.LEFT: (TestArticle29.left,),
    S.TERMINATED: (ended(EndingGround.WITHDRAWN),),
}
"""Where what was withdrawn may yet come to."""


class TestArticle30(Article):
    @pytest.mark.parametrize("ground", EndingGround, ids=lambda ground: ground.name)
    def test_1_on_each_ground_once_it_is_established(self, ground):
        appeal = ripe(ground)
        gone = then(appeal, ended(ground))
        assert gone.state is S.TERMINATED
        assert due(gone, "consideration").status(at(5, 1)) is Status.LIFTED
        for fact in NEEDED[ground]:
            less = evolve(ended(ground), facts=frozenset(NEEDED[ground]) - {fact})
            assert refusal(appeal, less) == (ORQ445(30, 1),)

    def test_1_then_it_goes_nowhere_and_nobody_waits_for_that(self):
        gone = then(registered(CAME), ended(EndingGround.DIED))
        assert APPEAL.due(gone, at(5, 1), open=True) == ()

    @pytest.mark.parametrize(
        "ground", [EndingGround.UNFOUNDED_REPEAT, EndingGround.WITHDRAWN, EndingGround.NO_SHOW], ids=lambda g: g.name
    )
    def test_1_if_the_file_bears_it_out(self, ground):
        assert refusal(in_review(CAME), ended(ground)) == (ORQ445(30, 1),)

    @of_each()
    def test_2_the_head_or_an_authorised_official_decides(self, kind):
        died = ended(EndingGround.DIED)
        assert places(died, kind) == open_to(kind)
        assert who_may(registered(CAME, kind), died) == HEADS
        assert refusal(registered(CAME, kind), evolve(died, by=WORKER)) == (ORQ445(30, 2),)

    def test_3_written_notice_that_it_is_unfounded_and_correspondence_ends(self):
        gone = then(repeated(), ended(EndingGround.UNFOUNDED_REPEAT))
        assert gone.correspondence_ended
        assert due(gone, "ended_correspondence_notice").status(LATER) is Status.PROMPTLY
        for form in (Form.ORAL, Form.ELECTRONIC):
            assert ORQ445(30, 3) in refusal(gone, notify(LATER, Notice.UNFOUNDED_REPEAT, form, by=DEPUTY))
        told = then(gone, notify(LATER, Notice.UNFOUNDED_REPEAT, by=DEPUTY))
        assert due(told, "ended_correspondence_notice").status(at(4, 1)) is Status.MET
        for ground in set(EndingGround) - {EndingGround.UNFOUNDED_REPEAT}:
            other = then(ripe(ground), ended(ground))
            assert not other.correspondence_ended
            assert dues(other, "ended_correspondence_notice") == ()

    def test_3_later_repeats_end_without_notice(self):
        again = repeated(correspondence_ended=True)
        assert refusal(again, terminate(LATER, EndingGround.UNFOUNDED_REPEAT)) == (ORQ445(30, 1),)
        gone = then(again, terminate(LATER, EndingGround.UNFOUNDED_REPEAT, Fact.NOTHING_NEW))
        assert dues(gone, "ended_correspondence_notice") == ()
        assert gone.correspondence_ended

    def test_3_with_notice_if_the_matter_that_ended_was_another(self):
        again = repeated(correspondence_ended=True)
        other = evolve(again.history[-1].action, former=Reference("appeal", "case 3"), correspondence_ended=False)
        gone = then(again, other, ended(EndingGround.UNFOUNDED_REPEAT))
        assert due(gone, "ended_correspondence_notice").status(LATER) is Status.PROMPTLY

    def test_4_ended_as_withdrawn_it_is_returned_within_three_days(self):
        # Tuesday 10 + 3 = Friday 13
        back = ReturnWithdrawn(at=at(3, 13), by=WORKER)
        gone = in_review(CAME, COMPLAINT, withdraw(at(3, 4)), evolve(ended(EndingGround.WITHDRAWN), at=at(3, 10)))
        assert due(gone, "withdrawal_return").raw == on(3, 13)
        assert who_may(gone, back) == {EXECUTOR}
        for when, status in ((at(3, 13), Status.MET), (at(3, 14), Status.LATE)):
            returned = then(gone, evolve(back, at=when))
            assert due(returned, "withdrawal_return").status(at(4, 1)) is status
        assert refusal(returned, evolve(back, at=at(3, 14))) == (ORQ445(30, 4),)

    def test_4_where_only_its_end_was_asked_for_it_stays(self):
        asked = in_review(CAME, COMPLAINT, withdraw(at(3, 4), Withdrawal.END_ASKED))
        gone = then(asked, ended(EndingGround.WITHDRAWN))
        assert dues(gone, "withdrawal_return") == ()
        assert refusal(gone, ReturnWithdrawn(at=LATER, by=WORKER)) == (ORQ445(30, 4),)

    @pytest.mark.parametrize("state", GOES_ON, ids=lambda state: state.name)
    def test_4_and_only_where_it_was_ended_so(self, state):
        appeal = in_review(CAME, COMPLAINT, WITHDRAWN, *GOES_ON[state])
        assert appeal.state is state
        back = ReturnWithdrawn(at=LATER, by=WORKER)
        if state is S.TERMINATED:
            assert due(then(appeal, back), "withdrawal_return").status(at(4, 1)) is Status.MET
        else:
            assert dues(appeal, "withdrawal_return") == ()
            assert refusal(appeal, back) == (ORQ445(30, 4),)

    def test_5_who_did_not_come_is_informed(self):
        gone = then(ripe(EndingGround.NO_SHOW), ended(EndingGround.NO_SHOW))
        assert due(gone, "no_show_notice").status(LATER) is Status.PROMPTLY
        told = then(gone, notify(LATER, Notice.NO_SHOW, Form.ORAL))
        assert due(told, "no_show_notice").status(at(4, 1)) is Status.MET
        for ground in set(EndingGround) - {EndingGround.NO_SHOW}:
            other = then(ripe(ground), ended(ground))
            assert dues(other, "no_show_notice") == ()


class TestArticle31(Article):
    ask = AskClarification(at=LATER, by=CITIZEN)
    clarify = Clarify(at=LATER, by=CHIEF, substance_changed=False)

    def test_2_within_ten_days_from_receipt(self):
        # Tuesday 10 + 10 would be the feast of Friday 20; Monday 9 + 10 = Thursday 19
        asked = then(considered(CAME, LATER), evolve(self.ask, at=at(3, 9)))
        assert due(asked, "clarification").raw == on(3, 19)
        for when, status in ((at(3, 19), Status.MET), (at(3, 20), Status.LATE)):
            told = then(asked, evolve(self.clarify, at=when))
            assert due(told, "clarification").status(at(4, 1)) is status


class TestArticle32(Article):
    def test_1_to_add_materials(self):
        more = AddMaterials(at=LATER, by=FOR_HER, authority="digest 5")
        assert places(more) == PENDING
        assert who_may(received(CAME), more) == CITIZENS
        assert then(received(CAME), more).authority == "digest 5"

    @of_each()
    def test_1_to_withdraw_before_the_decision(self, kind):
        assert places(withdraw(LATER), kind) == {S.RECEIVED} | open_to(kind)
        assert then(registered(CAME, kind), withdraw(LATER)).withdrawal is Withdrawal.WITHDRAWN
        for state in {S.DECIDED} | ANSWERED:
            assert ban(in_every_state(kind)[state], withdraw(LATER)) == (ORQ445(32, 1),)

    def test_1_even_before_it_is_registered(self):
        # came on Friday 6 after hours, withdrawn on Saturday 7, entered on Tuesday 10
        assert lawful(received(at(3, 6, 20)), withdraw(at(3, 7)))

    def test_1_in_writing_or_electronically(self):
        for form in Form:
            spoken = withdraw(LATER, form=form)
            assert lawful(registered(CAME), spoken) is (form is not Form.ORAL)
        oral = withdraw(LATER, form=Form.ORAL)
        assert refusal(registered(CAME), oral) == (ORQ445(32, 1),)

    def test_1_to_ask_for_its_end(self):
        asked = then(registered(CAME), withdraw(at(3, 4), Withdrawal.END_ASKED))
        assert then(asked, ended(EndingGround.WITHDRAWN)).state is S.TERMINATED


class TestArticle33(Article):
    @pytest.mark.parametrize("state", [S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED], ids=lambda state: state.name)
    def test_1_the_appellant_or_another_is_summoned_where_needed_or_to_be_heard(self, state):
        called = Summon(at=LATER, by=WORKER, needed=False)
        for other in ("", "p9"):
            assert refusal(in_every_state()[state], evolve(called, other=other)) == (ORQ445(33, 1),)
            for why in ({"needed": True}, {"to_hear": True}, {"needed": True, "to_hear": True}):
                assert lawful(in_every_state()[state], evolve(called, other=other, **why))

    show = ShowFile(at=LATER, by=WORKER, protected=False)

    def test_3_it_is_explained_how_to_challenge_the_decision(self):
        silent = reply(LATER, challenge_explained=False)
        (cite,) = refusal(decided(CAME, LATER), silent)
        assert cite == ORQ445(33, 3).by(Basis.INFERRED)

    def test_4_staff_are_trained_again_within_three_years(self):
        assert APPEAL.law.on(on(3, 3))[YEARS_OF_TRAINING] == 3


class TestArticle34(Article):
    def test_2_taken_off_by_the_one_who_put_it_on(self):
        done = then(considered(CAME, at(3, 4)), put_on_control(at(3, 5), by=DEPUTY))
        hands = (*EVERYBODY, Actor("another deputy", AUTHORISED))
        assert [by for by in hands if lawful(done, evolve(OFF, by=by))] == [DEPUTY]
        assert ORQ445(34, 2) in refusal(done, OFF)
        assert then(done, evolve(OFF, by=DEPUTY)).state is S.OFF_CONTROL
        assert ORQ445(34, 2) in refusal(done, evolve(OFF, by=evolve(DEPUTY, role=EXECUTOR)))

    def test_2_so_nobody_else_puts_it_on_again(self):
        watched = then(received(CAME), put_on_control(CAME))
        assert refusal(watched, put_on_control(LATER, by=DEPUTY)) == (ORQ445(34, 2).by(Basis.INFERRED),)

    def test_3_so_it_does_with_an_interim_reply(self):
        interim = InterimReply(at=LATER, by=WORKER)
        assert places(interim) == REVIEWED
        assert who_may(in_review(CAME), interim) == {EXECUTOR}
        told = in_review(CAME, COMPLAINT, put_on_control(at(3, 4)), interim)
        assert (told.state, told.control_by, due(told, "consideration").raw) == (
            S.IN_REVIEW, "chief", on(3, 18),
        )  # fmt: skip


class TestArticle35(Article):
    def test_1_the_counts_can_be_told_apart(self):
        for outcome in (Outcome.SATISFIED, Outcome.REFUSED):
            done = in_review(CAME, COMPLAINT, decide(LATER, outcome=outcome), reply(LATER))
            assert (done.state, done.outcome) == (S.CONSIDERED, outcome)
        assert in_every_state()[S.LEFT].outcome is None

    def test_2_every_quarter(self):
        assert APPEAL.law.on(on(3, 3))[MONTHS_OF_A_SUMMARY] == 3


NOTHING_OF_AN_APPEAL = {
    "20": "no step of a file shows persecution; its fine: tests/law/test_liability.py",
    "38": "what a breach costs: tests/law/test_liability.py",
}
"""The articles of which no step of an appeal or a reception can be asked, though a figure rests on them; and why."""


def test_every_article_with_a_rule_is_tested_or_listed():
    here = Path(__file__).parent
    tested = {
        number.replace("_", "-")
        for path in (*here.glob("test_appeals_by_article_*.py"), here / "test_receptions.py")
        for number in re.findall(r"^class TestArticle([\d_]+)\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    with_rule = {article.number for article in ORQ445.articles if not article.no_rule}
    assert tested | NOTHING_OF_AN_APPEAL.keys() == with_rule
    assert not tested & NOTHING_OF_AN_APPEAL.keys()
