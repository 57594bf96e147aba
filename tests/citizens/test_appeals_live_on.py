"""The file of an appeal lives on: what is named later, proves otherwise, goes on in part, and is done after the end.

Days are counted by hand; the day of receipt is day 0. In 2026 2 March is a Monday, 1 April a Wednesday.
"""

import pytest
from attrs import evolve
from citizens.by_article import S, lawful, of_each, refusal
from citizens.cases import (
    BEKZOD,
    CHIEF,
    CITIZEN,
    DEPUTY,
    FOR_HER,
    NODIRA,
    OVERSEER,
    REGISTRY,
    SIX,
    SON,
    WORKER,
    against,
    ask,
    assign,
    at,
    considered,
    decide,
    due,
    dues,
    forward,
    in_every_state,
    in_review,
    leave,
    notify,
    on,
    put_on_control,
    received,
    register,
    registered,
    reply,
    terminate,
    then,
    who_may,
    withdraw,
)

from prcomm import Actor, Basis, FindingKind, Person, ReasonKind, Status
from prcomm.adapters.json import Codec
from prcomm.citizens.appeals import (
    APPEAL,
    APPLICATION,
    COMPLAINT,
    LETTER,
    PROPOSAL,
    AddMaterials,
    AnswerRequest,
    AskAppellant,
    AskClarification,
    AskProgress,
    BringIn,
    Channel,
    Clarify,
    Complete,
    ControlState,
    EndingGround,
    Fact,
    Form,
    ForwardPart,
    GiveInformation,
    InterimReply,
    KeepPart,
    LayAside,
    LeavingGround,
    NoteExecution,
    Notice,
    Outcome,
    PartState,
    PutOnSuperiorControl,
    Receive,
    Recognise,
    RequestState,
    ReturnEnclosures,
    SetApart,
    TakeMeasures,
    TakeOffControl,
    TakeOffSuperiorControl,
    Withdrawal,
)
from prcomm.law import ORQ445
from prcomm.law.roles import APPELLANT, AUTHORISED, HEAD, SUPERIOR

MON = at(3, 2)
TUE, WED = at(3, 3), at(3, 4)
CODEC = Codec(APPEAL)


def complete(when=TUE, by=CITIZEN, **what):
    return Complete(at=when, by=by, **what)


class TestNamedLater:
    """Articles 6 and 32(1): what was lacking is made up, and from then on counts as if it had been there."""

    @pytest.mark.parametrize(
        ("lacking", "now"),
        [
            ({"signed": False}, complete(signed=True)),
            ({"named": False}, complete(named=True)),
            (
                {"form": Form.ELECTRONIC, "channel": Channel.OFFICIAL_SITE, "identified": False},
                complete(identified=True),
            ),
            ({"appellants": (), "named": False}, complete(appellants=(NODIRA,), named=True)),
            ({"representative": SON}, AddMaterials(at=TUE, by=FOR_HER, authority="digest 5")),
        ],
        ids=["a signature", "a residence", "the sender", "the name", "a proof of authority"],
    )
    def test_it_is_considered_then_and_left_no_more(self, lacking, now):
        ground = LeavingGround.NO_AUTHORITY if "representative" in lacking else LeavingGround.ANONYMOUS
        appeal = registered(MON, **lacking)
        assert not lawful(appeal, assign(WED))
        assert lawful(appeal, leave(WED, ground))
        made_up = then(appeal, now)
        assert lawful(made_up, assign(WED))
        assert not lawful(made_up, leave(WED, ground))
        assert due(made_up, "consideration").raw == on(3, 17), "as before: from receipt"

    def test_one_thing_made_up_does_not_make_up_another(self):
        appeal = registered(MON, signed=False, named=False)
        assert not lawful(then(appeal, complete(signed=True)), assign(WED))
        assert not lawful(then(appeal, complete(named=True)), assign(WED))
        assert lawful(then(appeal, complete(signed=True, named=True)), assign(WED))
        assert lawful(then(appeal, complete(signed=True), complete(named=True)), assign(WED))

    def test_nothing_is_taken_back(self):
        before = registered(MON)
        after = then(before, complete())
        for name in ("appellants", "named", "signed", "identified", "against", "language"):
            assert getattr(after, name) == getattr(before, name)

    def test_a_residence_stands_with_the_person_and_nobody_else_comes_in(self):
        homeless = evolve(NODIRA, residence="")
        appeal = registered(MON, appellants=(homeless, BEKZOD), named=False)
        moved = then(appeal, complete(appellants=(NODIRA, SON), named=True))
        assert moved.appellants == (NODIRA, BEKZOD)

    def test_who_is_complained_of_is_named_later(self):
        """25(3): it is not assigned or sent to them from then on."""
        appeal = then(registered(MON, against=("roads unit",)), complete(against=("worker", "gas supply")))
        assert appeal.against == ("roads unit", "worker", "gas supply")
        assert refusal(appeal, assign(WED)) == (ORQ445(25, 3),)
        assert refusal(appeal, forward(WED)) == (ORQ445(25, 3),)
        ours = then(in_review(MON), complete(against=("worker",)))
        assert refusal(ours, assign(WED)) == (ORQ445(25, 3),)
        assert then(ours, assign(WED, "another")).executors == ("another",)

    def test_the_reply_is_in_the_language_named_later(self):
        done = then(in_review(MON), complete(language="ru"), decide(WED))
        assert refusal(done, reply(WED)) == (ORQ445(27, 5),)
        assert lawful(done, reply(WED, language="ru"))

    def test_not_once_it_is_replied_to_or_ended(self):
        places = {state for state, one in in_every_state().items() if lawful(one, complete(at(3, 6)))}
        assert places == {S.RECEIVED, S.REGISTERED, S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED, S.DECIDED}

    def test_it_goes_on_to_the_addressee_with_what_was_made_up(self):
        appeal = then(
            registered(MON, signed=False, language="", appellants=(), named=False, identified=False),
            complete(signed=True, language="ru", appellants=(NODIRA,), named=True, identified=True, against=("x",)),
            forward(WED),
        )
        there = APPEAL.begin(Receive.of_forwarded(appeal, at=at(3, 6), by=REGISTRY, case="9", office=SIX))
        for name in ("signed", "named", "identified", "language", "appellants", "against"):
            assert getattr(there, name) == getattr(appeal, name)

    def test_the_act_gives_the_right_to_add_and_says_no_more(self):
        made_up = then(registered(MON), complete(signed=True))
        assert ORQ445(32, 1).by(Basis.INFERRED) in made_up.history[-1].cites

    def test_it_is_read_again_as_it_was_written(self):
        made_up = then(registered(MON, named=False), complete(appellants=(NODIRA,), named=True))
        assert CODEC.read(CODEC.document(made_up)) == made_up
        assert "Navoiy" not in repr(made_up)


class TestALetterThatProvesToBeAnAppeal:
    """Articles 3 and 25(7): it was one from its receipt, and its terms run from there."""

    def recognise(self, when, kind=COMPLAINT):
        return Recognise(at=when, by=DEPUTY, kind=kind)

    @pytest.mark.parametrize(
        ("kind", "last"), [(APPLICATION, on(3, 17)), (PROPOSAL, on(4, 2)), (COMPLAINT, on(3, 17))], ids=str
    )
    def test_its_terms_run_from_receipt(self, kind, last):
        # 2 March + 15 = 17 March, + a month = 2 April; + 5 = 7 March
        letter = registered(MON, LETTER)
        assert APPEAL.due(letter, MON) == ()
        appeal = then(letter, self.recognise(at(3, 10), kind))
        assert (appeal.kind, appeal.state) == (kind, S.REGISTERED)
        assert due(appeal, "consideration").raw == last
        assert (due(appeal, "forwarding").raw, due(appeal, "return").raw) == (on(3, 7), on(3, 7))
        assert due(appeal, "consideration").start == on(3, 2)

    def test_it_was_registered_in_time_or_it_was_not(self):
        """23(1)."""
        for when, status in ((MON, Status.MET), (TUE, Status.LATE)):
            letter = then(received(MON, LETTER), register(when))
            appeal = then(letter, self.recognise(at(3, 10)))
            assert due(appeal, "registration").status(at(3, 10)) is status

    def test_before_it_is_registered_it_is_owed_that_day(self):
        appeal = then(received(MON, LETTER), self.recognise(MON))
        assert (appeal.state, due(appeal, "registration").raw) == (S.RECEIVED, on(3, 2))
        assert due(then(appeal, register(MON)), "registration").status(TUE) is Status.MET

    def test_so_too_one_that_was_laid_aside(self):
        aside = then(registered(MON, LETTER), LayAside(at=TUE, by=DEPUTY))
        appeal = then(aside, self.recognise(at(3, 20)))
        assert appeal.state is S.REGISTERED
        assert due(appeal, "consideration").status(at(3, 20)) is Status.OVERDUE
        late = then(appeal, assign(at(3, 20)), decide(at(3, 20)), reply(at(3, 20)))
        assert due(late, "consideration").status(at(3, 21)) is Status.LATE

    def test_it_was_filed_in_time_or_it_was_not(self):
        """22(2): learned of on 27 February 2025, a Thursday, brought on 2 March 2026."""
        appeal = then(registered(MON, LETTER, learned=on(2, 27, 2025)), self.recognise(at(3, 10)))
        assert due(appeal, "filing").status(at(3, 10)) is Status.LATE

    def test_what_runs_is_the_same_counted_as_open_and_as_all(self):
        appeal = then(registered(MON, LETTER), self.recognise(at(3, 10)))
        for when in (at(3, 10), at(3, 30)):
            every = tuple(one for one in APPEAL.due(appeal, when) if one.met is None and not one.lifted)
            assert APPEAL.due(appeal, when, open=True) == every

    def test_it_is_lived_read_and_restored_as_an_appeal(self):
        aside = then(registered(MON, LETTER), LayAside(at=TUE, by=DEPUTY), self.recognise(at(3, 10)))
        done = then(aside, assign(at(3, 11)), decide(at(3, 12)), reply(at(3, 12)))
        assert done.state is S.CONSIDERED
        assert APPEAL.restore(done.history) == done == CODEC.read(CODEC.document(done))
        audited = APPEAL.audit([record.action for record in done.history], at(3, 20))
        assert (audited.findings, audited.entity.clocks) == ((), done.clocks)

    def test_an_audit_finds_it_late_from_its_receipt(self):
        letter = then(registered(MON, LETTER), self.recognise(at(3, 20)), assign(at(3, 20)))
        actions = (*(record.action for record in letter.history), decide(at(3, 23)), reply(at(3, 23)))
        (late,) = APPEAL.audit(actions, at(4, 1)).findings
        assert (late.kind, late.name, late.due.last) == (FindingKind.LATE, "consideration", on(3, 17))

    def test_an_appeal_is_not_recognised_and_no_letter_becomes_a_letter(self):
        (reason,) = against(registered(MON), self.recognise(TUE))
        assert reason.kind is ReasonKind.STATE
        assert ORQ445(3) in refusal(registered(MON, LETTER), self.recognise(TUE, LETTER))

    def test_who(self):
        assert who_may(registered(MON, LETTER), self.recognise(TUE)) == {HEAD, AUTHORISED}


def apart(part="2", *questions, when=TUE):
    return SetApart(at=when, by=DEPUTY, part=part, questions=questions or (part,))


def send_part(part="2", to="gas supply", when=WED):
    return ForwardPart(at=when, by=DEPUTY, part=part, to=to)


def answered(*questions):
    return (decide(at(3, 10), *questions), reply(at(3, 10)))


THREE = {"questions": ("1", "2", "3")}


class TestAPartSentOn:
    """Article 25(2): to the bodies concerned, while the rest stays."""

    def test_the_five_days_run_from_our_receipt(self):
        # 2 March + 5 = 7 March, however late it is found
        for found in (TUE, at(3, 20)):
            ours = in_review(MON, COMPLAINT, apart(when=found), **THREE)
            owed = due(ours, "part_forwarding")
            assert (owed.start, owed.raw, owed.owed_by) == (on(3, 2), on(3, 7), AUTHORISED)
            assert ORQ445(25, 2) in owed.cites

    def test_each_part_has_its_own(self):
        ours = in_review(MON, COMPLAINT, apart("2"), apart("3"), **THREE)
        gone = then(ours, send_part("2", when=at(3, 6)), send_part("3", "tax office", when=at(3, 11)))
        assert [one.status(at(4, 1)) for one in dues(gone, "part_forwarding")] == [Status.MET, Status.LATE]
        assert [one.state for one in gone.foreign_parts] == [PartState.SENT, PartState.SENT]

    def test_the_rest_stays_with_its_own_term_and_its_own_questions(self):
        ours = in_review(MON, COMPLAINT, apart("2", "2", "3"), send_part(), **THREE)
        assert (ours.state, ours.own_questions, due(ours, "consideration").raw) == (S.IN_REVIEW, ("1",), on(3, 17))
        assert then(ours, *answered("1")).state is S.CONSIDERED

    def test_what_stays_is_answered_all(self):
        ours = in_review(MON, COMPLAINT, apart("2"), **THREE)
        assert refusal(ours, decide(at(3, 10), "1")) == (ORQ445(27, 4), ORQ445(27, 5))
        assert lawful(ours, decide(at(3, 10), "1", "3"))

    def test_the_appellant_is_told_in_writing_or_electronically(self):
        ours = then(registered(MON, **THREE), apart(), send_part())
        assert due(ours, "forwarding_notice").status(WED) is Status.PROMPTLY
        assert not lawful(ours, notify(WED, Notice.FORWARDED, Form.ORAL, by=DEPUTY))
        told = then(ours, notify(WED, Notice.FORWARDED, by=DEPUTY))
        assert due(told, "forwarding_notice").status(at(4, 1)) is Status.MET

    def test_at_the_addressee_it_is_a_file_of_its_own_with_fifteen_days_of_its_own(self):
        """28(1): from receipt by the body bound to decide: 9 March + 15 = 24 March."""
        ours = in_review(MON, COMPLAINT, apart("2", "2", "3"), send_part(), **THREE)
        receipt = Receive.of_forwarded(ours, at=at(3, 9), by=REGISTRY, case="9", office=SIX, part="2")
        there = APPEAL.begin(receipt)
        assert (there.questions, there.came_from, there.kind) == (("2", "3"), ours.reference, COMPLAINT)
        assert (due(there, "consideration").start, due(there, "consideration").raw) == (on(3, 9), on(3, 24))
        assert due(there, "forwarding").raw == on(3, 14)

    def test_the_whole_sent_on_later_goes_without_the_part(self):
        ours = then(registered(MON, **THREE), apart(), send_part(), forward(WED, "tax office"))
        receipt = Receive.of_forwarded(ours, at=at(3, 9), by=REGISTRY, case="9", office=SIX)
        assert receipt.questions == ("1", "3")

    @pytest.mark.parametrize(("to", "part"), [("worker", 3), ("district IIB", 2)], ids=["complained of", "itself"])
    def test_never_there(self, to, part):
        ours = then(registered(MON, against=("worker",), **THREE), apart())
        assert refusal(ours, send_part(to=to)) == (ORQ445(25, part),)

    @pytest.mark.parametrize("questions", [("4",), ("1", "2", "3")], ids=["none of it", "all of it"])
    def test_some_and_not_all(self, questions):
        ours = registered(MON, **THREE)
        assert refusal(ours, apart("2", *questions)) == (ORQ445(25, 2).by(Basis.INFERRED),)

    def test_what_was_set_apart_is_not_set_apart_again(self):
        ours = then(registered(MON, **THREE), apart("2"))
        assert not lawful(ours, apart("again", "2"))
        assert not lawful(ours, apart("again", "1", "3"))
        assert lawful(ours, apart("again", "3"))

    def test_kept_after_all_it_was_never_owed(self):
        ours = then(registered(MON, **THREE), apart(), KeepPart(at=at(3, 20), by=DEPUTY, part="2"))
        assert due(ours, "part_forwarding").status(at(3, 20)) is Status.LIFTED
        assert ours.own_questions == ("1", "2", "3")

    def test_it_is_sent_late_and_even_after_the_rest_was_answered(self):
        ours = in_review(MON, COMPLAINT, apart(), *answered("1", "3"), **THREE)
        assert due(ours, "part_forwarding").status(at(3, 10)) is Status.OVERDUE
        gone = then(ours, send_part(when=at(3, 11)))
        assert due(gone, "part_forwarding").status(at(3, 11)) is Status.LATE

    def test_with_the_whole_it_goes_too(self):
        ours = then(registered(MON, **THREE), apart(), forward(WED))
        assert due(ours, "part_forwarding").status(at(4, 1)) is Status.LIFTED

    def test_an_audit_finds_that_a_part_set_apart_is_still_to_be_sent(self):
        ours = in_review(MON, COMPLAINT, apart(), *answered("1", "3"), **THREE)
        found = APPEAL.audit([record.action for record in ours.history], at(4, 1)).findings
        assert [(one.kind, one.name) for one in found] == [(FindingKind.OWED, "part_forwarding")]


class TestTheAppellantAsked:
    """Article 24(4): the ten days bind bodies."""

    asks = AskAppellant(at=TUE, by=WORKER, request="1")
    answers = AnswerRequest(at=at(3, 30), by=CITIZEN, request="1")

    @of_each()
    def test_no_term_runs_and_the_answer_is_never_late(self, kind):
        asked = in_review(MON, kind, self.asks)
        assert dues(asked, "information", at(3, 30)) == ()
        told = then(asked, self.answers)
        assert told.requests[0].state is RequestState.ANSWERED
        assert APPEAL.audit([one.action for one in told.history], at(3, 30)).of(FindingKind.UNLAWFUL) == ()

    def test_who_asks_and_who_answers(self):
        asked = in_review(MON, COMPLAINT, self.asks)
        assert who_may(asked, self.answers) == {APPELLANT}
        hers = in_review(MON, COMPLAINT, self.asks, representative=SON, authority="digest 5")
        assert lawful(hers, evolve(self.answers, by=FOR_HER))
        of_a_body = GiveInformation(at=WED, by=Actor("", OVERSEER.role), request="1")
        assert not lawful(asked, of_a_body)
        assert not lawful(asked, evolve(self.answers, request="2"))

    def test_beside_a_body_that_is_asked_too(self):
        asked = in_review(MON, COMPLAINT, self.asks, ask(TUE, "2"))
        assert [(one.key, one.raw) for one in dues(asked, "information")] == [("2", on(3, 13))]

    def test_it_may_be_decided_without_the_answer(self):
        done = then(in_review(MON, COMPLAINT, self.asks), *answered())
        assert done.state is S.CONSIDERED
        assert lawful(done, self.answers)


class TestProgress:
    """Article 32(1): the appellant learns how it stands."""

    asks = AskProgress(at=TUE, by=CITIZEN)

    @pytest.mark.parametrize("make", [received, registered, in_review], ids=lambda make: make.__name__)
    @pytest.mark.parametrize("form", Form, ids=lambda form: form.name)
    def test_asked_and_told_in_any_form(self, make, form):
        asked = then(make(MON), self.asks)
        assert due(asked, "progress").status(at(3, 30)) is Status.PROMPTLY
        by = WORKER if make is in_review else DEPUTY
        other = then(asked, notify(WED, Notice.EXTENDED, by=by))
        assert due(other, "progress").met is None
        assert due(then(asked, notify(WED, Notice.PROGRESS, form, by=by)), "progress").status(at(4, 1)) is Status.MET

    def test_the_reply_tells_it_too(self):
        done = then(in_review(MON), self.asks, *answered())
        assert APPEAL.due(done, at(4, 1), open=True) == ()

    def test_each_time_anew(self):
        again = then(in_review(MON), self.asks, notify(TUE, Notice.PROGRESS), evolve(self.asks, at=WED))
        assert [one.met for one in dues(again, "progress")] == [on(3, 3), None]

    def test_that_it_is_told_promptly_is_ours(self):
        assert ORQ445(32, 1).by(Basis.INFERRED) in due(then(in_review(MON), self.asks), "progress").cites


OFF = TakeOffControl(at=at(3, 10), by=CHIEF)
WATCH = PutOnSuperiorControl(at=TUE, by=OVERSEER, control="region")
UNWATCH = TakeOffSuperiorControl(at=at(3, 10), by=OVERSEER, control="region")


class TestControl:
    """Article 34: taken off by who put it on, however it ended; a superior's beside the body's own."""

    def test_taken_off_whatever_way_it_ended(self):
        for state, ended in in_every_state().items():
            if state in (S.SOLVED_ON_SPOT, S.OFF_CONTROL):
                continue
            first, *rest = (record.action for record in ended.history)
            watched = then(APPEAL.begin(first), put_on_control(first.at), *rest)
            if state in (S.CONSIDERED, S.FORWARDED, S.RETURNED, S.DIVERTED, S.JOINED, S.INFORMED, S.LEFT, S.TERMINATED):
                assert ORQ445(34, 2) in refusal(watched, evolve(OFF, by=DEPUTY))
                off = then(watched, OFF)
                assert off.control_by == ""
                assert off.state is (S.OFF_CONTROL if state is S.CONSIDERED else state)
                assert not lawful(off, OFF)
            else:
                assert refusal(watched, OFF) == (ORQ445(34, 3),)

    def test_two_controls_each_taken_off_by_who_put_it_on(self):
        ours = then(in_review(MON), put_on_control(TUE), WATCH)
        assert (ours.control_by, ours.superior_controls[0].state) == ("chief", ControlState.ON)
        done = then(ours, *answered())
        assert not lawful(done, evolve(UNWATCH, by=CHIEF))
        assert ORQ445(34, 2) in refusal(done, evolve(UNWATCH, by=Actor("chief", SUPERIOR)))
        assert ORQ445(34, 2) in refusal(done, evolve(OFF, by=Actor("overseer", HEAD)))
        own_off = then(done, OFF)
        assert (own_off.state, own_off.superior_controls[0].state) == (S.OFF_CONTROL, ControlState.ON)
        assert then(own_off, UNWATCH).superior_controls[0].state is ControlState.OFF
        superior_off = then(done, UNWATCH)
        assert (superior_off.state, superior_off.control_by) == (S.CONSIDERED, "chief")

    def test_several_bodies_above(self):
        ministry = Actor("m1", SUPERIOR, "ministry")
        ours = then(in_review(MON), WATCH, evolve(WATCH, by=ministry, control="ministry"), *answered())
        assert ORQ445(34, 2) in refusal(ours, evolve(UNWATCH, by=ministry))
        off = then(ours, UNWATCH)
        assert [one.state for one in off.superior_controls] == [ControlState.OFF, ControlState.ON]

    def test_a_private_person_who_could_not_put_it_on_is_not_kept_as_who_did(self):
        actions = [record.action for record in in_review(MON).history]
        audited = APPEAL.audit([*actions, evolve(WATCH, by=CITIZEN)], at(3, 10))
        assert [one.kind for one in audited.findings] == [FindingKind.UNLAWFUL]
        assert audited.entity.superior_controls[0].put_by == ""

    def test_with_an_interim_reply_it_stays(self):
        told = then(in_review(MON), WATCH, InterimReply(at=WED, by=WORKER))
        assert refusal(told, UNWATCH) == (ORQ445(34, 3),)

    def test_ended_otherwise_a_superior_s_is_taken_off_too(self):
        gone = then(registered(MON), WATCH, withdraw(TUE), terminate(WED, EndingGround.WITHDRAWN))
        assert lawful(gone, UNWATCH)


class TestClarifying:
    """Article 31(2): each request within ten days from its receipt."""

    def test_each_request_has_its_own_ten_days(self):
        # 9 + 10 = 19, 12 + 10 = 22 March
        done = considered(MON, at(3, 6))
        asked = then(
            done, AskClarification(at=at(3, 9), by=CITIZEN, request="1"),
            AskClarification(at=at(3, 12), by=CITIZEN, request="2"),
        )  # fmt: skip
        assert [(one.key, one.raw) for one in dues(asked, "clarification")] == [("1", on(3, 19)), ("2", on(3, 22))]
        clarify = Clarify(at=at(3, 20), by=CHIEF, substance_changed=False, request="2")
        second = then(asked, clarify)
        assert [one.status(at(3, 20)) for one in dues(second, "clarification")] == [Status.OVERDUE, Status.MET]
        both = then(second, evolve(clarify, request="1"))
        assert [one.status(at(3, 20)) for one in dues(both, "clarification")] == [Status.LATE, Status.MET]

    def test_errors_corrected_unasked_answer_no_request(self):
        asked = then(considered(MON, at(3, 6)), AskClarification(at=at(3, 9), by=CITIZEN, request="1"))
        unasked = then(asked, Clarify(at=at(3, 10), by=CHIEF, substance_changed=False))
        assert due(unasked, "clarification").met is None


class TestAfterAnEnding:
    """Article 30(4): measures on violations are not excluded. Article 30(1): asked for, it is ended."""

    measure = TakeMeasures(at=at(3, 20), by=WORKER, measures="digest 6")

    @pytest.mark.parametrize("what", Withdrawal, ids=lambda what: what.name)
    def test_an_ending_is_owed_once_it_was_asked_for(self, what):
        asked = then(in_review(MON), withdraw(TUE, what))
        owed = due(asked, "ending", at(3, 30))
        assert (owed.status(at(3, 30)), owed.owed_by, owed.cites) == (Status.PROMPTLY, AUTHORISED, (ORQ445(30, 1),))
        ended = then(asked, terminate(WED, EndingGround.WITHDRAWN))
        assert due(ended, "ending").status(at(3, 30)) is Status.MET
        missing = APPEAL.audit([one.action for one in asked.history], at(3, 30)).findings
        assert "ending" in {one.name for one in missing}

    def test_ended_on_another_ground_it_is_ended(self):
        died = terminate(WED, EndingGround.DIED, Fact.DIED, Fact.NO_SUCCESSION)
        assert due(then(in_review(MON), withdraw(TUE), died), "ending").status(at(3, 30)) is Status.MET

    def test_whatever_else_ended_it_nobody_waits(self):
        gone = then(registered(MON), withdraw(TUE), forward(WED))
        assert due(gone, "ending").status(at(3, 30)) is Status.LIFTED

    def test_unasked_none_is_owed(self):
        assert dues(in_review(MON), "ending") == ()

    def test_measures_are_recorded_after_the_ending(self):
        ended = then(in_review(MON), withdraw(TUE), terminate(WED, EndingGround.WITHDRAWN))
        measured = then(ended, self.measure)
        assert (measured.state, measured.history[-1].action) == (S.TERMINATED, self.measure)
        assert ORQ445(30, 4) in measured.history[-1].cites
        assert refusal(ended, evolve(self.measure, measures="")) == (ORQ445(33, 3).by(Basis.INFERRED),)

    def test_and_wherever_else_it_stands_once_registered(self):
        by = {True: WORKER, False: DEPUTY}
        measures = {state: evolve(self.measure, by=by[bool(one.executors)]) for state, one in in_every_state().items()}
        places = {state for state, one in in_every_state().items() if lawful(one, measures[state])}
        assert places == set(S) - {S.RECEIVED, S.SOLVED_ON_SPOT, S.LAID_ASIDE}


class TestTheDutiesOfTheBody:
    """Articles 21(3), 24(6), 26(2), 27(1), 33(3)."""

    def test_execution_of_a_decision_is_controlled(self):
        """33(3): of one that satisfies; a refusal leaves nothing to execute (INFERRED)."""
        for outcome in Outcome:
            done = then(in_review(MON), decide(at(3, 10), outcome=outcome), reply(at(3, 10)))
            assert bool(dues(done, "execution")) is (outcome is Outcome.SATISFIED)
            assert lawful(done, NoteExecution(at=at(5, 1), by=CHIEF))
        satisfied = then(in_review(MON), decide(at(3, 10), outcome=Outcome.SATISFIED), reply(at(3, 10)))
        owed = due(satisfied, "execution", at(5, 1))
        assert (owed.status(at(5, 1)), owed.owed_by) == (Status.PROMPTLY, AUTHORISED)
        assert {ORQ445(33, 3), ORQ445(33, 3).by(Basis.INFERRED)} == set(owed.cites)
        noted = then(satisfied, NoteExecution(at=at(5, 1), by=CHIEF))
        assert due(noted, "execution").status(at(6, 1)) is Status.MET

    def test_the_decision_is_told_at_once(self):
        """27(1), 33(3): promptly, for the act names no number."""
        owed = due(in_review(MON, COMPLAINT, decide(WED)), "reply")
        assert (owed.status(at(3, 30)), set(owed.cites)) == (Status.PROMPTLY, {ORQ445(27, 1), ORQ445(33, 3)})

    def test_enclosures_go_back_on_written_request_only(self):
        back = ReturnEnclosures(at=at(3, 20), by=WORKER, asked_in_writing=True)
        for state, appeal in in_every_state().items():
            ours = evolve(back, by=WORKER if appeal.executors else DEPUTY)
            assert then(appeal, ours).state is state
            assert refusal(appeal, evolve(ours, asked_in_writing=False)) == (ORQ445(21, 3),)

    def test_others_take_part(self):
        brings = BringIn(at=TUE, by=WORKER, who="expert 1")
        ours = then(in_review(MON), brings)
        assert {ORQ445(24, 6), ORQ445(26, 2), ORQ445("24-1", 1)} <= set(ours.history[-1].cites)
        assert not lawful(registered(MON), brings)
        assert refusal(in_review(MON), evolve(brings, who="")) == (ORQ445(24, 6).by(Basis.INFERRED),)

    @pytest.mark.parametrize(("article", "part"), [(15, 2), (19, 2), (21, 3), (24, 3), (24, 7), (35, 4)], ids=str)
    def test_on_which_no_rule_rests_it_is_said_why(self, article, part):
        assert "No rule here" in ORQ445.article(article).gist[part - 1]


def test_a_proposal_lives_on_alike():
    ours = in_review(MON, PROPOSAL, apart(), send_part(), questions=("1", "2"))
    assert due(ours, "consideration").raw == on(4, 2)
    assert isinstance(ours.appellants[0], Person)
