"""Whose hand, whose file, and what the file bears out: articles 6, 24, 25, 28, 29, 30 and 32, lived and refused.

In March 2026 the 2nd is a Monday. A complaint of that day is to be considered by Tuesday 17.
"""

import pytest
from attrs import evolve
from citizens.by_article import CAME, LATER, S, lawful, refusal
from citizens.cases import (
    BEKZOD,
    CHIEF,
    CITIZEN,
    DEPUTY,
    FIRM,
    FIVE,
    FOR_HER,
    NODIRA,
    REGISTRY,
    SIX,
    SON,
    UNFOUNDED,
    WORKER,
    against,
    ask,
    assign,
    at,
    considered,
    decide,
    decided,
    due,
    extend,
    forward,
    give_back,
    in_review,
    leave,
    notify,
    on,
    put_on_control,
    receive,
    received,
    register,
    registered,
    reply,
    study,
    terminate,
    then,
    withdraw,
)

from prcomm import Actor, Basis, FindingKind, Person, Status
from prcomm.adapters.json import Codec
from prcomm.citizens.appeals import (
    APPEAL,
    COMPLAINT,
    PROPOSAL,
    AddMaterials,
    Addressee,
    AskClarification,
    Channel,
    Clarify,
    EndingGround,
    Fact,
    Form,
    GiveInformation,
    Hear,
    InformAnswered,
    InterimReply,
    Join,
    LeavingGround,
    Link,
    Need,
    NoteDeath,
    Notice,
    ProtectIdentity,
    Receive,
    Requirement,
    ReturnWithdrawn,
    ShowFile,
    Summon,
    TakeOffControl,
    Visit,
    Why,
    Withdrawal,
    register_entry,
)
from prcomm.law import ORQ445
from prcomm.law.roles import APPELLANT, AUTHORISED, EXECUTOR, HEAD, OTHER_BODY, REPRESENTATIVE

ACCUSED = ORQ445(25, 3).by(Basis.INFERRED)
CHARGED = ORQ445(24, 3).by(Basis.INFERRED)
PROVED = ORQ445(6, 7).by(Basis.INFERRED)
OWN = ORQ445(32, 1).by(Basis.INFERRED)
OWN_TO_WITHDRAW = (ORQ445(30, 1), ORQ445(32, 1))
COLLECTIVE = {"appellants": (NODIRA, BEKZOD)}
HE = Actor("p2", APPELLANT)
DIED = terminate(LATER, EndingGround.DIED, Fact.DIED, Fact.NO_SUCCESSION)
ENDED = terminate(LATER, EndingGround.WITHDRAWN)
HIS_DEATH = NoteDeath(at=LATER, by=WORKER, who="p2", no_succession=True)


class TestWhoIsComplainedOf:
    """25(3): it is not sent or assigned to them; nor do they do anything about it, INFERRED."""

    HANDS = (Actor("officer 7", AUTHORISED), Actor("login 12", AUTHORISED, of="officer 7"))

    def lives(self, *actions, **more):
        return in_review(CAME, COMPLAINT, *actions, against=("officer 7",), **more)

    @pytest.mark.parametrize("by", HANDS, ids=["by id", "by the host's word"])
    @pytest.mark.parametrize(
        "action",
        [
            assign(LATER),
            forward(LATER),
            give_back(LATER),
            decide(LATER),
            leave(LATER, LeavingGround.OTHER_REQUIREMENT, requirement=Requirement.ADDRESSEE_AND_SUBSTANCE),
            DIED,
            put_on_control(LATER),
            extend(LATER, on(4, 1)),
        ],
        ids=lambda action: type(action).__name__,
    )
    def test_does_nothing_about_it(self, by, action):
        role = HEAD if action.by.role is HEAD else AUTHORISED
        assert lawful(self.lives(), action)
        assert refusal(self.lives(), evolve(action, by=evolve(by, role=role))) == (ACCUSED,)

    @pytest.mark.parametrize(
        "action",
        [
            study(LATER),
            Hear(at=LATER, by=WORKER),
            Visit(at=LATER, by=WORKER),
            Summon(at=LATER, by=WORKER, needed=True),
            InterimReply(at=LATER, by=WORKER),
            ShowFile(at=LATER, by=WORKER, protected=False),
            ask(LATER),
            notify(LATER, Notice.EXTENDED),
        ],
        ids=lambda action: type(action).__name__,
    )
    def test_not_even_from_within_the_unit_that_is_charged(self, action):
        appeal = then(registered(CAME, against=("officer 7",)), assign(CAME, "unit 3"))
        assert lawful(appeal, evolve(action, by=Actor("officer 8", EXECUTOR, "unit 3")))
        assert refusal(appeal, evolve(action, by=Actor("officer 7", EXECUTOR, "unit 3"))) == (ACCUSED,)

    def test_nor_signs_nor_explains_nor_takes_it_off_control(self):
        accused = Actor("officer 7", AUTHORISED)
        done = self.lives(put_on_control(LATER), decide(LATER))
        assert refusal(done, evolve(reply(LATER), by=accused)) == (ACCUSED,)
        answered = then(done, reply(LATER))
        assert refusal(answered, Clarify(at=LATER, by=accused, substance_changed=False)) == (ACCUSED,)
        reasons = against(answered, TakeOffControl(at=LATER, by=accused))
        assert {reason.cites for reason in reasons} == {(ACCUSED,), (ORQ445(34, 2),)}

    def test_sent_or_assigned_to_them_is_the_act_s_own_word(self):
        assert refusal(self.lives(), assign(LATER, "officer 7")) == (ORQ445(25, 3),)
        assert refusal(self.lives(), forward(LATER, "officer 7")) == (ORQ445(25, 3),)

    def test_they_may_be_asked_for_information_and_give_it(self):
        asked = in_review(CAME, COMPLAINT, ask(LATER), against=("gas supply",))
        from_there = Actor("login 3", OTHER_BODY, "gas supply")
        assert (
            APPEAL.apply(asked, GiveInformation(at=LATER, by=from_there, request="1")).requests[0].state.name
            == "ANSWERED"
        )

    def test_of_another_body_that_is_complained_of_nobody_does(self):
        appeal = in_review(CAME, COMPLAINT, against=("gas supply",))
        assert refusal(appeal, decide(LATER, by=Actor("its head", HEAD, "gas supply"))) == (ACCUSED,)
        assert lawful(appeal, decide(LATER, by=Actor("chief", HEAD, FIVE.id)))

    def test_of_this_body_that_is_complained_of_its_head_decides(self):
        """Handed in there by the citizen: nobody sent it to who is complained of."""
        appeal = in_review(CAME, COMPLAINT, against=(FIVE.id,))
        assert lawful(appeal, decide(LATER, by=Actor("chief", HEAD, FIVE.id)))


class TestABodyComplainedOf:
    """25(3), INFERRED: what came to it by transfer it does not give out in itself; it sends it on."""

    def there(self):
        sent = then(registered(CAME, against=(SIX.id,)), evolve(forward(CAME), to="region"))
        came = Receive.of_forwarded(sent, at=CAME, by=REGISTRY, case="case 2", office=SIX)
        return then(APPEAL.begin(came), register(CAME))

    def test_does_not_assign_it(self):
        assert refusal(self.there(), assign(LATER)) == (ACCUSED,)

    def test_it_sends_it_on(self):
        assert then(self.there(), forward(LATER, "region")).state is S.FORWARDED

    def test_handed_in_there_by_the_citizen_it_is_considered(self):
        assert lawful(registered(CAME, against=(FIVE.id,)), assign(LATER))


class TestWithTheHeadComplainedOf:
    """A whole life: an authorised official has a lawful way to an end, and the head has none."""

    def test_from_receipt_to_removal_from_control(self):
        life = (
            receive(at(3, 2), against=("chief",)),
            register(at(3, 2)),
            put_on_control(at(3, 2), by=DEPUTY),
            assign(at(3, 3), by=DEPUTY),
            study(at(3, 5)),
            Hear(at=at(3, 6), by=WORKER),
            ask(at(3, 6)),
            decide(at(3, 16), by=DEPUTY),
            reply(at(3, 16), by=DEPUTY),
            TakeOffControl(at=at(3, 17), by=DEPUTY),
        )
        appeal = None
        for step in life:
            if appeal is not None and {CHIEF.role, DEPUTY.role} & {step.by.role}:
                assert (ACCUSED,) in {reason.cites for reason in against(appeal, evolve(step, by=CHIEF))}
            appeal = APPEAL.begin(step) if appeal is None else APPEAL.apply(appeal, step)
        assert appeal.state is S.OFF_CONTROL
        assert due(appeal, "consideration").status(at(4, 10)) is Status.MET

    def test_what_the_head_had_put_on_control_another_takes_off(self):
        """34(2): who put it on. Noted all the same of a head complained of, it would stay there for ever."""
        steps = receive(CAME, against=("chief",)), register(CAME), put_on_control(CAME), assign(CAME)
        judged = APPEAL.audit([*steps, decide(LATER, by=DEPUTY), reply(LATER, by=DEPUTY)], LATER).entity
        assert judged.control_by == "chief"
        assert then(judged, TakeOffControl(at=LATER, by=DEPUTY)).state is S.OFF_CONTROL


class TestWhoIsCharged:
    """24(3), INFERRED: where somebody is charged only they work on it; where nobody is, the desk does."""

    def test_only_they_work_on_it(self):
        appeal = then(registered(CAME), assign(CAME, "worker", "unit 3"))
        hear = Hear(at=LATER, by=WORKER)
        for by in (WORKER, Actor("login 4", EXECUTOR, of="worker"), Actor("officer 5", EXECUTOR, "unit 3")):
            assert lawful(appeal, evolve(hear, by=by))
        for by in (Actor("another", EXECUTOR), Actor("worker", EXECUTOR, of="another")):
            assert refusal(appeal, evolve(hear, by=by)) == (CHARGED,)

    def test_given_to_others_it_is_theirs(self):
        appeal = in_review(CAME, COMPLAINT, assign(LATER, "another"))
        assert refusal(appeal, study(LATER)) == (CHARGED,)
        assert lawful(appeal, study(LATER, by=Actor("another", EXECUTOR)))

    def test_where_nobody_is_the_desk_tells_and_returns(self):
        gone = then(registered(CAME), withdraw(CAME), ENDED)
        back = ReturnWithdrawn(at=LATER, by=DEPUTY)
        assert lawful(gone, back)
        assert refusal(gone, evolve(back, by=WORKER)) == (CHARGED,)
        sent = then(registered(CAME), forward(LATER))
        told = then(sent, notify(LATER, Notice.FORWARDED, by=DEPUTY))
        assert due(told, "forwarding_notice").status(at(4, 1)) is Status.MET

    def test_where_somebody_is_the_desk_does_not(self):
        sent = in_review(CAME, COMPLAINT, forward(LATER))
        assert {reason.cites for reason in against(sent, notify(LATER, Notice.FORWARDED, by=DEPUTY))} == {(CHARGED,)}


class TestOnesOwnAppeal:
    """30(1), 32(1): one withdraws, or asks to end, the own; all else of it is INFERRED."""

    @pytest.mark.parametrize("what", Withdrawal, ids=lambda what: what.name)
    def test_nobody_withdraws_another_s(self, what):
        appeal = registered(CAME)
        assert lawful(appeal, withdraw(LATER, what))
        assert refusal(appeal, withdraw(LATER, what, by=Actor("p9", APPELLANT))) == OWN_TO_WITHDRAW

    def test_the_host_says_whose_login_it_is(self):
        appeal = registered(CAME)
        assert lawful(appeal, withdraw(LATER, by=Actor("nodira@portal", APPELLANT, of="p1")))
        assert refusal(appeal, withdraw(LATER, by=Actor("nodira@portal", APPELLANT))) == OWN_TO_WITHDRAW
        assert refusal(appeal, withdraw(LATER, by=Actor("p1", APPELLANT, of="p9"))) == OWN_TO_WITHDRAW

    @pytest.mark.parametrize(
        "action",
        [
            AddMaterials(at=LATER, by=CITIZEN),
            ProtectIdentity(at=LATER, by=CITIZEN),
            AskClarification(at=LATER, by=CITIZEN),
        ],
        ids=lambda action: type(action).__name__,
    )
    def test_nor_does_anything_else_about_it(self, action):
        appeal = considered(CAME, LATER) if isinstance(action, AskClarification) else registered(CAME)
        assert lawful(appeal, action)
        assert refusal(appeal, evolve(action, by=Actor("p9", APPELLANT))) == (OWN,)
        assert refusal(appeal, evolve(action, by=FOR_HER)) == (PROVED,)


class TestARepresentative:
    """6(7), 29(1); that only one with authority acts for another is INFERRED."""

    UNPROVED, THROUGH = {"representative": SON}, {"representative": SON, "authority": "digest 5"}

    def test_acts_on_proof_of_authority(self):
        action = withdraw(LATER, by=FOR_HER)
        assert refusal(registered(CAME), action) == (PROVED,)
        assert refusal(registered(CAME, **self.UNPROVED), action) == (PROVED,)
        assert lawful(registered(CAME, **self.THROUGH), action)
        assert refusal(registered(CAME, **self.THROUGH), withdraw(LATER, by=Actor("p9", REPRESENTATIVE))) == (PROVED,)

    def test_the_host_may_say_who_they_are_or_for_whom_they_act(self):
        appeal = registered(CAME, **self.THROUGH)
        assert lawful(appeal, withdraw(LATER, by=Actor("login 5", REPRESENTATIVE, of="p3")))
        assert lawful(appeal, withdraw(LATER, by=Actor("p3", REPRESENTATIVE, of="p1")))
        assert refusal(appeal, withdraw(LATER, by=Actor("login 5", REPRESENTATIVE, of="p1"))) == (PROVED,)

    def test_who_comes_later_brings_the_proof_and_acts_from_then_on(self):
        """32(1): an advocate, say."""
        advocate = Actor("p8", REPRESENTATIVE)
        appeal = registered(CAME)
        assert refusal(appeal, AddMaterials(at=LATER, by=advocate)) == (PROVED,)
        proved = then(appeal, AddMaterials(at=LATER, by=advocate, authority="digest 8"))
        assert (proved.representative, proved.authority) == (Person("p8"), "digest 8")
        assert lawful(proved, withdraw(LATER, by=advocate))

    def test_who_proves_it_anew_stays_who_they_are_and_another_takes_their_place(self):
        appeal = registered(CAME, **self.THROUGH)
        anew = then(appeal, AddMaterials(at=LATER, by=FOR_HER, authority="digest 8"))
        assert (anew.representative, anew.authority) == (SON, "digest 8")
        assert anew.representative.name == SON.name
        advocate = Actor("p8", REPRESENTATIVE)
        another = then(appeal, AddMaterials(at=LATER, by=advocate, authority="digest 9"))
        assert (another.representative, another.authority) == (Person("p8"), "digest 9")
        assert lawful(another, withdraw(LATER, by=advocate))
        assert refusal(another, withdraw(LATER, by=FOR_HER)) == (PROVED,)

    def test_who_proves_nothing_is_refused_and_an_audit_does_not_take_them_for_it(self):
        nothing = AddMaterials(at=LATER, by=Actor("p8", REPRESENTATIVE))
        assert refusal(registered(CAME, **self.THROUGH), nothing) == (PROVED,)
        audit = APPEAL.audit([receive(CAME, **self.THROUGH), register(CAME), nothing], LATER)
        assert (audit.entity.representative, audit.entity.authority) == (SON, "digest 5")

    @pytest.mark.parametrize(
        "by",
        [Actor("p8", REPRESENTATIVE, of="p1"), Actor("login 8", REPRESENTATIVE, of="p8")],
        ids=["for her", "login"],
    )
    def test_they_are_known_by_their_own_id(self, by):
        proved = then(registered(CAME), AddMaterials(at=LATER, by=by, authority="digest 8"))
        assert proved.representative == Person("p8")

    def test_authority_of_nobody_in_particular_lets_nobody_act(self):
        proved = then(registered(CAME), AddMaterials(at=LATER, by=CITIZEN, authority="digest 5"))
        assert proved.representative is None
        assert refusal(proved, withdraw(LATER, by=FOR_HER)) == (PROVED,)

    def test_nobody_acts_for_nobody(self):
        assert refusal(registered(CAME, appellants=(), **self.THROUGH), withdraw(LATER, by=FOR_HER)) == (PROVED,)

    def test_nobody_acts_for_one_who_withdrew(self):
        appeal = registered(CAME, **COLLECTIVE, **self.THROUGH)
        ask_for_him = ProtectIdentity(at=LATER, by=Actor("p3", REPRESENTATIVE, of="p2"))
        assert lawful(appeal, ask_for_him)
        left = then(appeal, withdraw(LATER, by=HE))
        assert refusal(left, ask_for_him) == (PROVED,)
        assert lawful(left, evolve(ask_for_him, by=Actor("p3", REPRESENTATIVE, of="p1")))

    def test_the_appellant_proves_that_of_who_appeals_for_them(self):
        proved = then(registered(CAME, **self.UNPROVED), AddMaterials(at=LATER, by=CITIZEN, authority="digest 5"))
        assert proved.representative == SON
        assert lawful(proved, withdraw(LATER, by=FOR_HER))

    def test_for_all_or_for_the_one_that_is_named(self):
        appeal = registered(CAME, **COLLECTIVE, **self.THROUGH)
        for_her = then(appeal, withdraw(LATER, by=Actor("p3", REPRESENTATIVE, of="p1")))
        assert (for_her.gone, for_her.withdrawal) == (("p1",), None)
        assert then(appeal, withdraw(LATER, by=FOR_HER)).withdrawal is Withdrawal.WITHDRAWN


class TestOneOfMany:
    """Withdraws for himself alone, dies for himself alone; the appeal goes on for the others."""

    def test_withdraws_for_herself_alone(self):
        appeal = in_review(CAME, COMPLAINT, withdraw(LATER), **COLLECTIVE)
        assert refusal(appeal, ENDED) == (ORQ445(30, 1),)
        assert refusal(appeal, withdraw(LATER)) == OWN_TO_WITHDRAW
        done = then(appeal, decide(LATER))
        assert refusal(done, reply(LATER)) == (ORQ445(27, 3),)
        assert then(done, reply(LATER, to="p2")).state is S.CONSIDERED
        assert register_entry(done).appellants == ("p1", "p2")

    def test_with_the_last_of_them_it_is_withdrawn(self):
        appeal = in_review(CAME, COMPLAINT, withdraw(LATER), withdraw(LATER, by=HE), **COLLECTIVE)
        assert then(appeal, ENDED).state is S.TERMINATED

    def test_asks_to_end_it_for_himself_alone_too(self):
        appeal = in_review(CAME, COMPLAINT, withdraw(LATER, Withdrawal.END_ASKED, by=HE), **COLLECTIVE)
        assert refusal(appeal, ENDED) == (ORQ445(30, 1),)
        assert lawful(then(appeal, decide(LATER)), reply(LATER))

    def test_dies_for_himself_alone(self):
        appeal = in_review(CAME, **COLLECTIVE)
        assert refusal(appeal, DIED) == (ORQ445(30, 1),)
        alone = then(appeal, HIS_DEATH)
        assert then(alone, decide(LATER), reply(LATER)).state is S.CONSIDERED
        assert then(alone, DIED).state is S.TERMINATED

    def test_whose_reply_was_to_go_to_who_died_goes_to_the_first_of_the_others(self):
        appeal = in_review(CAME, COMPLAINT, HIS_DEATH, decide(LATER), **COLLECTIVE, reply_to="p2")
        assert refusal(appeal, reply(LATER, to="p2")) == (ORQ445(27, 3),)
        assert lawful(appeal, reply(LATER))

    def test_the_last_one_s_death_is_no_note_but_an_end(self):
        died = evolve(HIS_DEATH, who="p1")
        assert refusal(in_review(CAME), died) == (ORQ445(30, 1).by(Basis.INFERRED),)

    def test_where_others_succeed_it_is_not_over_for_him(self):
        assert not lawful(in_review(CAME, **COLLECTIVE), evolve(HIS_DEATH, no_succession=False))

    def test_a_legal_entity_does_not_die(self):
        assert refusal(in_review(CAME, appellants=(FIRM,)), DIED) == (ORQ445(30, 1),)
        mixed = in_review(CAME, appellants=(NODIRA, FIRM))
        assert not lawful(mixed, evolve(HIS_DEATH, who="firm"))
        widowed = then(mixed, evolve(HIS_DEATH, who="p1"))
        assert refusal(widowed, DIED) == (ORQ445(30, 1),)

    def test_without_a_residence_does_not_make_the_others_anonymous(self):
        """``named`` asks whether at least one gives a name and a residence."""
        nowhere = Person("p2", name="Aliyev Bekzod")
        appeal = registered(CAME, appellants=(NODIRA, nowhere))
        assert refusal(appeal, leave(LATER, LeavingGround.ANONYMOUS))[0] == ORQ445(29, 1)
        assert lawful(appeal, assign(LATER))

    def test_what_goes_on_elsewhere_goes_on_for_who_is_left(self):
        sent = in_review(CAME, COMPLAINT, withdraw(LATER), forward(LATER), **COLLECTIVE)
        came = Receive.of_forwarded(sent, at=LATER, by=REGISTRY, case="case 2", office=SIX)
        assert came.appellants == (BEKZOD,)

    def test_whose_own_appeal_joins_no_file_of_another(self):
        first = in_review(at(3, 2), case="case 0")
        both = registered(CAME, **COLLECTIVE)
        assert refusal(both, Join.of(first, exact_copy=True, at=LATER, by=DEPUTY)) == (ORQ445(3),)
        left = then(both, withdraw(LATER, by=HE))
        assert lawful(left, Join.of(first, exact_copy=True, at=LATER, by=DEPUTY))


class TestWhoseFile:
    """25(5), STATUTE: a copy joins the first that came; of the same body, INFERRED."""

    def test_the_newer_joins_the_older(self):
        older, newer = in_review(at(3, 2), case="case 0"), registered(at(3, 16))
        assert then(newer, Join.of(older, exact_copy=True, at=at(3, 18), by=DEPUTY)).state is S.JOINED

    def test_never_the_older_the_newer(self):
        """That of 2 March is a day late on the 18th; joined to that of the 16th it would have time till the 31st."""
        older, newer = in_review(at(3, 2), case="case 0"), registered(at(3, 16))
        assert refusal(older, Join.of(newer, exact_copy=True, at=at(3, 18), by=DEPUTY)) == (ORQ445(25, 5),)
        assert due(older, "consideration").status(at(3, 18)) is Status.OVERDUE

    def test_nor_another_body_s(self):
        theirs = in_review(at(3, 2), case="case 0", office=SIX)
        join = Join.of(theirs, exact_copy=True, at=LATER, by=DEPUTY)
        assert refusal(registered(CAME), join) == (ORQ445(25, 5).by(Basis.INFERRED),)

    def test_so_too_of_what_was_answered(self):
        """25(6): the copy came after the reply."""
        answered = considered(at(3, 16), at(3, 17), case="case 0")
        inform = InformAnswered.of(answered, exact_copy=True, at=at(3, 18), by=DEPUTY)
        assert refusal(in_review(at(3, 2)), inform) == (ORQ445(25, 6),)
        assert lawful(registered(at(3, 17, 11)), inform)
        theirs = InformAnswered.of(
            considered(CAME, CAME, case="case 0", office=SIX), exact_copy=True, at=LATER, by=DEPUTY
        )
        assert refusal(registered(at(3, 4)), theirs) == (ORQ445(25, 6).by(Basis.INFERRED),)

    def test_where_nobody_says_when_the_first_came_nothing_joins_it(self):
        first = in_review(at(3, 2), case="case 0")
        silent = evolve(Join.of(first, exact_copy=True, at=LATER, by=DEPUTY), received=None)
        assert refusal(registered(CAME), silent) == (ORQ445(25, 5),)


class TestWhatTheFileBearsOut:
    """29(1), 30(1): a ground that the file contradicts is none."""

    UNFOUNDED = terminate(at(4, 10), EndingGround.UNFOUNDED_REPEAT, *UNFOUNDED)

    def linked(self, former, why, **more):
        link = Link.of(former, on(3, 17), why=why, at=at(4, 2), by=REGISTRY)
        return then(registered(at(4, 2), case="case 2", **more), link)

    def test_a_repeat_for_lateness_of_what_was_never_answered_is_not_unfounded(self):
        former = in_review(at(3, 2))
        assert refusal(self.linked(former, Why.LATENESS), self.UNFOUNDED) == (ORQ445(30, 1),)

    def test_nor_where_it_was_decided_and_no_reply_sent(self):
        for former in (
            decided(at(3, 2), at(3, 30)),
            then(registered(at(3, 2), signed=False), leave(at(3, 3), LeavingGround.ANONYMOUS)),
        ):
            assert refusal(self.linked(former, Why.LATENESS), self.UNFOUNDED) == (ORQ445(30, 1),)

    def test_of_what_was_answered_late_it_may_be(self):
        former = considered(at(3, 2), at(3, 30))
        assert then(self.linked(former, Why.LATENESS), self.UNFOUNDED).state is S.TERMINATED

    def test_who_had_no_reply_yet_is_not_ended_with_who_had(self):
        former = considered(at(3, 2), at(3, 16))
        assert refusal(self.linked(former, Why.DISAGREEMENT, **COLLECTIVE), self.UNFOUNDED) == (ORQ445(30, 1),)

    def test_no_language_is_a_requirement(self):
        """6(5): in the state language or another. The list has no such member."""
        assert {one.name for one in Requirement} == {
            "NAME_AND_RESIDENCE", "NAME_AND_LOCATION", "ADDRESSEE_AND_SUBSTANCE", "SIGNATURE",
        }  # fmt: skip
        russian = registered(CAME, language="ru")
        assert not lawful(russian, leave(LATER, LeavingGround.OTHER_REQUIREMENT))
        assert lawful(russian, assign(LATER))

    @pytest.mark.parametrize("requirement", [None, *Requirement], ids=str)
    @pytest.mark.parametrize("minor", [False, True], ids=["of age", "minor"])
    def test_capacity_is_never_a_ground(self, requirement, minor):
        why = leave(LATER, LeavingGround.LACK_OF_CAPACITY, requirement=requirement)
        cites = {cite for reason in against(registered(CAME, minor=minor), why) for cite in reason.cites}
        assert ORQ445(29, 1) in cites
        assert (ORQ445("24-1", 1) in cites) is minor

    def test_a_requirement_that_the_file_says_is_met(self):
        for requirement in (Requirement.NAME_AND_RESIDENCE, Requirement.NAME_AND_LOCATION, Requirement.SIGNATURE):
            why = leave(LATER, LeavingGround.OTHER_REQUIREMENT, requirement=requirement)
            assert ORQ445(29, 1) in refusal(registered(CAME), why)
            assert ORQ445(29, 1) in refusal(registered(CAME, appellants=(FIRM,)), why)

    def test_a_signature_is_asked_of_a_written_one(self):
        why = leave(LATER, LeavingGround.OTHER_REQUIREMENT, requirement=Requirement.SIGNATURE)
        assert lawful(registered(CAME, signed=False), why)
        electronic = {"signed": False, "form": Form.ELECTRONIC, "channel": Channel.OFFICIAL_SITE}
        assert not lawful(registered(CAME, **electronic), why)

    def test_a_minor_s_goes_to_the_competent_or_to_the_guardianship_body(self):
        """24-1(2)."""
        minor, grown_up = registered(CAME, minor=True), registered(CAME)
        assert lawful(minor, forward(LATER))
        unclear = forward(LATER, "guardianship body", data_suffice=False)
        assert ORQ445("24-1", 2) in refusal(minor, unclear)
        guardians = evolve(unclear, addressee=Addressee.GUARDIANSHIP)
        assert lawful(minor, guardians)
        assert ORQ445("24-1", 2) in refusal(grown_up, guardians)

    @pytest.mark.parametrize("need", Need, ids=lambda need: need.name)
    def test_each_part_of_article_28_has_needs_of_its_own(self, need):
        complaint, proposal = in_review(CAME), in_review(CAME, PROPOSAL)
        said = (
            lawful(complaint, study(LATER, need)),
            lawful(complaint, extend(LATER, on(4, 1), need)),
            lawful(proposal, study(LATER, need)),
        )
        assert said == {
            Need.STUDY: (True, False, True),
            Need.CHECK: (True, True, False),
            Need.DOCUMENTS: (True, False, False),
            Need.MATERIALS: (False, True, False),
            Need.OTHER_MEASURES: (False, True, False),
        }[need]  # fmt: skip


class TestForWhomAnActorActs:
    """``of`` is the host's word; it is written, read and compared, and of private persons never shown."""

    def test_it_is_written_and_read(self):
        appeal = then(registered(CAME), withdraw(LATER, by=Actor("login 5", APPELLANT, of="p1")))
        codec = Codec(APPEAL)
        again = codec.loads(codec.dumps(appeal))
        assert again == appeal
        assert again.history[-1].action.by.known_as == "p1"

    def test_who_put_it_on_control_is_known_as_files_know_them(self):
        watched = then(received(CAME), put_on_control(CAME, by=Actor("login 1", HEAD, of="chief")))
        assert watched.control_by == "chief"

    def test_an_audit_finds_what_another_did(self):
        steps = receive(CAME), register(CAME), withdraw(CAME, by=Actor("p9", APPELLANT))
        (found,) = APPEAL.audit(steps, LATER).of(FindingKind.UNLAWFUL)
        assert ORQ445(30, 1) in found.cites
