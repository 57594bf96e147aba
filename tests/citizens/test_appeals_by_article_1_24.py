"""The citizen's appeal under Law O‘RQ-445, articles 1 to 24: what each part says, lived lawfully and refused.

Days are counted by hand; the day of receipt is day 0. In March 2026 the 1st is a Sunday, the 3rd a Tuesday; in a week
of five days Saturday 7, Sunday 8 (a holiday) and Monday 9 are off.
"""

from functools import partial

import pytest
from attrs import evolve
from citizens.by_article import (
    CAME,
    CITIZENS,
    LATER,
    REVIEWED,
    Article,
    S,
    lawful,
    of_each,
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
    APPLICATION,
    COMPLAINT,
    LETTER,
    PROPOSAL,
    AddMaterials,
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
    Outcome,
    ProtectIdentity,
    Receive,
    RequestState,
    RestoreFiling,
    ShowFile,
    Why,
    register_entry,
)
from prcomm.law import ORQ445
from prcomm.law.roles import APPELLANT, EXECUTOR, OTHER_BODY

ARTICLES_OF = (ORQ445,)

divert = partial(Divert, at=LATER, by=DEPUTY, procedure="criminal procedure")
anonymous = partial(leave, LATER, LeavingGround.ANONYMOUS)
ONLINE = {"form": Form.ELECTRONIC, "channel": Channel.OFFICIAL_SITE}


class TestArticle1(Article):
    def test_3_and_nothing_is_owed_here(self, lifecycle):
        gone = then(lifecycle, registered(lifecycle, CAME), divert())
        assert gone.state is S.DIVERTED
        assert {one.status(at(5, 1)) for one in lifecycle.due(gone, at(5, 1))} == {Status.MET, Status.LIFTED}


NAMELESS = {
    "nobody is named": {"appellants": ()},
    "no name or residence": {"named": False},
    "a written one unsigned": {"signed": False},
    "an electronic one of an unknown sender": {"identified": False, **ONLINE},
}
repeat = partial(registered, case="case 2")


class TestArticle3(Article):
    @pytest.mark.parametrize("said", NAMELESS)
    def test_anonymous(self, lifecycle, said):
        appeal = registered(lifecycle, CAME, **NAMELESS[said])
        assert lawful(lifecycle, appeal, anonymous())
        assert ORQ445(29, 1) in refusal(lifecycle, appeal, assign(LATER))

    @pytest.mark.parametrize(
        "said", [{}, {"identified": False}, {"signed": False, **ONLINE}], ids=["written", "by post", "online"]
    )
    def test_not_anonymous(self, lifecycle, said):
        appeal = registered(lifecycle, CAME, **said)
        assert ORQ445(3) in refusal(lifecycle, appeal, anonymous())
        assert lawful(lifecycle, appeal, assign(LATER))

    def test_anonymous_too_if_the_name_or_residence_is_false(self, lifecycle):
        assert lawful(lifecycle, registered(lifecycle, CAME), anonymous(Fact.DATA_FALSE))

    def test_an_electronic_appeal_asks_for_no_signature_but_contact_in_real_time_is_oral(self, lifecycle):
        assert lawful(lifecycle, None, receive(CAME, **ONLINE, signed=False))
        for channel in (Channel.VIDEO_CONFERENCE, Channel.TRUST_TELEPHONE):
            electronic = receive(CAME, form=Form.ELECTRONIC, channel=channel)
            assert ORQ445(3) in refusal(lifecycle, None, electronic)

    def test_a_repeat_disagrees_with_a_decision_taken(self, lifecycle):
        former = considered(lifecycle, at(2, 2), at(2, 10))
        link = Link.of(former, None, why=Why.DISAGREEMENT, at=CAME, by=REGISTRY)
        assert then(lifecycle, repeat(lifecycle, CAME), link).former == Reference("appeal", "case 1")
        assert ORQ445(3) in refusal(lifecycle, repeat(lifecycle, at(2, 9, 12)), link)
        undecided = Link.of(in_review(lifecycle, at(2, 2)), on(2, 17), why=Why.DISAGREEMENT, at=CAME, by=REGISTRY)
        assert ORQ445(3) in refusal(lifecycle, repeat(lifecycle, CAME), undecided)

    def test_or_comes_after_the_former_term_has_run_out(self, lifecycle):
        # Monday 2 February + 15 = Tuesday 17
        link = Link.of(in_review(lifecycle, at(2, 2)), on(2, 17), why=Why.LATENESS, at=CAME, by=REGISTRY)
        assert lawful(lifecycle, repeat(lifecycle, at(2, 18)), link)
        assert refusal(lifecycle, repeat(lifecycle, at(2, 17, 23)), link) == (ORQ445(3),)

    @pytest.mark.parametrize(
        "more",
        [{"former": Reference("appeal", "case 2")}, {"appellants": ("p2",)}],
        ids=["of itself", "of another's"],
    )
    def test_no_repeat_and_no_duplicate(self, lifecycle, more):
        former = considered(lifecycle, at(2, 2), at(2, 10))
        ours = in_review(lifecycle, at(2, 2))
        appeal = repeat(lifecycle, CAME)
        for action in (
            Link.of(former, None, why=Why.DISAGREEMENT, at=LATER, by=REGISTRY),
            Join.of(ours, exact_copy=True, at=LATER, by=DEPUTY),
            InformAnswered.of(former, exact_copy=True, at=LATER, by=DEPUTY),
        ):
            assert lawful(lifecycle, appeal, action)
            assert refusal(lifecycle, appeal, evolve(action, **more)) == (ORQ445(3),)

    def test_a_duplicate_is_a_copy(self, lifecycle):
        for pointing, first in ((Join, in_review), (InformAnswered, partial(considered, replied=at(2, 10)))):
            other = pointing.of(first(lifecycle, at(2, 2)), exact_copy=False, at=LATER, by=DEPUTY)
            assert refusal(lifecycle, repeat(lifecycle, CAME), other) == (ORQ445(3),)


class TestArticle5(Article):
    @pytest.mark.parametrize(
        ("form", "channel"),
        [
            (Form.ORAL, Channel.PERSONAL_RECEPTION),
            (Form.WRITTEN, Channel.POST),
            (Form.ELECTRONIC, Channel.OFFICIAL_SITE),
        ],
    )
    def test_1_in_three_forms_each_by_a_channel_that_gives_it(self, lifecycle, form, channel):
        assert received(lifecycle, CAME, form=form, channel=channel).form is form
        by_telephone = receive(CAME, form=form, channel=Channel.TRUST_TELEPHONE)
        assert lawful(lifecycle, None, by_telephone) is (form is Form.ORAL)
        if form is not Form.ORAL:
            assert ORQ445(5, 1) in refusal(lifecycle, None, by_telephone)

    @of_each()
    def test_2_applications_proposals_and_complaints(self, lifecycle, kind):
        assert considered(lifecycle, CAME, LATER, kind).state is S.CONSIDERED

    @of_each()
    @pytest.mark.parametrize(
        "more", [{}, ONLINE, {"form": Form.ORAL, "channel": Channel.TRUST_TELEPHONE}], ids=["paper", "site", "call"]
    )
    def test_3_of_equal_weight(self, lifecycle, kind, more):
        owed = [one.name for one in lifecycle.due(received(lifecycle, CAME, kind, **more), CAME)]
        assert owed == ["registration", "forwarding", "return", "consideration"]


class TestArticle6(Article):
    @pytest.mark.parametrize("who", [NODIRA, FIRM], ids=["1 a person", "2 a legal entity"])
    def test_name_and_residence_or_location(self, lifecycle, who):
        assert in_review(lifecycle, CAME, appellants=(who,)).appellant_ids == (who.id,)
        nameless = registered(lifecycle, CAME, appellants=(who,), named=False)
        assert not lawful(lifecycle, nameless, assign(LATER))
        assert then(lifecycle, nameless, anonymous()).state is S.LEFT

    def test_3_it_is_said_which_requirement_it_misses(self, lifecycle):
        appeal = registered(lifecycle, CAME)
        missed = leave(LATER, LeavingGround.OTHER_REQUIREMENT, requirement="art. 6(3)")
        assert then(lifecycle, appeal, missed).state is S.LEFT
        assert ORQ445(6) in refusal(lifecycle, appeal, evolve(missed, requirement=""))

    def test_5_in_any_language(self, lifecycle):
        assert in_review(lifecycle, CAME, language="kaa").language == "kaa"

    def test_6_a_written_one_is_signed(self, lifecycle):
        unsigned = registered(lifecycle, CAME, signed=False)
        assert not lawful(lifecycle, unsigned, assign(LATER))
        assert lawful(lifecycle, unsigned, anonymous())

    def test_7_through_a_representative_with_proof_of_authority(self, lifecycle):
        appeal = registered(lifecycle, CAME, representative=SON)
        assert ORQ445(6, 7) in refusal(lifecycle, appeal, assign(LATER))
        proved = then(lifecycle, appeal, AddMaterials(at=at(3, 4), by=FOR_HER, authority="digest 5"))
        assert then(lifecycle, proved, assign(LATER)).authority == "digest 5"


class TestArticle7(Article):
    @pytest.mark.parametrize("form", [Form.WRITTEN, Form.ELECTRONIC], ids=lambda form: form.name)
    def test_1_from_an_editorial_office_in_the_same_order_and_terms(self, lifecycle, form):
        ours = in_review(lifecycle, CAME, channel=Channel.EDITORIAL_OFFICE, form=form)
        assert (ours.state, due(lifecycle, ours, "consideration").raw) == (S.IN_REVIEW, on(3, 18))

    def test_1_nobody_speaks_for_it_by_telephone(self, lifecycle):
        oral = receive(CAME, channel=Channel.EDITORIAL_OFFICE, form=Form.ORAL)
        assert ORQ445(7, 1) in refusal(lifecycle, None, oral)


class TestArticle15(Article):
    def test_1_alone_or_collectively(self, lifecycle):
        together = in_review(lifecycle, CAME, appellants=(NODIRA, BEKZOD, FIRM))
        assert together.appellant_ids == ("p1", "p2", "firm")

    def test_2_nobody_else_withdraws_it(self, lifecycle):
        assert who_may(lifecycle, registered(lifecycle, CAME), withdraw(LATER)) == CITIZENS


class TestArticle18(Article):
    @pytest.mark.parametrize("said", NAMELESS)
    def test_not_even_an_anonymous_one(self, lifecycle, said):
        assert registered(lifecycle, CAME, **NAMELESS[said]).state is S.REGISTERED

    def test_save_under_29_it_is_considered_whoever_is_complained_of(self, lifecycle):
        assert in_review(lifecycle, CAME, against=("chief", FIVE.id)).state is S.IN_REVIEW


class TestArticle19(Article):
    show = ShowFile(at=LATER, by=WORKER, protected=True)

    def test_1_what_is_protected_is_not_shown(self, lifecycle):
        for state in REVIEWED | {S.DECIDED, S.CONSIDERED, S.OFF_CONTROL}:
            assert ORQ445(19, 1) in refusal(lifecycle, in_every_state(lifecycle)[state], self.show)

    def test_3_at_the_person_s_request_nothing_is_disclosed(self, lifecycle):
        asks = ProtectIdentity(at=LATER, by=CITIZEN)
        for state, appeal in in_every_state(lifecycle).items():
            silent = then(lifecycle, appeal, asks)
            assert (silent.state, register_entry(silent).appellants) == (state, ())
            assert register_entry(appeal).appellants == ("p1",)

    def test_3_nor_of_who_wrote_a_letter(self, lifecycle):
        letter = then(lifecycle, registered(lifecycle, CAME, LETTER), LayAside(at=at(3, 4), by=DEPUTY))
        assert lawful(lifecycle, letter, ProtectIdentity(at=LATER, by=CITIZEN))

    def test_3_so_too_if_it_was_asked_for_in_the_appeal(self, lifecycle):
        assert register_entry(registered(lifecycle, CAME, identity_protected=True)).appellants == ()


class TestArticle21(Article):
    def test_1_and_2_oneself_by_a_representative_by_post_or_electronically(self, lifecycle):
        for more in ({}, ONLINE, {"representative": SON, "authority": "digest 5"}):
            assert in_review(lifecycle, CAME, **more).state is S.IN_REVIEW

    def test_2_for_a_minor_by_a_legal_representative(self, lifecycle):
        appeal = registered(lifecycle, CAME, appellants=(SON,), minor=True, representative=NODIRA, authority="digest 5")
        assert lawful(lifecycle, appeal, assign(LATER))

    def test_2_the_post_brings_paper(self, lifecycle):
        assert ORQ445(21, 2) in refusal(lifecycle, None, receive(CAME, form=Form.ORAL))

    def test_3_what_was_given_travels_with_it(self, lifecycle):
        more = then(
            lifecycle,
            registered(lifecycle, CAME, representative=SON),
            AddMaterials(at=at(3, 4), by=FOR_HER, authority="digest 5"),
        )
        there = Receive.of_forwarded(
            then(lifecycle, more, forward(LATER)), at=at(3, 9), by=REGISTRY, case="case 9", office=SIX
        )
        begun = lifecycle.begin(there)
        assert (begun.authority, begun.content, begun.came_from) == (
            "digest 5", "digest 1", Reference("appeal", "case 1"),
        )  # fmt: skip


class TestArticle22(Article):
    restore = RestoreFiling(at=LATER, by=DEPUTY, valid_reason=True)

    def test_1_none_as_a_rule(self, lifecycle):
        assert dues(lifecycle, received(lifecycle, CAME), "filing") == ()

    @pytest.mark.parametrize(
        ("came", "status"), [(at(3, 3, 23), Status.MET), (at(3, 4), Status.LATE)], ids=["the last day", "the next"]
    )
    @pytest.mark.parametrize("kind", [APPLICATION, COMPLAINT], ids=lambda kind: kind.name)
    def test_2_to_the_superior_body_within_a_year_from_learning_of_it(self, lifecycle, kind, came, status):
        filing = due(lifecycle, received(lifecycle, came, kind, learned=on(3, 3, 2025)), "filing")
        assert (filing.start, filing.raw, filing.owed_by) == (on(3, 3, 2025), on(3, 3), APPELLANT)
        assert filing.status(at(4, 1)) is status
        assert ORQ445(22, 2) in filing.cites

    def test_2_names_no_proposals(self, lifecycle):
        proposal = registered(lifecycle, CAME, PROPOSAL, learned=on(3, 3, 2024))
        assert dues(lifecycle, proposal, "filing") == ()
        assert not lawful(lifecycle, proposal, self.restore)

    @pytest.mark.parametrize("kind", [APPLICATION, COMPLAINT], ids=lambda kind: kind.name)
    def test_3_missed_for_a_valid_reason_it_is_restored(self, lifecycle, kind):
        appeal = registered(lifecycle, at(3, 4), kind, learned=on(3, 3, 2025))
        restored = then(lifecycle, appeal, self.restore)
        assert due(lifecycle, restored, "filing").status(at(4, 1)) is not Status.LATE
        assert refusal(lifecycle, appeal, evolve(self.restore, valid_reason=False)) == (ORQ445(22, 3),)


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
    def test_1_on_the_same_day_or_the_next_working_day(self, lifecycle, kind, came, where, day):
        assert due(lifecycle, received(lifecycle, came, kind, office=where), "registration").raw == day

    def test_1_in_time_and_late(self, lifecycle):
        for when, status in ((at(3, 3, 23), Status.MET), (at(3, 4, 9), Status.LATE)):
            entered = then(lifecycle, received(lifecycle, CAME), register(when))
            assert due(lifecycle, entered, "registration").status(at(3, 30)) is status

    def test_1_under_a_number(self, lifecycle):
        assert registered(lifecycle, CAME).number == "K-1"

    def test_3_what_the_register_contains(self, lifecycle):
        entry = register_entry(decided(lifecycle, CAME, LATER))
        assert (entry.number, entry.received, entry.appellants, entry.content) == ("K-1", CAME, ("p1",), "digest 1")
        assert (entry.executors, entry.state, entry.outcome) == (("worker",), S.DECIDED, Outcome.REFUSED)
        assert (entry.repeats, entry.came_from) == (None, None)

    @of_each()
    def test_5_what_was_solved_on_the_spot_needs_no_registration(self, lifecycle, kind):
        solved = lifecycle.begin(on_the_spot(CAME, kind))
        assert (solved.state, solved.number, solved.form) == (S.SOLVED_ON_SPOT, "", Form.ORAL)
        assert lifecycle.due(solved, at(5, 1)) == ()
        assert lawful(lifecycle, None, on_the_spot(CAME, kind, by=evolve(REGISTRY, role=EXECUTOR))) is False

    @pytest.mark.parametrize(
        "channel", [one for one in Channel if one is not Channel.PUBLIC_RECEPTION], ids=lambda one: one.name
    )
    def test_5_only_at_a_public_reception(self, lifecycle, channel):
        assert refusal(lifecycle, None, on_the_spot(CAME, channel=channel)) == (ORQ445(23, 5),)

    @pytest.mark.parametrize(
        "lacking",
        [{"named": False}, {"appellants": ()}, {"content": ""}, {"result": ""}],
        ids=lambda one: next(iter(one)),
    )
    def test_5_the_minutes_hold_name_residence_content_and_result(self, lifecycle, lacking):
        assert refusal(lifecycle, None, on_the_spot(CAME, **lacking)) == (ORQ445(23, 5),)


class TestArticle24(Article):
    give = GiveInformation(at=at(3, 20), by=ANOTHER_BODY, request="1")
    decline = DeclineInformation(at=at(3, 20), by=ANOTHER_BODY, request="1", protected=True)

    def test_2_and_3_all_units_concerned_are_executors_and_the_first_named_leads(self, lifecycle):
        appeal = then(lifecycle, registered(lifecycle, CAME), assign(LATER, "roads unit", "worker"))
        assert (appeal.state, appeal.executors) == (S.IN_REVIEW, ("roads unit", "worker"))
        again = then(lifecycle, appeal, assign(LATER, "worker"))
        assert (again.state, again.executors) == (S.IN_REVIEW, ("worker",))

    def test_4_the_other_body_gives_it_within_ten_days_from_its_arrival(self, lifecycle):
        # asked on Friday 6, arrived on Monday 9; + 10 = Thursday 19
        asked = in_review(lifecycle, CAME, COMPLAINT, ask(LATER, arrived=at(3, 9)))
        owed = due(lifecycle, asked, "information")
        assert (owed.start, owed.raw, owed.owed_by) == (on(3, 9), on(3, 19), OTHER_BODY)
        assert set(owed.cites) >= {ORQ445(24, 4), ORQ445(24, 4).by(Basis.INFERRED)}
        for answer, state in ((self.give, RequestState.ANSWERED), (self.decline, RequestState.DECLINED)):
            for when, status in ((at(3, 19), Status.MET), (at(3, 20), Status.LATE)):
                told = then(lifecycle, asked, evolve(answer, at=when))
                assert (told.requests[0].state, told.state) == (state, S.IN_REVIEW)
                assert due(lifecycle, told, "information").status(at(4, 1)) is status

    def test_4_each_request_has_its_own_clock(self, lifecycle):
        asked = in_review(lifecycle, CAME, COMPLAINT, ask(at(3, 4), "1"), ask(LATER, "2"))
        told = then(lifecycle, asked, evolve(self.give, at=at(3, 9)))
        assert [(one.raw, one.met) for one in dues(lifecycle, told, "information")] == [
            (on(3, 14), on(3, 9)), (on(3, 16), None),
        ]  # fmt: skip
        assert not lawful(lifecycle, told, evolve(self.give, at=at(3, 9)))

    def test_4_the_body_that_was_asked_answers_and_no_other(self, lifecycle):
        asked = in_review(lifecycle, CAME, COMPLAINT, ask(LATER))
        of_another, of_that = (Actor("clerk", OTHER_BODY, office) for office in ("tax office", "gas supply"))
        for answer in (self.give, self.decline):
            assert refusal(lifecycle, asked, evolve(answer, by=of_another)) == (ORQ445(24, 4),)
            assert lawful(lifecycle, asked, evolve(answer, by=of_that))
            assert not lawful(lifecycle, asked, evolve(answer, by=Actor("gas supply", EXECUTOR)))


class TestArticle24_1(Article):
    for_capacity = leave(LATER, LeavingGround.LACK_OF_CAPACITY)

    def test_1_a_minor_appeals_as_anybody(self, lifecycle):
        ours = in_review(lifecycle, CAME, minor=True)
        assert due(lifecycle, ours, "consideration").raw == on(3, 18)

    @of_each()
    def test_1_never_left_for_lack_of_full_capacity(self, lifecycle, kind):
        appeal = registered(lifecycle, CAME, kind, minor=True)
        cites = {cite for reason in against(lifecycle, appeal, self.for_capacity) for cite in reason.cites}
        assert ORQ445("24-1", 1) in cites
        assert lawful(lifecycle, appeal, anonymous(Fact.DATA_FALSE))

    def test_1_nor_is_a_grown_up_but_that_is_said_elsewhere(self, lifecycle):
        assert ORQ445("24-1", 1) not in refusal(lifecycle, registered(lifecycle, CAME), self.for_capacity)

    def test_2_without_competence_it_goes_to_the_guardianship_body_in_five_days(self, lifecycle):
        appeal = registered(lifecycle, CAME, minor=True)
        sent = then(lifecycle, appeal, forward(at(3, 8), "guardianship body"))
        forwarding = due(lifecycle, sent, "forwarding")
        assert (sent.state, forwarding.raw, forwarding.status(at(4, 1))) == (S.FORWARDED, on(3, 8), Status.MET)
        assert ORQ445("24-1", 2) in sent.history[-1].cites

    def test_2_so_it_is_never_returned(self, lifecycle):
        minor, grown_up = (registered(lifecycle, CAME, minor=young) for young in (True, False))
        assert refusal(lifecycle, minor, give_back(LATER)) == (ORQ445("24-1", 2),)
        assert lawful(lifecycle, grown_up, give_back(LATER))

    def test_2_even_where_its_data_do_not_suffice_there_is_the_guardianship_body(self, lifecycle):
        minor = registered(lifecycle, CAME, minor=True)
        assert lawful(lifecycle, minor, forward(LATER, "guardianship body", data_suffice=False))
