"""The citizen's appeal under Law O‘RQ-445, articles 1 to 24: what each part says, lived lawfully and refused.

Days are counted by hand; the day of receipt is day 0. In March 2026 the 1st is a Sunday, the 3rd a Tuesday; in a week
of five days Saturday 7, Sunday 8 (a holiday) and Monday 9 are off.
"""

from functools import partial

import pytest
from attrs import evolve
from citizens.by_article import (
    CAME,
    LATER,
    REVIEWED,
    Article,
    S,
    lawful,
    of_each,
    places,
    refusal,
)
from citizens.cases import (
    ANOTHER_BODY,
    BEKZOD,
    CITIZEN,
    DEPUTY,
    FIRM,
    FIVE,
    FOR_HER,
    NODIRA,
    REGISTRY,
    SIX,
    SON,
    WORKER,
    against,
    ask,
    assign,
    at,
    considered,
    decided,
    due,
    dues,
    forward,
    give_back,
    in_every_state,
    in_review,
    leave,
    on,
    on_the_spot,
    receive,
    received,
    register,
    registered,
    then,
    who_may,
    withdraw,
)

from prcomm import Actor, Basis, Reference, Status
from prcomm.citizens.appeals import (
    APPEAL,
    APPLICATION,
    COMPLAINT,
    LETTER,
    PROPOSAL,
    AddMaterials,
    Addressee,
    Channel,
    DeclineInformation,
    Divert,
    Fact,
    Form,
    GiveInformation,
    InformAnswered,
    Join,
    LayAside,
    LeavingGround,
    Link,
    NoteEnclosures,
    Outcome,
    ProtectIdentity,
    Receive,
    RequestState,
    Requirement,
    RestoreFiling,
    ShowFile,
    Why,
    register_entry,
)
from prcomm.law import ORQ445
from prcomm.law.roles import APPELLANT, EXECUTOR, OTHER_BODY, REGISTRAR

divert = partial(Divert, at=LATER, by=DEPUTY, procedure="criminal procedure")
anonymous = partial(leave, LATER, LeavingGround.ANONYMOUS)
ONLINE = {"form": Form.ELECTRONIC, "channel": Channel.OFFICIAL_SITE}


class TestArticle1(Article):
    def test_3_and_nothing_is_owed_here(self):
        gone = then(registered(CAME), divert())
        assert gone.state is S.DIVERTED
        assert {one.status(at(5, 1)) for one in APPEAL.due(gone, at(5, 1))} == {Status.MET, Status.LIFTED}


NAMELESS = {
    "nobody is named": {"appellants": ()},
    "no name or residence": {"named": False},
    "a written one unsigned": {"signed": False},
    "an electronic one of an unknown sender": {"identified": False, **ONLINE},
}
repeat = partial(registered, case="case 2")


class TestArticle3(Article):
    @pytest.mark.parametrize("said", NAMELESS)
    def test_anonymous(self, said):
        appeal = registered(CAME, **NAMELESS[said])
        assert lawful(appeal, anonymous())
        assert ORQ445(29, 1) in refusal(appeal, assign(LATER))

    @pytest.mark.parametrize(
        "said", [{}, {"identified": False}, {"signed": False, **ONLINE}], ids=["written", "by post", "online"]
    )
    def test_not_anonymous(self, said):
        appeal = registered(CAME, **said)
        assert ORQ445(3) in refusal(appeal, anonymous())
        assert lawful(appeal, assign(LATER))

    def test_anonymous_too_if_the_name_or_residence_is_false(self):
        assert lawful(registered(CAME), anonymous(Fact.DATA_FALSE))

    def test_an_electronic_appeal_asks_for_no_signature_but_contact_in_real_time_is_oral(self):
        assert lawful(None, receive(CAME, **ONLINE, signed=False))
        for channel in (Channel.VIDEO_CONFERENCE, Channel.TRUST_TELEPHONE):
            electronic = receive(CAME, form=Form.ELECTRONIC, channel=channel)
            assert ORQ445(3) in refusal(None, electronic)

    def test_a_repeat_disagrees_with_a_decision_taken(self):
        former = considered(at(2, 2), at(2, 10))
        link = Link.of(former, None, why=Why.DISAGREEMENT, at=CAME, by=REGISTRY)
        assert then(repeat(CAME), link).former == Reference("appeal", "case 1")
        assert ORQ445(3) in refusal(repeat(at(2, 9, 12)), link)
        undecided = Link.of(in_review(at(2, 2)), on(2, 17), why=Why.DISAGREEMENT, at=CAME, by=REGISTRY)
        assert ORQ445(3) in refusal(repeat(CAME), undecided)

    def test_or_comes_after_the_former_term_has_run_out(self):
        # Monday 2 February + 15 = Tuesday 17
        link = Link.of(in_review(at(2, 2)), on(2, 17), why=Why.LATENESS, at=CAME, by=REGISTRY)
        assert lawful(repeat(at(2, 18)), link)
        assert refusal(repeat(at(2, 17, 23)), link) == (ORQ445(3),)

    @pytest.mark.parametrize(
        "more",
        [{"former": Reference("appeal", "case 2")}, {"appellants": ("p2",)}],
        ids=["of itself", "of another's"],
    )
    def test_no_repeat_and_no_duplicate(self, more):
        former = considered(at(2, 2), at(2, 10))
        ours = in_review(at(2, 2))
        appeal = repeat(CAME)
        for action in (
            Link.of(former, None, why=Why.DISAGREEMENT, at=LATER, by=REGISTRY),
            Join.of(ours, exact_copy=True, at=LATER, by=DEPUTY),
            InformAnswered.of(former, exact_copy=True, at=LATER, by=DEPUTY),
        ):
            assert lawful(appeal, action)
            assert refusal(appeal, evolve(action, **more)) == (ORQ445(3),)

    def test_a_duplicate_is_a_copy(self):
        for pointing, first in ((Join, in_review), (InformAnswered, partial(considered, replied=at(2, 10)))):
            other = pointing.of(first(at(2, 2)), exact_copy=False, at=LATER, by=DEPUTY)
            assert refusal(repeat(CAME), other) == (ORQ445(3),)


class TestArticle5(Article):
    @pytest.mark.parametrize(
        ("form", "channel"),
        [
            (Form.ORAL, Channel.PERSONAL_RECEPTION),
            (Form.WRITTEN, Channel.POST),
            (Form.ELECTRONIC, Channel.OFFICIAL_SITE),
        ],
    )
    def test_1_in_three_forms_each_by_a_channel_that_gives_it(self, form, channel):
        assert received(CAME, form=form, channel=channel).form is form
        by_telephone = receive(CAME, form=form, channel=Channel.TRUST_TELEPHONE)
        assert lawful(None, by_telephone) is (form is Form.ORAL)
        if form is not Form.ORAL:
            assert ORQ445(5, 1) in refusal(None, by_telephone)

    @of_each()
    def test_2_applications_proposals_and_complaints(self, kind):
        assert considered(CAME, LATER, kind).state is S.CONSIDERED

    @of_each()
    @pytest.mark.parametrize(
        "more", [{}, ONLINE, {"form": Form.ORAL, "channel": Channel.TRUST_TELEPHONE}], ids=["paper", "site", "call"]
    )
    def test_3_of_equal_weight(self, kind, more):
        owed = [one.name for one in APPEAL.due(received(CAME, kind, **more), CAME)]
        assert owed == ["registration", "forwarding", "return", "consideration"]


class TestArticle6(Article):
    @pytest.mark.parametrize("who", [NODIRA, FIRM], ids=["1 a person", "2 a legal entity"])
    def test_name_and_residence_or_location(self, who):
        assert in_review(CAME, appellants=(who,)).appellant_ids == (who.id,)
        nameless = registered(CAME, appellants=(who,), named=False)
        assert not lawful(nameless, assign(LATER))
        assert then(nameless, anonymous()).state is S.LEFT

    def test_3_it_is_said_which_requirement_it_misses(self):
        appeal = registered(CAME)
        missed = leave(LATER, LeavingGround.OTHER_REQUIREMENT, requirement=Requirement.ADDRESSEE_AND_SUBSTANCE)
        assert then(appeal, missed).state is S.LEFT
        assert ORQ445(6, 3) in refusal(appeal, evolve(missed, requirement=None))

    def test_5_in_any_language(self):
        assert in_review(CAME, language="kaa").language == "kaa"

    def test_6_a_written_one_is_signed(self):
        unsigned = registered(CAME, signed=False)
        assert not lawful(unsigned, assign(LATER))
        assert lawful(unsigned, anonymous())

    def test_7_through_a_representative_with_proof_of_authority(self):
        appeal = registered(CAME, representative=SON)
        assert ORQ445(6, 7) in refusal(appeal, assign(LATER))
        proved = then(appeal, AddMaterials(at=at(3, 4), by=FOR_HER, authority="digest 5"))
        assert then(proved, assign(LATER)).authority == "digest 5"


class TestArticle7(Article):
    @pytest.mark.parametrize("form", [Form.WRITTEN, Form.ELECTRONIC], ids=lambda form: form.name)
    def test_1_from_an_editorial_office_in_the_same_order_and_terms(self, form):
        ours = in_review(CAME, channel=Channel.EDITORIAL_OFFICE, form=form)
        assert (ours.state, due(ours, "consideration").raw) == (S.IN_REVIEW, on(3, 18))

    def test_1_nobody_speaks_for_it_by_telephone(self):
        oral = receive(CAME, channel=Channel.EDITORIAL_OFFICE, form=Form.ORAL)
        assert ORQ445(7, 1) in refusal(None, oral)


class TestArticle15(Article):
    def test_1_alone_or_collectively(self):
        together = in_review(CAME, appellants=(NODIRA, BEKZOD, FIRM))
        assert together.appellant_ids == ("p1", "p2", "firm")

    def test_2_nobody_else_withdraws_it(self):
        assert who_may(registered(CAME), withdraw(LATER)) == {APPELLANT}


class TestArticle18(Article):
    @pytest.mark.parametrize("said", NAMELESS)
    def test_not_even_an_anonymous_one(self, said):
        assert registered(CAME, **NAMELESS[said]).state is S.REGISTERED

    def test_save_under_29_it_is_considered_whoever_is_complained_of(self):
        assert in_review(CAME, against=("chief", FIVE.id)).state is S.IN_REVIEW


class TestArticle19(Article):
    show = ShowFile(at=LATER, by=WORKER, protected=True)

    def test_1_what_is_protected_is_not_shown(self):
        for state in REVIEWED | {S.DECIDED, S.CONSIDERED, S.OFF_CONTROL}:
            assert ORQ445(19, 1) in refusal(in_every_state()[state], self.show)

    def test_3_at_the_person_s_request_nothing_is_disclosed(self):
        asks = ProtectIdentity(at=LATER, by=CITIZEN)
        for state, appeal in in_every_state().items():
            assert who_may(appeal, asks) == {APPELLANT}
            silent = then(appeal, asks)
            assert (silent.state, register_entry(silent).appellants) == (state, ())
            assert register_entry(appeal).appellants == ("p1",)

    def test_3_nor_of_who_wrote_a_letter(self):
        letter = then(registered(CAME, LETTER), LayAside(at=at(3, 4), by=DEPUTY))
        assert lawful(letter, ProtectIdentity(at=LATER, by=CITIZEN))

    def test_3_an_entity_has_no_person_to_be_silent_about(self):
        firm = Actor("firm", APPELLANT)
        hers = {"representative": SON, "authority": "digest 5"}
        for appellants, by, more, fine in (
            ((FIRM,), firm, {}, False),
            ((FIRM,), FOR_HER, hers, False),
            ((FIRM, NODIRA), firm, {}, False),
            ((FIRM, NODIRA), CITIZEN, {}, True),
            ((FIRM, NODIRA), FOR_HER, hers, True),
            ((NODIRA,), FOR_HER, hers, True),
        ):
            asks, ours = ProtectIdentity(at=LATER, by=by), registered(CAME, appellants=appellants, **more)
            reasons = refusal(ours, asks) if not fine else ()
            assert reasons == (() if fine else (ORQ445(19, 3),))
            assert lawful(ours, asks) is fine

    def test_3_so_too_if_it_was_asked_for_in_the_appeal(self):
        assert register_entry(registered(CAME, identity_protected=True)).appellants == ()


class TestArticle21(Article):
    act = NoteEnclosures(at=LATER, by=REGISTRY, copy_sent=True)

    def test_1_and_2_oneself_by_a_representative_by_post_or_electronically(self):
        for more in ({}, ONLINE, {"representative": SON, "authority": "digest 5"}):
            assert in_review(CAME, **more).state is S.IN_REVIEW

    def test_2_for_a_minor_by_a_legal_representative(self):
        appeal = registered(CAME, appellants=(SON,), minor=True, representative=NODIRA, authority="digest 5")
        assert lawful(appeal, assign(LATER))

    def test_2_the_post_brings_paper(self):
        assert ORQ445(21, 2) in refusal(None, receive(CAME, form=Form.ORAL))

    def test_3_what_was_given_travels_with_it(self):
        more = then(
            registered(CAME, representative=SON),
            AddMaterials(at=at(3, 4), by=FOR_HER, authority="digest 5"),
        )
        there = Receive.of_forwarded(then(more, forward(LATER)), at=at(3, 9), by=REGISTRY, case="case 9", office=SIX)
        begun = APPEAL.begin(there)
        assert (begun.authority, begun.content, begun.came_from) == (
            "digest 5", "digest 1", Reference("appeal", "case 1"),
        )  # fmt: skip


class TestArticle22(Article):
    restore = RestoreFiling(at=LATER, by=DEPUTY, valid_reason=True)

    def test_1_none_as_a_rule(self):
        assert dues(received(CAME), "filing") == ()

    @pytest.mark.parametrize(
        ("came", "status"), [(at(3, 3, 23), Status.MET), (at(3, 4), Status.LATE)], ids=["the last day", "the next"]
    )
    @pytest.mark.parametrize("kind", [APPLICATION, COMPLAINT], ids=lambda kind: kind.name)
    def test_2_to_the_superior_body_within_a_year_from_learning_of_it(self, kind, came, status):
        filing = due(received(came, kind, learned=on(3, 3, 2025)), "filing")
        assert (filing.start, filing.raw, filing.owed_by) == (on(3, 3, 2025), on(3, 3), APPELLANT)
        assert filing.status(at(4, 1)) is status
        assert ORQ445(22, 2) in filing.cites

    def test_2_names_no_proposals(self):
        proposal = registered(CAME, PROPOSAL, learned=on(3, 3, 2024))
        assert dues(proposal, "filing") == ()
        assert not lawful(proposal, self.restore)

    @pytest.mark.parametrize("kind", [APPLICATION, COMPLAINT], ids=lambda kind: kind.name)
    def test_3_missed_for_a_valid_reason_it_is_restored(self, kind):
        appeal = registered(at(3, 4), kind, learned=on(3, 3, 2025))
        restored = then(appeal, self.restore)
        assert due(restored, "filing").status(at(4, 1)) is not Status.LATE
        assert refusal(appeal, evolve(self.restore, valid_reason=False)) == (ORQ445(22, 3),)


class TestArticle23(Article):
    @of_each()
    @pytest.mark.parametrize(
        ("came", "where", "day"),
        [
            (at(3, 3, 17), FIVE, on(3, 3)),
            (at(3, 3, 19), FIVE, on(3, 4)),
            (at(3, 7, 11), FIVE, on(3, 10)),
            (at(3, 7, 11), SIX, on(3, 7)),
        ],
        ids=["in hours", "after hours", "a Saturday off", "a Saturday worked"],
    )
    def test_1_on_the_same_day_or_the_next_working_day(self, kind, came, where, day):
        assert due(received(came, kind, office=where), "registration").raw == day

    def test_1_in_time_and_late(self):
        for when, status in ((at(3, 3, 23), Status.MET), (at(3, 4, 9), Status.LATE)):
            entered = then(received(CAME), register(when))
            assert due(entered, "registration").status(at(3, 30)) is status

    def test_1_once_under_a_number(self):
        assert places(register(LATER, "K-2")) == {S.RECEIVED}
        assert who_may(received(CAME), register(LATER)) == {REGISTRAR}
        assert registered(CAME).number == "K-1"

    def test_3_what_the_register_contains(self):
        entry = register_entry(decided(CAME, LATER))
        assert (entry.number, entry.received, entry.appellants, entry.content) == ("K-1", CAME, ("p1",), "digest 1")
        assert (entry.executors, entry.state, entry.outcome) == (("worker",), S.DECIDED, Outcome.REFUSED)
        assert (entry.repeats, entry.came_from) == (None, None)

    @of_each()
    def test_5_what_was_solved_on_the_spot_needs_no_registration(self, kind):
        solved = APPEAL.begin(on_the_spot(CAME, kind))
        assert (solved.state, solved.number, solved.form) == (S.SOLVED_ON_SPOT, "", Form.ORAL)
        assert APPEAL.due(solved, at(5, 1)) == ()
        assert lawful(None, on_the_spot(CAME, kind, by=evolve(REGISTRY, role=EXECUTOR))) is False

    @pytest.mark.parametrize(
        "channel", [one for one in Channel if one is not Channel.PUBLIC_RECEPTION], ids=lambda one: one.name
    )
    def test_5_only_at_a_public_reception(self, channel):
        assert refusal(None, on_the_spot(CAME, channel=channel)) == (ORQ445(23, 5),)

    @pytest.mark.parametrize(
        "lacking",
        [{"named": False}, {"appellants": ()}, {"content": ""}, {"result": ""}],
        ids=lambda one: next(iter(one)),
    )
    def test_5_the_minutes_hold_name_residence_content_and_result(self, lacking):
        assert refusal(None, on_the_spot(CAME, **lacking)) == (ORQ445(23, 5),)


class TestArticle24(Article):
    give = GiveInformation(at=at(3, 20), by=ANOTHER_BODY, request="1")
    decline = DeclineInformation(at=at(3, 20), by=ANOTHER_BODY, request="1", protected=True)

    def test_2_and_3_all_units_concerned_are_executors_and_the_first_named_leads(self):
        appeal = then(registered(CAME), assign(LATER, "roads unit", "worker"))
        assert (appeal.state, appeal.executors) == (S.IN_REVIEW, ("roads unit", "worker"))
        again = then(appeal, assign(LATER, "worker"))
        assert (again.state, again.executors) == (S.IN_REVIEW, ("worker",))

    def test_4_the_other_body_gives_it_within_ten_days_from_its_arrival(self):
        # asked on Friday 6, arrived on Monday 9; + 10 = Thursday 19
        asked = in_review(CAME, COMPLAINT, ask(LATER, arrived=at(3, 9)))
        owed = due(asked, "information")
        assert (owed.start, owed.raw, owed.owed_by) == (on(3, 9), on(3, 19), OTHER_BODY)
        assert set(owed.cites) >= {ORQ445(24, 4), ORQ445(24, 4).by(Basis.INFERRED)}
        for answer, state in ((self.give, RequestState.ANSWERED), (self.decline, RequestState.DECLINED)):
            for when, status in ((at(3, 19), Status.MET), (at(3, 20), Status.LATE)):
                told = then(asked, evolve(answer, at=when))
                assert (told.requests[0].state, told.state) == (state, S.IN_REVIEW)
                assert due(told, "information").status(at(4, 1)) is status

    def test_4_each_request_has_its_own_clock(self):
        asked = in_review(CAME, COMPLAINT, ask(at(3, 4), "1"), ask(LATER, "2"))
        told = then(asked, evolve(self.give, at=at(3, 9)))
        assert [(one.raw, one.met) for one in dues(told, "information")] == [
            (on(3, 14), on(3, 9)), (on(3, 16), None),
        ]  # fmt: skip
        assert not lawful(told, evolve(self.give, at=at(3, 9)))

    def test_4_the_body_that_was_asked_answers_and_no_other(self):
        asked = in_review(CAME, COMPLAINT, ask(LATER))
        of_another, of_that = (Actor("clerk", OTHER_BODY, office) for office in ("tax office", "gas supply"))
        for answer in (self.give, self.decline):
            assert refusal(asked, evolve(answer, by=of_another)) == (ORQ445(24, 4),)
            assert lawful(asked, evolve(answer, by=of_that))
            assert not lawful(asked, evolve(answer, by=Actor("gas supply", EXECUTOR)))


class TestArticle24_1(Article):
    for_capacity = leave(LATER, LeavingGround.LACK_OF_CAPACITY)

    def test_1_a_minor_appeals_as_anybody(self):
        ours = in_review(CAME, minor=True)
        assert due(ours, "consideration").raw == on(3, 18)

    @of_each()
    def test_1_never_left_for_lack_of_full_capacity(self, kind):
        appeal = registered(CAME, kind, minor=True)
        cites = {cite for reason in against(appeal, self.for_capacity) for cite in reason.cites}
        assert ORQ445("24-1", 1) in cites
        assert lawful(appeal, anonymous(Fact.DATA_FALSE))

    def test_1_nor_is_a_grown_up_but_that_is_said_elsewhere(self):
        assert ORQ445("24-1", 1) not in refusal(registered(CAME), self.for_capacity)

    def test_2_without_competence_it_goes_to_the_guardianship_body_in_five_days(self):
        appeal = registered(CAME, minor=True)
        sent = then(appeal, forward(at(3, 8), "guardianship body"))
        forwarding = due(sent, "forwarding")
        assert (sent.state, forwarding.raw, forwarding.status(at(4, 1))) == (S.FORWARDED, on(3, 8), Status.MET)
        assert ORQ445("24-1", 2) in sent.history[-1].cites

    def test_2_so_it_is_never_returned(self):
        minor, grown_up = (registered(CAME, minor=young) for young in (True, False))
        assert refusal(minor, give_back(LATER)) == (ORQ445("24-1", 2),)
        assert lawful(grown_up, give_back(LATER))

    def test_2_even_where_its_data_do_not_suffice_there_is_the_guardianship_body(self):
        minor = registered(CAME, minor=True)
        guardians = forward(LATER, "guardianship body", data_suffice=False, addressee=Addressee.GUARDIANSHIP)
        assert lawful(minor, guardians)
